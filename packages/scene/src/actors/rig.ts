import type { Material, Mesh, PointLight, Vec3 } from '@openimagine/render';
import { toLinear } from '../model/color.ts';
import type { BlobPart } from '../model/field.ts';
import { compose, type Matrix, multiply, rotationX, translation } from '../model/matrix.ts';
import { meshBounds } from '../model/mesh.ts';
import { hashString } from '../random.ts';
import type { Actor, ActorContext, ActorPose, PartInstance } from './actor.ts';
import { fitBudget } from './budget.ts';

/** Surfaces that creatures share. */
export const FUR: Material = { pattern: 'fur', patternScale: 30, specular: 0.06, gloss: 12, wrap: 0.3, rim: 0.18 };
export const DARK_FUR: Material = { ...FUR, specular: 0.1, gloss: 18, wrap: 0.2, rim: 0.3 };
export const SKIN: Material = { specular: 0.1, gloss: 16, wrap: 0.45, rim: 0.08 };
export const CLOTH: Material = { pattern: 'fabric', patternScale: 150, specular: 0.04, gloss: 10, wrap: 0.3 };
export const SMOOTH: Material = { specular: 0.18, gloss: 24, wrap: 0.2 };
export const SHELL: Material = { specular: 0.4, gloss: 40, wrap: 0.1 };
export const METAL: Material = { specular: 0.85, gloss: 60 };
export const EYE: Material = { specular: 0.3, gloss: 140, emissive: 0.1 };
export const GLINT: Material = { emissive: 1.1 };

/** Collects the parts of one pose; everything is put under the root (the actor's size, bob and lean). */
export interface PartCollector {
  add(mesh: Mesh, material: Material, matrix: Matrix, extra?: Omit<PartInstance, 'mesh' | 'material' | 'matrix'>): void;
  readonly parts: readonly PartInstance[];
}

export function collectParts(root: Matrix): PartCollector {
  const parts: PartInstance[] = [];
  return {
    parts,
    add(mesh, material, matrix, extra = {}) {
      parts.push({ mesh, material, matrix: multiply(root, matrix), ...extra });
    },
  };
}

/** Coarser meshes for copies that may spend fewer triangles: 1, about a third, about a twelfth of them. */
export function edgeFactor(detail: ActorContext['detail']): number {
  return detail === 'hero' ? 1 : detail === 'normal' ? 1.7 : 3.6;
}

/** An edge length that does not lose the blob's thinnest limb between the grid's points. */
export function safeEdge(parts: readonly BlobPart[], edgeLength: number): number {
  const radii = parts.flatMap((part) => (part.kind === 'limb' && !part.cut ? part.radius : []));
  return Math.min(edgeLength, Math.min(...radii) * 1.15);
}

/** Segment counts of round primitives likewise. */
export function segmentsFor(detail: ActorContext['detail'], heroCount: number): number {
  return Math.max(5, Math.round(heroCount / (detail === 'hero' ? 1 : detail === 'normal' ? 1.6 : 3)));
}

export interface Step {
  /** Metres the body moves while one foot goes once round. */
  readonly stride: number;
  /** Share of the cycle in which the foot stands: 0.6 walking, 0.35 running. */
  readonly duty: number;
  /** Metres the foot is lifted. */
  readonly lift: number;
}

/**
 * Where a foot is, relative to the place below its joint: on the ground it moves back exactly as fast as the body
 * moves forward, so feet do not slide.
 * @param phase Any number; its fraction counts. 0 is the moment the foot lands.
 */
export function footAt(phase: number, { stride, duty, lift }: Step): { readonly y: number; readonly z: number } {
  const turn = phase - Math.floor(phase);
  const reach = (stride * duty) / 2;
  if (turn < duty) return { y: 0, z: reach - stride * turn };
  const swing = (turn - duty) / (1 - duty);
  const eased = swing * swing * (3 - 2 * swing);
  return { y: lift * Math.sin(Math.PI * swing ** 0.8), z: -reach + 2 * reach * eased };
}

/**
 * Bends a limb of two bones so that it ends at a point as far as it can reach, in the plane of y and z.
 * @param y The end's place relative to the upper joint, metres (a foot is below: negative).
 * @param bend 1 bends the middle joint forward (knees, elbows of hind legs), −1 back.
 * @returns Turns about x: of the upper bone against straight down, and of the lower against the upper.
 */
