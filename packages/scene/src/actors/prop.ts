import { type Material, type Mesh, type PointLight, SPRITE_STRIDE, type Sprites, type Vec3 } from '@openimagine/render';
import { createCache } from '../model/cache.ts';
import { type ColorLike, softStep } from '../model/color.ts';
import { compose, IDENTITY, type Matrix, multiply, type Placement, scaling } from '../model/matrix.ts';
import { type MeshPart, mergeMeshes, meshBounds } from '../model/mesh.ts';
import { box } from '../model/primitives.ts';
import { roundedBox } from '../model/rounded-box.ts';
import type { SoundCue } from '../sound/cue.ts';
import type { Actor, ActorContext, PartInstance } from './actor.ts';
import { madeOf } from './made-of.ts';
import { segmentsFor } from './rig.ts';

/** Surfaces that things share. */
export const PAINT: Material = { specular: 0.5, gloss: 50, wrap: 0.1 };
export const MATT: Material = { specular: 0.06, gloss: 10, wrap: 0.2 };
export const PLASTER: Material = { pattern: 'grain', patternScale: 12, specular: 0.03 };
export const WOOD: Material = { pattern: 'wood', patternScale: 9, specular: 0.18, gloss: 24 };
export const PLANKS: Material = { pattern: 'planks', patternScale: 3, specular: 0.06 };
export const STONE: Material = { pattern: 'rock', patternScale: 0.9, specular: 0.04 };
export const BRICK: Material = { pattern: 'bricks', patternScale: 2.2, specular: 0.04 };
export const TILES: Material = { pattern: 'tiles', patternScale: 2.4, specular: 0.14, gloss: 20 };
export const FABRIC: Material = { pattern: 'fabric', patternScale: 130, specular: 0.03, wrap: 0.3, rim: 0.1 };
export const STEEL: Material = { specular: 0.85, gloss: 70 };
export const GLASS: Material = { specular: 1, gloss: 140, emissive: 0.08 };
export const CERAMIC: Material = { specular: 0.7, gloss: 80, wrap: 0.15 };
export const LEAVES: Material = { pattern: 'foliage', patternScale: 2.6, specular: 0.05, wrap: 0.45 };
export const PETAL: Material = { specular: 0.08, gloss: 14, wrap: 0.5, rim: 0.08 };
export const LIT: Material = { emissive: 1.5 };
export const BRIGHT: Material = { emissive: 3 };

/** One mesh of a thing, in one material. */
export interface PropPart {
  readonly mesh: Mesh;
  readonly material: Material;
}

/** Collects primitives; everything in one material becomes one mesh. */
export interface Assembly {
  /** Segments round, fewer for copies that may spend less. */
  readonly segments: (hero: number) => number;
  readonly isHero: boolean;
  readonly isFar: boolean;
  /** A box with round edges; bevelled, or plain, for copies that may spend less. */
  rounded(size: Vec3, radius: number, color?: ColorLike, segments?: number): Mesh;
  add(material: Material, mesh: Mesh, place?: Placement | Matrix, color?: ColorLike): void;
}

const cachedParts = createCache<readonly PropPart[]>(160);

/** The parts of a thing, built once for each key and detail: equal keys must mean equal things. */
export function propParts(
  key: string,
  detail: ActorContext['detail'],
  build: (assembly: Assembly) => void,
): readonly PropPart[] {
  return cachedParts(`${key}/${detail}`, () => {
    const groups = new Map<Material, MeshPart[]>();
    build({
      segments: (hero) => segmentsFor(detail, hero),
      isHero: detail === 'hero',
      isFar: detail === 'far',
      rounded: (size, radius, color, segments = 3) =>
        detail === 'far' || (detail === 'normal' && segments === 1)
          ? box(...size, color)
          : roundedBox(size, radius, color, detail === 'hero' ? segments : 1),
      add(material, mesh, place = IDENTITY, color) {
        const matrix = 'length' in place ? place : compose(place);
        const group = groups.get(material) ?? [];
        group.push({ mesh, matrix, ...(color === undefined ? {} : { color }) });
        groups.set(material, group);
      },
    });
    return darkenFoot([...groups].map(([material, group]) => ({ material, mesh: mergeMeshes(group) })));
  });
}

/** Less of the light from all round near the ground and below overhangs. */
function darkenFoot(parts: readonly PropPart[]): readonly PropPart[] {
  const top = Math.max(...parts.map(({ mesh }) => meshBounds(mesh).max[1]));
  return parts.map((part) => {
    if ((part.material.emissive ?? 0) > 0.5) return part;
    const { mesh } = part;
    const colors = new Uint8Array(mesh.colors);
    for (let i = 0; i < colors.length / 4; i++) {
      const foot = 0.62 + 0.38 * softStep(0, top * 0.22, mesh.positions[i * 3 + 1]!);
      const under = 1 - 0.3 * Math.max(0, -mesh.normals[i * 3 + 1]!);
      colors[i * 4 + 3] = Math.round(colors[i * 4 + 3]! * foot * under);
    }
    return { ...part, mesh: { ...mesh, colors } };
  });
}

type Travel = { readonly distance: number; readonly speed: number };
export type AddPart = (parts: readonly PropPart[], matrix?: Matrix, extra?: Partial<PartInstance>) => void;

