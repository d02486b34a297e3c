import type { Material, Mesh, Vec3 } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import type { Srgb } from '../model/color.ts';
import type { BlobPart } from '../model/field.ts';
import { type Matrix, rotationX } from '../model/matrix.ts';
import { paint } from '../model/mesh.ts';
import type { Actor, ActorContext, ActorPose } from './actor.ts';
import type { EyePair } from './eyes.ts';
import { ball, edgeFactor, limb, type PartCollector, type Step, safeEdge } from './rig.ts';

export type Region = 'body' | 'head' | 'ear' | 'leg' | 'paw' | 'tail';

/** A place on a coat: in the part's own space, and where that is on the animal. */
export interface CoatPoint {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly normal: Vec3;
  /** Body: 0 hips … 1 chest, about 1.4 at the throat. Tail: 0 root … 1 tip. Leg: 0 top … 1 ground. */
  readonly along: number;
  /** Body: −1 the back … 1 the belly. */
  readonly under: number;
  readonly isFront: boolean;
}

export interface QuadrupedForm {
  /** Names the shape and its coat in caches: equal keys must look alike. */
  readonly shapeKey: string;
  readonly coatKey: string;
  /** Metres between vertices of a hero's body. */
  readonly edge: number;
  /** Height of the legs' upper joints above the ground. */
  readonly shoulder: number;
  /** Between the front and the hind joints. */
  readonly length: number;
  readonly chest: Vec3;
  readonly belly: Vec3;
  readonly hips: Vec3;
  /** Distance of the legs from the middle. */
  readonly spread: number;
  /** Radii of a leg: top, middle joint, ankle. */
  readonly leg: Vec3;
  /** Radii of a paw. */
  readonly paw: Vec3;
  /** From the chest's middle to the head's, standing; and the neck's radii. */
  readonly neck: Vec3;
  readonly neckRadius: readonly [number, number];
  /** The head in its own space, metres, facing +z. */
  readonly head: readonly BlobPart[];
  readonly headEdge: number;
  readonly eyes: EyePair;
  /** An ear that stands on its own root, pointing +y and facing +z; the other is its mirror image. */
  readonly ear: { readonly parts: readonly BlobPart[]; readonly at: Vec3; readonly rotate: Vec3 };
  readonly tail: {
    readonly count: number;
    readonly link: number;
    readonly radius: (along: number) => number;
    readonly rise: number;
    readonly curl: number;
    readonly sway: number;
  };
  readonly material: Material;
  readonly coat: (region: Region, point: CoatPoint) => Srgb;
  /** Noses, whiskers, horns, saddles: put on the head and on the body. */
  /** Hooves instead of paws: no toes. */
  readonly hooved?: boolean;
  readonly onHead?: (
    pose: PartCollector,
    head: Matrix,
    moment: { readonly mouth: number; readonly seconds: number },
  ) => void;
  readonly onBody?: (
    pose: PartCollector,
    body: Matrix,
    moment: { readonly seconds: number; readonly seed: number; readonly stance: Stance },
  ) => void;
  /** In the air: the legs hang. Default false. */
  readonly flies?: boolean;
  /** Light, flame and smoke of its own, in actor space at size 1. */
  readonly effects?: (head: Matrix, seconds: number) => Pick<ActorPose, 'lights' | 'sprites'>;
  readonly walk: Step;
  readonly run: Step;
  readonly walkSpeed: number;
  readonly seats?: Actor['seats'];
}

/** Asleep it lies with its head on its paws; grazing it stands with its head near the ground. */
export type Stance = 'standing' | 'sitting' | 'lying' | 'sleeping' | 'grazing';

export interface Shape {
  readonly body: Mesh;
  readonly head: Mesh;
  readonly ears: readonly [Mesh, Mesh];
  readonly legs: readonly { readonly upper: Mesh; readonly lower: Mesh; readonly paw: Mesh }[];
  readonly tail: readonly Mesh[];
  /** Height that the body turns about. */
  readonly pivot: number;
}

