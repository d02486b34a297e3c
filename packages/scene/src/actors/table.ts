import { shade, toHex, toSrgb } from '../model/color.ts';
import { alongSegment } from '../model/matrix.ts';
import { cylinder } from '../model/primitives.ts';
import { roundedBox } from '../model/rounded-box.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { around, isCalled, propActor, propParts, WOOD } from './prop.ts';

/** A wooden table or desk; a round one by word. */
export const table: ActorModel = { gaits: {}, build };

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const color = toSrgb(actor.color ?? '#9a6236');
  const isRound = isCalled(context, /round|side table|coffee table|caf/);
  const isDesk = isCalled(context, /desk|workbench|nightstand/);
  const parts = propParts(`table/${isRound}/${isDesk}/${toHex(color)}`, detail, (to) => {
    const top = isRound ? 0.6 : 0.75;
    if (isRound) to.add(WOOD, roundedDisc(0.5, to.segments(40)), { at: [0, top - 0.045, 0] }, color);
    else to.add(WOOD, roundedBox([1.5, 0.055, 0.82], 0.02, color, to.isFar ? 1 : 3), { at: [0, top - 0.0275, 0] });
    const legs = isRound
      ? around(3).map((a) => [Math.sin(a) * 0.34, Math.cos(a) * 0.34] as const)
      : ([
          [-0.64, -0.32],
          [0.64, -0.32],
          [-0.64, 0.32],
          [0.64, 0.32],
        ] as const);
    for (const [x, z] of legs) {
      const leg = cylinder({ radius: 0.026, topRadius: 0.04, height: top - 0.03, segments: to.segments(16) });
      to.add(WOOD, leg, alongSegment([x * 1.06, 0.002, z * 1.06], [x * 0.9, top - 0.05, z * 0.9]), shade(color, 0.72));
    }
    if (!isRound) {
      for (const z of [-0.34, 0.34])
        to.add(WOOD, roundedBox([1.26, 0.09, 0.025], 0.008, shade(color, 0.85), 1), { at: [0, top - 0.1, z] });
      for (const x of [-0.66, 0.66])
        to.add(WOOD, roundedBox([0.025, 0.09, 0.62], 0.008, shade(color, 0.85), 1), { at: [x, top - 0.1, 0] });
    }
    if (isDesk) {
      to.add(WOOD, roundedBox([0.42, 0.56, 0.7], 0.02, shade(color, 0.9), 2), { at: [0.48, 0.42, 0] });
      for (const y of [0.26, 0.44, 0.61]) {
        to.add(WOOD, roundedBox([0.38, 0.15, 0.03], 0.012, color, 2), { at: [0.48, y, 0.35] });
        to.add(WOOD, roundedBox([0.1, 0.022, 0.03], 0.01, '#d8b36a', 2), { at: [0.48, y, 0.375] });
      }
    }
  });
  return propActor(context, parts, { seats: [{ position: [0, isRound ? 0.6 : 0.75, 0], width: isRound ? 0.8 : 1.3 }] });
}

function roundedDisc(radius: number, segments: number) {
  return cylinder({ radius, topRadius: radius, height: 0.045, segments });
}
