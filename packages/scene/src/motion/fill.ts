import { blur } from './mattes.ts';
import { hash } from './noise.ts';
import { type Allocate, createPlanes, mirrorRim, onHeap, type Plane, type Planes } from './planes.ts';

/** Pixels a cell of the coarse picture that holes are filled from; blurred once more, so that stars do not count. */
const COARSE = 4;
/** Fine texture is copied in squares of so many pixels. */
const BLOCK = 16;

export interface FillOptions {
  /** Of the result, a mirror image of what was filled. */
  readonly rim: number;
  readonly salt: number;
  /**
   * What is known hangs from above, as a sky does: its mirror image continues it below for a little way. Above towers not
   * close to their sides, where the sky beside them would be seen to end; above a ridge everywhere.
   */
  readonly hangs?: 'over ridge' | 'over towers';
  readonly allocate?: Allocate;
}

/**
 * Copies planes and makes up what is not `isKnown`: colours flow in from round about, and fine texture (stars, grain,
 * leaves) is borrowed from known places, so that what comes to light behind a thing is neither smooth nor a copy of it.
 * @param isKnown 1 or 0 a pixel.
 */
export function fillUnknown(source: Planes, isKnown: Uint8Array, options: FillOptions): Planes {
  const { rim, salt, hangs, allocate = onHeap } = options;
  const { width, height } = source;
  const filled = createPlanes(width, height, rim, allocate);
  for (const [from, to, scale] of [
    [source.y, filled.y, 1],
    [source.u, filled.u, 2],
    [source.v, filled.v, 2],
  ] as const) {
    copyInner(from, to, width / scale, height / scale);
  }
  const mirrors = hangs && hangingMirrors(isKnown, width, height, hangs);
  const shifts = chooseShifts(filled.y, isKnown, width, height, salt);
  for (const [plane, scale] of [
    [filled.y, 1],
    [filled.u, 2],
    [filled.v, 2],
  ] as const) {
    fillPlane(plane, isKnown, width, height, scale, shifts, mirrors);
  }
  mirrorRim(filled);
  return filled;
}

/** For places below the lower edge of what is known: the row that they mirror, and how much of it is seen. */
interface Mirrors {
  rowFor(x: number, y: number): { readonly row: number; readonly share: number } | undefined;
}

/** So far below, in shares of the height, the mirror image has gone. */
const MIRROR_REACH = 0.13;

function hangingMirrors(
  isKnown: Uint8Array,
  width: number,
  height: number,
  over: NonNullable<FillOptions['hangs']>,
): Mirrors {
  const edges = new Float32Array(width);
  for (let x = 0; x < width; x++) {
    // From below: a bird in the sky is no edge of it.
    let y = height;
    while (y > 0 && !isKnown[(y - 1) * width + x]) y--;
    edges[x] = y;
  }
  // The mirror lies along the ridge's highest points: along each notch it would shake what it shows.
  const reach = Math.max(2, Math.round(width / 80));
  const axis = edges.slice();
  for (let x = 0; x < width; x++) {
    for (let i = Math.max(0, x - reach); i <= Math.min(width - 1, x + reach); i++)
      axis[x] = Math.min(axis[x]!, edges[i]!);
  }
  blur(axis, width, 1, reach);
  const far = height * MIRROR_REACH;
  const aside = over === 'over towers' ? knownAside(isKnown, width, height) : undefined;
  const near = Math.min(255, Math.max(4, width * ASIDE_REACH));
  return {
    rowFor(x, y) {
      const edge = edges[x]!;
      if (edge < 4 || y < edge || y - edge > far) return undefined;
      const line = Math.min(axis[x]!, edge);
      const row = Math.floor(2 * line - y) - 1;
      if (row < 0) return undefined;
      const share = 1 - (y - edge) / far;
      return { row, share: share * share * (3 - 2 * share) * (aside ? Math.min(1, aside[y * width + x]! / near) : 1) };
    },
  };
}

/** Behind a tower the sky beside it goes on, and no mirror image of what is above: so far from its sides, in shares of the width. */
const ASIDE_REACH = 0.03;

