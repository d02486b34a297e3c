import type { Box, Picture, Sight } from '../../vision/sight.ts';
import { coverageAt } from '../mattes.ts';
import { hash } from '../noise.ts';
import { toYuv } from '../planes.ts';
import type { ShadowLook } from './shadow.ts';
import type { Relight } from './sprite.ts';

/** Where in a place one can stand, and what it does to what stands there. */
export interface Ground {
  /** Where the foot line of a figure of this height lies, in pixels. */
  footOf(figureHeight: number): number;
  readonly isGrass: boolean;
  /** Where water begins and ends, if there is enough of it to swim in. */
  readonly water?: { readonly top: number; readonly bottom: number };
  readonly seats: readonly Box[];
  readonly shadow: ShadowLook;
  readonly light: PlaceLight;
}

/** The light of a picture, as far as it can be told from it. */
export interface PlaceLight {
  /** Mean Y' above black, 0 … 219. */
  readonly luma: number;
  /** What bright things are tinged with. */
  readonly cb: number;
  readonly cr: number;
  /** The colour of what is far away. */
  readonly air: readonly [number, number, number];
  readonly isNight: boolean;
}

const SEAT_LABELS = new Set(['couch', 'chair', 'bench', 'bed', 'dining table']);

export function readGround(picture: Picture, sight: Sight): Ground {
  const { height } = picture;
  const horizon = Math.min(height * 0.75, Math.max(height * 0.2, sight.horizonY ?? height * 0.5));
  const light = lightOf(picture, sight);
  const water = waterOf(sight, height);
  const isOutside = sight.regions.sky !== undefined;
  return {
    footOf(figureHeight) {
      // The larger a thing is seen the nearer it is, and the lower it stands.
      const near = Math.min(1, figureHeight / (height * 0.62));
      return Math.max(horizon + (height - horizon) * 0.5, height * (0.8 + 0.13 * near));
    },
    isGrass: isOutside && greenShare(picture) > 0.3,
    ...(water ? { water } : {}),
    seats: sight.things.filter(({ label }) => SEAT_LABELS.has(label)).map(({ box }) => box),
    shadow: {
      depth: light.isNight ? 0.5 : 0.62,
      slant: slantOf(picture),
      cast: light.isNight || sight.isFlat ? 0.12 : isOutside ? 0.32 : 0.2,
    },
    light,
  };
}

/** How a figure lit as in its picture is lit in a place. @param brightest Of the figure, Y' above black. */
export function relightFor(from: PlaceLight, to: PlaceLight, brightest: number, haze: number): Relight {
  const wanted = ((to.luma + 12) / (from.luma + 12)) ** 0.42;
  const gain = Math.min(wanted, 1.35, 226 / Math.max(60, brightest));
  const within = (value: number, most: number) => Math.min(most, Math.max(-most, value));
  return {
    gain: Math.max(0.42, gain),
    cb: within((to.cb - from.cb) * 0.45, 11),
    cr: within((to.cr - from.cr) * 0.45, 11),
    haze,
    air: to.air,
    saturation: to.isNight ? 0.78 : 1,
  };
}

export function lightOf(picture: Picture, sight: Sight): PlaceLight {
  const { width, height, rgba } = picture;
  const step = Math.max(1, Math.round(Math.sqrt((width * height) / 20_000)));
  let [luma, count, cb, cr, bright] = [0, 0, 0, 0, 0];
  let [airY, airU, airV, airs] = [0, 0, 0, 0];
  const horizon = sight.horizonY ?? height * 0.5;
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step) {
      const p = (y * width + x) * 4;
      const [py, pu, pv] = toYuv(rgba[p]!, rgba[p + 1]!, rgba[p + 2]!);
      luma += py;
      count++;
      // Bright things are the likeliest to be white, and the sky is none of them.
      const isSky = sight.regions.sky ? coverageAt(sight.regions.sky, x / width, y / height) > 128 : false;
      const weight = (py / 219) ** 3 * (isSky ? 0.15 : 1);
      cb += pu * weight;
      cr += pv * weight;
      bright += weight;
      if (Math.abs(y - horizon) > height * 0.12) continue;
      airY += py;
      airU += pu;
      airV += pv;
      airs++;
    }
  }
  airs ||= 1;
  bright ||= 1;
  return {
    luma: luma / count,
    cb: cb / bright,
    cr: cr / bright,
    air: [airY / airs, airU / airs, airV / airs],
    isNight: sight.isNight,
  };
}

