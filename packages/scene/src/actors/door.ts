import { type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { extrude } from '../model/extrude.ts';
import { compose, multiply, rotationY } from '../model/matrix.ts';
import { box, ring, sphere } from '../model/primitives.ts';
import { roundedBox } from '../model/rounded-box.ts';
import { opennessOf } from '../stage/change/changing.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { type Assembly, isCalled, LIT, MATT, PLASTER, propActor, propParts, STEEL, WOOD } from './prop.ts';

/** A panelled door in its frame with a lit pane, a step and a lantern; under an awning where a shop is meant. */
export const door: ActorModel = { gaits: {}, build };

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const isShop = isCalled(context, /bakery|shop|caf|store|restaurant/);
  const color = toSrgb(actor.color ?? (isShop ? '#2f7268' : '#9c3b2e'));
  const parts = propParts(`door/${isShop}/${toHex(color)}`, detail, (to) => {
    const soft = to.isFar ? 1 : 3;
    for (const x of [-0.56, 0.56])
      to.add(WOOD, roundedBox([0.13, 2.2, 0.2], 0.02, '#efe6d6', soft), { at: [x, 1.2, 0] });
    to.add(WOOD, roundedBox([1.32, 0.16, 0.24], 0.03, '#efe6d6', soft), { at: [0, 2.34, 0] });
    to.add(PLASTER, roundedBox([1.5, 0.12, 0.6], 0.03, '#b9b2a6', soft), { at: [0, 0.06, 0.16] });
    if (!isShop) return;
    for (let i = 0; i < 8; i++) {
      const stripe = extrude(
        [
          [0, 0],
          [0.62, -0.3],
          [0.62, -0.42],
          [0.58, -0.4],
          [0, -0.06],
        ].toReversed() as [number, number][],
        { depth: 0.2, color: i % 2 ? '#f6efe2' : toHex(color) },
      );
      to.add(MATT, stripe, { at: [-0.7 + i * 0.2, 2.62, 0.08], rotate: [0, -Math.PI / 2, 0] });
    }
  });
  const leaf = propParts(`door/leaf/${isShop}/${toHex(color)}`, detail, (to) => addLeaf(to, color));
  const open =
    opennessOf(actor, context.durationSeconds) ?? (isCalled(context, /\b(?:open|ajar)\b/) ? () => 1 : undefined);
  const beyond =
    open &&
    propParts('door/beyond', detail, (to) =>
      to.add(BRIGHT_BEYOND, box(1, 2.14, 0.02), { at: [0, 1.19, -0.07] }, '#ffdca0'),
    );
  return propActor(context, parts, {
    animate(t, _travel, add) {
      const share = open?.(t) ?? 0;
      if (beyond && share > 0.01) add(beyond, undefined, { emissive: 0.12 + 0.16 * share, castsShadow: false });
      // Hung on its left side, it swings towards who looks.
      const hinge = multiply(compose({ at: [-0.5, 0, 0] }), rotationY(-1.75 * share), compose({ at: [0.5, 0, 0] }));
      add(leaf, hinge);
    },
    lights: (t) => {
      const share = open?.(t) ?? 0;
      return [
        {
          position: [0, 1.5 - 0.2 * share, 0.7 + 0.3 * share],
          color: [1 + 1.3 * share, 0.68 + 0.9 * share, 0.34 + 0.4 * share],
          radius: 3.2 + 4 * share,
        },
      ];
    },
  });
}

const BRIGHT_BEYOND = { emissive: 1.6 } as const;

/** The leaf with its panels, its pane and its knocker, shut. */
function addLeaf(to: Assembly, color: Srgb): void {
  const soft = to.isFar ? 1 : 3;
  const block = (
    size: readonly [number, number, number],
    at: readonly [number, number, number],
    tone = 1,
    round = 0.015,
  ) => to.add(WOOD, roundedBox(size, round, shade(color, tone), soft), { at });
  block([1, 2.14, 0.07], [0, 1.19, -0.02], 0.86);
  for (const x of [-0.24, 0.24]) block([0.36, 0.62, 0.05], [x, 0.55, 0.02], 1.06, 0.024);
  block([0.86, 0.12, 0.05], [0, 1.0, 0.02], 1.0);
  to.add(LIT, box(0.72, 0.9, 0.04), { at: [0, 1.62, 0.0] }, '#ffcf87');
  for (const x of [-0.38, 0, 0.38]) block([x === 0 ? 0.035 : 0.06, 0.96, 0.06], [x, 1.62, 0.012]);
  for (const y of [1.15, 1.62, 2.09]) block([0.8, y === 1.62 ? 0.035 : 0.06, 0.06], [0, y, 0.012]);
  to.add(STEEL, sphere([0.035, 0.035, 0.035], '#d9b25a', to.segments(18)), { at: [0.4, 1.03, 0.075] });
  to.add(STEEL, ring(0.05, 0.01, '#d9b25a'), { at: [0, 0.93, 0.06] });
}
