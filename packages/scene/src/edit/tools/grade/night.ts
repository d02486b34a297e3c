import type { Light } from '../../../vision/sight.ts';
import type { EditMoment, FrameSurvey, ToolContext } from '../../tool.ts';
import {
  boxBlur,
  clamp01,
  enlargeRows,
  lumaOf,
  type Plane,
  planeFor,
  type Sheet,
  sheetFor,
  shrinkFrame,
  smoothstep,
  softBlur,
} from '../restyle/planes.ts';
import { chanceAt, hashAt } from '../restyle/texture.ts';
import { vignetteRow } from '../restyle/vignette.ts';
import { buildCube, lookUpRowQuickly, quickCube } from './cube.ts';
import type { FramePainter } from './grade-painter.ts';
import { nightColor } from './looks.ts';
import { createRegionFitter, layRegion } from './region.ts';

/** Stars on a picture 1280 pixels wide. */
const STARS = 260;

interface Planes {
  readonly red: Plane;
  readonly green: Plane;
  readonly blue: Plane;
  readonly luma: Plane;
  readonly sky: Plane;
  readonly people: Plane;
  /** What goes on shining, and its glow. */
  readonly lamps: Plane;
  readonly glow: Plane;
  readonly spare: Plane;
}

/**
 * Day to night: ground in moonlight, the sky a deep blue that pales towards the horizon, stars where it is clear, and lamps,
 * lit windows and bright panes that glow.
 */
export function makeNight({ survey, random }: ToolContext, strength: number): FramePainter {
  const sheet = sheetFor(survey);
  const [red, green, blue, luma, sky, people, lamps, glow, spare] = Array.from({ length: 9 }, () =>
    planeFor(sheet),
  ) as unknown as [Plane, Plane, Plane, Plane, Plane, Plane, Plane, Plane, Plane];
  const planes: Planes = { red, green, blue, luma, sky, people, lamps, glow, spare };
  const { regions, isNight, lights } = survey.representative.sight;
  const fit = createRegionFitter(sheet, 10 * sheet.unit, 0.0012);
  const ground = quickCube(buildCube(nightColor));
  const stars = regions.sky && !isNight ? scatterStars(random.fork('stars').next(), survey.width, survey.height) : [];
  const vignette = vignetteRow(survey.width, survey.height, 0.34);
  const dark = new Float32Array(survey.width * 3);

  return (frame, moment) => {
    shrinkFrame(frame, sheet, red, green, blue);
    lumaOf(red, green, blue, luma);
    if (regions.sky) {
      layRegion(regions.sky, survey, moment, sheet, sky);
      fit(sky, luma);
    }
    if (regions.people) layRegion(regions.people, survey, moment, sheet, people);
    else people.fill(0);
    const horizon = horizonOf(sky, sheet);
    const camera = survey.frames[moment.index]?.camera ?? { a: 1, b: 0, tx: 0, ty: 0 };
    findLamps(planes, lights, camera, sheet);
    const shining = starsAt(stars, moment, survey, frame.width);
    enlargeRows([sky, lamps, glow], sheet, (y, rows) => {
      const [s, lamp, halo] = rows as [Plane, Plane, Plane];
      lookUpRowQuickly(ground, frame.rgba, y, frame.width, dark);
      const shade = vignette(y);
      const height = clamp01(y / Math.max(1, horizon));
      const low = height * height;
      const skyRed = 7 + low * 25;
      const skyGreen = 13 + low * 36;
      const skyBlue = 36 + low * 56;
      const star = shining.get(y);
      const { rgba } = frame;
      for (let x = 0, i = y * frame.width * 4, c = 0; x < frame.width; x++, i += 4, c += 3) {
        const share = s[x]!;
        let r = dark[c]!;
        let g = dark[c + 1]!;
        let b = dark[c + 2]!;
        if (share > 0.004) {
          // Clouds stay as a breath of themselves.
          const cloud = (rgba[i]! * 0.3 + rgba[i + 1]! * 0.59 + rgba[i + 2]! * 0.11) * 0.125;
          r += (cloud * 0.75 + skyRed - r) * share;
          g += (cloud * 0.86 + skyGreen - g) * share;
          b += (cloud * 1.12 + skyBlue - b) * share;
        }
        const own = lamp[x]! * (1 - share);
        if (own > 0.01) {
          const l = rgba[i]! * 0.3 + rgba[i + 1]! * 0.59 + rgba[i + 2]! * 0.11;
          r += (l * 0.62 + rgba[i]! * 0.38 - r) * own;
          g += (l * 0.46 + rgba[i + 1]! * 0.3 - g) * own;
          b += (l * 0.22 + rgba[i + 2]! * 0.2 - b) * own;
        }
        const bloom = halo[x]! * 255;
        r += bloom * 0.86;
        g += bloom * 0.52;
        b += bloom * 0.2;
        const v = shade[x]!;
        r = Math.min(255, r * v);
        g = Math.min(255, g * v);
        b = Math.min(255, b * v);
        rgba[i] = r + (rgba[i]! - r) * (1 - strength);
        rgba[i + 1] = g + (rgba[i + 1]! - g) * (1 - strength);
        rgba[i + 2] = b + (rgba[i + 2]! - b) * (1 - strength);
      }
      if (star)
        for (const { x, light } of star) addLight(rgba, (y * frame.width + x) * 4, light * s[x]! ** 4 * strength);
    });
  };
}

