import type { Box, Picture, Rgb } from '../../vision/sight.ts';
import type { Target } from '../operation.ts';
import { EditError, type ToolMaker } from '../tool.ts';
import { toHue } from './grade/tone.ts';
import { alphaOf, createMatte } from './matte/matte.ts';
import { createFacePartMatte, facePartOf } from './recolor/face-part.ts';
import { findPart, needFace } from './recolor/find-part.ts';
import { findOwnPaint, paintOver } from './recolor/paint-over.ts';

/** Share of the picture below which nothing can be said to have a colour. */
const LEAST_SHARE = 0.0004;
/** Kinds that take the colour on wholly, whatever colours they are made of. */
const WHOLLY: ReadonlySet<Target['kind']> = new Set(['sky', 'water', 'hair']);

/**
 * Gives something another colour and leaves its light and shade. Only pixels that have the thing's own paint change: a car's
 * windows and tyres stay.
 */
export const makeRecolor: ToolMaker<'recolor'> = ({ target, color }, { survey }) => {
  const { picture, sight } = survey.representative;
  const part = facePartOf(target);
  const found = part ? undefined : findPart(target, picture, sight);
  const matte = part ? createFacePartMatte(part, survey, needFace(target, sight).index) : createMatte(survey, found!);
  const first = found
    ? alphaOf(found.coverage, survey)
    : Uint8Array.from(matte.at(picture, { index: survey.representative.index, seconds: 0 }));
  let sum = 0;
  for (const value of first) sum += value;
  if (sum < (part ? 1 : LEAST_SHARE * first.length) * 255) {
    throw new EditError(
      `The ${target.word} is too small in the picture to be given a colour. Use a closer picture of it.`,
    );
  }
  const own = findOwnPaint(picture, first, target.color === undefined ? undefined : wantedHue(target.color));
  const to = parseColor(color);
  const everything = part !== undefined || WHOLLY.has(target.kind);
  if (!part) assertTakesColor(picture, first, target, (trial) => paintOver(trial, first, own, to, everything), to);
  return {
    apply(frame, moment) {
      const alpha = matte.at(frame, moment);
      return paintOver(frame, alpha, own, to, everything) ? boundsOf(alpha, frame) : undefined;
    },
  };
};

/** Of what was found, so much has to look different afterwards, by so many steps of 255. */
const CHANGED_SHARE_MIN = 0.08;
const CHANGED_STEPS = 20;

/** @throws {EditError} when next to nothing of it takes the colour on, and it is not of that colour already. */
function assertTakesColor(
  picture: Picture,
  alpha: Uint8Array,
  { word }: Target,
  paint: (trial: Picture) => boolean,
  [red, green, blue]: Rgb,
): void {
  const trial = { ...picture, rgba: Uint8Array.from(picture.rgba) };
  paint(trial);
  let [count, changed, alike] = [0, 0, 0];
  for (let n = 0, i = 0; n < alpha.length; n++, i += 4) {
    if (alpha[n]! < 128) continue;
    const [r, g, b] = [picture.rgba[i]!, picture.rgba[i + 1]!, picture.rgba[i + 2]!];
    count++;
    if (Math.hypot(trial.rgba[i]! - r, trial.rgba[i + 1]! - g, trial.rgba[i + 2]! - b) > CHANGED_STEPS) changed++;
    if (Math.hypot(red - r, green - g, blue - b) < 4 * CHANGED_STEPS) alike++;
  }
  if (changed + alike >= CHANGED_SHARE_MIN * count) return;
  throw new EditError(
    `The ${word} could not be told well enough from its surroundings to be given another colour. Use a closer picture of it.`,
  );
}

/** The hue of a colour that was named; undefined for greys, which have none, and for what is no `#rrggbb`. */
function wantedHue(color: string): number | undefined {
  if (!/^#[0-9a-f]{6}$/i.test(color)) return undefined;
  const [r, g, b] = parseColor(color);
  const { hue, saturation } = toHue([r / 255, g / 255, b / 255]);
  return saturation < 0.2 ? undefined : hue;
}

function parseColor(color: string): Rgb {
  if (!/^#[0-9a-f]{6}$/i.test(color)) throw new EditError(`"${color}" is no colour: it is written #rrggbb.`);
  const value = Number.parseInt(color.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function boundsOf(alpha: Uint8Array, { width, height }: Picture): Box {
  let left = width;
  let right = -1;
  let top = height;
  let bottom = -1;
  for (let y = 0, n = 0; y < height; y++) {
    for (let x = 0; x < width; x++, n++) {
      if (alpha[n]! < 3) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}
