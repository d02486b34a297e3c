import {
  addAt,
  brownNoise,
  decay,
  filter,
  interpolate,
  samplesOf,
  saw,
  shape,
  tone,
  wander,
  whiteNoise,
} from './dsp.ts';
import { bubble, drop, hiss, ring, scatter, together } from './grains.ts';
import { type Voice, type VoiceOutput, wide } from './voice.ts';

/** A tick and a lower tock each second, from a wooden case. */
export const clock: Voice = {
  levelDb: -13,
  measure: 'peak',
  reverb: 0.2,
  render({ length, seconds, random }) {
    const out = new Float32Array(length);
    for (let i = 0, at = 0.25; at < seconds; i++, at += 0.5) {
      const [click, wood] = i % 2 === 0 ? [3400, 1250] : [2800, 980];
      addAt(out, hiss(0.018, random, click, 2), samplesOf(at), 1);
      addAt(out, shape(tone(samplesOf(0.06), wood), decay(0.05)), samplesOf(at), 0.3);
    }
    return out;
  },
};

export const fountain: Voice = {
  levelDb: -27,
  measure: 'rms',
  reverb: 0.15,
  render: ({ length, random }) =>
    together(
      wide((r) => filter(filter(whiteNoise(length, r), 'highpass', 1200), 'lowpass', 7000), random),
      scatter(length, 60, random.fork('drops'), drop, () => 0.3 * random.next() ** 2),
      scatter(length, 14, random.fork('bubbles'), bubble, () => 0.4 * random.next()),
    ),
};

/** Cloth that snaps in the wind. */
export const flag: Voice = {
  levelDb: -25,
  measure: 'peak',
  reverb: 0.05,
  render({ length, seconds, random }) {
    const out = new Float32Array(length);
    const gust = wander(random.fork('gust'), 2.5);
    for (let at = 0.1; at < seconds; at += random.between(0.09, 0.24))
      addAt(out, hiss(0.09, random, random.between(280, 800), 1), samplesOf(at), gust(at) * random.between(0.3, 1));
    return out;
  },
};

/** Many hands, none in time with another. */
export const applause: Voice = {
  levelDb: -23,
  measure: 'rms',
  reverb: 0.35,
  render: ({ length, random }): VoiceOutput =>
    scatter(
      length,
      190,
      random,
      (r) => hiss(0.022, r, r.between(800, 2400), 1.6),
      () => random.between(0.15, 1),
    ),
};

/** Beats of wings: large ones slow and low. */
export const wings: Voice = {
  levelDb: -22,
  measure: 'peak',
  reverb: 0.05,
  render({ length, seconds, random, cue }) {
    const out = new Float32Array(length);
    const rate = cue.rate ?? 4;
    const low = 260 + 90 * rate;
    for (let at = 0.05; at < seconds; at += random.between(0.94, 1.06) / rate) {
      const long = Math.min(0.5, 0.7 / rate);
      const air = filter(whiteNoise(samplesOf(long), random), 'bandpass', (s) => low * (1.6 - s / long), 0.9);
      addAt(
        out,
        shape(air, (s) => Math.sin(Math.PI * Math.min(1, s / long)) ** 2),
        samplesOf(at),
        1,
      );
    }
    return out;
  },
};

export const splash: Voice = {
  levelDb: -14,
  measure: 'peak',
  reverb: 0.2,
  render({ length, random }) {
    const out = shape(
      filter(whiteNoise(length, random), 'bandpass', (s) => 700 + 2200 * Math.exp(-s * 5), 0.6),
      decay(0.7, 0.01),
    );
    for (let i = 0; i < 26; i++) addAt(out, drop(random), samplesOf(random.between(0.1, 0.9)), 0.3 * random.next());
    return out;
  },
};

/** Water that falls in a cave, drop by drop. */
export const drips: Voice = {
  levelDb: -22,
  measure: 'peak',
  reverb: 0.8,
  render: ({ length, random }) =>
    scatter(
      length,
      1.3,
      random,
      (r) => {
        const pitch = r.between(700, 1900);
        return shape(
          tone(samplesOf(0.12), (s) => pitch * (1 + 3.5 * s)),
          decay(0.1, 0.002),
        );
      },
      () => random.between(0.25, 1),
    ),
};

/** Molten rock: a rumble, and slow, thick bubbles. */
export const lava: Voice = {
  levelDb: -22,
  measure: 'rms',
  reverb: 0.2,
  render({ length, random }) {
    const heave = wander(random.fork('heave'), 2.6);
    return together(
      wide((r) => shape(filter(brownNoise(length, r), 'lowpass', 150), (s) => 0.7 + 0.8 * heave(s)), random, 0.6),
      scatter(
        length,
        4,
        random.fork('bubbles'),
        (r) => {
          const [pitch, seconds] = [r.between(60, 190), r.between(0.12, 0.3)];
          return shape(
            tone(samplesOf(seconds), (s) => pitch * (1 + 4 * s)),
            (s) => Math.sin(Math.PI * Math.min(1, s / seconds)) ** 2,
          );
        },
        () => random.between(0.3, 1),
      ),
      scatter(
        length,
        5,
        random.fork('hiss'),
        (r) => hiss(0.25, r, r.between(2000, 5000), 0.8),
        () => 0.1 * random.next(),
      ),
    );
  },
};

