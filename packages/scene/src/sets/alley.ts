import type { Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import { hash } from '../stage/matrix.ts';
import { createShape, spread } from '../stage/shape.ts';
import { groundTone, land, outdoorPlace, paved, roofTone, wetness } from './built-outdoors.ts';
import { addRoofs } from './house-shapes.ts';
import { ambience, isAerial, lensFor } from './mood.ts';
import { addCard, createKit, type Kit, placeKit, sag } from './place-kit.ts';
import { sprites } from './scatter.ts';
import type { SetContext, SetModel, SetMoment } from './set.ts';

/** A narrow back alley: brick walls, pipes, fire stairs, washing on lines, bins, a door with one lamp, puddles. */
export const alley: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const random = context.random.fork('alley');
    const kit = createKit();
    addWalls(kit, random);
    if (isAerial(scene))
      addRoofs(
        kit,
        random.fork('roofs'),
        { from: 14, to: 90, near: 34, far: -120, height: 10 },
        [0x7a4a3c, 0x5a5a60, 0x8a5a48].map((roof) => roofTone(scene, roof)),
      );
    addPipes(kit, random);
    addStairs(placeKit(kit, [HALF, 0, -9], -Math.PI / 2));
    addWashing(kit, random);
    addBins(kit, random);
    addEnd(kit);
    const lamp = addDoorLamp(kit);
    return outdoorPlace(context, {
      kit,
      still: [land(scene, { heightAt: () => -0.12, radius: 400, rings: 30 }), ...ground(context)],
      lamps: [
        { at: lamp, color: [4.4, 2.7, 1.2], radius: 11, halo: 1.3 },
        { at: [0, 3, -46], color: [2.2, 1.4, 1.5], radius: 16 },
        { at: [-HALF + 0.8, 2, -17], color: [0.9, 0.3, 0.5], radius: 7 },
      ],
      wetAt: 0.012,
      fog: 0.005,
      focus: { position: [0, 0, 0], halfWidth: 1.1, halfDepth: 5 },
      camera: { position: [0.25, 1.6, 8.4], target: [-0.05, 2.5, -10], verticalFovDegrees: lensFor(aspect, 46) },
      // Water stands in the hollows of an alley, rain or not.
      more: (seconds, on): Partial<SetMoment> => ({
        mirror: {
          height: 0.012,
          roughness: wetness(scene) ? 0.5 : 0.12,
          ripple: wetness(scene) ? 0.25 : 0.03,
          seconds,
        },
        sprites: steam(seconds, on),
      }),
      cues: [ambience(context, 'city', 0.2), ambience(context, 'wind', 0.1)],
    });
  },
};

const HALF = 2.2;
const FAR = -44;
const BRICKS = [0x9a5a48, 0x86604e, 0x8f6f5c, 0x7a5450];
const LIT = [0xffc878, 0xffd898, 0xf0b060];

function addWalls(kit: Kit, random: Random): void {
  for (const side of [-1, 1]) {
    let z = 14;
    while (z > FAR) {
      const w = random.between(6, 9);
      const h = random.between(9, 15);
      const x = side * (HALF + random.between(0, 0.25));
      const middle = z - w / 2;
      kit.brick.box([x + side * 3, h / 2, middle], [6, h, w - 0.03], random.pick(BRICKS), { foot: 0.5 });
      const face = placeKit(kit, [x, 0, middle], (-side * Math.PI) / 2);
      face.stone.box([0, h - 0.15, 0.05], [w, 0.4, 0.24], 0x8a8078, { bottom: true });
      face.stone.box([0, 0.25, 0.02], [w, 0.5, 0.1], 0x6a645e);
      for (let floor = 1; floor * 3 + 1.6 < h; floor++)
        for (let i = 0; i < 2; i++) addWindow(face, [(i - 0.5) * w * 0.46, floor * 3 + 0.7], random);
      if (random.next() < 0.6) addShutterDoor(face, random.between(-1.5, 1.5), random);
      z -= w;
    }
  }
}

