import { MediaError } from '../media-error.ts';
import type { ImageLimits } from '../probe-image.ts';

/** What a picture's structure says, read without decoding a pixel. */
export interface ImageScan {
  readonly format: 'jpeg' | 'png' | 'webp' | 'gif';
  /** As stored, before it is turned upright. */
  readonly width: number;
  readonly height: number;
  /** EXIF's, 1 … 8: how the stored picture is to be turned and mirrored. 1 when the file does not say. */
  readonly orientation: number;
  readonly isAnimated: boolean;
  /** The file has a way to say "transparent here", whether or not a pixel uses it. */
  readonly hasAlpha: boolean;
  /**
   * The first picture, written anew for the native decoder: pixels, palette, transparency and colour profile, and nothing
   * else. Texts, thumbnails, later frames and whatever hangs behind the end never reach it.
   */
  readonly still: Still;
}

export interface Still {
  readonly bytes: Uint8Array;
  /** Size of what `bytes` hold, and where that belongs in the picture: a first frame may be smaller than its film. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The largest picture we take in: what phones take in their sharpest mode is below it. */
export const PHOTO_LIMITS: ImageLimits = { bytesMax: 32 * 1024 * 1024, pixelsMax: 40_000_000 };

/** Colour profiles are kept when they are small; the largest in use, for presses, are half of this. */
export const PROFILE_BYTES_MAX = 1024 * 1024;

/** @throws {MediaError} `damaged`, `too_large`. */
export function checkSize(what: string, width: number, height: number, limits: ImageLimits): void {
  if (width === 0 || height === 0) {
    throw new MediaError('damaged', `expected a picture of at least 1 × 1, the ${what} says ${width} × ${height}`);
  }
  if (width * height > limits.pixelsMax) {
    throw new MediaError(
      'too_large',
      `expected at most ${limits.pixelsMax} pixels, the ${what} has ${width} × ${height}; make it smaller and send it again`,
    );
  }
}

export function cutShort(what: string): MediaError {
  return new MediaError(
    'damaged',
    `the ${what} ends too early: expected its end, got the end of the file; send it whole`,
  );
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Bytes as text, one character each. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, end);
}
