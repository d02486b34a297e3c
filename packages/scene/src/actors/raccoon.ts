import { mixColors, type Srgb, shade, softStep, toSrgb } from '../model/color.ts';
import type { ActorContext, ActorModel } from './actor.ts';
import { BEAR } from './bear.ts';
import { type Beast, beastModel, plainCoat, snoutFace } from './beast.ts';
import { ball, limb, says } from './rig.ts';

/** Of a bear's plan, many times as small: lengths in shares of a bear's. */
function small(
  share: number,
): Pick<Beast, 'shoulder' | 'length' | 'chest' | 'hips' | 'belly' | 'spread' | 'leg' | 'paw' | 'neckRadius'> {
  const by = ([x, y, z]: readonly [number, number, number], thin = 1): readonly [number, number, number] => [
    x * share * thin,
    y * share * thin,
    z * share,
  ];
  return {
    shoulder: BEAR.shoulder * share,
    length: BEAR.length * share,
    chest: by(BEAR.chest, 0.9),
    hips: by(BEAR.hips, 0.95),
    belly: by(BEAR.belly!, 0.92),
    spread: BEAR.spread * share,
    leg: [BEAR.leg[0] * share * 0.85, BEAR.leg[1] * share * 0.8, BEAR.leg[2] * share * 0.8],
    paw: by(BEAR.paw, 0.9),
    neckRadius: [BEAR.neckRadius[0] * share * 0.85, BEAR.neckRadius[1] * share * 0.85],
  };
}

const pointedHead = (R: number, snout: number) => [
  ball([0, 0, 0], [R * 1.1, R * 0.9, R * 0.92]),
  ball([R * 0.6, -R * 0.26, R * 0.22], [R * 0.5, R * 0.42, R * 0.42], { mirror: true, blend: R * 0.3 }),
  limb([0, -R * 0.26, R * 0.55], [0, -R * 0.34, R * snout], [R * 0.4, R * 0.2], { blend: R * 0.3 }),
];

const DARK: Srgb = toSrgb('#2a2326');

const RACCOON: Beast = {
  ...BEAR,
  ...small(0.4),
  name: 'raccoon',
  color: '#8a8580',
  light: '#e9e6e0',
  neck: [0, 0.12, 0.17],
  R: 0.125,
  head: (R) => pointedHead(R, 1.35),
  eye: { at: [0.42, 0.06, 0.8], radius: 0.15, outward: 0.32 },
  tail: { count: 9, link: 0.05, radius: (a) => 0.055 - 0.02 * a, rise: 0.15, curl: 0.6, sway: 0.8 },
  coat(region, { x, y, z, normal, under, along }, { base, light }, R) {
    if (region === 'paw') return DARK;
    if (region === 'ear') return mixColors(light, DARK, softStep(0.3, 0.7, normal[2]) * 0.7);
    if (region === 'tail') return mixColors(base, DARK, softStep(0.4, 0.6, 0.5 + 0.5 * Math.sin(along * 32)));
    if (region === 'leg') return mixColors(base, DARK, softStep(0.4, 0.95, along));
    if (region === 'body')
      return mixColors(shade(base, 0.94 + 0.08 * Math.sin(x * 60 + y * 50)), light, softStep(0.5, 1, under) * 0.5);
    // A bandit's mask between a white brow and a white snout.
    const front = softStep(R * 0.2, R * 0.5, z);
    const white = mixColors(
      base,
      light,
      front * softStep(R * 0.75, R * 0.3, Math.abs(y - R * 0.28) + Math.abs(x) * 0.15),
    );
    const muzzle = mixColors(white, light, softStep(R * 0.75, R * 0.95, z) * softStep(0, -R * 0.2, y));
    const mask = Math.hypot(
      (Math.abs(x) - R * 0.48) / (R * 0.44),
      (y - R * 0.0 + (Math.abs(x) - R * 0.4) * 0.35) / (R * 0.27),
    );
    return mixColors(muzzle, DARK, softStep(1.15, 0.85, mask) * front);
  },
  face: (R) => snoutFace(R, { at: [0, -0.28, 1.52], size: [0.15, 0.11, 0.11] }, { y: -0.56, z: 1.2, width: 0.26 }),
  walkSpeed: 0.8,
  runSpeed: 3,
};

const RED_PANDA: Beast = {
  ...RACCOON,
  name: 'red-panda',
  color: '#b8481c',
  light: '#fbf3e6',
  tail: { ...RACCOON.tail, radius: (a) => 0.068 - 0.014 * a },
  coat(region, { x, y, z, normal, under, along }, { base, light }, R) {
    if (region === 'paw' || region === 'leg')
      return mixColors(base, DARK, region === 'paw' ? 1 : softStep(0.05, 0.5, along));
    if (region === 'ear')
      return mixColors(light, shade(base, 0.6), softStep(0.4, 0.75, normal[2]) * softStep(R * 0.1, R * 0.2, y));
    if (region === 'tail')
      return mixColors(base, mixColors(base, light, 0.65), softStep(0.4, 0.6, 0.5 + 0.5 * Math.sin(along * 30)));
    if (region === 'body') return mixColors(base, DARK, softStep(0.25, 0.6, under));
    const front = softStep(R * 0.15, R * 0.45, z);
    const muzzle = softStep(R * 0.62, R * 0.4, Math.hypot(x, (y + R * 0.34) * 1.1));
    const brow = softStep(R * 0.2, R * 0.1, Math.hypot(Math.abs(x) - R * 0.4, y - R * 0.48));
    const cheek = softStep(R * 0.34, R * 0.22, Math.hypot(Math.abs(x) - R * 0.92, y + R * 0.1));
    return mixColors(base, light, Math.max(muzzle, brow, cheek) * front);
  },
};

