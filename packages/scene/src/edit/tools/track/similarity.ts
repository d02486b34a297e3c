import { createRandom } from '../../../random.ts';

/** Turns, scales and moves points: x' = a x − b y + tx, y' = b x + a y + ty. */
export interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly tx: number;
  readonly ty: number;
}

export const STILL: Similarity = { a: 1, b: 0, tx: 0, ty: 0 };

export function moveX(s: Similarity, x: number, y: number): number {
  return s.a * x - s.b * y + s.tx;
}

export function moveY(s: Similarity, x: number, y: number): number {
  return s.b * x + s.a * y + s.ty;
}

/** First `first`, then `second`. */
export function chain(first: Similarity, second: Similarity): Similarity {
  return {
    a: second.a * first.a - second.b * first.b,
    b: second.b * first.a + second.a * first.b,
    tx: moveX(second, first.tx, first.ty),
    ty: moveY(second, first.tx, first.ty),
  };
}

/** How much larger things become. */
export function scaleOf(s: Similarity): number {
  return Math.hypot(s.a, s.b);
}

/** By how far things turn, radians, clockwise as the picture is seen. */
export function turnOf(s: Similarity): number {
  return Math.atan2(s.b, s.a);
}

export function inverse({ a, b, tx, ty }: Similarity): Similarity {
  const size = a * a + b * b || 1e-12;
  return { a: a / size, b: -b / size, tx: -(a * tx + b * ty) / size, ty: (b * tx - a * ty) / size };
}

/**
 * The similarity with the least squared error.
 * @param from Pairs x, y.
 * @param to As many pairs.
 * @param weights One a pair; absent, all count alike.
 */
export function fitSimilarity(from: ArrayLike<number>, to: ArrayLike<number>, weights?: ArrayLike<number>): Similarity {
  let total = 0;
  let fromX = 0;
  let fromY = 0;
  let toX = 0;
  let toY = 0;
  const count = from.length / 2;
  for (let i = 0; i < count; i++) {
    const w = weights ? weights[i]! : 1;
    total += w;
    fromX += w * from[i * 2]!;
    fromY += w * from[i * 2 + 1]!;
    toX += w * to[i * 2]!;
    toY += w * to[i * 2 + 1]!;
  }
  if (total <= 0) return STILL;
  fromX /= total;
  fromY /= total;
  toX /= total;
  toY /= total;
  let dot = 0;
  let cross = 0;
  let size = 0;
  for (let i = 0; i < count; i++) {
    const w = weights ? weights[i]! : 1;
    const x = from[i * 2]! - fromX;
    const y = from[i * 2 + 1]! - fromY;
    const u = to[i * 2]! - toX;
    const v = to[i * 2 + 1]! - toY;
    dot += w * (x * u + y * v);
    cross += w * (x * v - y * u);
    size += w * (x * x + y * y);
  }
  const a = size > 1e-9 ? dot / size : 1;
  const b = size > 1e-9 ? cross / size : 0;
  return { a, b, tx: toX - a * fromX + b * fromY, ty: toY - b * fromX - a * fromY };
}

/** A similarity that most of the pairs agree with, and how many do. */
export interface Agreement {
  readonly similarity: Similarity;
  /** 0 to 1, of the pairs given. */
  readonly share: number;
}

/**
 * RANSAC over pairs of points, then least squares over those that agree, weighted by how well.
 * @param tolerance Pixels that a pair may be off.
 * @returns Undefined with fewer than three pairs, or when no three agree.
 */
export function agreeOnSimilarity(
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  tolerance: number,
): Agreement | undefined {
  const count = from.length / 2;
  if (count < 3) return undefined;
  const random = createRandom(count * 7919);
  let best: Similarity | undefined;
  let bestVotes = 2;
  for (let trial = 0; trial < 40; trial++) {
    const i = Math.floor(random.next() * count);
    const j = Math.floor(random.next() * count);
    const candidate = throughTwo(from, to, i, j, tolerance);
    if (!candidate) continue;
    let votes = 0;
    for (let k = 0; k < count; k++) if (missOf(candidate, from, to, k) < tolerance) votes++;
    if (votes > bestVotes) {
      bestVotes = votes;
      best = candidate;
    }
  }
  if (!best) return undefined;
  const weights = new Float64Array(count);
  for (let round = 0; round < 3; round++) {
    for (let k = 0; k < count; k++) {
      const miss = missOf(best, from, to, k) / tolerance;
      weights[k] = miss < 1 ? (1 - miss * miss) ** 2 : 0;
    }
    best = fitSimilarity(from, to, weights);
  }
  let agreeing = 0;
  for (let k = 0; k < count; k++) if (missOf(best, from, to, k) < tolerance) agreeing++;
  return agreeing < 3 ? undefined : { similarity: best, share: agreeing / count };
}

function throughTwo(
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  i: number,
  j: number,
  tolerance: number,
): Similarity | undefined {
  const x = from[j * 2]! - from[i * 2]!;
  const y = from[j * 2 + 1]! - from[i * 2 + 1]!;
  const size = x * x + y * y;
  if (size < tolerance * tolerance * 16) return undefined;
  const u = to[j * 2]! - to[i * 2]!;
  const v = to[j * 2 + 1]! - to[i * 2 + 1]!;
  const a = (x * u + y * v) / size;
  const b = (x * v - y * u) / size;
  // Between two frames nothing that can be followed shrinks to half or doubles.
  const scale = Math.hypot(a, b);
  if (scale < 0.5 || scale > 2) return undefined;
  return {
    a,
    b,
    tx: to[i * 2]! - a * from[i * 2]! + b * from[i * 2 + 1]!,
    ty: to[i * 2 + 1]! - b * from[i * 2]! - a * from[i * 2 + 1]!,
  };
}

function missOf(s: Similarity, from: ArrayLike<number>, to: ArrayLike<number>, k: number): number {
  const x = from[k * 2]!;
  const y = from[k * 2 + 1]!;
  return Math.hypot(moveX(s, x, y) - to[k * 2]!, moveY(s, x, y) - to[k * 2 + 1]!);
}
