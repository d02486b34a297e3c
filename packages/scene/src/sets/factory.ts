import type { Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import { hash } from '../stage/matrix.ts';
import { indoorPlace } from './built-indoors.ts';
import { hasDetail, lensFor } from './mood.ts';
import { createKit, type Kit, placeKit } from './place-kit.ts';
import { sprites } from './scatter.ts';
import type { SetModel, SetMoment } from './set.ts';

/** A factory hall: iron trusses under roof lights, tall windows, machines with wheels and pipes, a belt, crates, a crane. */
export const factory: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const random = context.random.fork('factory');
    const isStore = hasDetail(scene, 'warehouse', 'storage', 'depot');
    const isNight = scene.time === 'night' || scene.time === 'dusk';
    const kit = createKit();
    addHall(kit);
    for (let i = 0; i < 6; i++)
      for (const side of [-1, 1]) {
        const at: Vec3 = [side * 5.2, 0, 2 - i * 4.6];
        if (isStore) addRack(placeKit(kit, at, (-side * Math.PI) / 2), random);
        else if (i % 2 === (side > 0 ? 0 : 1)) addPress(placeKit(kit, at, (-side * Math.PI) / 2));
        else addBoiler(placeKit(kit, at, (-side * Math.PI) / 2), random);
      }
    if (!isStore) addBelt(kit);
    addCrates(kit, random);
    addCrane(kit);
    const lamps: Vec3[] = [];
    for (let i = 0; i < 6; i++) {
      const z = 3 - i * 4.6;
      kit.metal.tube(
        [
          [0, 5.4, z],
          [0, 7, z],
        ],
        0.02,
        0x1c1c1e,
        4,
      );
      kit.metal.lathe(
        [0, 5.2, z],
        [
          [0.46, 0],
          [0.36, 0.2],
          [0.08, 0.34],
          [0, 0.4],
        ],
        0x3a4a48,
        14,
      );
      kit.lamp.lathe(
        [0, 5.18, z],
        [
          [0, -0.1],
          [0.24, 0],
          [0, 0.1],
        ],
        0xfff0d0,
        10,
      );
      lamps.push([0, 4.9, z]);
    }
    return indoorPlace(context, {
      kit,
      materials: {
        window: { emissive: isNight ? 0.1 : 1.05, specular: 0.4 },
        planks: { pattern: 'grain', patternScale: 3, specular: 0.25, gloss: 30 },
      },
      shell: {
        halfWidth: 8.4,
        height: 9.4,
        back: -28,
        front: 12,
        wall: 0xa0705c,
        wallStuff: 'brick',
        floor: 0x8a8680,
        ceiling: 0x3c3c3e,
      },
      isAlwaysLit: true,
      lamps: lamps.map((at, i) => ({
        at,
        color: isNight ? ([3.6, 2.6, 1.5] as const) : ([1.4, 1.1, 0.7] as const),
        radius: i < 4 ? 9 : 0,
        halo: 1,
      })),
      day: { sun: [0.8, 0.72, 0.58], up: [0.34, 0.36, 0.4], down: [0.24, 0.21, 0.18] },
      evening: { sun: [0.26, 0.24, 0.26], up: [0.14, 0.14, 0.18], down: [0.12, 0.1, 0.09] },
      keyFrom: [-0.7, 1, 0.35],
      shadowRadius: 10,
      focus: { position: [0, 0, 0], halfWidth: 2.4, halfDepth: 2 },
      camera: { position: [0.5, 1.7, 8.8], target: [0, 2.5, -8], verticalFovDegrees: lensFor(aspect, 46) },
      fog: { color: isNight ? [0.05, 0.045, 0.05] : [0.26, 0.25, 0.24], density: 0.014 },
      more: (seconds): Partial<SetMoment> => (isStore ? {} : { sprites: [steam(seconds), ...sparks(seconds)] }),
      cues: [
        { kind: 'engine', startSeconds: 0, durationSeconds: context.durationSeconds, gain: 0.25, pan: -0.2 },
        { kind: 'room', startSeconds: 0, durationSeconds: context.durationSeconds, gain: 0.2, pan: 0 },
      ],
    });
  },
};

const HALF = 8.4;

