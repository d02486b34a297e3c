import { mixColors, softStep, toSrgb } from '../model/color.ts';
import type { ActorModel } from './actor.ts';
import { BEAR } from './bear.ts';
import { type Beast, beastModel, snoutFace } from './beast.ts';
import { ball, limb } from './rig.ts';

const BLACK = toSrgb('#211f22');

const PANDA: Beast = {
  ...BEAR,
  name: 'panda',
  color: '#f4f2ee',
  light: '#ffffff',
  shoulder: 0.58,
  length: 0.62,
  neck: [0, 0.24, 0.36],
  R: 0.27,
  head: (R) => [
    ball([0, 0, 0], [R * 1.06, R * 0.94, R * 0.95]),
    ball([R * 0.55, -R * 0.25, R * 0.2], [R * 0.5, R * 0.45, R * 0.45], { mirror: true, blend: R * 0.3 }),
    limb([0, -R * 0.28, R * 0.6], [0, -R * 0.34, R * 1.02], [R * 0.4, R * 0.28], { blend: R * 0.25 }),
  ],
  eye: { at: [0.42, 0.08, 0.84], radius: 0.12, outward: 0.32 },
  coat(region, { x, y, z, along }, { base }, R) {
    if (region === 'leg' || region === 'paw' || region === 'ear') return BLACK;
    if (region === 'tail') return base;
    if (region === 'body') return mixColors(base, BLACK, softStep(0.64, 0.72, along) * softStep(1.28, 1.2, along));
    const patch = Math.hypot(
      (Math.abs(x) - R * 0.44) / (R * 0.25),
      (y - R * 0.03 + (Math.abs(x) - R * 0.44) * 0.5) / (R * 0.32),
    );
    return mixColors(base, BLACK, softStep(1.1, 0.88, patch) * softStep(0.3 * R, 0.5 * R, z));
  },
  face: (R) => snoutFace(R, { at: [0, -0.2, 1.24], size: [0.18, 0.12, 0.12] }, { y: -0.54, z: 0.98, width: 0.28 }),
};

/** A panda: white with black limbs, shoulders, ears and rings round its eyes. */
export const panda: ActorModel = beastModel(PANDA);
