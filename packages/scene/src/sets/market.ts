import type { Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import { createShape, spread } from '../stage/shape.ts';
import { groundTone, land, outdoorPlace, paved, roofTone } from './built-outdoors.ts';
import { addHouse, addRoofs } from './house-shapes.ts';
import { buildNightMarket } from './market-night.ts';
import { buildSouk } from './market-souk.ts';
import { ambience, hasDetail, isAerial, lensFor } from './mood.ts';
import { createKit, type Kit, placeKit, sag } from './place-kit.ts';
import type { SetContext, SetModel } from './set.ts';
import { hangsAbove } from './set-traits.ts';

/** A market: stalls under striped awnings with heaps of fruit, flowers, bread, spices and cloth, strings of lights above. */
export const market: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    if (hasDetail(scene, 'souk')) return buildSouk(context);
    if (hasDetail(scene, 'night stalls', 'far east', 'japanese', 'asian')) return buildNightMarket(context);
    const random = context.random.fork('market');
    const kit = createKit();
    for (const side of [-1, 1]) {
      for (let i = 0; i < 9; i++) {
        const z = 3.4 - i * 3.7;
        addStall(
          placeKit(kit, [side * 3.35, 0, z], (-side * Math.PI) / 2),
          hasDetail(scene, 'spices') && i % 4 !== 3 ? SPICES : (i * 2 + (side > 0 ? 1 : 0)) % GOODS.length,
          scene.weather === 'snow',
          random,
        );
      }
      for (let z = 12, i = 0; z > -64; i++) {
        const w = random.between(6, 9);
        addHouse(
          placeKit(kit, [side * 8.2, 0, z - w / 2], (-side * Math.PI) / 2),
          {
            w: w + 0.04,
            d: 8,
            h: 8.6 + (i % 2) * 2.8,
            ridge: 2.6,
            storey: 2.8,
            wall: random.pick([0xe2c898, 0xd8a888, 0xd0b8a0, 0xe8dcc0]),
            roof: roofTone(scene, random.pick([0x9a5440, 0x8a4a3a])),
            trim: 0xefe6d6,
            isInRow: true,
            shutter: random.pick([0x4f7466, 0x6a7f94]),
          },
          random,
        );
        z -= w;
      }
    }
    addHouse(
      placeKit(kit, [0, 0, -62]),
      {
        w: 18,
        d: 8,
        h: 11.4,
        ridge: 3.4,
        storey: 2.8,
        wall: 0xe6d6b4,
        roof: roofTone(scene, 0x8a4a3a),
        trim: 0xf0e8d8,
        isGabled: true,
        shutter: 0x4f7466,
      },
      random,
    );
    if (isAerial(scene))
      addRoofs(
        kit,
        random.fork('roofs'),
        { from: 24, to: 96, near: 34, far: -140, height: 8.5 },
        [0x9a5440, 0x8a4a3a, 0x7a4a3e].map((roof) => roofTone(scene, roof)),
      );
    const bulbs = addLights(
      kit,
      scene.actors.some((actor) => hangsAbove(actor, scene.set)),
    );
    return outdoorPlace(context, {
      kit,
      still: [
        land(scene, { heightAt: () => -0.12, radius: 400, rings: 30 }),
        paved(scene, ground(context), { pattern: 'tiles', scale: 2.4, mirror: 0.5 }),
      ],
      lamps: bulbs.map((at, i) => ({
        at,
        color: [3.4, 2.1, 0.95] as const,
        radius: i % 3 === 1 && i < 15 ? 9 : 0,
        halo: 0.32,
      })),
      wetAt: 0.015,
      fog: 0.004,
      focus: { position: [0, 0, 0], halfWidth: 1.5, halfDepth: 4 },
      camera: { position: [0.3, 1.75, 8.6], target: [0, 1.7, -10], verticalFovDegrees: lensFor(aspect, 46) },
      cues: [ambience(context, 'crowd', 0.4)],
    });
  },
};

