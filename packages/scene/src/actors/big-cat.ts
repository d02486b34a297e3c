import { mixColors, type Srgb, shade, softStep } from '../model/color.ts';
import type { Beast, CoatColors } from './beast.ts';
import { snoutFace } from './beast.ts';
import type { CoatPoint, Region } from './quadruped-shape.ts';
import { ball, limb } from './rig.ts';

/** Light muzzle, belly and throat; the pattern lies over what is left. */
export function bigCatCoat(
  pattern: (region: Region, point: CoatPoint, colors: CoatColors, R: number) => number,
): Beast['coat'] {
  return (region, point, colors, R) => {
    const { x, y, z, normal, under, along } = point;
    const { base, light, dark } = colors;
    if (region === 'ear') {
      const inside = softStep(0.2, 0.6, normal[2]);
      return mixColors(mixColors(dark, base, 0.35), light, inside);
    }
    if (region === 'paw') return mixColors(base, light, 0.5);
    const marks = pattern(region, point, colors, R);
    if (region === 'head') {
      const muzzle = softStep(R * 0.72, R * 0.95, z) * softStep(R * 0.0, -R * 0.15, y - Math.abs(x) * 0.1);
      const brow =
        softStep(R * 0.24, R * 0.12, Math.hypot(Math.abs(x) - R * 0.4, y - R * 0.42)) * softStep(0.2, 0.5, z / R);
      const chin = softStep(-R * 0.4, -R * 0.6, y) * softStep(0, R * 0.4, z);
      const pale = Math.max(muzzle, brow * 0.8, chin);
      return mixColors(mixColors(base, light, pale), dark, marks * (1 - softStep(R * 0.85, R, z)));
    }
    const belly = region === 'body' ? softStep(0.45, 0.9, under) : region === 'leg' ? 0.25 * along : 0;
    const ground: Srgb = mixColors(base, light, belly);
    return mixColors(region === 'tail' ? shade(ground, 0.97) : ground, dark, marks);
  };
}

/** The body of a lion, tiger or leopard, without its coat. */
export const BIG_CAT: Omit<Beast, 'name' | 'color' | 'light' | 'coat'> = {
  shoulder: 0.66,
  length: 0.86,
  chest: [0.19, 0.245, 0.27],
  hips: [0.18, 0.215, 0.27],
  belly: [0.175, 0.2, 0.42],
  spread: 0.125,
  leg: [0.125, 0.08, 0.062],
  paw: [0.082, 0.062, 0.11],
  neck: [0, 0.21, 0.36],
  neckRadius: [0.2, 0.145],
  R: 0.19,
  head: (R) => [
    ball([0, 0.02 * R, 0], [R * 0.95, R * 0.9, R * 0.95]),
    ball([R * 0.46, -R * 0.24, R * 0.3], [R * 0.42, R * 0.38, R * 0.4], { mirror: true, blend: R * 0.3 }),
    limb([0, R * 0.02, R * 0.6], [0, -R * 0.16, R * 1.12], [R * 0.36, R * 0.26], { blend: R * 0.3 }),
    ball([R * 0.2, -R * 0.34, R * 1.02], [R * 0.25, R * 0.23, R * 0.26], { mirror: true, blend: R * 0.12 }),
    ball([0, -R * 0.56, R * 0.8], [R * 0.24, R * 0.18, R * 0.26], { blend: R * 0.15 }),
  ],
  eye: { at: [0.39, 0.16, 0.8], radius: 0.155, iris: '#d9a526', outward: 0.28 },
  ear: (R) => ({
    parts: [
      ball([0, R * 0.2, 0], [R * 0.3, R * 0.32, R * 0.14]),
      ball([0, R * 0.22, R * 0.16], [R * 0.2, R * 0.22, R * 0.14], { cut: true, blend: R * 0.05 }),
    ],
    at: [R * 0.66, R * 0.62, -R * 0.12],
    rotate: [-0.1, 0.4, -0.4],
  }),
  tail: { count: 8, link: 0.105, radius: (a) => 0.036 - 0.012 * a, rise: -0.62, curl: 1.05, sway: 0.8 },
  face: (R) =>
    snoutFace(R, { at: [0, -0.09, 1.33], size: [0.15, 0.1, 0.1], color: '#8a4a44' }, { y: -0.5, z: 1.02, width: 0.36 }),
  walkSpeed: 1.3,
  runSpeed: 7,
};
