import type { Instance, Mesh, Rgb, Vec3 } from '@openimagine/render';
import { IDENTITY } from '../model/matrix.ts';
import type { StyleWorld } from './style.ts';

/** A square piece of a place: its middle, on the ground, and half its side in metres. */
export interface Plate {
  readonly centre: Vec3;
  readonly half: number;
  /** Towards the viewer, over the ground: a unit vector x, z. */
  readonly front: readonly [number, number];
  /** Metres: what rests higher and far from the walls hung from a ceiling that is not there. */
  readonly ceiling?: number;
}

/** What is larger than this share of the plate is cut; what is smaller stays or goes as a whole. */
const CUT_SHARE = 0.7;
/** Of the plate before the middle, where nothing tall may stand, and what tall is. */
const FRONT_SHARE = 0.22;
const TALL_SHARE = 0.3;
/** Of a plinth, in halves of the plate's side. */
const PLINTH_DEPTH = 0.3;

/** What stands on a plate, and how high up it reaches that rests there. */
export interface Kept {
  readonly instances: readonly Instance[];
  readonly top: number;
}

/** Keeps what stands on a plate. Cuts are remembered for meshes that rest. */
export function createCutter(): {
  cut(instances: readonly Instance[], plate: Plate): Kept;
  /** How far what rests reaches from the plate's middle: a room is no larger than its walls. */
  reachOf(instances: readonly Instance[], plate: Plate): number;
} {
  const extents = new WeakMap<Mesh, Extent>();
  const cuts = new WeakMap<
    Mesh,
    { readonly matrix: Instance['matrix']; readonly plate: Plate; readonly mesh: Mesh }[]
  >();
  const extentOf = (mesh: Mesh): Extent => {
    const extent = extents.get(mesh) ?? measure(mesh);
    extents.set(mesh, extent);
    return extent;
  };
  const cutOf = ({ mesh, matrix }: Instance, plate: Plate): Mesh => {
    const made = cuts.get(mesh) ?? [];
    const known = made.find((cut) => cut.matrix === matrix && isSame(cut.plate, plate));
    if (known) return known.mesh;
    const cut = { matrix, plate, mesh: cutMesh(mesh, matrix, plate) };
    cuts.set(mesh, [...made.slice(-7), cut]);
    return cut.mesh;
  };
  const cut = (instances: readonly Instance[], plate: Plate): Kept => {
    const kept: Instance[] = [];
    let top = plate.centre[1];
    for (const instance of instances) {
      const { centre, radius, height } = placed(extentOf(instance.mesh), instance.matrix);
      const beyond =
        Math.max(Math.abs(centre[0] - plate.centre[0]), Math.abs(centre[2] - plate.centre[2])) - plate.half;
      if (radius < plate.half * CUT_SHARE) {
        if (beyond >= -radius * 0.25 || (instance.isStatic && hides(centre, height, plate))) continue;
        kept.push(instance);
        if (instance.isStatic) top = Math.max(top, centre[1] + height);
      } else if (beyond < radius) {
        const mesh = cutOf(instance, plate);
        if (mesh.indices.length === 0) continue;
        kept.push({ ...instance, mesh, matrix: IDENTITY });
        if (instance.isStatic) top = Math.max(top, highest(mesh));
      }
    }
    return { instances: kept, top };
  };
  const reachOf = (instances: readonly Instance[], { centre: middle }: Plate): number => {
    let reach = 0;
    for (const instance of instances) {
      if (!instance.isStatic) continue;
      const { centre, radius } = placed(extentOf(instance.mesh), instance.matrix);
      const away = Math.max(Math.abs(centre[0] - middle[0]), Math.abs(centre[2] - middle[2]));
      reach = Math.max(reach, away + radius * Math.SQRT1_2);
    }
    return reach || Infinity;
  };
  return { cut, reachOf };
}

/** How far things on a wall reach into a room, metres. */
const WALL_DEPTH = 0.75;

/** Does something of that height stand between the middle and the viewer, or hang from nothing? */
function hides(at: Vec3, height: number, { centre, half, front, ceiling }: Plate): boolean {
  const isFree = Math.min(at[0] - centre[0], at[2] - centre[2]) + half > WALL_DEPTH;
  if (ceiling !== undefined && isFree && at[1] - height > ceiling) return true;
  const before = (at[0] - centre[0]) * front[0] + (at[2] - centre[2]) * front[1];
  return before > half * FRONT_SHARE && at[1] + height > centre[1] + half * TALL_SHARE;
}

