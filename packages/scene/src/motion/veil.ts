import { CELL, type Veil } from './mover.ts';
import type { Frame } from './planes.ts';

/** Lays a veil over a frame; rows of nodes without one cost nothing. */
export function layVeil({ width, height, data }: Frame, veil: Veil): void {
  const { columns, rows } = veil;
  const active = activeRows(veil);
  const line = Array.from({ length: 5 }, () => new Float32Array(columns));
  const [gain, cover, luma, cb, cr] = line as [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array];
  const planes = [veil.gain, veil.cover, veil.y, veil.u, veil.v];
  const size = width * height;
  const half = width >> 1;
  const blend = (row: number) => {
    const upper = Math.min(rows - 2, Math.floor(row / CELL));
    if (!active[upper] && !active[upper + 1]) return false;
    const share = row / CELL - upper;
    for (const [index, plane] of planes.entries()) {
      const target = line[index]!;
      for (let column = 0, a = upper * columns; column < columns; column++, a++) {
        target[column] = plane[a]! + (plane[a + columns]! - plane[a]!) * share;
      }
    }
    return true;
  };
  for (let row = 0; row < height; row++) {
    if (!blend(row)) continue;
    let at = row * width;
    for (let x = 0, column = 0; x < width; column++) {
      const keepsStart = gain[column]! * (1 - cover[column]!);
      const keepsStep = (gain[column + 1]! * (1 - cover[column + 1]!) - keepsStart) / CELL;
      const addsStart = luma[column]! + 0.5;
      const addsStep = (luma[column + 1]! - luma[column]!) / CELL;
      for (let step = 0; step < CELL && x < width; step++, x++, at++) {
        const value = 16 + (data[at]! - 16) * (keepsStart + keepsStep * step) + addsStart + addsStep * step;
        data[at] = value > 235 ? 235 : value < 16 ? 16 : value;
      }
    }
  }
  for (let row = 0; row < height >> 1; row++) {
    if (!blend(row * 2 + 0.5)) continue;
    for (let plane = 0; plane < 2; plane++) {
      const adds = plane === 0 ? cb : cr;
      let at = size + plane * (size >> 2) + row * half;
      for (let x = 0; x < half; x++, at++) {
        const column = (x / (CELL / 2)) | 0;
        const share = (x * 2 + 0.5 - column * CELL) / CELL;
        const a = gain[column]! * (1 - cover[column]!);
        const b = gain[column + 1]! * (1 - cover[column + 1]!);
        const add = adds[column]! + (adds[column + 1]! - adds[column]!) * share;
        const value = 128 + (data[at]! - 128) * (a + (b - a) * share) + add + 0.5;
        data[at] = value > 240 ? 240 : value < 16 ? 16 : value;
      }
    }
  }
}

function activeRows({ columns, rows, gain, cover, y, u, v }: Veil): Uint8Array {
  const active = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    for (let at = row * columns; at < (row + 1) * columns; at++) {
      if (gain[at] !== 1 || cover[at] !== 0 || y[at] !== 0 || u[at] !== 0 || v[at] !== 0) {
        active[row] = 1;
        break;
      }
    }
  }
  return active;
}
