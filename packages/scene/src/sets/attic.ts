import type { Vec3 } from '@openimagine/render';
import { indoorPlace } from './built-indoors.ts';
import { addPainting } from './interior-things.ts';
import { ambience, hasNamed, lensFor } from './mood.ts';
import { createKit, type Kit, placeKit } from './place-kit.ts';
import type { SetModel } from './set.ts';

const BACK = -4.4;
const RIDGE = 3.5;
const EAVES = 0.7;
const HALF = 3.7;

/** An attic: beams under a steep roof, a small window in the gable, trunks, boxes, a covered chair, cobwebs and dust. */
export const attic: SetModel = {
  build(context) {
    const { aspect, scene, durationSeconds } = context;
    const kit = createKit();
    addRoof(kit);
    addGable(kit);
    if (!hasNamed(scene, /trunk|chest/)) {
      addTrunk(placeKit(kit, [-2.1, 0, -2.6], 0.35), 0x6a4228);
      addTrunk(placeKit(kit, [2.0, 0, -3.2], -0.2), 0x4a4438);
      addTrunk(placeKit(kit, [2.05, 0.52, -3.2], -0.05), 0x7a3a2c);
    }
    addBoxes(kit);
    addCovered(placeKit(kit, [-1.2, 0, -3.5], 0.3));
    addPainting(placeKit(kit, [1.1, 0.42, BACK + 0.3], -0.1), [0, 0, 0], 0.9, 0.68, 5);
    addGlobe(kit, [2.75, 0, -1.6]);
    addCobwebs(kit);
    return indoorPlace(context, {
      kit,
      windows: [{ x: 0, y: 2.0, halfWidth: 0.55, halfHeight: 0.6, z: BACK }],
      frameColor: 0x6a4a30,
      lamps: [{ at: [0.9, 2.2, -1.4], color: [1.9, 1.15, 0.5], radius: 5, halo: 0.3 }],
      day: { sun: [1.0, 0.86, 0.62], up: [0.22, 0.21, 0.22], down: [0.18, 0.14, 0.11] },
      evening: { sun: [0.3, 0.24, 0.2], up: [0.13, 0.12, 0.17], down: [0.12, 0.09, 0.08] },
      keyFrom: [0.25, 0.75, 0.9],
      shadowRadius: 6,
      more: (seconds, on) =>
        on > 0.5
          ? {}
          : {
              lights: [{ position: [0, 2.0, BACK + 0.9], color: [1.5, 1.35, 1.05], radius: 5.5 }],
              sprites: dust(seconds, durationSeconds),
            },
      focus: { position: [0.1, 0, -0.4], halfWidth: 1.4, halfDepth: 0.6 },
      camera: { position: [0.2, 1.5, 5.0], target: [0, 1.3, -1.4], verticalFovDegrees: lensFor(aspect, 42) },
      cues: [ambience(context, 'room', 0.12), ambience(context, 'creak', 0.12, 0.3), ambience(context, 'wind', 0.1)],
    });
  },
};

/** A shaft of light from the window to the floor, as a fan of soft sprites: the renderer's own shafts need a sun. */
function dust(seconds: number, _durationSeconds: number) {
  const count = 40;
  const data = new Float32Array(count * 12);
  for (let i = 0; i < count; i++) {
    const u = i / (count - 1);
    const breathe = 0.85 + 0.15 * Math.sin(seconds * 0.4 + u * 6);
    data.set(
      [
        -0.1 + u * 0.7,
        1.95 - u * 1.8,
        BACK + 0.3 + u * 3.4,
        0.42 + 0.28 * u,
        0,
        1,
        0.9,
        0.66,
        0.03 * breathe * (1 - u * 0.5),
        0,
        0,
        0,
      ],
      i * 12,
    );
  }
  return [{ shape: 'soft' as const, blend: 'add' as const, count, data }];
}