function waterOf({ regions, horizonY }: Sight, height: number): Ground['water'] {
  const region = regions.water;
  if (!region) return undefined;
  let [top, bottom] = [Infinity, -Infinity];
  for (let row = 0; row < region.height; row++) {
    let wet = 0;
    for (let column = 0; column < region.width; column++) {
      if (region.data[row * region.width + column]! > 128) wet++;
    }
    if (wet < region.width * 0.45) continue;
    top = Math.min(top, row);
    bottom = row + 1;
  }
  if (bottom - top < region.height * 0.07) return undefined;
  const scale = height / region.height;
  return { top: Math.max(top * scale, horizonY ?? 0), bottom: bottom * scale };
}

/** Of the lower third, how much is as green as grass. */
function greenShare({ width, height, rgba }: Picture): number {
  const step = Math.max(1, Math.round(width / 160));
  let [green, count] = [0, 0];
  for (let y = Math.floor(height * 0.72); y < height; y += step) {
    for (let x = 0; x < width; x += step) {
      const p = (y * width + x) * 4;
      const [red, mid, blue] = [rgba[p]!, rgba[p + 1]!, rgba[p + 2]!];
      count++;
      if (mid > red * 1.02 && mid > blue * 1.15) green++;
    }
  }
  return green / Math.max(1, count);
}

/** Shadows fall away from the brighter side. */
function slantOf({ width, height, rgba }: Picture): number {
  const step = Math.max(1, Math.round(width / 120));
  let [sum, weighted] = [1, 0];
  for (let y = 0; y < height * 0.6; y += step) {
    for (let x = 0; x < width; x += step) {
      const p = (y * width + x) * 4;
      const light = ((rgba[p]! + rgba[p + 1]! + rgba[p + 2]!) / 765) ** 3;
      sum += light;
      weighted += light * (x / width - 0.5);
    }
  }
  const side = weighted / sum;
  return Math.min(0.55, Math.max(-0.55, -side * 4)) || 0.2;
}

/** How much of a figure is seen behind blades of grass that stand where they are. @param blade Height of the tallest. */
export function grassVeil(
  blade: number,
): (x: number, y: number, stance: { readonly y: number; readonly lift: number }) => number {
  return (x, y, stance) => {
    const above = stance.y + blade * 0.55 - stance.lift - y;
    if (above > blade) return 1;
    const place = x / 2.6;
    const left = Math.floor(place);
    const tall = hash(left, 91) + (hash(left + 1, 91) - hash(left, 91)) * (place - left);
    const wide = hash(Math.floor(x / 19), 17);
    const top = blade * (0.15 + 0.6 * tall * tall + 0.25 * wide);
    const seen = (above - top) / 2 + 0.5;
    return seen < 0 ? 0 : seen > 1 ? 1 : seen;
  };
}

/** How much of a figure is seen above water that moves. @param draught Pixels of it that are under water. */
export function waterVeil(
  draught: number,
  seconds: number,
): (x: number, y: number, stance: { readonly y: number; readonly lift: number }) => number {
  return (x, y, stance) => {
    const line =
      stance.y - draught + 1.6 * Math.sin(x * 0.09 + seconds * 2.3) + 0.9 * Math.sin(x * 0.23 - seconds * 3.1);
    const above = line - y;
    if (above > 2) return 1;
    // A little of it is seen through the water.
    return above < -draught * 0.5 ? 0 : above < 0 ? 0.22 * (1 + above / (draught * 0.5)) : 0.22 + 0.39 * above;
  };
}
