import type { Random } from '../random.ts';
import { addAt, filter, interpolate, samplesOf, saw, shape, wander, whiteNoise } from './dsp.ts';
import type { Voice } from './voice.ts';

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

export const flat = (value: number): Curve => [[0, value]];
export const swell: Curve = [
  [0, 0],
  [0.12, 1],
  [0.7, 0.8],
  [1, 0],
];
export const burst: Curve = [
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

/** A voice that calls like this, now and then or when it is told to. */
export function animal(call: Call, levelDb: number, reverb = 0.15): Voice {
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
