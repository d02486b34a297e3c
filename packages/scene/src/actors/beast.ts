import type { Vec3 } from '@openimagine/render';
import { cachedMesh } from '../model/cache.ts';
import { brightness, mixColors, type Srgb, shade, softStep, toHex, toSrgb } from '../model/color.ts';
import type { BlobPart } from '../model/field.ts';
import { compose } from '../model/matrix.ts';
import { type MeshPart, mergeMeshes } from '../model/mesh.ts';
import { sphere } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import type { ActorContext, ActorModel } from './actor.ts';
import { ANIMAL_EYE, type EyePair } from './eyes.ts';
import { buildQuadruped } from './quadruped.ts';
import type { CoatPoint, QuadrupedForm, Region } from './quadruped-shape.ts';
import { DARK_FUR, FUR, SMOOTH } from './rig.ts';

/** The colours of a coat: its own or the one that was asked for, and the light and dark that go with it. */
export interface CoatColors {
  readonly base: Srgb;
  readonly light: Srgb;
  readonly dark: Srgb;
}

/** What distinguishes one four-legged animal from another. Metres of an ordinary one; the head is in units of its radius. */
export interface Beast {
  readonly name: string;
  readonly color: string;
  readonly light: string;
  readonly dark?: string;
  readonly shoulder: number;
  readonly length: number;
  /** Half axes: chest and hips; the belly lies between them. */
  readonly chest: Vec3;
  readonly hips: Vec3;
  readonly belly?: Vec3;
  readonly spread: number;
  readonly leg: Vec3;
  readonly paw: Vec3;
  readonly neck: Vec3;
  readonly neckRadius: readonly [number, number];
  /** Radius of the head, metres. */
  readonly R: number;
  readonly head: (R: number) => readonly BlobPart[];
  readonly eye: { readonly at: Vec3; readonly radius: number; readonly iris?: string; readonly outward?: number };
  readonly ear: (R: number) => QuadrupedForm['ear'];
  readonly tail: QuadrupedForm['tail'];
  readonly coat: (region: Region, point: CoatPoint, colors: CoatColors, R: number) => Srgb;
  /** Nose, nostrils, tusks, horns: on the head. */
  readonly face: (R: number, colors: CoatColors) => readonly MeshPart[];
  /** A mane or a hump: on the body, with it. */
  readonly onBody?: NonNullable<QuadrupedForm['onBody']>;
  readonly hooved?: boolean;
  readonly walkSpeed?: number;
  readonly runSpeed?: number;
  readonly seat?: number;
  readonly edge?: number;
  /** Between vertices of the head, in units of its radius. Default 0.125. */
  readonly headEdge?: number;
}

/** A model that sits, lies, walks and runs on four legs. */
export function beastModel(beast: Beast | ((context: ActorContext) => Beast)): ActorModel {
  const sample = typeof beast === 'function' ? undefined : beast;
  return {
    gaits: { walk: sample?.walkSpeed ?? 1.1, run: sample?.runSpeed ?? 4, jump: 0, dance: 0 },
    build: (context) => buildQuadruped(formOf(typeof beast === 'function' ? beast(context) : beast, context), context),
  };
}

