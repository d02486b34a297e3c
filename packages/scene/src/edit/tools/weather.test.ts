import { describe, expect, test } from 'vitest';
import type { EditWeather } from '../operation.ts';
import { copyOf, differenceOf, testContext } from './restyle/test-clip.ts';
import { makeWeather } from './weather.ts';

/** Exhaustive: a weather that is added must be added here. */
const WEATHERS = Object.keys({
  rain: 0,
  snow: 0,
  fog: 0,
  storm: 0,
  clouds: 0,
  sun: 0,
  wind: 0,
  petals: 0,
  leaves: 0,
  sparks: 0,
} satisfies Record<EditWeather, 0>) as EditWeather[];

function at(
  weather: EditWeather,
  seconds: number,
  options: { strength?: number; seed?: number; size?: [number, number] } = {},
) {
  const [width, height] = options.size ?? [160, 90];
  const context = testContext({ width, height, frames: 96, seed: options.seed ?? 1 });
  const { picture } = context.survey.representative;
  const frame = copyOf(picture);
  const tool = makeWeather({ kind: 'weather', weather, strength: options.strength ?? 1 }, context);
  const box = tool.apply(frame, { index: Math.round(seconds * 24), seconds });
  return { frame, picture, box, cues: tool.cues ?? [] };
}

describe.each(WEATHERS)('%s', (weather) => {
  test('is seen, is the same each time, and is not there at strength 0', () => {
    const { frame, picture } = at(weather, 1.5);
    expect(differenceOf(frame, picture)).toBeGreaterThan(0.15);
    expect(at(weather, 1.5).frame.rgba).toEqual(frame.rgba);
    const none = at(weather, 1.5, { strength: 0 });
    expect(none.box).toBeUndefined();
    expect(none.frame.rgba).toEqual(picture.rgba);
  });

  test('takes any size', () => {
    for (const size of [
      [1, 1],
      [16, 16],
      [17, 33],
    ] as [number, number][])
      expect(at(weather, 0, { size }).frame.rgba[3]).toBe(255);
  });

  test('is heard for the whole clip', () => {
    const { cues } = at(weather, 0);
    expect(cues.length).toBeGreaterThan(0);
    expect(cues[0]).toMatchObject({ startSeconds: 0, durationSeconds: 4 });
    for (const { gain } of cues) expect(gain).toBeGreaterThan(0);
  });
});

test.each(['rain', 'snow', 'petals', 'leaves', 'sparks'] as const)('%s moves from frame to frame', (weather) => {
  expect(differenceOf(at(weather, 1).frame, at(weather, 1 + 1 / 24).frame)).toBeGreaterThan(0.02);
});

test('the sun stands still', () => {
  expect(differenceOf(at('sun', 1).frame, at('sun', 1 + 1 / 24).frame)).toBe(0);
});

test('a storm has lightning, and thunder after each flash', () => {
  const { cues } = at('storm', 0);
  const thunder = cues.filter(({ kind }) => kind === 'thunder');
  expect(thunder.length).toBeGreaterThan(0);
  const flash = thunder[0]!.startSeconds - 0.35;
  const brightness = (seconds: number) => at('storm', seconds).frame.rgba.reduce((sum, value) => sum + value, 0);
  expect(brightness(flash + 0.01)).toBeGreaterThan(brightness(flash - 0.1) * 1.05);
});

test('another seed rains elsewhere', () => {
  expect(differenceOf(at('rain', 1, { seed: 1 }).frame, at('rain', 1, { seed: 2 }).frame)).toBeGreaterThan(0.02);
});
