import type { Mesh } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, toSrgb } from '../model/color.ts';
import { compose, multiply, rotationY, rotationZ, scaling, translation } from '../model/matrix.ts';
import { type MeshPart, mergeMeshes, paint } from '../model/mesh.ts';
import { tube } from '../model/tube.ts';
import { type CritterLook, critterModel } from './critter.ts';
import { addEyes, BUTTON_EYE } from './eyes.ts';
import { ball, edgeFactor, FUR, SHELL } from './rig.ts';

const BLACK = toSrgb('#241a14');

/** A bee: a round striped body, clear wings that whir, bent feelers. */
export const bee = critterModel('bee', {
  gaits: { fly: 1.4, float: 0.4, walk: 0.08, rise: 0.6, dance: 0 },
  color: '#f0b428',
  light: '#ffe7a0',
  pose(to, { seconds, seed }, look) {
    const { key, detail } = look;
    const hover = 0.05 + 0.012 * Math.sin(seconds * 3.1 + seed) + 0.006 * Math.sin(seconds * 7.3);
    const body = compose({
      at: [0.008 * Math.sin(seconds * 2.3 + seed), hover, 0],
      rotate: [0.06 * Math.sin(seconds * 2.7), 0.2 * Math.sin(seconds * 1.1 + seed), 0.08 * Math.sin(seconds * 3.7)],
    });
    to.add(bodyMesh(look), FUR, body);
    to.add(cachedMesh(`${key}/limbs`, limbs), SHELL, body);
    addEyes(
      to,
      body,
      { look: { ...BUTTON_EYE, iris: '#2a1a12' }, at: [0.0115, 0.004, 0.03], radius: 0.0075, outward: 0.55, tall: 1.2 },
      { closed: 0, detail },
    );
    const wing = cachedMesh('bee/wing', wingMesh);
    const beat = Math.sin(seconds * 70 + seed);
    for (const side of [1, -1])
      for (const rear of [0, 1])
        to.add(
          wing,
          { emissive: 0.25, specular: 0.7, gloss: 70 },
          multiply(
            body,
            scaling(side, 1, 1),
            translation(0.008, 0.017, 0.006 - rear * 0.007),
            rotationZ(0.5 + beat * 0.4),
            rotationY(0.25 + rear * 0.55),
            scaling(1 - rear * 0.28),
          ),
          { castsShadow: false },
        );
  },
});

function bodyMesh({ key, base, detail }: CritterLook): Mesh {
  return cachedMesh(`${key}/body`, () =>
    paint(
      smoothBlob(
        [
          ball([0, 0, -0.022], [0.019, 0.018, 0.028]),
          ball([0, 0.003, 0.01], [0.0165, 0.016, 0.016], { blend: 0.006 }),
          ball([0, 0.001, 0.029], [0.0125, 0.012, 0.011], { blend: 0.003 }),
        ],
        0.0034 * edgeFactor(detail) ** 0.6,
      ),
      (_, __, z) =>
        z > 0.02 ? mixColors(BLACK, base, 0.25) : z > -0.004 ? base : Math.sin((z + 0.004) * 520) > 0 ? base : BLACK,
    ),
  );
}

function limbs(): Mesh {
  const parts: MeshPart[] = [];
  for (const side of [1, -1]) {
    parts.push({
      mesh: tube(
        [
          [side * 0.004, 0.011, 0.034],
          [side * 0.009, 0.02, 0.04],
          [side * 0.012, 0.018, 0.052],
        ],
        { radius: 0.0012, color: BLACK, sides: 5, rings: 8 },
      ),
    });
    for (const z of [0.014, 0.006, -0.004])
      parts.push({
        mesh: tube(
          [
            [side * 0.01, -0.01, z],
            [side * 0.02, -0.018, z],
            [side * 0.019, -0.032, z - 0.006],
          ],
          { radius: 0.0015, color: BLACK, sides: 5, rings: 8 },
        ),
      });
  }
  parts.push({
    mesh: tube(
      [
        [0, -0.002, -0.047],
        [0, -0.003, -0.058],
      ],
      { radius: (t) => 0.0025 * (1 - t), color: BLACK, sides: 5, rings: 4 },
    ),
  });
  return mergeMeshes(parts);
}

function wingMesh(): Mesh {
  const shape = smoothBlob([ball([0.027, 0, -0.004], [0.027, 0.003, 0.0115])], 0.0036);
  return paint({ ...shape, positions: shape.positions.map((v, i) => (i % 3 === 1 ? v * 0.3 : v)) }, () => [
    226, 240, 248,
  ]);
}
