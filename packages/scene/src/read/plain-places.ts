import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Token } from './tokens.ts';

const LAND = /^(?:valleys?|hills?|hillsides?|slopes?|mountainsides?|plains?|sea|ocean|carpet)$/;
const CROPS = /^(?:wheat|corn|barley|rye|rice|lavender|rapeseed|grass|heather)$/;

/** "A valley of vineyards" is vineyards; "hills of tulips" are a field of them: what grows all over a land is the place. */
export function sayPlaces(tokens: readonly Token[], lexicon: Lexicon): readonly Token[] {
  const told: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const [land, of] = tokens.slice(at, at + 2);
    let end = at + 2;
    while (end < at + 4 && isLook(tokens[end], lexicon)) end += 1;
    const grown = tokens[end];
    const isOf = land?.kind === 'word' && LAND.test(land.word) && of?.word === 'of' && grown?.kind === 'word';
    const meaning = isOf ? lexicon.look(grown.word)?.meaning : undefined;
    if (!isOf || meaning === undefined) told.push(land!);
    else if (meaning.setting?.set === 'vineyard' || meaning.setting?.set === 'orchard') {
      if (/^an?$/.test(told.at(-1)?.word ?? '')) told.pop();
      at += 1;
    } else if (CROPS.test(grown.word) || (meaning.noun?.kind === 'flower' && /s$/.test(grown.word)))
      told.push({ kind: 'word', text: 'field', word: 'field' });
    else told.push(land);
  }
  return told;
}

const isLook = (token: Token | undefined, lexicon: Lexicon): boolean =>
  token?.kind === 'word' &&
  lexicon.look(token.word)?.meaning.noun === undefined &&
  lexicon.look(token.word)?.meaning.color !== undefined;
