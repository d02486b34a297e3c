import type { Random } from '../../random.ts';
import { addAt, decay, filter, SAMPLE_RATE, samplesOf, saw, shape, tone, whiteNoise } from '../dsp.ts';

/** One note: at its own start, as long as it rings. Any level; loudness and place are the arrangement's. */
export type Instrument = (note: NoteRequest) => Float32Array;

export interface NoteRequest {
  readonly hertz: number;
  /** Until it is let go; what is struck or plucked rings as it will, up to here and a little longer. */
  readonly seconds: number;
  /** 0 soft … 1 hard. */
  readonly force: number;
  readonly random: Random;
}

/** Adds a sine that dies away, by turning a pointer: a tenth of the cost of a sine for each sample. */
function addRinging(out: Float32Array, hertz: number, decaySeconds: number, gain: number): void {
  if (hertz > 16_000) return;
  const angle = (2 * Math.PI * hertz) / SAMPLE_RATE;
  const shrink = Math.exp(-6.9 / (decaySeconds * SAMPLE_RATE));
  const [cosine, sine] = [Math.cos(angle) * shrink, Math.sin(angle) * shrink];
  let [x, y] = [gain, 0];
  for (let i = 0; i < out.length; i++) {
    out[i]! += y;
    const next = x * cosine - y * sine;
    y = x * sine + y * cosine;
    x = next;
  }
}

/** Comes up and is let go without a click. */
function hold(out: Float32Array, seconds: number, attack: number, release: number): Float32Array {
  return shape(out, (s) => Math.min(1, s / attack) * Math.min(1, Math.max(0, (seconds + release - s) / release)));
}

const piano: Instrument = ({ hertz, seconds, force, random }) => {
  const ringing = Math.min(3.2, seconds + 0.5);
  const out = new Float32Array(samplesOf(ringing));
  const long = Math.min(5, 900 / hertz + 0.7);
  for (let n = 1; n <= 9; n++) {
    const stretched = n * hertz * Math.sqrt(1 + 0.0004 * n * n);
    const gain = (0.35 + 0.65 * force) ** (n * 0.45) / n ** 1.05;
    addRinging(out, stretched, long / n ** 0.5, gain);
    // Strings come in twos, hardly out of tune: the tone breathes.
    if (n < 4) addRinging(out, stretched * 1.0009, (long * 1.4) / n ** 0.5, gain * 0.5);
  }
  const felt = shape(filter(whiteNoise(samplesOf(0.03), random), 'bandpass', 900, 0.7), decay(0.025));
  addAt(out, felt, 0, 0.25 * force);
  return hold(out, ringing - 0.25, 0.003, 0.25);
};

const electricPiano: Instrument = ({ hertz, seconds, force }) => {
  const long = Math.min(2.6, seconds + 0.4);
  const out = new Float32Array(samplesOf(long));
  const step = (2 * Math.PI * hertz) / SAMPLE_RATE;
  for (let i = 0; i < out.length; i++) {
    const s = i / SAMPLE_RATE;
    const bark = (0.4 + 1.3 * force) * Math.exp(-s * 3);
    out[i] =
      Math.exp(-s * 1.3) *
      (Math.sin(i * step + bark * Math.sin(i * step)) + 0.12 * Math.exp(-s * 16) * Math.sin(i * step * 14));
  }
  return hold(out, long - 0.2, 0.004, 0.2);
};

/** A string set going by noise that runs round in it, softer and duller each time. */
function plucked(bright: number, longSeconds: number): Instrument {
  return ({ hertz, seconds, force, random }) => {
    const long = Math.min(longSeconds, seconds + 0.6);
    const out = new Float32Array(samplesOf(long));
    // Half a sample is lost in the mean of two neighbours.
    const period = SAMPLE_RATE / hertz - 0.5;
    const size = Math.floor(period);
    const share = period - size;
    const pick = filter(whiteNoise(size + 2, random), 'lowpass', Math.min(16_000, bright * (0.5 + force) * 4000), 0.6);
    const loss = 10 ** (-3 / (hertz * longSeconds));
    for (let i = 0; i < out.length; i++) {
      if (i <= size + 1) {
        out[i] = pick[i]!;
        continue;
      }
      const [a, b, c] = [out[i - size]!, out[i - size - 1]!, out[i - size - 2] ?? 0];
      const [now, before] = [a + (b - a) * share, b + (c - b) * share];
      out[i] = loss * 0.5 * (now + before);
    }
    return hold(out, long - 0.15, 0.001, 0.15);
  };
}

