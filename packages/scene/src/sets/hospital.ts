import type { Vec3 } from '@openimagine/render';
import { indoorPlace, type RoomLight } from './built-indoors.ts';
import { ambience, hasActor, hasDetail, lensFor } from './mood.ts';
import { addCard, createKit, type Kit, placeKit } from './place-kit.ts';
import type { BuiltSet, SetContext, SetModel } from './set.ts';

const HEIGHT = 2.9;
const DAY: RoomLight = { sun: [0.72, 0.74, 0.74], up: [0.52, 0.56, 0.58], down: [0.36, 0.37, 0.37] };
const NIGHT: RoomLight = { sun: [0.3, 0.34, 0.36], up: [0.2, 0.24, 0.27], down: [0.15, 0.17, 0.17] };

/** A hospital: a room with its beds and monitors, or the long corridor outside. */
export const hospital: SetModel = {
  build: (context) => (hasDetail(context.scene, 'corridor', 'hallway') ? corridor(context) : ward(context)),
};

function ward(context: SetContext): BuiltSet {
  const { scene, aspect } = context;
  const back = -2.6;
  const kit = createKit();
  const hasOwnBed = hasActor(scene, 'bed');
  for (const x of hasOwnBed ? [-3.2, 3.4] : [-3.2, -0.2, 3.1]) addBed(placeKit(kit, [x, 0, -1.3]));
  for (const x of [-4.35, -1.5, 1.6]) addMonitor(placeKit(kit, [x, 0, -2.0]));
  addCurtainRail(kit);
  kit.paint.quad([-5, 0, back + 0.01], [5, 0, back + 0.01], [5, 1.0, back + 0.01], [-5, 1.0, back + 0.01], 0x9cc4be);
  kit.trim.box([0, 1.02, back + 0.04], [10, 0.08, 0.08], 0xd8e2de, { bottom: true });
  addClock(kit, [1.55, 2.35, back + 0.03]);
  const lamps = addStrips(kit, [-2.6, 0.4, 3.2], -0.8);
  return indoorPlace(context, {
    kit,
    windows: [{ x: -1.7, y: 1.85, halfWidth: 0.8, halfHeight: 0.65, z: back }],
    frameColor: 0xeef2f0,
    shell: {
      halfWidth: 5,
      height: HEIGHT,
      back,
      front: 10,
      wall: 0xe6eeea,
      wallStuff: 'trim',
      floor: 0xb4c2c0,
      floorStuff: 'plaster',
    },
    lamps: lamps.map((at) => ({ at, color: [1.1, 1.18, 1.2] as const, radius: 6 })),
    isAlwaysLit: true,
    day: DAY,
    evening: NIGHT,
    focus: { position: [0.3, 0, 0.5], halfWidth: 1.8, halfDepth: 0.6 },
    camera: { position: [0.3, 1.55, 5.6], target: [0.1, 1.15, -0.8], verticalFovDegrees: lensFor(aspect, 42) },
    cues: [ambience(context, 'room', 0.14), ambience(context, 'hum', 0.12)],
  });
}

