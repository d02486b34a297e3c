import { indoorPlace } from './built-indoors.ts';
import { addMat, addPainting, addPendant } from './interior-things.ts';
import { lensFor } from './mood.ts';
import { addCard, createKit, type Kit } from './place-kit.ts';
import { addCurtain, addPlant } from './room-furniture.ts';
import type { Opening } from './room-window.ts';
import type { SetModel } from './set.ts';

/** A bedroom: a made bed under a picture, bedside lamps, a window with curtains, a wardrobe. */
export const bedroom: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const random = context.random.fork('bedroom');
    const kit = createKit();
    const wall = scene.setColor ? Number.parseInt(scene.setColor.slice(1), 16) : random.pick(WALLS);
    const window: Opening = { x: -2.5, y: 1.6, halfWidth: 0.66, halfHeight: 0.74, z: BACK };
    addBed(kit, random.pick(QUILTS));
    addWardrobe(kit);
    for (const side of [-1, 1]) {
      addCurtain(kit.cloth, window.x + side * 0.92, BACK + 0.16, 0.5, 2.6, 0xd8c6a8);
      addBedside(kit, side);
    }
    kit.wood.tube(
      [
        [-4, 2.6, BACK + 0.16],
        [-1.1, 2.6, BACK + 0.16],
      ],
      0.018,
      0x6a4a2c,
      8,
    );
    addPainting(kit, [0.75, 1.85, BACK], 0.95, 0.6, 1);
    addPainting(kit, [2.2, 1.72, BACK], 0.36, 0.46, 2);
    addMat(kit, [0.3, 0.004, 1.1], 3.4, 1.5, 0xb9a78e, 0x7a6478);
    addPlant(kit.leaf, [-3.5, 0, -1.1], 0.72);
    kit.trim.box([0, 0.07, BACK + 0.02], [8, 0.14, 0.04], 0xf0ece4);
    kit.trim.box([0, 2.76, BACK + 0.03], [8, 0.08, 0.06], 0xf0ece4, { bottom: true });
    const ceiling = addPendant(kit, [-0.6, 2.25, 0.5], 2.8, 0xe6dcc8, 0.28);
    return indoorPlace(context, {
      kit,
      windows: [window],
      shell: { halfWidth: 4, height: 2.8, back: BACK, front: 9, wall, floor: 0x9a6a40 },
      lamps: [
        { at: [-0.42, 0.95, BACK + 0.6], color: [2.6, 1.5, 0.66], radius: 4.2, halo: 0.5 },
        { at: [1.92, 0.95, BACK + 0.6], color: [2.6, 1.5, 0.66], radius: 4.2, halo: 0.5 },
        { at: ceiling, color: [1.4, 0.95, 0.5], radius: 5 },
      ],
      keyFrom: [-0.8, 0.85, 0.55],
      focus: { position: [-0.9, 0, 0.9], halfWidth: 1.7, halfDepth: 0.6 },
      camera: { position: [-0.9, 1.35, 5.6], target: [-0.1, 1.0, -0.6], verticalFovDegrees: lensFor(aspect, 38) },
    });
  },
};

const BACK = -1.95;
const WALLS = [0x9fb0b4, 0xc9b7a6, 0xa8b09a, 0xb7a3ae];
const QUILTS = [0x3f5f7a, 0xa85a4a, 0x6a7f5c, 0x7a5a7f];

/** Its head at the wall, 1.7 m wide. */
function addBed(kit: Kit, quilt: number): void {
  const x = 0.75;
  kit.wood.box([x, 0.6, BACK + 0.06], [1.86, 1.2, 0.08], 0x7a4f2e);
  kit.wood.box([x, 1.2, BACK + 0.07], [1.96, 0.07, 0.12], 0x8a5c36, { bottom: true });
  for (let i = -3; i <= 3; i++) kit.wood.box([x + i * 0.25, 0.86, BACK + 0.11], [0.2, 0.5, 0.02], 0x8a5c36);
  kit.wood.box([x, 0.22, BACK + 1.1], [1.74, 0.2, 2.06], 0x7a4f2e, { bottom: true });
  kit.wood.box([x, 0.36, BACK + 2.14], [1.82, 0.5, 0.07], 0x7a4f2e);
  for (const side of [-1, 1]) kit.wood.box([x + side * 0.86, 0.14, BACK + 2.1], [0.09, 0.28, 0.09], 0x6a4428);
  kit.cloth.box([x, 0.42, BACK + 1.1], [1.68, 0.2, 2.0], 0xece6da);
  const blanket = (from: number, to: number, top: number, color: number, wide: number): void => {
    const z = BACK + (from + to) / 2;
    kit.cloth.box([x, top - 0.04, z], [wide, 0.08, to - from], color);
    for (const side of [-1, 1]) kit.cloth.box([x + side * (wide / 2), top - 0.16, z], [0.03, 0.3, to - from], color);
  };
  blanket(0.72, 2.08, 0.58, quilt, 1.74);
  blanket(0.66, 0.92, 0.6, 0xf2eee6, 1.76);
  blanket(1.5, 1.95, 0.605, 0xd8b27a, 1.77);
  for (const [dx, z, tilt, color] of [
    [-0.42, 0.3, 0, 0xf4f0e8],
    [0.42, 0.3, 0, 0xf4f0e8],
    [-0.3, 0.5, 1, 0xd8a25a],
    [0.34, 0.5, 1, 0x9ab0a8],
  ] as const)
    addPillow(kit, x + dx, BACK + z, tilt ? 0.22 : 0.33, color);
}

