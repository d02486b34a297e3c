import type { Lexicon } from '../lexicon/lexicon.ts';
import type { NounMeaning, VerbMeaning } from '../lexicon/meaning.ts';
import { singulars } from '../lexicon/plurals.ts';
import type { Term } from './terms.ts';

/** What surrounds a word whose class is in doubt. */
export interface Situation {
  /** An article, a number or an adjective waits for its noun. */
  readonly isPhraseOpen: boolean;
  readonly hasHead: boolean;
  readonly hasPreposition: boolean;
  /** "And" came before. */
  readonly isJoined: boolean;
  readonly hasAnchors: boolean;
}

/** "A school building", but "a man building a wall". */
const THINGS_IN_ING = /^(?:building|clothing)$/;

/** Whether a word that is both noun and verb (`rose`, `park`, `water`) is a noun at this place. */
export function isNounHere({ meaning, word }: Term, next: Term | undefined, around: Situation): boolean {
  const { noun, setting, color, attribute, role } = meaning;
  // Behind a noun, "crossing" is what it does.
  const isThing =
    THINGS_IN_ING.test(word) &&
    (next?.kind !== 'word' || next.meaning.role === 'and' || next.meaning.preposition !== undefined);
  if (around.hasHead && /ing$/.test(word) && !isThing) return false;
  if (around.hasHead && isThing) return true;
  if (noun === undefined && setting === undefined && color === undefined && attribute === undefined) {
    return role === 'stop' && around.isPhraseOpen && !/(?:ing|ed|s)$/.test(word);
  }
  if ((around.isPhraseOpen && !around.hasHead) || around.hasPreposition) return true;
  // The bride and groom; but sings and dances.
  if (around.isJoined && noun?.kind === 'person' && !/(?:ing|ed|s)$/.test(word)) return true;
  const hasSubject = around.hasHead || around.hasAnchors;
  return !hasSubject || (next?.meaning.noun !== undefined && !next.isUnknown && !around.hasHead);
}

export interface UnknownContext {
  readonly lexicon: Lexicon;
  readonly splitsNouns: boolean;
  readonly isPhraseOpen: boolean;
  readonly hasArticle: boolean;
  readonly hasPreposition: boolean;
  readonly hasMentions: boolean;
}

/** A word of no table that is a thing after all. */
export interface UnknownNoun {
  readonly noun: NounMeaning;
  readonly english: string;
  readonly isPlural: boolean;
  /** Only its place in the sentence speaks for it. */
  readonly isGuess: boolean;
}

/** Says what a word of no table is: a thing by its kin, a name, an adjective, or nothing with a body. */
export function judgeUnknown(
  { word, text }: Term,
  context: UnknownContext,
): UnknownNoun | 'abstract' | 'name' | 'adjective' {
  const { lexicon, isPhraseOpen, hasMentions, hasArticle, splitsNouns } = context;
  const isVerb = /(?:ing|ed)$/.test(word) && !isPhraseOpen;
  const own = isVerb || word.length < 2 ? 'abstract' : lexicon.findKin(word);
  // Words of languages that have no table of ours may still be names of emoji.
  const kin = own ?? (/^[A-Z]/.test(text) && hasMentions ? undefined : lexicon.findForeign(word));
  if (kin === 'abstract') return 'abstract';
  const isName = /^\p{Lu}/u.test(text) && !hasArticle;
  const isNounPlace = isPhraseOpen && !isName;
  if ((context.hasPreposition && isName) || (kin === undefined && !isNounPlace && hasMentions)) return 'name';
  if (kin === undefined && !splitsNouns && /(?:ing|ed|ous|ful|ish|ive|al|ic|able|less|ly)$/.test(word))
    return 'adjective';
  const noun: NounMeaning = kin ?? { kind: 'standIn', same: false };
  return {
    noun,
    english: own === undefined ? (noun.drawnAs ?? noun.kind) : word,
    isPlural: singulars(word).some((form) => lexicon.findKin(form) !== undefined),
    isGuess: kin === undefined && !isNounPlace,
  };
}

/** Whether another clause begins with a word; dressed as a pirate, and such as this, begin none. */
export function opensClause(word: string, before = ''): boolean {
  if (!/^(?:while|as|when|whereas|until|meanwhile)$/.test(word)) return false;
  return word !== 'as' || !/(?:ed|such|same|known|worn|seen)$/.test(before);
}

/** Whether a word names what rises, falls or drifts without a body. */
export const isBodiless = (word: string): boolean =>
  /^(?:steam|smoke|dust|fog|mist|snow|rain|sunlight|moonlight|light|lights|rays|shadows|sparks|wind|music)$/.test(word);

/**
 * Whether a word of no table of verbs may be one for what follows it: "releases a balloon", "plants a flag", "flips
 * noodles". Whether somebody is there who does it is for the grammar to say.
 */
export function looksLikeVerb(
  { kind, word, meaning, isUnknown, isPlural }: Term,
  next: Term | undefined,
  lexicon: Lexicon,
): boolean {
  if (kind !== 'word' || next?.kind !== 'word' || meaning.verb !== undefined) return false;
  if (!/(?:[^s]s|ing)$/.test(word) || word.length < 4) return false;
  const isArticle = next.meaning.role === 'article';
  if (!isUnknown) return isPlural && meaning.noun !== undefined && isArticle;
  if (isArticle || next.meaning.count !== undefined) return true;
  // A chef slicing salmon slices it.
  if (word.endsWith('ing') && (next.meaning.noun !== undefined || next.meaning.color !== undefined)) return true;
  if (!word.endsWith('s') || next.meaning.verb !== undefined) return false;
  const kin = lexicon.findKin(word);
  const isObject = next.meaning.noun !== undefined || next.isUnknown;
  return (kin === undefined && isObject) || (kin === 'abstract' && next.isPlural);
}

/** Sits and stands tell of one thing after the other, sitting and seated of what is so meanwhile. */
export const tellsWhatFollows = (word: string): boolean => !/(?:ing|ed|en)$/.test(word.split(' ')[0] ?? '');

/** Whether somebody else does it: "chased by", "held by". */
export const isUndergone = ({ object, motion }: VerbMeaning, word: string): boolean =>
  object !== undefined && object !== 'wearing' && motion !== undefined && /(?:[^s]ed|en|n|t|ld|ught|d)$/.test(word);

/** A sunken ship has sunk. */
export function withoutChange({ change: _, changes: __, ...verb }: VerbMeaning): VerbMeaning {
  return verb;
}
