import { createLexicon, readPrompt } from '@openimagine/scene';
import { describe, expect, test } from 'vitest';
import { loadLexiconSources } from './lexicon-files.ts';

const lexicon = createLexicon(loadLexiconSources());
const kindOf = (noun: string): string | undefined => {
  const own = lexicon.look(noun)?.meaning.noun;
  const found = own ?? lexicon.findKin(noun);
  return found === undefined || found === 'abstract' ? found : found.kind;
};

describe('the lexicon of the installed packages', () => {
  test.each([
    ['schooner', 'sailingShip'],
    ['physician', 'person'],
    ['plumber', 'person'],
    ['kingfisher', 'bird'],
    ['titmouse', 'bird'],
    ['basset', 'dog'],
    ['mackerel', 'fish'],
    ['stallion', 'horse'],
    ['catamaran', 'boat'],
    ['hornbeam', 'tree'],
    ['recliner', 'chair'],
    ['warehouse', 'house'],
    ['book', 'book'],
    ['giraffe', 'giraffe'],
    ['croissants', 'bread'],
    ['abacus', 'thing'],
    ['guitar', 'guitar'],
    ['happiness', 'abstract'],
    ['flibbertigibbet', 'person'],
    ['zorgonaut', undefined],
  ])('%s is drawn as %s', (noun, kind) => {
    expect(kindOf(noun)).toBe(kind);
  });

  test('a name of an emoji beats a keyword of another', () => {
    expect(lexicon.findKin('pizza')).toMatchObject({ kind: 'thing', thing: '1f355', same: true });
    expect(lexicon.findKin('elephants')).toMatchObject({ kind: 'thing', thing: '1f418' });
  });

  test.each([
    ['犬', 'dog'],
    ['Ein Hund', 'dog'],
    ['une licorne', 'unicorn'],
    ['пингвин', 'penguin'],
    ['हाथी', 'elephant'],
    ['펭귄', 'penguin'],
    ['A corgi', 'dog'],
    ['An abacus on a desk', 'thing'],
  ])('%s shows a %s', (prompt, kind) => {
    expect(readPrompt(prompt, { lexicon, seed: 1 }).actors.map((actor) => actor.kind)).toContain(kind);
  });

  test('every picture that the lexicon names is among the files', () => {
    const { thingKeys } = loadLexiconSources();
    const keys = new Set(thingKeys);
    expect(keys.size).toBeGreaterThan(3000);
    for (const noun of ['umbrella', 'violin', 'cheese', 'cactus', 'snowman', 'hamburger']) {
      const found = lexicon.findPicture(noun);
      expect(found?.thing !== undefined && keys.has(found.thing), noun).toBe(true);
    }
  });
});
