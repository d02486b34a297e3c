import { PHOTO_LIMITS } from '../photo/image-scan.ts';
import { loadStill } from '../photo/open-photo.ts';
import { isSideways } from '../photo/orientation.ts';
import { scanImage } from '../photo/scan-image.ts';
import type { ImageLimits } from '../probe-image.ts';
import { CLIP_LIMITS, type ClipLimits } from './clip-limits.ts';
import { type ClipFacts, inspectClip } from './inspect-clip.ts';
import { sniffMedia } from './sniff-media.ts';

export interface ImageFacts {
  readonly kind: 'image';
  readonly format: 'jpeg' | 'png' | 'webp' | 'gif';
  readonly mime: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif';
  /** Upright: after EXIF's turn. */
  readonly width: number;
  readonly height: number;
  /** Of an animation the first frame is the picture. */
  readonly isAnimated: boolean;
  /** The file can say "transparent here"; whether a pixel does is not looked at. */
  readonly hasAlpha: boolean;
}

export type MediaFacts = ImageFacts | ClipFacts;

export interface MediaLimits {
  readonly image?: ImageLimits;
  readonly clip?: ClipLimits;
}

/**
 * Tells what a stranger's file is: by its content, measured before it is decoded, then decoded far enough to know that it is
 * sound. Reads nothing but the bytes. Only in a child process, with a cap on its memory and its time.
 * @throws {MediaError} `unsupported` (nothing we open), `damaged` (not whole, or not what it says), `too_large`. The message
 * says what was expected, what came and what to do.
 */
export async function inspectMedia(bytes: Uint8Array, limits: MediaLimits = {}): Promise<MediaFacts> {
  return sniffMedia(bytes) === 'mp4'
    ? inspectClip(bytes, limits.clip ?? CLIP_LIMITS)
    : inspectImage(bytes, limits.image ?? PHOTO_LIMITS);
}

async function inspectImage(bytes: Uint8Array, limits: ImageLimits): Promise<ImageFacts> {
  const scan = await scanImage(bytes, limits);
  await loadStill(scan);
  const { format, isAnimated, hasAlpha } = scan;
  const [width, height] = isSideways(scan.orientation) ? [scan.height, scan.width] : [scan.width, scan.height];
  return { kind: 'image', format, mime: `image/${format}`, width, height, isAnimated, hasAlpha };
}
