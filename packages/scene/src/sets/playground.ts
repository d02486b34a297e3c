import type { Vec3 } from '@openimagine/render';
import { createShape, spread } from '../stage/shape.ts';
import { groundTone, land, outdoorPlace, paved, treesOn } from './built-outdoors.ts';
import { ambience, hasNamed, isSnowy, lensFor, outdoorCues } from './mood.ts';
import { buildKit, createKit, type Kit, placeKit } from './place-kit.ts';
import type { SetInstance } from './scatter.ts';
import type { SetModel } from './set.ts';

const [RED, BLUE, YELLOW, GREEN] = [0xd8443a, 0x2f74c0, 0xf0b830, 0x4a9a54];
const SWING_BAR: Vec3 = [-5.4, 2.6, -3.4];

/** A playground: slide, swings that sway, a seesaw, a climbing dome, a sandpit, benches, trees and a low fence. */
export const playground: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const kit = createKit();
    addSlide(placeKit(kit, [4.6, 0, -3.6], -0.5));
    addSwingFrame(kit);
    if (!hasNamed(scene, /seesaw/)) addSeesaw(placeKit(kit, [8.6, 0, 0.6], 0.5));
    addDome(kit, [-0.4, 0, -9.5]);
    addSandpit(kit, [-8.2, 0, 1.2], isSnowy(scene));
    addRider(placeKit(kit, [3.4, 0, 1.6], 0.6), YELLOW);
    addFence(kit);
    const seats = swingSeats();
    const ground = createShape();
    ground.sheet({
      xs: spread(-13, 13, 12),
      zs: spread(-14, 16, 12),
      at: () => 0.02,
      paint: () => groundTone(scene, 0xcdb88c),
    });
    const trees = [
      [-17, -12],
      [-11, -19],
      [-3, -22],
      [6, -20],
      [14, -16],
      [19, -8],
      [-21, -3],
      [24, -22],
      [-26, -24],
      [2, -34],
      [-14, -36],
      [17, -36],
      [22, 12],
      [-20, 14],
    ].map(([x, z]) => ({ x: x!, z: z! }));
    return outdoorPlace(context, {
      kit,
      still: [
        land(scene, { heightAt: () => 0, radius: 380, rings: 40 }),
        paved(scene, ground, { pattern: 'grain', scale: 3, mirror: 0.2 }),
        ...treesOn(context, context.random.fork('trees'), trees, { heightAt: () => 0, pines: 0.1 }),
      ],
      lamps: [{ at: [-9.5, 3, -6], radius: 9 }],
      wetAt: 0.03,
      focus: { position: [0, 0, 0], halfWidth: 2.4, halfDepth: 1.6 },
      camera: { position: [0.8, 1.8, 10.5], target: [0, 1.5, -3], verticalFovDegrees: lensFor(aspect, 44) },
      more: (seconds) => ({ instances: seats(seconds) }),
      cues: [...outdoorCues(context, 0.35), ambience(context, 'creak', 0.12, -0.3)],
    });
  },
};

/** A tower with a roof, a ladder behind, a slide that comes down towards +z. */
function addSlide(kit: Kit): void {
  for (const x of [-0.6, 0.6])
    for (const z of [-0.6, 0.6]) kit.wood.box([x, 1.6, z - 1.4], [0.12, 3.2, 0.12], 0xb8885a);
  kit.planks.box([0, 1.6, -1.4], [1.32, 0.1, 1.32], 0xc89a68, { bottom: true });
  const tip: Vec3 = [0, 4.1, -1.4];
  const corner = (sx: number, sz: number): Vec3 => [sx * 0.95, 3.1, -1.4 + sz * 0.95];
  for (const [a, b] of [
    [corner(-1, 1), corner(1, 1)],
    [corner(1, 1), corner(1, -1)],
    [corner(1, -1), corner(-1, -1)],
    [corner(-1, -1), corner(-1, 1)],
  ] as const) {
    kit.trim.triangle(a, b, tip, RED);
    kit.trim.triangle(b, a, tip, 0x9a342c);
  }
  for (const s of [-1, 1]) kit.trim.box([s * 0.62, 2.0, -1.4], [0.06, 0.7, 1.2], BLUE, { bottom: true });
  const steps = 14;
  const at = (i: number): Vec3 => {
    const t = i / steps;
    const y = t < 0.86 ? 1.62 - 1.36 * (t / 0.86) ** 1.12 : 0.26 - 0.03 * ((t - 0.86) / 0.14);
    return [0, y, -0.75 + t * 3.3];
  };
  for (let i = 0; i < steps; i++) {
    const [a, b] = [at(i), at(i + 1)];
    kit.metal.quad([-0.34, b[1], b[2]], [0.34, b[1], b[2]], [0.34, a[1], a[2]], [-0.34, a[1], a[2]], YELLOW);
    kit.metal.quad(
      [0.34, b[1] - 0.03, b[2]],
      [-0.34, b[1] - 0.03, b[2]],
      [-0.34, a[1] - 0.03, a[2]],
      [0.34, a[1] - 0.03, a[2]],
      0xb88a20,
      0.6,
    );
    for (const s of [-1, 1])
      kit.trim.tube(
        [
          [s * 0.36, a[1] + 0.12, a[2]],
          [s * 0.36, b[1] + 0.12, b[2]],
        ],
        0.06,
        YELLOW,
        6,
      );
  }
  for (const s of [-1, 1])
    kit.metal.tube(
      [
        [s * 0.3, 0, -2.6],
        [s * 0.3, 1.7, -2.05],
      ],
      0.035,
      GREEN,
      6,
    );
  for (let i = 1; i < 6; i++)
    kit.metal.tube(
      [
        [-0.3, i * 0.28, -2.6 + i * 0.09],
        [0.3, i * 0.28, -2.6 + i * 0.09],
      ],
      0.03,
      GREEN,
      5,
    );
  for (const s of [-1, 1])
    kit.metal.tube(
      [
        [s * 0.25, 0, 1.5],
        [s * 0.25, 0.5, 1.4],
      ],
      0.04,
      GREEN,
      5,
    );
}

