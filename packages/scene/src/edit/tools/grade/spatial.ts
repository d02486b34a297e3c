import type { EditMoment, ToolContext } from '../../tool.ts';
import { lumaOf, type Plane, planesFor, type Sheet, sheetFor, shrinkFrame, softBlur } from '../restyle/planes.ts';
import { cloudAt } from '../restyle/texture.ts';
import { buildCube, type Color, type ColorChange } from './cube.ts';
import type { FramePainter } from './grade-painter.ts';
import { frostColor } from './looks.ts';
import { createRegion, createRegionFitter } from './region.ts';

export interface SpatialLook {
  readonly color: ColorChange;
  /** Colours of the sky at the zenith and at the horizon, and how far they cover it, 0 to 1. */
  readonly sky?: { readonly top: Color; readonly bottom: Color; readonly share: number };
  readonly vignette?: number;
  /** How thickly frost lies on leaves and on the ground. */
  readonly frost?: number;
}

/** A treatment of the whole picture with a part of its own for the sky, and frost on what is out of doors. */
export function makeSpatial(context: ToolContext, look: SpatialLook, strength: number): FramePainter {
  const { survey, kernel } = context;
  const { regions } = survey.representative.sight;
  const sheet = sheetFor(survey, kernel);
  const { easel } = sheet;
  const [red, green, blue, luma, empty] = planesFor(sheet, 5);
  const skyAt = createRegion(look.sky || look.frost ? regions.sky : undefined, survey, sheet);
  const fit = createRegionFitter(sheet, 10 * sheet.unit, 0.0012);
  const cube = easel.hold(buildCube(look.color, strength));
  const { top, bottom, share } = look.sky ?? { top: [0, 0, 0], bottom: [0, 0, 0], share: 0 };
  const skyColors = [...top, ...bottom].map((channel) => channel * 255);
  const frost = look.frost ? makeFrost(context, sheet, look.frost * strength) : undefined;
  const white = frost ? easel.hold(buildCube(frostColor)) : 0;
  const vignette = (look.vignette ?? 0) * strength;

  return (frame, moment) => {
    shrinkFrame(frame, sheet, red, green, blue);
    const sky = skyAt?.(moment) ?? empty;
    if (skyAt) {
      lumaOf(sheet, red, green, blue, luma);
      fit(sky, luma);
    }
    const frosted = frost?.([red, green, blue], sky, moment) ?? empty;
    const covers = skyAt ? share * strength : 0;
    easel.run('spatialFrame', cube, sky, covers, ...skyColors, white, frosted, vignette);
    easel.give(frame);
  };
}

type Frost = (colors: readonly [Plane, Plane, Plane], sky: Plane, moment: EditMoment) => Plane;

/** How thickly frost lies: on leaves, and on the ground out of doors, in drifts; not on people. */
function makeFrost({ survey, random }: ToolContext, sheet: Sheet, amount: number): Frost {
  const { regions } = survey.representative.sight;
  const { easel, width, unit } = sheet;
  const [frost, drift, spare, empty] = planesFor(sheet, 4);
  const groundAt = createRegion(regions.ground, survey, sheet);
  const peopleAt = createRegion(regions.people, survey, sheet);
  const seed = Math.floor(random.fork('frost').next() * 2 ** 31);
  const u = 1 / unit;
  for (let i = 0; i < drift.length; i++) {
    drift[i] = cloudAt((i % width) * u * 0.03, Math.floor(i / width) * u * 0.05, seed, 3);
  }
  const [onGround, onLeaves] = regions.sky ? [0.85, 1] : [0, 0.25];
  return (colors, sky, moment) => {
    const ground = groundAt?.(moment) ?? empty;
    // Where the ground ends is a guess: frost thins out there rather than stopping at a line.
    if (groundAt) softBlur(ground, ground, spare, sheet, 22 * unit);
    const people = peopleAt?.(moment) ?? empty;
    easel.run('frostSheet', ...colors, ground, people, sky, drift, onGround, onLeaves, amount, frost);
    return frost;
  };
}
