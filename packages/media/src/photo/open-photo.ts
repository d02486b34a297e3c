import type { Image } from '@napi-rs/canvas';
import type { Picture } from '../encode-image.ts';
import { MediaError } from '../media-error.ts';
import { loadCanvas, nextTurn, releaseClosedFrames } from '../natives.ts';
import type { ImageLimits } from '../probe-image.ts';
import { type ImageScan, PHOTO_LIMITS } from './image-scan.ts';
import { isSideways, turnUpright } from './orientation.ts';
import { createRowResizer, fitWithin } from './resize-picture.ts';
import { scanImage } from './scan-image.ts';

export interface PhotoOptions {
  readonly limits?: ImageLimits;
  /** A larger picture is made smaller, its shape kept, until it has at most so many pixels. */
  readonly pixelsMax?: number;
  /** A larger picture is made smaller, its shape kept, until it fits into this. */
  readonly fit?: { readonly width: number; readonly height: number };
}

/** Rows that are drawn at once: what lies between decoder and picture is then a megabyte or two, not the whole again. */
const BAND_ROWS = 64;

/**
 * Opens any picture that we take in: upright, sRGB, straight alpha; of an animation its first frame. CMYK, grey, palettes
 * and 16 bits come out as 8-bit RGBA. Native: only in a child process when the bytes are a stranger's.
 * @throws {MediaError} `unsupported`, `damaged`, `too_large`.
 */
export async function openPhoto(bytes: Uint8Array, options: PhotoOptions = {}): Promise<Picture> {
  const scan = await scanImage(bytes, options.limits ?? PHOTO_LIMITS);
  const { orientation } = scan;
  const upright = isSideways(orientation) ? { width: scan.height, height: scan.width } : scan;
  const wanted = sizeWithin(upright, options);
  const stored = isSideways(orientation) ? { width: wanted.height, height: wanted.width } : wanted;
  const isSmaller = stored.width < scan.width || stored.height < scan.height;
  return turnUpright(isSmaller ? await decodeSmaller(scan, stored) : await decodeWhole(scan), orientation);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function sizeWithin({ width, height }: Size, { pixelsMax, fit }: PhotoOptions): Size {
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

async function decodeWhole(scan: ImageScan): Promise<Picture> {
  const { width, height } = scan;
  const rgba = new Uint8Array(width * height * 4);
  for await (const { top, pixels } of decodeBands(scan)) rgba.set(pixels, top * width * 4);
  return { width, height, rgba };
}

/** The whole is never there but in the decoder: of 40 megapixels that is 160 MB less. */
async function decodeSmaller(scan: ImageScan, size: Size): Promise<Picture> {
  const { width } = scan;
  const resizer = createRowResizer(scan, size, scan.hasAlpha);
  for await (const { pixels } of decodeBands(scan)) {
    const band = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length >> 2);
    for (let at = 0; at < band.length; at += width) resizer.push(band.subarray(at, at + width));
  }
  return resizer.result;
}

async function* decodeBands(scan: ImageScan): AsyncGenerator<{ top: number; pixels: Uint8ClampedArray }, void, void> {
  const { width, height, still } = scan;
  const image = await loadStill(scan);
  const { createCanvas } = await loadCanvas();
  const context = createCanvas(width, Math.min(height, BAND_ROWS)).getContext('2d');
  for (let top = 0; top < height; top += BAND_ROWS) {
    const rows = Math.min(BAND_ROWS, height - top);
    context.clearRect(0, 0, width, rows);
    context.drawImage(image, still.x, still.y - top);
    yield { top, pixels: context.getImageData(0, 0, width, rows).data };
    // Bands are let go of by the collector, and only when finalisers had a turn: 40 megapixels took 630 MB, now 420.
    if (width * rows < 100_000) continue;
    releaseClosedFrames();
    await nextTurn();
  }
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
