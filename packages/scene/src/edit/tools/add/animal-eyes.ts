import type { Box, Picture } from '../../../vision/sight.ts';

/** Two eyes, in pixels of the picture; the left one as it is seen first. */
export interface EyePair {
  readonly left: { readonly x: number; readonly y: number };
  readonly right: { readonly x: number; readonly y: number };
}

/** Long side of the small grey copy that eyes are looked for in. */
const SIDE = 220;
const RADII = [5, 6.5, 8, 10, 13, 17, 21];
const CANDIDATES = 26;

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly strength: number;
}

/**
 * Finds an animal's eyes: two round places of like size, darker than what is round them, side by side.
 * Slopes vote for the middles of circles that they may be the edge of.
 */
export function findEyes(picture: Picture, box: Box): EyePair | undefined {
  const gray = shrink(picture, box);
  if (!gray) return undefined;
  const spots = roundSpots(gray);
  let best: { one: Spot; other: Spot; worth: number } | undefined;
  for (const one of spots) {
    for (const other of spots) {
      if (one.x >= other.x) continue;
      const worth = pairWorth(one, other, gray);
      if (worth > (best?.worth ?? 0)) best = { one, other, worth };
    }
  }
  if (!best) return undefined;
  // Of an animal that is shown whole, anything dark and round would do: only one that is mostly head is believed.
  const apart = (best.other.x - best.one.x) / gray.width;
  const high = (best.one.y + best.other.y) / 2 / gray.height;
  if (apart < 0.16 || apart > 0.6 || high < 0.15 || high > 0.62) return undefined;
  const place = ({ x, y }: Spot): { x: number; y: number } => ({
    x: gray.x + (x + 0.5) * gray.scale,
    y: gray.y + (y + 0.5) * gray.scale,
  });
  return { left: place(best.one), right: place(best.other) };
}

interface Gray {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
  readonly x: number;
  readonly y: number;
  /** Pixels of the picture in one of these. */
  readonly scale: number;
}

function shrink(picture: Picture, box: Box): Gray | undefined {
  const left = Math.max(0, Math.floor(box.x));
  const top = Math.max(0, Math.floor(box.y));
  const right = Math.min(picture.width, Math.ceil(box.x + box.width));
  const bottom = Math.min(picture.height, Math.ceil(box.y + box.height));
  if (right - left < 24 || bottom - top < 24) return undefined;
  const scale = Math.max(right - left, bottom - top) / SIDE;
  const width = Math.floor((right - left) / scale);
  const height = Math.floor((bottom - top) / scale);
  const data = new Float32Array(width * height);
  const taps = Math.max(1, Math.round(scale));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let j = 0; j < taps; j++) {
        for (let i = 0; i < taps; i++) {
          const column = Math.min(right - 1, Math.floor(left + (x + (i + 0.5) / taps) * scale));
          const row = Math.min(bottom - 1, Math.floor(top + (y + (j + 0.5) / taps) * scale));
          const at = (row * picture.width + column) * 4;
          sum += 0.3 * picture.rgba[at]! + 0.59 * picture.rgba[at + 1]! + 0.11 * picture.rgba[at + 2]!;
        }
      }
      data[y * width + x] = sum / (taps * taps);
    }
  }
  return { width, height, data, x: left, y: top, scale };
}

