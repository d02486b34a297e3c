import { createFlattener } from './flatten.ts';
import { createFlow, createInk } from './ink.ts';
import { lumaOf, planesFor, shrinkFrame, smoothstep } from './planes.ts';
import type { StyleMaker } from './style.ts';

const LEVELS = 1024;

/** A printed comic: four bold flats, dots where the shade begins, heavy ink lines and solid blacks, on paper. */
export const makeComic: StyleMaker = ({ sheet }) => {
  const [red, green, blue, luma] = planesFor(sheet, 4);
  const { frameWidth, frameHeight, unit, factor, easel } = sheet;
  const flatten = createFlattener(sheet, { reach: 16 * sheet.unit, edge: 0.5, rounds: 2 });
  const flowOf = createFlow(sheet, 2 * sheet.unit);
  const inkOf = createInk(sheet, { width: 2.6 * sheet.unit, reach: Math.max(1, Math.round(4 * sheet.unit)) });
  const flats = easel.hold(flatTable());
  const dots = easel.hold(dotScreen(frameWidth, frameHeight, Math.max(3, 3.7 * unit * factor)));

  return (frame) => {
    shrinkFrame(frame, sheet, red, green, blue);
    lumaOf(sheet, red, green, blue, luma);
    const lines = inkOf(luma, flowOf(luma));
    flatten(red, green, blue);
    easel.run('comicFrame', red, green, blue, lines, flats, dots);
    easel.give(frame);
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
