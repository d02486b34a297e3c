import type { Mesh, Vec3 } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, type Srgb, shade, softStep, toHex } from '../model/color.ts';
import { compose, multiply, scaling, translation } from '../model/matrix.ts';
import { type MeshPart, mergeMeshes, paint } from '../model/mesh.ts';
import { sphere } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import { critterModel } from './critter.ts';
import { ball, edgeFactor, limb, SHELL, SMOOTH, sway } from './rig.ts';

/** A snail: a coiled shell on a foot that ripples, eyes on stalks. */
export const snail = critterModel('snail', {
  gaits: { walk: 0.04, run: 0.08, dance: 0 },
  color: '#c8863c',
  light: '#f0d8a4',
  speed: 0.04,
  pose(to, { seconds, distance, seed }, { base, light, key, detail }) {
    const pulse = 1 + 0.035 * Math.sin(distance * 90 + seconds * 1.5);
    const edge = 0.0062 * edgeFactor(detail) ** 0.6;
    const foot = cachedMesh(`${key}/foot`, () =>
      paint(
        smoothBlob(
          [
            limb([0, 0.012, -0.1], [0, 0.02, 0.06], [0.008, 0.024]),
            limb([0, 0.02, 0.05], [0, 0.055, 0.1], [0.023, 0.019], { blend: 0.02 }),
            { kind: 'block', at: [0, -0.05, 0], size: [1, 0.1, 1], round: 0.001, cut: true, blend: 0.004 },
          ],
          edge,
        ),
        (x, y, z) =>
          shade('#d8b88a', 0.9 + 0.12 * softStep(0.01, 0.05, y) + 0.05 * Math.sin(z * 190) * Math.cos(x * 150)),
      ),
    );
    to.add(foot, SMOOTH, scaling(1, 1, pulse));
    to.add(
      shellMesh(base, light, key),
      SHELL,
      compose({ at: [0, 0.072, -0.022], rotate: [0.05 * Math.sin(seconds * 1.2), 0, 0.06] }),
    );
    for (const side of [1, -1]) {
      const lean = 0.12 * sway(seconds, 1, seed + side);
      const stalk = cachedMesh(`${key}/stalk`, stalkMesh);
      to.add(
        stalk,
        SMOOTH,
        multiply(translation(side * 0.011, 0.064, 0.103), compose({ rotate: [0.35 + lean, 0, -side * 0.3] })),
      );
      to.add(
        stalk,
        SMOOTH,
        multiply(translation(side * 0.009, 0.05, 0.116), compose({ rotate: [1.3, 0, -side * 0.4], scale: 0.4 })),
      );
    }
  },
});

function stalkMesh(): Mesh {
  return mergeMeshes([
    {
      mesh: tube(
        [
          [0, 0, 0],
          [0, 0.025, 0],
          [0, 0.05, 0],
        ],
        { radius: (t) => 0.0045 - 0.0015 * t, color: '#d8b88a', sides: 7, rings: 6 },
      ),
    },
    { mesh: sphere(0.0058, '#2a1a14', 10), matrix: translation(0, 0.053, 0) },
  ]);
}

/** A tube that winds in on itself, in the plane of y and z. */
function shellMesh(base: Srgb, light: Srgb, key: string): Mesh {
  return cachedMesh(`${key}/shell/${toHex(light)}`, () => {
    const path: Vec3[] = [];
    const turns = 2.6;
    for (let i = 0; i <= 40; i++) {
      const t = i / 40;
      const angle = -1.2 + t * turns * Math.PI * 2;
      const r = 0.052 * (1 - t) ** 1.1 + 0.002;
      path.push([0.012 * t, Math.sin(angle) * r, Math.cos(angle) * r]);
    }
    const coil = tube(path, { radius: (t) => 0.031 * (1 - t) ** 0.85 + 0.004, sides: 14, rings: 96 });
    const parts: MeshPart[] = [
      {
        mesh: paint(coil, (x, y, z) =>
          mixColors(
            shade(base, 0.8),
            mixColors(base, light, 0.5),
            softStep(0.1, 0.7, Math.sin(Math.hypot(y, z) * 300 + Math.atan2(y, z) * 1.0) * 0.6 + Math.abs(x) * 12),
          ),
        ),
      },
      { mesh: smoothBlob([ball([0, 0, 0], [0.022, 0.034, 0.034])], 0.012, { color: shade(base, 0.8) }) },
    ];
    return mergeMeshes(parts);
  });
}
