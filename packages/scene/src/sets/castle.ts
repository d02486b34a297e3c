import type { Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import { createShape, spread } from '../stage/shape.ts';
import { groundTone, land, outdoorPlace, paved, roofTone, treesOn } from './built-outdoors.ts';
import { rockyRange } from './hills.ts';
import { lensFor, outdoorCues, plantPalette } from './mood.ts';
import { addCard, createKit, type Kit, placeKit } from './place-kit.ts';
import type { SetContext, SetModel } from './set.ts';

/** A castle's courtyard: walls with battlements and stairs, round towers, the keep with its door, banners, torches, a well. */
export const castle: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const random = context.random.fork('castle');
    const palette = plantPalette(scene);
    const roof = roofTone(scene, 0x48566e);
    const kit = createKit();
    for (const side of [-1, 1]) addWall(placeKit(kit, [side * HALF, 0, -10], (-side * Math.PI) / 2), 60);
    addWall(placeKit(kit, [0, 0, BACK]), HALF * 2);
    for (const [x, z, r, h] of [
      [-HALF, BACK, 3.4, 13],
      [HALF, BACK, 3.4, 14.5],
      [-HALF - 0.6, -8, 2.7, 10.5],
      [HALF + 0.6, -11, 2.7, 10],
    ] as const)
      addTower(placeKit(kit, [x, 0, z]), r, h, roof, random);
    addKeep(placeKit(kit, [1, 0, BACK - 3]), roof);
    addWell(placeKit(kit, [6.4, 0, -6.4]), roofTone(scene, 0x6a4a34));
    addYard(kit, random);
    for (const side of [-1, 1])
      for (const z of [-6, -14, -22]) addBanner(placeKit(kit, [side * (HALF - 0.7), 0, z], (-side * Math.PI) / 2), z);
    const torches: Vec3[] = [];
    for (const [x, z, yaw] of [
      [-2.2, BACK + 4.35, 0],
      [4.2, BACK + 4.35, 0],
      [-HALF + 0.75, -10, Math.PI / 2],
      [HALF - 0.75, -10, -Math.PI / 2],
    ] as const)
      torches.push(addTorch(placeKit(kit, [x, 0, z], yaw), [x, z, yaw]));
    return outdoorPlace(context, {
      kit,
      still: [
        land(scene, { heightAt: (x, z) => -0.06 - Math.max(0, Math.hypot(x, z + 12) - 42) * 0.35, radius: 420 }),
        paved(scene, yardGround(context), { pattern: 'tiles', scale: 1.7, mirror: 0.45 }),
        rockyRange({
          z: -300,
          halfWidth: 420,
          halfDepth: 110,
          foot: -60,
          height: 150,
          color: [108, 112, 122],
          meadow: palette.grass,
          snowLine: 0.6,
          snow: palette.snow,
          seed: 3,
        }),
        ...treesOn(context, random, [{ x: -9.6, z: -20 }], {
          heightAt: () => 0,
          pines: 0,
          scale: [0.75, 0.8],
          detail: 'near',
        }),
      ],
      lamps: torches.map((at) => ({ at, color: [3.2, 1.5, 0.5] as const, radius: 9, halo: 0.8, isFlame: true })),
      wetAt: 0.015,
      focus: { position: [0, 0, 0], halfWidth: 4, halfDepth: 3.4 },
      camera: { position: [-0.9, 1.75, 11], target: [0.2, 3.7, -16], verticalFovDegrees: lensFor(aspect, 46) },
      cues: outdoorCues(context, 0.25),
    });
  },
};

const HALF = 14;
const BACK = -28;
const STONE = 0xb3a892;

