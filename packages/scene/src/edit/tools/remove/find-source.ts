import type { Picture } from '../../../vision/sight.ts';
import { blurPlane, colorPlanes, createPlane, type Plane } from '../matte/plane.ts';

/** Where a hole is filled from: so far to the side, as a share of the picture's width, and so far up or down, of its height. */
export interface Source {
  readonly dx: number;
  readonly dy: number;
}

/** Colours on the rim may differ by so much, as a mean square, and still be put right by shading. */
const COST_MAX = 0.035;
const RIM = 4;
const STEP = 4;
/** Ground and sky change most from top to bottom: moving sideways is worth a little difference. */
const VERTICAL_COST = 0.06;

/**
 * Looks for the place whose surroundings are most like those of the hole: what lies there fits into it.
 * @param mask 0 … 1 on a small grid.
 * @returns Undefined when nothing fits; then only colours can be spread into the hole.
 */
export function findSource(picture: Picture, mask: Plane): Source | undefined {
  const { width, height } = mask;
  const colors = colorPlanes(picture, width, height);
  const rim = rimOf(mask);
  const hole = mask.data.map((value) => (value > 0.02 ? 1 : 0));
  const places = { rim: indexesOf(rim), hole: indexesOf(hole) };
  if (places.hole.length === 0 || places.rim.length === 0) return undefined;
  let best: { dx: number; dy: number; cost: number } | undefined;
  for (let dy = -Math.floor(height * 0.6); dy <= height * 0.6; dy += STEP) {
    for (let dx = -Math.floor(width * 0.8); dx <= width * 0.8; dx += STEP) {
      if (Math.abs(dx) + Math.abs(dy) < 2 * RIM || !isFree(hole, places.hole, { width, height, dx, dy })) continue;
      const cost = rimCost(colors, places.rim, { width, height, dx, dy }) + VERTICAL_COST * Math.abs(dy / height);
      if (best === undefined || cost < best.cost) best = { dx, dy, cost };
    }
  }
  if (best === undefined || best.cost > COST_MAX) return undefined;
  return { dx: best.dx / width, dy: best.dy / height };
}

function rimOf(mask: Plane): Float32Array {
  const wide = blurPlane(mask, RIM);
  const rim = createPlane(mask.width, mask.height);
  for (let i = 0; i < rim.data.length; i++) rim.data[i] = wide.data[i]! > 0.02 && mask.data[i]! < 0.02 ? 1 : 0;
  return rim.data;
}

function indexesOf(flags: Float32Array): number[] {
  const indexes: number[] = [];
  for (let i = 0; i < flags.length; i++) if (flags[i]) indexes.push(i);
  return indexes;
}

interface Shift {
  readonly width: number;
  readonly height: number;
  readonly dx: number;
  readonly dy: number;
}

/** True when the moved hole lies within the picture, and on nothing that is to go. */
function isFree(hole: Float32Array, places: readonly number[], { width, height, dx, dy }: Shift): boolean {
  for (const index of places) {
    const x = (index % width) + dx;
    const y = Math.floor(index / width) + dy;
    if (x < 0 || y < 0 || x >= width || y >= height || hole[y * width + x]) return false;
  }
  return true;
}

function rimCost(colors: readonly Plane[], places: readonly number[], { width, height, dx, dy }: Shift): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < places.length; i += 2) {
    const index = places[i]!;
    const x = (index % width) + dx;
    const y = Math.floor(index / width) + dy;
    if (x < 0 || y < 0 || x >= width || y >= height) continue;
    const other = y * width + x;
    for (const { data } of colors) sum += (data[index]! - data[other]!) ** 2;
    count++;
  }
  return count * 2 < places.length * 0.5 ? Number.POSITIVE_INFINITY : sum / count;
}
