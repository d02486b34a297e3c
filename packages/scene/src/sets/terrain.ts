import type { Mesh, Vec3 } from '@openimagine/render';
import { type Color, createMeshBuilder } from './shape.ts';

export type HeightAt = (x: number, z: number) => number;
/** @param slope 0 level … 1 upright. */
export type ColorAt = (x: number, y: number, z: number, slope: number) => Color;

/** Smooth noise in a plane, 0 … 1; features are one unit wide. The same everywhere for the same seed. */
export function noise(x: number, y: number, seed = 0): number {
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  const fx = x - ix;
  const fy = y - iy;
  const u = fx * fx * (3 - 2 * fx);
  const v = fy * fy * (3 - 2 * fy);
  const low = lattice(ix, iy, seed) * (1 - u) + lattice(ix + 1, iy, seed) * u;
  const high = lattice(ix, iy + 1, seed) * (1 - u) + lattice(ix + 1, iy + 1, seed) * u;
  return low * (1 - v) + high * v;
}

/** Noise on several scales at once, 0 … 1. */
export function fractal(x: number, y: number, octaves: number, seed = 0): number {
  let sum = 0;
  let total = 0;
  let weight = 1;
  for (let i = 0; i < octaves; i++) {
    // Each octave is turned by an angle of no symmetry, so that the lattices never line up.
    const scale = 2.03 ** i;
    const [cos, sin] = [Math.cos(i * 1.13), Math.sin(i * 1.13)];
    sum += weight * noise((x * cos - y * sin) * scale, (x * sin + y * cos) * scale, seed + i * 17);
    total += weight;
    weight *= 0.5;
  }
  return sum / total;
}

/** Sharp crests and round valleys, 0 … 1: mountains and dunes. */
export function ridged(x: number, y: number, octaves: number, seed = 0): number {
  let sum = 0;
  let total = 0;
  let weight = 1;
  let carry = 1;
  for (let i = 0; i < octaves; i++) {
    const scale = 2.1 ** i;
    const [cos, sin] = [Math.cos(i * 0.9), Math.sin(i * 0.9)];
    const n = noise((x * cos - y * sin) * scale, (x * sin + y * cos) * scale, seed + i * 31);
    const crest = (1 - Math.abs(2 * n - 1)) ** 2;
    sum += weight * crest * carry;
    total += weight;
    carry = Math.min(1, crest * 1.6 + 0.15);
    weight *= 0.5;
  }
  return sum / total;
}

export interface DiscGround {
  readonly heightAt: HeightAt;
  readonly colorAt: ColorAt;
  readonly openAt?: HeightAt;
  /** Fine triangles lie round here. Default the origin. */
  readonly center?: readonly [x: number, z: number];
  /** Where the ground ends, far out in the fog. */
  readonly radius: number;
  readonly rings: number;
  readonly sectors: number;
  /** Width of the innermost ring. Default 0.35 m. */
  readonly innerStep?: number;
}

/** Ground to the horizon whose triangles grow with the distance from its centre: near detail at a fixed cost. */
export function discGround(options: DiscGround): Mesh {
  const { heightAt, rings, sectors } = options;
  const [cx, cz] = options.center ?? [0, 0];
  const radii = ringRadii(options.radius, rings, options.innerStep ?? 0.35);
  const builder = createMeshBuilder();
  const put = (x: number, z: number, step: number): void => {
    const y = heightAt(x, z);
    const normal = slopeNormal(heightAt, x, z, Math.max(0.12, step * 0.4));
    builder.vertex([x, y, z], normal, options.colorAt(x, y, z, 1 - normal[1]), options.openAt?.(x, z) ?? 1);
  };
  put(cx, cz, 0.3);
  radii.forEach((r, ring) => {
    const step = r - (radii[ring - 1] ?? 0);
    for (let s = 0; s < sectors; s++) {
      const angle = ((s + (ring % 2) * 0.5) / sectors) * Math.PI * 2;
      put(cx + Math.sin(angle) * r, cz + Math.cos(angle) * r, step);
    }
  });
  const at = (ring: number, s: number): number => 1 + ring * sectors + (((s % sectors) + sectors) % sectors);
  for (let s = 0; s < sectors; s++) builder.triangle(0, at(0, s), at(0, s + 1));
  for (let ring = 0; ring + 1 < rings; ring++) {
    const shift = ring % 2;
    for (let s = 0; s < sectors; s++) {
      builder.triangle(at(ring, s), at(ring + 1, s + shift), at(ring, s + 1));
      builder.triangle(at(ring, s), at(ring + 1, s + shift - 1), at(ring + 1, s + shift));
    }
  }
  return builder.build();
}

export interface PatchGround {
  readonly heightAt: HeightAt;
  readonly colorAt: ColorAt;
  readonly openAt?: HeightAt;
  readonly from: readonly [x: number, z: number];
  readonly to: readonly [x: number, z: number];
  readonly columns: number;
  readonly rows: number;
}

/** A rectangle of ground in equal steps: a far range, a bed, a bank. */
export function patchGround(options: PatchGround): Mesh {
  const { from, to, columns, rows, heightAt } = options;
  const builder = createMeshBuilder();
  const step = Math.max((to[0] - from[0]) / columns, (to[1] - from[1]) / rows);
  for (let row = 0; row <= rows; row++)
    for (let column = 0; column <= columns; column++) {
      const x = from[0] + ((to[0] - from[0]) * column) / columns;
      const z = from[1] + ((to[1] - from[1]) * row) / rows;
      const y = heightAt(x, z);
      const normal = slopeNormal(heightAt, x, z, step * 0.5);
      builder.vertex([x, y, z], normal, options.colorAt(x, y, z, 1 - normal[1]), options.openAt?.(x, z) ?? 1);
    }
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const a = row * (columns + 1) + column;
      const below = a + columns + 1;
      builder.triangle(a, below, a + 1);
      builder.triangle(a + 1, below, below + 1);
    }
  return builder.build();
}

/** Upward normal of a height field. */
export function slopeNormal(heightAt: HeightAt, x: number, z: number, step: number): Vec3 {
  const dx = heightAt(x + step, z) - heightAt(x - step, z);
  const dz = heightAt(x, z + step) - heightAt(x, z - step);
  const length = Math.hypot(dx, 2 * step, dz);
  return [-dx / length, (2 * step) / length, -dz / length];
}

/** Radii that start `innerStep` apart and grow by a constant factor, so that the last is `radius`. */
function ringRadii(radius: number, rings: number, innerStep: number): number[] {
  let low = 1;
  let high = 3;
  const reach = (q: number): number => (q === 1 ? innerStep * rings : (innerStep * (q ** rings - 1)) / (q - 1));
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (reach(middle) < radius) low = middle;
    else high = middle;
  }
  return Array.from({ length: rings }, (_, i) => (reach(low) > 0 ? (innerStep * (low ** (i + 1) - 1)) / (low - 1) : 0));
}

function lattice(x: number, y: number, seed: number): number {
  let h = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(seed, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}
