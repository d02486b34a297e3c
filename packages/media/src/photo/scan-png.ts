import { crc32, createInflate, inflateSync } from 'node:zlib';
import { MediaError } from '../media-error.ts';
import type { ImageLimits } from '../probe-image.ts';
import { checkSize, cutShort, type ImageScan, latin1, PROFILE_BYTES_MAX, viewOf } from './image-scan.ts';
import { readOrientation } from './read-orientation.ts';

/** What the decoder is given, beside a colour profile: all that changes a pixel. */
const KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB']);
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

interface Header {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly color: number;
  readonly isInterlaced: boolean;
}

export interface PngScan extends ImageScan {
  /** Offset behind the last chunk. */
  readonly end: number;
  /** @throws {MediaError} `damaged` unless the packed pixels are exactly as many as the header says. Reads all of them. */
  readonly checkPixels: () => Promise<void>;
}

/**
 * Walks the chunks of a PNG; checksums of all that counts are held against their data.
 * @throws {MediaError} `damaged`, `too_large`.
 * @see PNG (third edition), 5 and 11
 */
export function scanPng(bytes: Uint8Array, limits: ImageLimits): PngScan {
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  const packed: Uint8Array[] = [];
  let header: Header | undefined;
  let orientation = 1;
  let isAnimated = false;
  let isTransparent = false;
  let at = 8;
  for (let type = ''; type !== 'IEND'; ) {
    if (at + 12 > bytes.length) throw cutShort('PNG');
    const length = view.getUint32(at);
    type = latin1(bytes, at + 4, at + 8);
    const end = at + 12 + length;
    if (!header && (type !== 'IHDR' || length !== 13))
      throw new MediaError('damaged', 'expected IHDR first in the PNG');
    if (end > bytes.length) {
      if (type === 'IHDR') throw cutShort('PNG');
      throw new MediaError('damaged', `the PNG ends within its chunk ${printable(type)}; send it whole`);
    }
    const data = bytes.subarray(at + 8, end - 4);
    const isSound = crc32(bytes.subarray(at + 4, end - 4)) === view.getUint32(end - 4);
    if (!isSound && KEPT.has(type)) {
      throw new MediaError('damaged', `the checksum of chunk ${type} in the PNG is wrong; send the file again`);
    }
    const chunk = bytes.subarray(at, end);
    at = end;
    if (type === 'IHDR') {
      if (header) throw new MediaError('damaged', 'expected one IHDR in the PNG, got two');
      header = readHeader(data, limits);
    }
    if (KEPT.has(type)) kept.push(chunk);
    if (type === 'IDAT') packed.push(data);
    else if (type === 'tRNS') isTransparent = true;
    else if (type === 'acTL') isAnimated = true;
    else if (type === 'eXIf' && isSound) orientation = readOrientation(data);
    else if (type === 'iCCP' && isSound && isSmallProfile(data)) kept.push(chunk);
    else if (!KEPT.has(type) && isCritical(type)) {
      throw new MediaError('damaged', `the PNG has an unknown critical chunk ${printable(type)}`);
    }
  }
  const { width, height, color } = header!;
  if (packed.length === 0) throw new MediaError('damaged', 'the PNG has no pixels: expected IDAT chunks');
  return {
    format: 'png',
    width,
    height,
    orientation,
    isAnimated,
    hasAlpha: isTransparent || color === 4 || color === 6,
    still: { bytes: Buffer.concat(kept), x: 0, y: 0, width, height },
    end: at,
    checkPixels: () => checkPixels(packed, unpackedBytes(header!)),
  };
}

function readHeader(data: Uint8Array, limits: ImageLimits): Header {
  const view = viewOf(data);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  checkSize('PNG', width, height, limits);
  const [depth = 0, color = 0, compression, filter, interlace] = data.subarray(8);
  if (!DEPTHS[color]?.includes(depth) || compression !== 0 || filter !== 0 || interlace! > 1) {
    throw new MediaError('damaged', `the PNG has no legal kind of pixels (depth ${depth}, colour type ${color})`);
  }
  return { width, height, depth, color, isInterlaced: interlace === 1 };
}

function isCritical(type: string): boolean {
  return (type.charCodeAt(0) & 0x20) === 0;
}

function printable(type: string): string {
  return JSON.stringify(type.replace(/[^ -~]/g, '?'));
}

/** Name, zero, method, then the packed profile: a few bytes can unpack to gigabytes. */
function isSmallProfile(data: Uint8Array): boolean {
  const start = data.indexOf(0) + 2;
  try {
    inflateSync(data.subarray(start), { maxOutputLength: PROFILE_BYTES_MAX });
    return start >= 2;
  } catch {
    return false;
  }
}

/** Columns and rows that each of Adam7's passes starts at and steps by. @see PNG (third edition), 8.1 */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

function unpackedBytes({ width, height, depth, color, isInterlaced }: Header): number {
  const bits = CHANNELS[color]! * depth;
  const bytesOf = (columns: number, rows: number) =>
    columns === 0 || rows === 0 ? 0 : rows * (1 + Math.ceil((columns * bits) / 8));
  if (!isInterlaced) return bytesOf(width, height);
  return ADAM7.reduce(
    (sum, [x, y, stepX, stepY]) =>
      sum + bytesOf(Math.max(0, Math.ceil((width - x) / stepX)), Math.max(0, Math.ceil((height - y) / stepY))),
    0,
  );
}

/** Unpacks without keeping anything, and stops where there is more than there should be. */
async function checkPixels(packed: readonly Uint8Array[], expected: number): Promise<void> {
  const inflate = createInflate({ chunkSize: 256 * 1024 });
  let count = 0;
  try {
    const counting = (async () => {
      for await (const chunk of inflate) {
        count += (chunk as Buffer).length;
        if (count > expected) break;
      }
    })();
    for (const part of packed) inflate.write(part);
    inflate.end();
    await counting;
  } catch (error) {
    if (count < expected) throw new MediaError('damaged', 'the pixels of the PNG cannot be unpacked', { cause: error });
  } finally {
    inflate.destroy();
  }
  if (count !== expected) {
    const got = count > expected ? 'more' : `${count}`;
    throw new MediaError('damaged', `the PNG should unpack to ${expected} bytes of pixels, got ${got}`);
  }
}
