import { MediaError } from './media-error.ts';
import { loadCanvas } from './natives.ts';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** `4 × width × height` bytes, sRGB, straight alpha, from the top left. */
  readonly rgba: Uint8Array;
}

/** @param quality 0 … 100; 90 is hard to tell from the original. @returns A baseline JPEG; alpha is dropped on black. */
export async function encodeJpeg(picture: Picture, quality = 90): Promise<Uint8Array> {
  const canvas = await toCanvas(picture);
  return canvas.encode('jpeg', quality);
}

/** Lossless, with alpha. */
export async function encodePng(picture: Picture): Promise<Uint8Array> {
  const canvas = await toCanvas(picture);
  return canvas.encode('png');
}

async function toCanvas({ width, height, rgba }: Picture) {
  if (rgba.length !== width * height * 4) {
    throw new MediaError('encode_failed', `expected ${width * height * 4} bytes of RGBA, got ${rgba.length}`);
  }
  const { createCanvas, ImageData } = await loadCanvas();
  const canvas = createCanvas(width, height);
  const pixels = new Uint8ClampedArray(rgba.buffer as ArrayBuffer, rgba.byteOffset, rgba.length);
  canvas.getContext('2d').putImageData(new ImageData(pixels, width, height), 0, 0);
  return canvas;
}
