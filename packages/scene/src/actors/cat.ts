import type { Mesh, Vec3 } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { brightness, type ColorLike, mixColors, type Srgb, shade, softStep, toHex, toHsl } from '../model/color.ts';
import type { BlobPart } from '../model/field.ts';
import { compose, type Matrix } from '../model/matrix.ts';
import { type MeshPart, mergeMeshes, paint } from '../model/mesh.ts';
import { sphere } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import type { ActorContext, ActorModel } from './actor.ts';
import { ANIMAL_EYE } from './eyes.ts';
import { buildQuadruped } from './quadruped.ts';
import type { CoatPoint, QuadrupedForm, Region } from './quadruped-shape.ts';
import { ball, DARK_FUR, edgeFactor, FUR, limb, type PartCollector, SMOOTH, says } from './rig.ts';

/** A house cat: round head, large eyes; sits upright, lies like a loaf, walks and runs. */
export const cat: ActorModel = {
  gaits: { walk: 0.7, run: 2.6, jump: 0, dance: 0 },
  build(context) {
    if (!isWild(context)) return buildQuadruped(catForm(context), context);
    const { actor } = context;
    return buildQuadruped(wildForm(catForm(context)), {
      ...context,
      actor: { ...actor, size: actor.size * WILD_SIZE },
    });
  },
};

/** How much larger a lion is than a house cat. */
const WILD_SIZE = 3.2;
const isWild = (context: ActorContext): boolean =>
  says(context, 'tiger', 'lion', 'lioness', 'panther', 'jaguar', 'leopard', 'cheetah', 'puma', 'cougar', 'maned');

/** Longer, heavier before, on strong legs, with a head that is small for the body. */
function wildForm(form: QuadrupedForm): QuadrupedForm {
  return {
    ...form,
    shapeKey: 'wild-cat',
    shoulder: 0.27,
    length: 0.34,
    chest: [0.094, 0.116, 0.125],
    belly: [0.084, 0.096, 0.16],
    hips: [0.09, 0.104, 0.12],
    leg: [0.056, 0.041, 0.034],
    paw: [0.045, 0.031, 0.052],
    neck: [0, 0.105, 0.135],
    neckRadius: [0.086, 0.074],
    eyes: { ...form.eyes, radius: R * 0.21, at: [R * 0.42, R * 0.14, R * 0.76] },
    tail: { ...form.tail, count: 11, rise: -0.1, curl: 0.5, radius: (along) => 0.022 - 0.004 * along },
    walk: { stride: 0.46, duty: 0.6, lift: 0.045 },
    run: { stride: 1.1, duty: 0.36, lift: 0.09 },
  };
}

export interface CatCoat {
  readonly key: string;
  readonly base: Srgb;
  readonly dark: Srgb;
  readonly light: Srgb;
  readonly nose: ColorLike;
  readonly iris: ColorLike;
  readonly whiskers: ColorLike;
  readonly isStriped: boolean;
  readonly isCalico: boolean;
  readonly isSpotted: boolean;
  /** Dark face, ears, legs and tail on a pale body. */
  readonly isPointed: boolean;
  readonly hasMane: boolean;
  readonly hasBib: boolean;
}

const R = 0.1;

const HEAD: readonly BlobPart[] = [
  ball([0, 0, 0], [R * 1.14, R * 0.98, R * 0.95]),
  ball([R * 0.5, -R * 0.34, R * 0.28], [R * 0.62, R * 0.46, R * 0.5], { mirror: true, blend: R * 0.35 }),
  ball([R * 0.2, -R * 0.36, R * 0.84], [R * 0.29, R * 0.22, R * 0.26], { mirror: true, blend: R * 0.18 }),
  ball([0, -R * 0.58, R * 0.72], [R * 0.24, R * 0.18, R * 0.22], { blend: R * 0.14 }),
  ball([0, -R * 0.14, R * 0.86], [R * 0.15, R * 0.2, R * 0.2], { blend: R * 0.16 }),
];

const EAR: readonly BlobPart[] = [
  limb([0, 0, 0], [R * 0.14, R * 0.98, 0], [R * 0.46, R * 0.05], { blend: 0.005 }),
  ball([0, R * 0.34, R * 0.4], [R * 0.34, R * 0.7, R * 0.34], { cut: true, blend: R * 0.1 }),
];

