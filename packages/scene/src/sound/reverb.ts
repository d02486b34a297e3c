import { SAMPLE_RATE } from './dsp.ts';

// Mutually prime, 31–53 ms: a medium hall without audible beats.
const DELAYS = [1493, 1733, 2017, 2531];
const FEEDBACK = 0.78;
const DAMPING = 0.35;
const PREDELAY = Math.round(0.012 * SAMPLE_RATE);

/**
 * Replaces the two channels by their reverberation alone: four delay lines that feed each other through a
 * Householder matrix, each losing its highs a little on every round.
 */
export function reverberate(left: Float32Array, right: Float32Array): void {
  const lines = DELAYS.map((length) => new Float32Array(length));
  const low = [0, 0, 0, 0];
  const tap = [0, 0, 0, 0];
  const early = new Float32Array(PREDELAY * 2);
  for (let i = 0; i < left.length; i++) {
    const slot = (i % PREDELAY) * 2;
    const [inLeft, inRight] = [early[slot]!, early[slot + 1]!];
    early[slot] = left[i]!;
    early[slot + 1] = right[i]!;
    let sum = 0;
    for (let k = 0; k < 4; k++) {
      const sample = lines[k]![i % DELAYS[k]!]!;
      low[k] = low[k]! + (sample - low[k]!) * (1 - DAMPING);
      tap[k] = low[k]! * FEEDBACK;
      sum += tap[k]!;
    }
    for (let k = 0; k < 4; k++) lines[k]![i % DELAYS[k]!] = tap[k]! - sum / 2 + (k % 2 === 0 ? inLeft : inRight) * 0.5;
    left[i] = tap[0]! + tap[2]!;
    right[i] = tap[1]! + tap[3]!;
  }
}
