import { createFlattener } from './flatten.ts';
import {
  fineBlur,
  lumaOf,
  mixPlanes,
  type Plane,
  planeFor,
  planesFor,
  type Sheet,
  shrinkFrame,
  tentBlur,
} from './planes.ts';
import type { StyleMaker } from './style.ts';
import { cloudAt, noiseAt, paintTexture, type Texture } from './texture.ts';

/** Wet washes on rough paper: ragged, pale where pigment is thin, darker where a wash dried at its rim. */
export const makeWatercolor: StyleMaker = ({ sheet, seed }) => {
  const [red, green, blue, luma, soft, spare] = planesFor(sheet, 6);
  const ragged = planesFor(sheet, 3);
  const { easel } = sheet;
  const flatten = createFlattener(sheet, { reach: 14 * sheet.unit, edge: 0.5, rounds: 2 });
  const wander = wanderTable(sheet, seed);
  const thin = thinness(sheet, seed);
  const unit = sheet.unit * sheet.factor;
  const paper = easel.hold(roughPaper(sheet.frameWidth, sheet.frameHeight, unit, seed));

  return (frame) => {
    shrinkFrame(frame, sheet, red, green, blue);
    flatten(red, green, blue);
    for (let i = 0; i < wander.length; i++) {
      const from = wander[i]!;
      ragged[0][i] = red[from]!;
      ragged[1][i] = green[from]!;
      ragged[2][i] = blue[from]!;
    }
    for (const plane of ragged) fineBlur(plane, plane, spare, sheet);
    lumaOf(sheet, ...ragged, luma);
    tentBlur(luma, soft, spare, sheet, 2.5 * sheet.unit);
    // A wash dries dark along its own rim: on the darker side of an edge.
    mixPlanes(sheet, [1, soft], [-1, luma], 0, soft);
    easel.run('watercolorFrame', ...ragged, soft, thin, paper);
    easel.give(frame);
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