function addWindow(kit: Kit, [x, y]: readonly [number, number], random: Random): void {
  const isLit = random.next() < 0.4;
  kit.stone.box([x, y, 0.02], [1.16, 1.56, 0.1], 0x8f867c);
  addCard(isLit ? kit.window : kit.glass, [x, y, 0.08], 0.92, 1.32, isLit ? random.pick(LIT) : 0x2e3a46);
  kit.trim.box([x, y, 0.09], [0.05, 1.32, 0.04], 0x5a524a);
  kit.trim.box([x, y + 0.1, 0.09], [0.92, 0.05, 0.04], 0x5a524a);
  kit.stone.box([x, y - 0.82, 0.1], [1.3, 0.1, 0.26], 0x9a9086, { bottom: true });
  const roll = random.next();
  if (roll < 0.25) kit.metal.box([x, y - 0.5, 0.3], [0.72, 0.5, 0.5], 0xb0aea8, { bottom: true });
  else if (roll < 0.4)
    for (let i = 0; i < 4; i++)
      kit.leaf.lathe(
        [x - 0.36 + i * 0.24, y - 0.78, 0.14],
        [
          [0.12, 0],
          [0.16, 0.14],
          [0, 0.3],
        ],
        0x4a7a3c,
        7,
      );
}

function addShutterDoor(kit: Kit, x: number, random: Random): void {
  const color = random.pick([0x4a5a56, 0x5a4a44, 0x3f4a5c]);
  kit.metal.box([x, 1.15, 0.04], [1.3, 2.3, 0.1], 0x2e2c2c);
  kit.metal.box([x, 1.1, 0.08], [1.14, 2.16, 0.06], color);
  for (let i = 0; i < 5; i++) kit.metal.box([x, 0.4 + i * 0.4, 0.115], [0.94, 0.3, 0.012], color);
  kit.metal.box([x + 0.44, 1.1, 0.13], [0.05, 0.16, 0.05], 0xb0a890);
}

/** Downpipes, conduits, meters and a run of pipe over the wall. */
function addPipes(kit: Kit, random: Random): void {
  for (let i = 0; i < 9; i++) {
    const side = i % 2 === 0 ? -1 : 1;
    const z = 4.6 - i * 5.3 + random.between(-0.6, 0.6);
    const x = side * (HALF - 0.1);
    kit.metal.tube(
      [
        [x, 0.2, z],
        [x, 10, z],
      ],
      0.07,
      0x54565a,
      7,
    );
    for (let y = 1; y < 10; y += 2.2) kit.metal.box([x, y, z], [0.2, 0.08, 0.2], 0x3a3c40);
    kit.metal.box([side * (HALF - 0.12), 1.5, z - 0.9], [0.22, 0.5, 0.4], 0x7a7c7c, { bottom: true });
    kit.trim.tube(
      [
        [x, 1.75, z - 0.9],
        [x, 3.2, z - 0.9],
        [x, 3.3, z - 3.6],
      ],
      0.025,
      0x2a2a2e,
      5,
    );
  }
  kit.metal.tube(
    [
      [-HALF + 0.2, 2.85, 10],
      [-HALF + 0.2, 2.85, -24],
      [-HALF + 0.2, 4.4, -24.4],
    ],
    0.1,
    0x6a5a50,
    8,
  );
}

/** An iron fire stair: two landings with rails, a ladder. It stands out towards +z. */
function addStairs(kit: Kit): void {
  const iron = 0x2c2a2c;
  for (const y of [3.3, 6.4]) {
    kit.metal.box([0, y, 0.55], [3.6, 0.07, 1.1], iron, { bottom: true });
    for (let i = 0; i <= 12; i++) kit.metal.box([-1.75 + i * 0.29, y + 0.5, 1.08], [0.03, 1, 0.03], iron);
    kit.metal.box([0, y + 1.0, 1.08], [3.6, 0.05, 0.05], iron, { bottom: true });
    for (const x of [-1.75, 1.75]) kit.metal.box([x, y + 0.5, 0.55], [0.04, 0.06, 1.1], iron);
  }
  for (let i = 0; i < 11; i++)
    kit.metal.box([-1.3 + i * 0.26, 3.4 + i * 0.28, 0.72], [0.28, 0.04, 0.5], iron, { bottom: true });
  for (const dx of [0, 0.4]) kit.metal.box([1.3 + dx, 2.2, 1.0], [0.04, 2.3, 0.04], iron);
  for (let i = 0; i < 7; i++) kit.metal.box([1.5, 1.2 + i * 0.32, 1.0], [0.4, 0.03, 0.03], iron);
}

