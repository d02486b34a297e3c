import { smoothBlob } from '../model/blob.ts';
import { mixColors, type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { warp } from '../model/mesh.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { chanceOf, FABRIC, isCalled, propActor } from './prop.ts';
import { craftParts, FINE_WOOD, type Tools } from './prop-tools.ts';

/** A bed that faces +z with its foot: single, double, with four posts; a crib, a hammock, a pillow or a folded blanket by word. */
export const bed: ActorModel = { gaits: { sway: 0, float: 0.2 }, build };

const LINEN = { ...FABRIC, patternScale: 170, wrap: 0.4 } as const;
const FORMS = [
  ['pillow', /pillow|cushion/, '#f4f1ea'],
  ['blanket', /blanket|quilt|duvet|towel/, '#5f86a8'],
  ['crib', /crib|cradle|cot\b/, '#8fb7cf'],
  ['hammock', /hammock/, '#d8823c'],
  ['bed', /./, '#4f7396'],
] as const;
type Form = (typeof FORMS)[number][0];

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const called = FORMS.find(([, pattern]) => pattern.test(actor.word.toLowerCase()));
  const [form, , usual] = called ?? FORMS.at(-1)!;
  const color = toSrgb(actor.color ?? usual);
  const isPosted = isCalled(context, /four.?poster|canopy|royal|princess/);
  const isSingle = isCalled(context, /single|small|bunk|child|hospital/);
  const parts = craftParts(`bed/${form}/${isPosted}/${isSingle}/${toHex(color)}`, detail, (to) => {
    if (form === 'bed') addBed(to, color, isSingle ? 1 : 1.6, isPosted);
    else MAKE[form](to, color);
  });
  const seats: Record<Form, readonly [number, number]> = {
    bed: [0.62, 1.3],
    crib: [0.5, 0.6],
    hammock: [0.42, 1.4],
    pillow: [0.14, 0.4],
    blanket: [0.12, 0.5],
  };
  const [high, width] = seats[form];
  return propActor(context, parts, { seats: [{ position: [0, high, form === 'bed' ? 0.15 : 0], width }] });
}

/** A cushion that is thick in the middle and pinched at its corners. */
function addPillow(
  to: Tools,
  at: readonly [number, number, number],
  size: readonly [number, number],
  color: Srgb,
  lean = 0,
): void {
  const [w, d] = size;
  const raw = smoothBlob([{ kind: 'block', at: [0, 0, 0], size: [w, 0.16, d], round: 0.07 }], to.isHero ? 0.05 : 0.08, {
    color,
  });
  const soft = warp(raw, (x, y, z) => {
    const edge = Math.max(Math.abs(x / w), Math.abs(z / d)) * 2;
    const pinch = 1 - 0.07 * (1 - Math.abs(x / w) * 2) ** 2 * (Math.abs(z / d) > 0.3 ? 1 : 0);
    return [x, y * (1.15 - 0.72 * Math.min(1, edge) ** 3), z * pinch];
  });
  to.add(LINEN, soft, { at, rotate: [lean, 0, 0] }, color);
}

function addBed(to: Tools, color: Srgb, width: number, isPosted: boolean): void {
  const wood = '#7a5233';
  const length = 2.05;
  for (const s of [-1, 1]) {
    to.block(FINE_WOOD, [0.06, 0.24, length], [s * (width / 2 + 0.02), 0.3, 0], wood, 0.015);
    for (const z of [-1, 1]) {
      const high = isPosted ? 2.1 : z < 0 ? 1.08 : 0.56;
      to.block(
        FINE_WOOD,
        [0.09, high, 0.09],
        [s * (width / 2 + 0.02), high / 2, z * (length / 2)],
        shade(wood, 0.9),
        0.015,
      );
      to.ball(FINE_WOOD, 0.062, [s * (width / 2 + 0.02), high + 0.03, z * (length / 2)], wood);
    }
  }
  to.block(FINE_WOOD, [width, 0.78, 0.05], [0, 0.68, -length / 2], wood, 0.02);
  to.block(FINE_WOOD, [width + 0.1, 0.08, 0.1], [0, 1.08, -length / 2], shade(wood, 1.1), 0.03);
  to.block(FINE_WOOD, [width, 0.3, 0.05], [0, 0.36, length / 2], wood, 0.02);
  to.block(LINEN, [width, 0.24, length - 0.08], [0, 0.43, 0], '#f1ede3', 0.07);
  // The cover hangs over the sides in shallow folds and is turned back below the pillows.
  const cover = smoothBlob(
    [
      { kind: 'block', at: [0, 0.545, 0.27], size: [width + 0.1, 0.1, 1.45], round: 0.05 },
      { kind: 'block', at: [-(width / 2 + 0.05), 0.42, 0.27], size: [0.05, 0.34, 1.43], round: 0.025, blend: 0.05 },
      { kind: 'block', at: [width / 2 + 0.05, 0.42, 0.27], size: [0.05, 0.34, 1.43], round: 0.025, blend: 0.05 },
    ],
    to.isHero ? 0.075 : to.isFar ? 0.14 : 0.1,
    { color },
  );
  to.add(
    LINEN,
    warp(cover, (x, y, z) => {
      const side = Math.abs(x) > width / 2 ? 1 : 0;
      const fold = 0.014 * Math.sin(z * 15 + Math.sin(z * 4)) * (0.6 - y) * 4 * side;
      return [x + Math.sign(x) * fold, y + (side ? 0 : 0.012 * Math.sin(x * 7 + z * 3) * Math.sin(z * 5 - x * 2)), z];
    }),
    undefined,
    color,
  );
  to.block(LINEN, [width + 0.09, 0.085, 0.3], [0, 0.585, -0.42], '#fbf8f0', 0.04);
  const count = width > 1.2 ? 2 : 1;
  for (let i = 0; i < count; i++) {
    const x = (i - (count - 1) / 2) * (width / count);
    addPillow(to, [x, 0.69, -0.78], [Math.min(0.72, width * 0.8), 0.46], toSrgb('#fbf9f4'), 0.42);
  }
  addPillow(to, [0, 0.71, -0.5], [0.42, 0.38], mixColors(color, '#f0b070', 0.55), 0.62);
  if (!isPosted) return;
  for (const z of [-1, 1]) to.block(FINE_WOOD, [width + 0.12, 0.07, 0.07], [0, 2.1, z * (length / 2)], wood, 0.015);
  for (const s of [-1, 1]) to.block(FINE_WOOD, [0.07, 0.07, length], [s * (width / 2 + 0.02), 2.1, 0], wood, 0.015);
  to.block(LINEN, [width + 0.2, 0.05, length + 0.15], [0, 2.15, 0], mixColors(color, '#ffffff', 0.5), 0.02);
  for (const s of [-1, 1])
    for (const z of [-1, 1])
      to.turned(
        LINEN,
        [0.17, 0.1, 0.15, 0.5, 0.07, 0.95, 0.09, 1.05, 0.17, 2.12],
        mixColors(color, '#ffffff', 0.5),
        { at: [s * (width / 2 + 0.02), 0, z * (length / 2)], scale: [0.8, 1, 0.8] },
        9,
      );
}

