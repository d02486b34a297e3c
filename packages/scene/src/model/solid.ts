import type { Mesh } from '@openimagine/render';
import type { Manifold, ManifoldToplevel } from 'manifold-3d';
import { creaseNormals } from './crease.ts';
import { weld } from './mesh.ts';
import { solidKernel } from './modelling.ts';

/** Properties of a vertex inside the kernel: place and colour. */
const STRIDE = 6;

/** Closed meshes joined into one, without the walls inside. Colours stay. `initModelling` must have been awaited. */
export function union(...meshes: readonly Mesh[]): Mesh {
  return combine(meshes, (kernel, solids) => kernel.Manifold.union(solids));
}

/** The first closed mesh without the space of the others; the cut takes the colour of what cut it. */
export function subtract(mesh: Mesh, ...tools: readonly Mesh[]): Mesh {
  return combine([mesh, ...tools], (kernel, solids) => kernel.Manifold.difference(solids));
}

/** What all closed meshes have in common. */
export function intersect(...meshes: readonly Mesh[]): Mesh {
  return combine(meshes, (kernel, solids) => kernel.Manifold.intersection(solids));
}

/** The tightest convex skin round the meshes, in the first one's first colour. */
export function hull(...meshes: readonly Mesh[]): Mesh {
  const skin = combine(meshes, (kernel, solids) => kernel.Manifold.hull(solids));
  const colors = new Uint8Array(skin.colors);
  const [red, green, blue] = meshes[0]?.colors ?? [255, 255, 255];
  for (let i = 0; i < colors.length; i += 4) colors.set([red!, green!, blue!], i);
  return { ...skin, colors };
}

/** Fewer triangles, no point moved further than `tolerance` metres. For closed meshes. */
export function simplify(mesh: Mesh, tolerance: number, creaseDegrees = 60): Mesh {
  return combine([mesh], (_, solids) => solids[0]!.simplify(tolerance), creaseDegrees);
}

function combine(
  meshes: readonly Mesh[],
  operate: (kernel: ManifoldToplevel, solids: Manifold[]) => Manifold,
  creaseDegrees = 40,
): Mesh {
  const kernel = solidKernel();
  const solids: Manifold[] = [];
  let result: Manifold | undefined;
  try {
    for (const mesh of meshes) solids.push(toSolid(kernel, mesh));
    result = operate(kernel, solids);
    return creaseNormals(toMesh(result), creaseDegrees);
  } finally {
    // The kernel's memory is not garbage collected.
    for (const solid of solids) solid.delete();
    result?.delete();
  }
}

/** @throws {Error} when the mesh is not closed. */
function toSolid(kernel: ManifoldToplevel, mesh: Mesh): Manifold {
  const owner = weld(mesh.positions);
  const compact = new Map<number, number>();
  const vertProperties: number[] = [];
  const triVerts: number[] = [];
  for (let t = 0; t < mesh.indices.length; t += 3) {
    const corners = [owner[mesh.indices[t]!]!, owner[mesh.indices[t + 1]!]!, owner[mesh.indices[t + 2]!]!];
    if (corners[0] === corners[1] || corners[1] === corners[2] || corners[2] === corners[0]) continue;
    for (const corner of corners) {
      let vertex = compact.get(corner);
      if (vertex === undefined) {
        vertex = compact.size;
        compact.set(corner, vertex);
        vertProperties.push(...mesh.positions.subarray(corner * 3, corner * 3 + 3));
        vertProperties.push(...mesh.colors.subarray(corner * 4, corner * 4 + 3));
      }
      triVerts.push(vertex);
    }
  }
  return new kernel.Manifold(
    new kernel.Mesh({
      numProp: STRIDE,
      vertProperties: Float32Array.from(vertProperties),
      triVerts: Uint32Array.from(triVerts),
    }),
  );
}

function toMesh(solid: Manifold): Mesh {
  const { vertProperties, triVerts, numProp } = solid.getMesh();
  const count = vertProperties.length / numProp;
  const positions = new Float32Array(count * 3);
  const colors = new Uint8Array(count * 4).fill(255);
  for (let i = 0; i < count; i++) {
    for (let c = 0; c < 3; c++) {
      positions[i * 3 + c] = vertProperties[i * numProp + c]!;
      // A hull has no properties beside its places.
      if (numProp >= STRIDE) colors[i * 4 + c] = Math.round(vertProperties[i * numProp + 3 + c]!);
    }
  }
  return { positions, normals: new Float32Array(count * 3), colors, indices: Uint32Array.from(triVerts) };
}
