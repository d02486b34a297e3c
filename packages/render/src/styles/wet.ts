/** Watercolour and ink wash. */
import type { Canvas, PainterMaker } from './canvas.ts';
import { createColors, createFlattener, createRim } from './sheets.ts';
import { fibreTile, hatchTile, paperTile } from './tiles.ts';

/** Planes by which areas end in ragged lines. */
function createWander(canvas: Canvas, size: number, reach: number): (from: number, into: number) => void {
  const { kernel, unit, factor } = canvas;
  const [x, y] = [canvas.plane(), canvas.plane()];
  const frequency = factor / (size * unit);
  kernel.stainSheet(x, frequency, 5, -1, 1);
  kernel.stainSheet(y, frequency, 41, -1, 1);
  const pixels = (reach * unit) / factor;
  return (from, into) => kernel.wanderSheet(from, into, x, y, pixels);
}

/** Washes on rough paper: ragged, pale where pigment is thin, dark where a wash dried at its rim, a white border. */
export const paintWatercolor: PainterMaker = (canvas) => {
  const { kernel, unit, factor } = canvas;
  const colors = createColors(canvas);
  const flatten = createFlattener(canvas, 20, 0.62, 2);
  const wander = createWander(canvas, 15, 7);
  const ragged = { red: canvas.plane(), green: canvas.plane(), blue: canvas.plane(), luma: colors.luma };
  const rimOf = createRim(canvas, 5);
  const thin = canvas.plane();
  kernel.stainSheet(thin, factor / (105 * unit), 11, 0.8, 1.16);
  const paper = canvas.hold(paperTile(1.6 * unit, 3));
  const ink = canvas.ink({ outer: 1, inner: 1, near: 9, border: 0.5, creases: 0.5 });
  return () => {
    const lines = ink();
    kernel.shrinkFrame(colors.red, colors.green, colors.blue);
    flatten(colors);
    wander(colors.red, ragged.red);
    wander(colors.green, ragged.green);
    wander(colors.blue, ragged.blue);
    kernel.lumaSheet(ragged.red, ragged.green, ragged.blue, ragged.luma);
    const rim = rimOf(ragged.luma);
    kernel.washFrame(ragged.red, ragged.green, ragged.blue, rim, thin, paper, lines, 26 * unit, 0.4, 1.42);
  };
};

/** Black ink on rice paper: few dilutions, brush lines that run dry, distance dissolved in mist. */
export const paintInkWash: PainterMaker = (canvas) => {
  const { kernel, unit, factor } = canvas;
  const colors = createColors(canvas);
  const flatten = createFlattener(canvas, 16, 0.8, 2);
  const wander = createWander(canvas, 24, 11);
  const tone = canvas.plane();
  const rimOf = createRim(canvas, 7);
  const thin = canvas.plane();
  kernel.stainSheet(thin, factor / (120 * unit), 23, 0.55, 1.1);
  const paper = canvas.hold(fibreTile(1.7 * unit, 6));
  const brush = canvas.hold(hatchTile(Math.round(90 / unit), Math.round(60 / unit), 1.2, 9));
  const ink = canvas.ink({ outer: 2.2, inner: 1, near: 8, border: 0.35, creases: 0.2 });
  return () => {
    const lines = ink();
    colors.fill();
    flatten(colors);
    kernel.lumaSheet(colors.red, colors.green, colors.blue, colors.luma);
    wander(colors.luma, tone);
    kernel.inkWashFrame(tone, rimOf(tone), thin, paper, brush, lines, canvas.depth);
  };
};
