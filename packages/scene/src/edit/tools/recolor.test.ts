import { describe, expect, test } from 'vitest';
import type { Target } from '../operation.ts';
import { makeRecolor } from './recolor.ts';
import { copyOf, testContext } from './restyle/test-clip.ts';

const CAR = { label: 'car', score: 0.9, box: { x: 105, y: 84, width: 110, height: 74 } };
const car: Target = { word: 'car', kind: 'thing', label: 'car' };

function recolored(target: Target, color: string) {
  const context = testContext({ width: 320, height: 180, things: [CAR] });
  const { picture } = context.survey.representative;
  const frame = copyOf(picture);
  const box = makeRecolor({ kind: 'recolor', target, color }, context).apply(frame, { index: 0, seconds: 0 });
  return {
    frame,
    picture,
    box,
    at: (x: number, y: number) => frame.rgba.subarray((y * 320 + x) * 4, (y * 320 + x) * 4 + 3),
  };
}

describe('a named thing', () => {
  test('takes the colour on, with its shading, and all else stays bit for bit', () => {
    const { frame, picture, box, at } = recolored(car, '#2050e0');
    const [red, green, blue] = at(160, 117);
    expect(blue!).toBeGreaterThan(red! * 2);
    expect(blue!).toBeGreaterThan(green!);
    expect(box).toBeDefined();
    let touched = 0;
    for (let i = 0; i < frame.rgba.length; i++) {
      const x = (i >> 2) % 320;
      const y = Math.floor((i >> 2) / 320);
      if (x > 95 && x < 225 && y > 76 && y < 168) continue;
      if (frame.rgba[i] !== picture.rgba[i]) touched++;
    }
    expect(touched).toBe(0);
    const luma = (rgba: Uint8Array, at: number) => rgba[at]! * 0.3 + rgba[at + 1]! * 0.59 + rgba[at + 2]! * 0.11;
    const bright = (117 * 320 + 161) * 4;
    const dark = (117 * 320 + 157) * 4;
    expect(Math.sign(luma(frame.rgba, bright) - luma(frame.rgba, dark))).toBe(
      Math.sign(luma(picture.rgba, bright) - luma(picture.rgba, dark)),
    );
  });

  test('that is not there is refused by name', () => {
    expect(() => recolored({ word: 'zeppelin', kind: 'thing', label: 'airplane' }, '#ff0000')).toThrow(/zeppelin/);
    expect(() => recolored({ word: 'hair', kind: 'hair' }, '#ff0000')).toThrow(/No face/);
    expect(() => recolored({ word: 'lake', kind: 'water' }, '#ff0000')).toThrow(/lake.*sky, ground/);
  });
});

test('the sky becomes pink and the ground stays green', () => {
  const { at, frame, picture } = recolored({ word: 'sky', kind: 'sky' }, '#e06aa0');
  const [red, green] = at(60, 20);
  expect(red!).toBeGreaterThan(green!);
  const ground = (170 * 320 + 20) * 4;
  expect(frame.rgba[ground + 1]).toBe(picture.rgba[ground + 1]);
});
