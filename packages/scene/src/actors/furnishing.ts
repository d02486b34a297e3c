import { mixColors, type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { around, chanceOf, FABRIC, isCalled, MATT, propActor } from './prop.ts';
import { craftParts, FINE_WOOD, GLOSSY, POLISHED, type Tools } from './prop-tools.ts';

/** What a home is furnished with beside seats and tables: a mirror, a painting on its easel, a rug, a ladder, a bathtub. */
export const furnishing: ActorModel = { gaits: { float: 0.2 }, build };

const FORMS = [
  ['mirror', /mirror/, '#b98d3f'],
  ['easel', /easel|painting|canvas|picture|portrait|artwork/, '#9a6b3c'],
  ['blanket', /blanket/, '#c8453a'],
  ['rug', /rug|carpet|mat\b/, '#a8322f'],
  ['ladder', /ladder/, '#b98752'],
  ['bathtub', /bath|tub/, '#fbfaf7'],
] as const;
type Form = (typeof FORMS)[number][0];

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const [form, , usual] = FORMS.find(([, pattern]) => isCalled(context, pattern)) ?? FORMS[0];
  const color = toSrgb(actor.color ?? usual);
  const isFlying = isCalled(context, /flying|magic/) || actor.motion.kind === 'fly';
  const isFramed = isCalled(context, /frame/);
  const key = `furnishing/${form}/${isFramed}/${toHex(color)}`;
  const parts = craftParts(key, detail, (to) =>
    form === 'easel' ? addEasel(to, color, isFramed) : MAKE[form](to, color),
  );
  const seats = {
    blanket: [0.015, 1.6],
    rug: [0.03, 1.4],
    bathtub: [0.4, 0.9],
    mirror: [1.9, 0.3],
    easel: [1.7, 0.3],
    ladder: [2, 0.3],
  } as const;
  const [high, width] = seats[form];
  return propActor(context, parts, {
    seats: [{ position: [0, high, 0], width }],
    ...(form === 'bathtub' ? { filled: { y: 0.5, halfWidth: 0.6, halfDepth: 0.26 } } : {}),
    ...(form === 'rug' && isFlying
      ? {
          root: (t: number) => [
            1,
            0.03 * Math.sin(t * 2),
            0,
            0,
            -0.03 * Math.sin(t * 2),
            1,
            0,
            0,
            0,
            0,
            1,
            0,
            0,
            0.04,
            0,
            1,
          ],
        }
      : {}),
  });
}

const ELLIPSE = (rx: number, ry: number, steps = 48): number[] =>
  Array.from({ length: steps }, (_, i) => {
    const a = (i / steps) * Math.PI * 2;
    return [Math.cos(a) * rx, Math.sin(a) * ry];
  }).flat();

/** Hills, a lake and a low sun, laid as flat pieces just before the canvas. */
function addPicture(to: Tools, w: number, h: number, place: (z: number) => Parameters<Tools['plate']>[4]): void {
  const paint = { ...MATT, pattern: 'fabric', patternScale: 70 } as const;
  const rows: readonly (readonly [string, number, number, number])[] = [
    ['#f3b27a', 0.62, 0, 0],
    ['#8f7fae', 0.46, 0.09, 1],
    ['#4f6f8f', 0.36, 0.07, 3],
    ['#2f5a4a', 0.22, 0.05, 5],
  ];
  to.plate(paint, [-w / 2, -h / 2, w / 2, -h / 2, w / 2, h / 2, -w / 2, h / 2], 0.004, '#7fb0d8', place(0));
  to.plate(
    paint,
    ELLIPSE(w * 0.09, w * 0.09, 24).map((v, i) => v + (i % 2 ? h * 0.14 : w * 0.16)),
    0.004,
    '#fff0b8',
    place(0.0052),
  );
  for (const [i, [tone, level, swing, turn]] of rows.entries()) {
    const ridge = Array.from({ length: 13 }, (_, k) => {
      const x = (0.5 - k / 12) * w;
      return [
        x,
        -h / 2 + h * (level + swing * Math.sin((x / w) * 7 + turn) + swing * 0.5 * Math.sin((x / w) * 17 + turn)),
      ];
    }).flat();
    to.plate(
      paint,
      [-w / 2, -h / 2, w / 2, -h / 2, ...ridge],
      0.004,
      tone,
      place((i === 0 ? 0.002 : 0.005) + i * 0.0025),
    );
  }
}

