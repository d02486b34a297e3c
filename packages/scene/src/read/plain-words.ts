import type { Lexicon } from '../lexicon/lexicon.ts';
import { joinAppositions } from './appositions.ts';
import { weaveFlowers } from './flowers-in-hair.ts';
import { nameOnes } from './one-for-noun.ts';
import { partKind } from './parts.ts';
import { sayPlaces } from './plain-places.ts';
import { dropSimiles } from './similes.ts';
import type { Token } from './tokens.ts';
import { isWorn } from './words-of-manner.ts';

/**
 * Says the same in the plainer order that the grammar reads: no similes, "with a green apron" for "whose apron is
 * green", "to the right of it" for "to its right".
 */
export function sayPlainly(tokens: readonly Token[], lexicon: Lexicon): readonly Token[] {
  const literal = dropMultiples(
    dropSimiles(
      joinLooks(joinAppositions(sayPlaces(weaveFlowers(tokens, lexicon), lexicon), lexicon), lexicon),
      lexicon,
    ),
  );
  return layCloth(openSides(nameOnes(turnLooks(literal, lexicon), lexicon)), lexicon);
}

/** "Twice its size" says that it is large, and no more. */
function dropMultiples(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter((_, at) => ![0, 1, 2].some((back) => isMultiple(tokens, at - back)));
}

const isMultiple = (tokens: readonly Token[], at: number): boolean =>
  /^(?:twice|thrice|half|double)$/.test(tokens[at]?.word ?? '') &&
  /^(?:its|his|her|their|the)$/.test(tokens[at + 1]?.word ?? '') &&
  /^(?:size|height|length|weight)$/.test(tokens[at + 2]?.word ?? '');

const CLOTH = /^(?:velvet|silk|satin|linen|suede|felt|leather|paper|cloth|fabric|acrylic|slate)$/;

/** "On black velvet": a ground of that colour, and nothing that is made of it. */
function layCloth(tokens: readonly Token[], lexicon: Lexicon): readonly Token[] {
  return tokens.flatMap((token, at) => {
    const [on, color] = [tokens[at - 2], tokens[at - 1]];
    const next = tokens[at + 1];
    const isLast =
      next?.kind !== 'word' || /^(?:and|with|in|under|beside|next|surface|background|cloth|fabric)$/.test(next.word);
    const isGround = isLast && CLOTH.test(token.word) && /^(?:on|against|over)$/.test(on?.word ?? '');
    if (!isGround || color?.kind !== 'word' || lexicon.look(color.word)?.meaning.color === undefined) return [token];
    return [word('surface')];
  });
}

const word = (text: string): Token => ({ kind: 'word', text, word: text });
const COPULA = /^(?:is|are|was|were|has|have|had|turned|turning|been|become|became|looks?|glows?|shines?)$/;
const DEGREE = /^(?:very|so|quite|all|now|completely|almost|slightly|deep|bright|dark|pale|light)$/;
const LOOKS_MAX = 4;

/** "Whose leaves have turned red", "her hair is red": looks of a part, told behind it, go before it. */
function turnLooks(tokens: readonly Token[], lexicon: Lexicon): readonly Token[] {
  const turned: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]!;
    const isWhose = token.word === 'whose';
    const found =
      isWhose || /^(?:his|her|its|their|the)$/.test(token.word) ? lookBehind(tokens, at, isWhose, lexicon) : undefined;
    if (found === undefined) {
      turned.push(isWhose ? word('with') : token);
      at += 1;
      if (!isWhose || tokens[at]?.kind !== 'word') continue;
      // "Whose hair flows": it is the hair that flows.
      turned.push(tokens[at]!);
      if (COPULA.test(tokens[at + 1]?.word ?? '')) {
        at += 2;
        continue;
      }
      const verb = tokens[at + 1]?.kind === 'word' ? lexicon.look(tokens[at + 1]!.word)?.meaning : undefined;
      at += verb?.verb !== undefined && verb.noun === undefined ? 2 : 1;
      continue;
    }
    turned.push(word(isWhose ? 'with' : token.word), ...found.looks, ...found.noun);
    at += found.length;
  }
  return turned;
}

/** "A tall, dark stranger": the commas between looks of one thing part nothing. */
function joinLooks(tokens: readonly Token[], lexicon: Lexicon): readonly Token[] {
  return tokens.filter(({ kind, text }, at) => {
    if (kind !== 'mark' || !/^[,、，]$/.test(text)) return true;
    return !(followsOpener(tokens, at, lexicon) && leadsToNoun(tokens, at + 1, lexicon));
  });
}

const LOOK_WORDS = 4;

/** Whether an article or a number and nothing but looks stand before. */
function followsOpener(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 2 * LOOK_WORDS); i--) {
    const token = tokens[i]!;
    const meaning = token.kind === 'word' ? lexicon.look(token.word)?.meaning : {};
    const isOpener = meaning?.role === 'article' || meaning?.count !== undefined;
    if (isOpener) return i < at - 1;
    if (token.kind === 'mark' ? token.word !== ',' : !isAdjective(token, lexicon)) return false;
  }
  return false;
}

