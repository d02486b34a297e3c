import type { Random } from '../random.ts';
import { addAt, brownNoise, filter, samplesOf, shape, tone, wander, whiteNoise } from './dsp.ts';
import { bubble, crackle, drop, scatter, together } from './grains.ts';
import { type Voice, wide } from './voice.ts';

export const rain: Voice = {
  levelDb: -25,
  measure: 'rms',
  reverb: 0.05,
  render: ({ length, random }) =>
    together(
      wide((r) => filter(filter(whiteNoise(length, r), 'highpass', 900), 'lowpass', 9000), random),
      wide((r) => shape(filter(whiteNoise(length, r), 'bandpass', 420, 0.8), () => 1.4), random.fork('patter')),
      scatter(length, 90, random.fork('drops'), drop, () => 0.25 * random.next() ** 2),
    ),
};

export const wind: Voice = {
  levelDb: -29,
  measure: 'rms',
  reverb: 0.1,
  render({ length, random }) {
    const gust = wander(random.fork('gust'), 5);
    const howl = wander(random.fork('howl'), 3.5);
    return wide(
      (r) =>
        shape(
          filter(brownNoise(length, r), 'bandpass', (s) => 180 + 520 * howl(s), 0.9),
          (s) => 0.25 + 0.9 * gust(s) ** 2,
        ),
      random,
      0.4,
    );
  },
};

export const sea: Voice = {
  levelDb: -24,
  measure: 'rms',
  reverb: 0.08,
  render({ length, random }) {
    const period = random.between(5.5, 7.5);
    const swell = (s: number): number => {
      const phase = (s / period) % 1;
      return phase < 0.3 ? (phase / 0.3) ** 2 : ((1 - phase) / 0.7) ** 1.6;
    };
    return together(
      wide((r) => shape(filter(brownNoise(length, r), 'lowpass', 420), (s) => 0.5 + 0.8 * swell(s)), random),
      wide(
        (r) =>
          shape(
            filter(filter(whiteNoise(length, r), 'highpass', 700), 'lowpass', (s) => 1800 + 5200 * swell(s - 0.35)),
            (s) => 0.06 + 0.5 * swell(s - 0.35 + period),
          ),
        random.fork('hiss'),
      ),
    );
  },
};

export const river: Voice = {
  levelDb: -28,
  measure: 'rms',
  reverb: 0.08,
  render: ({ length, random }) =>
    together(
      wide((r) => filter(filter(whiteNoise(length, r), 'bandpass', 900, 0.5), 'lowpass', 4000), random),
      scatter(length, 22, random.fork('bubbles'), bubble, () => 0.22 * random.next()),
    ),
};

export const waterfall: Voice = {
  levelDb: -20,
  measure: 'rms',
  reverb: 0.12,
  render: ({ length, random }) =>
    together(
      wide((r) => brownNoise(length, r), random, 0.6),
      wide(
        (r) => shape(filter(filter(whiteNoise(length, r), 'highpass', 300), 'lowpass', 6500), () => 0.35),
        random.fork('spray'),
      ),
    ),
};

function song(random: Random): Float32Array {
  const notes = 2 + Math.floor(random.next() * 5);
  const out = new Float32Array(samplesOf(notes * 0.13 + 0.2));
  const base = random.between(2300, 4300);
  for (let i = 0; i < notes; i++) {
    const length = random.between(0.05, 0.11);
    const [from, to] = [base * random.between(0.85, 1.25), base * random.between(0.8, 1.3)];
    const note = shape(
      tone(samplesOf(length), (s) => from + ((to - from) * s) / length + 90 * Math.sin(220 * s)),
      (s) => Math.sin(Math.PI * Math.min(1, s / length)),
    );
    addAt(out, note, samplesOf(i * 0.13), 1);
  }
  return out;
}

export const birds: Voice = {
  levelDb: -22,
  measure: 'peak',
  reverb: 0.35,
  render: ({ length, random }) => scatter(length, 0.9, random, song, () => 0.3 + 0.7 * random.next() ** 2),
};

export const crickets: Voice = {
  levelDb: -36,
  measure: 'rms',
  reverb: 0.15,
  render: ({ length, random }) =>
    wide(
      (r) => {
        const [pitch, rate] = [r.between(4100, 4700), r.between(1.3, 2)];
        return shape(tone(length, pitch), (s) => {
          const chirp = (s * rate) % 1;
          return chirp < 0.45 ? Math.max(0, Math.sin(2 * Math.PI * 28 * s)) * Math.sin((Math.PI * chirp) / 0.45) : 0;
        });
      },
      random,
      0.2,
    ),
};

export const fire: Voice = {
  levelDb: -31,
  measure: 'rms',
  reverb: 0.08,
  render({ length, random }) {
    const breath = wander(random.fork('breath'), 1.6);
    return together(
      wide((r) => shape(filter(brownNoise(length, r), 'lowpass', 300), (s) => 0.25 + 0.4 * breath(s)), random),
      scatter(length, 11, random.fork('crackle'), crackle, () => 1.6 * random.next() ** 3),
    );
  },
};

export const underwater: Voice = {
  levelDb: -26,
  measure: 'rms',
  reverb: 0.2,
  render({ length, random }) {
    const swell = wander(random.fork('swell'), 6);
    return together(
      wide(
        (r) =>
          shape(
            filter(brownNoise(length, r), 'lowpass', (s) => 160 + 180 * swell(s)),
            (s) => 0.6 + 0.5 * swell(s),
          ),
        random,
      ),
      scatter(length, 3.5, random.fork('bubbles'), bubble, () => 0.35 * random.next()),
    );
  },
};

export const thunder: Voice = {
  levelDb: -5,
  measure: 'peak',
  reverb: 0.35,
  render({ length, seconds, random }) {
    const rolls = Array.from({ length: 5 }, (_, i) => ({
      at: i === 0 ? 0.12 : random.between(0.3, Math.max(0.5, seconds * 0.7)),
      gain: random.between(0.4, 1),
    }));
    const rumble = wide(
      (r) =>
        shape(
          filter(brownNoise(length, r), 'lowpass', (s) => 90 + 420 * Math.exp(-s * 1.2)),
          (s) => rolls.reduce((sum, roll) => sum + (s > roll.at ? roll.gain * Math.exp(-(s - roll.at) * 1.7) : 0), 0),
        ),
      random,
      0.75,
    );
    const crack = shape(
      filter(whiteNoise(length, random.fork('crack')), 'bandpass', 900, 0.5),
      (s) => (s < 0.02 ? s / 0.02 : Math.exp(-(s - 0.02) * 9)) * (0.6 + 0.4 * Math.sin(190 * s)),
    );
    return together(
      rumble,
      shape(crack, () => 0.35),
    );
  },
};
