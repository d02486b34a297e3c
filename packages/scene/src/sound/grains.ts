import type { Random } from '../random.ts';
import { addAt, decay, filter, SAMPLE_RATE, samplesOf, shape, tone, whiteNoise } from './dsp.ts';
import type { VoiceOutput } from './voice.ts';

/** Scatters short sounds over both channels, on average `perSecond` of them. */
export function scatter(
  length: number,
  perSecond: number,
  random: Random,
  make: (random: Random) => Float32Array,
  gain: () => number,
): VoiceOutput {
  const left = new Float32Array(length);
  const right = new Float32Array(length);
  const count = Math.ceil((length / SAMPLE_RATE) * perSecond);
  for (let i = 0; i < count; i++) {
    const start = Math.floor(random.next() * length);
    const grain = make(random);
    const [level, pan] = [gain(), random.next()];
    addAt(left, grain, start, level * Math.sqrt(1 - pan));
    addAt(right, grain, start, level * Math.sqrt(pan));
  }
  return [left, right];
}

export function together(...layers: readonly VoiceOutput[]): VoiceOutput {
  const pairs = layers.map((layer) => (layer instanceof Float32Array ? ([layer, layer] as const) : layer));
  const [left, right] = [pairs[0]![0].slice(), pairs[0]![1].slice()];
  for (const [l, r] of pairs.slice(1)) {
    addAt(left, l, 0, 1);
    addAt(right, r, 0, 1);
  }
  return [left, right];
}

export function drop(random: Random): Float32Array {
  const pitch = random.between(1800, 5200);
  return shape(
    tone(samplesOf(0.03), (s) => pitch * (1 + 6 * s)),
    decay(0.025, 0.001),
  );
}

export function bubble(random: Random): Float32Array {
  const pitch = random.between(250, 900);
  return shape(
    tone(samplesOf(0.09), (s) => pitch * (1 + 9 * s)),
    (s) => Math.sin(Math.PI * Math.min(1, s / 0.09)) ** 2,
  );
}

export function crackle(random: Random): Float32Array {
  return shape(
    filter(whiteNoise(samplesOf(0.02), random), 'bandpass', random.between(1200, 6000), 1.5),
    decay(random.between(0.004, 0.018), 0.0005),
  );
}

/** A short breath of noise that dies away. */
export function hiss(seconds: number, random: Random, centreHz: number, q: number): Float32Array {
  return shape(filter(whiteNoise(samplesOf(seconds), random), 'bandpass', centreHz, q), decay(seconds));
}

/** Something struck that rings: partials as ratio to the pitch and loudness. */
export function ring(pitchHz: number, seconds: number, partials: readonly (readonly [number, number])[]): Float32Array {
  const out = new Float32Array(samplesOf(seconds));
  for (const [ratio, gain] of partials)
    addAt(out, shape(tone(out.length, pitchHz * ratio), decay(seconds / ratio ** 0.6)), 0, gain);
  return out;
}
