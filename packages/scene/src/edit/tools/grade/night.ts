import type { Box, Light, Picture } from '../../../vision/sight.ts';
import type { EditMoment, FrameSurvey, ToolContext } from '../../tool.ts';
import {
  boxBlur,
  lumaOf,
  mixPlanes,
  type Plane,
  planesFor,
  type Sheet,
  sheetFor,
  shrinkFrame,
  smoothstep,
  softBlur,
} from '../restyle/planes.ts';
import { chanceAt, hashAt } from '../restyle/texture.ts';
import { buildCube } from './cube.ts';
import type { FramePainter } from './grade-painter.ts';
import { nightColor } from './looks.ts';
import { createRegion, createRegionFitter } from './region.ts';

/** What is bright by its paint. */
const VEHICLES: ReadonlySet<string> = new Set([
  'car',
  'truck',
  'bus',
  'train',
  'motorcycle',
  'bicycle',
  'boat',
  'airplane',
]);

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
export function makeNight({ survey, random, kernel }: ToolContext, strength: number): FramePainter {
  const sheet = sheetFor(survey, kernel);
  const { easel } = sheet;
  const [red, green, blue, luma, lamps, glow, spare, empty] = planesFor(sheet, 8);
  const { regions, isNight, lights, things } = survey.representative.sight;
  const vehicles = things.filter(({ label }) => VEHICLES.has(label)).map(({ box }) => box);
  const skyAt = createRegion(regions.sky, survey, sheet);
  const peopleAt = createRegion(regions.people, survey, sheet);
  const fit = createRegionFitter(sheet, 10 * sheet.unit, 0.0012);
  const ground = easel.hold(buildCube(nightColor));
  const stars = regions.sky && !isNight ? scatterStars(random.fork('stars').next(), survey.width, survey.height) : [];

  return (frame, moment) => {
    shrinkFrame(frame, sheet, red, green, blue);
    lumaOf(sheet, red, green, blue, luma);
    const sky = skyAt?.(moment) ?? empty;
    if (skyAt) fit(sky, luma);
    const people = peopleAt?.(moment) ?? empty;
    const camera = survey.frames[moment.index]?.camera ?? { a: 1, b: 0, tx: 0, ty: 0 };
    findLamps({ red, green, blue, luma, sky, people, lamps, glow, spare }, { lights, vehicles }, camera, sheet);
    easel.run('nightFrame', ground, sky, lamps, glow, Math.max(1, horizonOf(sky, sheet)), strength);
    easel.give(frame);
    addStars(frame, starsAt(stars, moment, survey, frame), sky, sheet, strength);
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
  { lights, vehicles }: { readonly lights: readonly Light[]; readonly vehicles: readonly Box[] },
  camera: FrameSurvey['camera'],
  sheet: Sheet,
): void {
  const { easel, unit } = sheet;
  softBlur(luma, glow, spare, sheet, 6 * unit);
  softBlur(glow, lamps, spare, sheet, 14 * unit);
  easel.run('lampSheet', red, blue, luma, glow, sky, people, lamps);
  // Glints on leaves are too small to be lamps: what is left of them after a blur falls below the limit.
  boxBlur(lamps, lamps, spare, sheet, Math.max(1, 1.6 * unit));
  easel.run('stepSheet', lamps, 0.34, 0.72);
  for (const vehicle of vehicles) putOut(vehicle, camera, lamps, sheet);
  for (const light of lights) {
    // By day, a bluish one is sky that is seen through a gap.
    const isGap = light.color[2] > light.color[0] + 6;
    if (!isGap) addLamp(light, camera, luma, people, lamps, sheet);
  }
  boxBlur(lamps, lamps, spare, sheet, 1);
  softBlur(lamps, glow, spare, sheet, 5 * unit);
  // The wide glow goes where brightness was, which nothing needs any more.
  softBlur(glow, luma, spare, sheet, 16 * unit);
  mixPlanes(sheet, [0.55, glow], [0.95, luma], 0, glow);
}

/** Takes the shine off a vehicle: a yellow taxi is painted, not lit. */
function putOut({ x, y, width, height }: Box, camera: FrameSurvey['camera'], lamps: Plane, sheet: Sheet): void {
  const { a, b, tx, ty } = camera;
  const [mx, my] = [x + width / 2, y + height / 2];
  const scale = Math.hypot(a, b) / sheet.factor;
  const [cx, cy] = [(a * mx - b * my + tx) / sheet.factor, (b * mx + a * my + ty) / sheet.factor];
  const [rx, ry] = [width * 0.62 * scale, height * 0.66 * scale];
  for (let py = Math.max(0, Math.floor(cy - ry)); py < Math.min(sheet.height, Math.ceil(cy + ry)); py++) {
    for (let px = Math.max(0, Math.floor(cx - rx)); px < Math.min(sheet.width, Math.ceil(cx + rx)); px++) {
      const away = Math.max(Math.abs(px + 0.5 - cx) / rx, Math.abs(py + 0.5 - cy) / ry);
      lamps[py * sheet.width + px]! *= smoothstep(0.85, 1, away);
    }
  }
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

interface Glint {
  readonly x: number;
  readonly y: number;
  readonly light: number;
}

/** Each star falls on four pixels. */
function starsAt(
  stars: readonly NightStar[],
  moment: EditMoment,
  survey: ToolContext['survey'],
  { width, height }: Picture,
): Glint[] {
  const glints: Glint[] = [];
  const { a, b, tx, ty } = survey.frames[moment.index]?.camera ?? { a: 1, b: 0, tx: 0, ty: 0 };
  const put = (x: number, y: number, light: number) => {
    if (x >= 0 && x < width && y >= 0 && y < height && light >= 2) glints.push({ x, y, light });
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
  return glints;
}

/** Stars shine through where there is nothing but sky. */
function addStars(
  { rgba, width }: Picture,
  glints: readonly Glint[],
  sky: Plane,
  sheet: Sheet,
  strength: number,
): void {
  for (const { x, y, light } of glints) {
    const clear = sky[Math.floor(y / sheet.factor) * sheet.width + Math.floor(x / sheet.factor)]!;
    const at = (y * width + x) * 4;
    const shine = light * clear ** 4 * strength;
    rgba[at] = Math.min(255, rgba[at]! + shine * 0.92);
    rgba[at + 1] = Math.min(255, rgba[at + 1]! + shine * 0.96);
    rgba[at + 2] = Math.min(255, rgba[at + 2]! + shine);
  }
}
