import type { Vec3 } from '@openimagine/render';
import { indoorPlace } from './built-indoors.ts';
import { addChairAt, addMat, addPendant, addPot, addRoundTable, addShelf } from './interior-things.ts';
import { lensFor } from './mood.ts';
import { addCard, createKit, type Kit, placeKit } from './place-kit.ts';
import { addPlant } from './room-furniture.ts';
import type { Opening } from './room-window.ts';
import type { SetModel } from './set.ts';

/** A kitchen: a counter with sink and stove under a window, cupboards, shelves with jars, a table at the side. */
export const kitchen: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const random = context.random.fork('kitchen');
    const kit = createKit();
    const tone = scene.setColor ? Number.parseInt(scene.setColor.slice(1), 16) : random.pick(FRONTS);
    const window: Opening = { x: -0.5, y: 1.78, halfWidth: 0.85, halfHeight: 0.56, z: BACK };
    addTiles(kit);
    addCounter(kit, tone);
    addStove(kit);
    addHood(kit);
    for (const y of [1.62, 2.06]) addShelf(kit, [-2.5, y, BACK], 1.5, random.fork(`shelf${y}`), 'jars');
    addFridge(kit);
    addDishes(kit);
    addMat(kit, [0, 0.004, 0.5], 2.6, 1.3, 0xc9b48c, 0x8a5f44);
    addRoundTable(kit, [-2.75, 0, 0.9], 0.6, 0.74, 0x9c6a3e);
    for (const [x, z, yaw] of [
      [-2.1, 1.35, -2.3],
      [-3.3, 1.4, 2.4],
    ] as const)
      addChairAt(placeKit(kit, [x, 0, z], yaw), 0x86572f, 0xb8543f);
    addPot(kit, [-2.75, 0.74, 0.9], 0.17, 0.1, 0x3f6f84);
    for (const [x, z, color] of [
      [-0.05, 0.02, 0xd0453a],
      [0.07, 0.04, 0xe0a03a],
      [0, -0.07, 0x7fa04a],
    ] as const)
      kit.trim.lathe([-2.75 + x, 0.83, 0.9 + z], FRUIT, color, 12);
    const lamps = [-1.2, 1.2].map((x) => addPendant(kit, [x, 2.12, -0.75], HEIGHT, 0x2f4a4c));
    addPlant(kit.leaf, [0.05, window.y - window.halfHeight - 0.08, BACK + 0.14], 0.2);
    return indoorPlace(context, {
      kit,
      windows: [window],
      shell: { halfWidth: 4, height: HEIGHT, back: BACK, front: 9, wall: 0xe9dfca, floor: 0xc8a06c },
      lamps: lamps.map((at) => ({ at: [at[0], at[1], at[2] + 0.3] as Vec3, radius: 5.5, halo: 0.5 })),
      focus: { position: [0, 0, 0.35], halfWidth: 2, halfDepth: 0.8 },
      camera: { position: [0.2, 1.4, 5.2], target: [0, 1.12, -0.6], verticalFovDegrees: lensFor(aspect, 38) },
    });
  },
};

const BACK = -1.9;
const HEIGHT = 2.9;
const FRONTS = [0x7f9a86, 0x6f8ba0, 0xd8d3c6, 0xb7a57e];
const FRUIT: readonly (readonly [number, number])[] = [
  [0, -0.045],
  [0.04, -0.03],
  [0.055, 0],
  [0.042, 0.035],
  [0.01, 0.04],
  [0, 0.03],
];

/** Glazed tiles behind the counter. */
function addTiles(kit: Kit): void {
  for (let row = 0; row < 4; row++)
    for (let i = 0; i < 46; i++) {
      const [x, y] = [-3.35 + i * 0.16, 0.99 + row * 0.16];
      if (x > 2.66) continue;
      if (Math.abs(x + 0.5) < 0.98 && y > 1.12) continue;
      addCard(kit.glass, [x, y, BACK + 0.006], 0.15, 0.15, (i * 7 + row * 3) % 5 === 0 ? 0xc6d6d2 : 0xe9ebe4);
    }
}

