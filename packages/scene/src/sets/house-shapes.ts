import type { Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import type { Kit } from './place-kit.ts';
import { addCard, placeKit } from './place-kit.ts';

export interface HouseSpec {
  /** Width of the front, depth, height of the eaves, and of the ridge above them. */
  readonly w: number;
  readonly d: number;
  readonly h: number;
  readonly ridge: number;
  readonly wall: number;
  readonly roof: number;
  readonly trim: number;
  /** Colour of the beams of a half-timbered house; absent: plain walls. */
  readonly timber?: number;
  /** Colour of shutters; absent: none. */
  readonly shutter?: number;
  readonly door?: number;
  /** The gable faces the front; otherwise the eaves. */
  readonly isGabled?: boolean;
  readonly storey?: number;
  readonly litShare?: number;
  readonly hasChimney?: boolean;
  /** Height of the plinth of stone. */
  readonly plinth?: number;
  readonly wallStuff?: 'plaster' | 'brick' | 'planks' | 'stone';
  /** Its lower storey is a shop. */
  readonly hasShop?: boolean;
  /** Neighbours stand close on both sides: nothing there is seen. */
  readonly isInRow?: boolean;
}

const LIT = [0xffd08a, 0xffc070, 0xffdca8, 0xffb860];

/** A house with a pitched roof that faces +z; its front stands at z = 0 and it goes back to −d. Put it with `placeKit`. */
export function addHouse(kit: Kit, spec: HouseSpec, random: Random): void {
  const { w, d, h, wall, wallStuff = 'plaster' } = spec;
  const stuff = kit[wallStuff];
  stuff.box([0, h / 2, -d / 2], [w, h, d], wall, { foot: 0.65 });
  const plinth = spec.plinth ?? 0.5;
  kit.stone.box([0, plinth / 2, -d / 2], [w + 0.12, plinth, d + 0.12], 0x8a8278, { foot: 0.7 });
  addRoof(kit, spec);
  addFront(kit, spec, random);
  for (const side of spec.isInRow ? [] : [-1, 1]) {
    const flank = placeKit(kit, [side * (w / 2), 0, -d / 2], (side * Math.PI) / 2);
    addWindows(flank, { ...spec, w: d, hasShop: false }, random, false);
    if (spec.timber !== undefined) addTimber(flank, d, spec);
  }
  if (spec.hasChimney) {
    const x = random.pick([-1, 1]) * w * 0.26;
    const top = h + spec.ridge + 0.5;
    kit.brick.box([x, top - 1.1, -d * 0.55], [0.6, 2.4, 0.6], 0x9a5f4c);
    kit.stone.box([x, top + 0.13, -d * 0.55], [0.76, 0.16, 0.76], 0x6e6a66, { bottom: true });
  }
}

/** Two slopes, their undersides and edges, and the gables below them. */
function addRoof(
  kit: Kit,
  { w, d, h, ridge, roof, wall, trim, isGabled = false, wallStuff = 'plaster' }: HouseSpec,
): void {
  const over = 0.35;
  const slope = placeKit(kit, [0, 0, -d / 2], isGabled ? 0 : Math.PI / 2);
  // In its own space the ridge runs along z.
  const [half, long] = isGabled ? [w / 2, d / 2] : [d / 2, w / 2];
  const drop = (ridge / half) * over;
  const [out, end] = [half + over, long + over];
  for (const s of [-1, 1]) {
    const low: [Vec3, Vec3] = [
      [s * out, h - drop, end],
      [s * out, h - drop, -end],
    ];
    const high: [Vec3, Vec3] = [
      [0, h + ridge, end],
      [0, h + ridge, -end],
    ];
    const thick = 0.16;
    const lift = (p: Vec3): Vec3 => [p[0], p[1] + thick, p[2]];
    const [a, b, c, e] = s > 0 ? [low[0], low[1], high[1], high[0]] : [low[1], low[0], high[0], high[1]];
    slope.slate.quad(lift(a), lift(b), lift(c), lift(e), roof);
    slope.wood.quad(e, c, b, a, trim, 0.5);
    slope.wood.quad(a, b, lift(b), lift(a), trim);
    for (const z of [end, -end]) {
      const [p, q]: [Vec3, Vec3] = [
        [s * out, h - drop, z],
        [0, h + ridge, z],
      ];
      if (s * z > 0) slope.wood.quad(q, p, lift(p), lift(q), trim);
      else slope.wood.quad(p, q, lift(q), lift(p), trim);
    }
  }
  slope.slate.box([0, h + ridge + 0.16, 0], [0.3, 0.14, end * 2], roof);
  const gable = slope[wallStuff];
  gable.triangle([-half, h, long], [half, h, long], [0, h + ridge, long], wall);
  gable.triangle([half, h, -long], [-half, h, -long], [0, h + ridge, -long], wall);
}

function addFront(kit: Kit, spec: HouseSpec, random: Random): void {
  if (spec.timber !== undefined) addTimber(kit, spec.w, spec);
  addWindows(kit, spec, random, true);
  if (spec.isGabled && spec.ridge > 1.6) {
    addWindow(kit, [0, spec.h + spec.ridge * 0.32, 0], 0.7, 0.85, spec, random);
    if (spec.timber !== undefined) addGableTimber(kit, spec);
  }
}

/** Rows of windows on a wall that faces +z, with a door in the middle of a front or a shop below. */
function addWindows(kit: Kit, spec: HouseSpec, random: Random, isFront: boolean): void {
  const storey = spec.storey ?? 2.7;
  const floors = Math.max(1, Math.floor((spec.h - 0.2) / storey));
  const columns = Math.max(isFront ? 2 : 1, Math.round(spec.w / 2.3));
  const door = isFront ? Math.floor(columns / 2) : -1;
  for (let floor = 0; floor < floors; floor++) {
    if (floor === 0 && isFront && spec.hasShop) {
      addShopFront(kit, spec, random);
      continue;
    }
    for (let i = 0; i < columns; i++) {
      const x = ((i + 0.5) / columns - 0.5) * spec.w;
      if (floor === 0 && i === door) addDoor(kit, x, spec);
      else addWindow(kit, [x, floor * storey + storey * 0.56, 0], 0.86, 1.16, spec, random);
    }
  }
}

function addWindow(kit: Kit, [x, y, z]: Vec3, w: number, h: number, spec: HouseSpec, random: Random): void {
  kit.trim.box([x, y, z], [w + 0.16, h + 0.16, 0.1], spec.trim);
  const isLit = random.next() < (spec.litShare ?? 0.6);
  addCard(isLit ? kit.window : kit.glass, [x, y, z + 0.055], w, h, isLit ? random.pick(LIT) : 0x3a4858);
  kit.trim.box([x, y, z + 0.06], [0.045, h, 0.03], spec.trim);
  kit.trim.box([x, y + h * 0.14, z + 0.06], [w, 0.045, 0.03], spec.trim);
  kit.stone.box([x, y - h / 2 - 0.1, z + 0.08], [w + 0.3, 0.08, 0.2], 0xb8b0a4, { bottom: true });
  if (spec.shutter === undefined) return;
  for (const side of [-1, 1])
    kit.planks.box([x + side * (w * 0.75 + 0.06), y, z + 0.04], [w * 0.48, h + 0.08, 0.05], spec.shutter);
  if (random.next() < 0.5) return;
  kit.planks.box([x, y - h / 2 - 0.14, z + 0.2], [w, 0.18, 0.2], 0x7a5236, { bottom: true });
  for (let i = 0; i < 5; i++)
    kit.leaf.lathe(
      [x - w * 0.4 + i * w * 0.2, y - h / 2 - 0.02, z + 0.2],
      [
        [0.11, -0.05],
        [0.13, 0.05],
        [0, 0.17],
      ],
      i % 2 === 0 ? [0xd0465a, 0xe8a0b4, 0xf0c04a][i % 3]! : 0x5a8a46,
      6,
    );
}

function addDoor(kit: Kit, x: number, spec: HouseSpec): void {
  const color = spec.door ?? 0x6a4630;
  kit.stone.box([x, 0.1, 0.3], [1.5, 0.2, 0.6], 0xa59c90);
  kit.trim.box([x, 1.22, 0], [1.24, 2.3, 0.14], spec.trim);
  kit.planks.box([x, 1.18, 0.04], [0.98, 2.1, 0.12], color);
  addCard(kit.window, [x, 1.85, 0.105], 0.62, 0.4, 0xffd08a);
  kit.gold.box([x + 0.36, 1.15, 0.12], [0.05, 0.12, 0.06], 0xb08a3c);
  kit.wood.box([x, 2.52, 0.3], [1.6, 0.09, 0.7], spec.roof, { bottom: true });
}

/** A shop window under an awning, a door beside it. */
function addShopFront(kit: Kit, spec: HouseSpec, random: Random): void {
  const w = spec.w;
  const color = random.pick([0x2f4a44, 0x5a2f2c, 0x33415c, 0x4a3a2c]);
  kit.wood.box([0, 1.45, 0.02], [w * 0.9, 2.7, 0.14], color);
  addCard(kit.window, [-w * 0.13, 1.45, 0.1], w * 0.52, 1.7, 0xffcf90);
  for (let i = -1; i <= 1; i++) kit.wood.box([-w * 0.13 + i * w * 0.17, 1.45, 0.11], [0.06, 1.7, 0.04], color);
  for (let i = 0; i < 7; i++) {
    const hgt = random.between(0.15, 0.4);
    kit.trim.box(
      [-w * 0.36 + i * w * 0.08, 0.6 + hgt / 2, 0.115],
      [w * 0.05, hgt, 0.02],
      random.pick([0x8a4a2c, 0xb8862e, 0x4a6a4c, 0xa03a3a, 0x5a4a3a]),
    );
  }
  kit.wood.box([w * 0.3, 1.3, 0.08], [0.95, 2.2, 0.08], spec.door ?? 0x5a3a28);
  addCard(kit.window, [w * 0.3, 1.65, 0.125], 0.66, 1.1, 0xffd8a0);
  const stripes = 10;
  const awning = random.pick([0xa83c3c, 0x2f6a5a, 0xc08a34, 0x3a5a86]);
  for (let i = 0; i < stripes; i++) {
    const [a, b] = [(-0.4 + (0.54 * i) / stripes) * w, (-0.4 + (0.54 * (i + 1)) / stripes) * w];
    const tone = i % 2 === 0 ? awning : 0xeee3d0;
    kit.cloth.quad([a, 2.35, 1.1], [b, 2.35, 1.1], [b, 2.72, 0.1], [a, 2.72, 0.1], tone);
    kit.cloth.quad([a, 2.72, 0.1], [b, 2.72, 0.1], [b, 2.35, 1.1], [a, 2.35, 1.1], tone, 0.6);
    kit.cloth.quad([a, 2.15, 1.1], [b, 2.15, 1.1], [b, 2.35, 1.1], [a, 2.35, 1.1], tone, 0.9);
  }
}

/** Posts, sills, braces: the beams of a half-timbered wall. */
function addTimber(kit: Kit, w: number, spec: HouseSpec): void {
  const color = spec.timber!;
  const storey = spec.storey ?? 2.7;
  const floors = Math.max(1, Math.floor((spec.h - 0.2) / storey));
  const first = spec.hasShop ? 1 : 0;
  const columns = Math.max(2, Math.round(w / 2.3));
  for (let floor = first; floor <= floors; floor++) {
    const y = Math.min(spec.h - 0.1, floor * storey + 0.1);
    kit.wood.box([0, y, 0.01], [w, 0.2, 0.08], color, { bottom: true });
  }
  for (let floor = first; floor < floors; floor++) {
    const [low, high] = [floor * storey + 0.1, Math.min(spec.h, (floor + 1) * storey)];
    for (let i = 0; i <= columns; i++) {
      const x = (i / columns - 0.5) * (w - 0.16);
      kit.wood.box([x, (low + high) / 2, 0.012], [0.16, high - low, 0.07], color);
      if (i === 0 || i === columns) {
        const inward = i === 0 ? 1 : -1;
        addBeam(kit, [x, low, 0.03], [x + inward * 0.62, low + storey * 0.5, 0.03], 0.13, color);
      }
    }
    for (let i = 0; i < columns; i++) {
      const x = ((i + 0.5) / columns - 0.5) * (w - 0.16);
      for (const side of [-1, 1])
        addBeam(kit, [x - side * 0.36, low, 0.028], [x + side * 0.36, low + 0.55, 0.028], 0.1, color);
    }
  }
}

function addGableTimber(kit: Kit, { w, h, ridge, timber }: HouseSpec): void {
  for (const side of [-1, 1]) {
    addBeam(kit, [side * (w / 2 - 0.1), h, 0.03], [0, h + ridge - 0.1, 0.03], 0.18, timber!);
    addBeam(kit, [side * w * 0.24, h, 0.025], [side * w * 0.24, h + ridge * 0.5, 0.025], 0.14, timber!);
  }
  kit.wood.box([0, h + ridge * 0.62, 0.02], [w * 0.36, 0.14, 0.06], timber!);
}

/** A flat beam on a wall that faces +z. */
export function addBeam(kit: Kit, from: Vec3, to: Vec3, width: number, color: number): void {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy) || 1;
  const [px, py] = [(-dy / length) * (width / 2), (dx / length) * (width / 2)];
  const z = from[2] + 0.03;
  kit.wood.quad(
    [from[0] - px, from[1] - py, z],
    [to[0] - px, to[1] - py, z],
    [to[0] + px, to[1] + py, z],
    [from[0] + px, from[1] + py, z],
    color,
  );
  kit.wood.quad(
    [from[0] + px, from[1] + py, z],
    [to[0] + px, to[1] + py, z],
    [to[0] - px, to[1] - py, z],
    [from[0] - px, from[1] - py, z],
    color,
  );
}

