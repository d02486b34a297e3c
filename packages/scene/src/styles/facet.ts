import type { Mesh } from '@openimagine/render';

/** Few enough that each is seen as a facet. */
const TRIANGLES_WANTED = 700;
/** Smaller meshes are only flattened. */
const TRIANGLES_SMALL = 140;
const ROUNDS = 4;
/** Of the triangles, at least so many stay. */
const SHARE_KEPT = 0.16;
/** How much facets of one colour differ in brightness. */
const VARIETY = 0.13;

/**
 * A copy in flat facets: vertices that lie close together become one, as far as the shape allows, and each triangle
 * gets one normal and one colour.
 */
export function facet(mesh: Mesh): Mesh {
  let coarse: Welded = { positions: mesh.positions, colors: mesh.colors, indices: mesh.indices, uvs: mesh.uvs };
  if (!mesh.uvs && mesh.indices.length / 3 > TRIANGLES_SMALL) {
    let cell = meanEdge(mesh) * 1.3;
    for (let round = 0; round < ROUNDS; round++) {
      const next = weld(mesh, cell);
      // Thin things would fall together and be gone.
      if (next.indices.length < mesh.indices.length * SHARE_KEPT) break;
      coarse = next;
      if (next.indices.length / 3 <= TRIANGLES_WANTED) break;
      cell *= 1.35;
    }
  }
  return flatten(coarse);
}

interface Welded {
  readonly positions: Float32Array;
  readonly colors: Uint8Array | Float32Array;
  readonly indices: Uint32Array;
  readonly uvs: Float32Array | undefined;
}

function meanEdge({ positions, indices }: Mesh): number {
  const step = Math.max(1, Math.floor(indices.length / 3 / 400)) * 3;
  let [sum, count] = [0, 0];
  for (let t = 0; t + 2 < indices.length; t += step) {
    const [a, b] = [indices[t]! * 3, indices[t + 1]! * 3];
    sum += Math.hypot(
      positions[a]! - positions[b]!,
      positions[a + 1]! - positions[b + 1]!,
      positions[a + 2]! - positions[b + 2]!,
    );
    count++;
  }
  return sum / Math.max(1, count);
}

/** All vertices of a small cube become their mean; the two sides of thin things stay apart. */
function weld({ positions, normals, colors, indices }: Mesh, cell: number): Welded {
  const count = positions.length / 3;
  const owner = new Uint32Array(count);
  const seen = new Map<number, number[]>();
  const firsts: number[] = [];
  const sums: number[] = [];
  for (let i = 0; i < count; i++) {
    const at = (c: number) => Math.floor(positions[i * 3 + c]! / cell + 0.5) + 4096;
    const key = (at(0) * 8192 + at(1)) * 8192 + at(2);
    const clusters = seen.get(key) ?? [];
    if (clusters.length === 0) seen.set(key, clusters);
    let to = clusters.find((cluster) => alike(normals, firsts[cluster]!, i));
    if (to === undefined) {
      to = firsts.length;
      clusters.push(to);
      firsts.push(i);
      sums.push(0, 0, 0, 0, 0, 0, 0, 0);
    }
    owner[i] = to;
    const s = to * 8;
    for (let c = 0; c < 3; c++) sums[s + c]! += positions[i * 3 + c]!;
    for (let c = 0; c < 4; c++) sums[s + 3 + c]! += colors[i * 4 + c]!;
    sums[s + 7]! += 1;
  }
  const welded = new Float32Array(firsts.length * 3);
  const mixed = new Float32Array(firsts.length * 4);
  for (let i = 0; i < firsts.length; i++) {
    const n = sums[i * 8 + 7]!;
    for (let c = 0; c < 3; c++) welded[i * 3 + c] = sums[i * 8 + c]! / n;
    for (let c = 0; c < 4; c++) mixed[i * 4 + c] = sums[i * 8 + 3 + c]! / n;
  }
  const kept: number[] = [];
  for (let t = 0; t < indices.length; t += 3) {
    const [a, b, c] = [owner[indices[t]!]!, owner[indices[t + 1]!]!, owner[indices[t + 2]!]!];
    if (a !== b && b !== c && c !== a) kept.push(a, b, c);
  }
  return { positions: welded, colors: mixed, indices: Uint32Array.from(kept), uvs: undefined };
}

/** Do two vertices face the same way, more or less? */
function alike(normals: Float32Array, a: number, b: number): boolean {
  const [i, j] = [a * 3, b * 3];
  return normals[i]! * normals[j]! + normals[i + 1]! * normals[j + 1]! + normals[i + 2]! * normals[j + 2]! > -0.25;
}

/** Each triangle with corners of its own, one normal and one colour. */
function flatten({ positions, colors, indices, uvs }: Welded): Mesh {
  const count = indices.length;
  const flat = new Float32Array(count * 3);
  const normals = new Float32Array(count * 3);
  const shades = new Uint8Array(count * 4);
  const places = uvs ? new Float32Array(count * 2) : undefined;
  for (let t = 0; t < count; t += 3) {
    const corners = [indices[t]!, indices[t + 1]!, indices[t + 2]!];
    corners.forEach((from, k) => {
      for (let c = 0; c < 3; c++) flat[(t + k) * 3 + c] = positions[from * 3 + c]!;
      for (let c = 0; places && uvs && c < 2; c++) places[(t + k) * 2 + c] = uvs[from * 2 + c]!;
    });
    const at = t * 3;
    const [ux, uy, uz] = [flat[at + 3]! - flat[at]!, flat[at + 4]! - flat[at + 1]!, flat[at + 5]! - flat[at + 2]!];
    const [vx, vy, vz] = [flat[at + 6]! - flat[at]!, flat[at + 7]! - flat[at + 1]!, flat[at + 8]! - flat[at + 2]!];
    const [nx, ny, nz] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
    const length = Math.hypot(nx, ny, nz) || 1;
    const shade = 1 + ((Math.imul(t + 7, 0x9e3779b1) >>> 16) / 65536 - 0.5) * VARIETY;
    const color = [0, 1, 2, 3].map((c) => {
      const mean = corners.reduce((sum, from) => sum + colors[from * 4 + c]!, 0) / 3;
      return c < 3 ? Math.min(255, mean * shade) : mean;
    });
    for (let k = 0; k < 3; k++) {
      normals.set([nx / length, ny / length, nz / length], at + k * 3);
      shades.set(color, (t + k) * 4);
    }
  }
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  return { positions: flat, normals, colors: shades, indices: order, ...(places ? { uvs: places } : {}) };
}
