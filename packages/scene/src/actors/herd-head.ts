import type { Vec3 } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, shade, toHex } from '../model/color.ts';
import type { BlobPart } from '../model/field.ts';
import { compose, type Matrix, multiply } from '../model/matrix.ts';
import { type MeshPart, mergeMeshes, paint } from '../model/mesh.ts';
import { cone, sphere } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import type { HerdAnimal, HerdCoat } from './herd-animal.ts';
import { ball, FUR, limb, type PartCollector, SHELL, SMOOTH } from './rig.ts';

/** Nostrils, horns, antlers, tusks and the forelock. */
export function addHerdHead(
  pose: PartCollector,
  head: Matrix,
  {
    animal,
    coat,
    R,
    seconds,
  }: { readonly animal: HerdAnimal; readonly coat: HerdCoat; readonly R: number; readonly seconds: number },
): void {
  const face = cachedMesh(`herd/face/${animal.name}/${toHex(coat.light)}/${toHex(coat.dark)}`, () =>
    mergeMeshes(nostrils(animal, coat, R)),
  );
  pose.add(face, SMOOTH, head, { castsShadow: false });
  if (animal.horns || animal.trunk)
    pose.add(
      cachedMesh(`herd/horns/${animal.name}`, () => mergeMeshes(hornParts(animal, R))),
      SHELL,
      head,
    );
  if (animal.mane) {
    const lock = cachedMesh(`herd/lock/${toHex(coat.mane)}/${R}`, () =>
      smoothBlob([limb([0, R * 0.86, -R * 0.3], [0, R * 0.62, R * 0.55], [R * 0.26, R * 0.1])], R * 0.1, {
        color: coat.mane,
      }),
    );
    pose.add(lock, FUR, multiply(head, compose({ rotate: [0.03 * Math.sin(seconds * 2), 0, 0] })));
  }
}

function nostrils(animal: HerdAnimal, coat: HerdCoat, R: number): readonly MeshPart[] {
  if (animal.trunk) return [{ mesh: sphere(R * 0.02, coat.dark, 6), matrix: compose({ at: [0, -R * 2.62, R * 1.6] }) }];
  const isFlat = animal.name === 'pig' || animal.name === 'bear';
  const y = -R * (isFlat ? 0.3 : 0.3 + 0.75 * animal.snout);
  const z = R * (0.75 + 1.05 * animal.snout);
  if (animal.name === 'bear' || animal.name === 'deer') {
    return [
      {
        mesh: sphere([R * 0.2, R * 0.15, R * 0.14], '#1d1617', 12),
        matrix: compose({ at: [0, y + R * 0.12, z + R * 0.42] }),
      },
    ];
  }
  const disc: MeshPart[] =
    animal.name === 'pig'
      ? [
          {
            mesh: sphere([R * 0.42, R * 0.34, R * 0.14], shade(coat.base, 0.9), 18),
            matrix: compose({ at: [0, y, z + R * 0.42] }),
          },
        ]
      : [];
  const holes = [1, -1].map(
    (side): MeshPart => ({
      mesh: sphere([R * 0.07, R * 0.1, R * 0.06], mixColors(coat.dark, '#3a2222', 0.5), 8),
      matrix: compose({
        at: [side * R * 0.17 * animal.snoutWidth, y + R * 0.06, z + R * (animal.name === 'pig' ? 0.54 : 0.36)],
      }),
    }),
  );
  return [...disc, ...holes];
}

