import type { Acoustics } from './acoustics.ts';
import { SAMPLE_RATE } from './dsp.ts';

// Mutually prime, 23–56 ms: a medium hall without audible beats.
const DELAYS = [1117, 1301, 1493, 1733, 2017, 2251, 2531, 2689];
const PREDELAY_SECONDS = 0.012;

/**
 * Replaces the two channels by their reverberation alone: eight delay lines that feed each other through a
 * Householder matrix, each losing its highs a little on every round.
 */
export function reverberate(left: Float32Array, right: Float32Array, place: Acoustics): void {
  const delays = DELAYS.map((delay) => Math.max(64, Math.round(delay * place.size)));
  const lines = delays.map((length) => new Float32Array(length));
  const at = delays.map(() => 0);
  // Each line loses as much in a second, however long it is.
  const feedback = delays.map((delay) => 10 ** ((-3 * delay) / (place.seconds * SAMPLE_RATE)));
  const low = new Float64Array(8);
  const tap = new Float64Array(8);
  const keep = 1 - place.damping * 0.8;
  const predelay = Math.max(1, Math.round(PREDELAY_SECONDS * SAMPLE_RATE * place.size));
  const early = new Float32Array(predelay * 2);
  let slot = 0;
  for (let i = 0; i < left.length; i++) {
    const inLeft = early[slot]!;
    const inRight = early[slot + 1]!;
    early[slot] = left[i]!;
    early[slot + 1] = right[i]!;
    slot = slot + 2 >= early.length ? 0 : slot + 2;
    let sum = 0;
    for (let k = 0; k < 8; k++) {
      low[k]! += (lines[k]![at[k]!]! - low[k]!) * keep;
      tap[k] = low[k]! * feedback[k]!;
      sum += tap[k]!;
    }
    sum /= 4;
    for (let k = 0; k < 8; k++) {
      const position = at[k]!;
      lines[k]![position] = tap[k]! - sum + (k % 2 === 0 ? inLeft : inRight) * 0.4;
      at[k] = position + 1 === delays[k] ? 0 : position + 1;
    }
    left[i] = place.level * (tap[0]! + tap[2]! - tap[4]! + tap[6]!);
    right[i] = place.level * (tap[1]! - tap[3]! + tap[5]! + tap[7]!);
  }
}
