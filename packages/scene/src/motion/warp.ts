import type { Layer, LayerPlaces } from './layer.ts';
import { CELL, type Field } from './mover.ts';
import type { Frame, Plane, Planes } from './planes.ts';

/**
 * The hot loops: a frame is read from planes at displaced places. Luma by Catmull-Rom, because linear interpolation
 * dulls the picture as soon as anything moves; chroma, which is coarse anyway, linearly. Places are whole 256ths.
 */

const PHASES = 256;
/** Four weights for each 256th, which sum to 256. */
const CUBIC = catmullRom();

function catmullRom(): Int32Array {
  const weights = new Int32Array(PHASES * 4);
  for (let phase = 0; phase < PHASES; phase++) {
    const t = phase / PHASES;
    const row = [
      ((2 - t) * t - 1) * t * 0.5,
      ((3 * t - 5) * t * t + 2) * 0.5,
      ((4 - 3 * t) * t + 1) * t * 0.5,
      (t - 1) * t * t * 0.5,
    ].map((weight) => Math.round(weight * 256));
    row[t < 0.5 ? 1 : 2]! += 256 - row.reduce((sum, weight) => sum + weight, 0);
    weights.set(row, phase * 4);
  }
  return weights;
}

function cubic(data: Uint8Array, stride: number, at: number, fx: number, fy: number): number {
  const across = fx << 2;
  const down = fy << 2;
  const a = CUBIC[across]!;
  const b = CUBIC[across + 1]!;
  const c = CUBIC[across + 2]!;
  const d = CUBIC[across + 3]!;
  let i = at - stride - 1;
  let sum = CUBIC[down]! * (a * data[i]! + b * data[i + 1]! + c * data[i + 2]! + d * data[i + 3]!);
  i += stride;
  sum += CUBIC[down + 1]! * (a * data[i]! + b * data[i + 1]! + c * data[i + 2]! + d * data[i + 3]!);
  i += stride;
  sum += CUBIC[down + 2]! * (a * data[i]! + b * data[i + 1]! + c * data[i + 2]! + d * data[i + 3]!);
  i += stride;
  sum += CUBIC[down + 3]! * (a * data[i]! + b * data[i + 1]! + c * data[i + 2]! + d * data[i + 3]!);
  const value = (sum + 32768) >> 16;
  return value < 0 ? 0 : value > 255 ? 255 : value;
}

function linear(data: Uint8Array, stride: number, at: number, fx: number, fy: number): number {
  const upper = data[at]! * (256 - fx) + data[at + 1]! * fx;
  const lower = data[at + stride]! * (256 - fx) + data[at + stride + 1]! * fx;
  return (upper * (256 - fy) + lower * fy + 32768) >> 16;
}

/** One of a frame's three planes, as the loops see it. */
interface Target {
  readonly data: Uint8Array;
  readonly offset: number;
  readonly width: number;
  readonly height: number;
  /** Samples of this plane between two nodes. */
  readonly cell: number;
  /** Samples of this plane a pixel: 1 or ½. */
  readonly scale: number;
  readonly isLuma: boolean;
}

function targetsOf({ width, height, data }: Frame): readonly Target[] {
  const chroma = { data, width: width >> 1, height: height >> 1, cell: CELL / 2, scale: 0.5, isLuma: false };
  const size = width * height;
  return [
    { data, offset: 0, width, height, cell: CELL, scale: 1, isLuma: true },
    { ...chroma, offset: size },
    { ...chroma, offset: size + (size >> 2) },
  ];
}

/** Displacement along one row of samples, in 256ths of a sample, at each node's column. */
function rowOf(
  field: Field,
  { cell, scale, isLuma }: Target,
  row: number,
  rowX: Float32Array,
  rowY: Float32Array,
): void {
  const { columns, dx, dy } = field;
  // A chroma sample lies in the middle of its four pixels.
  const place = (row + (isLuma ? 0 : 0.25)) / cell;
  const upper = Math.min(field.rows - 2, Math.floor(place));
  const share = place - upper;
  const factor = 256 * scale;
  for (let column = 0, a = upper * columns, b = a + columns; column < columns; column++, a++, b++) {
    rowX[column] = (dx[a]! + (dx[b]! - dx[a]!) * share) * factor;
    rowY[column] = (dy[a]! + (dy[b]! - dy[a]!) * share) * factor;
  }
}

