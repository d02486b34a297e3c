import type { Mesh } from '@openimagine/render';
import { mixColors, shade, softStep } from '../model/color.ts';
import { compose, type Matrix, multiply, rotationX, rotationY, rotationZ } from '../model/matrix.ts';
import { paint, warp } from '../model/mesh.ts';
import { cylinder, sphere } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import { type Assembly, around, chanceOf, MATT, PETAL } from './prop.ts';

/** A petal along +x from the origin: pointed where `blunt` is 0, round where it is 1; `cup` bends its sides up, `curl` its tip down. */
function petalMesh(
  to: Assembly,
  color: string,
  heart: string,
  { long, wide, blunt, cup, curl }: { long: number; wide: number; blunt: number; cup: number; curl: number },
): Mesh {
  const flat = warp(sphere([long / 2, long * 0.02, 1], color, to.segments(20)), (x, y, z) => {
    const along = Math.min(1, Math.max(0, x / long + 0.5));
    const half =
      wide * Math.max(0, Math.sin(Math.PI * along ** (blunt > 0.5 ? 1.5 : 0.85))) ** (blunt > 0.5 ? 0.5 : 0.8);
    const side = z * half;
    return [x + long / 2, y + cup * (side / wide) ** 2 * long + 0.16 * along * long - curl * along ** 3 * long, side];
  });
  return paint(flat, (x, _, z) => {
    const along = x / long;
    const veins = 0.06 * Math.sin((z / wide) * 24);
    return mixColors(heart, shade(color, 1 + veins), softStep(0.05, 0.42, along));
  });
}

/** Five broad silken petals round a black heart. */
export function addPoppy(to: Assembly, head: Matrix, color: string): void {
  const petal = petalMesh(to, color, '#2a1418', { long: 0.14, wide: 0.092, blunt: 1, cup: 0.35, curl: -0.12 });
  for (const [i, angle] of around(5).entries())
    to.add(
      PETAL,
      petal,
      multiply(head, rotationY(angle), rotationZ(i % 2 ? 0.42 : 0.26), compose({ at: [0.008, 0, 0] })),
    );
  to.add(
    MATT,
    sphere([0.026, 0.03, 0.026], '#4a5a2c', to.segments(14)),
    multiply(head, compose({ at: [0, 0.025, 0] })),
  );
  for (const [i, angle] of around(to.isFar ? 6 : 18).entries())
    to.add(
      MATT,
      sphere(0.0065, '#1c1418', 6),
      multiply(head, rotationY(angle), compose({ at: [0.036 + 0.008 * (i % 3), 0.034, 0] })),
    );
}

/** Six pointed petals that bend back, with long stamens; a trumpet in the middle where it is a daffodil. */
export function addLily(to: Assembly, head: Matrix, color: string, trumpet?: string): void {
  const petal = petalMesh(to, color, mixHeart(color), {
    long: 0.17,
    wide: 0.045,
    blunt: 0,
    cup: 0.16,
    curl: trumpet ? 0 : 0.34,
  });
  for (const [i, angle] of around(6).entries())
    to.add(
      PETAL,
      petal,
      multiply(
        head,
        rotationY(angle),
        rotationZ((trumpet ? 0.1 : 0.62) + (i % 2) * 0.1),
        compose({ at: [0.006, 0, 0] }),
      ),
    );
  if (trumpet) {
    to.add(
      PETAL,
      warp(cylinder({ radius: 0.036, height: 0.075, color: trumpet, segments: to.segments(24) }), (x, y, z) => {
        const flare = 1 + 0.45 * Math.max(0, y / 0.075) ** 2 * (1 + 0.18 * Math.sin(Math.atan2(z, x) * 9));
        return [x * flare, y + 0.02, z * flare];
      }),
      head,
    );
    return;
  }
  for (const angle of around(6)) {
    const tip: readonly [number, number, number] = [Math.sin(angle) * 0.045, 0.115, Math.cos(angle) * 0.045];
    to.add(
      PETAL,
      tube([[0, 0.01, 0], [tip[0] * 0.5, 0.07, tip[2] * 0.5], tip], {
        radius: 0.0026,
        color: '#cfe0a0',
        sides: 5,
        rings: 6,
      }),
      head,
    );
    to.add(
      MATT,
      sphere([0.011, 0.0045, 0.0045], '#a8521c', 8),
      multiply(head, compose({ at: tip, rotate: [0, angle, 0] })),
    );
  }
}