/** How far away in its row the nearest known pixel is, at most 255. */
function knownAside(isKnown: Uint8Array, width: number, height: number): Uint8Array {
  const aside = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0, way = 255; x < width; x++) {
      way = isKnown[row + x] ? 0 : Math.min(255, way + 1);
      aside[row + x] = way;
    }
    for (let x = width - 1, way = 255; x >= 0; x--) {
      way = isKnown[row + x] ? 0 : Math.min(255, way + 1);
      if (way < aside[row + x]!) aside[row + x] = way;
    }
  }
  return aside;
}

function copyInner(from: Plane, to: Plane, width: number, height: number): void {
  for (let row = 0; row < height; row++) {
    const at = from.origin + row * from.stride;
    to.data.set(from.data.subarray(at, at + width), to.origin + row * to.stride);
  }
}

/** For each block with a hole, how far away its texture comes from; absent where nothing fits. */
function chooseShifts(plane: Plane, isKnown: Uint8Array, width: number, height: number, salt: number) {
  const [across, down] = [Math.ceil(width / BLOCK), Math.ceil(height / BLOCK)];
  const whole = new Uint8Array(across * down);
  const holed = new Uint8Array(across * down);
  for (let row = 0; row < down; row++) {
    for (let column = 0; column < across; column++) {
      let known = 0;
      const [right, bottom] = [Math.min(width, (column + 1) * BLOCK), Math.min(height, (row + 1) * BLOCK)];
      for (let y = row * BLOCK; y < bottom; y++) {
        for (let x = column * BLOCK; x < right; x++) known += isKnown[y * width + x]!;
      }
      whole[row * across + column] = known === BLOCK * BLOCK ? 1 : 0;
      holed[row * across + column] = known < (right - column * BLOCK) * (bottom - row * BLOCK) ? 1 : 0;
    }
  }
  const coarse = coarseOf(plane, isKnown, width, height, 1);
  const lights = Float32Array.from(whole, (_, at) =>
    coarse((at % across) * BLOCK + BLOCK / 2, Math.floor(at / across) * BLOCK + BLOCK / 2),
  );
  const shifts = new Int16Array(across * down * 2);
  for (let at = 0; at < holed.length; at++) {
    const found = holed[at] ? likeBlock(whole, lights, across, down, at, salt) : undefined;
    if (!found) continue;
    shifts[at * 2] = (found[0] - (at % across)) * BLOCK;
    shifts[at * 2 + 1] = (found[1] - Math.floor(at / across)) * BLOCK;
  }
  return { across, shifts };
}

/** Of some known blocks, the nearer the likelier, the one that is as bright as what is missing. */
function likeBlock(whole: Uint8Array, lights: Float32Array, across: number, down: number, at: number, salt: number) {
  const [column, row] = [at % across, Math.floor(at / across)];
  let best: readonly [number, number] | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0, found = 0; attempt < 72 && found < 10; attempt++) {
    const reach = 2 + (attempt / 72) * Math.max(across, down) * 0.6;
    const angle = 6.2832 * hash(attempt * 65536 + at, salt);
    const x = Math.round(column + reach * Math.cos(angle));
    const y = Math.round(row + reach * Math.sin(angle));
    if (x < 0 || y < 0 || x >= across || y >= down || !whole[y * across + x]) continue;
    found++;
    const difference = Math.abs(lights[y * across + x]! - lights[at]!) + found * 0.4;
    if (difference < least) [least, best] = [difference, [x, y]];
  }
  // Texture of a much brighter place is no texture but a picture of it.
  return least < 16 ? best : undefined;
}

function fillPlane(
  { data, stride, origin }: Plane,
  isKnown: Uint8Array,
  width: number,
  height: number,
  scale: number,
  { across, shifts }: { readonly across: number; readonly shifts: Int16Array },
  mirrors: Mirrors | undefined,
): void {
  const coarse = coarseOf({ data, stride, origin }, isKnown, width, height, scale);
  const block = BLOCK / scale;
  const fades = Float32Array.from({ length: block }, (_, i) =>
    Math.min(1, ((Math.min(i, block - 1 - i) + 0.5) * 4) / block),
  );
  for (let y = 0; y < height / scale; y++) {
    for (let x = 0; x < width / scale; x++) {
      if (isKnown[y * scale * width + x * scale]) continue;
      const at = (Math.floor(y / block) * across + Math.floor(x / block)) * 2;
      const [dx, dy] = [shifts[at]! / scale, shifts[at + 1]! / scale];
      let value = coarse(x * scale, y * scale);
      if (dx !== 0 || dy !== 0) {
        const fine = data[origin + (y + dy) * stride + x + dx]! - coarse((x + dx) * scale, (y + dy) * scale);
        // What is light on dark is a star or a leaf; dark blots on light are seen as holes. Blocks fade at their borders.
        value += (fine < 0 ? fine * 0.4 : fine) * fades[x & (block - 1)]! * fades[y & (block - 1)]!;
      }
      const mirror = mirrors?.rowFor(x * scale, y * scale);
      if (mirror) value += (data[origin + Math.floor(mirror.row / scale) * stride + x]! - value) * mirror.share;
      data[origin + y * stride + x] = Math.min(240, Math.max(16, value + 0.5));
    }
  }
}

