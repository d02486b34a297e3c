import { shade, toHex, toSrgb } from '../model/color.ts';
import { extrude } from '../model/extrude.ts';
import { cylinder } from '../model/primitives.ts';
import { roundedBox } from '../model/rounded-box.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { isCalled, PAINT, propActor, propParts, STONE } from './prop.ts';

/** A vermilion shrine gate, curved above, with straw rope and paper; of stone by word. */
export const torii: ActorModel = { gaits: {}, build };

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const isStone = isCalled(context, /stone|old|ancient/);
  const color = toSrgb(actor.color ?? (isStone ? '#9b968c' : '#d8402a'));
  const cap = isStone ? shade(color, 0.8) : toSrgb('#26221f');
  const material = isStone ? STONE : PAINT;
  const parts = propParts(`torii/${isStone}/${toHex(color)}`, detail, (to) => {
    const round = to.segments(28);
    for (const x of [-1, 1]) {
      to.add(
        material,
        cylinder({ radius: 0.27, topRadius: 0.21, height: 4.5, segments: round }),
        { at: [x * 1.85, 0, 0], rotate: [0, 0, x * 0.035] },
        color,
      );
      to.add(PAINT, cylinder({ radius: 0.34, height: 0.5, segments: round }), { at: [x * 1.86, 0, 0] }, cap);
      to.add(STONE, cylinder({ radius: 0.46, height: 0.18, segments: round }), { at: [x * 1.86, 0, 0] }, '#8a857c');
    }
    to.add(material, roundedBox([4.7, 0.32, 0.24], 0.04, color, 2), { at: [0, 3.5, 0] });
    const n = 14;
    const curve = (base: number, lift: number, half: number) =>
      Array.from({ length: n + 1 }, (_, i) => -half + (2 * half * i) / n).map(
        (x) => [x, base + lift * (x / half) ** 2] as const,
      );
    const beam = (low: number, high: number, half: number, depth: number, tone: typeof color) =>
      to.add(
        material,
        extrude([...curve(low, 0.22, half), ...curve(high, 0.3, half + 0.12).toReversed()], {
          depth,
          bevel: 0.03,
          color: tone,
        }),
      );
    beam(4.35, 4.66, 2.75, 0.36, color);
    beam(4.66, 4.92, 3.0, 0.52, cap);
    to.add(PAINT, roundedBox([0.46, 0.62, 0.16], 0.04, cap, 1), { at: [0, 3.98, 0.06] });
    to.add(PAINT, roundedBox([0.32, 0.48, 0.05], 0.02, '#d9b25a', 1), { at: [0, 3.98, 0.15] });
    for (let i = -3; i <= 3; i++)
      to.add(PAINT, roundedBox([0.13, 0.34, 0.02], 0.005, '#faf8f2', 1), {
        at: [i * 0.48, 3.02 + 0.03 * i * i, 0.05],
        rotate: [0, 0, 0.12 * (i % 2)],
      });
    for (let i = -14; i < 14; i++)
      to.add(
        PAINT,
        cylinder({ radius: 0.055, height: 0.14, segments: 6 }),
        { at: [i * 0.12, 3.22 + 0.0065 * i * i * 0.15, 0.02], rotate: [0, 0, -Math.PI / 2 - 0.3] },
        '#d8c08a',
      );
  });
  return propActor(context, parts);
}
