import type { Vec3 } from '@openimagine/render';
import { indoorPlace } from './built-indoors.ts';
import { addPendant, addShelf } from './interior-things.ts';
import { ambience, hasDetail, lensFor } from './mood.ts';
import { createKit, type Kit } from './place-kit.ts';
import type { Opening } from './room-window.ts';
import { standing } from './scatter.ts';
import type { SetModel } from './set.ts';
import { boardSign } from './street-signs.ts';

const BACK = -2.9;
const HEIGHT = 3.3;

/** A bar: lit shelves of bottles behind the long counter, stools before it, low lamps, a window to the street. */
export const bar: SetModel = {
  build(context) {
    const { aspect, assets, scene } = context;
    const random = context.random.fork('bar');
    const kit = createKit();
    const isTavern = hasDetail(scene, 'tavern', 'medieval', 'saloon', 'wooden');
    const window: Opening = { x: -3.9, y: 1.75, halfWidth: 0.95, halfHeight: 1.0, z: BACK };
    for (const [i, y] of [1.28, 1.72, 2.16, 2.6].entries()) {
      for (const x of [-0.95, 1.15, 3.25]) addShelf(kit, [x, y, BACK + 0.06], 1.95, random.fork(`${x}${i}`), 'bottles');
      if (!isTavern) kit.glow.box([1.15, y - 0.03, BACK + 0.05], [6.1, 0.015, 0.02], 0xe0a050);
    }
    kit.wood.box([1.15, 1.6, BACK + 0.03], [6.4, 3.1, 0.06], isTavern ? 0x4a3222 : 0x2c2220);
    for (const x of [-2.03, 0.1, 2.2, 4.3]) kit.wood.box([x, 1.6, BACK + 0.2], [0.09, 3.2, 0.34], 0x4a3020);
    addCounter(kit);
    for (let i = 0; i < 5; i++) addStool(kit, [-0.9 + i * 1.05, 0, -0.35 + (i % 2) * 0.08], isTavern);
    const pendants: Vec3[] = [-1, 0.6, 2.2, 3.8].map((x) => addPendant(kit, [x, 2.3, -1.1], HEIGHT, 0x8a5a2c, 0.2));
    const sign = boardSign(
      isTavern ? 'TAVERN' : 'BAR',
      { center: [-3.9, 3.0, BACK + 0.06], w: 1.15, h: 0.4, color: '#ff7a4a', background: '#1e1616', emissive: 1.3 },
      assets,
    );
    return indoorPlace(context, {
      kit,
      still: [standing(sign.mesh, sign.material)],
      windows: [window],
      frameColor: 0x3a2618,
      shell: {
        halfWidth: 5.2,
        height: HEIGHT,
        back: BACK,
        front: 10,
        wall: isTavern ? 0x8a7458 : 0x6a3c34,
        wallStuff: isTavern ? 'stone' : 'brick',
        floor: 0x6a4228,
        ceiling: 0x3a2c24,
      },
      lamps: [
        ...pendants.map((at) => ({ at, color: [2.3, 1.3, 0.55] as const, radius: 4.4, halo: 0.5 })),
        { at: [1.1, 2.0, BACK + 0.9], color: [1.5, 0.85, 0.4] as const, radius: 4.5 },
      ],
      isAlwaysLit: true,
      day: { sun: [0.4, 0.34, 0.28], up: [0.2, 0.19, 0.2], down: [0.15, 0.12, 0.1] },
      evening: { sun: [0.26, 0.19, 0.15], up: [0.13, 0.11, 0.15], down: [0.12, 0.09, 0.08] },
      focus: { position: [0.2, 0, 0.8], halfWidth: 1.8, halfDepth: 0.6 },
      camera: { position: [-0.3, 1.5, 5.6], target: [0.15, 1.4, -0.8], verticalFovDegrees: lensFor(aspect, 41) },
      cues: [ambience(context, 'crowd', 0.16), ambience(context, 'dishes', 0.14, 0.3), ambience(context, 'room', 0.1)],
    });
  },
};

/** A long counter of dark panels with a polished top, a rail for the feet, taps and glasses. */
function addCounter(kit: Kit): void {
  const [x, z] = [1.45, -1.15];
  kit.wood.box([x, 0.53, z], [5.6, 1.06, 0.62], 0x4a2e1e, { foot: 0.5 });
  for (let i = 0; i < 7; i++) {
    kit.planks.box([x - 2.4 + i * 0.8, 0.56, z + 0.32], [0.64, 0.74, 0.03], 0x5e3a24, { bottom: true });
    kit.wood.box([x - 2.4 + i * 0.8, 0.56, z + 0.34], [0.46, 0.56, 0.02], 0x6e452c, { bottom: true });
  }
  kit.marble.box([x, 1.09, z + 0.06], [5.8, 0.07, 0.86], 0x5a3a28, { bottom: true });
  kit.gold.tube(
    [
      [x - 2.8, 0.2, z + 0.5],
      [x + 2.8, 0.2, z + 0.5],
    ],
    0.025,
    0xb08a48,
    8,
  );
  for (const dx of [-0.2, 0, 0.2]) {
    kit.metal.lathe(
      [x - 0.9 + dx, 1.12, z - 0.1],
      [
        [0.04, 0],
        [0.03, 0.05],
        [0.03, 0.3],
        [0, 0.31],
      ],
      0xc8b070,
      10,
    );
    kit.trim.lathe(
      [x - 0.9 + dx, 1.4, z - 0.02],
      [
        [0.016, 0],
        [0.03, 0.12],
        [0.02, 0.2],
        [0, 0.2],
      ],
      dx < 0 ? 0x8a2c28 : dx > 0 ? 0x2c5a3c : 0xe0d0a0,
      8,
    );
  }
  const drinks = [0xd89030, 0xb84030, 0xe8c878, 0x78a8a0, 0xd89030];
  drinks.forEach((color, i) => {
    const at: Vec3 = [x - 2.2 + i * 1.02 + (i % 2) * 0.2, 1.125, z + 0.28];
    kit.glass.lathe(
      at,
      [
        [0.035, 0],
        [0.042, 0.14],
        [0.03, 0.14],
        [0, 0.12],
      ],
      color,
      12,
    );
    if (i % 2 === 0)
      kit.plaster.lathe(
        [at[0], at[1] + 0.13, at[2]],
        [
          [0.04, 0],
          [0.04, 0.025],
          [0, 0.035],
        ],
        0xfaf4e6,
        12,
      );
  });
}

function addStool(kit: Kit, [x, y, z]: Vec3, isWooden: boolean): void {
  kit[isWooden ? 'wood' : 'cloth'].lathe(
    [x, y + 0.74, z],
    [
      [0.17, -0.03],
      [0.19, 0.01],
      [0.18, 0.05],
      [0, 0.06],
    ],
    isWooden ? 0x7a5234 : 0x8a3028,
    18,
  );
  for (let i = 0; i < 4; i++) {
    const a = (i + 0.5) * (Math.PI / 2);
    kit.wood.tube(
      [
        [x + Math.sin(a) * 0.12, y + 0.72, z + Math.cos(a) * 0.12],
        [x + Math.sin(a) * 0.21, y, z + Math.cos(a) * 0.21],
      ],
      0.018,
      0x3c2618,
      6,
    );
  }
  kit.gold.lathe(
    [x, y + 0.27, z],
    [
      [0.185, 0],
      [0.185, 0.025],
    ],
    0xa88850,
    16,
  );
}
