import type { PointLight, Vec3 } from '@openimagine/render';
import type { PartInstance } from '../actors/actor.ts';
import type { Random } from '../random.ts';
import type { Scene } from '../scene.ts';
import { createLamps } from '../stage/light.ts';
import { hash, IDENTITY } from '../stage/matrix.ts';
import { createShape, type ShapeBuilder, spread } from '../stage/shape.ts';
import { lensFor } from './mood.ts';
import { addPlant } from './room-furniture.ts';
import type { BuiltSet, SetContext, SetMoment } from './set.ts';
import { shopTexture } from './street-shopfront.ts';
import { boardSign } from './street-signs.ts';

/** A kind of shop: the words on its board, its colours and what is in its window. */
export interface Trade {
  readonly board: string;
  readonly wall: number;
  readonly wood: number;
  readonly awning: number;
  readonly window: number;
}

const TRADES: readonly (readonly [RegExp, Trade])[] = [
  [/baker|bäcker|boulangerie|パン屋/, { board: 'BAKERY', wall: 0xe2c79c, wood: 0x3f6a5a, awning: 0xb8443c, window: 0 }],
  [/caf[eé]|coffee shop|喫茶/, { board: 'CAFÉ', wall: 0xc99a78, wood: 0x3a2c26, awning: 0x2f5a58, window: 3 }],
  [
    /book ?(shop|store)|buchhandlung|本屋/,
    { board: 'BOOKS', wall: 0xb8a88e, wood: 0x2f3d5c, awning: 0x7a2f3a, window: 1 },
  ],
  [/flower ?shop|florist|花屋/, { board: 'FLOWERS', wall: 0xe6d8cc, wood: 0x5a7a5c, awning: 0xd98aa0, window: 1 }],
  [/store ?front|shop ?front/, { board: 'OPEN', wall: 0xc9a98a, wood: 0x3d4f66, awning: 0xc07a30, window: 1 }],
];

/** The shop that the scene is about, if it is about one; what is written on a board tells it too. */
export function tradeOf(scene: Scene): Trade | undefined {
  const said = [...scene.setDetails, ...writingOn(scene)].join(' ').toLowerCase();
  return TRADES.find(([word]) => word.test(said))?.[1];
}

function writingOn({ title = '', actors }: Scene): string[] {
  return [title, ...actors.map(({ text = '' }) => text)];
}

const FRONT = -3;
const KERB = 0.12;
const KERB_Z = 2.6;

/** One house front that faces the camera across the pavement, between its neighbours. */
export function buildStorefront(context: SetContext, trade: Trade): BuiltSet {
  const { scene, random, assets, durationSeconds, aspect } = context;
  const has = (kind: 'door' | 'sign'): boolean => scene.actors.some((actor) => actor.kind === kind);
  const lamps = createLamps(scene, durationSeconds);
  const isWet = scene.wetGround || scene.weather === 'rain' || scene.weather === 'storm';
  const isSnowy = scene.weather === 'snow';
  const shapes = {
    wall: createShape(),
    wood: createShape(),
    glass: createShape(),
    lit: createShape(),
    green: createShape(),
  };
  const shop = createShape();
  addHouses(shapes, trade, random);
  addShop(shapes, shop, trade, !has('door'));
  const glows = addLanterns(shapes);
  const part = (shape: ShapeBuilder, material: PartInstance['material']): PartInstance => ({
    mesh: shape.build(),
    material,
    matrix: IDENTITY,
    isStatic: true,
  });
  const text = scene.title ?? scene.actors.find((actor) => actor.kind === 'sign')?.text ?? trade.board;
  const board = boardSign(
    text,
    { center: [0, 3.72, FRONT + 0.24], w: 5.4, h: 0.7, color: '#ffeecb', background: hex(trade.wood), emissive: 0.35 },
    assets,
  );
  const still = [
    part(shapes.wall, { pattern: 'grain', patternScale: 12, specular: 0.05 }),
    part(shapes.wood, { specular: 0.25, gloss: 24 }),
    part(shapes.glass, { specular: 0.8, gloss: 80 }),
    part(shapes.green, { wrap: 0.4 }),
    ...(has('sign') ? [] : [board]),
    ...ground(isWet, isSnowy),
  ];
  const [lit, window] = [
    part(shapes.lit, { emissive: 1.05 }),
    part(shop, { texture: shopTexture(trade.window), emissive: 0.95, specular: 0.3, gloss: 60 }),
  ];
  const isDark = scene.time === 'night' || scene.time === 'dusk';
  return {
    groundAt: (_x, z) => (z < KERB_Z ? KERB : 0),
    focus: { position: has('door') ? [2.28, 0.16, FRONT + 0.5] : [0, KERB, 0.2], halfWidth: 4, halfDepth: 1.6 },
    camera: { position: [-1.3, 1.75, 9.6], target: [0.1, 2.15, FRONT], verticalFovDegrees: lensFor(aspect, 38) },
    momentAt(seconds): SetMoment {
      const on = lamps(seconds);
      const glow = (at: Vec3, color: Vec3, radius: number): PointLight => ({
        position: at,
        color: [color[0] * on, color[1] * on, color[2] * on],
        radius,
      });
      return {
        instances: [...still, { ...window, emissive: 0.28 + 0.72 * on }, { ...lit, emissive: 0.05 + 0.95 * on }],
        lights:
          on > 0.05
            ? [
                ...glows.map((at) => glow(at, [1.9, 1.1, 0.45], 5)),
                glow([-1.5, 1.7, FRONT + 2.2], [2.2, 1.35, 0.6], 7),
                glow([2.3, 1.6, FRONT + 1.8], [1, 0.62, 0.3], 4),
              ]
            : [],
        sprites: [],
        ...(isDark ? {} : { sun: { direction: [0.62, 0.72, 0.72] as Vec3, shadowRadius: 14 } }),
        ...(isWet ? { mirror: { height: 0.02, roughness: 0.6, ripple: 0.25, seconds } } : {}),
      };
    },
    cues: [],
  };
}

