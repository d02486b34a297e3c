import { cachedMesh } from '../model/cache.ts';
import { brightness, mixColors, type Srgb, shade, softStep, toHex, toSrgb } from '../model/color.ts';
import type { BlobPart } from '../model/field.ts';
import { compose, type Matrix } from '../model/matrix.ts';
import { mergeMeshes } from '../model/mesh.ts';
import { sphere } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import type { ActorContext, ActorModel } from './actor.ts';
import { ANIMAL_EYE } from './eyes.ts';
import { buildQuadruped } from './quadruped.ts';
import type { CoatPoint, QuadrupedForm, Region } from './quadruped-shape.ts';
import { ball, FUR, limb, type PartCollector, SMOOTH } from './rig.ts';

/** A fox: pointed snout, large ears, black stockings, bushy tail with a white tip. */
export const fox: ActorModel = {
  gaits: { walk: 1.3, run: 3.6, jump: 0, dance: 0 },
  build: (context) => buildQuadruped(foxForm(context), context),
};

const R = 0.105;

const HEAD: readonly BlobPart[] = [
  ball([0, R * 0.05, 0], [R * 1.02, R * 0.9, R * 0.95]),
  ball([R * 0.62, -R * 0.28, R * 0.18], [R * 0.55, R * 0.4, R * 0.42], { mirror: true, blend: R * 0.35 }),
  limb([0, -R * 0.2, R * 0.55], [0, -R * 0.3, R * 1.62], [R * 0.44, R * 0.14], { blend: R * 0.35 }),
];

const EAR: readonly BlobPart[] = [
  limb([0, 0, 0], [R * 0.12, R * 1.08, 0], [R * 0.46, R * 0.05]),
  ball([0, R * 0.36, R * 0.42], [R * 0.34, R * 0.76, R * 0.36], { cut: true, blend: R * 0.1 }),
];

interface FoxCoat {
  readonly base: Srgb;
  readonly light: Srgb;
  readonly stockings: Srgb;
}

function foxForm(context: ActorContext): QuadrupedForm {
  const asked = context.actor.color;
  // "Red" names the animal's colour, not a fire engine's.
  const isRed = asked !== undefined && /^#(?:[c-f][0-9a-f])(?:[0-6][0-9a-f])(?:[0-5][0-9a-f])$/.test(asked);
  const base = asked ? (isRed ? mixColors(asked, '#d4621e', 0.82) : toSrgb(asked)) : toSrgb('#d96a22');
  const isPale = brightness(base) > 0.8;
  const coat: FoxCoat = {
    base,
    light: toSrgb('#fbf3e8'),
    stockings: isPale ? shade(base, 0.9) : mixColors(base, '#1c1614', 0.92),
  };
  return {
    shapeKey: 'fox',
    coatKey: toHex(base),
    edge: 0.0205,
    shoulder: 0.33,
    length: 0.34,
    chest: [0.092, 0.112, 0.12],
    belly: [0.082, 0.09, 0.17],
    hips: [0.088, 0.098, 0.12],
    spread: 0.058,
    leg: [0.05, 0.032, 0.024],
    paw: [0.033, 0.025, 0.045],
    neck: [0, 0.175, 0.165],
    neckRadius: [0.088, 0.07],
    head: HEAD,
    headEdge: 0.0125,
    eyes: {
      look: { ...ANIMAL_EYE, iris: '#d08a26', pupilShare: 0.55 },
      at: [R * 0.44, R * 0.16, R * 0.72],
      radius: R * 0.25,
      outward: 0.36,
      upward: 0.05,
    },
    ear: { parts: EAR, at: [R * 0.58, R * 0.56, -R * 0.1], rotate: [-0.08, 0.25, -0.24] },
    tail: {
      count: 7,
      link: 0.068,
      radius: (along) => 0.026 + 0.05 * Math.sin(Math.PI * Math.min(1, along * 0.92 + 0.06)) ** 0.8,
      rise: -0.35,
      curl: 0.75,
      sway: 0.7,
    },
    material: FUR,
    coat: (region, point) => foxColor(coat, region, point),
    onHead: (pose, head) => addFace(pose, head),
    walk: { stride: 0.62, duty: 0.52, lift: 0.075 },
    run: { stride: 1.15, duty: 0.36, lift: 0.11 },
    walkSpeed: 1.3,
  };
}

function foxColor(coat: FoxCoat, region: Region, { x, y, z, normal, along, under }: CoatPoint): Srgb {
  if (region === 'ear') {
    const inside = softStep(0.25, 0.6, normal[2]) * softStep(R * 0.05, R * 0.25, y);
    const black = softStep(R * 0.55, R * 0.8, y) * softStep(0.3, -0.1, normal[2]);
    return mixColors(
      mixColors(coat.base, coat.light, inside * 0.85),
      coat.stockings,
      Math.max(black, softStep(R * 0.95, R * 1.05, y)),
    );
  }
  if (region === 'paw') return coat.stockings;
  if (region === 'leg') return mixColors(coat.base, coat.stockings, softStep(0.42, 0.62, along));
  if (region === 'tail')
    return mixColors(
      mixColors(coat.base, shade(coat.base, 0.72), softStep(0.55, 0.72, along)),
      coat.light,
      softStep(0.74, 0.8, along),
    );
  if (region === 'head') {
    const cheeks = softStep(R * 0.02, -R * 0.16, y - Math.abs(x) * 0.22) * softStep(-R * 0.15, R * 0.15, z);
    const bridge = softStep(R * 0.3, R * 0.12, Math.abs(x)) * softStep(-R * 0.3, -R * 0.1, y);
    return mixColors(coat.base, coat.light, cheeks * (1 - bridge * softStep(R * 1.7, R * 1.2, z)));
  }
  const bib =
    softStep(0.25, 0.62, under) * softStep(0.2, 0.5, along) + softStep(0.95, 1.2, along) * softStep(0.15, 0.5, under);
  return mixColors(coat.base, coat.light, Math.min(1, bib));
}

function addFace(pose: PartCollector, head: Matrix): void {
  const face = cachedMesh('fox/face', () =>
    mergeMeshes([
      {
        mesh: sphere([R * 0.15, R * 0.12, R * 0.12], '#1a1416', 12),
        matrix: compose({ at: [0, -R * 0.24, R * 1.76] }),
      },
      ...[1, -1].map((side) => ({
        mesh: tube(
          [
            [0, -R * 0.42, R * 1.66],
            [side * R * 0.16, -R * 0.5, R * 1.36],
            [side * R * 0.36, -R * 0.46, R * 1.0],
          ],
          { radius: R * 0.02, color: '#3a2018', sides: 5, rings: 8 },
        ),
      })),
    ]),
  );
  pose.add(face, SMOOTH, head, { castsShadow: false });
}
