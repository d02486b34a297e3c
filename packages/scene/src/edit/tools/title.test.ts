import { describe, expect, test } from 'vitest';
import type { TitlePlace } from '../operation.ts';
import { makeCrop } from './crop.ts';
import { makeFlip } from './flip.ts';
import { copyOf, differenceOf, testContext } from './restyle/test-clip.ts';
import { makeTitle } from './title.ts';

function titled(text: string, place: TitlePlace, frames = 1, seconds = 0) {
  const context = testContext({ width: 320, height: 180, frames });
  const { picture } = context.survey.representative;
  const frame = copyOf(picture);
  const box = makeTitle({ kind: 'title', text, place }, context).apply(frame, {
    index: Math.round(seconds * 24),
    seconds,
  });
  return { frame, picture, box };
}

describe('a title', () => {
  test.each([
    ['top', (y: number, x: number) => y < 0.4 && Math.abs(x - 0.5) < 0.02],
    ['center', (y: number, x: number) => Math.abs(y - 0.5) < 0.05 && Math.abs(x - 0.5) < 0.02],
    ['bottom', (y: number, x: number) => y > 0.6 && Math.abs(x - 0.5) < 0.02],
    ['topLeft', (y: number, x: number) => y < 0.4 && x < 0.5],
    ['bottomRight', (y: number, x: number) => y > 0.6 && x > 0.5],
  ] as const)('at %s lies there, and nothing outside of its box changes', (place, isThere) => {
    const { frame, picture, box } = titled('WINTER', place);
    expect(box).toBeDefined();
    const { x, y, width, height } = box!;
    expect(isThere((y + height / 2) / 180, (x + width / 2) / 320)).toBe(true);
    expect(differenceOf(frame, picture)).toBeGreaterThan(0.5);
    let touched = 0;
    for (let py = 0; py < 180; py++) {
      for (let px = 0; px < 320; px++) {
        if (px >= x && px < x + width && py >= y && py < y + height) continue;
        const at = (py * 320 + px) * 4;
        if (frame.rgba[at] !== picture.rgba[at]) touched++;
      }
    }
    expect(touched).toBe(0);
  });

  test('fades in on a clip and is wholly there after 0.4 s, and on a still at once', () => {
    expect(titled('HELLO', 'center', 48, 0).box).toBeUndefined();
    const early = titled('HELLO', 'center', 48, 0.2);
    const there = titled('HELLO', 'center', 48, 0.4);
    expect(differenceOf(early.frame, early.picture)).toBeLessThan(differenceOf(there.frame, there.picture));
    expect(there.frame.rgba).toEqual(titled('HELLO', 'center', 48, 1.5).frame.rgba);
    expect(there.frame.rgba).toEqual(titled('HELLO', 'center').frame.rgba);
  });

  test('that is long goes over several lines and stays within the frame', () => {
    const { box } = titled('A long and winding title that nobody could read if it stood on one line', 'bottom');
    const one = titled('Short', 'bottom').box!;
    expect(box!.height).toBeGreaterThan(one.height);
    expect(box!.x).toBeGreaterThanOrEqual(0);
    expect(box!.x + box!.width).toBeLessThanOrEqual(320);
    expect(box!.y + box!.height).toBeLessThanOrEqual(180);
  });

  test('of no words changes nothing', () => {
    expect(titled('  ', 'top').box).toBeUndefined();
  });
});

test('flipping twice gives the picture back, once mirrors it', () => {
  for (const axis of ['horizontal', 'vertical'] as const) {
    const context = testContext({ width: 17, height: 33 });
    const { picture } = context.survey.representative;
    const frame = copyOf(picture);
    const tool = makeFlip({ kind: 'flip', axis }, context);
    tool.apply(frame, { index: 0, seconds: 0 });
    const corner = axis === 'horizontal' ? 16 * 4 : 32 * 17 * 4;
    expect([...frame.rgba.subarray(0, 4)]).toEqual([...picture.rgba.subarray(corner, corner + 4)]);
    tool.apply(frame, { index: 0, seconds: 0 });
    expect(frame.rgba).toEqual(picture.rgba);
  }
});

test('a crop shows the middle larger; without a subject it cannot show one', () => {
  const context = testContext({ width: 64, height: 48 });
  const frame = copyOf(context.survey.representative.picture);
  makeCrop({ kind: 'crop', to: 'closer' }, context).apply(frame, { index: 0, seconds: 0 });
  expect(differenceOf(frame, context.survey.representative.picture)).toBeGreaterThan(1);
  expect(() => makeCrop({ kind: 'crop', to: 'subject' }, context)).toThrow(/no person, animal or thing/);
});
