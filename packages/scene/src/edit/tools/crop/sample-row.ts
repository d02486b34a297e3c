import type { Picture } from '../../../vision/sight.ts';

/** Cubic weights (Catmull-Rom) of the four pixels about a place, for 64 places between two pixels. */
const WEIGHTS = new Float32Array(64 * 4);
for (let i = 0; i < 64; i++) {
  const t = i / 64;
  WEIGHTS[i * 4] = ((2 - t) * t - 1) * t * 0.5;
  WEIGHTS[i * 4 + 1] = ((3 * t - 5) * t * t + 2) * 0.5;
  WEIGHTS[i * 4 + 2] = ((4 - 3 * t) * t + 1) * t * 0.5;
  WEIGHTS[i * 4 + 3] = (t - 1) * t * t * 0.5;
}

const clampTo = (value: number, last: number) => (value < 0 ? 0 : value > last ? last : value);

/**
 * Fills one row from an enlarged part of a picture.
 * @param left Where the row begins in `from`. @param step Pixels of `from` per pixel. @param y The row in `from`, with fractions.
 */
export function sampleRow(
  { width, height, rgba }: Picture,
  left: number,
  step: number,
  y: number,
  into: Uint8Array,
  row: number,
): void {
  const top = Math.floor(y);
  const v = Math.floor((y - top) * 64) * 4;
  const rows = [-1, 0, 1, 2].map((k) => clampTo(top + k, height - 1) * width * 4);
  const column = new Float32Array(width * 4);
  for (let i = 0; i < column.length; i++) {
    column[i] =
      rgba[rows[0]! + i]! * WEIGHTS[v]! +
      rgba[rows[1]! + i]! * WEIGHTS[v + 1]! +
      rgba[rows[2]! + i]! * WEIGHTS[v + 2]! +
      rgba[rows[3]! + i]! * WEIGHTS[v + 3]!;
  }
  for (let x = 0, to = row * width * 4; x < width; x++, to += 4) {
    const at = left + (x + 0.5) * step - 0.5;
    const first = Math.floor(at);
    const u = Math.floor((at - first) * 64) * 4;
    const a = clampTo(first - 1, width - 1) * 4;
    const b = clampTo(first, width - 1) * 4;
    const c = clampTo(first + 1, width - 1) * 4;
    const d = clampTo(first + 2, width - 1) * 4;
    for (let k = 0; k < 4; k++) {
      const value =
        column[a + k]! * WEIGHTS[u]! +
        column[b + k]! * WEIGHTS[u + 1]! +
        column[c + k]! * WEIGHTS[u + 2]! +
        column[d + k]! * WEIGHTS[u + 3]!;
      into[to + k] = value <= 0 ? 0 : value >= 255 ? 255 : value + 0.5;
    }
  }
}
