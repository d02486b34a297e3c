import type { Image } from '@napi-rs/canvas';
import type { Picture } from '../encode-image.ts';
import { MediaError } from '../media-error.ts';
import { loadCanvas, releaseClosedFrames } from '../natives.ts';
import type { ImageLimits } from '../probe-image.ts';
import { type ImageScan, PHOTO_LIMITS } from './image-scan.ts';
import { turnUpright } from './orientation.ts';
import { fitWithin, resizePicture } from './resize-picture.ts';
import { scanImage } from './scan-image.ts';

export interface PhotoOptions {
  readonly limits?: ImageLimits;
  /** A larger picture is made smaller, its shape kept, until it has at most so many pixels. */
  readonly pixelsMax?: number;
  /** A larger picture is made smaller, its shape kept, until it fits into this. */
  readonly fit?: { readonly width: number; readonly height: number };
}

/** Rows that are drawn at once: the canvas between decoder and picture is then a few megabytes, not the whole again. */
const BAND_ROWS = 256;

/**
 * Opens any picture that we take in: upright, sRGB, straight alpha; of an animation its first frame. CMYK, grey, palettes
 * and 16 bits come out as 8-bit RGBA. Native: only in a child process when the bytes are a stranger's.
 * @throws {MediaError} `unsupported`, `damaged`, `too_large`.
 */
export async function openPhoto(bytes: Uint8Array, options: PhotoOptions = {}): Promise<Picture> {
  const scan = await scanImage(bytes, options.limits ?? PHOTO_LIMITS);
  const picture = turnUpright(await decodeStill(scan), scan.orientation);
  const { width, height } = sizeWithin(picture, options);
  return resizePicture(picture, width, height);
}

function sizeWithin({ width, height }: Picture, { pixelsMax, fit }: PhotoOptions): { width: number; height: number } {
  const fitted = fit ? fitWithin({ width, height }, fit) : { width, height };
  const pixels = fitted.width * fitted.height;
  if (pixelsMax === undefined || pixels <= pixelsMax) return fitted;
  const scale = Math.sqrt(pixelsMax / pixels);
  return {
    width: Math.max(1, Math.floor(fitted.width * scale)),
    height: Math.max(1, Math.floor(fitted.height * scale)),
  };
}

/** Hands the still to the native decoder. @throws {MediaError} `damaged`. */
export async function loadStill({ format, still }: ImageScan): Promise<Image> {
  const { loadImage } = await loadCanvas();
  let image: Image;
  try {
    image = await loadImage(still.bytes);
    await image.decode();
  } catch (error) {
    throw new MediaError('damaged', `the pixels of the ${format.toUpperCase()} cannot be decoded`, { cause: error });
  }
  if (image.width !== still.width || image.height !== still.height) {
    throw new MediaError(
      'damaged',
      `expected ${still.width} × ${still.height} pixels, the decoder found ${image.width} × ${image.height}`,
    );
  }
  return image;
}

async function decodeStill(scan: ImageScan): Promise<Picture> {
  const { width, height, still } = scan;
  const image = await loadStill(scan);
  const { createCanvas } = await loadCanvas();
  const rgba = new Uint8Array(width * height * 4);
  const context = createCanvas(width, Math.min(height, BAND_ROWS)).getContext('2d');
  for (let top = 0; top < height; top += BAND_ROWS) {
    const rows = Math.min(BAND_ROWS, height - top);
    context.clearRect(0, 0, width, rows);
    context.drawImage(image, still.x, still.y - top);
    rgba.set(context.getImageData(0, 0, width, rows).data, top * width * 4);
    if (width * rows > 500_000) releaseClosedFrames();
  }
  return { width, height, rgba };
}

/** Lays a transparent picture on one colour. @param rgb 0 … 255 each. @returns A picture with alpha 255 throughout. */
export function flatten(picture: Picture, rgb: readonly [number, number, number]): Picture {
  const { width, height } = picture;
  const rgba = Uint8Array.from(picture.rgba);
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3]!;
    if (alpha === 255) continue;
    for (let channel = 0; channel < 3; channel++) {
      const mixed = rgba[at + channel]! * alpha + rgb[channel]! * (255 - alpha);
      rgba[at + channel] = Math.round(mixed / 255);
    }
    rgba[at + 3] = 255;
  }
  return { width, height, rgba };
}
