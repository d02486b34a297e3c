import type { Random } from '../random.ts';
import { addAt, filter, samplesOf, saw, shape, tone, wander, whiteNoise } from './dsp.ts';
import { scatter } from './grains.ts';
import { type Voice, type VoiceOutput, wide } from './voice.ts';

function gullCry(random: Random): Float32Array {
  const [seconds, top] = [random.between(0.35, 0.6), random.between(1250, 1600)];
  const cry = saw(samplesOf(seconds), (s) => top * (0.8 + 0.3 * Math.sin((Math.PI * s) / seconds)));
  return shape(
    filter(cry, 'bandpass', 2300, 1.6),
    (s) => Math.sin(Math.PI * Math.min(1, s / seconds)) ** 0.7 * (0.8 + 0.2 * Math.sin(150 * s)),
  );
}

export const gulls: Voice = {
  levelDb: -22,
  measure: 'peak',
  reverb: 0.4,
  render: ({ length, random }) =>
    scatter(
      length,
      0.55,
      random,
      (r) => {
        const cries = 2 + Math.floor(r.next() * 3);
        const out = new Float32Array(samplesOf(cries * 0.6));
        for (let i = 0; i < cries; i++) addAt(out, gullCry(r), samplesOf(i * 0.5), 1 - 0.15 * i);
        return out;
      },
      () => random.between(0.3, 1),
    ),
};

/** A bird that is there, near enough to tell its phrases apart; `birds` are all those round about. */
export const tweet: Voice = {
  levelDb: -18,
  measure: 'peak',
  reverb: 0.25,
  render({ length, seconds, random }) {
    const out = new Float32Array(length);
    const base = random.between(2600, 3800);
    for (let at = 0.25; at < seconds; at += random.between(0.9, 1.7)) {
      const notes = 2 + Math.floor(random.next() * 4);
      for (let i = 0; i < notes; i++) {
        const long = random.between(0.05, 0.13);
        const [from, to] = [base * random.between(0.85, 1.3), base * random.between(0.8, 1.35)];
        const note = tone(samplesOf(long), (s) => from + ((to - from) * s) / long + 60 * Math.sin(240 * s), [
          [1, 1],
          [2, 0.12],
        ]);
        addAt(
          out,
          shape(note, (s) => Math.sin(Math.PI * Math.min(1, s / long)) ** 1.3),
          samplesOf(at + i * 0.15),
          1,
        );
      }
    }
    return out;
  },
};

export const frogs: Voice = {
  levelDb: -26,
  measure: 'peak',
  reverb: 0.3,
  render: ({ length, random }) =>
    scatter(
      length,
      3.2,
      random,
      (r) => {
        const [seconds, pitch] = [r.between(0.16, 0.32), r.between(180, 520)];
        return shape(
          filter(saw(samplesOf(seconds), pitch), 'bandpass', pitch * 3.2, 3),
          (s) => Math.sin(Math.PI * Math.min(1, s / seconds)) * (0.5 + 0.5 * Math.sin(2 * Math.PI * 32 * s)),
        );
      },
      () => random.between(0.2, 1) ** 2,
    ),
};

export const insects: Voice = {
  levelDb: -34,
  measure: 'rms',
  reverb: 0.1,
  render: ({ length, random }): VoiceOutput =>
    wide(
      (r) => {
        const out = new Float32Array(length);
        for (const pitch of [5200, 6100, 7300]) {
          const [pace, breath] = [r.between(9, 17), wander(r.fork(`${pitch}`), 4)];
          const rasp = filter(whiteNoise(length, r), 'bandpass', pitch * r.between(0.96, 1.04), 18);
          addAt(
            out,
            shape(rasp, (s) => breath(s) ** 2 * (0.4 + 0.6 * Math.max(0, Math.sin(2 * Math.PI * pace * s)))),
            0,
            1,
          );
        }
        return out;
      },
      random,
      0.2,
    ),
};

/** Whoops that climb, answered by others. */
export const monkeys: Voice = {
  levelDb: -24,
  measure: 'peak',
  reverb: 0.5,
  render: ({ length, random }) =>
    scatter(
      length,
      0.3,
      random,
      (r) => {
        const whoops = 4 + Math.floor(r.next() * 4);
        const base = r.between(420, 620);
        const out = new Float32Array(samplesOf(whoops * 0.24 + 0.3));
        for (let i = 0; i < whoops; i++) {
          const top = base * (1 + i * 0.09);
          const whoop = saw(samplesOf(0.2), (s) => top * (0.75 + 1.6 * s));
          addAt(
            out,
            shape(filter(whoop, 'bandpass', top * 1.8, 3), (s) => Math.sin(Math.PI * Math.min(1, s / 0.2))),
            samplesOf(i * 0.24),
            0.5 + (0.5 * i) / whoops,
          );
        }
        return out;
      },
      () => random.between(0.4, 1),
    ),
};
