import type { Picture } from '../../../vision/sight.ts';

/** Where two frames are compared. */
export interface Comparison {
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

/**
 * How differently a place looks now: a hand or hair that has come before it looks unlike anything that was near it.
 * @returns 0 to about 400, the least difference to any place within reach.
 */
export function differenceFrom(before: Picture, now: Picture, { bx, by, x, y, gain, reach }: Comparison): number {
  if (before === now) return 0;
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
