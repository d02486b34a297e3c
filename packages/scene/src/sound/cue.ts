import type { SoundKind } from '../scene.ts';
import type { Speaker } from './speakers.ts';
import type { Recording } from './speech/recording.ts';

/**
 * One thing to be heard, on the film's own timeline. The stage writes cues where it makes things happen, so that a
 * thunder follows its flash and a rumble follows its rocket; `renderSound` turns them into samples.
 */
export interface SoundCue {
  readonly kind: SoundKind;
  /** Seconds from the start of the film; ambience starts at 0 and lasts for the whole film. */
  readonly startSeconds: number;
  readonly durationSeconds: number;
  /** 0 … 1, relative to other cues; the mix is normalised afterwards. */
  readonly gain: number;
  /** −1 left … 1 right; a pair moves from the first to the second over the cue. */
  readonly pan: number | readonly [number, number];
  /** Loudness over the cue as `[seconds from the cue's start, 0 … 1]`, straight between the points. Absent: 1 with short fades. */
  readonly envelope?: readonly (readonly [number, number])[];
  /** Metres; makes it later (343 m/s), softer and duller. Default 0. */
  readonly distanceMetres?: number;
  /** Steps per second of footsteps and hooves, mood of music (`calm`, `tense`, `bright`), words of speech. */
  readonly rate?: number;
  readonly mood?: 'calm' | 'tense' | 'bright';
  readonly text?: string;
  /** Of speech: the name of who speaks; absent: anybody. */
  readonly speaker?: string;
  /** Of speech: says the text in a voice; absent: it is hummed. */
  readonly say?: (speaker: Speaker) => Recording;
}
