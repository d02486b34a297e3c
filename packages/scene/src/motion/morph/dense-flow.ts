import { blur } from '../mattes.ts';
import { globalMove } from './global-move.ts';
import type { Grey, GreyPyramid } from './small-grey.ts';

/** Where each pixel of one small picture is found in another: at its own place plus dx, dy. */
export interface Flow {
  readonly width: number;
  readonly height: number;
  readonly dx: Float32Array;
  readonly dy: Float32Array;
}

const PASSES = 6;
/** Pixels around that move together. */
const WINDOW = 3;
/** Keeps places without texture from moving by noise. */
const STIFFNESS = 0.02;
/** Pixels of a level that one pass may move. */
const STEP_MAX = 1;

/**
 * A dense, smooth correspondence from one picture to another: one move of the whole first, then Lucas–Kanade on windows
 * from coarse to fine, where what has texture tells its surroundings how to move.
 * @see Lucas, Kanade: An Iterative Image Registration Technique (1981)
 */
export function estimateFlow(from: GreyPyramid, to: GreyPyramid): Flow {
  const coarsest = from.length - 1;
  let flow = globalMove(from[coarsest]!, to[coarsest]!);
  for (let level = coarsest; level >= 0; level--) {
    if (level < coarsest) flow = doubled(flow, from[level]!);
    for (let pass = 0; pass < PASSES; pass++) refine(flow, from[level]!, to[level]!);
  }
  return flow;
}

function doubled(flow: Flow, { width, height }: Grey): Flow {
  const dx = new Float32Array(width * height);
  const dy = new Float32Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const u = x / 2 - 0.25;
      const v = y / 2 - 0.25;
      dx[at] = 2 * readGrid(flow.dx, flow.width, flow.height, u, v);
      dy[at] = 2 * readGrid(flow.dy, flow.width, flow.height, u, v);
    }
  }
  return { width, height, dx, dy };
}

/** Linear between pixels; outside, the nearest. */
export function readGrid(data: Float32Array, width: number, height: number, x: number, y: number): number {
  const u = x < 0 ? 0 : x > width - 1 ? width - 1 : x;
  const v = y < 0 ? 0 : y > height - 1 ? height - 1 : y;
  const left = u | 0;
  const top = v | 0;
  const right = left < width - 1 ? left + 1 : left;
  const below = top < height - 1 ? top + 1 : top;
  const fx = u - left;
  const fy = v - top;
  const upper = data[top * width + left]! * (1 - fx) + data[top * width + right]! * fx;
  const lower = data[below * width + left]! * (1 - fx) + data[below * width + right]! * fx;
  return upper + (lower - upper) * fy;
}

function refine(flow: Flow, from: Grey, to: Grey): void {
  const { width, height, dx, dy } = flow;
  const size = width * height;
  const moved = new Float32Array(size);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) moved[at] = readGrid(to.data, width, height, x + dx[at]!, y + dy[at]!);
  }
  const [xx, xy, yy, xt, yt] = products(from.data, moved, width, height);
  const sure = new Float32Array(size);
  for (let at = 0; at < size; at++) {
    const a = xx[at]! + STIFFNESS;
    const c = yy[at]! + STIFFNESS;
    const b = xy[at]!;
    const determinant = a * c - b * b;
    const weaker = (a + c - Math.hypot(a - c, 2 * b)) / 2 - STIFFNESS;
    const stepX = (c * xt[at]! - b * yt[at]!) / determinant;
    const stepY = (a * yt[at]! - b * xt[at]!) / determinant;
    sure[at] = Math.max(0, weaker) + 1e-4;
    dx[at] = (dx[at]! + within(stepX)) * sure[at]!;
    dy[at] = (dy[at]! + within(stepY)) * sure[at]!;
  }
  // Weighted by what is known, so that flat places follow those beside them.
  blur(dx, width, height, 2);
  blur(dy, width, height, 2);
  blur(sure, width, height, 2);
  for (let at = 0; at < size; at++) {
    dx[at] = dx[at]! / sure[at]!;
    dy[at] = dy[at]! / sure[at]!;
  }
}

const within = (step: number) => (step > STEP_MAX ? STEP_MAX : step < -STEP_MAX ? -STEP_MAX : step);

/** Sums over windows of the products of slopes with each other and with the difference. */
function products(a: Float32Array, b: Float32Array, width: number, height: number) {
  const size = width * height;
  const sums = Array.from({ length: 5 }, () => new Float32Array(size));
  const [xx, xy, yy, xt, yt] = sums as [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array];
  for (let y = 0, at = 0; y < height; y++) {
    const above = y > 0 ? width : 0;
    const below = y < height - 1 ? width : 0;
    for (let x = 0; x < width; x++, at++) {
      const left = x > 0 ? 1 : 0;
      const right = x < width - 1 ? 1 : 0;
      const gx = (a[at + right]! - a[at - left]! + b[at + right]! - b[at - left]!) / 4;
      const gy = (a[at + below]! - a[at - above]! + b[at + below]! - b[at - above]!) / 4;
      const difference = a[at]! - b[at]!;
      xx[at] = gx * gx;
      xy[at] = gx * gy;
      yy[at] = gy * gy;
      xt[at] = gx * difference;
      yt[at] = gy * difference;
    }
  }
  for (const sum of sums) blur(sum, width, height, WINDOW);
  return [xx, xy, yy, xt, yt] as const;
}
