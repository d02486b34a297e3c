import type { Face, Picture } from '../../../vision/sight.ts';
import { inverse, moveX, moveY } from '../track/similarity.ts';
import { depthIn, outlineOf } from './face-outline.ts';
import { type NeckPose, outOfNeck } from './neck.ts';

/** What a necklace lies on, as one frame shows it. */
export interface NeckSurface {
  /** Half the neck's width, centimetres. */
  readonly halfWidth: number;
  /** How far below the chin the surface reaches along the middle, centimetres. */
  readonly reach: number;
  /** 0 to 1: how much a pixel of that frame belongs to the surface, rather than to hair, collar or background. */
  belongs(x: number, y: number): number;
  /** The same for a place in the neck's space. */
  belongsIn(x: number, y: number): number;
}

/** The surface is looked for no further than this from the neck's middle, centimetres. */
const AREA_X = 10;
const AREA_TOP = 2.5;
const AREA_BOTTOM = -12;
/** Samples a centimetre. */
const FINENESS = 5;
const COLUMNS = AREA_X * 2 * FINENESS;
const ROWS = (AREA_TOP - AREA_BOTTOM) * FINENESS;

/** Between which heights a surface is looked for first: the neck itself; and then: what covers its lower part. */
const UPPER_SEEDS = [-0.4, -3] as const;
const LOWER_SEEDS = [-4.2, -6] as const;
/** A neck that is bare this far down needs nothing else to lie on, centimetres. */
const BARE_CM = 5.2;

/**
 * Finds the skin or the cloth below the chin: what has its colour, or shades into it, and hangs together with it.
 */
export function findNeckSurface(picture: Picture, face: Face, pose: NeckPose, typicalHalfWidth: number): NeckSurface {
  const colors = readColors(picture, pose);
  const inFace = depthIn(outlineOf(face), -1);
  const isFace = new Uint8Array(COLUMNS * ROWS);
  for (let i = 0; i < isFace.length; i++) {
    const { x, y } = placeOf(pose, i);
    if (inFace(x, y) > -1) isFace[i] = 1;
  }
  const upper = flood(colors, isFace, typicalHalfWidth, UPPER_SEEDS);
  const closed = closeHoles(withCollar(upper, colors, isFace, typicalHalfWidth), isFace);
  const back = inverse(pose);
  return {
    halfWidth: widthOf(closed, typicalHalfWidth),
    reach: reachOf(closed),
    belongs: (x, y) => readAt(closed, moveX(back, x, y), -moveY(back, x, y)),
    belongsIn: (x, y) => readAt(closed, x, y),
  };
}

/** A surface that nothing is known of: as wide as usual, and everything goes over it. */
export function unseenSurface(halfWidth: number): NeckSurface {
  return { halfWidth, reach: 0, belongs: () => 1, belongsIn: () => 1 };
}

/** @param x, y In the neck's space. */
function readAt(mask: Float32Array, x: number, y: number): number {
  const column = (x + AREA_X) * FINENESS - 0.5;
  const row = (AREA_TOP - y) * FINENESS - 0.5;
  if (column < 0 || row < 0 || column >= COLUMNS - 1 || row >= ROWS - 1) return 0;
  const c = Math.floor(column);
  const r = Math.floor(row);
  const fx = column - c;
  const fy = row - r;
  const i = r * COLUMNS + c;
  return (
    (mask[i]! * (1 - fx) + mask[i + 1]! * fx) * (1 - fy) +
    (mask[i + COLUMNS]! * (1 - fx) + mask[i + COLUMNS + 1]! * fx) * fy
  );
}

function placeOf(pose: NeckPose, i: number): { readonly x: number; readonly y: number } {
  const x = ((i % COLUMNS) + 0.5) / FINENESS - AREA_X;
  const y = AREA_TOP - (Math.floor(i / COLUMNS) + 0.5) / FINENESS;
  return outOfNeck(pose, x, y);
}