/** A wall that faces +z with battlements, a walk behind them, slits and a plinth. */
function addWall(kit: Kit, length: number): void {
  const h = 6;
  kit.blocks.box([0, h / 2, -0.9], [length, h, 1.8], STONE, { foot: 0.6 });
  kit.stone.box([0, 0.3, 0.1], [length, 0.6, 0.4], 0x968a74);
  kit.stone.box([0, h - 0.2, 0.12], [length, 0.3, 0.4], 0xa2967e, { bottom: true });
  const merlons = Math.floor(length / 1.7);
  for (let i = 0; i < merlons; i++) {
    const x = ((i + 0.5) / merlons - 0.5) * length;
    kit.blocks.box([x, h + 0.5, -1.5], [0.95, 1, 0.5], STONE);
    kit.blocks.box([x, h + 0.3, 0.0], [0.95, 0.6, 0.4], STONE);
  }
  for (let i = 0; i < length / 7; i++)
    kit.trim.box([(i - length / 14) * 7 + 3, 3.6, 0.02], [0.16, 1.3, 0.06], 0x241f1a);
}

function addTower(kit: Kit, r: number, h: number, roof: number, random: Random): void {
  kit.blocks.lathe(
    [0, 0, 0],
    [
      [r * 1.12, 0],
      [r, 1.6],
      [r, h - 1],
      [r * 1.16, h - 0.2],
      [r * 1.16, h + 0.3],
    ],
    STONE,
    22,
  );
  const count = 13;
  for (let i = 0; i < count; i++) {
    const a = (i / count) * Math.PI * 2;
    kit.blocks.box([Math.sin(a) * r * 1.1, h + 0.75, Math.cos(a) * r * 1.1], [r * 0.27, 0.9, 0.4], STONE, { yaw: a });
  }
  kit.slate.lathe(
    [0, h + 0.4, 0],
    [
      [r * 1.06, 0],
      [r * 0.55, r * 1.3],
      [0.06, r * 2.6],
      [0, r * 2.65],
    ],
    roof,
    20,
  );
  const top = h + 0.4 + r * 2.6;
  kit.wood.tube(
    [
      [0, top - 0.2, 0],
      [0, top + 2, 0],
    ],
    0.05,
    0x3a2c22,
    5,
  );
  for (let i = 0; i < 4; i++) {
    const [a, b] = [i * 0.4, (i + 1) * 0.4];
    const wave = (s: number): number => Math.sin(s * 3 + h) * 0.12;
    const [p, q, t, u]: Vec3[] = [
      [a, top + 1.1 + a * 0.18, wave(a)],
      [b, top + 1.1 + b * 0.18, wave(b)],
      [b, top + 1.95 - b * 0.18, wave(b)],
      [a, top + 1.95 - a * 0.18, wave(a)],
    ] as Vec3[];
    kit.cloth.quad(p!, q!, t!, u!, 0xa83230);
    kit.cloth.quad(u!, t!, q!, p!, 0xa83230, 0.8);
  }
  for (let i = 0; i < 5; i++) {
    const a = random.between(-1.2, 1.2) + (i % 2 ? 0 : 0.2);
    const y = 2.6 + i * (h / 6);
    kit.stone.box([Math.sin(a) * r, y, Math.cos(a) * r], [0.7, 1.3, 0.3], 0x948872, { yaw: a });
    kit.window.box([Math.sin(a) * r, y, Math.cos(a) * r], [0.36, 0.95, 0.36], 0xffc878, { yaw: a });
  }
}

