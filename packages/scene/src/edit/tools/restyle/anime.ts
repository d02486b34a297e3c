import { createRegion } from '../grade/region.ts';
import { createFlattener } from './flatten.ts';
import { createFlow, createInk } from './ink.ts';
import { lumaOf, mixPlanes, planesFor, shrinkFrame, smoothstep, tentBlur } from './planes.ts';
import type { StyleMaker } from './style.ts';

const LEVELS = 1024;
/** Brightness of the paints, darkest first, and where one ends and the next begins. */
const PAINTS = [0.075, 0.2, 0.36, 0.54, 0.72, 0.88, 0.975] as const;
const LIMITS = [0.11, 0.235, 0.39, 0.56, 0.735, 0.9] as const;
/** Half of the ramp between two paints: a brush's edge, not a step. */
const RAMP = 0.014;

/** Cel animation of the eighties: flat paints in few steps, warm lights and violet shade, ink along contours, painted skies. */
export const makeAnime: StyleMaker = ({ sheet, survey }) => {
  const [red, green, blue, luma, spare, glow] = planesFor(sheet, 6);
  const { easel } = sheet;
  const flatten = createFlattener(sheet, { reach: 22 * sheet.unit, edge: 0.42, rounds: 2 });
  const flowOf = createFlow(sheet, 2 * sheet.unit);
  const inkOf = createInk(sheet, { width: 1.9 * sheet.unit, reach: Math.max(1, Math.round(4 * sheet.unit)) });
  const paints = easel.hold(paintTable());
  const sky = createRegion(survey.representative.sight.regions.sky, survey, sheet);

  return (frame, moment) => {
    shrinkFrame(frame, sheet, red, green, blue);
    lumaOf(sheet, red, green, blue, luma);
    const lines = inkOf(luma, flowOf(luma));
    flatten(red, green, blue);
    lumaOf(sheet, red, green, blue, luma);
    mixPlanes(sheet, [1, luma], [0, luma], -0.62, glow, 0);
    tentBlur(glow, glow, spare, sheet, 9 * sheet.unit);
    easel.run('animeFrame', red, green, blue, lines, glow, sky ? sky(moment) : 0, paints);
    easel.give(frame);
  };
};

/** The paint for each brightness. */
function paintTable(): Float32Array {
  const table = new Float32Array(LEVELS + 1);
  for (let i = 0; i <= LEVELS; i++) {
    const l = i / LEVELS;
    let paint: number = PAINTS[0];
    for (let k = 0; k < LIMITS.length; k++) {
      paint += (PAINTS[k + 1]! - PAINTS[k]!) * smoothstep(LIMITS[k]! - RAMP, LIMITS[k]! + RAMP, l);
    }
    // A little of the true shading stays, or faces turn into masks.
    table[i] = paint * 0.8 + (l * 0.92 + 0.05) * 0.2;
  }
  return table;
}
