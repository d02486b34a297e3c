import { CELL, type Field, type Veil } from './mover.ts';

/** Nodes that span a frame, with one beyond its last pixel each way. */
export function createField(width: number, height: number, floats = onFloatHeap): Field {
  const columns = Math.ceil(width / CELL) + 1;
  const rows = Math.ceil(height / CELL) + 1;
  return { columns, rows, dx: floats(columns * rows), dy: floats(columns * rows) };
}

export function createVeil({ columns, rows }: Field): Veil {
  const plane = () => new Float32Array(columns * rows);
  return { columns, rows, gain: plane().fill(1), cover: plane(), y: plane(), u: plane(), v: plane() };
}

export function clearVeil(veil: Veil): void {
  veil.gain.fill(1);
  for (const plane of [veil.cover, veil.y, veil.u, veil.v]) plane.fill(0);
}

const onFloatHeap = (length: number): Float32Array => new Float32Array(length);
