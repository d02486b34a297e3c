import type { Picture } from '../vision/sight.ts';
import type { Patch } from './mover.ts';

/**
 * A picture as Y'CbCr 4:2:0, BT.709 limited range, with a rim: what is read just outside is there. Chroma has half the
 * rim. Work on films is done on these planes, since the encoder wants them and they hold 1.5 bytes a pixel, not 4.
 */
export interface Planes {
  readonly width: number;
  readonly height: number;
  /** Even. */
  readonly rim: number;
  readonly y: Plane;
  readonly u: Plane;
  readonly v: Plane;
}

export interface Plane {
  readonly data: Uint8Array;
  readonly stride: number;
  /** Index of the picture's first sample. */
  readonly origin: number;
}

/** One frame for the encoder: Y, then U, then V, without padding. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

const SHIFT = 16;
const HALF = 1 << (SHIFT - 1);
const fixed = (factor: number) => Math.round(factor * (1 << SHIFT));
/** @see ITU-R BT.709-6, 3.2–3.5 */
const Y_RED = fixed((0.2126 * 219) / 255);
const Y_GREEN = fixed((0.7152 * 219) / 255);
const Y_BLUE = fixed((0.0722 * 219) / 255);
const U_RED = fixed((-0.2126 / 1.8556) * (224 / 255));
const U_GREEN = fixed((-0.7152 / 1.8556) * (224 / 255));
const U_BLUE = -U_RED - U_GREEN;
const V_GREEN = fixed((-0.7152 / 1.5748) * (224 / 255));
const V_BLUE = fixed((-0.0722 / 1.5748) * (224 / 255));
const V_RED = -V_GREEN - V_BLUE;

/** Y' above black, Cb and Cr from grey, of an sRGB colour, 0 … 255. */
export function toYuv(red: number, green: number, blue: number): readonly [number, number, number] {
  const one = 1 << SHIFT;
  return [
    (Y_RED * red + Y_GREEN * green + Y_BLUE * blue) / one,
    (U_RED * red + U_GREEN * green + U_BLUE * blue) / one,
    (V_RED * red + V_GREEN * green + V_BLUE * blue) / one,
  ];
}

/** Where the bytes of planes come from: ordinary memory, or a warper's. */
export type Allocate = (length: number) => Uint8Array;
export const onHeap: Allocate = (length) => new Uint8Array(length);

export function createPlanes(width: number, height: number, rim: number, allocate: Allocate = onHeap): Planes {
  const plane = (w: number, h: number, r: number): Plane => {
    const stride = w + 2 * r;
    return { data: allocate(stride * (h + 2 * r)), stride, origin: r * stride + r };
  };
  const [w, h, r] = [width >> 1, height >> 1, rim >> 1];
  return { width, height, rim, y: plane(width, height, rim), u: plane(w, h, r), v: plane(w, h, r) };
}

/** Converts a picture of even size; what is transparent shows white. The rim mirrors the picture's edge. */
export function toPlanes(picture: Picture, rim: number, allocate: Allocate = onHeap): Planes {
  const { width, height, rgba } = picture;
  const planes = createPlanes(width, height, rim, allocate);
  writePixels(planes, { x: 0, y: 0, width, height, rgba: isOpaque(rgba) ? rgba : flatten(rgba) });
  mirrorRim(planes);
  return planes;
}

function isOpaque(rgba: Uint8Array): boolean {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] !== 255) return false;
  return true;
}

function flatten(rgba: Uint8Array): Uint8Array {
  const flat = new Uint8Array(rgba.length);
  for (let at = 0; at < rgba.length; at++) {
    const alpha = rgba[at | 3]! / 255;
    flat[at] = (at & 3) === 3 ? 255 : Math.round(255 + (rgba[at]! - 255) * alpha);
  }
  return flat;
}

