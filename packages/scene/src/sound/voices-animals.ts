import type { Random } from '../random.ts';
import { addAt, filter, interpolate, samplesOf, saw, shape, tone, wander, whiteNoise } from './dsp.ts';
import { scatter } from './grains.ts';
import { type Voice, type VoiceOutput, wide } from './voice.ts';

type Curve = readonly (readonly [share: number, value: number])[];

/** How an animal calls: a throat that buzzes and breathes, through a mouth that opens and closes. */
interface Call {
  readonly seconds: number;
  /** Over the call, 0 … 1. */
  readonly pitchHz: Curve;
  readonly mouthHz: readonly Curve[];
  readonly loudness: Curve;
  /** Share of breath in the voice. */
  readonly breath: number;
  /** How much, and how often a second, the throat flutters. */
  readonly rough?: readonly [depth: number, hertz: number];
  readonly q?: number;
  /** How often in a row, and how far apart. */
  readonly times?: readonly [least: number, most: number];
  readonly everySeconds?: number;
  /** Until it calls again. */
  readonly restSeconds: number;
}

const flat = (value: number): Curve => [[0, value]];
const swell: Curve = [
  [0, 0],
  [0.12, 1],
  [0.7, 0.8],
  [1, 0],
];
const burst: Curve = [
  [0, 0],
  [0.06, 1],
  [0.4, 0.5],
  [1, 0],
];

function sing(call: Call, random: Random): Float32Array {
  const seconds = call.seconds * random.between(0.92, 1.08);
  const length = samplesOf(seconds);
  const shift = random.between(0.95, 1.06);
  const [depth, hertz] = call.rough ?? [0, 1];
  const tremble = wander(random.fork('tremble'), 0.11);
  const throat = saw(length, (s) => shift * interpolate(call.pitchHz, s / seconds) * (1 + 0.03 * (tremble(s) - 0.5)));
  const air = whiteNoise(length, random);
  for (let i = 0; i < length; i++) throat[i] = throat[i]! * (1 - call.breath) + air[i]! * call.breath;
  const out = new Float32Array(length);
  for (const [index, curve] of call.mouthHz.entries())
    addAt(
      out,
      filter(throat.slice(), 'bandpass', (s) => shift * interpolate(curve, s / seconds), call.q ?? 3),
      0,
      1 / (1 + index * 0.5),
    );
  return shape(
    out,
    (s) =>
      interpolate(call.loudness, Math.min(1, s / seconds)) *
      (1 - depth * (0.5 + 0.5 * Math.sin(2 * Math.PI * hertz * s * (0.9 + 0.2 * tremble(s * 0.5))))),
  );
}

function animal(call: Call, levelDb: number, reverb = 0.15): Voice {
  return {
    levelDb,
    measure: 'peak',
    reverb,
    render({ length, seconds, random, cue }) {
      const out = new Float32Array(length);
      if (cue.hits) {
        for (const { seconds: at, gain } of cue.hits) addAt(out, sing(call, random), samplesOf(at), gain);
        return out;
      }
      for (let at = 0.08; at < seconds - 0.1; at += call.restSeconds * random.between(0.8, 1.4)) {
        const [least, most] = call.times ?? [1, 1];
        const times = least + Math.floor(random.next() * (most - least + 1));
        for (let i = 0; i < times; i++, at += call.everySeconds ?? 0)
          addAt(out, sing(call, random), samplesOf(at), random.between(0.75, 1));
      }
      return out;
    },
  };
}

