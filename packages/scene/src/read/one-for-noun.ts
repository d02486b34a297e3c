import type { Lexicon } from '../lexicon/lexicon.ts';
import { plural } from '../lexicon/plurals.ts';
import type { Token } from './tokens.ts';
import { isWorn } from './words-of-manner.ts';

/** "The taller one", "the other one": one of those who were told, and no other thing. */
const POINTING = /(?:er|est)$|^(?:last|first|second|third|left|right|next|same|only|young|old)$/;

/** Puts the noun for which "one" stands: a small dog beside a big dog, a red jacket and a blue jacket. */
export function nameOnes(tokens: readonly Token[], lexicon: Lexicon): readonly Token[] {
  if (!tokens.some(({ word }) => /^ones?$/.test(word))) return tokens;
  const named: Token[] = [];
  for (const [at, token] of tokens.entries()) {
    const noun = /^ones?$/.test(token.word) ? nounBefore(named, tokens[at + 1], lexicon) : undefined;
    if (noun === undefined) named.push(token);
    else {
      const word = token.word === 'ones' && !/s$/.test(noun) ? plural(noun) : noun;
      named.push({ kind: 'word', text: word, word });
    }
  }
  return named;
}

function nounBefore(before: readonly Token[], next: Token | undefined, lexicon: Lexicon): string | undefined {
  const look = before.at(-1);
  const opener = before.at(-2);
  if (!isLook(look, lexicon) || POINTING.test(look!.word) || opener?.kind !== 'word') return undefined;
  if (next?.kind === 'word' && isNoun(next, lexicon)) return undefined;
  for (let at = before.length - 2; at > 0; at--) {
    const token = before[at]!;
    if (token.word === '.') return undefined;
    if (isNoun(token, lexicon) && isLook(before[at - 1], lexicon)) return token.word;
  }
  return before.findLast((token) => isNoun(token, lexicon))?.word;
}

function isLook(token: Token | undefined, lexicon: Lexicon): boolean {
  if (token?.kind !== 'word') return false;
  const meaning = lexicon.look(token.word)?.meaning;
  const isTold = meaning?.color !== undefined || meaning?.size !== undefined || meaning?.attribute !== undefined;
  return isTold && meaning?.attribute !== '-';
}

function isNoun(token: Token, lexicon: Lexicon): boolean {
  if (token.kind !== 'word') return false;
  const meaning = lexicon.look(token.word)?.meaning;
  return (
    isWorn(token.word) || (meaning?.noun !== undefined && meaning.verb === undefined && meaning.color === undefined)
  );
}
