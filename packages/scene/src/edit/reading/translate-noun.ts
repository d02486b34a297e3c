import type { LanguageWords } from '../../lexicon/languages.ts';
import type { EditLanguage } from './languages/edit-language.ts';
import { colorOf } from './noun-phrase.ts';

export interface NounTranslator {
  /** A noun phrase in English; words that nobody knows stay as they are. */
  translate(phrase: string): string;
}

/** Looks words up in the table of the language's instructions, then in the prompt reader's. */
export function createNounTranslator(language: EditLanguage, words: LanguageWords | undefined): NounTranslator {
  const exact = new Map<string, string>();
  const stems: (readonly [stem: string, english: string])[] = [];
  for (const line of language.nouns.trim().split('\n')) {
    const [english = '', list = ''] = line.split(' = ');
    for (const word of list.split(', ')) {
      if (word.endsWith('*')) stems.push([word.slice(0, -1), english]);
      else exact.set(word, english);
    }
  }
  stems.sort((a, b) => b[0].length - a[0].length);
  const find = (word: string, isNounDue: boolean): string | undefined =>
    exact.get(word) ??
    words?.find(word) ??
    stems.find(([stem]) => word.startsWith(stem) && word.length <= stem.length + 5)?.[1] ??
    (word.length > 1 ? words?.findEmoji(word, isNounDue) : undefined);
  return {
    translate(phrase) {
      const english = language.isUnspaced ? cutUnspaced(phrase, find) : readSpaced(phrase, find, language.affixes);
      return arrange(english, language.adjectivesFollow ?? false);
    },
  };
}

const PHRASE_WORDS = 4;
function readSpaced(
  phrase: string,
  find: (word: string, due: boolean) => string | undefined,
  affixes: RegExp | undefined,
): string[] {
  const words = phrase
    .replaceAll(/(?<=\p{L})['’](?=\p{L})/gu, "' ")
    .split(/\s+/)
    .filter(Boolean);
  const english: string[] = [];
  for (let at = 0; at < words.length; ) {
    let taken = 0;
    for (let count = Math.min(PHRASE_WORDS, words.length - at); count > 0 && taken === 0; count--) {
      const said = words
        .slice(at, at + count)
        .join(' ')
        .toLowerCase()
        .replaceAll("' ", "'")
        .replace(/[.,!?]+$/u, '');
      const found =
        find(said, count === 1) ?? (affixes?.test(said) ? find(said.replace(affixes, ''), true) : undefined);
      if (found === undefined) continue;
      if (found !== '-' && found !== '|') english.push(found.replace(/<$/u, ''));
      taken = count;
    }
    if (taken === 0) english.push(/'$/u.test(words[at]!) ? 'the' : words[at]!);
    at += Math.max(1, taken);
  }
  return english;
}

const CHARACTERS = 9;

function cutUnspaced(phrase: string, find: (word: string, due: boolean) => string | undefined): string[] {
  const english: string[] = [];
  const text = phrase.replaceAll(/\s+/g, '');
  for (let at = 0; at < text.length; ) {
    const tag = /^(?:«\d+»|@\d+@|[\p{Script=Latin}\d]+)/u.exec(text.slice(at))?.[0];
    let taken = tag?.length ?? 0;
    if (tag) english.push(tag);
    for (let length = Math.min(CHARACTERS, text.length - at); length > 0 && taken === 0; length--) {
      const found = find(text.slice(at, at + length), length > 1);
      if (found === undefined) continue;
      if (found !== '-' && found !== '|') english.push(found.replace(/<$/u, ''));
      taken = length;
    }
    at += Math.max(1, taken);
  }
  return english;
}

const MATERIAL = /^(?:silver|golden|gold|leather|glass|wooden|pearl|wool|silk)$/u;

/** Puts colours and materials before their noun: "a necklace of silver" is a silver necklace. */
function arrange(english: readonly string[], adjectivesFollow: boolean): string {
  const words = english.join(' ').split(' ').filter(Boolean);
  // "Des lunettes" are some, "a las personas" are the people.
  while (words.length > 1 && /^(?:of|to|at)$/u.test(words[0]!)) words.shift();
  const last = words.at(-1)?.toLowerCase();
  if (!adjectivesFollow || last === undefined || words.length < 2 || !(MATERIAL.test(last) || colorOf(last)))
    return words.join(' ');
  const rest = words.slice(0, -1);
  while (rest.length > 1 && /^(?:of|in|de|d'|en|di|from|the|made)$/iu.test(rest.at(-1)!)) rest.pop();
  const article = /^(?:an?|the|some|one|two|three)$/u.test(rest[0] ?? '') ? rest.shift() : undefined;
  return [...(article ? [article] : []), last, ...rest].join(' ');
}
