import type { Mesh } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, shade, softStep } from '../model/color.ts';
import type { BlobPart } from '../model/field.ts';
import { multiply, rotationX, rotationY, rotationZ, scaling, translation } from '../model/matrix.ts';
import { mergeMeshes, paint } from '../model/mesh.ts';
import { snoutFace } from './beast.ts';
import { type CritterLook, critterModel } from './critter.ts';
import { ANIMAL_EYE, addEyes } from './eyes.ts';
import { ball, edgeFactor, FUR, limb, SMOOTH, sway, twitchAt } from './rig.ts';

const R = 0.1;
const HOP = 1.9;

/** A kangaroo: upright on long feet, a thick tail, small arms; it hops, and its feet stand while it gathers itself. */
export const kangaroo = critterModel('kangaroo', {
  gaits: { walk: 1.6, run: 5, jump: 0, dance: 0 },
  color: '#a5683c',
  light: '#e9d2b2',
  speed: 1.6,
  pose(to, { seconds, distance, speed, seed, jumps, closed }, look) {
    const { key, detail } = look;
    const turn = jumps ? seconds * 1.4 : distance / HOP;
    const phase = turn - Math.floor(turn);
    const share = jumps ? 1 : Math.min(1, speed / 1);
    const air = phase > 0.3 ? Math.sin(((phase - 0.3) / 0.7) * Math.PI) * share : 0;
    const gather = phase < 0.3 ? Math.sin((phase / 0.3) * Math.PI) * share : 0;
    const lean = 0.5 * share + 0.1 * gather;
    const body = multiply(translation(0, 0.5845 + 0.42 * air - 0.1 * gather, -0.05), rotationX(lean));
    to.add(trunkMesh(look), FUR, body);
    const tail = cachedMesh(`${key}/tail`, () =>
      paint(
        smoothBlob(
          [
            limb([0, 0, 0], [0, -0.28, -0.45], [0.105, 0.07]),
            limb([0, -0.28, -0.45], [0, -0.42, -1.0], [0.07, 0.03], { blend: 0.05 }),
          ],
          0.026 * edgeFactor(detail) ** 0.6,
        ),
        () => shade(look.base, 0.92),
      ),
    );
    to.add(tail, FUR, multiply(body, translation(0, -0.13, -0.1), rotationX(-lean + 0.25 * air + 0.1 * gather)));
    for (const side of [1, -1]) {
      // The thigh swings ahead in the air; the long foot is flat on the ground between hops.
      const thigh = multiply(body, translation(0.13 * side, -0.1, 0.02), rotationX(-lean - 0.75 + 0.7 * air));
      to.add(
        cachedMesh(`${key}/thigh`, () =>
          legPart(look, [
            ball([0, 0, 0], [0.1, 0.14, 0.14]),
            limb([0, 0, 0], [0, -0.3, 0], [0.11, 0.055], { blend: 0.08 }),
          ]),
        ),
        FUR,
        thigh,
      );
      const shin = multiply(thigh, translation(0, -0.3, 0), rotationX(1.55 - 0.75 * air + 0.25 * gather));
      to.add(
        cachedMesh(`${key}/shin`, () => legPart(look, [limb([0, 0, 0], [0, -0.3, 0], [0.055, 0.036])])),
        FUR,
        shin,
      );
      const foot = multiply(shin, translation(0, -0.3, 0), rotationX(-0.8 + 0.55 * air - 0.25 * gather));
      to.add(
        cachedMesh(`${key}/foot`, () =>
          legPart(look, [limb([0, -0.0, -0.03], [0, -0.02, 0.26], [0.042, 0.036])], 0.75),
        ),
        FUR,
        foot,
      );
      const arm = multiply(
        body,
        translation(0.12 * side, 0.36, 0.1),
        rotationX(-0.75 - lean * 0.6 + 0.12 * Math.sin(seconds * 1.9 + side)),
        rotationZ(0.15 * side),
      );
      to.add(
        cachedMesh(`${key}/arm`, () =>
          legPart(
            look,
            [
              limb([0, 0, 0], [0, -0.16, 0], [0.045, 0.032]),
              limb([0, -0.16, 0], [0, -0.26, 0.1], [0.032, 0.026], { blend: 0.02 }),
            ],
            0.85,
          ),
        ),
        FUR,
        arm,
      );
    }
    const head = multiply(
      body,
      translation(0, 0.68, 0.17),
      rotationX(-lean + 0.05 * sway(seconds, 0.9, seed)),
      rotationY(0.2 * sway(seconds, 0.6, seed + 1)),
    );
    to.add(headMesh(look), FUR, head);
    for (const side of [1, -1])
      to.add(
        cachedMesh(`${key}/ear`, () => earMesh(look)),
        FUR,
        multiply(
          head,
          scaling(side, 1, 1),
          translation(R * 0.42, R * 0.66, -R * 0.25),
          rotationZ(-0.3 - 0.15 * twitchAt(seconds, seed + side)),
          rotationX(-0.15),
        ),
      );
    addEyes(
      to,
      head,
      { look: ANIMAL_EYE, at: [R * 0.56, R * 0.24, R * 0.55], radius: R * 0.19, outward: 0.75 },
      { closed, detail },
    );
    to.add(
      cachedMesh('kangaroo/face', () =>
        mergeMeshes(snoutFace(R, { at: [0, -0.2, 1.74], size: [0.17, 0.14, 0.12] }, { y: -0.5, z: 1.3, width: 0.24 })),
      ),
      SMOOTH,
      head,
      { castsShadow: false },
    );
  },
});

