import { colorOdds } from './color-odds.ts';
import { labelParts } from './parts.ts';
import { blurPlane, ease, type Grid } from './planes.ts';
import type { Detections } from './sight.ts';
import { spreadBelief } from './spread.ts';

/** A sky on a grid, 0 to 1, and what it looks like. */
export interface FoundSky {
  readonly region: Float32Array;
  /** Mean lightness, 0 to 1. */
  readonly light: number;
  /** The row below each column's sky; 0 where a column has none. */
  readonly edge: Float32Array;
}

/** What is known before. */
export interface SkyHints {
  /** How thick stars are, 0 to 1 per cell, on a picture that shows many. */
  readonly stars?: Float32Array;
  /** Fine texture per cell. */
  readonly detail: Float32Array;
  /** In the pixels of the detections. */
  readonly pictureHeight: number;
}

/** Names of things that stand in rooms: with two of them about, what is pale and smooth above is a wall. */
const INDOORS = new Set(
  'chair,couch,bed,dining table,toilet,tv,laptop,mouse,keyboard,microwave,oven,toaster,sink,refrigerator,bottle,wine glass,cup,bowl,book,vase,fork,knife,spoon'.split(
    ',',
  ),
);

/**
 * Finds a sky: smooth, of a sky's colour at its hour, from the picture's upper edge down to whatever stands before it.
 * @returns Undefined when what is smooth above is rather a wall, a backdrop or darkness.
 */
export function findSky(grid: Grid, detections: Detections, hints: SkyHints): FoundSky | undefined {
  const { width, height } = grid;
  const likely = hints.stars ?? skyLikeness(grid, hints.detail);
  const start = hints.stars ? likely : growFromTop(grid, likely);
  const startArea = start.reduce((sum, value) => sum + value, 0) / start.length;
  if (startArea < 0.02) return undefined;
  const settled = settleSky(grid, start, likely);
  const region = hints.stars ? settled : keepAlike(grid, settled);
  const sky = describeSky(grid, region);
  return isBelievable(grid, sky, detections, hints) ? sky : undefined;

  function settleSky({ light }: Grid, seeds: Float32Array, colors: Float32Array): Float32Array {
    let inside = seeds;
    const value = new Float32Array(seeds.length);
    const weight = new Float32Array(seeds.length);
    const rough = roughness(light, width, height);
    for (let round = 0; round < 3; round++) {
      const odds = colorOdds(grid, inside);
      for (let i = 0; i < value.length; i++) {
        const smooth = ease(0.07, 0.02, rough[i]!);
        value[i] = hints.stars
          ? 0.25 * odds[i]! + 0.75 * colors[i]!
          : 0.4 * odds[i]! + 0.35 * colors[i]! + 0.1 * smooth + 0.15 * inside[i]!;
        weight[i] = 0.04 + 0.1 * Math.abs(odds[i]! - 0.5);
      }
      inside = spreadBelief(grid, { value, weight }).map((share) => ease(0.35, 0.65, share));
      inside = connectedToTop(inside, width, height);
    }
    return inside;
  }
}

/** How much each cell could be sky by its colour and height: blue, cloud, dusk or night. */
function skyLikeness({ width, height, light, a, b }: Grid, detail: Float32Array): Float32Array {
  const upper = detail.slice(0, Math.ceil(0.12 * height) * width).sort();
  // The grain of this picture, as its smoothest parts above have it.
  const grain = Math.max(0.5, upper[Math.floor(0.2 * upper.length)]!);
  return light.map((l, i) => {
    const chroma = Math.hypot(a[i]!, b[i]!);
    const blue = ease(0.01, 0.05, -b[i]! - 0.4 * Math.max(0, a[i]!) - 0.45 * Math.min(0, a[i]!)) * ease(0.2, 0.4, l);
    const cloud = ease(0.55, 0.78, l) * ease(0.07, 0.03, chroma);
    const dusk = ease(0.5, 0.75, l) * ease(-0.03, 0.02, a[i]! + 0.02) * ease(0.2, 0.12, chroma) * 0.85;
    const purple = ease(0.0, 0.04, a[i]!) * ease(0.0, 0.04, -b[i]!) * 0.9;
    const night = ease(0.42, 0.25, l) * ease(0.15, 0.08, chroma + Math.max(0, b[i]!)) * 0.85;
    const y = Math.floor(i / width) / height;
    return (
      Math.max(blue, cloud, dusk, purple, night) *
      ease(1.25, 0.75, y) *
      ease(4.5 * grain + 2, 2.2 * grain + 0.6, detail[i]!)
    );
  });
}

