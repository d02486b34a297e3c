import { describe, expect, it } from 'vitest';
import type { Picture } from '../encode-image.ts';
import { coverPicture, fitWithin, resizePicture } from './resize-picture.ts';

/** The same value for the same place everywhere. */
function textured(width: number, height: number, alpha: (x: number, y: number) => number = () => 255): Picture {
  const rgba = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const noise = (Math.imul(x * 7919 + y * 104_729 + 17, 2_654_435_761) >>> 24) & 63;
      const wave = 96 + 80 * Math.sin(x / 5) * Math.cos(y / 7);
      rgba.set([wave + noise, 255 - wave, (x * 255) / width, alpha(x, y)], (y * width + x) * 4);
    }
  }
  return { width, height, rgba };
}

const sinc = (x: number) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));
const lanczos3 = (x: number) => (Math.abs(x) < 3 ? sinc(x) * sinc(x / 3) : 0);

/** The definition, written down in doubles: separable, widened when shrinking, without what lies beyond the edge. */
function reference(
  picture: Picture,
  width: number,
  height: number,
  box = { x: 0, y: 0, width: picture.width, height: picture.height },
) {
  const weights = (size: number, from: number, length: number, toSize: number) => {
    const step = length / toSize;
    const scale = Math.max(1, step);
    return Array.from({ length: toSize }, (_, place) => {
      const center = from + (place + 0.5) * step;
      const row = Array.from({ length: size }, (_, i) => lanczos3((i + 0.5 - center) / scale));
      const sum = row.reduce((a, b) => a + b, 0);
      return row.map((weight) => weight / sum);
    });
  };
  const across = weights(picture.width, box.x, box.width, width);
  const down = weights(picture.height, box.y, box.height, height);
  return (x: number, y: number, channel: number): number => {
    let [sum, alphaSum] = [0, 0];
    for (const [row, wy] of down[y]!.entries()) {
      if (wy === 0) continue;
      for (const [column, wx] of across[x]!.entries()) {
        if (wx === 0) continue;
        const at = (row * picture.width + column) * 4;
        const alpha = picture.rgba[at + 3]! / 255;
        sum += wx * wy * picture.rgba[at + channel]! * (channel === 3 ? 1 : alpha);
        alphaSum += wx * wy * alpha;
      }
    }
    const value = channel === 3 ? sum : alphaSum > 0 ? sum / alphaSum : 0;
    return Math.max(0, Math.min(255, value));
  };
}

function largestError(picture: Picture, wanted: (x: number, y: number, channel: number) => number): number {
  let most = 0;
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      const at = (y * picture.width + x) * 4;
      for (let c = 0; c < 4; c++) most = Math.max(most, Math.abs(picture.rgba[at + c]! - wanted(x, y, c)));
    }
  }
  return most;
}

describe('resizePicture', () => {
  it.each([
    [90, 60, 30, 20],
    [97, 61, 31, 47],
    [40, 30, 64, 48],
    [50, 7, 25, 21],
    [3, 2, 10, 9],
    [1, 1, 4, 4],
  ])('from %i × %i to %i × %i is Lanczos-3 up to rounding', (width, height, toWidth, toHeight) => {
    const source = textured(width, height);
    expect(largestError(resizePicture(source, toWidth, toHeight), reference(source, toWidth, toHeight))).toBeLessThan(
      1,
    );
  });

  it('weighs colours by their alpha', () => {
    const source = textured(60, 40, (x, y) => 100 + ((x * 2 + y * 3) % 156));
    expect(largestError(resizePicture(source, 25, 15), reference(source, 25, 15))).toBeLessThan(1.6);
    const halves = textured(64, 8, (x) => (x < 32 ? 255 : 0));
    for (let at = 0; at < halves.rgba.length; at += 4) {
      halves.rgba.set(halves.rgba[at + 3] === 255 ? [200, 0, 0] : [0, 255, 0], at);
    }
    const small = resizePicture(halves, 9, 4);
    for (let at = 0; at < small.rgba.length; at += 4) {
      if (small.rgba[at + 3]! < 8) continue;
      expect([small.rgba[at]! > 190, small.rgba[at + 1]! < 6]).toEqual([true, true]);
    }
  });

  it('keeps a flat picture flat to the last bit', () => {
    const flat = { width: 77, height: 53, rgba: new Uint8Array(77 * 53 * 4).map((_, i) => [13, 200, 91, 255][i % 4]!) };
    for (const [width, height] of [
      [10, 10],
      [76, 52],
      [200, 120],
    ] as const) {
      const { rgba } = resizePicture(flat, width, height);
      expect(rgba).toEqual(new Uint8Array(width * height * 4).map((_, i) => [13, 200, 91, 255][i % 4]!));
    }
  });
});

describe('coverPicture', () => {
  it.each([
    [90, 60, 30, 30],
    [60, 90, 32, 18],
  ])('of %i × %i to %i × %i cuts off equally on both sides', (width, height, toWidth, toHeight) => {
    const source = textured(width, height);
    const step = Math.min(width / toWidth, height / toHeight);
    const box = { width: toWidth * step, height: toHeight * step };
    const wanted = reference(source, toWidth, toHeight, {
      ...box,
      x: (width - box.width) / 2,
      y: (height - box.height) / 2,
    });
    expect(largestError(coverPicture(source, toWidth, toHeight), wanted)).toBeLessThan(1);
  });
});

describe('fitWithin', () => {
  it('keeps the shape, never grows, and never vanishes', () => {
    expect(fitWithin({ width: 4000, height: 3000 }, { width: 1280, height: 720 })).toEqual({ width: 960, height: 720 });
    expect(fitWithin({ width: 100, height: 50 }, { width: 1280, height: 720 })).toEqual({ width: 100, height: 50 });
    expect(fitWithin({ width: 10_000, height: 1 }, { width: 100, height: 100 })).toEqual({ width: 100, height: 1 });
  });
});
