import { addAt, filter, samplesOf, shape, tone, wander, whiteNoise } from './dsp.ts';
import { ring } from './grains.ts';
import { type Voice, wide } from './voice.ts';

function hertz(semitonesFromA4: number): number {
  return 440 * 2 ** (semitonesFromA4 / 12);
}

const BELL: readonly (readonly [number, number])[] = [
  [0.5, 0.5],
  [1, 1],
  [1.19, 0.6],
  [1.5, 0.35],
  [2, 0.5],
  [2.74, 0.3],
  [3.76, 0.15],
];

export const bell: Voice = {
  levelDb: -18,
  measure: 'peak',
  reverb: 0.5,
  render({ length, seconds, random }) {
    const out = new Float32Array(length);
    for (let time = 0.1; time < seconds; time += random.between(1.8, 2.6))
      addAt(out, ring(330, 3, BELL), samplesOf(time), 1);
    return out;
  },
};

export const chime: Voice = {
  levelDb: -24,
  measure: 'peak',
  reverb: 0.5,
  render({ length, seconds, random }) {
    const out = new Float32Array(length);
    for (let time = 0.2; time < seconds; time += random.between(0.25, 1.2))
      addAt(
        out,
        ring(hertz(random.pick([15, 17, 20, 22, 24, 27])), 1.6, [
          [1, 1],
          [2.76, 0.4],
          [5.4, 0.15],
        ]),
        samplesOf(time),
        random.between(0.3, 1),
      );
    return out;
  },
};

export const robot: Voice = {
  levelDb: -24,
  measure: 'peak',
  reverb: 0.1,
  render({ length, seconds, random }) {
    const out = new Float32Array(length);
    for (let time = 0.3; time < seconds; time += random.between(0.8, 2)) {
      for (let i = 0; i < 3; i++) {
        const [from, to] = [random.between(500, 1500), random.between(500, 1900)];
        addAt(
          out,
          shape(
            tone(samplesOf(0.1), (s) => from + ((to - from) * s) / 0.1, [
              [1, 1],
              [2, 0.25],
            ]),
            (s) => Math.sin(Math.PI * Math.min(1, s / 0.1)),
          ),
          samplesOf(time + i * 0.12),
          1,
        );
      }
    }
    return out;
  },
};

export const space: Voice = {
  levelDb: -25,
  measure: 'rms',
  reverb: 0.4,
  render: ({ length, random }) =>
    wide(
      (r) => {
        const out = new Float32Array(length);
        for (const pitch of [41, 55, 61.7, 82.4, 110]) {
          const breath = wander(r.fork(`${pitch}`), 9);
          addAt(
            out,
            shape(
              tone(length, pitch * r.between(0.996, 1.004), [
                [1, 1],
                [2.003, 0.3],
              ]),
              (s) => 0.2 + 0.8 * breath(s),
            ),
            0,
            34 / pitch,
          );
        }
        const air = wander(r.fork('air'), 6);
        addAt(
          out,
          shape(
            filter(whiteNoise(length, r), 'bandpass', (s) => 400 + 900 * air(s), 4),
            (s) => 0.03 * air(s),
          ),
          0,
          1,
        );
        return out;
      },
      random,
      0.35,
    ),
};