function roundSpots(gray: Gray): Spot[] {
  const { width, height, data } = gray;
  const all: Spot[] = [];
  for (const radius of RADII) {
    if (radius * 8 > Math.max(width, height) * 1.6) continue;
    const votes = new Float32Array(width * height);
    for (let y = 1; y < height - 1; y++) {
      for (let x = 1; x < width - 1; x++) {
        const gx = (data[y * width + x + 1]! - data[y * width + x - 1]!) / 2;
        const gy = (data[(y + 1) * width + x]! - data[(y - 1) * width + x]!) / 2;
        const slope = Math.hypot(gx, gy);
        if (slope < 5) continue;
        // From the bright rim inwards to the dark middle.
        const cx = Math.round(x - (gx / slope) * radius);
        const cy = Math.round(y - (gy / slope) * radius);
        if (cx < 1 || cy < 1 || cx >= width - 1 || cy >= height - 1) continue;
        votes[cy * width + cx]! += Math.min(1, slope / 22);
      }
    }
    const soft = boxSum(votes, width, height, Math.max(1, Math.round(radius * 0.28)));
    collectPeaks(soft, width, height, radius, all);
  }
  all.sort((one, other) => other.strength - one.strength);
  const kept: Spot[] = [];
  for (const spot of all) {
    if (kept.length >= CANDIDATES) break;
    if (kept.every((one) => Math.hypot(one.x - spot.x, one.y - spot.y) > Math.max(one.radius, spot.radius) * 0.9))
      kept.push(spot);
  }
  return kept;
}

function collectPeaks(votes: Float32Array, width: number, height: number, radius: number, into: Spot[]): void {
  const reach = Math.ceil(radius * 0.6);
  for (let y = reach; y < height - reach; y++) {
    for (let x = reach; x < width - reach; x++) {
      const value = votes[y * width + x]!;
      const strength = value / (2 * Math.PI * radius);
      if (strength < 0.18) continue;
      let isPeak = true;
      for (let dy = -reach; dy <= reach && isPeak; dy++)
        for (let dx = -reach; dx <= reach; dx++)
          if (votes[(y + dy) * width + x + dx]! > value) {
            isPeak = false;
            break;
          }
      if (isPeak) into.push({ x, y, radius, strength: strength * Math.sqrt(radius) });
    }
  }
}

/** Like size, level, as far apart as eyes are, darker than between them. */
function pairWorth(one: Spot, other: Spot, gray: Gray): number {
  const radius = (one.radius + other.radius) / 2;
  const apart = Math.hypot(one.x - other.x, one.y - other.y);
  const ratio = apart / radius;
  if (ratio < 2.6 || ratio > 9) return 0;
  const lean = Math.abs(Math.atan2(other.y - one.y, other.x - one.x));
  if (lean > 0.85) return 0;
  const alike = Math.exp(-((Math.log(one.radius / other.radius) / 0.35) ** 2));
  const spacing = Math.exp(-((Math.log(ratio / 4.4) / 0.5) ** 2));
  const between = meanAt(gray, (one.x + other.x) / 2, (one.y + other.y) / 2, radius);
  const inOne = meanAt(gray, one.x, one.y, radius * 0.6);
  const inOther = meanAt(gray, other.x, other.y, radius * 0.6);
  const contrast = Math.min(1, Math.max(0, (between - Math.max(inOne, inOther)) / 30 + 0.35));
  const sameness = Math.exp(-(((inOne - inOther) / 45) ** 2));
  return Math.min(one.strength, other.strength) * alike * spacing * contrast * sameness * Math.cos(lean);
}

function meanAt({ width, height, data }: Gray, x: number, y: number, radius: number): number {
  let sum = 0;
  let count = 0;
  const reach = Math.max(1, Math.round(radius));
  for (let row = Math.max(0, Math.round(y) - reach); row <= Math.min(height - 1, Math.round(y) + reach); row++) {
    for (
      let column = Math.max(0, Math.round(x) - reach);
      column <= Math.min(width - 1, Math.round(x) + reach);
      column++
    ) {
      sum += data[row * width + column]!;
      count++;
    }
  }
  return sum / Math.max(1, count);
}

function boxSum(values: Float32Array, width: number, height: number, radius: number): Float32Array {
  const across = new Float32Array(values.length);
  const both = new Float32Array(values.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let d = -radius; d <= radius; d++) {
        const column = x + d;
        if (column >= 0 && column < width) across[y * width + x]! += values[y * width + column]!;
      }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let d = -radius; d <= radius; d++) {
        const row = y + d;
        if (row >= 0 && row < height) both[y * width + x]! += across[row * width + x]!;
      }
  return both;
}
