import { type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { around, isCalled, LIT, propActor } from './prop.ts';
import { craftParts, POLISHED, SOFT, type Tools } from './prop-tools.ts';

/** Buildings that everybody knows: the Statue of Liberty, Big Ben, the Taj Mahal, the pyramids, Pisa's tower; a tenth of their size. */
export const landmark: ActorModel = { gaits: {}, build };

const FORMS = [
  ['liberty', /liberty/, '#7fb8a0'],
  ['bigBen', /big ben|westminster|elizabeth tower/, '#c9a86a'],
  ['pyramid', /pyramid|giza|sphinx/, '#d9b878'],
  ['pisa', /pisa|leaning/, '#efe9da'],
  ['taj', /./, '#f4f0e6'],
] as const;
type Form = (typeof FORMS)[number][0];
const STONY = { pattern: 'grain', patternScale: 3, specular: 0.05 } as const;

function build(context: ActorContext): Actor {
  const [form, , usual] = FORMS.find(([, pattern]) => isCalled(context, pattern))!;
  const color = toSrgb(context.actor.color ?? usual);
  const parts = craftParts(`landmark/${form}/${context.isNight}/${toHex(color)}`, context.detail, (to) =>
    MAKE[form](to, color, context.isNight),
  );
  return propActor(
    context,
    parts,
    context.isNight
      ? { lights: () => [{ position: [0, 3, 7] as const, color: [1.8, 1.3, 0.7] as const, radius: 14 }] }
      : {},
  );
}

/** A bulb of a dome with its finial. */
function dome(to: Tools, at: readonly [number, number, number], r: number, color: Srgb): void {
  to.turned(
    STONY,
    [0.86, 0, 0.9, 0.2, 1.02, 0.55, 1.04, 0.8, 0.9, 1.2, 0.6, 1.55, 0.26, 1.84, 0.08, 2.02, 0, 2.05].map((v) => v * r),
    color,
    { at },
    36,
  );
  to.turned(
    POLISHED,
    [0.07, 1.98, 0.04, 2.1, 0.1, 2.2, 0.03, 2.32, 0, 2.6].map((v) => v * r),
    '#d8b257',
    { at },
    14,
  );
}

const MAKE: Record<Form, (to: Tools, color: Srgb, isNight: boolean) => void> = {
  taj(to, color, isNight) {
    to.block(STONY, [15, 0.9, 15], [0, 0.45, 0], shade(color, 0.94), 0.06);
    const body = [-3.4, -2, -2, -3.4, 2, -3.4, 3.4, -2, 3.4, 2, 2, 3.4, -2, 3.4, -3.4, 2];
    to.plate(STONY, body, 3.6, color, { at: [0, 2.7, 0], rotate: [-Math.PI / 2, 0, 0] }, 0.04);
    to.turned(STONY, [1.62, 4.4, 1.62, 5.5, 1.7, 5.6], color, undefined, 40);
    dome(to, [0, 5.4, 0], 1.9, color);
    const shadow = isNight ? LIT : SOFT;
    const tone = isNight ? '#e9b060' : '#6f6a64';
    const arch = (w: number, h: number): number[] => [
      -w,
      0,
      w,
      0,
      w,
      h * 0.62,
      w * 0.6,
      h * 0.86,
      0,
      h,
      -w * 0.6,
      h * 0.86,
      -w,
      h * 0.62,
    ];
    for (const turn of around(4)) {
      const [s, c] = [Math.sin(turn), Math.cos(turn)];
      const at = (x: number, y: number, z: number) => [x * c + z * s, y, -x * s + z * c] as const;
      to.block(STONY, [2.3, 4.4, 0.3], at(0, 3.1, 3.45), shade(color, 1.02), 0.04, [0, turn, 0]);
      to.plate(shadow, arch(0.78, 3), 0.06, tone, { at: at(0, 0.92, 3.6), rotate: [0, turn, 0] });
      for (const x of [-1.55, 1.55])
        for (const y of [0.95, 2.7])
          to.plate(shadow, arch(0.3, 1.3), 0.06, tone, { at: at(x, y, 3.41), rotate: [0, turn, 0] });
      const d = turn + Math.PI / 4;
      for (const y of [0.95, 2.7])
        to.plate(shadow, arch(0.3, 1.3), 0.06, tone, {
          at: [Math.sin(d) * 3.83, y, Math.cos(d) * 3.83],
          rotate: [0, d, 0],
        });
      to.turned(
        STONY,
        [0.62, 4.5, 0.62, 5.2, 0.68, 5.26, 0, 5.3],
        color,
        { at: [Math.sin(d) * 2.5, 0, Math.cos(d) * 2.5] },
        16,
      );
      dome(to, [Math.sin(d) * 2.5, 5.2, Math.cos(d) * 2.5], 0.62, color);
      const far = [Math.sin(d) * 9.4, 0, Math.cos(d) * 9.4] as const;
      to.turned(
        STONY,
        [
          0.62, 0.9, 0.55, 1.2, 0.5, 4, 0.62, 4.1, 0.46, 4.2, 0.42, 6.6, 0.56, 6.7, 0.4, 6.8, 0.36, 8.4, 0.5, 8.5, 0.3,
          8.6, 0.3, 9.1, 0, 9.1,
        ],
        color,
        { at: far },
        18,
      );
      dome(to, [far[0], 9, far[2]], 0.34, color);
    }
  },
  bigBen(to, color, isNight) {
    to.block(STONY, [3, 1, 3], [0, 0.5, 0], shade(color, 0.85), 0.06);
    to.block(STONY, [2.5, 13, 2.5], [0, 7, 0], color, 0.06);
    to.block(STONY, [2.9, 3, 2.9], [0, 14.6, 0], shade(color, 1.05), 0.08);
    to.block(STONY, [3.1, 0.3, 3.1], [0, 13.1, 0], shade(color, 0.8), 0.06);
    to.block(STONY, [3.1, 0.3, 3.1], [0, 16.2, 0], shade(color, 0.8), 0.06);
    for (const turn of around(4)) {
      const [s, c] = [Math.sin(turn), Math.cos(turn)];
      const at = (x: number, y: number, z: number) => [x * c + z * s, y, -x * s + z * c] as const;
      for (const x of [-0.8, 0, 0.8])
        to.block(STONY, [0.16, 12.2, 0.1], at(x, 7, 1.27), shade(color, 0.84), 0.03, [0, turn, 0]);
      for (let i = 0; i < 6; i++)
        to.block(STONY, [2.6, 0.14, 0.14], at(0, 2 + i * 1.9, 1.28), shade(color, 0.9), 0.03, [0, turn, 0]);
      to.disc(POLISHED, 1.3, 0.1, at(0, 14.7, 1.4), '#2a3a52', [Math.PI / 2, turn, 0]);
      to.disc(isNight ? { ...LIT, emissive: 1.2 } : SOFT, 1.14, 0.1, at(0, 14.7, 1.45), '#fdf6e0', [
        Math.PI / 2,
        turn,
        0,
      ]);
      for (const [long, a] of [
        [0.62, 0.95],
        [0.95, -0.5],
      ] as const)
        to.block(
          SOFT,
          [0.1, long, 0.04],
          at(Math.sin(a) * long * 0.45, 14.7 + Math.cos(a) * long * 0.45, 1.58),
          '#17161a',
          0.01,
          [0, turn, -a],
        );
      for (let i = 0; i < 12; i += 3)
        to.block(
          SOFT,
          [0.05, 0.16, 0.03],
          at(Math.sin((i / 6) * Math.PI) * 1, 14.7 + Math.cos((i / 6) * Math.PI) * 1, 1.56),
          '#17161a',
          0.01,
          [0, turn, -(i / 6) * Math.PI],
        );
      to.block(STONY, [0.34, 1, 0.34], at(1.3, 16.8, 1.3), color, 0.05, [0, turn, 0]);
      to.turned(STONY, [0.24, 0, 0, 0.9], shade(color, 0.7), { at: at(1.3, 17.3, 1.3) }, 6);
      for (const x of [-0.6, 0, 0.6])
        to.block(isNight ? LIT : SOFT, [0.34, 1, 0.1], at(x, 18.7, 0.78), isNight ? '#ffc878' : '#2a2622', 0.04, [
          0,
          turn,
          0,
        ]);
    }
    const flat = { rotate: [0, Math.PI / 4, 0] as const };
    to.turned(SOFT, [2, 16.3, 1.2, 18, 1.16, 18.1], '#4a5560', flat, 4);
    to.turned(STONY, [1.2, 18, 1.2, 19.3, 1.35, 19.4], color, flat, 4);
    to.turned(SOFT, [1.36, 19.4, 0.8, 20.8, 0.36, 22.4, 0.06, 24.2, 0, 24.4], '#4a5560', flat, 4);
    to.ball(POLISHED, 0.16, [0, 24.5, 0], '#d8b257');
    to.rod(POLISHED, [0, 24.5, 0], [0, 25.4, 0], 0.04, '#d8b257');
  },
  liberty(to, color, isNight) {
    to.block(STONY, [5, 1.2, 5], [0, 0.6, 0], '#b5a88e', 0.08);
    to.turned(STONY, [2.9, 1.2, 2.1, 4.6, 2.3, 4.7, 2.3, 5, 0, 5], '#c9bda4', { rotate: [0, Math.PI / 4, 0] }, 4);
    const bronze = { specular: 0.14, gloss: 18, wrap: 0.25 } as const;
    const folds = around(13).map(
      (a, i) =>
        ({
          kind: 'limb',
          from: [Math.sin(a) * 0.95, 5, Math.cos(a) * 0.8],
          to: [Math.sin(a) * 0.42, 8.6, Math.cos(a) * 0.36],
          radius: [0.2 + 0.06 * (i % 2), 0.1],
          blend: 0.14,
        }) as const,
    );
    to.blob(
      bronze,
      [
        { kind: 'limb', from: [0, 5.1, 0], to: [0, 8.4, 0], radius: [0.92, 0.5] },
        { kind: 'ball', at: [0, 8.7, 0], radius: [0.62, 0.75, 0.46], blend: 0.3 },
        ...folds,
        { kind: 'limb', from: [-0.5, 9.2, 0], to: [-0.8, 10.3, 0.1], radius: [0.26, 0.2], blend: 0.2 },
        { kind: 'limb', from: [-0.8, 10.3, 0.1], to: [-0.74, 11.5, 0.12], radius: [0.18, 0.14], blend: 0.1 },
        { kind: 'limb', from: [0.55, 9.1, 0.1], to: [0.78, 8.2, 0.42], radius: [0.25, 0.2], blend: 0.2 },
        { kind: 'limb', from: [0, 9.2, 0], to: [0, 9.7, 0.04], radius: 0.2, blend: 0.1 },
        { kind: 'ball', at: [0, 10.05, 0.06], radius: [0.32, 0.42, 0.36], blend: 0.06 },
        { kind: 'ball', at: [0, 10.1, -0.1], radius: [0.38, 0.4, 0.34], blend: 0.08 },
      ],
      0.085,
      color,
      0.16,
    );
    to.block(bronze, [0.62, 0.95, 0.14], [0.82, 8.5, 0.62], shade(color, 1.05), 0.03, [-0.3, 0.3, 0.2]);
    to.hoop(bronze, 0.37, 0.07, [0, 10.36, 0.02], shade(color, 0.95), [Math.PI / 2 - 0.2, 0, 0]);
    for (let i = 0; i < 7; i++) {
      const a = -1.15 + (i / 6) * 2.3;
      to.rod(
        bronze,
        [Math.sin(a) * 0.34, 10.4 + Math.cos(a) * 0.1, 0.1],
        [Math.sin(a) * 0.95, 10.45 + Math.cos(a) * 0.66, 0],
        [0.05, 0.01],
        shade(color, 1.05),
      );
    }
    to.turned(
      bronze,
      [0.06, 0, 0.12, 0.4, 0.26, 0.5, 0.28, 0.58, 0, 0.6],
      shade(color, 0.9),
      { at: [-0.74, 11.4, 0.12] },
      16,
    );
    to.turned(
      { ...POLISHED, emissive: isNight ? 2.4 : 0.4 },
      [0.16, 0, 0.24, 0.18, 0.2, 0.4, 0.06, 0.72, 0, 0.78],
      '#f0bf52',
      { at: [-0.74, 11.98, 0.12] },
      16,
    );
  },
  pyramid(to, color) {
    const one = (x: number, z: number, half: number, tall: number): void => {
      const steps = to.isHero ? 18 : 9;
      for (let i = 0; i < steps; i++) {
        const h = tall / steps;
        const w = half * 2 * (1 - i / steps);
        to.block(STONY, [w, h * 1.02, w], [x, (i + 0.5) * h, z], shade(color, 0.93 + 0.1 * ((i * 0.37) % 1)), 0.01);
      }
    };
    one(0, 0, 7.4, 9.2);
    one(-10.5, -5, 4.6, 5.8);
    one(9.6, 4.6, 2.6, 3.2);
  },
  pisa(to, color) {
    const lean = { rotate: [0, 0, -0.07] as const, at: [0, 0.14, 0] as const };
    to.turned(
      STONY,
      [
        0, 0, 2, 0, 2, 0.3, 1.75, 0.4, 1.72, 2.2, 1.9, 2.3, 1.9, 2.4, 1.3, 2.45, 1.3, 11.4, 1.62, 11.5, 1.62, 11.65,
        1.1, 11.7, 1.1, 13, 1.2, 13.1, 1.2, 13.2, 0, 13.2,
      ],
      color,
      lean,
      40,
    );
    const tilt = (x: number, y: number, z: number) =>
      [x * Math.cos(0.07) + y * Math.sin(0.07), y * Math.cos(0.07) - x * Math.sin(0.07) + 0.14, z] as const;
    for (let row = 0; row < 6; row++) {
      const y = 2.45 + row * 1.5;
      to.turned(STONY, [1.3, y + 1.28, 1.68, y + 1.3, 1.7, y + 1.42, 1.3, y + 1.48], color, lean, 36);
      for (const a of around(to.isHero ? 12 : 8)) {
        to.rod(
          STONY,
          tilt(Math.sin(a) * 1.55, y, Math.cos(a) * 1.55),
          tilt(Math.sin(a) * 1.55, y + 1.3, Math.cos(a) * 1.55),
          0.06,
          color,
        );
        to.block(
          SOFT,
          [0.26, 0.9, 0.03],
          tilt(Math.sin(a + 0.26) * 1.3, y + 0.5, Math.cos(a + 0.26) * 1.3),
          '#8a8276',
          0.01,
          [0, a + 0.26, -0.07],
        );
      }
    }
  },
};
