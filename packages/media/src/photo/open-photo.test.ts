import { describe, expect, it } from 'vitest';
import { gifFrame, gifHead, makeGif, packPixels } from '../../test/make-gif.ts';
import { exif, exifSegment, insertSegments, makeJpeg } from '../../test/make-jpeg.ts';
import { makePng, pngChunk } from '../../test/make-png.ts';
import { makeWebp, webpFrame, webpHeader, webpPicture } from '../../test/make-webp.ts';
import { encodeJpeg, encodePng, type Picture } from '../encode-image.ts';
import { inspectMedia } from '../inspect/inspect-media.ts';
import { flatten, openPhoto } from './open-photo.ts';

const [WIDTH, HEIGHT] = [48, 32];
/** Red top left, green top right, blue bottom left, white bottom right. */
const CORNERS = { topLeft: 'red', topRight: 'green', bottomLeft: 'blue', bottomRight: 'white' };
const COLORS: Record<string, readonly [number, number, number]> = {
  red: [220, 30, 30],
  green: [30, 200, 40],
  blue: [30, 40, 220],
  white: [250, 250, 250],
};

function paintCorners(): Picture {
  const rgba = new Uint8Array(WIDTH * HEIGHT * 4);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const name = [CORNERS.topLeft, CORNERS.topRight, CORNERS.bottomLeft, CORNERS.bottomRight];
      const color = COLORS[name[(y >= HEIGHT / 2 ? 2 : 0) + (x >= WIDTH / 2 ? 1 : 0)]!]!;
      rgba.set([...color, 255], (y * WIDTH + x) * 4);
    }
  }
  return { width: WIDTH, height: HEIGHT, rgba };
}

function cornersOf({ width, height, rgba }: Picture): Record<keyof typeof CORNERS, string> {
  const nameAt = (x: number, y: number) => {
    const [red, green, blue] = rgba.subarray((y * width + x) * 4);
    const distance = ([r, g, b]: readonly [number, number, number]) =>
      Math.abs(r - red!) + Math.abs(g - green!) + Math.abs(b - blue!);
    return Object.entries(COLORS).toSorted(([, a], [, b]) => distance(a) - distance(b))[0]![0];
  };
  const [right, bottom] = [width - 4, height - 4];
  return {
    topLeft: nameAt(3, 3),
    topRight: nameAt(right, 3),
    bottomLeft: nameAt(3, bottom),
    bottomRight: nameAt(right, bottom),
  };
}

/** Where each corner of the stored picture is seen, clockwise from the top left. */
const SEEN: readonly (readonly [orientation: number, corners: string])[] = [
  [1, 'red green white blue'],
  [2, 'green red blue white'],
  [3, 'white blue red green'],
  [4, 'blue white green red'],
  [5, 'red blue white green'],
  [6, 'blue red green white'],
  [7, 'white green red blue'],
  [8, 'green white blue red'],
];
const clockwise = (picture: Picture) => {
  const { topLeft, topRight, bottomRight, bottomLeft } = cornersOf(picture);
  return [topLeft, topRight, bottomRight, bottomLeft].join(' ');
};
const pixel = ({ rgba, width }: Picture, x = 4, y = 4) => [
  ...rgba.subarray((y * width + x) * 4, (y * width + x) * 4 + 4),
];
const isNear = (found: readonly number[], wanted: readonly number[], by: number) =>
  wanted.every((value, i) => Math.abs(found[i]! - value) <= by);

