import { smoothBlob } from '../model/blob.ts';
import { mixColors, type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import type { BlobPart } from '../model/field.ts';
import { paint } from '../model/mesh.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { around, chanceOf, isCalled, propActor } from './prop.ts';
import { CRUMB, craftParts, GLOSSY, SOFT, type Tools } from './prop-tools.ts';

/** A loaf; a croissant, a baguette, a pretzel, cheese, eggs, or ice cream by word. In centimetres. */
export const bread: ActorModel = { gaits: { float: 0.1, spin: 0.2, fall: 2 }, build };

const FORMS = [
  ['croissant', /croissant/, '#d08a3a'],
  ['baguette', /baguette/, '#cf9246'],
  ['pretzel', /pretzel/, '#9c5a26'],
  ['cheese', /cheese/, '#f2c344'],
  ['egg', /egg/, '#ecd2b0'],
  ['icecream', /ice.?cream|gelato|soft.?serve|sundae|cone/, '#f6b8c8'],
  ['loaf', /./, '#b9773a'],
] as const;
type Form = (typeof FORMS)[number][0];

function build(context: ActorContext): Actor {
  const [form, , usual] = FORMS.find(([, pattern]) => isCalled(context, pattern))!;
  const color = toSrgb(
    context.actor.color ??
      (form === 'icecream' && isCalled(context, /choco/)
        ? '#5a3320'
        : form === 'icecream' && isCalled(context, /vanilla/)
          ? '#f7eccb'
          : usual),
  );
  const scoops = form === 'icecream' ? SCOOPS.flatMap(([words, tone]) => (isCalled(context, words) ? [tone] : [])) : [];
  const key = `bread/${form}/${toHex(color)}/${scoops.join()}`;
  const parts = craftParts(key, context.detail, (to) => MAKE[form](to, color, scoops));
  return propActor(context, parts, { scale: 0.01 });
}

/** Flavours by their names. */
const SCOOPS: readonly (readonly [words: RegExp, color: string])[] = [
  [/choco/, '#5a3320'],
  [/vanilla/, '#f7eccb'],
  [/strawberr/, '#f29db4'],
  [/pistachio|mint|matcha/, '#b5d69a'],
  [/mango|peach|lemon/, '#f6cf5c'],
  [/blueberr/, '#8f8fd0'],
  [/caramel|coffee/, '#c58f55'],
];

/** Baked: dark and shining above, pale where it stands and where it was cut. */
function baked(to: Tools, parts: readonly BlobPart[], edge: number, blend: number, color: Srgb): void {
  const body = smoothBlob(parts, to.isHero ? edge : edge * 1.8, { blend });
  to.add(
    { ...CRUMB, specular: 0.22, gloss: 24 },
    paint(
      body,
      (x, _y, z, [, ny]) =>
        mixColors(
          mixColors(color, '#f2d9a0', 0.55),
          shade(color, 0.82 + 0.1 * Math.sin(x * 1.3 + z)),
          Math.max(0, Math.min(1, ny * 0.8 + 0.45)),
        ) as Srgb,
    ),
  );
}

const MAKE: Record<Form, (to: Tools, color: Srgb, scoops?: readonly string[]) => void> = {
  loaf(to, color) {
    baked(
      to,
      [
        { kind: 'ball', at: [0, 4.4, 0], radius: [12, 5, 6.6] },
        { kind: 'block', at: [0, 2.4, 0], size: [22, 4.8, 11.6], round: 2.2 },
        ...[-6, -2, 2, 6].map(
          (x) =>
            ({
              kind: 'limb',
              from: [x - 1.6, 9.6 - Math.abs(x) * 0.12, -3.6],
              to: [x + 1.6, 9.6 - Math.abs(x) * 0.12, 3.6],
              radius: 0.85,
              cut: true,
              blend: 0.9,
            }) as const,
        ),
      ],
      0.7,
      2.4,
      color,
    );
  },
  baguette(to, color) {
    baked(
      to,
      [
        { kind: 'limb', from: [-26, 2.6, 0], to: [26, 2.6, 0], radius: 2.6 },
        { kind: 'limb', from: [-18, 3, 0], to: [18, 3, 0], radius: 3.1, blend: 4 },
        ...[-18, -9, 0, 9, 18].map(
          (x) =>
            ({
              kind: 'limb',
              from: [x - 4, 6.2, -0.9],
              to: [x + 4, 6.2, 0.9],
              radius: 0.7,
              cut: true,
              blend: 0.8,
            }) as const,
        ),
      ],
      0.6,
      1,
      color,
    );
  },
  croissant(to, color) {
    const rolls: BlobPart[] = [];
    for (let i = -3; i <= 3; i++) {
      const a = i * 0.36;
      const thick = 3.2 - Math.abs(i) * 0.62;
      const at = [Math.sin(a) * 8, thick * 0.92, Math.cos(a) * 8 - 6] as const;
      rolls.push({
        kind: 'ball',
        at,
        radius: [2.35 - Math.abs(i) * 0.12, thick, thick * 1.12],
        turn: [Math.cos(a), 0, -Math.sin(a), 0, 0, 1, 0, 0, Math.sin(a), 0, Math.cos(a), 0, 0, 0, 0, 1],
        blend: 0.5,
      });
    }
    for (const s of [-1, 1])
      rolls.push({ kind: 'limb', from: [s * 7, 1.2, -2.4], to: [s * 7.9, 0.8, -4.8], radius: [1.2, 0.6], blend: 0.7 });
    baked(to, rolls, 0.34, 0.5, color);
  },
  pretzel(to, color) {
    const knot = [
      -1, 0, -6.4, -5, 0.2, -6, -8, 0, -1, -6, 0.2, 4.4, -2, 1, 4.6, 2, 1.6, 1.4, 5.4, 0.6, -3.4, 5.6, 0.4, -6,
    ];
    const path = knot.map((v, i) => (i % 3 === 1 ? v + 1.5 : v));
    const twin = path.map((v, i) => (i % 3 === 0 ? -v : i % 3 === 1 ? v + 0.25 : v));
    for (const way of [path, twin]) to.bar({ ...CRUMB, specular: 0.4, gloss: 34 }, way, (s) => 1.5 - 0.6 * s, color);
    for (let i = 0; i < 36; i++) {
      const way = i % 2 ? path : twin;
      const k = Math.floor(chanceOf(i) * 5) * 3;
      const f = chanceOf(i, 3);
      const at = [0, 1, 2].map((c) => way[k + c]! * (1 - f) + way[k + 3 + c]! * f) as [number, number, number];
      to.bead(SOFT, 0.3, [at[0], at[1] + 1.35, at[2]], '#fbf8f0');
    }
  },
  cheese(to, color) {
    const wedge = [0, 0, 15, -6, 15, 6];
    to.plate(SOFT, wedge, 7, color, { at: [-7, 3.6, 0], rotate: [-Math.PI / 2, 0, 0] }, 0.3);
    to.block(SOFT, [0.9, 7.2, 12.2], [8.2, 3.6, 0], '#d98a2a', 0.4);
    for (const [x, y, s, r] of [
      [-1, 4.6, 1, 0.95],
      [3.4, 2.4, 1, 1.3],
      [5.4, 5.4, 1, 0.8],
      [1, 1.8, -1, 1],
      [4.4, 4.6, -1, 1.3],
    ] as const)
      to.ball(SOFT, [r, r, 0.22], [x, y, s * (x + 7) * 0.4], shade(color, 0.72), [0, s > 0 ? -0.38 : 0.38, 0]);
    for (const [x, z, r] of [
      [1, 0.4, 0.9],
      [4.6, -2, 1.2],
      [5.4, 2.4, 0.8],
    ] as const)
      to.ball(SOFT, [r, 0.2, r], [x, 7.1, z], shade(color, 0.76));
  },
  egg(to, color) {
    const row = [0, 0, 1, 0.15, 1.9, 0.9, 2.3, 2.2, 2.15, 3.6, 1.6, 4.9, 0.85, 5.6, 0, 5.8];
    for (const [i, [x, z, lean]] of (
      [
        [0, 0, 0],
        [4.4, 0.6, 1.2],
        [-3.6, 2.2, 1.35],
      ] as const
    ).entries())
      to.turned(
        { ...SOFT, specular: 0.22 },
        row,
        i === 1 ? '#f6efe2' : i === 2 ? shade(color, 0.86) : color,
        { at: [x, lean ? 2 : 0.05, z], rotate: [0, i, lean], scale: 1.05 },
        36,
      );
  },
  icecream(to, color, scoops = []) {
    to.turned({ ...CRUMB, specular: 0.1 }, [0, 0, 0.3, 0.3, 3, 11.6, 3.2, 12.2, 0, 12], '#d69b52', undefined, 36);
    for (let i = 0; i < (to.isFar ? 0 : 9); i++)
      for (const s of [-1, 1]) {
        const a = (i / 9) * Math.PI * 2;
        to.rod(
          SOFT,
          [Math.sin(a) * 0.7, 2, Math.cos(a) * 0.7],
          [Math.sin(a + s * 1.2) * 3.05, 11.8, Math.cos(a + s * 1.2) * 3.05],
          0.13,
          '#b87a36',
        );
      }
    const scoop = (y: number, r: number, tone: Srgb | string): void => {
      to.blob(
        SOFT,
        [
          { kind: 'ball', at: [0, y, 0], radius: r },
          ...around(9).map(
            (a, i) =>
              ({
                kind: 'ball',
                at: [Math.sin(a) * r * 0.86, y - r * 0.62, Math.cos(a) * r * 0.86],
                radius: r * (0.26 + 0.08 * chanceOf(i)),
              }) as const,
          ),
        ],
        0.34,
        tone,
        0.5,
      );
    };
    if (scoops.length > 1) {
      for (const [i, tone] of scoops.slice(0, 4).entries()) scoop(14.2 + i * 4.4, 3.7 - i * 0.25, tone);
      return;
    }
    scoop(14.2, 3.6, color);
    scoop(19, 3.1, '#f7eccb');
    for (let i = 0; i < 20; i++) {
      const [a, up] = [i * 2.4, 0.2 + 0.75 * ((i * 0.37) % 1)];
      to.bead(
        GLOSSY,
        [0.16, 0.16, 0.42],
        [Math.sin(a) * 3.1 * Math.sqrt(1 - up * up), 19 + up * 3.1, Math.cos(a) * 3.1 * Math.sqrt(1 - up * up)],
        ['#e8505b', '#3bceac', '#5390d9', '#ffd23f'][i % 4]!,
        [i, i * 2, 0],
      );
    }
    to.ball(GLOSSY, 0.95, [0.2, 22.6, 0], '#c21026');
    to.bar(SOFT, [0.2, 23.4, 0, 0.6, 25, 0, 1.4, 25.8, 0], 0.1, '#5d7a2c');
    to.rod(SOFT, [-1.4, 19, 1.4], [-3.6, 26, 2.6], 0.42, '#b9793c');
  },
};