function catForm(context: ActorContext): QuadrupedForm {
  const coat = chooseCoat(context);
  const isKitten = says(context, 'kitten', 'baby', 'young', '子猫', '小猫');
  return {
    shapeKey: isKitten ? 'kitten' : 'cat',
    coatKey: coat.key,
    edge: 0.0165,
    shoulder: isKitten ? 0.16 : 0.215,
    length: isKitten ? 0.17 : 0.235,
    chest: [0.082, 0.096, 0.098],
    belly: [0.08, 0.09, 0.12],
    hips: [0.092, 0.098, 0.112],
    spread: 0.056,
    leg: [0.046, 0.034, 0.027],
    paw: [0.036, 0.026, 0.042],
    neck: [0, 0.125, 0.095],
    neckRadius: [0.07, 0.062],
    head: HEAD,
    headEdge: 0.0115,
    eyes: {
      look: { ...ANIMAL_EYE, iris: coat.iris, pupilShare: 0.55 },
      at: [R * 0.46, R * 0.1, R * 0.66],
      radius: R * 0.32,
      outward: 0.34,
      upward: 0.02,
    },
    ear: { parts: EAR, at: [R * 0.62, R * 0.5, -R * 0.02], rotate: [-0.06, 0.2, -0.26] },
    tail: {
      count: 9,
      link: 0.042,
      radius: (along) => 0.026 - 0.007 * along,
      rise: 0.9,
      curl: 0.9,
      sway: 1,
    },
    material: brightness(coat.base) < 0.25 ? DARK_FUR : FUR,
    coat: (region, point) => furColor(coat, region, point),
    onHead: (pose, head) => {
      addFace(pose, head, coat, context.detail);
      if (coat.hasMane) pose.add(maneMesh(coat, context.detail), FUR, head);
    },
    walk: { stride: 0.34, duty: 0.6, lift: 0.035 },
    run: { stride: 0.72, duty: 0.38, lift: 0.06 },
    walkSpeed: 0.7,
  };
}

const NATURAL: readonly { readonly color: string; readonly isStriped: boolean }[] = [
  { color: '#e8892e', isStriped: true },
  { color: '#8b8780', isStriped: true },
  { color: '#1b191d', isStriped: false },
  { color: '#f1ece4', isStriped: false },
  { color: '#9a7350', isStriped: true },
];

function chooseCoat(context: ActorContext): CatCoat {
  const wild = says(context, 'tiger') ? '#e98a1f' : says(context, 'lion') ? '#d9a050' : undefined;
  const picked = context.random.fork('coat').pick(NATURAL);
  const isCalico = says(context, 'calico', 'tortoiseshell');
  const isPointed = says(context, 'siamese', 'himalayan', 'birman', 'ragdoll', 'シャム猫', '暹罗猫');
  const asked =
    context.actor.color ??
    wild ??
    (isCalico
      ? '#f6f1e8'
      : isPointed
        ? '#e9dcc6'
        : says(context, 'persian')
          ? '#f4efe6'
          : says(context, 'maine coon')
            ? '#8a6a48'
            : undefined);
  const base = asked ?? picked.color;
  const [hue, saturation, lightness] = toHsl(base);
  const isDark = lightness < 0.2;
  const isPale = lightness > 0.82;
  const isOrange = !isPointed && saturation > 0.4 && hue > 0.03 && hue < 0.14;
  const isSpotted = says(context, 'spotted', 'leopard', 'cheetah', 'jaguar');
  const plain = says(context, 'plain', 'sphynx', 'lion', 'maned', 'puma') || isSpotted || isDark || isPale;
  const isStriped =
    says(context, 'striped', 'tabby', 'tiger') ||
    (!plain && (asked ? isOrange || saturation < 0.12 : picked.isStriped));
  const fur = isDark ? mixColors(base, '#1b191e', 0.85) : mixColors(base, isOrange ? '#e8892e' : base, 0.5);
  return {
    key: `${toHex(fur)}/${isPointed}/${isStriped}/${isSpotted}/${isCalico}`,
    isCalico,
    isSpotted,
    hasMane: says(context, 'lion', 'maned'),
    base: fur,
    dark: isDark ? shade(fur, 0.7) : shade(fur, isOrange ? 0.66 : 0.55),
    light: isDark ? shade(fur, 1.15) : mixColors(fur, '#fff6e8', 0.86),
    nose: isDark ? '#2a2226' : '#e08a80',
    iris: isPointed
      ? '#3f8fe0'
      : isDark
        ? context.copy % 2 === 0
          ? '#f2c230'
          : '#9ccf62'
        : isPale
          ? '#5aa9d8'
          : '#7cc35a',
    whiskers: isDark ? '#b9b4b4' : '#fffaf2',
    isStriped,
    isPointed,
    hasBib: !isDark && !isPointed,
  };
}