export function bendLimb(
  end: { readonly y: number; readonly z: number },
  [upper, lower]: readonly [number, number],
  bend: 1 | -1,
): readonly [upper: number, lower: number] {
  const far = upper + lower - 1e-4;
  const distance = Math.min(far, Math.max(Math.abs(upper - lower) + 1e-4, Math.hypot(end.y, end.z)));
  const heading = Math.atan2(-end.z, -end.y);
  const atTop = Math.acos(clampUnit((upper * upper + distance * distance - lower * lower) / (2 * upper * distance)));
  const atKnee = Math.acos(clampUnit((upper * upper + lower * lower - distance * distance) / (2 * upper * lower)));
  return [heading - bend * atTop, bend * (Math.PI - atKnee)];
}

/** The frames of a bent limb's two bones and of its end, each with −y along the bone. */
export function limbFrames(
  joint: Vec3,
  end: { readonly y: number; readonly z: number },
  lengths: readonly [number, number],
  bend: 1 | -1,
): { readonly upper: Matrix; readonly lower: Matrix; readonly end: Matrix } {
  const [top, middle] = bendLimb(end, lengths, bend);
  const upper = multiply(translation(...joint), rotationX(top));
  const lower = multiply(upper, translation(0, -lengths[0], 0), rotationX(middle));
  const tip = multiply(lower, translation(0, -lengths[1], 0), rotationX(-top - middle));
  return { upper, lower, end: tip };
}

/** 0 open … 1 closed: a short blink every few seconds, at moments of its own for each seed. */
export function blinkAt(seconds: number, seed: number): number {
  const period = 2.6 + (seed % 7) * 0.23;
  const within = (((seconds + (seed % 13) * 0.37) % period) + period) % period;
  return Math.max(0, 1 - Math.abs(within - period * 0.6) / 0.09);
}

/** A slow, never quite repeating swing in [−1, 1]. */
export function sway(seconds: number, rate: number, seed = 0): number {
  const phase = (seed % 17) * 0.74;
  return 0.62 * Math.sin(seconds * rate + phase) + 0.38 * Math.sin(seconds * rate * 0.61 + phase * 1.7 + 1);
}

/** A quick twitch, −1 … 1, mostly 0: ears, noses, feathers. */
export function twitchAt(seconds: number, seed: number): number {
  const period = 3.1 + (seed % 5) * 0.41;
  const within = (((seconds + (seed % 11) * 0.53) % period) + period) % period;
  const age = within - period * 0.3;
  return age < 0 || age > 0.35 ? 0 : Math.sin(age * 40) * (1 - age / 0.35);
}

/** 0 standing … 1 in full stride, from the speed the stage moves it at. */
export function strideShare(speed: number, fullSpeed: number): number {
  return Math.min(1, Math.abs(speed) / Math.max(0.05, fullSpeed * 0.6));
}

interface Extent {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  /** How far the middle is in front of the origin. */
  readonly middle: number;
}

/** What an actor really shows at some moments, with a small margin. */
function measure(poseAt: Actor['poseAt'], speed: number): Extent {
  let x = 0.01;
  let y = 0.01;
  let front = -Infinity;
  let back = Infinity;
  for (const seconds of [0, 0.31, 0.77, 1.4]) {
    for (const part of poseAt(seconds, { distance: seconds * speed, speed }).parts) {
      const { min, max } = meshBounds(part.mesh, part.matrix as Matrix);
      x = Math.max(x, -min[0], max[0]);
      y = Math.max(y, max[1]);
      front = Math.max(front, max[2]);
      back = Math.min(back, min[2]);
    }
  }
  const margin = 1.04;
  return { width: 2 * x * margin, height: y * margin, depth: (front - back) * margin, middle: (front + back) / 2 };
}

export interface ActorTraits {
  /** Measured instead of the pose that is shown: a jet of water is no part of who holds the hose. */
  readonly measuredAt?: Actor['poseAt'];
  /** Metres a second at which it is measured. */
  readonly speed?: number;
  readonly seats?: Actor['seats'];
  /** The head: its middle and half its height, before the actor's own size. */
  readonly face?: { readonly at: Vec3; readonly radius: number };
  /** Where the middle of what it holds is, before the actor's own size: a beast's mouth, a bird's beak. */
  readonly holds?: Vec3;
  /** The origin is a place that matters (a saddle below it): not the middle of what is seen. */
  readonly keepsOrigin?: boolean;
}

