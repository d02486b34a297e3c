import { smoothstep } from './shape.ts';
import { fractal, noise, ridged } from './terrain.ts';

/** Level of the pool, height of the edge, depth of the cliff's face, half the width of the fall: metres. */
export const LEVEL = -0.5;
export const TOP = 17;
export const FACE = -15;
export const HALF = 3.4;

/** Height of the land round the pool. */
export function bankAt(x: number, z: number): number {
  const wobble = (fractal(x * 0.2 + 3, z * 0.2, 3, 6) - 0.5) * 2.6;
  const inland = Math.max(z + 2.8 + wobble, Math.abs(x) - 9.5 - (z + 3) * 0.12 + wobble);
  const bumps = (fractal(x * 0.4, z * 0.4, 3, 8) - 0.5) * 0.4 * smoothstep(2, 4.5, Math.hypot(x, z));
  return inland > 0
    ? LEVEL + 0.5 * smoothstep(0, 1.8, inland) + Math.max(0, inland - 3) * 0.05 + bumps
    : LEVEL + Math.max(-1.6, inland * 0.4);
}

/** Depth of the cliff's face: a bay round the pool, ledges and cracks. */
export function faceAt(x: number, y: number): number {
  const bay = FACE + (x / 13) ** 2 * 4.4;
  const ledge =
    Math.sin(y * 1.05 + 1.6 * noise(x * 0.16, 2, 3)) * 0.5 + (ridged(x * 0.14 + 2, y * 0.16, 3, 7) - 0.5) * 2.6;
  const niche = -1.1 * Math.exp(-((x / (HALF + 0.8)) ** 2));
  return bay + ledge * smoothstep(0.6, 2.6, Math.abs(x) - HALF * 0.6) - niche * 0.2 - y * 0.06;
}

/** Height of the cliff's edge. */
export function topAt(x: number): number {
  return TOP + (fractal(x * 0.09 + 7, 3, 3, 5) - 0.4) * 5 * smoothstep(HALF, HALF + 7, Math.abs(x));
}
