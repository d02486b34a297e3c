/** Pixels, glass, paper, and other tones: styles that build the picture anew from pieces. */
import type { PainterMaker } from './canvas.ts';
import { flatTone, toneTable } from './sheets.ts';
import { fibreTile, paperTile } from './tiles.ts';

type Color = readonly [red: number, green: number, blue: number];

/** Rows of squares in pixel art. */
const PIXEL_ROWS = 180;

/** A console of the early nineties: large squares, one small palette, ordered dither, dark outlines. */
export const paintPixel: PainterMaker = (canvas) => {
  const { kernel, unit } = canvas;
  const colors = pixelPalette();
  const palette = canvas.hold(Float32Array.from(colors.flat()));
  const nearest = canvas.room(32768);
  kernel.nearestColors(nearest, palette, colors.length);
  const block = Math.max(2, Math.round((unit * 720) / PIXEL_ROWS));
  const sums = canvas.room((Math.ceil(canvas.width / block) + 1) * 12);
  const bayer = canvas.hold(bayerMatrix());
  const ink = canvas.ink({ outer: 2.4, inner: 1, near: 9, border: 0.5, creases: 0 });
  return () => kernel.blockFrame(block, palette, nearest, sums, bayer, 0.045, 1.25, canvas.depth ? ink() : 0);
};

/** 8 × 8 ordered dither, −0.5 … 0.5. */
function bayerMatrix(): Float32Array {
  return Float32Array.from({ length: 64 }, (_, i) => {
    let [x, y, rank] = [i & 7, i >> 3, 0];
    for (let bit = 0; bit < 3; bit++) {
      rank = (rank << 2) | (((x ^ y) & 1) << 1) | (y & 1);
      x >>= 1;
      y >>= 1;
    }
    return (rank + 0.5) / 64 - 0.5;
  });
}

/** Value, strength and turn of hue of a ramp's steps. */
const RAMP = [
  [0.22, 0.6, 1],
  [0.42, 0.78, 0.5],
  [0.66, 0.84, 0.1],
  [0.88, 0.78, -0.2],
  [0.98, 0.4, -0.6],
] as const;

/** Ramps whose shade turns towards violet and whose light turns towards yellow, as pixel artists mix them. */
function pixelPalette(): readonly Color[] {
  const colors: Color[] = [
    [0.04, 0.04, 0.09],
    [1, 0.98, 0.92],
  ];
  for (const level of [0.14, 0.28, 0.44, 0.6, 0.78]) colors.push([level * 0.98, level, level * 1.06 + 0.02]);
  for (const hue of [2, 20, 34, 50, 88, 140, 178, 204, 226, 268, 318]) {
    for (const [value, strength, turn] of RAMP) {
      const towards = hue < 60 || hue > 240 ? -12 : 20;
      colors.push(fromHue(hue + turn * towards, strength, value));
    }
  }
  for (const hue of [24, 210]) for (const value of [0.3, 0.5, 0.68, 0.86]) colors.push(fromHue(hue, 0.24, value));
  return colors;
}

function fromHue(degrees: number, strength: number, value: number): Color {
  const turn = (((degrees % 360) + 360) % 360) / 60;
  const channel = (offset: number) => {
    const k = (offset + turn) % 6;
    return value - value * strength * Math.max(0, Math.min(k, 4 - k, 1));
  };
  return [channel(5), channel(3), channel(1)];
}

/** Coloured glass in lead: a net of cells, cut along the things. */
export const paintStainedGlass: PainterMaker = (canvas) => {
  const { kernel, unit, width, height } = canvas;
  const pixels = width * height;
  const [cells, borders] = [canvas.room(pixels * 2 + 64), canvas.room(pixels + 64)];
  const [table, slots] = [canvas.room(32768 * 32), canvas.room(pixels * 2 + 64)];
  kernel.leadNet(cells, borders, 58 * unit, 11 * unit);
  const ripple = canvas.hold(paperTile(15 * unit, 12));
  const least = Math.round(150 * unit * unit);
  return () => {
    kernel.glassPieces(cells, table, slots, least);
    kernel.glassColors(table, 1.9);
    kernel.glassFrame(table, slots, borders, ripple, Math.max(1, Math.round(2 * unit)));
  };
};

/** Sheets of paper one behind the other. */
export const paintPaperCut: PainterMaker = (canvas) => {
  const { kernel, unit } = canvas;
  const paints = canvas.hold(toneTable(flatTone(4, 0.16, 1, 0.12, 0.1)));
  const fibres = canvas.hold(fibreTile(1.4 * unit, 3));
  return () => kernel.paperFrame(paints, fibres, 21 * unit, Math.max(1, Math.round(1.4 * unit)), 1.12);
};

interface Tones {
  readonly scale: readonly Color[];
  readonly share: number;
  /** Darkness and height of the lines of a screen. */
  readonly lines: number;
  readonly pitch: number;
  readonly wear: number;
  readonly mark: number;
}

const toned =
  ({ scale, share, lines, pitch, wear, mark }: Tones): PainterMaker =>
  (canvas) => {
    const colors = new Float32Array(257 * 3);
    for (let i = 0; i < 257; i++) {
      const place = (i / 256) * (scale.length - 1);
      const k = Math.min(scale.length - 2, Math.floor(place));
      for (let c = 0; c < 3; c++) {
        const [a, b] = [scale[k]![c]!, scale[k + 1]![c]!];
        colors[i * 3 + c] = a + (b - a) * (place - k);
      }
    }
    const held = canvas.hold(colors);
    const marks = canvas.hold(paperTile(mark * canvas.unit, 21));
    const rows = lines > 0 ? Math.max(1, Math.round(pitch * canvas.unit)) : 0;
    return () => canvas.kernel.toneFrame(held, share, lines, rows, marks, wear);
  };

/** Pink and turquoise over violet, on a tube. */
export const paintVaporwave = toned({
  scale: [
    [0.06, 0.02, 0.2],
    [0.16, 0.05, 0.36],
    [0.4, 0.09, 0.52],
    [0.7, 0.17, 0.62],
    [0.95, 0.32, 0.66],
    [1, 0.48, 0.68],
    [1, 0.68, 0.75],
    [0.68, 0.92, 0.97],
    [0.96, 1, 1],
  ],
  ...{ share: 0.62, lines: 0.13, pitch: 2, wear: 0.04, mark: 3 },
});
/** A print that has lain in the light for fifty years. */
export const paintVintage = toned({
  scale: [
    [0.11, 0.07, 0.05],
    [0.33, 0.23, 0.16],
    [0.66, 0.51, 0.35],
    [0.93, 0.82, 0.62],
    [1, 0.96, 0.85],
  ],
  ...{ share: 0.62, lines: 0, pitch: 1, wear: 0.06, mark: 34 },
});
