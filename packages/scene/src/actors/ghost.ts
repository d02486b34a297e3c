import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, softStep } from '../model/color.ts';
import type { BlobPart } from '../model/field.ts';
import { compose, multiply, rotationZ } from '../model/matrix.ts';
import { mergeMeshes, paint } from '../model/mesh.ts';
import { sphere } from '../model/primitives.ts';
import { critterModel } from './critter.ts';
import { ball, edgeFactor, limb } from './rig.ts';
import { mouthOf } from './speech.ts';

/** A ghost: a floating sheet that glows softly, with dark eyes and a trailing hem. */
export const ghost = critterModel('ghost', {
  gaits: { float: 0.6, fly: 2, walk: 0.7, run: 2, rise: 0.5, dance: 0, wave: 0, swim: 0.5 },
  color: '#eef4f8',
  light: '#ffffff',
  pose(to, { seconds, seed, speed }, { base, key, detail, context }) {
    const bob = 0.22 + 0.06 * Math.sin(seconds * 1.5 + seed);
    const lean = 0.1 * Math.sin(seconds * 0.9 + seed) + Math.min(0.35, speed * 0.12);
    const body = compose({
      at: [0.04 * Math.sin(seconds * 0.8 + seed), bob, 0],
      rotate: [lean, 0.12 * Math.sin(seconds * 0.6), 0.06 * Math.sin(seconds * 1.1)],
    });
    const sheet = cachedMesh(`${key}/sheet`, () => {
      const hem: BlobPart[] = Array.from({ length: 9 }, (_, i): BlobPart => {
        const angle = (i / 9) * Math.PI * 2;
        const [x, z] = [Math.sin(angle), Math.cos(angle)];
        return limb([x * 0.3, 0.35, z * 0.27], [x * 0.36, i % 2 === 0 ? 0 : 0.1, z * 0.33], [0.13, 0.06], {
          blend: 0.07,
        });
      });
      return paint(
        smoothBlob(
          [
            ball([0, 1.12, 0], [0.32, 0.36, 0.3]),
            limb([0, 1.0, 0], [0, 0.45, 0], [0.31, 0.36], { blend: 0.15 }),
            ...hem,
          ],
          0.042 * edgeFactor(detail) ** 0.6,
        ),
        (x, y, z) =>
          mixColors(
            mixColors(base, '#8fb4d8', 0.4 * softStep(0.7, 0, y)),
            '#ffffff',
            0.15 * Math.sin(Math.atan2(x, z) * 9),
          ),
      );
    });
    const veil = { emissive: 0.32, wrap: 0.7, rim: 0.4, specular: 0.05 };
    to.add(sheet, veil, body);
    const arm = cachedMesh(`${key}/arm`, () =>
      smoothBlob(
        [
          limb([0, 0, 0], [0.2, 0.04, 0.14], [0.1, 0.06]),
          ball([0.23, 0.06, 0.18], [0.07, 0.055, 0.07], { blend: 0.04 }),
        ],
        0.03,
        { color: base },
      ),
    );
    for (const side of [1, -1]) {
      const waved = 0.2 * Math.sin(seconds * 2.1 + side + seed);
      to.add(
        arm,
        veil,
        multiply(body, compose({ at: [side * 0.26, 0.84, 0.06], scale: [side, 1, 1] }), rotationZ(0.15 + waved)),
      );
    }
    const open = 0.55 + 0.2 * Math.sin(seconds * 1.3) + 0.6 * mouthOf(context)(seconds);
    const face = cachedMesh('ghost/eyes', () =>
      mergeMeshes(
        [1, -1].flatMap((side) => [
          {
            mesh: sphere([0.062, 0.09, 0.035], '#14161e', 16),
            matrix: compose({ at: [side * 0.115, 1.17, 0.318], rotate: [-0.1, side * 0.35, 0] }),
          },
          { mesh: sphere(0.016, '#ffffff', 8), matrix: compose({ at: [side * 0.115 - 0.018, 1.2, 0.352] }) },
        ]),
      ),
    );
    to.add(face, { specular: 0.5, gloss: 60 }, body, { castsShadow: false });
    const mouth = cachedMesh('ghost/mouth', () => sphere([0.045, 0.06, 0.03], '#14161e', 14));
    to.add(mouth, { specular: 0.2 }, multiply(body, compose({ at: [0, 0.99, 0.325], scale: [1, open, 1] })), {
      castsShadow: false,
    });
  },
});
