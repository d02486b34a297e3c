import { expect, test } from 'vitest';
import { readForTest } from './test-lexicon.ts';

test('words beside candles are the card’s, not theirs', () => {
  const scene = readForTest('Birthday card with a cake with four candles and the text "Happy Birthday Mia"');
  expect(scene.captions).toEqual([{ text: 'Happy Birthday Mia', place: 'bottom' }]);
  expect(scene.actors.every(({ text }) => text === undefined)).toBe(true);
  expect(readForTest('A cake with the text "Congrats"').actors[0]?.text).toBe('Congrats');
});

test('a flat poster is the style, its title’s place nobody else’s, and a huge sun stands behind', () => {
  const scene = readForTest(
    'A white sailboat in front of a huge orange sun, minimal flat poster, title "VOYAGE" at the bottom',
  );
  expect(scene).toMatchObject({
    style: 'poster',
    captions: [{ text: 'VOYAGE', place: 'bottom' }],
    time: 'sunset',
  });
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

test('posters, covers and cards have their words where they are told, in their colours, and hold no poster', () => {
  const cover = readForTest(
    'Book cover: "The Last Lighthouse" at the top in big letters, a lighthouse on a rock, author name "M. HALE" at the bottom',
  );
  expect(cover.captions).toEqual([
    { text: 'The Last Lighthouse', place: 'top' },
    { text: 'M. HALE', place: 'bottom', isSmall: true },
  ]);
  expect(cover.actors.map(({ kind, text }) => [kind, text])).toContainEqual(['lighthouse', undefined]);
  expect(cover.actors.some(({ kind }) => kind === 'thing' || kind === 'book')).toBe(false);
  const concert = readForTest(
    'Concert poster: a skeleton playing guitar, "THE BONES" in big red letters across the top, "LIVE FRIDAY" at the bottom',
  );
  expect(concert).toMatchObject({
    style: 'poster',
    captions: [{ place: 'top', color: '#c8201e' }, { place: 'bottom' }],
  });
});

test('words are the picture’s own where they are told to stand at its edge, else the thing’s that bears them', () => {
  expect(readForTest('A mountain lake at dawn with the words "BREATHE" at the top').captions).toMatchObject([
    { text: 'BREATHE', place: 'top' },
  ]);
  const wall = readForTest('A vintage poster on a wall that says "JAZZ"');
  expect(wall.captions).toBeUndefined();
  expect(wall.actors[0]).toMatchObject({ kind: 'sign', text: 'JAZZ' });
});

test('capitals behind "saying" are what is written, with or without quotes', () => {
  expect(readForTest('A wooden sign saying OPEN NOW over a cafe door').actors[0]?.text).toBe('OPEN NOW');
  expect(readForTest('A MAN READING A BOOK IN A PARK').actors[0]?.text).toBeUndefined();
});
