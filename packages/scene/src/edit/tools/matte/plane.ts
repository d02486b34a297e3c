import { planeOfCoverage as spreadCoverage } from '../../../vision/planes.ts';
import type { Coverage, Picture } from '../../../vision/sight.ts';

/** One value a pixel, rows from the top. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

export function createPlane(width: number, height: number, fill = 0): Plane {
  return { width, height, data: new Float32Array(width * height).fill(fill) };
}

/** Values between pixels; beyond the edge those of the edge. Pixel centres lie at whole coordinates. */
export function samplePlane({ width, height, data }: Plane, x: number, y: number): number {
  const left = Math.min(width - 1, Math.max(0, x));
  const top = Math.min(height - 1, Math.max(0, y));
  const x0 = Math.floor(left);
  const y0 = Math.floor(top);
  const x1 = Math.min(width - 1, x0 + 1);
  const y1 = Math.min(height - 1, y0 + 1);
  const fx = left - x0;
  const fy = top - y0;
  const above = data[y0 * width + x0]! * (1 - fx) + data[y0 * width + x1]! * fx;
  const below = data[y1 * width + x0]! * (1 - fx) + data[y1 * width + x1]! * fx;
  return above * (1 - fy) + below * fy;
}

/** A coverage as 0 … 1 on a grid of its own. */
export function planeOfCoverage(coverage: Coverage, width: number, height: number): Plane {
  return { width, height, data: spreadCoverage(coverage, width, height) };
}

/** Mean over squares of 2 × radius + 1, twice as long at the same cost; the edge repeats. */
export function blurPlane(plane: Plane, radius: number): Plane {
  const across = createPlane(plane.width, plane.height);
  const down = createPlane(plane.width, plane.height);
  blurLines(
    plane.data,
    across.data,
    { lines: plane.height, length: plane.width, step: 1, stride: plane.width },
    radius,
  );
  blurLines(across.data, down.data, { lines: plane.width, length: plane.height, step: plane.width, stride: 1 }, radius);
  return down;
}

interface Lines {
  readonly lines: number;
  readonly length: number;
  /** From one value of a line to the next, and from one line to the next. */
  readonly step: number;
  readonly stride: number;
}

function blurLines(from: Float32Array, to: Float32Array, { lines, length, step, stride }: Lines, radius: number): void {
  const count = 2 * radius + 1;
  for (let line = 0; line < lines; line++) {
    const start = line * stride;
    const at = (i: number): number => from[start + Math.min(length - 1, Math.max(0, i)) * step]!;
    let sum = 0;
    for (let i = -radius; i <= radius; i++) sum += at(i);
    for (let i = 0; i < length; i++) {
      to[start + i * step] = sum / count;
      sum += at(i + radius + 1) - at(i - radius);
    }
  }
}

/** Luma of red, green and blue, 0 … 1. */
export function lumaOf([red, green, blue]: readonly [Plane, Plane, Plane]): Plane {
  const luma = createPlane(red.width, red.height);
  for (let i = 0; i < luma.data.length; i++) {
    luma.data[i] = 0.2126 * red.data[i]! + 0.7152 * green.data[i]! + 0.0722 * blue.data[i]!;
  }
  return luma;
}

/** Red, green and blue of a picture, 0 … 1, made smaller by averaging what falls into each place. */
export function colorPlanes(picture: Picture, width: number, height: number): readonly [Plane, Plane, Plane] {
  const planes = [createPlane(width, height), createPlane(width, height), createPlane(width, height)] as const;
  for (let y = 0; y < height; y++) {
    const fromY = Math.floor((y * picture.height) / height);
    const toY = Math.max(fromY + 1, Math.floor(((y + 1) * picture.height) / height));
    for (let x = 0; x < width; x++) {
      const fromX = Math.floor((x * picture.width) / width);
      const toX = Math.max(fromX + 1, Math.floor(((x + 1) * picture.width) / width));
      averageInto(picture, { fromX, toX, fromY, toY }, planes, y * width + x);
    }
  }
  return planes;
}

function averageInto(
  { width, rgba }: Picture,
  { fromX, toX, fromY, toY }: { fromX: number; toX: number; fromY: number; toY: number },
  planes: readonly [Plane, Plane, Plane],
  index: number,
): void {
  let red = 0;
  let green = 0;
  let blue = 0;
  for (let y = fromY; y < toY; y++) {
    for (let x = fromX, at = (y * width + fromX) * 4; x < toX; x++, at += 4) {
      red += rgba[at]!;
      green += rgba[at + 1]!;
      blue += rgba[at + 2]!;
    }
  }
  const scale = 1 / (255 * (toX - fromX) * (toY - fromY));
  planes[0].data[index] = red * scale;
  planes[1].data[index] = green * scale;
  planes[2].data[index] = blue * scale;
}

/** A size of at most `longest` a side, and at least 1, in the shape of a picture. */
export function smallSize(picture: { readonly width: number; readonly height: number }, longest: number) {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  return {
    width: Math.max(1, Math.round(picture.width * scale)),
    height: Math.max(1, Math.round(picture.height * scale)),
  };
}
