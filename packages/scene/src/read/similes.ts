import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Token } from './tokens.ts';

/** What a picture looks like as a whole: that is a style, and no simile. */
const PICTURES =
  /^(?:painting|photo|photograph|picture|film|movie|drawing|illustration|anime|cartoon|comic|sketch|poster|postcard|game|watercolou?r|engraving|print|etching|render|art|artwork|style|claymation|pixar|disney|ghibli|footage|documentary|album|book|magazine|advert|commercial|portrait|trailer|still|polaroid|collage|mosaic|tapestry|diorama|miniature|stage)s?$/;
/** "Things like lamps and books" names what is there. */
const EXAMPLES = /^(?:things|objects|items|animals|elements|details|features|fruits?|foods?|creatures|shapes|such)$/;
/** Behind these, "like" is a wish or a dress. */
const WISHES = /^(?:would|i'd|we'd|i|we|you|they|dressed|disguised|costumed|up|clothed|painted)$/;
/** With "as … as" they measure. */
const MEASURES = /^(?:big|large|tall|high|huge|long|small|tiny|little|short|many|much|well|soon|far)$/;
/** Adjectives of sayings that no table holds. */
const SAYINGS =
  /^(?:sharp|quiet|silent|soft|hard|light|heavy|cold|hot|bright|dark|strong|brave|swift|fast|quick|slow|clear|smooth|thin|wide|deep|fierce|proud|still|delicate|fragile|round|flat|thick|loud|gentle|calm|free|busy|sly|stubborn|solid|tough|pale|fresh|clean|dry|sweet|smart|wise|graceful|blind|cool)$/;
const ENDS =
  /^(?:and|or|but|while|as|with|without|in|on|at|under|over|behind|near|beside|through|across|against|from|into|onto|above|below|beneath|around|between|toward|towards|along|inside|outside|upon|by|who|that|which|whose|when|where|is|are|was|were)$/;
const LONGEST_SIMILE = 7;
const LONGEST_CLAUSE = 14;

/**
 * Takes similes out: whoever runs like the wind runs, and eyes as green as emeralds are green. What is said of the
 * picture as a whole (`like an old photograph`) stays, and so does what measures (`as tall as a house`).
 */
export function dropSimiles(tokens: readonly Token[], lexicon: Lexicon): readonly Token[] {
  if (!tokens.some(({ word }) => /^(?:like|as|resembling|reminiscent|similar)$/.test(word))) return tokens;
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const like = likeness(tokens, at, lexicon);
    if (like > 0) turnLook(kept, lexicon);
    const length = like || asIf(tokens, at) || asMuch(tokens, at, lexicon, kept);
    if (length === 0) kept.push(tokens[at]!);
    at += Math.max(1, length);
  }
  return kept;
}

/** "Like a cat", "resembling a ship". @returns how many tokens to leave out. */
function likeness(tokens: readonly Token[], at: number, lexicon: Lexicon): number {
  const { word, kind } = tokens[at]!;
  const before = tokens[at - 1]?.word ?? '';
  const after = tokens[at + 1]?.word ?? '';
  if (kind !== 'word' || tokens[at + 1]?.kind !== 'word') return 0;
  const skip =
    word === 'like' || word === 'resembling'
      ? 1
      : (word === 'reminiscent' && after === 'of') || (word === 'similar' && after === 'to')
        ? 2
        : 0;
  if (skip === 0 || EXAMPLES.test(before) || WISHES.test(before) || /^(?:to|this|that)$/.test(after)) return 0;
  const end = endOfSimile(tokens, at + skip, lexicon);
  return tokens.slice(at, end).some((token) => PICTURES.test(token.word)) ? 0 : end - at;
}

/** "As if he were flying": all that is only supposed. */
function asIf(tokens: readonly Token[], at: number): number {
  if (tokens[at]!.word !== 'as' || !/^(?:if|though)$/.test(tokens[at + 1]?.word ?? '')) return 0;
  let end = at + 2;
  while (end < tokens.length && end < at + LONGEST_CLAUSE && tokens[end]!.kind === 'word') end += 1;
  return end - at;
}

/** "As white as snow", "white as snow"; the look goes before the noun that it is said of. */
function asMuch(tokens: readonly Token[], at: number, lexicon: Lexicon, kept: Token[]): number {
  if (tokens[at]!.word !== 'as') return 0;
  const look = tokens[at + 1];
  if (look?.kind === 'word' && tokens[at + 2]?.word === 'as' && !MEASURES.test(look.word)) {
    const end = endOfSimile(tokens, at + 3, lexicon);
    const isSaid = isNoun(kept.at(-1), lexicon);
    kept.splice(isSaid ? -1 : kept.length, 0, look);
    return end - at;
  }
  const before = kept.at(-1);
  if (before?.kind !== 'word' || !isLook(before.word, lexicon)) return 0;
  const end = endOfSimile(tokens, at + 1, lexicon);
  const next = tokens[end];
  const last = tokens[end - 1];
  const isClause =
    next?.kind === 'word' && !next.word.endsWith('ing') && lexicon.look(next.word)?.meaning.verb !== undefined;
  if (end === at + 1 || end > at + 4 || isClause || !isNoun(last, lexicon)) return 0;
  turnLook(kept, lexicon);
  return end - at;
}

/** "Eyes green as emeralds": green eyes. */
function turnLook(kept: Token[], lexicon: Lexicon): void {
  const [noun, look] = kept.slice(-2);
  if (look === undefined || !isNoun(noun, lexicon) || !isLook(look.word, lexicon)) return;
  kept.splice(-2, 2, look, noun!);
}

function isLook(word: string, lexicon: Lexicon): boolean {
  const meaning = lexicon.look(word)?.meaning;
  return meaning?.color !== undefined || SAYINGS.test(word);
}

function isNoun(token: Token | undefined, lexicon: Lexicon): boolean {
  if (token?.kind !== 'word') return false;
  const meaning = lexicon.look(token.word)?.meaning;
  if (meaning === undefined) return lexicon.findKin(token.word) !== undefined;
  const isLittle = meaning.preposition !== undefined || meaning.count !== undefined || meaning.role === 'article';
  return !isLittle && meaning.color === undefined && (meaning.noun !== undefined || meaning.role === 'stop');
}

/** The first token behind what something is compared with. */
function endOfSimile(tokens: readonly Token[], from: number, lexicon: Lexicon): number {
  let end = from;
  let hasNoun = false;
  while (end < tokens.length && end < from + LONGEST_SIMILE) {
    const { kind, word } = tokens[end]!;
    if (kind !== 'word' || ENDS.test(word)) break;
    const meaning = lexicon.look(word)?.meaning;
    if (hasNoun && meaning?.verb !== undefined && (meaning.noun === undefined || /ing$/.test(word))) break;
    if (word !== 'of' && isNoun(tokens[end], lexicon)) hasNoun = true;
    end += 1;
  }
  return end;
}
