import type { Mesh, Vec3 } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, type Srgb, shade, softStep, toHex } from '../model/color.ts';
import type { BlobPart } from '../model/field.ts';
import {
  compose,
  type Matrix,
  multiply,
  rotationX,
  rotationY,
  rotationZ,
  scaling,
  translation,
} from '../model/matrix.ts';
import { mergeMeshes, paint } from '../model/mesh.ts';
import { ring, sphere } from '../model/primitives.ts';
import { roundedBox } from '../model/rounded-box.ts';
import { tube } from '../model/tube.ts';
import { BODY } from './person-joints.ts';
import type { PersonLook } from './person-wear.ts';
import { ball, CLOTH, FUR, limb, METAL, type PartCollector, SMOOTH } from './rig.ts';

/** What hangs on a body besides its clothes: a scarf, a bag, a hood, wings. */
export function addExtras(
  pose: PartCollector,
  torso: Matrix,
  look: PersonLook,
  moment: { readonly seconds: number; readonly stream: number; readonly flies: boolean },
): void {
  if (look.scarf) addScarf(pose, torso, look.scarf, moment);
  if (look.necklace) pose.add(necklaceMesh(look.necklace), METAL, torso, { castsShadow: false });
  if (look.pack) pose.add(packMesh(look.pack), CLOTH, torso);
  if (look.front === 'hoodie' && look.hat === 'none') pose.add(hoodMesh(look.top), CLOTH, torso);
  if (look.wings) addWings(pose, torso, look.wings, moment);
}

function necklaceMesh(color: Srgb): Mesh {
  return cachedMesh(`person/necklace/${toHex(color)}`, () => {
    const path = Array.from({ length: 11 }, (_, i): Vec3 => {
      const angle = -1.9 + (i / 10) * 3.8;
      const fall = Math.cos(angle / 2) ** 2;
      return [Math.sin(angle) * 0.075, 0.5 - 0.06 * fall, Math.cos(angle) * 0.08 + 0.045 * fall];
    });
    return mergeMeshes([
      { mesh: tube(path, { radius: 0.007, color, sides: 5, rings: 18 }) },
      { mesh: sphere([0.018, 0.022, 0.01], color, 8), matrix: compose({ at: [0, 0.428, 0.135] }) },
    ]);
  });
}

/** A drop of metal below each ear, in the head's space. */
export function earringsMesh(color: Srgb): Mesh {
  const R = BODY.headRadius;
  return cachedMesh(`person/earrings/${toHex(color)}`, () =>
    mergeMeshes(
      [1, -1].map((side) => ({
        mesh: ring(R * 0.13, R * 0.028, color, Math.PI * 2, 12),
        matrix: compose({ at: [side * R * 0.98, -R * 0.42, R * 0.02], rotate: [0, 0.5 * side, 0] }),
      })),
    ),
  );
}

/** A band over the hair and a padded cup on each ear, in the head's space. */
export function headphonesMesh(color: Srgb): Mesh {
  const R = BODY.headRadius;
  return cachedMesh(`person/headphones/${toHex(color)}`, () => {
    const band = Array.from({ length: 13 }, (_, i): Vec3 => {
      const angle = -1.62 + (i / 12) * 3.24;
      return [Math.sin(angle) * R * 1.2, Math.cos(angle) * R * 1.28, -R * 0.02];
    });
    return mergeMeshes([
      { mesh: tube(band, { radius: R * 0.085, color, sides: 8, rings: 28 }) },
      ...[1, -1].flatMap((side) => [
        {
          mesh: sphere([R * 0.17, R * 0.4, R * 0.36], shade(color, 0.6), 16),
          matrix: translation(side * R * 1.08, -R * 0.1, 0),
        },
        {
          mesh: sphere([R * 0.16, R * 0.34, R * 0.3], color, 16),
          matrix: translation(side * R * 1.19, -R * 0.1, 0),
        },
        {
          mesh: sphere([R * 0.05, R * 0.17, R * 0.15], mixColors(color, '#ffffff', 0.5), 12),
          matrix: translation(side * R * 1.33, -R * 0.1, 0),
        },
      ]),
    ]);
  });
}

