import type { Vec3 } from '@openimagine/render';
import { brightness, mixColors, type Srgb, shade, softStep, toHex, toSrgb } from '../model/color.ts';
import type { BlobPart } from '../model/field.ts';
import type { ActorContext } from './actor.ts';
import { ANIMAL_EYE } from './eyes.ts';
import type { HerdAnimal, HerdCoat } from './herd-animal.ts';
import { addHerdHead, addMane } from './herd-head.ts';
import { addHorseWings, isWinged } from './herd-wings.ts';
import type { CoatPoint, QuadrupedForm, Region } from './quadruped-shape.ts';
import { ball, DARK_FUR, FUR, limb } from './rig.ts';

/** Head radius of a horse of scale 1, metres. */
const HEAD_RADIUS = 0.19;

const maneOf = ({ actor }: ActorContext): string | undefined => actor.parts?.find(({ name }) => name === 'mane')?.color;

export function herdForm(context: ActorContext, animal: HerdAnimal): QuadrupedForm {
  const asked = context.actor.color;
  const base = asked ? toSrgb(asked) : toSrgb(animal.color);
  const isDark = brightness(base) < 0.22;
  const coat: HerdCoat = {
    base: isDark ? mixColors(base, '#231e1f', 0.8) : base,
    light: asked && animal.marking !== 'wool' ? mixColors(base, '#fff4e4', 0.75) : toSrgb(animal.light),
    mane: maneOf(context)
      ? toSrgb(maneOf(context)!)
      : asked && animal.name !== 'unicorn'
        ? shade(base, brightness(base) > 0.75 ? 0.86 : 0.45)
        : toSrgb(animal.mane ?? '#2a1b14'),
    dark: mixColors(shade(base, 0.3), '#1d1816', 0.6),
  };
  const s = animal.scale;
  const g = animal.girth;
  const shoulder = 0.98 * s * animal.legs;
  const R = HEAD_RADIUS * s * (animal.scale < 0.7 ? 1.25 : animal.trunk ? 1.55 : isBear(animal) ? 1.35 : 1);
  const [neckLength, rise] = animal.neck;
  const neck: Vec3 = [0, (neckLength * Math.sin(rise) + 0.12) * s, (neckLength * Math.cos(rise) + 0.14 * g) * s];
  const thick = animal.hooved ? 1 : 1.9;
  const saddle = shoulder + 0.31 * s * g;
  return {
    shapeKey: `herd/${animal.name}`,
    coatKey: `${toHex(coat.base)}/${toHex(coat.light)}/${toHex(coat.mane)}/${animal.marking}`,
    edge: 0.062 * s * Math.sqrt(g),
    shoulder,
    length: 0.92 * s,
    chest: [0.26 * s * g, 0.33 * s * g, 0.32 * s],
    belly: [0.265 * s * g, 0.29 * s * g, 0.42 * s],
    hips: [0.265 * s * g, 0.31 * s * g, 0.31 * s],
    spread: 0.155 * s * Math.sqrt(g),
    leg: [0.125 * s * Math.sqrt(thick), 0.068 * s * thick, 0.05 * s * thick],
    paw: [0.062 * s * thick, 0.06 * s * Math.max(1, thick * 0.85), 0.075 * s * thick],
    neck,
    neckRadius: [0.21 * s * Math.sqrt(g), R * (animal.trunk ? 0.95 : 0.62)],
    head: headParts(animal, R),
    headEdge: R * 0.13,
    eyes: {
      look: { ...ANIMAL_EYE, iris: animal.name === 'unicorn' ? '#5a7ad0' : '#3c2412', pupilShare: 0.6 },
      at: [R * 0.62, R * 0.18, R * 0.42],
      radius: R * (animal.trunk ? 0.16 : 0.24),
      outward: 0.85,
    },
    ear: earOf(animal, R),
    tail: tailOf(animal, s),
    hooved: animal.hooved,
    material: isDark ? DARK_FUR : FUR,
    coat: (region, point) => herdColor(coat, animal, R, s, region, point),
    onHead: (pose, head, moment) => addHerdHead(pose, head, { animal, coat, R, ...moment }),
    ...(isWinged(context) ? { flies: /^(?:fly|float|rise)$/.test(context.actor.motion.kind) } : {}),
    onBody: (pose, body, { stance, seconds }) => {
      if (isWinged(context)) addHorseWings(pose, body, { shoulder, s, seconds, color: coat.light, context });
      if (animal.mane && stance === 'standing')
        addMane(pose, body, { coat, key: animal.name, chest: [0, shoulder + 0.03 * s, 0.46 * s], neck, R, s });
    },
    walk: { stride: shoulder * 1.65, duty: 0.62, lift: shoulder * 0.13 },
    run: { stride: shoulder * 3.6, duty: 0.3, lift: shoulder * 0.34 },
    walkSpeed: 1.5,
    seats: [{ position: [0, saddle, 0], width: 0.4 * s }],
  };
}