function roughness(light: Float32Array, width: number, height: number): Float32Array {
  const mean = blurPlane(light, width, height, 2);
  const spread = light.map((value, i) => (value - mean[i]!) ** 2);
  return blurPlane(spread, width, height, 2).map(Math.sqrt);
}

/** Grows from the upper edge over cells that could be sky, in steps of colour that a sky makes. */
function growFromTop(grid: Grid, likely: Float32Array): Float32Array {
  const { width, height, light, a, b } = grid;
  const seen = new Float32Array(width * height);
  const queue: number[] = [];
  const enter = (i: number) => {
    if (seen[i]! > 0 || likely[i]! < 0.35) return;
    seen[i] = 1;
    queue.push(i);
  };
  for (let x = 0; x < width; x++) enter(x);
  for (let head = 0; head < queue.length; head++) {
    const i = queue[head]!;
    const x = i % width;
    const reach = (j: number) => {
      const step = Math.abs(light[i]! - light[j]!) + 1.5 * Math.hypot(a[i]! - a[j]!, b[i]! - b[j]!);
      if (step < 0.055) enter(j);
    };
    if (x > 0) reach(i - 1);
    if (x < width - 1) reach(i + 1);
    if (i >= width) reach(i - width);
    if (i < width * (height - 1)) reach(i + width);
  }
  return seen;
}

/** Sky that branches or towers cut off still counts when it is large and high; the rest does not. */
function connectedToTop(region: Float32Array, width: number, height: number): Float32Array {
  const { labels, count } = labelParts(region, width, height, (value) => value > 0.5);
  const top = new Float32Array(count);
  const size = new Float32Array(count);
  const lowest = new Float32Array(count);
  for (let i = 0; i < region.length; i++) {
    const part = labels[i]!;
    if (part < 0) continue;
    size[part]!++;
    if (i < 2 * width) top[part]!++;
    lowest[part] = Math.max(lowest[part]!, Math.floor(i / width));
  }
  return region.map((value, i) => {
    const part = labels[i]!;
    if (part < 0) return Math.floor(i / width) < 0.6 * height ? value : 0;
    const isHigh = lowest[part]! < 0.55 * height;
    return top[part]! > 0 || (isHigh && size[part]! < 0.01 * region.length) ? value : 0;
  });
}

/**
 * A sky that stands between branches and towers is of one colour; a wall or a ruin that a narrow bridge of haze joins to
 * it is of another.
 */
function keepAlike({ width, height, light, a, b }: Grid, region: Float32Array): Float32Array {
  const core = blurPlane(region, width, height, NECK_REACH).map((share) => ease(0.9, 1, share));
  const { labels, count } = labelParts(core, width, height, (value) => value > 0.5);
  const parts = Array.from({ length: count }, () => ({ area: 0, light: 0, a: 0, b: 0 }));
  for (let i = 0; i < core.length; i++) {
    const part = parts[labels[i]!];
    if (!part) continue;
    part.area++;
    part.light += light[i]!;
    part.a += a[i]!;
    part.b += b[i]!;
  }
  // Of two large parts the bluer one is the sky.
  const worth = (part: { area: number; b: number }) => part.area + 10 * Math.max(0, -part.b);
  const main = parts.toSorted((p, q) => worth(q) - worth(p))[0];
  if (!main) return region;
  const isStrange = parts.map((part) => {
    const [p, q] = [1 / part.area, 1 / main.area];
    const apart = Math.hypot(part.a * p - main.a * q, part.b * p - main.b * q);
    return apart > CHROMA_APART || main.light * q - part.light * p > LIGHT_APART;
  });
  const strange = core.map((_, i) => (labels[i]! >= 0 && isStrange[labels[i]!] ? 1 : 0));
  const alike = core.map((_, i) => (labels[i]! >= 0 && !isStrange[labels[i]!] ? 1 : 0));
  // What was cut away at the edges goes with what is nearer; what is too narrow to have a middle, by its colour.
  const reach = 2 * NECK_REACH;
  const [from, to] = [blurPlane(strange, width, height, reach), blurPlane(alike, width, height, reach)];
  const own = { light: main.light / main.area, a: main.a / main.area, b: main.b / main.area };
  return region.map((share, i) => {
    if (from[i]! > to[i]!) return 0;
    if (alike[i]! > 0) return share;
    const isFar = Math.hypot(a[i]! - own.a, b[i]! - own.b) > 1.5 * CHROMA_APART || own.light - light[i]! > LIGHT_APART;
    return isFar ? 0 : share;
  });
}

