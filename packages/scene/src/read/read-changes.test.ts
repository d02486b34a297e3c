import { expect, test } from 'vitest';
import { Scene } from '../scene.ts';
import { readForTest } from './test-lexicon.ts';

const changesIn = (prompt: string): string[] => {
  const scene = readForTest(prompt);
  expect(Scene.safeParse(scene).error).toBeUndefined();
  return scene.actors.flatMap(({ kind, changes = [] }) => changes.map((change) => `${kind} ${change.kind}`));
};

test.each([
  ['A red rose blooming on a black background', ['flower bloom']],
  ['A snowman slowly melts in the sun', ['snowman melt']],
  ['A coffee cup falls off a table and shatters on the floor', ['cup drop', 'cup break']],
  ['A cat knocks a vase off the shelf and it shatters', ['vase drop', 'vase break']],
  ['A man opens a treasure chest in a cave', ['chest open']],
  ['An old wooden door slowly opens', ['door open']],
  ['A candle is blown out by the wind', ['candle goOut']],
  ['A girl blows out the candles on a birthday cake', ['cake goOut']],
  ['A woman turns on a lamp in a dark bedroom', ['lamp light']],
  ['A boy lights a candle', ['candle light']],
  ['A pirate ship sinks in a stormy sea', ['sailingShip sink']],
  ['A rocket lands on Mars', ['rocket land']],
  ['A steam train arrives at a small station', ['train arrive']],
  ['A boy kicks a football in a park', ['ball hit']],
  ['A caterpillar transforms into a butterfly', ['thing vanish', 'butterfly appear']],
  ['A tiny seed grows into a huge tree', ['thing vanish', 'tree grow']],
  ['A tower of blocks collapses', ['tower collapse']],
  // What is so already does not become so, and what many things do is no change of one.
  ['A sunken ship on the sea floor', []],
  ['A woman in an open field', []],
  ['Autumn leaves falling in a park', []],
  ['Moss growing on rocks in a forest', []],
])('what becomes of things: %s', (prompt, expected) => {
  expect(changesIn(prompt)).toEqual(expected);
});

test('steps that are told one after the other share the film out', () => {
  const { actors } = readForTest('First an old wooden door creaks open, then a black cat walks in');
  const [door, cat] = ['door', 'cat'].map((kind) => actors.find((actor) => actor.kind === kind)?.changes?.[0]);
  expect(door?.kind).toBe('open');
  expect(cat?.kind).toBe('arrive');
  expect(door!.to).toBeLessThanOrEqual(0.5);
  expect(cat!.from).toBeGreaterThanOrEqual(0.5);
});

test.each([
  ['The four seasons pass over a lone oak tree', 'spring', ['summer', 'autumn', 'winter']],
  ['A meadow turning from summer to winter', 'summer', ['winter']],
  ['A cabin in the snow in winter', 'winter', []],
])('seasons turn: %s', (prompt, season, later) => {
  const scene = readForTest(prompt);
  expect(scene.season).toBe(season);
  expect((scene.turns ?? []).map((turn) => turn.season)).toEqual(later);
});

test('weather turns from what it was', () => {
  const scene = readForTest('A sunny beach, then a storm rolls in');
  expect(scene.weather).toBe('clear');
  expect(scene.turns?.map(({ weather }) => weather)).toEqual(['storm']);
  expect(readForTest('A stormy beach').turns).toBeUndefined();
});

test('moves of the camera come in their order', () => {
  const { camera } = readForTest('The camera pans right across a village, then tilts up to a castle');
  expect(camera.moves?.map(({ move }) => move)).toEqual(['panRight', 'tiltUp']);
  expect(camera.moves?.[1]?.from).toBe(0.5);
  const both = readForTest('Slow zoom in on an old clock while the camera orbits around it').camera;
  expect(both.moves?.map(({ move, from }) => `${move} ${from}`)).toEqual(['zoomIn 0', 'orbit 0']);
  expect(readForTest('The camera pans right').camera.moves).toBeUndefined();
});

test.each([
  ['A black cat walks in', ['cat arrive']],
  ['A dog running in a park', []],
  ['A man walks in the rain', []],
  ['A candle flickering on an old wooden table', []],
  ['A street with a red door open', []],
  ['A rabbit appears in a puff of smoke', ['rabbit appear']],
  ['A tree falls in the forest, birds fly away', ['tree collapse', 'bird leave']],
])('where somebody is is not where he comes: %s', (prompt, expected) => {
  expect(changesIn(prompt)).toEqual(expected);
});
