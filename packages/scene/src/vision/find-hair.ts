import { colorOdds } from './color-odds.ts';
import { COVERAGE_LONGEST } from './cut-out.ts';
import { arenaOfHead, type HeadZones, zonesOfHead } from './head-zones.ts';
import { fillHoles, labelParts } from './parts.ts';
import { cropOf, ease, type Grid, gridOf, shrinkPicture } from './planes.ts';
import { refineEdges } from './refine-edges.ts';
import type { Box, Coverage, Face, Picture } from './sight.ts';
import { FIXED, spreadBelief } from './spread.ts';

/** What grows on a head, or lies on it. */
export interface FoundHair {
  /** Of the picture's extent. */
  readonly coverage: Coverage;
  /** `headgear`: of several materials, or of a colour that hair has not; `unclear`: next to nothing was made out. */
  readonly kind: 'hair' | 'headgear' | 'unclear';
}

const GRID_LONGEST = 168;
const SIDE_MIN = 12;
const ROUNDS = 4;
/** Hair that falls over dark clothes is not lost to them. */
const CLOTHES_ODDS_MIN = 0.66;
/** Cells below the head that are not hair yet count for so little when its surroundings are learnt. */
const UNKNOWN_SHARE = 0.12;

/**
 * Finds what covers a head from the brow up, and what falls from it: its colours are learnt above the forehead, told from
 * those of the skin, of the surroundings and of the clothes, and spread to the picture's edges.
 */
export function findHair(picture: Picture, face: Face): FoundHair | undefined {
  const view = shrinkPicture(picture, COVERAGE_LONGEST);
  const seen = scaleFace(face, view.width / picture.width);
  const arena = arenaOfHead(seen, view);
  if (Math.min(arena.width, arena.height) < SIDE_MIN) return undefined;
  const crop = cropOf(view, arena.x, arena.y, arena.width, arena.height);
  const grid = gridOf(crop, GRID_LONGEST);
  const zones = zonesOfHead(grid, arena, seen);
  const found = keepOnHead(separate(grid, zones), grid, zones.isSkull);
  const region = fillUp(found, grid, zones);
  const cut = refineEdges(crop, { width: grid.width, height: grid.height, data: region }, { radius: 2 });
  return { coverage: layOut(cut, arena, view), kind: kindOf(grid, found, zones) };
}

