import type { Grid } from './planes.ts';

/** What is believed of each cell before its neighbours are asked. */
export interface Belief {
  /** 0 outside to 1 inside. */
  readonly value: Float32Array;
  /** How strongly; a fixed cell has a large one. */
  readonly weight: Float32Array;
}

/** A weight that nothing else outvotes. */
export const FIXED = 1000;

/**
 * Spreads beliefs over a grid until neighbours of like colour agree, while edges of colour hold them apart.
 * @returns 0 to 1 per cell.
 * @see Grady, Multilabel Random Walker Image Segmentation Using Prior Models, 2005
 */
export function spreadBelief(grid: Grid, { value, weight }: Belief, rounds = 30): Float32Array {
  const { width } = grid;
  const { right, down } = likeness(grid);
  const result = Float32Array.from(value);
  const last = result.length - 1;
  for (let round = 0; round < rounds; round++) {
    // There and back, so that beliefs travel as fast upwards as downwards.
    const isBack = round % 2 === 1;
    for (let k = 0; k <= last; k++) {
      const i = isBack ? last - k : k;
      // At the right and lower edges the likeness is zero, which also cuts one row's end from the next one's start.
      const toLeft = i > 0 ? right[i - 1]! : 0;
      const toTop = i >= width ? down[i - width]! : 0;
      const toRight = right[i]!;
      const toBottom = down[i]!;
      const own = weight[i]!;
      let sum = own * value[i]!;
      if (toLeft > 0) sum += toLeft * result[i - 1]!;
      if (toRight > 0) sum += toRight * result[i + 1]!;
      if (toTop > 0) sum += toTop * result[i - width]!;
      if (toBottom > 0) sum += toBottom * result[i + width]!;
      // Over-relaxation: a third of the rounds that plain averaging takes.
      const mean = sum / (own + toLeft + toRight + toTop + toBottom);
      const next = result[i]! + 1.7 * (mean - result[i]!);
      result[i] = next < 0 ? 0 : next > 1 ? 1 : next;
    }
  }
  return result;
}

/** How alike each cell and the one to its right or below it are: 1 the same, near 0 across an edge. */
function likeness(grid: Grid): { right: Float32Array; down: Float32Array } {
  const { width, height, light, a, b } = grid;
  const count = width * height;
  const [right, down] = [new Float32Array(count), new Float32Array(count)];
  const apart = (i: number, j: number) =>
    (light[i]! - light[j]!) ** 2 + 4 * ((a[i]! - a[j]!) ** 2 + (b[i]! - b[j]!) ** 2);
  let sum = 0;
  for (let i = 0; i < count; i++) {
    right[i] = (i + 1) % width === 0 ? 0 : apart(i, i + 1);
    down[i] = i + width >= count ? 0 : apart(i, i + width);
    sum += right[i]! + down[i]!;
  }
  const scale = -1 / Math.max(2e-5, sum / (2 * count));
  for (let i = 0; i < count; i++) {
    right[i] = (i + 1) % width === 0 ? 0 : Math.exp(right[i]! * scale) + 0.002;
    down[i] = i + width >= count ? 0 : Math.exp(down[i]! * scale) + 0.002;
  }
  return { right, down };
}