describe('openPhoto', () => {
  it.each(SEEN)('turns orientation %i upright, in a JPEG, a PNG and a WebP', async (orientation, corners) => {
    const jpeg = await encodeJpeg(paintCorners(), 95);
    const png = await encodePng(paintCorners());
    const { createCanvas, ImageData } = await import('@napi-rs/canvas');
    const canvas = createCanvas(WIDTH, HEIGHT);
    const { rgba } = paintCorners();
    canvas.getContext('2d').putImageData(new ImageData(new Uint8ClampedArray(rgba), WIDTH, HEIGHT), 0, 0);
    const webp = await canvas.encode('webp', 95);
    const picture = { type: 'VP8 ', data: webp.subarray(webp.indexOf('VP8 ') + 8) };
    const files = [
      insertSegments(jpeg, exifSegment(orientation)),
      Buffer.concat([png.subarray(0, 33), pngChunk('eXIf', exif(orientation)), png.subarray(33)]),
      makeWebp([webpHeader(WIDTH, HEIGHT, 8), picture, { type: 'EXIF', data: exif(orientation) }]),
    ];
    for (const file of files) {
      const opened = await openPhoto(file);
      expect(clockwise(opened)).toBe(corners);
      const { width, height } = opened;
      expect([width, height]).toEqual(orientation < 5 ? [WIDTH, HEIGHT] : [HEIGHT, WIDTH]);
      expect(await inspectMedia(file)).toMatchObject({ kind: 'image', width, height });
    }
  });

  it('shows grey, CMYK and YCCK as the colours they mean', async () => {
    const size = { width: 16, height: 16 };
    const gray = await openPhoto(makeJpeg({ ...size, values: [90] }));
    expect(isNear(pixel(gray), [90, 90, 90, 255], 2)).toBe(true);
    // Adobe writes ink upside down: 255 is none. Full cyan and no other ink is a greenish blue.
    const cyan = pixel(await openPhoto(makeJpeg({ ...size, values: [0, 255, 255, 255], adobe: 0 })));
    expect([cyan[0]! < 60, cyan[1]! > 120, cyan[2]! > 180]).toEqual([true, true, true]);
    // YCCK turns three of the four round once more: no light is no ink.
    const none = pixel(await openPhoto(makeJpeg({ ...size, values: [0, 128, 128, 255], adobe: 2 })));
    expect(isNear(none, [255, 255, 255, 255], 3)).toBe(true);
    const black = pixel(await openPhoto(makeJpeg({ ...size, values: [255, 255, 255, 0], adobe: 0 })));
    expect(Math.max(...black.slice(0, 3))).toBeLessThan(60);
  });

  it('opens sixteen bits, palettes, a single bit and interlaced rows', async () => {
    const deep = Buffer.concat(
      Array(8).fill(
        Buffer.concat([Buffer.from([0]), Buffer.concat(Array(8).fill(Buffer.from('80ff40ffc0ff', 'hex')))]),
      ),
    );
    expect(
      isNear(pixel(await openPhoto(makePng({ width: 8, height: 8, depth: 16 }, deep))), [128, 64, 192, 255], 1),
    ).toBe(true);
    const palette = pngChunk('PLTE', Buffer.from([1, 2, 3, 200, 100, 50]));
    const rows = Buffer.concat(Array(8).fill(Buffer.from([0, ...Array<number>(8).fill(1)])));
    const clear = pngChunk('tRNS', Buffer.from([255, 128]));
    const indexed = await openPhoto(makePng({ width: 8, height: 8, color: 3 }, rows, [palette, clear]));
    expect(isNear(pixel(indexed), [200, 100, 50, 128], 2)).toBe(true);
    const bits = Buffer.concat(Array(8).fill(Buffer.from([0, 0b00001000])));
    const single = await openPhoto(makePng({ width: 8, height: 8, depth: 1, color: 0 }, bits));
    expect([pixel(single, 4)[0], pixel(single, 5)[0]]).toEqual([255, 0]);
    const interlaced = makePng(
      { width: 8, height: 8, color: 0, isInterlaced: true },
      Buffer.from(Array(79).fill(0)).fill(0),
    );
    expect(pixel(await openPhoto(interlaced))).toEqual([0, 0, 0, 255]);
  });

  it('takes the first frame of an animation, in its place', async () => {
    const frames = [Buffer.alloc(64, 100), Buffer.alloc(64, 10)];
    const gif = makeGif({ width: 8, height: 8, frames });
    expect(await inspectMedia(gif)).toMatchObject({ format: 'gif', isAnimated: true, hasAlpha: false });
    expect(pixel(await openPhoto(gif))).toEqual([200, 55, 40, 255]);
    const [red, blue] = [await webpPicture(16, 16, 'red'), await webpPicture(32, 32, 'blue')];
    const webp = makeWebp([webpHeader(32, 32, 18), webpFrame(red, 16, 16, 16, 8), webpFrame(blue, 32, 32)]);
    expect(await inspectMedia(webp)).toMatchObject({ format: 'webp', isAnimated: true, hasAlpha: true, width: 32 });
    const opened = await openPhoto(webp);
    expect(isNear(pixel(opened, 20, 12), [255, 0, 0, 255], 4)).toBe(true);
    expect([pixel(opened, 4, 4)[3], pixel(opened, 20, 28)[3]]).toEqual([0, 0]);
    const still = makePng({ width: 8, height: 8, color: 0 }, Buffer.alloc(72), [
      pngChunk('acTL', Buffer.from('0000000200000000', 'hex')),
    ]);
    expect(await inspectMedia(still)).toMatchObject({ format: 'png', isAnimated: true });
  });

  it('keeps what is transparent, and lays it on a colour when asked', async () => {
    const rgba = new Uint8Array(16 * 16 * 4).map((_, i) => [200, 100, 50, 64][i % 4]!);
    const opened = await openPhoto(await encodePng({ width: 16, height: 16, rgba }));
    expect(isNear(pixel(opened), [200, 100, 50, 64], 3)).toBe(true);
    expect(isNear(pixel(flatten(opened, [255, 255, 255])), [241, 216, 204, 255], 2)).toBe(true);
    const gif = makeGif({ width: 8, height: 8, frames: [Buffer.alloc(64, 7)], transparent: 7 });
    expect(pixel(flatten(await openPhoto(gif), [10, 20, 30]))).toEqual([10, 20, 30, 255]);
  });

  it('leaves empty what a first frame does not fill, made smaller too', async () => {
    const gif = Buffer.concat([
      gifHead(64, 64),
      gifFrame(32, 64, packPixels(Buffer.alloc(2048, 90))),
      Buffer.from(';'),
    ]);
    expect(await inspectMedia(gif)).toMatchObject({ isAnimated: false, hasAlpha: true });
    const small = await openPhoto(gif, { fit: { width: 16, height: 16 } });
    expect([pixel(small, 2)[3], pixel(small, 13)[3]]).toEqual([255, 0]);
  });

  it('opens a single pixel', async () => {
    const opened = await openPhoto(await encodePng({ width: 1, height: 1, rgba: Uint8Array.of(9, 8, 7, 255) }));
    expect(opened).toEqual({ width: 1, height: 1, rgba: Uint8Array.of(9, 8, 7, 255) });
  });

  it('makes smaller what is too large, and leaves alone what is not', async () => {
    const png = await encodePng(paintCorners());
    expect(await openPhoto(png, { fit: { width: 24, height: 24 } })).toMatchObject({ width: 24, height: 16 });
    expect(await openPhoto(png, { fit: { width: 480, height: 320 } })).toEqual(paintCorners());
    const small = await openPhoto(png, { pixelsMax: 384 });
    expect([small.width, small.height]).toEqual([24, 16]);
    expect(clockwise(small)).toBe('red green white blue');
  });
});
