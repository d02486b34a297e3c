import type { Mesh, Vec3 } from '@openimagine/render';
import { type ColorLike, type Srgb, toSrgb } from './color.ts';
import { determinant3, type Matrix, normalMatrix } from './matrix.ts';

export interface Bounds {
  readonly min: Vec3;
  readonly max: Vec3;
}

export function triangleCount(mesh: Mesh): number {
  return mesh.indices.length / 3;
}

/** The same fill in every vertex, fully open to light. */
export function fillColors(vertexCount: number, color: ColorLike): Uint8Array {
  const [red, green, blue] = toSrgb(color);
  const colors = new Uint8Array(vertexCount * 4);
  for (let i = 0; i < vertexCount; i++) {
    colors[i * 4] = red;
    colors[i * 4 + 1] = green;
    colors[i * 4 + 2] = blue;
    colors[i * 4 + 3] = 255;
  }
  return colors;
}

/** A copy that is moved, turned, scaled or mirrored. */
export function transformMesh(mesh: Mesh, matrix: Matrix): Mesh {
  const count = mesh.positions.length / 3;
  const positions = new Float32Array(count * 3);
  const normals = new Float32Array(count * 3);
  const turn = normalMatrix(matrix);
  const mirrored = determinant3(matrix) < 0;
  const sign = mirrored ? -1 : 1;
  for (let i = 0; i < count * 3; i += 3) {
    const x = mesh.positions[i]!;
    const y = mesh.positions[i + 1]!;
    const z = mesh.positions[i + 2]!;
    const nx = mesh.normals[i]!;
    const ny = mesh.normals[i + 1]!;
    const nz = mesh.normals[i + 2]!;
    for (let row = 0; row < 3; row++) {
      positions[i + row] = matrix[row]! * x + matrix[4 + row]! * y + matrix[8 + row]! * z + matrix[12 + row]!;
      normals[i + row] = sign * (turn[row]! * nx + turn[3 + row]! * ny + turn[6 + row]! * nz);
    }
    normalizeAt(normals, i);
  }
  const indices = mirrored ? reversed(mesh.indices) : mesh.indices;
  return { positions, normals, colors: mesh.colors, indices, ...(mesh.uvs ? { uvs: mesh.uvs } : {}) };
}

export interface MeshPart {
  readonly mesh: Mesh;
  readonly matrix?: Matrix;
  /** Replaces the colours of the part; its occlusion stays. */
  readonly color?: ColorLike;
}

/** One mesh out of many: fewer instances, one draw. Texture coordinates survive only when every part has them. */
export function mergeMeshes(parts: readonly MeshPart[]): Mesh {
  const placed = parts.map(({ mesh, matrix, color }) => {
    const moved = matrix ? transformMesh(mesh, matrix) : mesh;
    return color ? recolor(moved, color) : moved;
  });
  const vertexCount = placed.reduce((sum, mesh) => sum + mesh.positions.length / 3, 0);
  const indexCount = placed.reduce((sum, mesh) => sum + mesh.indices.length, 0);
  const positions = new Float32Array(vertexCount * 3);
  const normals = new Float32Array(vertexCount * 3);
  const colors = new Uint8Array(vertexCount * 4);
  const indices = new Uint32Array(indexCount);
  const uvs = placed.length > 0 && placed.every((mesh) => mesh.uvs) ? new Float32Array(vertexCount * 2) : undefined;
  let vertex = 0;
  let index = 0;
  for (const mesh of placed) {
    positions.set(mesh.positions, vertex * 3);
    normals.set(mesh.normals, vertex * 3);
    colors.set(mesh.colors, vertex * 4);
    if (uvs && mesh.uvs) uvs.set(mesh.uvs, vertex * 2);
    for (const corner of mesh.indices) indices[index++] = corner + vertex;
    vertex += mesh.positions.length / 3;
  }
  return { positions, normals, colors, indices, ...(uvs ? { uvs } : {}) };
}

/** A copy in one colour; its occlusion stays. */
export function recolor(mesh: Mesh, color: ColorLike): Mesh {
  const fill = toSrgb(color);
  return paint(mesh, () => fill);
}

/**
 * A copy whose colours come from a function of place and normal (in the mesh's own space); its occlusion stays.
 * Detail finer than the triangles is lost.
 */
export function paint(mesh: Mesh, colorAt: (x: number, y: number, z: number, normal: Vec3) => Srgb): Mesh {
  const colors = new Uint8Array(mesh.colors);
  const { positions, normals } = mesh;
  for (let i = 0; i < positions.length / 3; i++) {
    const normal: Vec3 = [normals[i * 3]!, normals[i * 3 + 1]!, normals[i * 3 + 2]!];
    const color = colorAt(positions[i * 3]!, positions[i * 3 + 1]!, positions[i * 3 + 2]!, normal);
    for (let c = 0; c < 3; c++) colors[i * 4 + c] = Math.max(0, Math.min(255, Math.round(color[c]!)));
  }
  return { ...mesh, colors };
}

