import { createFlow, createInk } from './ink.ts';
import { boxBlur, clamp01, enlargeRows, fineBlur, lumaOf, type Plane, planeFor, shrinkFrame } from './planes.ts';
import type { StyleMaker } from './style.ts';
import { chanceAt, noiseAt, paintTexture, type Texture } from './texture.ts';

interface Hatching {
  readonly paper: Texture;
  /** Three directions of strokes; 0 in the middle of a stroke. */
  readonly light: Texture;
  readonly middle: Texture;
  readonly deep: Texture;
}

/** A pencil drawing: contours, and shade hatched in three directions on toothed paper. */
export const makeSketch: StyleMaker = ({ sheet, seed }) => {
  const red = planeFor(sheet);
  const green = planeFor(sheet);
  const blue = planeFor(sheet);
  const luma = planeFor(sheet);
  const tone = planeFor(sheet);
  const local = planeFor(sheet);
  const spare = planeFor(sheet);
  const flowOf = createFlow(sheet, 1.6 * sheet.unit);
  const inkOf = createInk(sheet, { width: 1.5 * sheet.unit, reach: Math.max(1, Math.round(4 * sheet.unit)) });
  const hatching = hatchPaper(sheet.frameWidth, sheet.frameHeight, sheet.unit * sheet.factor, seed);

  return (frame) => {
    shrinkFrame(frame, sheet, red, green, blue);
    lumaOf(red, green, blue, luma);
    const lines = inkOf(luma, flowOf(luma));
    fineBlur(luma, tone, spare, sheet);
    boxBlur(tone, tone, spare, sheet, 2 * sheet.unit);
    boxBlur(tone, local, spare, sheet, 24 * sheet.unit);
    // Drawn against its surroundings: an artist lifts what lies in the dark.
    for (let i = 0; i < tone.length; i++)
      tone[i] = tone[i]! + (0.56 - local[i]!) * 0.34 + (tone[i]! - local[i]!) * 0.25;
    enlargeRows([tone, lines], sheet, (y, rows) => paintRow(frame.rgba, frame.width, y, rows, hatching));
  };
};

function hatchPaper(width: number, height: number, unit: number, seed: number): Hatching {
  const u = 1 / unit;
  const strokes = (angle: number, pitch: number, salt: number) => {
    const cos = Math.cos(angle) * u;
    const sin = Math.sin(angle) * u;
    return paintTexture(width, height, (x, y) => {
      const along = x * cos + y * sin;
      const wobble = noiseAt(along * 0.02, (y * cos - x * sin) * 0.06, salt) * 2.4;
      const across = (y * cos - x * sin) / pitch + wobble;
      const line = Math.floor(across);
      // Each stroke is as long as a hand draws, and pressed a little differently.
      const press = noiseAt(along * 0.035 + line * 7.3, line, salt + 9) * 0.5;
      return Math.abs(across - line - 0.5) * 1.5 + press;
    });
  };
  return {
    paper: paintTexture(
      width,
      height,
      (x, y) => 0.55 * noiseAt(x * u * 0.8, y * u * 0.8, seed + 5) + 0.45 * chanceAt(x, y, seed + 6),
    ),
    light: strokes(-0.78, 3.3, seed + 1),
    middle: strokes(0.62, 3.1, seed + 2),
    deep: strokes(-1.42, 2.7, seed + 3),
  };
}

function paintRow(rgba: Uint8Array, width: number, y: number, rows: readonly Plane[], hatching: Hatching): void {
  const { paper, light, middle, deep } = hatching;
  const [tone, lines] = rows as [Plane, Plane];
  for (let x = 0, i = y * width * 4, p = y * width; x < width; x++, i += 4, p++) {
    const dark = 0.9 - tone[x]! * 1.02;
    const tooth = paper[p]! * (1 / 255);
    let lead = 0;
    if (dark > 0) {
      lead = dark * 0.2;
      const first = dark * 1.15 - light[p]! * (1 / 255);
      if (first > 0) lead += (first > 0.22 ? 0.22 : first) * 1.75;
      const second = dark * 1.35 - 0.34 - middle[p]! * (1 / 255);
      if (second > 0) lead += (second > 0.22 ? 0.22 : second) * 1.6;
      const third = dark * 1.6 - 0.78 - deep[p]! * (1 / 255);
      if (third > 0) lead += (third > 0.24 ? 0.24 : third) * 1.5;
    }
    const line = clamp01((lines[x]! - 0.022) * 7.5);
    lead += line * 0.72 * (1 - lead);
    // Graphite sits on the paper's teeth.
    lead = clamp01(lead * (0.72 + tooth * 0.5));
    const white = 0.965 - (1 - tooth) * 0.035;
    const value = white + (0.13 - white) * lead * 0.93;
    rgba[i] = value * 255 + 0.5;
    rgba[i + 1] = (value * 0.985 + lead * 0.004) * 255 + 0.5;
    rgba[i + 2] = (value * 0.952 + lead * 0.02) * 255 + 0.5;
  }
}
