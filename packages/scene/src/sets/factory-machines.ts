import type { Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import type { Kit } from './place-kit.ts';

/** A press: a frame, a flywheel, a ram, gauges, a foot of iron. */
export function addPress(kit: Kit): void {
  kit.metal.box([0, 0.35, 0], [2, 0.7, 1.5], 0x2f4a44, { foot: 0.6 });
  for (const s of [-1, 1]) kit.metal.box([s * 0.8, 1.7, -0.2], [0.34, 2.2, 0.9], 0x3a6056, { foot: 0.8 });
  kit.metal.box([0, 2.95, -0.1], [2.2, 0.6, 1.2], 0x3a6056, { bottom: true });
  kit.metal.tube(
    [
      [0, 2.7, 0],
      [0, 1.4, 0],
    ],
    0.17,
    0xb8bcc0,
    10,
  );
  kit.metal.box([0, 1.3, 0], [0.8, 0.24, 0.7], 0x6a7074, { bottom: true });
  kit.metal.box([0, 0.78, 0], [1.1, 0.16, 0.9], 0x8a8f92);
  const n = 22;
  const at = (i: number, r: number, x: number): Vec3 => [
    x,
    2.5 + Math.sin((i / n) * 6.2832) * r,
    Math.cos((i / n) * 6.2832) * r - 0.1,
  ];
  for (let i = 0; i < n; i++) {
    kit.metal.quad(at(i, 0.8, 1.2), at(i, 0.8, 1.42), at(i + 1, 0.8, 1.42), at(i + 1, 0.8, 1.2), 0x8a3a2c);
    kit.metal.quad(at(i, 0.62, 1.42), at(i + 1, 0.62, 1.42), at(i + 1, 0.8, 1.42), at(i, 0.8, 1.42), 0xa84a38);
    kit.metal.quad(at(i + 1, 0.62, 1.2), at(i, 0.62, 1.2), at(i, 0.8, 1.2), at(i + 1, 0.8, 1.2), 0xa84a38);
    if (i % 4 === 0) kit.metal.tube([[1.31, 2.5, -0.1], at(i, 0.7, 1.31)], 0.05, 0xa84a38, 5);
  }
  kit.trim.box([-0.5, 2.95, 0.53], [0.5, 0.34, 0.06], 0x23282c);
  for (let i = 0; i < 3; i++)
    kit.glow.box([-0.64 + i * 0.14, 2.95, 0.57], [0.07, 0.07, 0.02], [0x6aff8a, 0xffb03a, 0xff4a3a][i]!);
}

/** A lying boiler with rivets, a fire door, pipes that climb. */
export function addBoiler(kit: Kit, random: Random): void {
  const n = 18;
  const at = (i: number, x: number, r: number): Vec3 => [
    x,
    1.3 + Math.sin((i / n) * 6.2832) * r,
    Math.cos((i / n) * 6.2832) * r,
  ];
  for (let i = 0; i < n; i++) {
    kit.metal.quad(at(i, -1.4, 0.95), at(i, 1.4, 0.95), at(i + 1, 1.4, 0.95), at(i + 1, -1.4, 0.95), 0x6a5a50);
    for (const s of [-1, 1]) {
      const [a, b]: [Vec3, Vec3] = [at(i, s * 1.4, 0.95), at(i + 1, s * 1.4, 0.95)];
      if (s > 0) kit.metal.triangle(b, a, [s * 1.6, 1.3, 0], 0x7a685c);
      else kit.metal.triangle(a, b, [s * 1.6, 1.3, 0], 0x7a685c);
    }
  }
  for (const x of [-1, 0, 1])
    kit.metal.tube(
      Array.from({ length: n + 1 }, (_, i) => at(i, x, 0.97)),
      0.05,
      0x8a7464,
      5,
    );
  for (const x of [-1, 1]) kit.brick.box([x, 0.3, 0], [0.5, 0.6, 1.5], 0x8a5a48);
  const turn = random.between(0.4, 0.9);
  kit.metal.tube(
    [
      [0.5, 2.2, 0],
      [0.5, 4 + turn, 0],
      [0.5, 4.6 + turn, -0.6],
      [0.5, 4.7 + turn, -2.6],
    ],
    0.16,
    0xb0683c,
    8,
  );
  kit.metal.tube(
    [
      [-0.6, 2.2, 0.1],
      [-0.6, 3.2, 0.1],
      [-0.6, 3.4, 0.3],
      [0.4, 3.4, 0.4],
    ],
    0.09,
    0x7a8488,
    7,
  );
  kit.metal.lathe(
    [-0.6, 3.42, 0.5],
    [
      [0.2, 0],
      [0.2, 0.03],
      [0, 0.03],
    ],
    0xc03a2c,
    12,
  );
  kit.glow.box([0, 1.1, 0.93], [0.5, 0.3, 0.06], 0xff7a2a);
  kit.metal.box([0, 1.3, 0.95], [0.7, 0.08, 0.06], 0x2a2624);
}

/** Shelves of boxes on three levels. */
export function addRack(kit: Kit, random: Random): void {
  for (const x of [-2.1, 2.1]) for (const z of [-0.5, 0.5]) kit.metal.box([x, 2.6, z], [0.1, 5.2, 0.1], 0x2f5a8a);
  for (let level = 0; level < 4; level++) {
    const y = 0.15 + level * 1.6;
    for (const z of [-0.5, 0.5]) kit.metal.box([0, y, z], [4.2, 0.14, 0.08], 0xd87a2a, { bottom: true });
    kit.planks.box([0, y + 0.08, 0], [4.2, 0.04, 1], 0xa08458);
    for (let x = -1.8; x < 1.7; ) {
      const w = random.between(0.5, 0.95);
      const h = random.between(0.5, 1.15);
      kit.plaster.box(
        [x + w / 2, y + 0.1 + h / 2, random.between(-0.05, 0.1)],
        [w, h, 0.85],
        random.pick([0xb08a58, 0xa27c4c, 0xc09a68, 0x9a7850]),
        { foot: 0.8 },
      );
      x += w + random.between(0.03, 0.3);
    }
  }
}

export function addBelt(kit: Kit): void {
  const x = -2.05;
  kit.trim.box([x, 0.82, -15], [0.9, 0.1, 24], 0x2a2c30, { bottom: true });
  for (let i = 0; i < 13; i++) {
    const z = -3.4 - i * 1.9;
    for (const s of [-1, 1]) kit.metal.box([x + s * 0.48, 0.45, z], [0.08, 0.9, 0.08], 0x5a636a);
    kit.planks.box([x, 1.07, z - 0.4], [0.5, 0.4, 0.5], i % 3 === 0 ? 0x9a7448 : 0xb08a58, { yaw: (i % 5) * 0.05 });
  }
  for (const s of [-1, 1]) kit.metal.box([x + s * 0.49, 0.88, -15], [0.06, 0.16, 24], 0xc8a83a);
}

export function addCrates(kit: Kit, random: Random): void {
  for (const [x, z] of [
    [3.4, 1.6],
    [3.1, -5.4],
    [-3.5, 2.4],
    [3.3, -12],
  ] as const)
    for (let i = 0; i < 4; i++) {
      const s = random.between(0.5, 0.75);
      kit.planks.box(
        [x + (i % 2) * 0.7 - 0.3, s / 2 + (i > 2 ? 0.68 : 0), z - (i === 2 ? 0.7 : 0)],
        [s, s, s],
        random.pick([0xa07a4a, 0xb08a58]),
        { yaw: random.between(-0.25, 0.25), foot: 0.7 },
      );
    }
  for (const [x, z, color] of [
    [-3.2, -1.0, 0x2f6a8a],
    [-3.7, -1.4, 0xb03a2c],
    [3.6, -8.4, 0x2f6a8a],
  ] as const)
    kit.metal.lathe(
      [x, 0, z],
      [
        [0.29, 0],
        [0.29, 0.28],
        [0.31, 0.3],
        [0.29, 0.32],
        [0.29, 0.6],
        [0.31, 0.62],
        [0.29, 0.64],
        [0.29, 0.9],
        [0, 0.9],
      ],
      color,
      14,
    );
}
