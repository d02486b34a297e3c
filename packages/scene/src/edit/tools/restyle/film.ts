import { buildCube, type Color } from '../grade/cube.ts';
import { cinematicColor } from '../grade/looks.ts';
import { contrast, vibrance } from '../grade/tone.ts';
import { boxBlur, lumaOf, mixPlanes, planesFor, shrinkFrame, softBlur } from './planes.ts';
import type { StyleMaker } from './style.ts';
import { grainTexture } from './texture.ts';

/** A good print of what is there: grey haze lifted, a little more presence, colours a little fuller. */
export const makeNatural: StyleMaker = ({ sheet }) => {
  const [red, green, blue, luma, soft, spare] = planesFor(sheet, 6);
  const { easel } = sheet;
  const print = (color: Color) => {
    contrast(color, 0.07);
    vibrance(color, 0.16);
  };
  const cube = easel.hold(buildCube(print));
  return (frame) => {
    shrinkFrame(frame, sheet, red, green, blue);
    lumaOf(sheet, red, green, blue, luma);
    softBlur(luma, soft, spare, sheet, 14 * sheet.unit);
    mixPlanes(sheet, [34, luma], [-34, soft], 0, soft);
    boxBlur(soft, soft, spare, sheet, 2 * sheet.unit);
    easel.run('naturalFrame', cube, soft);
    easel.give(frame);
  };
};

/** A film print: teal shade, amber light, red halation round what shines, a vignette and fine grain that stays put. */
export const makeCinematic: StyleMaker = ({ sheet, seed }) => {
  const [red, green, blue, shine, spare] = planesFor(sheet, 5);
  const { easel } = sheet;
  const cube = easel.hold(buildCube(cinematicColor));
  const grain = easel.hold(grainTexture(sheet.frameWidth, sheet.frameHeight, seed));
  return (frame) => {
    shrinkFrame(frame, sheet, red, green, blue);
    lumaOf(sheet, red, green, blue, shine);
    mixPlanes(sheet, [3.4, shine], [0, shine], -0.74 * 3.4, shine, 0);
    softBlur(shine, shine, spare, sheet, 8 * sheet.unit);
    easel.run('cinematicFrame', cube, shine, grain, 0.36);
    easel.give(frame);
  };
};

/** Hard black and white: tones pulled apart where they meet, deep blacks, a pool of light, silver grain. */
export const makeNoir: StyleMaker = ({ sheet, seed }) => {
  const [red, green, blue, luma, local, spare] = planesFor(sheet, 6);
  const { easel } = sheet;
  const grain = easel.hold(grainTexture(sheet.frameWidth, sheet.frameHeight, seed));
  const curve = easel.hold(noirCurve());
  return (frame) => {
    shrinkFrame(frame, sheet, red, green, blue);
    lumaOf(sheet, red, green, blue, luma);
    softBlur(luma, local, spare, sheet, 26 * sheet.unit);
    easel.run('noirFrame', local, curve, grain, 0.78);
    easel.give(frame);
  };
};

/** The print's level for each brightness. */
function noirCurve(): Float32Array {
  return Float32Array.from({ length: 1025 }, (_, i) => {
    const t = i / 1024;
    const soft = t ** 1.25 * (1 - t) + (1 - (1 - t) ** 2.3) * t;
    const hard = t < 0.45 ? 0.45 * (t / 0.45) ** 2.2 : 1 - 0.55 * ((1 - t) / 0.55) ** 1.9;
    return (soft * 0.45 + hard * 0.55) * 255;
  });
}