interface Shapes {
  readonly wall: ShapeBuilder;
  readonly wood: ShapeBuilder;
  readonly glass: ShapeBuilder;
  readonly lit: ShapeBuilder;
  readonly green: ShapeBuilder;
}

const NEIGHBOURS = [0xc98f72, 0xd8cbb4, 0xa9746a, 0xbfb59a, 0xb5886a, 0x9fa79a];

/** The shop's house and three neighbours on each side, with roofs and upper windows. */
function addHouses(shapes: Shapes, trade: Trade, random: Random): void {
  const house = (x: number, w: number, h: number, color: number): void => {
    shapes.wall.box([x, h / 2, FRONT - 3], [w - 0.05, h, 6], color, { foot: 0.7 });
    shapes.wood.box([x, h - 0.08, FRONT + 0.12], [w, 0.26, 0.3], 0xe8dfce, { bottom: true });
    const ridge = h + 1.7;
    shapes.wood.quad(
      [x - w / 2 - 0.15, h, FRONT + 0.3],
      [x + w / 2 + 0.15, h, FRONT + 0.3],
      [x + w / 2 + 0.15, ridge, FRONT - 3],
      [x - w / 2 - 0.15, ridge, FRONT - 3],
      random.pick([0x7a4438, 0x5b5560, 0x6a4a40]),
    );
    const columns = Math.max(2, Math.round(w / 2.4));
    for (let floor = 0; floor < Math.floor((h - 4.3) / 2.6); floor++) {
      for (let i = 0; i < columns; i++)
        addUpperWindow(shapes, x + ((i + 0.5) / columns - 0.5) * w, 5.3 + floor * 2.6, random);
    }
  };
  house(0, 8.6, 7.1, trade.wall);
  for (const side of [-1, 1]) {
    let edge = side * 4.3;
    for (let i = 0; i < 3; i++) {
      const w = random.between(5.5, 8);
      const x = edge + (side * w) / 2;
      house(x, w, random.between(6.6, 9.9), NEIGHBOURS[Math.floor(random.next() * NEIGHBOURS.length)]!);
      addPlainShop(shapes, x, w, random);
      edge += side * w;
    }
  }
}

function rect(shape: ShapeBuilder, x: number, y: number, z: number, w: number, h: number, color: number): void {
  shape.quad(
    [x - w / 2, y - h / 2, z],
    [x + w / 2, y - h / 2, z],
    [x + w / 2, y + h / 2, z],
    [x - w / 2, y + h / 2, z],
    color,
  );
}

