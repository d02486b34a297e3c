import { COVERAGE_LONGEST, cutOut } from './cut-out.ts';
import { cutPerson } from './cut-person.ts';
import { findLights } from './find-lights.ts';
import { type FoundSky, findSky } from './find-sky.ts';
import { findStars } from './find-stars.ts';
import { findPersons, findSubject } from './find-subject.ts';
import { findWater } from './find-water.ts';
import { guessDepth } from './guess-depth.ts';
import { isFlatPicture } from './is-flat.ts';
import { boundsOfCoverage, measurePalette } from './measure.ts';
import { blurPlane, detailOf, ease, type Grid, gridOf, planeOfCoverage, shrinkPicture } from './planes.ts';
import { refineEdges } from './refine-edges.ts';
import type { Box, Coverage, Detections, Light, Picture, Sight, Star } from './sight.ts';

const GRID_LONGEST = 240;
const PERSONS_MAX = 4;

/**
 * Sees what is where in a picture, from its pixels and what detectors found in it. The same picture gives the same sight.
 * @returns Regions of at most 1280 pixels a side; positions in pixels of the picture given.
 */
export function seePicture(picture: Picture, detections: Detections): Sight {
  const view = shrinkPicture(picture, COVERAGE_LONGEST);
  const grid = gridOf(view, GRID_LONGEST);
  const isFlat = isFlatPicture(picture);
  const brightness = meanLuma(view);
  const candidates = brightness < 0.3 && !isFlat ? starsOf(picture) : [];
  const isStarry = isFullOfStars(candidates, picture);
  const sky = isFlat
    ? undefined
    : findSky(grid, detections, {
        detail: detailOf(view, grid.width, grid.height),
        pictureHeight: picture.height,
        ...(isStarry && { stars: thicknessOf(candidates, picture, grid) }),
      });
  const isPortrait = detections.faces.some(({ box }) => box.height > 0.18 * picture.height);
  const water = isFlat || (isPortrait && !sky) ? undefined : findWater(grid, sky, isStarry);
  const people = cutPeople(picture, detections);
  const taken = Float32Array.from(grid.light, (_, i) => Math.max(sky?.region[i] ?? 0, water?.region[i] ?? 0));
  const subject = cutSubject({ picture, grid, detections, taken, people });
  const lay = (region: Float32Array) => refineEdges(view, { width: grid.width, height: grid.height, data: region });
  const skyCoverage = sky && withoutOf(lay(sky.region), people?.coverage, subject?.coverage);
  const waterCoverage = water && withoutOf(lay(water.region), people?.coverage, subject?.coverage);
  const horizonRow = water?.farRow ?? horizonBelow(sky, grid);
  const standing = [people?.coverage, subject?.coverage].flatMap((coverage) =>
    coverage ? [planeOfCoverage(coverage, grid.width, grid.height)] : [],
  );
  const ground = groundOf(grid, { horizonRow, taken, standing });
  const lights = findLights(picture);
  const isNight = looksNight({ brightness, sky, isStarry, lights, isFlat });
  const stars = isNight && skyCoverage ? starsIn(candidates, skyCoverage, picture) : [];
  return {
    ...detections,
    width: picture.width,
    height: picture.height,
    regions: {
      ...(skyCoverage && { sky: skyCoverage }),
      ...(waterCoverage && { water: waterCoverage }),
      ...(ground && { ground: lay(ground) }),
      ...(people && { people: people.coverage }),
      ...(subject && { subject: subject.coverage }),
    },
    ...(subject && { subjectBox: subject.box }),
    ...(subject?.label !== undefined && { subjectLabel: subject.label }),
    depth: guessDepth({
      width: grid.width,
      height: grid.height,
      standing,
      ...(sky && { sky: sky.region }),
      ...(horizonRow !== undefined && { horizonRow }),
    }),
    ...(horizonRow !== undefined && { horizonY: (horizonRow * picture.height) / grid.height }),
    lights:
      isNight || brightness < 0.33 ? lights : lights.filter(({ radius }) => radius > 0.012 * picture.width).slice(0, 6),
    isNight,
    stars,
    isFlat,
    palette: measurePalette(picture),
    brightness,
  };
}

interface Cut {
  readonly coverage: Coverage;
  readonly box: Box;
  readonly label?: string;
}

function cutPeople(picture: Picture, detections: Detections): Cut | undefined {
  const cuts = findPersons(picture, detections)
    .slice(0, PERSONS_MAX)
    .filter((box) => box.width > 4 && box.height > 4)
    .map((box) => cutPerson(picture, box, detections));
  const [first, ...more] = cuts;
  if (!first) return undefined;
  const data = Uint8Array.from(first.data);
  for (const { data: other } of more) for (let i = 0; i < data.length; i++) data[i] = Math.max(data[i]!, other[i]!);
  const coverage = { ...first, data };
  const box = boundsOfCoverage(coverage, picture);
  return box && { coverage, box, label: 'person' };
}

interface SubjectClues {
  readonly picture: Picture;
  readonly grid: Grid;
  readonly detections: Detections;
  readonly taken: Float32Array;
  readonly people: Cut | undefined;
}

