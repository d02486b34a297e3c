import { describe, expect, it } from 'vitest';
import { toI420, toRgba, writeI420 } from './i420.ts';

const [WIDTH, HEIGHT] = [62, 34];

/** Repeats itself on no machine and in no run differently. */
function noise(length: number, seed: number): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

const colors = () => {
  const rgba = noise(WIDTH * HEIGHT * 4, 7);
  for (let at = 3; at < rgba.length; at += 4) rgba[at] = 255;
  return rgba;
};

/** Samples that red, green and blue can all show: most random ones lie outside. */
const frame = () => ({
  width: WIDTH,
  height: HEIGHT,
  data: noise((WIDTH * HEIGHT * 3) / 2, 3).map((value, i) => (i < WIDTH * HEIGHT ? 70 + value / 2 : 108 + value / 6)),
});

describe('I420', () => {
  it('agrees with BT.709 as written', () => {
    const rgba = colors();
    const { data } = toI420(rgba, WIDTH, HEIGHT);
    for (let i = 0; i < WIDTH * HEIGHT; i++) {
      const [red, green, blue] = [0, 1, 2].map((c) => rgba[i * 4 + c]! / 255) as [number, number, number];
      const exact = 16 + 219 * (0.2126 * red + 0.7152 * green + 0.0722 * blue);
      expect(Math.abs(data[i]! - exact)).toBeLessThan(0.51);
    }
    const gray = toI420(new Uint8Array(16).fill(255), 2, 2);
    expect([...gray.data]).toEqual([235, 235, 235, 235, 128, 128]);
    const red = toI420(
      Uint8Array.from({ length: 16 }, (_, i) => (i % 4 === 0 ? 255 : 0)),
      2,
      2,
    );
    expect([...red.data]).toEqual([63, 63, 63, 63, 102, 240]);
  });

  it('comes back from RGBA within one level', () => {
    const before = frame();
    const after = toI420(toRgba(before), WIDTH, HEIGHT);
    for (const [i, value] of before.data.entries()) expect(Math.abs(after.data[i]! - value)).toBeLessThanOrEqual(1);
  });

  it('writes a box, widened to whole blocks, and nothing else', () => {
    const before = frame();
    const after = { ...before, data: Uint8Array.from(before.data) };
    writeI420(new Uint8Array(WIDTH * HEIGHT * 4), after, { x: 11, y: 7, width: 8, height: 4 });
    const isInside = (x: number, y: number) => x >= 10 && x < 20 && y >= 6 && y < 12;
    for (let y = 0; y < HEIGHT; y++) {
      for (let x = 0; x < WIDTH; x++) {
        const at = y * WIDTH + x;
        expect(after.data[at]).toBe(isInside(x, y) ? 16 : before.data[at]);
        const chroma = WIDTH * HEIGHT + (y >> 1) * (WIDTH >> 1) + (x >> 1);
        expect(after.data[chroma]).toBe(isInside(x, y) ? 128 : before.data[chroma]);
      }
    }
  });

  it('reads a box into a picture that is there, whatever its alignment', () => {
    const source = frame();
    const whole = toRgba(source);
    for (const offset of [0, 1]) {
      const memory = new Uint8Array(WIDTH * HEIGHT * 4 + offset).subarray(offset);
      expect(toRgba(source, memory, { x: 4, y: 2, width: 6, height: 2 }).byteOffset).toBe(offset);
      const at = (y: number, x: number) => [...memory.subarray((y * WIDTH + x) * 4, (y * WIDTH + x) * 4 + 4)];
      expect(at(2, 4)).toEqual([...whole.subarray((2 * WIDTH + 4) * 4, (2 * WIDTH + 4) * 4 + 4)]);
      expect(at(3, 9)).toEqual([...whole.subarray((3 * WIDTH + 9) * 4, (3 * WIDTH + 9) * 4 + 4)]);
      expect([at(1, 4), at(2, 3), at(4, 4), at(2, 10)]).toEqual(Array(4).fill([0, 0, 0, 0]));
    }
  });

  it('takes a box that hangs over, and one that is empty', () => {
    const target = frame();
    const before = Uint8Array.from(target.data);
    writeI420(colors(), target, { x: 20, y: 10, width: 0, height: 0 });
    writeI420(colors(), target, { x: -50, y: 0, width: 40, height: 400 });
    expect(target.data).toEqual(before);
    writeI420(new Uint8Array(WIDTH * HEIGHT * 4), target, { x: -9, y: -9, width: 1000, height: 1000 });
    expect(target.data).toEqual(toI420(new Uint8Array(WIDTH * HEIGHT * 4), WIDTH, HEIGHT).data);
  });
});
