import { hash } from '../stage/matrix.ts';
import type { ShapeBuilder } from '../stage/shape.ts';

/** What a workshop has on its walls: a board full of tools, blueprints, shelves with jars and boxes, and crates before them. */
export function addWorkshop(shape: ShapeBuilder, paper: ShapeBuilder, z: number): void {
  addToolBoard(shape, 0.85, 1.42, z);
  for (const [i, [x, y]] of (
    [
      [-0.54, 1.98],
      [-0.58, 1.46],
      [0.5, 2.46],
      [1.22, 2.48],
    ] as const
  ).entries())
    addBlueprint(paper, x, y, z + 0.012, i);
  addShelves(shape, 2.72, z);
  addShelves(shape, -3.5, z);
  addCrate(shape, -2.55, z + 0.5, 0.52, 0);
  addCrate(shape, -2.5, z + 0.48, 0.36, 0.52);
  addCrate(shape, 3.65, z + 0.6, 0.56, 0);
}

const IRON = 0x8d949c;
const GRIP = [0xc2402f, 0x2f6fa8, 0xd8a13a, 0x7a4a28] as const;

/** Hammers, spanners, saws and screwdrivers on hooks. */
function addToolBoard(shape: ShapeBuilder, x: number, y: number, z: number): void {
  shape.box([x, y + 0.2, z + 0.02], [1.9, 1.05, 0.04], 0xb58a58);
  for (const side of [-1, 1]) shape.box([x + side * 0.96, y + 0.2, z + 0.03], [0.05, 1.12, 0.07], 0x6a4428);
  for (const up of [-0.35, 0.75]) shape.box([x, y + up, z + 0.03], [1.97, 0.05, 0.07], 0x6a4428, { bottom: true });
  const front = z + 0.06;
  for (let i = 0; i < 14; i++) {
    const row = i < 7 ? 0 : 1;
    const [cx, top] = [x - 0.78 + (i % 7) * 0.26, y + (row === 0 ? 0.62 : 0.12)];
    const long = 0.26 + 0.1 * hash(i, 3);
    const grip = GRIP[i % GRIP.length]!;
    shape.box([cx, top - long * 0.7, front], [0.034, long * 0.6, 0.03], grip, { bottom: true });
    shape.box([cx, top - long * 0.25, front], [0.018, long * 0.5, 0.02], IRON, { bottom: true });
    if (i % 4 === 0) shape.box([cx, top - 0.02, front], [0.15, 0.055, 0.045], 0x565c64, { bottom: true });
    if (i % 4 === 1)
      for (const side of [-1, 1])
        shape.box([cx + side * 0.03, top, front], [0.022, 0.075, 0.022], IRON, { bottom: true });
    if (i % 4 === 3)
      shape.box([cx + 0.045, top - long * 0.2, front], [0.085, long * 0.5, 0.01], 0xb9bec6, { bottom: true });
  }
}

/** White lines on blue paper: a wheel with its spokes, a frame, measures. */
function addBlueprint(shape: ShapeBuilder, x: number, y: number, z: number, seed: number): void {
  const [w, h] = [0.62, 0.44];
  shape.box([x, y, z], [w, h, 0.006], seed === 1 ? 0x2a5a9e : 0x234e8c, { bottom: true });
  const line = 0xcfe2f5;
  const front = z + 0.005;
  const stroke = (cx: number, cy: number, sx: number, sy: number): void =>
    shape.box([x + cx, y + cy, front], [sx, sy, 0.003], line, { bottom: true });
  for (const side of [-1, 1]) {
    stroke(0, side * 0.195, w - 0.05, 0.005);
    stroke(side * 0.285, 0, 0.005, h - 0.05);
  }
  const [middle, radius] = [-0.1 + 0.06 * seed, 0.12];
  for (let i = 0; i < 28; i++) {
    const angle = (i / 28) * Math.PI * 2;
    stroke(middle + Math.sin(angle) * radius, Math.cos(angle) * radius, 0.02, 0.02);
  }
  stroke(middle, 0, radius * 2, 0.006);
  stroke(middle, 0, 0.006, radius * 2);
  for (let i = 0; i < 4; i++) stroke(0.19, 0.08 - i * 0.055, 0.1 - 0.02 * (i % 2), 0.008);
}

/** Three boards with jars, tins and boxes on them. */
function addShelves(shape: ShapeBuilder, x: number, z: number): void {
  for (let row = 0; row < 4; row++) {
    const y = 0.42 + row * 0.56;
    shape.box([x, y, z + 0.18], [1.3, 0.04, 0.34], 0x7a4e2c, { bottom: true });
    for (let i = 0; i < 6; i++) {
      const [tall, wide] = [0.14 + 0.22 * hash(row * 7 + i, 5), 0.1 + 0.08 * hash(row * 7 + i, 9)];
      const at = x - 0.52 + i * 0.21;
      const color = GOODS[Math.floor(hash(row * 7 + i, 13) * GOODS.length)]!;
      shape.box([at, y + 0.02 + tall / 2, z + 0.2], [wide, tall, 0.16], color, { foot: 0.8 });
      if (i % 2 === 0) shape.box([at, y + 0.035 + tall, z + 0.2], [wide * 0.8, 0.03, 0.13], 0x4a4f56);
    }
  }
  for (const side of [-1, 1]) shape.box([x + side * 0.65, 1.2, z + 0.18], [0.05, 2.4, 0.34], 0x5f3c22);
}

const GOODS = [0x9a5a2c, 0x4f7a6a, 0xb98d3f, 0x7a3a2c, 0x8a8f96, 0xc7b894, 0x3f5a7a] as const;

/** A box of boards. */
function addCrate(shape: ShapeBuilder, x: number, z: number, size: number, foot: number): void {
  shape.box([x, foot + size / 2, z], [size * 0.96, size * 0.98, size * 0.96], 0x6a4428, { foot: 0.75 });
  for (let i = 0; i < 3; i++)
    shape.box([x, foot + size * (0.17 + i * 0.33), z + size * 0.48], [size, size * 0.28, 0.03], 0x9a6a3c, {
      bottom: true,
    });
}