function headParts(animal: HerdAnimal, R: number): readonly BlobPart[] {
  const w = animal.snoutWidth;
  if (animal.trunk) {
    return [
      ball([0, 0, 0], [R * 0.92, R * 0.98, R * 0.9]),
      ball([0, R * 0.5, R * 0.12], [R * 0.62, R * 0.5, R * 0.6], { blend: R * 0.4 }),
      limb([0, -R * 0.25, R * 0.72], [0, -R * 1.4, R * 1.2], [R * 0.44, R * 0.27], { blend: R * 0.35 }),
      limb([0, -R * 1.4, R * 1.2], [0, -R * 2.3, R * 1.15], [R * 0.27, R * 0.19], { blend: R * 0.2 }),
      limb([0, -R * 2.3, R * 1.15], [0, -R * 2.6, R * 1.5], [R * 0.19, R * 0.15], { blend: R * 0.16 }),
    ];
  }
  const tipY = -R * (animal.name === 'pig' || isBear(animal) ? 0.3 : 0.3 + 0.75 * animal.snout);
  const tipZ = R * (0.75 + 1.05 * animal.snout);
  return [
    ball([0, 0, 0], [R * 0.8 * Math.sqrt(w), R * 0.86, R * 0.9]),
    ball([0, -R * 0.34, R * 0.32], [R * 0.58 * Math.sqrt(w), R * 0.6, R * 0.66], { blend: R * 0.5 }),
    limb([0, -R * 0.2, R * 0.5], [0, tipY, tipZ], [R * 0.56 * Math.sqrt(w), R * 0.4 * w], { blend: R * 0.4 }),
    ball([0, tipY - R * 0.05, tipZ + R * 0.1], [R * 0.44 * w, R * 0.36, R * 0.34], { blend: R * 0.25 }),
  ];
}

function earOf(animal: HerdAnimal, R: number): QuadrupedForm['ear'] {
  const {
    ear: [length, width, droop],
    trunk,
  } = animal;
  if (trunk) {
    return {
      parts: [
        ball([R * 0.75, -R * 0.15, -R * 0.1], [R * 0.95, R * 1.15, R * 0.12]),
        ball([R * 0.75, -R * 0.15, R * 0.12], [R * 0.7, R * 0.85, R * 0.12], { cut: true, blend: R * 0.2 }),
      ],
      at: [R * 0.7, R * 0.2, -R * 0.1],
      rotate: [0, 0.75, 0],
    };
  }
  const l = R * 0.82 * length;
  const isRound = isBear(animal);
  return {
    parts: [
      isRound
        ? ball([0, l * 0.4, 0], [R * 0.34, R * 0.34, R * 0.16])
        : limb([0, 0, 0], [0, l, 0], [R * 0.2 * width, R * 0.06]),
      ball([0, l * 0.4, R * 0.2 * width], [R * 0.13 * width, l * 0.55, R * 0.17 * width], {
        cut: true,
        blend: R * 0.05,
      }),
    ],
    at: [R * 0.48, R * (0.62 - droop * 0.15), -R * 0.25],
    rotate: [-0.1, 0.35, -0.22 - droop],
  };
}

function tailOf({ tail }: HerdAnimal, s: number): QuadrupedForm['tail'] {
  if (tail === 'stub') return { count: 2, link: 0.07 * s, radius: () => 0.055 * s, rise: 0.1, curl: -0.4, sway: 1.2 };
  if (tail === 'thin')
    return {
      count: 6,
      link: 0.11 * s,
      radius: (a) => (a > 0.8 ? 0.045 : 0.024) * s,
      rise: -0.5,
      curl: -1.1,
      sway: 0.8,
    };
  return {
    count: 6,
    link: 0.13 * s,
    radius: (a) => (0.05 + 0.05 * Math.sin(Math.PI * Math.min(1, a * 0.95 + 0.1))) * s,
    rise: -0.3,
    curl: -1.25,
    sway: 0.7,
  };
}

