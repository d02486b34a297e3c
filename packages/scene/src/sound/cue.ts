import type { Mood, MusicKind, SoundKind } from '../scene.ts';
import type { AcousticsName } from './acoustics.ts';
import type { Speaker } from './speakers.ts';
import type { Recording } from './speech/recording.ts';

/** What feet, hooves and wheels go over. */
export type Ground = 'stone' | 'wood' | 'earth' | 'grass' | 'gravel' | 'sand' | 'snow' | 'water' | 'metal' | 'leaves';

/** Where something is heard from at a time. */
export interface Whereabouts {
  /** From the cue's start. */
  readonly seconds: number;
  /** −1 left … 1 right. */
  readonly pan: number;
  readonly distanceMetres: number;
}

/** One of many short sounds of a cue: a step, a hoof, a knock of wheels. */
export interface Hit {
  /** From the cue's start. */
  readonly seconds: number;
  /** 0 … 1. */
  readonly gain: number;
}

/**
 * One thing to be heard, on the film's own timeline. The stage writes cues where it makes things happen, so that a
 * thunder follows its flash and a rumble follows its rocket; `renderSound` turns them into samples.
 */
export interface SoundCue {
  readonly kind: SoundKind;
  /** Seconds from the start of the film; ambience starts at 0 and lasts for the whole film. */
  readonly startSeconds: number;
  readonly durationSeconds: number;
  /** 0 … 1, relative to other cues; the mix is brought to its loudness afterwards. */
  readonly gain: number;
  /** −1 left … 1 right; a pair moves from the first to the second over the cue. */
  readonly pan: number | readonly [number, number];
  /** Loudness over the cue as `[seconds from the cue's start, 0 … 1]`, straight between the points. Absent: 1 with short fades. */
  readonly envelope?: readonly (readonly [number, number])[];
  /** Metres; makes it later (343 m/s), softer and duller. Default 0. */
  readonly distanceMetres?: number;
  /** How it moves past the camera, in time; instead of `pan` and `distanceMetres`. Its pitch bends as it comes and goes. */
  readonly way?: readonly Whereabouts[];
  /** When each step falls; absent: evenly, `rate` a second. */
  readonly hits?: readonly Hit[];
  /** Steps per second of footsteps and hooves, revolutions of an engine. */
  readonly rate?: number;
  readonly ground?: Ground;
  /** Who makes it, where kinds of one sound differ: `lion`, `duck`, `truck`. */
  readonly of?: string;
  /** Below 1 it is heard slower and lower, as slow motion is. */
  readonly speed?: number;
  /** Its samples run backwards: `hits` count from its end. */
  readonly isReversed?: true;
  /** Where it is heard: the reverberation is that of the first cue that names a place. */
  readonly place?: AcousticsName;
  /** The film starts over at its end: what sounds there goes on at its start. */
  readonly loops?: true;
  /** Of music: `calm`, `tense`, `bright` where nothing more is known. */
  readonly mood?: Mood | 'bright';
  readonly music?: MusicKind | 'waltz' | 'drums' | 'guitar';
  /** Words of speech. */
  readonly text?: string;
  /** Of speech: the name of who speaks; absent: anybody. */
  readonly speaker?: string;
  /** Of speech: says the text in a voice; absent: it is hummed. */
  readonly say?: (speaker: Speaker) => Recording;
}
