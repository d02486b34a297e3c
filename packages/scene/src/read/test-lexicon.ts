import type { EmojiEntry } from '../lexicon/emoji.ts';
import { createLexicon } from '../lexicon/lexicon.ts';
import type { Scene } from '../scene.ts';
import { readPrompt } from './read-prompt.ts';

const entry = (hexcode: string, label: string, group: number, tags = ''): EmojiEntry => ({
  hexcode,
  label,
  group,
  tags: tags.split(' '),
});

const ENGLISH = [
  entry('1F950', 'croissant', 4, 'bread food'),
  entry('1F427', 'penguin', 3, 'bird animal'),
  entry('1F418', 'elephant', 3, 'animal'),
  entry('1F43B', 'bear', 3, 'animal'),
  entry('1F35C', 'steaming bowl', 4, 'ramen noodle'),
  entry('1F34A', 'tangerine', 4, 'orange fruit'),
  entry('1F344', 'mushroom', 3, 'toadstool'),
  entry('1F436', 'dog face', 3, 'pet'),
  entry('1F985', 'eagle', 3, 'bird'),
  entry('265F-FE0F', 'chess pawn', 6, 'chess'),
];
const GERMAN = [entry('1F427', 'Pinguin', 3, 'tier'), entry('1F418', 'Elefant', 3, 'tier')];
const HINDI = [entry('1F418', 'हाथी', 3)];

/** Our own tables with a handful of emoji and without WordNet: what the scene package knows by itself. */
export const TEST_LEXICON = createLexicon({
  emoji: (language) => ({ en: ENGLISH, de: GERMAN, hi: HINDI })[language] ?? [],
  thingKeys: ENGLISH.map(({ hexcode }) => hexcode.toLowerCase()),
  wordNet: () => undefined,
});

/** Reads a prompt with that. */
export const readForTest = (prompt: string, seed = 1): Scene => readPrompt(prompt, { lexicon: TEST_LEXICON, seed });
