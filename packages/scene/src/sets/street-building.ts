import type { Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import type { ShapeBuilder } from '../stage/shape.ts';
import type { StreetStyle } from './street-style.ts';

/** Where the pieces of all houses are collected, by what they are made of. */
export interface StreetShapes {
  readonly wall: ShapeBuilder;
  readonly trim: ShapeBuilder;
  readonly glass: ShapeBuilder;
  /** Lit windows, in groups that are switched one after the other. */
  readonly lit: readonly ShapeBuilder[];
  /** Shop windows, by what is sold. */
  readonly shops: readonly ShapeBuilder[];
}

export interface Plot {
  /** −1 left … 1 right of the street. */
  readonly side: -1 | 1;
  /** Nearest end; it runs towards −z. */
  readonly z: number;
  readonly length: number;
  readonly height: number;
}

const LIT = [0xffd38a, 0xffc06a, 0xffe3b0, 0xffb45c, 0xcfe4ff, 0xffd9a0, 0xfff0cf];
const NEON_LIT = [...LIT, 0xff9ad0, 0x9fd8ff, 0xc9a0ff];

/** A house whose front looks on the street: plinth with shops, rows of framed windows, cornice, things on the roof. */
export function addBuilding(shapes: StreetShapes, plot: Plot, style: StreetStyle, random: Random): void {
  const { side, z, length, height } = plot;
  const depth = 9;
  const setBack = random.between(0, 0.35);
  const front = (style.front + setBack) * side;
  const wall = random.pick(style.walls);
  const trim = random.pick(style.trims);
  const middle = z - length / 2;
  shapes.wall.box([front + (side * depth) / 2, height / 2, middle], [depth, height, length - 0.06], wall, {
    foot: 0.55,
  });
  /** A point on the front: `along` metres from the near end, `out` metres towards the street. */
  const at = (along: number, y: number, out: number): Vec3 => [front - side * out, y, z - along];
  addShop(shapes, at, length, style, random, side);
  const storey = style.isNeon || style.isJapanese ? 3 : 3.3;
  const floors = Math.max(1, Math.floor((height - 4.4) / storey));
  const columns = Math.max(2, Math.round(length / (style.isFuture ? 1.7 : 2.15)));
  const cell = length / columns;
  const windowWidth = cell * random.between(0.5, 0.74);
  const windowHeight = storey * random.between(0.48, 0.64);
  const hasBalconies = random.next() < 0.3;
  for (let floor = 0; floor < floors; floor++) {
    const sill = 4.3 + floor * storey + (storey - windowHeight) * 0.45;
    if (random.next() < 0.85)
      shapes.trim.box(at(length / 2, 4.1 + floor * storey, 0.04), [0.16, 0.14, length - 0.1], trim);
    for (let column = 0; column < columns; column++) {
      const along = (column + 0.5) * cell;
      addWindow(shapes, at, along, sill, windowWidth, windowHeight, { style, random, side, trim });
      if (hasBalconies && column % 2 === 0) addBalcony(shapes, at, along, sill - 0.25, cell * 0.95, trim);
    }
  }
  addRoof(shapes, at, plot, trim, random);
  addGable(shapes, plot, front, style, random);
}

type At = (along: number, y: number, out: number) => Vec3;

/** A rectangle on the front, metres: its middle along the front, its foot, how far it stands out. */
interface Pane {
  readonly along: number;
  readonly y: number;
  readonly out: number;
  readonly w: number;
  readonly h: number;
  readonly color: number;
}

/** Draws a rectangle as it is seen from the street. */
function addPane(shape: ShapeBuilder, at: At, side: number, { along, y, out, w, h, color }: Pane): void {
  // Seen from the street, the near end is on the left of the right side and on the right of the left side.
  const [first, second] = side > 0 ? [along + w / 2, along - w / 2] : [along - w / 2, along + w / 2];
  shape.quad(at(first, y, out), at(second, y, out), at(second, y + h, out), at(first, y + h, out), color);
}

interface WindowOptions {
  readonly style: StreetStyle;
  readonly random: Random;
  readonly side: number;
  readonly trim: number;
}

function addWindow(
  shapes: StreetShapes,
  at: At,
  along: number,
  y: number,
  w: number,
  h: number,
  options: WindowOptions,
): void {
  const { style, random, side, trim } = options;
  addPane(shapes.trim, at, side, { along, y: y - 0.08, out: 0.015, w: w + 0.18, h: h + 0.16, color: trim });
  const isLit = random.next() < style.litShare;
  const color = isLit ? random.pick(style.isNeon ? NEON_LIT : LIT) : 0x2c3a4c;
  const shape = isLit ? shapes.lit[Math.floor(random.next() * shapes.lit.length)]! : shapes.glass;
  addPane(shape, at, side, { along, y, out: 0.03, w, h, color });
  // Bars, a blind or a curtain keep a lit window from being a bare card.
  shapes.trim.box(at(along, y + h / 2, 0.05), [0.05, h, 0.06], trim);
  if (random.next() < 0.6) shapes.trim.box(at(along, y + h * 0.62, 0.05), [0.05, 0.06, w], trim);
  if (isLit && random.next() < 0.4) {
    const blind = y + h * random.between(0.55, 0.8);
    addPane(shapes.glass, at, side, { along, y: blind, out: 0.04, w, h: h * 0.2, color: 0x6a4a36 });
  }
  shapes.trim.box(at(along, y - 0.1, 0.1), [0.22, 0.08, w + 0.24], trim);
  if (!isLit && random.next() < 0.16)
    shapes.trim.box(at(along, y - 0.32, 0.28), [0.42, 0.5, 0.7], 0x9a9a98, { bottom: true });
}

function addBalcony(shapes: StreetShapes, at: At, along: number, y: number, w: number, color: number): void {
  shapes.trim.box(at(along, y, 0.35), [0.75, 0.1, w], color, { bottom: true });
  shapes.trim.box(at(along, y + 0.95, 0.7), [0.05, 0.05, w], color);
  for (let i = 0; i <= 6; i++) shapes.trim.box(at(along - w / 2 + (i / 6) * w, y + 0.5, 0.7), [0.03, 0.9, 0.03], color);
}

function addShop(shapes: StreetShapes, at: At, length: number, style: StreetStyle, random: Random, side: number): void {
  const bays = Math.max(1, Math.round(length / 3.6));
  const bay = length / bays;
  shapes.trim.box(at(length / 2, 3.75, 0.12), [0.34, 0.5, length - 0.1], random.pick(style.trims), { bottom: true });
  for (let i = 0; i < bays; i++) {
    const along = (i + 0.5) * bay;
    const w = bay * 0.84;
    const isOpen = random.next() < (style.isNeon ? 0.72 : 0.8);
    shapes.trim.box(at(along - bay / 2 + 0.1, 1.75, 0.1), [0.3, 3.5, 0.24], random.pick(style.trims));
    if (!isOpen) {
      // A rolled-down shutter.
      addPane(shapes.trim, at, side, { along, y: 0.1, out: 0.02, w, h: 3.2, color: 0x6a6d76 });
      for (let slat = 0; slat < 9; slat++)
        shapes.trim.box(at(along, 0.4 + slat * 0.34, 0.03), [0.04, 0.03, w], 0x51545e);
      continue;
    }
    const shop = shapes.shops[Math.floor(random.next() * shapes.shops.length)]!;
    addPane(shop, at, side, { along, y: 0.45, out: 0.03, w, h: 2.7, color: 0xffffff });
    shapes.trim.box(at(along, 0.25, 0.06), [0.14, 0.5, w], random.pick(style.trims));
    const door = along + (random.next() < 0.5 ? -1 : 1) * w * 0.28;
    shapes.trim.box(at(door, 1.4, 0.05), [0.06, 2.7, 0.08], 0x2a2422);
    shapes.trim.box(at(door + 0.95, 1.4, 0.05), [0.06, 2.7, 0.08], 0x2a2422);
    shapes.trim.box(at(along, 2.45, 0.05), [0.06, 0.07, w], 0x2a2422);
    if (random.next() < 0.62) addAwning(shapes, at, along, w, random.pick(style.awnings), side);
  }
}

function addAwning(shapes: StreetShapes, at: At, along: number, w: number, color: number, side: number): void {
  const stripes = Math.max(4, Math.round(w / 0.4));
  for (let i = 0; i < stripes; i++) {
    const [from, to] = [along - w / 2 + (i / stripes) * w, along - w / 2 + ((i + 1) / stripes) * w];
    const tone = i % 2 === 0 ? color : 0xe8dcc8;
    const [first, second] = side > 0 ? [to, from] : [from, to];
    shapes.trim.quad(at(first, 2.75, 1.25), at(second, 2.75, 1.25), at(second, 3.35, 0.1), at(first, 3.35, 0.1), tone);
    shapes.trim.quad(
      at(first, 2.52, 1.25),
      at(second, 2.52, 1.25),
      at(second, 2.75, 1.25),
      at(first, 2.75, 1.25),
      tone,
      0.9,
    );
  }
}

function addRoof(shapes: StreetShapes, at: At, { length, height }: Plot, trim: number, random: Random): void {
  shapes.trim.box(at(length / 2, height - 0.1, 0.12), [0.5, 0.5, length], trim, { bottom: true });
  const tanks = Math.floor(random.next() * 3);
  for (let i = 0; i < tanks; i++) {
    const h = random.between(0.8, 2.4);
    shapes.trim.box(
      at(random.between(0.2, 0.8) * length, height + h / 2, -random.between(1.5, 4)),
      [1.4, h, 1.6],
      0x55555c,
    );
  }
  const mast = at(random.between(0.3, 0.7) * length, height, -2);
  if (random.next() < 0.5) shapes.trim.box([mast[0], height + 1.8, mast[2]], [0.07, 3.6, 0.07], 0x3a3a42);
}

/** The side that looks down the street towards the camera, where the next house is lower or stands back. */
function addGable(
  shapes: StreetShapes,
  { side, z, height }: Plot,
  front: number,
  style: StreetStyle,
  random: Random,
): void {
  const floors = Math.floor((height - 5) / 3);
  for (let floor = 0; floor < floors; floor++) {
    for (let i = 0; i < 2; i++) {
      if (random.next() < 0.35) continue;
      const x = front + side * (1.6 + i * 2.6);
      const y = 4.9 + floor * 3;
      const isLit = random.next() < style.litShare * 0.8;
      const shape = isLit ? shapes.lit[Math.floor(random.next() * shapes.lit.length)]! : shapes.glass;
      const [w, h, front2] = [0.55, 0.75, z - 0.005];
      shape.quad(
        [x - w, y - h, front2],
        [x + w, y - h, front2],
        [x + w, y + h, front2],
        [x - w, y + h, front2],
        isLit ? random.pick(LIT) : 0x2c3a4c,
      );
    }
  }
}