function hornParts(animal: HerdAnimal, R: number): readonly MeshPart[] {
  const pair = (path: readonly Vec3[], radius: number, color: string): MeshPart[] =>
    [1, -1].map((side) => ({
      mesh: tube(
        path.map(([x, y, z]): Vec3 => [x * side * R, y * R, z * R]),
        { radius: (share) => R * radius * (1 - share * 0.8), color, sides: 8 },
      ),
    }));
  if (animal.trunk)
    return pair(
      [
        [0.45, -0.45, 0.7],
        [0.55, -0.85, 1.15],
        [0.5, -0.75, 1.75],
      ],
      0.12,
      '#f3ead6',
    );
  if (animal.horns === 'cow')
    return pair(
      [
        [0.5, 0.6, -0.2],
        [1.05, 0.75, -0.15],
        [1.25, 1.2, 0.05],
      ],
      0.15,
      '#e9dcc0',
    );
  if (animal.horns === 'goat')
    return pair(
      [
        [0.3, 0.7, -0.1],
        [0.42, 1.4, -0.35],
        [0.55, 1.7, -1],
      ],
      0.16,
      '#6b5a48',
    );
  if (animal.horns === 'ossicones') {
    const knobs = [1, -1].map(
      (side): MeshPart => ({
        mesh: sphere(R * 0.14, '#3a2416', 8),
        matrix: compose({ at: [side * R * 0.36, R * 1.42, -R * 0.2] }),
      }),
    );
    return [
      ...pair(
        [
          [0.3, 0.7, -0.2],
          [0.34, 1.1, -0.2],
          [0.36, 1.4, -0.2],
        ],
        0.1,
        '#c98a3c',
      ),
      ...knobs,
    ];
  }
  if (animal.horns === 'antlers') {
    return [
      ...pair(
        [
          [0.3, 0.7, -0.1],
          [0.75, 1.5, -0.35],
          [1.15, 2.2, -0.1],
          [1.05, 2.9, 0.2],
        ],
        0.12,
        '#c4a070',
      ),
      ...pair(
        [
          [0.6, 1.25, -0.25],
          [0.75, 1.6, 0.2],
          [0.7, 1.95, 0.4],
        ],
        0.08,
        '#c4a070',
      ),
      ...pair(
        [
          [1.0, 1.9, -0.2],
          [1.4, 2.3, 0.05],
          [1.5, 2.7, 0.1],
        ],
        0.08,
        '#c4a070',
      ),
    ];
  }
  const spiral = paint(cone(R * 0.2, R * 1.7, '#f2d279', 16), (x, y, z) => {
    const groove = 0.5 + 0.5 * Math.sin(y * (26 / R) * 0.35 + Math.atan2(z, x));
    return mixColors('#f7e2a0', '#cf9a3c', groove * 0.6);
  });
  return [{ mesh: spiral, matrix: compose({ at: [0, R * 0.66, R * 0.42], rotate: [0.55, 0, 0] }) }];
}

/** Hair along the neck's crest. */
export function addMane(
  pose: PartCollector,
  body: Matrix,
  {
    coat,
    key,
    chest,
    neck,
    R,
    s,
  }: {
    readonly coat: HerdCoat;
    readonly key: string;
    readonly chest: Vec3;
    readonly neck: Vec3;
    readonly R: number;
    readonly s: number;
  },
): void {
  const mesh = cachedMesh(`herd/mane/${key}/${toHex(coat.mane)}/${s}`, () => {
    const parts: BlobPart[] = [];
    const back = Math.atan2(neck[1], neck[2]) + Math.PI / 2;
    for (let i = 0; i <= 6; i++) {
      const share = 0.22 + (i / 6) * 0.8;
      const width = (0.21 * (1 - share) + (R / s) * 0.62 * share) * s;
      const y = chest[1] + neck[1] * share + Math.sin(back) * width * 0.86;
      const z = chest[2] + neck[2] * share + Math.cos(back) * width * 0.86;
      parts.push(ball([0, y, z], [0.045 * s, 0.1 * s, 0.1 * s], { blend: 0.05 * s }));
      parts.push(ball([0.07 * s, y - 0.08 * s, z - 0.02 * s], [0.05 * s, 0.11 * s, 0.07 * s], { blend: 0.04 * s }));
    }
    return paint(smoothBlob(parts, 0.03 * s), (_, y, z) => shade(coat.mane, 0.9 + 0.12 * Math.sin((y - z) * (60 / s))));
  });
  pose.add(mesh, FUR, body);
}
