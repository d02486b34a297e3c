import { addAt, brownNoise, decay, filter, interpolate, samplesOf, saw, shape, tone, whiteNoise } from './dsp.ts';
import { hiss, ring, scatter, together } from './grains.ts';
import type { Voice } from './voice.ts';

/** Sounds of what happens once, each from the start of its cue. */

const GLASS: readonly (readonly [number, number])[] = [
  [1, 1],
  [1.71, 0.6],
  [2.63, 0.5],
  [4.1, 0.3],
];

/** Glass or china that breaks: the blow, and pieces that ring as they come to rest. */
export const shatter: Voice = {
  levelDb: -9,
  measure: 'peak',
  reverb: 0.25,
  render({ length, seconds, random }) {
    const out = new Float32Array(length);
    addAt(out, hiss(0.12, random, 3600, 0.6), 0, 1.6);
    addAt(
      out,
      shape(
        tone(samplesOf(0.12), (s) => 260 * Math.exp(-s * 8)),
        decay(0.1),
      ),
      0,
      0.6,
    );
    for (let i = 0; i < 46; i++) {
      const at = 0.9 * random.next() ** 2.2;
      if (at > seconds - 0.05) continue;
      const loud = (0.65 * Math.exp(-at * 3) + 0.08) * random.between(0.4, 1);
      addAt(out, ring(random.between(2100, 6800), random.between(0.08, 0.32), GLASS), samplesOf(at), loud * 0.5);
      addAt(out, hiss(0.02, random, random.between(3000, 7500), 1.2), samplesOf(at), loud);
    }
    return out;
  },
};

/** Something that lands or is struck: a ball, a box, and with `of` `heavy` a wall or a tower. */
export const thump: Voice = {
  levelDb: -10,
  measure: 'peak',
  reverb: 0.2,
  render({ length, random, cue }) {
    const isHeavy = cue.of === 'heavy';
    const isBall = cue.of === 'ball';
    const pitch = isHeavy ? 52 : isBall ? 150 : 95;
    const out = new Float32Array(length);
    const hits = cue.hits ?? [{ seconds: 0, gain: 1 }];
    for (const { seconds, gain } of hits) {
      const body = samplesOf(isHeavy ? 1.4 : 0.28);
      const blow = shape(
        tone(body, (s) => pitch * (1 + 1.1 * Math.exp(-s * 28))),
        decay(isHeavy ? 1.2 : isBall ? 0.16 : 0.24, 0.001),
      );
      addAt(out, blow, samplesOf(seconds), gain);
      addAt(
        out,
        hiss(isHeavy ? 0.9 : 0.05, random, isHeavy ? 420 : isBall ? 900 : 600, 0.7),
        samplesOf(seconds),
        gain * 0.9,
      );
    }
    if (!isHeavy) return out;
    const rubble = scatter(
      length,
      26,
      random,
      (r) => hiss(r.between(0.03, 0.12), r, r.between(200, 1500), 1),
      () => 0.5 * random.next() ** 2,
    ) as readonly [Float32Array, Float32Array];
    for (const side of rubble) shape(side, (s) => Math.exp(-s * 1.6));
    return together(out, rubble);
  },
};

/** Air that is parted: something thrown, a breath with `of` `breath`. */
export const whoosh: Voice = {
  levelDb: -17,
  measure: 'peak',
  reverb: 0.12,
  render({ length, seconds, random, cue }) {
    const isBreath = cue.of === 'breath';
    const top = isBreath ? 1500 : 2200;
    return shape(
      filter(
        whiteNoise(length, random),
        'bandpass',
        (s) => 300 + top * Math.sin((Math.PI * Math.min(s, seconds)) / seconds),
        isBreath ? 0.5 : 0.9,
      ),
      (s) => Math.sin(Math.PI * Math.min(1, s / seconds)) ** (isBreath ? 0.7 : 1.6),
    );
  },
};

/** A balloon or a cork. */
export const pop: Voice = {
  levelDb: -8,
  measure: 'peak',
  reverb: 0.3,
  render({ length, random }) {
    const out = new Float32Array(length);
    addAt(
      out,
      shape(
        tone(samplesOf(0.09), (s) => 900 * Math.exp(-s * 34) + 120),
        decay(0.07, 0.0006),
      ),
      0,
      1,
    );
    addAt(out, hiss(0.06, random, 2500, 0.5), 0, 1.3);
    return out;
  },
};

/** A match that is struck, or water on what is hot. */
export const fizz: Voice = {
  levelDb: -19,
  measure: 'peak',
  reverb: 0.1,
  render: ({ length, seconds, random }) =>
    shape(
      filter(whiteNoise(length, random), 'highpass', (s) => 1400 + 2500 * Math.exp(-s * 4)),
      (s) =>
        interpolate(
          [
            [0, 0],
            [0.03, 1],
            [0.25, 0.5],
            [seconds, 0],
          ],
          s,
        ),
    ),
};

/** A switch. */
export const click: Voice = {
  levelDb: -16,
  measure: 'peak',
  reverb: 0.15,
  render({ length, random }) {
    const out = new Float32Array(length);
    addAt(out, hiss(0.014, random, 2600, 2), 0, 1);
    addAt(out, hiss(0.02, random, 1500, 2), samplesOf(0.045), 0.7);
    return out;
  },
};

