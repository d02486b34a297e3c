/** Weights are whole numbers that sum to this, so that flat areas stay flat to the last bit. */
export const WEIGHT_BITS = 14;
const WEIGHT_ONE = 1 << WEIGHT_BITS;
const LOBES = 3;

/** For each place along one axis, where its samples begin and how much each counts. */
export interface LanczosTaps {
  readonly first: Int32Array;
  /** `count` weights a place, of sum `2 ** WEIGHT_BITS`; what does not count is 0. */
  readonly weights: Int32Array;
  readonly count: number;
}

/**
 * Plans one axis. Making smaller widens the filter by as much, so that every sample counts; samples beyond an edge are left
 * out and the rest count for more, as Pillow does.
 * @param size Samples there are. @param toSize Places there will be.
 * @param from Where the first place begins, in samples. @param step Samples a place.
 */
export function planLanczos(size: number, toSize: number, from = 0, step = size / toSize): LanczosTaps {
  const scale = Math.max(1, step);
  const reach = LOBES * scale;
  const count = Math.min(size, Math.ceil(2 * reach) + 1);
  const first = new Int32Array(toSize);
  const weights = new Int32Array(toSize * count);
  const exact = new Float64Array(count);
  for (let place = 0; place < toSize; place++) {
    const center = from + (place + 0.5) * step;
    const start = Math.min(Math.max(0, Math.floor(center - reach + 0.5)), size - count);
    first[place] = start;
    let sum = 0;
    for (let tap = 0; tap < count; tap++) {
      exact[tap] = lanczos((start + tap + 0.5 - center) / scale);
      sum += exact[tap]!;
    }
    roundToOne(exact, sum, weights.subarray(place * count, (place + 1) * count));
  }
  return { first, weights, count };
}

function lanczos(x: number): number {
  if (x === 0) return 1;
  if (Math.abs(x) >= LOBES) return 0;
  const angle = Math.PI * x;
  return (LOBES * Math.sin(angle) * Math.sin(angle / LOBES)) / (angle * angle);
}

/** What rounding takes or adds goes to the heaviest. */
function roundToOne(exact: Float64Array, sum: number, weights: Int32Array): void {
  let rest = WEIGHT_ONE;
  let heaviest = 0;
  for (let tap = 0; tap < weights.length; tap++) {
    const weight = Math.round((exact[tap]! / sum) * WEIGHT_ONE);
    weights[tap] = weight;
    rest -= weight;
    if (weight > weights[heaviest]!) heaviest = tap;
  }
  weights[heaviest]! += rest;
}
