import type { Picture } from '../../../vision/sight.ts';

/** Where two frames are compared. */
interface Comparison {
  /** Where the place was in the frame that was looked at closely. */
  readonly bx: number;
  readonly by: number;
  /** Where it is now. */
  readonly x: number;
  readonly y: number;
  /** How much brighter it is now, in light. */
  readonly gain: number;
  /** Pixels that the place may be off. */
  readonly reach: number;
}

/** What came before somebody since they were looked at closely. */
export interface Passing {
  /** The frame that was looked at closely, and the one that is edited. */
  readonly before: Picture;
  readonly now: Picture;
  readonly gain: number;
  /** Where a place of the edited frame was, if it belongs to who carries the object; and if to what is behind. */
  readonly withCarrier: Move;
  readonly withScene: Move;
  readonly pixelsPerCm: number;
  /** Centimetres that a place may be off. */
  readonly reachCm: number;
  /** Differences between which the picture is taken less and less for what was there before. */
  readonly from: number;
  readonly to: number;
}

type Move = (x: number, y: number) => { readonly x: number; readonly y: number };

/**
 * Grid on which it is asked whether what seems to pass is as broad as a hand: an outline that has shifted, or hair that
 * turned, leaves narrow strips that differ as much.
 */
const CELL_CM = 0.55;
/** How far, in centimetres, a cell's colour may have come from. */
const BROAD_REACH_CM = 2.2;

/** @returns 0 to 1 for a pixel: how much of it is a hand, hair or the like that was not there before. */
export function passingBy(passing: Passing): (x: number, y: number) => number {
  const { before, now, gain, withCarrier, withScene, pixelsPerCm, reachCm, from, to } = passing;
  if (before === now) return () => 0;
  const amountAt = (x: number, y: number, reach: number): number => {
    const at = withCarrier(x, y);
    const own = differenceFrom(before, now, { bx: at.x, by: at.y, x, y, gain, reach });
    if (own <= from) return 0;
    const behind = withScene(x, y);
    const other = differenceFrom(before, now, { bx: behind.x, by: behind.y, x, y, gain: 1, reach });
    return ramp(Math.min(own, other), from, to);
  };
  const isBroad = broadness(CELL_CM * pixelsPerCm, now, (x, y) => amountAt(x, y, BROAD_REACH_CM * pixelsPerCm) > 0.5);
  return (x, y) => {
    const amount = amountAt(x, y, reachCm * pixelsPerCm);
    return amount > 0 && isBroad(x, y) ? amount : 0;
  };
}

/**
 * Keeps of what is found only what is three cells broad, and one cell around that: an opening, worked out where it is asked
 * for.
 */
function broadness(
  cell: number,
  { width, height }: Picture,
  isFound: (x: number, y: number) => boolean,
): (x: number, y: number) => boolean {
  const columns = Math.ceil(width / cell) + 8;
  const found = new Map<number, boolean>();
  const whole = new Map<number, boolean>();
  const near = new Map<number, boolean>();
  const keep = (kept: Map<number, boolean>, column: number, row: number, work: () => boolean): boolean => {
    const key = (row + 4) * columns + column + 4;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const value = work();
    kept.set(key, value);
    return value;
  };
  const foundAt = (column: number, row: number): boolean =>
    keep(found, column, row, () => {
      const x = Math.min(width - 1, Math.max(0, (column + 0.5) * cell));
      const y = Math.min(height - 1, Math.max(0, (row + 0.5) * cell));
      return isFound(x, y);
    });
  const wholeAt = (column: number, row: number): boolean =>
    keep(whole, column, row, () => THREE_BROAD.every(([right, down]) => foundAt(column + right, row + down)));
  return (x, y) => {
    const column = Math.floor(x / cell);
    const row = Math.floor(y / cell);
    return keep(near, column, row, () => FIVE_BROAD.some(([right, down]) => wholeAt(column + right, row + down)));
  };
}

const THREE_BROAD = square(1);
const FIVE_BROAD = square(2);

function square(reach: number): readonly (readonly [number, number])[] {
  const side = Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach);
  return side.flatMap((down) => side.map((right) => [right, down] as const));
}

function ramp(value: number, from: number, to: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

/**
 * How differently a place looks now: a hand or hair that has come before it looks unlike anything that was near it.
 * @returns 0 to about 400, the least difference to any place within reach.
 */
function differenceFrom(before: Picture, now: Picture, { bx, by, x, y, gain, reach }: Comparison): number {
  const at = (Math.round(y) * now.width + Math.round(x)) * 4;
  // Bytes are about the root of light.
  const dim = 1 / Math.sqrt(gain);
  const red = now.rgba[at]! * dim;
  const green = now.rgba[at + 1]! * dim;
  const blue = now.rgba[at + 2]! * dim;
  const step = Math.max(1, reach / 2);
  let least = Infinity;
  for (let dy = -2; dy <= 2; dy++) {
    const row = Math.round(by + dy * step);
    if (row < 0 || row >= before.height) continue;
    for (let dx = -2; dx <= 2; dx++) {
      const column = Math.round(bx + dx * step);
      if (column < 0 || column >= before.width) continue;
      const from = (row * before.width + column) * 4;
      const r = before.rgba[from]! - red;
      const g = before.rgba[from + 1]! - green;
      const b = before.rgba[from + 2]! - blue;
      // Colour tells more than brightness, which shadows and folds change.
      const distance = Math.abs(r + g + b) * 0.5 + Math.abs(r - g) + Math.abs(g - b);
      if (distance < least) least = distance;
      if (least < 30) return least;
    }
  }
  return Number.isFinite(least) ? least : 0;
}