const MAKE: Record<Exclude<Form, 'bed'>, (to: Tools, color: Srgb) => void> = {
  pillow: (to, color) => addPillow(to, [0, 0.1, 0], [0.62, 0.44], color),
  blanket(to, color) {
    for (let i = 0; i < 4; i++) {
      to.block(
        LINEN,
        [0.72 - 0.02 * chanceOf(i), 0.05, 0.5],
        [0, 0.026 + i * 0.046, 0],
        i % 2 ? color : shade(color, 0.9),
        0.024,
      );
      to.rod(LINEN, [-0.35, 0.045 + i * 0.046, 0.245], [0.35, 0.045 + i * 0.046, 0.245], 0.026, color);
    }
    for (const x of [-0.24, -0.16, 0.24, 0.16])
      to.block(LINEN, [0.035, 0.202, 0.57], [x, 0.105, 0.01], mixColors(color, '#ffffff', 0.7), 0.02);
  },
  crib(to, color) {
    const wood = '#efe7d8';
    for (const s of [-1, 1])
      for (const z of [-1, 1]) {
        to.block(FINE_WOOD, [0.06, 1, 0.06], [s * 0.36, 0.5, z * 0.62], wood, 0.015);
        to.ball(FINE_WOOD, 0.045, [s * 0.36, 1.02, z * 0.62], wood);
      }
    for (const y of [0.34, 0.94])
      for (const s of [-1, 1]) {
        to.block(FINE_WOOD, [0.05, 0.05, 1.24], [s * 0.36, y, 0], wood, 0.012);
        to.block(FINE_WOOD, [0.72, 0.05, 0.05], [0, y, s * 0.62], wood, 0.012);
      }
    for (const s of [-1, 1]) {
      for (let i = 1; i < 11; i++)
        to.rod(FINE_WOOD, [s * 0.36, 0.34, i * 0.113 - 0.62], [s * 0.36, 0.94, i * 0.113 - 0.62], 0.011, wood);
      for (let i = 1; i < 6; i++)
        to.rod(FINE_WOOD, [i * 0.12 - 0.36, 0.34, s * 0.62], [i * 0.12 - 0.36, 0.94, s * 0.62], 0.011, wood);
    }
    to.block(LINEN, [0.68, 0.12, 1.2], [0, 0.42, 0], '#fbf8f2', 0.04);
    to.block(LINEN, [0.69, 0.07, 0.75], [0, 0.49, 0.22], color, 0.03);
    addPillow(to, [0, 0.52, -0.42], [0.42, 0.28], toSrgb('#ffffff'));
  },
  hammock(to, color) {
    const rope = '#cdbb94';
    for (const s of [-1, 1]) {
      to.rod(FINE_WOOD, [s * 1.75, 0, 0], [s * 1.75, 1.5, 0], [0.07, 0.055], '#7a5233');
      to.block(FINE_WOOD, [0.12, 0.08, 0.9], [s * 1.75, 0.04, 0], '#6a472c', 0.02);
      for (let i = 0; i < 7; i++) to.rod(FINE_WOOD, [s * 1.72, 1.35, 0], [s * 1.08, 0.72, (i - 3) * 0.13], 0.006, rope);
      to.rod(FINE_WOOD, [s * 1.08, 0.72, -0.42], [s * 1.08, 0.72, 0.42], 0.022, '#8a6138');
    }
    for (let i = 0; i < 16; i++) {
      const sag = (x: number): number => 0.42 + 0.3 * (x / 1.08) ** 2;
      const [a, b] = [(i / 8 - 1) * 1.08, ((i + 1) / 8 - 1) * 1.08];
      const tone = i % 4 < 2 ? color : mixColors(color, '#fff4dc', 0.75);
      to.block(
        LINEN,
        [Math.hypot(b - a, sag(b) - sag(a)) + 0.012, 0.02, 0.84],
        [(a + b) / 2, (sag(a) + sag(b)) / 2, 0],
        tone,
        0.004,
        [0, 0, Math.atan2(sag(b) - sag(a), b - a)],
      );
    }
  },
};
