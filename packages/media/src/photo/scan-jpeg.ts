import { MediaError } from '../media-error.ts';
import type { ImageLimits } from '../probe-image.ts';
import { checkSize, cutShort, type ImageScan, latin1, PROFILE_BYTES_MAX, viewOf } from './image-scan.ts';
import { readOrientation } from './read-orientation.ts';

/**
 * A progressive picture is gone over once a scan: a file of a few kilobytes with thousands of them costs minutes. Usual
 * are 10; whole pictures' worth of work is bounded too, since 64 scans of the largest picture are 2.5 thousand megapixels.
 */
const SCANS_MAX = 64;
const SCANNED_PIXELS_MAX = 800_000_000;

const [SOI, EOI, SOS] = [0xd8, 0xd9, 0xda];
const [APP0, APP1, APP2, APP14] = [0xe0, 0xe1, 0xe2, 0xee];
const [DHT, DQT, DRI] = [0xc4, 0xdb, 0xdd];

export interface JpegScan extends ImageScan {
  /** Offset behind the end marker. */
  readonly end: number;
}

/**
 * Walks the segments of a JPEG from its first marker to its last.
 * @throws {MediaError} `damaged`, `too_large`, `unsupported` (lossless, hierarchical, arithmetic or 12-bit).
 * @see ITU-T T.81, annex B
 */
export function scanJpeg(bytes: Uint8Array, limits: ImageLimits): JpegScan {
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | undefined;
  let orientation: number | undefined;
  let profileBytes = 0;
  let scans = 0;
  let at = 2;
  for (;;) {
    const marker = nextMarker(bytes, at);
    at = marker.end;
    const { code } = marker;
    if (code === EOI) break;
    if (code === SOI || (code >= 0xd0 && code <= 0xd7) || code === 0x01) continue;
    if (at + 2 > bytes.length) throw cutShort('JPEG');
    const end = at + view.getUint16(at);
    if (end < at + 2) throw new MediaError('damaged', 'a segment of the JPEG is shorter than its own length');
    if (end > bytes.length) throw cutShort('JPEG');
    const segment = bytes.subarray(at + 2, end);
    const whole = bytes.subarray(at - 2, end);
    at = end;
    if (isFrameHeader(code)) {
      if (size) throw new MediaError('damaged', 'expected one frame header in the JPEG, got two');
      size = readFrameHeader(code, segment, limits);
      kept.push(whole);
    } else if (code === SOS) {
      if (!size) throw new MediaError('damaged', 'the JPEG has no frame header before its pixels');
      if (++scans > SCANS_MAX || scans * size.width * size.height > SCANNED_PIXELS_MAX) {
        throw new MediaError(
          'too_large',
          `the JPEG goes over its pixels ${scans} times and more; save it anew as baseline`,
        );
      }
      at = endOfScan(bytes, end);
      kept.push(bytes.subarray(whole.byteOffset - bytes.byteOffset, at));
    } else if (code === APP1 && latin1(segment, 0, 6) === 'Exif\0\0') {
      orientation ??= readOrientation(segment);
    } else if (code === APP2 && latin1(segment, 0, 12) === 'ICC_PROFILE\0') {
      profileBytes += segment.length;
      if (profileBytes <= PROFILE_BYTES_MAX) kept.push(whole);
    } else if ([APP0, APP14, DHT, DQT, DRI].includes(code)) kept.push(whole);
  }
  if (!size || scans === 0)
    throw new MediaError('damaged', 'the JPEG holds no picture between its first marker and its last');
  kept.push(Uint8Array.of(0xff, EOI));
  return {
    format: 'jpeg',
    ...size,
    orientation: orientation ?? 1,
    isAnimated: false,
    hasAlpha: false,
    still: { bytes: Buffer.concat(kept), x: 0, y: 0, ...size },
    end: at,
  };
}

/** Any number of fill bytes may stand before a marker's code. */
function nextMarker(bytes: Uint8Array, start: number): { code: number; end: number } {
  let at = start;
  if (at >= bytes.length) throw cutShort('JPEG');
  if (bytes[at] !== 0xff)
    throw new MediaError('damaged', `expected a marker at byte ${at} of the JPEG, got ${bytes[at]}`);
  while (bytes[at] === 0xff) at++;
  if (at >= bytes.length) throw cutShort('JPEG');
  return { code: bytes[at]!, end: at + 1 };
}

function isFrameHeader(code: number): boolean {
  return code >= 0xc0 && code <= 0xcf && code !== DHT && code !== 0xc8 && code !== 0xcc;
}

function readFrameHeader(code: number, header: Uint8Array, limits: ImageLimits): { width: number; height: number } {
  const components = header[5] ?? 0;
  if (header.length < 6 + 3 * components) throw new MediaError('damaged', 'the frame header of the JPEG is too short');
  const view = viewOf(header);
  const [height, width] = [view.getUint16(1), view.getUint16(3)];
  checkSize('JPEG', width, height, limits);
  if (code > 0xc2 || header[0] !== 8) {
    throw new MediaError('unsupported', 'expected a baseline or progressive JPEG of 8 bits; save it anew as one');
  }
  if (![1, 3, 4].includes(components)) {
    throw new MediaError('damaged', `expected 1, 3 or 4 components in the JPEG, got ${components}`);
  }
  for (let i = 0; i < components; i++) {
    const factors = header[7 + 3 * i]!;
    const isLegal = (factor: number) => factor >= 1 && factor <= 4;
    if (!isLegal(factors >> 4) || !isLegal(factors & 15)) {
      throw new MediaError('damaged', 'a sampling factor in the JPEG is not 1, 2, 3 or 4');
    }
  }
  return { width, height };
}

/** Entropy-coded data hides its 0xff behind a zero; restart markers belong to it. */
function endOfScan(bytes: Uint8Array, start: number): number {
  let at = bytes.indexOf(0xff, start);
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1]!;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    at = bytes.indexOf(0xff, next === 0xff ? at + 1 : at + 2);
  }
  throw cutShort('JPEG');
}
