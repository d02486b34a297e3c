import type { Picture } from '../../../vision/sight.ts';

/**
 * The small sheet that styles are worked out on. Brightness and colour change slowly enough for the eye to be measured at
 * half the frame's size, at a quarter of the cost; edges become crisp again when the sheet is enlarged and cut off at a
 * level there. Planes hold one number a pixel, ordinarily 0 to 1, rows from the top.
 */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly frameWidth: number;
  readonly frameHeight: number;
  /** Frame pixels per sheet pixel. */
  readonly factor: number;
  /** Sheet pixels per pixel of a picture 360 rows high: sizes of strokes and radii are multiples of it. */
  readonly unit: number;
}

export type Plane = Float32Array;

/** Frames with a short side up to this are worked on whole. */
const WHOLE_SIDE = 420;
/** The short side of a sheet is at least this wherever the frame's is. */
const SHEET_SIDE = 350;

export function sheetFor(frame: { readonly width: number; readonly height: number }): Sheet {
  const side = Math.min(frame.width, frame.height);
  const factor = side <= WHOLE_SIDE ? 1 : Math.max(2, Math.floor(side / SHEET_SIDE / 1.5));
  const width = Math.ceil(frame.width / factor);
  const height = Math.ceil(frame.height / factor);
  return {
    width,
    height,
    frameWidth: frame.width,
    frameHeight: frame.height,
    factor,
    unit: Math.max(0.25, Math.min(width, height) / 360),
  };
}

export function planeFor(sheet: Sheet): Plane {
  return new Float32Array(sheet.width * sheet.height);
}

/** Averages the frame into three planes. */
export function shrinkFrame(frame: Picture, sheet: Sheet, red: Plane, green: Plane, blue: Plane): void {
  if (sheet.factor === 2 && frame.width % 2 === 0 && frame.height % 2 === 0)
    shrinkByTwo(frame, sheet, red, green, blue);
  else shrinkByAny(frame, sheet, red, green, blue);
}

function shrinkByTwo({ rgba, width }: Picture, sheet: Sheet, red: Plane, green: Plane, blue: Plane): void {
  const scale = 1 / (4 * 255);
  const stride = width * 4;
  let to = 0;
  for (let y = 0; y < sheet.height; y++) {
    let a = y * 2 * stride;
    for (let x = 0; x < sheet.width; x++, a += 8, to++) {
      const b = a + stride;
      red[to] = (rgba[a]! + rgba[a + 4]! + rgba[b]! + rgba[b + 4]!) * scale;
      green[to] = (rgba[a + 1]! + rgba[a + 5]! + rgba[b + 1]! + rgba[b + 5]!) * scale;
      blue[to] = (rgba[a + 2]! + rgba[a + 6]! + rgba[b + 2]! + rgba[b + 6]!) * scale;
    }
  }
}

function shrinkByAny(frame: Picture, sheet: Sheet, red: Plane, green: Plane, blue: Plane): void {
  const { rgba, width, height } = frame;
  const { factor } = sheet;
  for (let sy = 0, to = 0; sy < sheet.height; sy++) {
    const y1 = Math.min(height, (sy + 1) * factor);
    for (let sx = 0; sx < sheet.width; sx++, to++) {
      const x1 = Math.min(width, (sx + 1) * factor);
      let r = 0;
      let g = 0;
      let b = 0;
      for (let y = sy * factor; y < y1; y++) {
        for (let at = (y * width + sx * factor) * 4, end = (y * width + x1) * 4; at < end; at += 4) {
          r += rgba[at]!;
          g += rgba[at + 1]!;
          b += rgba[at + 2]!;
        }
      }
      const scale = 1 / (255 * (y1 - sy * factor) * (x1 - sx * factor));
      red[to] = r * scale;
      green[to] = g * scale;
      blue[to] = b * scale;
    }
  }
}

export function lumaOf(red: Plane, green: Plane, blue: Plane, into: Plane): void {
  for (let i = 0; i < into.length; i++) into[i] = 0.299 * red[i]! + 0.587 * green[i]! + 0.114 * blue[i]!;
}

/**
 * Mean over a square of `2 × radius + 1`, edges repeated.
 * @param into May be `from` itself.
 */
export function boxBlur(from: Plane, into: Plane, spare: Plane, sheet: Sheet, radius: number): void {
  const { width, height } = sheet;
  const r = Math.max(0, Math.round(radius));
  if (r === 0) {
    if (from !== into) into.set(from);
    return;
  }
  const scale = 1 / (2 * r + 1);
  for (let y = 0; y < height; y++) blurRow(from, spare, y * width, width, r, scale);
  const sums = new Float64Array(width);
  const lastY = height - 1;
  for (let k = -r; k <= r; k++) {
    const row = Math.min(lastY, Math.max(0, k)) * width;
    for (let x = 0; x < width; x++) sums[x]! += spare[row + x]!;
  }
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const add = Math.min(lastY, y + r + 1) * width;
    const drop = Math.max(0, y - r) * width;
    for (let x = 0; x < width; x++) {
      into[row + x] = sums[x]! * scale;
      sums[x] = sums[x]! + spare[add + x]! - spare[drop + x]!;
    }
  }
}