function addSwingFrame(kit: Kit): void {
  const [x, y, z] = SWING_BAR;
  for (const s of [-1, 1])
    for (const d of [-1, 1])
      kit.metal.tube(
        [
          [x + s * 2.1, 0, z + d * 1.1],
          [x + s * 1.9, y, z],
        ],
        0.06,
        BLUE,
        8,
      );
  kit.metal.tube(
    [
      [x - 2.0, y, z],
      [x + 2.0, y, z],
    ],
    0.07,
    RED,
    8,
  );
}

/** Two seats on chains, each in its own time. */
function swingSeats(): (seconds: number) => SetInstance[] {
  const kit = createKit();
  for (const s of [-0.24, 0.24])
    kit.metal.tube(
      [
        [s, 0, 0],
        [s, -2.0, 0],
      ],
      0.014,
      0x9aa0a4,
      4,
    );
  kit.trim.box([0, -2.02, 0], [0.56, 0.05, 0.24], 0x2c2c30, { bottom: true });
  const seat = buildKit(kit).still;
  const [x, y, z] = SWING_BAR;
  return (seconds) =>
    [-0.95, 0.95].flatMap((dx, i) => {
      const angle = 0.3 * Math.sin(seconds * 2.1 + i * 1.9);
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const matrix = new Float32Array([1, 0, 0, 0, 0, c, s, 0, 0, -s, c, 0, x + dx, y, z, 1]);
      return seat.map((part): SetInstance => ({ ...part, matrix, isStatic: false }));
    });
}

function addSeesaw(kit: Kit): void {
  kit.metal.tube(
    [
      [0, 0, 0],
      [0, 0.55, 0],
    ],
    0.14,
    GREEN,
    10,
  );
  kit.wood.tube(
    [
      [-1.7, 0.28, 0],
      [1.7, 0.88, 0],
    ],
    0.09,
    RED,
    8,
  );
  for (const [x, y] of [
    [-1.55, 0.4],
    [1.55, 0.95],
  ] as const) {
    kit.trim.box([x, y, 0], [0.4, 0.06, 0.3], YELLOW, { bottom: true });
    kit.metal.tube(
      [
        [x * 0.8, y - 0.05, 0],
        [x * 0.8, y + 0.3, 0],
      ],
      0.025,
      0x9aa0a4,
      5,
    );
    kit.metal.tube(
      [
        [x * 0.8, y + 0.3, -0.18],
        [x * 0.8, y + 0.3, 0.18],
      ],
      0.025,
      0x9aa0a4,
      5,
    );
  }
}

