import { ANIMALS } from './animals.ts';
import { BUILDINGS } from './buildings.ts';
import { addChangeVerbs } from './change-verbs.ts';
import { addColors } from './colors.ts';
import { addDress } from './dress.ts';
import type { EmojiEntry, EmojiIndex } from './emoji.ts';
import { createEmojiIndex } from './emoji.ts';
import { HOUSEHOLD } from './household.ts';
import type { Kinship } from './kin.ts';
import { createKinship } from './kin.ts';
import type { LanguageCode, LanguageWords } from './languages.ts';
import { createLanguage, LANGUAGE_CODES } from './languages.ts';
import type { Meaning, MeaningMap, NounMeaning } from './meaning.ts';
import { addModifiers } from './modifiers.ts';
import { NATURE } from './nature.ts';
import { addNouns } from './noun-row.ts';
import { OVERRIDES } from './overrides.ts';
import { PEOPLE } from './people.ts';
import { singulars } from './plurals.ts';
import { addPrepositions } from './prepositions.ts';
import { addSettings } from './settings.ts';
import { createSpeller, type Speller } from './spelling.ts';
import { THINGS } from './things.ts';
import { VEHICLES } from './vehicles.ts';
import { addVerbs } from './verbs.ts';
import { WARES } from './wares.ts';
import type { WordNetFiles } from './wordnet.ts';
import { createWordNet } from './wordnet.ts';

/** What the lexicon is made from. The functions are called at most once each, when a word first needs them. */
export interface LexiconSources {
  /** The emoji of a language such as `de`; empty when there are none. */
  emoji(language: string): readonly EmojiEntry[];
  /** Names of the rendered emoji at hand, lower case, such as `1f415`. */
  readonly thingKeys: readonly string[];
  wordNet(): WordNetFiles | undefined;
}

/** All that is known about words. Immutable to its users; what it looks up it remembers. */
export interface Lexicon {
  /** Looks up an English word or phrase, in the singular or plural. */
  look(phrase: string): { readonly meaning: Meaning; readonly isPlural: boolean } | undefined;
  /** What stands for a noun that the tables do not hold; `abstract` for one without a body, undefined when nothing is known. */
  findKin(noun: string): NounMeaning | 'abstract' | undefined;
  /** The picture of an emoji with this name or keyword. */
  findPicture(noun: string): NounMeaning | undefined;
  /** What an English noun in the singular is a kind of, nearest first, such as `dachshund`, `hunting dog`, `dog`. */
  findLineage(noun: string): readonly string[];
  /** What a word of any other language names, by the emoji of that language. */
  findForeign(word: string): NounMeaning | undefined;
  /** The English name of an emoji, with its own marks or without. */
  nameEmoji(written: string): string | undefined;
  language(code: LanguageCode): LanguageWords;
  /** The known English word that a misspelt one was most likely meant for; undefined for a word that is right or like none. */
  correct(word: string): string | undefined;
  /** Words the phrase tables hold are at most so many words long. */
  readonly phraseLength: number;
}

/** Languages of which only the names of emoji are known. */
const EMOJI_LANGUAGES: readonly (readonly [script: RegExp, codes: readonly string[]])[] = [
  [/\p{Script=Latin}/u, ['nl', 'pl', 'sv', 'da', 'fi', 'hu', 'vi', 'ms']],
  [/\p{Script=Cyrillic}/u, ['uk']],
  [/\p{Script=Devanagari}/u, ['hi']],
  [/\p{Script=Bengali}/u, ['bn']],
  [/\p{Script=Thai}/u, ['th']],
];
const emojiLanguages = (word: string): readonly string[] =>
  EMOJI_LANGUAGES.find(([script]) => script.test(word))?.[1] ?? [];
const REMEMBERED_WORDS = 5000;