const highest = (mesh: Mesh): number => placed(measure(mesh), IDENTITY).centre[1] + measure(mesh).height;

/** A box that may turn: its middle, its reach on the ground, half its height. */
interface Extent {
  readonly centre: Vec3;
  readonly radius: number;
  readonly height: number;
}

const isSame = (a: Plate, b: Plate): boolean =>
  a.half === b.half && a.centre.every((value, i) => value === b.centre[i]);

function measure({ positions }: Mesh): Extent {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < positions.length; i++) {
    low[i % 3] = Math.min(low[i % 3]!, positions[i]!);
    high[i % 3] = Math.max(high[i % 3]!, positions[i]!);
  }
  if (positions.length === 0) return { centre: [0, 0, 0], radius: 0, height: 0 };
  const centre: Vec3 = [(low[0]! + high[0]!) / 2, (low[1]! + high[1]!) / 2, (low[2]! + high[2]!) / 2];
  const radius = Math.hypot(high[0]! - low[0]!, high[2]! - low[2]!) / 2;
  return { centre, radius, height: (high[1]! - low[1]!) / 2 };
}

function placed({ centre, radius, height }: Extent, m: Instance['matrix']): Extent {
  const size = Math.max(Math.hypot(m[0]!, m[1]!, m[2]!), Math.hypot(m[8]!, m[9]!, m[10]!));
  return { centre: pointOf(centre, m), radius: radius * size, height: height * Math.hypot(m[4]!, m[5]!, m[6]!) };
}

function pointOf([x, y, z]: Vec3, m: Instance['matrix']): Vec3 {
  return [
    m[0]! * x + m[4]! * y + m[8]! * z + m[12]!,
    m[1]! * x + m[5]! * y + m[9]! * z + m[13]!,
    m[2]! * x + m[6]! * y + m[10]! * z + m[14]!,
  ];
}

/** A vertex in the world: position 3, normal 3, colour 4, uv 2. */
type Corner = readonly number[];

/** The mesh in world space within the plate: ground is cut at its edge, what stands upright stays or goes. */
function cutMesh(mesh: Mesh, matrix: Instance['matrix'], plate: Plate): Mesh {
  const { centre, half } = plate;
  const out: { readonly corners: number[]; readonly indices: number[] } = { corners: [], indices: [] };
  const cornerAt = (i: number): Corner => {
    const at = pointOf([mesh.positions[i * 3]!, mesh.positions[i * 3 + 1]!, mesh.positions[i * 3 + 2]!], matrix);
    const m = matrix;
    const [nx, ny, nz] = [mesh.normals[i * 3]!, mesh.normals[i * 3 + 1]!, mesh.normals[i * 3 + 2]!];
    const normal = pointOf([nx, ny, nz], [...Array.from(m).slice(0, 12), 0, 0, 0, 1]);
    const length = Math.hypot(...normal) || 1;
    const color = [0, 1, 2, 3].map((c) => mesh.colors[i * 4 + c]!);
    return [...at, ...normal.map((v) => v / length), ...color, mesh.uvs?.[i * 2] ?? 0, mesh.uvs?.[i * 2 + 1] ?? 0];
  };
  const limits = [
    { axis: 0, sign: 1, at: centre[0] + half },
    { axis: 0, sign: -1, at: -(centre[0] - half) },
    { axis: 2, sign: 1, at: centre[2] + half },
    { axis: 2, sign: -1, at: -(centre[2] - half) },
  ] as const;
  for (let t = 0; t < mesh.indices.length; t += 3) {
    const corners = [mesh.indices[t]!, mesh.indices[t + 1]!, mesh.indices[t + 2]!].map((i) => {
      const local: Vec3 = [mesh.positions[i * 3]!, mesh.positions[i * 3 + 1]!, mesh.positions[i * 3 + 2]!];
      return pointOf(local, matrix);
    });
    if (limits.some(({ axis, sign, at }) => corners.every((corner) => corner[axis] * sign > at))) continue;
    let polygon: Corner[] = [mesh.indices[t]!, mesh.indices[t + 1]!, mesh.indices[t + 2]!].map(cornerAt);
    const crosses = limits.some(({ axis, sign, at }) => corners.some((corner) => corner[axis] * sign > at));
    if (crosses) {
      for (const limit of limits) polygon = cutPolygon(polygon, limit.axis, limit.sign, limit.at);
      if (polygon.length < 3) continue;
    }
    const middle = [0, 1, 2].map((axis) => polygon.reduce((sum, corner) => sum + corner[axis]!, 0) / polygon.length);
    if (hides(middle as unknown as Vec3, 0, plate)) continue;
    const first = out.corners.length / 12;
    for (const corner of polygon) out.corners.push(...corner);
    for (let k = 2; k < polygon.length; k++) out.indices.push(first, first + k - 1, first + k);
  }
  return meshOf(out.corners, out.indices, mesh.uvs !== undefined);
}