/** Luma and two colour differences of each sample; NaN outside the picture. */
function readColors({ rgba, width, height }: Picture, pose: NeckPose): Float32Array {
  const colors = new Float32Array(COLUMNS * ROWS * 3).fill(Number.NaN);
  const radius = Math.max(0, Math.min(4, Math.floor(Math.hypot(pose.a, pose.b) / FINENESS / 2)));
  for (let i = 0; i < COLUMNS * ROWS; i++) {
    const place = placeOf(pose, i);
    const x = Math.round(place.x);
    const y = Math.round(place.y);
    if (x < radius || y < radius || x >= width - radius || y >= height - radius) continue;
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let dy = -radius; dy <= radius; dy++) {
      for (let dx = -radius; dx <= radius; dx++) {
        const at = ((y + dy) * width + x + dx) * 4;
        red += rgba[at]!;
        green += rgba[at + 1]!;
        blue += rgba[at + 2]!;
      }
    }
    const count = (radius * 2 + 1) ** 2;
    colors[i * 3] = (0.3 * red + 0.59 * green + 0.11 * blue) / count;
    colors[i * 3 + 1] = (red - green) / count;
    colors[i * 3 + 2] = (green - blue) / count;
  }
  return colors;
}

/** Adds a turtleneck or the like to a strip of bare neck: cloth that goes all the way across below it. */
function withCollar(upper: Uint8Array, colors: Float32Array, isFace: Uint8Array, halfWidth: number): Uint8Array {
  if (reachOf(closeHoles(upper, isFace)) >= BARE_CM) return upper;
  const lower = flood(colors, isFace, halfWidth, LOWER_SEEDS);
  let covered = 0;
  let all = 0;
  for (let i = 0; i < lower.length; i++) {
    const x = ((i % COLUMNS) + 0.5) / FINENESS - AREA_X;
    const y = AREA_TOP - (Math.floor(i / COLUMNS) + 0.5) / FINENESS;
    if (Math.abs(x) > halfWidth * 0.85 || y > LOWER_SEEDS[0] || y < LOWER_SEEDS[1]) continue;
    all++;
    covered += lower[i]! | upper[i]!;
  }
  return covered > all * 0.8 ? upper.map((value, i) => value | lower[i]!) : upper;
}

/** From the middle below the chin outwards, as long as neither the step nor the way from the start is too large. */
function flood(
  colors: Float32Array,
  isFace: Uint8Array,
  halfWidth: number,
  [highest, lowest]: readonly [number, number],
): Uint8Array {
  const inside = new Uint8Array(COLUMNS * ROWS);
  const seeds: number[] = [];
  for (let i = 0; i < inside.length; i++) {
    const x = ((i % COLUMNS) + 0.5) / FINENESS - AREA_X;
    const y = AREA_TOP - (Math.floor(i / COLUMNS) + 0.5) / FINENESS;
    if (Math.abs(x) < halfWidth * 0.45 && y < highest && y > lowest && !isFace[i] && !Number.isNaN(colors[i * 3]!))
      seeds.push(i);
  }
  if (seeds.length === 0) return inside;
  const base = [0, 1, 2].map((axis) => median(seeds.map((i) => colors[i * 3 + axis]!)));
  const far = (i: number): number =>
    Math.hypot(
      (colors[i * 3]! - base[0]!) * 0.42,
      (colors[i * 3 + 1]! - base[1]!) * 1.6,
      (colors[i * 3 + 2]! - base[2]!) * 1.6,
    );
  const queue = seeds.filter((i) => far(i) < 30);
  for (const i of queue) inside[i] = 1;
  for (let head = 0; head < queue.length; head++) {
    const i = queue[head]!;
    for (const step of [-1, 1, -COLUMNS, COLUMNS]) {
      const next = i + step;
      if (next < 0 || next >= inside.length || inside[next] || isFace[next]) continue;
      if (Math.abs(step) === 1 && Math.floor(next / COLUMNS) !== Math.floor(i / COLUMNS)) continue;
      const jump = Math.hypot(
        colors[next * 3]! - colors[i * 3]!,
        (colors[next * 3 + 1]! - colors[i * 3 + 1]!) * 1.5,
        (colors[next * 3 + 2]! - colors[i * 3 + 2]!) * 1.5,
      );
      if (!(jump < 24) || !(far(next) < 52)) continue;
      inside[next] = 1;
      queue.push(next);
    }
  }
  return inside;
}

