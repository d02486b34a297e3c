import type { Grade } from '../operation.ts';
import type { ToolContext, ToolMaker } from '../tool.ts';
import type { ColorChange } from './grade/cube.ts';
import { type FramePainter, makeEven } from './grade/grade-painter.ts';
import {
  autumnColor,
  blackAndWhiteColor,
  brightColor,
  cinematicColor,
  coolColor,
  darkColor,
  dayColor,
  fadedColor,
  sepiaColor,
  springColor,
  summerColor,
  sunsetColor,
  vintageColor,
  vividColor,
  warmColor,
  winterColor,
} from './grade/looks.ts';
import { makeNight } from './grade/night.ts';
import { makeSpatial, type SpatialLook } from './grade/spatial.ts';

type PainterMaker = (context: ToolContext, strength: number) => FramePainter;

const even =
  (change: ColorChange): PainterMaker =>
  (context, strength) =>
    makeEven(context, change, strength);

const spatial =
  (look: SpatialLook): PainterMaker =>
  (context, strength) =>
    makeSpatial(context, look, strength);

const GRADES: Readonly<Record<Grade, PainterMaker>> = {
  blackAndWhite: even(blackAndWhiteColor),
  sepia: spatial({ color: sepiaColor, vignette: 0.3 }),
  night: makeNight,
  day: spatial({ color: dayColor, sky: { top: [0.36, 0.6, 0.94], bottom: [0.8, 0.9, 1], share: 0.85 } }),
  sunset: spatial({
    color: sunsetColor,
    sky: { top: [0.44, 0.33, 0.6], bottom: [1.1, 0.6, 0.3], share: 0.82 },
    vignette: 0.26,
  }),
  winter: spatial({
    color: winterColor,
    sky: { top: [0.72, 0.8, 0.9], bottom: [0.9, 0.94, 0.98], share: 0.6 },
    frost: 1,
  }),
  autumn: even(autumnColor),
  spring: even(springColor),
  summer: spatial({ color: summerColor, sky: { top: [0.22, 0.52, 0.95], bottom: [0.74, 0.9, 1.04], share: 0.5 } }),
  vintage: spatial({ color: vintageColor, vignette: 0.34 }),
  warm: even(warmColor),
  cool: even(coolColor),
  bright: even(brightColor),
  dark: even(darkColor),
  vivid: even(vividColor),
  faded: even(fadedColor),
  cinematic: spatial({ color: cinematicColor, vignette: 0.3 }),
};

/** Colour and light of the whole picture. `strength` 0 leaves it as it is. */
export const makeGrade: ToolMaker<'grade'> = ({ grade, strength }, context) => {
  const share = Math.min(1, Math.max(0, strength));
  if (share === 0) return { apply: () => undefined };
  const paint = GRADES[grade](context, share);
  return {
    apply(frame, moment) {
      paint(frame, moment);
      return { x: 0, y: 0, width: frame.width, height: frame.height };
    },
  };
};
