import { expect, test } from 'vitest';
import { describeScene } from './describe.ts';
import { readPrompt } from './read-prompt.ts';
import { TEST_LEXICON } from './test-lexicon.ts';

const describePrompt = (prompt: string): string =>
  describeScene(readPrompt(prompt, { lexicon: TEST_LEXICON, seed: 1 }));

test('a sentence names counts, colours, poses and relations', () => {
  expect(describePrompt('Two black cats and one orange cat sitting on a red sofa')).toBe(
    'A room scene by day with two black cats sitting on a red sofa and an orange cat sitting on the sofa.',
  );
});

test('what a near kin stands for is told', () => {
  expect(describePrompt('An obelisk on the beach at night')).toContain('obelisk drawn as a tower');
});

test('things of other languages are named in English', () => {
  const sentence = describePrompt('雪の中の赤い鳥居');
  expect(sentence).toContain('red torii');
  expect(sentence).toContain('snow');
});

test('written words, titles, camera and style are told', () => {
  const sentence = describePrompt('Oil painting of a wooden sign that says "BREAD", the camera slowly zooms in');
  expect(sentence).toContain('oil-painted');
  expect(sentence).toContain('“BREAD”');
  expect(sentence).toContain('the camera zooms in');
});

test('a crowded scene stays within 600 characters and keeps its first things', () => {
  const things = Array.from(
    { length: 20 },
    (_, i) => `a huge old wooden blue boat next to ${i + 2} large yellow flowers`,
  );
  const sentence = describePrompt(things.join(', '));
  expect(sentence.length).toBeLessThanOrEqual(600);
  expect(sentence).toContain('blue boat');
  expect(sentence.endsWith('.')).toBe(true);
});
