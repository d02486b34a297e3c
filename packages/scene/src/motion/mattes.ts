import type { Coverage } from '../vision/sight.ts';
import { CELL, type Field } from './mover.ts';
import type { Planes } from './planes.ts';

/** A value for each node of a field, 0 … 1, read at places in the picture. */
export interface NodeMap {
  readonly columns: number;
  readonly rows: number;
  readonly data: Float32Array;
}

export function createNodeMap({ columns, rows }: Pick<Field, 'columns' | 'rows'>): NodeMap {
  return { columns, rows, data: new Float32Array(columns * rows) };
}

/** Linear between nodes; outside, the nearest one. */
export function readMap({ columns, rows, data }: NodeMap, x: number, y: number): number {
  let u = x / CELL;
  let v = y / CELL;
  u = u < 0 ? 0 : u > columns - 1.001 ? columns - 1.001 : u;
  v = v < 0 ? 0 : v > rows - 1.001 ? rows - 1.001 : v;
  const column = u | 0;
  const row = v | 0;
  const at = row * columns + column;
  const fx = u - column;
  const upper = data[at]! + (data[at + 1]! - data[at]!) * fx;
  const lower = data[at + columns]! + (data[at + columns + 1]! - data[at + columns]!) * fx;
  return upper + (lower - upper) * (v - row);
}

/** A coverage on the nodes of a field over a picture of this size. */
export function mapOf(coverage: Coverage, field: Field, width: number, height: number): NodeMap {
  const map = createNodeMap(field);
  const { columns, rows, data } = map;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      data[row * columns + column] = coverageAt(coverage, (column * CELL) / width, (row * CELL) / height) / 255;
    }
  }
  return map;
}

/** @param u 0 left … 1 right of the picture. @returns 0 … 255. */
export function coverageAt({ width, height, data }: Coverage, u: number, v: number): number {
  const x = Math.min(width - 1, Math.max(0, u * width - 0.5));
  const y = Math.min(height - 1, Math.max(0, v * height - 0.5));
  const left = Math.floor(x);
  const top = Math.floor(y);
  const right = Math.min(width - 1, left + 1);
  const bottom = Math.min(height - 1, top + 1);
  const upper = data[top * width + left]! + (data[top * width + right]! - data[top * width + left]!) * (x - left);
  const lower =
    data[bottom * width + left]! + (data[bottom * width + right]! - data[bottom * width + left]!) * (x - left);
  return upper + (lower - upper) * (y - top);
}

/** Mean over a square of 2 × radius + 1, in place. Edges repeat. */
export function blur(data: Float32Array, width: number, height: number, radius: number): void {
  if (radius < 1) return;
  const size = 2 * radius + 1;
  const line = new Float32Array(Math.max(width, height));
  for (let y = 0; y < height; y++) {
    const start = y * width;
    let sum = data[start]! * radius;
    for (let x = 0; x <= radius; x++) sum += data[start + Math.min(x, width - 1)]!;
    for (let x = 0; x < width; x++) {
      line[x] = sum / size;
      sum += data[start + Math.min(width - 1, x + radius + 1)]! - data[start + Math.max(0, x - radius)]!;
    }
    data.set(line.subarray(0, width), start);
  }
  // By whole rows: columns one by one miss the cache at every step.
  const copy = data.slice();
  const sums = new Float64Array(width);
  for (let y = -radius; y <= radius; y++) {
    const row = Math.min(height - 1, Math.max(0, y)) * width;
    for (let x = 0; x < width; x++) sums[x]! += copy[row + x]!;
  }
  for (let y = 0; y < height; y++) {
    const next = Math.min(height - 1, y + radius + 1) * width;
    const last = Math.max(0, y - radius) * width;
    for (let x = 0; x < width; x++) {
      data[y * width + x] = sums[x]! / size;
      sums[x]! += copy[next + x]! - copy[last + x]!;
    }
  }
}

/** Keeps a map where it is full all round, and takes it softly to nothing at its edges from inside. @param reach In nodes. */
export function innerMap(map: NodeMap, reach: number): NodeMap {
  const data = map.data.slice();
  blur(data, map.columns, map.rows, reach);
  blur(data, map.columns, map.rows, Math.max(1, reach >> 1));
  for (let at = 0; at < data.length; at++) data[at] = Math.max(0, data[at]! * 2 - 1) * Math.min(1, map.data[at]! * 1.2);
  return { ...map, data };
}

