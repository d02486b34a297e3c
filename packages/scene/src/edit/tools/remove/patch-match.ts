import type { Random } from '../../../random.ts';
import { createPlane, type Plane } from '../matte/plane.ts';

/** Which place of a picture each place of its hole is filled from, on a small grid. Elsewhere a place is its own source. */
export interface OffsetField {
  readonly width: number;
  readonly height: number;
  readonly dx: Int16Array;
  readonly dy: Int16Array;
}

const REACH = 3;
/** The coarsest grid on which the hole is still seen. */
const COARSEST = 20;
const ROUNDS = 5;

interface Level {
  readonly width: number;
  readonly height: number;
  readonly colors: readonly Float32Array[];
  /** 1 in the hole. */
  readonly hole: Uint8Array;
  /** Places whose whole patch lies outside of the hole. */
  readonly sources: Int32Array;
  /** Places whose patch touches the hole. */
  readonly targets: Int32Array;
}

/**
 * Fills a hole with patches from elsewhere in the picture that fit together and fit its rim: first roughly on a coarse
 * grid, then finer. Undefined: too little of the picture is left to take from.
 * @see Wexler, Shechtman, Irani: Space-Time Completion of Video, 2007; Barnes et al.: PatchMatch, 2009
 */
export function matchPatches(colors: readonly Plane[], mask: Plane, random: Random): OffsetField | undefined {
  const levels: Level[] = [];
  for (let scale = 1; ; scale *= 2) {
    const level = levelAt(colors, mask, scale);
    if (level.sources.length < 40 || level.targets.length === 0) break;
    levels.unshift(level);
    if (Math.min(level.width, level.height) / 2 < COARSEST) break;
  }
  let matches: Int32Array | undefined;
  for (const [index, level] of levels.entries()) {
    matches =
      matches === undefined ? randomMatches(level, random) : refined(levels[index - 1]!, matches, level, random);
    if (index > 0) vote(level, matches);
    else for (const plane of level.colors) spreadInto(plane, level);
    for (let round = 0; round < ROUNDS; round++) {
      improve(level, matches, random, round % 2 === 1);
      vote(level, matches);
    }
  }
  const finest = levels.at(-1);
  return finest && matches && toOffsets(finest, matches);
}

function levelAt(colors: readonly Plane[], mask: Plane, scale: number): Level {
  const width = Math.floor(mask.width / scale);
  const height = Math.floor(mask.height / scale);
  const shrink = (plane: Plane, most: boolean): Float32Array => {
    const { data } = createPlane(width, height);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        let value = 0;
        for (let dy = 0; dy < scale; dy++) {
          for (let dx = 0; dx < scale; dx++) {
            const at = plane.data[(y * scale + dy) * plane.width + x * scale + dx]!;
            value = most ? Math.max(value, at) : value + at / (scale * scale);
          }
        }
        data[y * width + x] = value;
      }
    }
    return data;
  };
  const hole = Uint8Array.from(shrink(mask, true), (value) => (value > 0.02 ? 1 : 0));
  const sources: number[] = [];
  const targets: number[] = [];
  for (let y = REACH; y < height - REACH; y++) {
    for (let x = REACH; x < width - REACH; x++) {
      let touches = false;
      for (let dy = -REACH; dy <= REACH && !touches; dy++) {
        for (let dx = -REACH; dx <= REACH && !touches; dx++) touches = hole[(y + dy) * width + x + dx] === 1;
      }
      (touches ? targets : sources).push(y * width + x);
    }
  }
  return {
    width,
    height,
    colors: colors.map((plane) => shrink(plane, false)),
    hole,
    sources: Int32Array.from(sources),
    targets: Int32Array.from(targets),
  };
}

function randomMatches(level: Level, random: Random): Int32Array {
  const matches = new Int32Array(level.width * level.height).fill(-1);
  for (const target of level.targets)
    matches[target] = level.sources[Math.floor(random.next() * level.sources.length)]!;
  return matches;
}

/** Twice as fine, each place beside the source of its coarse one. */
function refined(coarse: Level, matches: Int32Array, level: Level, random: Random): Int32Array {
  const next = new Int32Array(level.width * level.height).fill(-1);
  const isSource = flags(level);
  for (const target of level.targets) {
    const [x, y] = [target % level.width, Math.floor(target / level.width)];
    const from = matches[Math.min(coarse.height - 1, y >> 1) * coarse.width + Math.min(coarse.width - 1, x >> 1)]!;
    const at =
      from < 0
        ? -1
        : (2 * Math.floor(from / coarse.width) + (y & 1)) * level.width + 2 * (from % coarse.width) + (x & 1);
    next[target] = at >= 0 && isSource[at] ? at : level.sources[Math.floor(random.next() * level.sources.length)]!;
  }
  return next;
}

