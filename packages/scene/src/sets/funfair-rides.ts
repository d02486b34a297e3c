import type { Mesh, Vec3 } from '@openimagine/render';
import { createShape } from '../stage/shape.ts';
import { addCard, buildKit, createKit, type Kit, placeKit } from './place-kit.ts';
import type { SetInstance } from './scatter.ts';

/** What turns: its angle, and how far its lamps are lit. */
type Turned = (turn: number, on: number) => SetInstance[];

const HUB: Vec3 = [-7.5, 13.2, -27];

const RADIUS = 11.5;

const CARS = 16;

const RIDE: Vec3 = [8.6, 0, -11.5];

/** Two leaning legs on either side of the hub. */
export function addWheelStand(kit: Kit, isDead: boolean): void {
  const color = isDead ? 0x6a5448 : 0xe8e6e0;
  for (const z of [-1.3, 1.3]) {
    for (const x of [-5.2, 5.2])
      kit.metal.tube(
        [
          [HUB[0] + x, 0, HUB[2] + z * 2.2],
          [HUB[0], HUB[1], HUB[2] + z],
        ],
        0.3,
        color,
        8,
      );
    kit.metal.tube(
      [
        [HUB[0] - 2.7, HUB[1] * 0.48, HUB[2] + z * 1.6],
        [HUB[0] + 2.7, HUB[1] * 0.48, HUB[2] + z * 1.6],
      ],
      0.16,
      color,
      6,
    );
  }
  kit.metal.tube(
    [
      [HUB[0], HUB[1], HUB[2] - 1.6],
      [HUB[0], HUB[1], HUB[2] + 1.6],
    ],
    0.55,
    isDead ? 0x5a4438 : 0xd8403c,
    14,
  );
  kit.wood.box([HUB[0], 0.5, HUB[2]], [7, 1, 4], isDead ? 0x5a5048 : 0x3a5a9a);
}

/** The rim with its spokes and bulbs turns; the cabins hang upright. */
export function wheelParts(colors: readonly number[], isDead: boolean): Turned {
  const kit = createKit();
  const frame = isDead ? 0x8a5a40 : 0xf0eee8;
  for (const z of [-1, 1]) {
    for (const r of [RADIUS, RADIUS * 0.9]) {
      const ring = Array.from(
        { length: 49 },
        (_, i): Vec3 => [Math.cos((i / 48) * 6.2832) * r, Math.sin((i / 48) * 6.2832) * r, z],
      );
      kit.metal.tube(ring, 0.12, frame, 5);
    }
    for (let i = 0; i < CARS; i++) {
      const a = (i / CARS) * 6.2832;
      kit.metal.tube(
        [
          [0, 0, z],
          [Math.cos(a) * RADIUS, Math.sin(a) * RADIUS, z],
        ],
        0.07,
        frame,
        4,
      );
      if (isDead) continue;
      for (let n = 1; n < 9; n++) {
        const r = (n / 9) * RADIUS;
        kit.lamp.box(
          [Math.cos(a) * r, Math.sin(a) * r, z + 0.12],
          [0.16, 0.16, 0.06],
          [0xfff0b0, 0xff8a6a, 0x8ad0ff][n % 3]!,
        );
      }
    }
    for (let i = 0; i < 72 && !isDead; i++) {
      const a = (i / 72) * 6.2832;
      kit.lamp.box(
        [Math.cos(a) * RADIUS, Math.sin(a) * RADIUS, z + 0.14],
        [0.2, 0.2, 0.06],
        i % 2 === 0 ? 0xffe08a : 0xff6a7a,
      );
    }
  }
  for (let i = 0; i < CARS; i++) {
    const a = (i / CARS) * 6.2832;
    kit.metal.tube(
      [
        [Math.cos(a) * RADIUS, Math.sin(a) * RADIUS, -1],
        [Math.cos(a) * RADIUS, Math.sin(a) * RADIUS, 1],
      ],
      0.08,
      frame,
      5,
    );
  }
  const rim = buildKit(kit);
  const cabins = colors.slice(0, 4).map((color): Mesh => {
    const shape = createShape();
    shape.lathe(
      [0, -1.9, 0],
      [
        [0.3, 0],
        [0.85, 0.25],
        [0.95, 0.8],
        [0.95, 0.95],
      ],
      color,
      12,
    );
    shape.lathe(
      [0, -0.55, 0],
      [
        [1.05, 0],
        [0.6, 0.42],
        [0, 0.55],
      ],
      color,
      12,
    );
    for (let k = 0; k < 4; k++) {
      const a = k * 1.5708 + 0.785;
      shape.tube(
        [
          [Math.cos(a) * 0.9, -0.98, Math.sin(a) * 0.9],
          [Math.cos(a) * 0.9, -0.52, Math.sin(a) * 0.9],
        ],
        0.05,
        0xf0eee8,
        4,
      );
    }
    return shape.build();
  });
  return (turn, on) => {
    const [c, s] = [Math.cos(turn), Math.sin(turn)];
    const matrix = new Float32Array([c, s, 0, 0, -s, c, 0, 0, 0, 0, 1, 0, HUB[0], HUB[1], HUB[2], 1]);
    const hung = Array.from({ length: CARS }, (_, i): SetInstance => {
      const a = (i / CARS) * 6.2832 + turn;
      const at = new Float32Array([
        1,
        0,
        0,
        0,
        0,
        1,
        0,
        0,
        0,
        0,
        1,
        0,
        HUB[0] + Math.cos(a) * RADIUS,
        HUB[1] + Math.sin(a) * RADIUS,
        HUB[2],
        1,
      ]);
      return { mesh: cabins[i % 4]!, material: { specular: 0.35, gloss: 40, emissive: isDead ? 0 : 0.12 }, matrix: at };
    });
    return [...[...rim.still, ...rim.litAt(on)].map((part) => ({ ...part, matrix, isStatic: false })), ...hung];
  };
}

