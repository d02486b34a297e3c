import { colorOdds } from './color-odds.ts';
import type { FoundSky } from './find-sky.ts';
import { labelParts } from './parts.ts';
import { blurPlane, ease, type Grid } from './planes.ts';
import { FIXED, spreadBelief } from './spread.ts';

/** Water on a grid, 0 to 1, and the row where it begins at the far side. */
export interface FoundWater {
  readonly region: Float32Array;
  readonly farRow: number;
}

/** Reflections reach 0.4 to 0.9; rooms, streets and meadows stay below. */
const MIRROR_MIN = 0.4;
/** Of a region's mean likeness to water, when nothing is mirrored in it. */
const LIKENESS_MIN = 0.5;

/** Finds still water by what it mirrors, and open water by its colour and its lines across. */
export function findWater(grid: Grid, sky: FoundSky | undefined, isStarry = false): FoundWater | undefined {
  const { width, height } = grid;
  const mirror = findMirror(grid);
  const isMirror = mirror.likeness > MIRROR_MIN;
  // A wall that mirrors its own arches stands beside the sky; water lies below it.
  if (isMirror && sky && skyBelow(sky, mirror.row + 0.08 * height, grid) > 0.12) return undefined;
  const base = skyEdge(sky, height);
  // Under stars land is as dark and blue as water; only a reflection tells them apart.
  if (!isMirror && (base === undefined || isStarry)) return undefined;
  const start = isMirror ? mirror.row - 0.08 * height : Math.max(base! - 1, 0.2 * height);
  const likely = waterLikeness(grid, isMirror);
  const value = new Float32Array(width * height);
  const weight = new Float32Array(width * height);
  let region: Float32Array = likely.map((share, i) =>
    Math.floor(i / width) >= start ? (isMirror ? 0.5 + 0.5 * share : share) : 0,
  );
  const seeded = share(region);
  if (seeded < (isMirror ? 0.05 : 0.1)) return undefined;
  for (let round = 0; round < 3; round++) {
    const odds = colorOdds(grid, region);
    for (let i = 0; i < value.length; i++) {
      const y = Math.floor(i / width);
      const below = y >= start;
      value[i] =
        below && !(sky && sky.region[i]! > 0.5)
          ? 0.5 * odds[i]! + 0.5 * (isMirror ? 0.4 + 0.6 * likely[i]! : likely[i]!)
          : 0;
      weight[i] = below ? 0.06 : FIXED;
    }
    region = spreadBelief(grid, { value, weight }).map((v) => ease(0.35, 0.65, v));
  }
  region = keepBroad(region, grid, sky);
  const likenessMin = !isMirror ? LIKENESS_MIN : sky ? 0.06 : 0.2;
  if (share(region) < 0.05 || meanOf(likely, region) < likenessMin) return undefined;
  if (!hasWaterline(region, grid, { start, edge: isMirror ? undefined : sky?.edge })) return undefined;
  return { region, farRow: farRowOf(region, width, height) };
}

function share(region: Float32Array): number {
  return region.reduce((sum, value) => sum + value, 0) / region.length;
}

function meanOf(values: Float32Array, region: Float32Array): number {
  let [sum, total] = [0, 1e-6];
  for (let i = 0; i < values.length; i++) {
    sum += values[i]! * region[i]!;
    total += region[i]!;
  }
  return sum / total;
}

/** How much of what lies below a row is sky. */
function skyBelow({ region }: FoundSky, row: number, { width, height }: Grid): number {
  const below = region.subarray(Math.min(height - 1, Math.ceil(row)) * width);
  return below.reduce((sum, value) => sum + value, 0) / below.length;
}

function skyEdge(sky: FoundSky | undefined, height: number): number | undefined {
  const edges = [...(sky?.edge ?? [])].filter((edge) => edge > 0.1 * height).sort((a, b) => a - b);
  return edges.length === 0 ? undefined : edges[Math.floor(0.3 * edges.length)];
}

/** The row about which what is above best agrees, upside down, with what is below, and there alone. */
function findMirror({ width, height, light }: Grid): { row: number; likeness: number } {
  const smooth = blurPlane(light, width, height, 2);
  const aside = Math.round(0.07 * width);
  let best = { row: 0, likeness: 0 };
  for (let row = Math.round(0.3 * height); row < 0.8 * height; row += 1) {
    const reach = Math.min(row, height - row, Math.round(0.3 * height));
    const straight = correlation(smooth, width, { row, reach, aside: 0 });
    if (straight < MIRROR_MIN || straight * Math.sqrt(reach / (0.3 * height)) <= best.likeness) continue;
    // Broad shapes agree with anything; a reflection agrees far less with what stands beside it.
    const beside = Math.max(
      correlation(smooth, width, { row, reach, aside }),
      correlation(smooth, width, { row, reach, aside: -aside }),
    );
    const likeness = straight * Math.sqrt(reach / (0.3 * height));
    if (straight - beside > 0.1 && likeness > best.likeness) best = { row, likeness };
  }
  return best;
}