function addScarf(
  pose: PartCollector,
  torso: Matrix,
  color: Srgb,
  { seconds, stream }: { readonly seconds: number; readonly stream: number },
): void {
  const key = `person/scarf/${toHex(color)}`;
  const striped = (mesh: Mesh): Mesh =>
    paint(mesh, (x, y, z) => shade(color, 0.92 + 0.1 * Math.sin((x + y * 1.4 + z) * 70)));
  const loop = cachedMesh(`${key}/loop`, () => {
    const path = Array.from({ length: 13 }, (_, i): Vec3 => {
      const angle = (i / 12) * Math.PI * 2;
      return [Math.sin(angle) * 0.085, 0.512 + 0.012 * Math.cos(angle * 2), Math.cos(angle) * 0.085 + 0.01];
    });
    return striped(tube(path, { radius: 0.038, color, sides: 9, rings: 24 }));
  });
  const end = cachedMesh(`${key}/end`, () =>
    striped(smoothBlob([limb([0, 0, 0], [0, -0.29, 0.01], [0.036, 0.044])], 0.022)),
  );
  pose.add(loop, CLOTH, torso);
  const sway = 0.06 * Math.sin(seconds * 2.1) + stream * (0.9 + 0.2 * Math.sin(seconds * 7));
  // In a wind it flies behind; else it hangs before the chest.
  const at: Matrix = stream > 0.3 ? translation(-0.06, 0.52, -0.06) : translation(-0.05, 0.52, 0.098);
  pose.add(end, CLOTH, multiply(torso, at, rotationX(stream > 0.3 ? sway : -0.16 + sway * 0.4), scaling(1, 1, 0.55)));
}

function packMesh(color: Srgb): Mesh {
  return cachedMesh(`person/pack/${toHex(color)}`, () =>
    mergeMeshes([
      { mesh: roundedBox([0.27, 0.36, 0.15], 0.05, color, 3), matrix: translation(0, 0.27, -0.19) },
      { mesh: roundedBox([0.2, 0.15, 0.06], 0.025, shade(color, 0.8), 2), matrix: translation(0, 0.2, -0.27) },
      ...[1, -1].map((side) => ({
        mesh: tube(
          [
            [side * 0.09, 0.42, -0.14],
            [side * 0.1, 0.51, -0.01],
            [side * 0.105, 0.4, 0.115],
            [side * 0.12, 0.22, 0.06],
            [side * 0.12, 0.16, -0.12],
          ],
          { radius: 0.017, color: shade(color, 0.7), sides: 7, rings: 20 },
        ),
      })),
    ]),
  );
}

/** A hood that lies on the back, and two cords. */
function hoodMesh(color: Srgb): Mesh {
  return cachedMesh(`person/hood-down/${toHex(color)}`, () => {
    const hood = smoothBlob(
      [
        limb([-0.07, 0.5, -0.05], [0.07, 0.5, -0.05], 0.055),
        ball([0, 0.46, -0.105], [0.105, 0.085, 0.05], { blend: 0.05 }),
        limb([0.08, 0.5, -0.04], [0.045, 0.475, 0.085], [0.045, 0.026], { mirror: true, blend: 0.03 }),
      ],
      0.02,
      { color: shade(color, 0.9) },
    );
    const cords = [1, -1].map((side) => ({
      mesh: tube(
        [
          [side * 0.04, 0.465, 0.115],
          [side * 0.042, 0.4, 0.128],
          [side * 0.04, 0.33, 0.128],
        ],
        { radius: 0.006, color: mixColors(color, '#ffffff', 0.7), sides: 5, rings: 6 },
      ),
    }));
    return mergeMeshes([{ mesh: hood }, ...cords]);
  });
}

