import { expect, it } from 'vitest';
import { readForTest } from './test-lexicon.ts';

it('the windows of a cabin are in its walls, those somebody is at are not', () => {
  const kinds = (prompt: string): string[] => readForTest(prompt).actors.map(({ kind }) => kind);
  expect(kinds('A cozy cabin in a snowstorm at night, warm windows')).toEqual(['house']);
  expect(kinds('A cat sitting in the window of a house')).toContain('window');
});

it('who is on a bench sits', () => {
  expect(readForTest('An old couple on a park bench').actors[0]?.pose).toBe('sitting');
});

it.each([
  ['A red car drives into the distance', 'away'],
  ['A woman looking out over the ocean', 'away'],
  ['A woman walks into the distance', 'away'],
  ['A woman looking at the camera', undefined],
])('%s: %s', (prompt, direction) => {
  expect(readForTest(prompt).actors[0]?.motion.direction).toBe(direction);
});

it('the blue hour is a dusk of its own', () => {
  const scene = readForTest('A lake at blue hour');
  expect(scene.time).toBe('dusk');
  expect(scene.setDetails).toContain('blue hour');
});

it('the Milky Way is seen from where one stands', () => {
  const scene = readForTest('A lighthouse and the milky way');
  expect(scene.set).toBe('shore');
  expect(scene.time).toBe('night');
  expect(scene.setDetails).toContain('milky way');
});

it('what is flown over stands on the ground', () => {
  expect(readForTest('A red dragon flying over a castle').set).toBe('castle');
  expect(readForTest('A superhero flying').set).toBe('sky');
});

it('who rows has a boat, two share one', () => {
  const { actors } = readForTest('A couple rowing on a pond');
  expect(actors.map(({ kind, count }) => [kind, count])).toEqual([
    ['person', 2],
    ['boat', 1],
  ]);
  expect(actors[0]?.relation?.kind).toBe('riding');
});
