import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Token } from './tokens.ts';

const WHOSE = /^(?:her|his|their|the|hers)$/;

/** "Flowers in her hair" are a wreath that she has on: nothing grows beside her. */
export function weaveFlowers(tokens: readonly Token[], lexicon: Lexicon): readonly Token[] {
  const woven: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const [into, whose, hair] = tokens.slice(at + 1, at + 4);
    const isWoven = /^(?:in|on|through)$/.test(into?.word ?? '') && WHOSE.test(whose?.word ?? '');
    const isFlower = token.kind === 'word' && lexicon.look(token.word)?.meaning.noun?.kind === 'flower';
    if (!isFlower || !isWoven || hair?.word !== 'hair') {
      woven.push(token);
      continue;
    }
    if (/^an?$/.test(woven.at(-1)?.word ?? '')) woven.pop();
    woven.push(...['flower', 'crown'].map((text): Token => ({ kind: 'word', text, word: text })));
    at += 3;
  }
  return woven;
}