function cutSubject({ picture, grid, detections, taken, people }: SubjectClues): Cut | undefined {
  const found = findSubject(picture, grid, detections, taken);
  if (!found) return undefined;
  if (found.label === 'person' && people) return people;
  const coverage = cutOut(picture, found);
  const box = boundsOfCoverage(coverage, picture);
  if (!box) return undefined;
  let sum = 0;
  for (const value of coverage.data) sum += value;
  // Less than a hundredth, or nearly everything, is no figure before a ground.
  const share = sum / (255 * coverage.data.length);
  if (share < 0.01 || share > 0.85) return undefined;
  return { coverage, box, ...(found.label !== undefined && { label: found.label }) };
}

function withoutOf(region: Coverage, ...others: readonly (Coverage | undefined)[]): Coverage {
  const data = Uint8Array.from(region.data);
  for (const other of others) {
    if (other) for (let i = 0; i < data.length; i++) data[i] = Math.min(data[i]!, 255 - other.data[i]!);
  }
  return { ...region, data };
}

/** Behind hills and houses the horizon lies lower than the sky's edge. */
function horizonBelow(sky: FoundSky | undefined, { height }: Grid): number | undefined {
  const edges = [...(sky?.edge ?? [])].filter((edge) => edge > 0).sort((a, b) => a - b);
  const low = edges[Math.floor(0.75 * edges.length)];
  if (low === undefined || low > 0.95 * height) return undefined;
  return Math.min(0.8 * height, Math.max(0.35 * height, low));
}

interface GroundClues {
  readonly horizonRow: number | undefined;
  readonly taken: Float32Array;
  readonly standing: readonly Float32Array[];
}

function groundOf({ width, height }: Grid, { horizonRow, taken, standing }: GroundClues): Float32Array | undefined {
  if (horizonRow === undefined) return undefined;
  let sum = 0;
  const ground = taken.map((share, i) => {
    const below = Math.min(1, Math.max(0, (Math.floor(i / width) - horizonRow) / (0.04 * height) + 0.5));
    const free = standing.reduce((least, region) => Math.min(least, 1 - region[i]!), 1 - share);
    sum += below * free;
    return below * free;
  });
  return sum > 0.03 * ground.length ? ground : undefined;
}

function starsOf(picture: Picture): Star[] {
  const view = shrinkPicture(picture, 1920);
  const scale = picture.width / view.width;
  return findStars(view).map(({ x, y, brightness }) => ({ x: x * scale, y: y * scale, brightness }));
}

/** How thick stars are around each cell: 1 where a sky full of them is. */
function thicknessOf(stars: readonly Star[], picture: Picture, { width, height }: Grid): Float32Array {
  const dots = new Float32Array(width * height);
  for (const { x, y } of stars) {
    const [u, v] = [Math.floor((x * width) / picture.width), Math.floor((y * height) / picture.height)];
    dots[Math.min(height - 1, v) * width + Math.min(width - 1, u)]! += 1;
  }
  const reach = Math.ceil(width / 24);
  const thick = blurPlane(blurPlane(dots, width, height, reach), width, height, Math.ceil(reach / 2));
  const middle = Float32Array.from(thick.subarray(0, width * Math.ceil(height / 2))).sort();
  const usual = middle[Math.floor(0.5 * middle.length)]!;
  return thick.map((value) => ease(0.12, 0.45, value / Math.max(1e-6, usual)));
}

/** Stars stand all along the upper edge; lit windows only where towers are. */
function isFullOfStars(stars: readonly Star[], { width, height }: Picture): boolean {
  const columns = new Array<number>(12).fill(0);
  for (const { x, y } of stars) if (y < 0.25 * height) columns[Math.min(11, Math.floor((12 * x) / width))]!++;
  return columns.filter((count) => count >= 2).length >= 9;
}

function starsIn(stars: readonly Star[], { width, height, data }: Coverage, picture: Picture): Star[] {
  return stars.filter(({ x, y }) => {
    const [u, v] = [Math.floor((x * width) / picture.width), Math.floor((y * height) / picture.height)];
    return data[Math.min(height - 1, v) * width + Math.min(width - 1, u)]! > 140;
  });
}

interface NightClues {
  readonly brightness: number;
  readonly sky: FoundSky | undefined;
  readonly isStarry: boolean;
  readonly lights: readonly Light[];
  readonly isFlat: boolean;
}

function looksNight({ brightness, sky, isStarry, lights, isFlat }: NightClues): boolean {
  if (isFlat) return false;
  if (isStarry) return true;
  // At dusk the sky is still bright, but the lamps are lit.
  if (sky)
    return (sky.light < 0.5 && (brightness < 0.3 || lights.length > 8)) || (sky.light < 0.66 && lights.length > 24);
  return brightness < 0.2 && lights.length > 4;
}

function meanLuma({ width, height, rgba }: Picture): number {
  let sum = 0;
  for (let i = 0; i < rgba.length; i += 4) sum += 0.2126 * rgba[i]! + 0.7152 * rgba[i + 1]! + 0.0722 * rgba[i + 2]!;
  return sum / (255 * width * height);
}