/** White with patches of orange and black, in places of their own. */
function calicoAt(color: Srgb, { x, y, z }: CoatPoint, region: Region): Srgb {
  const shift = region === 'head' ? 2.1 : region === 'tail' ? 0.7 : 0;
  const orange = Math.sin(z * 21 + shift) + Math.sin(x * 26 + y * 9 + shift) * 0.8;
  const black = Math.sin(z * 19 - 2.4 + shift) + Math.sin(x * 22 - y * 13 + 1.7 + shift) * 0.8;
  const patched = mixColors(color, '#e0812c', softStep(0.5, 0.62, orange));
  return mixColors(patched, '#241f22', softStep(0.75, 0.87, black));
}

function furColor(coat: CatCoat, region: Region, point: CoatPoint): Srgb {
  const fur = coat.isPointed ? pointsAt(coat, region, point) : patternAt(coat, region, point);
  return coat.isCalico && region !== 'paw' ? calicoAt(fur, point, region) : fur;
}

/** A Siamese cat's: seal brown where the body is cool. */
function pointsAt(coat: CatCoat, region: Region, { x, y, z, along }: CoatPoint): Srgb {
  const seal: Srgb = [74, 52, 42];
  const mask = softStep(R * 1.05, R * 0.55, Math.hypot(x, (y + R * 0.12) * 1.05)) * softStep(R * 0.1, R * 0.5, z);
  const share =
    region === 'head'
      ? mask
      : region === 'leg'
        ? softStep(0.2, 0.85, along)
        : region === 'body'
          ? softStep(0.035, 0.015, y) * 0.9
          : 1;
  return mixColors(coat.base, seal, share);
}

function patternAt(coat: CatCoat, region: Region, point: CoatPoint): Srgb {
  if (region === 'head') return headColor(coat, point);
  if (region === 'ear') {
    const inside =
      softStep(0.25, 0.6, point.normal[2]) *
      softStep(R * 0.02, R * 0.2, point.y) *
      softStep(R * 0.85, R * 0.7, point.y);
    return mixColors(coat.base, coat.hasBib ? '#eaa79a' : '#4d3437', inside * 0.9);
  }
  if (region === 'paw') return coat.light;
  if (region === 'leg') {
    const bands = coat.isStriped
      ? softStep(0.55, 0.8, 0.5 + 0.5 * Math.sin(point.along * 30)) * softStep(0.8, 0.5, point.along)
      : 0;
    return mixColors(mixColors(coat.base, coat.dark, bands), coat.light, softStep(0.78, 0.9, point.along));
  }
  if (region === 'tail') {
    const bands = coat.isStriped ? softStep(0.4, 0.7, 0.5 + 0.5 * Math.sin(point.along * 34)) : 0;
    return mixColors(mixColors(coat.base, coat.dark, bands), coat.light, softStep(0.9, 0.96, point.along));
  }
  return bodyColor(coat, point);
}

function bodyColor(coat: CatCoat, { x, y, z, normal, along, under }: CoatPoint): Srgb {
  const side = Math.abs(x);
  const wave = 0.5 + 0.5 * Math.sin(along * 21 + side * 22 + Math.sin(z * 31 + y * 17) * 0.5);
  const stripes = coat.isStriped
    ? softStep(0.52, 0.74, wave) * softStep(0.75, 0.2, under) * softStep(1.4, 1.2, along)
    : 0;
  const fur = mixColors(coat.base, coat.dark, stripes);
  const spots = coat.isSpotted
    ? softStep(0.3, 0.5, Math.abs(Math.sin(along * 26 + x * 20) * Math.sin(y * 62 + z * 20) * Math.cos(x * 40)))
    : 0;
  const front = normal[2] * 0.6 + under * 0.5;
  const bib = softStep(0.062, 0.034, side) * softStep(0.28, 0.55, front) * softStep(0.1, 0.3, along);
  const toes = softStep(0.06, 0.04, y) * softStep(0.05, 0.4, normal[2] + 0.3);
  return mixColors(mixColors(fur, coat.dark, spots), coat.light, Math.max(bib, toes));
}

