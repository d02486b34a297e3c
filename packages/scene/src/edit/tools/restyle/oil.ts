import { createFlattener } from './flatten.ts';
import { createFlow, type Flow } from './ink.ts';
import { clamp01, enlargeRows, fineBlur, lumaOf, type Plane, planeFor, type Sheet, shrinkFrame } from './planes.ts';
import type { StyleMaker } from './style.ts';
import { chanceAt, cloudAt, noiseAt, paintTexture, type Texture } from './texture.ts';

/** Thick paint: colours dragged along the forms in strokes, each with its bristles and a lit ridge, on canvas. */
export const makeOil: StyleMaker = ({ sheet, seed }) => {
  const red = planeFor(sheet);
  const green = planeFor(sheet);
  const blue = planeFor(sheet);
  const dragged = [planeFor(sheet), planeFor(sheet), planeFor(sheet), planeFor(sheet)] as const;
  const luma = planeFor(sheet);
  const spare = planeFor(sheet);
  const flatten = createFlattener(sheet, { reach: 7 * sheet.unit, edge: 0.7, rounds: 1 });
  const flowOf = createFlow(sheet, 4 * sheet.unit);
  const bristles = bristlePlane(sheet, seed);
  const idle = idleDirections(sheet, seed);
  const canvas = weave(sheet.frameWidth, sheet.frameHeight, sheet.unit * sheet.factor, seed);

  /** Strokes of the row above, for the light on their ridges. */
  const above = new Float32Array(sheet.frameWidth);

  return (frame) => {
    shrinkFrame(frame, sheet, red, green, blue);
    flatten(red, green, blue);
    lumaOf(red, green, blue, luma);
    const flow = flowOf(luma);
    settleFlow(flow, idle);
    drag([red, green, blue, bristles], dragged, flow, sheet);
    const [r, g, b, strokes] = dragged;
    fineBlur(strokes, luma, spare, sheet);
    enlargeRows([r, g, b, luma], sheet, (y, rows) => paintRow(frame.rgba, frame.width, y, rows, canvas, above));
  };
};

function bristlePlane(sheet: Sheet, seed: number): Plane {
  const plane = planeFor(sheet);
  const u = 1 / sheet.unit;
  for (let y = 0, i = 0; y < sheet.height; y++) {
    for (let x = 0; x < sheet.width; x++, i++) {
      plane[i] = noiseAt(x * u * 0.62, y * u * 0.62, seed + 1) * 0.7 + chanceAt(x, y, seed + 2) * 0.3;
    }
  }
  return plane;
}

/** Which way a painter's hand goes where the picture does not say. */
function idleDirections(sheet: Sheet, seed: number): { readonly x: Plane; readonly y: Plane } {
  const x = planeFor(sheet);
  const y = planeFor(sheet);
  const u = 1 / sheet.unit;
  for (let row = 0, i = 0; row < sheet.height; row++) {
    for (let column = 0; column < sheet.width; column++, i++) {
      const angle = (cloudAt(column * u * 0.011, row * u * 0.011, seed + 3, 2) - 0.5) * 5 - 0.5;
      x[i] = Math.cos(angle);
      y[i] = Math.sin(angle);
    }
  }
  return { x, y };
}

function settleFlow(flow: Flow, idle: { readonly x: Plane; readonly y: Plane }): void {
  for (let i = 0; i < flow.x.length; i++) {
    const sure = Math.min(1, Math.max(0, flow.strength[i]! * 2.4 - 0.35));
    const ix = idle.x[i]!;
    const iy = idle.y[i]!;
    const sign = flow.x[i]! * ix + flow.y[i]! * iy < 0 ? -1 : 1;
    const x = ix + (flow.x[i]! * sign - ix) * sure;
    const y = iy + (flow.y[i]! * sign - iy) * sure;
    const length = Math.sqrt(x * x + y * y) + 1e-6;
    flow.x[i] = x / length;
    flow.y[i] = y / length;
  }
}

function drag(from: readonly Plane[], into: readonly Plane[], flow: Flow, { width, height, unit }: Sheet): void {
  const [r0, g0, b0, n0] = from as [Plane, Plane, Plane, Plane];
  const [r1, g1, b1, n1] = into as [Plane, Plane, Plane, Plane];
  const lastX = width - 1;
  const lastY = height - 1;
  const stride = 1.7 * unit;
  const reach = 3;
  const share = 1 / (2 * reach + 1);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      let r = r0[i]!;
      let g = g0[i]!;
      let b = b0[i]!;
      let n = n0[i]!;
      const dx = flow.x[i]! * stride;
      const dy = flow.y[i]! * stride;
      for (let k = -reach; k <= reach; k++) {
        if (k === 0) continue;
        let px = (x + dx * k + 0.5) | 0;
        let py = (y + dy * k + 0.5) | 0;
        px = px < 0 ? 0 : px > lastX ? lastX : px;
        py = py < 0 ? 0 : py > lastY ? lastY : py;
        const at = py * width + px;
        r += r0[at]!;
        g += g0[at]!;
        b += b0[at]!;
        n += n0[at]!;
      }
      r1[i] = r * share;
      g1[i] = g * share;
      b1[i] = b * share;
      n1[i] = n * share;
    }
  }
}

function weave(width: number, height: number, unit: number, seed: number): Texture {
  const u = 1 / unit;
  return paintTexture(width, height, (x, y) => {
    const thread = Math.sin(x * u * 2.1) * Math.sin(y * u * 2.1) * 0.25;
    return 0.5 + thread + (noiseAt(x * u * 0.9, y * u * 0.9, seed + 8) - 0.5) * 0.4;
  });
}

function paintRow(
  rgba: Uint8Array,
  width: number,
  y: number,
  rows: readonly Plane[],
  canvas: Texture,
  above: Float32Array,
): void {
  const [red, green, blue, strokes] = rows as [Plane, Plane, Plane, Plane];
  let left = strokes[0]!;
  for (let x = 0, i = y * width * 4, p = y * width; x < width; x++, i += 4, p++) {
    let r = red[x]!;
    let g = green[x]!;
    let b = blue[x]!;
    const h = strokes[x]!;
    const relief = y === 0 ? 0 : h - left + (h - above[x]!);
    left = h;
    above[x] = h;
    const l = 0.299 * r + 0.587 * g + 0.114 * b;
    const curved = l + (l - 0.46) * 0.16;
    const vivid = 1.34;
    const thread = (canvas[p]! - 128) * 0.00016;
    const light = 1 + (h - 0.5) * 0.62;
    const shine = relief * 1.5 + thread;
    r = (curved + (r - l) * vivid) * light + shine;
    g = (curved + (g - l) * vivid) * light + shine * 0.97;
    b = (curved + (b - l) * vivid) * light + shine * 0.9;
    r = clamp01(r * 0.97 + 0.012);
    g = clamp01(g * 0.965 + 0.01);
    b = clamp01(b * 0.945 + 0.012);
    rgba[i] = r * 255 + 0.5;
    rgba[i + 1] = g * 255 + 0.5;
    rgba[i + 2] = b * 255 + 0.5;
  }
}
