import type { Vec3 } from '@openimagine/render';

export { cross, transformDirection, transformPoint } from '../model/matrix.ts';

/** Column-major 4 × 4, as the renderer reads it. */
export type Matrix = Float32Array;

export interface Turn {
  /** About +y, +x and +z, applied roll first, then pitch, then yaw. */
  readonly yaw?: number;
  readonly pitch?: number;
  readonly roll?: number;
}

/** A matrix that scales evenly, turns, then moves. */
export function composeMatrix(position: Vec3, turn: Turn = {}, scale = 1): Matrix {
  const { yaw = 0, pitch = 0, roll = 0 } = turn;
  const [cy, sy, cp, sp, cr, sr] = [
    Math.cos(yaw),
    Math.sin(yaw),
    Math.cos(pitch),
    Math.sin(pitch),
    Math.cos(roll),
    Math.sin(roll),
  ];
  return new Float32Array([
    (cy * cr + sy * sp * sr) * scale,
    cp * sr * scale,
    (-sy * cr + cy * sp * sr) * scale,
    0,
    (-cy * sr + sy * sp * cr) * scale,
    cp * cr * scale,
    (sy * sr + cy * sp * cr) * scale,
    0,
    sy * cp * scale,
    -sp * scale,
    cy * cp * scale,
    0,
    position[0],
    position[1],
    position[2],
    1,
  ]);
}

export const IDENTITY: Matrix = composeMatrix([0, 0, 0]);

/** `outer × inner`: first `inner`, then `outer`. */
export function multiplyMatrices(outer: ArrayLike<number>, inner: ArrayLike<number>): Matrix {
  const product = new Float32Array(16);
  for (let column = 0; column < 4; column++) {
    for (let row = 0; row < 4; row++) {
      let sum = 0;
      for (let k = 0; k < 4; k++) sum += outer[k * 4 + row]! * inner[column * 4 + k]!;
      product[column * 4 + row] = sum;
    }
  }
  return product;
}

export const add = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const subtract = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const scale = (a: Vec3, factor: number): Vec3 => [a[0] * factor, a[1] * factor, a[2] * factor];
export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const lengthOf = (a: Vec3): number => Math.hypot(a[0], a[1], a[2]);
/** Unit length; the zero vector becomes straight up. */
export const normalize = (a: Vec3): Vec3 => {
  const length = lengthOf(a);
  return length > 1e-9 ? scale(a, 1 / length) : [0, 1, 0];
};

export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
export const mix = (a: number, b: number, amount: number): number => a + (b - a) * amount;
export const mixRgb = (a: Vec3, b: Vec3, amount: number): Vec3 => [
  mix(a[0], b[0], amount),
  mix(a[1], b[1], amount),
  mix(a[2], b[2], amount),
];
/** 0 below `low`, 1 above `high`, without a corner between. */
export const smoothstep = (low: number, high: number, value: number): number => {
  const x = clamp((value - low) / (high - low), 0, 1);
  return x * x * (3 - 2 * x);
};
/** A repeatable number in [0, 1) for a whole number and a salt: chance for things without a stream of their own. */
export const hash = (index: number, salt = 0): number => {
  let mixed = Math.imul(index + 0x9e3779b9, 0x85ebca6b) ^ Math.imul(salt + 0x7f4a7c15, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296;
};
