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

  test('of 300 characters is wrapped and made smaller, on a small picture too; of more it is refused', () => {
    const words = 'the quick brown fox jumps over the lazy dog '.repeat(7).slice(0, 300);
    for (const place of ['top', 'center', 'bottom'] as const) {
      const { box, frame, picture } = titled(words, place);
      expect(box!.y).toBeGreaterThanOrEqual(0);
      expect(box!.y + box!.height).toBeLessThanOrEqual(180);
      expect(differenceOf(frame, picture)).toBeGreaterThan(0.5);
    }
    expect(() => titled(`${words}and more`, 'top')).toThrow(/has \d+ characters on 1 lines; 300/);
  });

  test('keeps its lines, and a word that is too long for a line is cut', () => {
    const one = titled('One', 'top').box!;
    expect(titled('One\nTwo', 'top').box!.height).toBeGreaterThan(one.height * 1.3);
    const { box } = titled('x'.repeat(90), 'center');
    expect(box!.x).toBeGreaterThanOrEqual(0);
    expect(box!.x + box!.width).toBeLessThanOrEqual(320);
  });

  test('shows an emoji as its picture', () => {
    const context = testContext({ width: 320, height: 180 });
    const red = {
      width: 8,
      height: 8,
      rgba: new Uint8Array(256).map((_, i) => (i % 4 === 0 || i % 4 === 3 ? 255 : 0)),
    };
    const asked: string[] = [];
    const paintThing = (key: string) => {
      asked.push(key);
      return key === '1f389' || key === '2764-fe0f' ? red : undefined;
    };
    const frame = copyOf(context.survey.representative.picture);
    makeTitle(
      { kind: 'title', text: 'Hi 🎉❤\ufe0f', place: 'center' },
      { ...context, assets: { ...context.assets, paintThing } },
    ).apply(frame, { index: 0, seconds: 0 });
    expect(asked).toEqual(['1f389', '2764-fe0f']);
    let reds = 0;
    for (let i = 0; i < frame.rgba.length; i += 4) {
      if (frame.rgba[i]! > 240 && frame.rgba[i + 1]! < 20 && frame.rgba[i + 2]! < 20) reds++;
    }
    expect(reds).toBeGreaterThan(500);
  });

  test('in letters that no font has is refused, and the letters are named', () => {
    const context = testContext({ width: 320, height: 180 });
    const blind = (text: string, options: { width: number; height: number; color: string }) => {
      const picture = context.assets.paintText(text, options);
      return /[\u0900-\u097f]/u.test(text) ? { ...picture, rgba: new Uint8Array(picture.rgba.length) } : picture;
    };
    const assets = { ...context.assets, paintText: blind };
    expect(() => makeTitle({ kind: 'title', text: 'Hi नम', place: 'top' }, { ...context, assets })).toThrow(/न म/);
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