function addFrame(
  to: Tools,
  w: number,
  h: number,
  wide: number,
  color: Srgb,
  at: readonly [number, number, number],
  lean: number,
): void {
  const [c, s] = [Math.cos(lean), Math.sin(lean)];
  const spot = (x: number, y: number): [number, number, number] => [at[0] + x, at[1] + y * c, at[2] + y * s];
  for (const side of [-1, 1]) {
    to.block(POLISHED, [w + wide * 2, wide, 0.05], spot(0, side * (h / 2 + wide / 2)), color, 0.018, [lean, 0, 0]);
    to.block(POLISHED, [wide, h, 0.05], spot(side * (w / 2 + wide / 2), 0), color, 0.018, [lean, 0, 0]);
  }
}

function addEasel(to: Tools, color: Srgb, isFramed: boolean): void {
  const [w, h, lean, middle] = [0.86, 0.66, -0.16, 1.2];
  const front = (y: number): number => 0.2 - (y - 0.2) * 0.16;
  for (const s of [-1, 1]) to.rod(FINE_WOOD, [s * 0.42, 0, 0.24], [s * 0.07, 1.86, -0.08], 0.024, color);
  to.rod(FINE_WOOD, [0, 0, -0.62], [0, 1.82, -0.1], 0.022, shade(color, 0.85));
  to.rod(FINE_WOOD, [0, 0.84, 0.06], [0, 1.95, -0.11], 0.02, color);
  to.block(FINE_WOOD, [0.94, 0.045, 0.12], [0, 0.84, 0.14], color, 0.012);
  to.block(FINE_WOOD, [0.5, 0.04, 0.03], [0, 0.42, 0.17], color, 0.01);
  const at = [0, middle, front(middle) + 0.05] as const;
  to.block(MATT, [w, h, 0.03], [at[0], at[1], at[2] - 0.02], '#efe8d8', 0.006, [lean, 0, 0]);
  addPicture(to, w, h, (z) => ({ at: [0, at[1], at[2] + z], rotate: [lean, 0, 0] }));
  if (isFramed) addFrame(to, w, h, 0.07, toSrgb('#c69a45'), at, lean);
}

