import type { EditOperation, Target } from '../operation.ts';
import { type ClauseReader, group, type ReadContext } from './clause-reader.ts';
import { readTarget } from './targets.ts';

type Relation = Extract<EditOperation, { readonly kind: 'paste' }>['onto']['relation'];

const PUT =
  /^(?:put|place|add|insert|paste|copy|move|composite|show|bring|take|superimpose|overlay|set|seat|position|drop|stick|have|let|cut(?: out)?|make|give|transfer|dress|use)\s+(.+)$/iu;
const FROM =
  /^(?:(.+?)\s+(?:from|in|of|out of|on|shown in|that is in|pictured in)\s+)?(?:the |image |input |picture |photo )*@(\d+)@(?:'s\s+(\p{L}[\p{L} ]*?))?\s*(?:(?:and|then)\s+(?:put|place|paste|insert|add|set)\s+(?:it|him|her|them)\s+)?(on top of|onto|on|in front of|into|inside|in|to|next to|beside|near|by|behind|over|above|at|with|under|wear(?:ing)?)\s+(.+)$/iu;
const ONTO =
  /^(.+?)\s+(on top of|onto|on|in front of|into|inside|in|next to|beside|near|by|behind|over|to)\s+(?:(.+?)\s+(?:from|in|of|on)\s+)?(?:the |image )*@(\d+)@$/iu;
const TOGETHER = /^(?:combine|merge|blend|put|join|composite|mix|fuse|bring)\b.*@(\d+)@.*@(\d+)@/iu;
const WEARS =
  /@(\d+)@.*\b(?:wear(?:s|ing)?|hold(?:s|ing)?|with|put on)\s+(?:the |a |an )?(.+?)\s+(?:from|in|of|shown in)\s+(?:the |image )*@(\d+)@/iu;
const REPLACE =
  /^(?:replace|swap|substitute|exchange|switch|change)\s+(.+?)\s+(?:in|from|of|on)?\s*(?:@0@\s+)?(?:with|by|for|to)\s+(?:(.+?)\s+(?:from|in|of|on)\s+)?(?:the |image )*@(\d+)@$/iu;

/** What is cut out of one input and put into another. */
export const readPasteClause: ClauseReader = (clause, context) => {
  if (!/@\d+@/u.test(clause) || context.inputs.kind !== 'image') return undefined;
  if (/\b(?:background|backdrop|setting|scene)\b/iu.test(clause) && !/\b(?:dog|cat|person)\b/iu.test(clause)) {
    const image = Number(/@(\d+)@(?!.*@\d+@)/u.exec(clause.replaceAll('@0@', ''))?.[1] ?? 0);
    if (image > 0 && !PUT.test(clause.replace(/^use\b/iu, '')))
      return [{ kind: 'background', background: { kind: 'image', image } }];
  }
  return readReplace(clause, context) ?? readWears(clause, context) ?? readPut(clause, context) ?? readTogether(clause);
};

function readReplace(clause: string, context: ReadContext): readonly EditOperation[] | undefined {
  const match = REPLACE.exec(clause);
  if (!match) return undefined;
  const image = Number(match[3]);
  const gone = readTarget(group(match, 1), context.lexicon);
  if (gone?.kind === 'background' || gone?.kind === 'sky')
    return [{ kind: 'background', background: { kind: 'image', image } }];
  if (!gone || image === 0) return undefined;
  const target = readTarget(group(match, 2), context.lexicon);
  return [{ kind: 'remove', target: gone }, paste(image, target, 0, 'in', gone)];
}

function readWears(clause: string, context: ReadContext): readonly EditOperation[] | undefined {
  const match = WEARS.exec(clause);
  if (!match || match[1] === match[3]) return undefined;
  const target = readTarget(group(match, 2), context.lexicon);
  return [paste(Number(match[3]), target, Number(match[1]), 'on', { word: 'person', kind: 'person', label: 'person' })];
}

function readPut(clause: string, context: ReadContext): readonly EditOperation[] | undefined {
  const put = PUT.exec(clause);
  if (!put) return undefined;
  const rest = group(put, 1);
  const from = FROM.exec(rest);
  if (from) {
    const target = readTarget(group(from, 1) || group(from, 3), context.lexicon);
    const where = whereOf(group(from, 5), context);
    return place(Number(from[2]), target, relationOf(group(from, 4)), where);
  }
  const onto = ONTO.exec(rest);
  if (!onto) return undefined;
  const base = Number(onto[4]);
  const image = base === 0 ? 1 : 0;
  if (image >= context.inputs.count) return undefined;
  const target = readTarget(group(onto, 1), context.lexicon);
  const anchor = readTarget(group(onto, 3), context.lexicon);
  return place(image, target, relationOf(group(onto, 2)), { image: base, ...(anchor ? { anchor } : {}) });
}

interface Where {
  readonly image: number;
  readonly anchor?: Target;
}

/** "The sofa in the first image", "the second image", "the sofa". */
function whereOf(text: string, { lexicon }: ReadContext): Where {
  const image = Number(/@(\d+)@/u.exec(text)?.[1] ?? 0);
  const named = text.replace(/\s*(?:\b(?:in|of|from|on)\b\s*)?(?:the |image )*@\d+@.*$/iu, '').trim();
  const target = named === '' ? undefined : readTarget(named, lexicon);
  return { image, ...(target && target.kind !== 'subject' ? { anchor: target } : {}) };
}

function place(
  image: number,
  target: Target | undefined,
  relation: Relation,
  where: Where,
): readonly EditOperation[] | undefined {
  if (where.image === image) return undefined;
  // What is in the first input stays there, and gets the other's surroundings.
  if (image === 0) return [{ kind: 'background', background: { kind: 'image', image: where.image } }];
  if (target?.kind === 'background') return [{ kind: 'background', background: { kind: 'image', image } }];
  return [paste(image, target, where.image, relation, where.anchor)];
}

function paste(
  image: number,
  target: Target | undefined,
  onto: number,
  relation: Relation,
  anchor?: Target,
): EditOperation {
  return {
    kind: 'paste',
    image,
    ...(target && target.kind !== 'subject' ? { target } : {}),
    onto: { image: onto, relation },
    ...(anchor ? { anchor } : {}),
  };
}

function relationOf(preposition: string): Relation {
  const word = preposition.toLowerCase();
  if (/next|beside|near|by|with/.test(word)) return 'nextTo';
  if (word === 'behind') return 'behind';
  if (word === 'in front of') return 'inFrontOf';
  if (/^in|at$/.test(word) || word === 'to') return 'in';
  return 'on';
}

function readTogether(clause: string): readonly EditOperation[] | undefined {
  const match = TOGETHER.exec(clause);
  if (!match) return undefined;
  const others = [...new Set([...clause.matchAll(/@(\d+)@/gu)].map((found) => Number(found[1])))].filter(
    (image) => image > 0,
  );
  return others.map((image) => paste(image, undefined, 0, 'nextTo'));
}
