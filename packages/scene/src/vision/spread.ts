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
  const { width, height } = grid;
  const { right, down } = likeness(grid);
  const result = Float32Array.from(value);
  const settle = (i: number, x: number, y: number) => {
    let sum = weight[i]! * value[i]!;
    let total = weight[i]!;
    if (x > 0) {
      sum += right[i - 1]! * result[i - 1]!;
      total += right[i - 1]!;
    }
    if (x < width - 1) {
      sum += right[i]! * result[i + 1]!;
      total += right[i]!;
    }
    if (y > 0) {
      sum += down[i - width]! * result[i - width]!;
      total += down[i - width]!;
    }
    if (y < height - 1) {
      sum += down[i]! * result[i + width]!;
      total += down[i]!;
    }
    // Over-relaxation: a third of the rounds that plain averaging takes.
    const next = result[i]! + 1.7 * (sum / total - result[i]!);
    result[i] = next < 0 ? 0 : next > 1 ? 1 : next;
  };
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) for (let i = 0; i < result.length; i++) settle(i, i % width, (i / width) | 0);
    else for (let i = result.length - 1; i >= 0; i--) settle(i, i % width, (i / width) | 0);
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
