import { cachedMesh } from '../model/cache.ts';
import { compose, multiply, rotationX } from '../model/matrix.ts';
import { mergeMeshes } from '../model/mesh.ts';
import { cylinder, ring } from '../model/primitives.ts';
import type { ActorContext } from './actor.ts';
import { type AddPart, around, MATT, type PropPart, STEEL } from './prop.ts';

/** A tyre and its hub, radius 1, width 0.6, turning about x. */
function wheelParts(segments: number): readonly PropPart[] {
  const tyre = cachedMesh(`wheel/tyre/${segments}`, () =>
    mergeMeshes([
      {
        mesh: cylinder({ radius: 0.94, height: 0.6, segments }),
        matrix: compose({ at: [0.3, 0, 0], rotate: [0, 0, Math.PI / 2] }),
        color: '#1d1e21',
      },
      ...[-0.24, 0.24].map((x) => ({
        mesh: ring(0.88, 0.12, '#232428', Math.PI * 2, Math.min(12, segments)),
        matrix: compose({ at: [x, 0, 0], rotate: [0, Math.PI / 2, 0] }),
      })),
    ]),
  );
  const hub = cachedMesh(`wheel/hub/${segments}`, () =>
    mergeMeshes([
      {
        mesh: cylinder({ radius: 0.56, height: 0.66, segments }),
        matrix: compose({ at: [0.33, 0, 0], rotate: [0, 0, Math.PI / 2] }),
        color: '#c9ced6',
      },
      ...around(5).map((angle) => ({
        mesh: cylinder({ radius: 0.1, height: 0.7, segments: 6 }),
        matrix: multiply(rotationX(angle), compose({ at: [0.35, 0.32, 0], rotate: [0, 0, Math.PI / 2] })),
        color: '#4c5058',
      })),
    ]),
  );
  return [
    { mesh: tyre, material: MATT },
    { mesh: hub, material: STEEL },
  ];
}

export interface Axle {
  readonly x: number;
  readonly z: number;
  readonly radius: number;
  readonly width: number;
}

/** Wheels on the ground that roll as far as the vehicle has come. */
export function addWheels(
  add: AddPart,
  axles: readonly Axle[],
  distance: number,
  detail: ActorContext['detail'],
): void {
  const parts = wheelParts(detail === 'far' ? 5 : detail === 'normal' ? 9 : 16);
  for (const { x, z, radius, width } of axles) {
    for (const side of x === 0 ? [1] : [-1, 1]) {
      add(
        parts,
        multiply(
          compose({ at: [side * x, radius, z], scale: [width / 0.6, radius, radius] }),
          rotationX(distance / radius),
        ),
      );
    }
  }
}
