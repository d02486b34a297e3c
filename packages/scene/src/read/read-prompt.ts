import type { Lexicon } from '../lexicon/lexicon.ts';
import { createRandom } from '../random.ts';
import type { Scene } from '../scene.ts';
import { composeScene } from './compose.ts';
import { readGrammar } from './grammar.ts';
import { readPicture } from './picture.ts';
import { readTerms } from './terms.ts';
import { clean, tokenize } from './tokens.ts';
import { translate } from './translate.ts';

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
  const { tokens, adjectivesFollow, splitsNouns } = translate(tokenize(prompt), lexicon);
  const picture = readPicture(tokens);
  const terms = readTerms(tokens, picture.isUsed, lexicon);
  const reading = readGrammar(terms, { lexicon, adjectivesFollow, splitsNouns });
  return composeScene(clean(prompt), reading, picture, createRandom(seed).fork('read'));
}
