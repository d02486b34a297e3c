import type { Mesh } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, shade, softStep } from '../model/color.ts';
import { alongSegment, compose, multiply, rotationX, rotationY, scaling, translation } from '../model/matrix.ts';
import { mergeMeshes, paint } from '../model/mesh.ts';
import { sphere } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import { type CritterLook, critterModel } from './critter.ts';
import { ball, edgeFactor, footAt, limb, SHELL, SMOOTH, strideShare, sway } from './rig.ts';

const STEP = { stride: 0.1, duty: 0.6, lift: 0.03 };

/** A crab: a wide shell, two claws that open and shut, six legs, eyes on stalks. */
export const crab = critterModel('crab', {
  gaits: { walk: 0.25, run: 0.6, jump: 0, dance: 0 },
  color: '#d8492c',
  light: '#f6d2a8',
  speed: 0.25,
  pose(to, { seconds, distance, speed, seed, jumps }, look) {
    const { base, light, key, detail } = look;
    const share = strideShare(speed, 0.25);
    const bob = 0.004 * Math.sin(seconds * 2.2 + seed) + (jumps ? 0.02 * Math.abs(Math.sin(seconds * 5)) : 0);
    const shell = cachedMesh(`${key}/shell`, () =>
      paint(
        smoothBlob(
          [
            ball([0, 0.075, 0], [0.105, 0.04, 0.072]),
            ball([0.085, 0.078, 0.03], [0.032, 0.018, 0.02], { mirror: true, blend: 0.02 }),
          ],
          0.0085 * edgeFactor(detail) ** 0.6,
        ),
        (x, y, z) => {
          const bump = softStep(0.5, 0.8, Math.sin(x * 95) * Math.sin(z * 95 + 1)) * softStep(0.08, 0.1, y);
          return mixColors(mixColors(light, base, softStep(0.058, 0.074, y)), shade(base, 1.25), bump * 0.5);
        },
      ),
    );
    const body = translation(0, bob, 0);
    to.add(shell, SHELL, body);
    to.add(
      cachedMesh(`${key}/face`, () => faceMesh(look)),
      SMOOTH,
      body,
    );
    const bone = cachedMesh(`${key}/bone`, () =>
      tube(
        [
          [0, 0, 0],
          [0, 0.5, 0],
          [0, 1, 0],
        ],
        { radius: (t) => 0.0125 - 0.004 * t, color: base, sides: 6, rings: 4 },
      ),
    );
    const tip = cachedMesh(`${key}/tip`, () =>
      tube(
        [
          [0, 0, 0],
          [0, 0.5, 0],
          [0, 1, 0],
        ],
        { radius: (t) => 0.0095 - 0.008 * t, color: shade(base, 0.75), sides: 6, rings: 4 },
      ),
    );
    for (let i = 0; i < 6; i++) {
      const side = i < 3 ? 1 : -1;
      const rank = i % 3;
      const foot = footAt(distance / STEP.stride + ((rank + (side > 0 ? 0 : 1)) % 2) * 0.5, STEP);
      const root = [side * 0.085, 0.07 + bob, 0.015 - rank * 0.032] as const;
      const end = [
        side * (0.19 - 0.015 * Math.abs(rank - 1)),
        0.003 + foot.y * share,
        0.03 - rank * 0.07 + foot.z * share,
      ] as const;
      const knee = [side * 0.15, 0.115 + foot.y * share * 0.5, (root[2] + end[2]) * 0.55] as const;
      to.add(bone, SHELL, alongSegment(root, knee, { stretch: true }));
      to.add(tip, SHELL, alongSegment(knee, end, { stretch: true }));
    }
    for (const side of [1, -1]) {
      const raise = 0.2 * sway(seconds, 1.1, seed + side * 3) + (jumps ? 0.5 * Math.sin(seconds * 6 + side) : 0);
      const elbow = [side * 0.135, 0.085 + bob, 0.1] as const;
      to.add(bone, SHELL, alongSegment([side * 0.08, 0.072 + bob, 0.05], elbow, { stretch: true }));
      const claw = multiply(translation(...elbow), scaling(side, 1, 1), rotationY(-0.5), rotationX(-0.35 - raise));
      to.add(
        cachedMesh(`${key}/palm`, () => palmMesh(look)),
        SHELL,
        claw,
      );
      const open = 0.3 + 0.25 * Math.max(0, Math.sin(seconds * 2.4 + side * 1.3));
      to.add(
        cachedMesh(`${key}/finger`, () =>
          smoothBlob([limb([0, 0, 0], [-0.012, 0, 0.062], [0.015, 0.005])], 0.006, {
            color: mixColors(base, '#fff2e0', 0.25),
          }),
        ),
        SHELL,
        multiply(claw, translation(-0.016, 0, 0.05), rotationY(-open)),
      );
    }
  },
});

function palmMesh({ base }: CritterLook): Mesh {
  return paint(
    smoothBlob(
      [
        ball([0, 0, 0.03], [0.034, 0.026, 0.042]),
        limb([0.012, 0, 0.055], [0.006, 0, 0.115], [0.019, 0.005], { blend: 0.012 }),
      ],
      0.0075,
    ),
    (_, __, z) => mixColors(base, '#fff2e0', softStep(0.07, 0.11, z) * 0.5),
  );
}

function faceMesh({ base }: CritterLook): Mesh {
  return mergeMeshes([
    ...[1, -1].flatMap((side) => [
      {
        mesh: tube(
          [
            [side * 0.026, 0.095, 0.06],
            [side * 0.03, 0.125, 0.068],
          ],
          { radius: 0.006, color: base, sides: 7, rings: 4 },
        ),
      },
      { mesh: sphere(0.0135, '#f8f4ea', 12), matrix: compose({ at: [side * 0.03, 0.136, 0.069] }) },
      { mesh: sphere(0.0075, '#14100e', 10), matrix: compose({ at: [side * 0.03, 0.138, 0.0776] }) },
    ]),
    {
      mesh: tube(
        [
          [-0.024, 0.073, 0.0715],
          [0, 0.066, 0.0755],
          [0.024, 0.073, 0.0715],
        ],
        { radius: 0.0028, color: '#5a1a10', sides: 5, rings: 10 },
      ),
    },
  ]);
}
