import type { Vec3 } from '@openimagine/render';
import { indoorPlace } from './built-indoors.ts';
import { addChairAt, addPendant, addPot, addRoundTable, addShelf } from './interior-things.ts';
import { lensFor } from './mood.ts';
import { addCard, createKit, type Kit, placeKit } from './place-kit.ts';
import { addPlant } from './room-furniture.ts';
import type { Opening } from './room-window.ts';
import { standing } from './scatter.ts';
import type { SetModel } from './set.ts';
import { boardSign } from './street-signs.ts';

/** A café: the counter with its machine and cakes, shelves of bottles, a board, small tables, a tall window to the street. */
export const cafe: SetModel = {
  build(context) {
    const { aspect, assets } = context;
    const random = context.random.fork('cafe');
    const kit = createKit();
    const window: Opening = { x: -3, y: 1.75, halfWidth: 1.25, halfHeight: 1.05, z: BACK };
    addCounter(kit);
    for (const y of [1.5, 1.95, 2.4])
      addShelf(kit, [1.95, y, BACK + 0.02], 3.2, random.fork(`shelf${y}`), y < 1.6 ? 'jars' : 'bottles');
    kit.wood.box([1.95, 1.95, BACK + 0.01], [3.4, 1.7, 0.04], 0x4a3426);
    for (const [x, z, r] of [
      [-3.1, -0.7, 0.44],
      [-1.35, 0.0, 0.42],
      [-3.4, 1.5, 0.44],
      [3.5, 0.9, 0.42],
    ] as const) {
      addRoundTable(kit, [x, 0, z], r, 0.74, 0x7a5032);
      addPot(kit, [x + 0.12, 0.74, z + 0.05], 0.045, 0.08, 0xf2ece0);
      kit.trim.lathe(
        [x, 0.74, z - 0.1],
        [
          [0.035, 0],
          [0.04, 0.1],
          [0.02, 0.15],
          [0, 0.15],
        ],
        0x6f94a0,
        9,
      );
      kit.leaf.lathe(
        [x, 0.87, z - 0.1],
        [
          [0.02, 0],
          [0.06, 0.07],
          [0, 0.12],
        ],
        0xd8707a,
        7,
      );
      for (const [side, turn] of [
        [-1, Math.PI / 2 + 0.25],
        [1, -Math.PI / 2 - 0.2],
      ] as const)
        addChairAt(placeKit(kit, [x + side * 0.72, 0, z + side * 0.08], turn), 0x5a3c28, x > 0 ? 0x3f6a62 : 0x8a3f34);
    }
    const pendants: Vec3[] = [-3, -1.3, 0.9, 2.1, 3.3].map((x, i) =>
      addPendant(kit, [x, i < 2 ? 2.1 : 2.2, i < 2 ? -0.3 : -1.05], HEIGHT, i < 2 ? 0xb8863c : 0x26282a, 0.19),
    );
    addPlant(kit.leaf, [-4.5, 0, -1.5], 0.85);
    addPlant(kit.leaf, [0.05, 1.1, -1.35], 0.24);
    for (let i = 0; i < 3; i++)
      kit.leaf.lathe(
        [-4.2 + i * 1.2, 2.75, BACK + 0.3],
        [
          [0.08, 0],
          [0.22, -0.12],
          [0.16, -0.36],
          [0.05, -0.6],
          [0, -0.7],
        ].reverse() as [number, number][],
        0x4f8a44,
        8,
      );
    const board = boardSign(
      'COFFEE',
      { center: [-0.72, 2.2, BACK + 0.05], w: 1.3, h: 0.46, color: '#f6ead2', background: '#26302c', emissive: 0.35 },
      assets,
    );
    const list = boardSign(
      'LATTE 4',
      { center: [-0.72, 1.62, BACK + 0.05], w: 0.9, h: 0.3, color: '#e8dcc0', background: '#26302c', emissive: 0.25 },
      assets,
    );
    return indoorPlace(context, {
      kit,
      still: [standing(board.mesh, board.material), standing(list.mesh, list.material)],
      windows: [window],
      frameColor: 0x2f3f3a,
      shell: {
        halfWidth: 5,
        height: HEIGHT,
        back: BACK,
        front: 10,
        wall: 0xb9a288,
        wallStuff: 'brick',
        floor: 0x8f6238,
        ceiling: 0x5a4a40,
      },
      lamps: pendants
        .filter((_, i) => i !== 3)
        .map((at) => ({ at, color: [2.1, 1.3, 0.6] as const, radius: 4.6, halo: 0.45 })),
      isAlwaysLit: true,
      day: { sun: [0.72, 0.62, 0.48], up: [0.34, 0.34, 0.38], down: [0.24, 0.2, 0.16] },
      focus: { position: [0.5, 0, 0.7], halfWidth: 1.6, halfDepth: 0.6 },
      camera: { position: [0.1, 1.45, 5.8], target: [0.1, 1.22, -0.6], verticalFovDegrees: lensFor(aspect, 40) },
      cues: [
        { kind: 'crowd', startSeconds: 0, durationSeconds: context.durationSeconds, gain: 0.16, pan: 0 },
        { kind: 'room', startSeconds: 0, durationSeconds: context.durationSeconds, gain: 0.12, pan: 0 },
      ],
    });
  },
};

