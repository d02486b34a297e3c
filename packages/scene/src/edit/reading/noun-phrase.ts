import { COLORS, TINTS, tintColor } from '../../lexicon/colors.ts';
import type { AddedObject, Target } from '../operation.ts';

/** A noun phrase, taken apart. */
export interface NounPhrase {
  /** Without articles, numbers, colours, materials and sides: `sports car`. */
  readonly noun: string;
  /** As written, without its article. */
  readonly written: string;
  readonly isPlural: boolean;
  readonly count?: number;
  readonly color?: string;
  readonly side?: NonNullable<Target['side']>;
  readonly material?: NonNullable<AddedObject['material']>;
}

const ARTICLES =
  /^(?:(?:the|a|an|some|any|all|all of|all the|both|each|every|this|that|these|those|my|your|his|her|its|their|our|another|one more|also|just|only|such|both of|whole|entire)\s+)+/iu;
const COUNTS: Readonly<Record<string, number>> = {
  one: 1,
  single: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  couple: 2,
  pair: 1,
  few: 3,
  several: 4,
  many: 6,
  flock: 6,
  bunch: 5,
  group: 4,
  lots: 8,
  dozen: 12,
  dozens: 12,
  hundreds: 16,
};
const COUNT_MAX = 16;
const MATERIALS: readonly (readonly [NonNullable<AddedObject['material']>, RegExp])[] = [
  ['gold', /^(?:gold(?:en|-plated)?|brass)$/iu],
  ['silver', /^(?:silver(?:y)?|platinum|steel|metal(?:lic)?|chrome|iron)$/iu],
  ['leather', /^leather$/iu],
  ['glass', /^(?:glass|crystal|diamond|sapphire|emerald|ruby)$/iu],
  ['cloth', /^(?:cloth|wool(?:l?en)?|silk|knit(?:ted)?|cotton|fabric|velvet|linen|denim|straw)$/iu],
  ['wood', /^wood(?:en)?$/iu],
  ['plastic', /^plastic$/iu],
  ['pearl', /^pearls?$/iu],
];
const SIDES: readonly (readonly [NonNullable<Target['side']>, RegExp])[] = [
  [
    'left',
    /\b(?:(?:on|at|to|in) (?:the )?(?:far )?left(?:[- ]hand)?(?: side)?(?: of (?:the )?(?:\w+))?|left ?-?most|far left)\b/iu,
  ],
  [
    'right',
    /\b(?:(?:on|at|to|in) (?:the )?(?:far )?right(?:[- ]hand)?(?: side)?(?: of (?:the )?(?:\w+))?|right ?-?most|far right)\b/iu,
  ],
  ['middle', /\b(?:in the (?:middle|cent(?:er|re))|(?:in )?between)\b/iu],
];
/** Adjectives that say nothing that a tool could use. */
const IDLE =
  /^(?:big|large|small|little|tiny|huge|giant|nice|beautiful|pretty|cute|cool|elegant|fancy|stylish|shiny|sparkl(?:y|ing)|delicate|simple|thin|thick|wide|tall|short|old|young|new|modern|realistic|matching|classic|fashionable|lovely|adorable|funny|happy|sleeping|sitting|standing|walking|flying|floating|running|real|fluffy|of|long|round|main|whole|entire|bright|soft|fresh|different|certain|random|extra|left|right|pair|medium|medium-sized|colou?rful|fake|designer|glowing|subtle|bold|warm|cozy|parked|moving|visible|unwanted|annoying|distracting|ugly|messy|other|second|first|third)$/iu;

/** What begins with a colour's name and is called so in any colour. */
const NO_COLOR =
  /^(?:wine (?:glass|bottle)|rose (?:petals?|bush)|orange (?:juice|tree)|olive (?:tree|oil)|gold ?fish|violet flowers?|coral reef)/iu;