function scaleFace(face: Face, scale: number): Face {
  const { x, y, width, height } = face.box;
  const box = { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
  return { ...face, box, mesh: face.mesh.map((value) => value * scale) };
}

function layOut(cut: Coverage, arena: Box, { width, height }: Picture): Coverage {
  const data = new Uint8Array(width * height);
  for (let y = 0; y < arena.height; y++) {
    const row = cut.data.subarray(y * arena.width, (y + 1) * arena.width);
    data.set(row, (arena.y + y) * width + arena.x);
  }
  return { width, height, data };
}

function separate(grid: Grid, { prior, isFace, isSkin, isSkull, isChest }: HeadZones): Float32Array {
  const count = prior.length;
  const [value, weight] = [new Float32Array(count), new Float32Array(count)];
  // On the forehead hair and skin are equally likely: nothing is learnt there at first.
  let region = prior.map((share, i) => (isSkull[i] && share > 0.5 ? share : 0));
  for (let round = 0; round < ROUNDS; round++) {
    const against = (countOf: (share: number, i: number) => number) => colorOdds(grid, region, region.map(countOf));
    const isKnown = (share: number, i: number) => prior[i] === 0 || isSkull[i] === 1 || share > 0.5;
    const surroundings = against((share, i) => (isFace[i] ? 0 : isKnown(share, i) ? 1 : UNKNOWN_SHARE));
    const skin = against((share, i) => (isSkin[i] ? 1 : share));
    const clothes = against((share, i) => (isChest[i] ? 1 : share));
    const trust = 0.62 + 0.1 * round;
    for (let i = 0; i < count; i++) {
      const odds = Math.min(surroundings[i]!, skin[i]!, Math.max(CLOTHES_ODDS_MIN, clothes[i]!));
      value[i] = prior[i] === 0 ? 0 : trust * odds + (1 - trust) * prior[i]!;
      weight[i] = prior[i] === 0 ? FIXED : 0.03 + 0.15 * Math.abs(odds - 0.5);
    }
    region = spreadBelief(grid, { value, weight }).map((share) => ease(0.3, 0.7, share));
  }
  return region;
}

/** Keeps what hangs on to the head. */
function keepOnHead(region: Float32Array, { width, height }: Grid, isSkull: Uint8Array): Float32Array {
  const { labels, count } = labelParts(region, width, height, (share) => share > 0.5);
  const onSkull = new Float32Array(count);
  for (let i = 0; i < region.length; i++) if (labels[i]! >= 0 && isSkull[i]) onSkull[labels[i]!]!++;
  const least = Math.max(1, 0.1 * Math.max(0, ...onSkull));
  return region.map((share, i) => (labels[i]! >= 0 && onSkull[labels[i]!]! < least ? 0 : share));
}

/** Degrees of one sector about the head's middle, and to how many sectors on both sides each is compared. */
const SECTOR = 4;
const NEIGHBOURS = 7;
/** Of the way to where hair ends, so much may be bare forehead. */
const FOREHEAD_SHARE = 0.75;
/** Cells of a highlight within the hair, of the face's height squared. */
const HOLE_MAX = 0.03;

/**
 * Fills what a lamp brushes as bright as the wall behind it: above the face, hair reaches about as far in every direction
 * as in those beside it.
 */
function fillUp(region: Float32Array, grid: Grid, { bearing, inSkull, isAbove, cellsHigh }: HeadZones): Float32Array {
  const count = 360 / SECTOR;
  const reach = new Float32Array(count);
  const sectorOf = (i: number) => Math.floor(bearing[i]! / SECTOR) % count;
  for (let i = 0; i < region.length; i++) {
    if (region[i]! > 0.5) reach[sectorOf(i)] = Math.max(reach[sectorOf(i)]!, inSkull[i]!);
  }
  const usual = reach.map((_, sector) => {
    const around = Array.from(
      { length: 2 * NEIGHBOURS + 1 },
      (__, k) => reach[(sector + k - NEIGHBOURS + count) % count]!,
    );
    return around.sort((p, q) => p - q)[NEIGHBOURS]!;
  });
  const filled = region.map((share, i) => {
    const part = inSkull[i]! / usual[sectorOf(i)]!;
    return isAbove[i] && part > FOREHEAD_SHARE && part < 1 ? 1 : share;
  });
  return fillHoles(filled, grid, HOLE_MAX * cellsHigh ** 2);
}

const CROWN_MIN = 0.12;
/** Of what was found on the skull, so much at most may lie on the face. */
const ON_FACE_MAX = 0.6;
/** Between the middle and the brightest of what covers a head; hair with the sun on it stays below. */
const LIGHT_SPREAD_MAX = 0.45;
/** Beyond the colours that hair has by itself, where the temples have another colour or none. */
const CHROMA_MAX = 0.15;
const COLD_MAX = 0.045;
const TEMPLE_MIN = 0.3;
/** Cosine between two hues. */
const ALIKE_MIN = 0.9;

function kindOf({ light, a, b }: Grid, region: Float32Array, zones: HeadZones): FoundHair['kind'] {
  const { isSkull, isFace, isCrown, isTemple } = zones;
  const here = [...region.keys()].filter((i) => isSkull[i] === 1 && region[i]! > 0.6);
  const onFace = here.filter((i) => isFace[i] === 1).length;
  if (meanOver(region, isCrown) < CROWN_MIN || onFace > ON_FACE_MAX * here.length) return 'unclear';
  if (partOf(light, here, 0.97) - partOf(light, here, 0.5) > LIGHT_SPREAD_MAX) return 'headgear';
  const found = (where: Uint8Array) => [...region.keys()].filter((i) => where[i] === 1 && region[i]! > 0.6);
  const [crown, temples] = [found(isCrown), found(isTemple)];
  const [red, yellow] = [partOf(a, crown, 0.5), partOf(b, crown, 0.5)];
  const isStrange = Math.hypot(red, yellow) > CHROMA_MAX || Math.min(red, yellow) < -COLD_MAX;
  if (!isStrange) return 'hair';
  // Dyed hair has its hue at the temples too.
  const [redBeside, yellowBeside] = [partOf(a, temples, 0.5), partOf(b, temples, 0.5)];
  const chroma = Math.hypot(red, yellow) * Math.hypot(redBeside, yellowBeside);
  const alike = (red * redBeside + yellow * yellowBeside) / Math.max(1e-6, chroma);
  return meanOver(region, isTemple) < TEMPLE_MIN || alike < ALIKE_MIN ? 'headgear' : 'hair';
}

/** The value that such a share of some cells lies below. */
function partOf(plane: Float32Array, cells: readonly number[], share: number): number {
  const values = cells.map((i) => plane[i]!).sort((p, q) => p - q);
  return values[Math.floor(share * (values.length - 1))] ?? 0;
}

function meanOver(region: Float32Array, where: Uint8Array): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < region.length; i++) {
    if (!where[i]) continue;
    sum += region[i]!;
    count++;
  }
  return sum / Math.max(1, count);
}