/** Where the spine's ends are, and the throat. */
export function spineOf(form: QuadrupedForm, stance: Stance): { hips: Vec3; chest: Vec3; head: Vec3 } {
  const { shoulder, length, hips, chest, neck } = form;
  if (stance === 'sitting') {
    const low: Vec3 = [0, hips[1] * 0.92, -length * 0.34];
    const high: Vec3 = [0, shoulder * 0.86 + chest[1] * 0.55, length * 0.1];
    return {
      hips: low,
      chest: high,
      head: [0, high[1] + Math.hypot(neck[1], neck[2]) * 0.92, high[2] + neck[2] * 0.32],
    };
  }
  const lowered = stance === 'lying' || stance === 'sleeping' ? shoulder - Math.max(chest[1], hips[1]) * 0.85 : 0;
  const low: Vec3 = [0, shoulder + hips[1] * 0.1 - lowered, -length / 2];
  const high: Vec3 = [0, shoulder + chest[1] * 0.1 - lowered, length / 2];
  if (stance === 'sleeping') {
    const chin = lowestOf(form.head);
    return {
      hips: low,
      chest: high,
      head: [0, form.paw[1] * 1.6 - chin, high[2] + chest[2] * 0.55 + form.neckRadius[1] * 1.1],
    };
  }
  if (stance === 'grazing') {
    const reach = Math.hypot(neck[1], neck[2]);
    const drop = Math.min(reach * 0.85, shoulder * 0.62);
    return {
      hips: low,
      chest: high,
      head: [0, high[1] - drop, high[2] + Math.max(chest[2] * 0.9, Math.sqrt(reach * reach - drop * drop))],
    };
  }
  return { hips: low, chest: high, head: [0, high[1] + neck[1], high[2] + neck[2]] };
}

const lowestOf = (parts: readonly BlobPart[]): number =>
  Math.min(
    ...parts.map((part) =>
      part.kind === 'ball' ? part.at[1] - (typeof part.radius === 'number' ? part.radius : part.radius[1]) : 0,
    ),
  );

/** All painted meshes of a stance; shapes and coats are cached. */
export function shapeOf(form: QuadrupedForm, stance: Stance, detail: ActorContext['detail']): Shape {
  const factor = edgeFactor(detail);
  const spine = spineOf(form, stance);
  const mesh = (
    name: string,
    parts: readonly BlobPart[],
    edge: number,
    region: Region,
    at: (p: Vec3) => Partial<CoatPoint>,
  ): Mesh =>
    cachedMesh(`${form.shapeKey}/${name}/${detail}/${form.coatKey}`, () => {
      const shape = cachedMesh(`${form.shapeKey}/${name}/${detail}`, () =>
        smoothBlob(parts, region === 'head' || region === 'ear' ? edge * factor : safeEdge(parts, edge * factor)),
      );
      return paint(shape, (x, y, z, normal) =>
        form.coat(region, { x, y, z, normal, along: 0, under: 0, isFront: false, ...at([x, y, z]) }),
      );
    });
  const direction: Vec3 = [0, spine.chest[1] - spine.hips[1], spine.chest[2] - spine.hips[2]];
  const span = Math.hypot(direction[1], direction[2]);
  const onBody = ([, y, z]: Vec3): Partial<CoatPoint> => {
    const along = ((y - spine.hips[1]) * direction[1] + (z - spine.hips[2]) * direction[2]) / (span * span);
    // Across the spine, away from the back; in units of the chest's depth.
    const across = ((z - spine.hips[2]) * direction[1] - (y - spine.hips[1]) * direction[2]) / span;
    return { along, under: across / form.chest[1] };
  };
  const earAt = (name: string, mirror: number): Mesh =>
    mesh(
      name,
      form.ear.parts.map((part) => mirrored(part, mirror)),
      form.headEdge * 0.8,
      'ear',
      () => ({}),
    );
  return {
    pivot: spine.hips[1],
    body: mesh(stance, bodyParts(form, stance, spine), form.edge, 'body', onBody),
    head: mesh('head', form.head, form.headEdge, 'head', () => ({})),
    ears: [earAt('ear-left', 1), earAt('ear-right', -1)],
    legs:
      stance === 'standing' || stance === 'grazing' ? [legMeshes(form, true, mesh), legMeshes(form, false, mesh)] : [],
    tail: tailMeshes(form, mesh),
  };
}

