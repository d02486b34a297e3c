import { CELL } from '../mover.ts';
import type { Frame } from '../planes.ts';

/**
 * Mixes a second frame into a first, in place.
 * @param weights How much of the second, 0 … 1, at each node of a field.
 * @param columns Of the field.
 */
export function blendFrames(frame: Frame, second: Frame, weights: Float32Array, columns: number): void {
  const { width, height } = frame;
  const size = width * height;
  mixPlane(frame.data, second.data, 0, width, height, CELL, 0, weights, columns);
  mixPlane(frame.data, second.data, size, width >> 1, height >> 1, CELL / 2, 0.25, weights, columns);
  mixPlane(frame.data, second.data, size + (size >> 2), width >> 1, height >> 1, CELL / 2, 0.25, weights, columns);
}

function mixPlane(
  out: Uint8Array,
  other: Uint8Array,
  offset: number,
  width: number,
  height: number,
  cell: number,
  lean: number,
  weights: Float32Array,
  columns: number,
): void {
  const line = new Float32Array(columns);
  const rows = weights.length / columns;
  for (let row = 0; row < height; row++) {
    const place = (row + lean) / cell;
    const upper = Math.min(rows - 2, Math.floor(place));
    const share = place - upper;
    for (let column = 0, a = upper * columns; column < columns; column++, a++) {
      line[column] = (weights[a]! + (weights[a + columns]! - weights[a]!) * share) * 256;
    }
    let at = offset + row * width;
    for (let x = 0, column = 0; x < width; column++) {
      const end = Math.min(width, x + cell);
      const start = line[column]!;
      const step = (line[column + 1]! - start) / cell;
      if (start < 0.5 && step * cell < 0.5) {
        at += end - x;
        x = end;
        continue;
      }
      for (let weight = start + step * lean; x < end; x++, at++, weight += step) {
        out[at] = (out[at]! * (256 - weight) + other[at]! * weight + 128) / 256;
      }
    }
  }
}