/** The great house at the back: a gate under an arch, rows of windows, a steep roof between two turrets. */
function addKeep(kit: Kit, roof: number): void {
  const [w, h] = [15, 11];
  kit.blocks.box([0, h / 2, 0], [w, h, 10], STONE, { foot: 0.6 });
  const z = 5.02;
  for (const y of [4.6, 8.2]) kit.stone.box([0, y, z + 0.06], [w + 0.1, 0.24, 0.3], 0x9c907a, { bottom: true });
  for (const x of [-5.4, -2.7, 2.7, 5.4])
    for (const y of [6.4, 9.6]) {
      kit.stone.box([x, y, z], [1.3, 2.2, 0.2], 0xcabfa6);
      addCard(kit.window, [x, y, z + 0.12], 0.9, 1.8, 0xffc878);
      kit.stone.box([x, y, z + 0.12], [0.09, 1.8, 0.08], 0xcabfa6);
      kit.stone.box([x, y + 0.3, z + 0.12], [0.9, 0.09, 0.08], 0xcabfa6);
    }
  for (let i = 0; i <= 10; i++) {
    const a = (i / 10) * Math.PI;
    kit.stone.box([Math.cos(a) * 1.75, 2.5 + Math.sin(a) * 1.75, z + 0.05], [0.62, 0.62, 0.4], 0xcabfa6);
  }
  for (const s of [-1, 1]) kit.stone.box([s * 1.75, 1.25, z + 0.05], [0.6, 2.5, 0.4], 0xcabfa6);
  kit.planks.box([0, 1.9, z], [3, 3.8, 0.16], 0x5e3f28);
  for (const y of [0.7, 1.9, 3]) kit.metal.box([0, y, z + 0.1], [2.8, 0.12, 0.04], 0x26241f);
  for (let i = 0; i < 3; i++)
    kit.stone.box([0, 0.12 + i * 0.16, z + 1.3 - i * 0.4], [5.4 - i * 0.6, 0.24, 1.6], 0xa69a84);
  kit.blocks.box([0, h + 0.5, 4.7], [w, 0.4, 0.5], STONE);
  for (let i = 0; i < 9; i++) kit.blocks.box([(i - 4) * 1.66, h + 1.1, 4.7], [0.95, 0.9, 0.5], STONE);
  const slope: Vec3[] = [
    [-w / 2, h, 4],
    [w / 2, h, 4],
    [w / 2 - 2.4, h + 6, 0],
    [-w / 2 + 2.4, h + 6, 0],
  ];
  kit.slate.quad(slope[0]!, slope[1]!, slope[2]!, slope[3]!, roof);
  for (const s of [-1, 1]) {
    const turret = placeKit(kit, [s * (w / 2), 0, 4.6]);
    turret.blocks.lathe(
      [0, 0, 0],
      [
        [1.5, 0],
        [1.4, h + 2.4],
        [1.62, h + 3],
        [1.62, h + 3.4],
      ],
      STONE,
      16,
    );
    turret.slate.lathe(
      [0, h + 3.4, 0],
      [
        [1.8, 0],
        [0.9, 2.4],
        [0, 5],
      ],
      roof,
      16,
    );
    turret.window.box([0, h, 1.38], [0.4, 1.2, 0.12], 0xffc878);
    addBanner(placeKit(kit, [s * 4.05, 0.5, z - 0.1]), s);
  }
}

function addBanner(kit: Kit, salt: number): void {
  const [red, gold] = Math.round(salt) % 4 === 0 ? [0x2f4a86, 0xe0b850] : [0xa02a2c, 0xe0b850];
  kit.wood.box([0, 5.3, 0.12], [1.5, 0.08, 0.08], 0x4a3424);
  const [top, low] = [5.26, 2.6];
  kit.cloth.quad([-0.6, low, 0.14], [0.6, low, 0.14], [0.6, top, 0.12], [-0.6, top, 0.12], red);
  kit.cloth.triangle([-0.6, low, 0.14], [0, low - 0.6, 0.16], [0.6, low, 0.14], red);
  kit.gold.quad([-0.3, 3.9, 0.16], [0, 3.45, 0.16], [0.3, 3.9, 0.16], [0, 4.5, 0.16], gold);
  for (const y of [low + 0.06, top - 0.12]) addCard(kit.cloth, [0, y, 0.155], 1.2, 0.1, gold);
}

/** An iron basket on an arm, its fire drawn as a bright core. @returns where it shines, in the world. */
function addTorch(kit: Kit, [x, z, yaw]: readonly [number, number, number]): Vec3 {
  kit.metal.tube(
    [
      [0, 2, 0],
      [0, 2.3, 0.45],
    ],
    0.04,
    0x221f1c,
    5,
  );
  kit.metal.lathe(
    [0, 2.3, 0.45],
    [
      [0.06, -0.06],
      [0.16, 0.2],
    ],
    0x2a2622,
    9,
  );
  kit.glow.lathe(
    [0, 2.45, 0.45],
    [
      [0.1, 0],
      [0.14, 0.12],
      [0.08, 0.3],
      [0, 0.5],
    ],
    0xff9a3a,
    8,
  );
  kit.glow.lathe(
    [0, 2.46, 0.47],
    [
      [0.05, 0],
      [0.08, 0.1],
      [0, 0.32],
    ],
    0xffe08a,
    7,
  );
  return [x + Math.sin(yaw) * 0.6, 2.7, z + Math.cos(yaw) * 0.6];
}

