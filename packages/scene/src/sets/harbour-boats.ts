import type { Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import { hash } from '../stage/matrix.ts';
import { buildKit, createKit, type Kit } from './place-kit.ts';
import type { SetInstance } from './scatter.ts';

/** Level of the harbour's water under the quay. */
export const WATER_Y = -1.3;

/** A fishing boat that rocks at its mooring. */
export function createBoat(
  color: number,
  index: number,
  [x, z, yaw]: readonly [number, number, number],
): (seconds: number) => SetInstance[] {
  const kit = createKit();
  const stations = 10;
  const rib = (i: number): readonly [half: number, sheer: number, along: number] => {
    const u = i / stations;
    return [
      1.15 *
        Math.sin(Math.PI * Math.min(1, 0.16 + u * 0.5 + (u > 0.68 ? (u - 0.68) * 1.06 : 0))) *
        (u > 0.97 ? 0.06 : 1),
      0.75 + 0.5 * u * u,
      -2.9 + u * 5.8,
    ];
  };
  for (let i = 0; i < stations; i++) {
    const [a, b] = [rib(i), rib(i + 1)];
    for (const s of [-1, 1]) {
      const p: Vec3[] = [
        [s * a[0] * 0.5, -0.3, a[2]],
        [s * b[0] * 0.4, -0.3, b[2]],
        [s * b[0], b[1], b[2]],
        [s * a[0], a[1], a[2]],
      ];
      if (s < 0) kit.wood.quad(p[0]!, p[1]!, p[2]!, p[3]!, color, 0.9);
      else kit.wood.quad(p[1]!, p[0]!, p[3]!, p[2]!, color, 0.9);
      const inner = p.map(([px, py, pz]): Vec3 => [px * 0.9, py, pz]);
      if (s < 0) kit.wood.quad(inner[3]!, inner[2]!, inner[1]!, inner[0]!, 0xc8b48c, 0.6);
      else kit.wood.quad(inner[2]!, inner[3]!, inner[0]!, inner[1]!, 0xc8b48c, 0.6);
      kit.trim.tube(
        [
          [s * a[0], a[1], a[2]],
          [s * b[0], b[1], b[2]],
        ],
        0.06,
        0xf0ead8,
        5,
      );
    }
    kit.planks.quad(
      [-a[0] * 0.85, 0.4, a[2]],
      [a[0] * 0.85, 0.4, a[2]],
      [b[0] * 0.85, 0.4, b[2]],
      [-b[0] * 0.85, 0.4, b[2]],
      0xb09468,
    );
    kit.planks.quad(
      [-b[0] * 0.85, 0.4, b[2]],
      [b[0] * 0.85, 0.4, b[2]],
      [a[0] * 0.85, 0.4, a[2]],
      [-a[0] * 0.85, 0.4, a[2]],
      0xb09468,
    );
  }
  kit.wood.box([0, 0.4, -2.9], [1.9, 0.9, 0.1], color);
  kit.trim.box([0, 1.15, -0.9], [1.2, 1.5, 1.5], 0xf0ece0, { foot: 0.8 });
  kit.trim.box([0, 1.95, -0.85], [1.4, 0.1, 1.8], color, { bottom: true });
  kit.window.box([0, 1.45, -0.13], [0.9, 0.5, 0.04], 0xffd8a0);
  for (const s of [-1, 1]) kit.window.box([s * 0.61, 1.45, -0.9], [0.02, 0.46, 0.9], 0xffd8a0);
  kit.wood.tube(
    [
      [0, 1.9, -0.2],
      [0, 4.4, -0.2],
    ],
    0.05,
    0x6a5238,
    6,
  );
  kit.wood.tube(
    [
      [0, 2.4, -0.2],
      [0, 3.6, 2],
    ],
    0.035,
    0x6a5238,
    5,
  );
  kit.trim.tube(
    [
      [0, 4.3, -0.2],
      [0, 1.3, 2.8],
    ],
    0.012,
    0x3a342c,
    3,
  );
  kit.trim.tube(
    [
      [0, 4.3, -0.2],
      [0, 0.8, -2.8],
    ],
    0.012,
    0x3a342c,
    3,
  );
  kit.cloth.lathe(
    [0.3, 0.42, 1.2],
    [
      [0.4, 0],
      [0.3, 0.2],
      [0, 0.3],
    ],
    0x4a8a7a,
    9,
  );
  const parts = buildKit(kit);
  const all = [...parts.still, ...parts.litAt(0.6)].map(({ isStatic: _, ...part }): SetInstance => part);
  return (seconds) => {
    const t = seconds + hash(index, 5) * 20;
    const [roll, lift] = [Math.sin(t * 0.9) * 0.035, Math.sin(t * 0.7 + 1) * 0.05];
    const [c, s] = [Math.cos(yaw), Math.sin(yaw)];
    const matrix = new Float32Array([
      c,
      roll,
      -s,
      0,
      -roll * c,
      1,
      roll * s,
      0,
      s,
      0,
      c,
      0,
      x,
      WATER_Y + 0.28 + lift,
      z,
      1,
    ]);
    return all.map((part) => ({ ...part, matrix }));
  };
}

/** A ship with stacked containers in many colours. */
export function addFreighter(kit: Kit, random: Random): void {
  kit.metal.box([0, 2.4, 0], [46, 5.6, 9], 0x7a2c2a, { foot: 0.6 });
  kit.metal.box([0, 5.4, 0], [47, 0.6, 9.2], 0x2c3038);
  for (const s of [1, -1]) {
    const bow: Vec3[] = [
      [-23, -0.4, s * 4.5],
      [-29, 5.7, 0],
      [-23, 5.7, s * 4.5],
      [-24.5, -0.4, 0],
    ];
    if (s > 0) {
      kit.metal.triangle(bow[3]!, bow[0]!, bow[2]!, 0x7a2c2a);
      kit.metal.triangle(bow[3]!, bow[2]!, bow[1]!, 0x7a2c2a);
    } else {
      kit.metal.triangle(bow[2]!, bow[0]!, bow[3]!, 0x7a2c2a);
      kit.metal.triangle(bow[1]!, bow[2]!, bow[3]!, 0x7a2c2a);
    }
  }
  const colors = [0xb8442f, 0x2f5f8a, 0x3f7a54, 0xd0a040, 0x8a8f94, 0x6a3a5a, 0xd8d4c8];
  for (let i = 0; i < 9; i++) {
    const stack = 2 + Math.floor(random.next() * 3);
    for (let y = 0; y < stack; y++)
      kit.metal.box([-19 + i * 3.6, 7 + y * 2.6, 0.4], [3.4, 2.5, 8], random.pick(colors));
  }
  kit.trim.box([18, 11, 0], [6, 11, 8], 0xeceae2);
  for (let floor = 0; floor < 4; floor++)
    for (let i = 0; i < 3; i++) kit.window.box([16.2 + i * 1.8, 7.6 + floor * 2.4, 4.03], [1, 1.1, 0.06], 0xffdca0);
  kit.metal.lathe(
    [18, 16.5, -1],
    [
      [1.4, 0],
      [1.3, 4],
      [0, 4],
    ],
    0xc8402c,
    12,
  );
}

/** A gantry crane: four legs, a boom over the water, a cabin and a hanging hook. */
export function addCrane(kit: Kit, color: number): void {
  for (const x of [-4, 4]) for (const z of [-4, 4]) kit.metal.box([x, 11, z], [1, 22, 1], color, { foot: 0.6 });
  for (const z of [-4, 4]) kit.metal.box([0, 14, z], [9, 0.9, 0.9], color);
  for (const x of [-4, 4]) kit.metal.box([x, 14, 0], [0.9, 0.9, 9], color);
  kit.metal.box([-6, 22.5, 0], [44, 1.6, 3.4], color, { bottom: true });
  kit.metal.box([4, 28, 0], [0.9, 12, 0.9], color);
  for (const [a, b] of [
    [4, -27],
    [4, 15],
  ] as const)
    kit.metal.tube(
      [
        [a, 33.6, 0],
        [b, 23.2, 0],
      ],
      0.18,
      color,
      5,
    );
  kit.metal.box([-3, 20.6, 0], [3, 2.4, 2.6], 0xe4e2da, { bottom: true });
  kit.window.box([-3, 20.6, 1.35], [2.4, 1.4, 0.06], 0xffe0a0);
  for (const z of [-0.6, 0.6])
    kit.trim.tube(
      [
        [-17, 22, z],
        [-17, 13, z],
      ],
      0.07,
      0x26282c,
      4,
    );
  kit.metal.box([-17, 12, 0], [6, 2.4, 2.4], 0x3f6a9a, { bottom: true });
  kit.lamp.box([4, 34.4, 0], [0.7, 0.7, 0.7], 0xff5a3a);
}
