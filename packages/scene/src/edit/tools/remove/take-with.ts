import type { Box, Picture } from '../../../vision/sight.ts';
import { colorPlanes, type Plane } from '../matte/plane.ts';

const BINS = 10;
/** A colour that fewer than this share of the surroundings have is foreign there. */
const RARE = 0.004;
/** How far beyond its box a thing may reach, and how wide a gap between its parts may be. */
const MARGIN_SHARE = 0.06;
const GAP = 2;

/**
 * What hangs together with a cut-out in its box and has colours that the surroundings do not: a beak, an ear, a handle that
 * the cut-out missed. Adds it to the mask.
 */
export function takeWith(mask: Plane, picture: Picture, box: Box): void {
  const { width, height, data } = mask;
  const scaleX = width / picture.width;
  const scaleY = height / picture.height;
  const margin = MARGIN_SHARE * Math.max(box.width * scaleX, box.height * scaleY);
  const isInBox = (x: number, y: number): boolean =>
    x >= box.x * scaleX - margin &&
    x <= (box.x + box.width) * scaleX + margin &&
    y >= box.y * scaleY - margin &&
    y <= (box.y + box.height) * scaleY + margin;
  const isForeign = foreignColors(colorPlanes(picture, width, height), mask, isInBox);
  const queue: number[] = [];
  for (let at = 0; at < data.length; at++) if (data[at]! > 0.5) queue.push(at);
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)];
    for (let dy = -GAP; dy <= GAP; dy++) {
      for (let dx = -GAP; dx <= GAP; dx++) {
        const [nearX, nearY] = [x + dx, y + dy];
        const near = nearY * width + nearX;
        if (nearX < 0 || nearY < 0 || nearX >= width || nearY >= height || data[near]! > 0.5) continue;
        if (!isInBox(nearX, nearY) || !isForeign(near)) continue;
        data[near] = 1;
        queue.push(near);
      }
    }
  }
}

function foreignColors(
  colors: readonly Plane[],
  { width, data }: Plane,
  isInBox: (x: number, y: number) => boolean,
): (at: number) => boolean {
  const [red, green, blue] = colors as readonly [Plane, Plane, Plane];
  const bin = (value: number): number => Math.min(BINS - 1, Math.floor(value * BINS));
  const binOf = (at: number): number => (bin(red.data[at]!) * BINS + bin(green.data[at]!)) * BINS + bin(blue.data[at]!);
  const counts = new Float32Array(BINS ** 3);
  let sum = 0;
  for (let at = 0; at < data.length; at++) {
    if (isInBox(at % width, Math.floor(at / width))) continue;
    counts[binOf(at)]!++;
    sum++;
  }
  // A thing that leaves nothing around it leaves nothing to be told from.
  if (sum < 0.08 * data.length) return () => false;
  return (at) => counts[binOf(at)]! < RARE * sum;
}