function addHall(kit: Kit): void {
  for (let i = 0; i < 9; i++) {
    const z = 7 - i * 4.6;
    for (const s of [-1, 1]) {
      kit.metal.box([s * (HALF - 0.5), 3.6, z], [0.34, 7.2, 0.34], 0x4a5258, { foot: 0.6 });
      kit.metal.box([s * (HALF - 0.5), 0.2, z], [0.7, 0.4, 0.7], 0xc8a83a);
      kit.metal.tube(
        [
          [s * (HALF - 0.5), 7.1, z],
          [0, 9, z],
        ],
        0.09,
        0x4a5258,
        6,
      );
    }
    kit.metal.box([0, 7.1, z], [HALF * 2, 0.2, 0.2], 0x4a5258, { bottom: true });
    for (let n = -5; n <= 5; n++) {
      const x = n * 1.4;
      const y = 9 - (Math.abs(x) / HALF) * 1.9;
      kit.metal.tube(
        [
          [x, 7.1, z],
          [x + 0.7, y - 0.2, z],
        ],
        0.045,
        0x4a5258,
        4,
      );
      kit.metal.tube(
        [
          [x, 7.1, z],
          [x - 0.7, y - 0.2, z],
        ],
        0.045,
        0x4a5258,
        4,
      );
    }
    if (i === 8) continue;
    // Windows of many small panes between the posts.
    for (const s of [-1, 1]) {
      const wall = placeKit(kit, [s * (HALF - 0.03), 0, z - 2.3], (-s * Math.PI) / 2);
      wall.trim.box([0, 4.6, 0], [3.1, 3.4, 0.08], 0x3a4044);
      for (let u = 0; u < 6; u++)
        for (let v = 0; v < 6; v++) {
          const tone = 0.82 + 0.18 * hash(u + v * 7, i + (s > 0 ? 20 : 0));
          const c = (k: number): number => Math.round(k * tone);
          wall.window.box(
            [-1.22 + u * 0.49, 3.25 + v * 0.54, 0.045],
            [0.43, 0.48, 0.02],
            (c(0xd4) << 16) | (c(0xe6) << 8) | c(0xf2),
          );
        }
    }
    kit.window.quad([-2, 9.36, z - 0.6], [2, 9.36, z - 0.6], [2, 9.36, z - 4], [-2, 9.36, z - 4], 0xdcecf6);
    kit.window.quad([-2, 9.36, z - 4], [2, 9.36, z - 4], [2, 9.36, z - 0.6], [-2, 9.36, z - 0.6], 0xdcecf6);
  }
  for (const s of [-1, 1]) {
    kit.paint.quad(
      [s * 2.75 - 0.06, 0.006, 12],
      [s * 2.75 + 0.06, 0.006, 12],
      [s * 2.75 + 0.06, 0.006, -28],
      [s * 2.75 - 0.06, 0.006, -28],
      0xe0b83a,
    );
    for (const y of [6.4, 6.75])
      kit.metal.tube(
        [
          [s * 7.6, y, 10],
          [s * 7.6, y, -28],
        ],
        0.12,
        y < 6.5 ? 0xa8503a : 0x6a7a80,
        8,
      );
  }
  kit.metal.box([0, 2.1, -27.9], [4.4, 4.2, 0.2], 0x4a6a72);
  for (let i = 0; i < 9; i++) kit.metal.box([0, 0.35 + i * 0.45, -27.75], [4.4, 0.05, 0.06], 0x39545a);
}

/** A press: a frame, a flywheel, a ram, gauges, a foot of iron. */
function addPress(kit: Kit): void {
  kit.metal.box([0, 0.35, 0], [2, 0.7, 1.5], 0x2f4a44, { foot: 0.6 });
  for (const s of [-1, 1]) kit.metal.box([s * 0.8, 1.7, -0.2], [0.34, 2.2, 0.9], 0x3a6056, { foot: 0.8 });
  kit.metal.box([0, 2.95, -0.1], [2.2, 0.6, 1.2], 0x3a6056, { bottom: true });
  kit.metal.tube(
    [
      [0, 2.7, 0],
      [0, 1.4, 0],
    ],
    0.17,
    0xb8bcc0,
    10,
  );
  kit.metal.box([0, 1.3, 0], [0.8, 0.24, 0.7], 0x6a7074, { bottom: true });
  kit.metal.box([0, 0.78, 0], [1.1, 0.16, 0.9], 0x8a8f92);
  const n = 22;
  const at = (i: number, r: number, x: number): Vec3 => [
    x,
    2.5 + Math.sin((i / n) * 6.2832) * r,
    Math.cos((i / n) * 6.2832) * r - 0.1,
  ];
  for (let i = 0; i < n; i++) {
    kit.metal.quad(at(i, 0.8, 1.2), at(i, 0.8, 1.42), at(i + 1, 0.8, 1.42), at(i + 1, 0.8, 1.2), 0x8a3a2c);
    kit.metal.quad(at(i, 0.62, 1.42), at(i + 1, 0.62, 1.42), at(i + 1, 0.8, 1.42), at(i, 0.8, 1.42), 0xa84a38);
    kit.metal.quad(at(i + 1, 0.62, 1.2), at(i, 0.62, 1.2), at(i, 0.8, 1.2), at(i + 1, 0.8, 1.2), 0xa84a38);
    if (i % 4 === 0) kit.metal.tube([[1.31, 2.5, -0.1], at(i, 0.7, 1.31)], 0.05, 0xa84a38, 5);
  }
  kit.trim.box([-0.5, 2.95, 0.53], [0.5, 0.34, 0.06], 0x23282c);
  for (let i = 0; i < 3; i++)
    kit.glow.box([-0.64 + i * 0.14, 2.95, 0.57], [0.07, 0.07, 0.02], [0x6aff8a, 0xffb03a, 0xff4a3a][i]!);
}

