/** Cels, comics, woodblocks, pop art. */
import type { PainterMaker } from './canvas.ts';
import { flatTone, toneTable } from './sheets.ts';
import { dotTile, fibreTile, woodTile } from './tiles.ts';

/** Cel animation of the eighties: few paints, warm light, violet shade, coloured ink along the forms. */
export const paintAnime: PainterMaker = (canvas) => {
  const ink = canvas.ink({ outer: 1.2, inner: 1, near: 11, border: 0.75, creases: 0.7 });
  const paints = canvas.hold(toneTable(flatTone(5, 0.07, 1, 0.11, 0.16)));
  return () => canvas.kernel.celFrame(ink(), canvas.depth, paints, 1.3, 0.62);
};

/** A printed page: four flats, dots in the half tones, heavy ink, solid blacks. */
export const paintComic: PainterMaker = (canvas) => {
  const ink = canvas.ink({ outer: 1.9, inner: 1.3, near: 13, border: 0.8, creases: 0.8 });
  const flats = canvas.hold(toneTable(flatTone(4, 0.16, 1.02, 0.14, 0.06)));
  const dots = canvas.hold(dotTile(Math.round(512 / (9 * canvas.unit))));
  return () => canvas.kernel.dottedFrame(ink(), flats, dots, 1.6, 0.72, 0.66, 0.5, 0.1);
};

const PIGMENTS: readonly (readonly [number, number, number])[] = [
  ...([
    [0.06, 0.09, 0.17],
    [0.1, 0.19, 0.36],
    [0.16, 0.31, 0.52],
    [0.34, 0.5, 0.65],
    [0.58, 0.7, 0.75],
  ] as const),
  ...([
    [0.93, 0.88, 0.76],
    [0.85, 0.77, 0.6],
    [0.72, 0.6, 0.42],
    [0.5, 0.38, 0.27],
    [0.27, 0.2, 0.17],
  ] as const),
  ...([
    [0.76, 0.26, 0.17],
    [0.88, 0.47, 0.3],
    [0.9, 0.64, 0.5],
    [0.55, 0.15, 0.14],
  ] as const),
  ...([
    [0.16, 0.3, 0.24],
    [0.3, 0.44, 0.28],
    [0.52, 0.6, 0.38],
    [0.9, 0.75, 0.36],
    [0.44, 0.43, 0.46],
    [0.67, 0.66, 0.64],
  ] as const),
];
const INKS: readonly (readonly [number, number, number])[] = [
  ...([
    [0.05, 0.05, 0.08],
    [0.98, 0.97, 0.93],
    [0.92, 0.13, 0.16],
    [1, 0.84, 0.1],
    [0.1, 0.32, 0.78],
    [0.2, 0.72, 0.9],
  ] as const),
  ...([
    [0.98, 0.55, 0.66],
    [1, 0.78, 0.62],
    [0.96, 0.5, 0.12],
    [0.15, 0.62, 0.36],
    [0.5, 0.2, 0.58],
    [0.66, 0.68, 0.72],
  ] as const),
];

const woodblock =
  (pigments: typeof PIGMENTS, soft: number, press: number, dotted: boolean): PainterMaker =>
  (canvas) => {
    const { kernel, unit } = canvas;
    const ink = canvas.ink({
      outer: dotted ? 2.4 : 1.3,
      inner: dotted ? 1.6 : 1,
      near: 14,
      border: 0.85,
      creases: 0.7,
    });
    const colors = canvas.hold(Float32Array.from(pigments.flat()));
    const nearest = canvas.room(32768);
    kernel.nearestColors(nearest, colors, pigments.length);
    const grain = canvas.hold(dotted ? fibreTile(1.6 * unit, 4) : woodTile(2.2 * unit, 4));
    const paper = canvas.hold(fibreTile(1.5 * unit, 8));
    const dots = dotted ? canvas.hold(dotTile(Math.round(512 / (15 * unit)))) : 0;
    return () => kernel.woodblockFrame(ink(), canvas.depth, nearest, colors, grain, paper, soft, press, dots);
  };

/** Edo woodblock: a few pigments with the block's grain, Prussian blue wiped into the sky, key lines. */
export const paintUkiyoE = woodblock(PIGMENTS, 0.28, 0.15, false);
/** Screen print of the sixties: a dozen loud inks, large dots, black contours. */
export const paintPopArt = woodblock(INKS, 0, 0.05, true);
