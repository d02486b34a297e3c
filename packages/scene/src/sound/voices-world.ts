import type { Random } from '../random.ts';
import { addAt, brownNoise, decay, filter, samplesOf, shape, wander, whiteNoise } from './dsp.ts';
import { hiss } from './grains.ts';
import { type Voice, wide } from './voice.ts';

/** Repeats a short sound at a rate, a little uneven, alternating in loudness like two feet. */
function repeat(
  length: number,
  perSecond: number,
  random: Random,
  make: (random: Random, index: number) => Float32Array,
): Float32Array {
  const out = new Float32Array(length);
  const step = samplesOf(1 / perSecond);
  for (
    let i = 0, start = samplesOf(0.05);
    start < length;
    i++, start += Math.round(step * random.between(0.96, 1.04))
  ) {
    addAt(out, make(random, i), start, i % 2 === 0 ? 1 : 0.82);
  }
  return out;
}

export const city: Voice = {
  levelDb: -29,
  measure: 'rms',
  reverb: 0.1,
  render({ length, random }) {
    const swell = wander(random.fork('swell'), 7);
    return wide(
      (r) => {
        const hum = shape(filter(brownNoise(length, r), 'lowpass', 260), (s) => 0.7 + 0.5 * swell(s));
        const air = shape(filter(whiteNoise(length, r), 'bandpass', 700, 0.6), (s) => 0.03 + 0.04 * swell(s + 3));
        addAt(hum, air, 0, 1);
        return hum;
      },
      random,
      0.5,
    );
  },
};

export const traffic: Voice = {
  levelDb: -27,
  measure: 'rms',
  reverb: 0.1,
  render({ length, seconds, random }) {
    const passes = Array.from({ length: Math.max(2, Math.round(seconds / 2.2)) }, () => ({
      at: random.between(0, seconds),
      width: random.between(0.5, 1.1),
      side: random.next(),
    }));
    const lane = (side: number) => (s: number) =>
      0.12 +
      passes.reduce(
        (sum, pass) => sum + Math.abs(pass.side - side) * Math.exp(-(((s - pass.at) / pass.width) ** 2)),
        0,
      );
    const make = (r: Random, side: number): Float32Array =>
      shape(
        filter(brownNoise(length, r), 'bandpass', (s) => 260 + 500 * Math.min(1, lane(side)(s)), 0.5),
        lane(side),
      );
    return [make(random.fork('left'), 1), make(random.fork('right'), 0)];
  },
};

export const room: Voice = {
  levelDb: -52,
  measure: 'rms',
  reverb: 0,
  render: ({ length, random }) => wide((r) => filter(brownNoise(length, r), 'lowpass', 500), random),
};

export const launch: Voice = {
  levelDb: -11,
  measure: 'rms',
  reverb: 0.2,
  render({ length, random }) {
    const flutter = wander(random.fork('flutter'), 0.35);
    return wide(
      (r) => {
        const rumble = filter(brownNoise(length, r), 'lowpass', 150);
        const roar = shape(filter(whiteNoise(length, r), 'bandpass', 480, 0.4), (s) => 0.22 * (0.6 + 0.8 * flutter(s)));
        // The crackle of a rocket: noise that is let through only at its loudest moments.
        const crackle = filter(whiteNoise(length, r), 'bandpass', 1500, 0.7);
        for (let i = 0; i < length; i++)
          rumble[i]! += roar[i]! + 0.8 * Math.max(0, Math.abs(crackle[i]!) - 0.55) * Math.sign(crackle[i]!);
        return rumble;
      },
      random,
      0.65,
    );
  },
};

export const train: Voice = {
  levelDb: -20,
  measure: 'rms',
  reverb: 0.15,
  render({ length, random, cue }) {
    const rumble = shape(filter(brownNoise(length, random), 'lowpass', 220), () => 0.8);
    // Two axles over each joint of the rails.
    const pace = Math.min(6, Math.max(1.6, (cue.rate ?? 1.2) * 2.6));
    addAt(
      rumble,
      repeat(length, pace, random, (r, i) => (i % 4 < 2 ? hiss(0.08, r, 620, 3) : new Float32Array(1))),
      0,
      0.9,
    );
    return rumble;
  },
};

export const fireworks: Voice = {
  levelDb: -8,
  measure: 'peak',
  reverb: 0.45,
  render({ length, random }) {
    const out = shape(
      filter(brownNoise(length, random), 'lowpass', (s) => 120 + 900 * Math.exp(-s * 18)),
      decay(0.9, 0.003),
    );
    addAt(out, shape(filter(whiteNoise(length, random.fork('snap')), 'highpass', 1200), decay(0.12, 0.001)), 0, 0.35);
    for (let i = 0; i < 40; i++)
      addAt(
        out,
        hiss(0.012, random, random.between(2500, 7000), 1),
        samplesOf(random.between(0.25, 1.3)),
        0.12 * random.next(),
      );
    return out;
  },
};

export const crowd: Voice = {
  levelDb: -30,
  measure: 'rms',
  reverb: 0.25,
  render: ({ length, random }) =>
    wide(
      (r) => {
        const out = new Float32Array(length);
        for (let i = 0; i < 6; i++) {
          const syllables = wander(r.fork(`voice${i}`), 0.3);
          addAt(
            out,
            shape(filter(whiteNoise(length, r), 'bandpass', r.between(350, 1300), 3), (s) => syllables(s) ** 3),
            0,
            1,
          );
        }
        return out;
      },
      random,
      0.3,
    ),
};