/** Feathers of an angel, or a fairy's four clear leaves. */
function addWings(
  pose: PartCollector,
  torso: Matrix,
  kind: 'fairy' | 'angel',
  { seconds, flies }: { readonly seconds: number; readonly flies: boolean },
): void {
  const mesh = cachedMesh(`person/wings/${kind}`, () => (kind === 'angel' ? angelWing() : fairyWing()));
  const beat =
    kind === 'fairy' ? 0.35 * Math.sin(seconds * 14) : (flies ? 0.45 : 0.12) * Math.sin(seconds * (flies ? 5 : 1.6));
  for (const side of [1, -1]) {
    const root = multiply(
      torso,
      scaling(side, 1, 1),
      translation(0.045, 0.37, -0.1),
      rotationY(0.5 + beat * (kind === 'fairy' ? 1 : 0.8)),
      rotationZ(kind === 'angel' ? 0.1 + beat * 0.3 : 0),
    );
    pose.add(mesh, kind === 'angel' ? FUR : { ...SMOOTH, emissive: 0.35, specular: 0.6, gloss: 60 }, root);
  }
}

/** Reaches along +x and up. */
function angelWing(): Mesh {
  const feathers: BlobPart[] = [
    limb([0, 0, 0], [0.34, 0.34, 0], [0.045, 0.04]),
    limb([0.34, 0.34, 0], [0.62, 0.2, 0], [0.04, 0.02], { blend: 0.03 }),
  ];
  for (let i = 0; i < 8; i++) {
    const share = i / 7;
    const x = 0.08 + share * 0.52;
    const top = 0.1 + Math.sin(share * 2.3) * 0.27;
    const length = 0.26 + 0.34 * Math.sin(0.5 + share * 1.7);
    feathers.push(
      limb([x, top, 0.004 * (i % 2)], [x + 0.1 * share - 0.02, top - length, 0], [0.048, 0.024], { blend: 0.012 }),
    );
  }
  const shape = smoothBlob(feathers, 0.02);
  return paint({ ...shape, positions: shape.positions.map((v, i) => (i % 3 === 2 ? v * 0.45 : v)) }, (x, y) =>
    shade('#fbfaf6', 0.93 + 0.07 * Math.sin(x * 60 + y * 14)),
  );
}

function fairyWing(): Mesh {
  const leaf = (turn: number, length: number, width: number): BlobPart =>
    ball([Math.cos(turn) * length, Math.sin(turn) * length, 0], [length, width, 0.014], {
      turn: rotationZ(turn),
      blend: 0.01,
    });
  const shape = smoothBlob([leaf(0.75, 0.3, 0.13), leaf(-0.5, 0.21, 0.1)], 0.0165);
  return paint(shape, (x, y) => {
    const reach = Math.hypot(x, y);
    const vein = softStep(0.85, 1, Math.abs(Math.sin(Math.atan2(y, x) * 11)));
    return mixColors(mixColors('#bfeaf2', '#e8c6f4', softStep(0.1, 0.55, reach)), '#ffffff', 0.3 + 0.5 * vein);
  });
}

/** A scarf for an animal: a ring round a neck, and one end that hangs. */
export function animalScarf(color: Srgb, radius: number): Mesh {
  return cachedMesh(`scarf/${toHex(color)}/${radius.toFixed(3)}`, () => {
    const path = Array.from({ length: 13 }, (_, i): Vec3 => {
      const angle = (i / 12) * Math.PI * 2;
      return [Math.sin(angle) * radius, 0, Math.cos(angle) * radius];
    });
    const loop = tube(path, { radius: radius * 0.3, color, sides: 9, rings: 26 });
    const end = smoothBlob([limb([0, 0, 0], [0, -radius * 1.6, 0], [radius * 0.26, radius * 0.32])], radius * 0.16, {
      color: shade(color, 0.93),
    });
    return mergeMeshes([
      { mesh: loop },
      {
        mesh: end,
        matrix: compose({ at: [radius * 0.42, 0, radius * 1.02], rotate: [-0.12, 0.35, 0.1], scale: [1, 1, 0.5] }),
      },
    ]);
  });
}