/**
 * A copy whose points are moved by a function, with normals computed anew from the triangles that meet at equal places.
 * @param move Receives and returns a point in the mesh's own space.
 */
export function warp(mesh: Mesh, move: (x: number, y: number, z: number) => Vec3): Mesh {
  const positions = new Float32Array(mesh.positions.length);
  for (let i = 0; i < positions.length; i += 3) {
    positions.set(move(mesh.positions[i]!, mesh.positions[i + 1]!, mesh.positions[i + 2]!), i);
  }
  return { ...mesh, positions, normals: smoothNormals(positions, mesh.indices) };
}

/** Area-weighted normals, smooth across all triangles that touch a place (also where vertices are doubled). */
export function smoothNormals(positions: Float32Array, indices: Uint32Array): Float32Array {
  const owner = weld(positions);
  const sums = new Float32Array(positions.length);
  for (let t = 0; t < indices.length; t += 3) {
    const normal = faceNormal(positions, indices[t]!, indices[t + 1]!, indices[t + 2]!);
    for (let k = 0; k < 3; k++) {
      const at = owner[indices[t + k]!]! * 3;
      for (let c = 0; c < 3; c++) sums[at + c] = sums[at + c]! + normal[c]!;
    }
  }
  const normals = new Float32Array(positions.length);
  for (let i = 0; i < positions.length / 3; i++) {
    normals.set(sums.subarray(owner[i]! * 3, owner[i]! * 3 + 3), i * 3);
    normalizeAt(normals, i * 3);
  }
  return normals;
}

/** For each vertex the first vertex at the same place, to a hundredth of a millimetre. */
export function weld(positions: Float32Array): Uint32Array {
  const seen = new Map<string, number>();
  const owner = new Uint32Array(positions.length / 3);
  const key = (value: number): number => Math.round(value * 1e5);
  for (let i = 0; i < owner.length; i++) {
    const place = `${key(positions[i * 3]!)},${key(positions[i * 3 + 1]!)},${key(positions[i * 3 + 2]!)}`;
    const first = seen.get(place);
    if (first === undefined) seen.set(place, i);
    owner[i] = first ?? i;
  }
  return owner;
}

/** Twice the area of the triangle along its normal. */
export function faceNormal(positions: Float32Array, a: number, b: number, c: number): Vec3 {
  const ax = positions[a * 3]!;
  const ay = positions[a * 3 + 1]!;
  const az = positions[a * 3 + 2]!;
  const ux = positions[b * 3]! - ax;
  const uy = positions[b * 3 + 1]! - ay;
  const uz = positions[b * 3 + 2]! - az;
  const vx = positions[c * 3]! - ax;
  const vy = positions[c * 3 + 1]! - ay;
  const vz = positions[c * 3 + 2]! - az;
  return [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
}

/** The box that a mesh fills, optionally after a matrix. */
export function meshBounds(mesh: Mesh, matrix?: Matrix | Float32Array): Bounds {
  const min: [number, number, number] = [Infinity, Infinity, Infinity];
  const max: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  const m = matrix ?? [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
  for (let i = 0; i < mesh.positions.length; i += 3) {
    const x = mesh.positions[i]!;
    const y = mesh.positions[i + 1]!;
    const z = mesh.positions[i + 2]!;
    for (let row = 0; row < 3; row++) {
      const value = m[row]! * x + m[4 + row]! * y + m[8 + row]! * z + m[12 + row]!;
      if (value < min[row]!) min[row] = value;
      if (value > max[row]!) max[row] = value;
    }
  }
  return { min, max };
}

/** Makes three numbers in a row a unit vector; zero becomes +y. */
export function normalizeAt(values: Float32Array, at: number): void {
  const length = Math.hypot(values[at]!, values[at + 1]!, values[at + 2]!);
  if (length < 1e-20) {
    values[at] = 0;
    values[at + 1] = 1;
    values[at + 2] = 0;
    return;
  }
  for (let c = 0; c < 3; c++) values[at + c] = values[at + c]! / length;
}

function reversed(indices: Uint32Array): Uint32Array {
  const turned = new Uint32Array(indices.length);
  for (let t = 0; t < indices.length; t += 3) {
    turned[t] = indices[t]!;
    turned[t + 1] = indices[t + 2]!;
    turned[t + 2] = indices[t + 1]!;
  }
  return turned;
}
