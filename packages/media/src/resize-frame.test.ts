import { describe, expect, it } from 'vitest';
import { createResizer } from './resize-frame.ts';

const frameOf = (width: number, height: number, luma: (x: number, y: number) => number) => {
  const data = new Uint8Array((width * height * 3) / 2).fill(128);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data[y * width + x] = luma(x, y);
  return { width, height, data };
};

describe('createResizer', () => {
  it('keeps an even picture even, whatever the sizes', () => {
    for (const [from, to] of [
      [
        [16, 16],
        [32, 18],
      ],
      [
        [640, 360],
        [64, 64],
      ],
      [
        [2, 2],
        [8, 4],
      ],
      [
        [62, 34],
        [64, 36],
      ],
    ] as const) {
      const size = { width: to[0], height: to[1] };
      const { data } = createResizer({ width: from[0], height: from[1] }, size)(frameOf(from[0], from[1], () => 77));
      expect(new Set(data.subarray(0, to[0] * to[1]))).toEqual(new Set([77]));
      expect(new Set(data.subarray(to[0] * to[1]))).toEqual(new Set([128]));
    }
  });

  it('cuts off equally on both sides what does not fit', () => {
    const wide = frameOf(64, 16, (x) => (x < 24 || x >= 40 ? 0 : 200));
    const { data } = createResizer(wide, { width: 16, height: 16 })(wide);
    expect(new Set(data.subarray(0, 256))).toEqual(new Set([200]));
  });

  it('counts every sample when it makes smaller', () => {
    const stripes = frameOf(64, 64, (x) => (x % 2 === 0 ? 0 : 200));
    const { data } = createResizer(stripes, { width: 16, height: 16 })(stripes);
    for (const value of data.subarray(0, 256)) expect(Math.abs(value - 100)).toBeLessThan(8);
  });

  it('leaves a frame of the same size as it is', () => {
    const frame = frameOf(16, 8, (x, y) => x * 8 + y);
    expect(createResizer(frame, frame)(frame).data).toEqual(frame.data);
  });
});