/** Doors left and right, strips of light above, a bed on wheels and chairs along the wall. */
function corridor(context: SetContext): BuiltSet {
  const { scene, aspect } = context;
  const [half, back] = [1.7, -22];
  const kit = createKit();
  for (const side of [-1, 1]) {
    kit.paint.quad(
      [side * (half - 0.01), 0, side < 0 ? 10 : back],
      [side * (half - 0.01), 0, side < 0 ? back : 10],
      [side * (half - 0.01), 1.05, side < 0 ? back : 10],
      [side * (half - 0.01), 1.05, side < 0 ? 10 : back],
      0x9cc4be,
    );
    kit.trim.box([side * (half - 0.05), 0.95, -6], [0.08, 0.12, 32], 0xe0d2b4);
    for (let i = 0; i < 7; i++) {
      const door = placeKit(kit, [side * half, 0, 2.4 - i * 3.6 + (side < 0 ? 0 : 1.4)], (-side * Math.PI) / 2);
      door.trim.box([0, 1.07, 0.02], [1.16, 2.14, 0.08], 0xd4d8d4);
      door.planks.box([0, 1.03, 0.05], [1.0, 2.06, 0.05], 0x7fa0a4);
      addCard(door.window, [0.22, 1.5, 0.08], 0.22, 0.5, 0xcfe4e0);
      door.metal.box([-0.38, 1.02, 0.1], [0.12, 0.04, 0.05], 0xc8ccd0);
    }
  }
  addBed(placeKit(kit, [-1.05, 0, -5.2]));
  for (let i = 0; i < 3; i++) addSeat(placeKit(kit, [half - 0.35, 0, -1.6 - i * 0.62], -Math.PI / 2));
  kit.trim.box([0, 1.15, back + 0.06], [2.2, 2.3, 0.08], 0xd4d8d4);
  for (const x of [-0.5, 0.5]) {
    kit.planks.box([x, 1.1, back + 0.12], [0.96, 2.16, 0.05], 0x7fa0a4);
    addCard(kit.window, [x, 1.6, back + 0.15], 0.4, 0.6, 0xd8f0e8);
  }
  addCard(kit.glow, [0, 2.55, back + 0.08], 0.8, 0.26, 0x2fa860);
  const strips: Vec3[] = [];
  for (let i = 0; i < 8; i++) {
    kit.glow.box([0, HEIGHT - 0.03, 3 - i * 3.2], [0.3, 0.05, 1.5], 0xe8f4f4, { bottom: true });
    strips.push([0, HEIGHT - 0.4, 3 - i * 3.2]);
  }
  const isFailing = hasDetail(scene, 'flickering', 'abandoned', 'eerie', 'creepy');
  return indoorPlace(context, {
    kit,
    shell: {
      halfWidth: half,
      height: HEIGHT,
      back,
      front: 10,
      wall: 0xe2ebe7,
      wallStuff: 'trim',
      floor: 0xa9b8b6,
      floorStuff: 'plaster',
      ceiling: 0xcdd6d4,
    },
    materials: { plaster: { pattern: 'grain', patternScale: 9, specular: 0.35, gloss: 50 } },
    more: (seconds) => ({
      lights: strips.slice(0, 7).map((position, i) => {
        const power = isFailing ? failing(seconds, i) : 1;
        return { position, color: [0.85 * power, 0.98 * power, power] as const, radius: 5 };
      }),
    }),
    day: DAY,
    evening: { sun: [0.14, 0.17, 0.18], up: [0.13, 0.16, 0.18], down: [0.1, 0.12, 0.12] },
    keyFrom: [0.1, 1, 0.5],
    focus: { position: [0, 0, 0], halfWidth: 0.9, halfDepth: 2 },
    camera: { position: [0.15, 1.6, 5.6], target: [0, 1.35, -6], verticalFovDegrees: lensFor(aspect, 46) },
    cues: [ambience(context, 'room', 0.14), ambience(context, 'hum', 0.2)],
  });
}

/** A tube that goes: mostly on, with short gaps that differ from lamp to lamp. */
function failing(seconds: number, index: number): number {
  if (index % 3 !== 1) return 1;
  const beat =
    Math.sin(seconds * 23 + index * 5) + Math.sin(seconds * 13.7 + index) + Math.sin(seconds * 4.1 + index * 2);
  return beat > 0.9 ? 0.12 : 0.95;
}

/** A bed on wheels, its head at −z. */
function addBed(kit: Kit): void {
  kit.metal.box([0, 0.42, 0], [0.92, 0.1, 2.0], 0xb8c0c4, { bottom: true });
  for (const x of [-0.4, 0.4])
    for (const z of [-0.9, 0.9]) {
      kit.metal.tube(
        [
          [x, 0.08, z],
          [x, 0.42, z],
        ],
        0.025,
        0x9aa2a6,
        6,
      );
      kit.trim.lathe(
        [x, 0, z],
        [
          [0.03, 0],
          [0.05, 0.05],
          [0.03, 0.1],
        ],
        0x33363a,
        8,
      );
    }
  kit.cloth.box([0, 0.56, 0], [0.88, 0.18, 1.94], 0xf4f6f6, { foot: 0.8 });
  kit.cloth.box([0, 0.66, 0.3], [0.94, 0.06, 1.3], 0x8fb8cc);
  kit.cloth.box([0, 0.67, -0.34], [0.94, 0.07, 0.18], 0xf6f8f8);
  kit.cloth.box([0, 0.71, -0.72], [0.66, 0.13, 0.36], 0xffffff);
  for (const [z, h] of [
    [-1.0, 1.05],
    [1.0, 0.85],
  ] as const) {
    kit.trim.box([0, (h + 0.45) / 2, z], [0.92, h - 0.45, 0.05], 0xdfe5e4);
    kit.metal.box([0, h, z], [0.96, 0.04, 0.06], 0x9aa2a6);
  }
  for (const x of [-0.48, 0.48]) {
    for (const y of [0.75, 0.87]) kit.metal.box([x, y, -0.2], [0.025, 0.025, 0.9], 0xaab2b6, { bottom: true });
    for (const z of [-0.62, 0.22]) kit.metal.box([x, 0.7, z], [0.025, 0.36, 0.025], 0xaab2b6);
  }
}

