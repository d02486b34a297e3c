import { refuseForeign, sniffMedia } from '../inspect/sniff-media.ts';
import { MediaError } from '../media-error.ts';
import type { ImageLimits } from '../probe-image.ts';
import { type ImageScan, PHOTO_LIMITS } from './image-scan.ts';
import { scanGif } from './scan-gif.ts';
import { scanJpeg } from './scan-jpeg.ts';
import { scanPng } from './scan-png.ts';
import { scanWebp } from './scan-webp.ts';

/**
 * Reads the structure of a picture from its first byte to its last, before anything is decoded.
 * @throws {MediaError} `unsupported`, `damaged`, `too_large`.
 */
export async function scanImage(bytes: Uint8Array, limits: ImageLimits = PHOTO_LIMITS): Promise<ImageScan> {
  if (bytes.length > limits.bytesMax) {
    throw new MediaError('too_large', `expected a picture of at most ${limits.bytesMax} bytes, got ${bytes.length}`);
  }
  switch (sniffMedia(bytes)) {
    case 'jpeg':
      return checkRest('JPEG', bytes, scanJpeg(bytes, limits));
    case 'png': {
      const scan = checkRest('PNG', bytes, scanPng(bytes, limits));
      await scan.checkPixels();
      return scan;
    }
    case 'webp':
      return checkRest('WebP', bytes, scanWebp(bytes, limits));
    case 'gif':
      return checkRest('GIF', bytes, scanGif(bytes, limits));
    case 'mp4':
      throw new MediaError('unsupported', 'expected a picture, got a video');
  }
}

function checkRest<Scan extends ImageScan & { readonly end: number }>(
  name: string,
  bytes: Uint8Array,
  scan: Scan,
): Scan {
  refuseForeign(name, bytes.subarray(scan.end));
  return scan;
}