function addUpperWindow(shapes: Shapes, x: number, y: number, random: Random): void {
  const shutter = random.pick([0x4f7466, 0x6a7f94, 0x8a5548]);
  shapes.wood.box([x, y, FRONT + 0.03], [1.06, 1.56, 0.08], 0xeee6d8);
  const isLit = random.next() < 0.5;
  rect(isLit ? shapes.lit : shapes.glass, x, y, FRONT + 0.08, 0.9, 1.4, isLit ? 0xffcf8c : 0x4a6076);
  shapes.wood.box([x, y, FRONT + 0.09], [0.05, 1.4, 0.04], 0xeee6d8);
  shapes.wood.box([x, y + 0.2, FRONT + 0.09], [0.9, 0.05, 0.04], 0xeee6d8);
  for (const side of [-1, 1]) {
    shapes.wood.box([x + side * 0.82, y, FRONT + 0.05], [0.46, 1.52, 0.05], shutter);
    for (let slat = 0; slat < 7; slat++)
      shapes.wood.box([x + side * 0.82, y - 0.6 + slat * 0.2, FRONT + 0.085], [0.36, 0.05, 0.03], shutter);
  }
  shapes.wood.box([x, y - 0.86, FRONT + 0.18], [1.2, 0.16, 0.26], 0x8a5a3c, { bottom: true });
  for (let i = 0; i < 7; i++) {
    const at: Vec3 = [x - 0.5 + i * 0.167, y - 0.72 + 0.06 * hash(i, 3), FRONT + 0.2];
    shapes.green.lathe(
      at,
      [
        [0, -0.1],
        [0.1, -0.02],
        [0.09, 0.07],
        [0, 0.12],
      ],
      i % 2 === 0 ? 0x5d8f4a : [0xd8485a, 0xf0b84a, 0xe88ab0][i % 3]!,
      7,
    );
  }
}

function addPlainShop(shapes: Shapes, x: number, w: number, random: Random): void {
  const isLit = random.next() < 0.6;
  shapes.wood.box([x, 1.75, FRONT + 0.04], [w * 0.8, 2.9, 0.1], random.pick([0x4a5a52, 0x5a4438, 0x39485c]));
  rect(isLit ? shapes.lit : shapes.glass, x - w * 0.1, 1.85, FRONT + 0.1, w * 0.5, 2.1, isLit ? 0xe8b878 : 0x3c4c5c);
  shapes.wood.box([x + w * 0.28, 1.45, FRONT + 0.1], [0.9, 2.6, 0.08], random.pick([0x6a3a30, 0x35506a, 0x4a6048]));
  shapes.wood.box([x, 3.5, FRONT + 0.15], [w * 0.84, 0.45, 0.2], random.pick([0x5a4438, 0x39485c, 0x6a3a30]), {
    bottom: true,
  });
}

/** Window, door, awning and sill of the shop itself. */
function addShop(shapes: Shapes, shop: ShapeBuilder, { wood, awning }: Trade, withDoor: boolean): void {
  const z = FRONT;
  shapes.wood.box([0, 1.95, z + 0.05], [7.4, 3.9, 0.12], wood);
  shapes.wood.box([0, 4.16, z + 0.2], [7.6, 0.16, 0.4], wood, { bottom: true });
  shapes.wood.box([0, 3.3, z + 0.16], [7.6, 0.1, 0.28], wood, { bottom: true });
  for (const x of [-3.6, 0.95, 3.6]) shapes.wood.box([x, 1.75, z + 0.16], [0.24, 3.3, 0.2], wood, { foot: 0.7 });
  rect(shop, -1.35, 1.92, z + 0.13, 4.1, 2.25, 0xffffff);
  for (const x of [-2.38, -1.35, -0.32]) shapes.wood.box([x, 1.92, z + 0.15], [0.07, 2.25, 0.07], wood);
  shapes.wood.box([-1.35, 2.56, z + 0.15], [4.1, 0.07, 0.07], wood);
  shapes.wood.box([-1.35, 0.72, z + 0.28], [4.4, 0.1, 0.42], wood, { bottom: true });
  for (let i = 0; i < 4; i++) shapes.wood.box([-2.8 + i * 0.97, 0.42, z + 0.14], [0.8, 0.42, 0.06], wood);
  shapes.wood.box([2.28, 0.08, z + 0.5], [1.9, 0.16, 0.9], 0x9a938a);
  if (withDoor) addDoor(shapes, awning);
  const stripes = 18;
  for (let i = 0; i < stripes; i++) {
    const [a, b] = [-3.6 + (i / stripes) * 4.5, -3.6 + ((i + 1) / stripes) * 4.5];
    const tone = i % 2 === 0 ? awning : 0xf3e8d4;
    shapes.wood.quad([a, 2.92, z + 1.3], [b, 2.92, z + 1.3], [b, 3.34, z + 0.2], [a, 3.34, z + 0.2], tone);
    shapes.wood.quad([a, 2.68, z + 1.3], [b, 2.68, z + 1.3], [b, 2.92, z + 1.3], [a, 2.92, z + 1.3], tone, 0.9);
    shapes.wood.quad([a, 3.34, z + 0.2], [b, 3.34, z + 0.2], [b, 2.92, z + 1.3], [a, 2.92, z + 1.3], tone, 0.5);
  }
  addPlant(shapes.green, [1.25, KERB, z + 0.75], 0.62);
  addPlant(shapes.green, [3.45, KERB, z + 0.75], 0.62);
  shapes.wood.box([-1.9, 0.5, z + 1.05], [1.7, 0.06, 0.42], 0x8a5a36, { bottom: true });
  for (const x of [-2.6, -1.2]) shapes.wood.box([x, 0.3, z + 1.05], [0.07, 0.4, 0.36], 0x3a3430);
}