function bowed(cutoffHz: number, attack: number, voices: readonly number[]): Instrument {
  return ({ hertz, seconds, force, random }) => {
    const release = 0.35;
    const length = samplesOf(seconds + release);
    const out = new Float32Array(length);
    for (const detune of voices) {
      const late = random.between(0, 3);
      addAt(
        out,
        saw(length, (s) => hertz * (detune + 0.0035 * Math.min(1, s / 0.6) * Math.sin(33 * s + late))),
        0,
        1,
      );
    }
    filter(out, 'lowpass', Math.min(9000, cutoffHz * (0.6 + 0.7 * force) + hertz), 0.6);
    return hold(out, seconds, Math.min(attack, seconds * 0.5), release);
  };
}

const brass: Instrument = ({ hertz, seconds, force }) => {
  const length = samplesOf(seconds + 0.15);
  const out = saw(length, (s) => hertz * (1 - 0.02 * Math.exp(-s * 30)));
  addAt(out, saw(length, hertz * 1.003), 0, 0.7);
  filter(out, 'lowpass', (s) => hertz + (600 + 2600 * force) * Math.min(1, s / 0.09) * (0.6 + 0.4 * Math.exp(-s)), 0.9);
  return hold(out, seconds, 0.05, 0.15);
};

const lead: Instrument = ({ hertz, seconds, force }) => {
  const length = samplesOf(seconds + 0.12);
  const out = saw(length, (s) => hertz * (1 + 0.004 * Math.min(1, s / 0.3) * Math.sin(35 * s)));
  addAt(out, saw(length, hertz * 1.007), 0, 0.8);
  filter(out, 'lowpass', (s) => 700 + 4200 * (0.4 + force) * Math.exp(-s * 3), 1.2);
  return hold(out, seconds, 0.008, 0.12);
};

function pulse(width: number): Instrument {
  return ({ hertz, seconds }) => {
    const length = samplesOf(seconds * 0.92);
    const out = saw(length, hertz);
    const shifted = saw(length + Math.round((SAMPLE_RATE / hertz) * width), hertz).subarray(-length);
    addAt(out, shifted, 0, -1);
    return shape(out, (s) => Math.min(1, s / 0.002) * (0.45 + 0.55 * Math.exp(-s * 6)) * (s > seconds * 0.9 ? 0 : 1));
  };
}

const triangle: Instrument = ({ hertz, seconds }) =>
  hold(
    tone(samplesOf(seconds), hertz, [
      [1, 1],
      [3, -1 / 9],
      [5, 1 / 25],
      [7, -1 / 49],
    ]),
    seconds - 0.02,
    0.003,
    0.02,
  );

const bells: Instrument = ({ hertz, seconds, force }) => {
  const out = new Float32Array(samplesOf(Math.min(3, seconds + 1.6)));
  for (const [ratio, gain] of [
    [1, 1],
    [2.76, 0.35 * force + 0.1],
    [5.4, 0.12],
  ] as const)
    addRinging(out, hertz * ratio, 2.4 / ratio ** 0.7, gain);
  return hold(out, out.length / SAMPLE_RATE - 0.1, 0.002, 0.1);
};

const flute: Instrument = ({ hertz, seconds, force, random }) => {
  const length = samplesOf(seconds + 0.12);
  const out = tone(length, (s) => hertz * (1 + 0.006 * Math.min(1, s / 0.4) * Math.sin(31 * s)), [
    [1, 1],
    [2, 0.22 * force],
    [3, 0.1],
  ]);
  addAt(out, filter(whiteNoise(length, random), 'bandpass', hertz * 2, 2), 0, 0.12);
  return hold(out, seconds, 0.06, 0.12);
};

