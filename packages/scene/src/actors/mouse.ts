import { mixColors, softStep } from '../model/color.ts';
import type { ActorModel } from './actor.ts';
import { type Beast, beastModel, plainCoat, snoutFace } from './beast.ts';
import { ball, limb, says } from './rig.ts';

const MOUSE: Beast = {
  name: 'mouse',
  color: '#9a938c',
  light: '#eee6de',
  shoulder: 0.045,
  length: 0.06,
  chest: [0.028, 0.032, 0.032],
  hips: [0.036, 0.04, 0.042],
  spread: 0.018,
  leg: [0.013, 0.009, 0.007],
  paw: [0.01, 0.007, 0.015],
  neck: [0, 0.026, 0.042],
  neckRadius: [0.027, 0.022],
  R: 0.03,
  head: (R) => [
    ball([0, 0, 0], [R * 0.9, R * 0.86, R * 0.95]),
    limb([0, -R * 0.12, R * 0.5], [0, -R * 0.28, R * 1.42], [R * 0.5, R * 0.14], { blend: R * 0.35 }),
  ],
  eye: { at: [0.52, 0.18, 0.66], radius: 0.22, outward: 0.6, iris: '#14100e' },
  ear: (R) => ({
    parts: [
      ball([0, R * 0.5, 0], [R * 0.56, R * 0.58, R * 0.11]),
      ball([0, R * 0.5, R * 0.14], [R * 0.42, R * 0.44, R * 0.13], { cut: true, blend: R * 0.05 }),
    ],
    at: [R * 0.56, R * 0.5, -R * 0.2],
    rotate: [-0.15, 0.3, -0.5],
  }),
  tail: { count: 8, link: 0.017, radius: (a) => 0.0055 - 0.003 * a, rise: -0.3, curl: 0.4, sway: 1 },
  coat(region, point, colors, R) {
    if (region === 'tail' || region === 'paw') return mixColors(colors.base, '#e0a59a', 0.75);
    if (region === 'ear') return mixColors(colors.base, '#e8aca4', softStep(0.2, 0.6, point.normal[2]));
    if (region === 'head') return mixColors(colors.base, colors.light, softStep(-R * 0.1, -R * 0.35, point.y) * 0.7);
    return plainCoat(region, point, colors);
  },
  face: (R) => [...snoutFace(R, { at: [0, -0.26, 1.56], size: [0.13, 0.11, 0.11], color: '#d9807e' })],
  walkSpeed: 0.25,
  runSpeed: 1.2,
};
const RAT: Beast = { ...MOUSE, name: 'rat', color: '#6b625b', shoulder: 0.06, length: 0.11, R: 0.034 };

/** A mouse with round ears and a long bare tail; a rat is longer. */
export const mouse: ActorModel = beastModel((context) => (says(context, 'rat') ? RAT : MOUSE));