export const bark = animal(
  {
    seconds: 0.19,
    pitchHz: [
      [0, 420],
      [0.2, 560],
      [1, 260],
    ],
    mouthHz: [
      [
        [0, 600],
        [0.25, 1000],
        [1, 560],
      ],
      flat(1900),
    ],
    loudness: burst,
    breath: 0.35,
    rough: [0.3, 70],
    times: [2, 3],
    everySeconds: 0.34,
    restSeconds: 2.6,
  },
  -14,
);
export const meow = animal(
  {
    seconds: 0.8,
    pitchHz: [
      [0, 480],
      [0.3, 760],
      [0.7, 680],
      [1, 470],
    ],
    mouthHz: [
      [
        [0, 500],
        [0.35, 1300],
        [1, 600],
      ],
      [
        [0, 2400],
        [0.4, 2900],
        [1, 1900],
      ],
    ],
    loudness: swell,
    breath: 0.1,
    restSeconds: 3,
  },
  -17,
);
export const roar = animal(
  {
    seconds: 2,
    pitchHz: [
      [0, 70],
      [0.25, 120],
      [0.7, 96],
      [1, 55],
    ],
    mouthHz: [
      [
        [0, 260],
        [0.3, 620],
        [1, 240],
      ],
      [
        [0, 700],
        [0.3, 1400],
        [1, 600],
      ],
      flat(150),
    ],
    loudness: swell,
    breath: 0.45,
    rough: [0.55, 27],
    q: 1.6,
    restSeconds: 3.6,
  },
  -9,
  0.3,
);
export const howl = animal(
  {
    seconds: 2.6,
    pitchHz: [
      [0, 290],
      [0.2, 560],
      [0.7, 540],
      [1, 330],
    ],
    mouthHz: [
      [
        [0, 400],
        [0.25, 620],
        [1, 420],
      ],
      flat(1150),
    ],
    loudness: swell,
    breath: 0.08,
    q: 6,
    restSeconds: 4.2,
  },
  -16,
  0.6,
);
export const moo = animal(
  {
    seconds: 1.6,
    pitchHz: [
      [0, 120],
      [0.3, 160],
      [0.8, 150],
      [1, 105],
    ],
    mouthHz: [
      [
        [0, 230],
        [0.4, 520],
        [1, 330],
      ],
      [
        [0, 700],
        [0.5, 1050],
        [1, 800],
      ],
    ],
    loudness: swell,
    breath: 0.12,
    rough: [0.2, 34],
    restSeconds: 4,
  },
  -15,
);
export const neigh = animal(
  {
    seconds: 1.5,
    pitchHz: [
      [0, 700],
      [0.15, 1150],
      [0.5, 900],
      [1, 380],
    ],
    mouthHz: [
      [
        [0, 1200],
        [0.5, 1600],
        [1, 900],
      ],
      flat(2700),
    ],
    loudness: swell,
    breath: 0.22,
    rough: [0.75, 13],
    q: 2.2,
    restSeconds: 4.5,
  },
  -16,
);
export const baa = animal(
  {
    seconds: 0.9,
    pitchHz: [
      [0, 330],
      [0.3, 370],
      [1, 300],
    ],
    mouthHz: [flat(780), flat(1800)],
    loudness: swell,
    breath: 0.15,
    rough: [0.7, 8.5],
    restSeconds: 3,
  },
  -17,
);
export const oink = animal(
  {
    seconds: 0.28,
    pitchHz: [
      [0, 150],
      [0.5, 240],
      [1, 130],
    ],
    mouthHz: [flat(480), flat(1250)],
    loudness: swell,
    breath: 0.5,
    rough: [0.8, 46],
    times: [2, 4],
    everySeconds: 0.36,
    restSeconds: 2.4,
  },
  -17,
);
export const trumpet = animal(
  {
    seconds: 1.5,
    pitchHz: [
      [0, 300],
      [0.15, 620],
      [0.6, 700],
      [1, 420],
    ],
    mouthHz: [flat(900), flat(1800), flat(3000)],
    loudness: swell,
    breath: 0.2,
    rough: [0.35, 60],
    q: 1.8,
    restSeconds: 4,
  },
  -12,
  0.3,
);
export const cluck = animal(
  {
    seconds: 0.11,
    pitchHz: [
      [0, 420],
      [0.3, 700],
      [1, 480],
    ],
    mouthHz: [flat(1100), flat(2300)],
    loudness: burst,
    breath: 0.3,
    times: [3, 6],
    everySeconds: 0.24,
    restSeconds: 1.1,
  },
  -20,
);
export const quack = animal(
  {
    seconds: 0.24,
    pitchHz: [
      [0, 260],
      [0.3, 290],
      [1, 220],
    ],
    mouthHz: [flat(1250), flat(2500)],
    loudness: burst,
    breath: 0.25,
    rough: [0.5, 85],
    q: 4,
    times: [2, 4],
    everySeconds: 0.32,
    restSeconds: 2.2,
  },
  -18,
);
export const hoot = animal(
  {
    seconds: 0.5,
    pitchHz: [
      [0, 330],
      [0.3, 370],
      [1, 320],
    ],
    mouthHz: [flat(360)],
    loudness: swell,
    breath: 0.04,
    q: 8,
    times: [2, 3],
    everySeconds: 0.62,
    restSeconds: 2.6,
  },
  -18,
  0.5,
);
export const whale = animal(
  {
    seconds: 3.2,
    pitchHz: [
      [0, 130],
      [0.3, 260],
      [0.6, 190],
      [1, 420],
    ],
    mouthHz: [
      [
        [0, 260],
        [0.6, 620],
        [1, 900],
      ],
    ],
    loudness: swell,
    breath: 0.03,
    q: 4,
    restSeconds: 2.4,
  },
  -18,
  0.9,
);

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