/** A lying boiler with rivets, a fire door, pipes that climb. */
function addBoiler(kit: Kit, random: Random): void {
  const n = 18;
  const at = (i: number, x: number, r: number): Vec3 => [
    x,
    1.3 + Math.sin((i / n) * 6.2832) * r,
    Math.cos((i / n) * 6.2832) * r,
  ];
  for (let i = 0; i < n; i++) {
    kit.metal.quad(at(i, -1.4, 0.95), at(i, 1.4, 0.95), at(i + 1, 1.4, 0.95), at(i + 1, -1.4, 0.95), 0x6a5a50);
    for (const s of [-1, 1]) {
      const [a, b]: [Vec3, Vec3] = [at(i, s * 1.4, 0.95), at(i + 1, s * 1.4, 0.95)];
      if (s > 0) kit.metal.triangle(b, a, [s * 1.6, 1.3, 0], 0x7a685c);
      else kit.metal.triangle(a, b, [s * 1.6, 1.3, 0], 0x7a685c);
    }
  }
  for (const x of [-1, 0, 1])
    kit.metal.tube(
      Array.from({ length: n + 1 }, (_, i) => at(i, x, 0.97)),
      0.05,
      0x8a7464,
      5,
    );
  for (const x of [-1, 1]) kit.brick.box([x, 0.3, 0], [0.5, 0.6, 1.5], 0x8a5a48);
  const turn = random.between(0.4, 0.9);
  kit.metal.tube(
    [
      [0.5, 2.2, 0],
      [0.5, 4 + turn, 0],
      [0.5, 4.6 + turn, -0.6],
      [0.5, 4.7 + turn, -2.6],
    ],
    0.16,
    0xb0683c,
    8,
  );
  kit.metal.tube(
    [
      [-0.6, 2.2, 0.1],
      [-0.6, 3.2, 0.1],
      [-0.6, 3.4, 0.3],
      [0.4, 3.4, 0.4],
    ],
    0.09,
    0x7a8488,
    7,
  );
  kit.metal.lathe(
    [-0.6, 3.42, 0.5],
    [
      [0.2, 0],
      [0.2, 0.03],
      [0, 0.03],
    ],
    0xc03a2c,
    12,
  );
  kit.glow.box([0, 1.1, 0.93], [0.5, 0.3, 0.06], 0xff7a2a);
  kit.metal.box([0, 1.3, 0.95], [0.7, 0.08, 0.06], 0x2a2624);
}

/** Shelves of boxes on three levels. */
function addRack(kit: Kit, random: Random): void {
  for (const x of [-2.1, 2.1]) for (const z of [-0.5, 0.5]) kit.metal.box([x, 2.6, z], [0.1, 5.2, 0.1], 0x2f5a8a);
  for (let level = 0; level < 4; level++) {
    const y = 0.15 + level * 1.6;
    for (const z of [-0.5, 0.5]) kit.metal.box([0, y, z], [4.2, 0.14, 0.08], 0xd87a2a, { bottom: true });
    kit.planks.box([0, y + 0.08, 0], [4.2, 0.04, 1], 0xa08458);
    for (let x = -1.8; x < 1.7; ) {
      const w = random.between(0.5, 0.95);
      const h = random.between(0.5, 1.15);
      kit.plaster.box(
        [x + w / 2, y + 0.1 + h / 2, random.between(-0.05, 0.1)],
        [w, h, 0.85],
        random.pick([0xb08a58, 0xa27c4c, 0xc09a68, 0x9a7850]),
        { foot: 0.8 },
      );
      x += w + random.between(0.03, 0.3);
    }
  }
}

