import type { I420Frame } from './media.ts';

/** For each place along one axis, where its samples begin and how much each counts. */
interface Taps {
  readonly first: Int32Array;
  /** `count` weights a place; they sum to 1. */
  readonly weights: Float32Array;
  readonly count: number;
}

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
  const weights = new Float32Array(toSize * count);
  const offset = (size - toSize * step) / 2;
  for (let place = 0; place < toSize; place++) {
    const center = offset + (place + 0.5) * step - 0.5;
    const start = Math.max(0, Math.min(size - count, Math.floor(center - reach) + 1));
    first[place] = start;
    let sum = 0;
    for (let tap = 0; tap < count; tap++) {
      const weight = Math.max(0, 1 - Math.abs(start + tap - center) / reach);
      weights[place * count + tap] = weight;
      sum += weight;
    }
    for (let tap = 0; tap < count; tap++) weights[place * count + tap]! /= sum;
  }
  return { first, weights, count };
}

/** Across first, then down; the rows in between keep their fractions. */
function resizePlane(source: Uint8Array, target: Uint8Array, plane: Plane): void {
  const { width, height, toWidth, toHeight, across, down } = plane;
  const rows = new Float32Array(toWidth * height);
  const { first, weights, count } = across;
  for (let row = 0; row < height; row++) {
    for (let column = 0, at = 0; column < toWidth; column++) {
      const from = row * width + first[column]!;
      let sum = 0;
      for (let tap = 0; tap < count; tap++, at++) sum += source[from + tap]! * weights[at]!;
      rows[row * toWidth + column] = sum;
    }
  }
  const line = new Float32Array(toWidth);
  for (let row = 0; row < toHeight; row++) {
    line.fill(0.5);
    for (let tap = 0; tap < down.count; tap++) {
      const weight = down.weights[row * down.count + tap]!;
      const from = (down.first[row]! + tap) * toWidth;
      for (let column = 0; column < toWidth; column++) line[column]! += rows[from + column]! * weight;
    }
    for (let column = 0; column < toWidth; column++) target[row * toWidth + column] = line[column]!;
  }
}