function legPart({ base, detail }: CritterLook, parts: readonly BlobPart[], tone = 1): Mesh {
  return smoothBlob(parts, 0.021 * edgeFactor(detail) ** 0.6, { color: shade(base, tone) });
}

function trunkMesh({ key, base, light, detail }: CritterLook): Mesh {
  return cachedMesh(`${key}/trunk`, () =>
    paint(
      smoothBlob(
        [
          ball([0, -0.05, 0], [0.17, 0.22, 0.19]),
          ball([0, 0.22, 0.05], [0.135, 0.2, 0.135], { blend: 0.12 }),
          limb([0, 0.34, 0.08], [0, 0.64, 0.15], [0.1, 0.062], { blend: 0.08 }),
          // The rim of a pouch.
          limb([-0.08, 0.03, 0.17], [0.08, 0.03, 0.17], 0.022, { blend: 0.02 }),
        ],
        0.026 * edgeFactor(detail) ** 0.6,
      ),
      (x, _, z, normal) =>
        mixColors(
          base,
          light,
          softStep(0.35, 0.8, normal[2]) * softStep(0.14, 0.07, Math.abs(x)) * softStep(0.02, 0.08, z),
        ),
    ),
  );
}

function headMesh({ key, base, light, detail }: CritterLook): Mesh {
  return cachedMesh(`${key}/head`, () =>
    paint(
      smoothBlob(
        [
          ball([0, R * 0.05, 0], [R * 0.82, R * 0.85, R * 0.9]),
          limb([0, -R * 0.1, R * 0.5], [0, -R * 0.32, R * 1.5], [R * 0.52, R * 0.3], { blend: R * 0.35 }),
        ],
        R * 0.15 * edgeFactor(detail) ** 0.6,
      ),
      (_, y, z) => mixColors(base, light, softStep(-R * 0.1, -R * 0.4, y) * softStep(0, R * 0.4, z)),
    ),
  );
}

function earMesh({ base }: CritterLook): Mesh {
  return paint(
    smoothBlob(
      [
        limb([0, 0, 0], [0, R * 0.7, 0], [R * 0.18, R * 0.26]),
        limb([0, R * 0.7, 0], [0, R * 1.35, 0], [R * 0.26, R * 0.08], { blend: R * 0.1 }),
        limb([0, R * 0.25, R * 0.28], [0, R * 1.15, R * 0.24], [R * 0.17, R * 0.14], { cut: true, blend: R * 0.06 }),
      ],
      R * 0.13,
    ),
    (_, __, ___, normal) => mixColors(base, '#e0aa98', softStep(0.2, 0.6, normal[2]) * 0.8),
  );
}
