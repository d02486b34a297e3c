import type { Mesh } from '@openimagine/render';
import { normalizeAt } from './mesh.ts';

/**
 * A copy in which all vertices of a small cube become one, so that details below its size are gone and triangles are
 * fewer. The two sides of thin things stay apart. For things that are small in the picture: edges get uneven.
 * @param cell Side of the cubes in the mesh's own units.
 */
export function coarsen(mesh: Mesh, cell: number): Mesh {
  const { owner, count } = clusters(mesh, cell);
  const positions = new Float32Array(count * 3);
  const normals = new Float32Array(count * 3);
  const colors = new Float32Array(count * 4);
  const members = new Float32Array(count);
  const uvs = mesh.uvs ? new Float32Array(count * 2) : undefined;
  for (let i = 0; i < owner.length; i++) {
    const to = owner[i]!;
    members[to] = members[to]! + 1;
    for (let c = 0; c < 3; c++) {
      positions[to * 3 + c] = positions[to * 3 + c]! + mesh.positions[i * 3 + c]!;
      normals[to * 3 + c] = normals[to * 3 + c]! + mesh.normals[i * 3 + c]!;
    }
    for (let c = 0; c < 4; c++) colors[to * 4 + c] = colors[to * 4 + c]! + mesh.colors[i * 4 + c]!;
    for (let c = 0; uvs && c < 2; c++) uvs[to * 2 + c] = uvs[to * 2 + c]! + mesh.uvs![i * 2 + c]!;
  }
  for (let i = 0; i < count; i++) {
    for (let c = 0; c < 3; c++) positions[i * 3 + c] = positions[i * 3 + c]! / members[i]!;
    for (let c = 0; c < 4; c++) colors[i * 4 + c] = Math.round(colors[i * 4 + c]! / members[i]!);
    for (let c = 0; uvs && c < 2; c++) uvs[i * 2 + c] = uvs[i * 2 + c]! / members[i]!;
    normalizeAt(normals, i * 3);
  }
  const indices = remaining(mesh.indices, owner);
  return { positions, normals, colors: Uint8Array.from(colors), indices, ...(uvs ? { uvs } : {}) };
}

/** Which cluster each vertex belongs to: by its cube, and by the side that it faces. */
function clusters(mesh: Mesh, cell: number): { readonly owner: Uint32Array; readonly count: number } {
  const owner = new Uint32Array(mesh.positions.length / 3);
  const seen = new Map<string, number>();
  for (let i = 0; i < owner.length; i++) {
    const at = (c: number): number => Math.floor(mesh.positions[i * 3 + c]! / cell + 0.5);
    const key = `${at(0)},${at(1)},${at(2)},${facing(mesh.normals, i * 3)}`;
    const known = seen.get(key);
    owner[i] = known ?? seen.size;
    if (known === undefined) seen.set(key, seen.size);
  }
  return { owner, count: seen.size };
}

/** Which of six directions a normal is nearest to. */
function facing(normals: Float32Array, at: number): number {
  let best = 0;
  for (let c = 1; c < 3; c++) if (Math.abs(normals[at + c]!) > Math.abs(normals[at + best]!)) best = c;
  return normals[at + best]! < 0 ? best + 3 : best;
}

function remaining(indices: Uint32Array, owner: Uint32Array): Uint32Array {
  const kept: number[] = [];
  for (let t = 0; t < indices.length; t += 3) {
    const a = owner[indices[t]!]!;
    const b = owner[indices[t + 1]!]!;
    const c = owner[indices[t + 2]!]!;
    if (a !== b && b !== c && c !== a) kept.push(a, b, c);
  }
  return Uint32Array.from(kept);
}
