import type { Mesh, Vec3 } from '@openimagine/render';
import { cross, unit } from '../model/matrix.ts';

/** sRGB, 0–255 each, as vertex colours are. */
export type Color = readonly [red: number, green: number, blue: number];

/** Grows one mesh out of many parts. Colours are sRGB 0–255, `open` is the baked ambient occlusion, 0 dark … 1 open. */
export interface MeshBuilder {
  /** @returns the index of the new vertex. */
  vertex(position: Vec3, normal: Vec3, color: Color, open?: number): number;
  triangle(a: number, b: number, c: number): void;
  readonly triangleCount: number;
  build(): Mesh;
}

/** @returns an empty builder; `build` may be called once or more, each time giving an independent mesh. */
export function createMeshBuilder(): MeshBuilder {
  const positions: number[] = [];
  const normals: number[] = [];
  const colors: number[] = [];
  const indices: number[] = [];
  return {
    vertex(position, normal, color, open = 1) {
      positions.push(position[0], position[1], position[2]);
      const length = Math.hypot(normal[0], normal[1], normal[2]) || 1;
      normals.push(normal[0] / length, normal[1] / length, normal[2] / length);
      colors.push(byte(color[0]), byte(color[1]), byte(color[2]), byte(open * 255));
      return positions.length / 3 - 1;
    },
    triangle(a, b, c) {
      indices.push(a, b, c);
    },
    get triangleCount() {
      return indices.length / 3;
    },
    build: () => ({
      positions: new Float32Array(positions),
      normals: new Float32Array(normals),
      colors: new Uint8Array(colors),
      indices: new Uint32Array(indices),
    }),
  };
}