/** What a thing does beside standing there; places are in metres at size 1, before `size` is applied. */
export interface PropOptions {
  /** Scales the whole model, on top of the actor's own size. Default 1. */
  readonly scale?: number;
  readonly seats?: Actor['seats'];
  readonly filled?: NonNullable<Actor['filled']>;
  readonly cues?: readonly SoundCue[];
  /** Leans, bobs or turns the whole. */
  readonly root?: (seconds: number, travel: Travel) => Matrix;
  readonly animate?: (seconds: number, travel: Travel, add: AddPart) => void;
  readonly lights?: (seconds: number, travel: Travel) => readonly PointLight[];
  readonly sprites?: (seconds: number, travel: Travel) => readonly Sprites[];
}

/** An actor out of parts that stand still and those that move; its bounds are measured. */
export function propActor({ actor }: ActorContext, still: readonly PropPart[], options: PropOptions = {}): Actor {
  const size = actor.size * (options.scale ?? 1);
  const base = scaling(size);
  const dress = madeOf(actor);
  const poseAt: Actor['poseAt'] = (seconds, travel) => {
    const root = options.root ? multiply(base, options.root(seconds, travel)) : base;
    const parts: PartInstance[] = [];
    const add: AddPart = (added, matrix = IDENTITY, extra = {}) => {
      const placed = multiply(root, matrix);
      for (const { mesh, material } of added) parts.push({ mesh, material, matrix: placed, ...extra });
    };
    add(still);
    options.animate?.(seconds, travel, add);
    return {
      parts: dress ? parts.map(dress) : parts,
      ...(options.lights ? { lights: options.lights(seconds, travel).map((light) => scaleLight(light, size)) } : {}),
      ...(options.sprites
        ? { sprites: options.sprites(seconds, travel).map((batch) => scaleSprites(batch, size)) }
        : {}),
    };
  };
  return {
    bounds: measure(poseAt),
    poseAt,
    ...(options.cues ? { cues: options.cues } : {}),
    ...(options.filled
      ? {
          filled: {
            y: options.filled.y * size,
            halfWidth: options.filled.halfWidth * size,
            halfDepth: options.filled.halfDepth * size,
          },
        }
      : {}),
    ...(options.seats
      ? {
          seats: options.seats.map(({ position, width }) => ({
            position: [position[0] * size, position[1] * size, position[2] * size] as const,
            width: width * size,
          })),
        }
      : {}),
  };
}

function measure(poseAt: Actor['poseAt']): Actor['bounds'] {
  let [x, y, z] = [0.01, 0.01, 0.01];
  for (const seconds of [0, 0.9, 2.3, 4.1]) {
    for (const { mesh, matrix } of poseAt(seconds, { distance: seconds, speed: 1 }).parts) {
      const { min, max } = meshBounds(mesh, matrix as Matrix);
      x = Math.max(x, -min[0], max[0]);
      y = Math.max(y, max[1]);
      z = Math.max(z, -min[2], max[2]);
    }
  }
  return { width: 2.04 * x, height: 1.02 * y, depth: 2.04 * z };
}

function scaleLight(light: PointLight, size: number): PointLight {
  const [x, y, z] = light.position;
  return { ...light, position: [x * size, y * size, z * size], radius: light.radius * size };
}

function scaleSprites(batch: Sprites, size: number): Sprites {
  const data = new Float32Array(batch.data);
  for (let i = 0; i < data.length; i += SPRITE_STRIDE) {
    for (const k of [0, 1, 2, 3, 9, 10, 11]) data[i + k] = data[i + k]! * size;
  }
  const light = batch.lightPosition;
  return { ...batch, data, ...(light ? { lightPosition: [light[0] * size, light[1] * size, light[2] * size] } : {}) };
}

export interface Sprite {
  readonly at: Vec3;
  readonly radius: number;
  readonly turn?: number;
  readonly color: Vec3;
  readonly alpha: number;
  readonly stretch?: Vec3;
}

/** Sprites as the renderer takes them. */
export function spriteBatch(
  shape: Sprites['shape'],
  blend: Sprites['blend'],
  sprites: readonly Sprite[],
  lightPosition?: Vec3,
): Sprites {
  const data = new Float32Array(sprites.length * SPRITE_STRIDE);
  sprites.forEach(({ at, radius, turn = 0, color, alpha, stretch = [0, 0, 0] }, i) => {
    data.set([...at, radius, turn, ...color, alpha, ...stretch], i * SPRITE_STRIDE);
  });
  return { shape, blend, count: sprites.length, data, ...(lightPosition ? { lightPosition } : {}) };
}

/** A number in [0, 1) for a pair of whole numbers, always the same. */
export function chanceOf(index: number, salt = 0): number {
  let mixed = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(salt + 7, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296;
}

/** Is one of the words part of what the prompt called it, or one of its attributes? */
export function isCalled({ actor }: ActorContext, pattern: RegExp): boolean {
  return pattern.test([actor.word, ...actor.attributes].join(' ').toLowerCase().replaceAll('_', ' '));
}

/** Evenly spaced angles round a circle. */
export function around(count: number): number[] {
  return Array.from({ length: count }, (_, i) => (i / count) * Math.PI * 2);
}
