import { crc32 } from 'node:zlib';
import { decodeImage, encodeJpeg, encodePng, loadCanvas, type Picture } from '@openimagine/media';
import { encodeCmykJpeg } from './cmyk-jpeg.ts';

const LARGE = { width: 4000, height: 3000 } as const;

/** Pictures that phones, cameras and drawing programs hand out and that are easy to get wrong, made from any photo. */
export const examplePhotoVariants = {
  /** JPEG that lies on its side and says so (orientation 6): shown upright it looks like the photo. */
  'exif-rotated': async (photo) => {
    const jpeg = await encodeJpeg(turnLeft(await decodeImage(photo)), 90);
    return Buffer.concat([jpeg.subarray(0, 2), exifOrientation(6), jpeg.subarray(2)]);
  },
  /** JPEG in four inks, stored inverted and marked as Adobe's programs do it. */
  cmyk: async (photo) => encodeCmykJpeg(await decodeImage(photo)),
  /** PNG whose middle is opaque and whose corners are clear, with all steps between. */
  transparent: async (photo) => {
    const { width, height, rgba } = await decodeImage(photo);
    for (let i = 0; i < width * height; i++) {
      const across = ((i % width) / width) * 2 - 1;
      const down = (Math.floor(i / width) / height) * 2 - 1;
      rgba[i * 4 + 3] = 255 * Math.min(1, Math.max(0, (1.1 - Math.hypot(across, down)) * 5));
    }
    return encodePng({ width, height, rgba });
  },
  /** Animated PNG: the photo, then its negative. Readers that know no animation show the photo. */
  animated: async (photo) => {
    const first = await decodeImage(photo);
    const second = { ...first, rgba: first.rgba.map((value, index) => (index % 4 === 3 ? value : 255 - value)) };
    return animate(await encodePng(first), await encodePng(second), first);
  },
  /** WebP. */
  webp: async (photo) => {
    const { createCanvas, loadImage } = await loadCanvas();
    const image = await loadImage(photo);
    const canvas = createCanvas(image.width, image.height);
    canvas.getContext('2d').drawImage(image, 0, 0);
    return canvas.encode('webp', 85);
  },
  /** PNG of one pixel. */
  tiny: async (photo) => encodePng(await decodeImage(photo, { size: { width: 1, height: 1 } })),
  /** JPEG of twelve megapixels, 4:3. */
  large: async (photo) => encodeJpeg(await decodeImage(photo, { size: LARGE }), 85),
} satisfies Record<string, (photo: Uint8Array) => Promise<Uint8Array>>;

/** An APP1 segment with one entry: the orientation. @see EXIF 2.3, 4.6.4 */
function exifOrientation(orientation: number): Uint8Array {
  const tiff = Buffer.alloc(26);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  const head = Buffer.from([0xff, 0xe1, 0, 2 + 6 + tiff.length]);
  return Buffer.concat([head, Buffer.from('Exif\0\0', 'latin1'), tiff]);
}

/** Orientation 6 asks to be turned right, so the pixels are turned left. */
function turnLeft({ width, height, rgba }: Picture): Picture {
  const turned = new Uint8Array(rgba.length);
  const from = new Uint32Array(rgba.buffer, rgba.byteOffset, width * height);
  const to = new Uint32Array(turned.buffer);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) to[(width - 1 - x) * height + y] = from[y * width + x]!;
  }
  return { width: height, height: width, rgba: turned };
}

/** Joins two PNG files of one size to an animation. @see Portable Network Graphics (Third Edition), 11.3.6 */
function animate(first: Uint8Array, second: Uint8Array, { width, height }: Picture): Uint8Array {
  const control = (sequence: number) => {
    const data = Buffer.alloc(26);
    data.writeUInt32BE(sequence, 0);
    data.writeUInt32BE(width, 4);
    data.writeUInt32BE(height, 8);
    data.writeUInt16BE(1, 20);
    data.writeUInt16BE(2, 22);
    return chunk('fcTL', data);
  };
  const number = (value: number) => {
    const data = Buffer.alloc(4);
    data.writeUInt32BE(value);
    return data;
  };
  const [header, ...rest] = chunksOf(first);
  const later = chunksOf(second)
    .filter(({ type }) => type === 'IDAT')
    .map(({ data }, index) => chunk('fdAT', Buffer.concat([number(2 + index), data])));
  const between = rest.filter(({ type }) => type !== 'IEND').map(({ type, data }) => chunk(type, data));
  return Buffer.concat([
    first.subarray(0, 8),
    chunk('IHDR', header!.data),
    chunk('acTL', Buffer.concat([number(2), number(0)])),
    control(0),
    ...between,
    control(1),
    ...later,
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunksOf(png: Uint8Array): { readonly type: string; readonly data: Uint8Array }[] {
  const bytes = Buffer.from(png);
  const chunks: { type: string; data: Uint8Array }[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}