/** A round stage under a striped tent roof, horses on poles that rise and fall. */
export function carouselParts(colors: readonly number[], isDead: boolean): Turned {
  const kit = createKit();
  const [r, white] = [4.3, isDead ? 0x8a8478 : 0xf4ecd8];
  kit.wood.lathe(
    [0, 0.3, 0],
    [
      [r, 0],
      [r, 0.3],
      [r - 0.1, 0.32],
      [0, 0.32],
    ],
    isDead ? 0x5e5048 : 0xb8403c,
    36,
  );
  kit.trim.lathe(
    [0, 0.6, 0],
    [
      [1, 0],
      [1, 3.6],
    ],
    white,
    18,
  );
  const sides = 24;
  for (let i = 0; i < sides; i++) {
    const at = (k: number, radius: number, y: number): Vec3 => [
      Math.sin((k / sides) * 6.2832) * radius,
      y,
      Math.cos((k / sides) * 6.2832) * radius,
    ];
    const tone = i % 2 === 0 ? colors[0]! : white;
    kit.cloth.triangle(at(i, r + 0.4, 4.3), at(i + 1, r + 0.4, 4.3), [0, 6.6, 0], tone);
    kit.cloth.quad(
      at(i, r + 0.42, 3.7),
      at(i + 1, r + 0.42, 3.7),
      at(i + 1, r + 0.42, 4.3),
      at(i, r + 0.42, 4.3),
      i % 2 === 0 ? white : colors[1]!,
    );
    kit.cloth.quad(
      at(i + 1, r + 0.4, 3.7),
      at(i, r + 0.4, 3.7),
      at(i, r + 0.4, 4.3),
      at(i + 1, r + 0.4, 4.3),
      white,
      0.6,
    );
    addCard(
      placeKit(kit, at(i, 1.01, 2.4), (i / sides) * 6.2832).glass,
      [0, 0, 0.01],
      0.22,
      1.6,
      isDead ? 0x5a5a58 : 0xd8e0e8,
    );
    if (!isDead) kit.lamp.box(at(i, r + 0.45, 3.68), [0.18, 0.18, 0.18], 0xfff0b8);
  }
  kit.gold.lathe(
    [0, 6.6, 0],
    [
      [0.25, 0],
      [0.3, 0.25],
      [0, 0.7],
    ],
    0xe0b850,
    12,
  );
  const base = buildKit(kit);
  const horses = [0, 1, 2].map((n) =>
    horseMesh(colors[(n * 2 + 1) % colors.length]!, isDead ? 0x9a9284 : [0xf6f0e6, 0xe8d8c0, 0xd0c8c0][n]!),
  );
  return (turn, on) => {
    const around = (angle: number, radius: number, y: number): Float32Array => {
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      return new Float32Array([c, 0, -s, 0, 0, 1, 0, 0, s, 0, c, 0, RIDE[0] + s * radius, y, RIDE[2] + c * radius, 1]);
    };
    const parts = [...base.still, ...base.litAt(on)].map((part) => ({
      ...part,
      matrix: around(turn, 0, 0),
      isStatic: false,
    }));
    const ridden = Array.from({ length: 10 }, (_, i): SetInstance => {
      const angle = (i / 10) * 6.2832 + turn;
      const lift = isDead ? 0.1 : 0.3 + 0.3 * Math.sin(turn * 3 + i * 2.1);
      return { mesh: horses[i % 3]!, material: { specular: 0.3, gloss: 40 }, matrix: around(angle, 3.3, 1.0 + lift) };
    });
    return [...parts, ...ridden];
  };
}

