import { describe, expect, test } from 'vitest';
import type { RestyleKind } from '../operation.ts';
import { copyOf, differenceOf, testContext } from './restyle/test-clip.ts';
import { makeRestyle, RESTYLES } from './restyle.ts';

describe.each(Object.keys(RESTYLES) as RestyleKind[])('%s', (style) => {
  test('repaints the whole frame, alike whenever it is asked and in whatever order', () => {
    const context = testContext({ width: 96, height: 64, frames: 48 });
    const { picture } = context.survey.representative;
    const frame = copyOf(picture);
    const tool = makeRestyle({ kind: 'restyle', style }, context);
    expect(tool.apply(frame, { index: 5, seconds: 5 / 24 })).toEqual({ x: 0, y: 0, width: 96, height: 64 });
    expect(differenceOf(frame, picture)).toBeGreaterThan(0.3);

    const other = makeRestyle({ kind: 'restyle', style }, testContext({ width: 96, height: 64, frames: 48 }));
    other.apply(copyOf(picture), { index: 30, seconds: 30 / 24 });
    const again = copyOf(picture);
    other.apply(again, { index: 5, seconds: 5 / 24 });
    expect(again.rgba).toEqual(frame.rgba);
  });

  test('does not flicker: the same picture a frame later looks the same', () => {
    const context = testContext({ width: 96, height: 64, frames: 48 });
    const { picture } = context.survey.representative;
    const tool = makeRestyle({ kind: 'restyle', style }, context);
    const first = copyOf(picture);
    const second = copyOf(picture);
    tool.apply(first, { index: 8, seconds: 8 / 24 });
    tool.apply(second, { index: 9, seconds: 9 / 24 });
    // Clay's thumb prints change twelve times a second, between the frames before and after these.
    expect(differenceOf(first, second)).toBe(0);
  });

  test.each([
    [1, 1],
    [16, 16],
    [17, 33],
    [901, 481],
  ])('paints a picture of %i × %i and leaves it opaque', (width, height) => {
    const context = testContext({ width, height });
    const frame = copyOf(context.survey.representative.picture);
    makeRestyle({ kind: 'restyle', style }, context).apply(frame, { index: 0, seconds: 0 });
    for (let i = 3; i < frame.rgba.length; i += 4)
      if (frame.rgba[i] !== 255) throw new Error(`pixel ${i >> 2} lost its alpha`);
  });
});

test('noir has no colour, and black as well as white', () => {
  const context = testContext({ width: 96, height: 64 });
  const frame = copyOf(context.survey.representative.picture);
  makeRestyle({ kind: 'restyle', style: 'noir' }, context).apply(frame, { index: 0, seconds: 0 });
  const lumas: number[] = [];
  for (let i = 0; i < frame.rgba.length; i += 4) {
    expect(frame.rgba[i]).toBe(frame.rgba[i + 1]);
    expect(frame.rgba[i]).toBe(frame.rgba[i + 2]);
    lumas.push(frame.rgba[i]!);
  }
  expect(Math.max(...lumas) - Math.min(...lumas)).toBeGreaterThan(150);
});

test('pixel art keeps to one small palette', () => {
  const context = testContext({ width: 320, height: 180 });
  const frame = copyOf(context.survey.representative.picture);
  makeRestyle({ kind: 'restyle', style: 'pixel' }, context).apply(frame, { index: 0, seconds: 0 });
  const colors = new Set<number>();
  for (let i = 0; i < frame.rgba.length; i += 4) {
    colors.add((frame.rgba[i]! << 16) | (frame.rgba[i + 1]! << 8) | frame.rgba[i + 2]!);
  }
  expect(colors.size).toBeLessThanOrEqual(28);
});