/** Bars in triangles over half a ball. */
function addDome(kit: Kit, [x, y, z]: Vec3): void {
  const rows = [
    [1.9, 0, 10],
    [1.65, 0.85, 10],
    [1.05, 1.5, 5],
    [0, 1.85, 1],
  ] as const;
  const at = (row: number, i: number): Vec3 => {
    const [r, h, n] = rows[row]!;
    const a = ((i + (row % 2) * 0.5) / n) * Math.PI * 2;
    return [x + Math.cos(a) * r, y + h, z + Math.sin(a) * r];
  };
  const colors = [RED, BLUE, YELLOW, GREEN];
  for (let i = 0; i < 10; i++) {
    kit.metal.tube([at(0, i), at(1, i)], 0.035, colors[i % 4]!, 5);
    kit.metal.tube([at(0, (i + 1) % 10), at(1, i)], 0.035, colors[(i + 1) % 4]!, 5);
    kit.metal.tube([at(1, i), at(1, (i + 1) % 10)], 0.035, colors[(i + 2) % 4]!, 5);
    kit.metal.tube([at(1, i), at(2, Math.floor(i / 2))], 0.035, colors[(i + 3) % 4]!, 5);
  }
  for (let i = 0; i < 5; i++) {
    kit.metal.tube([at(2, i), at(2, (i + 1) % 5)], 0.035, colors[i % 4]!, 5);
    kit.metal.tube([at(2, i), at(3, 0)], 0.035, colors[(i + 1) % 4]!, 5);
  }
}

function addSandpit(kit: Kit, [x, y, z]: Vec3, isWhite: boolean): void {
  kit.plaster.box([x, y + 0.09, z], [3.2, 0.14, 2.6], isWhite ? 0xe8eef4 : 0xe6d2a0);
  for (const s of [-1, 1]) {
    kit.wood.box([x, y + 0.14, z + s * 1.35], [3.5, 0.28, 0.2], 0xa8784c);
    kit.wood.box([x + s * 1.65, y + 0.14, z], [0.2, 0.28, 2.8], 0xa8784c);
  }
  kit.trim.lathe(
    [x + 0.5, y + 0.16, z + 0.5],
    [
      [0.1, 0],
      [0.14, 0.22],
      [0.11, 0.2],
      [0, 0.16],
    ],
    RED,
    10,
  );
  kit.plaster.lathe(
    [x - 0.5, y + 0.16, z],
    [
      [0.5, 0],
      [0.3, 0.25],
      [0, 0.34],
    ],
    isWhite ? 0xe8eef4 : 0xdcc894,
    12,
  );
  kit.trim.box([x - 0.1, y + 0.2, z + 0.8], [0.08, 0.04, 0.4], BLUE, { yaw: 0.5, bottom: true });
}

/** An animal on a spring. */
function addRider(kit: Kit, color: number): void {
  const coil = Array.from(
    { length: 33 },
    (_, i): Vec3 => [Math.cos(i * 0.78) * 0.1, 0.02 + i * 0.012, Math.sin(i * 0.78) * 0.1],
  );
  kit.metal.tube(coil, 0.018, 0x6a6e72, 4);
  kit.trim.tube(
    [
      [-0.4, 0.55, 0],
      [0, 0.52, 0],
      [0.38, 0.6, 0],
    ],
    0.17,
    color,
    10,
  );
  kit.trim.tube(
    [
      [0.34, 0.62, 0],
      [0.52, 0.92, 0],
    ],
    0.12,
    color,
    8,
  );
  kit.trim.tube(
    [
      [0.46, 0.94, 0],
      [0.72, 0.86, 0],
    ],
    0.09,
    color,
    8,
  );
  kit.metal.tube(
    [
      [0.4, 0.82, -0.2],
      [0.4, 0.82, 0.2],
    ],
    0.025,
    RED,
    5,
  );
}

/** A low fence of painted boards round three sides. */
function addFence(kit: Kit): void {
  const colors = [RED, YELLOW, BLUE, GREEN];
  for (let i = 0; i < 52; i++) kit.planks.box([-13 + i * 0.51, 0.42, -14.2], [0.3, 0.84, 0.06], colors[i % 4]!);
  for (const s of [-1, 1]) {
    for (let i = 0; i < 40; i++) kit.planks.box([s * 13.2, 0.42, -14 + i * 0.55], [0.06, 0.84, 0.3], colors[i % 4]!);
    kit.wood.box([s * 13.2, 0.6, -3.2], [0.04, 0.08, 21], 0xe8e0d0);
  }
  kit.wood.box([0, 0.6, -14.25], [26, 0.08, 0.04], 0xe8e0d0);
  for (const x of [-9.5, 9.6]) {
    kit.planks.box([x, 0.46, -12.4], [2, 0.06, 0.45], 0xa8784c, { bottom: true });
    kit.planks.box([x, 0.8, -12.62], [2, 0.3, 0.05], 0xa8784c, { bottom: true });
    for (const s of [-0.8, 0.8]) kit.metal.box([x + s, 0.23, -12.45], [0.06, 0.46, 0.4], 0x3a3c40);
  }
}
