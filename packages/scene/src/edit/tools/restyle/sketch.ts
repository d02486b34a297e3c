import { createFlow, createInk } from './ink.ts';
import { boxBlur, fineBlur, lumaOf, mixPlanes, planesFor, shrinkFrame } from './planes.ts';
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
  const [red, green, blue, luma, tone, local, spare] = planesFor(sheet, 7);
  const { easel } = sheet;
  const flowOf = createFlow(sheet, 1.6 * sheet.unit);
  const inkOf = createInk(sheet, { width: 1.5 * sheet.unit, reach: Math.max(1, Math.round(4 * sheet.unit)) });
  const hatching = hatchPaper(sheet.frameWidth, sheet.frameHeight, sheet.unit * sheet.factor, seed);
  const paper = easel.hold(hatching.paper);
  const strokes = [hatching.light, hatching.middle, hatching.deep].map((texture) => easel.hold(texture));

  return (frame) => {
    shrinkFrame(frame, sheet, red, green, blue);
    lumaOf(sheet, red, green, blue, luma);
    const lines = inkOf(luma, flowOf(luma));
    fineBlur(luma, tone, spare, sheet);
    boxBlur(tone, tone, spare, sheet, 2 * sheet.unit);
    boxBlur(tone, local, spare, sheet, 24 * sheet.unit);
    // Drawn against its surroundings: an artist lifts what lies in the dark.
    mixPlanes(sheet, [1.25, tone], [-0.59, local], 0.56 * 0.34, tone);
    easel.run('sketchFrame', tone, lines, paper, ...strokes);
    easel.give(frame);
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
