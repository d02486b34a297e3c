import type { Vec3 } from '@openimagine/render';
import { indoorPlace } from './built-indoors.ts';
import { ambience, lensFor } from './mood.ts';
import { addCard, createKit, type Kit, placeKit } from './place-kit.ts';
import type { Opening } from './room-window.ts';
import type { SetModel } from './set.ts';

const BACK = -4.2;
const HEIGHT = 3.8;
const STEEL = 0x8c9298;
const DARK = 0x25272b;

/** A gym: treadmills before the windows, a bench with its barbell, racks of dumb-bells, a bag, mats, mirrors. */
export const gym: SetModel = {
  build(context) {
    const { aspect } = context;
    const kit = createKit();
    const windows: Opening[] = [-3.7, -1.3].map((x) => ({ x, y: 1.9, halfWidth: 1.05, halfHeight: 1.05, z: BACK }));
    for (const x of [-4.2, -2.5, -0.8]) addTreadmill(placeKit(kit, [x, 0, -2.7], Math.PI));
    addRack(placeKit(kit, [2.7, 0, BACK + 0.5]));
    addBench(placeKit(kit, [3.3, 0, -1.2], -0.25));
    addBag(kit, [-4.3, 0, 0.4]);
    // A wall of mirrors over the rack, as gyms have.
    for (let i = 0; i < 3; i++) {
      const x = 1.15 + i * 1.55;
      addCard(kit.glass, [x, 2.1, BACK + 0.03], 1.5, 1.7, 0x9fb4c0);
      kit.glass.triangle(
        [x - 0.5, 1.4, BACK + 0.035],
        [x - 0.2, 1.4, BACK + 0.035],
        [x + 0.4, 2.85, BACK + 0.035],
        0xc4d4dc,
      );
    }
    kit.trim.box([0, 0.06, BACK + 0.02], [11, 0.12, 0.04], DARK);
    kit.paint.quad(
      [-5.5, 2.98, BACK + 0.02],
      [5.5, 2.98, BACK + 0.02],
      [5.5, 3.2, BACK + 0.02],
      [-5.5, 3.2, BACK + 0.02],
      0xd8502c,
    );
    for (const [x, color] of [
      [-1.9, 0x3a6ea8],
      [1.7, 0x5a9a5c],
    ] as const)
      kit.cloth.box([x, 0.025, 0.55], [0.9, 0.05, 1.9], color);
    addKettlebells(kit);
    kit.trim.lathe([4.6, 0, 0.9], ball(0.36), 0xd86a8c, 20);
    const lamps: Vec3[] = [];
    for (const x of [-3, 0, 3]) {
      kit.lamp.box([x, HEIGHT - 0.06, -1], [0.22, 0.06, 4.6], 0xf4f8ff, { bottom: true });
      lamps.push([x, HEIGHT - 0.5, -1.2]);
    }
    return indoorPlace(context, {
      kit,
      windows,
      frameColor: 0x3a3d42,
      shell: {
        halfWidth: 5.5,
        height: HEIGHT,
        back: BACK,
        front: 10,
        wall: 0xb8bcc0,
        wallStuff: 'trim',
        floor: 0x54575c,
        floorStuff: 'plaster',
        ceiling: 0x9a9ea4,
      },
      lamps: lamps.map((at) => ({ at, color: [1.5, 1.55, 1.6] as const, radius: 7 })),
      isAlwaysLit: true,
      day: { sun: [0.72, 0.72, 0.72], up: [0.46, 0.48, 0.52], down: [0.28, 0.28, 0.28] },
      evening: { sun: [0.5, 0.5, 0.52], up: [0.34, 0.35, 0.4], down: [0.22, 0.22, 0.23] },
      focus: { position: [0, 0, 0.6], halfWidth: 1.8, halfDepth: 0.7 },
      camera: { position: [0.2, 1.6, 6.2], target: [0, 1.25, -1.2], verticalFovDegrees: lensFor(aspect, 43) },
      cues: [ambience(context, 'room', 0.16), ambience(context, 'hum', 0.16)],
    });
  },
};

const ball = (r: number): [number, number][] =>
  Array.from({ length: 11 }, (_, i): [number, number] => {
    const a = (i / 10) * Math.PI;
    return [Math.sin(a) * r, r - Math.cos(a) * r];
  });

/** Its belt runs along z, the console at −z before turning. */
function addTreadmill(kit: Kit): void {
  kit.trim.box([0, 0.12, 0], [0.84, 0.16, 1.7], DARK, { foot: 0.6 });
  kit.cloth.box([0, 0.205, 0.05], [0.54, 0.015, 1.5], 0x15161a);
  for (const x of [-0.38, 0.38]) {
    kit.metal.box([x, 0.21, 0], [0.09, 0.02, 1.66], STEEL);
    kit.metal.tube(
      [
        [x, 0.2, -0.62],
        [x, 1.15, -0.78],
      ],
      0.035,
      STEEL,
      8,
    );
    kit.trim.tube(
      [
        [x, 1.05, -0.74],
        [x, 1.02, -0.2],
      ],
      0.026,
      DARK,
      8,
    );
  }
  kit.trim.box([0, 1.2, -0.8], [0.86, 0.36, 0.1], DARK, { bottom: true });
  addCard(kit.glow, [0, 1.24, -0.745], 0.44, 0.2, 0x4aa8c8);
  kit.paint.quad([-0.4, 1.04, -0.746], [0.4, 1.04, -0.746], [0.4, 1.07, -0.746], [-0.4, 1.07, -0.746], 0xd8502c);
}

