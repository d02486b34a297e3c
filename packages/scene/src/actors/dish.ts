import { mixColors, shade, toHex, toSrgb } from '../model/color.ts';
import { compose } from '../model/matrix.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { chanceOf, isCalled, propActor, type Sprite, spriteBatch } from './prop.ts';
import { CRUMB, craftParts, GLOSSY, SOFT, type Tools } from './prop-tools.ts';

/** A meal on a plate: pasta with its sauce; a fried breakfast, a steak, curry with rice, or dumplings by word. In centimetres. */
export const dish: ActorModel = { gaits: { float: 0.1, spin: 0.1 }, build };

const FORMS = [
  ['breakfast', /breakfast|egg|bacon|omelet/],
  ['steak', /steak|beef|meat|roast|chop|grilled|barbecue|dinner/],
  ['curry', /curry|rice|paella|risotto/],
  ['dumplings', /dumpling|gyoza|dim sum|ravioli|momo/],
  ['pasta', /./],
] as const;
type Form = (typeof FORMS)[number][0];

function build(context: ActorContext): Actor {
  const [form] = FORMS.find(([, pattern]) => isCalled(context, pattern))!;
  const plate = toSrgb(context.actor.color ?? (form === 'curry' ? '#e6e2da' : '#f6f4ef'));
  const parts = craftParts(`dish/${form}/${toHex(plate)}`, context.detail, (to) => {
    to.turned(GLOSSY, [0, 0, 8, 0, 8.5, 0.5, 13.4, 1.9, 14, 2.2, 13.6, 2.4, 8.4, 1.1, 0, 1], plate, undefined, 56);
    to.hoop(GLOSSY, 13.8, 0.16, [0, 2.28, 0], mixColors(plate, '#3f6a8a', 0.5));
    MAKE[form](to);
  });
  return propActor(context, parts, {
    scale: 0.01,
    sprites: (t) => [
      spriteBatch(
        'soft',
        'alpha',
        Array.from({ length: 12 }, (_, i): Sprite => {
          const age = (t * 0.22 + i / 12) % 1;
          return {
            at: [Math.sin(i * 2.3 + age * 3) * 3, 5 + age * 15, Math.cos(i * 1.7) * 3],
            radius: 1.6 + age * 3,
            color: [0.94, 0.94, 0.95],
            alpha: 0.1 * Math.sin(Math.PI * age),
          };
        }),
      ),
    ],
  });
}

const basil = (to: Tools, x: number, y: number, z: number, turn: number): void =>
  to.add(SOFT, leaf(to, '#3f8a34'), compose({ at: [x, y, z], rotate: [-1.2, turn, 0.2] }));
const leaf = (to: Tools, color: string) => to.rounded([1.5, 2.4, 0.22], 0.1, color, 1);

/** Something chopped fine, strewn round the middle. */
function strew(to: Tools, count: number, reach: number, y: number, color: string, salt: number): void {
  for (let i = 0; i < (to.isFar ? count / 3 : count); i++) {
    const [a, r] = [chanceOf(i, salt) * 6.3, Math.sqrt(chanceOf(i, salt + 1)) * reach];
    to.block(SOFT, [0.5, 0.14, 0.3], [Math.sin(a) * r, y + (1 - r / reach) * 1.2, Math.cos(a) * r], color, 0.05, [
      0,
      a * 3,
      0.3,
    ]);
  }
}

