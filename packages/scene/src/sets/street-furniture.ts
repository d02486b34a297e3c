import type { Material, PointLight, Sprites, Vec3 } from '@openimagine/render';
import { SPRITE_STRIDE } from '@openimagine/render';
import type { PartInstance } from '../actors/actor.ts';
import type { Random } from '../random.ts';
import type { Scene } from '../scene.ts';
import { IDENTITY } from '../stage/matrix.ts';
import { createShape, type ShapeBuilder } from '../stage/shape.ts';
import type { StageAssets } from '../stage/stage.ts';
import { placeShape } from './place-kit.ts';
import type { StreetStyle } from './street-style.ts';

export interface FurnitureOptions {
  readonly style: StreetStyle;
  readonly random: Random;
  readonly kerb: number;
  readonly assets: StageAssets;
  readonly scene: Scene;
}

export interface Furniture {
  readonly parts: readonly PartInstance[];
  /** Switched with the lamps. */
  readonly glowing: readonly PartInstance[];
  readonly lights: readonly PointLight[];
  spritesAt(seconds: number, on: number): readonly Sprites[];
}

/** Lamps, poles with wires, vending machines, paper lanterns and small trees: what stands on the pavement. */
export function createFurniture({ style, random, kerb }: FurnitureOptions): Furniture {
  const metal = createShape();
  const bulbs = createShape();
  const red = createShape();
  const lights: PointLight[] = [];
  const halos: Vec3[] = [];
  const edge = style.road + 0.45;
  const spacing = style.isNeon ? 17 : 13;
  for (let i = 0; i < 6; i++) {
    const side = i % 2 === 0 ? -1 : 1;
    const z = (style.isNeon ? -1.5 : 3) - i * (spacing / 2);
    const head = addLamp(metal, bulbs, [side * edge, kerb, z], side);
    halos.push(head);
    if (i < (style.isNeon ? 2 : 5))
      lights.push({
        position: [head[0], head[1] - 0.3, head[2]],
        color: style.isNeon ? [1.8, 1.1, 0.55] : [3, 1.8, 0.8],
        radius: style.isNeon ? 8 : 11,
      });
  }
  if (style.isJapanese || style.isNeon) {
    addWires(metal, style, random);
    addVending(metal, bulbs, [-(style.front - 0.6), kerb, -1.6]);
    lights.push({ position: [-(style.front - 1.4), 1.2, -1.6], color: [0.7, 1, 1.2], radius: 5 });
    for (const [side, z] of [
      [1, -2.3],
      [-1, -6.8],
      [1, -10.5],
    ] as const)
      for (let i = 0; i < 3; i++) addLantern(red, metal, [side * (style.front - 0.55), 3.1 - i * 0.72, z]);
  }
  const part = (shape: ShapeBuilder, material: Material): PartInstance => ({
    mesh: shape.build(),
    material,
    matrix: IDENTITY,
    isStatic: true,
  });
  return {
    parts: [part(metal, { specular: 0.35, gloss: 30 })],
    glowing: [part(bulbs, { emissive: 1.4 }), part(red, { emissive: 0.42, wrap: 0.5 })],
    lights,
    spritesAt: (_seconds, on) => (on < 0.05 ? [] : [haloSprites(halos, on, style)]),
  };
}

function addLamp(metal: ShapeBuilder, bulbs: ShapeBuilder, [x, y, z]: Vec3, side: number): Vec3 {
  const h = 4.6;
  metal.lathe(
    [x, y, z],
    [
      [0.12, 0],
      [0.11, 0.25],
      [0.06, 0.4],
      [0.045, h],
    ],
    0x25262c,
    8,
  );
  const head: Vec3 = [x - side * 1.0, y + h + 0.15, z];
  metal.tube([[x, y + h, z], [x - side * 0.35, y + h + 0.22, z], head], 0.035, 0x25262c, 6);
  metal.box([head[0], head[1] + 0.03, head[2]], [0.6, 0.08, 0.2], 0x25262c, { bottom: true });
  bulbs.box([head[0], head[1] - 0.04, head[2]], [0.5, 0.06, 0.16], 0xffe2b0, { bottom: true });
  return head;
}

