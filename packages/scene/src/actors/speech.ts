import { syllablesOf } from '../sound/voices-tonal.ts';
import type { ActorContext } from './actor.ts';

/** The voice's own rhythm: a syllable takes this long, longer with its letters, and then there is a short gap. */
const LEAD_SECONDS = 0.05;
const SYLLABLE_SECONDS = 0.13;
const LETTER_SECONDS = 0.03;
const GAP_SECONDS = 0.02;

/** When the stage lets an actor begin to speak. */
export function speechStart(durationSeconds: number): number {
  return Math.min(0.6, durationSeconds * 0.1);
}

/**
 * How far a mouth is open, 0 … 1, at a time of the film: one swell for each syllable that is heard, open vowels wider
 * than closed ones.
 */
export function mouthOf({ actor, durationSeconds }: ActorContext): (seconds: number) => number {
  if (!actor.says) return () => 0;
  const swells: { readonly start: number; readonly seconds: number; readonly open: number }[] = [];
  let time = speechStart(durationSeconds) + LEAD_SECONDS;
  for (const syllable of syllablesOf(actor.says)) {
    const seconds = SYLLABLE_SECONDS + LETTER_SECONDS * Math.min(3, syllable.length);
    const open = /a/.test(syllable) ? 1 : /[eo]/.test(syllable) ? 0.8 : /[iuy]/.test(syllable) ? 0.55 : 0.8;
    swells.push({ start: time, seconds, open });
    time += seconds + GAP_SECONDS;
  }
  return (seconds) => {
    const now = swells.find(({ start, seconds: length }) => seconds >= start && seconds < start + length);
    return now ? now.open * Math.sin((Math.PI * (seconds - now.start)) / now.seconds) ** 0.7 : 0;
  };
}
