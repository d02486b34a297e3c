import type { I420Frame } from './media.ts';

/** BT.709 in 16-bit fixed point; limited range: luma 16…235, chroma 16…240. @see ITU-R BT.709-6, 3.2–3.5 */
const SHIFT = 16;
const ONE = 1 << SHIFT;
const HALF = ONE >> 1;
const fixed = (factor: number) => Math.round(factor * ONE);

const Y_RED = fixed((0.2126 * 219) / 255);
const Y_GREEN = fixed((0.7152 * 219) / 255);
const Y_BLUE = fixed((0.0722 * 219) / 255);
const U_RED = fixed((-0.2126 / 1.8556) * (224 / 255));
const U_GREEN = fixed((-0.7152 / 1.8556) * (224 / 255));
const U_BLUE = -U_RED - U_GREEN;
const V_GREEN = fixed((-0.7152 / 1.5748) * (224 / 255));
const V_BLUE = fixed((-0.0722 / 1.5748) * (224 / 255));
const V_RED = -V_GREEN - V_BLUE;

/**
 * Converts a picture to 4:2:0, BT.709 limited range; chroma is the mean of each 2 × 2 block. Alpha is ignored.
 * @param rgba `4 × width × height` bytes; width and height are even.
 */
export function toI420(rgba: Uint8Array | Uint8ClampedArray, width: number, height: number): I420Frame {
  const data = new Uint8Array((width * height * 3) / 2);
  for (let i = 0, p = 0; i < width * height; i++, p += 4) {
    data[i] = 16 + ((Y_RED * rgba[p]! + Y_GREEN * rgba[p + 1]! + Y_BLUE * rgba[p + 2]! + HALF) >> SHIFT);
  }
  const halfWidth = width >> 1;
  const u = width * height;
  const v = u + (u >> 2);
  for (let row = 0; row < height >> 1; row++) {
    for (let column = 0; column < halfWidth; column++) {
      const a = (row * 2 * width + column * 2) * 4;
      const b = a + width * 4;
      const red = rgba[a]! + rgba[a + 4]! + rgba[b]! + rgba[b + 4]!;
      const green = rgba[a + 1]! + rgba[a + 5]! + rgba[b + 1]! + rgba[b + 5]!;
      const blue = rgba[a + 2]! + rgba[a + 6]! + rgba[b + 2]! + rgba[b + 6]!;
      const at = row * halfWidth + column;
      data[u + at] = 128 + ((U_RED * red + U_GREEN * green + U_BLUE * blue + 2 * ONE) >> (SHIFT + 2));
      data[v + at] = 128 + ((V_RED * red + V_GREEN * green + V_BLUE * blue + 2 * ONE) >> (SHIFT + 2));
    }
  }
  return { width, height, data };
}

/** The way back, chroma repeated over its block. @returns `4 × width × height` bytes, alpha 255. */
export function toRgba({ width, height, data }: I420Frame): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(width * height * 4);
  const halfWidth = width >> 1;
  const u = width * height;
  const v = u + (u >> 2);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const at = (row >> 1) * halfWidth + (column >> 1);
      const luma = ((data[row * width + column]! - 16) * 255) / 219;
      const cb = ((data[u + at]! - 128) * 255) / 224;
      const cr = ((data[v + at]! - 128) * 255) / 224;
      const p = (row * width + column) * 4;
      rgba[p] = luma + 1.5748 * cr;
      rgba[p + 1] = luma - 0.1873 * cb - 0.4681 * cr;
      rgba[p + 2] = luma + 1.8556 * cb;
      rgba[p + 3] = 255;
    }
  }
  return rgba;
}