function addDoor(shapes: Shapes, color: number): void {
  const z = FRONT;
  shapes.wood.box([2.28, 1.55, z + 0.14], [1.34, 2.8, 0.1], 0xe9ddc6);
  shapes.wood.box([2.28, 1.5, z + 0.18], [1.12, 2.62, 0.1], color);
  rect(shapes.lit, 2.28, 1.98, z + 0.24, 0.8, 1.2, 0xffd596);
  shapes.wood.box([2.28, 1.98, z + 0.25], [0.05, 1.2, 0.03], color);
  shapes.wood.box([2.28, 0.78, z + 0.24], [0.8, 0.7, 0.04], color);
  shapes.wood.lathe(
    [2.7, 1.35, z + 0.3],
    [
      [0, -0.05],
      [0.05, 0],
      [0, 0.05],
    ],
    0xe0b050,
    10,
  );
}

/** A lantern on each side of the door and one that stands at the kerb. */
function addLanterns({ wood, lit }: Shapes): Vec3[] {
  const at: Vec3[] = [];
  for (const x of [1.3, 3.26]) {
    wood.box([x, 2.5, FRONT + 0.3], [0.05, 0.05, 0.3], 0x22201e, { bottom: true });
    lit.lathe(
      [x, 2.3, FRONT + 0.45],
      [
        [0.06, -0.14],
        [0.09, 0.1],
      ],
      0xffd08a,
      10,
    );
    wood.lathe(
      [x, 2.3, FRONT + 0.45],
      [
        [0.11, 0.1],
        [0, 0.22],
      ],
      0x22201e,
      10,
    );
    at.push([x, 2.3, FRONT + 0.85]);
  }
  wood.lathe(
    [-4.9, KERB, 1.9],
    [
      [0.13, 0],
      [0.1, 0.3],
      [0.05, 0.5],
      [0.045, 3.2],
    ],
    0x25262c,
    10,
  );
  lit.lathe(
    [-4.9, 3.42, 1.9],
    [
      [0.12, -0.2],
      [0.19, 0.14],
    ],
    0xffdca0,
    10,
  );
  wood.lathe(
    [-4.9, 3.42, 1.9],
    [
      [0.22, 0.14],
      [0, 0.36],
    ],
    0x25262c,
    10,
  );
  at.push([-4.9, 3.3, 1.9]);
  return at;
}

function ground(isWet: boolean, isSnowy: boolean): PartInstance[] {
  const pavement = createShape();
  const road = createShape();
  const xs = spread(-32, 32, 22);
  const [slab, asphalt] = isSnowy ? [0xe2e9f2, 0xcfd8e4] : isWet ? [0x66625f, 0x34353c] : [0xa89f94, 0x5a5a5e];
  pavement.sheet({ xs, zs: spread(FRONT - 0.5, KERB_Z, 6), at: () => KERB, paint: () => slab });
  pavement.box([0, KERB / 2, KERB_Z], [64, KERB + 0.02, 0.2], isSnowy ? 0xd8e0ea : 0x97918a);
  road.sheet({ xs, zs: spread(KERB_Z, 16, 6), at: () => 0, paint: () => asphalt });
  const shine = isWet ? { specular: 0.5, gloss: 50 } : {};
  return [
    {
      mesh: pavement.build(),
      material: { pattern: isSnowy ? 'snow' : 'tiles', patternScale: 2, mirror: isWet ? 0.35 : 0, ...shine },
      matrix: IDENTITY,
      isStatic: true,
      castsShadow: false,
    },
    {
      mesh: road.build(),
      material: { pattern: isSnowy ? 'snow' : 'grain', patternScale: 6, mirror: isWet ? 0.6 : 0, ...shine },
      matrix: IDENTITY,
      isStatic: true,
      castsShadow: false,
    },
  ];
}

const hex = (color: number): string => `#${color.toString(16).padStart(6, '0')}`;
