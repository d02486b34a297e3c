import { colorOdds } from './color-odds.ts';
import { labelParts } from './parts.ts';
import { cropOf, ease, type Grid, gridOf, planeOfCoverage, resizePlane, shrinkPicture } from './planes.ts';
import { refineEdges } from './refine-edges.ts';
import type { Box, Coverage, Picture } from './sight.ts';
import { FIXED, spreadBelief } from './spread.ts';
import { VESSEL_AWAY, VESSELS, vesselAt } from './vessel-shape.ts';

/** Where to look for what is to be cut out. */
export interface CutOutOptions {
  /** It fills most of this; the middle of the picture by default. */
  readonly box?: Box;
  /** Places that surely belong to it, 255, on the picture's extent; without it the middle of the box. */
  readonly seed?: Coverage;
  /** What it is, in COCO's words: a person is taken to reach the bottom of a box that ends at the picture's edge. */
  readonly label?: string;
}

/** Longest side of what is returned: enough for a film, and four times faster than a large photo. */
export const COVERAGE_LONGEST = 1280;
const GRID_LONGEST = 176;
/** Colours of the box against colours around it: from here on a colour is the box's own. */
const STRANGE_MIN = 0.7;
/** Boxes are often drawn too narrow: from so many halves of a box off its middle nothing belongs to it. */
const AWAY = 1.3;
/** Of what is looked at, so much lies surely beside the box. */
const AROUND_MIN = 0.06;
/** Of a figure and its ends, so much has been found before. */
const STRAY_SHARE = 0.62;

/**
 * Cuts something out of a picture: its colours are learnt inside and around the box in turns, spread to edges, and laid
 * onto the picture's own edges.
 * @returns Soft coverage of the picture's extent, at most 1280 pixels a side.
 */
export function cutOut(picture: Picture, options: CutOutOptions = {}): Coverage {
  const view = shrinkPicture(picture, COVERAGE_LONGEST);
  const scale = view.width / picture.width;
  const box = scaleBox(options.box ?? middleOf(picture), scale);
  const arena = arenaOf(box, view);
  const crop = cropOf(view, arena.x, arena.y, arena.width, arena.height);
  const grid = gridOf(crop, GRID_LONGEST);
  const seed = options.seed && seedOf(options.seed, view, arena, grid);
  const region = separate(grid, toGrid(box, arena, grid), seed, options.label);
  const cut = refineEdges(crop, { width: grid.width, height: grid.height, data: region }, { radius: 2 });
  const data = new Uint8Array(view.width * view.height);
  for (let y = 0; y < arena.height; y++) {
    const row = cut.data.subarray(y * arena.width, (y + 1) * arena.width);
    data.set(row, (arena.y + y) * view.width + arena.x);
  }
  return { width: view.width, height: view.height, data };
}

function middleOf({ width, height }: Picture): Box {
  return { x: 0.12 * width, y: 0.1 * height, width: 0.76 * width, height: 0.82 * height };
}

