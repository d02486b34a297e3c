import type { Vec3 } from '@openimagine/render';
import { createShape, spread } from '../stage/shape.ts';
import type { StageAssets } from '../stage/stage.ts';
import { groundTone, land, outdoorPlace, paved, treesOn } from './built-outdoors.ts';
import { ambience, lensFor } from './mood.ts';
import { addCard, createKit, type Kit, placeKit } from './place-kit.ts';
import { type Spot, standing } from './scatter.ts';
import type { SetContext, SetModel } from './set.ts';
import { boardSign } from './street-signs.ts';

/** A station's platform under its roof of iron and glass: rails into the distance, a waiting train, clock, benches, signs. */
export const station: SetModel = {
  build(context) {
    const { scene, aspect, assets } = context;
    const random = context.random.fork('station');
    const kit = createKit();
    addRoof(kit);
    addTracks(kit);
    if (!scene.actors.some(({ kind }) => kind === 'train')) addTrain(placeKit(kit, [8.6, -1.05, -26]));
    addFurniture(kit);
    addClock(placeKit(kit, [-1.9, 3.5, -6]));
    const lamps: Vec3[] = [];
    for (let i = 0; i < 8; i++) {
      const z = 2 - i * 7;
      lamps.push([-0.8, 4.2, z]);
      kit.metal.tube(
        [
          [-0.8, 5, z],
          [-0.8, 4.4, z],
        ],
        0.025,
        0x23282c,
        4,
      );
      kit.metal.lathe(
        [-0.8, 4.3, z],
        [
          [0.34, 0],
          [0.26, 0.14],
          [0.06, 0.24],
        ],
        0x2f4a44,
        14,
      );
      kit.lamp.lathe(
        [-0.8, 4.28, z],
        [
          [0, -0.06],
          [0.2, 0],
          [0, 0.1],
        ],
        0xffe6b8,
        10,
      );
    }
    const trees: Spot[] = Array.from({ length: 34 }, (_, i) => ({
      x: (i % 2 ? 1 : -1) * random.between(22, 60),
      z: 10 - i * 5,
    }));
    return outdoorPlace(context, {
      kit,
      still: [
        land(scene, {
          heightAt: (x) => (Math.abs(x - 3) < 17 ? -1.15 : -1.1 + Math.min(3, (Math.abs(x - 3) - 17) * 0.1)),
        }),
        paved(scene, bed(context), { pattern: 'rock', scale: 4, mirror: 0 }),
        paved(scene, platform(context), { pattern: 'tiles', scale: 1.6, mirror: 0.4 }),
        ...treesOn(context, random, trees, { heightAt: () => -0.9, pines: 0.3 }),
        ...signs(assets),
      ],
      lamps: lamps.map((at, i) => ({ at, radius: i < 4 ? 9 : 0, halo: 0.7 })),
      wetAt: 0.01,
      fog: 0.004,
      focus: { position: [0, 0, 0], halfWidth: 2, halfDepth: 4 },
      rails: { x: 5.2, y: -0.84, stop: -2 },
      camera: { position: [-0.4, 1.7, 9.8], target: [1.0, 1.9, -12], verticalFovDegrees: lensFor(aspect, 44) },
      cues: [ambience(context, 'crowd', 0.12), ambience(context, 'train', 0.14, 0.4)],
    });
  },
};

const EDGE = 3.4;
const BACK = -5.2;

/** Slim columns with brackets, a pitched roof with panes along its ridge. */
function addRoof(kit: Kit): void {
  const iron = 0x35504a;
  for (let i = 0; i < 12; i++) {
    const z = 9 - i * 7;
    for (const x of [-3.6, 2.2]) {
      kit.metal.lathe(
        [x, 0, z],
        [
          [0.2, 0],
          [0.19, 0.4],
          [0.11, 0.6],
          [0.1, 3.6],
          [0.2, 3.8],
        ],
        iron,
        10,
      );
      for (const s of [-1, 1])
        kit.metal.tube(
          [
            [x, 3.2, z],
            [x, 3.9, z + s * 0.5],
            [x, 4.3, z + s * 1.3],
          ],
          0.045,
          iron,
          5,
        );
      for (const s of [-1, 1])
        kit.metal.tube(
          [
            [x, 3.3, z],
            [x + s * 0.6, 4, z],
            [x + s * 1.3, 4.45, z],
          ],
          0.045,
          iron,
          5,
        );
    }
    kit.metal.box([-0.7, 4.5, z], [9, 0.18, 0.14], iron, { bottom: true });
    for (const s of [-1, 1])
      kit.metal.tube(
        [
          [-0.7 + s * 4.4, 4.55, z],
          [-0.7, 6, z],
        ],
        0.06,
        iron,
        5,
      );
  }
  for (const x of [-3.6, 2.2]) kit.metal.box([x, 4.4, -30], [0.16, 0.2, 80], iron, { bottom: true });
  for (const s of [-1, 1]) {
    const slab = (u0: number, u1: number, stuff: 'planks' | 'glass', color: number): void => {
      const at = (u: number, z: number): Vec3 => [-0.7 + s * 5 * (1 - u), 4.4 + u * 1.75, z];
      const [a, b, c, d] = [at(u0, 11), at(u0, -70), at(u1, -70), at(u1, 11)];
      if (s > 0) kit[stuff].quad(a, b, c, d, color);
      else kit[stuff].quad(b, a, d, c, color);
      if (s > 0) kit[stuff].quad(d, c, b, a, color, 0.7);
      else kit[stuff].quad(c, d, a, b, color, 0.7);
    };
    slab(0, 0.55, 'planks', 0xb8a888);
    slab(0.55, 1, 'glass', 0xa8c0c8);
    for (let i = 0; i < 54; i++)
      kit.trim.triangle(
        [-0.7 + s * 5, 4.42, 10.6 - i * 1.5],
        [-0.7 + s * 5, 4.0, 9.85 - i * 1.5],
        [-0.7 + s * 5, 4.42, 9.1 - i * 1.5],
        0xe0d8c4,
      );
    for (let i = 0; i < 54; i++)
      kit.trim.triangle(
        [-0.7 + s * 5, 4.42, 9.1 - i * 1.5],
        [-0.7 + s * 5, 4.0, 9.85 - i * 1.5],
        [-0.7 + s * 5, 4.42, 10.6 - i * 1.5],
        0xe0d8c4,
      );
  }
}

