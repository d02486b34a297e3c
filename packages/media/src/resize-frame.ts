import type { I420Frame } from './media.ts';

/** For each place along one axis, where its samples begin and how much each counts. */
interface Taps {
  readonly first: Int32Array;
  /** `count` weights a place; whole numbers that sum to `2 ** WEIGHT_BITS`. */
  readonly weights: Int32Array;
  readonly count: number;
}

const WEIGHT_BITS = 14;
/** What rows between the two passes keep beyond a byte. */
const ROW_BITS = 6;

/** One plane's way from its size to another, for as many frames as there are. */
interface Plane {
  readonly width: number;
  readonly height: number;
  readonly toWidth: number;
  readonly toHeight: number;
  readonly across: Taps;
  readonly down: Taps;
}

/**
 * Makes a function that scales frames so that they cover another size, and cuts off what hangs over, equally on both
 * sides. Linear; when it makes smaller, every sample counts.
 * @param from The size of every frame that is given to it. Even, as is `to`.
 * @param options.isStretched Nothing is cut off; width and height are scaled each by its own factor.
 */
export function createResizer(
  from: { readonly width: number; readonly height: number },
  to: { readonly width: number; readonly height: number },
  { isStretched = false }: { readonly isStretched?: boolean } = {},
): (frame: I420Frame) => I420Frame {
  const luma = planPlane(from.width, from.height, to.width, to.height, isStretched);
  const chroma = planPlane(from.width >> 1, from.height >> 1, to.width >> 1, to.height >> 1, isStretched);
  const planes = [luma, chroma, chroma];
  return ({ data }) => {
    const resized = new Uint8Array((to.width * to.height * 3) / 2);
    let at = 0;
    let toAt = 0;
    for (const plane of planes) {
      resizePlane(data.subarray(at), resized.subarray(toAt), plane);
      at += plane.width * plane.height;
      toAt += plane.toWidth * plane.toHeight;
    }
    return { width: to.width, height: to.height, data: resized };
  };
}

function planPlane(width: number, height: number, toWidth: number, toHeight: number, isStretched: boolean): Plane {
  const [stepX, stepY] = [width / toWidth, height / toHeight];
  const step = Math.min(stepX, stepY);
  return {
    width,
    height,
    toWidth,
    toHeight,
    across: planTaps(width, toWidth, isStretched ? stepX : step),
    down: planTaps(height, toHeight, isStretched ? stepY : step),
  };
}

/** @param step Samples of the source a place: above 1 it is made smaller. */
function planTaps(size: number, toSize: number, step: number): Taps {
  const reach = Math.max(1, step);
  const count = Math.min(size, Math.ceil(2 * reach));
  const first = new Int32Array(toSize);
  const weights = new Int32Array(toSize * count);
  const exact = new Float64Array(count);
  const offset = (size - toSize * step) / 2;
  for (let place = 0; place < toSize; place++) {
    const center = offset + (place + 0.5) * step - 0.5;
    const start = Math.max(0, Math.min(size - count, Math.floor(center - reach) + 1));
    first[place] = start;
    let sum = 0;
    for (let tap = 0; tap < count; tap++) {
      exact[tap] = Math.max(0, 1 - Math.abs(start + tap - center) / reach);
      sum += exact[tap]!;
    }
    // Each weight is the step between two rounded sums: together they are exactly one.
    let total = 0;
    let reached = 0;
    for (let tap = 0; tap < count; tap++) {
      total += exact[tap]! / sum;
      const next = Math.round(total * (1 << WEIGHT_BITS));
      weights[place * count + tap] = next - reached;
      reached = next;
    }
  }
  return { first, weights, count };
}

/** Across first, then down; the rows in between keep their fractions. Whole numbers: floats took four times as long. */
function resizePlane(source: Uint8Array, target: Uint8Array, plane: Plane): void {
  const { width, height, toWidth, toHeight, across, down } = plane;
  const rows = new Uint16Array(toWidth * height);
  for (let row = 0; row < height; row++) {
    scaleRow(
      source.subarray(row * width, (row + 1) * width),
      across,
      rows.subarray(row * toWidth, (row + 1) * toWidth),
    );
  }
  const sums = new Int32Array(toWidth);
  for (let row = 0; row < toHeight; row++) {
    const first = down.first[row]!;
    const weights = down.weights.subarray(row * down.count, (row + 1) * down.count);
    sums.fill(1 << (WEIGHT_BITS + ROW_BITS - 1));
    // Two rows at a time halve the reading and writing of the sums.
    for (let tap = 0; tap < down.count; tap += 2) {
      const next = Math.min(tap + 1, down.count - 1);
      const rowAt = (index: number) => rows.subarray((first + index) * toWidth, (first + index + 1) * toWidth);
      addRows(sums, rowAt(tap), weights[tap]!, rowAt(next), next > tap ? weights[next]! : 0);
    }
    const line = target.subarray(row * toWidth, (row + 1) * toWidth);
    for (let column = 0; column < toWidth; column++) line[column] = sums[column]! >> (WEIGHT_BITS + ROW_BITS);
  }
}

function scaleRow(source: Uint8Array, taps: Taps, row: Uint16Array): void {
  const { first, weights, count } = taps;
  const shift = WEIGHT_BITS - ROW_BITS;
  const half = 1 << (shift - 1);
  // What making smaller by less than half needs, without a loop in the loop.
  if (count === 3) {
    for (let column = 0, tap = 0; column < row.length; column++, tap += 3) {
      const from = first[column]!;
      const near = Math.imul(source[from]!, weights[tap]!) + Math.imul(source[from + 1]!, weights[tap + 1]!);
      row[column] = (near + Math.imul(source[from + 2]!, weights[tap + 2]!) + half) >> shift;
    }
    return;
  }
  for (let column = 0, tap = 0; column < row.length; column++) {
    let sum = half;
    let from = first[column]!;
    for (const end = tap + count; tap < end; tap++, from++) sum = (sum + Math.imul(source[from]!, weights[tap]!)) | 0;
    row[column] = sum >> shift;
  }
}

function addRows(sums: Int32Array, row: Uint16Array, weight: number, nextRow: Uint16Array, next: number): void {
  for (let column = 0; column < sums.length; column++) {
    const both = Math.imul(row[column]!, weight) + Math.imul(nextRow[column]!, next);
    sums[column] = (sums[column]! + both) | 0;
  }
}
