import type { Picture } from '../../../vision/sight.ts';
import { findPalette, nearestTable, type Palette } from './palette.ts';
import type { Plane } from './planes.ts';
import type { StyleMaker } from './style.ts';

/** Squares across the frame's long side. */
const SQUARES = 176;
const COLORS = 28;
/** 4 × 4 ordered dither, −0.5 to 0.5. */
const DITHER = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5].map((rank) => (rank + 0.5) / 16 - 0.5);

/** A game of the early nineties: large squares, one palette for the whole clip, ordered dither between its colours. */
export const makePixel: StyleMaker = ({ sheet, survey }) => {
  const side = Math.max(1, Math.round(Math.max(sheet.frameWidth, sheet.frameHeight) / SQUARES));
  const width = Math.ceil(sheet.frameWidth / side);
  const height = Math.ceil(sheet.frameHeight / side);
  const [red, green, blue] = [0, 1, 2].map(() => new Float32Array(width * height)) as [Plane, Plane, Plane];
  const grid: Grid = { side, width, height, red, green, blue };
  const picture = survey.representative.picture;
  const palette = findPalette(picture, COLORS);
  const table = nearestTable(palette);

  return (frame) => {
    averageSquares(frame, grid);
    for (let y = 0, i = 0; y < height; y++) {
      for (let x = 0; x < width; x++, i++) {
        const color = colorOf(x, y, i, grid, table);
        fillSquare(frame, x * side, y * side, side, palette, color);
      }
    }
  };
};

/** Colours of squares, 0 to 1. */
interface Grid {
  readonly side: number;
  readonly width: number;
  readonly height: number;
  readonly red: Plane;
  readonly green: Plane;
  readonly blue: Plane;
}

function averageSquares({ rgba, width, height }: Picture, grid: Grid): void {
  const { side, red, green, blue } = grid;
  for (let row = 0, to = 0; row < grid.height; row++) {
    const bottom = Math.min(height, (row + 1) * side);
    for (let column = 0; column < grid.width; column++, to++) {
      const right = Math.min(width, (column + 1) * side);
      let [r, g, b] = [0, 0, 0];
      for (let y = row * side; y < bottom; y++) {
        for (let at = (y * width + column * side) * 4, end = (y * width + right) * 4; at < end; at += 4) {
          r += rgba[at]!;
          g += rgba[at + 1]!;
          b += rgba[at + 2]!;
        }
      }
      const scale = 1 / (255 * (bottom - row * side) * (right - column * side));
      red[to] = r * scale;
      green[to] = g * scale;
      blue[to] = b * scale;
    }
  }
}

function colorOf(x: number, y: number, i: number, grid: Grid, table: Uint8Array): number {
  const { red, green, blue } = grid;
  const left = x > 0 ? i - 1 : i;
  const right = x < grid.width - 1 ? i + 1 : i;
  const up = y > 0 ? i - grid.width : i;
  const down = y < grid.height - 1 ? i + grid.width : i;
  const dither = DITHER[(y & 3) * 4 + (x & 3)]! * 0.045;
  // Sharpened: a pixel artist puts an eye's light into one square rather than a quarter of it into four.
  const sharp = (plane: Float32Array) =>
    plane[i]! * 1.6 - (plane[left]! + plane[right]! + plane[up]! + plane[down]!) * 0.15 + dither;
  const r = sharp(red);
  const g = sharp(green);
  const b = sharp(blue);
  const l = 0.299 * r + 0.587 * g + 0.114 * b;
  const level = (v: number) => Math.min(31, Math.max(0, Math.round((l + (v - l) * 1.2) * 31)));
  return table[(level(r) << 10) | (level(g) << 5) | level(b)]!;
}

function fillSquare(
  frame: { readonly width: number; readonly height: number; readonly rgba: Uint8Array },
  left: number,
  top: number,
  side: number,
  palette: Palette,
  index: number,
): void {
  const [r, g, b] = palette[index]!;
  const right = Math.min(frame.width, left + side);
  const bottom = Math.min(frame.height, top + side);
  for (let y = top; y < bottom; y++) {
    for (let at = (y * frame.width + left) * 4, end = (y * frame.width + right) * 4; at < end; at += 4) {
      frame.rgba[at] = r;
      frame.rgba[at + 1] = g;
      frame.rgba[at + 2] = b;
    }
  }
}