function addTracks(kit: Kit): void {
  for (const x of [5.2, 8.6]) {
    for (const s of [-0.72, 0.72]) {
      kit.metal.box([x + s, -0.93, -100], [0.07, 0.15, 270], 0x8a8480);
      kit.metal.box([x + s, -0.85, -100], [0.075, 0.02, 270], 0xd4d2cc);
    }
    for (let i = 0; i < 120; i++)
      kit.wood.box([x, -1.02, 26 - i * 0.75 - Math.max(0, i - 70) * 0.9], [2.5, 0.12, 0.26], 0x5e4a3a);
  }
  for (let i = 0; i < 8; i++) {
    const z = -8 - i * 22;
    kit.metal.box([11.4, 2.5, z], [0.22, 7.4, 0.22], 0x5a6064);
    kit.metal.box([8.2, 5.6, z], [6.6, 0.12, 0.12], 0x5a6064);
  }
  for (const x of [5.2, 8.6])
    kit.trim.tube(
      [
        [x, 5, 30],
        [x, 5, -200],
      ],
      0.02,
      0x1c1e22,
      3,
    );
}

/** A train at the far platform: a blunt head, carriages with a band of windows. */
function addTrain(kit: Kit): void {
  for (let car = 0; car < 5; car++) {
    const z = -9 - car * 18.4;
    kit.metal.box([0, 2.2, z], [2.8, 2.9, 17.9], 0x2f5f4a, { foot: 0.7, bottom: true });
    kit.metal.box([0, 3.75, z], [2.5, 0.3, 17.7], 0xc8ccc8);
    kit.metal.box([0, 1.3, z], [2.84, 0.3, 17.9], 0xe8dcb8);
    kit.metal.box([0, 0.5, z], [2.3, 0.6, 15], 0x22262a);
    for (let i = 0; i < 9; i++)
      for (const s of [-1, 1]) {
        kit.window.box([s * 1.41, 2.6, z + (i - 4) * 1.9], [0.03, 1, 1.4], 0xffe0a8);
        kit.trim.box([s * 1.405, 2.6, z + (i - 4) * 1.9], [0.02, 1.14, 1.54], 0x1e3a30);
      }
    for (const dz of [-6.4, 6.4])
      for (const s of [-1, 1])
        for (const w of [-0.9, 0.9])
          kit.metal.tube(
            [
              [s * 0.82, 0.42, z + dz + w],
              [s * 0.66, 0.42, z + dz + w],
            ],
            0.42,
            0x3a3e42,
            12,
          );
  }
  kit.metal.box([0, 2.1, 0.4], [2.7, 2.7, 1], 0x2f5f4a, { foot: 0.7, bottom: true });
  kit.window.box([0, 2.75, 0.93], [2.1, 0.95, 0.04], 0xffe0a8);
  kit.metal.box([0, 1.5, 0.92], [2.6, 0.4, 0.06], 0xe8c84a);
  for (const s of [-1, 1])
    kit.lamp.lathe(
      [s * 0.9, 1.5, 0.98],
      [
        [0, -0.14],
        [0.16, 0],
        [0, 0.14],
      ],
      0xfff0c8,
      10,
    );
  kit.metal.box([0, 0.7, 0.8], [2.4, 0.4, 0.6], 0x22262a);
}

