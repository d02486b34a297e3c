import type { Mesh, Vec3 } from '@openimagine/render';
import { type ColorLike, toSrgb } from './color.ts';
import { fillColors } from './mesh.ts';

/**
 * A box round the origin whose edges and corners are rounded.
 * @param radius Of the edges, metres; at most half of the shortest side.
 * @param segments Steps round an edge: 1 a bevel, 3 smooth, 5 for something near. Triangles grow with its square.
 */
export function roundedBox(
  [width, height, depth]: Vec3,
  radius: number,
  color: ColorLike = '#ffffff',
  segments = 3,
): Mesh {
  const half: Vec3 = [width / 2, height / 2, depth / 2];
  const r = Math.max(1e-5, Math.min(radius, half[0], half[1], half[2]));
  const positions: number[] = [];
  const normals: number[] = [];
  const indices: number[] = [];
  for (let axis = 0; axis < 3; axis++) {
    for (const sign of [1, -1]) addSide(axis, sign, half, r, segments, { positions, normals, indices });
  }
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    colors: fillColors(positions.length / 3, toSrgb(color)),
    indices: Uint32Array.from(indices),
  };
}

interface Buffers {
  readonly positions: number[];
  readonly normals: number[];
  readonly indices: number[];
}

/** One of six sides with its share of the rounding: a grid whose outer lines lie on the round edges, up to 45°. */
function addSide(axis: number, sign: number, half: Vec3, r: number, segments: number, out: Buffers): void {
  const u = (axis + 1) % 3;
  const v = (axis + 2) % 3;
  const steps = edgeSteps(segments);
  const first = out.positions.length / 3;
  for (const [cornerV, tangentV] of steps) {
    for (const [cornerU, tangentU] of steps) {
      const direction: [number, number, number] = [0, 0, 0];
      direction[axis] = sign;
      direction[u] = tangentU;
      direction[v] = tangentV;
      const length = Math.hypot(direction[0], direction[1], direction[2]);
      const center: [number, number, number] = [0, 0, 0];
      center[axis] = sign * (half[axis]! - r);
      center[u] = cornerU * (half[u]! - r);
      center[v] = cornerV * (half[v]! - r);
      for (let c = 0; c < 3; c++) {
        out.normals.push(direction[c]! / length);
        out.positions.push(center[c]! + (direction[c]! / length) * r);
      }
    }
  }
  const n = steps.length;
  for (let row = 0; row + 1 < n; row++) {
    for (let column = 0; column + 1 < n; column++) {
      const a = first + row * n + column;
      const quad = sign > 0 ? [a, a + 1, a + n + 1, a, a + n + 1, a + n] : [a, a + n + 1, a + 1, a, a + n, a + n + 1];
      out.indices.push(...quad);
    }
  }
}

/** Along one direction: which corner's centre (−1 or 1), and the tangent of the angle there (−1 … 0, 0 … 1). */
function edgeSteps(segments: number): readonly (readonly [corner: number, tangent: number])[] {
  const lines: [number, number][] = [];
  for (let i = 0; i <= segments; i++) lines.push([-1, -Math.tan((Math.PI / 4) * (1 - i / segments))]);
  for (let i = 0; i <= segments; i++) lines.push([1, Math.tan((Math.PI / 4) * (i / segments))]);
  return lines;
}