/** In three runs, since a test for the edge at every pixel costs as much as the sum itself. */
function blurRow(from: Plane, into: Plane, row: number, width: number, r: number, scale: number): void {
  const first = from[row]!;
  const last = from[row + width - 1]!;
  let sum = first * (r + 1);
  for (let x = 1; x <= r; x++) sum += x < width ? from[row + x]! : last;
  const leftEnd = Math.min(width, r);
  const rightStart = Math.max(leftEnd, width - r - 1);
  let x = 0;
  for (; x < leftEnd; x++) {
    into[row + x] = sum * scale;
    const add = x + r + 1;
    sum += (add < width ? from[row + add]! : last) - first;
  }
  for (let add = row + x + r + 1, drop = row + x - r; x < rightStart; x++, add++, drop++) {
    into[row + x] = sum * scale;
    sum += from[add]! - from[drop]!;
  }
  for (; x < width; x++) {
    into[row + x] = sum * scale;
    sum += last - from[row + x - r]!;
  }
}

/** Nearly Gaussian, by two boxes. @param sigma In sheet pixels. */
export function softBlur(from: Plane, into: Plane, spare: Plane, sheet: Sheet, sigma: number): void {
  const radius = Math.max(1, Math.round(sigma * 1.25 - 0.3));
  boxBlur(from, into, spare, sheet, radius);
  boxBlur(into, into, spare, sheet, radius);
}

/** The 3 × 3 binomial: a Gaussian of about 0.7 pixels. @param into Not `from`. */
export function fineBlur(from: Plane, into: Plane, spare: Plane, sheet: Sheet): void {
  const { width, height } = sheet;
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const end = row + width - 1;
    let before = from[row]!;
    let here = before;
    for (let at = row; at <= end; at++) {
      const after = at < end ? from[at + 1]! : here;
      spare[at] = 0.25 * (before + after) + 0.5 * here;
      before = here;
      here = after;
    }
  }
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const above = (y > 0 ? y - 1 : 0) * width;
    const below = (y < height - 1 ? y + 1 : y) * width;
    for (let x = 0; x < width; x++) {
      into[row + x] = 0.25 * (spare[above + x]! + spare[below + x]!) + 0.5 * spare[row + x]!;
    }
  }
}

/**
 * Enlarges planes to the frame's size, a row at a time.
 * @param paint Gets the frame's row and, for each plane, that row's values; the arrays are used again for the next row.
 */
export function enlargeRows(
  planes: readonly Plane[],
  sheet: Sheet,
  paint: (y: number, rows: readonly Plane[]) => void,
): void {
  const { width, height, frameWidth, frameHeight, factor } = sheet;
  const blended = new Float32Array(width + 1);
  const rows = planes.map(() => new Float32Array(frameWidth));
  const left = new Int32Array(frameWidth);
  const share = new Float32Array(frameWidth);
  for (let x = 0; x < frameWidth; x++) {
    const at = Math.min(width - 1, Math.max(0, (x + 0.5) / factor - 0.5));
    left[x] = Math.floor(at);
    share[x] = at - Math.floor(at);
  }
  for (let y = 0; y < frameHeight; y++) {
    const at = Math.min(height - 1, Math.max(0, (y + 0.5) / factor - 0.5));
    const top = Math.floor(at);
    const lower = at - top;
    const above = top * width;
    const below = Math.min(height - 1, top + 1) * width;
    for (let p = 0; p < planes.length; p++) {
      const plane = planes[p]!;
      const row = rows[p]!;
      for (let x = 0; x < width; x++) {
        const a = plane[above + x]!;
        blended[x] = a + (plane[below + x]! - a) * lower;
      }
      blended[width] = blended[width - 1]!;
      if (factor === 1) row.set(blended.subarray(0, frameWidth));
      else if (factor === 2) doubleRow(blended, width, row);
      else {
        for (let x = 0; x < frameWidth; x++) {
          const l = left[x]!;
          const a = blended[l]!;
          row[x] = a + (blended[l + 1]! - a) * share[x]!;
        }
      }
    }
    paint(y, rows);
  }
}

/** What the general way comes to for a factor of two, without its tables; a third of its time. */
function doubleRow(from: Plane, width: number, into: Plane): void {
  let before = from[0]!;
  let here = before;
  for (let x = 0, to = 0; x < width; x++, to += 2) {
    const after = from[x + 1]!;
    into[to] = here + (before - here) * 0.25;
    into[to + 1] = here + (after - here) * 0.25;
    before = here;
    here = after;
  }
}

export function smoothstep(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

export function clamp01(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value;
}
