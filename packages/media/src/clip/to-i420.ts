import type { I420Frame } from '../media.ts';
import type { NativePlanes, Plane } from './native-planes.ts';

/**
 * Brings planes of any depth and subsampling to 8-bit 4:2:0 without padding. The last column or row of an odd side is left
 * out.
 * @param native At least 2 × 2.
 */
export function planesToI420(native: NativePlanes): I420Frame {
  const width = native.width & ~1;
  const height = native.height & ~1;
  const data = new Uint8Array((width * height * 3) / 2);
  const [y, u, v] = native.planes;
  const { columnsPerChroma, rowsPerChroma, bits } = native;
  const chroma = (width * height) / 4;
  writeLuma(y, bits, data.subarray(0, width * height), width, height);
  for (const [i, plane] of [u, v].entries()) {
    const target = data.subarray(width * height + i * chroma, width * height + (i + 1) * chroma);
    const fit = {
      width: width >> 1,
      height: height >> 1,
      across: columnsPerChroma === 1 ? 2 : 1,
      down: rowsPerChroma === 1 ? 2 : 1,
      shift: bits - 8,
    };
    shrinkPlane(plane, target, fit);
  }
  return { width, height, data };
}

function writeLuma(plane: Plane, bits: number, target: Uint8Array, width: number, height: number): void {
  const { samples, stride } = plane;
  if (samples instanceof Uint8Array) {
    for (let row = 0; row < height; row++)
      target.set(samples.subarray(row * stride, row * stride + width), row * width);
    return;
  }
  const shift = bits - 8;
  const half = (1 << shift) >> 1;
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0, from = row * stride; column < width; column++, at++, from++) {
      const value = (samples[from]! + half) >> shift;
      target[at] = value > 255 ? 255 : value;
    }
  }
}

interface Fit {
  readonly width: number;
  readonly height: number;
  /** Samples across and down that become one. */
  readonly across: number;
  readonly down: number;
  readonly shift: number;
}

function shrinkPlane({ samples, stride }: Plane, target: Uint8Array, fit: Fit): void {
  const { width, height, across, down } = fit;
  if (samples instanceof Uint8Array && across === 1 && down === 1) {
    for (let row = 0; row < height; row++)
      target.set(samples.subarray(row * stride, row * stride + width), row * width);
    return;
  }
  const shift = fit.shift + (across >> 1) + (down >> 1);
  const half = (1 << shift) >> 1;
  const right = across >> 1;
  const below = (down >> 1) * stride;
  for (let row = 0, at = 0; row < height; row++) {
    let from = row * down * stride;
    for (let column = 0; column < width; column++, at++, from += across) {
      let sum = samples[from]!;
      if (across === 2) sum += samples[from + right]!;
      if (down === 2) {
        sum += samples[from + below]!;
        if (across === 2) sum += samples[from + below + right]!;
      }
      const value = (sum + half) >> shift;
      target[at] = value > 255 ? 255 : value;
    }
  }
}
