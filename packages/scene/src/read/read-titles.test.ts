import { expect, test } from 'vitest';
import { readForTest } from './test-lexicon.ts';

test('words beside candles are the card’s, not theirs', () => {
  const scene = readForTest('Birthday card with a cake with four candles and the text "Happy Birthday Mia"');
  expect(scene.title).toBe('Happy Birthday Mia');
  expect(scene.actors.every(({ text }) => text === undefined)).toBe(true);
  expect(readForTest('A cake with the text "Congrats"').actors[0]?.text).toBe('Congrats');
});

test('a flat poster is the style, its title’s place nobody else’s, and a huge sun stands behind', () => {
  const scene = readForTest(
    'A white sailboat in front of a huge orange sun, minimal flat poster, title "VOYAGE" at the bottom',
  );
  expect(scene).toMatchObject({ style: 'poster', title: 'VOYAGE', time: 'sunset' });
  expect(scene.setDetails).toEqual(expect.arrayContaining(['huge sun', 'orange sun']));
  expect(scene.actors.map(({ kind, place }) => [kind, place])).toEqual([['boat', undefined]]);
});

test('two colours behind a French noun are both its own', () => {
  const scene = readForTest("Un phare blanc et rouge au bord de la mer, ciel orageux, peinture à l'huile");
  expect(scene).toMatchObject({ weather: 'storm', style: 'oil' });
  expect(scene.actors[0]).toMatchObject({ kind: 'lighthouse', color: '#f5f5f3', parts: [{ name: 'second' }] });
});

test('a drink that is poured fills its cup, and a bud is its flower', () => {
  const [cup, ...others] = readForTest('Close-up of coffee being poured into a white cup').actors;
  expect(cup).toMatchObject({ kind: 'cup', does: 'pour', attributes: ['coffee'], color: '#f5f5f3' });
  expect(others).toEqual([]);
  const flowers = readForTest('Time-lapse of a sunflower opening from a bud, blue sky behind').actors;
  expect(flowers).toMatchObject([{ kind: 'flower', attributes: ['sunflower', 'opening'] }]);
});

test('a fireball is between who casts it and whom it is for, in a hall of stone', () => {
  const { set, actors } = readForTest('A wizard casting a purple fireball at a skeleton in a dungeon');
  expect(set).toBe('hall');
  expect(actors.map(({ kind, relation }) => [kind, relation?.kind])).toEqual([
    ['person', 'leftOf'],
    ['fire', undefined],
    ['person', 'rightOf'],
  ]);
});
