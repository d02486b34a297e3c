import { familyOf } from '../actors/family.ts';
import type { Meaning, NounMeaning, VerbMeaning } from '../lexicon/meaning.ts';
import { singulars } from '../lexicon/plurals.ts';
import type { Mention } from './mention.ts';

/** The noun that a phrase is about. */
export interface Head {
  readonly meaning: Meaning;
  readonly english: string;
  /** In the prompt's own language. */
  readonly word: string;
  readonly isPlural: boolean;
}

/** A noun phrase on its way to its head. */
export interface Phrase {
  article: boolean;
  isDefinite: boolean;
  /** The article or possessive that opened it. */
  opener?: string;
  count?: number;
  color?: string;
  colorName?: string;
  tint?: string;
  size?: number;
  sizeWord?: string;
  /** The other of two colours: red and white. */
  secondColor?: string;
  isTwoTone?: boolean;
  attributes: string[];
  head?: Head;
  /** What the thing does, said before it: a sleeping cat. */
  verb?: VerbMeaning;
}

/** How many a bare plural means. */
const PLURAL_COUNT: Readonly<Record<string, number>> = {
  shoe: 2,
  person: 4,
  tree: 6,
  flower: 7,
  cloud: 5,
  rock: 5,
  ruin: 5,
  bird: 5,
  fish: 6,
  fireworks: 3,
  house: 5,
  tower: 6,
};

export function newPhrase(): Phrase {
  return { article: false, isDefinite: false, attributes: [] };
}

/** "A flock of" and what it is a flock of. */
export function mergePhrases(before: Phrase, phrase: Phrase): Phrase {
  return {
    ...before,
    ...phrase,
    count: phrase.count ?? before.count ?? 1,
    attributes: [...before.attributes, ...phrase.attributes],
    article: false,
    isDefinite: false,
  };
}

/**
 * Makes a thing of a finished phrase.
 * @param isObject Whether it stands behind a preposition or verb.
 */
export function createMention(phrase: Phrase, noun: NounMeaning, head: Head, isObject: boolean): Mention {
  // A red fox is as red as foxes are.
  const isOwnRed = noun.kind === 'fox' && /red|orange/.test(phrase.colorName ?? '');
  const complexion = noun.kind === 'person' && PEOPLE.test(head.english) ? SKINS[phrase.colorName ?? ''] : undefined;
  const color = isOwnRed || complexion !== undefined ? noun.color : (phrase.color ?? noun.color);
  return {
    noun,
    english: head.english,
    word: head.word.slice(0, 60),
    count: Math.min(60, Math.max(1, countOf(phrase, noun, head))),
    isPlural: head.isPlural,
    ...(color === undefined ? {} : { color }),
    size:
      (phrase.size ?? 1) *
      (noun.size ?? 1) *
      (phrase.attributes.includes('toy') ? (TOY_SIZES[familyOf(noun.kind)] ?? 1) : 1),
    attributes: new Set([
      ...(noun.attributes ?? []),
      ...phrase.attributes,
      ...(complexion === undefined ? [] : [complexion]),
      ...(/[^\x20-\x7e]/.test(head.word) || !isEnglishWord(head) ? [singulars(head.english)[0] ?? head.english] : []),
    ]),
    ...(phrase.attributes.includes('distant') ? { place: 'background' as const } : {}),
    parts: new Map(phrase.secondColor === undefined ? [] : [['second', phrase.secondColor]]),
    pose: 'default',
    speed: 1,
    isObject,
  };
}

/** Of people themselves, and of no trade, these words tell the skin and not the clothes. */
const PEOPLE =
  /^(?:m[ae]n|wom[ae]n|girls?|boys?|lad(?:y|ies)|guys?|gentlem[ae]n|child|children|kids?|persons?|people|couples?|mothers?|fathers?|teenagers?|bab(?:y|ies))$/;
const SKINS: Readonly<Record<string, string>> = { black: 'dark skin', brown: 'dark skin', white: 'light skin' };

/** One thing that English speaks of as two. */
export const PAIRS = /^(?:headphones|earphones|sunglasses|glasses|scissors|binoculars|goggles)$/;
/** Food of which a plateful is one thing. */
const PLATEFULS = /^(?:fried eggs|eggs and bacon|dumplings?|noodles)$/;

/** How many a word for many means. */
const GROUP_WORDS: Readonly<Record<string, number>> = {
  crowd: 24,
  orchestra: 14,
  choir: 12,
  'camel caravan': 5,
  'camel train': 5,
  army: 30,
  band: 4,
  quartet: 4,
  'string quartet': 4,
  trio: 3,
  'jazz trio': 3,
  quintet: 5,
  family: 4,
  tribe: 8,
  squad: 6,
  team: 6,
  parade: 16,
  twins: 2,
  class: 8,
  gang: 5,
  parents: 2,
  grandparents: 2,
  newlyweds: 2,
  siblings: 2,
  triplets: 3,
};

function countOf(phrase: Phrase, noun: NounMeaning, head: Head): number {
  if (PAIRS.test(head.english) && (phrase.count ?? 2) === 2) return 1;
  if (head.isPlural && PLATEFULS.test(head.english)) return 1;
  const isMass = /^(?:fish|sheep|koi)$/.test(head.english) && !phrase.article;
  const plural = isMass
    ? 6
    : head.isPlural && !phrase.article
      ? (PLURAL_COUNT[familyOf(noun.kind)] ?? 3)
      : head.isPlural
        ? Math.min(PLURAL_COUNT[familyOf(noun.kind)] ?? 3, 4)
        : 1;
  const group =
    GROUP_WORDS[head.english] ??
    (noun.kind === 'person' ? GROUP_WORDS[head.english.split(' ').at(-1) ?? ''] : undefined);
  const isGroupWord = group !== undefined || /^(?:people|couple|audience|ruins)$/.test(head.english);
  return (
    (group !== undefined && phrase.count === 1 ? group : phrase.count) ??
    group ??
    (head.english === 'couple' ? 2 : isGroupWord ? (PLURAL_COUNT[familyOf(noun.kind)] ?? 4) : plural)
  );
}

/** Whether the prompt's word is the English one: models look for English words. */
function isEnglishWord({ english, word }: Head): boolean {
  return word.toLowerCase().replaceAll('-', ' ') === english.replaceAll('-', ' ');
}

/** Whether a word can go on with a noun phrase that has begun. */
export function continuesPhrase(meaning: Meaning, isUnknown: boolean): boolean {
  const isNumber = meaning.count !== undefined && meaning.before === undefined;
  if (meaning.preposition !== undefined || meaning.place !== undefined || isNumber) return false;
  const isNominal = meaning.noun !== undefined || meaning.setting !== undefined || meaning.color !== undefined;
  const isAdjective = meaning.attribute !== undefined || meaning.size !== undefined || meaning.role === 'stop';
  if (meaning.verb !== undefined && meaning.noun === undefined) return false;
  return isUnknown || isNominal || isAdjective;
}

/** What a toy is to the thing it is of. */
const TOY_SIZES: Partial<Record<string, number>> = {
  car: 0.1,
  bus: 0.06,
  train: 0.04,
  boat: 0.1,
  airplane: 0.06,
  rocket: 0.08,
  bicycle: 0.3,
  robot: 0.25,
  horse: 0.3,
  dragon: 0.2,
};
