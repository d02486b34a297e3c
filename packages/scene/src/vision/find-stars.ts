import { blurPlane } from './planes.ts';
import type { Coverage, Picture, Star } from './sight.ts';

const STARS_MAX = 4000;

/**
 * Finds points of light: brighter than all around them, small, and far above the grain of their neighbourhood.
 * @param sky Where to look; everywhere by default.
 * @returns In pixels of the picture, the brightest first.
 */
export function findStars(picture: Picture, sky?: Coverage): Star[] {
  const { width, height, rgba } = picture;
  const luma = new Float32Array(width * height);
  // The brightest channel: a red star is as clear as a white one.
  for (let i = 0; i < luma.length; i++) luma[i] = Math.max(rgba[4 * i]!, rgba[4 * i + 1]!, rgba[4 * i + 2]!);
  const radius = Math.max(5, Math.round(width / 160));
  const around = blurPlane(luma, width, height, radius);
  // Stars themselves must not count as grain, so what stands out far is cut.
  const grain = blurPlane(
    luma.map((value, i) => Math.min(30, Math.abs(value - around[i]!))),
    width,
    height,
    radius,
  );
  const stars: Star[] = [];
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2; x < width - 2; x++) {
      const i = y * width + x;
      const above = luma[i]! - around[i]!;
      if (above < 14 || around[i]! > 110 || above < 4.2 * grain[i]! + 4) continue;
      if (!isPeak(luma, i, width) || !isSmall(luma, x, y, width, height, above)) continue;
      if (sky && !isIn(sky, (x + 0.5) / width, (y + 0.5) / height)) continue;
      stars.push({ ...middleOf(luma, x, y, width), brightness: Math.min(1, above / 200) });
    }
  }
  return stars.sort((a, b) => b.brightness - a.brightness).slice(0, STARS_MAX);
}

function isPeak(luma: Float32Array, i: number, width: number): boolean {
  const value = luma[i]!;
  // Of equal neighbours the first one is the peak.
  const before = [-width - 1, -width, -width + 1, -1];
  const after = [1, width - 1, width, width + 1];
  return before.every((step) => luma[i + step]! < value) && after.every((step) => luma[i + step]! <= value);
}

/** On a ring around it, little of its light is left: edges and lit ridges fail here. */
function isSmall(luma: Float32Array, x: number, y: number, width: number, height: number, above: number): boolean {
  const radius = above > 120 ? 7 : 4;
  const base = luma[y * width + x]! - above;
  let bright = 0;
  for (let k = 0; k < 12; k++) {
    const u = Math.round(x + radius * Math.cos((k * Math.PI) / 6));
    const v = Math.round(y + radius * Math.sin((k * Math.PI) / 6));
    if (u < 0 || v < 0 || u >= width || v >= height) continue;
    if (luma[v * width + u]! > base + 0.55 * above) bright++;
  }
  return bright <= 1;
}

function middleOf(luma: Float32Array, x: number, y: number, width: number): { x: number; y: number } {
  let [sum, u, v] = [0, 0, 0];
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const value = luma[(y + dy) * width + x + dx]!;
      sum += value;
      u += dx * value;
      v += dy * value;
    }
  }
  return { x: x + 0.5 + u / Math.max(1, sum), y: y + 0.5 + v / Math.max(1, sum) };
}

function isIn({ width, height, data }: Coverage, u: number, v: number): boolean {
  return data[Math.floor(v * height) * width + Math.floor(u * width)]! > 128;
}
