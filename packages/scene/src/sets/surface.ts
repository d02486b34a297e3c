import type { Mesh, Vec3 } from '@openimagine/render';
import { cross } from '../model/matrix.ts';
import { type Color, createMeshBuilder } from './shape.ts';

export interface Surface {
  readonly columns: number;
  readonly rows: number;
  /** u and v run from 0 to 1, along columns and rows. Seen from where u goes right and v goes up, it faces the viewer. */
  readonly at: (u: number, v: number) => Vec3;
  /** @param slope 0 level and facing up … 1 upright … 2 facing down. */
  readonly colorAt: (point: Vec3, slope: number, u: number, v: number) => Color;
  readonly openAt?: (u: number, v: number, point: Vec3) => number;
  /** The last column meets the first: their normals are made one. */
  readonly isRound?: boolean;
}

/** A bent sheet: cliffs, the shell of a cave, a cone, a veil of water. Two triangles for each cell. */
export function surfaceMesh(surface: Surface): Mesh {
  const { columns, rows, at } = surface;
  const points = Array.from({ length: (columns + 1) * (rows + 1) }, (_, i) =>
    at((i % (columns + 1)) / columns, Math.floor(i / (columns + 1)) / rows),
  );
  const index = (column: number, row: number): number => row * (columns + 1) + column;
  const step = (column: number, by: number): number => {
    const next = column + by;
    if (!surface.isRound) return Math.min(columns, Math.max(0, next));
    return next < 0 ? columns - 1 : next > columns ? 1 : next;
  };
  const builder = createMeshBuilder();
  for (let row = 0; row <= rows; row++)
    for (let column = 0; column <= columns; column++) {
      const point = points[index(column, row)]!;
      const across = minus(points[index(step(column, 1), row)]!, points[index(step(column, -1), row)]!);
      const up = minus(points[index(column, Math.min(rows, row + 1))]!, points[index(column, Math.max(0, row - 1))]!);
      const normal = cross(across, up);
      const length = Math.hypot(...normal) || 1;
      const [u, v] = [column / columns, row / rows];
      const color = surface.colorAt(point, 1 - normal[1] / length, u, v);
      builder.vertex(point, normal, color, surface.openAt?.(u, v, point) ?? 1);
    }
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const [a, b] = [index(column, row), index(column + 1, row)];
      const [c, d] = [index(column, row + 1), index(column + 1, row + 1)];
      builder.triangle(a, b, d);
      builder.triangle(a, d, c);
    }
  return builder.build();
}

/** The same triangles with one normal each: ice, crystal and broken rock have edges. */
export function faceted(mesh: Mesh): Mesh {
  const builder = createMeshBuilder();
  const point = (i: number): Vec3 => [mesh.positions[i * 3]!, mesh.positions[i * 3 + 1]!, mesh.positions[i * 3 + 2]!];
  for (let t = 0; t < mesh.indices.length; t += 3) {
    const corners = [mesh.indices[t]!, mesh.indices[t + 1]!, mesh.indices[t + 2]!] as const;
    const [a, b, c] = corners.map(point) as [Vec3, Vec3, Vec3];
    const normal = cross(minus(b, a), minus(c, a));
    if (Math.hypot(...normal) < 1e-9) continue;
    const tone = (k: number): number =>
      (mesh.colors[corners[0] * 4 + k]! + mesh.colors[corners[1] * 4 + k]! + mesh.colors[corners[2] * 4 + k]!) / 3;
    const color: Color = [tone(0), tone(1), tone(2)];
    const first = builder.vertex(a, normal, color, tone(3) / 255);
    builder.vertex(b, normal, color, tone(3) / 255);
    builder.vertex(c, normal, color, tone(3) / 255);
    builder.triangle(first, first + 1, first + 2);
  }
  return builder.build();
}

function minus(a: Vec3, b: Vec3): Vec3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}