const BACK = -2.4;
const HEIGHT = 3.2;

function addCounter(kit: Kit): void {
  const [x, z] = [2.0, -1.25];
  kit.planks.box([x, 0.5, z], [4.2, 1, 0.7], 0x6a4630, { foot: 0.6 });
  for (let i = 0; i < 9; i++) kit.wood.box([x - 1.9 + i * 0.475, 0.52, z + 0.36], [0.05, 0.92, 0.02], 0x4a3020);
  kit.marble.box([x, 1.03, z + 0.02], [4.4, 0.06, 0.84], 0xe6e0d6, { bottom: true });
  // A glass case with cakes on two levels.
  kit.metal.box([x - 1.1, 1.1, z + 0.05], [1.4, 0.06, 0.5], 0x2c2c2c);
  for (const [dx, dz, w, d] of [
    [-0.69, 0, 0.02, 0.5],
    [0.69, 0, 0.02, 0.5],
    [0, -0.25, 1.4, 0.02],
  ] as const)
    kit.glass.box([x - 1.1 + dx, 1.34, z + 0.05 + dz], [w, 0.42, d], 0xa8c0c8);
  kit.glass.box([x - 1.1, 1.32, z + 0.05], [1.34, 0.015, 0.4], 0xb8ccd0, { bottom: true });
  kit.metal.box([x - 1.1, 1.56, z + 0.05], [1.42, 0.03, 0.52], 0x2c2c2c, { bottom: true });
  const cakes = [0x7a4426, 0xf0dcb8, 0xd0546a, 0xe8b45a, 0x9a5a34, 0xf4ece0];
  for (let i = 0; i < 6; i++)
    for (const level of [0, 1])
      kit.trim.lathe(
        [x - 1.62 + i * 0.21, 1.14 + level * 0.195, z + 0.06],
        [
          [0.085, 0],
          [0.085, 0.07],
          [0.07, 0.09],
          [0, 0.095],
        ],
        cakes[(i + level * 2) % 6]!,
        11,
      );
  // The machine.
  kit.metal.box([x + 0.35, 1.3, z - 0.02], [0.86, 0.44, 0.46], 0xc4c8ca, { foot: 0.8 });
  kit.metal.box([x + 0.35, 1.56, z - 0.02], [0.9, 0.08, 0.5], 0xa8322c);
  kit.metal.box([x + 0.35, 1.09, z + 0.1], [0.84, 0.05, 0.6], 0x2c2e30);
  for (const dx of [-0.2, 0.2]) {
    kit.metal.lathe(
      [x + 0.35 + dx, 1.26, z + 0.24],
      [
        [0.05, -0.06],
        [0.06, 0.06],
        [0, 0.06],
      ],
      0x33363a,
      10,
    );
    kit.wood.tube(
      [
        [x + 0.35 + dx, 1.2, z + 0.26],
        [x + 0.35 + dx, 1.16, z + 0.48],
      ],
      0.018,
      0x3a2418,
      6,
    );
    addPot(kit, [x + 0.35 + dx, 1.115, z + 0.28], 0.04, 0.07, 0xf4efe6);
  }
  for (let i = 0; i < 10; i++)
    addPot(
      kit,
      [x + 0.02 + (i % 5) * 0.16, 1.6, z - 0.1 + Math.floor(i / 5) * 0.13],
      0.05,
      0.075,
      i % 3 === 0 ? 0x5a8a94 : 0xf2ece0,
    );
  // Till and jar.
  kit.trim.box([x + 1.25, 1.16, z], [0.36, 0.2, 0.34], 0x2e2f33);
  kit.trim.box([x + 1.25, 1.33, z - 0.06], [0.32, 0.2, 0.04], 0x1c1d20, { yaw: 0.1 });
  addCard(kit.glow, [x + 1.25, 1.33, z - 0.036], 0.27, 0.15, 0x6fb0a8);
  kit.glass.lathe(
    [x + 1.7, 1.06, z + 0.1],
    [
      [0.09, 0],
      [0.1, 0.2],
      [0.06, 0.25],
      [0, 0.25],
    ],
    0xc8a878,
    12,
  );
}
