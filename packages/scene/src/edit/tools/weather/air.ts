import type { Picture } from '../../../vision/sight.ts';
import type { EditMoment, ToolContext } from '../../tool.ts';
import { buildCube, type Color, type ColorChange, lookUpRow } from '../grade/cube.ts';
import { createRegionFitter, layRegion } from '../grade/region.ts';
import {
  clamp01,
  enlargeRows,
  lumaOf,
  type Plane,
  planeFor,
  type Sheet,
  sheetFor,
  shrinkFrame,
  smoothstep,
} from '../restyle/planes.ts';
import { createNoiseTile } from './noise-tile.ts';

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
  readonly sheet: Sheet;
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
  const sheet = sheetFor(frame);
  return { sheet, sky: planeFor(sheet), people: planeFor(sheet) };
}

export function makeAir({ survey, random }: ToolContext, air: Air, strength: number): AirPainter {
  const sheet = sheetFor(survey);
  const [red, green, blue, luma, sky, people, depth, haze, cloud] = Array.from({ length: 9 }, () =>
    planeFor(sheet),
  ) as unknown as [Plane, Plane, Plane, Plane, Plane, Plane, Plane, Plane, Plane];
  const { regions, depth: farness } = survey.representative.sight;
  const fit = createRegionFitter(sheet, 10 * sheet.unit, 0.0012);
  const cube = buildCube(air.color, strength);
  const tile = createNoiseTile(Math.floor(random.fork('air').next() * 2 ** 31));
  const colors = new Float32Array(survey.width * 3);
  const clouds = air.clouds;
  const u = 1 / sheet.unit;

  const fillHaze = (seconds: number) => {
    if (!air.haze) return;
    const { far, near, banks } = air.haze;
    for (let y = 0, i = 0; y < sheet.height; y++) {
      for (let x = 0; x < sheet.width; x++, i++) {
        const d = depth[i]!;
        let amount = near + (far - near) * d;
        if (banks > 0) {
          const slow = tile.at(x * u * 0.1 + seconds * 2.2, y * u * 0.2 - seconds * 0.25);
          const fine = tile.at(x * u * 0.24 - seconds * 1.3 + 91, y * u * 0.42 + 17);
          amount *= 1 + banks * (slow * 0.68 + fine * 0.32 - 0.5) * 2;
        }
        haze[i] = clamp01(amount * (1 - people[i]! * 0.45)) * strength;
      }
    }
  };
  const fillClouds = (seconds: number, camera: { readonly tx: number; readonly ty: number }, horizon: number) => {
    if (!clouds) return;
    for (let y = 0, i = 0; y < sheet.height; y++) {
      // Clouds are a ceiling: the nearer the horizon, the smaller and the slower they are.
      const above = Math.max(0.05, (horizon - y) / Math.max(1, horizon));
      const far = 1 / (above + 0.16);
      for (let x = 0; x < sheet.width; x++, i++) {
        if (sky[i]! < 0.01) continue;
        const px = (x - sheet.width / 2 - camera.tx / sheet.factor) * u * 0.052 * far + seconds * clouds.speed * 2.1;
        const py = far * 17 - seconds * clouds.speed * 0.3;
        cloud[i] = tile.at(px, py) * 0.66 + tile.at(px * 2.3 + 40, py * 2.3 + 80) * 0.34;
      }
    }
  };

  return {
    around: { sheet, sky, people },
    paint(frame, moment, flash) {
      shrinkFrame(frame, sheet, red, green, blue);
      lumaOf(red, green, blue, luma);
      if (regions.sky) {
        layRegion(regions.sky, survey, moment, sheet, sky);
        fit(sky, luma);
      }
      if (regions.people) layRegion(regions.people, survey, moment, sheet, people);
      if (air.haze) layRegion(farness, survey, moment, sheet, depth);
      fillHaze(moment.seconds);
      const camera = survey.frames[moment.index]?.camera ?? { tx: 0, ty: 0 };
      fillClouds(moment.seconds, camera, lowestSky(sky, sheet));
      enlargeRows([sky, haze, cloud], sheet, (y, rows) => {
        lookUpRow(cube, frame.rgba, y, frame.width, colors);
        paintRow(frame, y, rows, colors, air, strength, flash);
      });
    },
  };
}

