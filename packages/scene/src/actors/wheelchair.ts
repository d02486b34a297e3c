import { toHex, toSrgb } from '../model/color.ts';
import { alongSegment } from '../model/matrix.ts';
import { cylinder, ring } from '../model/primitives.ts';
import { roundedBox } from '../model/rounded-box.ts';
import type { Actor, ActorContext } from './actor.ts';
import { type Assembly, FABRIC, propActor, propParts, STEEL } from './prop.ts';

const TYRE = '#24242a';
const FRAME = '#b9c0c8';

/** A wheelchair: two large wheels with hand rims, two small ones, push handles behind and footrests before. */
export function wheelchair(context: ActorContext): Actor {
  const color = toSrgb(context.actor.color ?? '#2a3f66');
  const parts = propParts(`wheelchair/${toHex(color)}`, context.detail, (to) => {
    addSeat(to, toHex(color));
    addWheels(to);
    addFrame(to);
  });
  return propActor(context, parts, { seats: [{ position: [0, 0.5, 0.03], width: 0.44 }] });
}

function addSeat(to: Assembly, color: string): void {
  to.add(FABRIC, roundedBox([0.44, 0.05, 0.42], 0.02, color, 2), { at: [0, 0.47, 0] });
  to.add(FABRIC, roundedBox([0.44, 0.42, 0.04], 0.018, color, 2), { at: [0, 0.72, -0.22], rotate: [-0.08, 0, 0] });
  for (const side of [-1, 1])
    to.add(FABRIC, roundedBox([0.05, 0.03, 0.3], 0.014, TYRE, 2), { at: [side * 0.25, 0.7, 0.02] });
}

function addWheels(to: Assembly): void {
  for (const side of [-1, 1]) {
    const upright = (x: number) => ({ at: [side * x, 0.3, -0.08] as const, rotate: [0, Math.PI / 2, 0] as const });
    to.add(FABRIC, ring(0.285, 0.018, TYRE, Math.PI * 2, to.segments(30)), upright(0.29));
    to.add(STEEL, ring(0.25, 0.008, FRAME, Math.PI * 2, to.segments(26)), upright(0.32));
    for (let i = 0; i < 4; i++) {
      const [c, s] = [Math.cos((i * Math.PI) / 4) * 0.28, Math.sin((i * Math.PI) / 4) * 0.28];
      to.add(
        STEEL,
        cylinder({ radius: 0.004, height: 0.56, segments: 4, color: FRAME }),
        alongSegment([side * 0.29, 0.3 - c, -0.08 - s], [side * 0.29, 0.3 + c, -0.08 + s]),
      );
    }
    to.add(FABRIC, ring(0.075, 0.018, TYRE, Math.PI * 2, to.segments(16)), {
      at: [side * 0.24, 0.093, 0.34],
      rotate: [0, Math.PI / 2, 0],
    });
  }
}

function addFrame(to: Assembly): void {
  const rod = (from: readonly [number, number, number], goal: readonly [number, number, number]): void => {
    const length = Math.hypot(goal[0] - from[0], goal[1] - from[1], goal[2] - from[2]);
    to.add(STEEL, cylinder({ radius: 0.012, height: length, segments: 6, color: FRAME }), alongSegment(from, goal));
  };
  for (const side of [-1, 1]) {
    const x = side * 0.225;
    rod([x, 0.3, -0.2], [x, 0.98, -0.26]);
    rod([x, 0.97, -0.26], [x, 0.97, -0.4]);
    rod([x, 0.45, -0.2], [x, 0.45, 0.24]);
    rod([x, 0.45, 0.24], [x, 0.12, 0.42]);
    rod([x, 0.45, 0.2], [side * 0.24, 0.1, 0.34]);
    rod([x, 0.68, 0.17], [x, 0.46, 0.2]);
    to.add(STEEL, roundedBox([0.14, 0.015, 0.12], 0.006, TYRE, 1), { at: [side * 0.12, 0.11, 0.46] });
  }
  rod([-0.225, 0.3, -0.08], [0.225, 0.3, -0.08]);
}