/** Whether looks and then a noun follow, without an article of their own. */
function leadsToNoun(tokens: readonly Token[], from: number, lexicon: Lexicon): boolean {
  for (let i = from; i < from + LOOK_WORDS; i++) {
    const token = tokens[i];
    if (token?.kind === 'mark' && token.text === ',' && i > from) continue;
    if (token?.kind !== 'word') return false;
    if (token.word === 'and' && i > from) continue;
    if (!isAdjective(token, lexicon)) {
      const meaning = lexicon.look(token.word)?.meaning;
      const isThing = meaning?.noun !== undefined || meaning?.setting !== undefined || meaning?.before !== undefined;
      return i > from && isThing && meaning?.preposition === undefined;
    }
  }
  return false;
}

/** A look by our tables; or a word of which the dictionary knows no thing. */
function isAdjective({ kind, word }: Token, lexicon: Lexicon): boolean {
  if (kind !== 'word' || word === 'and') return false;
  const meaning = lexicon.look(word)?.meaning;
  if (meaning === undefined) {
    const kin = /(?:ly|s)$/.test(word) ? 'abstract' : lexicon.findKin(word);
    return kin === undefined || (kin === 'abstract' && /(?:ed|ing|y|ous|ful|ish|ic|al|ive|less|ant|ent)$/.test(word));
  }
  const isLook = meaning.color !== undefined || meaning.size !== undefined || meaning.attribute !== undefined;
  return isLook && (meaning.noun === undefined || meaning.color !== undefined) && meaning.preposition === undefined;
}

interface Turned {
  readonly noun: readonly Token[];
  readonly looks: readonly Token[];
  readonly length: number;
}

function lookBehind(tokens: readonly Token[], at: number, isWhose: boolean, lexicon: Lexicon): Turned | undefined {
  let verb = at + 1;
  while (verb < at + LOOKS_MAX && tokens[verb]?.kind === 'word' && !COPULA.test(tokens[verb]!.word)) verb += 1;
  const noun = tokens.slice(at + 1, verb);
  const name = noun.at(-1)?.word;
  if (name === undefined || tokens[verb]?.kind !== 'word' || !COPULA.test(tokens[verb]!.word)) return undefined;
  if (!isWhose && partKind(name) === undefined && !isWorn(name)) return undefined;
  let end = verb;
  while (tokens[end]?.kind === 'word' && COPULA.test(tokens[end]!.word)) end += 1;
  const from = end;
  while (end < from + LOOKS_MAX && isLook(tokens[end], lexicon)) end += 1;
  const looks = tokens.slice(from, end).filter((token) => token.word !== 'and');
  return looks.length === 0 ? undefined : { noun, looks, length: end - at };
}

function isLook(token: Token | undefined, lexicon: Lexicon): boolean {
  if (token?.kind !== 'word') return false;
  const meaning = lexicon.look(token.word)?.meaning;
  if (meaning?.preposition !== undefined || meaning?.noun !== undefined) return meaning.color !== undefined;
  const isTold = meaning?.color !== undefined || meaning?.attribute !== undefined || meaning?.size !== undefined;
  return isTold || DEGREE.test(token.word);
}

/** "A cactus to its right": to the right of what was told before. */
function openSides(tokens: readonly Token[]): readonly Token[] {
  const opened: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const [to, whose, side, next] = tokens.slice(at, at + 4);
    if (isHer(to, whose) && PLACING.test(tokens[at - 1]?.word ?? '')) {
      opened.push(word('hers'));
      continue;
    }
    const isSide =
      /^(?:to|on|at)$/.test(to?.word ?? '') &&
      /^(?:his|her|its|their)$/.test(whose?.word ?? '') &&
      /^(?:left|right)$/.test(side?.word ?? '') &&
      (next === undefined || next.kind !== 'word' || /^(?:and|side|while|as|in|under|with)$/.test(next.word));
    if (!isSide) {
      opened.push(tokens[at]!);
      continue;
    }
    opened.push(...['to', 'the', side!.word, 'of', PRONOUN[whose!.word]!].map(word));
    at += next?.word === 'side' ? 3 : 2;
  }
  return opened;
}

const PLACING = /^(?:beside|behind|with|of|to|near|around|over|above|under|at|by|before|against)$/;

/** "Beside her" herself, and not her dog. */
const isHer = (her: Token | undefined, next: Token | undefined): boolean =>
  her?.word === 'her' &&
  (next?.kind !== 'word' || /^(?:and|or|while|as|in|on|at|under|with|is|are|who)$/.test(next.word));

const PRONOUN: Readonly<Record<string, string>> = { his: 'him', her: 'hers', its: 'it', their: 'them' };
