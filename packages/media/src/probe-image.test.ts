import { describe, expect, it } from 'vitest';
import { decodeImage } from './decode-image.ts';
import { encodeJpeg, encodePng } from './encode-image.ts';
import { MediaError } from './media-error.ts';
import { loadCanvas } from './natives.ts';
import { IMAGE_LIMITS, probeImage } from './probe-image.ts';

const WIDTH = 40;
const HEIGHT = 24;
const rgba = Uint8Array.from({ length: WIDTH * HEIGHT * 4 }, (_, i) => (i % 4 === 3 ? 255 : [200, 40, 40][i % 4]!));
const picture = { width: WIDTH, height: HEIGHT, rgba };

const kindOf = (bytes: Uint8Array, limits = IMAGE_LIMITS) => {
  try {
    probeImage(bytes, limits);
    return 'sound';
  } catch (error) {
    return error instanceof MediaError ? error.kind : error;
  }
};

describe('pictures', () => {
  it('a JPEG keeps size and colours', async () => {
    const jpeg = await encodeJpeg(picture);
    expect(probeImage(jpeg)).toEqual({ format: 'jpeg', width: WIDTH, height: HEIGHT });
    const decoded = await decodeImage(jpeg);
    expect([...decoded.rgba.subarray(0, 3)].map((value, i) => Math.abs(value - rgba[i]!)).every((d) => d <= 3)).toBe(
      true,
    );
  });

  it('a PNG keeps every bit', async () => {
    const png = await encodePng(picture);
    expect(probeImage(png)).toEqual({ format: 'png', width: WIDTH, height: HEIGHT });
    expect((await decodeImage(png)).rgba).toEqual(rgba);
  });

  it.each([80, 100])('a WebP of quality %i tells its size', async (quality) => {
    const { createCanvas } = await loadCanvas();
    const webp = await createCanvas(WIDTH, HEIGHT).encode('webp', quality);
    expect(probeImage(webp)).toEqual({ format: 'webp', width: WIDTH, height: HEIGHT });
  });

  it('equal pictures are equal bytes', async () => {
    expect(Buffer.compare(await encodeJpeg(picture), await encodeJpeg(picture))).toBe(0);
  });

  it('lower quality is smaller', async () => {
    const noise = { ...picture, rgba: rgba.map((value, i) => (i % 4 === 3 ? 255 : (value * i) % 256)) };
    expect((await encodeJpeg(noise, 50)).length).toBeLessThan((await encodeJpeg(noise, 95)).length);
  });

  it('measures before it decodes', async () => {
    const png = await encodePng(picture);
    expect(kindOf(png, { ...IMAGE_LIMITS, pixelsMax: WIDTH * HEIGHT })).toBe('sound');
    expect(kindOf(png, { ...IMAGE_LIMITS, pixelsMax: WIDTH * HEIGHT - 1 })).toBe('too_large');
    expect(kindOf(png, { ...IMAGE_LIMITS, bytesMax: png.length - 1 })).toBe('too_large');
    const bomb = Uint8Array.from(png);
    new DataView(bomb.buffer).setUint32(16, 0x7fffffff);
    expect(kindOf(bomb)).toBe('too_large');
  });

  it('cut short or foreign bytes are told apart', async () => {
    const jpeg = await encodeJpeg(picture);
    expect(kindOf(new Uint8Array(0))).toBe('unsupported');
    expect(kindOf(Buffer.from('GIF89a and more'))).toBe('unsupported');
    expect(kindOf(jpeg.subarray(0, 100))).toBe('damaged');
    const png = await encodePng(picture);
    await expect(decodeImage(Uint8Array.from([...png.subarray(0, 60), ...Buffer.alloc(20)]))).rejects.toMatchObject({
      kind: 'damaged',
    });
  });
});
