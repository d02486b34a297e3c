import type { Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import { createShape, spread } from '../stage/shape.ts';
import { groundTone, outdoorPlace, paved, roofTone } from './built-outdoors.ts';
import { addHouse, addLanternPost, addRoofs } from './house-shapes.ts';
import { ambience, isAerial, lensFor } from './mood.ts';
import { createKit, type Kit, placeKit } from './place-kit.ts';
import { placed } from './scatter.ts';
import type { SetContext, SetModel } from './set.ts';
import { mirrorOf, waterSurface } from './water.ts';

/** A river through an old city: quays with lamps and tall houses, a stone bridge on arches, a dome and spires beyond. */
export const cityRiver: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const random = context.random.fork('city river');
    const kit = createKit();
    for (const side of [-1, 1]) addQuay(kit, context, side, random.fork(side < 0 ? 'left' : 'right'));
    if (isAerial(scene))
      addRoofs(
        kit,
        random.fork('roofs'),
        { from: 34, to: 66, near: 30, far: -145, height: 11 },
        [0x8a4a3a, 0x5a5f68, 0x9a5a44].map((roof) => roofTone(scene, roof)),
      );
    addBridge(kit);
    addDome(placeKit(kit, [-6, 0, -142]), roofTone(scene, 0x5f8a7c));
    addSpire(placeKit(kit, [15, 0, -128]), roofTone(scene, 0x4a5058));
    for (const [x, z, yaw, color] of [
      [-9.4, -12, 0.06, 0x2f5a70],
      [10.2, -19, -0.05, 0x8a3a30],
      [-9.6, -30, 0.03, 0x4a6a4a],
    ] as const)
      addBarge(placeKit(kit, [x, WATER_Y, z], yaw), color);
    addRailing(kit);
    const lamps = [-1, 1].flatMap((side) =>
      [0, 1, 2, 3, 4, 5].map((i) => addLanternPost(kit, [side * (HALF + 0.7), 0, -4 - i * 11], 3.6)),
    );
    for (const x of [-6.5, 6.5]) lamps.push(addLanternPost(kit, [x, 0, -1.3], 3.4));
    const water = waterSurface(scene, { center: [0, -40], radius: 240, depthAt: () => 4, isStill: true });
    return outdoorPlace(context, {
      kit,
      still: [
        paved(scene, terrace(context), { pattern: 'tiles', scale: 1.5, mirror: 0 }),
        { ...water, matrix: placed(0, WATER_Y, 0) },
      ],
      lamps: lamps.map((at, i) => ({ at, radius: i % 6 < 1 || i >= 12 ? 9 : 0, halo: 0.9 })),
      fog: 0.003,
      focus: { position: [0, 0, 1], halfWidth: 4, halfDepth: 1.6 },
      camera:
        scene.actors.length > 0
          ? { position: [0.8, 2.3, 9.6], target: [0, 1.6, -10], verticalFovDegrees: lensFor(aspect, 44) }
          : { position: [1.6, 3.6, 3.2], target: [-0.4, 2.2, -30], verticalFovDegrees: lensFor(aspect, 46) },
      more: (seconds) => ({ mirror: mirrorOf(scene, WATER_Y, seconds, true) }),
      cues: [ambience(context, 'river', 0.3), ambience(context, 'city', 0.16, 0.3)],
    });
  },
};

const HALF = 12;
const WATER_Y = -1.6;
const WALLS = [0xe0cfa8, 0xd9b88c, 0xcda58a, 0xe6dcc4, 0xc4b8a0, 0xd8c0b4, 0xb8b8a8];

