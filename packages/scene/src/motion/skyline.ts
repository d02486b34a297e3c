import type { Box } from '../vision/sight.ts';
import type { Planes } from './planes.ts';
import { traceRidge } from './trace-ridge.ts';

/** The first row from the top, in each column, that is no sky. */
function skylineOf(sky: Uint8Array, width: number, height: number): Float32Array {
  const edges = new Float32Array(width);
  for (let x = 0; x < width; x++) {
    let y = 0;
    while (y < height && sky[y * width + x]! >= 128) y++;
    edges[x] = y;
  }
  return edges;
}

/** A skyline without what is narrower than 2 × reach and stands up from it. */
function withoutSpikes(edges: Float32Array, reach: number): Float32Array {
  const slide = (source: Float32Array, pick: (a: number, b: number) => number) =>
    source.map((_, x) => {
      let best = source[x]!;
      for (let i = Math.max(0, x - reach); i <= Math.min(source.length - 1, x + reach); i++)
        best = pick(best, source[i]!);
      return best;
    });
  return slide(slide(edges, Math.max), Math.min);
}

/** Runs of columns in which the skyline stands out by more than `least` rows. */
function spikesOf(edges: Float32Array, smooth: Float32Array, least: number): readonly (readonly [number, number])[] {
  const spikes: [number, number][] = [];
  for (let x = 0; x < edges.length; x++) {
    if (smooth[x]! - edges[x]! <= least) continue;
    const last = spikes.at(-1);
    if (last && last[1] >= x - 2) last[1] = x;
    else spikes.push([x, x]);
  }
  return spikes;
}

const lumaAt = ({ y: { data, stride, origin } }: Planes, x: number, y: number) => data[origin + y * stride + x]!;

function meanLuma(planes: Planes, box: Box): number {
  let [sum, count] = [0, 0];
  for (let y = Math.floor(box.y); y < Math.min(planes.height, box.y + box.height); y += 2) {
    for (let x = Math.floor(box.x); x < Math.min(planes.width, box.x + box.width); x += 2) {
      sum += lumaAt(planes, x, y);
      count += 1;
    }
  }
  return count === 0 ? 0 : sum / count;
}

/**
 * Draws the edge of a starry sky anew. What glows in it comes back first: the heart of the Milky Way is as bright and as rough
 * as a rock, and is easily taken for one that stands on the ridge; rock at night is dark. Then the ridge is traced.
 * @returns The matte itself for a sky without anything below it.
 */
export function mendStarrySky(sky: Uint8Array, planes: Planes): Uint8Array {
  const { width, height } = planes;
  const edges = skylineOf(sky, width, height);
  if (Math.max(...edges) < height * 0.1 || Math.min(...edges) > height * 0.95) return sky;
  const smooth = withoutSpikes(edges, Math.round(width * 0.11));
  const isSet = new Uint8Array(width);
  for (const [left, right] of spikesOf(edges, smooth, height * 0.04)) {
    const top = Math.min(...edges.subarray(left, right + 1));
    const foot = Math.max(...smooth.subarray(left, right + 1));
    const across = { x: left, width: right - left + 1 };
    const glow = meanLuma(planes, { ...across, y: top, height: (foot - top) * 0.8 });
    const ground = meanLuma(planes, { ...across, y: foot + height * 0.06, height: height * 0.12 });
    if (glow < ground + 22) continue;
    // Its shine reaches beyond it.
    const margin = Math.round(width * 0.003);
    const [from, to] = [Math.max(0, left - margin), Math.min(width - 1, right + margin)];
    const drops = Float32Array.from({ length: to - from + 1 }, (_, i) =>
      steepestDrop(planes, from + i, smooth[from + i]! - height * 0.06, smooth[from + i]! + height * 0.07),
    );
    edges.set(medians(drops, Math.max(4, Math.round(width / 110))), from);
    isSet.fill(1, from, to + 1);
  }
  const ridge = traceRidge(planes, edges, isSet);
  const glows = withinReach(isSet, Math.round(width * 0.05));
  const mended = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      // Nothing is certain of trees and masts that reach higher than a ridge is looked for.
      const isFar = y < ridge[x]! - height * 0.16;
      const share = Math.min(1, Math.max(0, (ridge[x]! - y) / 3 + 0.5));
      mended[at] = isFar && glows[x] === 0 ? sky[at]! : 255 * share;
    }
  }
  return mended;
}

/** 1 also beside every 1. */
function withinReach(marks: Uint8Array, reach: number): Uint8Array {
  return marks.map((_, x) => (marks.subarray(Math.max(0, x - reach), x + reach + 1).includes(1) ? 1 : 0));
}

function medians(values: Float32Array, reach: number): Float32Array {
  return values.map((_, at) => {
    const near = values.slice(Math.max(0, at - reach), at + reach + 1).sort();
    return near[near.length >> 1]!;
  });
}

/** The row where it becomes dark below light, in a column. */
function steepestDrop(planes: Planes, x: number, from: number, to: number): number {
  const reach = Math.max(3, Math.round(planes.height / 90));
  const side = Math.max(1, Math.round(planes.width / 400));
  let [best, most] = [(from + to) / 2, -Infinity];
  for (let y = Math.max(reach, Math.floor(from)); y < Math.min(planes.height - reach, to); y++) {
    let drop = 0;
    for (let i = -side; i <= side; i++) {
      const column = Math.min(planes.width - 1, Math.max(0, x + i));
      for (let j = 1; j <= reach; j++) drop += lumaAt(planes, column, y - j) - lumaAt(planes, column, y + j - 1);
    }
    if (drop > most) [most, best] = [drop, y];
  }
  return best;
}

export interface Figure {
  readonly matte: Uint8Array;
  readonly box: Box;
}

/** What stands up before the sky, narrow and bright, near the middle: a rocket, a lighthouse, a statue. */
export function figureBeforeSky(sky: Uint8Array, planes: Planes): Figure | undefined {
  const { width, height } = planes;
  const edges = skylineOf(sky, width, height);
  const smooth = withoutSpikes(edges, Math.round(width * 0.07));
  let best: { readonly box: Box; readonly worth: number } | undefined;
  for (const [left, right] of spikesOf(edges, smooth, height * 0.1)) {
    const top = Math.min(...edges.subarray(left, right + 1));
    const foot = Math.max(...smooth.subarray(left, right + 1));
    const box = { x: left - 2, y: top - 2, width: right - left + 5, height: foot - top + 2 };
    const middle = (left + right) / 2 / width;
    const worth = box.width * box.height * meanLuma(planes, box) ** 2 * (1 - Math.abs(middle - 0.5) * 1.6);
    if (middle > 0.12 && middle < 0.88 && worth > (best?.worth ?? 0)) best = { box, worth };
  }
  if (!best) return undefined;
  const { box } = best;
  const matte = new Uint8Array(width * height);
  for (let y = Math.max(0, box.y); y < Math.min(height, box.y + box.height); y++) {
    for (let x = Math.max(0, box.x); x < Math.min(width, box.x + box.width); x++) {
      matte[y * width + x] = 255 - sky[y * width + x]!;
    }
  }
  return { matte, box };
}
