import type { Random } from '../random.ts';

/** Smooth noise about 0, in −1 … 1, that repeats after 256. */
export interface Noise {
  at(x: number, y: number): number;
  at3(x: number, y: number, z: number): number;
}

export function createNoise(random: Random): Noise {
  const values = Float32Array.from({ length: 256 }, () => random.next() * 2 - 1);
  const order = new Uint8Array(512);
  for (let i = 0; i < 256; i++) order[i] = i;
  for (let i = 255; i > 0; i--) {
    const other = Math.floor(random.next() * (i + 1));
    [order[i], order[other]] = [order[other]!, order[i]!];
  }
  order.copyWithin(256, 0, 256);
  const plane = (x: number, y: number, salt: number): number => {
    const wholeX = Math.floor(x);
    const wholeY = Math.floor(y);
    const tx = x - wholeX;
    const ty = y - wholeY;
    const sx = tx * tx * (3 - 2 * tx);
    const sy = ty * ty * (3 - 2 * ty);
    const left = order[(wholeX + salt) & 255]!;
    const right = order[(wholeX + 1 + salt) & 255]!;
    const top = wholeY & 255;
    const bottom = (wholeY + 1) & 255;
    const a = values[order[left + top]!]!;
    const b = values[order[right + top]!]!;
    const c = values[order[left + bottom]!]!;
    const d = values[order[right + bottom]!]!;
    const upper = a + (b - a) * sx;
    return upper + (c + (d - c) * sx - upper) * sy;
  };
  return {
    at: (x, y) => plane(x, y, 0),
    at3(x, y, z) {
      const whole = Math.floor(z);
      const t = z - whole;
      const near = plane(x, y, order[whole & 255]!);
      return near + (plane(x, y, order[(whole + 1) & 255]!) - near) * (t * t * (3 - 2 * t));
    },
  };
}

/** 0 … 1 from whole numbers, always the same. */
export function hash(index: number, salt: number): number {
  let mixed = Math.imul(index ^ Math.imul(salt, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296;
}