function scaleBox({ x, y, width, height }: Box, scale: number): Box {
  return { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
}

/** The box and enough around it to learn what it is not. */
function arenaOf(box: Box, { width, height }: Picture): Box {
  const margin = 0.22 * Math.max(box.width, box.height) + 4;
  const x = Math.min(width - 1, Math.max(0, Math.floor(box.x - margin)));
  const y = Math.min(height - 1, Math.max(0, Math.floor(box.y - margin)));
  return {
    x,
    y,
    width: Math.max(1, Math.min(width, Math.ceil(box.x + box.width + margin)) - x),
    height: Math.max(1, Math.min(height, Math.ceil(box.y + box.height + margin)) - y),
  };
}

function toGrid(box: Box, arena: Box, grid: Grid): Box {
  const scale = grid.width / arena.width;
  return { ...scaleBox({ ...box, x: box.x - arena.x, y: box.y - arena.y }, scale) };
}

function seedOf(seed: Coverage, view: Picture, arena: Box, grid: Grid): Float32Array {
  const whole = planeOfCoverage(seed, view.width, view.height);
  const part = new Float32Array(arena.width * arena.height);
  for (let y = 0; y < arena.height; y++) {
    const from = (arena.y + y) * view.width + arena.x;
    part.set(whole.subarray(from, from + arena.width), y * arena.width);
  }
  return resizePlane({ width: arena.width, height: arena.height, data: part }, grid.width, grid.height).data;
}

function separate(grid: Grid, box: Box, seed: Float32Array | undefined, label: string | undefined): Float32Array {
  const count = grid.width * grid.height;
  const prior = priorOf(grid, box, label);
  const isVessel = label !== undefined && VESSELS.has(label);
  const vessel = isVessel ? Array.from(prior, (_, i) => vesselAt(...offMiddle(box, grid.width, i))) : undefined;
  const isOutside = Uint8Array.from(prior, (value) => (value < 0.02 ? 1 : 0));
  const weight = new Float32Array(count);
  const value = new Float32Array(count);
  let region = prior;
  for (let round = 0; round < 4; round++) {
    const odds = colorOdds(grid, region);
    for (let i = 0; i < count; i++) {
      // Later rounds trust colours more and the box's shape less.
      const trust = vessel ? vessel[i]!.trust : 0.55 + 0.1 * round;
      const place = Math.min(0.98, prior[i]!);
      value[i] = trust * odds[i]! + (1 - trust) * place;
      weight[i] = 0.03 + 0.12 * Math.abs(odds[i]! - 0.5);
      if (isOutside[i]) setFixed(value, weight, i, 0);
      else if (prior[i] === 1 || (seed && seed[i]! > 0.5)) setFixed(value, weight, i, 1);
    }
    region = spreadBelief(grid, { value, weight });
    for (let i = 0; i < count; i++) region[i] = ease(0.3, 0.7, region[i]!);
  }
  const isAway = Uint8Array.from(prior, (_, i) => (beyondOf(box, grid.width, i) > AWAY ? 1 : 0));
  const around = isAway.reduce((sum, one) => sum + one, 0) / count;
  // A person's box is drawn generously, and what fills the picture has no surroundings to learn from.
  const isKnown = label !== 'person' && !isVessel && around > AROUND_MIN;
  return keepMain(isKnown ? joinStrays(grid, region, isAway) : region, grid, prior);
}

/**
 * Adds what hangs on to a region in colours that the surroundings of the box do not have: a beak, dark ears, a tail. They
 * lie at the ends of a figure, where its box says little for them.
 */
function joinStrays(grid: Grid, region: Float32Array, isAway: Uint8Array): Float32Array {
  const { width, height } = grid;
  const inBox = Float32Array.from(isAway, (value) => 1 - value);
  const strange = colorOdds(grid, inBox);
  const joined = Float32Array.from(region, (share, i) =>
    share > 0.5 || (isAway[i] === 0 && strange[i]! > STRANGE_MIN) ? 1 : 0,
  );
  const { labels, count } = labelParts(joined, width, height, (value) => value > 0.5);
  const [own, all] = [new Float32Array(count), new Float32Array(count)];
  for (let i = 0; i < joined.length; i++) {
    const part = labels[i]!;
    if (part < 0) continue;
    all[part]!++;
    if (region[i]! > 0.5) own[part]!++;
  }
  // A part of which most is new is no figure with its ends, but the ground.
  return region.map((share, i) => {
    const part = labels[i]!;
    return part >= 0 && own[part]! > STRAY_SHARE * all[part]! ? Math.max(share, 0.98) : share;
  });
}

function setFixed(value: Float32Array, weight: Float32Array, i: number, to: number): void {
  value[i] = to;
  weight[i] = FIXED;
}

/** A soft ellipse that nearly fills the box; where the box ends at the picture's edge, what it holds goes on. */
function priorOf(grid: Grid, box: Box, label: string | undefined): Float32Array {
  const { width, height } = grid;
  const prior = new Float32Array(width * height);
  const reachesBottom = box.y + box.height > height - 3;
  const [cx, rx] = [box.x + box.width / 2, box.width / 2];
  const isVessel = label !== undefined && VESSELS.has(label);
  const isStanding = label === 'person' && reachesBottom;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const u = (x + 0.5 - cx) / rx;
      let v = (y + 0.5 - (box.y + box.height / 2)) / (box.height / 2);
      if (isStanding && v > 0) v *= 0.35;
      else if (reachesBottom && v > 0) v *= 0.7;
      const beyond = beyondOf(box, width, y * width + x);
      if (isVessel && beyond < VESSEL_AWAY) prior[y * width + x] = vesselAt(u, v).share;
      if (isVessel || beyond > 1.16) continue;
      prior[y * width + x] = 0.1 + 0.85 * ease(1.15, 0.45, Math.hypot(u, v));
    }
  }
  return prior;
}

/** How many halves of the box a cell lies off its middle, across or down. */
function beyondOf(box: Box, gridWidth: number, i: number): number {
  const [u, v] = offMiddle(box, gridWidth, i);
  return Math.max(Math.abs(u), Math.abs(v));
}

function offMiddle(box: Box, gridWidth: number, i: number): [across: number, down: number] {
  return [
    ((i % gridWidth) + 0.5 - (box.x + box.width / 2)) / (box.width / 2),
    (Math.floor(i / gridWidth) + 0.5 - (box.y + box.height / 2)) / (box.height / 2),
  ];
}

/** Keeps the largest connected part and others near its size, and fills what it encloses. */
function keepMain(region: Float32Array, { width, height }: Grid, prior: Float32Array): Float32Array {
  const parts = labelParts(region, width, height, (value) => value > 0.5);
  const sizes = new Float32Array(parts.count);
  for (let i = 0; i < region.length; i++) if (parts.labels[i]! >= 0) sizes[parts.labels[i]!]! += prior[i]!;
  const largest = Math.max(0, ...sizes);
  const holes = labelParts(region, width, height, (value) => value <= 0.5);
  const touches = new Uint8Array(holes.count);
  const holeSizes = new Float32Array(holes.count);
  for (let i = 0; i < region.length; i++) {
    const hole = holes.labels[i]!;
    if (hole < 0) continue;
    holeSizes[hole]!++;
    const [x, y] = [i % width, Math.floor(i / width)];
    if (x === 0 || y === 0 || x === width - 1 || y === height - 1) touches[hole] = 1;
  }
  return region.map((value, i) => {
    const part = parts.labels[i]!;
    if (part >= 0) return sizes[part]! >= 0.2 * largest ? value : 0;
    const hole = holes.labels[i]!;
    return hole >= 0 && !touches[hole] && holeSizes[hole]! < 0.03 * largest ? 1 : value;
  });
}
