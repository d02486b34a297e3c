/** What painters do on the sheet: soft colours, flat areas within edges, which way forms run. */
import type { Canvas } from './canvas.ts';

const STEPS = 512;

/** Three planes of colour and one of brightness, filled from the picture. */
export interface Colors {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly luma: number;
}

export function createColors(canvas: Canvas): Colors & { readonly fill: () => void } {
  const { kernel } = canvas;
  const [red, green, blue, luma] = [canvas.plane(), canvas.plane(), canvas.plane(), canvas.plane()];
  return {
    ...{ red, green, blue, luma },
    fill() {
      kernel.shrinkFrame(red, green, blue);
      kernel.lumaSheet(red, green, blue, luma);
    },
  };
}

/**
 * Lets colours run together within things and stops at their edges.
 * @param reach How far, in pixels of a picture 720 rows high. @param edge Sum of the channels' differences that stops it.
 * @see Gastal and Oliveira, "Domain Transform for Edge-Aware Image and Video Processing" (2011), section 4.3.
 */
export function createFlattener(canvas: Canvas, reach: number, edge: number, rounds: number): (colors: Colors) => void {
  const { kernel } = canvas;
  const [across, down] = [canvas.plane(), canvas.plane()];
  const pixels = (reach * canvas.unit) / canvas.factor;
  const sigma = (pixels * Math.sqrt(3) * 2 ** (rounds - 1)) / Math.sqrt(4 ** rounds - 1);
  const feedback = Math.exp(-Math.SQRT2 / Math.max(0.5, sigma));
  const table = canvas.hold(
    Float32Array.from({ length: STEPS + 2 }, (_, i) => feedback ** (1 + (pixels / edge) * ((i * 3) / STEPS))),
  );
  return ({ red, green, blue }) => {
    kernel.linkSheets(red, green, blue, across, down, table);
    for (let round = 0; round < rounds; round++) {
      if (round > 0) kernel.tightenLinks(across, down);
      kernel.runSheets(red, green, blue, across, down);
    }
  };
}

/** Mean over a square. @param radius In pixels of a picture 720 rows high. */
export function createBlur(canvas: Canvas, radius: number): (from: number, into: number) => void {
  const spare = canvas.plane();
  const pixels = Math.max(1, Math.round((radius * canvas.unit) / canvas.factor));
  return (from, into) => canvas.kernel.boxSheet(from, into, spare, pixels);
}

/** How much darker than its surroundings, above 0: there a wash dries at its rim. */
export function createRim(canvas: Canvas, radius: number): (luma: number) => number {
  const blur = createBlur(canvas, radius);
  const rim = canvas.plane();
  return (luma) => {
    blur(luma, rim);
    blur(rim, rim);
    canvas.kernel.blendSheet(rim, 1, luma, -1, 0, 0, rim);
    return rim;
  };
}

/** Which way forms run; where the picture does not say, a painter's hand goes its own way. */
export function createFlow(
  canvas: Canvas,
  radius: number,
): (luma: number) => { readonly x: number; readonly y: number } {
  const { kernel } = canvas;
  const [x, y, strength, spare, idleX, idleY] = Array.from({ length: 6 }, () => canvas.plane()) as [
    ...[number, number, number, number, number, number],
  ];
  const wave = 0.007 / canvas.unit / (2 / canvas.factor);
  kernel.stainSheet(idleX, wave, 3, 0.4, 1);
  kernel.stainSheet(idleY, wave, 19, -0.75, 0.45);
  const pixels = Math.max(1, Math.round((radius * canvas.unit) / canvas.factor));
  return (luma) => {
    kernel.flowSheet(luma, x, y, strength, spare, pixels);
    kernel.settleFlow(x, y, strength, idleX, idleY);
    return { x, y };
  };
}

/** A table of 1025 floats over brightness 0 … 1. */
export function toneTable(tone: (l: number) => number): Float32Array {
  return Float32Array.from({ length: 1025 }, (_, i) => tone(i / 1024));
}

/** Brightness in flats, with soft seams. @param soft Share of a flat's width that its seam takes. @param keep Of the true tone. */
export function flatTone(count: number, low: number, high: number, soft: number, keep: number): (l: number) => number {
  return (l) => {
    const level = Math.min(count - 1e-6, Math.max(0, l) * count);
    const flat = Math.floor(level);
    const part = Math.min(1, Math.max(0, (level - flat - 0.5) / soft + 0.5));
    const stepped = (flat + part * part * (3 - 2 * part)) / count;
    return low + (high - low) * (stepped * (1 - keep) + l * keep);
  };
}