/**
 * Reads a whole frame from the picture.
 * @param hidden Where a layer covers everything, as by `coreOf`; it is not read there.
 */
export function warpPicture(frame: Frame, source: Planes, field: Field, hidden: Uint8Array | undefined): void {
  const rowX = new Float32Array(field.columns);
  const rowY = new Float32Array(field.columns);
  for (const [index, target] of targetsOf(frame).entries()) {
    const plane = [source.y, source.u, source.v][index]!;
    for (let row = 0; row < target.height; row++) {
      rowOf(field, target, row, rowX, rowY);
      warpRow(target, row, plane, source.rim, rowX, rowY, hidden);
    }
  }
}

function warpRow(
  { data: out, offset, width, height, cell, scale, isLuma }: Target,
  row: number,
  { data, stride, origin }: Plane,
  rim: number,
  rowX: Float32Array,
  rowY: Float32Array,
  hidden: Uint8Array | undefined,
): void {
  const reach = rim * scale - 3;
  const [minX, minY] = [-reach * 256, -reach * 256];
  const [maxX, maxY] = [(width - 1 + reach) * 256, (height - 1 + reach) * 256];
  let at = offset + row * width;
  for (let x = 0, column = 0; x < width; column++) {
    const end = Math.min(width, x + cell);
    const startX = rowX[column]!;
    const startY = rowY[column]!;
    const stepX = (rowX[column + 1]! - startX) / cell;
    const stepY = (rowY[column + 1]! - startY) / cell;
    if (startX === 0 && startY === 0 && stepX === 0 && stepY === 0) {
      for (let from = origin + row * stride + x; x < end; x++) out[at++] = data[from++]!;
      continue;
    }
    for (let step = isLuma ? 0 : 0.25; x < end; x++, step++, at++) {
      let sx = Math.round(x * 256 + startX + stepX * step);
      let sy = Math.round(row * 256 + startY + stepY * step);
      sx = sx < minX ? minX : sx > maxX ? maxX : sx;
      sy = sy < minY ? minY : sy > maxY ? maxY : sy;
      const wholeX = sx >> 8;
      const wholeY = sy >> 8;
      if (hidden) {
        const place = isLuma ? wholeY * width + wholeX : (sy >> 7) * 2 * width + (sx >> 7);
        if (wholeX >= 0 && wholeY >= 0 && wholeX < width && wholeY < height && hidden[place] === 1) continue;
      }
      const from = origin + wholeY * stride + wholeX;
      out[at] = isLuma ? cubic(data, stride, from, sx & 255, sy & 255) : linear(data, stride, from, sx & 255, sy & 255);
    }
  }
}

/**
 * 1 where a matte is full for some pixels all round, so that nothing else is seen however it is interpolated.
 * @param reach Pixels, at least 2.
 */
export function coreOf(matte: Uint8Array, width: number, height: number, reach: number): Uint8Array {
  const across = new Uint8Array(width * height);
  const core = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0, run = 0, at = y * width; x < width; x++, at++) {
      run = matte[at] === 255 ? run + 1 : 0;
      if (run > 2 * reach) across[at - reach] = 1;
    }
  }
  const runs = new Uint16Array(width);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      runs[x] = across[at] === 1 ? runs[x]! + 1 : 0;
      if (runs[x]! > 2 * reach) core[at - reach * width] = 1;
    }
  }
  return core;
}

/** How a layer lies over a frame. `core` is where nothing but its plate is seen. */
export interface LaidLayer {
  readonly layer: Layer;
  readonly core: Uint8Array;
  readonly places: LayerPlaces;
}

/** Lays a layer over a frame that holds the picture; where its core is 1 the frame is overwritten. */
export function warpLayer(frame: Frame, { layer, core, places }: LaidLayer, field: Field): void {
  const { matte, plate } = layer;
  const fields = places.second > 0 ? [field, places.first, places.again] : [field, places.first];
  const rows = fields.map(() => [new Float32Array(field.columns), new Float32Array(field.columns)] as const);
  for (const [index, target] of targetsOf(frame).entries()) {
    const plane = [plate.y, plate.u, plate.v][index]!;
    for (let row = 0; row < target.height; row++) {
      for (const [i, one] of fields.entries()) rowOf(one, target, row, ...rows[i]!);
      layRow({ target, row, plane, rim: plate.rim, matte, core, rows, second: places.second, seen: places.seen });
    }
  }
}

