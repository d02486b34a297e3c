import type { Vec3 } from '@openimagine/render';
import { createLight } from '../stage/light.ts';
import { hash, IDENTITY, mixRgb } from '../stage/matrix.ts';
import { createShape } from '../stage/shape.ts';
import { indoorPlace } from './built-indoors.ts';
import { ambience, hasDetail, isSnowy, lensFor, plantPalette } from './mood.ts';
import { createKit, type Kit, placeKit } from './place-kit.ts';
import { placed, type SetInstance } from './scatter.ts';
import type { SetContext, SetModel } from './set.ts';

const BACK = -1.5;
const HEIGHT = 2.5;
const SILL = 0.95;
const TOP = 2.0;
/** Metres of land that pass before they come again, and how fast. */
const LAP = 120;
const METRES_PER_SECOND = 11;

/** A compartment of a train, seen across: benches that face each other, a table under the wide window, the land going by. */
export const carriage: SetModel = {
  build(context) {
    const { aspect, scene } = context;
    const kit = createKit();
    const isModern = hasDetail(scene, 'subway', 'metro', 'modern', 'high-speed', 'bullet');
    const panel = isModern ? 0xd8dce0 : 0x7a4c2c;
    addWall(kit, panel, isModern);
    for (const x of [-2.6, 2.6])
      addBench(placeKit(kit, [x * 0.62, 0, -0.75], x < 0 ? Math.PI / 2 : -Math.PI / 2), isModern);
    addTable(kit);
    addRack(kit);
    const land = landOutside(context);
    return indoorPlace(context, {
      kit,
      lamps: [-1.3, 1.3].map((x) => ({
        at: [x, 2.2, -0.5] as const,
        color: [1.6, 1.1, 0.6] as const,
        radius: 4,
        halo: 0.2,
      })),
      day: { sun: [0.85, 0.76, 0.6], up: [0.36, 0.37, 0.4], down: [0.26, 0.22, 0.19] },
      evening: { sun: [0.34, 0.26, 0.2], up: [0.2, 0.18, 0.22], down: [0.17, 0.13, 0.11] },
      keyFrom: [-0.4, 0.8, 0.9],
      more: (seconds) => ({ instances: land(seconds) }),
      focus: { position: [0, 0, 0.35], halfWidth: 0.8, halfDepth: 0.4 },
      camera: { position: [0.1, 1.45, 3.6], target: [0, 1.25, -1], verticalFovDegrees: lensFor(aspect, 42) },
      cues: [ambience(context, 'train', 0.3), ambience(context, 'wheels', 0.16)],
    });
  },
};

/** The wall with its window, a ceiling that is bent, the floor, and partitions left and right. */
function addWall(kit: Kit, panel: number, isModern: boolean): void {
  const half = 2.35;
  const [w, frame] = [1.45, isModern ? 0x8a9096 : 0xa8803c];
  const walls = isModern ? kit.trim : kit.wood;
  walls.quad([-half, 0, BACK], [half, 0, BACK], [half, SILL, BACK], [-half, SILL, BACK], panel, 0.8);
  walls.quad([-half, TOP, BACK], [half, TOP, BACK], [half, HEIGHT, BACK], [-half, HEIGHT, BACK], panel, 0.85);
  for (const s of [-1, 1]) {
    const [a, b] = s < 0 ? [-half, -w] : [w, half];
    walls.quad([a, SILL, BACK], [b, SILL, BACK], [b, TOP, BACK], [a, TOP, BACK], panel, 0.9);
    kit.metal.box([s * w, (SILL + TOP) / 2, BACK + 0.02], [0.07, TOP - SILL + 0.1, 0.08], frame);
    const side = (z: number, y: number): Vec3 => [s * half, y, z];
    const [near, far] = s < 0 ? [7, BACK] : [BACK, 7];
    walls.quad(side(near, 0), side(far, 0), side(far, HEIGHT + 0.3), side(near, HEIGHT + 0.3), panel, 0.8);
  }
  for (const y of [SILL, TOP]) kit.metal.box([0, y, BACK + 0.02], [w * 2 + 0.1, 0.07, 0.1], frame, { bottom: true });
  kit.metal.box([0, SILL + 0.72, BACK + 0.02], [w * 2, 0.035, 0.05], frame, { bottom: true });
  kit.wood.box([0, SILL - 0.02, BACK + 0.12], [w * 2 + 0.2, 0.04, 0.24], isModern ? 0xb8bec4 : 0x5c361e, {
    bottom: true,
  });
  for (const s of [-1, 1]) {
    // Curtains, held back.
    for (let i = 0; i < 7; i++) {
      const x = s * (w - 0.03 - i * 0.045);
      kit.cloth.box(
        [x, (SILL + TOP) / 2 + 0.03, BACK + 0.09 + 0.02 * (i % 2)],
        [0.05, TOP - SILL - 0.04, 0.03],
        isModern ? 0x5a7a9a : 0x8a2f2c,
      );
    }
  }
  const steps = 8;
  for (let i = 0; i < steps; i++) {
    const at = (k: number): [number, number] => [
      BACK + (k / steps) * 8.5,
      HEIGHT + 0.28 * Math.sin(Math.min(1, k / 4) * 1.57),
    ];
    const [[za, ya], [zb, yb]] = [at(i), at(i + 1)];
    kit.ceiling.quad([-half, ya, za], [half, ya, za], [half, yb, zb], [-half, yb, zb], 0xe8dcc4, 0.9);
    kit.planks.quad([-half, 0, zb], [half, 0, zb], [half, 0, za], [-half, 0, za], isModern ? 0x6a7076 : 0x6e4a30);
  }
}

