import type { ClipPlan } from '../clip-operations.ts';
import { stretchTime } from './time-stretch.ts';

/** Decoded sound of any rate and number of channels, interleaved. */
export interface PlainSound {
  readonly sampleRate: number;
  readonly channels: number;
  readonly samples: Float32Array;
}

/** Interleaved stereo at a rate: one channel is heard on both sides, of more than two the first two count. */
export function stereoAt({ sampleRate, channels, samples }: PlainSound, rate: number): Float32Array {
  const length = Math.floor(samples.length / Math.max(1, channels));
  const wanted = Math.round((length * rate) / sampleRate);
  const right = channels > 1 ? 1 : 0;
  const out = new Float32Array(wanted * 2);
  const step = sampleRate / rate;
  for (let i = 0; i < wanted; i++) {
    const at = i * step;
    const from = Math.min(length - 1, Math.floor(at));
    const next = Math.min(length - 1, from + 1);
    const part = at - from;
    for (const [side, channel] of [0, right].entries()) {
      const a = samples[from * channels + channel]!;
      out[i * 2 + side] = a + (samples[next * channels + channel]! - a) * part;
    }
  }
  return out;
}

/** Stereo sound at the speed and in the direction of the edited film. */
export function playAt(stereo: Float32Array, { factor, isReversed }: ClipPlan, sampleRate: number): Float32Array {
  const played = isReversed ? reversed(stereo) : stereo;
  return factor === 1 ? played : stretchTime(played, factor, sampleRate);
}

function reversed(stereo: Float32Array): Float32Array {
  const out = new Float32Array(stereo.length);
  for (let i = 0; i < stereo.length; i += 2) {
    out[i] = stereo[stereo.length - 2 - i]!;
    out[i + 1] = stereo[stereo.length - 1 - i]!;
  }
  return out;
}

/** Below this (−46 dBFS) a clip is as good as silent, and does not say how loud anything beside it may be. */
const HEARD = 0.005;
/** What is added stays this far below the clip's own sound. */
const BESIDE = 0.8;
const CEILING = 0.97;

/**
 * The clip's own sound with what is added to it, which joins it rather than drowns it.
 * @param own Interleaved stereo; shorter or longer than the film, it is filled up with silence or cut.
 * @param added Interleaved stereo, or nothing.
 * @param length Of the film, in samples.
 */
export function mixSound(own: Float32Array, added: Float32Array | undefined, length: number): Float32Array {
  const out = new Float32Array(length * 2);
  out.set(own.subarray(0, Math.min(own.length, out.length)));
  if (!added) return out;
  const [ownLevel, addedLevel] = [levelOf(own), levelOf(added)];
  const gain = ownLevel > HEARD && addedLevel > 0 ? Math.min(1.5, Math.max(0.2, (BESIDE * ownLevel) / addedLevel)) : 1;
  let peak = 0;
  for (let i = 0; i < out.length; i++) {
    out[i]! += gain * (added[i] ?? 0);
    peak = Math.max(peak, Math.abs(out[i]!));
  }
  if (peak > CEILING) for (let i = 0; i < out.length; i++) out[i]! *= CEILING / peak;
  return out;
}

function levelOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / Math.max(1, samples.length));
}
