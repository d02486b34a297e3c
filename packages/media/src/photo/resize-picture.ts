import type { Picture } from '../encode-image.ts';
import { type LanczosTaps, planLanczos, WEIGHT_BITS } from './lanczos.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Scales a picture with Lanczos-3 in its own gamma, as Pillow, sharp and ffmpeg do under that name. Transparent pixels lend
 * no colour to their neighbours.
 * @returns The same picture when it has the size already.
 */
export function resizePicture(picture: Picture, width: number, height: number): Picture {
  if (picture.width === width && picture.height === height) return picture;
  return resample(picture, planLanczos(picture.width, width), planLanczos(picture.height, height));
}

/** Scales a picture so that it covers a size, and cuts off what hangs over, equally on both sides. */
export function coverPicture(picture: Picture, width: number, height: number): Picture {
  if (picture.width === width && picture.height === height) return picture;
  const step = Math.min(picture.width / width, picture.height / height);
  const across = planLanczos(picture.width, width, (picture.width - width * step) / 2, step);
  const down = planLanczos(picture.height, height, (picture.height - height * step) / 2, step);
  return resample(picture, across, down);
}

/** The size of `size`'s shape that fits into `box`; never larger than it was. Whole pixels, at least one. */
export function fitWithin(size: Size, box: Size): Size {
  const scale = Math.min(1, box.width / size.width, box.height / size.height);
  return {
    width: Math.min(box.width, Math.max(1, Math.round(size.width * scale))),
    height: Math.min(box.height, Math.max(1, Math.round(size.height * scale))),
  };
}

/** Rows between the two passes keep six bits more than a byte: 2 ** 15 holds Lanczos' overshoot at both ends. */
const ROW_BITS = 6;

/** Takes a picture row by row and holds only as many of them as one row of the result needs. */
export interface RowResizer {
  /** @param row A pixel a number, red in the lowest byte. Not kept. */
  push(row: Uint32Array): void;
  /** To be asked once all rows were pushed. */
  readonly result: Picture;
}

/** `resizePicture` for a picture that is never there as a whole. @param hasAlpha When false, alpha is not looked at. */
export function createRowResizer(from: Size, to: Size, hasAlpha: boolean): RowResizer {
  return openResampler(from.width, planLanczos(from.width, to.width), planLanczos(from.height, to.height), hasAlpha);
}

function resample(picture: Picture, across: LanczosTaps, down: LanczosTaps): Picture {
  const pixels = pixelsOf(picture.rgba);
  const resampler = openResampler(picture.width, across, down, !isOpaque(picture.rgba));
  for (let y = 0; y < picture.height; y++) {
    resampler.push(pixels.subarray(y * picture.width, (y + 1) * picture.width));
  }
  return resampler.result;
}

function openResampler(fromWidth: number, across: LanczosTaps, down: LanczosTaps, hasAlpha: boolean): RowResizer {
  const width = across.first.length;
  const height = down.first.length;
  const lineLength = width * (hasAlpha ? 4 : 3);
  const rgba = new Uint8Array(width * height * 4);
  // Row y, scaled across, lies in line y modulo their number.
  const lines = Array.from({ length: down.count }, () => new Int16Array(lineLength));
  const sums = new Int32Array(lineLength);
  const scaleRow = hasAlpha ? rowScalerWithAlpha(fromWidth) : scaleOpaqueRow;
  const writeRow = hasAlpha ? writeWithAlpha : writeOpaque;
  let rows = 0;
  let done = 0;
  return {
    push(row) {
      if (done < height && rows >= down.first[done]!) scaleRow(row, across, lines[rows % down.count]!);
      rows++;
      for (; done < height && rows >= down.first[done]! + down.count; done++) {
        addUp(sums, lines, down, done);
        writeRow(sums, rgba.subarray(done * width * 4, (done + 1) * width * 4));
      }
    },
    result: { width, height, rgba },
  };
}

function addUp(
  sums: Int32Array,
  lines: readonly Int16Array[],
  { first, weights, count }: LanczosTaps,
  y: number,
): void {
  sums.fill(0);
  for (let tap = 0; tap < count; tap += 2) {
    const next = tap + 1 < count ? weights[y * count + tap + 1]! : 0;
    const [line, nextLine] = [lines[(first[y]! + tap) % count]!, lines[(first[y]! + tap + 1) % count]!];
    addLines(sums, line, weights[y * count + tap]!, nextLine, next);
  }
}

