/**
 * The words of one language, each line `english = word, word, …`. A word that ends in `*` stands for all that begin
 * so; `_` stands for a space. English words that end in `<` belong before the noun phrase that they follow (a Japanese
 * 上 is an "on" behind its noun); with `>` they stand between their object and their subject; `|` ends a phrase; `-` drops the word.
 */
export interface LanguageTable {
  readonly code: string;
  /** Little words that give the language away. */
  readonly hints: string;
  /** Things that can be counted: a plural ending makes an English plural. */
  readonly nouns: string;
  readonly words: string;
  /** Further lines of both, several to a line with `; ` between. They win over the first. */
  readonly moreNouns?: string;
  readonly moreWords?: string;
  /** How nouns of one word change, the first ending that fits: singular cases, then plurals, divided by `|`. */
  readonly forms?: readonly (readonly [ending: RegExp, cases: string, plurals: string])[];
  /** How plurals end, for words matched by their beginning. */
  readonly pluralEnding?: RegExp;
  readonly adjectivesFollow?: boolean;
  /** How many stands behind the noun: cat two. */
  readonly countsFollow?: boolean;
  /** Nothing but its place tells a subject from what follows it: a postposition belongs to the last noun alone. */
  readonly isBare?: boolean;
  /** Little words glued before a word, longest first, with what each says. */
  readonly prefixes?: readonly (readonly [string, string])[];
  /** Endings glued to a noun, longest first, with what each says. */
  readonly suffixes?: readonly (readonly [string, string])[];
}
