import { layRegion } from '../grade/region.ts';
import { createFlattener } from './flatten.ts';
import { createFlow, createInk } from './ink.ts';
import { boxBlur, clamp01, enlargeRows, lumaOf, type Plane, planeFor, shrinkFrame, smoothstep } from './planes.ts';
import type { StyleMaker } from './style.ts';

const LEVELS = 1024;
/** Brightness of the paints, darkest first, and where one ends and the next begins. */
const PAINTS = [0.075, 0.2, 0.36, 0.54, 0.72, 0.88, 0.975] as const;
const LIMITS = [0.11, 0.235, 0.39, 0.56, 0.735, 0.9] as const;
/** Half of the ramp between two paints: a brush's edge, not a step. */
const RAMP = 0.014;

/** Cel animation of the eighties: flat paints in few steps, warm lights and violet shade, ink along contours, painted skies. */
export const makeAnime: StyleMaker = ({ sheet, survey }) => {
  const red = planeFor(sheet);
  const green = planeFor(sheet);
  const blue = planeFor(sheet);
  const luma = planeFor(sheet);
  const spare = planeFor(sheet);
  const glow = planeFor(sheet);
  const flatten = createFlattener(sheet, { reach: 22 * sheet.unit, edge: 0.42, rounds: 2 });
  const flowOf = createFlow(sheet, 2 * sheet.unit);
  const inkOf = createInk(sheet, { width: 1.9 * sheet.unit, reach: Math.max(1, Math.round(4 * sheet.unit)) });
  const paints = paintTable();
  const sky = survey.representative.sight.regions.sky;
  const skyPlane = planeFor(sheet);

  return (frame, moment) => {
    shrinkFrame(frame, sheet, red, green, blue);
    lumaOf(red, green, blue, luma);
    if (sky) layRegion(sky, survey, moment, sheet, skyPlane);
    const lines = inkOf(luma, flowOf(luma));
    flatten(red, green, blue);
    lumaOf(red, green, blue, luma);
    for (let i = 0; i < luma.length; i++) glow[i] = Math.max(0, luma[i]! - 0.62);
    boxBlur(glow, glow, spare, sheet, 9 * sheet.unit);
    boxBlur(glow, glow, spare, sheet, 9 * sheet.unit);
    enlargeRows(sky ? [red, green, blue, lines, glow, skyPlane] : [red, green, blue, lines, glow], sheet, (y, rows) =>
      paintRow(frame.rgba, frame.width, frame.height, y, rows, paints),
    );
  };
};

/** How much stronger its colours are than the picture's. */
const VIVID = 1.24;

function paintTable(): Float32Array {
  const table = new Float32Array(LEVELS + 1);
  for (let i = 0; i <= LEVELS; i++) {
    const l = i / LEVELS;
    let paint: number = PAINTS[0];
    for (let k = 0; k < LIMITS.length; k++) {
      paint += (PAINTS[k + 1]! - PAINTS[k]!) * smoothstep(LIMITS[k]! - RAMP, LIMITS[k]! + RAMP, l);
    }
    // A little of the true shading stays, or faces turn into masks.
    table[i] = paint * 0.8 + (l * 0.92 + 0.05) * 0.2;
  }
  return table;
}

function paintRow(
  rgba: Uint8Array,
  width: number,
  height: number,
  y: number,
  rows: readonly Plane[],
  paints: Float32Array,
): void {
  const [red, green, blue, lines, glow, sky] = rows as [Plane, Plane, Plane, Plane, Plane, Plane | undefined];
  // Down a painted sky: deep blue to pale turquoise to cream.
  const down = y / height;
  const low = smoothstep(0.05, 0.75, down);
  const skyRed = 0.2 + low * 0.5;
  const skyGreen = 0.47 + low * 0.36;
  const skyBlue = 0.82 + low * 0.06;
  for (let x = 0, i = y * width * 4; x < width; x++, i += 4) {
    let r = red[x]!;
    let g = green[x]!;
    let b = blue[x]!;
    const l = 0.299 * r + 0.587 * g + 0.114 * b;
    const lifted = l * 1.06 + 0.02;
    const paint = paints[lifted >= 1 ? LEVELS : (lifted * LEVELS) | 0]!;
    const vivid = (VIVID * (paint + 0.015)) / (l + 0.015);
    const grey = paint * (1 - VIVID);
    const shade = paint < 0.4 ? (0.4 - paint) * 0.32 : 0;
    const light = paint > 0.5 ? (paint - 0.5) * 0.1 : 0;
    r = grey + r * vivid + light * 0.9 - shade * 0.04;
    g = grey + g * vivid + light * 0.45 - shade * 0.1;
    b = grey + b * vivid + shade * 0.34 - light * 0.75;
    const s = sky ? sky[x]! : 0;
    if (s > 0.02) {
      // Clouds are what is brighter and greyer than the blue behind them; leaves before the sky are darker than it.
      const pale = r > b ? 0.3 - r + b : 0.3 - b + r;
      const cloud = clamp01((paint - 0.74) * 5.5) * clamp01(pale * 4.5);
      const share = s * (0.72 - cloud * 0.3) * clamp01((paint - 0.26) * 5);
      const bright = 0.55 + paint * 0.55;
      r += (skyRed * bright + cloud * 0.2 - r) * share;
      g += (skyGreen * bright + cloud * 0.14 - g) * share;
      b += (skyBlue * bright + cloud * 0.06 - b) * share;
    }
    const bloom = glow[x]! * 0.42;
    if (bloom > 0.002) {
      r += bloom * (1 - r);
      g += bloom * 0.92 * (1 - g);
      b += bloom * 0.78 * (1 - b);
    }
    const line = lines[x]!;
    if (line > 0.045) {
      const t = clamp01((line - 0.045) * 13);
      const ink = t * t * (3 - 2 * t) * 0.9;
      r += (0.085 + r * 0.06 - r) * ink;
      g += (0.05 + g * 0.05 - g) * ink;
      b += (0.09 + b * 0.06 - b) * ink;
    }
    rgba[i] = r <= 0 ? 0 : r >= 1 ? 255 : r * 255 + 0.5;
    rgba[i + 1] = g <= 0 ? 0 : g >= 1 ? 255 : g * 255 + 0.5;
    rgba[i + 2] = b <= 0 ? 0 : b >= 1 ? 255 : b * 255 + 0.5;
  }
}
