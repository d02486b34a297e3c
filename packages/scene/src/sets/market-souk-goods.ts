import type { Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import { addCard, type Kit } from './place-kit.ts';

/** What the shops of a souk sell. */
export const SOUK_GOODS = ['spices', 'carpets', 'brass', 'cloth', 'pottery'] as const;
export type SoukGoods = (typeof SOUK_GOODS)[number];

/** Deep reds first: carpets and cloth take from here. */
const DYES = [0xa8282c, 0x8a2438, 0x2f4f8a, 0xc8872c, 0x2f6a5a, 0xd85a2c, 0x6a3a7a, 0xe0c89a];
const SPICES = [0xd8641c, 0xf0b81c, 0xa82a1c, 0x7a9a2c, 0x8a3a6a, 0xe8d8a8, 0x6a4020, 0xe89a1c, 0xc04428];

/** Fills a shop that faces +z: its front at z = 0, its counter 0.9 m into the lane, its back 0.9 m behind. */
export function addGoods(kit: Kit, goods: SoukGoods, w: number, random: Random): void {
  switch (goods) {
    case 'spices':
      addSpices(kit, w, random);
      return;
    case 'carpets':
      addCarpets(kit, w, random);
      return;
    case 'brass':
      addBrass(kit, w, random);
      return;
    case 'cloth':
      addCloth(kit, w, random);
      return;
    case 'pottery':
      addPottery(kit, w, random);
  }
}

/** Cones of spice in sacks on the ground and in baskets on a step above. */
function addSpices(kit: Kit, w: number, random: Random): void {
  kit.planks.box([0, 0.34, 0], [w, 0.68, 0.7], 0x8a6038, { foot: 0.6 });
  const first = Math.floor(random.next() * SPICES.length);
  const count = Math.floor(w / 0.52);
  for (const row of [0, 1])
    for (let i = 0; i < count; i++) {
      const x = (i - (count - 1) / 2) * 0.52;
      const [y, z] = row === 0 ? [0, 0.66] : [0.68, 0.05];
      const tall = row === 0 ? 0.5 : 0.2;
      const tone = row === 0 ? 0xc8ac7c : 0xa87c48;
      kit.cloth.lathe(
        [x, y, z],
        [
          [0.2, 0],
          [0.24, tall * 0.5],
          [0.23, tall],
          [0.26, tall + 0.03],
          [0.22, tall + 0.05],
        ],
        tone,
        10,
      );
      kit.skin.lathe(
        [x, y + tall, z],
        [
          [0.23, 0.02],
          [0.15, 0.13],
          [0.05, 0.25],
          [0, 0.28],
        ],
        SPICES[(first + i * 2 + row * 5) % SPICES.length]!,
        12,
      );
    }
  addShelves(kit, w, random);
}

/** Jars on boards at the back. */
function addShelves(kit: Kit, w: number, random: Random): void {
  for (const y of [1.25, 1.7, 2.15]) {
    kit.wood.box([0, y, -0.7], [w, 0.05, 0.3], 0x6a4628, { bottom: true });
    for (let i = 0; i < 9; i++)
      kit.paint.lathe(
        [(i - 4) * (w / 9.6), y + 0.03, -0.68],
        [
          [0.08, 0],
          [0.09, 0.16],
          [0.05, 0.2],
          [0.05, 0.26],
          [0, 0.27],
        ],
        random.pick(SPICES),
        7,
      );
  }
}

/** A carpet on a wall, facing +z: borders, a field, lozenges down its middle. */
export function addCarpet(kit: Kit, [x, y, z]: Vec3, w: number, h: number, tone: number): void {
  const [field, border, mark] = [DYES[tone % 8]!, DYES[(tone + 3) % 8]!, DYES[(tone * 3 + 5) % 8]!];
  kit.cloth.box([x, y, z], [w, h, 0.04], border, { bottom: true });
  addCard(kit.cloth, [x, y, z + 0.024], w * 0.86, h * 0.9, 0xe6d4ac);
  addCard(kit.cloth, [x, y, z + 0.028], w * 0.78, h * 0.85, field);
  const count = Math.max(2, Math.round((h * 0.8) / (w * 0.5)));
  for (let i = 0; i < count; i++) {
    const cy = y + ((i + 0.5) / count - 0.5) * h * 0.82;
    for (const [size, color, lift] of [
      [0.34, 0xe6d4ac, 0.032],
      [0.27, mark, 0.036],
      [0.13, border, 0.04],
    ] as const) {
      const [rx, ry] = [w * size, ((h * 0.82) / count) * size * 1.35];
      kit.cloth.quad(
        [x, cy - ry, z + lift],
        [x + rx, cy, z + lift],
        [x, cy + ry, z + lift],
        [x - rx, cy, z + lift],
        color,
      );
    }
  }
  for (let i = 0; i < 12; i++)
    kit.cloth.box([x + ((i + 0.5) / 12 - 0.5) * w, y - h / 2 - 0.05, z], [0.02, 0.1, 0.02], 0xe6d4ac);
}

function addCarpets(kit: Kit, w: number, random: Random): void {
  const tone = Math.floor(random.next() * 8);
  for (const [i, s] of [-1, 0, 1].entries()) addCarpet(kit, [s * (w / 3), 1.75, -0.72], w / 3.4, 1.8, tone + i);
  for (let i = 0; i < 6; i++)
    kit.cloth.box([-w * 0.2, 0.09 + i * 0.13, 0.2], [w * 0.48, 0.12, 0.95 - i * 0.05], DYES[(tone + i * 3) % 8]!, {
      yaw: random.between(-0.05, 0.05),
    });
  for (let i = 0; i < 4; i++) {
    const x = w * 0.16 + i * 0.27;
    kit.cloth.lathe(
      [x, 0, 0.15 + (i % 2) * 0.26],
      [
        [0.13, 0],
        [0.13, 1.25 + (i % 3) * 0.14],
        [0.07, 1.27 + (i % 3) * 0.14],
        [0, 1.25 + (i % 3) * 0.14],
      ],
      DYES[(tone + i * 2 + 1) % 8]!,
      9,
    );
  }
}

/** Trays on the wall, pots and jugs on the steps. */
function addBrass(kit: Kit, w: number, random: Random): void {
  for (const [y, z, d] of [
    [0.3, 0.35, 0.7],
    [0.75, 0, 0.5],
  ] as const) {
    kit.planks.box([0, y / 2, z], [w, y, d], 0x7a5434, { foot: 0.6 });
    for (let i = 0; i < 6; i++) addJug(kit, [(i - 2.5) * (w / 6.2), y, z + 0.08], random.between(0.8, 1.25), i % 3);
  }
  for (let i = 0; i < 7; i++) {
    const r = [0.34, 0.24, 0.3][i % 3]!;
    addDisc(kit, [(i % 4) * (w / 4) - w * 0.36 + Math.floor(i / 4) * 0.3, 1.65 + Math.floor(i / 4) * 0.68, -0.74], r);
  }
}

const BRASS = [0xb88428, 0xa06c20, 0x94501f];

function addJug(kit: Kit, at: Vec3, size: number, kind: number): void {
  kit.gold.lathe(
    at,
    [
      [0.07, 0],
      [0.13, 0.1],
      [0.12, 0.2],
      [0.045, 0.3],
      [0.07, 0.38],
      [0.04, 0.42],
      [0, 0.5],
    ].map(([r, y]) => [r! * size, y! * size * (kind === 1 ? 0.75 : 1)] as const),
    BRASS[kind]!,
    10,
  );
  const [x, y, z] = at;
  kit.gold.tube(
    [
      [x + 0.11 * size, y + 0.12 * size, z],
      [x + 0.2 * size, y + 0.2 * size, z],
      [x + 0.22 * size, y + 0.3 * size, z],
    ],
    0.018,
    BRASS[kind]!,
    5,
  );
}

/** A round tray on the wall, facing +z, with a ring and a middle of other tones. */
function addDisc(kit: Kit, [x, y, z]: Vec3, r: number, tones: readonly number[] = BRASS): void {
  for (const [size, lift, color] of [
    [1, 0, tones[1]!],
    [0.86, 0.012, tones[0]!],
    [0.5, 0.018, tones[2]!],
    [0.4, 0.022, tones[0]!],
  ] as const)
    for (let i = 0; i < 14; i++) {
      const [a, b] = [(i / 14) * Math.PI * 2, ((i + 1) / 14) * Math.PI * 2];
      kit.gold.triangle(
        [x, y, z + lift + 0.02],
        [x + Math.cos(a) * r * size, y + Math.sin(a) * r * size, z + lift],
        [x + Math.cos(b) * r * size, y + Math.sin(b) * r * size, z + lift],
        color,
      );
    }
}

/** Scarves that hang in folds, and bolts on a table. */
function addCloth(kit: Kit, w: number, random: Random): void {
  kit.planks.box([0, 0.36, 0.1], [w, 0.72, 0.7], 0x8a6038, { foot: 0.6 });
  for (let i = 0; i < 10; i++)
    kit.cloth.box(
      [((i % 5) - 2) * (w / 5.4), 0.78 + Math.floor(i / 5) * 0.13, 0.12],
      [w / 6, 0.12, 0.55],
      DYES[(i * 3 + 1) % 8]!,
      { yaw: random.between(-0.08, 0.08) },
    );
  const count = Math.floor(w / 0.3);
  kit.wood.box([0, 2.35, -0.4], [w, 0.05, 0.05], 0x5a3a20, { bottom: true });
  for (let i = 0; i < count; i++) {
    const x = (i - (count - 1) / 2) * 0.3;
    const h = random.between(0.9, 1.3);
    const color = random.pick(DYES);
    for (const [u, z] of [
      [-0.07, 0],
      [0.07, 0.05],
    ] as const)
      kit.cloth.box([x + u, 2.36 - h / 2, -0.4 + z], [0.14, h, 0.04], color, { foot: 0.8, bottom: true });
  }
}

const GLAZES = [0x2f5f9a, 0xf0e6d0, 0x2f8a7a, 0xe0a83c, 0xb8482c];

/** Painted plates on the wall, bowls and tagines below. */
function addPottery(kit: Kit, w: number, random: Random): void {
  kit.planks.box([0, 0.34, 0.1], [w, 0.68, 0.8], 0x8a6038, { foot: 0.6 });
  for (let i = 0; i < 8; i++) {
    const tones = [random.pick(GLAZES), random.pick(GLAZES), random.pick(GLAZES)];
    addDisc(kit, [((i % 4) - 1.5) * (w / 4.2), 1.4 + Math.floor(i / 4) * 0.62, -0.74], 0.26, tones);
  }
  for (let i = 0; i < 5; i++) {
    const x = (i - 2) * (w / 5.2);
    const color = GLAZES[i % GLAZES.length]!;
    kit.trim.lathe(
      [x, 0.68, 0.16],
      [
        [0.16, 0],
        [0.22, 0.06],
        [0.21, 0.1],
        [0.09, 0.26],
        [0.04, 0.38],
        [0.06, 0.42],
        [0, 0.45],
      ],
      color,
      12,
    );
    if (i % 2 === 0)
      kit.trim.lathe(
        [x + 0.1, 0, 0.72],
        [
          [0.13, 0],
          [0.23, 0.22],
          [0.2, 0.4],
          [0.09, 0.52],
          [0.13, 0.6],
        ],
        0xb8643c,
        11,
      );
  }
}