/** Cups, plates and spoons. */
export const dishes: Voice = {
  levelDb: -25,
  measure: 'peak',
  reverb: 0.25,
  render: ({ length, random }) =>
    scatter(
      length,
      1.1,
      random,
      (r) =>
        ring(r.between(1900, 4200), r.between(0.15, 0.4), [
          [1, 1],
          [2.32, 0.6],
          [4.25, 0.3],
        ]),
      () => random.between(0.15, 1),
    ),
};

/** Machines that never rest: of a ship between the stars, or of a server room. */
export const hum: Voice = {
  levelDb: -28,
  measure: 'rms',
  reverb: 0.2,
  render({ length, random, cue }) {
    const base = cue.rate ?? 55;
    const breath = wander(random.fork('breath'), 5);
    return wide(
      (r) => {
        const out = filter(saw(length, base * r.between(0.998, 1.002)), 'lowpass', (s) => 160 + 180 * breath(s), 1.4);
        addAt(out, filter(brownNoise(length, r), 'lowpass', 420), 0, 0.35);
        addAt(out, tone(length, base * 6.02), 0, 0.02);
        return out;
      },
      random,
      0.5,
    );
  },
};

/** Wood and rope under load: a ship, an old stair. */
export const creak: Voice = {
  levelDb: -27,
  measure: 'peak',
  reverb: 0.2,
  render: ({ length, random }) =>
    scatter(
      length,
      0.5,
      random,
      (r) => {
        const [seconds, pitch] = [r.between(0.4, 0.9), r.between(90, 190)];
        const groan = saw(samplesOf(seconds), (s) => pitch * (1 + 0.5 * Math.sin((Math.PI * s) / seconds)));
        return shape(filter(groan, 'bandpass', pitch * 4.5, 5), (s) => Math.sin(Math.PI * Math.min(1, s / seconds)));
      },
      () => random.between(0.3, 1),
    ),
};

/** Blades that meet. */
export const swords: Voice = {
  levelDb: -17,
  measure: 'peak',
  reverb: 0.35,
  render({ length, seconds, random }) {
    const out = new Float32Array(length);
    for (let at = 0.3; at < seconds - 0.1; at += random.between(0.5, 1.3)) {
      addAt(out, hiss(0.05, random, 3800, 0.9), samplesOf(at), 0.7);
      addAt(
        out,
        ring(random.between(1500, 2300), 0.9, [
          [1, 1],
          [1.52, 0.7],
          [2.43, 0.6],
          [3.87, 0.4],
        ]),
        samplesOf(at),
        0.6,
      );
    }
    return out;
  },
};

export const explosion: Voice = {
  levelDb: -6,
  measure: 'peak',
  reverb: 0.4,
  render({ length, random }) {
    const out = shape(
      filter(brownNoise(length, random), 'lowpass', (s) => 70 + 1800 * Math.exp(-s * 6)),
      (s) =>
        interpolate(
          [
            [0, 0],
            [0.008, 1],
            [0.3, 0.6],
            [2.2, 0],
          ],
          s,
        ),
    );
    addAt(out, shape(filter(whiteNoise(length, random), 'highpass', 900), decay(0.2, 0.001)), 0, 0.3);
    return out;
  },
};

/** Beams of light in films about space. */
export const zap: Voice = {
  levelDb: -18,
  measure: 'peak',
  reverb: 0.3,
  render({ length, seconds, random }) {
    const out = new Float32Array(length);
    for (let at = 0.2; at < seconds; at += random.between(0.35, 1.1)) {
      const top = random.between(1800, 3400);
      addAt(
        out,
        shape(
          saw(samplesOf(0.3), (s) => 160 + top * Math.exp(-s * 13)),
          decay(0.26),
        ),
        samplesOf(at),
        0.8,
      );
    }
    return out;
  },
};

/** Somebody reads, writes or types nearby. */
export const typing: Voice = {
  levelDb: -26,
  measure: 'peak',
  reverb: 0.1,
  render({ length, seconds, random }) {
    const out = new Float32Array(length);
    for (let at = 0.2; at < seconds; at += random.next() < 0.12 ? random.between(0.4, 1) : random.between(0.07, 0.2))
      addAt(out, hiss(0.012, random, random.between(1800, 3200), 1.5), samplesOf(at), random.between(0.4, 1));
    return out;
  },
};
