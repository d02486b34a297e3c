import type { Vec3 } from '@openimagine/render';
import type { Kit } from './place-kit.ts';

export function addThrone(kit: Kit): void {
  const gold = 0xd0a444;
  kit.gold.box([0, 0.3, 0], [1.3, 0.6, 1.1], gold, { foot: 0.7 });
  kit.cloth.box([0, 0.64, 0.05], [1.06, 0.12, 0.94], 0x9a1f2c);
  kit.gold.box([0, 1.5, -0.48], [1.3, 2, 0.14], gold);
  kit.cloth.box([0, 1.42, -0.4], [0.96, 1.5, 0.06], 0x9a1f2c);
  kit.gold.triangle([-0.75, 2.5, -0.41], [0.75, 2.5, -0.41], [0, 3.2, -0.41], gold);
  for (const s of [-1, 1]) {
    kit.gold.box([s * 0.62, 0.95, 0.02], [0.14, 0.14, 1], gold, { bottom: true });
    kit.gold.lathe(
      [s * 0.62, 0.6, 0.46],
      [
        [0.09, 0],
        [0.06, 0.3],
        [0.1, 0.42],
        [0, 0.52],
      ],
      gold,
      10,
    );
    kit.gold.lathe(
      [s * 0.64, 2.5, -0.48],
      [
        [0.1, 0],
        [0.13, 0.12],
        [0.04, 0.26],
        [0, 0.36],
      ],
      gold,
      10,
    );
  }
  kit.gold.lathe(
    [0, 2.7, -0.4],
    [
      [0, -0.14],
      [0.14, 0],
      [0, 0.14],
    ],
    0xe0485a,
    8,
  );
}

export function addPew(kit: Kit): void {
  kit.wood.box([0, 0.45, 0], [2.6, 0.06, 0.42], 0x6a4428, { bottom: true });
  kit.wood.box([0, 0.72, -0.22], [2.6, 0.6, 0.05], 0x6a4428, { bottom: true });
  for (const s of [-1, 1]) kit.wood.box([s * 1.28, 0.52, -0.02], [0.08, 1.04, 0.52], 0x5a3820, { foot: 0.6 });
}

/** A tall stand with three candles. @returns where it shines. */
export function addCandles(kit: Kit, [x, y, z]: Vec3): Vec3 {
  kit.metal.lathe(
    [0, 0, 0],
    [
      [0.2, 0],
      [0.16, 0.05],
      [0.03, 0.1],
      [0.028, 1.4],
    ],
    0x3a322a,
    10,
  );
  kit.metal.tube(
    [
      [-0.2, 1.5, 0],
      [-0.12, 1.36, 0],
      [0.12, 1.36, 0],
      [0.2, 1.5, 0],
    ],
    0.02,
    0x3a322a,
    5,
  );
  for (const [dx, top] of [
    [-0.2, 1.5],
    [0, 1.5],
    [0.2, 1.5],
  ] as const) {
    kit.trim.tube(
      [
        [dx, top - 0.1, 0],
        [dx, top + 0.16, 0],
      ],
      0.032,
      0xf2e8d0,
      6,
    );
    kit.glow.lathe(
      [dx, top + 0.16, 0],
      [
        [0.014, 0],
        [0.032, 0.045],
        [0, 0.15],
      ],
      0xffcf70,
      6,
    );
  }
  return [x, y + 1.75, z];
}

export function addBanner(kit: Kit, salt: number): void {
  const color = salt % 2 === 0 ? 0x24407a : 0x8a1f2a;
  kit.wood.box([0, 0.02, 0.08], [1.2, 0.07, 0.07], 0x4a3424);
  kit.cloth.quad([-0.5, -2.6, 0.1], [0.5, -2.6, 0.1], [0.5, 0, 0.08], [-0.5, 0, 0.08], color);
  kit.cloth.triangle([-0.5, -2.6, 0.1], [0, -3.1, 0.12], [0.5, -2.6, 0.1], color);
  kit.gold.quad([-0.24, -1.3, 0.12], [0, -1.75, 0.12], [0.24, -1.3, 0.12], [0, -0.8, 0.12], 0xd8b04a);
}

/** Flags over the whole floor, and a runner up the middle that ends before the back wall. */
export function addCarpet(kit: Kit, color: number, back: number): void {
  for (let i = 0; i < 14; i++) {
    const [near, far] = [12 - i * 2.4, 12 - (i + 1) * 2.4];
    kit.blocks.quad([-8, 0, near], [8, 0, near], [8, 0, far], [-8, 0, far], 0xb3a993);
    if (far < back + 5) continue;
    kit.cloth.quad([-1.1, 0.008, near], [1.1, 0.008, near], [1.1, 0.008, far], [-1.1, 0.008, far], 0xd0a848);
    kit.cloth.quad([-1, 0.012, near], [1, 0.012, near], [1, 0.012, far], [-1, 0.012, far], color);
  }
}
