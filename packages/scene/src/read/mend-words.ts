import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Token } from './tokens.ts';

/** Spells English words right that are like none but a known one; names keep their letters. */
export function mendWords(tokens: readonly Token[], lexicon: Lexicon): readonly Token[] {
  return tokens.map((token, at) => {
    const { kind, word, text } = token;
    const before = tokens[at - 1];
    const isName = /^\p{Lu}/u.test(text) && before !== undefined && before.word !== '.';
    if (kind !== 'word' || isName || !/^[a-z]{3,20}$/.test(word) || lexicon.look(word) !== undefined) return token;
    const right = lexicon.correct(word);
    return right === undefined ? token : { ...token, word: right, text: right };
  });
}