/** Sagging bundles of wires between poles and across the street. */
function addWires(metal: ShapeBuilder, style: StreetStyle, random: Random): void {
  const sag = (from: Vec3, to: Vec3, drop: number): Vec3[] =>
    Array.from({ length: 9 }, (_, i): Vec3 => {
      const u = i / 8;
      return [
        from[0] + (to[0] - from[0]) * u,
        from[1] + (to[1] - from[1]) * u - drop * 4 * u * (1 - u),
        from[2] + (to[2] - from[2]) * u,
      ];
    });
  for (const side of [-1, 1]) {
    const x = side * (style.road + 0.3);
    for (let z = -9; z > -70; z -= 15) {
      metal.lathe(
        [x, 0, z],
        [
          [0.15, 0],
          [0.11, 8.6],
        ],
        0x3c3a40,
        8,
      );
      metal.box([x, 8, z], [1.5, 0.1, 0.1], 0x3c3a40);
      metal.lathe(
        [x + side * 0.35, 6.4, z],
        [
          [0, 0],
          [0.26, 0.02],
          [0.26, 0.75],
          [0, 0.8],
        ],
        0x4a4a52,
        8,
      );
      for (const offset of [-0.6, 0, 0.6])
        metal.tube(
          sag([x + offset, 8.05, z], [x + offset, 8.05, z - 15], random.between(0.3, 0.7)),
          0.018,
          0x14141a,
          3,
        );
    }
  }
  for (let i = 0; i < 6; i++) {
    const z = -3 - i * 8;
    metal.tube(
      sag(
        [-style.front, random.between(5.5, 8), z],
        [style.front, random.between(5.5, 8), z - random.between(-3, 3)],
        random.between(0.4, 0.9),
      ),
      0.02,
      0x14141a,
      3,
    );
  }
}

/** Two machines, turned a little towards those who come: lit windows with rows of bottles, coin panels. */
function addVending(metal: ShapeBuilder, bulbs: ShapeBuilder, [x, y, z]: Vec3): void {
  for (const [offset, body] of [
    [0, 0xa8242c],
    [-1.2, 0xd8dade],
  ] as const) {
    const [solid, lit] = [metal, bulbs].map((shape) => placeShape(shape, [x, y, z + offset], 0.95)) as [
      ShapeBuilder,
      ShapeBuilder,
    ];
    solid.box([0, 0.93, 0], [1.0, 1.86, 0.7], body, { foot: 0.7 });
    solid.box([0, 0.5, 0.36], [0.86, 0.5, 0.03], 0x2a2d33);
    lit.box([0, 1.3, 0.352], [0.88, 0.92, 0.02], 0x7d8f9c);
    lit.box([0, 1.8, 0.352], [0.9, 0.1, 0.02], 0xb8c4cc);
    for (let i = 0; i < 15; i++) {
      const color = [0xd84040, 0x2f8a4a, 0xe8a23c, 0x3f6fc0, 0xf0ead8][(i * 2) % 5]!;
      solid.lathe(
        [-0.34 + (i % 5) * 0.17, 0.92 + Math.floor(i / 5) * 0.29, 0.39],
        [
          [0.045, 0],
          [0.045, 0.13],
          [0.02, 0.17],
          [0.02, 0.2],
          [0, 0.2],
        ],
        color,
        7,
      );
      lit.box(
        [-0.34 + (i % 5) * 0.17, 0.885 + Math.floor(i / 5) * 0.29, 0.37],
        [0.09, 0.03, 0.02],
        i % 4 === 0 ? 0xff5a3a : 0x3fa0ff,
      );
    }
  }
}

function addLantern(red: ShapeBuilder, metal: ShapeBuilder, center: Vec3): void {
  red.lathe(
    center,
    [
      [0.1, -0.32],
      [0.2, -0.24],
      [0.24, 0],
      [0.2, 0.24],
      [0.1, 0.32],
    ],
    0xff4a26,
    12,
  );
  metal.lathe(
    [center[0], center[1] - 0.37, center[2]],
    [
      [0, 0],
      [0.11, 0],
      [0.11, 0.07],
      [0, 0.07],
    ],
    0x16120f,
    10,
  );
  metal.lathe(
    [center[0], center[1] + 0.3, center[2]],
    [
      [0.11, 0],
      [0.11, 0.07],
      [0, 0.08],
    ],
    0x16120f,
    10,
  );
}

function haloSprites(halos: readonly Vec3[], on: number, style: StreetStyle): Sprites {
  const data = new Float32Array(halos.length * SPRITE_STRIDE);
  halos.forEach((point, i) => {
    data.set(
      [point[0], point[1] - 0.1, point[2], style.isNeon ? 0.8 : 1.1, 0, 1, 0.72, 0.4, 0.16 * on, 0, 0, 0],
      i * SPRITE_STRIDE,
    );
  });
  return { shape: 'soft', blend: 'add', count: halos.length, data };
}
