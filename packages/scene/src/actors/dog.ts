import type { Vec3 } from '@openimagine/render';
import { cachedMesh } from '../model/cache.ts';
import { brightness, mixColors, type Srgb, shade, softStep, toHex, toSrgb } from '../model/color.ts';
import type { BlobPart } from '../model/field.ts';
import { compose, type Matrix, multiply, rotationX } from '../model/matrix.ts';
import { mergeMeshes, transformMesh } from '../model/mesh.ts';
import { sphere } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import type { ActorContext, ActorModel } from './actor.ts';
import { ANIMAL_EYE } from './eyes.ts';
import { buildQuadruped } from './quadruped.ts';
import type { CoatPoint, QuadrupedForm, Region } from './quadruped-shape.ts';
import { ball, DARK_FUR, FUR, limb, type PartCollector, SMOOTH, says } from './rig.ts';

/** A friendly dog; its breed (ears, legs, coat) follows the word. */
export const dog: ActorModel = {
  gaits: { walk: 1.1, run: 4, jump: 0, dance: 0 },
  build: (context) => buildQuadruped(dogForm(context, breedOf(context)), context),
};

interface Breed {
  readonly name: string;
  readonly words: readonly string[];
  readonly color: string;
  /** Colour of muzzle, chest and paws. */
  readonly light: string;
  /** A saddle, mask or patches. */
  readonly dark?: string;
  readonly marking: 'none' | 'saddle' | 'spots' | 'mask' | 'husky';
  readonly ears: 'floppy' | 'upright';
  /** Leg length and snout length against an ordinary dog's; height against a medium dog's. */
  readonly legs: number;
  readonly snout: number;
  readonly scale: number;
  readonly tail: 'long' | 'curled' | 'stub';
  readonly iris?: string;
}

const RETRIEVER: Breed = {
  name: 'retriever',
  words: ['retriever', 'golden', 'labrador'],
  color: '#d9a45c',
  light: '#f0d3a0',
  marking: 'none',
  ears: 'floppy',
  legs: 1,
  snout: 1,
  scale: 1,
  tail: 'long',
};

const BREEDS: readonly Breed[] = [
  RETRIEVER,
  {
    name: 'corgi',
    words: ['corgi', 'コーギー'],
    color: '#d88a3c',
    light: '#fbf3e6',
    marking: 'mask',
    ears: 'upright',
    legs: 0.52,
    snout: 0.8,
    scale: 0.72,
    tail: 'stub',
  },
  {
    name: 'shiba',
    words: ['shiba', 'akita', '柴犬', '秋田犬'],
    color: '#d58a45',
    light: '#faf0e2',
    marking: 'mask',
    ears: 'upright',
    legs: 0.95,
    snout: 0.75,
    scale: 0.8,
    tail: 'curled',
  },
  {
    name: 'husky',
    words: ['husky', 'malamute', 'wolf', 'loup', 'lobo', '狼'],
    color: '#6e737b',
    light: '#f4f4f4',
    marking: 'husky',
    ears: 'upright',
    legs: 1.08,
    snout: 1,
    scale: 1.05,
    tail: 'long',
    iris: '#6db4de',
  },
  {
    name: 'beagle',
    words: ['beagle', 'hound', 'basset'],
    color: '#b4713a',
    light: '#f7f0e6',
    dark: '#2c2420',
    marking: 'saddle',
    ears: 'floppy',
    legs: 0.82,
    snout: 0.95,
    scale: 0.78,
    tail: 'long',
  },
  {
    name: 'dalmatian',
    words: ['dalmatian', 'spotted'],
    color: '#f3f1ec',
    light: '#f8f6f2',
    dark: '#1d1b1c',
    marking: 'spots',
    ears: 'floppy',
    legs: 1.1,
    snout: 1,
    scale: 1,
    tail: 'long',
  },
  {
    name: 'shepherd',
    words: ['shepherd', 'schäferhund'],
    color: '#a8743c',
    light: '#c99b60',
    dark: '#262120',
    marking: 'saddle',
    ears: 'upright',
    legs: 1.05,
    snout: 1.1,
    scale: 1.1,
    tail: 'long',
  },
  {
    name: 'collie',
    words: ['collie', 'sheepdog', 'bernese'],
    color: '#1e1b1d',
    light: '#f6f2ea',
    dark: '#131113',
    marking: 'husky',
    ears: 'floppy',
    legs: 1,
    snout: 1.05,
    scale: 1,
    tail: 'long',
  },
  {
    name: 'dachshund',
    words: ['dachshund', 'dackel', 'sausage'],
    color: '#8c4a24',
    light: '#b06a3a',
    marking: 'none',
    ears: 'floppy',
    legs: 0.42,
    snout: 1.1,
    scale: 0.62,
    tail: 'long',
  },
  {
    name: 'pug',
    words: ['pug', 'bulldog', 'boxer'],
    color: '#d8b98c',
    light: '#e6cfa8',
    dark: '#2a2322',
    marking: 'mask',
    ears: 'floppy',
    legs: 0.7,
    snout: 0.35,
    scale: 0.68,
    tail: 'stub',
  },
  {
    name: 'poodle',
    words: ['poodle', 'maltese', 'samoyed', 'pomeranian'],
    color: '#f4efe6',
    light: '#fbf8f2',
    marking: 'none',
    ears: 'floppy',
    legs: 0.85,
    snout: 0.75,
    scale: 0.75,
    tail: 'curled',
  },
];

