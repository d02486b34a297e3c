import type { Mesh } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, softStep } from '../model/color.ts';
import { compose, type Matrix, multiply, rotationY, rotationZ, scaling, translation } from '../model/matrix.ts';
import { type MeshPart, mergeMeshes, paint } from '../model/mesh.ts';
import { sphere } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import { type CritterLook, critterModel } from './critter.ts';
import { ball, edgeFactor, limb, SMOOTH } from './rig.ts';

/** A butterfly: patterned wings that beat, clubbed feelers. */
export const butterfly = critterModel('butterfly', {
  gaits: { fly: 1.2, float: 0.3, walk: 0.1, rise: 0.5, dance: 0 },
  color: '#f08a24',
  light: '#ffd88a',
  dark: '#1e1714',
  pose(to, { seconds, seed, flies }, look) {
    const beat = flies ? Math.sin(seconds * 17 + seed) : 0.4 + 0.45 * Math.sin(seconds * 1.7 + seed);
    const lift = flies ? 0.06 + 0.02 * Math.sin(seconds * 17 + seed + 1.9) + 0.03 * Math.sin(seconds * 2.2 + seed) : 0;
    const body: Matrix = compose({
      at: [0.02 * (flies ? Math.sin(seconds * 1.7 + seed) : 0), 0.022 + lift, 0],
      rotate: [-0.25, 0.25 * (flies ? Math.sin(seconds * 1.3 + seed) : 0), 0],
    });
    to.add(bodyMesh(look), SMOOTH, body);
    for (const side of [1, -1]) {
      const root = multiply(body, scaling(side, 1, 1), translation(0.004, 0.006, 0.004), rotationZ(0.35 + beat * 0.85));
      to.add(wingMesh(look), { specular: 0.25, gloss: 40, wrap: 0.6, rim: 0.15 }, root);
    }
  },
});

function bodyMesh({ key, dark, detail }: CritterLook): Mesh {
  return cachedMesh(`${key}/body`, () => {
    const parts: MeshPart[] = [
      {
        mesh: smoothBlob(
          [
            limb([0, 0, 0.012], [0, 0, -0.012], [0.0075, 0.007]),
            limb([0, 0, -0.014], [0, -0.002, -0.05], [0.006, 0.0028], { blend: 0.004 }),
            ball([0, 0.001, 0.024], 0.0068, { blend: 0.003 }),
          ],
          0.003 * edgeFactor(detail) ** 0.6,
          { color: dark },
        ),
      },
    ];
    for (const side of [1, -1]) {
      parts.push({
        mesh: tube(
          [
            [side * 0.003, 0.005, 0.028],
            [side * 0.012, 0.016, 0.044],
            [side * 0.019, 0.02, 0.056],
          ],
          { radius: 0.0009, color: dark, sides: 5, rings: 8 },
        ),
      });
      parts.push({ mesh: sphere(0.0022, dark, 6), matrix: translation(side * 0.019, 0.02, 0.056) });
    }
    return mergeMeshes(parts);
  });
}

/** A fore and a hind wing in one, reaching along +x; thin. */
function wingMesh({ key, base, light, dark, detail }: CritterLook): Mesh {
  return cachedMesh(`${key}/wing`, () => {
    const thick = 0.0032;
    const shape = smoothBlob(
      [
        ball([0.04, 0, 0.024], [0.046, thick, 0.022], { turn: rotationY(-0.55) }),
        ball([0.058, 0, 0.042], [0.022, thick, 0.02], { blend: 0.008 }),
        ball([0.03, 0, -0.02], [0.034, thick, 0.026], { turn: rotationY(0.5), blend: 0.004 }),
        ball([0.034, 0, -0.042], [0.012, thick, 0.016], { turn: rotationY(0.4), blend: 0.008 }),
      ],
      0.0036 * edgeFactor(detail) ** 0.6,
    );
    return paint({ ...shape, positions: shape.positions.map((v, i) => (i % 3 === 1 ? v * 0.35 : v)) }, (x, _, z) => {
      const isFore = z > -0.004;
      const [cx, cz] = isFore ? [0.036, 0.024] : [0.028, -0.022];
      const reach = isFore
        ? Math.hypot((x - cx) / 0.043, (z - cz) / 0.031)
        : Math.hypot((x - cx) / 0.034, (z - cz) / 0.03);
      const vein = softStep(
        0.93,
        0.985,
        Math.abs(Math.sin(Math.atan2(z - (isFore ? 0.002 : -0.004), x + 0.004) * 7.5)),
      );
      const border = softStep(0.72, 0.86, reach);
      const dot =
        border *
        softStep(0.55, 0.8, Math.sin(Math.atan2(z - cz, x - cx) * 11)) *
        softStep(1.15, 1.02, reach) *
        softStep(0.84, 0.92, reach);
      const inner = mixColors(light, base, softStep(0.05, 0.55, reach));
      return mixColors(mixColors(inner, dark, Math.max(border, vein * 0.8 * softStep(0.012, 0.03, x))), '#ffffff', dot);
    });
  });
}
