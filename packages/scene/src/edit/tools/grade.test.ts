import { describe, expect, test } from 'vitest';
import type { Thing } from '../../vision/sight.ts';
import type { Grade } from '../operation.ts';
import { makeGrade } from './grade.ts';
import { copyOf, differenceOf, testContext } from './restyle/test-clip.ts';

/** Exhaustive: a grade that is added must be added here. */
const GRADES = Object.keys({
  blackAndWhite: 0,
  sepia: 0,
  night: 0,
  day: 0,
  sunset: 0,
  winter: 0,
  autumn: 0,
  spring: 0,
  summer: 0,
  vintage: 0,
  warm: 0,
  cool: 0,
  bright: 0,
  dark: 0,
  vivid: 0,
  faded: 0,
  cinematic: 0,
} satisfies Record<Grade, 0>) as Grade[];

function graded(grade: Grade, strength = 1, width = 96, height = 64) {
  const context = testContext({ width, height, frames: 24 });
  const frame = copyOf(context.survey.representative.picture);
  const box = makeGrade({ kind: 'grade', grade, strength }, context).apply(frame, { index: 3, seconds: 3 / 24 });
  return { frame, box, picture: context.survey.representative.picture };
}

describe.each(GRADES)('%s', (grade) => {
  test('changes the picture, more with more strength, and not at all at strength 0', () => {
    const whole = graded(grade);
    const half = graded(grade, 0.5);
    const none = graded(grade, 0);
    expect(whole.box).toEqual({ x: 0, y: 0, width: 96, height: 64 });
    expect(differenceOf(whole.frame, whole.picture)).toBeGreaterThan(differenceOf(half.frame, half.picture));
    expect(differenceOf(half.frame, half.picture)).toBeGreaterThan(0.2);
    expect(none.box).toBeUndefined();
    expect(none.frame.rgba).toEqual(none.picture.rgba);
  });

  test('is the same each time and takes any size', () => {
    expect(graded(grade).frame.rgba).toEqual(graded(grade).frame.rgba);
    for (const [width, height] of [
      [1, 1],
      [16, 16],
      [17, 33],
    ] as const) {
      expect(graded(grade, 1, width, height).frame.rgba[3]).toBe(255);
    }
  });
});

test('black and white has no colour left', () => {
  const { rgba } = graded('blackAndWhite').frame;
  for (let i = 0; i < rgba.length; i += 4) {
    expect(
      Math.max(rgba[i]!, rgba[i + 1]!, rgba[i + 2]!) - Math.min(rgba[i]!, rgba[i + 1]!, rgba[i + 2]!),
    ).toBeLessThan(2);
  }
});

test('night darkens the ground, turns the sky deep blue and keeps the lamp warm', () => {
  const { frame, picture } = graded('night', 1, 320, 200);
  const at = (x: number, y: number) => [...frame.rgba.subarray((y * 320 + x) * 4, (y * 320 + x) * 4 + 3)] as const;
  const [skyRed, , skyBlue] = at(60, 20);
  expect(skyBlue!).toBeGreaterThan(skyRed! * 1.5);
  expect(skyBlue!).toBeLessThan(110);
  const ground = (180 * 320 + 40) * 4;
  expect(frame.rgba[ground + 1]!).toBeLessThan(picture.rgba[ground + 1]! * 0.6);
  const [lampRed, , lampBlue] = at(272, 120);
  expect(lampRed!).toBeGreaterThan(150);
  expect(lampRed!).toBeGreaterThan(lampBlue!);
});

test('autumn turns green ground to amber and leaves the sky blue', () => {
  const { rgba } = graded('autumn').frame;
  const ground = (60 * 96 + 10) * 4;
  expect(rgba[ground]!).toBeGreaterThan(rgba[ground + 1]!);
  const sky = (5 * 96 + 10) * 4;
  expect(rgba[sky + 2]!).toBeGreaterThan(rgba[sky]!);
});

test('at night a yellow window shines, and a yellow car does not', () => {
  const box = { x: 66, y: 124, width: 10, height: 9 };
  const redOf = (things: readonly Thing[]) => {
    const context = testContext({ width: 320, height: 200, things });
    const frame = copyOf(context.survey.representative.picture);
    for (let y = box.y; y < box.y + box.height; y++) {
      for (let x = box.x; x < box.x + box.width; x++) frame.rgba.set([250, 200, 60], (y * 320 + x) * 4);
    }
    makeGrade({ kind: 'grade', grade: 'night', strength: 1 }, context).apply(frame, { index: 0, seconds: 0 });
    return frame.rgba[(128 * 320 + 71) * 4]!;
  };
  const window = redOf([]);
  expect(window).toBeGreaterThan(150);
  expect(redOf([{ label: 'car', score: 0.8, box }])).toBeLessThan(window * 0.7);
});
