import { createFlattener } from './flatten.ts';
import {
  boxBlur,
  clamp01,
  enlargeRows,
  fineBlur,
  lumaOf,
  type Plane,
  planeFor,
  type Sheet,
  shrinkFrame,
} from './planes.ts';
import type { StyleMaker } from './style.ts';
import { cloudAt, noiseAt, paintTexture, type Texture } from './texture.ts';

/** Wet washes on rough paper: ragged, pale where pigment is thin, darker where a wash dried at its rim. */
export const makeWatercolor: StyleMaker = ({ sheet, seed }) => {
  const planes = [planeFor(sheet), planeFor(sheet), planeFor(sheet)] as const;
  const ragged = [planeFor(sheet), planeFor(sheet), planeFor(sheet)] as const;
  const luma = planeFor(sheet);
  const soft = planeFor(sheet);
  const rim = planeFor(sheet);
  const spare = planeFor(sheet);
  const flatten = createFlattener(sheet, { reach: 14 * sheet.unit, edge: 0.5, rounds: 2 });
  const wander = wanderTable(sheet, seed);
  const thin = thinness(sheet, seed);
  const unit = sheet.unit * sheet.factor;
  const paper = roughPaper(sheet.frameWidth, sheet.frameHeight, unit, seed);

  return (frame) => {
    const [red, green, blue] = planes;
    shrinkFrame(frame, sheet, red, green, blue);
    flatten(red, green, blue);
    for (let i = 0; i < wander.length; i++) {
      const from = wander[i]!;
      ragged[0][i] = red[from]!;
      ragged[1][i] = green[from]!;
      ragged[2][i] = blue[from]!;
    }
    for (const plane of ragged) fineBlur(plane, plane, spare, sheet);
    lumaOf(ragged[0], ragged[1], ragged[2], luma);
    boxBlur(luma, soft, spare, sheet, 2.5 * sheet.unit);
    boxBlur(soft, soft, spare, sheet, 2.5 * sheet.unit);
    // A wash dries dark along its own rim: on the darker side of an edge.
    for (let i = 0; i < rim.length; i++) {
      const d = soft[i]! - luma[i]!;
      rim[i] = d > 0 ? Math.min(0.5, d * 5) : Math.max(-0.25, d * 1.6);
    }
    enlargeRows([...ragged, rim, thin], sheet, (y, rows) => paintRow(frame.rgba, frame.width, y, rows, paper));
  };
};

/** From where each pixel takes its colour: a little beside itself, so that washes end in ragged lines. */
function wanderTable({ width, height, unit }: Sheet, seed: number): Int32Array {
  const table = new Int32Array(width * height);
  const u = 1 / unit;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const dx = (cloudAt(x * u * 0.06, y * u * 0.06, seed + 1, 2) - 0.5) * 6 * unit;
      const dy = (cloudAt(x * u * 0.06, y * u * 0.06, seed + 2, 2) - 0.5) * 6 * unit;
      const fx = Math.min(width - 1, Math.max(0, Math.round(x + dx)));
      const fy = Math.min(height - 1, Math.max(0, Math.round(y + dy)));
      table[i] = fy * width + fx;
    }
  }
  return table;
}

/** How much pigment lies where, about 1: blooms and runs. */
function thinness(sheet: Sheet, seed: number): Plane {
  const plane = planeFor(sheet);
  const u = 1 / sheet.unit;
  for (let y = 0, i = 0; y < sheet.height; y++) {
    for (let x = 0; x < sheet.width; x++, i++) {
      plane[i] = 0.72 + cloudAt(x * u * 0.016, y * u * 0.016, seed + 3, 4) * 0.52;
    }
  }
  return plane;
}

function roughPaper(width: number, height: number, unit: number, seed: number): Texture {
  const u = 1 / unit;
  return paintTexture(width, height, (x, y) => {
    const bumps = noiseAt(x * u * 0.34, y * u * 0.34, seed + 11);
    const fine = noiseAt(x * u * 0.8, y * u * 0.8, seed + 12);
    return bumps * 0.55 + fine * 0.45;
  });
}

function paintRow(rgba: Uint8Array, width: number, y: number, rows: readonly Plane[], paper: Texture): void {
  const [red, green, blue, rim, thin] = rows as [Plane, Plane, Plane, Plane, Plane];
  for (let x = 0, i = y * width * 4, p = y * width; x < width; x++, i += 4, p++) {
    let r = red[x]!;
    let g = green[x]!;
    let b = blue[x]!;
    const l = 0.299 * r + 0.587 * g + 0.114 * b;
    const grain = paper[p]! * (1 / 255) - 0.5;
    const vivid = 1.42;
    r = clamp01(l + (r - l) * vivid);
    g = clamp01(l + (g - l) * vivid);
    b = clamp01(l + (b - l) * vivid);
    // Light is bare paper; pigment is what it lacks, and never quite black.
    const lift = l > 0.7 ? (l - 0.7) * 1.6 : 0;
    const granulate = 1 - grain * (0.34 + (1 - l) * 0.06);
    const load = (thin[x]! + rim[x]!) * granulate * (1 - lift) * 0.93;
    r = 1 - (1 - r) * load;
    g = 1 - (1 - g) * load;
    b = 1 - (1 - b) * load;
    const shade = 0.985 + grain * 0.045;
    r = (0.1 + 0.9 * clamp01(r)) * shade * 0.995;
    g = (0.1 + 0.9 * clamp01(g)) * shade * 0.985;
    b = (0.13 + 0.87 * clamp01(b)) * shade * 0.955;
    rgba[i] = r <= 0 ? 0 : r >= 1 ? 255 : r * 255 + 0.5;
    rgba[i + 1] = g <= 0 ? 0 : g >= 1 ? 255 : g * 255 + 0.5;
    rgba[i + 2] = b <= 0 ? 0 : b >= 1 ? 255 : b * 255 + 0.5;
  }
}