/** Boards on both slopes, rafters under them, tie beams across, and the floor. */
function addRoof(kit: Kit): void {
  const front = 9;
  for (const s of [-1, 1]) {
    const low = (z: number): Vec3 => [s * HALF, EAVES, z];
    const high = (z: number): Vec3 => [0, RIDGE, z];
    const wall = (y: number, z: number): Vec3 => [s * HALF, y, z];
    const rows = 6;
    for (let i = 0; i < rows; i++) {
      const [a, b] = [front + ((BACK - front) * i) / rows, front + ((BACK - front) * (i + 1)) / rows];
      if (s < 0) {
        kit.planks.quad(low(a), low(b), high(b), high(a), 0x7a5a3c, 0.8);
        kit.plaster.quad(wall(0, a), wall(0, b), wall(EAVES, b), wall(EAVES, a), 0x8a7a64, 0.6);
      } else {
        kit.planks.quad(low(b), low(a), high(a), high(b), 0x7a5a3c, 0.8);
        kit.plaster.quad(wall(0, b), wall(0, a), wall(EAVES, a), wall(EAVES, b), 0x8a7a64, 0.6);
      }
    }
    for (let z = BACK + 0.2; z < 5; z += 1.15)
      kit.wood.tube(
        [
          [s * (HALF - 0.06), EAVES, z],
          [s * 0.02, RIDGE - 0.1, z],
        ],
        0.075,
        0x5a3c26,
        4,
      );
  }
  for (let z = BACK + 0.2; z < 0; z += 2.3) kit.wood.box([0, 2.62, z], [2.2, 0.14, 0.13], 0x5a3c26, { bottom: true });
  kit.wood.box([0, RIDGE - 0.1, 2.3], [0.16, 0.2, 13.4], 0x5a3c26, { bottom: true });
  for (let i = 0; i < 10; i++) {
    const [a, b] = [front + ((BACK - front) * i) / 10, front + ((BACK - front) * (i + 1)) / 10];
    kit.planks.quad([-HALF, 0, a], [HALF, 0, a], [HALF, 0, b], [-HALF, 0, b], 0x8a6844);
  }
}

/** The wall at the end, round its window. */
function addGable(kit: Kit): void {
  const z = BACK;
  const [w, low, high] = [0.55, 1.4, 2.6];
  const roofAt = (x: number): number => RIDGE - ((RIDGE - EAVES) * Math.abs(x)) / HALF;
  const brick = 0x8c6450;
  kit.brick.quad([-HALF, 0, z], [HALF, 0, z], [HALF, EAVES, z], [-HALF, EAVES, z], brick, 0.7);
  kit.brick.quad([-w, EAVES, z], [w, EAVES, z], [w, low, z], [-w, low, z], brick, 0.85);
  for (const s of [-1, 1]) {
    const [a, b, c]: [Vec3, Vec3, Vec3] = [
      [s * w, EAVES, z],
      [s * HALF, EAVES, z],
      [s * w, roofAt(w), z],
    ];
    if (s > 0) kit.brick.triangle(a, b, c, brick, 0.85);
    else kit.brick.triangle(b, a, c, brick, 0.85);
  }
  kit.brick.quad([-w, high, z], [w, high, z], [w, roofAt(w), z], [-w, roofAt(w), z], brick, 0.85);
  kit.brick.triangle([-w, roofAt(w), z], [w, roofAt(w), z], [0, RIDGE, z], brick, 0.8);
}

/** A trunk with a round lid, straps and a lock. */
function addTrunk(kit: Kit, color: number): void {
  kit.wood.box([0, 0.22, 0], [0.95, 0.4, 0.52], color, { foot: 0.6 });
  const arc = (i: number, x: number): Vec3 => {
    const a = (i / 8) * Math.PI;
    return [x, 0.42 + Math.sin(a) * 0.14, Math.cos(a) * 0.26];
  };
  for (let i = 0; i < 8; i++) {
    kit.wood.quad(arc(i, -0.475), arc(i, 0.475), arc(i + 1, 0.475), arc(i + 1, -0.475), color);
    for (const s of [-0.475, 0.475]) {
      const middle: Vec3 = [s, 0.42, 0];
      if (s > 0) kit.wood.triangle(middle, arc(i + 1, s), arc(i, s), color);
      else kit.wood.triangle(middle, arc(i, s), arc(i + 1, s), color);
    }
    for (const x of [-0.3, 0.3]) {
      const up = ([px, py, pz]: Vec3): Vec3 => [px, py + 0.008, pz * 1.02];
      kit.cloth.quad(
        up(arc(i, x - 0.04)),
        up(arc(i, x + 0.04)),
        up(arc(i + 1, x + 0.04)),
        up(arc(i + 1, x - 0.04)),
        0x2e1e14,
      );
    }
  }
  for (const x of [-0.3, 0.3]) kit.cloth.box([x, 0.22, 0.262], [0.08, 0.4, 0.01], 0x2e1e14);
  kit.gold.box([0, 0.4, 0.27], [0.12, 0.12, 0.02], 0xa8843c);
  for (const x of [-0.46, 0.46]) for (const y of [0.05, 0.39]) kit.gold.box([x, y, 0.24], [0.07, 0.07, 0.07], 0x9a7a3c);
}

