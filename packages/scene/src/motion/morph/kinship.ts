import { blur } from '../mattes.ts';
import { CELL } from '../mover.ts';
import type { Planes } from '../planes.ts';
import { estimateFlow, type Flow, readGrid } from './dense-flow.ts';
import { evenPyramid, type Grey } from './small-grey.ts';

/** How two pictures of one size have to do with each other. */
export interface Kinship {
  /** `same`: hardly anything moved. `similar`: most of one is found in the other. */
  readonly kind: 'same' | 'similar' | 'different';
  /** Pixels of the pictures that one of the flows' stands for. */
  readonly step: number;
  readonly there: Flow;
  readonly back: Flow;
  /** 0 … 1: how surely what the first picture shows here is in the second. */
  readonly trustThere: Float32Array;
  readonly trustBack: Float32Array;
  /** The share of what has texture that is found again. */
  readonly share: number;
}

const SMALL_SIDE = 320;
const SIMILAR_SHARE = 0.42;
/** Mean move, as a share of the longer side, below which nothing moved. */
const SAME_MOVE = 0.0025;
const SAME_SHARE = 0.8;

export function compare(first: Planes, second: Planes): Kinship {
  const step = Math.max(CELL, Math.round(Math.max(first.width, first.height) / SMALL_SIDE));
  const a = evenPyramid(first, step);
  const b = evenPyramid(second, step);
  const there = estimateFlow(a, b);
  const back = estimateFlow(b, a);
  const trustThere = trustOf(there, back, a[0]!, b[0]!);
  const trustBack = trustOf(back, there, b[0]!, a[0]!);
  const share = (shareOf(trustThere, a[0]!) + shareOf(trustBack, b[0]!)) / 2;
  const move = meanMove(there, trustThere) / Math.max(there.width, there.height);
  const kind = share < SIMILAR_SHARE ? 'different' : share > SAME_SHARE && move < SAME_MOVE ? 'same' : 'similar';
  return { kind, step, there, back, trustThere, trustBack, share };
}

/** There and back again must end where it began, and what is found must look like what was sought. */
function trustOf(there: Flow, back: Flow, from: Grey, to: Grey): Float32Array {
  const { width, height, dx, dy } = there;
  const size = width * height;
  const trust = new Float32Array(size);
  const found = new Float32Array(size);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const [px, py] = [x + dx[at]!, y + dy[at]!];
      const isInside = px > -1 && py > -1 && px < width && py < height;
      found[at] = readGrid(to.data, width, height, px, py);
      const missX = dx[at]! + readGrid(back.dx, width, height, px, py);
      const missY = dy[at]! + readGrid(back.dy, width, height, px, py);
      trust[at] = isInside ? 1 / (1 + (missX * missX + missY * missY) / 0.8) : 0;
    }
  }
  const alike = correlation(from.data, found, width, height);
  for (let at = 0; at < size; at++) trust[at] = trust[at]! * Math.min(1, Math.max(0, alike[at]! * 1.6 - 0.25));
  blur(trust, width, height, 1);
  return trust;
}

function correlation(a: Float32Array, b: Float32Array, width: number, height: number): Float32Array {
  const radius = 4;
  const smooth = (values: Float32Array) => {
    blur(values, width, height, radius);
    return values;
  };
  const ab = smooth(a.map((value, at) => value * b[at]!));
  const aa = smooth(a.map((value) => value * value));
  const bb = smooth(b.map((value) => value * value));
  // Places that are smooth in both have nothing to disagree about.
  return ab.map((value, at) => (value + 0.06) / (Math.sqrt(aa[at]! * bb[at]!) + 0.06));
}

function shareOf(trust: Float32Array, { width, height, data }: Grey): number {
  const texture = data.map((value) => value * value);
  blur(texture, width, height, 3);
  let [trusted, total] = [0, 0];
  for (let at = 0; at < trust.length; at++) {
    const weight = Math.min(1, texture[at]!) + 0.02;
    trusted += trust[at]! * weight;
    total += weight;
  }
  return trusted / total;
}

function meanMove({ dx, dy }: Flow, trust: Float32Array): number {
  let [moved, total] = [0, 1e-6];
  for (let at = 0; at < trust.length; at++) {
    moved += trust[at]! * Math.hypot(dx[at]!, dy[at]!);
    total += trust[at]!;
  }
  return moved / total;
}
