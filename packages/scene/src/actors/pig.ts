import { mixColors, shade, softStep, toSrgb } from '../model/color.ts';
import { compose } from '../model/matrix.ts';
import { sphere } from '../model/primitives.ts';
import type { ActorModel } from './actor.ts';
import { type Beast, beastModel, nostrils } from './beast.ts';
import { ball, limb } from './rig.ts';

const PIG: Beast = {
  name: 'pig',
  color: '#eeaaa4',
  light: '#f8cdc6',
  shoulder: 0.32,
  length: 0.5,
  chest: [0.18, 0.19, 0.19],
  hips: [0.19, 0.195, 0.2],
  belly: [0.205, 0.2, 0.3],
  spread: 0.11,
  leg: [0.075, 0.05, 0.04],
  paw: [0.042, 0.032, 0.048],
  neck: [0, 0.08, 0.25],
  neckRadius: [0.17, 0.13],
  R: 0.145,
  head: (R) => [
    ball([0, 0, 0], [R * 0.98, R * 0.92, R * 0.9]),
    ball([R * 0.5, -R * 0.35, R * 0.3], [R * 0.45, R * 0.42, R * 0.4], { mirror: true, blend: R * 0.3 }),
    limb([0, -R * 0.14, R * 0.5], [0, -R * 0.2, R * 1.26], [R * 0.5, R * 0.38], { blend: R * 0.3 }),
    ball([0, -R * 0.2, R * 1.36], [R * 0.42, R * 0.36, R * 0.13], { blend: R * 0.08 }),
  ],
  eye: { at: [0.5, 0.22, 0.72], radius: 0.13, outward: 0.4, iris: '#2a1a16' },
  ear: (R) => ({
    parts: [
      limb([0, 0, 0], [R * 0.06, R * 0.66, R * 0.1], [R * 0.34, R * 0.1]),
      ball([0, R * 0.3, R * 0.34], [R * 0.28, R * 0.5, R * 0.24], { cut: true, blend: R * 0.08 }),
    ],
    at: [R * 0.56, R * 0.6, R * 0.0],
    rotate: [0.55, 0.2, -0.35],
  }),
  // A curl.
  tail: { count: 7, link: 0.03, radius: (a) => 0.018 - 0.009 * a, rise: 0.7, curl: 5.4, sway: 0.8 },
  coat(region, { z, y, normal, under }, { base, light }, R) {
    if (region === 'paw') return mixColors(base, toSrgb('#6b4642'), 0.7);
    if (region === 'ear') return mixColors(base, shade(base, 0.84), softStep(0.2, 0.6, normal[2]));
    if (region === 'head')
      return mixColors(
        mixColors(base, light, softStep(0, -R * 0.6, y) * 0.4),
        shade(base, 0.86),
        softStep(R * 1.36, R * 1.44, z) * 0.9,
      );
    return mixColors(base, light, region === 'body' ? softStep(0.3, 0.9, under) * 0.6 : 0);
  },
  face: (R) => [
    ...nostrils(R, [0.15, -0.2, 1.48], 0.1, '#8a4a48'),
    ...[1, -1].map((side) => ({
      mesh: sphere([R * 0.05, R * 0.03, R * 0.03], '#a8605c', 6),
      matrix: compose({ at: [side * R * 0.4, -R * 0.52, R * 1.0] }),
    })),
  ],
  hooved: true,
  walkSpeed: 0.9,
  runSpeed: 3,
};

/** A pig: round and pink, a flat snout, a curled tail. */
export const pig: ActorModel = beastModel(PIG);