/** Fills specks of up to half a centimetre: shine, moles, folds. The face itself counts as inside, so its edge is whole. */
function closeHoles(inside: Uint8Array, isFace: Uint8Array): Float32Array {
  const radius = Math.ceil(FINENESS * 0.5);
  const grown = spread(
    inside.map((value, i) => (value || isFace[i] ? 1 : 0)),
    radius,
    Math.max,
  );
  const shrunk = spread(grown, radius, Math.min);
  const soft = new Float32Array(COLUMNS * ROWS);
  for (let y = 0; y < ROWS; y++) {
    for (let x = 0; x < COLUMNS; x++) {
      let sum = 0;
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) sum += shrunk[clamp(y + dy, ROWS) * COLUMNS + clamp(x + dx, COLUMNS)]!;
      soft[y * COLUMNS + x] = sum / 9;
    }
  }
  return soft;
}

function spread(mask: Uint8Array, radius: number, choose: (a: number, b: number) => number): Uint8Array {
  const across = mask.slice();
  const both = mask.slice();
  for (let y = 0; y < ROWS; y++)
    for (let x = 0; x < COLUMNS; x++)
      for (let d = -radius; d <= radius; d++)
        across[y * COLUMNS + x] = choose(across[y * COLUMNS + x]!, mask[y * COLUMNS + clamp(x + d, COLUMNS)]!);
  for (let i = 0; i < both.length; i++) both[i] = across[i]!;
  for (let y = 0; y < ROWS; y++)
    for (let x = 0; x < COLUMNS; x++)
      for (let d = -radius; d <= radius; d++)
        both[y * COLUMNS + x] = choose(both[y * COLUMNS + x]!, across[clamp(y + d, ROWS) * COLUMNS + x]!);
  return both;
}

/** Half the width at one to two and a half centimetres below the chin, kept to what necks have. */
function widthOf(inside: Float32Array, typical: number): number {
  const widths: number[] = [];
  for (let y = -1; y >= -2.5; y -= 1 / FINENESS) {
    const row = Math.floor((AREA_TOP - y) * FINENESS);
    for (const side of [-1, 1]) {
      let reach = 0;
      for (let step = 0; step < AREA_X * FINENESS; step++) {
        const column = AREA_X * FINENESS + side * step + (side < 0 ? -1 : 0);
        if (column < 0 || column >= COLUMNS || inside[row * COLUMNS + column]! < 0.5) break;
        reach = (step + 1) / FINENESS;
      }
      widths.push(reach);
    }
  }
  const seen = median(widths);
  // Cloth of the neck's own colour beside it says nothing of the neck.
  return seen > typical * 1.05 ? typical * 0.88 : Math.max(typical * 0.8, seen);
}

function reachOf(inside: Float32Array): number {
  const reaches: number[] = [];
  for (let x = -1.6; x <= 1.6; x += 0.4) {
    const column = Math.floor((x + AREA_X) * FINENESS);
    let reach = 0;
    for (let row = Math.floor((AREA_TOP + 0.6) * FINENESS); row < ROWS; row++) {
      if (inside[row * COLUMNS + column]! < 0.5) break;
      reach = row / FINENESS - AREA_TOP;
    }
    reaches.push(reach);
  }
  return median(reaches);
}

function clamp(value: number, count: number): number {
  return Math.min(count - 1, Math.max(0, value));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
