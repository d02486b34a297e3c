/** About a fiftieth of a second: two periods of a low voice. */
const GRAIN_SECONDS = 0.04;
/** How far a grain may be moved to fit the one before. */
const SEARCH_SECONDS = 0.012;

/**
 * Plays interleaved stereo faster or slower at its own pitch: overlapping grains, each moved to where it continues the
 * one before best.
 * @param factor Above 1 is faster. @returns `1 / factor` times as long.
 * @see Verhelst and Roelands, "An overlap-add technique based on waveform similarity", 1993
 */
export function stretchTime(samples: Float32Array, factor: number, sampleRate: number): Float32Array {
  const length = samples.length / 2;
  const wanted = Math.max(1, Math.round(length / factor));
  const grain = 2 * Math.round((GRAIN_SECONDS * sampleRate) / 2);
  const hop = grain / 2;
  if (factor === 1 || length < 2 * grain) return pick(samples, wanted, factor);
  const search = Math.round(SEARCH_SECONDS * sampleRate);
  const mono = Float32Array.from({ length }, (_, i) => samples[i * 2]! + samples[i * 2 + 1]!);
  const window = Float32Array.from(
    { length: grain },
    (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / grain),
  );
  const out = new Float32Array(wanted * 2);
  let previous = 0;
  for (let at = -hop; at < wanted; at += hop) {
    const ideal = Math.round((at + hop) * factor) - hop;
    const start = at <= 0 ? ideal : bestStart(mono, previous + hop, ideal, search, hop);
    for (let i = 0; i < grain; i++) {
      const from = start + i;
      const to = at + i;
      if (to < 0 || to >= wanted || from < 0 || from >= length) continue;
      const weight = window[i]!;
      out[to * 2]! += samples[from * 2]! * weight;
      out[to * 2 + 1]! += samples[from * 2 + 1]! * weight;
    }
    previous = start;
  }
  return out;
}

/** Where, near the ideal start, the sound resembles what would have come next. Coarse first, then to the sample. */
function bestStart(mono: Float32Array, natural: number, ideal: number, search: number, span: number): number {
  const likeness = (start: number, step: number): number => {
    let dot = 0;
    let power = 1e-9;
    for (let i = 0; i < span; i += step) {
      const a = mono[natural + i] ?? 0;
      const b = mono[start + i] ?? 0;
      dot += a * b;
      power += b * b;
    }
    return dot / Math.sqrt(power);
  };
  const around = (middle: number, reach: number, stride: number, step: number): number => {
    let best = middle;
    let bestLikeness = Number.NEGATIVE_INFINITY;
    for (let start = middle - reach; start <= middle + reach; start += stride) {
      const found = likeness(start, step);
      if (found > bestLikeness) [best, bestLikeness] = [start, found];
    }
    return best;
  };
  return around(around(ideal, search, 8, 6), 8, 1, 3);
}

/** Too short to be cut in grains: resampled by the nearest. */
function pick(samples: Float32Array, wanted: number, factor: number): Float32Array {
  const last = samples.length / 2 - 1;
  const out = new Float32Array(wanted * 2);
  for (let i = 0; i < wanted && last >= 0; i++) {
    const from = Math.min(last, Math.round(i * factor));
    out[i * 2] = samples[from * 2]!;
    out[i * 2 + 1] = samples[from * 2 + 1]!;
  }
  return out;
}