function addFurniture(kit: Kit): void {
  for (const z of [-4, -14, -24]) {
    const bench = placeKit(kit, [-4, 0, z], Math.PI / 2);
    for (const x of [-0.8, 0.8]) bench.metal.box([x, 0.3, 0], [0.07, 0.6, 0.5], 0x23282c);
    for (let i = 0; i < 4; i++)
      bench.wood.box([0, 0.46, -0.18 + i * 0.12], [1.9, 0.04, 0.1], 0x9a6a3e, { bottom: true });
    for (let i = 0; i < 3; i++)
      bench.wood.box([0, 0.62 + i * 0.14, -0.24], [1.9, 0.1, 0.03], 0x9a6a3e, { bottom: true });
  }
  for (const [x, z, color] of [
    [-3, -2, 0x8a4a30],
    [-3.1, -2.5, 0x4a5a6a],
    [-2.6, -2.2, 0x6a3a34],
  ] as const) {
    kit.cloth.box([x, 0.26, z], [0.5, 0.5, 0.2], color, { yaw: 0.3 });
    kit.metal.box([x, 0.55, z], [0.16, 0.03, 0.03], 0x2a2622, { bottom: true });
  }
  // The station's house along the back of the platform.
  kit.brick.box([BACK - 3, 2.4, -30], [5.6, 4.8, 78], 0xb07a5c, { foot: 0.6 });
  for (let i = 0; i < 15; i++) {
    const face = placeKit(kit, [BACK - 0.2, 0, 7 - i * 5.2], Math.PI / 2);
    const isDoor = i % 3 === 1;
    face.trim.box([0, isDoor ? 1.35 : 1.8, 0.03], [1.7, isDoor ? 2.7 : 1.9, 0.1], 0xe8e0cc);
    addCard(face.window, [0, isDoor ? 1.5 : 1.8, 0.09], 1.4, isDoor ? 2.2 : 1.6, 0xffd8a0);
    face.trim.box([0, 1.6, 0.1], [0.07, isDoor ? 2.4 : 1.6, 0.04], 0x35504a);
    face.trim.box([0, 2.1, 0.1], [1.4, 0.07, 0.04], 0x35504a);
  }
}

/** A round clock with two faces that hangs from the roof. */
function addClock(kit: Kit): void {
  kit.metal.tube(
    [
      [0, 0.5, 0],
      [0, 1.1, 0],
    ],
    0.03,
    0x23282c,
    5,
  );
  const n = 24;
  const at = (i: number, r: number, z: number): Vec3 => [
    Math.sin((i / n) * 6.2832) * r,
    Math.cos((i / n) * 6.2832) * r,
    z,
  ];
  for (let i = 0; i < n; i++) {
    kit.metal.quad(at(i, 0.5, 0.12), at(i + 1, 0.5, 0.12), at(i + 1, 0.5, -0.12), at(i, 0.5, -0.12), 0x23282c);
    kit.metal.quad(at(i, 0.5, -0.12), at(i + 1, 0.5, -0.12), at(i + 1, 0.5, 0.12), at(i, 0.5, 0.12), 0x23282c);
    kit.glow.triangle([0, 0, 0.11], at(i + 1, 0.46, 0.11), at(i, 0.46, 0.11), 0xcfcabc);
  }
  for (let i = 0; i < 12; i++) {
    const p = at(i * 2, 0.39, 0.125);
    kit.trim.box(p, [0.035, 0.035, 0.01], 0x1c1c1c);
  }
  kit.trim.box([0, 0.14, 0.13], [0.035, 0.3, 0.01], 0x1c1c1c);
  kit.trim.box([0.1, 0.0, 0.135], [0.24, 0.03, 0.01], 0x1c1c1c);
}

function signs(assets: StageAssets) {
  return [
    boardSign(
      '2',
      { center: [1.1, 3.75, -3], w: 0.7, h: 0.7, color: '#ffffff', background: '#1f4f9a', emissive: 0.35 },
      assets,
    ),
    boardSign(
      '← EXIT',
      { center: [-2.4, 3.7, -12], w: 2.2, h: 0.6, color: '#ffffff', background: '#2a6a48', emissive: 0.3 },
      assets,
    ),
  ].map((part) => standing(part.mesh, part.material));
}

function platform({ scene }: SetContext): ReturnType<typeof createShape> {
  const shape = createShape();
  shape.sheet({
    xs: spread(BACK - 1, EDGE, 8),
    zs: spread(-72, 34, 40),
    at: () => 0,
    paint: () => groundTone(scene, 0xa8a298),
  });
  shape.box([EDGE, -0.55, -19], [0.3, 1.16, 106], 0x8a847a);
  shape.box([EDGE - 0.75, 0.005, -19], [0.36, 0.014, 106], groundTone(scene, 0xe0b83a));
  shape.box([EDGE - 0.1, 0.006, -19], [0.2, 0.014, 106], groundTone(scene, 0xe8e4d8));
  return shape;
}

function bed({ scene }: SetContext): ReturnType<typeof createShape> {
  const shape = createShape();
  shape.sheet({
    xs: spread(EDGE, 13, 6),
    zs: spread(-240, 34, 60),
    at: () => -1.08,
    paint: () => groundTone(scene, 0x8c8478),
  });
  return shape;
}