/** Two colours mixed, `amount` 0 the first … 1 the second. */
export function mix(a: Color, b: Color, amount: number): Color {
  const t = Math.min(1, Math.max(0, amount));
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

/** A colour made darker or lighter by a factor. */
export function shade(color: Color, factor: number): Color {
  return [color[0] * factor, color[1] * factor, color[2] * factor];
}

/** @param hex `#rrggbb` */
export function colorOf(hex: string): Color {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** 0 below `from`, 1 above `to`, smooth between. */
export function smoothstep(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

/** A flat four-cornered face, corners counter-clockwise seen from its front. */
export function addQuad(
  builder: MeshBuilder,
  corners: readonly [Vec3, Vec3, Vec3, Vec3],
  color: Color,
  open = 1,
): void {
  const [a, b, c, d] = corners;
  const normal = cross(subtract(b, a), subtract(d, a));
  const first = builder.vertex(a, normal, color, open);
  builder.vertex(b, normal, color, open);
  builder.vertex(c, normal, color, open);
  builder.vertex(d, normal, color, open);
  builder.triangle(first, first + 1, first + 2);
  builder.triangle(first, first + 2, first + 3);
}

export interface BoxOptions {
  readonly center: Vec3;
  /** Full width, height and depth. */
  readonly size: Vec3;
  readonly color: Color;
  readonly topColor?: Color;
  /** Ambient light at the foot and at the head. Default 1, 1. */
  readonly open?: readonly [foot: number, head: number];
  /** Turn about y. */
  readonly turn?: number;
  readonly withoutBottom?: boolean;
}

/** A box with sharp edges, 10 or 12 triangles. */
export function addBox(builder: MeshBuilder, options: BoxOptions): void {
  const [cx, cy, cz] = options.center;
  const [w, h, d] = [options.size[0] / 2, options.size[1] / 2, options.size[2] / 2];
  const [foot, head] = options.open ?? [1, 1];
  const cos = Math.cos(options.turn ?? 0);
  const sin = Math.sin(options.turn ?? 0);
  const turn = (x: number, y: number, z: number): Vec3 => [x * cos + z * sin, y, z * cos - x * sin];
  const face = (normal: Vec3, u: Vec3, v: Vec3, color: Color): void => {
    const at = (s: number, t: number): number => {
      const x = (normal[0] + u[0] * s + v[0] * t) * w;
      const y = (normal[1] + u[1] * s + v[1] * t) * h;
      const z = (normal[2] + u[2] * s + v[2] * t) * d;
      const p = turn(x, y, z);
      return builder.vertex([cx + p[0], cy + p[1], cz + p[2]], turn(...normal), color, y < 0 ? foot : head);
    };
    const [a, b, c, e] = [at(-1, -1), at(1, -1), at(1, 1), at(-1, 1)];
    builder.triangle(a, b, c);
    builder.triangle(a, c, e);
  };
  face([0, 0, 1], [1, 0, 0], [0, 1, 0], options.color);
  face([0, 0, -1], [-1, 0, 0], [0, 1, 0], options.color);
  face([1, 0, 0], [0, 0, -1], [0, 1, 0], options.color);
  face([-1, 0, 0], [0, 0, 1], [0, 1, 0], options.color);
  face([0, 1, 0], [1, 0, 0], [0, 0, -1], options.topColor ?? options.color);
  if (!options.withoutBottom) face([0, -1, 0], [1, 0, 0], [0, 0, 1], options.color);
}

export interface TubeOptions {
  readonly from: Vec3;
  readonly to: Vec3;
  readonly fromRadius: number;
  readonly toRadius: number;
  readonly sides: number;
  readonly color: Color;
  readonly toColor?: Color;
  readonly open?: readonly [from: number, to: number];
  readonly cap?: boolean;
}

/** A straight, tapering tube, open at the foot; `cap` closes the head. */
export function addTube(builder: MeshBuilder, options: TubeOptions): void {
  const { from, to, sides } = options;
  const axis = unit(subtract(to, from));
  const side = unit(cross(axis, Math.abs(axis[1]) > 0.9 ? [1, 0, 0] : [0, 1, 0]));
  const other = cross(axis, side);
  const [openFrom, openTo] = options.open ?? [1, 1];
  const ring = (center: Vec3, radius: number, color: Color, open: number): number => {
    let first = -1;
    for (let i = 0; i <= sides; i++) {
      const angle = (i / sides) * Math.PI * 2;
      const out = combine(side, Math.cos(angle), other, Math.sin(angle));
      const index = builder.vertex(combine(center, 1, out, radius), out, color, open);
      if (first < 0) first = index;
    }
    return first;
  };
  const low = ring(from, options.fromRadius, options.color, openFrom);
  const high = ring(to, options.toRadius, options.toColor ?? options.color, openTo);
  for (let i = 0; i < sides; i++) {
    builder.triangle(low + i, low + i + 1, high + i + 1);
    builder.triangle(low + i, high + i + 1, high + i);
  }
  if (!options.cap) return;
  const middle = builder.vertex(to, axis, options.toColor ?? options.color, openTo);
  for (let i = 0; i < sides; i++) {
    const angle = (i / sides) * Math.PI * 2;
    const out = combine(side, Math.cos(angle), other, Math.sin(angle));
    builder.vertex(combine(to, 1, out, options.toRadius), axis, options.toColor ?? options.color, openTo);
  }
  for (let i = 0; i < sides; i++) builder.triangle(middle, middle + 1 + i, middle + 1 + ((i + 1) % sides));
}

export interface BlobOptions {
  readonly center: Vec3;
  /** Half sizes. */
  readonly radius: Vec3;
  /** 0: 20 triangles, 1: 80, 2: 320. */
  readonly detail: 0 | 1 | 2;
  /** How far a direction's surface is pushed out, as a factor round 1. */
  readonly bulge: (direction: Vec3) => number;
  readonly color: (direction: Vec3) => Color;
  readonly open?: (direction: Vec3) => number;
  /** Normals turn from the blob's own shape (0) to pointing away from `heart` (1): foliage then shades as one crown. */
  readonly heart?: Vec3;
  readonly heartShare?: number;
}

/** A lumpy ball: a crown of leaves, a rock, a cloud. */
export function addBlob(builder: MeshBuilder, options: BlobOptions): void {
  const sphere = icosphere(options.detail);
  const share = options.heart ? (options.heartShare ?? 0.5) : 0;
  const points = sphere.directions.map((d): Vec3 => {
    const r = options.bulge(d);
    return [
      options.center[0] + d[0] * options.radius[0] * r,
      options.center[1] + d[1] * options.radius[1] * r,
      options.center[2] + d[2] * options.radius[2] * r,
    ];
  });
  const normals = surfaceNormals(points, sphere.triangles);
  const first = points.map((point, i) => {
    const d = sphere.directions[i]!;
    const away = options.heart ? unit(subtract(point, options.heart)) : d;
    const normal = combine(normals[i]!, 1 - share, away, share);
    return builder.vertex(point, normal, options.color(d), options.open?.(d) ?? 1);
  })[0]!;
  for (const [a, b, c] of sphere.triangles) builder.triangle(first + a, first + b, first + c);
}

/** Area-weighted normals of a closed or open surface. */
function surfaceNormals(points: readonly Vec3[], triangles: readonly Triangle[]): Vec3[] {
  const sums = points.map((): [number, number, number] => [0, 0, 0]);
  for (const triangle of triangles) {
    const [a, b, c] = [points[triangle[0]]!, points[triangle[1]]!, points[triangle[2]]!];
    const normal = cross(subtract(b, a), subtract(c, a));
    for (const index of triangle) for (let k = 0; k < 3; k++) sums[index]![k]! += normal[k]!;
  }
  return sums.map(unit);
}

type Triangle = readonly [number, number, number];

const spheres = new Map<number, { directions: readonly Vec3[]; triangles: readonly Triangle[] }>();

/** Shared unit spheres of 20, 80 and 320 triangles. */
function icosphere(detail: number): { directions: readonly Vec3[]; triangles: readonly Triangle[] } {
  const known = spheres.get(detail);
  if (known) return known;
  const made = detail === 0 ? icosahedron() : subdivide(icosphere(detail - 1));
  spheres.set(detail, made);
  return made;
}

function icosahedron(): { directions: readonly Vec3[]; triangles: readonly Triangle[] } {
  const g = (1 + Math.sqrt(5)) / 2;
  const corners: Vec3[] = [];
  for (const a of [-1, 1]) for (const b of [-g, g]) corners.push([a, b, 0], [0, a, b], [b, 0, a]);
  const directions = corners.map(unit);
  const triangles: Triangle[] = [];
  const near = (a: number, b: number): boolean => dot(directions[a]!, directions[b]!) > 0.4;
  for (let a = 0; a < 12; a++)
    for (let b = a + 1; b < 12; b++)
      for (let c = b + 1; c < 12; c++) {
        if (!near(a, b) || !near(b, c) || !near(a, c)) continue;
        const [p, q, r] = [directions[a]!, directions[b]!, directions[c]!];
        const isOutward = dot(cross(subtract(q, p), subtract(r, p)), p) > 0;
        triangles.push(isOutward ? [a, b, c] : [a, c, b]);
      }
  return { directions, triangles };
}

function subdivide(sphere: { directions: readonly Vec3[]; triangles: readonly Triangle[] }) {
  const directions = [...sphere.directions];
  const middles = new Map<string, number>();
  const middle = (a: number, b: number): number => {
    const key = a < b ? `${a}:${b}` : `${b}:${a}`;
    const known = middles.get(key);
    if (known !== undefined) return known;
    directions.push(unit(combine(directions[a]!, 1, directions[b]!, 1)));
    middles.set(key, directions.length - 1);
    return directions.length - 1;
  };
  const triangles = sphere.triangles.flatMap(([a, b, c]): Triangle[] => {
    const [ab, bc, ca] = [middle(a, b), middle(b, c), middle(c, a)];
    return [
      [a, ab, ca],
      [ab, b, bc],
      [ca, bc, c],
      [ab, bc, ca],
    ];
  });
  return { directions, triangles };
}

/** a·s + b·t */
function combine(a: Vec3, s: number, b: Vec3, t: number): Vec3 {
  return [a[0] * s + b[0] * t, a[1] * s + b[1] * t, a[2] * s + b[2] * t];
}

function subtract(a: Vec3, b: Vec3): Vec3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

function dot(a: Vec3, b: Vec3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function byte(value: number): number {
  return Math.min(255, Math.max(0, Math.round(value)));
}