function addCounter(kit: Kit, tone: number): void {
  const z = BACK + 0.31;
  kit.trim.box([-1.35, 0.46, z], [4.1, 0.8, 0.58], tone, { foot: 0.6 });
  kit.trim.box([2.0, 0.46, z], [1.2, 0.8, 0.58], tone, { foot: 0.6 });
  kit.marble.box([-0.4, 0.9, z + 0.02], [6.06, 0.05, 0.64], 0xe9e6e0, { bottom: true });
  kit.trim.box([-0.4, 0.05, z - 0.02], [6, 0.1, 0.5], 0x2c2a2a);
  for (let i = 0; i < 8; i++) {
    const x = -3.1 + i * 0.52;
    if (x > 0.6) continue;
    addDoor(kit, x, z + 0.29, tone);
  }
  for (const x of [1.7, 2.3]) addDoor(kit, x, z + 0.29, tone);
  // The sink below the window, with its tap.
  kit.metal.box([-0.5, 0.922, z + 0.02], [0.78, 0.012, 0.46], 0xb9bdc0);
  kit.metal.box([-0.5, 0.93, z + 0.02], [0.66, 0.004, 0.36], 0x50565a);
  kit.metal.tube(
    [
      [-0.5, 0.92, z - 0.22],
      [-0.5, 1.2, z - 0.22],
      [-0.5, 1.26, z - 0.14],
      [-0.5, 1.22, z - 0.02],
    ],
    0.018,
    0xc8ccd0,
    8,
  );
}

function addDoor(kit: Kit, x: number, z: number, tone: number): void {
  kit.trim.box([x, 0.39, z + 0.008], [0.48, 0.56, 0.02], tone);
  kit.trim.box([x, 0.39, z + 0.02], [0.34, 0.42, 0.012], tone, { foot: 0.9 });
  kit.trim.box([x, 0.77, z + 0.008], [0.48, 0.14, 0.02], tone);
  kit.gold.box([x, 0.77, z + 0.03], [0.12, 0.018, 0.025], 0xb8923f, { bottom: true });
  kit.gold.box([x + 0.18, 0.6, z + 0.03], [0.018, 0.1, 0.025], 0xb8923f, { bottom: true });
}

function addStove(kit: Kit): void {
  const [x, z] = [1.05, BACK + 0.33];
  kit.metal.box([x, 0.46, z], [0.7, 0.92, 0.62], 0x33363a, { foot: 0.7 });
  kit.glass.box([x, 0.4, z + 0.315], [0.52, 0.36, 0.012], 0x14171a);
  addCard(kit.glow, [x, 0.36, z + 0.323], 0.42, 0.16, 0x3a1c0c);
  kit.metal.box([x, 0.64, z + 0.35], [0.54, 0.025, 0.03], 0xc4c8cc, { bottom: true });
  for (let i = 0; i < 4; i++) kit.metal.lathe([x - 0.21 + i * 0.14, 0.79, z + 0.325], KNOB, 0xc4c8cc, 10);
  for (const [dx, dz] of [
    [-0.17, -0.13],
    [0.17, -0.13],
    [-0.17, 0.13],
    [0.17, 0.13],
  ] as const)
    kit.metal.lathe(
      [x + dx, 0.93, z + dz],
      [
        [0.1, 0],
        [0.1, 0.02],
        [0.07, 0.025],
        [0, 0.02],
      ],
      0x17181a,
      14,
    );
  addPot(kit, [x - 0.17, 0.955, z - 0.1], 0.13, 0.17, 0xb5482f);
  kit.metal.lathe(
    [x + 0.17, 0.955, z + 0.13],
    [
      [0.07, 0],
      [0.13, 0.02],
      [0.14, 0.06],
      [0.125, 0.06],
      [0, 0.015],
    ],
    0x26282b,
    18,
  );
  kit.wood.tube(
    [
      [x + 0.28, 1.0, z + 0.2],
      [x + 0.5, 1.04, z + 0.32],
    ],
    0.014,
    0x4a3424,
    6,
  );
}