function addBoxes(kit: Kit): void {
  for (const [x, z, y, s, yaw] of [
    [-2.9, -1.5, 0, 0.55, 0.2],
    [-2.95, -1.5, 0.5, 0.42, -0.3],
    [2.9, -2.5, 0, 0.6, 0.1],
    [-2.6, -3.7, 0, 0.6, -0.15],
    [-2.7, -3.6, 0.55, 0.4, 0.3],
  ] as const) {
    kit.plaster.box([x, y + s * 0.42, z], [s * 1.15, s * 0.84, s], 0xb08a5c, { yaw, foot: 0.7 });
    kit.trim.box([x, y + s * 0.845, z], [s * 0.16, 0.006, s * 1.005], 0xd0b88a, { yaw });
  }
  // Old books in a pile, a lamp without a shade, a rolled carpet.
  for (const [i, color] of [0x6a2c28, 0x2c4a5a, 0x5a5a3a, 0x8a6a3a].entries())
    kit.cloth.box([1.05, 0.04 + i * 0.07, -2.1], [0.34 - i * 0.02, 0.065, 0.25], color, { yaw: 0.3 * i, bottom: true });
  kit.cloth.tube(
    [
      [-3.2, 0.14, 0.4],
      [-2.2, 0.14, -0.9],
    ],
    0.14,
    0x8a3434,
    12,
  );
}

/** A chair under a sheet. */
function addCovered(kit: Kit): void {
  const around = 28;
  const at = (i: number, level: number): Vec3 => {
    const a = (i / around) * Math.PI * 2;
    const fold = 1 + (level === 0 ? 0.1 * Math.sin(a * 7) : 0.04 * Math.sin(a * 7));
    const r = [0.52, 0.46, 0.4, 0.1][level]! * fold;
    const back = Math.cos(a) < 0 ? 1 : 0;
    const y = [0.02, 0.45, 0.6 + 0.5 * back * Math.abs(Math.cos(a)), 0.75 + 0.35 * back][level]!;
    return [Math.sin(a) * r, y, Math.cos(a) * r];
  };
  for (let level = 0; level < 3; level++)
    for (let i = 0; i < around; i++)
      kit.cloth.quad(
        at(i, level),
        at(i + 1, level),
        at(i + 1, level + 1),
        at(i, level + 1),
        0xd8d2c4,
        0.75 + 0.08 * level,
      );
  for (let i = 0; i < around; i++) kit.cloth.triangle([0, 0.9, 0], at(i, 3), at(i + 1, 3), 0xd8d2c4);
}

function addGlobe(kit: Kit, [x, y, z]: Vec3): void {
  kit.wood.lathe(
    [x, y, z],
    [
      [0.2, 0],
      [0.16, 0.04],
      [0.03, 0.08],
      [0.03, 0.5],
    ],
    0x5a3a22,
    12,
  );
  const rings = Array.from({ length: 11 }, (_, i): [number, number] => {
    const a = (i / 10) * Math.PI;
    return [Math.sin(a) * 0.24, 0.74 - Math.cos(a) * 0.24];
  });
  kit.trim.lathe([x, y, z], rings, 0x8fa894, 18);
  for (let i = 0; i < 9; i++) {
    const a = i * 2.4;
    const v = 0.5 * Math.sin(i * 1.7);
    const r = 0.24 * Math.cos(v);
    kit.plaster.lathe(
      [x + Math.sin(a) * r * 0.95, y + 0.74 + Math.sin(v) * 0.22, z + Math.cos(a) * r * 0.95],
      [
        [0.07, -0.02],
        [0.05, 0.02],
        [0, 0.03],
      ],
      0xb89a5c,
      7,
    );
  }
}

/** Threads between the beams. */
function addCobwebs(kit: Kit): void {
  for (const [x, y, z, s] of [
    [-1.05, 2.55, -1.95, 1],
    [1.05, 2.55, -1.95, -1],
    [-2.6, 1.4, BACK + 0.1, 1],
    [2.6, 1.4, BACK + 0.1, -1],
  ] as const)
    for (let i = 0; i < 5; i++) {
      const reach = 0.5 - i * 0.07;
      const a = (i / 5) * 1.4;
      kit.paint.tube(
        [
          [x, y, z],
          [x - s * Math.cos(a) * reach, y - Math.sin(a) * reach, z],
        ],
        0.003,
        0xd8d8d4,
        3,
      );
      if (i > 0)
        kit.paint.tube(
          [
            [x - s * Math.cos(a) * 0.3, y - Math.sin(a) * 0.3, z],
            [x - s * Math.cos(a - 0.28) * 0.3, y - Math.sin(a - 0.28) * 0.3 - 0.02, z],
          ],
          0.003,
          0xd8d8d4,
          3,
        );
    }
}