function flags(level: Level): Uint8Array {
  const isSource = new Uint8Array(level.width * level.height);
  for (const source of level.sources) isSource[source] = 1;
  return isSource;
}

/** Takes over what fits a neighbour, and tries its luck ever nearer to what it has. */
function improve(level: Level, matches: Int32Array, random: Random, isBackwards: boolean): void {
  const { width, height, targets } = level;
  const isSource = flags(level);
  const step = isBackwards ? 1 : -1;
  for (let i = 0; i < targets.length; i++) {
    const target = targets[isBackwards ? targets.length - 1 - i : i]!;
    let best = matches[target]!;
    let cost = patchCost(level, target, best, Number.POSITIVE_INFINITY);
    const attempt = (candidate: number): void => {
      if (candidate < 0 || candidate >= width * height || !isSource[candidate]) return;
      const tried = patchCost(level, target, candidate, cost);
      if (tried < cost) {
        cost = tried;
        best = candidate;
      }
    };
    for (const neighbour of [step, step * width]) {
      const found = matches[target + neighbour];
      if (found !== undefined && found >= 0) attempt(found - neighbour);
    }
    for (let radius = Math.max(width, height); radius >= 1; radius /= 2) {
      const dx = Math.round((random.next() * 2 - 1) * radius);
      const dy = Math.round((random.next() * 2 - 1) * radius);
      const x = (best % width) + dx;
      const y = Math.floor(best / width) + dy;
      if (x >= 0 && y >= 0 && x < width && y < height) attempt(y * width + x);
    }
    matches[target] = best;
  }
}

function patchCost({ width, colors }: Level, a: number, b: number, limit: number): number {
  const [red, green, blue] = colors as readonly [Float32Array, Float32Array, Float32Array];
  let cost = 0;
  for (let dy = -REACH; dy <= REACH; dy++) {
    const row = dy * width;
    for (let dx = -REACH; dx <= REACH; dx++) {
      const p = a + row + dx;
      const q = b + row + dx;
      cost += (red[p]! - red[q]!) ** 2 + (green[p]! - green[q]!) ** 2 + (blue[p]! - blue[q]!) ** 2;
    }
    if (cost >= limit) return cost;
  }
  return cost;
}

/** Every place of the hole becomes what the patches over it say, those that fit best most of all. */
function vote(level: Level, matches: Int32Array): void {
  const { width, height, colors, hole, targets } = level;
  const sums = colors.map(() => new Float32Array(width * height));
  const weights = new Float32Array(width * height);
  for (const target of targets) {
    const match = matches[target]!;
    const weight = 1 / (0.02 + patchCost(level, target, match, Number.POSITIVE_INFINITY));
    for (let dy = -REACH; dy <= REACH; dy++) {
      for (let dx = -REACH; dx <= REACH; dx++) {
        const to = target + dy * width + dx;
        if (!hole[to]) continue;
        const from = match + dy * width + dx;
        for (const [channel, plane] of colors.entries()) sums[channel]![to]! += plane[from]! * weight;
        weights[to]! += weight;
      }
    }
  }
  for (let at = 0; at < hole.length; at++) {
    if (!hole[at] || weights[at] === 0) continue;
    for (const [channel, plane] of colors.entries()) plane[at] = sums[channel]![at]! / weights[at]!;
  }
}

/** A first guess for the coarsest grid: the mean of what is known around, from the rim inwards. */
function spreadInto(plane: Float32Array, { width, height, hole }: Level): void {
  const known = Uint8Array.from(hole, (value) => 1 - value);
  for (let round = 0; round < width + height; round++) {
    const found: [number, number][] = [];
    for (let at = 0; at < hole.length; at++) {
      if (known[at]) continue;
      let [sum, count] = [0, 0];
      for (const near of [at - 1, at + 1, at - width, at + width]) {
        if (near < 0 || near >= hole.length || !known[near]) continue;
        sum += plane[near]!;
        count++;
      }
      if (count > 0) found.push([at, sum / count]);
    }
    if (found.length === 0) return;
    for (const [at, value] of found) {
      plane[at] = value;
      known[at] = 1;
    }
  }
}

function toOffsets({ width, height, hole }: Level, matches: Int32Array): OffsetField {
  const field = { width, height, dx: new Int16Array(width * height), dy: new Int16Array(width * height) };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      // Near the picture's edge no patch has its middle: the nearest one stands in.
      const inner =
        Math.min(height - 1 - REACH, Math.max(REACH, y)) * width + Math.min(width - 1 - REACH, Math.max(REACH, x));
      const match = matches[inner]!;
      if (!hole[at] || match < 0) continue;
      field.dx[at] = (match % width) - (inner % width);
      field.dy[at] = Math.floor(match / width) - Math.floor(inner / width);
    }
  }
  return field;
}
