import type { Frame } from '../planes.ts';
import type { Sprite } from './sprite.ts';

/** Quads that carry a figure: nodes in rows from the top left, `columns + 1` a row. */
export interface Mesh {
  readonly columns: number;
  readonly rows: number;
  /** Where each node lies on the figure, x then y. */
  readonly places: Float32Array;
  /** 1 for each quad in which something is seen. */
  readonly isSeen: Uint8Array;
}

export function createMesh({ width, height, data }: Sprite, columns: number, rows: number): Mesh {
  const places = new Float32Array((columns + 1) * (rows + 1) * 2);
  for (let row = 0, at = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++, at += 2) {
      places[at] = (column * width) / columns;
      places[at + 1] = (row * height) / rows;
    }
  }
  const isSeen = new Uint8Array(columns * rows);
  for (let y = 0; y < height; y++) {
    const row = Math.min(rows - 1, Math.floor(((y + 0.5) * rows) / height)) * columns;
    for (let x = 0; x < width; x++) {
      if (data[(y * width + x) * 4 + 3]! <= 0) continue;
      isSeen[row + Math.min(columns - 1, Math.floor(((x + 0.5) * columns) / width))] = 1;
    }
  }
  // A pixel at a quad's edge is read by its neighbour as well.
  const wide = isSeen.slice();
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (isSeen[row * columns + column] === 0) continue;
      for (let j = Math.max(0, row - 1); j <= Math.min(rows - 1, row + 1); j++) {
        for (let i = Math.max(0, column - 1); i <= Math.min(columns - 1, column + 1); i++) wide[j * columns + i] = 1;
      }
    }
  }
  return { columns, rows, places, isSeen: wide };
}

/** Pixels of a frame that something is drawn in before it is laid on the frame. As `Sprite`; reused from frame to frame. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
  /** What holds something; the rest is not cleared. */
  box: { left: number; top: number; right: number; bottom: number };
}

export function createSheet(width: number, height: number): Sheet {
  return {
    width,
    height,
    data: new Float32Array(width * height * 4),
    box: { left: 0, top: 0, right: 0, bottom: 0 },
  };
}

/** Draws a figure with its nodes at other places of the frame. @param nodes As `places`, in pixels of the frame. */
export function drawMesh(sheet: Sheet, sprite: Sprite, mesh: Mesh, nodes: Float32Array): void {
  clear(sheet, nodes);
  const { columns, rows, places, isSeen } = mesh;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (isSeen[row * columns + column] === 0) continue;
      const a = row * (columns + 1) + column;
      const c = a + columns + 1;
      fillTriangle(sheet, sprite, places, nodes, a, a + 1, c);
      fillTriangle(sheet, sprite, places, nodes, a + 1, c + 1, c);
    }
  }
}

function clear(sheet: Sheet, nodes: Float32Array): void {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < nodes.length; at += 2) {
    left = Math.min(left, nodes[at]!);
    right = Math.max(right, nodes[at]!);
    top = Math.min(top, nodes[at + 1]!);
    bottom = Math.max(bottom, nodes[at + 1]!);
  }
  const { width, height, data } = sheet;
  const cut = (value: number, size: number) => Math.min(size, Math.max(0, value));
  // Whole 2 × 2 blocks, because each shares one chroma sample.
  sheet.box = {
    left: cut(Math.floor(left) - 1, width) & ~1,
    top: cut(Math.floor(top) - 1, height) & ~1,
    right: cut((Math.ceil(right) + 2) & ~1, width),
    bottom: cut((Math.ceil(bottom) + 2) & ~1, height),
  };
  const { box } = sheet;
  if (box.right <= box.left) return;
  for (let y = box.top; y < box.bottom; y++) data.fill(0, (y * width + box.left) * 4, (y * width + box.right) * 4);
}