const KNOB: readonly (readonly [number, number])[] = [
  [0.03, -0.03],
  [0.03, 0.03],
  [0, 0.03],
];

function addHood(kit: Kit): void {
  const [x, z] = [1.05, BACK + 0.28];
  kit.metal.box([x, 1.72, z], [0.82, 0.1, 0.54], 0xb4b8bc, { bottom: true });
  for (let i = 0; i < 5; i++) {
    const share = 1 - i * 0.17;
    kit.metal.box([x, 1.81 + i * 0.08, z - 0.06 - i * 0.012], [0.78 * share, 0.08, 0.46 * share], 0xa8acb0);
  }
  kit.metal.box([x, 2.5, z - 0.12], [0.24, 0.8, 0.22], 0xb4b8bc);
  kit.trim.box([2.05, 1.85, BACK + 0.17], [1.15, 0.86, 0.34], 0xe4dfd2, { bottom: true });
  for (const dx of [-0.28, 0.28]) {
    kit.trim.box([2.05 + dx, 1.85, BACK + 0.345], [0.52, 0.8, 0.02], 0xeeeae0);
    kit.gold.box([2.05 + dx * 0.25, 1.6, BACK + 0.36], [0.018, 0.1, 0.02], 0xb8923f);
  }
}

function addFridge(kit: Kit): void {
  const [x, z] = [3.2, BACK + 0.38];
  kit.metal.box([x, 0.98, z], [0.86, 1.94, 0.74], 0xd9dedd, { foot: 0.75 });
  kit.metal.box([x, 0.62, z + 0.38], [0.82, 1.14, 0.03], 0xe6eae8);
  kit.metal.box([x, 1.58, z + 0.38], [0.82, 0.7, 0.03], 0xe6eae8);
  for (const [y, h] of [
    [1.02, 0.26],
    [1.4, 0.22],
  ] as const)
    kit.metal.box([x - 0.34, y, z + 0.42], [0.03, h, 0.04], 0x9aa0a2, { bottom: true });
  for (const [dx, y, color] of [
    [0.1, 1.6, 0xe8c84a],
    [0.22, 1.46, 0xd86a5a],
    [-0.02, 1.72, 0x6aa0c8],
  ] as const)
    addCard(kit.trim, [x + dx, y, z + 0.397], 0.09, 0.1, color);
}

function addDishes(kit: Kit): void {
  const z = BACK + 0.3;
  for (let i = 0; i < 5; i++) kit.trim.lathe([-1.55, 0.925 + i * 0.018, z], PLATE, i % 2 ? 0xf0ece2 : 0xb9cdd2, 20);
  addPot(kit, [-2.0, 0.925, z - 0.05], 0.09, 0.2, 0xd8c8a8);
  for (let i = 0; i < 5; i++)
    kit.wood.tube(
      [
        [-2.0, 1.05, z - 0.05],
        [-2.06 + i * 0.03, 1.3 + (i % 2) * 0.04, z - 0.08 + (i % 3) * 0.03],
      ],
      0.01,
      0xa87848,
      5,
    );
  kit.wood.box([-2.75, 1.1, BACK + 0.1], [0.3, 0.38, 0.03], 0xb98a56);
  kit.wood.box([-2.6, 0.935, z + 0.05], [0.44, 0.025, 0.28], 0xc0925c);
  kit.trim.lathe(
    [-2.62, 0.99, z + 0.05],
    [
      [0, -0.045],
      [0.1, -0.03],
      [0.13, 0.01],
      [0.09, 0.05],
      [0, 0.06],
    ],
    0xc98a4a,
    14,
  );
  kit.metal.lathe(
    [2.3, 0.925, z],
    [
      [0.1, 0],
      [0.12, 0.05],
      [0.11, 0.15],
      [0.04, 0.22],
      [0, 0.23],
    ],
    0x8a2f2c,
    18,
  );
}

const PLATE: readonly (readonly [number, number])[] = [
  [0.06, 0],
  [0.13, 0.014],
  [0.13, 0.018],
  [0, 0.012],
];
