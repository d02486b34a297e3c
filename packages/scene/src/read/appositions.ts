import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Token } from './tokens.ts';

const DEFINITE = /^(?:the|my|our|your|his|her|their)$/;
const SOMEBODY = /^(?:woman|man|girl|boy|lady|gentleman|guy|person|fellow)$/;
/** Words of "a tall old woman" that stand before `woman`. */
const LOOKS_MAX = 3;

/** "The gardener, a tall woman in green, waters roses": one person, told twice, becomes "a tall woman gardener in green waters roses". */
export function joinAppositions(tokens: readonly Token[], lexicon: Lexicon): readonly Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const told = appositionAt(tokens, at, lexicon);
    if (told === undefined) {
      joined.push(tokens[at]!);
      continue;
    }
    joined.push(...tokens.slice(at + 3, told.somebody + 1), tokens[at + 1]!);
    joined.push(...tokens.slice(told.somebody + 1, told.comma));
    at = told.comma;
  }
  return joined;
}

interface Apposition {
  readonly somebody: number;
  readonly comma: number;
}

function appositionAt(tokens: readonly Token[], at: number, lexicon: Lexicon): Apposition | undefined {
  const [the, name, comma, article] = tokens.slice(at, at + 4);
  if (!DEFINITE.test(the?.word ?? '') || comma?.word !== ',' || !/^an?$/.test(article?.word ?? '')) return undefined;
  if (name?.kind !== 'word' || lexicon.look(name.word)?.meaning.noun?.kind !== 'person') return undefined;
  let somebody = at + 4;
  while (somebody < at + 4 + LOOKS_MAX && !SOMEBODY.test(tokens[somebody]?.word ?? '')) somebody += 1;
  if (!SOMEBODY.test(tokens[somebody]?.word ?? '')) return undefined;
  let end = somebody + 1;
  while (tokens[end]?.kind === 'word' && tokens[end]!.word !== 'and') end += 1;
  const next = tokens[end + 1];
  // A list goes on with somebody else, a told one with what he does.
  const doing = next?.kind === 'word' ? lexicon.look(next.word)?.meaning : undefined;
  return tokens[end]?.word === ',' && doing?.verb !== undefined ? { somebody, comma: end } : undefined;
}
