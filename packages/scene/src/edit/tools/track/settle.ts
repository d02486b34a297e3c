import type { Flat, ItemKind } from './tracked-item.ts';

type Temper = Pick<ItemKind<unknown>, 'calmSeconds' | 'loosePoints'>;

/** Seconds, a deviation: narrow enough to follow a head that turns, with a parabola through what was seen. */
const QUICK_SIGMA = 0.3;

/**
 * One out of several detections that were carried to the same frame. What is left between them is either trembling,
 * which a wide mean removes, or a change of shape such as a turning head, which a mean would flatten and a parabola
 * over time keeps; how far both are apart decides, point by point for limbs and as a whole for what is nearly rigid.
 */
export function settle(flats: readonly Flat[], aways: readonly number[], kind: Temper): Flat {
  const calm = aways.map((away) => Math.exp(-0.5 * (away / kind.calmSeconds) ** 2));
  const quick = parabolaWeights(aways);
  const calmPoints = mixPoints(flats, calm);
  const quickPoints = mixPoints(flats, quick);
  const tolerance = spanOf(calmPoints) * 0.012;
  const size = calmPoints.length;
  let apart = 0;
  let known = 0;
  for (let i = 0; i < size; i++) {
    const miss = calmPoints[i]! - quickPoints[i]!;
    if (Number.isNaN(miss)) continue;
    apart += miss * miss;
    known++;
  }
  const share = kind.loosePoints ? 0 : rise(Math.sqrt((2 * apart) / Math.max(1, known)) / tolerance);
  const points = new Float64Array(size);
  for (let i = 0; i < size; i += 2) {
    const own = Math.hypot(calmPoints[i]! - quickPoints[i]!, calmPoints[i + 1]! - quickPoints[i + 1]!) / tolerance;
    const towards = kind.loosePoints?.has(i / 2) === false ? 0 : Math.max(share, rise(own / 2.5));
    points[i] = calmPoints[i]! + (quickPoints[i]! - calmPoints[i]!) * towards;
    points[i + 1] = calmPoints[i + 1]! + (quickPoints[i + 1]! - calmPoints[i + 1]!) * towards;
  }
  const weights = calm.map((weight, at) => weight / sum(calm) + (quick[at]! - weight / sum(calm)) * share);
  return {
    points,
    lengths: mixNumbers(
      flats.map(({ lengths }) => lengths),
      weights,
    ),
    turns: [
      ...mixNumbers(
        flats.map(({ turns }) => turns),
        weights,
      ),
    ],
    others: [
      ...mixNumbers(
        flats.map(({ others }) => others),
        weights,
      ),
    ],
  };
}

function rise(value: number): number {
  const t = Math.min(1, Math.max(0, (value - 0.5) / 1.5));
  return t * t * (3 - 2 * t);
}

/** Weights, with sum 1, that give the middle of a weighted least-squares parabola (a line or mean with few values). */
function parabolaWeights(aways: readonly number[]): number[] {
  const kernel = aways.map((away) => Math.exp(-0.5 * (away / QUICK_SIGMA) ** 2) + 1e-9);
  const felt = kernel.filter((weight) => weight > 0.05).length;
  const [s1, s2, s3, s4] = [1, 2, 3, 4].map((power) =>
    aways.reduce((total, away, at) => total + kernel[at]! * away ** power, 0),
  ) as [number, number, number, number];
  const raw = (() => {
    if (felt >= 4) {
      const c0 = s2 * s4 - s3 * s3;
      const c1 = s2 * s3 - s1 * s4;
      const c2 = s1 * s3 - s2 * s2;
      return aways.map((away, at) => kernel[at]! * (c0 + c1 * away + c2 * away * away));
    }
    const isBetween = Math.min(...aways) <= 0 && Math.max(...aways) >= 0;
    if (felt >= 2 && isBetween) return aways.map((away, at) => kernel[at]! * (s2 - s1 * away));
    return kernel;
  })();
  const total = sum(raw);
  return raw.map((weight) => weight / total);
}

function mixPoints(flats: readonly Flat[], weights: readonly number[]): Float64Array {
  const size = flats[0]!.points.length;
  const mixed = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let total = 0;
    let value = 0;
    for (let at = 0; at < flats.length; at++) {
      const one = flats[at]!.points[i]!;
      if (Number.isNaN(one)) continue;
      total += weights[at]!;
      value += weights[at]! * one;
    }
    mixed[i] = Math.abs(total) > 0.15 * Math.abs(sum(weights)) ? value / total : Number.NaN;
  }
  return mixed;
}

function mixNumbers(rows: readonly ArrayLike<number>[], weights: readonly number[]): Float64Array {
  const total = sum(weights);
  return Float64Array.from({ length: rows[0]!.length }, (_, i) =>
    rows.reduce((value, row, at) => value + (weights[at]! * row[i]!) / total, 0),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function spanOf(points: Float64Array): number {
  let left = Infinity;
  let right = -Infinity;
  for (let i = 0; i < points.length; i += 2) {
    const x = points[i]!;
    if (Number.isNaN(x)) continue;
    left = Math.min(left, x);
    right = Math.max(right, x);
  }
  return Math.max(8, right - left);
}
