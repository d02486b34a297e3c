import { describe, expect, it } from 'vitest';
import { Enlarger } from './enlarger.ts';
import { kernel } from './test-scene.ts';

const FROM = { width: 86, height: 62 };
const TO = { width: 102, height: 74 };

function frame({ width, height }: typeof FROM, luma: (x: number, y: number) => number): Uint8Array {
  const data = new Uint8Array((width * height * 3) / 2).fill(128);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data[y * width + x] = luma(x, y);
  return data;
}

describe('Enlarger', () => {
  it('leaves an even colour as it is, in all three planes and up to their last sample', () => {
    const even = new Uint8Array((FROM.width * FROM.height * 3) / 2);
    const luma = FROM.width * FROM.height;
    even
      .fill(235, 0, luma)
      .fill(30, luma, luma * 1.25)
      .fill(201, luma * 1.25);
    const large = new Enlarger(kernel, FROM, TO).enlarge(even);
    expect(large).toHaveLength((TO.width * TO.height * 3) / 2);
    const whole = TO.width * TO.height;
    expect(new Set(large.subarray(0, whole))).toEqual(new Set([235]));
    expect(new Set(large.subarray(whole, whole * 1.25))).toEqual(new Set([30]));
    expect(new Set(large.subarray(whole * 1.25))).toEqual(new Set([201]));
  });

  it('keeps slopes straight, and things where they are', () => {
    const large = new Enlarger(kernel, FROM, TO).enlarge(frame(FROM, (x, y) => 20 + x + 2 * y));
    for (const [x, y] of [
      [10, 10],
      [51, 37],
      [90, 60],
    ] as const) {
      // biome-ignore format: pairs
      const there = 20 + ((x + 0.5) * FROM.width) / TO.width - 0.5 + 2 * (((y + 0.5) * FROM.height) / TO.height - 0.5);
      expect(Math.abs(large[y * TO.width + x]! - there)).toBeLessThanOrEqual(1);
    }
  });

  it('an edge stays as steep as two samples, and overshoots little', () => {
    const large = new Enlarger(kernel, FROM, TO).enlarge(frame(FROM, (x) => (x < 43 ? 60 : 200)));
    const row = large.subarray(37 * TO.width, 38 * TO.width);
    expect(row.filter((value) => value > 75 && value < 185).length).toBeLessThanOrEqual(2);
    expect(Math.min(...row)).toBeGreaterThan(45);
    expect(Math.max(...row)).toBeLessThan(215);
  });

  it('gives the same again, whatever came between', () => {
    const enlarger = new Enlarger(kernel, FROM, TO);
    const drawn = frame(FROM, (x, y) => (x * 7 + y * 13) % 256);
    const first = enlarger.enlarge(drawn).slice();
    enlarger.enlarge(frame(FROM, () => 0));
    expect(enlarger.enlarge(drawn)).toEqual(first);
  });
});
