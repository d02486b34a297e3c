import type { Picture } from './encode-image.ts';
import { MediaError } from './media-error.ts';
import { loadCanvas } from './natives.ts';
import { IMAGE_LIMITS, type ImageLimits, probeImage } from './probe-image.ts';

/**
 * Decodes a JPEG, PNG or WebP, turned upright. Native: only in a child process when the bytes are a stranger's.
 * @param options.size Scales the picture so that it covers this size, and cuts off what hangs over, equally on both sides.
 * @throws {MediaError} as `probeImage`; `damaged` when the header is sound and the rest is not.
 */
export async function decodeImage(
  bytes: Uint8Array,
  options: { readonly limits?: ImageLimits; readonly size?: { readonly width: number; readonly height: number } } = {},
): Promise<Picture> {
  const { limits = IMAGE_LIMITS } = options;
  probeImage(bytes, limits);
  const { createCanvas, loadImage } = await loadCanvas();
  try {
    const image = await loadImage(bytes);
    const { width, height } = options.size ?? image;
    const context = createCanvas(width, height).getContext('2d');
    context.imageSmoothingQuality = 'high';
    const scale = Math.max(width / image.width, height / image.height);
    const [across, down] = [image.width * scale, image.height * scale];
    context.drawImage(image, (width - across) / 2, (height - down) / 2, across, down);
    const { data } = context.getImageData(0, 0, width, height);
    return { width, height, rgba: new Uint8Array(data.buffer, data.byteOffset, data.length) };
  } catch (error) {
    throw new MediaError('damaged', 'the picture cannot be decoded', { cause: error });
  }
}