/** The plane's large shapes, spread over what is not known: means that are handed down a pyramid. */
function coarseOf(
  { data, stride, origin }: Plane,
  isKnown: Uint8Array,
  width: number,
  height: number,
  scale: number,
): (x: number, y: number) => number {
  const [across, down] = [Math.ceil(width / COARSE), Math.ceil(height / COARSE)];
  const sums = new Float32Array(across * down);
  const weights = new Float32Array(across * down);
  for (let y = 0; y < height; y += scale) {
    for (let x = 0; x < width; x += scale) {
      if (!isKnown[y * width + x]) continue;
      const at = Math.floor(y / COARSE) * across + Math.floor(x / COARSE);
      sums[at]! += data[origin + (y / scale) * stride + x / scale]!;
      weights[at]! += 1;
    }
  }
  const values = pullPush(sums, weights, across, down);
  blur(values, across, down, 2);
  return (x, y) => {
    const u = Math.min(across - 1, Math.max(0, x / COARSE - 0.5));
    const v = Math.min(down - 1, Math.max(0, y / COARSE - 0.5));
    const [left, top] = [u | 0, v | 0];
    const [right, bottom] = [Math.min(across - 1, left + 1), Math.min(down - 1, top + 1)];
    const upper = values[top * across + left]! * (1 - (u - left)) + values[top * across + right]! * (u - left);
    const lower = values[bottom * across + left]! * (1 - (u - left)) + values[bottom * across + right]! * (u - left);
    return upper + (lower - upper) * (v - top);
  };
}

/** Fills where weights are 0 from coarser and coarser means. @returns The means themselves. */
function pullPush(sums: Float32Array, weights: Float32Array, width: number, height: number): Float32Array {
  const out = new Float32Array(sums.length);
  if (width > 1 || height > 1) {
    const [halfWidth, halfHeight] = [(width + 1) >> 1, (height + 1) >> 1];
    const halfSums = new Float32Array(halfWidth * halfHeight);
    const halfWeights = new Float32Array(halfWidth * halfHeight);
    for (let y = 0, at = 0; y < height; y++) {
      for (let x = 0; x < width; x++, at++) {
        const to = (y >> 1) * halfWidth + (x >> 1);
        halfSums[to]! += sums[at]!;
        halfWeights[to]! += weights[at]!;
      }
    }
    const coarser = pullPush(halfSums, halfWeights, halfWidth, halfHeight);
    for (let y = 0, at = 0; y < height; y++) {
      const v = Math.min(halfHeight - 1, Math.max(0, y / 2 - 0.25));
      const [top, bottom] = [v | 0, Math.min(halfHeight - 1, (v | 0) + 1)];
      for (let x = 0; x < width; x++, at++) {
        if (weights[at]! > 0) continue;
        const u = Math.min(halfWidth - 1, Math.max(0, x / 2 - 0.25));
        const [left, right] = [u | 0, Math.min(halfWidth - 1, (u | 0) + 1)];
        const a = coarser[top * halfWidth + left]! * (1 - u + left) + coarser[top * halfWidth + right]! * (u - left);
        const b =
          coarser[bottom * halfWidth + left]! * (1 - u + left) + coarser[bottom * halfWidth + right]! * (u - left);
        out[at] = a + (b - a) * (v - top);
      }
    }
  }
  for (let at = 0; at < out.length; at++) if (weights[at]! > 0) out[at] = sums[at]! / weights[at]!;
  return out;
}