function fillTriangle(
  { width, height, data }: Sheet,
  sprite: Sprite,
  places: Float32Array,
  nodes: Float32Array,
  i: number,
  j: number,
  k: number,
): void {
  const [ax, ay, bx, by, cx, cy] = [
    nodes[i * 2]!,
    nodes[i * 2 + 1]!,
    nodes[j * 2]!,
    nodes[j * 2 + 1]!,
    nodes[k * 2]!,
    nodes[k * 2 + 1]!,
  ];
  const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
  if (Math.abs(area) < 1e-6) return;
  const [au, av] = [places[i * 2]!, places[i * 2 + 1]!];
  const [du1, dv1] = [places[j * 2]! - au, places[j * 2 + 1]! - av];
  const [du2, dv2] = [places[k * 2]! - au, places[k * 2 + 1]! - av];
  // The figure's place is linear in the frame's: u = au + ux (x − ax) + uy (y − ay).
  const ux = (du1 * (cy - ay) - du2 * (by - ay)) / area;
  const uy = (du2 * (bx - ax) - du1 * (cx - ax)) / area;
  const vx = (dv1 * (cy - ay) - dv2 * (by - ay)) / area;
  const vy = (dv2 * (bx - ax) - dv1 * (cx - ax)) / area;
  const first = Math.max(0, Math.ceil(Math.min(ay, by, cy) - 0.5));
  const last = Math.min(height - 1, Math.ceil(Math.max(ay, by, cy) - 0.5) - 1);
  for (let y = first; y <= last; y++) {
    const line = y + 0.5;
    let [from, to] = [Infinity, -Infinity];
    for (let edge = 0; edge < 3; edge++) {
      const [px, py, qx, qy] = edge === 0 ? [ax, ay, bx, by] : edge === 1 ? [bx, by, cx, cy] : [cx, cy, ax, ay];
      if (py <= line === qy <= line) continue;
      // From the upper end always: neighbours that share the edge must find the very same place.
      const x = py < qy ? px + ((line - py) * (qx - px)) / (qy - py) : qx + ((line - qy) * (px - qx)) / (py - qy);
      if (x < from) from = x;
      if (x > to) to = x;
    }
    const start = Math.max(0, Math.ceil(from - 0.5));
    const end = Math.min(width - 1, Math.ceil(to - 0.5) - 1);
    if (end < start) continue;
    let u = au + ux * (start + 0.5 - ax) + uy * (line - ay) - 0.5;
    let v = av + vx * (start + 0.5 - ax) + vy * (line - ay) - 0.5;
    for (let at = (y * width + start) * 4, x = start; x <= end; x++, at += 4, u += ux, v += vx) {
      sample(sprite, u, v, data, at);
    }
  }
}

/** Reads the figure between its pixels and lays it over what the sheet holds there. */
function sample({ width, height, data }: Sprite, u: number, v: number, out: Float32Array, at: number): void {
  const x = u < 0 ? 0 : u > width - 1.001 ? width - 1.001 : u;
  const y = v < 0 ? 0 : v > height - 1.001 ? height - 1.001 : v;
  const left = x | 0;
  const top = y | 0;
  const fx = x - left;
  const fy = y - top;
  const p = (top * width + left) * 4;
  const q = p + width * 4;
  const w11 = fx * fy;
  const w10 = fx - w11;
  const w01 = fy - w11;
  const w00 = 1 - fx - w01;
  const alpha = data[p + 3]! * w00 + data[p + 7]! * w10 + data[q + 3]! * w01 + data[q + 7]! * w11;
  if (alpha < 0.004) return;
  const keep = 1 - alpha;
  out[at] = out[at]! * keep + data[p]! * w00 + data[p + 4]! * w10 + data[q]! * w01 + data[q + 4]! * w11;
  out[at + 1] = out[at + 1]! * keep + data[p + 1]! * w00 + data[p + 5]! * w10 + data[q + 1]! * w01 + data[q + 5]! * w11;
  out[at + 2] = out[at + 2]! * keep + data[p + 2]! * w00 + data[p + 6]! * w10 + data[q + 2]! * w01 + data[q + 6]! * w11;
  out[at + 3] = out[at + 3]! * keep + alpha;
}

/**
 * Lays what a sheet holds over a frame.
 * @param veil How much of it is seen at a pixel, 0 … 1; absent: all.
 */
export function laySheet(
  { data: out, width, height }: Frame,
  sheet: Sheet,
  veil?: (x: number, y: number) => number,
): void {
  const { box, data } = sheet;
  const size = width * height;
  const half = width >> 1;
  for (let y = box.top; y < box.bottom; y += 2) {
    for (let x = box.left; x < box.right; x += 2) {
      let [u, v, alpha] = [0, 0, 0];
      for (let j = 0; j < 2; j++) {
        for (let i = 0; i < 2; i++) {
          const p = ((y + j) * width + x + i) * 4;
          const a = data[p + 3]!;
          if (a === 0) continue;
          const seen = veil ? veil(x + i, y + j) : 1;
          const at = (y + j) * width + x + i;
          const value = out[at]! + (16 * a + data[p]! - out[at]! * a) * seen + 0.5;
          out[at] = value > 235 ? 235 : value < 16 ? 16 : value;
          u += data[p + 1]! * seen;
          v += data[p + 2]! * seen;
          alpha += a * seen;
        }
      }
      if (alpha === 0) continue;
      const at = size + (y >> 1) * half + (x >> 1);
      out[at] = chroma(out[at]! + (128 - out[at]!) * (alpha / 4) + u / 4);
      const below = at + (size >> 2);
      out[below] = chroma(out[below]! + (128 - out[below]!) * (alpha / 4) + v / 4);
    }
  }
}

function chroma(value: number): number {
  return value < 16 ? 16 : value > 240 ? 240 : value + 0.5;
}
