import type { Mesh } from '@openimagine/render';
import type { BufferGeometry } from 'three';
import type { ColorLike } from './color.ts';
import { fillColors, normalizeAt } from './mesh.ts';

/**
 * A three.js geometry as a mesh of the renderer. Triangles without area are dropped.
 * @param uvs Keep texture coordinates (turned so that v = 0 is the top). Default false.
 */
export function meshFromGeometry(geometry: BufferGeometry, color: ColorLike, uvs = false): Mesh {
  const position = geometry.getAttribute('position');
  if (!geometry.getAttribute('normal')) geometry.computeVertexNormals();
  const normal = geometry.getAttribute('normal');
  const count = position.count;
  const positions = new Float32Array(count * 3);
  const normals = new Float32Array(count * 3);
  for (let i = 0; i < count; i++) {
    positions.set([position.getX(i), position.getY(i), position.getZ(i)], i * 3);
    normals.set([normal.getX(i), normal.getY(i), normal.getZ(i)], i * 3);
    normalizeAt(normals, i * 3);
  }
  const index = geometry.getIndex();
  const corners = index ? Uint32Array.from(index.array) : Uint32Array.from({ length: count }, (_, i) => i);
  const indices = dropEmptyTriangles(positions, corners);
  const mesh = { positions, normals, colors: fillColors(count, color), indices };
  const uv = uvs ? geometry.getAttribute('uv') : undefined;
  if (!uv) return mesh;
  const coordinates = new Float32Array(count * 2);
  for (let i = 0; i < count; i++) coordinates.set([uv.getX(i), 1 - uv.getY(i)], i * 2);
  return { ...mesh, uvs: coordinates };
}

function dropEmptyTriangles(positions: Float32Array, corners: Uint32Array): Uint32Array {
  const same = (a: number, b: number): boolean =>
    Math.abs(positions[a * 3]! - positions[b * 3]!) < 1e-7 &&
    Math.abs(positions[a * 3 + 1]! - positions[b * 3 + 1]!) < 1e-7 &&
    Math.abs(positions[a * 3 + 2]! - positions[b * 3 + 2]!) < 1e-7;
  const kept: number[] = [];
  for (let t = 0; t < corners.length; t += 3) {
    const a = corners[t]!;
    const b = corners[t + 1]!;
    const c = corners[t + 2]!;
    if (!same(a, b) && !same(b, c) && !same(c, a)) kept.push(a, b, c);
  }
  return Uint32Array.from(kept);
}
