import { indoorPlace } from './built-indoors.ts';
import { addMat } from './interior-things.ts';
import { hasNamed, lensFor } from './mood.ts';
import { addCard, createKit, type Kit } from './place-kit.ts';
import { addPlant } from './room-furniture.ts';
import type { Opening } from './room-window.ts';
import type { SetModel } from './set.ts';

const BACK = -2.1;
const HEIGHT = 2.9;
const PORCELAIN = 0xf4f2ec;
const BRASS = 0xc8a860;

/** A tiled bathroom: a tub on feet under the window, a basin with its mirror, towels, a mat. */
export const bathroom: SetModel = {
  build(context) {
    const { aspect, scene } = context;
    const kit = createKit();
    const window: Opening = { x: -1.1, y: 1.95, halfWidth: 0.62, halfHeight: 0.55, z: BACK };
    const tile = scene.setColor ? Number.parseInt(scene.setColor.slice(1), 16) : 0xc4dcd8;
    addTiles(kit, tile);
    if (!hasNamed(scene, /tub|bath/)) addTub(kit);
    addBasin(kit);
    addTowels(kit);
    addMat(kit, [0.2, 0.012, 0.35], 1.5, 0.9, 0xe8ded0, 0x8fb0ac);
    addPlant(kit.leaf, [-3.15, 0, -1.5], 0.8);
    return indoorPlace(context, {
      kit,
      materials: { blocks: { pattern: 'tiles', patternScale: 3.6, specular: 0.4, gloss: 60 } },
      windows: [window],
      frameColor: 0xf0ece2,
      shell: {
        halfWidth: 3.6,
        height: HEIGHT,
        back: BACK,
        front: 10,
        wall: 0xe9e2d4,
        wallStuff: 'trim',
        floor: 0xb9c0bc,
        floorStuff: 'blocks',
      },
      lamps: [{ at: [1.9, 2.35, BACK + 0.5], color: [2, 1.6, 1.1], radius: 5, halo: 0.3 }],
      day: { sun: [0.9, 0.84, 0.72], up: [0.5, 0.53, 0.56], down: [0.34, 0.34, 0.33] },
      focus: { position: [0.2, 0, 0.3], halfWidth: 1.5, halfDepth: 0.5 },
      camera: { position: [0.2, 1.5, 5.4], target: [0.05, 1.12, -0.6], verticalFovDegrees: lensFor(aspect, 38) },
      cues: [
        { kind: 'drips', startSeconds: 0, durationSeconds: context.durationSeconds, gain: 0.2, pan: -0.3 },
        { kind: 'room', startSeconds: 0, durationSeconds: context.durationSeconds, gain: 0.14, pan: 0 },
      ],
    });
  },
};

/** Tiles to the height of a shoulder on three walls, with a dark row on top. */
function addTiles(kit: Kit, color: number): void {
  const top = 1.35;
  kit.blocks.box([0, top / 2, BACK + 0.015], [7.2, top, 0.03], color, { foot: 0.75 });
  kit.trim.box([0, top + 0.03, BACK + 0.025], [7.2, 0.06, 0.05], 0x4f7a76);
  for (const side of [-1, 1]) {
    kit.blocks.box([side * 3.585, top / 2, 2.5], [0.03, top, 9.2], color, { foot: 0.75 });
    kit.trim.box([side * 3.575, top + 0.03, 2.5], [0.05, 0.06, 9.2], 0x4f7a76);
  }
}

/** A tub of enamel, full of foam, with its tap. */
function addTub(kit: Kit): void {
  const [x, z, rows, around] = [-1.1, -1.45, 7, 28];
  const profile = [0.72, 0.84, 0.92, 0.96, 0.985, 1.0, 1.035];
  const heights = [0.16, 0.2, 0.3, 0.42, 0.52, 0.6, 0.62];
  const at = (row: number, i: number): [number, number, number] => {
    const angle = (i / around) * Math.PI * 2;
    const end = Math.abs(Math.sin(angle)) ** 3;
    const s = profile[row]!;
    return [x + Math.sin(angle) * 0.88 * s, heights[row]! + (row > 3 ? end * 0.07 : 0), z + Math.cos(angle) * 0.4 * s];
  };
  for (let row = 0; row + 1 < rows; row++)
    for (let i = 0; i < around; i++)
      kit.trim.quad(at(row, i), at(row, i + 1), at(row + 1, i + 1), at(row + 1, i), PORCELAIN, 0.7 + 0.05 * row);
  for (let i = 0; i < around; i++) {
    const inner = (k: number): [number, number, number] => {
      const [px, py, pz] = at(6, k);
      return [x + (px - x) * 0.93, py - 0.01, z + (pz - z) * 0.86];
    };
    kit.trim.quad(at(6, i), at(6, i + 1), inner(i + 1), inner(i), PORCELAIN);
  }
  for (let i = 0; i < 46; i++) {
    const [u, v] = [(i * 0.618) % 1, (i * 0.414) % 1];
    const r = 0.07 + 0.09 * ((i * 0.27) % 1);
    const px = x + (u - 0.5) * 1.46;
    const pz = z + (v - 0.5) * 0.6 * Math.sqrt(Math.max(0.05, 1 - ((u - 0.5) * 2) ** 2));
    kit.plaster.lathe(
      [px, 0.56, pz],
      [
        [r, 0],
        [r * 0.9, r * 0.5],
        [r * 0.5, r * 0.9],
        [0, r],
      ],
      0xf8fbff,
      8,
    );
  }
  for (const [dx, dz] of [
    [-0.5, -0.2],
    [0.5, -0.2],
    [-0.5, 0.22],
    [0.5, 0.22],
  ] as const)
    kit.gold.lathe(
      [x + dx, 0, z + dz],
      [
        [0.07, 0],
        [0.04, 0.08],
        [0.08, 0.2],
      ],
      BRASS,
      10,
    );
  kit.metal.tube(
    [
      [x - 0.02, 0.62, z - 0.42],
      [x - 0.02, 0.98, z - 0.42],
      [x - 0.02, 1.04, z - 0.34],
      [x - 0.02, 0.98, z - 0.2],
    ],
    0.026,
    0xd8dcde,
    9,
  );
  for (const dx of [-0.13, 0.09]) kit.metal.box([x + dx, 0.8, z - 0.42], [0.05, 0.05, 0.1], 0xd8dcde);
}

