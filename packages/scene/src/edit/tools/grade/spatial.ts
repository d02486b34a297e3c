import type { Coverage } from '../../../vision/sight.ts';
import type { ToolContext } from '../../tool.ts';
import {
  clamp01,
  enlargeRows,
  lumaOf,
  type Plane,
  planeFor,
  sheetFor,
  shrinkFrame,
  smoothstep,
  softBlur,
} from '../restyle/planes.ts';
import { cloudAt } from '../restyle/texture.ts';
import { vignetteRow } from '../restyle/vignette.ts';
import { buildCube, type Color, type ColorChange, lookUpRow } from './cube.ts';
import type { FramePainter } from './grade-painter.ts';
import { frostColor, hueBandOfLeaves } from './looks.ts';
import { createRegionFitter, layRegion } from './region.ts';

export interface SpatialLook {
  readonly color: ColorChange;
  /** Colours of the sky at the zenith and at the horizon, and how far they cover it, 0 to 1. */
  readonly sky?: { readonly top: Color; readonly bottom: Color; readonly share: number };
  readonly vignette?: number;
  /** How thickly frost lies on leaves and on the ground. */
  readonly frost?: number;
}

/** A treatment of the whole picture with a part of its own for the sky, and frost on what is out of doors. */
export function makeSpatial({ survey, random }: ToolContext, look: SpatialLook, strength: number): FramePainter {
  const sheet = sheetFor(survey);
  const [red, green, blue, luma, sky, frost] = Array.from({ length: 6 }, () => planeFor(sheet)) as unknown as [
    Plane,
    Plane,
    Plane,
    Plane,
    Plane,
    Plane,
  ];
  const { regions } = survey.representative.sight;
  const fit = createRegionFitter(sheet, 10 * sheet.unit, 0.0012);
  const cube = buildCube(look.color, strength);
  const white = buildCube(frostColor);
  const vignette = vignetteRow(survey.width, survey.height, (look.vignette ?? 0) * strength);
  const colors = new Float32Array(survey.width * 3);
  const whites = new Float32Array(survey.width * 3);
  const seed = Math.floor(random.fork('frost').next() * 2 ** 31);
  const drift = planeFor(sheet);
  if (look.frost) {
    const u = 1 / sheet.unit;
    for (let i = 0; i < drift.length; i++) {
      drift[i] = cloudAt((i % sheet.width) * u * 0.03, Math.floor(i / sheet.width) * u * 0.05, seed, 3);
    }
  }
  const lay = (coverage: Coverage | undefined, into: Plane, moment: Parameters<FramePainter>[1]) => {
    if (coverage) layRegion(coverage, survey, moment, sheet, into);
    else into.fill(0);
  };
  const ground = planeFor(sheet);
  const spare = planeFor(sheet);
  const people = planeFor(sheet);
  const isOutdoors = regions.sky !== undefined;

  return (frame, moment) => {
    shrinkFrame(frame, sheet, red, green, blue);
    lumaOf(red, green, blue, luma);
    lay(regions.sky, sky, moment);
    if (regions.sky) fit(sky, luma);
    if (look.frost) {
      lay(regions.ground, ground, moment);
      // Where the ground ends is a guess: frost thins out there rather than stopping at a line.
      softBlur(ground, ground, spare, sheet, 22 * sheet.unit);
      lay(regions.people, people, moment);
      for (let i = 0; i < frost.length; i++) {
        const leaf = hueBandOfLeaves(red[i]!, green[i]!, blue[i]!);
        // Snow lies on what faces up and catches the light.
        const lit = smoothstep(0.08, 0.55, luma[i]!);
        const amount =
          Math.max(ground[i]! * (isOutdoors ? 0.85 : 0), leaf * (isOutdoors ? 1 : 0.25) * (0.35 + lit * 0.5)) *
          (0.45 + drift[i]! * 0.9);
        frost[i] = clamp01(amount * look.frost) * (1 - people[i]!) * (1 - sky[i]!) * strength;
      }
    }
    enlargeRows([sky, frost], sheet, (y, rows) => {
      const [s, f] = rows as [Plane, Plane];
      lookUpRow(cube, frame.rgba, y, frame.width, colors);
      if (look.frost) lookUpRow(white, frame.rgba, y, frame.width, whites);
      const shade = vignette(y);
      const t = clamp01(y / (frame.height * 0.62));
      const { rgba } = frame;
      for (let x = 0, i = y * frame.width * 4, c = 0; x < frame.width; x++, i += 4, c += 3) {
        const own = look.sky ? s[x]! * look.sky.share * strength : 0;
        const l = own > 0 ? (rgba[i]! * 0.299 + rgba[i + 1]! * 0.587 + rgba[i + 2]! * 0.114) / 255 : 0;
        for (let k = 0; k < 3; k++) {
          let v = colors[c + k]!;
          if (look.frost) v += (whites[c + k]! - v) * f[x]!;
          if (own > 0 && look.sky) {
            const paint = look.sky.top[k]! + (look.sky.bottom[k]! - look.sky.top[k]!) * t;
            // Clouds keep their light: they take the colour on as glass does.
            v += (paint * 255 * (0.42 + l * 0.66) - v) * own;
          }
          v = v * shade[x]! + 0.5;
          rgba[i + k] = v <= 0 ? 0 : v >= 255 ? 255 : v;
        }
      }
    });
  };
}