const mixHeart = (color: string): string => {
  const [r, g, b] = mixColors(color, '#d8e080', 0.55);
  return `#${[r, g, b].map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
};

/** A round leaf that floats on the water. */
export function addPad(to: Assembly): void {
  const pad = paint(sphere([0.3, 0.008, 0.3], '#4f8f45', to.segments(34)), (x, _, z) =>
    mixColors('#3f7f3c', '#7fb25a', 0.5 + 0.5 * Math.sin(Math.atan2(z, x) * 14) * 0.4),
  );
  to.add(MATT, pad, { at: [0, 0.012, 0] });
}

/** Rings of pointed petals that stand like a bowl on the water, a round leaf below. */
export function addLotus(to: Assembly, color: string): void {
  addPad(to);
  const petal = petalMesh(to, color, '#fdf0f2', { long: 0.2, wide: 0.06, blunt: 0, cup: 0.42, curl: 0 });
  for (const [ring, [count, tilt, scale]] of (
    [
      [9, 0.42, 1],
      [8, 0.8, 0.94],
      [6, 1.15, 0.82],
    ] as const
  ).entries())
    for (const angle of around(count))
      to.add(
        PETAL,
        petal,
        multiply(
          compose({ at: [0, 0.03 + ring * 0.012, 0] }),
          rotationY(angle + ring * 0.35),
          rotationZ(tilt),
          compose({ at: [0.02, 0, 0], scale }),
        ),
      );
  to.add(MATT, sphere([0.035, 0.03, 0.035], '#e8c23a', to.segments(14)), { at: [0, 0.075, 0] });
}

/** Several stems in a tuft, each with whorls of small blossoms to its tip. */
export function addSpikes(to: Assembly, color: string): void {
  for (let k = 0; k < (to.isHero ? 7 : 5); k++) {
    const [turn, lean] = [k * 2.4, k === 0 ? 0.03 : 0.1 + 0.16 * chanceOf(k, 2)];
    const height = 0.46 + 0.12 * chanceOf(k, 5);
    const place = multiply(rotationY(turn), rotationX(lean));
    to.add(
      PETAL,
      tube(
        [
          [0, 0, 0],
          [0, height * 0.6, 0.01],
          [0, height, 0],
        ],
        { radius: 0.006, color: '#6f9450', sides: 6, rings: 5 },
      ),
      place,
    );
    const rows = to.isFar ? 5 : 11;
    for (let row = 0; row < rows; row++) {
      const share = row / (rows - 1);
      const count = row === rows - 1 ? 2 : to.isHero ? 5 : 3;
      for (const angle of around(count))
        to.add(
          PETAL,
          sphere(
            [0.0115, 0.018, 0.0115],
            shade(color, 0.78 + 0.45 * chanceOf(row * 7 + k, Math.round(angle * 10))),
            to.isHero ? 7 : 4,
          ),
          multiply(
            place,
            rotationY(angle + row * 0.7),
            compose({ at: [0.024 * (1 - 0.55 * share), height * (0.5 + 0.52 * share), 0], rotate: [0, 0, -0.55] }),
          ),
        );
    }
  }
}

/** A dandelion's clock: a ball of parachutes. */
export function addPuff(to: Assembly, head: Matrix): void {
  const count = to.isFar ? 20 : to.isHero ? 90 : 45;
  to.add(MATT, sphere(0.018, '#8a7a5a', 10), head);
  for (let i = 0; i < count; i++) {
    const up = 1 - (2 * (i + 0.5)) / count;
    const flat = Math.sqrt(1 - up * up);
    const angle = i * 2.39996;
    const [x, y, z] = [Math.cos(angle) * flat, up, Math.sin(angle) * flat];
    const at = (r: number): readonly [number, number, number] => [x * r, y * r, z * r];
    to.add(
      PETAL,
      tube([at(0.016), at(0.06), at(0.088)], { radius: 0.0011, color: '#e9e6da', sides: 3, rings: 3 }),
      head,
    );
    for (let k = 0; k < (to.isHero ? 6 : 3); k++) {
      const swing = (k / (to.isHero ? 6 : 3)) * Math.PI * 2;
      const [a, b] = [Math.cos(swing) * 0.017, Math.sin(swing) * 0.017];
      const tip: readonly [number, number, number] = [
        x * 0.101 + a * z + b * x * y,
        y * 0.101 - b * flat,
        z * 0.101 - a * x + b * z * y,
      ];
      to.add(PETAL, tube([at(0.088), at(0.093), tip], { radius: 0.0009, color: '#ffffff', sides: 3, rings: 3 }), head);
    }
  }
}
