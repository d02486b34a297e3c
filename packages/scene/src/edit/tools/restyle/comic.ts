import { createFlattener } from './flatten.ts';
import { createFlow, createInk } from './ink.ts';
import { clamp01, enlargeRows, lumaOf, type Plane, planeFor, shrinkFrame, smoothstep } from './planes.ts';
import type { StyleMaker } from './style.ts';

const LEVELS = 1024;
const INKED: readonly [number, number, number] = [0.045, 0.035, 0.06];

/** A printed comic: four bold flats, dots where the shade begins, heavy ink lines and solid blacks, on paper. */
export const makeComic: StyleMaker = ({ sheet }) => {
  const red = planeFor(sheet);
  const green = planeFor(sheet);
  const blue = planeFor(sheet);
  const luma = planeFor(sheet);
  const flatten = createFlattener(sheet, { reach: 16 * sheet.unit, edge: 0.5, rounds: 2 });
  const flowOf = createFlow(sheet, 2 * sheet.unit);
  const inkOf = createInk(sheet, { width: 2.6 * sheet.unit, reach: Math.max(1, Math.round(4 * sheet.unit)) });
  const flats = flatTable();
  const { frameWidth, frameHeight, unit, factor } = sheet;
  const dots = dotScreen(frameWidth, frameHeight, Math.max(3, 3.7 * unit * factor));

  return (frame) => {
    shrinkFrame(frame, sheet, red, green, blue);
    lumaOf(red, green, blue, luma);
    const lines = inkOf(luma, flowOf(luma));
    flatten(red, green, blue);
    enlargeRows([red, green, blue, lines], sheet, (y, rows) => paintRow(frame.rgba, frame.width, y, rows, flats, dots));
  };
};

/** Four paints of brightness with narrow ramps. */
function flatTable(): Float32Array {
  const table = new Float32Array(LEVELS + 1);
  for (let i = 0; i <= LEVELS; i++) {
    const l = i / LEVELS;
    const t = l * 4;
    const k = Math.min(3, Math.floor(t));
    const stepped = (k + smoothstep(0.44, 0.56, t - k)) / 4;
    table[i] = 0.1 + stepped * 0.86;
  }
  return table;
}

/** For each pixel, how dark the shade must be for it to be printed: 0 in the middle of a dot to 255 between dots. */
function dotScreen(width: number, height: number, pitch: number): Uint8Array {
  const screen = new Uint8Array(width * height);
  const k = Math.SQRT1_2 / pitch;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const u = (x + y) * k;
      const v = (x - y) * k;
      const du = u - Math.floor(u) - 0.5;
      const dv = v - Math.floor(v) - 0.5;
      screen[i] = Math.min(255, (du * du + dv * dv) * 510);
    }
  }
  return screen;
}

function paintRow(
  rgba: Uint8Array,
  width: number,
  y: number,
  rows: readonly Plane[],
  flats: Float32Array,
  dots: Uint8Array,
): void {
  const [red, green, blue, lines] = rows as [Plane, Plane, Plane, Plane];
  for (let x = 0, i = y * width * 4, d = y * width; x < width; x++, i += 4, d++) {
    let r = red[x]!;
    let g = green[x]!;
    let b = blue[x]!;
    const l = 0.299 * r + 0.587 * g + 0.114 * b;
    const bright = l * 1.1 + 0.03;
    const flat = flats[bright >= 1 ? LEVELS : (bright * LEVELS) | 0]!;
    const gain = (flat + 0.02) / (l + 0.02);
    const vivid = 1.55;
    r = flat + (r * gain - flat) * vivid;
    g = flat + (g * gain - flat) * vivid;
    b = flat + (b * gain - flat) * vivid;
    // Dots swell where the true tone is darker than its flat, and stop where the flat is dark itself.
    const want = (0.66 - bright) * 0.95;
    if (want > 0) {
      const edge = (want > 0.36 ? 0.36 : want) - dots[d]! * (1 / 510);
      const dot = clamp01(edge * 9) * 0.46;
      r -= r * dot;
      g -= g * dot;
      b -= b * dot * 0.86;
    }
    // Paper shows through: no white is quite white.
    r = r * 0.955 + 0.03;
    g = g * 0.945 + 0.028;
    b = b * 0.92 + 0.02;
    const line = clamp01((lines[x]! - 0.04) * 14);
    const solid = clamp01((0.1 - l) * 22);
    const ink = line > solid ? line * line * (3 - 2 * line) * 0.96 : solid * 0.94;
    r += (INKED[0] - r) * ink;
    g += (INKED[1] - g) * ink;
    b += (INKED[2] - b) * ink;
    rgba[i] = r <= 0 ? 0 : r >= 1 ? 255 : r * 255 + 0.5;
    rgba[i + 1] = g <= 0 ? 0 : g >= 1 ? 255 : g * 255 + 0.5;
    rgba[i + 2] = b <= 0 ? 0 : b >= 1 ? 255 : b * 255 + 0.5;
  }
}