/** Bridges of less than twice so many cells part what they join. */
const NECK_REACH = 2;
const CHROMA_APART = 0.06;
const LIGHT_APART = 0.3;

function describeSky({ width, height, light }: Grid, region: Float32Array): FoundSky {
  const edge = new Float32Array(width);
  let [sum, area] = [0, 0];
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) {
      const share = region[y * width + x]!;
      sum += share * light[y * width + x]!;
      area += share;
      if (share > 0.5) edge[x] = y + 1;
    }
  }
  return { region, light: sum / Math.max(1, area), edge };
}

/** Mean difference of a sky's lightness from its surroundings, away from its edges. */
function lines({ width, height, light }: Grid, region: Float32Array): number {
  const mean = blurPlane(light, width, height, 2);
  const inner = blurPlane(region, width, height, 3);
  let [sum, count] = [0, 0];
  for (let i = 0; i < light.length; i++) {
    if (inner[i]! < 0.98) continue;
    sum += Math.abs(light[i]! - mean[i]!);
    count++;
  }
  return sum / Math.max(1, count);
}

function isBelievable(
  grid: Grid,
  sky: FoundSky,
  { faces, things }: Detections,
  { stars, pictureHeight }: SkyHints,
): boolean {
  const { width, height, a, b } = grid;
  const area = sky.region.reduce((sum, value) => sum + value, 0) / sky.region.length;
  if (area < 0.035) return false;
  if (stars) return true;
  let [across, blue, top] = [0, 0, 0];
  for (let i = 0; i < sky.region.length; i++) {
    blue += sky.region[i]! * (-b[i]! - Math.max(0, a[i]!) * 0.5);
    if (i < width) top += sky.region[i]!;
  }
  for (const edge of sky.edge) if (edge > 0.05 * height) across++;
  blue /= area * sky.region.length;
  const reachesFloor = sky.edge.filter((edge) => edge > 0.93 * height).length / width;
  const isBlue = blue > 0.05;
  if (top / width < (isBlue ? 0.08 : 0.15) || across / width < (isBlue ? 0.1 : 0.2)) return false;
  // Boards and tiles have lines where clouds have none; over a pale sky nothing else reaches to both sides.
  if (blue < 0.02 && across / width < 0.95 && lines(grid, sky.region) > 0.0095) return false;
  // Skies end above something; a backdrop goes down to the floor on both sides of what stands before it.
  if (reachesFloor > (blue > 0.025 ? 0.6 : 0.12)) return false;
  // A face that fills the picture stands before a backdrop far more often than before a sky.
  if (faces.some((face) => face.box.height > 0.18 * pictureHeight)) return false;
  const pictureScale = (pictureHeight / height) ** 2 * width * height;
  const isClose = things.some(({ box }) => box.width * box.height > 0.4 * pictureScale);
  if (isClose && blue < 0.05) return false;
  const indoors = things.filter((thing) => INDOORS.has(thing.label) && thing.score > 0.33).length;
  if (indoors > 0 && blue < 0.03) return false;
  return true;
}