/** A bench for two along z, facing +z before it is turned; its back is high and buttoned. */
function addBench(kit: Kit, isModern: boolean): void {
  const cloth = isModern ? 0x34547a : 0x3f5c40;
  kit.wood.box([0, 0.2, -0.28], [1.5, 0.4, 0.5], 0x4a2e1c, { foot: 0.6 });
  kit.cloth.box([0, 0.46, -0.24], [1.5, 0.14, 0.58], cloth, { bottom: true });
  kit.cloth.box([0, 0.92, -0.52], [1.5, 0.86, 0.14], cloth);
  kit.wood.box([0, 1.39, -0.53], [1.56, 0.09, 0.18], 0x5c361e);
  for (let row = 0; row < 3; row++)
    for (let i = 0; i < 7; i++)
      kit.gold.lathe(
        [-0.6 + i * 0.2, 0.7 + row * 0.22, -0.448],
        [
          [0.018, -0.01],
          [0.012, 0.01],
          [0, 0.012],
        ],
        isModern ? 0x24405e : 0x2c4230,
        6,
      );
  for (const x of [-0.78, 0.78]) kit.wood.box([x, 0.66, -0.26], [0.07, 0.08, 0.6], 0x5c361e, { bottom: true });
  kit.plaster.box([0, 1.22, -0.44], [0.5, 0.24, 0.03], 0xf0e8d8);
}

/** A small table under the window, with a lamp and a cup of tea. */
function addTable(kit: Kit): void {
  kit.wood.box([0, 0.78, BACK + 0.4], [0.62, 0.04, 0.66], 0x6e4426, { bottom: true });
  kit.metal.tube(
    [
      [0, 0, BACK + 0.5],
      [0, 0.76, BACK + 0.4],
    ],
    0.03,
    0xa8803c,
    8,
  );
  kit.gold.lathe(
    [-0.18, 0.8, BACK + 0.25],
    [
      [0.06, 0],
      [0.012, 0.03],
      [0.012, 0.22],
    ],
    0xb89048,
    12,
  );
  kit.lamp.lathe(
    [-0.18, 1.0, BACK + 0.25],
    [
      [0.1, 0],
      [0.06, 0.12],
      [0, 0.12],
    ],
    0xffd898,
    14,
  );
  kit.trim.lathe(
    [0.14, 0.8, BACK + 0.42],
    [
      [0.07, 0],
      [0.075, 0.008],
      [0, 0.006],
    ],
    0xf8f4ea,
    14,
  );
  kit.trim.lathe(
    [0.14, 0.806, BACK + 0.42],
    [
      [0.025, 0],
      [0.04, 0.06],
      [0.036, 0.06],
      [0, 0.045],
    ],
    0xf8f4ea,
    14,
  );
}

/** Nets above the seats, with bags. */
function addRack(kit: Kit): void {
  for (const s of [-1, 1]) {
    const x = s * 2.05;
    kit.gold.tube(
      [
        [x, 2.02, BACK],
        [x, 2.02, 1.2],
      ],
      0.018,
      0xb89048,
      6,
    );
    for (let i = 0; i < 5; i++)
      kit.gold.tube(
        [
          [s * 2.35, 1.98, BACK + 0.1 + i * 0.55],
          [x, 2.02, BACK + 0.1 + i * 0.55],
        ],
        0.012,
        0xb89048,
        5,
      );
    kit.wood.box([s * 2.2, 2.16, -0.7], [0.3, 0.3, 0.62], s < 0 ? 0x7a4a2c : 0x3a5044, { bottom: true });
    kit.gold.box([s * 2.2 - s * 0.155, 2.2, -0.7], [0.01, 0.05, 0.08], 0xc8a050);
  }
}

