import { describe, expect, it } from 'vitest';
import { missingFrom } from './expect-scene.ts';
import { sayPlainly } from './plain-words.ts';
import { readPrompt } from './read-prompt.ts';
import { TEST_LEXICON } from './test-lexicon.ts';
import { tokenize } from './tokens.ts';

const plain = (prompt: string): string =>
  sayPlainly(tokenize(prompt), TEST_LEXICON)
    .map(({ word }) => word)
    .join(' ');

describe('plain words', () => {
  it.each([
    ['he runs like the wind through a field', 'he runs through a field'],
    ['his beard as white as snow, stirring', 'his white beard , stirring'],
    ['petals fall like snow', 'petals fall'],
    ['a dog as big as a house', 'a dog as big as a house'],
    ['a street like an old photograph', 'a street like an old photograph'],
    ['a girl dressed like a pirate', 'a girl dressed like a pirate'],
    ['a maple tree whose leaves have turned red', 'a maple tree with red leaves'],
    ['a cactus to its right', 'a cactus to the right of it'],
    ['a dog beside her, smiling', 'a dog beside hers , smiling'],
    ['a small dog next to a big one', 'a small dog next to a big dog'],
    ['the taller one wears a hat', 'the taller one wears a hat'],
  ])('%s', (prompt, expected) => {
    expect(plain(prompt)).toBe(expected);
  });
});

describe('shares', () => {
  it.each([
    ['Two cats, one black and one white, sleeping', ' | black cat lying | white cat lying'],
    ['Two children, one in a red jacket and the other in a blue one', ' | red person | blue person'],
    ['Three balloons: one red, one blue, one yellow', ' | red balloon | blue balloon | yellow balloon'],
    ['Three dogs running, two brown and one white', ' | 2 brown dog run | white dog run'],
    ['Two black cats and one orange cat', ' | 2 black cat | orange cat'],
  ])('%s', (prompt, expected) => {
    const scene = readPrompt(prompt, { lexicon: TEST_LEXICON, seed: 1 });
    expect(missingFrom(scene, expected)).toEqual([]);
  });
});
