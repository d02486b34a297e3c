import { allegoryOf } from '../lexicon/allegories.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { singulars } from '../lexicon/plurals.ts';
import { createRandom } from '../random.ts';
import type { Scene } from '../scene.ts';
import { absenceOf, splitNegative } from './absence.ts';
import { composeScene } from './compose.ts';
import { readGrammar } from './grammar.ts';
import { mendWords } from './mend-words.ts';
import { readPicture } from './picture.ts';
import { takeLettering } from './picture-lettering.ts';
import { sayPlainly } from './plain-words.ts';
import { writeOut } from './sections.ts';
import { spellEmoji } from './spell-emoji.ts';
import { readTerms } from './terms.ts';
import type { Token } from './tokens.ts';
import { clean, tokenize } from './tokens.ts';
import { translate } from './translate.ts';
import { withTurns } from './turns.ts';

export interface ReadOptions {
  readonly lexicon: Lexicon;
  /** Decides only what the prompt leaves open. */
  readonly seed: number;
}

/**
 * Reads a prompt in any language into a scene. Pure, and total: every string gives a scene that passes the schema and
 * shows something. Characters beyond the 8,000th are not read.
 */
export function readPrompt(prompt: string, { lexicon, seed }: ReadOptions): Scene {
  const random = createRandom(seed).fork('read');
  const [wanted, unwanted] = splitNegative(writeOut(prompt));
  const translated = translate(tokenize(spellEmoji(wanted, lexicon)), lexicon);
  const { adjectivesFollow, splitsNouns, isEnglish } = translated;
  const { tokens: unlettered, captions } = takeLettering(translated.tokens, lexicon);
  const tokens = sayPlainly(isEnglish ? mendWords(unlettered, lexicon) : unlettered, lexicon);
  const read = (all: readonly Token[]) => {
    const picture = readPicture(all);
    const terms = readTerms(all, picture.isUsed, lexicon);
    const reading = readGrammar(terms, { lexicon, adjectivesFollow, splitsNouns });
    for (const name of readUnwanted(unwanted, lexicon)) reading.without.add(name);
    if (captions.length > 0) reading.captions = captions;
    return { picture, reading };
  };
  const { picture, reading } = read(tokens);
  const abstract =
    reading.votes.length > 0 || reading.mentions.some(({ english }) => allegoryOf(english) === undefined)
      ? undefined
      : tokens.find(({ kind, word }) => kind === 'word' && allegoryOf(word) !== undefined);
  if (abstract === undefined) return withTurns(composeScene(clean(prompt), reading, picture, random), picture.turning);
  // The prompt's own words come first: its style and light win over those of the allegory.
  const longer = read([...tokens, STOP, ...tokenize(allegoryOf(abstract.word)!)]);
  const scene = composeScene(clean(prompt), longer.reading, longer.picture, random);
  const shown = longer.reading.mentions[0]?.english;
  const by = shown === undefined ? scene.set : (singulars(shown)[0] ?? shown);
  return { ...scene, substitutions: [{ word: abstract.text, by }, ...scene.substitutions] };
}

/** Names what a negative prompt lists; words of quality say nothing of what is to be seen. */
function readUnwanted(unwanted: string, lexicon: Lexicon): string[] {
  if (unwanted === '') return [];
  const terms = readTerms(translate(tokenize(unwanted), lexicon).tokens, [], lexicon);
  return terms.flatMap(({ word, meaning }) => {
    const name = absenceOf(meaning.noun?.kind, word);
    return meaning.noun !== undefined || (meaning.role === 'writing' && name === 'text') ? [name] : [];
  });
}

const STOP: Token = { kind: 'mark', text: '.', word: '.' };