/** Three tiers of dumb-bells. */
function addRack(kit: Kit): void {
  for (const x of [-2.1, 2.1]) kit.metal.box([x, 0.55, 0], [0.08, 1.1, 0.6], 0x3a3d42);
  [0.28, 0.62, 0.96].forEach((y, tier) => {
    kit.metal.box([0, y, 0.14 - tier * 0.12], [4.3, 0.05, 0.34], 0x3a3d42, { bottom: true });
    for (let i = 0; i < 9; i++) {
      const r = 0.1 - tier * 0.012 - 0.002 * i;
      addDumbbell(kit, [-1.9 + i * 0.475, y + 0.03 + r, 0.16 - tier * 0.12], r, tier === 1 ? 0x8a2c28 : DARK);
    }
  });
}

/** Two six-sided heads and a grip, along z. */
export function addDumbbell(kit: Kit, [x, y, z]: Vec3, r: number, color: number): void {
  kit.metal.tube(
    [
      [x, y, z - 0.14],
      [x, y, z + 0.14],
    ],
    r * 0.28,
    0xc8ccd0,
    6,
  );
  for (const s of [-1, 1]) {
    kit.trim.tube(
      [
        [x, y, z + s * 0.07],
        [x, y, z + s * 0.16],
      ],
      r,
      color,
      6,
    );
    const face = z + s * 0.161;
    for (let i = 0; i < 6; i++) {
      const [a, b] = [(i / 6) * Math.PI * 2, ((i + 1) / 6) * Math.PI * 2];
      const p: Vec3 = [x + Math.cos(a) * r, y + Math.sin(a) * r, face];
      const q: Vec3 = [x + Math.cos(b) * r, y + Math.sin(b) * r, face];
      kit.trim.triangle([x, y, face], s > 0 ? p : q, s > 0 ? q : p, 0x3c3f44);
    }
  }
}

/** A bench to press on, with a loaded bar on its stands. */
function addBench(kit: Kit): void {
  kit.cloth.box([0, 0.46, 0.3], [0.34, 0.1, 1.3], 0x8a2c28, { bottom: true });
  for (const z of [-0.2, 0.8]) kit.metal.box([0, 0.21, z], [0.28, 0.42, 0.06], 0x3a3d42);
  for (const x of [-0.5, 0.5]) kit.metal.box([x, 0.55, -0.25], [0.06, 1.1, 0.08], 0x3a3d42);
  kit.metal.tube(
    [
      [-1.05, 1.12, -0.22],
      [1.05, 1.12, -0.22],
    ],
    0.018,
    0xd0d4d8,
    8,
  );
  for (const s of [-1, 1])
    for (const [d, r, color] of [
      [0.72, 0.24, DARK],
      [0.79, 0.24, 0x8a2c28],
      [0.85, 0.16, 0x2c4a8a],
    ] as const) {
      const disc = placeKit(kit, [s * d, 1.12, -0.22]);
      const sides = 20;
      for (let i = 0; i < sides; i++) {
        const at = (k: number, x: number): Vec3 => {
          const a = (k / sides) * Math.PI * 2;
          return [x, Math.cos(a) * r, Math.sin(a) * r];
        };
        disc.trim.quad(at(i, -0.025), at(i + 1, -0.025), at(i + 1, 0.025), at(i, 0.025), color);
        disc.trim.triangle([0.025, 0, 0], at(i, 0.025), at(i + 1, 0.025), color);
        disc.trim.triangle([-0.025, 0, 0], at(i + 1, -0.025), at(i, -0.025), color);
      }
    }
}

/** A bag to punch, on a chain. */
function addBag(kit: Kit, [x, y, z]: Vec3): void {
  kit.metal.box([x, HEIGHT - 0.04, z], [0.3, 0.08, 0.3], 0x3a3d42, { bottom: true });
  kit.metal.tube(
    [
      [x, y + 1.95, z],
      [x, HEIGHT, z],
    ],
    0.015,
    STEEL,
    5,
  );
  kit.cloth.lathe(
    [x, y + 0.6, z],
    [
      [0, 0],
      [0.19, 0.03],
      [0.21, 0.3],
      [0.21, 1.1],
      [0.18, 1.2],
      [0.02, 1.4],
    ],
    0x6e2420,
    18,
  );
  kit.trim.lathe(
    [x, y + 1.1, z],
    [
      [0.215, 0],
      [0.215, 0.14],
    ],
    DARK,
    18,
  );
}

function addKettlebells(kit: Kit): void {
  [0x2c4a8a, 0x3a7a4c, 0xc8902c].forEach((color, i) => {
    const [x, z] = [1.9 + i * 0.42, -2.4];
    kit.trim.lathe([x, 0, z], ball(0.14), color, 14);
    kit.metal.tube(
      [
        [x - 0.08, 0.24, z],
        [x - 0.1, 0.34, z],
        [x, 0.4, z],
        [x + 0.1, 0.34, z],
        [x + 0.08, 0.24, z],
      ],
      0.022,
      DARK,
      6,
    );
  });
}
