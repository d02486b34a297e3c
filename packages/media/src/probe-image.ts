import type { ImageProbe } from './media.ts';
import { MediaError } from './media-error.ts';

export interface ImageLimits {
  readonly bytesMax: number;
  readonly pixelsMax: number;
}

/** The largest picture that the API takes in, and twice what it hands out. */
export const IMAGE_LIMITS: ImageLimits = { bytesMax: 32 * 1024 * 1024, pixelsMax: 8192 * 4096 };

/**
 * Reads format and size from the header, in the stored orientation. Decodes nothing and loads nothing native, so any
 * process may call it on anything.
 * @throws {MediaError} `unsupported`, `damaged`, `too_large`.
 */
export function probeImage(bytes: Uint8Array, limits: ImageLimits = IMAGE_LIMITS): ImageProbe {
  if (bytes.length > limits.bytesMax) {
    throw new MediaError('too_large', `expected at most ${limits.bytesMax} bytes, got ${bytes.length}`);
  }
  const probe = readPng(bytes) ?? readJpeg(bytes) ?? readWebp(bytes);
  if (!probe) throw new MediaError('unsupported', 'expected a JPEG, PNG or WebP picture');
  const pixels = probe.width * probe.height;
  if (pixels === 0) throw new MediaError('damaged', 'the picture has no pixels');
  if (pixels > limits.pixelsMax) {
    throw new MediaError('too_large', `expected at most ${limits.pixelsMax} pixels, got ${pixels}`);
  }
  return probe;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function text(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.subarray(start, end)).toString('latin1');
}

/** @see PNG (third edition), 11.2.1 IHDR */
function readPng(bytes: Uint8Array): ImageProbe | undefined {
  if (text(bytes, 0, 8) !== '\x89PNG\r\n\x1a\n') return undefined;
  if (bytes.length < 24 || text(bytes, 12, 16) !== 'IHDR') throw new MediaError('damaged', 'the PNG has no header');
  const view = viewOf(bytes);
  return { format: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** @see ITU-T T.81, B.2.2: the size stands in the frame header, behind any number of other segments. */
function readJpeg(bytes: Uint8Array): ImageProbe | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return undefined;
  const view = viewOf(bytes);
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) break;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const isFrameHeader = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrameHeader) return { format: 'jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  throw new MediaError('damaged', 'the JPEG has no frame header');
}

/** @see RFC 9649, 2.5–2.7: lossy, lossless and extended files each keep the size elsewhere. */
function readWebp(bytes: Uint8Array): ImageProbe | undefined {
  if (text(bytes, 0, 4) !== 'RIFF' || text(bytes, 8, 12) !== 'WEBP') return undefined;
  if (bytes.length < 30) throw new MediaError('damaged', 'the WebP ends in its header');
  const view = viewOf(bytes);
  switch (text(bytes, 12, 16)) {
    case 'VP8 ':
      return { format: 'webp', width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { format: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return {
        format: 'webp',
        width: (view.getUint32(24, true) & 0xffffff) + 1,
        height: (view.getUint32(26, true) >>> 8) + 1,
      };
    default:
      throw new MediaError('damaged', 'the WebP holds no picture');
  }
}