/** A pixel a number, red in the lowest byte. */
function pixelsOf(rgba: Uint8Array): Uint32Array {
  const aligned = rgba.byteOffset % 4 === 0 ? rgba : Uint8Array.from(rgba);
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
}

export function isOpaque(rgba: Uint8Array): boolean {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] !== 255) return false;
  return true;
}

/** One read a pixel and whole numbers throughout: reads of single channels took twice as long. */
function scaleOpaqueRow(row: Uint32Array, { first, weights, count }: LanczosTaps, line: Int16Array): void {
  const shift = WEIGHT_BITS - ROW_BITS;
  const half = 1 << (shift - 1);
  for (let x = 0, at = 0, tap = 0; x < first.length; x++, at += 3) {
    let p = first[x]!;
    let red = half;
    let green = half;
    let blue = half;
    for (const end = tap + count; tap < end; tap++, p++) {
      const weight = weights[tap]!;
      const pixel = row[p]! | 0;
      red = (red + Math.imul(weight, pixel & 255)) | 0;
      green = (green + Math.imul(weight, (pixel >> 8) & 255)) | 0;
      blue = (blue + Math.imul(weight, (pixel >> 16) & 255)) | 0;
    }
    line[at] = red >> shift;
    line[at + 1] = green >> shift;
    line[at + 2] = blue >> shift;
  }
}

/** Colours times alpha are sixteen bits; two of them are dropped on the way to the line. */
const ALPHA_SHIFT = WEIGHT_BITS + 2;

function rowScalerWithAlpha(width: number): (row: Uint32Array, taps: LanczosTaps, line: Int16Array) => void {
  const weighted = new Uint16Array(width * 4);
  return (row, { first, weights, count }, line) => {
    for (let x = 0, p = 0; x < row.length; x++, p += 4) {
      const pixel = row[x]!;
      const alpha = pixel >>> 24;
      weighted[p] = (pixel & 255) * alpha;
      weighted[p + 1] = ((pixel >> 8) & 255) * alpha;
      weighted[p + 2] = ((pixel >> 16) & 255) * alpha;
      weighted[p + 3] = 255 * alpha;
    }
    for (let x = 0, at = 0, tap = 0; x < first.length; x++, at += 4) {
      let p = first[x]! << 2;
      let [red, green, blue, alpha] = [0, 0, 0, 0];
      for (const end = tap + count; tap < end; tap++, p += 4) {
        const weight = weights[tap]!;
        red += weight * weighted[p]!;
        green += weight * weighted[p + 1]!;
        blue += weight * weighted[p + 2]!;
        alpha += weight * weighted[p + 3]!;
      }
      line[at] = red >> ALPHA_SHIFT;
      line[at + 1] = green >> ALPHA_SHIFT;
      line[at + 2] = blue >> ALPHA_SHIFT;
      line[at + 3] = alpha >> ALPHA_SHIFT;
    }
  };
}

/** Two lines at a time halve the reading and writing of the sums. */
function addLines(sums: Int32Array, line: Int16Array, weight: number, nextLine: Int16Array, next: number): void {
  for (let i = 0; i < sums.length; i++) {
    sums[i] = (sums[i]! + Math.imul(weight, line[i]!) + Math.imul(next, nextLine[i]!)) | 0;
  }
}

function writeOpaque(sums: Int32Array, target: Uint8Array): void {
  const shift = WEIGHT_BITS + ROW_BITS;
  const half = 1 << (shift - 1);
  for (let i = 0, p = 0; p < target.length; i += 3, p += 4) {
    target[p] = clamp((sums[i]! + half) >> shift);
    target[p + 1] = clamp((sums[i + 1]! + half) >> shift);
    target[p + 2] = clamp((sums[i + 2]! + half) >> shift);
    target[p + 3] = 255;
  }
}

function writeWithAlpha(sums: Int32Array, target: Uint8Array): void {
  const opaque = (255 * 255) / 4;
  for (let p = 0; p < target.length; p += 4) {
    const alpha = sums[p + 3]! / (1 << WEIGHT_BITS);
    target[p + 3] = clamp(Math.round((alpha * 255) / opaque));
    if (target[p + 3] === 0) continue;
    const scale = 255 / sums[p + 3]!;
    for (let channel = 0; channel < 3; channel++) target[p + channel] = clamp(Math.round(sums[p + channel]! * scale));
  }
}

function clamp(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : value;
}