type MeshMaker = (
  name: string,
  parts: readonly BlobPart[],
  edge: number,
  region: Region,
  at: (point: Vec3) => Partial<CoatPoint>,
) => Mesh;

/** Of the upper and the lower bone. */
export function legLengths(form: QuadrupedForm): readonly [number, number] {
  // A little longer than the joint is high, so that a standing leg is nearly straight but never stretched.
  const reach = form.shoulder - form.paw[1];
  return [reach * 0.54, reach * 0.5];
}

function legMeshes(form: QuadrupedForm, isFront: boolean, mesh: MeshMaker): Shape['legs'][number] {
  const [upper, lower] = legLengths(form);
  const [top, middle, ankle] = form.leg;
  const name = isFront ? 'front' : 'hind';
  const thick = isFront ? 0.9 : 1.25;
  const thigh = [
    limb([0, 0, 0], [0, -upper, 0], [top * thick, middle]),
    ball([0, -upper * 0.12, 0], [top * thick * 0.95, top * thick * 1.3, top * (isFront ? 0.95 : 1.45)], { blend: top }),
  ];
  const shin = [limb([0, 0, 0], [0, -lower, 0], [middle, ankle])];
  // Flat below, so that it stands.
  const ground: BlobPart = {
    kind: 'block',
    at: [0, -form.shoulder / 2, 0],
    size: [form.shoulder * 2, form.shoulder, form.shoulder * 2],
    round: 0.001,
    cut: true,
    blend: form.paw[1] * 0.15,
  };
  const hoof = [
    limb([0, form.paw[1] * 1.9, 0], [0, form.paw[1] * 0.5, form.paw[2] * 0.25], [ankle, form.paw[0]]),
    ball([0, form.paw[1] * 0.5, form.paw[2] * 0.25], [form.paw[0], form.paw[1] * 0.5, form.paw[2]], {
      blend: form.paw[1],
    }),
  ];
  const toes = [
    ball([0, form.paw[1] * 0.92, form.paw[2] * 0.3], form.paw),
    ball([form.paw[0] * 0.42, form.paw[1] * 0.8, form.paw[2] * 0.95], form.paw[1] * 0.72, {
      mirror: true,
      blend: form.paw[1] * 0.25,
    }),
    ball([0, form.paw[1] * 0.8, form.paw[2] * 1.08], form.paw[1] * 0.72, { blend: form.paw[1] * 0.25 }),
    limb([0, form.paw[1], 0], [0, form.paw[1] * 1.8, 0], ankle, { blend: ankle }),
  ];
  const edge = form.edge;
  return {
    upper: mesh(`${name}-thigh`, thigh, edge, 'leg', ([, y]) => ({ along: (-y / upper) * 0.5, isFront })),
    lower: mesh(`${name}-shin`, shin, edge, 'leg', ([, y]) => ({ along: 0.5 - (y / lower) * 0.5, isFront })),
    paw: mesh(
      `${name}-paw`,
      [...(form.hooved ? hoof : toes), ground],
      Math.min(edge * 0.8, form.paw[1] * 0.55),
      'paw',
      () => ({
        along: 1,
        isFront,
      }),
    ),
  };
}

function tailMeshes({ tail, edge }: QuadrupedForm, mesh: MeshMaker): readonly Mesh[] {
  return Array.from({ length: tail.count }, (_, i) => {
    const r0 = tail.radius(i / tail.count);
    const r1 = tail.radius((i + 1) / tail.count);
    return mesh(
      `tail-${i}`,
      [limb([0, 0, 0], [0, 0, -tail.link], [r0, r1])],
      Math.min(edge, r0 * 0.7),
      'tail',
      ([, , z]) => ({
        along: (i - z / tail.link) / tail.count,
      }),
    );
  });
}

