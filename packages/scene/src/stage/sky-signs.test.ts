import { expect, it } from 'vitest';
import { Scene } from '../scene.ts';
import { createSkySigns } from './sky-signs.ts';
import { createView } from './view.ts';

const view = createView([0, 1.7, 10], [0, 2, 0], 46, 16 / 9);

function signs(details: readonly string[]) {
  const scene = Scene.parse({
    version: 1,
    set: 'field',
    setDetails: details,
    time: 'day',
    weather: 'clear',
    season: 'summer',
    style: 'natural',
    actors: [],
    camera: {},
  });
  return createSkySigns(scene, view, () => [0.5, 0.5, 0.5]);
}

it('a sky without signs draws nothing', () => {
  expect(signs([])).toEqual([]);
});

it('a rainbow is one picture whose middle is above the ground, where no fog swallows it', () => {
  const [bow] = signs(['rainbow']);
  const { count, data } = bow!(0, [0, 1.7, 10]);
  expect(count).toBe(1);
  expect(data[1]).toBeGreaterThan(20);
});

it('a tornado wanders, and a moment of it is always the same', () => {
  const [, funnel] = signs(['tornado']);
  const mean = (seconds: number): number => {
    const { count, data } = funnel!(seconds, [0, 1.7, 10]);
    let sum = 0;
    for (let i = 0; i < count; i++) sum += data[i * 12]!;
    return sum / count;
  };
  expect(mean(7) - mean(0)).toBeGreaterThan(8);
  expect(funnel!(3, [0, 1.7, 10]).data).toEqual(funnel!(3, [0, 1.7, 10]).data);
});

it('some meteors fall at any time', () => {
  const [shower] = signs(['meteor shower']);
  for (const seconds of [0, 1.3, 4, 7.9]) {
    const { count, data } = shower!(seconds, [0, 1.7, 10]);
    const lit = Array.from({ length: count }, (_, i) => data[i * 12 + 8]!).filter((alpha) => alpha > 0.3);
    expect(lit.length).toBeGreaterThan(3);
  }
});

it('the Milky Way hangs above the horizon', () => {
  const [band] = signs(['milky way']);
  const { count, data, blend } = band!(0, [0, 1.7, 10]);
  expect([count, blend]).toEqual([1, 'add']);
  expect(data[1]).toBeGreaterThan(150);
});
