import type { EmojiIndex } from './emoji.ts';
import { ARABIC } from './languages/arabic.ts';
import { BENGALI } from './languages/bengali.ts';
import { CHINESE } from './languages/chinese.ts';
import { DUTCH } from './languages/dutch.ts';
import { FRENCH } from './languages/french.ts';
import { GERMAN } from './languages/german.ts';
import { HINDI } from './languages/hindi.ts';
import { INDONESIAN } from './languages/indonesian.ts';
import { ITALIAN } from './languages/italian.ts';
import { JAPANESE } from './languages/japanese.ts';
import { KOREAN } from './languages/korean.ts';
import type { LanguageTable } from './languages/language-table.ts';
import { PLACES } from './languages/places.ts';
import { POLISH } from './languages/polish.ts';
import { PORTUGUESE } from './languages/portuguese.ts';
import { RUSSIAN } from './languages/russian.ts';
import { SPANISH } from './languages/spanish.ts';
import { TURKISH } from './languages/turkish.ts';
import { URDU } from './languages/urdu.ts';
import { plural } from './plurals.ts';

const TABLES = {
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  it: ITALIAN,
  pt: PORTUGUESE,
  ru: RUSSIAN,
  ja: JAPANESE,
  zh: CHINESE,
  ko: KOREAN,
  hi: HINDI,
  ur: URDU,
  bn: BENGALI,
  ar: ARABIC,
  id: INDONESIAN,
  nl: DUTCH,
  pl: POLISH,
  tr: TURKISH,
} as const satisfies Record<string, LanguageTable>;

export type LanguageCode = keyof typeof TABLES;
export const LANGUAGE_CODES = Object.keys(TABLES) as readonly LanguageCode[];

/** The words of one language in English, looked up by longest phrase. */
export interface LanguageWords {
  readonly code: LanguageCode;
  readonly hints: ReadonlySet<string>;
  readonly adjectivesFollow: boolean;
  readonly countsFollow: boolean;
  readonly isBare: boolean;
  readonly prefixes: readonly (readonly [string, string])[];
  readonly suffixes: readonly (readonly [string, string])[];
  /** English for a lower-cased phrase by our own table; undefined when it is unknown. */
  find(phrase: string): string | undefined;
  /** English for a word that only the emoji of the language hold: by name, or by keyword too where a noun is due. */
  findEmoji(word: string, isNounDue: boolean): string | undefined;
  /** The longest known phrase has so many words (or characters, where no spaces are written). */
  readonly phraseLength: number;
}

const SCRIPT_PHRASE_CHARACTERS = 9;
const SPACED_PHRASE_WORDS = 6;

/** @param emoji The language's emoji index and the English one, asked for when first needed. */
export function createLanguage(code: LanguageCode, emoji: () => readonly [EmojiIndex, EmojiIndex]): LanguageWords {
  const table: LanguageTable = TABLES[code];
  const exact = new Map<string, string>();
  const stems: (readonly [stem: string, english: string, isNoun: boolean])[] = [];
  const nouns: (readonly [word: string, english: string])[] = [];
  for (const [lines, isNoun] of linesOf(table)) {
    for (const line of lines) {
      const [english = '', list = ''] = line.split(' = ');
      for (const item of list.split(', ')) {
        const word = fold(item.replaceAll(/[_']/g, ' ').trim());
        if (word.endsWith('*')) stems.push([word.slice(0, -1), english, isNoun]);
        else {
          exact.set(word, isNoun && word.length > 3 && isPlural(word, table, list) ? plural(english) : english);
          if (isNoun && !word.includes(' ')) nouns.push([word, english]);
        }
      }
    }
  }
  for (const [word, english] of nouns) addForms(exact, word, english, table);
  stems.sort((a, b) => b[0].length - a[0].length);
  return {
    code,
    hints: new Set(table.hints.split(' ')),
    adjectivesFollow: table.adjectivesFollow ?? false,
    countsFollow: table.countsFollow ?? false,
    isBare: table.isBare ?? false,
    prefixes: table.prefixes ?? [],
    suffixes: table.suffixes ?? [],
    phraseLength: code === 'ja' || code === 'zh' ? SCRIPT_PHRASE_CHARACTERS : SPACED_PHRASE_WORDS,
    find(asked) {
      const phrase = fold(asked);
      const found = exact.get(phrase);
      if (found !== undefined) return found;
      if (phrase.includes(' ')) return undefined;
      const stem = stems.find(([start]) => phrase.startsWith(start) && phrase.length <= start.length + 4);
      if (stem === undefined) return undefined;
      return stem[2] && table.pluralEnding?.test(phrase) && !table.pluralEnding.test(stem[0])
        ? plural(stem[1])
        : stem[1];
    },
    findEmoji(word, isNounDue) {
      const [own, english] = emoji();
      const key = own.byLabel(word) ?? (isNounDue ? own.byTag(word) : undefined);
      return key === undefined ? undefined : english.labelOf(key);
    },
  };
}

/** The lines of a table with whether they hold nouns, the strongest last. */
function linesOf({ code, nouns, words, moreNouns = '', moreWords = '' }: LanguageTable): [string[], boolean][] {
  const split = (text: string): string[] => text.trim().split(/\n|; /).filter(Boolean);
  return [
    [split(PLACES[code] ?? ''), false],
    [split(nouns), true],
    [split(words), false],
    [split(moreNouns), true],
    [split(moreWords), false],
  ];
}

/** Adds the forms that the rules of the language make of a noun, where they are no words already. */
function addForms(exact: Map<string, string>, word: string, english: string, { forms = [] }: LanguageTable): void {
  if (word.length < 3 || exact.get(word) !== english) return;
  const rule = forms.find(([ending]) => ending.test(word));
  if (rule === undefined) return;
  const [ending, cases, plurals] = rule;
  const add = (endings: string, meaning: string): void => {
    for (const end of endings.split('|')) {
      const form = fold(word.replace(ending, end.trim()));
      if (!exact.has(form)) exact.set(form, meaning);
    }
  };
  if (cases !== '') add(cases, english);
  if (plurals !== '') add(plurals, plural(english));
}

/** One spelling of what is written in several: without vowel signs, hamzas and nuktas. */
function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replaceAll(/[\u064b-\u0655\u0670\u0640\u093c\u09bc]/g, '')
    .replaceAll(/[\u0671]/g, 'ا')
    .normalize('NFC')
    .replaceAll('ي', 'ی')
    .replaceAll('ى', 'ی')
    .replaceAll('ك', 'ک')
    .replaceAll('ة', 'ه');
}

/** A listed form with a plural ending whose singular is listed too: `gato, gatos`. */
function isPlural(word: string, table: LanguageTable, list: string): boolean {
  if (table.pluralEnding?.test(word) !== true) return false;
  const items = list.split(', ').map((item) => item.replaceAll('_', ' ').trim());
  return items.some(
    (item) =>
      item !== word && item.length < word.length && word.startsWith(item.slice(0, Math.max(2, item.length - 2))),
  );
}