/** An old lantern on an iron post. @returns where it shines. */
export function addLanternPost(kit: Kit, [x, y, z]: Vec3, height = 3.3): Vec3 {
  kit.metal.lathe(
    [x, y, z],
    [
      [0.14, 0],
      [0.11, 0.3],
      [0.05, 0.5],
      [0.04, height - 0.2],
    ],
    0x26282c,
    8,
  );
  kit.lamp.lathe(
    [x, y + height, z],
    [
      [0.1, -0.2],
      [0.17, 0.14],
    ],
    0xffdca0,
    8,
  );
  kit.metal.lathe(
    [x, y + height, z],
    [
      [0.21, 0.14],
      [0.05, 0.32],
      [0, 0.42],
    ],
    0x26282c,
    8,
  );
  return [x, y + height, z];
}

/** Plain roofs in rows to the left and right of a lane: what a town shows only to those who look down on it. */
export function addRoofs(
  kit: Kit,
  random: Random,
  field: {
    readonly from: number;
    readonly to: number;
    readonly far: number;
    readonly near: number;
    readonly height: number;
  },
  roofs: readonly number[],
): void {
  for (const side of [-1, 1])
    for (let x = field.from; x < field.to; x += 12)
      for (let z = field.near; z > field.far; z -= random.between(8, 12)) {
        if (random.next() < 0.1) continue;
        const [w, d] = [random.between(7, 9.5), random.between(6.5, 8.5)];
        const h = field.height * random.between(0.7, 1.15);
        const own = placeKit(
          kit,
          [side * (x + random.between(-1, 1)), 0, z],
          random.between(-0.15, 0.15) + (random.next() < 0.5 ? Math.PI / 2 : 0),
        );
        const wall = random.pick([0xd9c4a0, 0xcdb08c, 0xe0d2b8, 0xb89a80]);
        own.plaster.box([0, h / 2, 0], [w, h, d], wall, { foot: 0.6 });
        addRoof(placeKit(own, [0, 0, d / 2]), {
          w,
          d,
          h,
          ridge: 2.6,
          roof: random.pick(roofs),
          wall,
          trim: 0x6a5a4c,
          wallStuff: 'plaster',
        });
      }
}
