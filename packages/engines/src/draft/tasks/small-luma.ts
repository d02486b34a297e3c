import type { I420Frame } from '@openimagine/media';
import type { Luma } from '@openimagine/scene';

/**
 * A small grey copy of a frame, each pixel the mean of a whole number of the frame's. Straight from luma, so that frames
 * in which nothing is looked for need not become RGBA.
 */
export function smallLuma({ width, height, data }: I420Frame, longSide: number): Luma {
  const step = Math.max(1, Math.ceil(Math.max(width, height) / longSide));
  const across = Math.floor(width / step);
  const down = Math.floor(height / step);
  const small = new Uint8Array(across * down);
  const sums = new Uint32Array(across);
  const area = step * step;
  for (let y = 0; y < down; y++) {
    sums.fill(0);
    for (let row = 0; row < step; row++) {
      let at = (y * step + row) * width;
      for (let x = 0; x < across; x++) for (let i = 0; i < step; i++) sums[x]! += data[at++]!;
    }
    for (let x = 0; x < across; x++) small[y * across + x] = sums[x]! / area + 0.5;
  }
  return { width: across, height: down, data: small };
}

/** How much detail a picture shows: the mean square of its Laplacian. Blurred frames have little. */
export function sharpnessOf({ width, height, data }: Luma): number {
  let sum = 0;
  for (let y = 1; y < height - 1; y += 2) {
    for (let at = y * width + 1, end = at + width - 2; at < end; at += 2) {
      const edge = 4 * data[at]! - data[at - 1]! - data[at + 1]! - data[at - width]! - data[at + width]!;
      sum += edge * edge;
    }
  }
  return sum / ((width * height) / 4 || 1);
}