/** A basin on its foot, a mirror with a lamp above, a shelf with bottles. */
function addBasin(kit: Kit): void {
  const [x, z] = [1.9, BACK + 0.42];
  kit.trim.lathe(
    [x, 0, z - 0.08],
    [
      [0.2, 0],
      [0.11, 0.1],
      [0.09, 0.6],
      [0.16, 0.74],
    ],
    PORCELAIN,
    16,
  );
  kit.trim.lathe(
    [x, 0.7, z],
    [
      [0.12, 0],
      [0.34, 0.1],
      [0.4, 0.18],
      [0.36, 0.18],
      [0.3, 0.1],
      [0, 0.07],
    ],
    PORCELAIN,
    22,
  );
  kit.metal.tube(
    [
      [x, 0.86, z - 0.32],
      [x, 1.06, z - 0.32],
      [x, 1.1, z - 0.22],
      [x, 1.04, z - 0.14],
    ],
    0.022,
    0xd8dcde,
    8,
  );
  const sides = 28;
  const rim = (i: number, r: number, out: number): [number, number, number] => {
    const a = (i / sides) * Math.PI * 2;
    return [x + Math.cos(a) * 0.42 * r, 1.72 + Math.sin(a) * 0.52 * r, BACK + out];
  };
  for (let i = 0; i < sides; i++) {
    kit.gold.quad(rim(i, 1, 0.05), rim(i, 1.12, 0.05), rim(i + 1, 1.12, 0.05), rim(i + 1, 1, 0.05), BRASS);
    kit.glass.triangle([x, 1.72, BACK + 0.045], rim(i, 1, 0.045), rim(i + 1, 1, 0.045), 0xaec4cc);
  }
  kit.glass.triangle([x - 0.3, 1.5, BACK + 0.05], [x - 0.1, 1.4, BACK + 0.05], [x + 0.22, 2.1, BACK + 0.05], 0xdbe8ec);
  kit.lamp.lathe(
    [x, 2.36, BACK + 0.14],
    [
      [0.05, -0.06],
      [0.11, 0],
      [0.05, 0.08],
      [0, 0.09],
    ],
    0xffe8c4,
    14,
  );
  kit.wood.box([x + 0.95, 1.5, BACK + 0.1], [0.8, 0.04, 0.2], 0xa07a50, { bottom: true });
  [0x6fa8a0, 0xe0b0a0, 0xd8d0b8, 0x8a9cc0].forEach((color, i) => {
    const r = 0.045 + 0.01 * (i % 2);
    kit.trim.lathe(
      [x + 0.66 + i * 0.19, 1.52, BACK + 0.1],
      [
        [r, 0],
        [r, 0.14 + 0.03 * (i % 3)],
        [r * 0.4, 0.19],
        [r * 0.4, 0.23],
        [0, 0.23],
      ],
      color,
      10,
    );
  });
}

/** Towels over a rail, and a basket. */
function addTowels(kit: Kit): void {
  const [x, y, z] = [0.42, 1.2, BACK + 0.1];
  kit.metal.box([x, y, z], [0.9, 0.03, 0.03], 0xd8dcde, { bottom: true });
  for (const [dx, w, color] of [
    [-0.2, 0.36, 0xe8c4b0],
    [0.22, 0.34, 0xf4efe4],
  ] as const) {
    kit.cloth.box([x + dx, y - 0.28, z + 0.035], [w, 0.62, 0.035], color, { bottom: true });
    addCard(kit.cloth, [x + dx, y - 0.48, z + 0.054], w, 0.04, 0xb08a70);
  }
  kit.wood.lathe(
    [2.95, 0, -1.3],
    [
      [0.22, 0],
      [0.27, 0.45],
      [0.25, 0.47],
      [0, 0.44],
    ],
    0xb48a58,
    14,
  );
}
