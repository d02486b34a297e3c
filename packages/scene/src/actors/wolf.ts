import { mixColors, shade, softStep } from '../model/color.ts';
import type { ActorModel } from './actor.ts';
import { type Beast, beastModel, snoutFace } from './beast.ts';
import { ball, limb } from './rig.ts';

const WOLF: Beast = {
  name: 'wolf',
  color: '#7d7f84',
  light: '#eceae4',
  dark: '#2f3034',
  shoulder: 0.62,
  length: 0.62,
  chest: [0.15, 0.2, 0.2],
  hips: [0.13, 0.16, 0.19],
  belly: [0.125, 0.145, 0.3],
  spread: 0.09,
  leg: [0.085, 0.052, 0.04],
  paw: [0.055, 0.042, 0.075],
  neck: [0, 0.23, 0.27],
  neckRadius: [0.17, 0.12],
  R: 0.14,
  head: (R) => [
    ball([0, R * 0.02, 0], [R * 0.98, R * 0.88, R * 0.95]),
    ball([R * 0.6, -R * 0.26, R * 0.1], [R * 0.5, R * 0.42, R * 0.42], { mirror: true, blend: R * 0.3 }),
    limb([0, -R * 0.1, R * 0.6], [0, -R * 0.26, R * 1.62], [R * 0.44, R * 0.24], { blend: R * 0.35 }),
    limb([0, -R * 0.42, R * 0.6], [0, -R * 0.46, R * 1.38], [R * 0.28, R * 0.16], { blend: R * 0.15 }),
  ],
  eye: { at: [0.42, 0.16, 0.76], radius: 0.14, iris: '#e0a92a', outward: 0.34 },
  ear: (R) => ({
    parts: [
      limb([0, 0, 0], [R * 0.06, R * 0.82, 0], [R * 0.34, R * 0.05]),
      ball([0, R * 0.3, R * 0.3], [R * 0.24, R * 0.55, R * 0.26], { cut: true, blend: R * 0.08 }),
    ],
    at: [R * 0.56, R * 0.58, -R * 0.1],
    rotate: [-0.1, 0.25, -0.2],
  }),
  tail: {
    count: 7,
    link: 0.075,
    radius: (a) => 0.03 + 0.045 * Math.sin(Math.PI * Math.min(1, a * 0.9 + 0.08)),
    rise: -0.75,
    curl: 0.35,
    sway: 0.5,
  },
  coat(region, { x, y, z, normal, along, under }, { base, light, dark }, R) {
    if (region === 'ear') return mixColors(shade(base, 0.8), light, softStep(0.25, 0.6, normal[2]) * 0.7);
    if (region === 'paw') return mixColors(base, light, 0.5);
    if (region === 'leg') return mixColors(base, light, softStep(0.25, 0.6, along) * 0.75);
    if (region === 'tail')
      return mixColors(mixColors(base, dark, softStep(0.2, -0.5, -normal[1]) * 0.4), dark, softStep(0.78, 0.86, along));
    if (region === 'head') {
      const cheeks = softStep(R * 0.05, -R * 0.16, y - Math.abs(x) * 0.18);
      const bridge = softStep(R * 0.2, R * 0.1, Math.abs(x)) * softStep(R * 0.5, R * 0.8, z) * softStep(-R * 0.3, 0, y);
      const brows =
        softStep(R * 0.2, R * 0.1, Math.hypot(Math.abs(x) - R * 0.34, y - R * 0.4)) * softStep(0.3, 0.6, z / R);
      return mixColors(mixColors(base, light, Math.max(cheeks, brows * 0.8)), shade(base, 0.7), bridge * 0.7);
    }
    const saddle = softStep(-0.15, -0.75, under) * softStep(1.4, 1, along);
    const streaks = 0.85 + 0.15 * Math.sin(z * 60 + x * 30);
    return mixColors(mixColors(base, light, softStep(0.3, 0.75, under)), dark, saddle * 0.7 * streaks);
  },
  face: (R) => snoutFace(R, { at: [0, -0.16, 1.84], size: [0.16, 0.12, 0.12] }, { y: -0.44, z: 1.2, width: 0.36 }),
  walkSpeed: 1.3,
  runSpeed: 5.5,
};

/** A wolf: grey with a dark saddle, light cheeks, amber eyes, a hanging bushy tail. */
export const wolf: ActorModel = beastModel(WOLF);
