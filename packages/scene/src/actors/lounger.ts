import type { Material } from '@openimagine/render';
import { type Srgb, toHex, toSrgb } from '../model/color.ts';
import { compose, multiply, rotationX, translation } from '../model/matrix.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { isCalled, propActor } from './prop.ts';
import { craftParts, FINE_WOOD, type Tools } from './prop-tools.ts';

const CLOTH: Material = { pattern: 'fabric', patternScale: 130, specular: 0.04, wrap: 0.45, rim: 0.05 };

/** A chair of canvas between two wooden frames, or a slatted lounger by word. It faces +z. */
export const lounger: ActorModel = { gaits: {}, build };

function build(context: ActorContext): Actor {
  const { actor, detail, copy } = context;
  const isFlat = isCalled(context, /lounger|sunbed|sun bed|chaise/);
  const color = toSrgb(actor.color ?? ['#2f7fb8', '#d8453a', '#e8a92a'][copy % 3]!);
  const parts = craftParts(`lounger/${isFlat}/${toHex(color)}`, detail, (to) =>
    isFlat ? addSunbed(to, color) : addDeckChair(to, color),
  );
  return propActor(context, parts, {
    seats: [{ position: isFlat ? [0, 0.36, 0.1] : [0, 0.3, 0.06], width: 0.55 }],
  });
}

function addDeckChair(to: Tools, color: Srgb): void {
  const wood = '#b98a56';
  for (const s of [-1, 1]) {
    to.rod(FINE_WOOD, [s * 0.31, 0.02, 0.62], [s * 0.31, 1.02, -0.52], 0.021, wood);
    to.rod(FINE_WOOD, [s * 0.35, 0.02, -0.5], [s * 0.35, 0.52, 0.5], 0.021, wood);
    to.rod(FINE_WOOD, [s * 0.37, 0.56, 0.36], [s * 0.37, 0.6, -0.28], 0.024, wood);
    to.rod(FINE_WOOD, [s * 0.36, 0.5, 0.46], [s * 0.37, 0.57, 0.34], 0.018, wood);
  }
  for (const [y, z] of [
    [1.02, -0.52],
    [0.5, 0.47],
    [0.04, 0.6],
    [0.04, -0.48],
  ] as const)
    to.rod(FINE_WOOD, [-0.36, y, z], [0.36, y, z], 0.021, wood);
  // Striped canvas that hangs between the upper bar and the front one.
  const stripes = 7;
  const curve = Array.from({ length: 9 }, (_, i) => {
    const t = i / 8;
    return [
      1.02 + (0.5 - 1.02) * t - 0.34 * Math.sin(Math.PI * t) ** 1.2,
      -0.52 + 0.99 * t - 0.02 * Math.sin(Math.PI * t),
    ] as const;
  });
  for (let k = 0; k < stripes; k++) {
    const x = ((k + 0.5) / stripes - 0.5) * 0.58;
    for (let i = 0; i < 8; i++) {
      const [[y0, z0], [y1, z1]] = [curve[i]!, curve[i + 1]!];
      const long = Math.hypot(y1 - y0, z1 - z0) + 0.006;
      to.add(
        CLOTH,
        to.rounded([0.58 / stripes, 0.008, long], 0.002, k % 2 ? '#f6f1e4' : color, 1),
        compose({ at: [x, (y0 + y1) / 2, (z0 + z1) / 2], rotate: [Math.atan2(y0 - y1, z1 - z0), 0, 0] }),
      );
    }
  }
}

function addSunbed(to: Tools, color: Srgb): void {
  const wood = '#b98a56';
  for (const s of [-1, 1]) {
    to.block(FINE_WOOD, [0.05, 0.08, 1.4], [s * 0.32, 0.27, 0.28], wood, 0.012);
    for (const z of [-0.3, 0.85]) to.block(FINE_WOOD, [0.06, 0.27, 0.06], [s * 0.31, 0.135, z], wood, 0.012);
  }
  const back = multiply(translation(0, 0.31, -0.36), rotationX(0.75));
  for (let i = 0; i < 9; i++) to.block(FINE_WOOD, [0.62, 0.025, 0.1], [0, 0.3, -0.28 + i * 0.15], wood, 0.008);
  to.block(CLOTH, [0.56, 0.07, 1.32], [0, 0.35, 0.32], color, 0.03);
  to.add(FINE_WOOD, to.rounded([0.64, 0.03, 0.74], 0.01, wood, 1), multiply(back, translation(0, 0, -0.36)));
  to.add(CLOTH, to.rounded([0.56, 0.07, 0.74], 0.03, color, 2), multiply(back, translation(0, 0.05, -0.36)));
  to.add(CLOTH, to.rounded([0.44, 0.09, 0.18], 0.04, '#f6f1e4', 2), multiply(back, translation(0, 0.12, -0.62)));
}
