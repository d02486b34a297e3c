import type { Vec3 } from '@openimagine/render';
import type { Kit } from './place-kit.ts';

/** Left wall of the canal, edge of the quay, and the houses behind it, metres from the middle. */
export const LEFT = -5.2;

export const QUAY = 3.6;

/** A gondola 9 m long along z, its iron prow at −z: black outside, red within. */
export function addGondola(kit: Kit): void {
  const steps = 22;
  const section = (i: number): { z: number; w: number; top: number; low: number } => {
    const u = (i / steps) * 2 - 1;
    const end = Math.abs(u) ** 2.6;
    return {
      z: u * 4.3,
      w: 0.66 * (1 - end) + 0.05,
      top: 0.5 + 0.85 * Math.abs(u) ** 3.4,
      low: -0.25 + 0.75 * Math.abs(u) ** 4,
    };
  };
  for (let i = 0; i < steps; i++) {
    const [a, b] = [section(i), section(i + 1)];
    for (const s of [-1, 1]) {
      const [low, high]: [Vec3, Vec3] = [
        [s * a.w * 0.7, a.low, a.z],
        [s * a.w, a.top, a.z],
      ];
      const [low2, high2]: [Vec3, Vec3] = [
        [s * b.w * 0.7, b.low, b.z],
        [s * b.w, b.top, b.z],
      ];
      const inner: Vec3 = [s * a.w * 0.86, a.top - 0.02, a.z];
      const inner2: Vec3 = [s * b.w * 0.86, b.top - 0.02, b.z];
      if (s > 0) {
        kit.trim.quad(low2, low, high, high2, 0x16161a);
        kit.gold.quad(high2, high, inner, inner2, 0x2a2620);
        kit.wood.quad(inner2, inner, [s * a.w * 0.5, 0.12, a.z], [s * b.w * 0.5, 0.12, b.z], 0x2a1a16, 0.7);
      } else {
        kit.trim.quad(low, low2, high2, high, 0x16161a);
        kit.gold.quad(high, high2, inner2, inner, 0x2a2620);
        kit.wood.quad(inner, inner2, [s * b.w * 0.5, 0.12, b.z], [s * a.w * 0.5, 0.12, a.z], 0x2a1a16, 0.7);
      }
    }
    kit.wood.quad(
      [-a.w * 0.5, 0.12, a.z],
      [-b.w * 0.5, 0.12, b.z],
      [b.w * 0.5, 0.12, b.z],
      [a.w * 0.5, 0.12, a.z],
      0x3a221a,
      0.8,
    );
    kit.wood.quad(
      [-b.w * 0.5, 0.12, b.z],
      [-a.w * 0.5, 0.12, a.z],
      [a.w * 0.5, 0.12, a.z],
      [b.w * 0.5, 0.12, b.z],
      0x3a221a,
      0.8,
    );
  }
  kit.cloth.box([0, 0.34, 0.9], [0.85, 0.2, 0.6], 0xa8242c);
  kit.cloth.box([0, 0.58, 1.22], [0.85, 0.42, 0.12], 0xa8242c);
  kit.gold.box([0, 0.82, 1.23], [0.9, 0.06, 0.14], 0xc8a048);
  kit.cloth.box([0, 0.3, -0.7], [0.8, 0.1, 0.4], 0xa8242c);
  // The iron at the prow: a bent blade with six teeth.
  kit.metal.box([0, 1.45, -4.34], [0.05, 0.55, 0.22], 0xc8ccd0);
  kit.metal.box([0, 1.76, -4.26], [0.05, 0.14, 0.42], 0xc8ccd0);
  for (let i = 0; i < 5; i++) kit.metal.box([0, 1.2 + i * 0.1, -4.5], [0.04, 0.05, 0.18], 0xc8ccd0);
  kit.wood.tube(
    [
      [0.62, 0.5, 2.2],
      [0.66, 0.95, 2.3],
    ],
    0.04,
    0x6a4428,
    6,
  );
}

/** Mooring poles with stripes. */
export function addPoles(kit: Kit): void {
  for (const [x, z, color] of [
    [LEFT + 1.9, -3, 0x2f5a9a],
    [LEFT + 0.5, -8.6, 0xb83a34],
    [LEFT + 1.8, -11.2, 0x2f5a9a],
    [LEFT + 1.9, -18, 0xb83a34],
    [QUAY - 0.4, -6.6, 0xb83a34],
    [QUAY - 1.7, -8.4, 0x2f5a9a],
    [QUAY - 0.5, -15.6, 0x2f5a9a],
    [LEFT + 0.9, 3.6, 0xb83a34],
  ] as const) {
    for (let i = 0; i < 8; i++)
      kit.wood.tube(
        [
          [x, -0.6 + i * 0.42, z],
          [x, -0.18 + i * 0.42, z],
        ],
        0.085,
        i < 2 ? 0x4a3a2c : i % 2 === 0 ? 0xf0e8da : color,
        9,
      );
    kit.gold.lathe(
      [x, 2.76, z],
      [
        [0.09, 0],
        [0.11, 0.06],
        [0, 0.2],
      ],
      0xd0a84c,
      9,
    );
  }
}
