import type { Material, Mesh, Rgb, Sprites } from '@openimagine/render';
import { SPRITE_STRIDE } from '@openimagine/render';
import type { Random } from '../random.ts';
import type { SetMoment } from './set.ts';

/** An instance of a set: it carries its material itself. */
export type SetInstance = SetMoment['instances'][number];

export interface Spot {
  readonly x: number;
  readonly z: number;
}

export interface ScatterOptions {
  readonly random: Random;
  readonly count: number;
  /** The rectangle, x and z. */
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /** No two spots are nearer than this; it may depend on the place. */
  readonly distance: number | ((x: number, z: number) => number);
  /** Chance that a spot is kept, 0 … 1; 0 keeps it free. */
  readonly chance?: (x: number, z: number) => number;
}

/** Random spots that keep their distance, as plants do. Fewer than `count` when the place is full. */
export function scatter(options: ScatterOptions): Spot[] {
  const { random, from, to } = options;
  const spots: Spot[] = [];
  for (let tries = 0; spots.length < options.count && tries < options.count * 12; tries++) {
    const x = random.between(from[0], to[0]);
    const z = random.between(from[1], to[1]);
    const roll = random.next();
    if (options.chance && roll >= options.chance(x, z)) continue;
    const distance = typeof options.distance === 'number' ? options.distance : options.distance(x, z);
    if (spots.every((spot) => Math.hypot(spot.x - x, spot.z - z) >= distance)) spots.push({ x, z });
  }
  return spots;
}

export interface Placing {
  readonly scale?: number;
  /** Height relative to `scale`. Default 1. */
  readonly stretch?: number;
  readonly turn?: number;
  /** How far a point one metre up is pushed aside, world x and z. */
  readonly lean?: readonly [x: number, z: number];
}

/** Object to world: turned about y, scaled, leaning in the wind, moved. */
export function placed(x: number, y: number, z: number, placing: Placing = {}): Float32Array {
  const s = placing.scale ?? 1;
  const up = s * (placing.stretch ?? 1);
  const cos = Math.cos(placing.turn ?? 0) * s;
  const sin = Math.sin(placing.turn ?? 0) * s;
  const [lx, lz] = placing.lean ?? [0, 0];
  return new Float32Array([cos, 0, -sin, 0, lx * up, up, lz * up, 0, sin, 0, cos, 0, x, y, z, 1]);
}

/** The matrix that changes nothing. */
export const IDENTITY = placed(0, 0, 0);

/** An instance that stays where it is for the whole film. */
export function standing(
  mesh: Mesh,
  material: Material,
  matrix: Float32Array = IDENTITY,
  extra: { tint?: Rgb; castsShadow?: boolean; emissive?: number } = {},
): SetInstance {
  return { mesh, material, matrix, isStatic: true, ...extra };
}

export interface SpriteSpot {
  readonly position: readonly [number, number, number];
  readonly radius: number;
  readonly color: readonly [red: number, green: number, blue: number, alpha: number];
  readonly rotation?: number;
  readonly stretch?: readonly [number, number, number];
}

/** Packs sprites in the renderer's layout, in the order given. */
export function sprites(shape: Sprites['shape'], blend: Sprites['blend'], spots: readonly SpriteSpot[]): Sprites {
  const data = new Float32Array(spots.length * SPRITE_STRIDE);
  spots.forEach((spot, i) => {
    data.set(spot.position, i * SPRITE_STRIDE);
    data[i * SPRITE_STRIDE + 3] = spot.radius;
    data[i * SPRITE_STRIDE + 4] = spot.rotation ?? 0;
    data.set(spot.color, i * SPRITE_STRIDE + 5);
    if (spot.stretch) data.set(spot.stretch, i * SPRITE_STRIDE + 9);
  });
  return { shape, blend, count: spots.length, data };
}

/** The rest of a division, never negative: for things that wrap round. */
export function wrap(value: number, size: number): number {
  return value - Math.floor(value / size) * size;
}
