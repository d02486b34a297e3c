import type { Rgb, Vec3 } from '@openimagine/render';
import { hash } from '../stage/matrix.ts';
import { createShape, spread } from '../stage/shape.ts';
import { groundTone, type Lamp, land, outdoorPlace, paved, treesOn } from './built-outdoors.ts';
import { addWheelStand, carouselParts, wheelParts } from './funfair-rides.ts';
import { ambience, hasDetail, lensFor, outdoorCues } from './mood.ts';
import { createKit, type Kit, placeKit, sag } from './place-kit.ts';
import type { SetModel } from './set.ts';

const BRIGHT = [0xd8403c, 0xf0b830, 0x3a78c0, 0x4aa060, 0xe87aa0, 0x8a5ac0];
const RUST = [0x7a4a34, 0x8a6a50, 0x5e5a58, 0x6a5240, 0x8a7a64, 0x54504c];

/** A funfair: a great wheel that turns, a carousel, a coaster's loop behind, booths with striped roofs, strings of lamps. */
export const funfair: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const random = context.random.fork('funfair');
    const isDead = hasDetail(scene, 'abandoned', 'rusty', 'deserted', 'derelict', 'haunted', 'old', 'overgrown');
    const colors = isDead ? RUST : BRIGHT;
    const kit = createKit();
    addWheelStand(kit, isDead);
    addCoaster(kit, colors, isDead);
    for (const [x, z, yaw] of [
      [-8.2, -4.5, 0.9],
      [-10.2, -11, 0.75],
      [9.2, -2.6, -1.0],
      [11.5, -22, -0.6],
      [3.6, -30, -0.15],
    ] as const)
      addBooth(placeKit(kit, [x, 0, z], yaw), colors, Math.abs(Math.round(x + z)), isDead);
    const lamps = addStrings(kit, isDead);
    const wheel = wheelParts(colors, isDead);
    const carousel = carouselParts(colors, isDead);
    const ground = createShape();
    ground.sheet({
      xs: spread(-46, 46, 20),
      zs: spread(-60, 26, 20),
      at: () => 0.01,
      paint: (x, z) => groundTone(scene, hash(Math.round(x), Math.round(z)) > 0.5 ? 0xa89a84 : 0xb0a28c),
    });
    const trees = Array.from({ length: 20 }, (_, i) => ({ x: -60 + i * 6.3, z: -66 - 8 * hash(i, 3) }));
    return outdoorPlace(context, {
      kit,
      still: [
        land(scene, { heightAt: () => 0, radius: 420, rings: 36 }),
        paved(scene, ground, { pattern: 'grain', scale: 2, mirror: 0.35 }),
        ...treesOn(context, random, [...trees, { x: 24, z: 30 }, { x: -26, z: 32 }], {
          heightAt: () => 0,
          detail: 'far',
        }),
      ],
      lamps: isDead ? [] : lamps,
      wetAt: 0.02,
      fog: 0.0035,
      focus: { position: [0.6, 0, 0], halfWidth: 2.6, halfDepth: 2 },
      camera: { position: [1.2, 1.75, 11], target: [-0.8, 5.2, -14], verticalFovDegrees: lensFor(aspect, 52) },
      more: (seconds, on) => {
        const turn = isDead ? 0.35 : seconds * 0.16;
        return {
          instances: [...wheel(turn, isDead ? 0 : on), ...carousel(isDead ? 0.4 : seconds * 0.5, isDead ? 0 : on)],
        };
      },
      cues: isDead
        ? [...outdoorCues(context, 0.1), ambience(context, 'creak', 0.22, -0.3)]
        : [ambience(context, 'crowd', 0.34), ambience(context, 'chime', 0.12, 0.3), ambience(context, 'wheels', 0.08)],
    });
  },
};

/** A coaster's track on trestles, with a loop, behind everything. */
function addCoaster(kit: Kit, colors: readonly number[], isDead: boolean): void {
  const path: Vec3[] = [];
  for (let i = 0; i <= 90; i++) {
    const u = i / 90;
    const x = -34 + u * 72;
    const y = 8 + 7 * Math.sin(u * 9 + 0.6) * (1 - 0.4 * u) + 4 * u;
    path.push([x, Math.max(1.5, y), -44 - 3 * Math.sin(u * 5)]);
  }
  const loop = Array.from(
    { length: 41 },
    (_, i): Vec3 => [21 + Math.sin((i / 40) * 6.2832) * 5, 7.5 - Math.cos((i / 40) * 6.2832) * 5.5, -40 - (i / 40) * 2],
  );
  const rail = isDead ? 0x6a4a3a : colors[0]!;
  for (const track of [path, loop]) {
    for (const d of [-0.45, 0.45])
      kit.metal.tube(
        track.map(([x, y, z]): Vec3 => [x, y, z + d]),
        0.12,
        rail,
        5,
      );
    for (let i = 0; i < track.length; i += 2) kit.wood.box(track[i]!, [0.14, 0.1, 1.3], isDead ? 0x5a4a3e : 0xe8e0d0);
  }
  for (let i = 0; i < path.length; i += 4) {
    const [x, y, z] = path[i]!;
    for (const d of [-1, 1])
      kit.wood.tube(
        [
          [x, 0, z + d * 1.5],
          [x, y - 0.1, z + d * 0.4],
        ],
        0.1,
        isDead ? 0x6e5c4c : 0xece6da,
        4,
      );
    if (i > 3) {
      const [px, py, pz] = path[i - 4]!;
      kit.wood.tube(
        [
          [px, Math.min(py, y) * 0.15, pz + 1.3],
          [x, Math.min(py, y) * 0.85, z + 0.6],
        ],
        0.06,
        isDead ? 0x6e5c4c : 0xece6da,
        4,
      );
    }
  }
  for (const dx of [-3, 3])
    kit.metal.tube(
      [
        [21 + dx, 0, -41],
        [21 + dx * 0.9, 6, -41],
      ],
      0.2,
      rail,
      6,
    );
}

