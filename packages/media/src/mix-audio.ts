import type { DecodedAudio } from './decode-audio.ts';
import { SAMPLE_RATE } from './encode-audio.ts';
import { MediaError } from './media-error.ts';

/** One piece of sound in a mix. */
export interface Stem {
  /** Interleaved stereo at 48 kHz. Not modified. */
  readonly samples: Float32Array;
  /** Where it begins; below zero its beginning is not heard. Default 0. */
  readonly atSeconds?: number;
  /** Factor; default 1. */
  readonly gain?: number;
}

/** Above this, loud parts are bent rather than cut off. */
const KNEE = 0.9;

/**
 * Adds stems up to one sound of a given length. What grows louder than full scale is bent smoothly below it.
 * @param seconds Of the result; what lies behind it is not heard.
 * @returns Interleaved stereo at 48 kHz in [-1, 1].
 */
export function mixAudio(stems: readonly Stem[], seconds: number): Float32Array {
  const mix = new Float32Array(Math.round(seconds * SAMPLE_RATE) * 2);
  for (const { samples, atSeconds = 0, gain = 1 } of stems) {
    const offset = Math.round(atSeconds * SAMPLE_RATE) * 2;
    const end = Math.min(samples.length, mix.length - offset);
    for (let i = Math.max(0, -offset); i < end; i++) mix[offset + i]! += samples[i]! * gain;
  }
  for (let i = 0; i < mix.length; i++) mix[i] = bend(mix[i]!);
  return mix;
}

function bend(value: number): number {
  const size = Math.abs(value);
  if (size <= KNEE) return value;
  const room = 1 - KNEE;
  return Math.sign(value) * (KNEE + room * Math.tanh((size - KNEE) / room));
}

/**
 * Brings any decoded sound to 48 kHz stereo: one channel goes to both sides, surround is folded down.
 * @returns Interleaved; nominally in [-1, 1], where the source was.
 * @throws {MediaError} `unsupported` for more than eight channels or a rate beyond 8 … 192 kHz.
 */
export function resampleTo48k({ samples, channels, sampleRate }: DecodedAudio): Float32Array {
  const fold = FOLDS[channels - 1];
  if (!fold || sampleRate < 8000 || sampleRate > 192_000) {
    throw new MediaError(
      'unsupported',
      `expected sound of 1 to 8 channels at 8 to 192 kHz, got ${channels} at ${sampleRate} Hz`,
    );
  }
  const stereo = channels === 2 ? samples : foldDown(samples, channels, fold);
  return sampleRate === SAMPLE_RATE ? Float32Array.from(stereo) : resample(stereo, sampleRate);
}

/** How much of each channel goes to the left and to the right. */
type Fold = readonly (readonly [left: number, right: number])[];

const HALF_POWER = Math.SQRT1_2;
const [LEFT, RIGHT, CENTER, LOW] = [
  [1, 0],
  [0, 1],
  [HALF_POWER, HALF_POWER],
  [0, 0],
] as const;
const [LEFT_REAR, RIGHT_REAR, REAR] = [
  [HALF_POWER, 0],
  [0, HALF_POWER],
  [0.5, 0.5],
] as const;

/** In the order that decoders give them: front left and right, centre, low, rears. @see ITU-R BS.775-4, annex 4 */
const FOLDS: readonly Fold[] = [
  [[1, 1]],
  [LEFT, RIGHT],
  [LEFT, RIGHT, CENTER],
  [LEFT, RIGHT, CENTER, REAR],
  [LEFT, RIGHT, CENTER, LEFT_REAR, RIGHT_REAR],
  [LEFT, RIGHT, CENTER, LOW, LEFT_REAR, RIGHT_REAR],
  [LEFT, RIGHT, CENTER, LOW, REAR, LEFT_REAR, RIGHT_REAR],
  [LEFT, RIGHT, CENTER, LOW, LEFT_REAR, RIGHT_REAR, LEFT_REAR, RIGHT_REAR],
];

/** Scaled so that all channels at full level stay within full scale. */
function foldDown(samples: Float32Array, channels: number, fold: Fold): Float32Array {
  const loudest = Math.max(
    1,
    fold.reduce((sum, [left]) => sum + left, 0),
  );
  const stereo = new Float32Array((samples.length / channels) * 2);
  for (let from = 0, to = 0; from < samples.length; from += channels, to += 2) {
    let left = 0;
    let right = 0;
    for (let channel = 0; channel < channels; channel++) {
      const value = samples[from + channel]!;
      left += value * fold[channel]![0];
      right += value * fold[channel]![1];
    }
    stereo[to] = left / loudest;
    stereo[to + 1] = right / loudest;
  }
  return stereo;
}

/** Zero crossings on each side: 70 dB of quiet beyond the band. */
const LOBES = 16;
/** Of the lower rate's band; the rest is the filter's slope. */
const BAND = 0.94;
/** Places between two samples for which the filter is worked out; those between are the nearest one's. */
const PHASES = 512;

function resample(stereo: Float32Array, sampleRate: number): Float32Array {
  const count = stereo.length / 2;
  const resampled = new Float32Array(Math.round((count * SAMPLE_RATE) / sampleRate) * 2);
  const step = sampleRate / SAMPLE_RATE;
  const cutoff = BAND * Math.min(1, 1 / step);
  const reach = Math.ceil(LOBES / cutoff);
  const taps = 2 * reach;
  const filter = planFilter(reach, cutoff);
  for (let i = 0; i < resampled.length; i += 2) {
    const at = (i / 2) * step;
    const before = Math.floor(at);
    const phase = Math.min(PHASES - 1, Math.round((at - before) * PHASES));
    let left = 0;
    let right = 0;
    const first = before - reach + 1;
    const from = Math.max(0, -first);
    const to = Math.min(taps, count - first);
    for (let tap = from; tap < to; tap++) {
      const weight = filter[phase * taps + tap]!;
      left += weight * stereo[(first + tap) * 2]!;
      right += weight * stereo[(first + tap) * 2 + 1]!;
    }
    resampled[i] = left;
    resampled[i + 1] = right;
  }
  return resampled;
}

/** A windowed sinc for each phase, each of sum 1. */
function planFilter(reach: number, cutoff: number): Float32Array {
  const taps = 2 * reach;
  const filter = new Float32Array(PHASES * taps);
  for (let phase = 0; phase < PHASES; phase++) {
    let sum = 0;
    for (let tap = 0; tap < taps; tap++) {
      const distance = tap - reach + 1 - phase / PHASES;
      const weight = sinc(distance * cutoff) * blackman(distance / reach);
      filter[phase * taps + tap] = weight;
      sum += weight;
    }
    for (let tap = 0; tap < taps; tap++) filter[phase * taps + tap]! /= sum;
  }
  return filter;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** @param x -1 … 1 from end to end. */
function blackman(x: number): number {
  if (Math.abs(x) >= 1) return 0;
  return 0.42 + 0.5 * Math.cos(Math.PI * x) + 0.08 * Math.cos(2 * Math.PI * x);
}
