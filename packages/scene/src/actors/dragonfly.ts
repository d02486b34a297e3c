import type { Mesh } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, shade, softStep } from '../model/color.ts';
import { compose, multiply, rotationX, rotationY, rotationZ, scaling, translation } from '../model/matrix.ts';
import { type MeshPart, mergeMeshes, paint } from '../model/mesh.ts';
import { sphere } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import { type CritterLook, critterModel } from './critter.ts';
import { ball, edgeFactor, limb, SHELL } from './rig.ts';

/** A dragonfly: a long thin tail, great eyes, four clear wings held out flat. */
export const dragonfly = critterModel('dragonfly', {
  gaits: { fly: 1.6, float: 0.5, walk: 0.05, rise: 0.5, dance: 0 },
  color: '#2f86c8',
  light: '#a8e0ff',
  pose(to, { seconds, seed, flies }, look) {
    const lift = flies ? 0.1 + 0.012 * Math.sin(seconds * 3 + seed) : 0.022;
    const body = multiply(
      translation(0, lift, 0.02),
      compose({ rotate: [-0.12 + 0.03 * Math.sin(seconds * 2), 0.1 * Math.sin(seconds * 0.9 + seed), 0] }),
    );
    to.add(bodyMesh(look), { specular: 0.8, gloss: 70 }, body);
    to.add(cachedMesh('dragonfly/legs', legs), SHELL, body);
    const beat = flies ? 0.4 * Math.sin(seconds * 55 + seed) : 0.05 * Math.sin(seconds * 1.6 + seed);
    for (const side of [1, -1])
      for (const rear of [0, 1])
        to.add(
          cachedMesh('dragonfly/wing', wingMesh),
          { emissive: 0.22, specular: 0.8, gloss: 70 },
          multiply(
            body,
            scaling(side, 1, 1),
            translation(0.008, 0.014, 0.012 - rear * 0.02),
            rotationY(-0.16 + rear * 0.42),
            rotationZ(0.14 + beat * (rear ? -1 : 1)),
            rotationX(0.12),
          ),
          { castsShadow: false },
        );
  },
});

function bodyMesh({ key, base, light, detail }: CritterLook): Mesh {
  return cachedMesh(`${key}/body`, () => {
    const trunk = paint(
      smoothBlob(
        [
          ball([0, 0, 0], [0.014, 0.016, 0.024]),
          limb([0, 0.002, -0.02], [0, 0.004, -0.16], [0.0075, 0.0052], { blend: 0.004 }),
          ball([0, 0.004, -0.16], [0.007, 0.0055, 0.012], { blend: 0.003 }),
          ball([0, 0.002, 0.03], [0.01, 0.009, 0.009], { blend: 0.003 }),
        ],
        0.0042 * edgeFactor(detail) ** 0.6,
      ),
      (_, y, z) =>
        mixColors(
          mixColors(shade(base, 0.75), light, softStep(-0.004, 0.012, y) * 0.35),
          '#141a22',
          z < -0.02 ? softStep(0.55, 0.9, Math.sin(z * 260)) * 0.8 : 0,
        ),
    );
    const eyes = [1, -1].map(
      (side): MeshPart => ({
        mesh: paint(sphere([0.0115, 0.012, 0.0115], base, 14), (_, y) =>
          mixColors('#2c5a3a', '#8fd0a0', softStep(-0.01, 0.012, y)),
        ),
        matrix: translation(side * 0.0095, 0.006, 0.036),
      }),
    );
    return mergeMeshes([{ mesh: trunk }, ...eyes]);
  });
}

function wingMesh(): Mesh {
  const shape = smoothBlob(
    [ball([0.062, 0, 0], [0.062, 0.004, 0.0145]), ball([0.095, 0, -0.003], [0.032, 0.004, 0.0165], { blend: 0.006 })],
    0.0048,
  );
  const thin = { ...shape, positions: shape.positions.map((value, i) => (i % 3 === 1 ? value * 0.25 : value)) };
  return paint(thin, (x, _, z) => {
    const vein = Math.max(softStep(0.86, 1, Math.sin(x * 300)), softStep(0.8, 1, Math.cos(z * 620)));
    const mark = softStep(0.008, 0.005, Math.hypot(x - 0.108, (z - 0.011) * 1.6));
    return mixColors(mixColors('#e4f1f6', '#8fa4ae', vein * 0.6), '#2a2f36', mark);
  });
}

function legs(): Mesh {
  return mergeMeshes(
    [1, -1].flatMap((side) =>
      [0.016, 0.006, -0.004].map(
        (z): MeshPart => ({
          mesh: tube(
            [
              [side * 0.006, -0.01, z],
              [side * 0.018, -0.008, z + 0.008],
              [side * 0.02, -0.0225, z + 0.012],
            ],
            { radius: 0.0013, color: '#15181c', sides: 5, rings: 8 },
          ),
        }),
      ),
    ),
  );
}
