import type { LanguageCode } from '../../../lexicon/lexicon.ts';

/** The prompt reader's languages, whose words serve here too, and some that only instructions are read in. */
export type EditLanguageCode = Exclude<LanguageCode, 'nl' | 'pl' | 'tr'> | 'hi' | 'ar' | 'bn' | 'ur' | 'id';

/** How instructions are put in one language, told in English. */
export interface EditLanguage {
  readonly code: EditLanguageCode;
  /** Words that only this language begins instructions with; for languages that share the Latin script. */
  readonly cues?: RegExp;
  /** What stands between two instructions of a sentence. */
  readonly split: RegExp;
  /**
   * Whole clauses. `{1}` is the first group as an English noun phrase, `$1` as it is written; `{n}` of a group that took
   * no part is empty. The first that matches says it.
   */
  readonly rules: readonly (readonly [RegExp, string])[];
  /** Lines of `english = pattern`: what is said of the picture as a whole, wherever it stands. */
  readonly looks: string;
  /** Lines of `english = word, word*`: what the prompt reader's tables do not hold; `*` stands for any ending. */
  readonly nouns: string;
  /** What is written onto a noun and taken off when the whole is not known: articles, prepositions. */
  readonly affixes?: RegExp;
  /** Adjectives and colours stand behind their noun. */
  readonly adjectivesFollow?: boolean;
  /** Words are not set apart by spaces. */
  readonly isUnspaced?: boolean;
}