function addQuay(kit: Kit, { scene }: SetContext, side: number, random: Random): void {
  const x = side * HALF;
  kit.blocks.box([x + side * 0.5, WATER_Y / 2 - 0.8, -74], [1, -WATER_Y + 1.6, 150], 0x9a9080, { foot: 0.5 });
  kit.stone.box([x + side * 0.4, 0.5, -76], [0.4, 1, 146], 0xb8ae9c);
  kit.stone.box([x + side * 0.4, 1.02, -76], [0.6, 0.12, 146], 0xcac0ae, { bottom: true });
  for (let z = -1, i = 0; z > -120; i++) {
    const w = random.between(6.5, 9.5);
    const floors = 3 + Math.floor(random.next() * 3);
    addHouse(
      placeKit(kit, [x + side * 8, 0, z - w / 2], (-side * Math.PI) / 2),
      {
        w: w + 0.04,
        d: 8,
        h: floors * 3 + 0.3,
        ridge: random.between(2.2, 3.4),
        storey: 3,
        wall: WALLS[(i * 3 + (side > 0 ? 2 : 0)) % WALLS.length]!,
        roof: roofTone(scene, random.pick([0x8a4a3a, 0x5a5f68, 0x9a5a44, 0x6a6a70])),
        trim: 0xefe6d4,
        litShare: 0.55,
        isInRow: true,
        hasShop: i % 3 === 0,
        hasChimney: true,
        isGabled: random.next() < 0.4,
      },
      random,
    );
    if (i % 2 === 0) {
      kit.wood.lathe(
        [x + side * 4.6, 0, z - 2],
        [
          [0.2, 0],
          [0.14, 2.2],
        ],
        0x5a4636,
        7,
      );
      kit.leaf.lathe(
        [x + side * 4.6, 2, z - 2],
        [
          [0.5, 0],
          [1.6, 0.9],
          [1.8, 2],
          [1.1, 3.2],
          [0, 3.8],
        ],
        scene.weather === 'snow' ? 0xdfe6ee : scene.season === 'autumn' ? 0xc88a3a : 0x5a8a46,
        9,
      );
    }
    z -= w;
  }
}

/** Three arches across the river; its deck rises a little to the middle. */
function addBridge(kit: Kit): void {
  const z = -38;
  const depth = 7;
  const stone = 0xc0b49c;
  const deck = (x: number): number => 1.6 - (x / (HALF + 2)) ** 2 * 1.2;
  const spans = [-8.3, 0, 8.3];
  const columns = 72;
  const low = (x: number): number => {
    for (const middle of spans) {
      const u = Math.abs(x - middle) / 3.55;
      if (u < 1) return WATER_Y + 3.2 * Math.sqrt(1 - u * u) * (middle === 0 ? 1.06 : 0.92);
    }
    return WATER_Y - 1.5;
  };
  for (let i = 0; i < columns; i++) {
    const [a, b] = [-HALF - 0.5 + ((HALF * 2 + 1) * i) / columns, -HALF - 0.5 + ((HALF * 2 + 1) * (i + 1)) / columns];
    for (const s of [0.5, -0.5]) {
      const at = (x: number, y: number): Vec3 => [x, y, z + s * depth];
      if (s > 0) kit.blocks.quad(at(a, low(a)), at(b, low(b)), at(b, deck(b)), at(a, deck(a)), stone, 0.9);
      else kit.blocks.quad(at(b, low(b)), at(a, low(a)), at(a, deck(a)), at(b, deck(b)), stone, 0.9);
      const rail: Vec3 = [(a + b) / 2, deck((a + b) / 2) + 0.5, z + s * depth];
      if (i % 2 === 0) kit.stone.box(rail, [0.22, 1, 0.24], 0xcfc4ac);
      kit.stone.box([rail[0], rail[1] + 0.5, rail[2]], [b - a + 0.02, 0.18, 0.4], 0xd6ccb6, { bottom: true });
      kit.stone.box([rail[0], rail[1] - 0.5, rail[2]], [b - a + 0.02, 0.2, 0.4], 0xcfc4ac, { bottom: true });
    }
    const [p, q]: [Vec3, Vec3] = [
      [a, low(a), z + depth / 2],
      [b, low(b), z + depth / 2],
    ];
    kit.blocks.quad([a, low(a), z - depth / 2], [b, low(b), z - depth / 2], q, p, 0x9a907c, 0.6);
    kit.paint.quad(
      [a, deck(a), z + depth / 2],
      [b, deck(b), z + depth / 2],
      [b, deck(b), z - depth / 2],
      [a, deck(a), z - depth / 2],
      0x9a9488,
    );
  }
  for (const x of [-12.4, -4.15, 4.15, 12.4]) {
    kit.stone.lathe(
      [x, WATER_Y - 1, z + depth / 2],
      [
        [0.75, 0],
        [0.7, 2.6],
        [0.3, 3.2],
        [0, 3.4],
      ],
      0xb0a48c,
      8,
    );
    addLanternPost(kit, [x, deck(x) + 0.9, z + depth / 2], 2.2);
  }
}