/** Lays a patch on the picture. @param target Its rim stays as it is. */
export function layPatch(target: Planes, patch: Patch): void {
  // Chroma is shared by four pixels: the patch grows to whole ones and is clear where it grew.
  const left = Math.max(0, patch.x & ~1);
  const top = Math.max(0, patch.y & ~1);
  const right = Math.min(target.width, (patch.x + patch.width + 1) & ~1);
  const bottom = Math.min(target.height, (patch.y + patch.height + 1) & ~1);
  if (right <= left || bottom <= top) return;
  const rgba = new Uint8Array((right - left) * (bottom - top) * 4);
  for (let y = Math.max(top, patch.y); y < Math.min(bottom, patch.y + patch.height); y++) {
    const from = Math.max(left, patch.x);
    const to = Math.min(right, patch.x + patch.width);
    const at = ((y - patch.y) * patch.width + from - patch.x) * 4;
    rgba.set(patch.rgba.subarray(at, at + (to - from) * 4), ((y - top) * (right - left) + from - left) * 4);
  }
  writePixels(target, { x: left, y: top, width: right - left, height: bottom - top, rgba });
}

/** All numbers even, all of it within the picture. */
function writePixels(target: Planes, { x, y, width, height, rgba }: Patch): void {
  const { data: luma, stride, origin } = target.y;
  for (let row = 0, p = 0; row < height; row++) {
    let at = origin + (y + row) * stride + x;
    for (let column = 0; column < width; column++, p += 4, at++) {
      const alpha = rgba[p + 3]!;
      if (alpha === 0) continue;
      const value = 16 + ((Y_RED * rgba[p]! + Y_GREEN * rgba[p + 1]! + Y_BLUE * rgba[p + 2]! + HALF) >> SHIFT);
      luma[at] = alpha === 255 ? value : luma[at]! + (((value - luma[at]!) * alpha) / 255 + 0.5);
    }
  }
  const { stride: chromaStride, origin: chromaOrigin } = target.u;
  const below = width * 4;
  for (let row = 0; row < height; row += 2) {
    let at = chromaOrigin + ((y + row) >> 1) * chromaStride + (x >> 1);
    let p = row * below;
    for (let column = 0; column < width; column += 2, p += 8, at++) {
      const [a, b, c, d] = [rgba[p + 3]!, rgba[p + 7]!, rgba[p + below + 3]!, rgba[p + below + 7]!];
      const alpha = a + b + c + d;
      if (alpha === 0) continue;
      const mean = (i: number) =>
        (rgba[p + i]! * a + rgba[p + 4 + i]! * b + rgba[p + below + i]! * c + rgba[p + below + 4 + i]! * d) / alpha;
      const [red, green, blue] = [mean(0), mean(1), mean(2)];
      const share = alpha / 1020;
      const u = 128 + (U_RED * red + U_GREEN * green + U_BLUE * blue) / (1 << SHIFT);
      const v = 128 + (V_RED * red + V_GREEN * green + V_BLUE * blue) / (1 << SHIFT);
      target.u.data[at] = target.u.data[at]! + (u - target.u.data[at]!) * share + 0.5;
      target.v.data[at] = target.v.data[at]! + (v - target.v.data[at]!) * share + 0.5;
    }
  }
}

export function mirrorRim({ width, height, rim, y, u, v }: Planes): void {
  mirrorPlane(y, width, height, rim);
  for (const plane of [u, v]) mirrorPlane(plane, width >> 1, height >> 1, rim >> 1);
}

function mirrorPlane({ data, stride, origin }: Plane, width: number, height: number, rim: number): void {
  for (let row = 0; row < height; row++) {
    const start = origin + row * stride;
    for (let i = 1; i <= rim; i++) {
      data[start - i] = data[start + mirrored(-i, width)]!;
      data[start + width - 1 + i] = data[start + mirrored(width - 1 + i, width)]!;
    }
  }
  for (let i = 1; i <= rim; i++) {
    for (const row of [-i, height - 1 + i]) {
      const from = origin - rim + mirrored(row, height) * stride;
      data.copyWithin(origin - rim + row * stride, from, from + stride);
    }
  }
}

/** The index inside 0 … size − 1 that a place outside reflects, however far out it lies. */
export function mirrored(index: number, size: number): number {
  const period = 2 * size;
  const at = ((index % period) + period) % period;
  return at < size ? at : period - 1 - at;
}

export function copyPlanes(from: Planes, to: Planes): void {
  to.y.data.set(from.y.data);
  to.u.data.set(from.u.data);
  to.v.data.set(from.v.data);
}
