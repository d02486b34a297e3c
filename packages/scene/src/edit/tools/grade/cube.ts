/**
 * A colour treatment as a table: 33 steps along each of red, green and blue, and straight lines between them. Whatever a
 * treatment costs to work out, a pixel then costs four look-ups.
 */
export interface ColorCube {
  /** `33³ × 3` numbers, 0 to 255, blue fastest. */
  readonly values: Float32Array;
}

export type Color = [red: number, green: number, blue: number];

/** Changes one colour in place; channels are sRGB, 0 to 1, and may leave that range. */
export type ColorChange = (color: Color) => void;

const SIDE = 33;
const STEP_GREEN = SIDE * 3;
const STEP_RED = SIDE * SIDE * 3;

export function buildCube(change: ColorChange, strength = 1): ColorCube {
  const values = new Float32Array(SIDE ** 3 * 3);
  const color: Color = [0, 0, 0];
  let at = 0;
  for (let r = 0; r < SIDE; r++) {
    for (let g = 0; g < SIDE; g++) {
      for (let b = 0; b < SIDE; b++) {
        const from: Color = [r / (SIDE - 1), g / (SIDE - 1), b / (SIDE - 1)];
        color[0] = from[0];
        color[1] = from[1];
        color[2] = from[2];
        change(color);
        for (let c = 0; c < 3; c++) {
          const to = Math.min(1, Math.max(0, color[c]!));
          values[at++] = (from[c]! + (to - from[c]!) * strength) * 255;
        }
      }
    }
  }
  return { values };
}

const cellOf = new Uint8Array(256);
const shareOf = new Float32Array(256);
for (let i = 0; i < 256; i++) {
  const at = (i / 255) * (SIDE - 1);
  cellOf[i] = Math.min(SIDE - 2, Math.floor(at));
  shareOf[i] = at - cellOf[i]!;
}

/**
 * Looks one pixel up, by the tetrahedron of the cell that it lies in: greys stay grey, which three-way blending does not
 * promise.
 * @param into Three numbers at `at`, 0 to 255, not rounded.
 */
export function lookUp(
  cube: ColorCube,
  red: number,
  green: number,
  blue: number,
  into: Float32Array,
  at: number,
): void {
  const v = cube.values;
  const fr = shareOf[red]!;
  const fg = shareOf[green]!;
  const fb = shareOf[blue]!;
  const o = cellOf[red]! * STEP_RED + cellOf[green]! * STEP_GREEN + cellOf[blue]! * 3;
  const w = o + STEP_RED + STEP_GREEN + 3;
  let p: number;
  let q: number;
  let high: number;
  let middle: number;
  let low: number;
  if (fr >= fg) {
    if (fg >= fb) {
      p = o + STEP_RED;
      q = p + STEP_GREEN;
      high = fr;
      middle = fg;
      low = fb;
    } else if (fr >= fb) {
      p = o + STEP_RED;
      q = p + 3;
      high = fr;
      middle = fb;
      low = fg;
    } else {
      p = o + 3;
      q = p + STEP_RED;
      high = fb;
      middle = fr;
      low = fg;
    }
  } else if (fb >= fg) {
    p = o + 3;
    q = p + STEP_GREEN;
    high = fb;
    middle = fg;
    low = fr;
  } else if (fb >= fr) {
    p = o + STEP_GREEN;
    q = p + 3;
    high = fg;
    middle = fb;
    low = fr;
  } else {
    p = o + STEP_GREEN;
    q = p + STEP_RED;
    high = fg;
    middle = fr;
    low = fb;
  }
  const a = 1 - high;
  const b = high - middle;
  const c = middle - low;
  into[at] = v[o]! * a + v[p]! * b + v[q]! * c + v[w]! * low;
  into[at + 1] = v[o + 1]! * a + v[p + 1]! * b + v[q + 1]! * c + v[w + 1]! * low;
  into[at + 2] = v[o + 2]! * a + v[p + 2]! * b + v[q + 2]! * c + v[w + 2]! * low;
}

/** One row of a frame through the cube. @param into `3 × width` numbers, 0 to 255. */
export function lookUpRow(cube: ColorCube, rgba: Uint8Array, row: number, width: number, into: Float32Array): void {
  for (let x = 0, i = row * width * 4, to = 0; x < width; x++, i += 4, to += 3) {
    lookUp(cube, rgba[i]!, rgba[i + 1]!, rgba[i + 2]!, into, to);
  }
}

/** A cube of 64 colours a side, ready to be read without blending. */
export type QuickCube = Uint8Array;

const QUICK_BITS = 6;
const QUICK_SIDE = 1 << QUICK_BITS;
const QUICK_STEP = 256 / QUICK_SIDE;

export function quickCube(cube: ColorCube): QuickCube {
  const quick = new Uint8Array(QUICK_SIDE ** 3 * 3);
  const color = new Float32Array(3);
  const middle = (QUICK_STEP - 1) / 2;
  let at = 0;
  for (let red = 0; red < QUICK_SIDE; red++) {
    for (let green = 0; green < QUICK_SIDE; green++) {
      for (let blue = 0; blue < QUICK_SIDE; blue++, at += 3) {
        const level = (value: number): number => Math.round(value * QUICK_STEP + middle);
        lookUp(cube, level(red), level(green), level(blue), color, 0);
        for (let c = 0; c < 3; c++) quick[at + c] = color[c]! + 0.5;
      }
    }
  }
  return quick;
}

/** Added before the lower bits fall away, so that four pixels together show what lies between two colours. */
const DITHER = [
  [-1.5, 0.5],
  [1.5, -0.5],
] as const;

/** As `lookUpRow`, in a third of the time; exact on average, by less than one level a pixel where colours change slowly. */
export function lookUpRowQuickly(
  quick: QuickCube,
  rgba: Uint8Array,
  row: number,
  width: number,
  into: Float32Array,
): void {
  const [even, odd] = DITHER[row & 1]!;
  const shift = 8 - QUICK_BITS;
  for (let x = 0, i = row * width * 4, to = 0; x < width; x++, i += 4, to += 3) {
    const dither = x & 1 ? odd : even;
    let red = rgba[i]! + dither;
    let green = rgba[i + 1]! + dither;
    let blue = rgba[i + 2]! + dither;
    red = red < 0 ? 0 : red > 255 ? 255 : red;
    green = green < 0 ? 0 : green > 255 ? 255 : green;
    blue = blue < 0 ? 0 : blue > 255 ? 255 : blue;
    const at = ((((red >> shift) << QUICK_BITS) + (green >> shift)) * QUICK_SIDE + (blue >> shift)) * 3;
    into[to] = quick[at]!;
    into[to + 1] = quick[at + 1]!;
    into[to + 2] = quick[at + 2]!;
  }
}
