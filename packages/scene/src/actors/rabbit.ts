import { mixColors, shade, softStep } from '../model/color.ts';
import type { ActorModel } from './actor.ts';
import { type Beast, beastModel, snoutFace } from './beast.ts';
import { ball, limb } from './rig.ts';

const RABBIT: Beast = {
  name: 'rabbit',
  color: '#a98763',
  light: '#f4ece0',
  shoulder: 0.13,
  length: 0.17,
  chest: [0.07, 0.085, 0.08],
  hips: [0.095, 0.115, 0.115],
  belly: [0.085, 0.095, 0.12],
  spread: 0.045,
  leg: [0.036, 0.026, 0.02],
  paw: [0.027, 0.02, 0.045],
  neck: [0, 0.125, 0.1],
  neckRadius: [0.07, 0.055],
  R: 0.072,
  head: (R) => [
    ball([0, 0, 0], [R * 0.88, R * 0.92, R * 1.0]),
    ball([R * 0.4, -R * 0.3, R * 0.38], [R * 0.45, R * 0.42, R * 0.45], { mirror: true, blend: R * 0.3 }),
    ball([0, -R * 0.22, R * 0.82], [R * 0.36, R * 0.32, R * 0.3], { blend: R * 0.3 }),
  ],
  eye: { at: [0.64, 0.2, 0.52], radius: 0.24, outward: 0.85, iris: '#2e1a10' },
  ear: (R) => ({
    parts: [
      limb([0, 0, 0], [0, R * 0.9, 0], [R * 0.2, R * 0.32]),
      limb([0, R * 0.9, 0], [0, R * 1.85, -R * 0.1], [R * 0.32, R * 0.12], { blend: R * 0.1 }),
      limb([0, R * 0.35, R * 0.34], [0, R * 1.65, R * 0.22], [R * 0.2, R * 0.16], { cut: true, blend: R * 0.08 }),
    ],
    at: [R * 0.34, R * 0.74, -R * 0.2],
    rotate: [-0.25, 0.25, -0.16],
  }),
  tail: { count: 2, link: 0.03, radius: () => 0.04, rise: 0.6, curl: 0.2, sway: 0.8 },
  coat(region, { y, z, normal, along, under }, { base, light }, R) {
    if (region === 'ear') return mixColors(base, '#e6a7a0', softStep(0.25, 0.6, normal[2]) * 0.85);
    if (region === 'tail') return mixColors(light, '#ffffff', 0.5);
    if (region === 'head')
      return mixColors(base, light, softStep(-R * 0.15, -R * 0.45, y) * softStep(R * 0.2, R * 0.7, z) * 0.85);
    if (region === 'paw') return mixColors(base, light, 0.6);
    if (region === 'leg') return mixColors(base, light, along * 0.4);
    return mixColors(shade(base, 0.97 + 0.04 * Math.sin(z * 180)), light, softStep(0.35, 0.8, under) * 0.85);
  },
  face: (R) =>
    snoutFace(
      R,
      { at: [0, -0.12, 1.12], size: [0.1, 0.075, 0.07], color: '#d98a86' },
      { y: -0.36, z: 1.0, width: 0.18 },
    ),
  walkSpeed: 0.5,
  runSpeed: 2.6,
};

/** A rabbit or hare: long ears, strong hips, a white tuft for a tail. */
export const rabbit: ActorModel = beastModel(RABBIT);
