import type { Picture } from '../../vision/sight.ts';
import { CLEAR } from './cut-out.ts';

/** A leg that is seen as such, all in pixels of the cut-out. */
export interface Leg {
  /** The middle of the leg at each row, from the hip down. */
  readonly middles: Float32Array;
  readonly hipX: number;
  readonly hipY: number;
  readonly footX: number;
  readonly footY: number;
  readonly halfWidth: number;
  /** Radians that this leg is ahead of the first. */
  readonly phase: number;
}

/** Of a cut-out's height, how low a foot must reach, and how far it must stand out from what is beside it. */
const FOOT_LEVEL = 0.88;
const FOOT_RELIEF = 0.05;
/** Of its width, what parts fore legs from hind legs. */
const GROUP_GAP = 0.3;
const LEGS_MAX = 4;

/**
 * Finds what something stands on: the lowest places of its outline, and from each the way up until the leg ends in the
 * body. Empty where nothing like a leg is seen.
 */
export function findLegs(picture: Picture): readonly Leg[] {
  const { width, height } = picture;
  const outline = bottomOutline(picture);
  const feet = lowPlaces(outline, height);
  const legs = feet.map((x) => climb(picture, x, outline[x]!)).filter((leg) => leg !== undefined);
  const body = width - 2 * CLEAR;
  const phased: Leg[] = [];
  let [group, within] = [-1, 0];
  for (const leg of legs.slice(0, LEGS_MAX)) {
    const before = phased.at(-1);
    const isNew = !before || leg.footX - before.footX > body * GROUP_GAP;
    group += isNew ? 1 : 0;
    within = isNew ? 0 : within + 1;
    // Each pair strides in turns, and the hind pair a quarter of a stride before the fore pair.
    phased.push({ ...leg, phase: within * Math.PI + group * Math.PI * (legs.length > 2 ? 0.5 : 1) });
  }
  return phased;
}

/** The lowest row that is seen in each column; −1 where none is. */
function bottomOutline({ width, height, rgba }: Picture): Int32Array {
  const outline = new Int32Array(width).fill(-1);
  for (let x = 0; x < width; x++) {
    for (let y = height - 1; y >= 0; y--) {
      if (rgba[(y * width + x) * 4 + 3]! < 128) continue;
      outline[x] = y;
      break;
    }
  }
  return outline;
}

function lowPlaces(outline: Int32Array, height: number): number[] {
  const level = height * FOOT_LEVEL;
  const relief = height * FOOT_RELIEF;
  const places: number[] = [];
  let best = -1;
  let lowest = Infinity;
  const close = () => {
    if (best >= 0 && outline[best]! >= level) places.push(best);
    best = -1;
  };
  for (let x = 0; x < outline.length; x++) {
    const y = outline[x]!;
    if (best >= 0) {
      if (y > outline[best]!) best = x;
      else if (outline[best]! - y > relief) {
        close();
        lowest = y;
      }
    } else {
      lowest = Math.min(lowest, y);
      if (y - lowest > relief || (lowest === Infinity && y >= level)) best = x;
    }
  }
  close();
  return places;
}

function climb({ width, height, rgba }: Picture, footX: number, footY: number): Omit<Leg, 'phase'> | undefined {
  const isSeen = (x: number, y: number) => x >= 0 && x < width && rgba[(y * width + x) * 4 + 3]! >= 128;
  const middles = new Float32Array(height).fill(footX);
  let middle = footX;
  let thinnest = Infinity;
  let hipY = footY;
  const rowsMost = height * 0.5;
  // The paw itself is wider than the leg above it.
  const paw = height * 0.09;
  for (let y = footY; y > footY - rowsMost; y--) {
    let x = Math.round(middle);
    if (!isSeen(x, y)) {
      const near = nearestSeen(isSeen, x, y, Math.ceil(width * 0.05));
      if (near === undefined) break;
      x = near;
    }
    let [left, right] = [x, x];
    while (isSeen(left - 1, y)) left--;
    while (isSeen(right + 1, y)) right++;
    const across = right - left + 1;
    if (footY - y > paw) {
      thinnest = Math.min(thinnest, across);
      if (across > thinnest * 2.3 && across > width * 0.1) break;
    }
    const aim = (left + right) / 2;
    middle += Math.min(1.5, Math.max(-1.5, aim - middle));
    middles[y] = middle;
    hipY = y;
  }
  const length = footY - hipY;
  if (length < height * 0.1) return undefined;
  for (let y = footY + 1; y < height; y++) middles[y] = middles[footY]!;
  for (let y = 0; y < hipY; y++) middles[y] = middles[hipY]!;
  const halfWidth = Math.max(width * 0.02, (Number.isFinite(thinnest) ? thinnest : width * 0.08) / 2);
  return { middles, hipX: middles[hipY]!, hipY, footX, footY, halfWidth };
}

function nearestSeen(isSeen: (x: number, y: number) => boolean, x: number, y: number, reach: number) {
  for (let away = 1; away <= reach; away++) {
    if (isSeen(x - away, y)) return x - away;
    if (isSeen(x + away, y)) return x + away;
  }
  return undefined;
}