interface LayerRow {
  readonly target: Target;
  readonly row: number;
  readonly plane: Plane;
  readonly rim: number;
  readonly matte: Uint8Array;
  readonly core: Uint8Array;
  /** Across and down: of the picture, of the first reading, of the second if there is one. */
  readonly rows: readonly (readonly [Float32Array, Float32Array])[];
  readonly second: number;
  readonly seen: number;
}

function layRow({ target, row, plane, rim, matte, core, rows, second, seen }: LayerRow): void {
  const { data: out, offset, width, height, cell, isLuma, scale } = target;
  const { data, stride, origin } = plane;
  const [baseX, baseY] = rows[0]!;
  const [firstX, firstY] = rows[1]!;
  const [againX, againY] = rows[2] ?? rows[1]!;
  const low = -(rim * scale - 3) * 256;
  const maxX = (width - 1) * 256 - low;
  const maxY = (height - 1) * 256 - low;
  const spread = isLuma ? 1 : 2;
  const matteWidth = width * spread;
  const right = matteWidth - spread;
  const bottom = height * spread - spread;
  const shift = isLuma ? 8 : 7;
  const start = offset + row * width;
  for (let column = 0, left = 0; left < width; column++, left += cell) {
    const end = Math.min(width, left + cell);
    for (let x = left, step = isLuma ? 0 : 0.25 / cell; x < end; x++, step += 1 / cell) {
      const qx = Math.round(x * 256 + baseX[column]! + (baseX[column + 1]! - baseX[column]!) * step);
      const qy = Math.round(row * 256 + baseY[column]! + (baseY[column + 1]! - baseY[column]!) * step);
      let mx = qx >> shift;
      let my = qy >> shift;
      mx = mx < 0 ? 0 : mx > right ? right : mx;
      my = my < 0 ? 0 : my > bottom ? bottom : my;
      const place = my * matteWidth + mx;
      const isCore = core[place] === 1;
      let share = 255;
      if (!isCore) {
        share = matteAt(matte, matteWidth, place, mx < right && my < bottom, isLuma, qx & 255, qy & 255);
        if (share === 0) continue;
      }
      let sx = Math.round(x * 256 + firstX[column]! + (firstX[column + 1]! - firstX[column]!) * step);
      let sy = Math.round(row * 256 + firstY[column]! + (firstY[column + 1]! - firstY[column]!) * step);
      sx = sx < low ? low : sx > maxX ? maxX : sx;
      sy = sy < low ? low : sy > maxY ? maxY : sy;
      let from = origin + (sy >> 8) * stride + (sx >> 8);
      let moved = isLuma
        ? cubic(data, stride, from, sx & 255, sy & 255)
        : linear(data, stride, from, sx & 255, sy & 255);
      if (second > 0) {
        sx = Math.round(x * 256 + againX[column]! + (againX[column + 1]! - againX[column]!) * step);
        sy = Math.round(row * 256 + againY[column]! + (againY[column + 1]! - againY[column]!) * step);
        sx = sx < low ? low : sx > maxX ? maxX : sx;
        sy = sy < low ? low : sy > maxY ? maxY : sy;
        from = origin + (sy >> 8) * stride + (sx >> 8);
        const other = isLuma
          ? cubic(data, stride, from, sx & 255, sy & 255)
          : linear(data, stride, from, sx & 255, sy & 255);
        moved += (other - moved) * second;
      }
      if (isCore) {
        out[start + x] = moved + 0.5;
        continue;
      }
      const was = out[start + x]!;
      out[start + x] = was + ((moved - was) * share * seen) / 255 + 0.5;
    }
  }
}

function matteAt(
  matte: Uint8Array,
  stride: number,
  at: number,
  isInside: boolean,
  isLuma: boolean,
  fx: number,
  fy: number,
): number {
  if (!isInside) return matte[at]!;
  if (!isLuma) return (matte[at]! + matte[at + 1]! + matte[at + stride]! + matte[at + stride + 1]!) / 4;
  return (fx | fy) === 0 ? matte[at]! : linear(matte, stride, at, fx, fy);
}
