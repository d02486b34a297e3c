import type { EditOperation, PasteOperation, Target } from '../operation.ts';
import { type ClauseReader, group, type ReadContext, splitList } from './clause-reader.ts';
import { isWearable } from './objects.ts';
import { readFramePlace } from './places.ts';
import { readTarget } from './targets.ts';

type Relation = PasteOperation['onto']['relation'];

const PUT =
  /^(?:put|place|add|insert|paste|copy|move|composite|show|bring|take|superimpose|overlay|set|seat|position|drop|stick|have|let|cut(?: out)?|make|transfer|arrange|gather|include|combine|merge|join)\s+(.+)$/iu;
/** "The dog from @1@": written as one word behind its noun, `the dog ^1^`. */
const OF_INPUT =
  /(?<=[\p{L}\d'])\s+(?:(?:that|which) (?:is|are) |shown |pictured )?(?:from|in|of|out of)\s+(?:the |image |input |picture |photo )*@(\d+)@/giu;
/** "Put the dog in @1@": that is where it goes, not where it is. */
const GOES_INTO =
  /^(?:put|place|add|insert|paste|move|set|drop)\s+[^@]+?\s+(?:in|into|on|onto|to)\s+(?:the |image |input |picture |photo )*@\d+@$/iu;
const OWNER = /@(\d+)@(?:'s)\s+(\p{L}+(?: \p{L}+)?)/giu;
const PREPOSITION =
  /\s+(?:(?:and|then)\s+(?:put|place|paste|insert|add|set)\s+(?:it|him|her|them)\s+)?(?:(?:(?:is |are |to )?(?:standing|sitting|lying|walking|floating|swimming|sit|stand|lie|walk|float|swim)|together|all|right|directly|side by side)\s+)*(on top of|onto|on|upon|in front of|into|inside|in|next to|beside|near|by|behind|over|above|at|to|with|under)\s+/giu;
const WEARS =
  /^(?:(?:let|make|have|give|dress|show|put)\s+)?(.+?)(?:\s*\^(\d+)\^)?\s+(?:(?:to )?(?:wear(?:s|ing)?|hold(?:s|ing)?|put(?:ting)? on|with|in)\s+)?((?:the|an?|that|this|those|these)\s+.+?)\s*\^(\d+)\^$/iu;
const REPLACE =
  /^(?:replace|swap|substitute|exchange|switch|change)\s+(.+?)(?:\s*\^(\d+)\^)?\s+(?:with|by|for|to|into|and)\s+(?:(.+?)\s*\^(\d+)\^|(?:the |image )*@(\d+)@)$/iu;
/** Words for a whole input. */
const PICTURE = /^(?:the |image |input |picture |photo |logo )*@(\d+)@$/iu;
const EDGE =
  /^(?:the |an? |very )*(?:(?:top|bottom|upper|lower|left|right|far|hand)[- ]*)*(?:top|bottom|left|right|corner|side|edge|middle|cent(?:er|re)|foreground)(?:[- ](?:corner|side|edge|third|half))?$/iu;

const CLOTHES_WHY =
  'Clothes and hair are not taken over from another picture: ask for them in another colour, or for a hat, glasses, a scarf or a necklace in words.';
const FACES_WHY = 'Faces are not exchanged: a whole person is cut out and put into another picture.';
const SKY_WHY =
  'A sky alone is not taken from another picture: ask for another weather, for sunset or for night, or replace the whole background.';

/** What is cut out of one input and put into another. */
export const readPasteClause: ClauseReader = (clause, context) => {
  if (context.inputs.kind !== 'image' || context.inputs.count < 2 || /«/u.test(clause)) return undefined;
  const isTagged = /@\d+@/u.test(clause);
  if (
    isTagged &&
    /\b(?:background|backdrop|setting|scene)\b/iu.test(clause) &&
    !/\b(?:dog|cat|person)\b/iu.test(clause)
  ) {
    const image = Number(/@(\d+)@(?!.*@\d+@)/u.exec(clause.replaceAll('@0@', ''))?.[1] ?? 0);
    if (image > 0 && !PUT.test(clause.replace(/^use\b/iu, '')))
      return [{ kind: 'background', background: { kind: 'image', image } }];
  }
  const tied = GOES_INTO.test(clause) ? clause : clause.replaceAll(OWNER, '$2 ^$1^').replaceAll(OF_INPUT, ' ^$1^');
  const read = isTagged ? (readReplace(tied, context) ?? readWears(tied, context)) : undefined;
  return read ?? readPut(tied, isTagged, context);
};

function readReplace(clause: string, context: ReadContext): readonly EditOperation[] | undefined {
  const match = REPLACE.exec(clause);
  if (!match) return undefined;
  const image = Number(match[4] ?? match[5]);
  const gone = readTarget(group(match, 1), context.lexicon);
  const why = gone && cannotTake(gone);
  if (why !== undefined || /\bfaces?\b/iu.test(group(match, 1))) return refuse(clause, why ?? FACES_WHY, context);
  if (gone?.kind === 'background') return [{ kind: 'background', background: { kind: 'image', image } }];
  if (gone?.kind === 'sky') return refuse(clause, SKY_WHY, context);
  if (!gone || image === Number(match[2] ?? 0)) return undefined;
  const named = group(match, 3);
  const target = named === '' || isSame(named) ? undefined : readTarget(named, context.lexicon);
  return [
    { kind: 'remove', target: gone },
    paste(image, target ?? (isSame(named) ? gone : undefined), Number(match[2] ?? 0), 'in', gone),
  ];
}

/** "The one": of the same kind as what was named before. */
function isSame(text: string): boolean {
  return /^(?:the |that |this )?(?:ones?|same)$/iu.test(text);
}

function cannotTake({ kind }: Target): string | undefined {
  if (kind === 'clothing' || kind === 'hair') return CLOTHES_WHY;
  return kind === 'face' ? FACES_WHY : undefined;
}

function refuse(clause: string, why: string, { tellUndone }: ReadContext): readonly EditOperation[] {
  const spelled = clause.replaceAll(/\s*\^(\d+)\^/gu, ' in @$1@');
  tellUndone(spelled, why);
  return [];
}

function readWears(clause: string, context: ReadContext): readonly EditOperation[] | undefined {
  const match = WEARS.exec(clause);
  if (!match) return undefined;
  const whom = PICTURE.exec(group(match, 1));
  const who: Target | undefined = whom
    ? { word: 'person', kind: 'person', label: 'person' }
    : readTarget(group(match, 1), context.lexicon);
  const base = Number(match[2] ?? whom?.[1] ?? 0);
  const image = Number(match[4]);
  const target = readTarget(group(match, 3), context.lexicon);
  if (!target || !who || (who.kind !== 'person' && who.kind !== 'animal') || base === image) return undefined;
  const why = cannotTake(target);
  if (why !== undefined) return refuse(clause, why, context);
  const isWorn = /\b(?:wear|hold|put on|give|dress|with)/iu.test(clause) || isWearable(target.word);
  return isWorn ? [paste(image, target, base, 'on', who)] : undefined;
}

interface Piece {
  readonly image?: number;
  readonly target?: Target;
  readonly isPicture: boolean;
}

/** "The dog, the cat ^2^ and @3@ on the meadow ^0^". */
function readPut(clause: string, isTagged: boolean, context: ReadContext): readonly EditOperation[] | undefined {
  const put = PUT.exec(clause)?.[1] ?? (/^(?:the|both|all)\b|^@/iu.test(clause) ? clause : undefined);
  if (put === undefined) return undefined;
  for (const match of put.matchAll(PREPOSITION)) {
    const pieces = readPieces(put.slice(0, match.index), isTagged, context);
    const where = pieces && readWhere(put.slice(match.index + match[0].length), isTagged, context);
    if (pieces && where) return pasteAll(clause, pieces, relationOf(group(match, 1)), where, context);
  }
  const alone = /^(.+?)(?:\s+(?:together|side by side|next to each other|in one (?:picture|image|photo)))?$/iu.exec(
    put,
  );
  const pieces = alone ? readPieces(group(alone, 1), isTagged, context) : undefined;
  const isSeveral = pieces !== undefined && (pieces.length > 1 || (isTagged && pieces[0]?.image !== 0));
  return isSeveral ? pasteAll(clause, pieces, 'nextTo', {}, context) : undefined;
}

function readPieces(text: string, isTagged: boolean, { lexicon }: ReadContext): readonly Piece[] | undefined {
  const pieces = splitList(text).map((part): Piece | undefined => {
    const picture = PICTURE.exec(part);
    if (picture) return { image: Number(picture[1]), isPicture: true };
    const [, named = '', image] = /^(.*?)(?:\s*\^(\d+)\^)?$/u.exec(part) ?? [];
    // "A cup" is a new one; "the cup" is one that a picture shows.
    if (!isTagged && !/^(?:the|this|that|these|those|both|all|my|his|her|their)\s/iu.test(named)) return undefined;
    if (/[@^]/u.test(named)) return undefined;
    const target = readTarget(named, lexicon);
    if (!target || (image === undefined && isTagged && /^(?:an?|some)\s/iu.test(named))) return undefined;
    if (target.kind === 'subject' && image === undefined) return undefined;
    return { target, isPicture: false, ...(image === undefined ? {} : { image: Number(image) }) };
  });
  return pieces.length > 0 && pieces.every((piece) => piece !== undefined) ? pieces : undefined;
}

interface Where {
  readonly image?: number;
  readonly anchor?: Target;
  readonly place?: NonNullable<PasteOperation['place']>;
}

/** "The sofa in the first image", "the second image", "the sofa", "the top left corner". */
function readWhere(text: string, isTagged: boolean, { lexicon }: ReadContext): Where | undefined {
  const picture = PICTURE.exec(text);
  if (picture) return { image: Number(picture[1]) };
  const [, named = '', digits] = /^(.*?)(?:\s*\^(\d+)\^)?$/u.exec(text.trim()) ?? [];
  const image = digits === undefined ? {} : { image: Number(digits) };
  if (/[@^]/u.test(named)) return undefined;
  if (EDGE.test(named)) return { ...image, place: readFramePlace(named) ?? 'center' };
  // A beach that nobody has a picture of is drawn.
  if (!isTagged && !/^(?:the|this|that|my|her|his|their)\s/iu.test(named)) return undefined;
  const target = readTarget(named, lexicon);
  if (!target && digits === undefined && !/^the\s/iu.test(named)) return undefined;
  return { ...image, ...(target && target.kind !== 'subject' ? { anchor: target } : {}) };
}

function pasteAll(
  clause: string,
  pieces: readonly Piece[],
  relation: Relation,
  where: Where,
  context: ReadContext,
): readonly EditOperation[] | undefined {
  const why = pieces.map(({ target }) => target && cannotTake(target)).find((one) => one !== undefined);
  if (why !== undefined) return refuse(clause, why, context);
  const [first] = pieces;
  if (pieces.length === 1 && first?.target?.kind === 'background' && first.image !== undefined)
    return [{ kind: 'background', background: { kind: 'image', image: first.image } }];
  if (first?.image !== undefined && first.image === where.image) return undefined;
  // Whoever is in the first input stays there, and gets the other's surroundings.
  const isMoved = pieces.length === 1 && first?.image === 0 && (!where.anchor || first.target?.kind === 'person');
  if (isMoved && where.image !== undefined && !where.place)
    return [{ kind: 'background', background: { kind: 'image', image: where.image } }];
  const isShared = pieces.length > 1;
  // A whole picture that is to be in a corner is laid there as it is; one without a place is cut out.
  return pieces.map((piece, index) => ({
    ...paste(piece.image, piece.target, where.image, relation, where.anchor),
    ...(where.place ? { place: where.place } : {}),
    ...(where.place && piece.isPicture ? { isWhole: true as const } : {}),
    ...(isShared ? { slot: { index, count: pieces.length } } : {}),
  }));
}

function paste(
  image: number | undefined,
  target: Target | undefined,
  onto: number | undefined,
  relation: Relation,
  anchor?: Target,
): PasteOperation {
  return {
    kind: 'paste',
    ...(image === undefined ? {} : { image }),
    ...(target && target.kind !== 'subject' ? { target } : {}),
    onto: { ...(onto === undefined ? {} : { image: onto }), relation },
    ...(anchor ? { anchor } : {}),
  };
}

function relationOf(preposition: string): Relation {
  const word = preposition.toLowerCase();
  if (/next|beside|near|by|with/.test(word)) return 'nextTo';
  if (word === 'behind') return 'behind';
  if (word === 'in front of') return 'inFrontOf';
  return /^in|^at$|^to$/.test(word) ? 'in' : 'on';
}