/** Takes a noun phrase apart. */
export function readNounPhrase(text: string): NounPhrase {
  const written = text.trim().replace(ARTICLES, '').trim();
  let rest = written;
  let side: NounPhrase['side'];
  for (const [name, pattern] of SIDES) {
    if (!pattern.test(rest)) continue;
    side = name;
    rest = rest.replace(pattern, ' ');
  }
  const worn =
    /\b(?:in|wearing|with|dressed in)\s+(?:an? |the )?(\p{L}+)(?:\s+(?:dress|shirt|jacket|coat|suit|hoodie|sweater|top|hat|clothes|t-shirt|hair))?\s*$/iu.exec(
      rest,
    );
  const wornColor = worn && colorOf(worn[1]!.toLowerCase());
  if (wornColor) rest = rest.slice(0, worn.index);
  // What tells the noun apart by a clause of its own is no part of it.
  rest = rest.replace(
    /\b(?:who|that|which|where|standing|sitting|walking|running|from the|in the (?:picture|image|photo|video|clip|scene|frame|shot|background|foreground)|of the (?:picture|image|photo|video|frame))\b.*$/iu,
    '',
  );
  const words = rest.split(/\s+/).filter(Boolean);
  const kept: string[] = [];
  let [color, count, material]: [string | undefined, number | undefined, NounPhrase['material']] = [
    wornColor || undefined,
    undefined,
    undefined,
  ];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!.toLowerCase();
    const isLast = at === words.length - 1;
    const pair = colorOf(`${word} ${words[at + 1]?.toLowerCase()}`);
    const made = MATERIALS.find(([, pattern]) => pattern.test(word))?.[0];
    if (!isLast && pair) {
      color = pair;
      at++;
    } else if (!isLast && made) material = made;
    else if (!isLast && TINTS[word] && colorOf(words[at + 1]!.toLowerCase())) {
      color = tintColor(colorOf(words[at + 1]!.toLowerCase())!, word);
      at++;
    } else if (!isLast && colorOf(word) && !NO_COLOR.test(`${word} ${words[at + 1]}`)) color = colorOf(word);
    else if (!isLast && (Object.hasOwn(COUNTS, word) || /^\d+$/.test(word))) {
      count = Math.min(COUNT_MAX, COUNTS[word] ?? Number(word));
      if (words[at + 1]?.toLowerCase() === 'of') at++;
    } else if (!(IDLE.test(word) && !isLast) && !/^(?:the|an?|and)$/.test(word)) kept.push(words[at]!);
  }
  const noun = kept.join(' ').toLowerCase();
  return {
    noun,
    written,
    isPlural: isPlural(noun),
    ...(count === undefined ? {} : { count }),
    ...(color === undefined ? {} : { color }),
    ...(side === undefined ? {} : { side }),
    ...(material === undefined ? {} : { material }),
  };
}

function isPlural(noun: string): boolean {
  if (
    /(?:glasses|shades|spectacles|headphones|earrings|pearls|pants|jeans|trousers|shorts|earphones|scissors|goggles|lips|eyes)$/.test(
      noun,
    )
  )
    return false;
  return /(?:[^su]s|people|men|women|children|geese|mice)$/.test(noun) && !/(?:ss|us|is)$/.test(noun);
}

/** sRGB hex of a colour by name, tints included: `dark red`, `#ff0000`. */
export function colorOf(words: string): string | undefined {
  const name = words
    .trim()
    .toLowerCase()
    .replaceAll('-', ' ')
    .replace(/^an? /, '')
    .replace(/ (?:colou?r(?:ed)?|one)$/, '');
  if (Object.hasOwn(COLORS, name)) return COLORS[name];
  if (/^#[\da-f]{6}$/.test(name)) return name;
  const more = MORE_COLORS[name];
  if (more && Object.hasOwn(MORE_COLORS, name)) return more;
  const at = name.indexOf(' ');
  if (at < 0) return undefined;
  const base = colorOf(name.slice(at + 1));
  const tint = name.slice(0, at);
  return base && (Object.hasOwn(TINTS, tint) || /^(?:bright|vivid|neon|shiny|metallic|matte)$/.test(tint))
    ? tintColor(base, tint)
    : undefined;
}

const MORE_COLORS: Readonly<Record<string, string>> = {
  blonde: '#e4c478',
  brunette: '#4a2f1d',
  redhead: '#a5431c',
  ginger: '#c4622d',
  blueish: '#2459c8',
  reddish: '#c8201e',
  greenish: '#3a9a3e',
  rose: '#e8798f',
  ruby: '#9b111e',
  'neon green': '#39ff14',
  'neon pink': '#ff2fd0',
  'dark green': '#1d4d1f',
  wine: '#722f37',
  transparent: '#ffffff',
};
