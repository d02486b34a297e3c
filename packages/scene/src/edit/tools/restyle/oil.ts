import { createFlattener } from './flatten.ts';
import { createFlow } from './ink.ts';
import { fineBlur, lumaOf, type Plane, planeFor, planesFor, type Sheet, shrinkFrame } from './planes.ts';
import type { StyleMaker } from './style.ts';
import { chanceAt, cloudAt, noiseAt, paintTexture, type Texture } from './texture.ts';

/** Thick paint: colours dragged along the forms in strokes, each with its bristles and a lit ridge, on canvas. */
export const makeOil: StyleMaker = ({ sheet, seed }) => {
  const [red, green, blue, luma, spare] = planesFor(sheet, 5);
  const dragged = planesFor(sheet, 4);
  const { easel } = sheet;
  const flatten = createFlattener(sheet, { reach: 7 * sheet.unit, edge: 0.7, rounds: 1 });
  const flowOf = createFlow(sheet, 4 * sheet.unit);
  const bristles = bristlePlane(sheet, seed);
  const idle = idleDirections(sheet, seed);
  const canvas = easel.hold(weave(sheet.frameWidth, sheet.frameHeight, sheet.unit * sheet.factor, seed));

  return (frame) => {
    shrinkFrame(frame, sheet, red, green, blue);
    flatten(red, green, blue);
    lumaOf(sheet, red, green, blue, luma);
    const flow = flowOf(luma);
    easel.run('settleFlow', flow.x, flow.y, flow.strength, idle.x, idle.y);
    easel.run('dragSheets', red, green, blue, bristles, flow.x, flow.y, ...dragged, 1.7 * sheet.unit);
    const [r, g, b, strokes] = dragged;
    fineBlur(strokes, luma, spare, sheet);
    easel.run('oilFrame', r, g, b, luma, canvas);
    easel.give(frame);
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

function weave(width: number, height: number, unit: number, seed: number): Texture {
  const u = 1 / unit;
  return paintTexture(width, height, (x, y) => {
    const thread = Math.sin(x * u * 2.1) * Math.sin(y * u * 2.1) * 0.25;
    return 0.5 + thread + (noiseAt(x * u * 0.9, y * u * 0.9, seed + 8) - 0.5) * 0.4;
  });
}