function breedOf(context: ActorContext): Breed {
  // Its own name first: a pug with a golden crown is no golden retriever.
  const named = { ...context, actor: { ...context.actor, attributes: [] } };
  const known =
    BREEDS.find((breed) => says(named, ...breed.words)) ?? BREEDS.find((breed) => says(context, ...breed.words));
  if (known) return known;
  return context.actor.color ? RETRIEVER : context.random.fork('breed').pick([RETRIEVER, BREEDS[2]!, BREEDS[4]!]);
}

/** A colour that is about the breed's own says nothing new; its markings are finer. */
function ownColor(breed: Breed, color: string | undefined): string | undefined {
  if (!color) return undefined;
  const a = toSrgb(color);
  const b = toSrgb(breed.color);
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) < 60 ? undefined : color;
}

interface DogCoat {
  readonly base: Srgb;
  readonly light: Srgb;
  readonly dark: Srgb;
  readonly marking: Breed['marking'];
}

function dogForm(context: ActorContext, breed: Breed): QuadrupedForm {
  const asked = ownColor(breed, context.actor.color);
  const isDark = asked !== undefined && brightness(asked) < 0.25;
  const base = asked ? mixColors(asked, '#241f20', isDark ? 0.8 : 0) : toSrgb(breed.color);
  const coat: DogCoat = {
    base,
    light: asked
      ? isDark && breed.marking === 'none'
        ? shade(base, 1.25)
        : mixColors(base, '#fff6e8', 0.65)
      : toSrgb(breed.light),
    dark: asked ? shade(base, 0.5) : toSrgb(breed.dark ?? toHex(shade(breed.color, 0.6))),
    marking: breed.marking,
  };
  const isPuppy = says(context, 'puppy', 'young', 'baby', 'chiot', 'welpe', '子犬', '小狗');
  const s = breed.scale * (isPuppy ? 0.85 : 1);
  const R = 0.125 * s * (isPuppy ? 1.25 : breed.scale < 0.85 ? 1.12 : 1);
  const snout = breed.snout * (isPuppy ? 0.75 : 1);
  const shoulder = 0.4 * s * (0.35 + 0.65 * breed.legs);
  return {
    shapeKey: `dog/${breed.name}/${isPuppy}`,
    coatKey: `${toHex(coat.base)}/${toHex(coat.light)}/${coat.marking}`,
    edge: 0.026 * s,
    shoulder,
    length: 0.4 * s,
    chest: [0.125 * s, 0.15 * s, 0.15 * s],
    belly: [0.11 * s, 0.12 * s, 0.2 * s],
    hips: [0.115 * s, 0.125 * s, 0.14 * s],
    spread: 0.082 * s,
    leg: [0.066 * s, 0.046 * s, 0.036 * s],
    paw: [0.047 * s, 0.034 * s, 0.056 * s],
    neck: [0, 0.2 * s + R * 0.3, 0.15 * s + R * 0.25],
    neckRadius: [0.1 * s, R * 0.62],
    head: dogHead(R, snout),
    headEdge: R * 0.115,
    eyes: {
      look: { ...ANIMAL_EYE, iris: breed.iris ?? '#6a3c18', pupilShare: 0.6 },
      at: [R * 0.42, R * 0.22, R * 0.7],
      radius: R * 0.26,
      outward: 0.28,
    },
    ear: dogEar(R, breed.ears),
    tail: dogTail(s, breed.tail),
    material: isDark ? DARK_FUR : FUR,
    coat: (region, point) => dogColor(coat, R, snout, region, point),
    onHead: (pose, head, moment) => addSnout(pose, head, { R, snout, shapeKey: `${breed.name}/${isPuppy}`, ...moment }),
    walk: { stride: shoulder * 1.7, duty: 0.6, lift: shoulder * 0.16 },
    run: { stride: shoulder * 3.4, duty: 0.36, lift: shoulder * 0.3 },
    walkSpeed: 1.1,
  };
}