/** The trunk; sitting and lying include the legs, which then do not move. */
function bodyParts(
  form: QuadrupedForm,
  stance: Stance,
  spine: { hips: Vec3; chest: Vec3; head: Vec3 },
): readonly BlobPart[] {
  const { chest, belly, hips, neckRadius } = form;
  const blend = chest[1] * 0.8;
  const pitch = Math.atan2(spine.chest[1] - spine.hips[1], spine.chest[2] - spine.hips[2]);
  const turn = rotationX(-pitch);
  const middle: Vec3 = [0, (spine.hips[1] + spine.chest[1]) / 2, (spine.hips[2] + spine.chest[2]) / 2];
  const trunk: BlobPart[] = [
    ball(spine.hips, hips, { turn }),
    ball(middle, [belly[0], belly[1], belly[2]], { turn, blend }),
    ball(spine.chest, chest, { turn, blend }),
    limb(spine.chest, spine.head, neckRadius, { blend: neckRadius[0] * 0.7 }),
  ];
  if (stance === 'standing' || stance === 'grazing') return trunk;
  return [...trunk, ...(stance === 'sitting' ? sittingLegs(form, spine) : lyingLegs(form, spine))];
}

function sittingLegs(form: QuadrupedForm, { hips, chest }: { hips: Vec3; chest: Vec3 }): readonly BlobPart[] {
  const { spread, leg, paw } = form;
  const frontZ = chest[2] + form.chest[2] * 0.42;
  const kneeZ = hips[2] + form.length * 0.36;
  return [
    limb([spread * 0.8, chest[1], chest[2] + form.chest[2] * 0.2], [spread * 0.74, paw[1], frontZ], [leg[0], leg[2]], {
      mirror: true,
      blend: leg[0] * 0.8,
    }),
    ball([spread * 0.76, paw[1] * 0.95, frontZ + paw[2] * 0.5], paw, { mirror: true, blend: paw[1] * 0.7 }),
    ball(
      [spread * 1.28, form.hips[1] * 0.72, hips[2] + form.hips[2] * 0.45],
      [leg[0] * 1.45, form.hips[1] * 0.82, form.hips[2] * 0.95],
      { mirror: true, blend: leg[0] * 0.7 },
    ),
    ball([spread * 1.5, paw[1] * 0.95, kneeZ], [paw[0], paw[1], paw[2] * 1.35], { mirror: true, blend: paw[1] * 0.8 }),
  ];
}

function lyingLegs(form: QuadrupedForm, { hips, chest }: { hips: Vec3; chest: Vec3 }): readonly BlobPart[] {
  const { spread, leg, paw } = form;
  const reach = Math.min(form.shoulder * 0.8, form.chest[2] * 2);
  return [
    limb([spread * 0.95, leg[1] * 1.1, chest[2]], [spread * 0.85, leg[2], chest[2] + reach], [leg[1] * 1.1, leg[2]], {
      mirror: true,
      blend: leg[0],
    }),
    ball([spread * 0.85, paw[1] * 0.95, chest[2] + reach + paw[2] * 0.4], paw, { mirror: true, blend: paw[1] * 0.7 }),
    ball(
      [spread * 1.25, form.hips[1] * 0.72, hips[2] + form.hips[2] * 0.3],
      [leg[0] * 1.4, form.hips[1] * 0.75, form.hips[2] * 1.05],
      { mirror: true, blend: leg[0] * 0.7 },
    ),
    ball([spread * 1.55, paw[1] * 0.95, hips[2] + form.hips[2] * 1.35], [paw[0], paw[1], paw[2] * 1.3], {
      mirror: true,
      blend: paw[1] * 0.8,
    }),
  ];
}

function mirrored(part: BlobPart, side: number): BlobPart {
  if (side > 0) return part;
  const flip = ([x, y, z]: Vec3): Vec3 => [-x, y, z];
  if (part.kind === 'limb') return { ...part, from: flip(part.from), to: flip(part.to) };
  return { ...part, at: flip(part.at) };
}
