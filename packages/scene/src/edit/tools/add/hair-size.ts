import type { Picture } from '../../../vision/sight.ts';
import { type HeadPose, type HeadSize, seenAt } from './head-pose.ts';

/** How far hair (or a hat) reaches round a head, centimetres in its space. */
export interface HairSize {
  /** The top of it all above the bridge of the nose. */
  readonly top: number;
  /** Half the width at the height of the forehead. */
  readonly halfWidth: number;
}

/**
 * Measures how far a head reaches beyond its face: from the forehead outwards, until what is seen looks like what lies
 * far outside. Where that cannot be told, what heads usually have.
 */
export function hairOf(picture: Picture, pose: HeadPose, size: HeadSize): HairSize {
  const { top: usualTop, halfWidth: usualHalf } = usualHair(size);
  const tops = [-2.5, -1, 0, 1, 2.5].map((x) =>
    reachOf(picture, pose, (step) => [x, size.foreheadY + 1 + step, -4], 13, 17),
  );
  const sides = [0.3, 0.6, 0.9].flatMap((share) =>
    [-1, 1].map((side) =>
      reachOf(picture, pose, (step) => [side * (size.earX * 0.9 + step), size.foreheadY * share, -5], 7, 10),
    ),
  );
  const top = medianOf(tops);
  const side = medianOf(sides);
  return {
    top: top === undefined ? usualTop : clamp(size.foreheadY + 1 + top, usualTop - 1, usualTop + 4),
    halfWidth: side === undefined ? usualHalf : clamp(size.earX * 0.9 + side, usualHalf - 0.4, usualHalf + 3.6),
  };
}

/** What heads usually have. */
export function usualHair({ foreheadY, earX }: HeadSize): HairSize {
  return { top: foreheadY + 4.6, halfWidth: earX + 0.9 };
}

/**
 * How far along a line the head goes on, centimetres: to the strongest lasting change towards the colour at the line's
 * far end. Undefined when the line leaves the picture or nothing changes.
 */
function reachOf(
  picture: Picture,
  pose: HeadPose,
  at: (step: number) => readonly [number, number, number],
  most: number,
  far: number,
): number | undefined {
  const steps = 4;
  const colors: (readonly [number, number, number])[] = [];
  for (let i = 0; i <= far * steps; i++) {
    const { x, y } = seenAt(pose, at(i / steps));
    const color = meanAt(picture, x, y, Math.max(1, Math.round(pose.scale / 10)));
    if (!color) break;
    colors.push(color);
  }
  if (colors.length < 3 * steps) return undefined;
  const outside = colors[colors.length - 1]!;
  const limit = Math.min(most * steps, colors.length - 1);
  const isOutside = colors.map((color) => distance(color, outside) < 34);
  let last = -1;
  for (let i = 0; i <= limit; i++) if (!isOutside[i]) last = i;
  return last < 0 || last >= limit ? undefined : (last + 1) / steps;
}

function meanAt(
  { rgba, width, height }: Picture,
  x: number,
  y: number,
  radius: number,
): readonly [number, number, number] | undefined {
  const column = Math.round(x);
  const row = Math.round(y);
  if (column < radius || row < radius || column >= width - radius || row >= height - radius) return undefined;
  const sum: [number, number, number] = [0, 0, 0];
  for (let dy = -radius; dy <= radius; dy++)
    for (let dx = -radius; dx <= radius; dx++)
      for (let axis = 0; axis < 3; axis++) sum[axis]! += rgba[((row + dy) * width + column + dx) * 4 + axis]!;
  const count = (radius * 2 + 1) ** 2;
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}

function distance(a: readonly [number, number, number], b: readonly [number, number, number]): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function medianOf(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  return known.length * 2 < values.length ? undefined : known[known.length >> 1];
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