/** What a stall sells: the colours of the heaps, and how they lie. */
const GOODS: readonly {
  readonly heap: 'round' | 'flowers' | 'bread' | 'cones' | 'cloth';
  readonly colors: readonly number[];
}[] = [
  { heap: 'round', colors: [0xe0872c, 0xc83a30, 0xe8c43c, 0x7aa03c, 0xd85a3a] },
  { heap: 'flowers', colors: [0xe0506a, 0xf0c04c, 0xd890c8, 0xf4f0e8, 0x9a6ac0] },
  { heap: 'bread', colors: [0xb87838, 0xd09a54, 0x8f5a2c, 0xdcb070] },
  { heap: 'round', colors: [0x5f8a3c, 0xc84040, 0xe07a2c, 0x7a4a7a, 0xe8dca0] },
  { heap: 'cones', colors: [0xd8641c, 0xf0b81c, 0xa82a1c, 0x7a9a2c, 0x8a3a6a] },
  { heap: 'cloth', colors: [0xb83a4a, 0x2f6a8a, 0xd8a03c, 0x5a4a8a, 0x3f8a6a] },
];
const SPICES = 4;
const AWNINGS: readonly (readonly [number, number])[] = [
  [0xb83a34, 0xf2e8d6],
  [0x2f6a6a, 0xf2e8d6],
  [0xd89a34, 0xf2e8d6],
  [0x3f5f9a, 0xeee8dc],
  [0x6a8a3c, 0xf2e8d6],
];

/** A stall that faces +z, 3.3 m wide. */
function addStall(kit: Kit, kind: number, isSnowy: boolean, random: Random): void {
  const w = 3.3;
  for (const x of [-w / 2, w / 2])
    for (const z of [0.9, -0.9]) kit.wood.box([x, z > 0 ? 1.1 : 1.3, z], [0.08, z > 0 ? 2.2 : 2.6, 0.08], 0x7a5a3a);
  kit.planks.box([0, 0.36, 0.45], [w, 0.72, 0.9], 0xa87c50, { foot: 0.6 });
  kit.cloth.box([0, 0.5, 0.93], [w, 0.44, 0.03], AWNINGS[kind % AWNINGS.length]![0]);
  const [a, b] = AWNINGS[Math.floor(random.next() * AWNINGS.length)]!;
  const stripes = 11;
  for (let i = 0; i < stripes; i++) {
    const [x0, x1] = [(i / stripes - 0.5) * (w + 0.3), ((i + 1) / stripes - 0.5) * (w + 0.3)];
    const tone = isSnowy ? 0xeaf0f7 : i % 2 === 0 ? a : b;
    kit.cloth.quad([x0, 2.12, 1.35], [x1, 2.12, 1.35], [x1, 2.75, -1], [x0, 2.75, -1], tone);
    kit.cloth.quad([x0, 2.75, -1], [x1, 2.75, -1], [x1, 2.12, 1.35], [x0, 2.12, 1.35], i % 2 === 0 ? a : b, 0.65);
    kit.cloth.quad([x0, 1.9, 1.36], [x1, 1.9, 1.36], [x1, 2.12, 1.35], [x0, 2.12, 1.35], i % 2 === 0 ? a : b, 0.95);
  }
  const { heap, colors } = GOODS[kind]!;
  for (let i = 0; i < 5; i++) {
    const x = (i - 2) * 0.63;
    const color = colors[i % colors.length]!;
    kit.wood.quad(
      [x - 0.29, 0.86, 0.92],
      [x + 0.29, 0.86, 0.92],
      [x + 0.29, 1.12, 0.02],
      [x - 0.29, 1.12, 0.02],
      0xb08a58,
    );
    for (const s of [-1, 1]) kit.wood.box([x + s * 0.3, 0.95, 0.47], [0.03, 0.3, 0.92], 0x8a6844);
    addHeap(kit, heap, x, color, random);
  }
  kit.planks.box([0, 1.3, -0.88], [w, 1.4, 0.06], 0x7a5c40);
  for (let i = 0; i < 6; i++)
    kit.cloth.box([(i - 2.5) * 0.5, 1.55 + (i % 2) * 0.1, -0.8], [0.3, 0.5, 0.1], colors[i % colors.length]!);
}

