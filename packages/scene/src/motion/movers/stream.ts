import type { Layer } from '../layer.ts';
import { type NodeMap, readMap } from '../mattes.ts';
import { CELL, type Mover } from '../mover.ts';
import type { MotionStage } from '../stage.ts';
import { travelled } from '../time.ts';

export interface StreamOptions {
  /** Pixels of a 720-row picture a second, in the middle of the water. */
  readonly pixelsPerSecond: number;
  /** Radians: 0 flows to the right, π/2 down. */
  readonly direction: number;
  readonly says: string;
}

/** How long a piece of water is followed before it starts over; longer stretches it, shorter pulses. */
const PERIOD_SECONDS = 1.1;

/** Water that flows on and on: two readings that start over in turn, each unseen when it does. */
export function flowStream(stage: MotionStage, matte: Uint8Array, map: NodeMap, options: StreamOptions): Mover {
  const { noise, unit } = stage;
  const { pixelsPerSecond, direction, says } = options;
  const speed = pixelsPerSecond * unit * PERIOD_SECONDS;
  const [ux, uy] = [Math.cos(direction) * speed, Math.sin(direction) * speed];
  const scale = 1 / (60 * unit);
  const layer: Layer = {
    matte,
    plate: stage.planes,
    edge: 2,
    place(places, field, seconds) {
      const clock = travelled(seconds, 0.6) / PERIOD_SECONDS + 0.5;
      const phase = clock - Math.floor(clock);
      const again = (clock + 0.5) % 1;
      places.second = Math.abs(2 * phase - 1);
      for (let row = 0, node = 0; row < field.rows; row++) {
        for (let column = 0; column < field.columns; column++, node++) {
          const x = column * CELL + field.dx[node]!;
          const y = row * CELL + field.dy[node]!;
          const inside = readMap(map, x, y);
          const wander = 1 + 0.45 * noise.at(x * scale, y * scale);
          const side = 0.35 * noise.at(x * scale * 0.7 + 50, y * scale * 0.7);
          const [fx, fy] = [inside * wander * (ux - uy * side), inside * wander * (uy + ux * side)];
          places.first.dx[node] = field.dx[node]! - fx * (phase - 0.5);
          places.first.dy[node] = field.dy[node]! - fy * (phase - 0.5);
          places.again.dx[node] = field.dx[node]! - fx * (again - 0.5);
          places.again.dy[node] = field.dy[node]! - fy * (again - 0.5);
        }
      }
    },
  };
  return { layer, says };
}

/** What looks like falling or foaming water where no region of water was seen: bright, grey, with upright or fine texture. */
export function foamOf(stage: MotionStage): { readonly matte: Uint8Array; readonly map: NodeMap } | undefined {
  const { planes, width, height, grid, luma } = stage;
  const { u, v } = planes;
  const data = new Float32Array(grid.columns * grid.rows);
  const sky = stage.map('sky');
  const sorted = luma.data.slice().sort();
  const bright = sorted[Math.floor(sorted.length * 0.8)]!;
  let covered = 0;
  for (let row = 0, at = 0; row < grid.rows; row++) {
    for (let column = 0; column < grid.columns; column++, at++) {
      const x = Math.min(width - 2, column * CELL) >> 1;
      const y = Math.min(height - 2, row * CELL) >> 1;
      const colour =
        Math.abs(u.data[u.origin + y * u.stride + x]! - 128) + Math.abs(v.data[v.origin + y * v.stride + x]! - 128);
      const grey = Math.min(1, Math.max(0, (16 - colour) / 8));
      const light = Math.min(1, Math.max(0, (luma.data[at]! - bright + 0.05) * 8));
      const middle = 1 - Math.min(1, Math.abs(column / grid.columns - 0.5) * 2.4) ** 2;
      const lower = row > grid.rows * 0.3 ? 1 : 0;
      data[at] = grey * light * middle * lower * (1 - (sky?.data[at] ?? 0));
      covered += data[at]!;
    }
  }
  if (covered < data.length * 0.01) return undefined;
  const map = { columns: grid.columns, rows: grid.rows, data };
  const matte = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) matte[at] = Math.min(255, readMap(map, x, y) * 300);
  }
  return { matte, map };
}
