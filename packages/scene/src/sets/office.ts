import { indoorPlace } from './built-indoors.ts';
import { addMat, addPainting, addShelf, addTableAt } from './interior-things.ts';
import { lensFor } from './mood.ts';
import { addCard, createKit, type Kit, placeKit } from './place-kit.ts';
import { addPlant } from './room-furniture.ts';
import type { Opening } from './room-window.ts';
import type { SetModel } from './set.ts';

/** An office: desks with screens and swivel chairs, wide windows over the city, shelves of files, light panels. */
export const office: SetModel = {
  build(context) {
    const { aspect } = context;
    const random = context.random.fork('office');
    const kit = createKit();
    const windows: Opening[] = [-2.9, -0.5].map((x) => ({ x, y: 1.65, halfWidth: 1.05, halfHeight: 0.88, z: BACK }));
    for (const [x, z, yaw] of [
      [-2.9, -0.75, 0],
      [2.7, -0.5, 0],
      [-4.0, 1.5, Math.PI / 2],
      [4.0, 1.6, -Math.PI / 2],
    ] as const)
      addDesk(placeKit(kit, [x, 0, z], yaw), x < 0 ? 1 : 2);
    for (const y of [0.9, 1.3, 1.7, 2.1]) addShelf(kit, [2.6, y, BACK], 2.2, random.fork(`shelf${y}`), 'books');
    kit.trim.box([2.6, 0.42, BACK + 0.2], [2.4, 0.84, 0.4], 0xe4e0d8, { foot: 0.7 });
    for (let i = 0; i < 4; i++) kit.metal.box([1.7 + i * 0.6, 0.6, BACK + 0.41], [0.2, 0.02, 0.02], 0x6a6e72);
    addPainting(kit, [0.98, 1.8, BACK], 0.5, 0.7, 0);
    addMat(kit, [0, 0.004, 0.8], 3.4, 1.7, 0x8a97a4, 0x5f6d7c);
    addPlant(kit.leaf, [1.05, 0, -1.7], 0.8);
    addPlant(kit.leaf, [-4.6, 0, -1.7], 0.9);
    for (let i = 0; i < 3; i++)
      for (const z of [-0.9, 1.2]) {
        const x = (i - 1) * 2.7;
        kit.trim.box([x, 2.97, z], [1.36, 0.05, 0.66], 0xd8d8d4, { bottom: true });
        kit.lamp.quad(
          [x - 0.6, 2.94, z - 0.27],
          [x + 0.6, 2.94, z - 0.27],
          [x + 0.6, 2.94, z + 0.27],
          [x - 0.6, 2.94, z + 0.27],
          0xf4f6ff,
        );
      }
    return indoorPlace(context, {
      kit,
      windows,
      frameColor: 0x4a5058,
      materials: { planks: { pattern: 'fabric', patternScale: 26, wrap: 0.2 } },
      shell: { halfWidth: 5.2, height: 3, back: BACK, front: 10, wall: 0xd9d7d0, floor: 0x7f868c, ceiling: 0xeceae4 },
      lamps: [
        { at: [-2.4, 2.7, 0], color: [2, 2, 2.1], radius: 6 },
        { at: [2.4, 2.7, 0], color: [2, 2, 2.1], radius: 6 },
      ],
      evening: { sun: [0.4, 0.4, 0.44], up: [0.28, 0.29, 0.34], down: [0.2, 0.2, 0.22] },
      focus: { position: [0, 0, 0.7], halfWidth: 1.5, halfDepth: 0.7 },
      camera: { position: [0.2, 1.45, 5.8], target: [0, 1.2, -0.6], verticalFovDegrees: lensFor(aspect, 40) },
    });
  },
};

const BACK = -2.2;

/** A desk that is used from its +z side, with screens, lamp, papers and a chair. */
function addDesk(kit: Kit, screens: number): void {
  addTableAt(kit, [0, 0, 0], 1.7, 0.74, 0.8, 0xb98a58);
  kit.trim.box([0.6, 0.35, 0], [0.4, 0.66, 0.62], 0xd8d6d0, { foot: 0.7 });
  for (let i = 0; i < screens; i++) {
    const x = screens === 1 ? 0 : -0.36 + i * 0.66;
    kit.trim.box([x, 1.08, -0.2], [0.62, 0.38, 0.03], 0x1e2024, { bottom: true });
    addCard(kit.glow, [x, 1.08, -0.183], 0.58, 0.34, i ? 0x2c4a5c : 0x39627a);
    for (let n = 0; n < 5; n++)
      addCard(kit.glow, [x - 0.14 + (n % 2) * 0.04, 1.19 - n * 0.055, -0.18], 0.2 + (n % 3) * 0.07, 0.018, 0xa8d0d8);
    kit.metal.box([x, 0.86, -0.23], [0.05, 0.2, 0.04], 0x33363a);
    kit.metal.box([x, 0.75, -0.2], [0.24, 0.015, 0.18], 0x33363a);
  }
  kit.trim.box([0, 0.755, 0.12], [0.46, 0.02, 0.15], 0x2c2f34);
  kit.trim.box([0.36, 0.755, 0.13], [0.07, 0.025, 0.1], 0x2c2f34);
  for (let i = 0; i < 4; i++)
    kit.trim.box([-0.62, 0.748 + i * 0.006, 0.08 + i * 0.008], [0.22, 0.005, 0.3], 0xf4f1ea, { yaw: i * 0.12 });
  kit.trim.lathe(
    [0.66, 0.74, -0.12],
    [
      [0.04, 0],
      [0.045, 0.1],
      [0.038, 0.1],
      [0, 0.03],
    ],
    0xb0483a,
    12,
  );
  const chair = placeKit(kit, [0.05, 0, 0.75], Math.PI + 0.3);
  for (let i = 0; i < 5; i++) {
    const a = (i / 5) * Math.PI * 2;
    chair.metal.tube(
      [
        [0, 0.1, 0],
        [Math.sin(a) * 0.28, 0.06, Math.cos(a) * 0.28],
      ],
      0.025,
      0x2a2c30,
      5,
    );
  }
  chair.metal.tube(
    [
      [0, 0.08, 0],
      [0, 0.42, 0],
    ],
    0.03,
    0x3a3d42,
    7,
  );
  chair.cloth.box([0, 0.46, 0], [0.48, 0.08, 0.46], 0x3a4a5c, { bottom: true });
  chair.cloth.box([0, 0.86, -0.24], [0.44, 0.56, 0.06], 0x3a4a5c, { bottom: true });
  chair.metal.box([0, 0.56, -0.25], [0.06, 0.3, 0.03], 0x2a2c30);
}