/** Spreads what is high over its neighbours, in squares. @param reach In nodes. */
export function spreadMap({ columns, rows, data }: NodeMap, reach: number): NodeMap {
  const across = new Float32Array(data.length);
  const out = new Float32Array(data.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let most = 0;
      for (let i = Math.max(0, column - reach); i <= Math.min(columns - 1, column + reach); i++) {
        most = Math.max(most, data[row * columns + i]!);
      }
      across[row * columns + column] = most;
    }
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let most = 0;
      for (let i = Math.max(0, row - reach); i <= Math.min(rows - 1, row + reach); i++) {
        most = Math.max(most, across[i * columns + column]!);
      }
      out[row * columns + column] = most;
    }
  }
  return { columns, rows, data: out };
}

/**
 * A coverage at the picture's full size, its edge drawn to the picture's own by a guided filter on luma at half
 * size: a coverage of a few hundred pixels is otherwise a soft band along every ridge.
 * @see He, Sun, Tang: Guided Image Filtering (2013)
 */
export function refineMatte(coverage: Coverage, planes: Planes): Uint8Array {
  const { width, height } = planes;
  const out = new Uint8Array(width * height);
  if (coverage.width === width && coverage.height === height) {
    out.set(coverage.data);
    return out;
  }
  const [halfWidth, halfHeight] = [width >> 1, height >> 1];
  const guide = halfLuma(planes);
  const size = halfWidth * halfHeight;
  const rough = new Float32Array(size);
  for (let y = 0, at = 0; y < halfHeight; y++) {
    for (let x = 0; x < halfWidth; x++, at++) {
      rough[at] = coverageAt(coverage, (x + 0.5) / halfWidth, (y + 0.5) / halfHeight) / 255;
    }
  }
  const radius = Math.max(2, Math.round((width / coverage.width) * 1.5));
  const [slope, offset] = fitGuide(guide, rough, halfWidth, halfHeight, radius);
  const near = rough.slice();
  blur(near, halfWidth, halfHeight, radius);
  const { data, stride, origin } = planes.y;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = Math.min(halfHeight - 1, y >> 1) * halfWidth + Math.min(halfWidth - 1, x >> 1);
      const around = near[at]!;
      if (around > 0.995 || around < 0.005) {
        out[y * width + x] = around > 0.5 ? 255 : 0;
        continue;
      }
      const fitted = (slope[at]! * data[origin + y * stride + x]!) / 255 + offset[at]!;
      out[y * width + x] = Math.min(255, Math.max(0, (fitted - 0.5) * 1.8 * 255 + 128));
    }
  }
  return out;
}

function halfLuma({ width, height, y: { data, stride, origin } }: Planes): Float32Array {
  const [halfWidth, halfHeight] = [width >> 1, height >> 1];
  const out = new Float32Array(halfWidth * halfHeight);
  for (let y = 0, at = 0; y < halfHeight; y++) {
    for (let x = 0, from = origin + y * 2 * stride; x < halfWidth; x++, at++, from += 2) {
      out[at] = (data[from]! + data[from + 1]! + data[from + stride]! + data[from + stride + 1]!) / 1020;
    }
  }
  return out;
}

function fitGuide(guide: Float32Array, rough: Float32Array, width: number, height: number, radius: number) {
  const smoothed = (make: (at: number) => number) => {
    const out = new Float32Array(guide.length);
    for (let at = 0; at < out.length; at++) out[at] = make(at);
    blur(out, width, height, radius);
    return out;
  };
  const meanGuide = smoothed((at) => guide[at]!);
  const meanRough = smoothed((at) => rough[at]!);
  const squares = smoothed((at) => guide[at]! * guide[at]!);
  const products = smoothed((at) => guide[at]! * rough[at]!);
  const slope = squares;
  const offset = products;
  for (let at = 0; at < slope.length; at++) {
    const variance = squares[at]! - meanGuide[at]! ** 2;
    const a = (products[at]! - meanGuide[at]! * meanRough[at]!) / (variance + 4e-4);
    offset[at] = meanRough[at]! - a * meanGuide[at]!;
    slope[at] = a;
  }
  blur(slope, width, height, radius);
  blur(offset, width, height, radius);
  return [slope, offset] as const;
}
