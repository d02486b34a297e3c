import type { EditOperation } from '../operation.ts';
import { type ClauseReader, group, type ReadContext, splitList, WHOLE } from './clause-reader.ts';
import { colorOf } from './noun-phrase.ts';
import { isWearable } from './objects.ts';
import { readTarget } from './targets.ts';

const VERB =
  '(?:change|make|turn|switch|set|alter|paint|dye|colou?r|tint|recolou?r|re-?colou?r|repaint|render|convert|transform|colou?ri[sz]e|spray|shift)';
const COLOR_OF = new RegExp(
  `^${VERB}\\s+(?:the |its )?colou?rs? of\\s+(.+?)\\s+(?:from .+? )?(?:to|into|as|with|be|in)\\s+(.+)$`,
  'iu',
);
const NOUN_COLOR = new RegExp(
  `^${VERB}\\s+(.+?)(?:'s|s')?\\s+colou?rs?\\s+(?:from .+? )?(?:to|into|as|be|in)\\s+(.+)$`,
  'iu',
);
const MAKE = new RegExp(`^${VERB}\\s+(.+)$`, 'iu');
const SHOULD = /^(.+?)\s+(?:should|must|shall|needs to|has to|could|would|to)\s+(?:be|become|turn|look)\s+(.+)$/iu;
const GIVE =
  /^give\s+(.+?)\s+((?:an? |some )?\p{L}+(?: \p{L}+)?\s+(?:hair|lips|eyes|lipstick|shirt|t-shirt|dress|jacket|coat|suit|skirt|hoodie|sweater|outfit|clothes|fur|paint job|paintjob))$/iu;
const WEAR = /^(?:let|make|have|dress)\s+(.+?)\s+(?:to )?(?:wear(?:ing)?|in|be dressed in|be in)\s+(.+)$/iu;
const COMPARATIVE: Readonly<Record<string, string>> = {
  redder: 'red',
  bluer: 'blue',
  greener: 'green',
  whiter: 'white',
  blacker: 'black',
  yellower: 'yellow',
  pinker: 'pink',
  blonder: 'blonde',
};

export const readColorClause: ClauseReader = (clause, context) => {
  if (/«|@/u.test(clause)) return undefined;
  const tidy = clause.replace(/\s+(?:instead|now|please|color|colour|in colou?r|again|for me)$/iu, '');
  for (const pattern of [COLOR_OF, NOUN_COLOR, SHOULD]) {
    const match = pattern.exec(tidy);
    const said = match ? group(match, 2).toLowerCase() : '';
    const color = match && colorOf(COMPARATIVE[said] ?? said);
    if (match && color) return recolor(group(match, 1), color, context);
  }
  const given = GIVE.exec(tidy) ?? WEAR.exec(tidy);
  if (given) return readGiven(group(given, 1), group(given, 2), context);
  const made = MAKE.exec(tidy);
  return made ? (readSeveral(group(made, 1), context) ?? readMade(group(made, 1), context)) : undefined;
};

/** "The dog blue and the cat green", "the walls and the door red": what has no colour of its own gets the next one. */
function readSeveral(text: string, context: ReadContext): readonly EditOperation[] | undefined {
  const parts = splitList(text);
  if (parts.length < 2) return undefined;
  const operations: EditOperation[] = [];
  let waiting: string[] = [];
  for (const part of parts) {
    const read = readMade(part, context);
    if (!read) {
      if (!/^(?:the|her|his|their|its|my|all|both)\b/iu.test(part)) return undefined;
      waiting.push(part);
      continue;
    }
    const color = read.flatMap((one) => (one.kind === 'recolor' ? [one.color] : []))[0];
    if (waiting.length > 0 && color === undefined) return undefined;
    for (const named of waiting) {
      const other = recolor(named, color!, context);
      if (!other) return undefined;
      operations.push(...other);
    }
    waiting = [];
    operations.push(...read);
  }
  return waiting.length > 0 || operations.length < 2 ? undefined : operations;
}

/** "The car red", "her hair to dark blue", "the walls a light green". */
function readMade(text: string, context: ReadContext): readonly EditOperation[] | undefined {
  const words = text.split(/\s+/);
  for (let count = Math.min(4, words.length - 1); count >= 1; count--) {
    const said = words.slice(-count).join(' ').toLowerCase();
    if (said.endsWith('black and white')) return undefined;
    const color = colorOf(COMPARATIVE[said] ?? said);
    if (!color) continue;
    const named = words
      .slice(0, -count)
      .join(' ')
      .replace(/\s+(?:to be|to|into|in|be|look|appear|as|a|an|more|bright|completely|all|totally)$/iu, '')
      .replace(/\s+(?:from \p{L}+ to|to be|to|into|in|be|look|appear|as)$/iu, '');
    return recolor(named, color, context);
  }
  return undefined;
}

function readGiven(whom: string, what: string, context: ReadContext) {
  const words = what.replace(/^(?:an?|some|the)\s+/iu, '').split(/\s+/);
  const noun = words.at(-1)!;
  const color = colorOf(words.slice(0, -1).join(' ')) ?? colorOf(words.slice(0, -1).at(-1) ?? '');
  const target = readTarget(/paint/iu.test(what) ? whom : noun, context.lexicon);
  if (isWearable(noun.toLowerCase())) return undefined;
  if (
    !color ||
    !target ||
    (target.kind !== 'hair' && target.kind !== 'clothing' && target.kind !== 'face' && !/paint/iu.test(what))
  )
    return undefined;
  const owner = readTarget(whom, context.lexicon);
  return [{ kind: 'recolor', target: { ...target, ...(owner?.side ? { side: owner.side } : {}) }, color }] as const;
}

function recolor(text: string, color: string, { lexicon }: ReadContext): readonly EditOperation[] | undefined {
  const target = readTarget(text, lexicon);
  if (!target) return undefined;
  if (target.kind === 'subject' && new RegExp(`^${WHOLE}$`, 'iu').test(text) && !/^(?:it|this|that)$/iu.test(text)) {
    const tint = tintOf(color);
    return tint && ([{ kind: 'grade', grade: tint, strength: 1 }] as const);
  }
  if (target.kind === 'background') return [{ kind: 'background', background: { kind: 'color', color } }] as const;
  return [{ kind: 'recolor', target, color }] as const;
}

/** A whole picture in one colour is a tint. */
function tintOf(hex: string): 'warm' | 'cool' | undefined {
  const [red = 0, , blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  if (Math.abs(red - blue) < 24) return undefined;
  return red > blue ? 'warm' : 'cool';
}
