import type { Vec3 } from '@openimagine/render';
import { hash } from '../stage/matrix.ts';
import { indoorPlace } from './built-indoors.ts';
import { addBelt, addBoiler, addCrates, addPress, addRack } from './factory-machines.ts';
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
