import type { ActorKind, SetKind } from '../scene.ts';
import type { Meaning, MeaningMap, NounMeaning } from './meaning.ts';
import { words } from './meaning.ts';

/** One line of a table of nouns: words that share a model and a look. Underscores stand for spaces. */
export interface NounRow {
  readonly kind: ActorKind;
  /** Words that the model shows truly. */
  readonly same?: string;
  /** Words that the model only resembles; the reader reports these as substitutions. */
  readonly kin?: string;
  readonly color?: string;
  readonly size?: number;
  readonly attributes?: readonly string[];
  /** Where such a thing is at home, where its kind alone would say another place. */
  readonly home?: SetKind;
  /** Key of the rendered emoji, for `thing`, and what that shows. */
  readonly thing?: string;
  readonly drawnAs?: string;
}

/** Adds the rows to a map; a word that is there already keeps its other meanings. */
export function addNouns(map: MeaningMap, rows: readonly NounRow[]): void {
  for (const row of rows) {
    for (const same of [true, false]) {
      for (const word of words((same ? row.same : row.kin) ?? '')) {
        const noun: NounMeaning = {
          kind: row.kind,
          same,
          ...(row.color === undefined ? {} : { color: row.color }),
          ...(row.size === undefined ? {} : { size: row.size }),
          ...(row.attributes === undefined ? {} : { attributes: row.attributes }),
          ...(row.home === undefined ? {} : { home: row.home }),
          ...(row.thing === undefined ? {} : { thing: row.thing }),
          ...(row.drawnAs === undefined ? {} : { drawnAs: row.drawnAs }),
        };
        addMeaning(map, word, { noun });
      }
    }
  }
}

/** Merges a meaning into whatever the word means already. */
export function addMeaning(map: MeaningMap, word: string, meaning: Meaning): void {
  const key = word.toLowerCase();
  map.set(key, { ...map.get(key), ...meaning });
}

/** What a rendered emoji shows, in a studio. @param thing Its key. */
export const emojiRow = (thing: string, same: string, kin = '', drawnAs = ''): NounRow => ({
  kind: 'thing',
  thing,
  home: 'studio',
  ...(same === '' ? {} : { same }),
  ...(kin === '' ? {} : { kin }),
  ...(drawnAs === '' ? {} : { drawnAs }),
});
