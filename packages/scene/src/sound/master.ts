import { SAMPLE_RATE } from './dsp.ts';
import { loudnessOf, truePeakOf } from './loudness.ts';

/** Peaks stay below −2 dB true peak: coding to AAC adds up to a decibel. */
const CEILING = 10 ** (-2.1 / 20);
/** What is quiet stays quieter than what is loud, but every film is heard at a usual setting. */
const QUIETEST_LUFS = -19;
const LOUDEST_LUFS = -15;
/** What a mix measures of a room in which nothing happens, and of a launch. */
const QUIET_MIX_LUFS = -46;
const LOUD_MIX_LUFS = -14;
const ROUNDS = 7;
const LOOK_AHEAD = Math.round(0.004 * SAMPLE_RATE);
const RELEASE_SECONDS = 0.12;

/**
 * Brings a mix to its loudness without clipping. In place.
 * @param measuredSeconds How much of it decides; what comes later keeps the same level.
 */
export function master(left: Float32Array, right: Float32Array, measuredSeconds: number): void {
  const end = Math.max(1, Math.min(left.length, Math.round(measuredSeconds * SAMPLE_RATE)));
  const own = loudnessOf(left.subarray(0, end), right.subarray(0, end));
  if (own === Number.NEGATIVE_INFINITY) return;
  const share = Math.min(1, Math.max(0, (own - QUIET_MIX_LUFS) / (LOUD_MIX_LUFS - QUIET_MIX_LUFS)));
  const target = QUIETEST_LUFS + (LOUDEST_LUFS - QUIETEST_LUFS) * share;
  let gain = 10 ** ((target - own) / 20);
  const [dryLeft, dryRight] = [left.slice(), right.slice()];
  for (let round = 0; round < ROUNDS; round++) {
    scaleInto(dryLeft, left, gain);
    scaleInto(dryRight, right, gain);
    limitPeaks(left, right);
    const missing = target - loudnessOf(left.subarray(0, end), right.subarray(0, end));
    // The limiter takes from what is all peaks: a little more goes in.
    if (missing < 0.4) return;
    gain *= 10 ** (Math.min(8, missing * 1.6) / 20);
  }
}

function scaleInto(from: Float32Array, to: Float32Array, gain: number): void {
  for (let i = 0; i < from.length; i++) to[i] = from[i]! * gain;
}

/** Turns both channels down together, shortly before each peak, and lets them come up again. */
function limitPeaks(left: Float32Array, right: Float32Array): void {
  if (Math.max(truePeakOf(left, CEILING), truePeakOf(right, CEILING)) <= CEILING) return;
  const { length } = left;
  const gains = new Float32Array(length + LOOK_AHEAD).fill(1);
  // The sample before a peak bends with it: between samples it may be half a decibel higher.
  const most = CEILING * 0.93;
  for (let i = 0; i < length; i++) {
    const size = Math.max(Math.abs(left[i]!), Math.abs(right[i]!));
    if (size > most) gains[i] = most / size;
  }
  const falls = 1 / LOOK_AHEAD;
  const rises = 1 - Math.exp(-1 / (RELEASE_SECONDS * SAMPLE_RATE));
  // Backwards: down to each peak in straight lines; forwards: up again.
  for (let i = length - 2; i >= 0; i--) gains[i] = Math.min(gains[i]!, gains[i + 1]! + falls);
  let gain = 1;
  for (let i = 0; i < length; i++) {
    gain = Math.min(gains[i]!, gain + (1 - gain) * rises);
    left[i]! *= gain;
    right[i]! *= gain;
  }
}
