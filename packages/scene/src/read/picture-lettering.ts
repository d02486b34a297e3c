import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Caption } from '../scene.ts';
import { quoteCapitals } from './capitals.ts';
import { findSheet, type Sheet } from './sheet.ts';
import type { Token } from './tokens.ts';

/** A prompt without the words that stand on the picture itself, and those words. */
export interface Lettered {
  readonly tokens: readonly Token[];
  readonly captions: readonly Caption[];
}

export const CAPTIONS_MAX = 4;
const TEXT_MAX = 120;
const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words that only bring what is written, or say what its letters are like. */
const BRINGING = set(
  "with and plus has having shows showing displays displaying features featuring that which it says saying reads reading titled entitled called the a an its word words wording text title heading headline caption name author's author by subtitle tagline slogan quote date letters lettering font type typography serif script handwritten large big bold small huge giant elegant block capital retro vintage modern art deco in written printed spelled above below underneath at across along on near top bottom middle center centre very upper lower of",
);
const ROLE =
  /\b(?:title|titled|entitled|called|words?|wording|text|heading|headline|caption|name|author|subtitle|tagline|slogan|letters|lettering|typography)\b/;
/** What stands for a smaller line under or over the title. */
const SMALL = /\b(?:author(?:'s)?|by|subtitle|tagline|slogan|date|small|byline)\b/;
/** Words on these are theirs, even on a poster. */
const BEARER =
  /^(?:signs?|boards?|billboards?|placards?|banners?|t-?shirts?|shirts?|labels?|mugs?|cups?|screens?|cakes?|caps?|hats?|jerseys?|flags?|boxe?s?|bottles?|signboards?|chalkboards?|blackboards?|bags?|cards?|license|plates?|walls?|neon)$/;
const ON_SHEET =
  '(?: of (?:the |this )?(?:it|poster|cover|page|picture|image|frame|card|flyer|photo|screen|design|label|logo))?';
const TOP = 'top|upper (?:part|half|third|edge)';
const BOTTOM = 'bottom|lower (?:part|half|third|edge)|foot';
const MIDDLE = 'middle|cent(?:er|re)';
const REGION = new RegExp(
  `\\b(?:at|across|along|on|in|near|over)(?: the)?(?: very)? (?:(${TOP})|(${BOTTOM})|(${MIDDLE}))${ON_SHEET}\\b(?! of\\b)`,
);
/** What may follow the words: where they are and what they are written in. */
const BEHIND = new RegExp(
  `^(?:(?:written |printed |set )?(?:(?:at|across|along|on|in|near|over)(?: the)?(?: very)? (?:${TOP}|${BOTTOM}|${MIDDLE})${ON_SHEET}(?! of\\b)|(?:in|with) (?:an? |the )?(?:[a-z-]+ ){0,4}(?:letters|lettering|fonts?|type|typography|typeface|script|capitals)|in (?:bright |dark |light |neon |bold |pale )?(?:red|yellow|gold|golden|white|black|blue|green|pink|orange|purple|silver|turquoise|cream|teal)(?= |$)|above|below|underneath|as (?:the |its )?(?:title|headline|caption))(?: |$)(?:and )?)+`,
);

/**
 * Takes out of the prompt what is written on the picture itself: all words of a poster, a cover or a card, and of any
 * other picture those that are told to stand at its top, its middle or its bottom.
 */
export function takeLettering(all: readonly Token[], lexicon: Lexicon): Lettered {
  const tokens = quoteCapitals(all);
  const sheet = findSheet(tokens);
  const captions: Caption[] = [];
  const isTaken = tokens.map(() => false);
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'quote' || captions.length >= CAPTIONS_MAX) continue;
    const found = captionAt(tokens, at, sheet, captions.length, lexicon);
    if (found === undefined) continue;
    captions.push(found.caption);
    isTaken.fill(true, found.from, found.to);
  }
  if (sheet === undefined && captions.length === 0) return { tokens, captions };
  const kept = tokens.flatMap((token, at) => {
    if (at === sheet?.from) return [...sheet.instead];
    return isTaken[at] || (sheet !== undefined && at > sheet.from && at < sheet.to) ? [] : [token];
  });
  return { tokens: kept, captions };
}

function captionAt(
  tokens: readonly Token[],
  at: number,
  sheet: Sheet | undefined,
  count: number,
  lexicon: Lexicon,
): { readonly caption: Caption; readonly from: number; readonly to: number } | undefined {
  const isColor = (word: string): boolean => lexicon.look(word)?.meaning.color !== undefined;
  let from = at;
  // "Title: "…"": the mark between belongs to it.
  if (tokens[from - 1]?.text === ':' && BRINGING.has(tokens[from - 2]?.word ?? '')) from -= 1;
  while (from > (sheet?.to ?? 0) && isBringing(tokens[from - 1], isColor)) from -= 1;
  const after: string[] = [];
  for (let next = at + 1; tokens[next]?.kind === 'word' && after.length < 14; next++) after.push(tokens[next]!.word);
  const behind = BEHIND.exec(`${after.join(' ')} `)?.[0].trim() ?? '';
  const before = tokens
    .slice(from, at)
    .filter(({ kind }) => kind === 'word')
    .map(({ word }) => word)
    .join(' ');
  const region = REGION.exec(behind) ?? REGION.exec(before);
  const role = ROLE.test(before) || ROLE.test(behind);
  const owner = tokens[from - 1]?.word ?? '';
  if (BEARER.test(owner) || (sheet === undefined && (region === null || !role))) return undefined;
  if (/\b(?:says|saying|said)\b/.test(before) && !role && region === null && sheet?.to !== from) return undefined;
  const isSmall = SMALL.test(before) || SMALL.test(behind);
  const told = region?.[1] ? 'top' : region?.[2] ? 'bottom' : region?.[3] ? 'center' : undefined;
  const place = told ?? (sheet === undefined || isSmall || count > 0 ? 'bottom' : sheet.place);
  const color = [...before.split(' '), ...behind.split(' ')]
    .map((word) => lexicon.look(word)?.meaning.color)
    .find((found) => found !== undefined);
  const text = tokens[at]!.text.slice(0, TEXT_MAX);
  return {
    caption: { text, place, ...(color === undefined ? {} : { color }), ...(isSmall ? { isSmall } : {}) },
    from,
    to: at + 1 + (behind === '' ? 0 : behind.split(' ').length),
  };
}

const isBringing = (token: Token | undefined, isColor: (word: string) => boolean): boolean =>
  token?.kind === 'word' && (BRINGING.has(token.word) || isColor(token.word));