/** Lines across the alley with shirts, sheets and trousers, high up. */
function addWashing(kit: Kit, random: Random): void {
  const colors = [0xe9e4da, 0xc8504a, 0x4a78a0, 0xe0b45a, 0x6a9a7a, 0xd8a0a8, 0xdfe6ea];
  for (const [z, y] of [
    [-3.2, 5.1],
    [-7.5, 6.6],
    [-13, 5.4],
    [-19, 6.8],
    [-26, 5.6],
  ] as const) {
    const path = sag([-HALF, y, z], [HALF, y + 0.3, z - 0.5], 0.16, 12);
    kit.trim.tube(path, 0.012, 0x8a8478, 3);
    for (let i = 1; i < 11; i++) {
      if (hash(i, Math.round(z * 7)) < 0.22) continue;
      const [x, py, pz] = path[i]!;
      const [w, h] = [random.between(0.26, 0.4), random.between(0.4, 0.85)];
      const sway = random.between(-0.1, 0.1);
      const color = random.pick(colors);
      const a: Vec3 = [x - w / 2, py, pz];
      const b: Vec3 = [x + w / 2, py, pz];
      const c: Vec3 = [x + w / 2, py - h, pz + sway];
      const d: Vec3 = [x - w / 2, py - h, pz + sway];
      kit.cloth.quad(d, c, b, a, color);
      kit.cloth.quad(a, b, c, d, color, 0.8);
    }
  }
}

/** Dustbins, crates, boxes and a leaning bicycle frame's worth of clutter along the walls. */
function addBins(kit: Kit, random: Random): void {
  for (const [x, z] of [
    [-1.78, 2.2],
    [-1.75, 1.5],
    [1.72, -3.4],
    [-1.7, -8.2],
    [1.75, -15],
    [-1.75, -22],
  ] as const) {
    kit.metal.lathe(
      [x, 0, z],
      [
        [0.24, 0],
        [0.28, 0.72],
        [0.3, 0.74],
        [0.3, 0.8],
        [0.12, 0.88],
        [0, 0.88],
      ],
      0x6a7274,
      12,
    );
    kit.metal.lathe(
      [x, 0.88, z],
      [
        [0.05, 0],
        [0.05, 0.05],
        [0, 0.06],
      ],
      0x4a5052,
      8,
    );
  }
  for (let i = 0; i < 10; i++) {
    const side = i % 3 === 0 ? -1 : 1;
    const z = 1.6 - i * 3.1;
    const s = random.between(0.36, 0.5);
    const yaw = random.between(-0.3, 0.3);
    const color = random.pick([0xa07a4c, 0x8a6a44, 0xb08a5a]);
    kit.planks.box([side * 1.7, s / 2, z], [s * 1.2, s, s], color, { foot: 0.7, yaw });
    if (i % 2 === 0) kit.planks.box([side * 1.72, s * 1.4, z + 0.05], [s, s * 0.8, s * 0.8], color, { yaw: yaw + 0.4 });
  }
  for (let i = 0; i < 3; i++)
    kit.trim.lathe(
      [1.6, 0, -5 - i * 0.5],
      [
        [0.24, 0],
        [0.34, 0.2],
        [0.25, 0.42],
        [0.06, 0.52],
        [0.09, 0.58],
        [0, 0.56],
      ],
      0x23252a,
      9,
    );
}

/** What closes the far end: a cross street's lit house behind a wall with a gate. */
function addEnd(kit: Kit): void {
  kit.brick.box([0, 7, FAR - 9], [18, 14, 4], 0xb08a6a, { foot: 0.7 });
  for (let floor = 0; floor < 4; floor++)
    for (let i = -3; i <= 3; i++) {
      const isLit = hash(floor * 9 + i, 8) < 0.6;
      addCard(
        isLit ? kit.window : kit.glass,
        [i * 2.2, 2 + floor * 3.2, FAR - 6.97],
        1.2,
        1.8,
        isLit ? LIT[(i + 9) % 3]! : 0x39485a,
      );
    }
  kit.metal.box([0, 4.6, FAR], [HALF * 2, 0.1, 0.1], 0x2a2a2c);
}