function headColor(coat: CatCoat, { x, y, z }: CoatPoint): Srgb {
  const side = Math.abs(x);
  const crown =
    softStep(0.55, 0.8, 0.5 + 0.5 * Math.cos(x * 118)) * softStep(R * 0.42, R * 0.62, y) * softStep(-R * 0.6, 0, z);
  const cheeks = softStep(0.55, 0.8, 0.5 + 0.5 * Math.sin(y * 92 + side * 30)) * softStep(R * 0.86, R * 1.05, side);
  const fur = mixColors(coat.base, coat.dark, coat.isStriped ? Math.max(crown, cheeks) : 0);
  const muzzle =
    softStep(R * 0.74, R * 0.5, Math.hypot(side * 0.9, (y + R * 0.46) * 1.15)) * softStep(R * 0.35, R * 0.7, z);
  return mixColors(fur, coat.light, muzzle);
}

/** A lion's: a thick wreath round the face. */
function maneMesh(coat: CatCoat, detail: ActorContext['detail']): Mesh {
  return cachedMesh(`cat/mane/${coat.key}/${detail}`, () => {
    const tufts = Array.from({ length: 11 }, (_, i) => {
      const angle = (i / 11) * Math.PI * 2;
      return ball(
        [Math.sin(angle) * R * 1.15, Math.cos(angle) * R * 1.05 - R * 0.1, -R * 0.25],
        [R * 0.5, R * 0.5, R * 0.55],
        { blend: R * 0.2 },
      );
    });
    const wreath = smoothBlob(tufts, 0.016 * edgeFactor(detail));
    return paint(wreath, (x, y) =>
      shade(mixColors(coat.base, '#6a3414', 0.72), 0.9 + 0.12 * Math.sin(Math.atan2(x, y) * 31)),
    );
  });
}

/** Nose, mouth and whiskers in one mesh. */
function addFace(pose: PartCollector, head: Matrix, coat: CatCoat, detail: ActorContext['detail']): void {
  const key = `cat/face/${toHex(coat.nose)}/${toHex(coat.whiskers)}/${detail}`;
  const face = cachedMesh(key, () => {
    const nose = {
      mesh: sphere([R * 0.13, R * 0.085, R * 0.09], coat.nose, 10),
      matrix: compose({ at: [0, -R * 0.2, R * 1.07] }),
    };
    if (detail === 'far') return mergeMeshes([nose]);
    const line = mixColors(coat.nose, '#241418', 0.75);
    const mouth = [1, -1].map((side): MeshPart => {
      const path: readonly Vec3[] = [
        [0, -R * 0.3, R * 1.08],
        [side * R * 0.05, -R * 0.44, R * 1.09],
        [side * R * 0.18, -R * 0.5, R * 1.08],
        [side * R * 0.3, -R * 0.43, R * 1.02],
      ];
      return { mesh: tube(path, { radius: R * 0.02, color: line, sides: 5, rings: 9 }) };
    });
    return mergeMeshes([nose, ...mouth, ...whiskers(coat.whiskers)]);
  });
  pose.add(face, SMOOTH, head, { castsShadow: false });
}

function whiskers(color: ColorLike): readonly MeshPart[] {
  const parts: MeshPart[] = [];
  for (const side of [1, -1]) {
    for (let i = 0; i < 3; i++) {
      const y = -R * (0.3 + i * 0.09);
      const path: readonly Vec3[] = [
        [side * R * 0.32, y, R * 0.98],
        [side * R * 1.0, y + R * (0.12 - i * 0.1), R * 1.02],
        [side * R * 1.7, y + R * (0.1 - i * 0.2), R * 0.86],
      ];
      parts.push({ mesh: tube(path, { radius: (share) => 0.0013 * (1 - share * 0.75), color, sides: 4, rings: 6 }) });
    }
  }
  return parts;
}
