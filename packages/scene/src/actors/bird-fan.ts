import type { Mesh } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, type Srgb, softStep } from '../model/color.ts';
import { compose } from '../model/matrix.ts';
import { type MeshPart, mergeMeshes, paint } from '../model/mesh.ts';
import type { ActorContext } from './actor.ts';
import { ball, edgeFactor, limb } from './rig.ts';

const GREEN: Srgb = [46, 120, 62];

/** Feathers with eyes in three rings, standing in the plane of x and y. */
export function fanMesh(detail: ActorContext['detail']): Mesh {
  const edge = 0.0135 * edgeFactor(detail) ** 0.75;
  return cachedMesh(`bird/fan/${detail}`, () => {
    const feather = cachedMesh(`bird/fan/feather/${detail}`, () => {
      const shape = smoothBlob(
        [limb([0, 0, 0], [0, 0.6, 0], [0.012, 0.024]), ball([0, 0.66, 0], [0.062, 0.085, 0.016], { blend: 0.03 })],
        edge,
      );
      return paint({ ...shape, positions: shape.positions.map((v, i) => (i % 3 === 2 ? v * 0.45 : v)) }, (x, y) => {
        const r = Math.hypot(x / 0.05, (y - 0.665) / 0.066);
        const rim = mixColors(GREEN, [196, 148, 46], softStep(1.05, 0.8, r));
        const blue = mixColors(rim, [34, 150, 176], softStep(0.7, 0.55, r));
        return mixColors(blue, [26, 34, 110], softStep(0.4, 0.26, Math.hypot(x / 0.05, (y - 0.655) / 0.066)));
      });
    });
    const parts: MeshPart[] = [];
    for (const [ring, count, size] of [
      [0, 15, 1],
      [1, 13, 0.76],
      [2, 10, 0.53],
    ] as const)
      for (let i = 0; i < count; i++) {
        const angle = -1.5 + ((i + 0.5 * (ring % 2)) / (count - 1)) * 3;
        if (Math.abs(angle) > 1.52) continue;
        parts.push({
          mesh: feather,
          matrix: compose({ at: [0, 0, ring * 0.022], rotate: [0, 0, angle], scale: size }),
        });
      }
    return mergeMeshes(parts);
  });
}