/** Builds a lexicon of our own tables, WordNet and emoji names. About 10 ms; the rest is read when first needed. */
export function createLexicon(sources: LexiconSources): Lexicon {
  const meanings = createMeanings();
  const keys = new Set(sources.thingKeys);
  const emoji = new Map<string, EmojiIndex>();
  const emojiOf = (code: string): EmojiIndex =>
    remember(emoji, code, () => createEmojiIndex(sources.emoji(code), keys));
  const languages = new Map<LanguageCode, LanguageWords>();
  const kin = new Map<string, NounMeaning | 'abstract' | undefined>();
  let kinship: Kinship | undefined;
  const kinOf = (): Kinship => {
    if (kinship === undefined) {
      const files = sources.wordNet();
      kinship = createKinship(files && createWordNet(files), emojiOf('en'));
    }
    return kinship;
  };
  const findKin = (noun: string): NounMeaning | 'abstract' | undefined => {
    for (const form of [...singulars(noun), noun]) {
      const found = kinOf().find(form);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  let speller: Speller | undefined;
  return {
    correct(word) {
      // Without a dictionary nobody knows which words are right.
      const isRight = (form: string): boolean => kinOf().isKnown(form);
      if (!isRight('word') || [word, ...singulars(word)].some(isRight)) return undefined;
      speller ??= createSpeller([...meanings.keys()].flatMap((phrase) => phrase.split(/[ -]/)));
      return speller.correct(word);
    },
    look(phrase) {
      const meaning = meanings.get(phrase);
      const base = singulars(phrase).find(
        (form) => meanings.get(form)?.noun !== undefined || meanings.get(form)?.before,
      );
      if (base !== undefined) {
        const { noun, before, count } = meanings.get(base)!;
        const lent = { ...(noun && { noun }), ...(before && { before, ...(count !== undefined && { count }) }) };
        return { meaning: { ...lent, ...meaning }, isPlural: true };
      }
      if (meaning !== undefined) return { meaning, isPlural: false };
      const setting = singulars(phrase).find((form) => meanings.get(form)?.setting !== undefined);
      return setting === undefined ? undefined : { meaning: meanings.get(setting)!, isPlural: true };
    },
    findKin: (noun) => {
      if (kin.size > REMEMBERED_WORDS) kin.clear();
      return remember(kin, noun, () => findKin(noun));
    },
    findPicture: (noun) => [noun, ...singulars(noun)].map((form) => kinOf().findPicture(form)).find(Boolean),
    findLineage: (noun) => kinOf().lineage(noun),
    findForeign: (word) => {
      if (kinOf().isKnown(word)) return undefined;
      for (const code of emojiLanguages(word)) {
        const key = emojiOf(code).byLabel(word);
        const name = key && emojiOf('en').labelOf(key);
        const noun = name === undefined ? undefined : meanings.get(name)?.noun;
        // The model looks for English words, and the prompt has none.
        if (noun !== undefined) return { ...noun, attributes: [name!, ...(noun.attributes ?? [])] };
        if (name !== undefined) return kinOf().findPicture(name);
      }
      return undefined;
    },
    nameEmoji: (written) => emojiOf('en').nameOf(written),
    language: (code) => remember(languages, code, () => createLanguage(code, () => [emojiOf(code), emojiOf('en')])),
    phraseLength: 6,
  };
}

export { LANGUAGE_CODES, type LanguageCode };

function remember<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  if (!map.has(key)) map.set(key, make());
  return map.get(key)!;
}

/** Colours go before attributes, which leave words alone that are colours; nouns come last and only add. */
function createMeanings(): MeaningMap {
  const map: MeaningMap = new Map();
  addColors(map);
  addModifiers(map);
  addDress(map);
  addVerbs(map);
  addChangeVerbs(map);
  addPrepositions(map);
  addSettings(map);
  for (const rows of [OVERRIDES, ANIMALS, PEOPLE, VEHICLES, NATURE, BUILDINGS, HOUSEHOLD, THINGS, WARES])
    addNouns(map, rows);
  return map;
}
