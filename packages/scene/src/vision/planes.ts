import type { Coverage, Picture } from './sight.ts';

/** One number per cell, rows from the top. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** A small version of a picture in a space where distances are as the eye sees them (Oklab). */
export interface Grid {
  readonly width: number;
  readonly height: number;
  /** Lightness 0 to 1, green to red, blue to yellow. */
  readonly light: Float32Array;
  readonly a: Float32Array;
  readonly b: Float32Array;
}

/** A smaller picture by averaging; the picture itself when it is small enough. */
export function shrinkPicture(picture: Picture, longest: number): Picture {
  const scale = Math.max(picture.width, picture.height) / longest;
  if (scale <= 1) return picture;
  const width = Math.max(1, Math.round(picture.width / scale));
  const height = Math.max(1, Math.round(picture.height / scale));
  const rgba = new Uint8Array(4 * width * height);
  for (let y = 0; y < height; y++) {
    const [y0, y1] = span(y, height, picture.height);
    for (let x = 0; x < width; x++) {
      const [x0, x1] = span(x, width, picture.width);
      let [red, green, blue, alpha] = [0, 0, 0, 0];
      for (let v = y0; v < y1; v++) {
        for (let i = 4 * (v * picture.width + x0); i < 4 * (v * picture.width + x1); i += 4) {
          red += picture.rgba[i]!;
          green += picture.rgba[i + 1]!;
          blue += picture.rgba[i + 2]!;
          alpha += picture.rgba[i + 3]!;
        }
      }
      const count = (x1 - x0) * (y1 - y0);
      const at = 4 * (y * width + x);
      rgba[at] = red / count;
      rgba[at + 1] = green / count;
      rgba[at + 2] = blue / count;
      rgba[at + 3] = alpha / count;
    }
  }
  return { width, height, rgba };
}

/** Part of a picture; the rectangle lies within it, in whole pixels. */
export function cropOf(picture: Picture, x: number, y: number, width: number, height: number): Picture {
  const rgba = new Uint8Array(4 * width * height);
  for (let row = 0; row < height; row++) {
    const from = 4 * ((y + row) * picture.width + x);
    rgba.set(picture.rgba.subarray(from, from + 4 * width), 4 * row * width);
  }
  return { width, height, rgba };
}

/** The picture's colours on a grid of at most `longest` cells a side. */
export function gridOf(picture: Picture, longest: number): Grid {
  const { width, height, rgba } = shrinkPicture(picture, longest);
  const count = width * height;
  const grid = {
    width,
    height,
    light: new Float32Array(count),
    a: new Float32Array(count),
    b: new Float32Array(count),
  };
  for (let i = 0; i < count; i++) {
    const [light, a, b] = oklabOf(rgba[4 * i]!, rgba[4 * i + 1]!, rgba[4 * i + 2]!);
    grid.light[i] = light;
    grid.a[i] = a;
    grid.b[i] = b;
  }
  return grid;
}

const LINEAR = Float32Array.from({ length: 256 }, (_, i) => {
  const value = i / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

/** @see https://bottosson.github.io/posts/oklab/ */
export function oklabOf(red: number, green: number, blue: number): [light: number, a: number, b: number] {
  const [r, g, b] = [LINEAR[red | 0]!, LINEAR[green | 0]!, LINEAR[blue | 0]!];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** Mean over a square of `2 × radius + 1` cells, cut at the edges. */
export function blurPlane(data: Float32Array, width: number, height: number, radius: number): Float32Array {
  const across = new Float32Array(data.length);
  for (let y = 0; y < height; y++) meanAlong(data, across, y * width, 1, width, radius);
  const result = new Float32Array(data.length);
  for (let x = 0; x < width; x++) meanAlong(across, result, x, width, height, radius);
  return result;
}

function meanAlong(from: Float32Array, to: Float32Array, start: number, step: number, count: number, radius: number) {
  let sum = 0;
  for (let i = 0; i < Math.min(radius, count); i++) sum += from[start + i * step]!;
  for (let i = 0; i < count; i++) {
    if (i + radius < count) sum += from[start + (i + radius) * step]!;
    if (i - radius > 0) sum -= from[start + (i - radius - 1) * step]!;
    to[start + i * step] = sum / (Math.min(count - 1, i + radius) - Math.max(0, i - radius) + 1);
  }
}

/** Another size, by linear interpolation between the middles of cells. */
export function resizePlane({ width, height, data }: Plane, toWidth: number, toHeight: number): Plane {
  if (width === toWidth && height === toHeight) return { width, height, data };
  const result = new Float32Array(toWidth * toHeight);
  const xs = stepsAcross(width, toWidth);
  const ys = stepsAcross(height, toHeight);
  for (let y = 0; y < toHeight; y++) {
    const [row, below, v] = [ys.low[y]! * width, ys.high[y]! * width, ys.share[y]!];
    for (let x = 0; x < toWidth; x++) {
      const [x0, x1, u] = [xs.low[x]!, xs.high[x]!, xs.share[x]!];
      const top = data[row + x0]! * (1 - u) + data[row + x1]! * u;
      const bottom = data[below + x0]! * (1 - u) + data[below + x1]! * u;
      result[y * toWidth + x] = top * (1 - v) + bottom * v;
    }
  }
  return { width: toWidth, height: toHeight, data: result };
}

/** Where the cells of a longer row lie between those of a shorter one. */
export function stepsAcross(from: number, to: number): { low: Int32Array; high: Int32Array; share: Float32Array } {
  const [low, high, share] = [new Int32Array(to), new Int32Array(to), new Float32Array(to)];
  for (let i = 0; i < to; i++) {
    const at = Math.min(from - 1, Math.max(0, ((i + 0.5) * from) / to - 0.5));
    low[i] = Math.floor(at);
    high[i] = Math.min(from - 1, low[i]! + 1);
    share[i] = at - low[i]!;
  }
  return { low, high, share };
}

/** A coverage as numbers from 0 to 1 on a grid. */
export function planeOfCoverage(coverage: Coverage, width: number, height: number): Float32Array {
  const data = Float32Array.from(coverage.data, (value) => value / 255);
  return resizePlane({ ...coverage, data }, width, height).data;
}

/**
 * How much fine texture each cell of a grid holds, in levels of luma: leaves and rock have much, sky and cloud have
 * little, however bright their shapes.
 */
export function detailOf({ width, height, rgba }: Picture, columns: number, rows: number): Float32Array {
  const luma = new Float32Array(width * height);
  for (let i = 0; i < luma.length; i++) luma[i] = 0.3 * rgba[4 * i]! + 0.6 * rgba[4 * i + 1]! + 0.1 * rgba[4 * i + 2]!;
  const [sum, count] = [new Float32Array(columns * rows), new Float32Array(columns * rows)];
  for (let y = 1; y < height - 1; y++) {
    const row = Math.floor((y * rows) / height) * columns;
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const cell = row + Math.floor((x * columns) / width);
      sum[cell]! += Math.abs(4 * luma[i]! - luma[i - 1]! - luma[i + 1]! - luma[i - width]! - luma[i + width]!) / 4;
      count[cell]!++;
    }
  }
  return blurPlane(
    sum.map((value, i) => value / Math.max(1, count[i]!)),
    columns,
    rows,
    1,
  );
}

/** Smooth step from 0 at `from` to 1 at `to`; `from` may be the larger. */
export function ease(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

function span(i: number, count: number, length: number): readonly [number, number] {
  const from = Math.floor((i * length) / count);
  return [from, Math.max(from + 1, Math.floor(((i + 1) * length) / count))];
}