function dogHead(R: number, snout: number): readonly BlobPart[] {
  const tip = R * (0.75 + 0.62 * snout);
  return [
    ball([0, R * 0.1, 0], [R * 1.0, R * 0.95, R * 0.98]),
    ball([R * 0.42, -R * 0.28, R * 0.25], [R * 0.5, R * 0.45, R * 0.5], { mirror: true, blend: R * 0.4 }),
    limb([0, -R * 0.22, R * 0.5], [0, -R * 0.26, tip], [R * 0.46, R * 0.34], { blend: R * 0.3 }),
    ball([R * 0.16, -R * 0.4, tip * 0.95], [R * 0.24, R * 0.24, R * 0.3], { mirror: true, blend: R * 0.15 }),
    ball([R * 0.36, R * 0.42, R * 0.62], [R * 0.24, R * 0.14, R * 0.2], { mirror: true, blend: R * 0.25 }),
  ];
}

function dogEar(R: number, kind: Breed['ears']): QuadrupedForm['ear'] {
  if (kind === 'upright') {
    const parts: readonly BlobPart[] = [
      limb([0, 0, 0], [R * 0.08, R * 0.85, 0], [R * 0.42, R * 0.08]),
      ball([0, R * 0.3, R * 0.38], [R * 0.3, R * 0.6, R * 0.32], { cut: true, blend: R * 0.1 }),
    ];
    return { parts, at: [R * 0.56, R * 0.68, -R * 0.08], rotate: [-0.05, 0.25, -0.28] };
  }
  const parts: readonly BlobPart[] = [
    limb([0, 0, 0], [R * 0.22, -R * 0.3, R * 0.06], [R * 0.24, R * 0.28]),
    ball([R * 0.26, -R * 0.68, R * 0.1], [R * 0.17, R * 0.5, R * 0.36], { blend: R * 0.25 }),
  ];
  return { parts, at: [R * 0.74, R * 0.66, -R * 0.08], rotate: [0, 0.1, 0.06] };
}

function dogTail(s: number, kind: Breed['tail']): QuadrupedForm['tail'] {
  if (kind === 'stub') return { count: 2, link: 0.035 * s, radius: () => 0.038 * s, rise: 0.5, curl: 0.2, sway: 2 };
  if (kind === 'curled')
    return { count: 7, link: 0.052 * s, radius: (a) => (0.05 - 0.018 * a) * s, rise: 1.5, curl: 3.4, sway: 0.7 };
  return { count: 7, link: 0.062 * s, radius: (a) => (0.042 - 0.018 * a) * s, rise: 0.5, curl: 0.9, sway: 2 };
}