/** Sky, hills and fields that slide past behind the pane, the near faster than the far; all comes again after a lap. */
function landOutside({ scene, random, durationSeconds }: SetContext): (seconds: number) => SetInstance[] {
  const light = createLight(scene, durationSeconds);
  const palette = plantPalette(scene);
  const white = isSnowy(scene) || palette.snow > 0.3;
  const hex = (c: readonly [number, number, number]): number =>
    (Math.round(c[0]) << 16) | (Math.round(c[1]) << 8) | Math.round(c[2]);
  const grass = white ? 0xe6ecf4 : hex(palette.grass);
  const layer = (build: (shape: ReturnType<typeof createShape>) => void): SetInstance => {
    const shape = createShape();
    build(shape);
    return {
      mesh: shape.build(),
      material: { emissive: 0.5, wrap: 0.5 },
      matrix: IDENTITY,
      castsShadow: false,
    };
  };
  const sky = createShape();
  sky.quad([-260, -60, -170], [260, -60, -170], [260, 130, -170], [-260, 130, -170], 0xffffff);
  const skyMesh = sky.build();
  const seed = Math.floor(random.fork('land').next() * 1000);
  const hills = (z: number, lap: number, height: number, color: number, foot: number): SetInstance =>
    layer((shape) => {
      const n = 72;
      const wave = (i: number): number =>
        foot +
        height *
          (0.5 + 0.3 * Math.sin(((i % n) / n) * 6.2832 * 3 + seed) + 0.2 * Math.sin(((i % n) / n) * 6.2832 * 7 + 1));
      for (let i = -n; i < n; i++) {
        const [a, b] = [(i / n) * lap, ((i + 1) / n) * lap];
        shape.quad([a, foot - 40, z], [b, foot - 40, z], [b, wave(i + n + 1), z], [a, wave(i + n), z], color);
      }
    });
  const trees = (z: number, lap: number, count: number, size: number, leaf: number): SetInstance =>
    layer((shape) => {
      for (let i = 0; i < count; i++) {
        const x = (i + 0.7 * hash(i, seed + z)) * (lap / count);
        const s = size * (0.7 + 0.6 * hash(i, seed + 9));
        const isPine = white || hash(i, seed + 4) < 0.4;
        for (const turn of [0, -lap]) {
          const at: Vec3 = [x + turn, -1.2, z - 3 * hash(i, 77)];
          shape.lathe(
            at,
            [
              [s * 0.06, 0],
              [s * 0.05, s * 0.4],
            ],
            0x5a4634,
            6,
          );
          if (isPine)
            for (const k of [0, 1, 2])
              shape.lathe(
                [at[0], at[1] + s * (0.25 + k * 0.25), at[2]],
                [
                  [s * (0.3 - k * 0.07), 0],
                  [0, s * 0.42],
                ],
                k === 2 && white ? 0xe8eef4 : leaf,
                7,
              );
          else
            shape.lathe(
              [at[0], at[1] + s * 0.3, at[2]],
              [
                [0, 0],
                [s * 0.32, s * 0.2],
                [s * 0.34, s * 0.45],
                [s * 0.2, s * 0.68],
                [0, s * 0.74],
              ],
              leaf,
              9,
            );
        }
      }
    });
  const needle = hex(palette.needles[0]!);
  const leaf = white ? needle : hex(palette.leaves[0]!);
  const ground = layer((shape) => {
    for (let i = -40; i < 40; i++)
      shape.quad(
        [i * 6, -1.25, -2.2],
        [i * 6 + 6, -1.25, -2.2],
        [i * 6 + 6, -1.0, -120],
        [i * 6, -1.0, -120],
        i % 2 === 0 || white ? grass : hex(palette.dryGrass),
      );
  });
  const poles = layer((shape) => {
    for (let i = -4; i < 4; i++) {
      const x = (i * LAP) / 4;
      shape.box([x, 2.2, -6.5], [0.2, 7, 0.2], 0x4a3c30);
      shape.box([x, 5.2, -6.5], [0.1, 0.12, 1.6], 0x4a3c30);
    }
  });
  const moving: readonly (readonly [SetInstance, number, number])[] = [
    [hills(-140, 480, 46, white ? 0xb8c6d8 : 0x7a94a8, 2), 480, 1],
    [hills(-110, 360, 24, white ? 0xd8e2ee : hex(palette.needles[1] ?? palette.needles[0]!), -1), 360, 1],
    [trees(-62, 240, 42, 7, needle), 240, 1],
    [trees(-26, LAP, 9, 7, leaf), LAP, 1],
    [poles, LAP, 1],
  ];
  return (seconds) => {
    const rig = light(seconds);
    const tone = mixRgb(rig.sky.horizon, rig.sky.zenith, 0.3);
    const level = Math.min(1, 0.25 + rig.ambient.up[1] * 1.4);
    const way = seconds * METRES_PER_SECOND;
    return [
      { mesh: skyMesh, material: { emissive: 1, specular: 0 }, matrix: IDENTITY, castsShadow: false, tint: tone },
      { ...ground, tint: [level, level, level] },
      ...moving.map(([one, lap]) => ({
        ...one,
        matrix: placed(way % lap, 0, 0),
        tint: [level, level, level] as const,
      })),
    ];
  };
}