/** A wooden horse in full gallop, its head at +x, on a pole. */
function horseMesh(saddle: number, coat: number): Mesh {
  const shape = createShape();
  shape.tube(
    [
      [-0.62, 0.5, 0],
      [-0.2, 0.48, 0],
      [0.25, 0.5, 0],
      [0.5, 0.56, 0],
    ],
    0.25,
    coat,
    9,
  );
  shape.tube(
    [
      [0.45, 0.6, 0],
      [0.7, 0.95, 0],
      [0.8, 1.2, 0],
    ],
    0.15,
    coat,
    8,
  );
  shape.tube(
    [
      [0.74, 1.2, 0],
      [1.0, 1.1, 0],
      [1.14, 1.0, 0],
    ],
    0.1,
    coat,
    7,
  );
  for (const z of [-0.13, 0.13]) {
    shape.tube(
      [
        [0.48, 0.45, z],
        [0.8, 0.2, z],
        [0.66, -0.02, z],
      ],
      0.06,
      coat,
      6,
    );
    shape.tube(
      [
        [-0.55, 0.42, z],
        [-0.78, 0.1, z],
        [-1.0, 0, z],
      ],
      0.065,
      coat,
      6,
    );
    shape.tube(
      [
        [0.74, 1.26, z * 0.5],
        [0.73, 1.38, z * 0.5],
      ],
      0.03,
      coat,
      4,
    );
  }
  shape.tube(
    [
      [-0.8, 0.58, 0],
      [-1.0, 0.5, 0],
      [-1.1, 0.2, 0],
    ],
    0.07,
    0x6a4a34,
    6,
  );
  shape.tube(
    [
      [0.36, 0.82, 0],
      [0.6, 1.16, 0],
      [0.74, 1.36, 0],
    ],
    0.06,
    0x6a4a34,
    5,
  );
  shape.box([-0.05, 0.74, 0], [0.5, 0.1, 0.4], saddle, { bottom: true });
  shape.box([-0.05, 0.5, 0], [0.12, 0.5, 0.54], saddle, { bottom: true });
  shape.tube(
    [
      [0, -0.8, 0],
      [0, 3.2, 0],
    ],
    0.035,
    0xd8b050,
    6,
  );
  return shape.build();
}