/** A hinge that turns slowly, louder the longer it turns; a latch before it. */
export const hinge: Voice = {
  levelDb: -15,
  measure: 'peak',
  reverb: 0.3,
  render({ length, seconds, random }) {
    const pitch = random.between(230, 320);
    const groan = saw(
      length,
      (s) => pitch * (1 + 0.28 * (s / seconds) + 0.07 * Math.sin(s * 13) + 0.05 * Math.sin(s * 31)),
    );
    const grip = (s: number): number => Math.max(0, 0.55 + 0.45 * Math.sin(s * 9 + 2 * Math.sin(s * 3.1)));
    const out = shape(
      filter(groan, 'bandpass', (s) => pitch * (4 + 1.5 * (s / seconds)), 4),
      (s) => Math.sin(Math.PI * Math.min(1, s / seconds)) ** 0.6 * grip(s),
    );
    addAt(out, hiss(0.03, random, 1300, 1.4), 0, 1.2);
    return out;
  },
};

/** Iron on iron until a train stands, and steam that is let go. */
export const brakes: Voice = {
  levelDb: -19,
  measure: 'peak',
  reverb: 0.3,
  render({ length, seconds, random }) {
    const squeal = tone(length, (s) => 1750 - 420 * (s / seconds) + 12 * Math.sin(s * 47), [
      [1, 1],
      [1.503, 0.5],
      [2.37, 0.25],
    ]);
    shape(squeal, (s) => 0.5 * Math.sin(Math.PI * Math.min(1, s / (seconds * 0.8))) ** 2);
    const steam = shape(filter(whiteNoise(length, random), 'highpass', 2200), (s) => {
      const since = s - seconds * 0.72;
      return since > 0 ? 0.8 * Math.exp(-since * 2.2) : 0;
    });
    addAt(squeal, steam, 0, 1);
    return squeal;
  },
};

/** Earth that shakes under what falls, sinks or bursts open. */
export const rumble: Voice = {
  levelDb: -12,
  measure: 'rms',
  reverb: 0.2,
  render: ({ length, seconds, random }) =>
    shape(
      filter(brownNoise(length, random), 'lowpass', 190),
      (s) => Math.sin(Math.PI * Math.min(1, s / seconds)) ** 0.5,
    ),
};

/** Voices of children or grown people who laugh, each in bursts of his own. */
export const laughter: Voice = {
  levelDb: -20,
  measure: 'peak',
  reverb: 0.25,
  render({ length, seconds, random }) {
    const left = new Float32Array(length);
    const right = new Float32Array(length);
    for (let person = 0; person < 3; person++) {
      const pitch = random.between(240, 430);
      const pan = random.next();
      for (let at = random.between(0.1, 1.2); at < seconds - 0.6; at += random.between(1.3, 2.6)) {
        const syllables = Math.round(random.between(3, 7));
        for (let i = 0; i < syllables; i++) {
          const high = pitch * (1.25 - 0.06 * i) * random.between(0.96, 1.04);
          const voiced = saw(samplesOf(0.13), (s) => high * (1 - 1.1 * s));
          const ha = shape(
            filter(filter(voiced, 'bandpass', 900, 1.1), 'lowpass', 2800),
            (s) => Math.sin(Math.PI * Math.min(1, s / 0.12)) ** 1.3,
          );
          addAt(ha, hiss(0.05, random, 1800, 0.8), 0, 0.12);
          const start = samplesOf(at + i * 0.19);
          const gain = 1 - 0.08 * i;
          addAt(left, ha, start, gain * Math.sqrt(1 - pan));
          addAt(right, ha, start, gain * Math.sqrt(pan));
        }
      }
    }
    return [left, right];
  },
};

/** Many who shout for joy at once. */
export const cheer: Voice = {
  levelDb: -19,
  measure: 'rms',
  reverb: 0.3,
  render({ length, seconds, random }) {
    const left = new Float32Array(length);
    const right = new Float32Array(length);
    for (let person = 0; person < 16; person++) {
      const start = random.between(0, Math.max(0.2, seconds * 0.45));
      const long = random.between(0.7, 1.8);
      const pitch = random.between(210, 520);
      const yell = saw(
        samplesOf(long),
        (s) => pitch * (1 + 0.35 * Math.sin((Math.PI * s) / long) + 0.012 * Math.sin(s * 40)),
      );
      filter(yell, 'bandpass', (s) => 700 + 500 * Math.sin((Math.PI * s) / long), 1.2);
      shape(yell, (s) => Math.sin(Math.PI * Math.min(1, s / long)));
      const pan = random.next();
      addAt(left, yell, samplesOf(start), Math.sqrt(1 - pan));
      addAt(right, yell, samplesOf(start), Math.sqrt(pan));
    }
    const roar = (r: typeof random): Float32Array =>
      shape(
        filter(whiteNoise(length, r), 'bandpass', 1100, 0.6),
        (s) => 0.5 * Math.min(1, s * 2.5) * Math.exp(-s * 0.25),
      );
    return together([left, right], [roar(random.fork('left')), roar(random.fork('right'))]);
  },
};

/** Two soft beats a second or so, as one hears one's own. */
export const heartbeat: Voice = {
  levelDb: -13,
  measure: 'peak',
  reverb: 0.1,
  render({ length, seconds }) {
    const out = new Float32Array(length);
    for (let at = 0.15; at < seconds; at += 0.95)
      for (const [after, gain] of [
        [0, 1],
        [0.24, 0.7],
      ] as const)
        addAt(
          out,
          shape(
            tone(samplesOf(0.2), (s) => 58 * (1 + Math.exp(-s * 40))),
            decay(0.18, 0.006),
          ),
          samplesOf(at + after),
          gain,
        );
    return out;
  },
};
