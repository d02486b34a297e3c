import type { Moment, Texture } from '@openimagine/render';
import type { SoundCue } from '../sound/cue.ts';
import type { Say } from '../sound/speech/recording.ts';
import type { StagedSequel } from './continue/sequel.ts';

/** What a stage may ask of the world outside: pictures that need a font or a decoder. All are pure for equal arguments. */
export interface StageAssets {
  /** Paints words, fitted to the box; the rest is transparent unless `background` is set. Any script that the shipped fonts hold. */
  paintText(text: string, options: TextOptions): Texture;
  /** The rendered picture (about 256 × 256, straight alpha) of an emoji by its key, such as `1f415`; undefined when there is none. */
  thing(key: string): Texture | undefined;
  /** Says words aloud; absent: they are hummed. */
  readonly say?: Say;
}

export interface TextOptions {
  readonly width: number;
  readonly height: number;
  /** CSS colours. */
  readonly color: string;
  readonly background?: string;
  /** Colour of a glow and of a frame round the words, as a neon sign has. */
  readonly glow?: string;
  readonly frame?: string;
  /** Colour of a line round the letters. */
  readonly outline?: string;
  readonly vertical?: boolean;
  readonly font?: 'sans' | 'serif' | 'display' | 'comic';
}

/** A placed, lit and timed world. Every moment can be drawn alone, in any order, by any process. */
export interface Stage {
  /** Of the scene itself, without its sequels. */
  readonly durationSeconds: number;
  /** The world at a time from 0 to the end of the last sequel. Pure: the same time gives an equal moment. */
  momentAt(seconds: number): Moment;
  /** Of a film that loops: what shows through its frame at this time, and how much, 0 … 1, so that the end meets the beginning. */
  overlapAt?(seconds: number): { readonly moment: Moment; readonly share: number } | undefined;
  /** The time whose frame represents the scene best: the one a still picture shows. */
  readonly stillSeconds: number;
  /** Of the scene itself, until `durationSeconds`. */
  readonly cues: readonly SoundCue[];
  /** Of the scene and its sequels together; without sequels the same. */
  readonly allCues: readonly SoundCue[];
}

export interface StageOptions {
  /** Output size in pixels: framing depends on it. */
  readonly width: number;
  readonly height: number;
  readonly durationSeconds: number;
  readonly seed: number;
  readonly assets: StageAssets;
  /** How the film goes on after `durationSeconds`; nothing before that is changed by them. The first begins there. */
  readonly sequels?: readonly StagedSequel[];
  /** How the scene's own time runs in the film; absent: a second of the one is a second of the other. */
  readonly time?: OwnTime;
}

/** The time of a scene that runs slower than its film, or backwards. */
export interface OwnTime {
  /** Seconds of the scene in a second of the film. */
  readonly pace: number;
  /** Seconds of the scene, where they run backwards: at the film's start it is at its end. */
  readonly turnsAt?: number;
}
