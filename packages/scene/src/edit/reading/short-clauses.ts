import type { EditOperation, Grade } from '../operation.ts';
import { looksOf } from './add-clause.ts';
import { type ClauseReader, type ReadContext, splitList, WHOLE } from './clause-reader.ts';
import { readClipClause } from './clip-clauses.ts';

const MADE = new RegExp(
  `^(?:(?:make|turn|render|have|get|set|play|show|i want|i need|let|keep)\\s+)?(?:${WHOLE}\\s+)?(?:(?:should|must|to|be|is|in|into|look|looking|all)\\s+)*`,
  'iu',
);

/**
 * "Black and white, slow, and silent": one word or two for each thing that is asked, and of sound and time by itself too.
 * All of them are read, or none.
 */
export const readListClause: ClauseReader = (clause, context) => {
  if (/[«@]/u.test(clause)) return undefined;
  const parts = splitList(clause.replace(MADE, ''));
  if (parts.length > MOST_PARTS) return undefined;
  const read = parts.map((part) => readClipWord(part, context) ?? (parts.length > 1 ? looksOf(part) : undefined));
  return read.every((operations) => operations !== undefined) && read.length > 0 ? read.flat() : undefined;
};

const MOST_PARTS = 8;

function readClipWord(part: string, context: ReadContext): readonly EditOperation[] | undefined {
  if (context.inputs.kind !== 'video') return undefined;
  const word = part.replace(/^(?:(?:a bit|a little|slightly|very|more|also|all|then|in)\s+)+/iu, '');
  if (/^(?:silent|mute|muted|soundless|quiet|without (?:any )?sound|no sound)$/iu.test(word)) return [{ kind: 'mute' }];
  if (
    !/^(?:slow|slower|slowly|slow[- ]?mo(?:tion)?|fast|faster|sped up|slowed down|backwards?|reversed?|reverse)$/iu.test(
      word,
    )
  )
    return undefined;
  return readClipClause(/^slow(?:ly)?$|^fast$/iu.test(word) ? `play it ${word}` : part, context);
}

/** "Remove the yellow tint". */
const CAST =
  /^(?:remove|fix|reduce|get rid of|take (?:out|away))\s+(?:the |that |this )?(\p{L}+)\s+(?:tint|cast|tone|hue)s?$/iu;
const TOO =
  /^(?:(?:i think |i find )?(?:.+?\s(?:is|are|looks?|seems?|feels?|was)|it'?s|that'?s|everything'?s)\s+)?(?:(?:a bit|a little|way|much|far|just|slightly|really)\s+)*too\s+(\p{L}+)(?:\s+for me)?$/iu;
/** What helps against too much of it. */
const HELP: readonly (readonly [RegExp, string])[] = [
  [/^(?:dark|dim|gloomy|black)$/iu, 'make it brighter'],
  [/^(?:bright|light|white|overexposed)$/iu, 'make it darker'],
  [/^(?:warm|yellow|orange|red)$/iu, 'make it cooler'],
  [/^(?:cold|cool|blue)$/iu, 'make it warmer'],
  [/^(?:dull|flat|pale|grey|gray|bland|boring|faded)$/iu, 'more vibrant colors'],
  [/^(?:colou?rful|saturated|vivid|vibrant|intense)$/iu, 'muted colors'],
  [/^slow$/iu, 'make it faster'],
  [/^(?:fast|quick)$/iu, 'make it slower'],
  [/^(?:loud|noisy)$/iu, 'mute'],
];

/** "It is too dark": the opposite is wanted. */
export const readComplaintClause: ClauseReader = (clause, context) => {
  const word = TOO.exec(clause)?.[1] ?? CAST.exec(clause)?.[1];
  const help = word && HELP.find(([pattern]) => pattern.test(word))?.[1];
  if (!help) return undefined;
  return readClipWord(help.replace(/^make it /u, ''), context) ?? looksOf(help.replace(/^make it /u, ''));
};

const QUALITY =
  '(contrast|saturation|vibrance|brightness|exposure|gamma|lightness|warmth|temperature|colou?r temperature)';
const NUMBER = '([+-]?)\\s*(\\d+(?:\\.\\d+)?)\\s*(%|percent|points?|stops?|ev|x|times)?';
const SETTING = new RegExp(
  `^(?:(increase|raise|boost|up|add|more|turn up|decrease|reduce|lower|cut|less|turn down|drop|set|change|adjust|put|make|bring)\\s+)?(?:the |its |by )*${QUALITY}\\s*(?:up|down|to|by|of|at|:|=)*\\s*${NUMBER}$`,
  'iu',
);
const LESS = /^(?:decrease|reduce|lower|cut|less|turn down|drop)$/iu;
/** More of this is the first, less of it the second. */
const GRADES: Readonly<Record<string, readonly [Grade, Grade]>> = {
  contrast: ['vivid', 'faded'],
  saturation: ['vivid', 'faded'],
  vibrance: ['vivid', 'faded'],
  brightness: ['bright', 'dark'],
  exposure: ['bright', 'dark'],
  gamma: ['bright', 'dark'],
  lightness: ['bright', 'dark'],
  warmth: ['warm', 'cool'],
  temperature: ['warm', 'cool'],
};
const BY =
  /^(?:make\s+)?(?:(?:it|the (?:picture|image|video|photo|clip|scene))\s+)?(?:(\d+(?:\.\d+)?)\s*(?:%|percent)\s+)?(brighter|lighter|darker|warmer|cooler|brighten|darken)(?:\s+it)?(?:\s+by\s+(\d+(?:\.\d+)?)\s*(?:%|percent))?$/iu;

/** "Make it 20% darker" as a setting. */
function asSetting(clause: string): string {
  const match = BY.exec(clause);
  const percent = match?.[1] ?? match?.[3];
  if (!match || percent === undefined) return clause;
  const quality = /^(?:warm|cool)/iu.test(match[2]!) ? 'warmth' : 'brightness';
  return `${quality} ${/^(?:dark|cool)/iu.test(match[2]!) ? '-' : '+'}${percent}%`;
}

/** What an ordinary grade comes to, and the most that there is. */
const PERCENT_MAX = 50;

/** "Contrast -20 %", "increase the brightness by 30%": a number, as far as a grade goes. */
export const readAmountClause: ClauseReader = (clause, { tellNote }) => {
  const match = SETTING.exec(asSetting(clause.replaceAll(/[−–—]/gu, '-').trim()));
  if (!match) return undefined;
  const [, verb = '', quality = '', sign, digits, unit = '%'] = match;
  const percent =
    Number(digits) * (/^(?:stops?|ev)$/iu.test(unit) ? PERCENT_MAX : /^(?:x|times)$/iu.test(unit) ? 100 : 1);
  if (!(percent > 0)) return undefined;
  const isLess = (sign === '-') !== LESS.test(verb);
  const [more, less] = GRADES[quality.toLowerCase().split(' ').at(-1)!]!;
  const isEmpty = isLess && /saturation|vibrance/iu.test(quality) && percent >= 100;
  if (isEmpty) return [{ kind: 'grade', grade: 'blackAndWhite', strength: 1 }];
  if (percent > PERCENT_MAX * 2) {
    tellNote(
      `The ${quality.toLowerCase()} is ${isLess ? 'lowered' : 'raised'} as far as the draft engine goes, not by ${Number(digits)} ${unit}.`,
    );
  }
  const strength = Math.min(1, Math.max(0.1, Number((percent / PERCENT_MAX).toFixed(2))));
  return [{ kind: 'grade', grade: isLess ? less : more, strength }];
};