function addDome(kit: Kit, roof: number): void {
  const stone = 0xd0c8b4;
  kit.stone.box([0, 9, 0], [34, 18, 20], stone, { foot: 0.6 });
  kit.stone.lathe(
    [0, 18, 0],
    [
      [9, 0],
      [9, 7],
    ],
    stone,
    24,
  );
  for (let i = 0; i < 14; i++) {
    const a = (i / 14) * Math.PI * 2;
    kit.window.box([Math.sin(a) * 9, 21.5, Math.cos(a) * 9], [1.3, 3.6, 0.3], 0xffd090, { yaw: a });
  }
  kit.slate.lathe(
    [0, 25, 0],
    [
      [9.6, 0],
      [9.4, 2.4],
      [8, 6.4],
      [5.2, 9.6],
      [2, 11.4],
      [1.4, 12],
    ],
    roof,
    28,
  );
  kit.stone.lathe(
    [0, 36.8, 0],
    [
      [1.5, 0],
      [1.4, 3],
      [0.3, 5],
      [0, 7],
    ],
    stone,
    12,
  );
  for (let i = -4; i <= 4; i++) kit.window.box([i * 3.4, 10, 10.1], [1.4, 5, 0.2], 0xffd090);
}

function addSpire(kit: Kit, roof: number): void {
  kit.stone.box([0, 13, 0], [7, 26, 7], 0xb8ac98, { foot: 0.6 });
  kit.window.box([0, 21, 3.55], [1.6, 4, 0.2], 0xffd090);
  const e = 4;
  const corners: Vec3[] = [
    [-e, 26, e],
    [e, 26, e],
    [e, 26, -e],
    [-e, 26, -e],
  ];
  for (let i = 0; i < 4; i++) kit.slate.triangle(corners[i]!, corners[(i + 1) % 4]!, [0, 48, 0], roof);
}

/** A moored barge with a cabin. */
function addBarge(kit: Kit, color: number): void {
  for (const [z, w] of [
    [3.4, 0.9],
    [2.4, 1.7],
    [0, 2.1],
    [-3, 2],
  ] as const)
    kit.wood.box([0, 0.25, z - 0.6], [w, 0.9, z > 3 ? 1 : 3.2], color, { foot: 0.6 });
  kit.trim.box([0, 0.72, -0.8], [2.2, 0.08, 7], 0xb8a88c, { bottom: true });
  kit.trim.box([0, 1.25, -2], [1.5, 1, 3], 0xe9e2d0);
  kit.trim.box([0, 1.8, -2], [1.7, 0.1, 3.3], color, { bottom: true });
  for (const s of [-1, 1])
    for (let i = 0; i < 3; i++) kit.window.box([s * 0.76, 1.35, -3 + i], [0.02, 0.4, 0.6], 0xffd090);
}

/** The terrace in front, with a low wall towards the water, and both quays. */
function terrace({ scene }: SetContext): ReturnType<typeof createShape> {
  const shape = createShape();
  const tone = groundTone(scene, 0xb0a696);
  shape.sheet({ xs: spread(-70, 70, 24), zs: spread(-1.8, 40, 14), at: () => 0, paint: () => tone });
  for (const side of [-1, 1]) {
    const xs = side < 0 ? spread(-70, -HALF, 8) : spread(HALF, 70, 8);
    shape.sheet({ xs, zs: spread(-150, -1.8, 24), at: () => -0.01, paint: () => tone });
  }
  shape.box([0, WATER_Y / 2 - 0.4, -1.9], [HALF * 2 + 1, -WATER_Y + 0.8, 0.2], 0x9a9080);
  shape.box([0, 0.07, -1.85], [HALF * 2, 0.14, 0.4], groundTone(scene, 0xbdb3a2));
  return shape;
}

/** Iron bars between the terrace and the water. */
function addRailing(kit: Kit): void {
  for (let i = 0; i <= 80; i++) {
    const x = (i / 80 - 0.5) * HALF * 2;
    kit.metal.box([x, 0.55, -1.85], [i % 10 === 0 ? 0.07 : 0.022, i % 10 === 0 ? 1.1 : 0.9, 0.03], 0x2c3034);
  }
  for (const y of [0.18, 1.0]) kit.metal.box([0, y, -1.85], [HALF * 2, 0.05, 0.05], 0x2c3034, { bottom: true });
}
