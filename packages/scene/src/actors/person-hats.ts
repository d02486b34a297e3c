import type { Mesh } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, type Srgb, shade, toHex } from '../model/color.ts';
import { lathe } from '../model/lathe.ts';
import { compose } from '../model/matrix.ts';
import { type MeshPart, mergeMeshes, paint, warp } from '../model/mesh.ts';
import { cone, cylinder, sphere } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import { MORE_HATS } from './person-hats-more.ts';
import { BODY } from './person-joints.ts';
import type { Hat } from './person-wear.ts';
import { ball, limb } from './rig.ts';

const R = BODY.headRadius;

/** A hat in the head's space. */
export function hatMesh(hat: Exclude<Hat, 'none'>, color: Srgb, accent: Srgb): Mesh {
  return cachedMesh(`person/hat/${hat}/${toHex(color)}/${toHex(accent)}`, () => HATS[hat](color, accent));
}

const HATS: Readonly<Record<Exclude<Hat, 'none'>, (color: Srgb, accent: Srgb) => Mesh>> = {
  ...MORE_HATS,
  fedora: (color) => {
    const crown = lathe(
      profile([
        [1.5, 0.0],
        [1.53, 0.05],
        [1.48, 0.08],
        [1.06, 0.1],
        [1.05, 0.36],
        [1.02, 0.5],
        [0.93, 0.98],
        [0.7, 1.12],
        [0, 1.0],
      ]),
      color,
      36,
    );
    const brimmed = warp(underside(crown, 1.5), (x, y, z) => {
      const reach = Math.hypot(x, z) / R;
      const brim = Math.max(0, reach - 1.1);
      // The brim dips before and behind and rises at the sides; the crown is pinched in front.
      const dip = brim * R * ((x / R / 1.6) ** 2 * 0.3 - (z / R / 1.6) ** 2 * 0.42);
      const pinch = y > R * 0.6 && z > 0 ? 1 - 0.2 * Math.min(1, z / R) : 1;
      return [x * pinch, y + dip, z * 1.06];
    });
    const banded = paint(brimmed, (x, y, z) =>
      Math.hypot(x, z) < R * 1.13 && y > R * 0.08 && y < R * 0.34 ? shade(color, 0.32) : color,
    );
    return mergeMeshes([{ mesh: banded, matrix: compose({ at: [0, R * 0.5, -R * 0.05], rotate: [-0.1, 0, 0.05] }) }]);
  },
  straw: (color, accent) => {
    const hat = underside(
      lathe(
        profile([
          [1.9, 0],
          [1.92, 0.04],
          [1.06, 0.14],
          [1.04, 0.4],
          [0.92, 0.78],
          [0.6, 0.92],
          [0, 0.94],
        ]),
        color,
        36,
      ),
      1.9,
    );
    return mergeMeshes([
      {
        mesh: paint(hat, (x, y, z) =>
          y > R * 0.14 && y < R * 0.36 && Math.hypot(x, z) < R * 1.12
            ? accent
            : shade(color, 0.94 + 0.08 * Math.sin(Math.hypot(x, z) * 150 + y * 150)),
        ),
        matrix: compose({ at: [0, R * 0.44, -R * 0.05], rotate: [-0.12, 0, 0] }),
      },
    ]);
  },
  pointed: (color, accent) => {
    const hat = underside(
      lathe(
        profile([
          [1.9, 0],
          [1.92, 0.05],
          [1.04, 0.12],
          [1.0, 0.35],
          [0.72, 1.05],
          [0.42, 1.8],
          [0.16, 2.45],
          [0, 2.6],
        ]),
        color,
        32,
      ),
      1.9,
    );
    const bent = warp(hat, (x, y, z) => [x + Math.max(0, y - R) ** 2 * 0.9, y, z - Math.max(0, y - R) ** 2 * 0.5]);
    return mergeMeshes([
      {
        mesh: paint(bent, (x, y, z) => (y > R * 0.13 && y < R * 0.42 && Math.hypot(x, z) < R * 1.1 ? accent : color)),
        matrix: compose({ at: [0, R * 0.46, -R * 0.08], rotate: [-0.1, 0, 0] }),
      },
    ]);
  },
  toque: (color) =>
    mergeMeshes([
      {
        mesh: cylinder({ radius: R * 0.98, topRadius: R * 0.98, height: R * 0.6, color, segments: 28 }),
        matrix: compose({ at: [0, R * 0.5, -R * 0.06] }),
      },
      {
        mesh: smoothBlob(
          [
            ball([0, R * 1.45, -R * 0.06], [R * 1.22, R * 0.55, R * 1.18]),
            ball([R * 0.55, R * 1.6, 0], R * 0.55, { mirror: true, blend: R * 0.15 }),
            ball([0, R * 1.62, R * 0.45], R * 0.5, { blend: R * 0.15 }),
          ],
          R * 0.19,
          { color },
        ),
      },
    ]),
  cap: (color, accent) => {
    const dome = lathe(
      profile([
        [1.04, 0],
        [1.2, 0.34],
        [1.16, 0.56],
        [0.7, 0.78],
        [0, 0.82],
      ]),
      color,
      28,
    );
    const peak = smoothBlob([ball([0, R * 0.52, R * 0.86], [R * 0.72, R * 0.07, R * 0.5])], R * 0.1, {
      color: shade(color, 0.45),
    });
    return mergeMeshes([
      { mesh: dome, matrix: compose({ at: [0, R * 0.48, -R * 0.05] }) },
      { mesh: peak },
      { mesh: sphere([R * 0.14, R * 0.16, R * 0.06], accent, 10), matrix: compose({ at: [0, R * 0.82, R * 1.04] }) },
    ]);
  },
  crown: (color, accent) => {
    const points: MeshPart[] = [];
    for (let i = 0; i < 7; i++) {
      const angle = (i / 7) * Math.PI * 2;
      const at = [Math.sin(angle) * R * 0.84, R * 1.02, Math.cos(angle) * R * 0.84] as const;
      points.push({ mesh: cone(R * 0.2, R * 0.42, color, 8), matrix: compose({ at }) });
      points.push({
        mesh: sphere(R * 0.085, accent, 8),
        matrix: compose({ at: [at[0] * 1.02, R * 1.48, at[2] * 1.02] }),
      });
    }
    return mergeMeshes([
      {
        mesh: lathe(
          [
            [R * 0.9, R * 0.72],
            [R * 0.98, R * 0.72],
            [R * 0.94, R * 1.12],
            [R * 0.86, R * 1.12],
            [R * 0.9, R * 0.72],
          ],
          color,
          32,
        ),
      },
      ...points,
    ]);
  },
  hood: (color) =>
    smoothBlob(
      [
        ball([0, R * 0.08, -R * 0.08], [R * 1.04, R * 1.1, R * 1.04]),
        ball([0, R * 0.1, R * 1.06], [R * 0.74, R * 0.24, R * 0.5], { cut: true, blend: R * 0.08 }),
      ],
      R * 0.18,
      { color },
    ),
  helmet: (color, accent) => {
    const shell = smoothBlob(
      [
        ball([0, R * 0.1, 0], [R * 1.12, R * 1.16, R * 1.14]),
        limb([0, -R * 0.2, 0], [0, -R * 0.75, 0], [R * 1.0, R * 0.86], { blend: R * 0.3 }),
        {
          kind: 'block',
          at: [0, R * 0.08, R * 1.1],
          size: [R * 1.4, R * 0.42, R * 0.9],
          round: R * 0.1,
          cut: true,
          blend: R * 0.04,
        },
        {
          kind: 'block',
          at: [0, -R * 0.5, R * 1.1],
          size: [R * 0.16, R * 0.9, R * 0.9],
          round: R * 0.05,
          cut: true,
          blend: R * 0.03,
        },
        {
          kind: 'block',
          at: [0, R * 0.12, R * 1.12],
          size: [R * 0.14, R * 0.7, R * 0.2],
          round: R * 0.05,
          blend: R * 0.05,
        },
      ],
      R * 0.2,
    );
    const plume = smoothBlob(
      [
        limb([0, R * 1.2, R * 0.1], [0, R * 1.5, -R * 0.6], [R * 0.16, R * 0.26]),
        limb([0, R * 1.5, -R * 0.6], [0, R * 0.75, -R * 1.5], [R * 0.26, R * 0.1], { blend: R * 0.2 }),
      ],
      R * 0.18,
      { color: accent },
    );
    return mergeMeshes([
      {
        mesh: paint(shell, (_, y, z) =>
          Math.abs(y - R * 0.08) < R * 0.3 && z > R * 0.9
            ? shade(color, 0.6)
            : mixColors(shade(color, 0.8), color, (y / R + 1) / 2),
        ),
      },
      { mesh: plume },
    ]);
  },
  visor: (color) => {
    const shell = smoothBlob(
      [
        ball([0, R * 0.06, -R * 0.04], [R * 1.36, R * 1.34, R * 1.34]),
        ball([0, R * 0.04, R * 1.12], [R * 1.02, R * 0.8, R * 0.8], { cut: true, blend: R * 0.08 }),
      ],
      R * 0.19,
      { color },
    );
    const ears = [1, -1].map(
      (side): MeshPart => ({
        mesh: tube(
          [
            [side * R * 1.3, R * 0.05, 0],
            [side * R * 1.5, R * 0.05, 0],
          ],
          { radius: R * 0.3, color: shade(color, 0.75), sides: 16, rings: 2 },
        ),
      }),
    );
    return mergeMeshes([{ mesh: shell }, ...ears]);
  },
};

function profile(points: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  return points.map(([radius, height]) => [radius * R, height * R]);
}

/** A lathe that starts at a brim is open below: the same shape seen from inside closes it. */
function underside(hat: Mesh, brim: number): Mesh {
  const lid = lathe(
    profile([
      [0, 0.3],
      [1, 0.1],
      [brim, 0],
    ]),
    [40, 34, 30],
    32,
  );
  return mergeMeshes([{ mesh: hat }, { mesh: lid }]);
}