function addPillow(kit: Kit, x: number, z: number, half: number, color: number): void {
  const rings = 7;
  const at = (i: number, j: number, up: number): [number, number, number] => {
    const [u, v] = [(i / rings) * 2 - 1, (j / rings) * 2 - 1];
    const puff = (1 - u ** 4) * (1 - v ** 4);
    return [x + u * half, 0.63 + half * 0.5 + v * half * 0.55, z + up * 0.11 * puff - v * 0.1];
  };
  for (let i = 0; i < rings; i++)
    for (let j = 0; j < rings; j++) {
      kit.cloth.quad(
        at(i, j, 1),
        at(i + 1, j, 1),
        at(i + 1, j + 1, 1),
        at(i, j + 1, 1),
        color,
        0.8 + (0.2 * j) / rings,
      );
      kit.cloth.quad(at(i, j + 1, -1), at(i + 1, j + 1, -1), at(i + 1, j, -1), at(i, j, -1), color, 0.7);
    }
}

function addBedside(kit: Kit, side: number): void {
  const x = 0.75 + side * 1.2;
  kit.wood.box([x, 0.29, BACK + 0.28], [0.46, 0.56, 0.4], 0x855836, { foot: 0.7 });
  for (const y of [0.2, 0.42]) {
    kit.wood.box([x, y, BACK + 0.485], [0.4, 0.18, 0.015], 0x95663e);
    kit.gold.box([x, y, BACK + 0.5], [0.06, 0.02, 0.02], 0xc09a4a);
  }
  kit.trim.lathe(
    [x, 0.57, BACK + 0.28],
    [
      [0.08, 0],
      [0.1, 0.08],
      [0.04, 0.17],
      [0.02, 0.24],
    ],
    side < 0 ? 0x6f8f94 : 0xd0c4b0,
    14,
  );
  kit.lamp.lathe(
    [x, 0.8, BACK + 0.28],
    [
      [0.17, 0],
      [0.12, 0.2],
    ],
    0xffe6b8,
    18,
  );
  if (side > 0) {
    kit.cloth.box([x - 0.1, 0.59, BACK + 0.4], [0.16, 0.03, 0.12], 0xa04a3c);
    kit.cloth.box([x - 0.09, 0.615, BACK + 0.4], [0.14, 0.02, 0.11], 0x3f5a6a, { yaw: 0.3 });
  }
}

function addWardrobe(kit: Kit): void {
  const [x, z] = [3.25, BACK + 0.33];
  kit.wood.box([x, 1.1, z], [1.3, 2.2, 0.62], 0x8a5f3a, { foot: 0.7 });
  kit.wood.box([x, 2.22, z + 0.02], [1.4, 0.08, 0.7], 0x7a4f2e, { bottom: true });
  for (const side of [-1, 1]) {
    kit.wood.box([x + side * 0.32, 1.12, z + 0.32], [0.58, 1.96, 0.03], 0x95683f);
    kit.wood.box([x + side * 0.32, 1.55, z + 0.335], [0.42, 0.86, 0.02], 0x87592f);
    kit.wood.box([x + side * 0.32, 0.6, z + 0.335], [0.42, 0.74, 0.02], 0x87592f);
    kit.gold.box([x + side * 0.08, 1.1, z + 0.35], [0.025, 0.14, 0.03], 0xc09a4a);
  }
  addCard(kit.glass, [x - 0.32, 1.55, z + 0.347], 0.38, 0.8, 0x9fb2b8);
}
