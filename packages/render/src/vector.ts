/** The little linear algebra that a renderer needs. Matrices are column-major, 16 numbers. */
import type { Vec3 } from './world.ts';

export type Matrix = Float64Array;

export const subtract = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const scale = (a: Vec3, k: number): Vec3 => [a[0] * k, a[1] * k, a[2] * k];
export const addScaled = (a: Vec3, b: Vec3, k: number): Vec3 => [a[0] + b[0] * k, a[1] + b[1] * k, a[2] + b[2] * k];

/** A vector without direction gives `otherwise`. */
export function normalize(a: Vec3, otherwise: Vec3 = [0, 1, 0]): Vec3 {
  const length = Math.hypot(a[0], a[1], a[2]);
  return length > 1e-9 && Number.isFinite(length) ? scale(a, 1 / length) : otherwise;
}

/** Two axes that, with `forward`, make a right-handed frame: right × up = −forward. */
export function frame(forward: Vec3): { right: Vec3; up: Vec3 } {
  const guide: Vec3 = Math.abs(forward[1]) > 0.9999 ? [0, 0, forward[1] > 0 ? 1 : -1] : [0, 1, 0];
  const right = normalize(cross(forward, guide), [1, 0, 0]);
  return { right, up: cross(right, forward) };
}

/** out = a · b. */
export function multiply(a: ArrayLike<number>, b: ArrayLike<number>, out: Matrix): Matrix {
  for (let column = 0; column < 16; column += 4) {
    const x = b[column]!;
    const y = b[column + 1]!;
    const z = b[column + 2]!;
    const w = b[column + 3]!;
    for (let row = 0; row < 4; row++) {
      out[column + row] = a[row]! * x + a[row + 4]! * y + a[row + 8]! * z + a[row + 12]! * w;
    }
  }
  return out;
}

/** Rows of the inverse of an affine matrix, 12 numbers, and its determinant (0: not invertible, rows are zero). */
export function invertAffine(m: ArrayLike<number>, out: Float64Array): number {
  const [a, b, c] = [m[0]!, m[1]!, m[2]!];
  const [d, e, f] = [m[4]!, m[5]!, m[6]!];
  const [g, h, i] = [m[8]!, m[9]!, m[10]!];
  const [x, y, z] = [m[12]!, m[13]!, m[14]!];
  const determinant = a * (e * i - f * h) - d * (b * i - c * h) + g * (b * f - c * e);
  const k = Number.isFinite(1 / determinant) ? 1 / determinant : 0;
  const rows = [
    [(e * i - f * h) * k, (g * f - d * i) * k, (d * h - g * e) * k],
    [(c * h - b * i) * k, (a * i - g * c) * k, (g * b - a * h) * k],
    [(b * f - c * e) * k, (d * c - a * f) * k, (a * e - d * b) * k],
  ];
  for (let row = 0; row < 3; row++) {
    const [p, q, r] = rows[row] as [number, number, number];
    out.set([p, q, r, -(p * x + q * y + r * z)], row * 4);
  }
  return k === 0 ? 0 : determinant;
}
