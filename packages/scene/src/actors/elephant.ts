import { mixColors, shade, softStep } from '../model/color.ts';
import { tube } from '../model/tube.ts';
import type { ActorModel } from './actor.ts';
import { type Beast, beastModel } from './beast.ts';
import { ball, limb } from './rig.ts';

const ELEPHANT: Beast = {
  name: 'elephant',
  color: '#8d8b91',
  light: '#a9a4a6',
  shoulder: 1.62,
  length: 1.5,
  chest: [0.6, 0.78, 0.62],
  hips: [0.58, 0.72, 0.62],
  belly: [0.66, 0.78, 0.85],
  spread: 0.36,
  leg: [0.33, 0.25, 0.23],
  paw: [0.26, 0.235, 0.28],
  neck: [0, 0.42, 0.82],
  neckRadius: [0.55, 0.42],
  R: 0.48,
  head: (R) => [
    ball([0, 0, 0], [R * 0.95, R * 1.02, R * 0.9]),
    ball([R * 0.3, R * 0.52, R * 0.05], [R * 0.5, R * 0.5, R * 0.6], { mirror: true, blend: R * 0.3 }),
    limb([0, -R * 0.2, R * 0.72], [0, -R * 1.3, R * 1.18], [R * 0.42, R * 0.29], { blend: R * 0.35 }),
    limb([0, -R * 1.3, R * 1.18], [0, -R * 2.5, R * 1.12], [R * 0.29, R * 0.2], { blend: R * 0.2 }),
    limb([0, -R * 2.5, R * 1.12], [0, -R * 3.0, R * 1.5], [R * 0.2, R * 0.14], { blend: R * 0.16 }),
    limb([R * 0.42, -R * 0.35, R * 0.62], [R * 0.48, -R * 0.6, R * 0.95], [R * 0.2, R * 0.14], {
      mirror: true,
      blend: R * 0.15,
    }),
  ],
  eye: { at: [0.74, 0.1, 0.56], radius: 0.09, outward: 0.9 },
  ear: (R) => ({
    parts: [
      ball([R * 0.62, -R * 0.05, 0], [R * 0.82, R * 0.95, R * 0.1]),
      ball([R * 0.5, -R * 0.75, 0], [R * 0.5, R * 0.6, R * 0.09], { blend: R * 0.25 }),
      ball([R * 0.66, -R * 0.15, R * 0.15], [R * 0.62, R * 0.8, R * 0.13], { cut: true, blend: R * 0.12 }),
    ],
    at: [R * 0.62, R * 0.28, -R * 0.22],
    rotate: [0, 0.62, -0.06],
  }),
  tail: {
    count: 6,
    link: 0.16,
    radius: (a) => (a > 0.82 ? 0.06 : 0.04 - 0.012 * a),
    rise: -1.1,
    curl: -0.3,
    sway: 0.6,
  },
  coat(region, { x, y, z, normal, along, under }, { base, light }, R) {
    const folds = 0.97 + 0.04 * Math.sin(y * 34 + Math.sin(x * 9) * 2) * Math.sin(z * 11 + 1);
    if (region === 'ear') return mixColors(base, '#c79a94', softStep(0.25, 0.65, normal[2]) * 0.45);
    if (region === 'paw') return z > 0.2 && y < 0.1 ? mixColors(light, '#efe6d6', 0.6) : shade(base, 0.88);
    if (region === 'head') {
      const rings = z > R * 0.85 && y < -R * 0.5 ? 0.95 + 0.05 * Math.sin((y / R) * 42) : folds;
      return shade(base, rings);
    }
    if (region === 'tail') return along > 0.84 ? [52, 48, 50] : base;
    return shade(mixColors(base, light, region === 'body' ? softStep(0.3, 0.9, under) * 0.4 : 0), folds);
  },
  face: (R) =>
    [1, -1].map((side) => ({
      mesh: tube(
        [
          [side * R * 0.44, -R * 0.5, R * 0.85],
          [side * R * 0.58, -R * 1.05, R * 1.35],
          [side * R * 0.5, -R * 0.9, R * 2.05],
        ],
        { radius: (t) => R * (0.13 - 0.1 * t), color: '#f3ead6', sides: 10, rings: 14 },
      ),
    })),
  walkSpeed: 1.4,
  runSpeed: 4.5,
  seat: 2.36,
  edge: 0.13,
};

/** An elephant: trunk, tusks, ears like fans, legs like columns. */
export const elephant: ActorModel = beastModel(ELEPHANT);