function lowestSky(sky: Plane, { width, height }: Sheet): number {
  for (let y = height - 1; y > 0; y--) {
    let sum = 0;
    for (let x = 0; x < width; x += 2) sum += sky[y * width + x]!;
    if (sum > width * 0.04) return y + 1;
  }
  return height * 0.4;
}

function paintRow(
  { rgba, width, height }: Picture,
  y: number,
  rows: readonly Plane[],
  colors: Float32Array,
  air: Air,
  strength: number,
  flash: number,
): void {
  const [sky, haze, cloud] = rows as [Plane, Plane, Plane];
  const { clouds, clear } = air;
  const hazeColor = air.haze?.color ?? [0, 0, 0];
  const t = clamp01(y / (height * 0.6));
  const lit = 1 + flash * 0.9;
  const sun = air.sun;
  const reach = Math.hypot(width, height) * 0.62;
  for (let x = 0, i = y * width * 4, c = 0; x < width; x++, i += 4, c += 3) {
    let r = colors[c]!;
    let g = colors[c + 1]!;
    let b = colors[c + 2]!;
    const s = sky[x]! * strength;
    if (s > 0.004) {
      if (clear) {
        const share = s * clear.share;
        const l = ((rgba[i]! * 0.3 + rgba[i + 1]! * 0.59 + rgba[i + 2]! * 0.11) / 255) * 60 - 44;
        r += ((clear.top[0] + (clear.bottom[0] - clear.top[0]) * t) * 255 + l - r) * share;
        g += ((clear.top[1] + (clear.bottom[1] - clear.top[1]) * t) * 255 + l - g) * share;
        b += ((clear.top[2] + (clear.bottom[2] - clear.top[2]) * t) * 255 + l - b) * share;
      }
      if (clouds) {
        const n = cloud[x]!;
        const limit = 0.86 - clouds.cover * 0.86;
        const share = s * smoothstep(limit - 0.16, limit + 0.14, n);
        const light = smoothstep(0.22, 0.8, n);
        r += ((clouds.dark[0] + (clouds.light[0] - clouds.dark[0]) * light) * 255 - r) * share;
        g += ((clouds.dark[1] + (clouds.light[1] - clouds.dark[1]) * light) * 255 - g) * share;
        b += ((clouds.dark[2] + (clouds.light[2] - clouds.dark[2]) * light) * 255 - b) * share;
      }
    }
    const h = haze[x]!;
    r += (hazeColor[0]! * 255 - r) * h;
    g += (hazeColor[1]! * 255 - g) * h;
    b += (hazeColor[2]! * 255 - b) * h;
    if (flash > 0) {
      const lift = flash * (18 + s * 70);
      r = r * lit + lift * 0.86;
      g = g * lit + lift * 0.92;
      b = b * lit + lift * 1.1;
    }
    if (sun) {
      const dx = x - sun.x * width;
      const dy = y - sun.y * height;
      const d = Math.sqrt(dx * dx + dy * dy) / reach;
      if (d < 1) {
        const fall = (1 - d) * (1 - d);
        const warm = (fall * fall * 120 + fall * 46) * strength * (0.35 + sky[x]! * 0.65);
        r += warm * (1 - r * 0.0034);
        g += warm * 0.84 * (1 - g * 0.0034);
        b += warm * 0.52 * (1 - b * 0.0034);
      }
    }
    rgba[i] = r <= 0 ? 0 : r >= 255 ? 255 : r + 0.5;
    rgba[i + 1] = g <= 0 ? 0 : g >= 255 ? 255 : g + 0.5;
    rgba[i + 2] = b <= 0 ? 0 : b >= 255 ? 255 : b + 0.5;
  }
}
