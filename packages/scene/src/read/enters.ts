import type { Lexicon } from '../lexicon/lexicon.ts';
import type { VerbMeaning } from '../lexicon/meaning.ts';
import { isAnimateKind } from './mention.ts';
import type { Term } from './terms.ts';
import { looksLikeVerb } from './word-class.ts';

/** A cat walks in; but a dog runs in a park. @param next What stands behind "in". */
export function comesIn(verb: VerbMeaning | undefined, next: Term | undefined): boolean {
  const goes = /^(?:walk|run|fly|drive|swim|float)$/.test(verb?.motion ?? '') || verb?.does === 'pull';
  if (!goes) return false;
  return next === undefined || next.kind !== 'word' || /^(?:and|from|then|while|through|as|to|with)$/.test(next.word);
}

/** Whether who appears does so out of nowhere, and not from behind a tree. @param after The terms behind the verb. */
export function isByMagic(after: readonly Term[]): boolean {
  return after.slice(0, 7).some(({ word }) => /puff|nowhere|thin air|magic|flash|sparkle|glitter/.test(word));
}

/** "A magician taps a hat": he does, and there are no taps. */
export function doesNext({ meaning }: Term, next: Term, after: Term | undefined, lexicon: Lexicon): boolean {
  return meaning.noun !== undefined && isAnimateKind(meaning.noun) && looksLikeVerb(next, after, lexicon);
}
