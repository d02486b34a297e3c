import type { Mesh } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { mixColors, type Srgb, shade } from '../model/color.ts';
import { lathe } from '../model/lathe.ts';
import { compose } from '../model/matrix.ts';
import { type MeshPart, mergeMeshes, paint, warp } from '../model/mesh.ts';
import { cylinder, sphere } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import { BODY } from './person-joints.ts';
import type { Hat } from './person-wear.ts';
import { ball, limb } from './rig.ts';

const R = BODY.headRadius;

type MoreHats = Extract<
  Hat,
  | 'flowers'
  | 'beanie'
  | 'beret'
  | 'topHat'
  | 'veil'
  | 'turban'
  | 'fireHelmet'
  | 'hardHat'
  | 'kabuto'
  | 'horned'
  | 'tricorn'
>;

/** Hats of wool, of felt, of cloth and of steel, in the head's space. */
export const MORE_HATS: Readonly<Record<MoreHats, (color: Srgb, accent: Srgb) => Mesh>> = {
  flowers: (color) => {
    const blooms: MeshPart[] = [];
    const COUNT = 15;
    for (let i = 0; i < COUNT; i++) {
      const angle = (i / COUNT) * Math.PI * 2;
      const out = [Math.sin(angle), 0.35, Math.cos(angle)] as const;
      const at = [out[0] * R * 1.04, R * (0.62 + 0.05 * Math.sin(i * 2.4)), out[2] * R * 1.04 - R * 0.08] as const;
      const petal = [color, mixColors(color, '#ffffff', 0.6), mixColors(color, '#f6b53a', 0.55)][i % 3]!;
      const size = R * (0.2 + 0.05 * Math.sin(i * 1.7));
      for (let n = 0; n < 5; n++) {
        const turn = (n / 5) * Math.PI * 2;
        const [side, up] = [Math.cos(turn) * size * 0.75, Math.sin(turn) * size * 0.75];
        const place = [at[0] + Math.cos(angle) * side, at[1] + up, at[2] - Math.sin(angle) * side] as const;
        blooms.push({ mesh: sphere(size * 0.55, petal, 8), matrix: compose({ at: place }) });
      }
      const heart = [at[0] + out[0] * size * 0.4, at[1], at[2] + out[2] * size * 0.4] as const;
      blooms.push({ mesh: sphere(size * 0.42, '#f4cf4e', 8), matrix: compose({ at: heart }) });
      const leaf = [at[0] * 0.97, at[1] - R * 0.14, at[2]] as const;
      blooms.push({ mesh: sphere([size * 0.6, size * 0.5, size * 0.6], '#4f8f45', 8), matrix: compose({ at: leaf }) });
    }
    return mergeMeshes(blooms);
  },
  beanie: (color) => {
    const shell = smoothBlob(
      [
        ball([0, R * 0.36, -R * 0.1], [R * 1.12, R * 1.06, R * 1.12]),
        ball([0, -R * 0.55, R * 0.25], [R * 1.5, R * 0.92, R * 1.6], { cut: true, blend: R * 0.05 }),
        ball([0, R * 0.5, -R * 0.08], [R * 1.15, R * 0.17, R * 1.15], { blend: R * 0.04 }),
      ],
      R * 0.18,
    );
    const knit = paint(shell, (x, y, z) =>
      shade(y < R * 0.66 ? shade(color, 0.86) : color, 0.95 + 0.07 * Math.sin(Math.atan2(x, z) * 40)),
    );
    return mergeMeshes([
      { mesh: knit },
      {
        mesh: smoothBlob([ball([0, R * 1.52, -R * 0.12], R * 0.26)], R * 0.14, {
          color: mixColors(color, '#ffffff', 0.75),
        }),
      },
    ]);
  },
  beret: (color) =>
    smoothBlob(
      [
        ball([R * 0.22, R * 0.92, -R * 0.12], [R * 1.25, R * 0.34, R * 1.2], {
          turn: compose({ rotate: [-0.1, 0, -0.22] }),
        }),
        ball([0, R * 0.66, -R * 0.08], [R * 1.0, R * 0.22, R * 1.0], { blend: R * 0.1 }),
        limb([R * 0.2, R * 1.2, -R * 0.12], [R * 0.22, R * 1.38, -R * 0.12], R * 0.05, { blend: R * 0.06 }),
      ],
      R * 0.17,
      { color },
    ),
  topHat: (color) => {
    const brim = warp(
      mergeMeshes([{ mesh: cylinder({ radius: R * 1.55, height: R * 0.07, color, segments: 32 }) }]),
      (x, y, z) => [x, y + ((x / R) ** 2 - (z / R) ** 2) * R * 0.05, z * 1.04],
    );
    const crown = lathe(
      [
        [R * 1.0, 0],
        [R * 0.97, R * 0.6],
        [R * 1.06, R * 1.42],
        [R * 1.06, R * 1.42],
        [0, R * 1.44],
      ],
      color,
      32,
    );
    const banded = paint(crown, (_, y) => (y < R * 0.3 ? mixColors(color, '#8a2430', 0.7) : color));
    const place = compose({ at: [0, R * 0.56, -R * 0.06], rotate: [-0.1, 0, 0.04] });
    return mergeMeshes([
      { mesh: brim, matrix: place },
      { mesh: banded, matrix: place },
    ]);
  },
  veil: (color) => {
    const cloth = smoothBlob(
      [
        ball([0, R * 0.14, -R * 0.1], [R * 1.08, R * 1.08, R * 1.06]),
        limb([0, -R * 0.3, -R * 0.2], [0, -R * 1.1, -R * 0.1], [R * 0.95, R * 0.98], { blend: R * 0.3 }),
        ball([0, -R * 0.08, R * 1.0], [R * 0.72, R * 0.8, R * 0.74], { cut: true, blend: R * 0.07 }),
        ball([0, -R * 1.5, 0], [R * 0.9, R * 0.55, R * 0.9], { cut: true, blend: R * 0.1 }),
      ],
      R * 0.14,
    );
    return paint(cloth, (x, y, z) => shade(color, 0.95 + 0.06 * Math.sin((x * 1.3 + y) * 60 + z * 30)));
  },
  turban: (color) => {
    const wraps: MeshPart[] = [];
    for (let i = 0; i < 5; i++) {
      const y = R * (0.5 + i * 0.17);
      const r = R * (1.05 - 0.035 * i * i);
      const path = Array.from({ length: 13 }, (_, k) => {
        const angle = (k / 12) * Math.PI * 2;
        return [
          Math.sin(angle) * r,
          y + R * 0.1 * Math.cos(angle + i) + Math.cos(angle) * R * 0.08,
          Math.cos(angle) * r - R * 0.08,
        ] as const;
      });
      wraps.push({
        mesh: tube(path, { radius: R * 0.19, color: shade(color, 0.9 + 0.05 * (i % 3)), sides: 8, rings: 26 }),
      });
    }
    wraps.push({
      mesh: sphere([R * 0.9, R * 0.6, R * 0.9], shade(color, 0.85), 16),
      matrix: compose({ at: [0, R * 0.8, -R * 0.08] }),
    });
    wraps.push({ mesh: sphere(R * 0.12, '#f0c544', 10), matrix: compose({ at: [0, R * 0.95, R * 1.05] }) });
    return mergeMeshes(wraps);
  },
  hardHat: (color) =>
    mergeMeshes([
      {
        mesh: lathe(
          [
            [R * 1.12, R * 0.44],
            [R * 1.15, R * 0.5],
            [R * 1.12, R * 0.85],
            [R * 0.92, R * 1.22],
            [R * 0.55, R * 1.43],
            [0, R * 1.49],
          ],
          color,
          22,
        ),
        matrix: compose({ at: [0, 0, -R * 0.05], scale: [1, 1, 1.05] }),
      },
      {
        mesh: cylinder({ radius: R * 1.24, height: R * 0.06, color: shade(color, 0.92), segments: 24 }),
        matrix: compose({ at: [0, R * 0.43, R * 0.14], scale: [1, 1, 1.16] }),
      },
      {
        mesh: smoothBlob([limb([0, R * 1.42, R * 0.5], [0, R * 1.4, -R * 0.6], R * 0.1)], R * 0.11, { color }),
      },
    ]),
  fireHelmet: (color) => {
    const shell = smoothBlob(
      [
        ball([0, R * 0.5, -R * 0.06], [R * 1.14, R * 0.95, R * 1.2]),
        ball([0, R * 0.44, -R * 0.3], [R * 1.36, R * 0.1, R * 1.66], { blend: R * 0.1 }),
        ball([0, -R * 0.34, R * 0.1], [R * 1.9, R * 0.74, R * 2.2], { cut: true, blend: R * 0.04 }),
        limb([0, R * 1.42, R * 0.5], [0, R * 1.35, -R * 0.8], R * 0.12, { blend: R * 0.12 }),
      ],
      R * 0.16,
      { color },
    );
    return mergeMeshes([
      { mesh: shell },
      {
        mesh: sphere([R * 0.3, R * 0.34, R * 0.08], '#f0c84a', 14),
        matrix: compose({ at: [0, R * 0.92, R * 1.02], rotate: [-0.35, 0, 0] }),
      },
    ]);
  },
  kabuto: (color, accent) => {
    const bowl = smoothBlob(
      [
        ball([0, R * 0.5, -R * 0.06], [R * 1.16, R * 1.0, R * 1.18]),
        ball([0, -R * 0.36, R * 0.3], [R * 1.7, R * 0.78, R * 1.7], { cut: true, blend: R * 0.04 }),
        limb([R * 0.95, R * 0.3, -R * 0.2], [R * 1.3, -R * 0.5, -R * 0.3], [R * 0.2, R * 0.1], {
          mirror: true,
          blend: R * 0.12,
        }),
        limb([0, R * 0.3, -R * 1.0], [0, -R * 0.6, -R * 1.35], [R * 0.5, R * 0.6], { blend: R * 0.2 }),
        limb([R * 0.5, R * 0.2, -R * 0.9], [R * 0.9, -R * 0.6, -R * 0.95], [R * 0.3, R * 0.4], {
          mirror: true,
          blend: R * 0.2,
        }),
        ball([0, -R * 0.5, -R * 0.1], [R * 0.95, R * 0.85, R * 0.98], { cut: true, blend: R * 0.05 }),
        ball([0, R * 0.48, R * 0.95], [R * 0.9, R * 0.07, R * 0.42], { blend: R * 0.06 }),
      ],
      R * 0.165,
    );
    const horns = [1, -1].map(
      (side): MeshPart => ({
        mesh: tube(
          [
            [side * R * 0.12, R * 0.8, R * 1.12],
            [side * R * 0.62, R * 1.3, R * 1.15],
            [side * R * 0.82, R * 2.05, R * 1.05],
          ],
          { radius: (t) => R * (0.1 - 0.07 * t), color: accent, sides: 8, rings: 12 },
        ),
      }),
    );
    return mergeMeshes([
      {
        mesh: paint(bowl, (_, y) =>
          y < R * 0.3 ? mixColors(shade(color, 1.2), '#7a2028', 0.5 + 0.5 * Math.sin((y / R) * 22)) : color,
        ),
      },
      ...horns,
      { mesh: sphere(R * 0.14, accent, 12), matrix: compose({ at: [0, R * 0.82, R * 1.12] }) },
    ]);
  },
  horned: (color) => {
    const bowl = smoothBlob(
      [
        ball([0, R * 0.46, -R * 0.06], [R * 1.12, R * 1.0, R * 1.14]),
        ball([0, -R * 0.42, R * 0.2], [R * 1.7, R * 0.8, R * 1.8], { cut: true, blend: R * 0.03 }),
        limb([0, R * 0.5, R * 1.0], [0, -R * 0.1, R * 1.02], [R * 0.12, R * 0.09], { blend: R * 0.06 }),
      ],
      R * 0.17,
    );
    const horns = [1, -1].map(
      (side): MeshPart => ({
        mesh: tube(
          [
            [side * R * 0.95, R * 0.62, 0],
            [side * R * 1.55, R * 0.85, 0],
            [side * R * 1.75, R * 1.6, R * 0.1],
          ],
          { radius: (t) => R * (0.24 - 0.19 * t), color: '#e9dcc0', sides: 10, rings: 14 },
        ),
      }),
    );
    return mergeMeshes([
      { mesh: paint(bowl, (_, y) => (y < R * 0.55 ? mixColors(color, '#8a6a34', 0.8) : color)) },
      ...horns,
    ]);
  },
  tricorn: (color) => {
    const felt = smoothBlob(
      [
        ball([0, R * 0.72, -R * 0.06], [R * 1.02, R * 0.62, R * 1.04]),
        limb([R * 0.2, R * 0.62, R * 1.35], [R * 1.25, R * 0.85, -R * 0.55], [R * 0.14, R * 0.24], {
          mirror: true,
          blend: R * 0.14,
        }),
        limb([-R * 1.2, R * 0.86, -R * 0.6], [R * 1.2, R * 0.86, -R * 0.6], R * 0.22, { blend: R * 0.14 }),
        ball([0, -R * 0.2, R * 0.1], [R * 1.02, R * 0.72, R * 1.02], { cut: true, blend: R * 0.04 }),
      ],
      R * 0.17,
      { color },
    );
    const skull = mergeMeshes([
      {
        mesh: sphere([R * 0.18, R * 0.2, R * 0.06], '#f2eee4', 12),
        matrix: compose({ at: [0, R * 0.98, R * 0.98], rotate: [-0.5, 0, 0] }),
      },
      {
        mesh: sphere([R * 0.05, R * 0.06, R * 0.03], '#1a1614', 8),
        matrix: compose({ at: [R * 0.07, R * 1.0, R * 1.03] }),
      },
      {
        mesh: sphere([R * 0.05, R * 0.06, R * 0.03], '#1a1614', 8),
        matrix: compose({ at: [-R * 0.07, R * 1.0, R * 1.03] }),
      },
    ]);
    return mergeMeshes([{ mesh: felt }, { mesh: skull }]);
  },
};