/** The lowest row with a good part of sky, in pixels of the frame; a third of the height where there is none. */
function horizonOf(sky: Plane, sheet: Sheet): number {
  for (let y = sheet.height - 1; y > 0; y--) {
    let sum = 0;
    for (let x = 0; x < sheet.width; x++) sum += sky[y * sheet.width + x]!;
    if (sum > sheet.width * 0.12) return (y + 1) * sheet.factor;
  }
  return sheet.frameHeight / 3;
}

/**
 * What shines: the lights that were seen in the picture, and small warm panes amid the dark. Skies, people, snow and broad
 * white walls are none of that.
 */
function findLamps(
  { red, blue, luma, sky, people, lamps, glow, spare }: Planes,
  lights: readonly Light[],
  camera: FrameSurvey['camera'],
  sheet: Sheet,
): void {
  softBlur(luma, glow, spare, sheet, 6 * sheet.unit);
  softBlur(glow, lamps, spare, sheet, 14 * sheet.unit);
  for (let i = 0; i < lamps.length; i++) {
    const l = luma[i]!;
    const small = smoothstep(0.16, 0.3, l - glow[i]!) * smoothstep(0.52, 0.38, lamps[i]!);
    const isPane =
      l > 0.5 && small > 0 ? small * smoothstep(0.55, 0.8, l) * smoothstep(0.08, 0.2, red[i]! - blue[i]!) : 0;
    // A lit window is amber and brighter than its wall, also in a bright street.
    const warmth = red[i]! - blue[i]!;
    const amber =
      warmth > 0.24 && l > 0.46
        ? smoothstep(0.24, 0.42, warmth) *
          smoothstep(0.46, 0.62, l) *
          smoothstep(0.07, 0.18, l - glow[i]!) *
          smoothstep(0.72, 0.6, lamps[i]!)
        : 0;
    lamps[i] = Math.max(isPane, amber) * (1 - sky[i]!) ** 2 * (1 - people[i]!);
  }
  // Glints on leaves are too small to be lamps: what is left of them after a blur falls below the limit.
  boxBlur(lamps, lamps, spare, sheet, Math.max(1, 1.6 * sheet.unit));
  for (let i = 0; i < lamps.length; i++) lamps[i] = smoothstep(0.34, 0.72, lamps[i]!);
  for (const light of lights) {
    // By day, a bluish one is sky that is seen through a gap.
    const isGap = light.color[2] > light.color[0] + 6;
    if (!isGap) addLamp(light, camera, luma, people, lamps, sheet);
  }
  boxBlur(lamps, lamps, spare, sheet, 1);
  softBlur(lamps, glow, spare, sheet, 5 * sheet.unit);
  // The wide glow goes where brightness was, which nothing needs any more.
  softBlur(glow, luma, spare, sheet, 16 * sheet.unit);
  for (let i = 0; i < glow.length; i++) glow[i] = Math.min(0.8, glow[i]! * 0.55 + luma[i]! * 0.95);
}