/** An actor that stands in the middle of its measured bounds and keeps to its triangles. */
export function finishActor(context: ActorContext, fullPoseAt: Actor['poseAt'], traits: ActorTraits = {}): Actor {
  const { middle: seen, ...bounds } = measure(traits.measuredAt ?? fullPoseAt, traits.speed ?? 0);
  const poseAt = fitBudget(fullPoseAt, context.detail, bounds.height);
  const middle = traits.keepsOrigin ? 0 : seen;
  const glows = context.actor.attributes.includes('glowing');
  const halo: PointLight = {
    position: [0, bounds.height / 2, 0],
    color: toLinear(context.actor.color ?? '#bfe8ff', 1.2),
    radius: bounds.height * 2.5,
  };
  const centered: Actor['poseAt'] = (seconds, travel) => {
    const pose = poseAt(seconds, travel);
    const parts = pose.parts.map((part) => ({
      ...part,
      matrix: shifted(part.matrix, -middle),
      material: glows ? lit(part.material) : part.material,
    }));
    return { ...pose, parts, ...(glows ? { lights: [...(pose.lights ?? []), halo] } : {}) };
  };
  const { face, holds } = traits;
  const size = context.actor.size;
  return {
    bounds,
    ...(face
      ? {
          face: {
            at: [face.at[0] * size, face.at[1] * size, face.at[2] * size - middle] as const,
            radius: face.radius * size,
          },
        }
      : {}),
    ...(holds ? { holds: [holds[0] * size, holds[1] * size, holds[2] * size - middle] as const } : {}),
    ...(traits.seats
      ? {
          seats: traits.seats.map((seat) => ({
            ...seat,
            position: [seat.position[0], seat.position[1], seat.position[2] - middle] as const,
          })),
        }
      : {}),
    poseAt: centered,
  };
}

const litMaterials = new WeakMap<Material, Material>();

/** The same surface, giving off light of its own colour. */
function lit(material: Material): Material {
  const known = litMaterials.get(material) ?? { ...material, emissive: Math.max(material.emissive ?? 0, 0.45) };
  litMaterials.set(material, known);
  return known;
}

function shifted(matrix: PartInstance['matrix'], z: number): Matrix {
  const moved = Array.from(matrix);
  moved[14] = moved[14]! + z;
  return moved;
}

/** A pose of parts alone. */
export function poseOf(collector: PartCollector): ActorPose {
  return { parts: collector.parts };
}

/** A seed of its own for every copy of every actor, so that no two blink together. */
export function seedOf({ actor, copy }: ActorContext): number {
  return hashString(`${actor.id}/${copy}`);
}

/** Does the prompt's word or an attribute say so? Whole words, also in an English plural. */
export function says({ actor }: ActorContext, ...words: readonly string[]): boolean {
  const told = new Set<string>();
  for (const text of [actor.word, ...actor.attributes]) {
    for (const word of [text, ...text.split(/[\s-]+/u)].map((part) => part.toLowerCase())) {
      told
        .add(word)
        .add(word.replace(/men$/u, 'man'))
        .add(word.replace(/ies$/u, 'y'))
        .add(word.replace(/s$/u, ''))
        .add(word.replace(/es$/u, ''));
    }
  }
  return words.some((word) => told.has(word));
}

/** Size of the actor with a lean and a lift, as the root of its pose. */
export function rootOf(size: number, lift = 0, lean: Vec3 = [0, 0, 0]): Matrix {
  return compose({ at: [0, lift * size, 0], rotate: lean, scale: size });
}

/** A short name for parts of blobs, which are written by the dozen. */
export function ball(
  at: Vec3,
  radius: number | Vec3,
  extra: Partial<Omit<BlobPart & { kind: 'ball' }, 'kind'>> = {},
): BlobPart {
  return { kind: 'ball', at, radius, ...extra };
}

export function limb(
  from: Vec3,
  to: Vec3,
  radius: number | readonly [number, number],
  extra: Partial<Omit<BlobPart & { kind: 'limb' }, 'kind'>> = {},
): BlobPart {
  return { kind: 'limb', from, to, radius, ...extra };
}

function clampUnit(value: number): number {
  return Math.max(-1, Math.min(1, value));
}