/** A stall: a counter, a striped roof, rows of prizes, a row of bulbs. */
function addBooth(kit: Kit, colors: readonly number[], salt: number, isDead: boolean): void {
  const [w, d] = [4.4, 2.8];
  const [first, second] = [colors[salt % colors.length]!, isDead ? 0x8a8274 : 0xf6eedc];
  kit.planks.box([0, 0.5, d / 2], [w, 1, 0.2], first, { foot: 0.7 });
  kit.planks.box([0, 1.4, -d / 2], [w, 2.8, 0.15], isDead ? 0x5a524a : 0x4a3a54);
  for (const s of [-1, 1]) {
    kit.planks.box([s * (w / 2), 1.4, 0], [0.12, 2.8, d], first);
    kit.wood.box([s * (w / 2), 1.5, d / 2 + 0.3], [0.12, 3, 0.12], second);
  }
  const stripes = 11;
  for (let i = 0; i < stripes; i++) {
    const [a, b] = [(i / stripes - 0.5) * (w + 0.7), ((i + 1) / stripes - 0.5) * (w + 0.7)];
    const tone = i % 2 === 0 ? first : second;
    kit.cloth.quad([a, 2.75, d / 2 + 0.9], [b, 2.75, d / 2 + 0.9], [b, 3.8, 0], [a, 3.8, 0], tone);
    kit.cloth.quad([b, 2.75, -d / 2 - 0.3], [a, 2.75, -d / 2 - 0.3], [a, 3.8, 0], [b, 3.8, 0], tone);
    kit.cloth.quad(
      [a, 2.45, d / 2 + 0.9],
      [b, 2.45, d / 2 + 0.9],
      [b, 2.75, d / 2 + 0.9],
      [a, 2.75, d / 2 + 0.9],
      tone,
    );
    if (!isDead) kit.lamp.box([(a + b) / 2, 2.4, d / 2 + 0.92], [0.14, 0.14, 0.1], 0xffe6a0);
  }
  for (const [row, y] of [1.35, 2.0].entries())
    for (let i = 0; i < 7; i++) {
      if (isDead && hash(i, salt + row) < 0.6) continue;
      const x = (i / 6 - 0.5) * (w - 0.8);
      const r = 0.16 + 0.06 * hash(i, salt);
      const color = colors[(i + row + salt) % colors.length]!;
      kit.cloth.lathe(
        [x, y, -d / 2 + 0.3],
        [
          [r * 0.7, 0],
          [r, r * 0.8],
          [r * 0.5, r * 1.5],
          [r * 0.75, r * 2.1],
          [0, r * 2.8],
        ],
        color,
        9,
      );
    }
}

/** Bulbs on lines between masts over the way. */
function addStrings(kit: Kit, isDead: boolean): Lamp[] {
  const lamps: Lamp[] = [];
  const bulbs: Rgb[] = [
    [2.4, 1.5, 0.7],
    [2.2, 0.8, 0.7],
    [0.9, 1.5, 2.2],
  ];
  for (const [row, z] of [2, -7, -16].entries()) {
    for (const s of [-1, 1])
      kit.metal.tube(
        [
          [s * 6, 0, z],
          [s * 6, 5.4, z],
        ],
        0.08,
        isDead ? 0x5a4a40 : 0x3a3e48,
        6,
      );
    const path = sag([-6, 5.3, z], [6, 5.3, z], 1.1, 16);
    kit.trim.tube(path, 0.015, 0x2a2a2c, 3);
    path.slice(1, -1).forEach(([x, y, pz], i) => {
      kit[isDead ? 'glass' : 'lamp'].lathe(
        [x, y - 0.24, pz],
        [
          [0, 0],
          [0.1, 0.1],
          [0.05, 0.22],
        ],
        isDead ? 0x6a6a66 : [0xffe0a0, 0xff9a8a, 0xa0d0ff][i % 3]!,
        7,
      );
      if (!isDead && i % 5 === 2)
        lamps.push({ at: [x, y - 0.3, pz], color: bulbs[(i + row) % 3]!, radius: row < 2 ? 7 : 0, halo: 0.5 });
    });
  }
  return lamps;
}
