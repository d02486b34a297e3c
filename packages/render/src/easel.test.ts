import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Easel } from './easel.ts';
import { compileKernel, kernelUrl } from './kernel.ts';

const KERNEL = await compileKernel(Uint8Array.from(readFileSync(kernelUrl)));

const easelOf = (frameWidth: number, frameHeight: number, factor: number) =>
  new Easel(KERNEL, { frameWidth, frameHeight, factor });

function pictureOf(width: number, height: number): { rgba: Uint8Array } {
  const rgba = Uint8Array.from({ length: width * height * 4 }, (_, i) => (i * 89 + (i >> 5) * 31) & 255);
  return { rgba };
}

/** Any values, told apart by a reader and by a blur alike. */
function fill(plane: Float32Array): void {
  for (let i = 0; i < plane.length; i++) plane[i] = ((i * 37 + (i >> 3) * 11) % 101) / 100;
}

describe.each([
  [1, 1, 1],
  [17, 33, 1],
  [64, 48, 2],
  [63, 47, 2],
  [30, 31, 3],
])('a frame of %i × %i on a sheet of one in %i', (width, height, factor) => {
  test('comes down as it went up', () => {
    const easel = easelOf(width, height, factor);
    const picture = pictureOf(width, height);
    const back = { rgba: new Uint8Array(picture.rgba.length) };
    easel.take(picture);
    easel.give(back);
    expect(back.rgba).toEqual(picture.rgba);
  });

  test('is averaged square by square, the edge repeated', () => {
    const easel = easelOf(width, height, factor);
    const picture = pictureOf(width, height);
    const planes = [easel.plane(), easel.plane(), easel.plane()];
    easel.take(picture);
    easel.run('shrinkFrame', ...planes);
    for (const [channel, plane] of planes.entries()) {
      for (let i = 0; i < plane.length; i++) {
        const [left, top] = [(i % easel.width) * factor, Math.floor(i / easel.width) * factor];
        let sum = 0;
        for (let k = 0; k < factor * factor; k++) {
          const x = Math.min(width - 1, left + (k % factor));
          const y = Math.min(height - 1, top + Math.floor(k / factor));
          sum += picture.rgba[(y * width + x) * 4 + channel]!;
        }
        expect(plane[i]).toBeCloseTo(sum / factor / factor / 255, 5);
      }
    }
  });

  test.each([1, 3, 40])('is blurred by the mean of squares, radius %i', (radius) => {
    const easel = easelOf(width, height, factor);
    const [from, spare] = [easel.plane(), easel.plane()];
    fill(from);
    const before = Float32Array.from(from);
    easel.run('boxSheet', from, from, spare, radius);
    const at = (x: number, y: number) =>
      before[Math.min(easel.height - 1, Math.max(0, y)) * easel.width + Math.min(easel.width - 1, Math.max(0, x))]!;
    for (const i of [0, from.length >> 1, from.length - 1]) {
      let sum = 0;
      for (let dy = -radius; dy <= radius; dy++) {
        for (let dx = -radius; dx <= radius; dx++) sum += at((i % easel.width) + dx, Math.floor(i / easel.width) + dy);
      }
      expect(from[i]).toBeCloseTo(sum / (2 * radius + 1) ** 2, 4);
    }
  });
});

function plainCube(): Float32Array {
  const cube = new Float32Array(33 ** 3 * 4);
  for (let i = 0; i < 33 ** 3; i++) {
    const steps = [Math.floor(i / 33 / 33), Math.floor(i / 33) % 33, i % 33];
    for (const [c, step] of steps.entries()) cube[i * 4 + c] = (step / 32) * 255;
  }
  return cube;
}

test.each([1, 2, 3, 5])('a plane is enlarged by %i in straight lines between the middles of its pixels', (factor) => {
  const easel = easelOf(40, 30, factor);
  const slope = easel.plane();
  for (let i = 0; i < slope.length; i++) slope[i] = 4 * (i % easel.width) + 7 * Math.floor(i / easel.width);
  easel.take({ rgba: new Uint8Array(40 * 30 * 4) });
  // Adds 0.55 of the plane to every channel.
  easel.run('naturalFrame', easel.hold(plainCube()), slope);
  const back = { rgba: new Uint8Array(40 * 30 * 4) };
  easel.give(back);
  const at = (place: number, last: number) => Math.min(last, Math.max(0, (place + 0.5) / factor - 0.5));
  for (let y = 0; y < 30; y++) {
    for (let x = 0; x < 40; x++) {
      const expected = 0.55 * (4 * at(x, easel.width - 1) + 7 * at(y, easel.height - 1));
      expect(Math.abs(back.rgba[(y * 40 + x) * 4 + 1]! - Math.min(255, expected))).toBeLessThan(0.51);
    }
  }
});

test('colours pass through a cube that changes nothing, all but the last bit', () => {
  const easel = easelOf(16, 16, 1);
  const picture = pictureOf(16, 16);
  const back = { rgba: new Uint8Array(picture.rgba.length) };
  easel.take(picture);
  easel.run('cubeFrame', easel.hold(plainCube()));
  easel.give(back);
  expect(back.rgba).toEqual(picture.rgba);
});

test('arrays from elsewhere are refused', () => {
  const easel = easelOf(8, 8, 1);
  expect(() => easel.run('lumaSheet', new Float32Array(64), easel.plane(), easel.plane(), easel.plane())).toThrow(
    TypeError,
  );
});
