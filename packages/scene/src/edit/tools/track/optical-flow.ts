import type { Luma, Pyramid } from './luma.ts';
import { type Agreement, agreeOnSimilarity, moveX, moveY, type Similarity, STILL } from './similarity.ts';

const RADIUS = 4;
const SIDE = RADIUS * 2 + 1;
const AREA = SIDE * SIDE;
const PASSES = 8;
/** A pixel's mean squared gradient along the weaker direction, below which a place has nothing to hold on to. */
const LEAST_TEXTURE = 1.5;

const template = new Float32Array(AREA);
const gradientX = new Float32Array(AREA);
const gradientY = new Float32Array(AREA);

/**
 * Where a place of one frame is in another: pyramidal Lucas–Kanade.
 * @param guess Where it may be; how far off that is allowed to be depends on the pyramid's height (about 8 pixels a level).
 * @returns Undefined where the picture is too smooth, the place leaves it, or no rest is found.
 */
export function followPoint(
  from: Pyramid,
  to: Pyramid,
  x: number,
  y: number,
  guess: { readonly x: number; readonly y: number } = { x, y },
): { readonly x: number; readonly y: number } | undefined {
  let shiftX = guess.x - x;
  let shiftY = guess.y - y;
  for (let level = Math.min(from.length, to.length) - 1; level >= 0; level--) {
    const scale = 1 / 2 ** level;
    // A halved pixel's middle lies between two pixels' middles.
    const px = (x + 0.5) * scale - 0.5;
    const py = (y + 0.5) * scale - 0.5;
    const moved = refine(from[level]!, to[level]!, px, py, shiftX * scale, shiftY * scale);
    if (!moved) {
      if (level === 0) return undefined;
      continue;
    }
    shiftX = moved.x / scale;
    shiftY = moved.y / scale;
  }
  return { x: x + shiftX, y: y + shiftY };
}

/**
 * How a set of places moves between two frames as a whole, each followed there and back.
 * @param points Pairs x, y in the pyramids' pixels.
 * @param guess What the movement may be.
 * @returns Undefined when too few of the places could be followed or agree; share counts all the places.
 */
export function followTogether(
  from: Pyramid,
  to: Pyramid,
  points: ArrayLike<number>,
  guess: Similarity = STILL,
): Agreement | undefined {
  const starts: number[] = [];
  const ends: number[] = [];
  for (let i = 0; i < points.length; i += 2) {
    const x = points[i]!;
    const y = points[i + 1]!;
    const there = followPoint(from, to, x, y, { x: moveX(guess, x, y), y: moveY(guess, x, y) });
    if (!there) continue;
    const back = followPoint(to, from, there.x, there.y, { x, y });
    if (!back || Math.hypot(back.x - x, back.y - y) > 0.6) continue;
    starts.push(x, y);
    ends.push(there.x, there.y);
  }
  const agreement = agreeOnSimilarity(starts, ends, 0.9);
  if (!agreement) return undefined;
  return { similarity: agreement.similarity, share: (agreement.share * starts.length) / points.length };
}

function refine(
  from: Luma,
  to: Luma,
  x: number,
  y: number,
  startX: number,
  startY: number,
): { readonly x: number; readonly y: number } | undefined {
  if (!isInside(from, x, y, RADIUS + 1)) return undefined;
  const inverse = readTemplate(from, x, y);
  if (!inverse) return undefined;
  let dx = startX;
  let dy = startY;
  for (let pass = 0; pass < PASSES; pass++) {
    if (!isInside(to, x + dx, y + dy, RADIUS)) return undefined;
    const step = stepOf(to, x + dx, y + dy, inverse);
    dx += step.x;
    dy += step.y;
    if (step.x * step.x + step.y * step.y < 0.0002) break;
  }
  // Further than the window reaches is a match of something else.
  return Math.hypot(dx - startX, dy - startY) < SIDE * 1.5 ? { x: dx, y: dy } : undefined;
}

interface Inverse {
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

/** Reads the window round a place and its slopes; gives the inverse of their products' sum. */
function readTemplate({ width, data }: Luma, x: number, y: number): Inverse | undefined {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const fx = x - left;
  const fy = y - top;
  const at = (column: number, row: number): number => {
    const i = row * width + column;
    return (
      (data[i]! * (1 - fx) + data[i + 1]! * fx) * (1 - fy) +
      (data[i + width]! * (1 - fx) + data[i + width + 1]! * fx) * fy
    );
  };
  let xx = 0;
  let xy = 0;
  let yy = 0;
  let k = 0;
  for (let row = top - RADIUS; row <= top + RADIUS; row++) {
    for (let column = left - RADIUS; column <= left + RADIUS; column++, k++) {
      template[k] = at(column, row);
      const gx = (at(column + 1, row) - at(column - 1, row)) / 2;
      const gy = (at(column, row + 1) - at(column, row - 1)) / 2;
      gradientX[k] = gx;
      gradientY[k] = gy;
      xx += gx * gx;
      xy += gx * gy;
      yy += gy * gy;
    }
  }
  const weaker = (xx + yy - Math.hypot(xx - yy, 2 * xy)) / 2;
  if (weaker < LEAST_TEXTURE * AREA) return undefined;
  const determinant = xx * yy - xy * xy;
  return { xx: yy / determinant, xy: -xy / determinant, yy: xx / determinant };
}

function stepOf({ width, data }: Luma, x: number, y: number, inverse: Inverse): { x: number; y: number } {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const fx = x - left;
  const fy = y - top;
  const w11 = fx * fy;
  const w10 = fy - w11;
  const w01 = fx - w11;
  const w00 = 1 - fx - fy + w11;
  let sumX = 0;
  let sumY = 0;
  let k = 0;
  for (let row = top - RADIUS; row <= top + RADIUS; row++) {
    let i = row * width + left - RADIUS;
    for (let column = 0; column < SIDE; column++, i++, k++) {
      const value = data[i]! * w00 + data[i + 1]! * w01 + data[i + width]! * w10 + data[i + width + 1]! * w11;
      const miss = template[k]! - value;
      sumX += miss * gradientX[k]!;
      sumY += miss * gradientY[k]!;
    }
  }
  return { x: inverse.xx * sumX + inverse.xy * sumY, y: inverse.xy * sumX + inverse.yy * sumY };
}

function isInside({ width, height }: Luma, x: number, y: number, margin: number): boolean {
  return x >= margin && y >= margin && x < width - margin - 1 && y < height - margin - 1;
}
