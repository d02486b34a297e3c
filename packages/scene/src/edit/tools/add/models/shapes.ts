import type { Mesh, Vec3 } from '@openimagine/render';
import { toSrgb } from '../../../../model/color.ts';
import { fillColors, smoothNormals } from '../../../../model/mesh.ts';

/** A sheet over a grid: `at(u, v)` for u and v from 0 to 1, undefined where it has a hole. */
export function sheet(
  columns: number,
  rows: number,
  at: (u: number, v: number) => Vec3 | undefined,
  color: string,
  withUvs = false,
): Mesh {
  const positions: number[] = [];
  const uvs: number[] = [];
  const ids = new Int32Array((columns + 1) * (rows + 1)).fill(-1);
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      const point = at(column / columns, row / rows);
      if (!point) continue;
      ids[row * (columns + 1) + column] = positions.length / 3;
      positions.push(...point);
      uvs.push(column / columns, row / rows);
    }
  }
  const indices: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const a = ids[row * (columns + 1) + column]!;
      const b = ids[row * (columns + 1) + column + 1]!;
      const c = ids[(row + 1) * (columns + 1) + column]!;
      const d = ids[(row + 1) * (columns + 1) + column + 1]!;
      if (a >= 0 && b >= 0 && d >= 0) indices.push(a, b, d);
      if (a >= 0 && d >= 0 && c >= 0) indices.push(a, d, c);
    }
  }
  const placed = Float32Array.from(positions);
  const triangles = Uint32Array.from(indices);
  return {
    positions: placed,
    normals: smoothNormals(placed, triangles),
    colors: fillColors(placed.length / 3, toSrgb(color)),
    indices: triangles,
    ...(withUvs ? { uvs: Float32Array.from(uvs) } : {}),
  };
}

/** A closed ring of points about a middle, filled like a fan that bulges towards the viewer. */
export function bulgingFan(ring: readonly Vec3[], bulge: number, color: string): Mesh {
  const count = ring.length;
  const middle: Vec3 = [0, 1, 2].map(
    (axis) => ring.reduce((sum, point) => sum + point[axis]!, 0) / count,
  ) as unknown as Vec3;
  const bands = 5;
  return sheet(
    count,
    bands,
    (u, v) => {
      const point = ring[Math.round(u * count) % count]!;
      const lift = bulge * (1 - v * v);
      return [
        middle[0] + (point[0] - middle[0]) * v,
        middle[1] + (point[1] - middle[1]) * v,
        middle[2] + (point[2] - middle[2]) * v + lift,
      ];
    },
    color,
  );
}

/** How far forward a face's surface is at a place of its head's space, out of the mesh's points near it. */
export function surfaceOf(points: readonly Vec3[]): (x: number, y: number) => number {
  return (x, y) => {
    let total = 0;
    let sum = 0;
    for (const [px, py, pz] of points) {
      const away = (px - x) ** 2 + (py - y) ** 2;
      const weight = 1 / (away + 0.08) ** 2;
      total += weight;
      sum += weight * pz;
    }
    return sum / total;
  };
}
