import type { Random } from '../random.ts';
import { addAt, brownNoise, decay, filter, SAMPLE_RATE, samplesOf, shape, tone, wander, whiteNoise } from './dsp.ts';
import { type Voice, type VoiceOutput, wide } from './voice.ts';

/** Scatters short sounds over both channels, on average `perSecond` of them. */
function scatter(
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

function together(...layers: readonly VoiceOutput[]): VoiceOutput {
  const pairs = layers.map((layer) => (layer instanceof Float32Array ? ([layer, layer] as const) : layer));
  const [left, right] = [pairs[0]![0].slice(), pairs[0]![1].slice()];
  for (const [l, r] of pairs.slice(1)) {
    addAt(left, l, 0, 1);
    addAt(right, r, 0, 1);
  }
  return [left, right];
}

function drop(random: Random): Float32Array {
  const pitch = random.between(1800, 5200);
  return shape(
    tone(samplesOf(0.03), (s) => pitch * (1 + 6 * s)),
    decay(0.025, 0.001),
  );
}

function bubble(random: Random): Float32Array {
  const pitch = random.between(250, 900);
  return shape(
    tone(samplesOf(0.09), (s) => pitch * (1 + 9 * s)),
    (s) => Math.sin(Math.PI * Math.min(1, s / 0.09)) ** 2,
  );
}

function crackle(random: Random): Float32Array {
  return shape(
    filter(whiteNoise(samplesOf(0.02), random), 'bandpass', random.between(1200, 6000), 1.5),
    decay(random.between(0.004, 0.018), 0.0005),
  );
}

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
      scatter(length, 22, random.fork('bubbles'), bubble, () => 0.35 * random.next()),
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
