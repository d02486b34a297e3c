import type { Random } from '../../random.ts';
import { addAt, decay, filter, interpolate, samplesOf, shape, tone, whiteNoise } from '../dsp.ts';

type Drum = (random: Random) => Float32Array;

const noise = (seconds: number, random: Random): Float32Array => whiteNoise(samplesOf(seconds), random);

function skin(seconds: number, fromHz: number, toHz: number, fall: number): Float32Array {
  return shape(
    tone(samplesOf(seconds), (s) => toHz + (fromHz - toHz) * Math.exp(-s * fall)),
    decay(seconds, 0.002),
  );
}

function metal(seconds: number, random: Random, lowHz: number): Float32Array {
  return shape(filter(noise(seconds, random), 'highpass', lowHz), decay(seconds, 0.001));
}

export const DRUMS = {
  kick: (random) => {
    const out = skin(0.32, 150, 46, 30);
    addAt(out, shape(filter(noise(0.01, random), 'lowpass', 3000), decay(0.01)), 0, 0.3);
    return out;
  },
  snare: (random) => {
    const out = shape(filter(noise(0.22, random), 'bandpass', 2400, 0.5), decay(0.18));
    addAt(out, skin(0.14, 260, 185, 40), 0, 0.5);
    return out;
  },
  brush: (random) =>
    shape(filter(noise(0.24, random), 'bandpass', 3600, 0.6), (s) => Math.sin(Math.PI * Math.min(1, s / 0.24)) ** 1.4),
  rim: (random) => {
    const out = shape(filter(noise(0.05, random), 'bandpass', 1800, 4), decay(0.05));
    addAt(out, shape(tone(samplesOf(0.05), 820), decay(0.04)), 0, 0.4);
    return out;
  },
  clap: (random) => {
    const out = new Float32Array(samplesOf(0.2));
    for (const at of [0, 0.011, 0.023])
      addAt(
        out,
        shape(filter(noise(0.12, random), 'bandpass', 1300, 1), decay(at === 0.023 ? 0.12 : 0.02)),
        samplesOf(at),
        1,
      );
    return out;
  },
  hat: (random) => metal(0.05, random, 7500),
  openHat: (random) => metal(0.28, random, 6800),
  ride: (random) => {
    const out = metal(0.5, random, 5200);
    for (const pitch of [2870, 4130, 5610]) addAt(out, shape(tone(out.length, pitch), decay(0.45)), 0, 0.06);
    return out;
  },
  shaker: (random) =>
    shape(filter(noise(0.09, random), 'bandpass', 6200, 1), (s) => Math.sin(Math.PI * Math.min(1, s / 0.09)) ** 2),
  tom: () => skin(0.4, 190, 105, 16),
  taiko: (random) => {
    const out = skin(0.9, 110, 56, 18);
    addAt(out, shape(filter(noise(0.08, random), 'lowpass', 900), decay(0.07)), 0, 0.5);
    return out;
  },
  timpani: () => skin(1.1, 104, 98, 20),
  /** Rises into the beat that it is written for: one second before. */
  swell: (random) =>
    shape(filter(noise(1, random), 'highpass', 4200), (s) =>
      interpolate(
        [
          [0, 0],
          [0.6, 0.25],
          [0.97, 1],
          [1, 0],
        ],
        s,
      ),
    ),
  crash: (random) => metal(1.6, random, 3800),
  chip: (random) => shape(noise(0.08, random), decay(0.07)),
} as const satisfies Readonly<Record<string, Drum>>;
export type DrumName = keyof typeof DRUMS;