/** Sutherland and Hodgman: the part of a polygon on one side of a plane. */
function cutPolygon(polygon: readonly Corner[], axis: number, sign: number, limit: number): Corner[] {
  const kept: Corner[] = [];
  polygon.forEach((corner, i) => {
    const next = polygon[(i + 1) % polygon.length]!;
    const [a, b] = [limit - corner[axis]! * sign, limit - next[axis]! * sign];
    if (a >= 0) kept.push(corner);
    if (a >= 0 !== b >= 0) kept.push(corner.map((value, k) => value + (next[k]! - value) * (a / (a - b))));
  });
  return kept;
}

function meshOf(corners: readonly number[], indices: readonly number[], hasUvs: boolean): Mesh {
  const count = corners.length / 12;
  const take = (from: number, size: number, into: Float32Array | Uint8Array) => {
    for (let i = 0; i < count; i++) for (let k = 0; k < size; k++) into[i * size + k] = corners[i * 12 + from + k]!;
    return into;
  };
  return {
    positions: take(0, 3, new Float32Array(count * 3)) as Float32Array,
    normals: take(3, 3, new Float32Array(count * 3)) as Float32Array,
    colors: take(6, 4, new Uint8Array(count * 4)) as Uint8Array,
    ...(hasUvs ? { uvs: take(10, 2, new Float32Array(count * 2)) as Float32Array } : {}),
    indices: Uint32Array.from(indices),
  };
}

/** Points along each side of a plinth. */
const STEPS = 40;
/** Share of the plinth's depth and colour of its layers, from the top. */
const LAYERS: readonly { readonly depth: number; readonly color: Rgb }[] = [
  { depth: 0, color: [118, 92, 70] },
  { depth: 0.22, color: [118, 92, 70] },
  { depth: 0.22, color: [150, 120, 92] },
  { depth: 1, color: [128, 100, 78] },
];

/** The sides of the piece, from the ground down, in layers of earth. @param waterHeight The ground is no lower than water. */
export function plinthOf(
  { centre, half }: Plate,
  { groundAt }: StyleWorld,
  waterHeight = -Infinity,
): Pick<Instance, 'mesh' | 'matrix'> & { readonly bottom: number } {
  const corners: number[] = [];
  const indices: number[] = [];
  const topAt = (x: number, z: number) => Math.max(groundAt(x, z), waterHeight);
  const places = [0, 1, 2, 3].map((side) => {
    const [c, s] = [Math.round(Math.cos((side * Math.PI) / 2)), Math.round(Math.sin((side * Math.PI) / 2))];
    const along = (i: number) => (1 - (2 * i) / STEPS) * half;
    const at = Array.from({ length: STEPS + 1 }, (_, i): Vec3 => {
      const [x, z] = [centre[0] + half * c - along(i) * s, centre[2] + half * s + along(i) * c];
      return [x, topAt(x, z), z];
    });
    return { outward: [c, 0, s], at };
  });
  const bottom = Math.min(centre[1], ...places.flatMap(({ at }) => at.map(([, y]) => y))) - half * PLINTH_DEPTH;
  for (const { outward, at } of places) {
    const first = corners.length / 12;
    for (const [x, top, z] of at) {
      for (const { depth, color } of LAYERS) {
        corners.push(x, top + (bottom - top) * depth, z, ...outward, ...color, 255, 0, 0);
      }
    }
    for (let i = 0; i < STEPS; i++) {
      for (let k = 0; k < LAYERS.length - 1; k++) {
        const [a, b] = [first + i * LAYERS.length + k, first + (i + 1) * LAYERS.length + k];
        indices.push(a, a + 1, b + 1, a, b + 1, b);
      }
    }
  }
  return { mesh: meshOf(corners, indices, false), matrix: IDENTITY, bottom };
}
