import type { Random } from '../random.ts';
import type { SoundCue } from './cue.ts';

/** What a voice is asked for: one cue, from its own start. */
export interface VoiceRequest {
  readonly length: number;
  readonly seconds: number;
  readonly random: Random;
  readonly cue: SoundCue;
}

/** Mono, or left and right of equal length. Any level: the mixer brings it to `levelDb`. */
export type VoiceOutput = Float32Array | readonly [left: Float32Array, right: Float32Array];

/** How one kind of sound is made. */
export interface Voice {
  /**
   * Loudness in the mix at gain 1, in dB below full scale: of its RMS when it goes on, of its peak when it is an event,
   * of what it is made as where recipes know their own level.
   */
  readonly levelDb: number;
  readonly measure: 'rms' | 'peak' | 'as is';
  /** Share that goes to the reverberation, 0 … 1. */
  readonly reverb: number;
  render(request: VoiceRequest): VoiceOutput;
}

/** Two independent renderings of the same recipe, a little mixed: wide, and still sound in mono. */
export function wide(make: (random: Random) => Float32Array, random: Random, shared = 0.45): VoiceOutput {
  const left = make(random.fork('left'));
  const right = make(random.fork('right'));
  for (let i = 0; i < left.length; i++) {
    const [l, r] = [left[i]!, right[i]!];
    left[i] = l * (1 - shared) + r * shared;
    right[i] = r * (1 - shared) + l * shared;
  }
  return [left, right];
}