function addLamp(
  { x, y, radius }: Light,
  { a, b, tx, ty }: FrameSurvey['camera'],
  luma: Plane,
  people: Plane,
  lamps: Plane,
  { width, height, factor }: Sheet,
): void {
  const cx = (a * x - b * y + tx) / factor;
  const cy = (b * x + a * y + ty) / factor;
  const reach = (radius * 2.2 * Math.hypot(a, b)) / factor + 1;
  for (let py = Math.max(0, Math.floor(cy - reach)); py <= Math.min(height - 1, Math.ceil(cy + reach)); py++) {
    for (let px = Math.max(0, Math.floor(cx - reach)); px <= Math.min(width - 1, Math.ceil(cx + reach)); px++) {
      const near = 1 - smoothstep(0.75, 1, Math.hypot(px + 0.5 - cx, py + 0.5 - cy) / reach);
      const i = py * width + px;
      const shine = near * smoothstep(0.5, 0.78, luma[i]!) * (1 - people[i]!);
      if (shine > lamps[i]!) lamps[i] = shine;
    }
  }
}

interface NightStar {
  readonly x: number;
  readonly y: number;
  readonly light: number;
  readonly phase: number;
}

function scatterStars(chance: number, width: number, height: number): NightStar[] {
  const seed = Math.floor(chance * 2 ** 31);
  // Over more than the frame, so that a camera that moves finds some there too.
  return Array.from({ length: STARS * 2 }, (_, i) => {
    const magnitude = chanceAt(i, 3, seed);
    return {
      x: (chanceAt(i, 1, seed) * 2 - 0.5) * width,
      y: (chanceAt(i, 2, seed) * 1.3 - 0.45) * height,
      light: 95 + magnitude ** 5 * 380,
      phase: (hashAt(i, 4, seed) & 1023) / 163,
    };
  });
}

function starsAt(
  stars: readonly NightStar[],
  moment: EditMoment,
  survey: ToolContext['survey'],
  width: number,
): Map<number, { x: number; light: number }[]> {
  const rows = new Map<number, { x: number; light: number }[]>();
  const { a, b, tx, ty } = survey.frames[moment.index]?.camera ?? { a: 1, b: 0, tx: 0, ty: 0 };
  const put = (x: number, y: number, light: number) => {
    if (x < 0 || x >= width || light < 2) return;
    const row = rows.get(y) ?? [];
    row.push({ x, light });
    rows.set(y, row);
  };
  for (const star of stars) {
    const fx = a * star.x - b * star.y + tx;
    const fy = b * star.x + a * star.y + ty;
    const x = Math.floor(fx);
    const y = Math.floor(fy);
    const u = fx - x;
    const v = fy - y;
    const light = star.light * (0.93 + 0.07 * Math.sin(moment.seconds * 2.6 + star.phase));
    put(x, y, light * (1 - u) * (1 - v));
    put(x + 1, y, light * u * (1 - v));
    put(x, y + 1, light * (1 - u) * v);
    put(x + 1, y + 1, light * u * v);
  }
  return rows;
}

function addLight(rgba: Uint8Array, at: number, light: number): void {
  rgba[at] = Math.min(255, rgba[at]! + light * 0.92);
  rgba[at + 1] = Math.min(255, rgba[at + 1]! + light * 0.96);
  rgba[at + 2] = Math.min(255, rgba[at + 2]! + light);
}
