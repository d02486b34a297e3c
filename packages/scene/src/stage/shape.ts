import type { Mesh, Vec3 } from '@openimagine/render';
import { cross } from '../model/matrix.ts';

/** sRGB, as `0xff8800` or three numbers 0 … 255. */
export type ShapeColor = number | readonly [number, number, number];

/** Collects flat-shaded and smooth pieces into one mesh: the walls, kerbs, frames and rocks of a set. */
export interface ShapeBuilder {
  /** An upright box round a centre; `open` is its baked openness at the foot and the head (0 … 1). */
  box(center: Vec3, size: Vec3, color: ShapeColor, options?: { yaw?: number; foot?: number; bottom?: boolean }): void;
  /** Four corners, counter-clockwise seen from the front; uv (0,1) (1,1) (1,0) (0,0). */
  quad(a: Vec3, b: Vec3, c: Vec3, d: Vec3, color: ShapeColor, open?: number): void;
  triangle(a: Vec3, b: Vec3, c: Vec3, color: ShapeColor, open?: number): void;
  /** A round, upright body from rings of [radius, height], smooth between them. */
  lathe(center: Vec3, rings: readonly (readonly [number, number])[], color: ShapeColor, segments?: number): void;
  /** A sheet over a grid of vertices, smooth, facing up; `at` gives height, `paint` colour. */
  sheet(options: SheetOptions): void;
  /** A round bar along a path. */
  tube(path: readonly Vec3[], radius: number, color: ShapeColor, segments?: number): void;
  readonly triangleCount: number;
  build(): Mesh;
}

export interface SheetOptions {
  readonly xs: readonly number[];
  readonly zs: readonly number[];
  at(x: number, z: number): number;
  paint(x: number, z: number, y: number): ShapeColor;
}

const rgbOf = (color: ShapeColor): readonly [number, number, number] =>
  typeof color === 'number' ? [(color >> 16) & 255, (color >> 8) & 255, color & 255] : color;

