import type { Picture } from './encode-image.ts';
import { MediaError } from './media-error.ts';
import { loadCanvas } from './natives.ts';
import { IMAGE_LIMITS, type ImageLimits, probeImage } from './probe-image.ts';

/**
 * Decodes a JPEG, PNG or WebP, turned upright. Native: only in a child process when the bytes are a stranger's.
 * @throws {MediaError} as `probeImage`; `damaged` when the header is sound and the rest is not.
 */
export async function decodeImage(bytes: Uint8Array, limits: ImageLimits = IMAGE_LIMITS): Promise<Picture> {
  probeImage(bytes, limits);
  const { createCanvas, loadImage } = await loadCanvas();
  try {
    const image = await loadImage(bytes);
    const { width, height } = image;
    const context = createCanvas(width, height).getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    return { width, height, rgba: new Uint8Array(data.buffer, data.byteOffset, data.length) };
  } catch (error) {
    throw new MediaError('damaged', 'the picture cannot be decoded', { cause: error });
  }
}
