import { mixColors, softStep } from '../model/color.ts';
import type { ActorModel } from './actor.ts';
import { type Beast, beastModel, plainCoat, snoutFace } from './beast.ts';
import { ball, limb } from './rig.ts';

const SQUIRREL: Beast = {
  name: 'squirrel',
  color: '#b5582a',
  light: '#f8efe2',
  shoulder: 0.085,
  length: 0.11,
  chest: [0.045, 0.055, 0.055],
  hips: [0.058, 0.068, 0.07],
  spread: 0.03,
  leg: [0.024, 0.017, 0.013],
  paw: [0.017, 0.012, 0.027],
  neck: [0, 0.07, 0.07],
  neckRadius: [0.045, 0.036],
  R: 0.05,
  head: (R) => [
    ball([0, 0, 0], [R * 0.86, R * 0.85, R * 0.92]),
    limb([0, -R * 0.14, R * 0.5], [0, -R * 0.26, R * 1.05], [R * 0.5, R * 0.22], { blend: R * 0.35 }),
  ],
  eye: { at: [0.54, 0.18, 0.58], radius: 0.23, outward: 0.65, iris: '#1c120c' },
  ear: (R) => ({
    parts: [
      limb([0, 0, 0], [0, R * 0.55, 0], [R * 0.25, R * 0.12]),
      limb([0, R * 0.5, 0], [0, R * 0.98, 0], [R * 0.11, R * 0.02], { blend: R * 0.06 }),
    ],
    at: [R * 0.48, R * 0.62, -R * 0.15],
    rotate: [-0.1, 0.2, -0.2],
  }),
  // It stands up behind the back and curls over at its end.
  tail: {
    count: 8,
    link: 0.04,
    radius: (a) => 0.022 + 0.05 * Math.sin(Math.PI * Math.min(1, a * 0.82 + 0.12)),
    rise: 1.5,
    curl: -0.65,
    sway: 0.5,
  },
  coat(region, point, colors, R) {
    if (region === 'tail')
      return mixColors(colors.base, colors.light, 0.14 + 0.12 * Math.sin(point.along * 30 + point.x * 200));
    if (region === 'head') return mixColors(colors.base, colors.light, softStep(-R * 0.18, -R * 0.42, point.y) * 0.9);
    if (region === 'body') return mixColors(colors.base, colors.light, softStep(0.25, 0.6, point.under));
    return plainCoat(region, point, colors);
  },
  face: (R) => snoutFace(R, { at: [0, -0.18, 1.24], size: [0.11, 0.09, 0.08] }, { y: -0.42, z: 1.02, width: 0.16 }),
  walkSpeed: 0.5,
  runSpeed: 2.2,
};

/** A squirrel: a bushy tail that stands up behind it, tufted ears. */
export const squirrel: ActorModel = beastModel(SQUIRREL);