export function createShape(): ShapeBuilder {
  const positions: number[] = [];
  const normals: number[] = [];
  const colors: number[] = [];
  const uvs: number[] = [];
  const indices: number[] = [];

  const vertex = (p: Vec3, n: Vec3, color: ShapeColor, open: number, u = 0, v = 0): number => {
    positions.push(p[0], p[1], p[2]);
    normals.push(n[0], n[1], n[2]);
    const [r, g, b] = rgbOf(color);
    colors.push(r, g, b, Math.round(open * 255));
    uvs.push(u, v);
    return positions.length / 3 - 1;
  };
  const faceNormal = (a: Vec3, b: Vec3, c: Vec3): Vec3 => {
    const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
    const [vx, vy, vz] = [c[0] - a[0], c[1] - a[1], c[2] - a[2]];
    const n: Vec3 = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
    const length = Math.hypot(n[0], n[1], n[2]) || 1;
    return [n[0] / length, n[1] / length, n[2] / length];
  };
  const quadOpen = (corners: readonly [Vec3, Vec3, Vec3, Vec3], color: ShapeColor, open: readonly number[]): void => {
    const n = faceNormal(corners[0], corners[1], corners[2]);
    const first = vertex(corners[0], n, color, open[0]!, 0, 1);
    vertex(corners[1], n, color, open[1]!, 1, 1);
    vertex(corners[2], n, color, open[2]!, 1, 0);
    vertex(corners[3], n, color, open[3]!, 0, 0);
    indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
  };

  return {
    get triangleCount() {
      return indices.length / 3;
    },
    quad: (a, b, c, d, color, open = 1) => quadOpen([a, b, c, d], color, [open, open, open, open]),
    triangle(a, b, c, color, open = 1) {
      const n = faceNormal(a, b, c);
      const first = vertex(a, n, color, open);
      vertex(b, n, color, open);
      vertex(c, n, color, open);
      indices.push(first, first + 1, first + 2);
    },
    box(center, size, color, { yaw = 0, foot = 1, bottom = false } = {}) {
      const [hx, hy, hz] = [size[0] / 2, size[1] / 2, size[2] / 2];
      const [cos, sin] = [Math.cos(yaw), Math.sin(yaw)];
      const at = (x: number, y: number, z: number): Vec3 => [
        center[0] + x * cos + z * sin,
        center[1] + y,
        center[2] - x * sin + z * cos,
      ];
      const side = (ax: number, az: number, bx: number, bz: number): void =>
        quadOpen([at(ax, -hy, az), at(bx, -hy, bz), at(bx, hy, bz), at(ax, hy, az)], color, [foot, foot, 1, 1]);
      side(-hx, hz, hx, hz);
      side(hx, hz, hx, -hz);
      side(hx, -hz, -hx, -hz);
      side(-hx, -hz, -hx, hz);
      quadOpen([at(-hx, hy, hz), at(hx, hy, hz), at(hx, hy, -hz), at(-hx, hy, -hz)], color, [1, 1, 1, 1]);
      if (bottom) {
        quadOpen([at(-hx, -hy, -hz), at(hx, -hy, -hz), at(hx, -hy, hz), at(-hx, -hy, hz)], color, [0.6, 0.6, 0.6, 0.6]);
      }
    },
    lathe(center, rings, color, segments = 12) {
      const first = positions.length / 3;
      rings.forEach(([radius, height], ring) => {
        const before = rings[Math.max(0, ring - 1)]!;
        const after = rings[Math.min(rings.length - 1, ring + 1)]!;
        const [dr, dh] = [after[0] - before[0], after[1] - before[1]];
        const length = Math.hypot(dr, dh) || 1;
        for (let s = 0; s <= segments; s++) {
          const angle = (s / segments) * Math.PI * 2;
          const [x, z] = [Math.sin(angle), Math.cos(angle)];
          vertex(
            [center[0] + x * radius, center[1] + height, center[2] + z * radius],
            [(x * dh) / length, -dr / length, (z * dh) / length],
            color,
            1,
          );
        }
      });
      const stride = segments + 1;
      for (let ring = 0; ring + 1 < rings.length; ring++) {
        for (let s = 0; s < segments; s++) {
          const a = first + ring * stride + s;
          indices.push(a, a + 1, a + stride + 1, a, a + stride + 1, a + stride);
        }
      }
    },
    sheet({ xs, zs, at, paint }) {
      const first = positions.length / 3;
      for (const z of zs) {
        for (const x of xs) {
          const y = at(x, z);
          const step = 0.05 + (Math.abs(x) + Math.abs(z)) * 0.004;
          const nx = (at(x - step, z) - at(x + step, z)) / (2 * step);
          const nz = (at(x, z - step) - at(x, z + step)) / (2 * step);
          const length = Math.hypot(nx, 1, nz);
          vertex([x, y, z], [nx / length, 1 / length, nz / length], paint(x, z, y), 1);
        }
      }
      const stride = xs.length;
      for (let j = 0; j + 1 < zs.length; j++) {
        for (let i = 0; i + 1 < stride; i++) {
          const a = first + j * stride + i;
          indices.push(a, a + stride, a + stride + 1, a, a + stride + 1, a + 1);
        }
      }
    },
    tube(path, radius, color, segments = 6) {
      const first = positions.length / 3;
      path.forEach((point, index) => {
        const before = path[Math.max(0, index - 1)]!;
        const after = path[Math.min(path.length - 1, index + 1)]!;
        const along = unit([after[0] - before[0], after[1] - before[1], after[2] - before[2]]);
        const side = unit(Math.abs(along[1]) > 0.9 ? cross(along, [1, 0, 0]) : cross(along, [0, 1, 0]));
        const up = cross(along, side);
        for (let s = 0; s <= segments; s++) {
          const angle = (s / segments) * Math.PI * 2;
          const [c, k] = [Math.cos(angle), Math.sin(angle)];
          const n: Vec3 = [side[0] * c + up[0] * k, side[1] * c + up[1] * k, side[2] * c + up[2] * k];
          vertex([point[0] + n[0] * radius, point[1] + n[1] * radius, point[2] + n[2] * radius], n, color, 1);
        }
      });
      const stride = segments + 1;
      for (let ring = 0; ring + 1 < path.length; ring++) {
        for (let s = 0; s < segments; s++) {
          const a = first + ring * stride + s;
          indices.push(a, a + 1, a + stride + 1, a, a + stride + 1, a + stride);
        }
      }
    },
    build: () => ({
      positions: new Float32Array(positions),
      normals: new Float32Array(normals),
      colors: new Uint8Array(colors),
      uvs: new Float32Array(uvs),
      indices: new Uint32Array(indices),
    }),
  };
}

const unit = (a: Vec3): Vec3 => {
  const length = Math.hypot(a[0], a[1], a[2]) || 1;
  return [a[0] / length, a[1] / length, a[2] / length];
};

/** `count` numbers from `low` to `high`, both included, denser round the middle when `bend` is above 1. */
export function spread(low: number, high: number, count: number, bend = 1): number[] {
  return Array.from({ length: count }, (_, i) => {
    const u = (i / (count - 1)) * 2 - 1;
    const bent = Math.sign(u) * Math.abs(u) ** bend;
    return low + ((bent + 1) / 2) * (high - low);
  });
}
