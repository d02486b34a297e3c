import type { Mesh } from '@openimagine/render';
import { shade } from '../../../../model/color.ts';
import { lathe } from '../../../../model/lathe.ts';
import { paint, warp } from '../../../../model/mesh.ts';
import { banded, brimProfile, curl } from './hat-shapes.ts';

export function topHat(color: string, crown: number): Mesh {
  const hat = lathe(
    [
      ...brimProfile(1.48, 0.06),
      [1.0, 0.08],
      [1.0, 0.335],
      [1.0, 0.355],
      [0.98, crown * 0.8],
      [1.06, crown * 1.75],
      [1.06, crown * 1.78],
      [0.98, crown * 1.8],
      [0, crown * 1.8],
    ],
    color,
    48,
  );
  return paint(curl(hat, 0.22), (x, y, z) =>
    y > 0.07 && y < 0.34 && Math.hypot(x, z) < 1.06 ? [120, 30, 38] : shade(color, 1),
  );
}

export function cowboy(color: string, crown: number): Mesh {
  const hat = lathe(
    [
      ...brimProfile(1.9, 0.05),
      [1.02, 0.1],
      [1.02, 0.335],
      [1.02, 0.355],
      [0.99, crown * 0.6],
      [0.92, crown * 1.1],
      [0.72, crown * 1.25],
      [0, crown * 1.12],
    ],
    color,
    48,
  );
  const shaped = warp(curl(hat, 0.5), (x, y, z) => {
    const crease = y > crown * 0.85 ? 0.14 * Math.max(0, 1 - Math.abs(x) * 2.4) : 0;
    return [y > 0.4 && z > 0 ? x * (1 - 0.18 * Math.min(1, z)) : x, y - crease, z];
  });
  return banded(shaped, color);
}

export function straw(color: string, crown: number): Mesh {
  const hat = lathe(
    [
      ...brimProfile(1.95, 0.04),
      [1.02, 0.08],
      [1.02, 0.335],
      [1.02, 0.355],
      [0.99, crown * 0.75],
      [0.97, crown * 0.95],
      [0.92, crown * 1.05],
      [0.82, crown * 1.1],
      [0.6, crown * 1.12],
      [0, crown * 1.12],
    ],
    color,
    64,
  );
  return paint(banded(curl(hat, 0.12), color, '#a5332e'), (x, y, z) =>
    y > 0.07 && y < 0.34 && Math.hypot(x, z) < 1.08
      ? [165, 51, 46]
      : shade(color, 0.9 + 0.1 * Math.sin(Math.hypot(x, z) * 60 + y * 60)),
  );
}

export function fedora(color: string, crown: number): Mesh {
  const hat = lathe(
    [
      ...brimProfile(1.5, 0.04),
      [1.02, 0.08],
      [1.02, 0.335],
      [1.02, 0.355],
      [0.99, crown * 0.6],
      [0.9, crown * 1.08],
      [0.7, crown * 1.18],
      [0, crown * 1.08],
    ],
    color,
    48,
  );
  const shaped = warp(curl(hat, 0.16), (x, y, z) => {
    const crease = y > crown * 0.85 ? 0.12 * Math.max(0, 1 - Math.abs(x) * 2.4) : 0;
    return [y > 0.4 && z > 0 ? x * (1 - 0.24 * Math.min(1, z)) : x, y - crease, z];
  });
  return banded(shaped, color);
}

export function bowler(color: string, crown: number): Mesh {
  const hat = lathe(
    [
      ...brimProfile(1.34, 0.05),
      [1.02, 0.08],
      [1.02, 0.335],
      [1.02, 0.355],
      [1.03, crown * 0.55],
      [1.0, crown * 0.75],
      [0.93, crown * 0.92],
      [0.8, crown * 1.06],
      [0.6, crown * 1.15],
      [0.32, crown * 1.2],
      [0, crown * 1.22],
    ],
    color,
    48,
  );
  return banded(curl(hat, 0.24), color);
}
