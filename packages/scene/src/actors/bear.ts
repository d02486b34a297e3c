import { mixColors, shade, softStep } from '../model/color.ts';
import type { ActorModel } from './actor.ts';
import { type Beast, beastModel, snoutFace } from './beast.ts';
import { ball, limb, says } from './rig.ts';

export const BEAR: Beast = {
  name: 'bear',
  color: '#6b4327',
  light: '#b08a5e',
  shoulder: 0.72,
  length: 0.85,
  chest: [0.33, 0.4, 0.36],
  hips: [0.34, 0.39, 0.36],
  belly: [0.35, 0.38, 0.5],
  spread: 0.2,
  leg: [0.2, 0.135, 0.1],
  paw: [0.125, 0.09, 0.16],
  neck: [0, 0.2, 0.46],
  neckRadius: [0.32, 0.22],
  R: 0.24,
  head: (R) => [
    ball([0, 0, 0], [R * 1.0, R * 0.92, R * 0.95]),
    ball([R * 0.5, -R * 0.22, R * 0.25], [R * 0.5, R * 0.45, R * 0.45], { mirror: true, blend: R * 0.3 }),
    limb([0, -R * 0.22, R * 0.6], [0, -R * 0.3, R * 1.28], [R * 0.46, R * 0.32], { blend: R * 0.3 }),
  ],
  eye: { at: [0.4, 0.14, 0.8], radius: 0.115, outward: 0.3 },
  ear: (R) => ({
    parts: [
      ball([0, R * 0.24, 0], [R * 0.34, R * 0.34, R * 0.18]),
      ball([0, R * 0.26, R * 0.2], [R * 0.22, R * 0.22, R * 0.16], { cut: true, blend: R * 0.06 }),
    ],
    at: [R * 0.66, R * 0.6, -R * 0.1],
    rotate: [-0.1, 0.3, -0.4],
  }),
  tail: { count: 2, link: 0.07, radius: () => 0.07, rise: -0.2, curl: -0.3, sway: 0.6 },
  coat(region, { x, y, z, normal, under, along }, { base, light }, R) {
    if (region === 'ear') return mixColors(shade(base, 0.85), '#c99a84', softStep(0.3, 0.7, normal[2]) * 0.6);
    if (region === 'head') return mixColors(base, light, softStep(R * 0.82, R * 1.05, z - Math.abs(x) * 0.3));
    if (region === 'paw') return shade(base, 0.72);
    if (region === 'leg') return mixColors(base, shade(base, 0.78), softStep(0.3, 0.9, along));
    return shade(base, 0.95 + 0.06 * Math.sin(x * 21 + y * 17) - 0.08 * softStep(0.2, 0.9, under));
  },
  face: (R) => snoutFace(R, { at: [0, -0.16, 1.54], size: [0.2, 0.14, 0.14] }, { y: -0.52, z: 1.18, width: 0.34 }),
  walkSpeed: 1.2,
  runSpeed: 5,
};

const POLAR: Beast = {
  ...BEAR,
  name: 'polar-bear',
  color: '#f1efe8',
  light: '#ffffff',
  neck: [0, 0.2, 0.56],
  R: 0.225,
};

/** A bear, brown unless its word or colour says otherwise: heavy, with round ears and a light snout. */
export const bear: ActorModel = beastModel((context) => (says(context, 'polar bear', 'polar') ? POLAR : BEAR));