function addWell(kit: Kit, roof: number): void {
  for (let i = 0; i < 14; i++) {
    const a = (i / 14) * Math.PI * 2;
    for (let row = 0; row < 3; row++)
      kit.stone.box(
        [Math.sin(a + row * 0.22) * 1, 0.16 + row * 0.28, Math.cos(a + row * 0.22) * 1],
        [0.46, 0.28, 0.3],
        0x9c907a,
        { yaw: a + row * 0.22 },
      );
  }
  for (const x of [-0.95, 0.95]) kit.wood.box([x, 1.4, 0], [0.14, 2.4, 0.14], 0x5e4430);
  kit.wood.tube(
    [
      [-0.95, 1.9, 0],
      [0.95, 1.9, 0],
    ],
    0.08,
    0x6a4c34,
    7,
  );
  for (const s of [-1, 1]) {
    const [a, b, c, d]: Vec3[] = [
      [-1.4, 2.3, s * 1],
      [1.4, 2.3, s * 1],
      [1.4, 3.1, 0],
      [-1.4, 3.1, 0],
    ] as Vec3[];
    if (s > 0) kit.slate.quad(a!, b!, c!, d!, roof);
    else kit.slate.quad(b!, a!, d!, c!, roof);
    if (s > 0) kit.wood.quad(d!, c!, b!, a!, 0x4a3424, 0.5);
    else kit.wood.quad(c!, d!, a!, b!, 0x4a3424, 0.5);
  }
  kit.wood.lathe(
    [0, 1.05, 0],
    [
      [0.16, 0],
      [0.2, 0.3],
    ],
    0x7a5a3a,
    10,
  );
}

/** Barrels, crates, a cart, straw: what stands about. */
function addYard(kit: Kit, random: Random): void {
  for (const [x, z] of [
    [-8.8, -3.4],
    [-9.6, -4.2],
    [-8.9, -4.9],
    [9.8, -13.4],
    [10.4, -14.2],
  ] as const)
    kit.wood.lathe(
      [x, 0, z],
      [
        [0.34, 0],
        [0.44, 0.5],
        [0.34, 1],
        [0, 1],
      ],
      0x7a5636,
      13,
    );
  for (let i = 0; i < 6; i++) {
    const s = random.between(0.5, 0.8);
    kit.planks.box([-10.4 + (i % 3) * 0.9, s / 2, -8.4 - Math.floor(i / 3) * 0.9], [s, s, s], 0x8a6a44, {
      yaw: random.between(-0.4, 0.4),
      foot: 0.7,
    });
  }
  const cart = placeKit(kit, [9.2, 0, -3.4], -0.5);
  cart.planks.box([0, 0.85, 0], [1.5, 0.12, 2.4], 0x7a5636, { bottom: true });
  for (const s of [-1, 1]) {
    cart.planks.box([s * 0.72, 1.08, 0], [0.06, 0.4, 2.4], 0x7a5636);
    for (let i = 0; i < 12; i++) {
      const [a, b] = [(i / 12) * Math.PI * 2, ((i + 1) / 12) * Math.PI * 2];
      const at = (angle: number): Vec3 => [s * 0.86, 0.55 + Math.sin(angle) * 0.52, Math.cos(angle) * 0.52];
      cart.wood.tube([at(a), at(b)], 0.05, 0x4a3424, 5);
      if (i % 2 === 0) cart.wood.tube([[s * 0.86, 0.55, 0], at(a)], 0.025, 0x5a4230, 4);
    }
  }
  cart.cloth.lathe(
    [0, 0.95, 0],
    [
      [0.8, 0],
      [0.7, 0.35],
      [0.35, 0.6],
      [0, 0.68],
    ],
    0xd0b060,
    11,
  );
}

function yardGround({ scene }: SetContext): ReturnType<typeof createShape> {
  const shape = createShape();
  const tone = groundTone(scene, 0x9c9280);
  shape.sheet({ xs: spread(-HALF - 3, HALF + 3, 20), zs: spread(BACK - 6, 34, 30), at: () => 0, paint: () => tone });
  return shape;
}