function herdColor(coat: HerdCoat, animal: HerdAnimal, R: number, s: number, region: Region, point: CoatPoint): Srgb {
  const { x, y, z, normal, along, under } = point;
  if (animal.marking === 'panda') return pandaAt(coat, R, region, point);
  if (region === 'paw') return animal.hooved ? toSrgb('#3a302b') : shade(coat.base, 0.9);
  if (animal.name === 'bear' && region === 'head')
    return mixColors(coat.base, coat.light, softStep(R * 0.7, R * 1.0, z));
  if (animal.marking === 'wool')
    return region === 'head' || region === 'leg' || region === 'ear' ? coat.light : woolAt(coat.base, x, y, z, s);
  if (region === 'tail')
    return animal.tail === 'mane' ? coat.mane : mixColors(coat.base, coat.mane, softStep(0.78, 0.84, along));
  if (region === 'ear') return mixColors(shade(coat.base, 0.92), '#d99a8c', softStep(0.3, 0.7, normal[2]) * 0.7);
  const pattern = markingAt(coat, animal.marking, region, point, s);
  if (region === 'leg')
    return animal.marking === 'socks'
      ? mixColors(
          mixColors(coat.base, coat.dark, softStep(0.4, 0.6, along) * 0.5),
          coat.light,
          softStep(0.82, 0.86, along),
        )
      : pattern;
  if (region === 'head') {
    const muzzle = softStep(R * 1.15, R * 1.5, z);
    const blaze =
      animal.marking === 'socks' ? softStep(R * 0.2, R * 0.1, Math.abs(x)) * softStep(R * 0.3, R * 0.5, z) : 0;
    const tip =
      animal.marking === 'stripes' ? coat.dark : animal.marking === 'socks' ? shade(coat.base, 0.55) : coat.light;
    return mixColors(mixColors(pattern, coat.light, blaze), tip, muzzle * 0.85);
  }
  const belly = animal.marking === 'stripes' || animal.marking === 'patches' ? 0 : softStep(0.45, 0.95, under) * 0.6;
  return mixColors(pattern, coat.light, belly);
}

const isBear = ({ name }: HerdAnimal): boolean => name === 'bear' || name === 'panda';

/** Black limbs, shoulders and ears; a white head with dark eyes. */
function pandaAt(coat: HerdCoat, R: number, region: Region, { x, y, z, normal, along }: CoatPoint): Srgb {
  const black = toSrgb('#211f22');
  if (region === 'leg' || region === 'paw' || region === 'ear') return black;
  if (region === 'tail') return coat.base;
  if (region === 'body') return mixColors(coat.base, black, softStep(0.66, 0.74, along) * softStep(1.3, 1.2, along));
  const patch = Math.hypot((Math.abs(x) - R * 0.56) / (R * 0.26), (y - R * 0.12) / (R * 0.34));
  const isFace = softStep(0.1, 0.3, normal[2]) * softStep(0.2 * R, 0.35 * R, z) * softStep(0.98 * R, 0.86 * R, z);
  const nose = softStep(R * 1.3, R * 1.36, z) * softStep(-R * 0.42, -R * 0.3, y);
  return mixColors(mixColors(coat.base, black, softStep(1.1, 0.85, patch) * isFace), black, nose);
}

function markingAt(coat: HerdCoat, marking: HerdAnimal['marking'], region: Region, point: CoatPoint, s: number): Srgb {
  const x = point.x / s;
  const y = point.y / s;
  const z = point.z / s;
  if (marking === 'stripes') {
    const wave =
      region === 'leg'
        ? Math.sin(point.along * 46)
        : region === 'head'
          ? Math.sin(z * 44 + y * 26)
          : Math.sin(point.along * 30 + point.under * 2.2 + Math.sin(y * 9) * 0.6);
    return mixColors(coat.base, '#1c191a', softStep(-0.05, 0.25, wave));
  }
  if (marking === 'patches' && region !== 'leg') {
    const field = Math.sin(z * 5.1 + Math.sin(y * 4.3) * 1.2 + 0.6) + Math.sin(y * 6.3 + x * 3.1 + 1.1) * 0.8;
    return mixColors(coat.base, '#27211f', softStep(0.25, 0.42, field));
  }
  if (marking === 'giraffe') {
    const cell = Math.min(
      Math.abs(Math.sin(z * 9 + Math.sin(y * 7) * 0.7)),
      Math.abs(Math.sin(y * 8.4 + Math.sin(z * 8 + x * 5) * 0.7)),
    );
    return mixColors(
      coat.base,
      '#9a5a24',
      softStep(0.28, 0.4, cell) * (region === 'leg' ? softStep(0.7, 0.4, point.along) : 1),
    );
  }
  if (marking === 'spots' && region === 'body') {
    const dot = Math.sin(z * 34 + y * 8) * Math.sin(y * 36) * Math.sin(x * 20 + 1.5);
    return mixColors(coat.base, coat.light, softStep(0.45, 0.7, dot) * softStep(0.1, -0.3, point.under));
  }
  return coat.base;
}

function woolAt(color: Srgb, x: number, y: number, z: number, s: number): Srgb {
  const k = 42 / s;
  return shade(color, 0.93 + 0.07 * Math.sin(x * k) * Math.sin(y * k + 1) * Math.sin(z * k + 2));
}
