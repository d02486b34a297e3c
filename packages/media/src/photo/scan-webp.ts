import { MediaError } from '../media-error.ts';
import type { ImageLimits } from '../probe-image.ts';
import { checkSize, cutShort, type ImageScan, latin1, PROFILE_BYTES_MAX, type Still, viewOf } from './image-scan.ts';
import { readOrientation } from './read-orientation.ts';

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const [HAS_ALPHA, HAS_PROFILE] = [0x10, 0x20];

export interface WebpScan extends ImageScan {
  readonly end: number;
}

/**
 * Walks the chunks of a WebP and holds what the extended header says against the pictures themselves.
 * @throws {MediaError} `damaged`, `too_large`.
 * @see RFC 9649, 2
 */
export function scanWebp(bytes: Uint8Array, limits: ImageLimits): WebpScan {
  const end = 8 + viewOf(bytes).getUint32(4, true);
  if (end > bytes.length) throw cutShort('WebP');
  const chunks = readChunks(bytes.subarray(12, end));
  const first = chunks[0];
  if (!first) throw new MediaError('damaged', 'the WebP holds no picture');
  if (first.type !== 'VP8X') {
    const size = readPictureSize(first);
    if (!size) throw new MediaError('damaged', 'the WebP does not begin with a picture or a header');
    checkSize('WebP', size.width, size.height, limits);
    const hasAlpha = first.type === 'VP8L' && hasAlphaBit(first.data);
    const still = { bytes: writeRiff([first]), x: 0, y: 0, ...size };
    return { format: 'webp', ...size, orientation: 1, isAnimated: false, hasAlpha, still, end };
  }
  if (first.data.length < 10) throw cutShort('WebP');
  const canvas = { width: 1 + readUint24(first.data, 4), height: 1 + readUint24(first.data, 7) };
  checkSize('WebP', canvas.width, canvas.height, limits);
  const exif = chunks.find(({ type }) => type === 'EXIF');
  const animated = chunks.find(({ type }) => type === 'ANMF');
  const profile = chunks.find(({ type, data }) => type === 'ICCP' && data.length <= PROFILE_BYTES_MAX);
  const still = animated ? readAnimationFrame(animated.data, canvas, profile) : writeStill(chunks, 0, 0, profile);
  if (!animated && (still.width !== canvas.width || still.height !== canvas.height)) {
    throw new MediaError(
      'damaged',
      `the WebP says ${canvas.width} × ${canvas.height}, its picture is ${still.width} × ${still.height}`,
    );
  }
  return {
    format: 'webp',
    ...canvas,
    orientation: exif ? readOrientation(exif.data) : 1,
    isAnimated: animated !== undefined,
    // A first frame that is smaller than the rest leaves room around it.
    hasAlpha: (first.data[0]! & HAS_ALPHA) !== 0 || still.width < canvas.width || still.height < canvas.height,
    still,
    end,
  };
}

function readChunks(bytes: Uint8Array): Chunk[] {
  const view = viewOf(bytes);
  const chunks: Chunk[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at + 4, true);
    if (at + 8 + length > bytes.length) throw cutShort('WebP');
    const type = latin1(bytes, at, at + 4);
    // Of an animation only the beginning counts; a hundred thousand more frames are not even listed.
    if (type !== 'ANMF' || !chunks.some((chunk) => chunk.type === 'ANMF')) {
      chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    }
    if (chunks.length > 1000) throw new MediaError('too_large', 'expected at most 1000 chunks in the WebP');
    at += 8 + length + (length & 1);
  }
  return chunks;
}

function readAnimationFrame(data: Uint8Array, canvas: Size, profile: Chunk | undefined): Still {
  if (data.length < 16) throw cutShort('WebP');
  const still = writeStill(readChunks(data.subarray(16)), 2 * readUint24(data, 0), 2 * readUint24(data, 3), profile);
  const said = { width: 1 + readUint24(data, 6), height: 1 + readUint24(data, 9) };
  const isWithin = still.x + still.width <= canvas.width && still.y + still.height <= canvas.height;
  if (!isWithin || said.width !== still.width || said.height !== still.height) {
    throw new MediaError(
      'damaged',
      'the first frame of the WebP is not as large as the file says, or out of its bounds',
    );
  }
  return still;
}

/** A WebP of one picture, with its transparency and profile. */
function writeStill(chunks: readonly Chunk[], x: number, y: number, profile: Chunk | undefined): Still {
  const picture = chunks.find(({ type }) => type === 'VP8 ' || type === 'VP8L');
  const size = picture && readPictureSize(picture);
  if (!size) throw new MediaError('damaged', 'the WebP holds no picture');
  const alpha = picture.type === 'VP8 ' ? chunks.find(({ type }) => type === 'ALPH') : undefined;
  const header = new Uint8Array(10);
  const hasAlpha = alpha !== undefined || (picture.type === 'VP8L' && hasAlphaBit(picture.data));
  header[0] = (hasAlpha ? HAS_ALPHA : 0) | (profile ? HAS_PROFILE : 0);
  writeUint24(header, 4, size.width - 1);
  writeUint24(header, 7, size.height - 1);
  const parts = [{ type: 'VP8X', data: header }, profile, alpha, picture].filter((part) => part !== undefined);
  return { bytes: writeRiff(parts), x, y, ...size };
}

function readPictureSize({ type, data }: Chunk): Size | undefined {
  const view = viewOf(data);
  if (type === 'VP8 ') {
    if (data.length < 10) throw cutShort('WebP');
    const firstPartition = readUint24(data, 0) >> 5;
    const isKey = (data[0]! & 1) === 0;
    if (!isKey || readUint24(data, 3) !== 0x2a019d) throw new MediaError('damaged', 'the WebP has no key frame');
    if (10 + firstPartition > data.length) throw cutShort('WebP');
    return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff };
  }
  if (type !== 'VP8L') return undefined;
  if (data.length < 5) throw cutShort('WebP');
  if (data[0] !== 0x2f) throw new MediaError('damaged', 'the WebP has no lossless signature where it says so');
  const bits = view.getUint32(1, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

function hasAlphaBit(lossless: Uint8Array): boolean {
  return (lossless[4]! & 0x10) !== 0;
}

function writeRiff(chunks: readonly Chunk[]): Uint8Array {
  const parts = chunks.map(({ type, data }) => {
    const part = Buffer.alloc(8 + data.length + (data.length & 1));
    part.write(type, 'latin1');
    part.writeUInt32LE(data.length, 4);
    part.set(data, 8);
    return part;
  });
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(12);
  head.write('RIFF', 'latin1');
  head.writeUInt32LE(4 + body.length, 4);
  head.write('WEBP', 8, 'latin1');
  return Buffer.concat([head, body]);
}

function readUint24(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16);
}

function writeUint24(bytes: Uint8Array, at: number, value: number): void {
  bytes.set([value & 255, (value >> 8) & 255, value >> 16], at);
}