const KOALA: Beast = {
  ...BEAR,
  ...small(0.42),
  name: 'koala',
  color: '#9a9a9e',
  light: '#eceae6',
  shoulder: 0.22,
  length: 0.26,
  neck: [0, 0.14, 0.13],
  R: 0.15,
  head: (R) => [
    ball([0, 0, 0], [R * 1.1, R * 0.95, R * 0.92]),
    ball([R * 0.5, -R * 0.3, R * 0.3], [R * 0.5, R * 0.42, R * 0.45], { mirror: true, blend: R * 0.3 }),
    ball([0, -R * 0.3, R * 0.75], [R * 0.42, R * 0.34, R * 0.25], { blend: R * 0.25 }),
  ],
  eye: { at: [0.44, 0.12, 0.82], radius: 0.12, iris: '#5a3a1c', outward: 0.3 },
  ear: (R) => ({
    parts: [
      ball([R * 0.1, R * 0.2, 0], [R * 0.58, R * 0.55, R * 0.22]),
      ball([R * 0.1, R * 0.18, R * 0.24], [R * 0.4, R * 0.38, R * 0.18], { cut: true, blend: R * 0.08 }),
    ],
    at: [R * 0.92, R * 0.42, -R * 0.05],
    rotate: [0, 0.25, -0.55],
  }),
  tail: { count: 1, link: 0.03, radius: () => 0.03, rise: -0.2, curl: 0, sway: 0 },
  coat(region, point, colors, R) {
    if (region === 'ear') return mixColors(colors.base, '#f2eef0', softStep(0.2, 0.6, point.normal[2]) * 0.9);
    if (region === 'head') return mixColors(colors.base, colors.light, softStep(-R * 0.35, -R * 0.6, point.y) * 0.8);
    return plainCoat(region, point, colors);
  },
  face: (R) =>
    snoutFace(
      R,
      { at: [0, -0.1, 1.0], size: [0.23, 0.36, 0.16], color: '#26222a' },
      { y: -0.62, z: 0.92, width: 0.28 },
    ),
};

const OTTER: Beast = {
  ...RACCOON,
  ...small(0.34),
  name: 'otter',
  color: '#6a4a34',
  light: '#d8c3a2',
  shoulder: 0.16,
  length: 0.44,
  neck: [0, 0.1, 0.16],
  R: 0.105,
  head: (R) => [
    ball([0, 0, 0], [R * 1.05, R * 0.82, R * 1.02]),
    ball([R * 0.28, -R * 0.28, R * 0.8], [R * 0.42, R * 0.32, R * 0.32], { mirror: true, blend: R * 0.25 }),
  ],
  eye: { at: [0.46, 0.22, 0.82], radius: 0.13, outward: 0.35 },
  ear: (R) => ({
    parts: [ball([0, R * 0.1, 0], [R * 0.2, R * 0.18, R * 0.1])],
    at: [R * 0.82, R * 0.38, -R * 0.15],
    rotate: [0, 0.3, -0.6],
  }),
  tail: { count: 8, link: 0.05, radius: (a) => 0.052 * (1 - a * 0.8), rise: -0.25, curl: 0.3, sway: 0.7 },
  coat(region, point, colors, R) {
    if (region === 'head')
      return mixColors(
        colors.base,
        colors.light,
        softStep(R * 0.05, -R * 0.25, point.y) * softStep(-R * 0.2, R * 0.3, point.z),
      );
    if (region === 'paw') return shade(colors.base, 0.75);
    return plainCoat(region, point, colors);
  },
  face: (R) => snoutFace(R, { at: [0, -0.08, 1.06], size: [0.2, 0.14, 0.12] }, { y: -0.42, z: 1.02, width: 0.3 }),
};

const BADGER: Beast = {
  ...RACCOON,
  name: 'badger',
  color: '#6e6c6a',
  light: '#f4f2ec',
  tail: { count: 3, link: 0.05, radius: (a) => 0.04 - 0.02 * a, rise: -0.2, curl: 0.1, sway: 0.6 },
  coat(region, { x, z, under, along }, { base, light }, R) {
    if (region === 'leg' || region === 'paw' || region === 'ear') return DARK;
    if (region === 'body')
      return mixColors(base, DARK, Math.max(softStep(0.35, 0.7, under), softStep(1.0, 1.2, along) * 0.4));
    if (region === 'tail') return light;
    const stripe = softStep(R * 0.2, R * 0.3, Math.abs(x)) * softStep(R * 0.72, R * 0.6, Math.abs(x));
    return mixColors(light, DARK, stripe * softStep(-R * 0.6, 0, z));
  },
};

const KINDS: readonly (readonly [words: readonly string[], beast: Beast])[] = [
  [['red panda', 'lesser panda', 'firefox'], RED_PANDA],
  [['koala', 'koala bear', 'wombat', 'sloth'], KOALA],
  [['otter', 'sea otter', 'meerkat', 'mongoose', 'ferret', 'weasel', 'stoat', 'beaver', 'marten'], OTTER],
  [['badger', 'skunk', 'wolverine'], BADGER],
];

/** Small furry ones by their words: a raccoon, a red panda, a koala, an otter, a badger. */
export const raccoon: ActorModel = beastModel(
  (context: ActorContext) => KINDS.find(([words]) => says(context, ...words))?.[1] ?? RACCOON,
);
