import type { Picture } from '../../../vision/sight.ts';
import type { EditMoment, ToolContext } from '../../tool.ts';
import { buildCube, type Color, type ColorChange } from '../grade/cube.ts';
import { createRegion, createRegionFitter } from '../grade/region.ts';
import {
  lumaOf,
  type Plane,
  planesFor,
  type SheetSize,
  sheetFor,
  shrinkFrame,
  sizeOfSheet,
} from '../restyle/planes.ts';
import { noiseTile } from './noise-tile.ts';

/** What a weather does to light and air, before anything falls. Colours are sRGB, 0 to 1. */
export interface Air {
  readonly color: ColorChange;
  /** Clouds over the sky: their shaded and lit sides, how much of the sky they cover, how fast they pass (1 is a breeze). */
  readonly clouds?: { readonly dark: Color; readonly light: Color; readonly cover: number; readonly speed: number };
  /** A clear sky instead of what is there. */
  readonly clear?: { readonly top: Color; readonly bottom: Color; readonly share: number };
  /** Haze: its colour, how thick it is at the far end and close by, and how much it drifts in banks, 0 to 1. */
  readonly haze?: { readonly color: Color; readonly far: number; readonly near: number; readonly banks: number };
  /** Sunlight that falls in from a place in the frame, in shares of it. */
  readonly sun?: { readonly x: number; readonly y: number };
}

/** What falls may ask the air what is in a place. Both planes are of the sheet's size. */
export interface AirAround {
  readonly sheet: SheetSize;
  readonly sky: Plane;
  readonly people: Plane;
}

export interface AirPainter {
  readonly around: AirAround;
  /** @param flash Light of a flash of lightning, 0 to 1. */
  paint(frame: Picture, moment: EditMoment, flash: number): void;
}

/** Nothing in particular anywhere. */
export function clearAir(frame: { readonly width: number; readonly height: number }): AirAround {
  const sheet = sizeOfSheet(frame);
  const nothing = new Float32Array(sheet.width * sheet.height);
  return { sheet, sky: nothing, people: nothing };
}

export function makeAir({ survey, random, kernel }: ToolContext, air: Air, strength: number): AirPainter {
  const sheet = sheetFor(survey, kernel);
  const { easel } = sheet;
  const [red, green, blue, luma, haze, cloud, empty] = planesFor(sheet, 7);
  const { regions, depth } = survey.representative.sight;
  const skyAt = createRegion(regions.sky, survey, sheet);
  const peopleAt = createRegion(regions.people, survey, sheet);
  const depthAt = createRegion(depth, survey, sheet);
  const fit = createRegionFitter(sheet, 10 * sheet.unit, 0.0012);
  const cube = easel.hold(buildCube(air.color, strength));
  const tile = easel.hold(noiseTile(Math.floor(random.fork('air').next() * 2 ** 31)));
  const settings = easel.hold(settingsOf(air, strength));
  const u = 1 / sheet.unit;
  const around = { sheet, sky: empty, people: empty };

  return {
    around,
    paint(frame, moment, flash) {
      shrinkFrame(frame, sheet, red, green, blue);
      lumaOf(sheet, red, green, blue, luma);
      around.sky = skyAt?.(moment) ?? empty;
      around.people = peopleAt?.(moment) ?? empty;
      const { sky, people } = around;
      if (skyAt) fit(sky, luma);
      if (air.haze) {
        const { near, far, banks } = air.haze;
        easel.run('hazeSheet', tile, depthAt(moment), people, near, far, banks, u, moment.seconds, strength, haze);
      }
      if (air.clouds) {
        const { tx } = survey.frames[moment.index]?.camera ?? { tx: 0 };
        const middle = sheet.width / 2 + tx / sheet.factor;
        const drift = moment.seconds * air.clouds.speed;
        easel.run('cloudSheet', tile, sky, lowestSky(sky, sheet), middle, u, drift, cloud);
      }
      settings[FLASH] = flash;
      easel.run('airFrame', cube, sky, haze, cloud, settings);
      easel.give(frame);
    },
  };
}

const FLASH = 21;
const NO_COLOR: Color = [0, 0, 0];

/** The order is the kernel's. */
function settingsOf({ clouds, clear, haze, sun }: Air, strength: number): Float32Array {
  const levels = (color: Color = NO_COLOR) => color.map((channel) => channel * 255);
  return Float32Array.from([
    ...[clouds?.cover ?? 0, ...levels(clouds?.dark), ...levels(clouds?.light)],
    ...[clear?.share ?? 0, ...levels(clear?.top), ...levels(clear?.bottom)],
    ...levels(haze?.color),
    ...[sun ? 1 : 0, sun?.x ?? 0, sun?.y ?? 0],
    ...[strength, 0],
  ]);
}

function lowestSky(sky: Plane, { width, height }: SheetSize): number {
  for (let y = height - 1; y > 0; y--) {
    let sum = 0;
    for (let x = 0; x < width; x += 2) sum += sky[y * width + x]!;
    if (sum > width * 0.04) return y + 1;
  }
  return height * 0.4;
}