const MAKE: Record<Exclude<Form, 'easel'>, (to: Tools, color: Srgb) => void> = {
  mirror(to, color) {
    // A tall oval on a stand; the glass is painted as if it showed a bright room.
    const mirror = { specular: 1, gloss: 190, emissive: 0.12 } as const;
    const tilt = -0.08;
    to.plate(POLISHED, ELLIPSE(0.41, 0.83), 0.06, color, { at: [0, 1.08, 0], rotate: [tilt, 0, 0] }, 0.015);
    const shown = ['#7e9bb2', '#89a5bb', '#9db8cc', '#bfd2df', '#d9e6ee', '#bdd0dd', '#9ab4c8', '#86a2b9'];
    to.plate(mirror, ELLIPSE(0.355, 0.775), 0.006, '#8fb0c6', { at: [0, 1.08, 0.034], rotate: [tilt, 0, 0] });
    for (const [i, tone] of shown.entries()) {
      const [x0, x1] = [-0.34 + i * 0.085, -0.34 + (i + 1) * 0.085];
      const edge = (x: number): number => 0.76 * Math.sqrt(Math.max(0, 1 - (x / 0.35) ** 2));
      const clamp = (x: number, y: number): number => Math.max(-edge(x), Math.min(edge(x), y));
      const rim = (x: number, s: number): [number, number] => [x, clamp(x, s * 0.76)];
      const low = [rim(x0, -1), rim((x0 + x1) / 2, -1), rim(x1, -1)];
      const high = [rim(x1, 1), rim((x0 + x1) / 2, 1), rim(x0, 1)];
      to.plate(mirror, [...low, ...high].flat(), 0.004, tone, { at: [0, 1.08, 0.038], rotate: [tilt, 0, 0] });
    }
    for (const s of [-1, 1]) {
      to.rod(POLISHED, [s * 0.47, 0.05, 0], [s * 0.47, 1.42, 0], 0.022, color);
      to.ball(POLISHED, 0.038, [s * 0.47, 1.45, 0], color);
      to.ball(POLISHED, 0.03, [s * 0.44, 1.08, 0], color);
      to.bar(POLISHED, [s * 0.47, 0.12, 0, s * 0.48, 0.06, 0.16, s * 0.5, 0.025, 0.3], 0.024, color);
      to.bar(POLISHED, [s * 0.47, 0.12, 0, s * 0.48, 0.06, -0.16, s * 0.5, 0.025, -0.3], 0.024, color);
    }
    to.rod(POLISHED, [-0.47, 0.16, 0], [0.47, 0.16, 0], 0.018, color);
    to.ball(POLISHED, [0.09, 0.06, 0.04], [0, 1.95, 0.06], color);
  },
  blanket(to, color) {
    const cloth = { ...FABRIC, patternScale: 40 } as const;
    to.block(cloth, [2, 0.012, 1.6], [0, 0.006, 0], '#f3ece0', 0.004);
    const stripe = mixColors(color, '#f3ece0', 0.45);
    for (let i = 0; i < 7; i++) to.block(cloth, [0.15, 0.004, 1.6], [-0.9 + i * 0.3, 0.0125, 0], stripe, 0.001);
    for (let k = 0; k < 5; k++) {
      const z = -0.64 + k * 0.32;
      to.block(cloth, [2, 0.004, 0.15], [0, 0.014, z], stripe, 0.001);
      for (let i = 0; i < 7; i++) to.block(cloth, [0.15, 0.004, 0.15], [-0.9 + i * 0.3, 0.0155, z], color, 0.001);
    }
  },
  rug(to, color) {
    const wool = { ...FABRIC, patternScale: 40 } as const;
    const cream = '#e9d8b2';
    const deep = mixColors(color, '#14203f', 0.65);
    const layer = (w: number, d: number, tone: Srgb | string, i: number): void =>
      to.block(wool, [w, 0.012, d], [0, 0.008 + i * 0.0035, 0], tone, 0.003);
    layer(2.4, 1.6, color, 0);
    layer(2.2, 1.4, cream, 1);
    layer(2.12, 1.32, deep, 2);
    layer(1.84, 1.04, cream, 3);
    layer(1.8, 1, color, 4);
    const flat = (outline: number[], tone: Srgb | string, y: number, x = 0, z = 0): void =>
      to.plate(wool, outline, 0.004, tone, { at: [x, y, z], rotate: [-Math.PI / 2, 0, 0] });
    flat([0.7, 0, 0, 0.42, -0.7, 0, 0, -0.42], cream, 0.0325);
    flat([0.6, 0, 0, 0.35, -0.6, 0, 0, -0.35], deep, 0.036);
    flat(ELLIPSE(0.3, 0.2, 16), '#d9a441', 0.0395);
    flat(ELLIPSE(0.16, 0.1, 12), color, 0.043);
    for (const x of [-1, 1]) for (const z of [-1, 1]) flat(ELLIPSE(0.12, 0.09, 8), cream, 0.0325, x * 0.72, z * 0.36);
    for (let i = 0; i < 17; i++)
      for (const s of [-1, 1])
        flat([0.045, 0, 0, 0.03, -0.045, 0, 0, -0.03], '#d9a441', 0.0255, (i - 8) * 0.122, s * 0.59);
    for (let i = 0; i < (to.isFar ? 14 : 40); i++)
      for (const s of [-1, 1])
        to.block(
          wool,
          [0.12, 0.006, 0.014],
          [s * 1.25, 0.005, -0.78 + (i * 1.56) / (to.isFar ? 13 : 39)],
          cream,
          0.001,
          [0, (chanceOf(i) - 0.5) * 0.5, 0],
        );
  },
  ladder(to, color) {
    for (const side of [1, -1]) {
      for (const s of [-1, 1])
        to.rod(
          FINE_WOOD,
          [s * 0.3, 0, side * 0.5],
          [s * 0.17, 2.2, side * 0.04],
          0.032,
          side > 0 ? color : shade(color, 0.8),
        );
      for (let i = 1; i < 7; i++) {
        const v = i / 7;
        const [x, y, z] = [0.3 - v * 0.13, v * 2.2, side * (0.5 - v * 0.46)];
        if (side > 0) to.block(FINE_WOOD, [x * 2, 0.035, 0.11], [0, y, z], shade(color, 1.1), 0.01);
        else if (i % 2) to.rod(FINE_WOOD, [-x, y, z], [x, y, z], 0.018, shade(color, 0.85));
      }
    }
    to.block(FINE_WOOD, [0.44, 0.05, 0.24], [0, 2.21, 0], '#c2402f', 0.015);
    for (const s of [-1, 1]) to.rod(POLISHED, [s * 0.24, 1, 0.29], [s * 0.24, 1, -0.29], 0.008, '#b9bec6');
  },
  bathtub(to, color) {
    const profile = [
      0.3, 0.1, 0.38, 0.11, 0.45, 0.2, 0.48, 0.4, 0.5, 0.56, 0.54, 0.6, 0.55, 0.625, 0.53, 0.64, 0.49, 0.63, 0.455,
      0.58, 0.44, 0.5,
    ];
    to.turned(GLOSSY, profile, color, { scale: [1.6, 1, 0.8] }, 56);
    to.turned(GLOSSY, [0, 0.1, 0.3, 0.1], color, { at: [0, 0.001, 0], scale: [1.6, 1, 0.8] }, 40);
    to.turned({ specular: 0.9, gloss: 150, wrap: 0.4 }, [0.452, 0.5, 0, 0.5], '#8fc6d8', { scale: [1.6, 1, 0.8] }, 40);
    for (const x of [-0.48, 0.48])
      for (const z of [-0.22, 0.22]) {
        to.bar(POLISHED, [x, 0.2, z, x * 1.12, 0.1, z * 1.2, x * 1.05, 0.035, z * 1.1], 0.035, '#c9a04c');
        to.ball(POLISHED, [0.055, 0.035, 0.055], [x * 1.05, 0.035, z * 1.1], '#c9a04c');
      }
    to.bar(POLISHED, [0.72, 0.62, 0, 0.72, 0.86, 0, 0.64, 0.93, 0, 0.52, 0.9, 0, 0.5, 0.82, 0], 0.024, '#d4d8dc');
    for (const z of [-0.11, 0.11]) {
      to.rod(POLISHED, [0.76, 0.62, z], [0.76, 0.74, z], 0.018, '#d4d8dc');
      for (const a of around(2))
        to.rod(
          POLISHED,
          [0.76, 0.74, z],
          [0.76 + Math.sin(a + 0.7) * 0.05, 0.74, z + Math.cos(a + 0.7) * 0.05],
          0.01,
          '#d4d8dc',
        );
    }
    // Foam along the rim, in heaps at the back, and open water in the middle.
    for (let i = 0; i < (to.isFar ? 12 : 42); i++) {
      const [a, r] = [chanceOf(i, 1) * 6.28, Math.sqrt(chanceOf(i, 2))];
      to.bead(
        { wrap: 0.6, specular: 0.3, gloss: 40 },
        0.045 + 0.05 * chanceOf(i, 3),
        [Math.cos(a) * (0.5 + 0.12 * r), 0.51 + (Math.sin(a) < 0 ? 0.05 * r : 0), Math.sin(a) * (0.22 + 0.08 * r)],
        '#fdfeff',
      );
    }
  },
};
