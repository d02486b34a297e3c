import { MediaError } from '../media-error.ts';
import type { ImageLimits } from '../probe-image.ts';
import { checkSize, cutShort, type ImageScan, viewOf } from './image-scan.ts';

const [EXTENSION, IMAGE, TRAILER, GRAPHIC_CONTROL] = [0x21, 0x2c, 0x3b, 0xf9];
const CODES = 4096;

export interface GifScan extends ImageScan {
  readonly end: number;
}

/**
 * Walks the blocks of a GIF to its trailer, and unpacks the first picture far enough to know that it is all there.
 * @throws {MediaError} `damaged`, `too_large`.
 * @see GIF89a, 17–27
 */
export function scanGif(bytes: Uint8Array, limits: ImageLimits): GifScan {
  if (bytes.length < 13) throw cutShort('GIF');
  const view = viewOf(bytes);
  const screen = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  checkSize('GIF', screen.width, screen.height, limits);
  const head = bytes.subarray(0, 13 + tableBytes(bytes[10]!));
  let control: Uint8Array | undefined;
  let first: { from: number; to: number; control: Uint8Array | undefined } | undefined;
  let pictures = 0;
  let at = head.length;
  for (;;) {
    const kind = bytes[at];
    if (kind === undefined || at >= bytes.length) throw cutShort('GIF');
    if (kind === TRAILER) break;
    const start = at;
    if (kind === EXTENSION) {
      at = endOfBlocks(bytes, at + 2);
      if (bytes[start + 1] === GRAPHIC_CONTROL) control = bytes.subarray(start, at);
    } else if (kind === IMAGE) {
      if (at + 10 > bytes.length) throw cutShort('GIF');
      at = endOfBlocks(bytes, at + 11 + tableBytes(bytes[at + 9]!));
      first ??= { from: start, to: at, control };
      control = undefined;
      pictures++;
    } else throw new MediaError('damaged', `expected a block at byte ${at} of the GIF, got ${kind}`);
  }
  if (!first) throw new MediaError('damaged', 'the GIF holds no picture');
  const leavesRoom = checkFirstPicture(bytes.subarray(first.from, first.to), screen);
  const parts = [head, first.control ?? new Uint8Array(), bytes.subarray(first.from, first.to), Uint8Array.of(TRAILER)];
  return {
    format: 'gif',
    ...screen,
    orientation: 1,
    isAnimated: pictures > 1,
    hasAlpha: ((first.control?.[3] ?? 0) & 1) === 1 || leavesRoom,
    still: { bytes: Buffer.concat(parts), x: 0, y: 0, ...screen },
    end: at + 1,
  };
}

/** A colour table's length from the flags before it. */
function tableBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function endOfBlocks(bytes: Uint8Array, start: number): number {
  let at = start;
  for (let length = bytes[at]; length !== 0; length = bytes[at]) {
    if (length === undefined) throw cutShort('GIF');
    at += 1 + length;
  }
  return at + 1;
}

/** @returns True when part of the screen stays empty. */
function checkFirstPicture(picture: Uint8Array, screen: { width: number; height: number }): boolean {
  const view = viewOf(picture);
  const [x, y, width, height] = [1, 3, 5, 7].map((at) => view.getUint16(at, true)) as [number, number, number, number];
  if (width === 0 || height === 0 || x + width > screen.width || y + height > screen.height) {
    throw new MediaError('damaged', 'the first picture of the GIF is empty or reaches out of its screen');
  }
  const start = 10 + tableBytes(picture[9]!);
  const count = countPixels(picture, start, width * height);
  if (count < width * height) {
    throw new MediaError('damaged', `the GIF holds ${count} of the ${width * height} pixels of its first picture`);
  }
  return width < screen.width || height < screen.height;
}

/** Follows the lengths of the LZW codes without writing a pixel; stops at `countMax`. @see GIF89a, appendix F */
function countPixels(picture: Uint8Array, start: number, countMax: number): number {
  const codeSize = picture[start]!;
  if (codeSize < 1 || codeSize > 8) throw new MediaError('damaged', `the GIF packs its pixels in ${codeSize} bits`);
  const clear = 1 << codeSize;
  const lengths = new Uint32Array(CODES);
  let [next, bits, previous, count] = [clear + 2, codeSize + 1, -1, 0];
  let [buffer, buffered] = [0, 0];
  for (let at = start + 1; picture[at]! > 0; at += 1 + picture[at]!) {
    for (let i = 1; i <= picture[at]!; i++) {
      buffer |= picture[at + i]! << buffered;
      buffered += 8;
      while (buffered >= bits) {
        const code = buffer & ((1 << bits) - 1);
        buffer >>>= bits;
        buffered -= bits;
        if (code === clear) {
          [next, bits, previous] = [clear + 2, codeSize + 1, -1];
          continue;
        }
        if (code === clear + 1 || code > next || (code === next && previous < 0)) return count;
        const lengthOf = (known: number) => (known < clear ? 1 : lengths[known]!);
        const length = code === next ? lengthOf(previous) + 1 : lengthOf(code);
        if (previous >= 0 && next < CODES) {
          lengths[next++] = lengthOf(previous) + 1;
          if (next === 1 << bits && bits < 12) bits++;
        }
        previous = code;
        count += length;
        if (count >= countMax) return countMax;
      }
    }
  }
  return count;
}
