import { humMouth } from '../sound/speech/syllables.ts';
import type { ActorContext } from './actor.ts';

/** When the first speaker of a film begins, where the stage has planned nothing. */
export function speechStart(durationSeconds: number): number {
  return Math.min(0.6, durationSeconds * 0.1);
}

/** How far a mouth is open, 0 … 1, at a time of the film: it moves with what is heard. */
export function mouthOf({ actor, durationSeconds, line }: ActorContext): (seconds: number) => number {
  if (!actor.says) return () => 0;
  return line ? line.mouthAt : humMouth(actor.says, speechStart(durationSeconds));
}