/** A stand with a screen of curves, and a bag on a hook. */
function addMonitor(kit: Kit): void {
  kit.metal.tube(
    [
      [0, 0.1, 0],
      [0, 1.3, 0],
    ],
    0.02,
    0xaab2b6,
    6,
  );
  for (let i = 0; i < 5; i++) {
    const a = (i / 5) * Math.PI * 2;
    kit.metal.tube(
      [
        [0, 0.1, 0],
        [Math.sin(a) * 0.24, 0.04, Math.cos(a) * 0.24],
      ],
      0.018,
      0xaab2b6,
      5,
    );
  }
  kit.trim.box([0, 1.42, 0], [0.46, 0.36, 0.08], 0xe4e8e6, { bottom: true });
  addCard(kit.trim, [0, 1.43, 0.042], 0.4, 0.28, 0x0c1c20);
  for (const [row, color] of [
    [0.07, 0x50e890],
    [-0.02, 0xe8d050],
    [-0.1, 0x50b8e8],
  ] as const)
    for (let i = 0; i < 12; i++) {
      const x = -0.17 + i * 0.03;
      const up = i % 4 === 1 ? 0.035 : i % 4 === 2 ? -0.012 : 0;
      addCard(kit.glow, [x, 1.43 + row + up, 0.045], 0.03, 0.012, color);
    }
  kit.metal.tube(
    [
      [0.34, 0.1, 0],
      [0.34, 1.9, 0],
      [0.44, 1.94, 0],
    ],
    0.012,
    0xc8ccd0,
    5,
  );
  kit.glass.box([0.44, 1.72, 0], [0.13, 0.22, 0.05], 0xd8e8e4, { bottom: true });
}

function addCurtainRail(kit: Kit): void {
  kit.metal.tube(
    [
      [1.85, 2.3, -2.6],
      [1.85, 2.3, 0.1],
    ],
    0.015,
    0xc8ccd0,
    5,
  );
  const folds = 22;
  for (let i = 0; i < folds; i++) {
    const at = (k: number, y: number): Vec3 => [1.85 + Math.sin(k * 1.9) * 0.05, y, -2.5 + (k / folds) * 1.0];
    const [a, b, c, d] = [at(i, 0.35), at(i + 1, 0.35), at(i + 1, 2.28), at(i, 2.28)];
    kit.cloth.quad(a, b, c, d, 0xa8d0c4, 0.85);
    kit.cloth.quad(b, a, d, c, 0x98c0b4, 0.85);
  }
}

function addSeat(kit: Kit): void {
  kit.trim.box([0, 0.45, 0], [0.5, 0.05, 0.46], 0x5a8a9c, { bottom: true });
  kit.trim.box([0, 0.72, -0.22], [0.5, 0.42, 0.05], 0x5a8a9c, { bottom: true });
  for (const x of [-0.2, 0.2]) kit.metal.box([x, 0.22, 0], [0.03, 0.44, 0.36], 0x8a9296);
}

function addClock(kit: Kit, [x, y, z]: Vec3): void {
  const disc = (r: number, out: number, color: number): void => {
    for (let i = 0; i < 24; i++) {
      const at = (k: number): Vec3 => [
        x + Math.cos((k / 24) * 6.2832) * r,
        y + Math.sin((k / 24) * 6.2832) * r,
        z + out,
      ];
      kit.trim.triangle([x, y, z + out], at(i), at(i + 1), color);
    }
  };
  disc(0.19, 0.01, 0x33383c);
  disc(0.17, 0.02, 0xfafaf6);
  addCard(kit.trim, [x + 0.03, y + 0.04, z + 0.03], 0.02, 0.11, 0x22262a);
  addCard(kit.trim, [x + 0.06, y, z + 0.03], 0.13, 0.016, 0x22262a);
}

/** Panels of light in the ceiling. @returns where they shine. */
function addStrips(kit: Kit, xs: readonly number[], z: number): Vec3[] {
  return xs.map((x): Vec3 => {
    kit.glow.box([x, HEIGHT - 0.03, z], [0.5, 0.05, 1.3], 0xeef8f8, { bottom: true });
    return [x, HEIGHT - 0.45, z];
  });
}