/** The form that the quadruped's builder understands. */
export function formOf(beast: Beast, { actor }: ActorContext): QuadrupedForm {
  const { R, shoulder, eye } = beast;
  const asked = actor.color;
  const base = toSrgb(asked ?? beast.color);
  const colors: CoatColors = {
    base,
    light: asked ? mixColors(base, '#fff6ea', 0.65) : toSrgb(beast.light),
    dark: asked ? mixColors(shade(base, 0.35), '#1d1816', 0.5) : toSrgb(beast.dark ?? '#241d1a'),
  };
  const eyes: EyePair = {
    look: { ...ANIMAL_EYE, iris: eye.iris ?? '#3c2412', pupilShare: 0.56 },
    at: [eye.at[0] * R, eye.at[1] * R, eye.at[2] * R],
    radius: eye.radius * R,
    outward: eye.outward ?? 0.45,
  };
  const key = `${beast.name}/${toHex(base)}`;
  return {
    shapeKey: `beast/${beast.name}`,
    coatKey: `${toHex(base)}/${toHex(colors.light)}`,
    edge: beast.edge ?? Math.max(beast.chest[1], beast.hips[1]) * 0.19,
    shoulder,
    length: beast.length,
    chest: beast.chest,
    belly: beast.belly ?? [
      (beast.chest[0] + beast.hips[0]) * 0.5,
      (beast.chest[1] + beast.hips[1]) * 0.47,
      beast.length * 0.45,
    ],
    hips: beast.hips,
    spread: beast.spread,
    leg: beast.leg,
    paw: beast.paw,
    neck: beast.neck,
    neckRadius: beast.neckRadius,
    head: beast.head(R),
    headEdge: R * (beast.headEdge ?? 0.125),
    eyes,
    ear: beast.ear(R),
    tail: beast.tail,
    ...(beast.hooved ? { hooved: true } : {}),
    material: brightness(base) < 0.22 ? DARK_FUR : FUR,
    coat: (region, point) => beast.coat(region, point, colors, R),
    onHead: (pose, head) =>
      pose.add(
        cachedMesh(`beast/face/${key}`, () => mergeMeshes(beast.face(R, colors))),
        SMOOTH,
        head,
        { castsShadow: false },
      ),
    ...(beast.onBody ? { onBody: beast.onBody } : {}),
    walk: { stride: shoulder * 1.6, duty: 0.62, lift: shoulder * 0.14 },
    run: { stride: shoulder * 3.4, duty: 0.32, lift: shoulder * 0.34 },
    walkSpeed: beast.walkSpeed ?? 1.1,
    ...(beast.seat ? { seats: [{ position: [0, beast.seat, 0], width: beast.chest[0] * 1.6 }] } : {}),
  };
}

/** A dark nose with a line below it to the corners of a mouth; in units of the head's radius. */
export function snoutFace(
  R: number,
  nose: { readonly at: Vec3; readonly size: Vec3; readonly color?: string },
  mouth?: { readonly y: number; readonly z: number; readonly width: number },
): readonly MeshPart[] {
  const { at, size, color = '#1d1617' } = nose;
  const parts: MeshPart[] = [
    {
      mesh: sphere([size[0] * R, size[1] * R, size[2] * R], color, 14),
      matrix: compose({ at: [0, at[1] * R, at[2] * R] }),
    },
  ];
  if (!mouth) return parts;
  for (const side of [1, -1])
    parts.push({
      mesh: tube(
        [
          [0, (at[1] - size[1]) * R, (at[2] - 0.03) * R],
          [side * mouth.width * 0.35 * R, mouth.y * R, (mouth.z + at[2]) * 0.5 * R],
          [side * mouth.width * R, (mouth.y + 0.06) * R, mouth.z * R],
        ],
        { radius: R * 0.028, color: '#2c1f1c', sides: 5, rings: 9 },
      ),
    });
  return parts;
}

/** Two nostrils. */
export function nostrils(R: number, [x, y, z]: Vec3, size: number, color: string): readonly MeshPart[] {
  return [1, -1].map((side) => ({
    mesh: sphere([size * R * 0.8, size * R, size * R * 0.6], color, 8),
    matrix: compose({ at: [x * side * R, y * R, z * R] }),
  }));
}

/** Belly and throat lighter than the back, paws a little darker, the inside of ears pink. */
export function plainCoat(region: Region, { normal, under, along }: CoatPoint, { base, light }: CoatColors): Srgb {
  if (region === 'ear') return mixColors(shade(base, 0.92), '#d9a094', softStep(0.3, 0.7, normal[2]) * 0.75);
  if (region === 'paw') return shade(base, 0.88);
  if (region === 'body') return mixColors(base, light, softStep(0.4, 0.95, under) * 0.7);
  if (region === 'leg') return mixColors(base, shade(base, 0.86), along);
  return base;
}