function dogColor(coat: DogCoat, R: number, snout: number, region: Region, point: CoatPoint): Srgb {
  const { x, y, z, normal, along, under } = point;
  const spots = coat.marking === 'spots' ? spotAt(x, y, z, R) : 0;
  if (region === 'ear') {
    const inside = softStep(0.3, 0.7, normal[2]) * softStep(R * 0.1, R * 0.3, y);
    const fur =
      coat.marking === 'saddle' || coat.marking === 'spots'
        ? mixColors(coat.base, coat.dark, coat.marking === 'spots' ? 1 : 0.25)
        : shade(coat.base, 0.86);
    return mixColors(fur, '#d8988c', inside * 0.7);
  }
  if (region === 'head') {
    const muzzle = softStep(R * 0.5, R * 0.75, z) * softStep(R * 0.1, -R * 0.15, y);
    const blaze = softStep(R * 0.2, R * 0.08, Math.abs(x)) * softStep(R * 0.3, R * 0.6, z);
    const isMask = coat.marking === 'mask';
    const pale =
      coat.marking === 'husky'
        ? Math.max(softStep(R * 0.15, R * 0.5, z) * softStep(R * 0.75, R * 0.4, y - Math.abs(x) * 0.2))
        : Math.max(muzzle, isMask || coat.marking === 'saddle' ? blaze : 0);
    return mixColors(mixColors(coat.base, coat.light, snout < 0.5 ? 0 : pale), coat.dark, snout < 0.5 ? muzzle : spots);
  }
  if (region === 'paw') return coat.marking === 'none' ? shade(coat.base, 0.97) : coat.light;
  if (region === 'leg') {
    const sock = coat.marking === 'none' ? 0 : softStep(0.45, 0.75, along);
    return mixColors(mixColors(coat.base, coat.light, sock), coat.dark, spots);
  }
  if (region === 'tail') return mixColors(coat.base, coat.light, softStep(0.7, 0.9, along));
  const chest = Math.max(softStep(0.15, 0.6, under) * 0.9, softStep(0.85, 1.15, along) * softStep(0, 0.45, under));
  const saddle =
    coat.marking === 'saddle' || coat.marking === 'husky'
      ? softStep(-0.1, -0.45, under) * softStep(1.2, 0.9, along)
      : 0;
  const back = coat.marking === 'husky' ? shade(coat.base, 0.7) : coat.dark;
  return mixColors(mixColors(mixColors(coat.base, back, saddle), coat.light, chest), coat.dark, spots);
}

/** Round spots on an uneven lattice. */
function spotAt(x: number, y: number, z: number, R: number): number {
  const k = 1.5 / R;
  const wave =
    Math.sin(x * k * 3.1 + Math.sin(z * k * 2.3)) *
    Math.sin(y * k * 2.7 + 1.3) *
    Math.sin(z * k * 2.9 + Math.sin(y * k * 2.1));
  return softStep(0.28, 0.4, Math.abs(wave));
}

function addSnout(
  pose: PartCollector,
  head: Matrix,
  {
    R,
    snout,
    shapeKey,
    mouth,
    seconds,
  }: {
    readonly R: number;
    readonly snout: number;
    readonly shapeKey: string;
    readonly mouth: number;
    readonly seconds: number;
  },
): void {
  const tip = R * (0.75 + 0.62 * snout);
  const face = cachedMesh(`dog/face/${shapeKey}`, () => {
    const nose = transformMesh(
      sphere([R * 0.19, R * 0.14, R * 0.13], '#1e191b', 14),
      compose({ at: [0, -R * 0.1, tip + R * 0.28] }),
    );
    const smile = [1, -1].map((side) => {
      const path: readonly Vec3[] = [
        [0, -R * 0.26, tip + R * 0.33],
        [side * R * 0.04, -R * 0.44, tip + R * 0.3],
        [side * R * 0.24, -R * 0.52, tip + R * 0.14],
        [side * R * 0.4, -R * 0.44, tip - R * 0.16],
      ];
      return { mesh: tube(path, { radius: R * 0.022, color: '#2a1c1c', sides: 5, rings: 9 }) };
    });
    return mergeMeshes([{ mesh: nose }, ...smile]);
  });
  pose.add(face, SMOOTH, head, { castsShadow: false });
  const tongue = cachedMesh(`dog/tongue/${shapeKey}`, () => sphere([R * 0.15, R * 0.26, R * 0.05], '#e8707c', 12));
  const pant = 0.12 * Math.sin(seconds * 7) + mouth * 0.5;
  pose.add(tongue, SMOOTH, multiply(head, compose({ at: [0, -R * 0.62, tip + R * 0.12] }), rotationX(0.2 - pant)), {
    castsShadow: false,
  });
}
