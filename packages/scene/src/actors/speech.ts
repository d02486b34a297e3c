import { humMouth } from '../sound/speech/syllables.ts';
import type { ActorContext } from './actor.ts';

/** When the first speaker of a film begins, where the stage has planned nothing. */
export function speechStart(durationSeconds: number): number {
  return Math.min(0.6, durationSeconds * 0.1);
}

/** How far a mouth is open, 0 … 1, at a time of the film: it moves with what is heard. */
export function mouthOf({ actor, durationSeconds, line }: ActorContext): (seconds: number) => number {
  // Who speaks only later, where the film goes on, has a line and no words yet.
  if (line) return line.mouthAt;
  return actor.says === undefined || actor.says === '' ? () => 0 : humMouth(actor.says, speechStart(durationSeconds));
}