const saxophone: Instrument = ({ hertz, seconds, force, random }) => {
  const length = samplesOf(seconds + 0.1);
  const reed = saw(
    length,
    (s) => hertz * (1 - 0.03 * Math.exp(-s * 18) + 0.006 * Math.min(1, s / 0.35) * Math.sin(32 * s)),
  );
  addAt(reed, whiteNoise(length, random), 0, 0.06);
  const out = filter(reed.slice(), 'bandpass', 620, 1.6);
  addAt(out, filter(reed.slice(), 'bandpass', 1350, 2), 0, 0.7);
  addAt(out, filter(reed, 'lowpass', 900 + 1800 * force), 0, 0.3);
  return hold(out, seconds, 0.035, 0.1);
};

const synthBass: Instrument = ({ hertz, seconds, force }) => {
  const length = samplesOf(seconds + 0.05);
  const out = saw(length, hertz);
  addAt(out, tone(length, hertz), 0, 0.9);
  filter(out, 'lowpass', (s) => 160 + (500 + 1200 * force) * Math.exp(-s * 7), 1.6);
  return hold(out, seconds, 0.004, 0.05);
};

/** Two strings a fifth apart through an amplifier that is turned too far up. */
const overdriven: Instrument = ({ hertz, seconds, force }) => {
  const length = samplesOf(seconds + 0.1);
  const out = saw(length, hertz);
  addAt(out, saw(length, hertz * 1.4983), 0, 0.9);
  addAt(out, saw(length, hertz * 2.003), 0, 0.5);
  filter(out, 'lowpass', 2600);
  for (let i = 0; i < length; i++) out[i] = Math.tanh(out[i]! * (1.5 + 3 * force));
  return hold(filter(filter(out, 'lowpass', 3600), 'highpass', 90), seconds, 0.006, 0.1);
};

const choir: Instrument = ({ hertz, seconds, force, random }) => {
  const length = samplesOf(seconds + 0.5);
  const throat = saw(length, (s) => hertz * (1 + 0.005 * Math.sin(30 * s)));
  addAt(throat, saw(length, hertz * 1.006), 0, 1);
  addAt(throat, saw(length, hertz * 0.995), 0, 1);
  addAt(throat, whiteNoise(length, random), 0, 0.1);
  const out = filter(throat.slice(), 'bandpass', 620, 4);
  addAt(out, filter(throat.slice(), 'bandpass', 1080, 5), 0, 0.7);
  addAt(out, filter(throat, 'bandpass', 2700, 5), 0, 0.12 + 0.15 * force);
  return hold(out, seconds, Math.min(0.5, seconds * 0.5), 0.5);
};

const accordion: Instrument = ({ hertz, seconds }) => {
  const length = samplesOf(seconds + 0.06);
  const out = saw(length, hertz * 0.997);
  addAt(out, saw(length, hertz * 1.003), 0, 1);
  addAt(out, saw(length, hertz * 2), 0, 0.4);
  filter(filter(out, 'lowpass', 3800), 'highpass', 180);
  return hold(out, seconds * 0.95, 0.03, 0.06);
};

export const INSTRUMENTS = {
  piano,
  electricPiano,
  guitar: plucked(1, 2.6),
  harp: plucked(0.7, 3),
  uprightBass: plucked(0.16, 1.6),
  strings: bowed(2600, 0.22, [0.997, 1, 1.003]),
  pad: bowed(1300, 0.7, [0.995, 1.001, 1.006]),
  lowStrings: bowed(1500, 0.12, [0.998, 1.002]),
  brass,
  lead,
  pulse: pulse(0.25),
  square: pulse(0.5),
  triangle,
  bells,
  flute,
  saxophone,
  synthBass,
  overdriven,
  choir,
  accordion,
} as const satisfies Readonly<Record<string, Instrument>>;
export type InstrumentName = keyof typeof INSTRUMENTS;
