import type { Moment, Texture } from '@openimagine/render';
import type { SoundCue } from '../sound/cue.ts';

/** What a stage may ask of the world outside: pictures that need a font or a decoder. All are pure for equal arguments. */
export interface StageAssets {
  /** Paints words, fitted to the box; the rest is transparent unless `background` is set. Any script that the shipped fonts hold. */
  paintText(text: string, options: TextOptions): Texture;
  /** The rendered picture (about 256 × 256, straight alpha) of an emoji by its key, such as `1f415`; undefined when there is none. */
  thing(key: string): Texture | undefined;
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
  readonly durationSeconds: number;
  /** The world at a time in [0, durationSeconds]. Pure: the same time gives an equal moment. */
  momentAt(seconds: number): Moment;
  /** The time whose frame represents the scene best: the one a still picture shows. */
  readonly stillSeconds: number;
  readonly cues: readonly SoundCue[];
}

export interface StageOptions {
  /** Output size in pixels: framing depends on it. */
  readonly width: number;
  readonly height: number;
  readonly durationSeconds: number;
  readonly seed: number;
  readonly assets: StageAssets;
}