function correlation(
  light: Float32Array,
  width: number,
  { row, reach, aside }: { readonly row: number; readonly reach: number; readonly aside: number },
): number {
  let [n, sx, sy, sxx, syy, sxy] = [0, 0, 0, 0, 0, 0];
  // Each row's own mean is taken off, so that mere gradients from top to bottom prove nothing.
  for (let d = 1; d < reach; d += 2) {
    const [up, low] = [(row - d) * width, (row + d - 1) * width];
    let [mu, ml] = [0, 0];
    for (let x = 0; x < width; x++) {
      mu += light[up + x]!;
      ml += light[low + x]!;
    }
    for (let x = Math.max(0, -aside); x < Math.min(width, width - aside); x++) {
      const [p, q] = [light[up + x]! - mu / width, light[low + x + aside]! - ml / width];
      n++;
      sx += p;
      sy += q;
      sxx += p * p;
      syy += q * q;
      sxy += p * q;
    }
  }
  const energy = Math.min(sxx, syy) / Math.max(1, n);
  if (energy < 2e-4) return 0;
  return (sxy - (sx * sy) / n) / Math.sqrt((sxx - (sx * sx) / n) * (syy - (sy * sy) / n));
}

/** Water's colours, and lines that run across rather than up. */
function waterLikeness({ width, height, light, a, b }: Grid, isMirror: boolean): Float32Array {
  const [across, up] = [new Float32Array(light.length), new Float32Array(light.length)];
  for (let i = width; i < light.length; i++) {
    across[i] = (light[i]! - light[i - 1]!) ** 2;
    up[i] = (light[i]! - light[i - width]!) ** 2;
  }
  const reach = Math.max(2, Math.round(width / 60));
  const [gx, gy] = [blurPlane(across, width, height, reach), blurPlane(up, width, height, reach)];
  return light.map((l, i) => {
    const lines = ease(0.9, 2.4, (gy[i]! + 1e-5) / (gx[i]! + 1e-5));
    const blue = ease(-0.005, 0.035, -b[i]! - 0.3 * Math.max(0, a[i]!)) * ease(0.1, 0.28, l);
    const pale = ease(0.7, 0.85, l) * 0.25;
    const green = ease(0.02, 0.05, b[i]!) * ease(0.0, -0.03, a[i]!);
    const warm = ease(0.03, 0.06, b[i]!);
    const color = Math.max(blue, pale) - 0.6 * green - (isMirror ? 0.2 : 0.5) * warm;
    return Math.max(0, Math.min(1, 0.7 * color + 0.45 * lines * (0.3 + color)));
  });
}

/** Water lies wide: parts that are small, tall or high up are windows and walls. */
function keepBroad(region: Float32Array, { width, height }: Grid, sky: FoundSky | undefined): Float32Array {
  const { labels, count } = labelParts(region, width, height, (value) => value > 0.5);
  const parts = Array.from({ length: count }, () => ({ area: 0, left: width, right: 0, top: height, bottom: 0 }));
  for (let i = 0; i < region.length; i++) {
    const part = parts[labels[i]!];
    if (!part) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    part.area++;
    part.left = Math.min(part.left, x);
    part.right = Math.max(part.right, x);
    part.top = Math.min(part.top, y);
    part.bottom = Math.max(part.bottom, y);
  }
  return region.map((value, i) => {
    if (sky && sky.region[i]! > 0.5) return 0;
    const part = parts[labels[i]!];
    if (!part) return value < 0.5 && labels[i]! < 0 ? value : 0;
    const [w, h] = [part.right - part.left + 1, part.bottom - part.top + 1];
    return part.area > 0.02 * region.length && w > 0.3 * width && w > 0.8 * h ? value : 0;
  });
}

/** Open water begins at one level all across; snow, roads and blue walls begin at slopes and corners. */
function hasWaterline(
  region: Float32Array,
  { width, height }: Grid,
  { start, edge }: { readonly start: number; readonly edge: Float32Array | undefined },
): boolean {
  const levels = new Float32Array(height);
  let columns = 0;
  for (const [x, top] of topsOf(region, width, height)) {
    columns++;
    // Where the search began is no waterline, unless the sky ends there.
    if (top > start + 2 || (edge && Math.abs(edge[x]! - top) <= 3)) levels[top]!++;
  }
  const near = blurPlane(levels, 1, height, Math.max(1, Math.round(0.02 * height)));
  const band = 2 * Math.max(1, Math.round(0.02 * height)) + 1;
  return Math.max(...near) * band > 0.4 * columns;
}

function topsOf(region: Float32Array, width: number, height: number): [x: number, top: number][] {
  const tops: [number, number][] = [];
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) {
      if (region[y * width + x]! <= 0.5) continue;
      tops.push([x, y]);
      break;
    }
  }
  return tops;
}

function farRowOf(region: Float32Array, width: number, height: number): number {
  const tops = topsOf(region, width, height)
    .map(([, top]) => top)
    .sort((p, q) => p - q);
  return tops[Math.floor(0.3 * tops.length)] ?? height;
}