/** The one lamp, over a door. @returns where it shines. */
function addDoorLamp(kit: Kit): Vec3 {
  const face = placeKit(kit, [HALF, 0, -1.6], -Math.PI / 2);
  face.wood.box([0, 1.2, 0.05], [1.3, 2.4, 0.12], 0x2f3f3a);
  face.planks.box([0, 1.14, 0.1], [1.06, 2.2, 0.08], 0x7a3430);
  addCard(face.window, [0, 1.72, 0.145], 0.6, 0.6, 0xffc878);
  face.stone.box([0, 0.08, 0.35], [1.5, 0.16, 0.7], 0x7a746c);
  face.metal.tube(
    [
      [0, 2.95, 0],
      [0, 3.1, 0.35],
      [0, 2.98, 0.6],
    ],
    0.025,
    0x232326,
    6,
  );
  face.metal.lathe(
    [0, 2.8, 0.6],
    [
      [0.26, 0],
      [0.2, 0.12],
      [0.06, 0.18],
      [0, 0.22],
    ],
    0x2f4a44,
    14,
  );
  face.lamp.lathe(
    [0, 2.8, 0.6],
    [
      [0, -0.07],
      [0.1, -0.03],
      [0.12, 0.04],
      [0, 0.1],
    ],
    0xffe0a0,
    10,
  );
  return [HALF - 0.75, 2.6, -1.6];
}

function ground(context: SetContext) {
  const { scene } = context;
  const stones = createShape();
  stones.sheet({
    xs: spread(-10, 10, 8),
    zs: spread(FAR - 8, 24, 30),
    at: () => 0,
    paint: () => groundTone(scene, 0x77726c),
  });
  const puddles = createShape();
  for (const [x, z, rx, rz] of [
    [-0.5, 2.6, 0.9, 1.3],
    [0.7, -1.2, 0.75, 1.1],
    [-0.7, -5, 0.8, 1.6],
    [0.3, -9, 1.1, 2],
    [-0.3, -16, 1, 2.4],
    [0.4, -25, 1.1, 3],
  ] as const) {
    const steps = 26;
    for (let i = 0; i < steps; i++) {
      const at = (step: number): Vec3 => {
        const a = (step / steps) * Math.PI * 2;
        const r = 1 + 0.22 * Math.sin(a * 3 + x * 5) + 0.1 * Math.sin(a * 7 + z);
        return [x + Math.sin(a) * rx * r, 0.012, z + Math.cos(a) * rz * r];
      };
      puddles.triangle([x, 0.012, z], at(i), at(i + 1), 0x2c3038);
    }
  }
  const isFrozen = scene.weather === 'snow';
  const water = paved(scene, puddles, { pattern: 'grain', scale: 4, mirror: 0.9 });
  return [
    paved(scene, stones, { pattern: 'tiles', scale: 2.6, mirror: 0.55 }),
    ...(isFrozen ? [] : [{ ...water, material: { specular: 0.6, gloss: 80, mirror: 0.85 } }]),
  ];
}

/** Steam from a grate, in a slow, endless column. */
function steam(seconds: number, on: number): SetMoment['sprites'] {
  const tone = 0.34 + 0.16 * (1 - on);
  return [
    sprites(
      'soft',
      'alpha',
      Array.from({ length: 9 }, (_, i) => {
        const age = (seconds * 0.22 + i / 9) % 1;
        return {
          position: [-1.5 + Math.sin(i * 2.1 + seconds * 0.4) * 0.2 * age, 0.1 + age * 2.6, -6.2 - age * 0.4] as const,
          radius: 0.25 + age * 0.75,
          color: [tone, tone * 0.97, tone * 1.02, 0.2 * Math.sin(age * Math.PI)] as const,
        };
      }).reverse(),
    ),
  ];
}
