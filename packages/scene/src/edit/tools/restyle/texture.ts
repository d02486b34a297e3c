/** Still patterns: paper, canvas, grain. They are made once for a clip and stay where they are. */

/** 32 mixed bits of a lattice point. */
export function hashAt(x: number, y: number, seed: number): number {
  let h = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(seed | 0, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** In [0, 1). */
export function chanceAt(x: number, y: number, seed: number): number {
  return hashAt(x, y, seed) / 4294967296;
}

/** Smooth noise, 0 to 1, one feature a unit. */
export function noiseAt(x: number, y: number, seed: number): number {
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  const fx = x - ix;
  const fy = y - iy;
  const u = fx * fx * (3 - 2 * fx);
  const v = fy * fy * (3 - 2 * fy);
  const top = chanceAt(ix, iy, seed) * (1 - u) + chanceAt(ix + 1, iy, seed) * u;
  const bottom = chanceAt(ix, iy + 1, seed) * (1 - u) + chanceAt(ix + 1, iy + 1, seed) * u;
  return top + (bottom - top) * v;
}

/** Several octaves of it, each twice as fine and half as strong, turned against the last. */
export function cloudAt(x: number, y: number, seed: number, octaves = 4): number {
  let sum = 0;
  let weight = 0.5;
  let total = 0;
  let px = x;
  let py = y;
  for (let i = 0; i < octaves; i++) {
    sum += noiseAt(px, py, seed + i * 101) * weight;
    total += weight;
    weight *= 0.5;
    const rx = px * 1.62 + py * 1.18;
    py = py * 1.62 - px * 1.18;
    px = rx;
  }
  return sum / total;
}

/** One byte a pixel, computed once. */
export type Texture = Uint8Array;

/** Fills a texture of the size with a function that gives 0 to 1. */
export function paintTexture(width: number, height: number, at: (x: number, y: number) => number): Texture {
  const texture = new Uint8Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) texture[i] = Math.min(255, Math.max(0, at(x, y) * 255 + 0.5));
  }
  return texture;
}

/** Film grain about 128: soft clumps of one to two pixels, spread over ± 3 sigma. */
export function grainTexture(width: number, height: number, seed: number): Texture {
  return paintTexture(width, height, (x, y) => {
    const near =
      chanceAt(x, y, seed) + chanceAt(x + 1, y, seed) + chanceAt(x, y + 1, seed) + chanceAt(x + 1, y + 1, seed) - 2;
    return 0.5 + near * 0.3;
  });
}
