import type { Mesh } from '@openimagine/render';
import { noise } from '../sets/terrain.ts';

/** Grounds and waters, metres, and meshes so fine that they are no lump: they keep their shape. */
const SIZE_MAX = 40;
const VERTICES_MAX = 9000;
/** Dents that fit along the longest side of a lump, and how deep they are as a share of it. */
const DENTS = 7;
const DEPTH = 0.011;
/** How far dents tilt the surface, beyond their depth, so that any light finds them. */
const TILT = 2.6;
/** Of the sharpness of its edges, what fingers have rounded off. */
const ROUNDED = 0.4;

/**
 * A copy as fingers press it out of clay: its edges softened, its faces uneven with broad dents. Vertices at one place
 * move alike, so nothing opens.
 */
export function knead(mesh: Mesh): Mesh {
  const size = longestSide(mesh.positions);
  const count = mesh.positions.length / 3;
  if (mesh.uvs || count > VERTICES_MAX || size > SIZE_MAX || size === 0) return mesh;
  const positions = Float32Array.from(mesh.positions);
  const normals = soften(mesh, size);
  const [scale, depth] = [DENTS / size, DEPTH * size];
  const step = 0.12 / scale;
  for (let i = 0; i < count * 3; i += 3) {
    const [x, y, z] = [mesh.positions[i]!, mesh.positions[i + 1]!, mesh.positions[i + 2]!];
    const here = dent(x, y, z, scale);
    const slope = [
      dent(x + step, y, z, scale) - here,
      dent(x, y + step, z, scale) - here,
      dent(x, y, z + step, scale) - here,
    ].map((rise) => (rise * depth * TILT) / step) as [number, number, number];
    tilt(normals, i, slope);
    // Along fixed directions rather than the normal: corners that share a place stay together.
    positions[i] = x + (here - 0.5) * depth;
    positions[i + 1] = y + (dent(y, z, x, scale) - 0.5) * depth;
    positions[i + 2] = z + (dent(z, x, y, scale) - 0.5) * depth;
  }
  return { ...mesh, positions, normals };
}

/** 0 … 1 in space, from two planes of noise that are turned against each other. */
function dent(x: number, y: number, z: number, scale: number): number {
  const [u, v] = [(x + y * 0.6) * scale, (z - y * 0.8 + x * 0.2) * scale];
  return 0.6 * noise(u, v, 71) + 0.4 * noise((y + z * 0.5) * scale * 1.7, (x - z * 0.7) * scale * 1.7, 72);
}

function tilt(normals: Float32Array, i: number, [sx, sy, sz]: readonly [number, number, number]): void {
  const [nx, ny, nz] = [normals[i]!, normals[i + 1]!, normals[i + 2]!];
  const along = sx * nx + sy * ny + sz * nz;
  const [x, y, z] = [nx - sx + along * nx, ny - sy + along * ny, nz - sz + along * nz];
  const length = Math.hypot(x, y, z) || 1;
  normals[i] = x / length;
  normals[i + 1] = y / length;
  normals[i + 2] = z / length;
}

/** Normals drawn towards the mean of all that meet at their place. */
function soften({ positions, normals }: Mesh, size: number): Float32Array {
  const cell = size / 2000;
  const means = new Map<number, [number, number, number]>();
  const keyOf = (i: number): number => {
    const at = (c: number): number => Math.round(positions[i + c]! / cell) + 4096;
    return (at(0) * 8192 + at(1)) * 8192 + at(2);
  };
  for (let i = 0; i < positions.length; i += 3) {
    const mean = means.get(keyOf(i)) ?? [0, 0, 0];
    if (mean[0] === 0 && mean[1] === 0 && mean[2] === 0) means.set(keyOf(i), mean);
    for (const c of [0, 1, 2] as const) mean[c] += normals[i + c]!;
  }
  const soft = Float32Array.from(normals);
  for (let i = 0; i < positions.length; i += 3) {
    const [x, y, z] = means.get(keyOf(i))!;
    const length = Math.hypot(x, y, z);
    // The two sides of a leaf cancel each other: there is nothing to round.
    if (length < 0.3) continue;
    for (const [c, value] of [x, y, z].entries()) soft[i + c]! += (value / length - soft[i + c]!) * ROUNDED;
    const own = Math.hypot(soft[i]!, soft[i + 1]!, soft[i + 2]!) || 1;
    for (let c = 0; c < 3; c++) soft[i + c]! /= own;
  }
  return soft;
}

function longestSide(positions: Float32Array): number {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < positions.length; i++) {
    low[i % 3] = Math.min(low[i % 3]!, positions[i]!);
    high[i % 3] = Math.max(high[i % 3]!, positions[i]!);
  }
  return positions.length === 0 ? 0 : Math.max(...high.map((value, c) => value - low[c]!));
}
