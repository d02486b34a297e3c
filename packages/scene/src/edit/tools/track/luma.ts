import type { Picture } from '../../../vision/sight.ts';

/** A grey picture: one byte a pixel, rows from the top. */
export interface Luma {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A grey picture and its halvings, the finest first. */
export type Pyramid = readonly Luma[];

/** Long side of the pictures that are followed: finer costs more and gains nothing, points are found to a tenth of a pixel. */
export const FOLLOWED_SIDE = 480;

/**
 * A small grey copy of a frame, averaged over the pixels that each of its own covers.
 * @param longSide It is never enlarged.
 */
export function lumaOf(picture: Picture, longSide = FOLLOWED_SIDE): Luma {
  const factor = Math.min(1, longSide / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * factor));
  const height = Math.max(1, Math.round(picture.height * factor));
  const data = new Uint8Array(width * height);
  const { rgba } = picture;
  const columns = edges(width, picture.width);
  const rows = edges(height, picture.height);
  for (let y = 0; y < height; y++) {
    const top = rows[y]!;
    const bottom = rows[y + 1]!;
    for (let x = 0; x < width; x++) {
      const left = columns[x]!;
      const right = columns[x + 1]!;
      let sum = 0;
      for (let row = top; row < bottom; row++) {
        let at = (row * picture.width + left) * 4;
        for (let column = left; column < right; column++, at += 4)
          sum += rgba[at]! * 54 + rgba[at + 1]! * 183 + rgba[at + 2]! * 19;
      }
      data[y * width + x] = sum / (256 * (bottom - top) * (right - left)) + 0.5;
    }
  }
  return { width, height, data };
}

/** @param levels At most; a level shorter than 24 pixels is left out. */
export function pyramidOf(luma: Luma, levels = 4): Pyramid {
  const pyramid = [luma];
  while (pyramid.length < levels) {
    const last = pyramid[pyramid.length - 1]!;
    if (Math.min(last.width, last.height) < 48) break;
    pyramid.push(halve(last));
  }
  return pyramid;
}

/** Where each small pixel begins among the large ones; a pixel is never empty. */
function edges(small: number, large: number): Int32Array {
  const starts = new Int32Array(small + 1);
  for (let i = 0; i <= small; i++) starts[i] = Math.round((i * large) / small);
  return starts;
}

function halve({ width, height, data }: Luma): Luma {
  const w = width >> 1;
  const h = height >> 1;
  const half = new Uint8Array(w * h);
  for (let y = 0; y < h; y++) {
    let at = y * 2 * width;
    for (let x = 0; x < w; x++, at += 2)
      half[y * w + x] = (data[at]! + data[at + 1]! + data[at + width]! + data[at + width + 1]! + 2) >> 2;
  }
  return { width: w, height: h, data: half };
}
