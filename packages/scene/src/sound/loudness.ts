import { SAMPLE_RATE } from './dsp.ts';

/**
 * Integrated loudness in LUFS of stereo sound, as ITU-R BS.1770-4 measures it: K-weighted, over blocks of 0.4 s that
 * overlap by three quarters, without those below −70 LUFS and then those 10 LU below the rest.
 * @returns −∞ for silence.
 */
export function loudnessOf(left: Float32Array, right: Float32Array): number {
  const hop = SAMPLE_RATE / 10;
  // A film shorter than a block is measured as one.
  const hops = Math.max(1, Math.floor(left.length / hop));
  const powers = new Float64Array(hops);
  for (const channel of [left, right]) addPowers(channel, powers, hops === 1 ? Math.max(1, left.length) : hop);
  const blocks: number[] = [];
  const span = Math.min(4, hops);
  for (let i = 0; i + span <= hops; i++) {
    let sum = 0;
    for (let k = 0; k < span; k++) sum += powers[i + k]!;
    blocks.push(sum / span);
  }
  const heard = blocks.filter((power) => lufs(power) > -70);
  const gate = lufs(mean(heard)) - 10;
  return lufs(mean(heard.filter((power) => lufs(power) > gate)));
}

const lufs = (power: number): number => (power > 0 ? -0.691 + 10 * Math.log10(power) : Number.NEGATIVE_INFINITY);
const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** The recommendation's two filters for 48 kHz, a shelf for the head and a high-pass, and the mean square of each hop. */
function addPowers(samples: Float32Array, powers: Float64Array, hop: number): void {
  let [a1, a2, b1, b2] = [0, 0, 0, 0];
  for (let k = 0; k < powers.length; k++) {
    let sum = 0;
    const end = Math.min(samples.length, (k + 1) * hop);
    for (let i = k * hop; i < end; i++) {
      const x = samples[i]!;
      const shelf = 1.53512485958697 * x + a1;
      a1 = -2.69169618940638 * x + 1.69065929318241 * shelf + a2;
      a2 = 1.19839281085285 * x - 0.73248077421585 * shelf;
      const y = shelf + b1;
      b1 = -2 * shelf + 1.99004745483398 * y + b2;
      b2 = shelf - 0.99007225036621 * y;
      sum += y * y;
    }
    powers[k]! += sum / hop;
  }
}

const TAPS = 12;
const PHASES = 4;

/** A windowed sinc for each quarter between two samples. */
const INTERPOLATORS: readonly Float64Array[] = Array.from({ length: PHASES - 1 }, (_, phase) => {
  const taps = Float64Array.from({ length: TAPS }, (_, tap) => {
    const x = tap - TAPS / 2 + 1 - (phase + 1) / PHASES;
    const window = 0.5 + 0.5 * Math.cos((2 * Math.PI * x) / (TAPS + 1));
    return (Math.sin(Math.PI * x) / (Math.PI * x)) * window;
  });
  const sum = taps.reduce((total, tap) => total + tap, 0);
  return taps.map((tap) => tap / sum);
});

/**
 * The highest value that the sound passes through, between samples too, as 4-fold oversampling finds it.
 * @param floor What is known to be reached: only where samples come near it is looked between them.
 */
export function truePeakOf(samples: Float32Array, floor = 0): number {
  let peak = floor;
  const from = TAPS / 2 - 1;
  for (let i = 0; i < samples.length; i++) {
    const size = Math.abs(samples[i]!);
    if (size > peak) peak = size;
    // Between two samples the curve hardly rises by more than half of the larger.
    if (Math.max(size, Math.abs(samples[i + 1] ?? 0)) * 1.5 < peak) continue;
    for (const taps of INTERPOLATORS) {
      let sum = 0;
      for (let tap = 0; tap < TAPS; tap++) sum += (samples[i - from + tap] ?? 0) * taps[tap]!;
      if (sum > peak || -sum > peak) peak = Math.abs(sum);
    }
  }
  return peak;
}