function addBelt(kit: Kit): void {
  const x = -2.05;
  kit.trim.box([x, 0.82, -15], [0.9, 0.1, 24], 0x2a2c30, { bottom: true });
  for (let i = 0; i < 13; i++) {
    const z = -3.4 - i * 1.9;
    for (const s of [-1, 1]) kit.metal.box([x + s * 0.48, 0.45, z], [0.08, 0.9, 0.08], 0x5a636a);
    kit.planks.box([x, 1.07, z - 0.4], [0.5, 0.4, 0.5], i % 3 === 0 ? 0x9a7448 : 0xb08a58, { yaw: (i % 5) * 0.05 });
  }
  for (const s of [-1, 1]) kit.metal.box([x + s * 0.49, 0.88, -15], [0.06, 0.16, 24], 0xc8a83a);
}

function addCrates(kit: Kit, random: Random): void {
  for (const [x, z] of [
    [3.4, 1.6],
    [3.1, -5.4],
    [-3.5, 2.4],
    [3.3, -12],
  ] as const)
    for (let i = 0; i < 4; i++) {
      const s = random.between(0.5, 0.75);
      kit.planks.box(
        [x + (i % 2) * 0.7 - 0.3, s / 2 + (i > 2 ? 0.68 : 0), z - (i === 2 ? 0.7 : 0)],
        [s, s, s],
        random.pick([0xa07a4a, 0xb08a58]),
        { yaw: random.between(-0.25, 0.25), foot: 0.7 },
      );
    }
  for (const [x, z, color] of [
    [-3.2, -1.0, 0x2f6a8a],
    [-3.7, -1.4, 0xb03a2c],
    [3.6, -8.4, 0x2f6a8a],
  ] as const)
    kit.metal.lathe(
      [x, 0, z],
      [
        [0.29, 0],
        [0.29, 0.28],
        [0.31, 0.3],
        [0.29, 0.32],
        [0.29, 0.6],
        [0.31, 0.62],
        [0.29, 0.64],
        [0.29, 0.9],
        [0, 0.9],
      ],
      color,
      14,
    );
}

/** A crane that spans the hall, with chain and hook. */
function addCrane(kit: Kit): void {
  const z = -9;
  kit.metal.box([0, 6.3, z], [14.6, 0.5, 0.6], 0xd8a42c, { bottom: true });
  kit.metal.box([1.6, 6.0, z], [1.1, 0.7, 1], 0x3a3e42, { bottom: true });
  kit.metal.tube(
    [
      [1.6, 5.7, z],
      [1.6, 3.9, z],
    ],
    0.035,
    0x23262a,
    5,
  );
  kit.metal.box([1.6, 3.8, z], [0.3, 0.36, 0.2], 0xd8a42c, { bottom: true });
  kit.metal.tube(
    [
      [1.6, 3.6, z],
      [1.6, 3.35, z],
      [1.72, 3.22, z],
      [1.84, 3.34, z],
    ],
    0.045,
    0x6a7074,
    6,
  );
}

function steam(seconds: number) {
  return sprites(
    'soft',
    'alpha',
    Array.from({ length: 14 }, (_, i) => {
      const age = (seconds * 0.2 + i / 14) % 1;
      const side = i % 2 === 0 ? -1 : 1;
      return {
        position: [side * (4.9 - age * 0.8), 2.6 + age * 2.8, -7 - (i % 3) * 4] as const,
        radius: 0.3 + age * 1.2,
        color: [0.5, 0.48, 0.46, 0.14 * Math.sin(age * Math.PI)] as const,
      };
    }),
  );
}

/** Sparks from a grinding wheel at the back, in short showers. */
function sparks(seconds: number) {
  const burst = (seconds * 0.35) % 1;
  if (burst > 0.55) return [];
  return [
    sprites(
      'spark',
      'add',
      Array.from({ length: 26 }, (_, i) => {
        const age = (seconds * 1.7 + hash(i, 4)) % 1;
        const [vx, vy] = [-0.6 - 1.6 * hash(i, 5), 1.2 + 1.8 * hash(i, 6)];
        return {
          position: [4 + vx * age, 1.2 + vy * age - 2.4 * age * age, -9.6 + (hash(i, 7) - 0.5) * 0.8] as const,
          radius: 0.03,
          color: [1, 0.66, 0.25, 1 - age] as const,
        };
      }),
    ),
  ];
}
