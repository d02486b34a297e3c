import type { Mesh, Vec3 } from '@openimagine/render';
import { faceNormal, normalizeAt, weld } from './mesh.ts';

/**
 * A copy with normals that are smooth between faces that meet at less than an angle, and sharp elsewhere.
 * @param degrees 30 keeps the edges of a twelve-sided cylinder's lid, and smooths its side.
 */
export function creaseNormals(mesh: Mesh, degrees = 40): Mesh {
  const { positions, indices } = mesh;
  const owner = weld(positions);
  const faces = Float32Array.from({ length: indices.length }, () => 0);
  const around: number[][] = [];
  for (let t = 0; t < indices.length; t += 3) {
    faces.set(faceNormal(positions, indices[t]!, indices[t + 1]!, indices[t + 2]!), t);
    for (let k = 0; k < 3; k++) {
      const place = owner[indices[t + k]!]!;
      around[place] ??= [];
      around[place].push(t);
    }
  }
  return splitCorners(mesh, (corner, face) => {
    const sum: [number, number, number] = [0, 0, 0];
    for (const other of around[owner[corner]!]!) {
      if (!turnsLess(faces, face, other, degrees)) continue;
      for (let c = 0; c < 3; c++) sum[c] = sum[c]! + faces[other + c]!;
    }
    return sum;
  });
}

function turnsLess(faces: Float32Array, a: number, b: number, degrees: number): boolean {
  if (a === b) return true;
  const dot = faces[a]! * faces[b]! + faces[a + 1]! * faces[b + 1]! + faces[a + 2]! * faces[b + 2]!;
  const lengths =
    Math.hypot(faces[a]!, faces[a + 1]!, faces[a + 2]!) * Math.hypot(faces[b]!, faces[b + 1]!, faces[b + 2]!);
  return dot > Math.cos((degrees * Math.PI) / 180) * lengths;
}

/** Gives each corner of each triangle its normal; corners that agree share a vertex. */
function splitCorners(mesh: Mesh, normalOf: (corner: number, face: number) => Vec3): Mesh {
  const positions: number[] = [];
  const normals: number[] = [];
  const colors: number[] = [];
  const indices = new Uint32Array(mesh.indices.length);
  const seen = new Map<string, number>();
  const normal = new Float32Array(3);
  for (let i = 0; i < indices.length; i++) {
    const corner = mesh.indices[i]!;
    normal.set(normalOf(corner, i - (i % 3)));
    normalizeAt(normal, 0);
    const key = `${corner}/${Array.from(normal, (value) => Math.round(value * 200)).join()}`;
    let vertex = seen.get(key);
    if (vertex === undefined) {
      vertex = positions.length / 3;
      seen.set(key, vertex);
      positions.push(...mesh.positions.subarray(corner * 3, corner * 3 + 3));
      normals.push(...normal);
      colors.push(...mesh.colors.subarray(corner * 4, corner * 4 + 4));
    }
    indices[i] = vertex;
  }
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    colors: Uint8Array.from(colors),
    indices,
  };
}