const MAKE: Record<Form, (to: Tools) => void> = {
  pasta(to) {
    to.ball(SOFT, [7.4, 2.6, 7.2], [0, 1.3, 0], '#e3b85c');
    const strands = to.isFar ? 10 : to.isHero ? 44 : 24;
    for (let i = 0; i < strands; i++) {
      const r = 3 + chanceOf(i, 1) * 4.6;
      const [from, span] = [chanceOf(i, 2) * 6.3, 1.6 + chanceOf(i, 3) * 2.2];
      const path = Array.from({ length: 5 }, (_, k) => {
        const a = from + (span * k) / 4;
        const d = r * (1 + 0.16 * Math.sin(k * 1.9 + i));
        return [
          Math.sin(a) * d,
          1.7 + 2.4 * Math.sqrt(Math.max(0.05, 1 - (d / 8.6) ** 2)) + 0.2 * Math.sin(k + i),
          Math.cos(a) * d,
        ];
      });
      to.bar(GLOSSY, path.flat(), 0.24, shade('#ecc56c', 0.9 + 0.2 * chanceOf(i, 4)));
    }
    to.blob(
      GLOSSY,
      [
        { kind: 'ball', at: [0, 4.1, 0], radius: [4, 1, 3.7] },
        { kind: 'ball', at: [2.6, 3.7, 1.6], radius: [1.9, 0.8, 1.6], blend: 0.6 },
        { kind: 'ball', at: [-2.3, 3.7, -1.7], radius: [2, 0.8, 1.5], blend: 0.6 },
        { kind: 'ball', at: [-0.6, 4.8, 0.6], radius: [2, 0.9, 1.9], blend: 0.8 },
      ],
      0.7,
      '#c0331d',
      0.6,
    );
    strew(to, 16, 3.4, 4.5, '#f3ead0', 5);
    for (const [x, z, turn] of [
      [0.3, 0.2, 0.4],
      [-0.9, 0.9, 2.2],
      [1, 1, 4.4],
    ] as const)
      basil(to, x, 5.9, z, turn);
  },
  breakfast(to) {
    for (const [x, z] of [
      [-3.6, 2.4],
      [1.6, 4.2],
    ] as const) {
      to.blob(
        GLOSSY,
        [
          { kind: 'ball', at: [x, 1.4, z], radius: [3.4, 0.5, 3] },
          { kind: 'ball', at: [x + 1.8, 1.35, z - 1], radius: [1.8, 0.42, 1.7], blend: 0.7 },
          { kind: 'ball', at: [x - 1.9, 1.35, z + 0.8], radius: [1.7, 0.42, 1.6], blend: 0.7 },
        ],
        0.6,
        '#fbf8ef',
        0.6,
      );
      to.ball(GLOSSY, [1.35, 0.9, 1.35], [x, 1.8, z], '#f2a91c');
    }
    for (let k = 0; k < 3; k++) {
      const path = Array.from({ length: 7 }, (_, i) => [
        -4.5 + i * 1.7,
        1.9 + 0.5 * Math.sin(i * 1.7 + k),
        -3 - k * 1.8 + 0.3 * Math.sin(i + k),
      ]).flat();
      for (const [d, tone] of [
        [-0.34, '#a8402c'],
        [0.1, '#e8b48e'],
        [0.45, '#8f3222'],
      ] as const)
        to.bar(
          GLOSSY,
          path.map((v, i) => (i % 3 === 2 ? v + d : v)),
          0.34,
          tone,
        );
    }
    for (const [x, z] of [
      [6.2, -0.4],
      [7.2, 1.9],
    ] as const)
      to.rod(SOFT, [x - 1.4, 2.1, z - 2.4], [x + 1, 2.1, z + 1.4], 0.95, '#8a4a2a');
    for (const x of [-7.4, -6]) to.ball(GLOSSY, [1.25, 1, 1.25], [x, 2, -1.4 + (x + 7) * 2], '#d23a26');
    to.block(CRUMB, [5, 5, 1.1], [-6.4, 2, 4.8], '#c98a48', 0.4, [-1.35, 0.4, 0]);
  },
  steak(to) {
    to.blob(
      GLOSSY,
      [
        { kind: 'ball', at: [-1.4, 2.1, 0.6], radius: [5.4, 1.5, 3.8] },
        { kind: 'ball', at: [2.2, 2, -0.8], radius: [3.2, 1.35, 2.8], blend: 1.2 },
      ],
      0.55,
      '#6a3420',
      1,
    );
    for (let i = 0; i < 5; i++)
      to.bar(
        SOFT,
        [-5 + i * 1.9, 3.15, 2.8 - i * 0.2, -3.8 + i * 1.9, 3.55, 0.4, -2.8 + i * 1.7, 3.1, -2.2],
        0.17,
        '#2c1610',
      );
    to.block(GLOSSY, [1.7, 0.6, 1.5], [-0.8, 3.8, 0.6], '#f6dd84', 0.2, [0, 0.4, 0]);
    for (let i = 0; i < 13; i++) {
      const a = chanceOf(i, 3) * 1.4 - 0.7;
      to.block(
        CRUMB,
        [0.75, 0.75, 5],
        [5.8 + chanceOf(i, 4) * 3 - 1, 1.7 + (i % 4) * 0.62, 3.4 + chanceOf(i, 5) * 3 - 2],
        shade('#e6b04c', 0.92 + 0.15 * chanceOf(i, 6)),
        0.15,
        [0.1, a, 0.1],
      );
    }
    for (let i = 0; i < 4; i++) {
      const [x, z] = [-5.5 + i * 2.6, -5.6 - (i % 2) * 1.2];
      to.rod(SOFT, [x, 1.3, z], [x, 2.7, z], 0.5, '#7fae52');
      to.ball(CRUMB, [1.25, 1.05, 1.25], [x, 3.3, z], '#3f8a3a');
    }
    for (const [x, z] of [
      [5.4, -4],
      [7, -2.4],
    ] as const)
      to.ball(GLOSSY, 1.15, [x, 2.3, z], '#d23a26');
  },
  curry(to) {
    to.ball(CRUMB, [6.2, 3.6, 5.4], [-3.6, 1, 0], '#f8f4e8');
    strew(to, 60, 5, 3.6, '#ffffff', 11);
    to.ball(GLOSSY, [7, 1.4, 7], [3.6, 1, 0], '#c9811f');
    for (let i = 0; i < 9; i++) {
      const [a, r] = [i * 2.4, 1.5 + chanceOf(i, 1) * 4];
      to.block(
        GLOSSY,
        [1.7, 1.3, 1.6],
        [3.8 + Math.sin(a) * r * 0.8, 2.2, Math.cos(a) * r],
        i % 3 === 0 ? '#e0702a' : i % 3 === 1 ? '#b5722e' : '#e3b34a',
        0.4,
        [a, a, 0.4],
      );
    }
    for (const [x, z, turn] of [
      [3, 0.4, 0.2],
      [4.2, -0.6, 2],
      [2.2, -0.4, 4],
    ] as const)
      basil(to, x, 3.3, z, turn);
  },
  dumplings(to) {
    for (let i = 0; i < 7; i++) {
      const a = (i / 6) * Math.PI * 2;
      const [x, z] = i === 6 ? [0, 0] : [Math.sin(a) * 5.4, Math.cos(a) * 5.4];
      to.blob(GLOSSY, [{ kind: 'ball', at: [x, 2.3, z], radius: [2.4, 1.5, 1.7] }], 0.55, '#f0dfb8');
      for (let k = -3; k <= 3; k++)
        to.ball(SOFT, [0.42, 0.55, 0.3], [x + k * 0.56, 3.5 - k * k * 0.1, z], '#e2c890', [0, 0, k * 0.12]);
    }
    strew(to, 18, 6.5, 3.4, '#4f9a3c', 7);
    to.turned(
      GLOSSY,
      [0, 1, 2.2, 1, 2.5, 1.6, 2.5, 2.6, 2.3, 2.6, 2.2, 1.9, 0, 1.9],
      '#2a1a14',
      { at: [9.2, 0.6, 4.6] },
      20,
    );
  },
};
