import { describe, expect, it } from 'vitest';
import { pyramidOf } from '../../edit/tools/track/luma.ts';
import { createGlider, glideOf } from './glide.ts';

const [WIDTH, HEIGHT] = [192, 108];

/** A landscape of blobs that lies `right` pixels further. */
function lumaAt(right: number): Uint8Array {
  const data = new Uint8Array(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const at = x - right;
      data[y * WIDTH + x] = 128 + 50 * Math.sin(at * 0.31 + Math.sin(y * 0.17)) + 45 * Math.cos(y * 0.29 + at * 0.11);
    }
  return data;
}

const frameOf = (luma: Uint8Array) => {
  const data = new Uint8Array(WIDTH * HEIGHT * 1.5).fill(128);
  data.set(luma);
  return { width: WIDTH, height: HEIGHT, data };
};

function tailOf(pixelsAFrame: number) {
  const pyramids = Array.from({ length: 8 }, (_, i) =>
    pyramidOf({ width: WIDTH, height: HEIGHT, data: lumaAt(i * pixelsAFrame) }),
  );
  return { pyramids, framesPerSecond: 24, width: WIDTH, height: HEIGHT };
}

describe('a camera that was moving', () => {
  it('is known by its last frames', () => {
    const glide = glideOf(tailOf(1.5))!;
    expect(glide.right).toBeCloseTo(36, 0);
    expect(Math.abs(glide.down)).toBeLessThan(2);
    expect(glideOf(tailOf(0))).toBeUndefined();
  });

  it('goes on at its pace, then comes to rest', () => {
    const glider = createGlider({ right: 36, down: 0, growth: 0, turn: 0 }, WIDTH, HEIGHT);
    const still = frameOf(lumaAt(0));
    const offBy = (seconds: number, right: number): number => {
      const { data } = glider(still, seconds);
      const wanted = lumaAt(right);
      let sum = 0;
      for (let y = 20; y < 88; y++)
        for (let x = 70; x < 120; x++) sum += Math.abs(data[y * WIDTH + x]! - wanted[y * WIDTH + x]!);
      return sum / (68 * 50);
    };
    expect(offBy(1 / 24, 1.5)).toBeLessThan(2);
    expect(offBy(2 / 24, 3)).toBeLessThan(3);
    const [late, later] = [20, 30].map((seconds) => Uint8Array.from(glider(still, seconds).data));
    expect(Buffer.compare(late!, later!)).toBe(0);
  });

  it('keeps the detail of the last frame, wherever its pixels come to lie between those', () => {
    const fine = frameOf(new Uint8Array(WIDTH * HEIGHT).map((_, i) => 128 + 90 * Math.sin((i % WIDTH) * 1.3)));
    const contrast = ({ data }: { readonly data: Uint8Array }): number => {
      let squares = 0;
      for (let y = 30; y < 80; y++) for (let x = 60; x < 130; x++) squares += (data[y * WIDTH + x]! - 128) ** 2;
      return Math.sqrt(squares);
    };
    for (const pixels of [0.25, 0.5, 0.75]) {
      const glider = createGlider({ right: pixels * 24, down: pixels * 24, growth: 0, turn: 0 }, WIDTH, HEIGHT);
      expect(contrast(glider(fine, 1 / 24)) / contrast(fine)).toBeGreaterThan(0.88);
    }
  });
});
