import type { Random } from '../random.ts';

/** Samples a second of everything in this folder. */
export const SAMPLE_RATE = 48_000;

export function samplesOf(seconds: number): number {
  return Math.max(0, Math.round(seconds * SAMPLE_RATE));
}

/** White noise in [−1, 1]. */
export function whiteNoise(length: number, random: Random): Float32Array {
  const out = new Float32Array(length);
  // A counter-based xorshift: one Random call a sample would be most of the cost of a film's sound.
  let state = (Math.floor(random.next() * 0xffffffff) | 1) >>> 0;
  for (let i = 0; i < length; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    out[i] = (state | 0) / 0x80000000;
  }
  return out;
}

/** Noise that falls by 6 dB an octave, about as loud as white noise, without drifting off centre. */
export function brownNoise(length: number, random: Random): Float32Array {
  const out = whiteNoise(length, random);
  let level = 0;
  for (let i = 0; i < length; i++) {
    level = level * 0.996 + out[i]! * 0.09;
    out[i] = level;
  }
  return out;
}

/** A value over time, sampled every `CONTROL_SAMPLES`: a constant, or a function of seconds. */
export type Control = number | ((seconds: number) => number);
const CONTROL_SAMPLES = 64;

function at(control: Control, seconds: number): number {
  return typeof control === 'number' ? control : control(seconds);
}

type FilterKind = 'lowpass' | 'highpass' | 'bandpass';

/**
 * A second-order filter whose cut-off may move. Works in place and returns the same array.
 * @param cutoffHz Kept within 10 Hz … 20 kHz.
 * @see Robert Bristow-Johnson's audio EQ formulas, for the coefficients.
 */
export function filter(samples: Float32Array, kind: FilterKind, cutoffHz: Control, q = Math.SQRT1_2): Float32Array {
  let x1 = 0;
  let x2 = 0;
  let y1 = 0;
  let y2 = 0;
  for (let start = 0; start < samples.length; start += CONTROL_SAMPLES) {
    const omega = (2 * Math.PI * Math.min(20_000, Math.max(10, at(cutoffHz, start / SAMPLE_RATE)))) / SAMPLE_RATE;
    const cosine = Math.cos(omega);
    const alpha = Math.sin(omega) / (2 * q);
    const a0 = 1 + alpha;
    const b0 = (kind === 'lowpass' ? (1 - cosine) / 2 : kind === 'highpass' ? (1 + cosine) / 2 : alpha) / a0;
    const b1 = (kind === 'lowpass' ? 1 - cosine : kind === 'highpass' ? -1 - cosine : 0) / a0;
    const b2 = kind === 'bandpass' ? -b0 : b0;
    const a1 = (-2 * cosine) / a0;
    const a2 = (1 - alpha) / a0;
    const end = Math.min(samples.length, start + CONTROL_SAMPLES);
    for (let i = start; i < end; i++) {
      const x = samples[i]!;
      const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
      x2 = x1;
      x1 = x;
      y2 = y1;
      y1 = y;
      samples[i] = y;
    }
  }
  return samples;
}

/** Multiplies by a gain that moves in straight lines between control points. In place. */
export function shape(samples: Float32Array, gain: (seconds: number) => number): Float32Array {
  let from = gain(0);
  for (let start = 0; start < samples.length; start += CONTROL_SAMPLES) {
    const to = gain((start + CONTROL_SAMPLES) / SAMPLE_RATE);
    const end = Math.min(samples.length, start + CONTROL_SAMPLES);
    for (let i = start; i < end; i++) samples[i]! *= from + ((to - from) * (i - start)) / CONTROL_SAMPLES;
    from = to;
  }
  return samples;
}

/** Adds `source × gain` to `target` from a sample on; what falls outside is dropped. */
export function addAt(target: Float32Array, source: Float32Array, start: number, gain: number): void {
  const from = Math.max(0, -start);
  const to = Math.min(source.length, target.length - start);
  for (let i = from; i < to; i++) target[start + i]! += source[i]! * gain;
}

/** Sums tones whose pitch may move; the phase is integrated, so that a glide has no clicks. */
export function tone(
  length: number,
  pitchHz: Control,
  partials: readonly (readonly [ratio: number, gain: number])[] = [[1, 1]],
): Float32Array {
  const out = new Float32Array(length);
  let phase = 0;
  for (let start = 0; start < length; start += CONTROL_SAMPLES) {
    const step = (2 * Math.PI * at(pitchHz, start / SAMPLE_RATE)) / SAMPLE_RATE;
    const end = Math.min(length, start + CONTROL_SAMPLES);
    for (let i = start; i < end; i++) {
      phase += step;
      let sum = 0;
      for (const [ratio, gain] of partials) sum += Math.sin(phase * ratio) * gain;
      out[i] = sum;
    }
  }
  return out;
}

/** A slow random walk in [0, 1], smooth: for gusts and swells. */
export function wander(random: Random, secondsPerTurn: number): (seconds: number) => number {
  const waves = Array.from({ length: 4 }, (_, i) => ({
    rate: ((i + 1) ** 0.8 * (0.7 + 0.6 * random.next()) * 2 * Math.PI) / secondsPerTurn,
    phase: random.between(0, 2 * Math.PI),
    gain: 1 / (i + 1),
  }));
  const total = waves.reduce((sum, wave) => sum + wave.gain, 0);
  return (seconds) =>
    0.5 + (0.5 * waves.reduce((sum, wave) => sum + wave.gain * Math.sin(wave.rate * seconds + wave.phase), 0)) / total;
}

/** Exponential decay from 1 that reaches −60 dB after `seconds`, with a rise of `attack` seconds. */
export function decay(seconds: number, attack = 0.002): (at: number) => number {
  const rate = 6.9 / seconds;
  return (time) => (time < attack ? time / attack : Math.exp(-rate * (time - attack)));
}

/** Linear between `[seconds, value]` points, held at both ends. */
export function interpolate(points: readonly (readonly [number, number])[], seconds: number): number {
  const next = points.findIndex(([time]) => time > seconds);
  if (next === -1) return points.at(-1)?.[1] ?? 1;
  if (next === 0) return points[0]![1];
  const [t0, v0] = points[next - 1]!;
  const [t1, v1] = points[next]!;
  return v0 + ((v1 - v0) * (seconds - t0)) / (t1 - t0);
}

export function rootMeanSquare(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / Math.max(1, samples.length));
}

export function peakOf(samples: Float32Array): number {
  let peak = 0;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  return peak;
}

/** A buzz with all harmonics, without those that would fold back: for throats, strings, brass and motors. */
export function saw(length: number, pitchHz: Control): Float32Array {
  const out = new Float32Array(length);
  let phase = 0;
  for (let start = 0; start < length; start += CONTROL_SAMPLES) {
    const step = Math.min(0.45, Math.max(1e-6, at(pitchHz, start / SAMPLE_RATE) / SAMPLE_RATE));
    const end = Math.min(length, start + CONTROL_SAMPLES);
    for (let i = start; i < end; i++) {
      phase += step;
      if (phase >= 1) phase -= 1;
      let value = 2 * phase - 1;
      // The jump is rounded over two samples (a band-limited step).
      if (phase < step) {
        const t = phase / step;
        value -= t + t - t * t - 1;
      } else if (phase > 1 - step) {
        const t = (phase - 1) / step;
        value -= t * t + t + t + 1;
      }
      out[i] = value;
    }
  }
  return out;
}
