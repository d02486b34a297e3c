import { blur } from '../mattes.ts';
import type { Planes } from '../planes.ts';

/** A grey picture of few pixels, as numbers. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** A picture and its halvings, the finest first. */
export type GreyPyramid = readonly Grey[];

const LEVELS_MAX = 6;
const SIDE_MIN = 12;
/** Pixels around that a pixel's contrast is measured in. */
const CONTRAST_RADIUS = 5;
/** What counts as contrast, 0 … 255: below it there is only noise. */
const CONTRAST_FLOOR = 5;

/**
 * Small copies of a picture with their contrast evened out, so that the same place at noon and at night looks alike.
 * @param step Pixels of the picture that one of the finest copy stands for, each way.
 */
export function evenPyramid({ width, height, y }: Planes, step: number): GreyPyramid {
  const levels = [shrink(y.data, y.origin, y.stride, width, height, step)];
  while (levels.length < LEVELS_MAX) {
    const last = levels.at(-1)!;
    if (Math.min(last.width, last.height) < SIDE_MIN * 2) break;
    levels.push(halve(last));
  }
  return levels.map(evenOut);
}

function shrink(data: Uint8Array, origin: number, stride: number, width: number, height: number, step: number): Grey {
  const small = { width: Math.max(1, Math.floor(width / step)), height: Math.max(1, Math.floor(height / step)) };
  const out = new Float32Array(small.width * small.height);
  const [across, down] = [Math.min(step, width), Math.min(step, height)];
  for (let row = 0, at = 0; row < small.height; row++) {
    for (let column = 0; column < small.width; column++, at++) {
      let sum = 0;
      for (let j = 0; j < down; j++) {
        let from = origin + (row * step + j) * stride + column * step;
        for (let i = 0; i < across; i++) sum += data[from++]!;
      }
      out[at] = sum / (across * down);
    }
  }
  return { ...small, data: out };
}

function halve({ width, height, data }: Grey): Grey {
  const [w, h] = [width >> 1, height >> 1];
  const out = new Float32Array(w * h);
  for (let y = 0, at = 0; y < h; y++) {
    for (let x = 0, from = y * 2 * width; x < w; x++, at++, from += 2) {
      out[at] = (data[from]! + data[from + 1]! + data[from + width]! + data[from + width + 1]!) / 4;
    }
  }
  return { width: w, height: h, data: out };
}

function evenOut({ width, height, data }: Grey): Grey {
  const mean = data.slice();
  const square = data.map((value) => value * value);
  blur(mean, width, height, CONTRAST_RADIUS);
  blur(square, width, height, CONTRAST_RADIUS);
  const out = data.map((value, at) => {
    const spread = Math.sqrt(Math.max(0, square[at]! - mean[at]! * mean[at]!));
    return (value - mean[at]!) / (spread + CONTRAST_FLOOR);
  });
  return { width, height, data: out };
}
