import type { Planes } from './planes.ts';

/** How far from its rough place a ridge is looked for, as a share of the height. */
const REACH_SHARE = 0.075;
/** Rows, of half the size, by which a ridge may rise or fall from one column to the next. */
const STEEPEST = 7;
const STEP_COST = 0.45;
const STAR_COST = 2.5;
const EDGE_WORTH = 0.1;

/**
 * Draws the ridge below a starry sky exactly: a line from the left to the right with no star below it and no rock above
 * it, along the strongest edge. Regions are found coarsely, and a summit that turns with the stars is seen at once.
 * @param rough The row of the ridge in each column. Columns where `isSet` is 1 stay as they are.
 * @returns Rows, fractions included.
 */
export function traceRidge(planes: Planes, rough: Float32Array, isSet: Uint8Array): Float32Array {
  const width = planes.width >> 1;
  const height = planes.height >> 1;
  const light = halfLuma(planes, width, height);
  const plain = opened(light, width, height);
  const reach = Math.max(4, Math.round(height * REACH_SHARE));
  const size = 2 * reach + 1;
  const costs = new Float32Array(width * size);
  const tops = new Int32Array(width);
  for (let x = 0; x < width; x++) {
    tops[x] = Math.round(rough[2 * x]! / 2) - reach;
    fillCosts({ light, plain, width, height, x, top: tops[x]!, size }, costs);
    if (isSet[2 * x]) for (let i = 0; i < size; i++) costs[x * size + i] = Math.abs(i - reach) * 4;
  }
  const rows = cheapestPath(costs, tops, width, size);
  return rough.map((_, x) => {
    const at = Math.min(width - 1, Math.max(0, (x - 0.5) / 2));
    const left = Math.floor(at);
    const right = Math.min(width - 1, left + 1);
    return 2 * (rows[left]! + (rows[right]! - rows[left]!) * (at - left));
  });
}

interface Column {
  readonly light: Float32Array;
  readonly plain: Float32Array;
  readonly width: number;
  readonly height: number;
  readonly x: number;
  readonly top: number;
  readonly size: number;
}

function fillCosts({ light, plain, width, height, x, top, size }: Column, costs: Float32Array): void {
  const row = (y: number) => Math.min(height - 1, Math.max(0, y)) * width + x;
  // What the sky is like just above: the darker half of it, since a peak may reach into it.
  const above = Array.from({ length: size }, (_, i) => plain[row(top - 1 - i)]!).sort((a, b) => a - b);
  const sky = above[Math.floor(size * 0.4)]!;
  const specks = Float32Array.from({ length: size }, (_, i) => speckAt(light, plain, width, row(top + i)));
  let rock = 0;
  let stars = specks.reduce((sum, speck) => sum + Math.max(0, speck), 0);
  for (let i = 0; i < size; i++) {
    const [a, b] = [plain[row(top + i)]!, plain[row(top + i + 1)]!];
    const edge = Math.abs(a + b - plain[row(top + i - 1)]! - plain[row(top + i - 2)]!);
    costs[x * size + i] = rock + STAR_COST * stars - EDGE_WORTH * Math.min(30, edge);
    rock += Math.min(1, Math.max(0, (Math.abs(a - sky) - 5.5) / 10)) + (specks[i] === -1 ? 1 : 0);
    stars -= Math.max(0, specks[i]!);
  }
}

/**
 * What opening has taken away was small and bright: a star when all is dark round about (1), snow or rock when it is a
 * part of something longer (−1), 0 when there is nothing.
 */
function speckAt(light: Float32Array, plain: Float32Array, width: number, at: number): number {
  const excess = light[at]! - plain[at]!;
  if (excess < 9) return 0;
  let lit = 0;
  for (let j = -3; j <= 3; j += 3) {
    for (let i = -3; i <= 3; i += 3) {
      const near = at + j * width + i;
      if ((i !== 0 || j !== 0) && near >= 0 && near < light.length && light[near]! > light[at]! - excess * 0.6) lit++;
    }
  }
  if (lit <= 1) return excess > 14 ? 1 : 0;
  return lit >= 3 ? -1 : 0;
}

function cheapestPath(costs: Float32Array, tops: Int32Array, width: number, size: number): Float32Array {
  const total = costs.slice();
  const from = new Int16Array(width * size);
  for (let x = 1; x < width; x++) {
    const shift = tops[x]! - tops[x - 1]!;
    for (let i = 0; i < size; i++) {
      let [best, least] = [-1, Number.POSITIVE_INFINITY];
      for (let step = -STEEPEST; step <= STEEPEST; step++) {
        const before = Math.min(size - 1, Math.max(0, i + shift + step));
        const cost = total[(x - 1) * size + before]! + STEP_COST * Math.abs(before - i - shift);
        if (cost < least) [least, best] = [cost, before];
      }
      total[x * size + i]! += least;
      from[x * size + i] = best;
    }
  }
  const rows = new Float32Array(width);
  let at = 0;
  for (let i = 1; i < size; i++) if (total[(width - 1) * size + i]! < total[(width - 1) * size + at]!) at = i;
  for (let x = width - 1; x >= 0; x--) {
    rows[x] = tops[x]! + at;
    at = from[x * size + at]!;
  }
  return rows;
}

function halfLuma({ y: { data, stride, origin } }: Planes, width: number, height: number): Float32Array {
  const out = new Float32Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0, from = origin + 2 * y * stride; x < width; x++, at++, from += 2) {
      out[at] = (data[from]! + data[from + 1]! + data[from + stride]! + data[from + stride + 1]!) / 4;
    }
  }
  return out;
}

/** The least of 3 × 3, then the most of 3 × 3 of those: bright spots go, edges stay where they are. */
function opened(light: Float32Array, width: number, height: number): Float32Array {
  // The most is the least of what is turned over.
  const least = leastOf(light, width, height);
  for (let at = 0; at < least.length; at++) least[at] = -least[at]!;
  const most = leastOf(least, width, height);
  for (let at = 0; at < most.length; at++) most[at] = -most[at]!;
  return most;
}

function leastOf(data: Float32Array, width: number, height: number): Float32Array {
  const across = data.slice();
  for (let y = 0; y < height; y++) {
    for (let x = 1, at = y * width + 1; x < width - 1; x++, at++) {
      across[at] = Math.min(data[at - 1]!, data[at]!, data[at + 1]!);
    }
  }
  const out = across.slice();
  for (let at = width; at < out.length - width; at++) {
    out[at] = Math.min(across[at - width]!, across[at]!, across[at + width]!);
  }
  return out;
}