function addHeap(kit: Kit, heap: (typeof GOODS)[number]['heap'], x: number, color: number, random: Random): void {
  const at = (u: number, v: number, lift: number): Vec3 => [
    x + u * 0.24,
    1.12 - (v + 1) * 0.13 + lift,
    0.05 + (v + 1) * 0.42,
  ];
  switch (heap) {
    case 'round':
      for (let i = 0; i < 11; i++) {
        const [u, v] = [((i % 3) - 1) * 0.75 + (Math.floor(i / 3) % 2) * 0.2, (Math.floor(i / 3) / 3) * 1.7 - 0.85];
        kit.skin.lathe(
          at(u, v, 0.06),
          [
            [0, -0.08],
            [0.075, -0.045],
            [0.095, 0],
            [0.07, 0.06],
            [0, 0.08],
          ],
          color,
          7,
        );
      }
      return;
    case 'flowers':
      for (let i = 0; i < 12; i++) {
        const p = at(random.between(-1, 1), random.between(-1, 1), random.between(0.12, 0.3));
        kit.leaf.lathe(
          p,
          [
            [0.03, -0.2],
            [0.05, -0.04],
          ],
          0x4a7a3c,
          5,
        );
        kit.skin.lathe(
          p,
          [
            [0.04, -0.05],
            [0.09, 0.02],
            [0.04, 0.05],
            [0, 0.03],
          ],
          color,
          7,
        );
      }
      return;
    case 'bread':
      for (let i = 0; i < 5; i++)
        kit.skin.box(at(0, -0.8 + i * 0.4, 0.07), [0.46, 0.13, 0.14], color, {
          yaw: random.between(-0.2, 0.2),
          bottom: true,
        });
      return;
    case 'cones':
      kit.skin.lathe(
        at(0, 0, -0.05),
        [
          [0.27, 0],
          [0.2, 0.16],
          [0.05, 0.34],
          [0, 0.36],
        ],
        color,
        12,
      );
      return;
    case 'cloth':
      for (let i = 0; i < 4; i++)
        kit.cloth.box(
          at(0, -0.5 + (i % 2), 0.06 + Math.floor(i / 2) * 0.1),
          [0.5, 0.1, 0.34],
          i % 2 ? color : 0xe8dcc4,
          { yaw: random.between(-0.15, 0.15) },
        );
  }
}

/** Strings of bulbs or of lanterns between the stalls. */
function addLights(kit: Kit, isOfLanterns: boolean): Vec3[] {
  const bulbs: Vec3[] = [];
  for (let i = 0; i < 8; i++) {
    const z = 2.2 - i * 4.2;
    const path = sag([-4.4, 4.3, z], [4.4, 4.4, z - 0.8], 0.55, 10);
    kit.trim.tube(path, 0.014, 0x1e1c1a, 3);
    for (const n of [2, 4, 5, 6, 8]) {
      const [x, y, pz] = path[n]!;
      if (isOfLanterns) {
        if (n !== 5 || i % 2) addLantern(kit, [x, y - 0.12, pz]);
        if (n !== 4 && n !== 6) bulbs.push([x, y - 0.42, pz]);
        continue;
      }
      kit.lamp.lathe(
        [x, y - 0.12, pz],
        [
          [0, -0.08],
          [0.065, -0.02],
          [0.05, 0.06],
          [0, 0.1],
        ],
        0xffdc9a,
        7,
      );
      if (n !== 4 && n !== 6) bulbs.push([x, y - 0.12, pz]);
    }
    for (const s of [-1, 1])
      kit.wood.lathe(
        [s * 4.4, 0, z],
        [
          [0.06, 0],
          [0.05, 4.5],
        ],
        0x4a3828,
        6,
      );
  }
  return bulbs;
}

/** A lantern of brass and glowing panes that hangs by its hook. */
function addLantern(kit: Kit, [x, y, z]: Vec3): void {
  kit.gold.lathe(
    [x, y, z],
    [
      [0.17, -0.16],
      [0.19, -0.13],
      [0.1, 0],
      [0.02, 0.06],
      [0.02, 0.13],
    ],
    0xb8843a,
    8,
  );
  kit.glow.lathe(
    [x, y, z],
    [
      [0.1, -0.52],
      [0.2, -0.34],
      [0.17, -0.16],
    ],
    0xffc670,
    8,
  );
  kit.gold.lathe(
    [x, y, z],
    [
      [0, -0.64],
      [0.05, -0.58],
      [0.11, -0.53],
      [0.1, -0.5],
    ],
    0xb8843a,
    8,
  );
}

function ground({ scene }: SetContext): ReturnType<typeof createShape> {
  const shape = createShape();
  shape.sheet({
    xs: spread(-12, 12, 10),
    zs: spread(-66, 34, 36),
    at: () => 0,
    paint: () => groundTone(scene, 0xa59a88),
  });
  return shape;
}
