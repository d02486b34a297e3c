import type { Vec3 } from '@openimagine/render';
import { hash } from '../stage/matrix.ts';
import { indoorPlace } from './built-indoors.ts';
import { lensFor } from './mood.ts';
import { addCard, createKit, type Kit, placeKit } from './place-kit.ts';
import type { Opening } from './room-window.ts';
import { sprites } from './scatter.ts';
import type { SetModel, SetMoment } from './set.ts';

/** A laboratory: white benches with flasks of coloured liquids, a microscope, screens, tanks that glow, cupboards of glass. */
export const laboratory: SetModel = {
  build(context) {
    const { aspect } = context;
    const kit = createKit();
    const window: Opening = { x: -3.3, y: 1.8, halfWidth: 0.8, halfHeight: 0.8, z: BACK };
    addBench(placeKit(kit, [-1.1, 0, BACK + 0.4]), 5.4, 0);
    addBench(placeKit(kit, [-3.7, 0, 0.7], Math.PI / 2), 2.6, 1);
    addBench(placeKit(kit, [3.8, 0, 0.9], -Math.PI / 2), 2.4, 2);
    for (const [i, x] of [2.25, 3.2, 4.15].entries())
      addTank(kit, [x, 0, BACK + 0.5], [0x1f8a66, 0x245f94, 0x6a3294][i]!);
    addCabinet(placeKit(kit, [0.55, 1.45, BACK]));
    addScreens(placeKit(kit, [-1.35, 1.75, BACK]));
    for (let i = 0; i < 3; i++) {
      const x = (i - 1) * 3;
      kit.lamp.quad([x - 1, 3.04, -0.5], [x + 1, 3.04, -0.5], [x + 1, 3.04, 0], [x - 1, 3.04, 0], 0xf2f8ff);
      kit.metal.box([x, 3.07, -0.25], [2.2, 0.05, 0.62], 0xc8ccd0, { bottom: true });
    }
    return indoorPlace(context, {
      kit,
      windows: [window],
      frameColor: 0xb8c0c6,
      materials: { planks: { pattern: 'tiles', patternScale: 1.6, specular: 0.4, gloss: 50 } },
      shell: { halfWidth: 5, height: 3.1, back: BACK, front: 10, wall: 0xd4dcde, floor: 0xb8c2c6, ceiling: 0xe6eaec },
      lamps: [
        { at: [-1.5, 2.6, 0], color: [1.5, 1.7, 1.9], radius: 6 },
        { at: [2.2, 2.6, 0], color: [1.4, 1.6, 1.9], radius: 6 },
        { at: [2.3, 1.2, BACK + 1.1], color: [0.2, 1.3, 0.9], radius: 3.2 },
        { at: [3.7, 1.2, BACK + 1.1], color: [0.5, 0.6, 1.6], radius: 3.2 },
      ],
      isAlwaysLit: true,
      day: { sun: [0.7, 0.72, 0.74], up: [0.34, 0.37, 0.42], down: [0.25, 0.27, 0.29] },
      evening: { sun: [0.36, 0.4, 0.46], up: [0.2, 0.23, 0.3], down: [0.15, 0.16, 0.2] },
      focus: { position: [0, 0, 0.6], halfWidth: 1.7, halfDepth: 0.7 },
      camera: { position: [0.2, 1.45, 5.8], target: [0.1, 1.22, -0.6], verticalFovDegrees: lensFor(aspect, 40) },
      more: (seconds): Partial<SetMoment> => ({ sprites: [bubbles(seconds)] }),
    });
  },
};

const BACK = -2.3;
const LIQUIDS = [0x3fc8e0, 0x9a5ae0, 0x6adf6a, 0xf0a030, 0xe8507a, 0x4a7af0];

/** A bench along x, used from +z, with glassware, racks, a microscope or a burner on it. */
function addBench(kit: Kit, length: number, salt: number): void {
  kit.trim.box([0, 0.44, 0], [length, 0.84, 0.62], 0xeef0f0, { foot: 0.65 });
  kit.trim.box([0, 0.89, 0.02], [length + 0.1, 0.05, 0.72], 0x3a4248, { bottom: true });
  const doors = Math.round(length / 0.6);
  for (let i = 0; i < doors; i++) {
    const x = ((i + 0.5) / doors - 0.5) * length;
    kit.trim.box([x, 0.44, 0.315], [length / doors - 0.05, 0.74, 0.02], 0xdde4e6);
    kit.metal.box([x + 0.16, 0.7, 0.335], [0.14, 0.02, 0.02], 0x8a9296);
  }
  const count = Math.floor(length / 0.42);
  for (let i = 0; i < count; i++) {
    const x = ((i + 0.5) / count - 0.5) * (length - 0.2);
    const at: Vec3 = [x, 0.915, (hash(i, salt + 3) - 0.5) * 0.3];
    const color = LIQUIDS[Math.floor(hash(i, salt + 9) * LIQUIDS.length)]!;
    const roll = hash(i, salt + 17);
    if (roll < 0.3) addFlask(kit, at, color, 0.09 + 0.04 * hash(i, 5));
    else if (roll < 0.52) addRack(kit, at, i);
    else if (roll < 0.7) addBeaker(kit, at, color);
    else if (roll < 0.84) addMicroscope(placeKit(kit, at, hash(i, 2) - 0.5));
    else
      for (let n = 0; n < 3; n++)
        kit.cloth.box([x, 0.93 + n * 0.03, at[2]], [0.26, 0.028, 0.2], [0x3a5a7a, 0xd8d4c8, 0xa04a3c][n]!, {
          yaw: n * 0.3,
        });
  }
}

/** A cone with a neck; the liquid glows a little. */
function addFlask(kit: Kit, at: Vec3, color: number, r: number): void {
  kit.glow.lathe(
    at,
    [
      [r * 0.95, 0.005],
      [r, 0.02],
      [r * 0.62, r * 1.1],
      [0, r * 1.1],
    ],
    color,
    14,
  );
  kit.glass.lathe(
    at,
    [
      [r * 0.62, r * 1.12],
      [r * 0.28, r * 1.7],
      [r * 0.26, r * 2.3],
      [r * 0.34, r * 2.4],
    ],
    0xc8dade,
    14,
  );
}

function addBeaker(kit: Kit, at: Vec3, color: number): void {
  kit.glow.lathe(
    at,
    [
      [0.07, 0],
      [0.07, 0.1],
      [0, 0.1],
    ],
    color,
    14,
  );
  kit.glass.lathe(
    at,
    [
      [0.071, 0.1],
      [0.071, 0.19],
      [0.08, 0.2],
    ],
    0xc8dade,
    14,
  );
}

function addRack(kit: Kit, [x, y, z]: Vec3, salt: number): void {
  kit.wood.box([x, y + 0.02, z], [0.34, 0.03, 0.1], 0xb08a58);
  kit.wood.box([x, y + 0.14, z], [0.34, 0.02, 0.1], 0xb08a58, { bottom: true });
  for (const s of [-1, 1]) kit.wood.box([x + s * 0.16, y + 0.08, z], [0.02, 0.16, 0.1], 0xb08a58);
  for (let i = 0; i < 5; i++) {
    kit.glow.lathe(
      [x - 0.12 + i * 0.06, y + 0.03, z],
      [
        [0.016, 0],
        [0.018, 0.08 + 0.06 * hash(i, salt)],
        [0, 0.09 + 0.06 * hash(i, salt)],
      ],
      LIQUIDS[(i + salt) % LIQUIDS.length]!,
      7,
    );
    kit.glass.lathe(
      [x - 0.12 + i * 0.06, y + 0.12, z],
      [
        [0.019, 0],
        [0.019, 0.09],
      ],
      0xd4e2e6,
      7,
    );
  }
}

function addMicroscope(kit: Kit): void {
  kit.metal.box([0, 0.02, 0], [0.18, 0.04, 0.26], 0x2c3036);
  kit.metal.tube(
    [
      [0, 0.04, -0.1],
      [0, 0.22, -0.12],
      [0, 0.32, -0.06],
    ],
    0.025,
    0xe4e6e6,
    8,
  );
  kit.metal.box([0, 0.13, 0.02], [0.16, 0.015, 0.14], 0x2c3036, { bottom: true });
  kit.metal.tube(
    [
      [0, 0.17, 0.02],
      [0, 0.3, 0.0],
      [0, 0.42, -0.07],
    ],
    0.028,
    0xe4e6e6,
    9,
  );
  kit.metal.tube(
    [
      [0, 0.42, -0.07],
      [0, 0.46, -0.095],
    ],
    0.034,
    0x23262a,
    9,
  );
}

/** A tall glass cylinder full of glowing water, between a foot and a head with pipes. */
function addTank(kit: Kit, [x, y, z]: Vec3, color: number): void {
  kit.metal.lathe(
    [x, y, z],
    [
      [0.46, 0],
      [0.46, 0.3],
      [0.38, 0.36],
    ],
    0x5a636a,
    20,
  );
  kit.glow.lathe(
    [x, y, z],
    [
      [0.34, 0.34],
      [0.34, 2.1],
    ],
    color,
    22,
  );
  kit.metal.lathe(
    [x, y, z],
    [
      [0.38, 2.08],
      [0.46, 2.14],
      [0.46, 2.34],
      [0.2, 2.5],
      [0, 2.5],
    ],
    0x5a636a,
    20,
  );
  for (const h of [0.9, 1.55])
    kit.metal.lathe(
      [x, y + h, z],
      [
        [0.35, 0],
        [0.37, 0.02],
        [0.35, 0.05],
      ],
      0x8a949a,
      20,
    );
  kit.metal.tube(
    [
      [x, 2.45, z],
      [x, 2.9, z],
      [x - 0.4, 3.0, z - 0.3],
    ],
    0.06,
    0x8a949a,
    8,
  );
  for (let i = 0; i < 3; i++)
    kit.glow.box([x - 0.12 + i * 0.12, 0.2, z + 0.455], [0.05, 0.05, 0.02], [0xff5a4a, 0x6aff8a, 0xffc04a][i]!);
}

function addCabinet(kit: Kit): void {
  kit.trim.box([0, 0.6, 0.16], [1.3, 1.2, 0.32], 0xe8ecec, { bottom: true });
  addCard(kit.trim, [0, 0.6, 0.325], 1.16, 1.06, 0x55646c);
  for (let shelf = 0; shelf < 3; shelf++) {
    kit.trim.box([0, 0.12 + shelf * 0.36, 0.33], [1.16, 0.02, 0.02], 0xe8ecec);
    for (let i = 0; i < 9; i++) {
      const h = 0.12 + 0.14 * hash(i, shelf + 40);
      addCard(
        kit.glass,
        [-0.5 + i * 0.125, 0.13 + shelf * 0.36 + h / 2, 0.33],
        0.08,
        h,
        [0xb86a3a, 0xd8d4c4, 0x4a7a6a, 0x8a4a5a, 0xc8b060][Math.floor(hash(i, shelf) * 5)]!,
      );
    }
  }
  kit.trim.box([0, 0.6, 0.34], [0.03, 1.1, 0.03], 0xe8ecec);
}

/** Two screens with curves on the wall. */
function addScreens(kit: Kit): void {
  for (const [k, x] of [-0.62, 0.36].entries()) {
    kit.trim.box([x, 0, 0.03], [0.92, 0.6, 0.05], 0x1c2024);
    addCard(kit.glow, [x, 0, 0.06], 0.86, 0.54, 0x0c2c38);
    let last: Vec3 | undefined;
    for (let i = 0; i <= 24; i++) {
      const u = i / 24;
      const v =
        k === 0 ? 0.16 * Math.sin(u * 14) * Math.exp(-((u - 0.5) ** 2) * 9) : 0.2 * (u - 0.5) + 0.07 * Math.sin(u * 17);
      const p: Vec3 = [x - 0.38 + u * 0.76, v, 0.065];
      if (last)
        kit.glow.quad(
          [last[0], last[1] - 0.012, last[2]],
          [p[0], p[1] - 0.012, p[2]],
          [p[0], p[1] + 0.012, p[2]],
          [last[0], last[1] + 0.012, last[2]],
          k === 0 ? 0x5affb0 : 0xffb45a,
        );
      last = p;
    }
  }
}

/** Bubbles that rise in the tanks. */
function bubbles(seconds: number) {
  return sprites(
    'soft',
    'add',
    Array.from({ length: 42 }, (_, i) => {
      const u = (hash(i, 1) + seconds * (0.09 + 0.09 * hash(i, 2))) % 1;
      const x = 2.25 + (i % 3) * 0.95 + (hash(i, 3) - 0.5) * 0.46 + Math.sin(seconds * 2 + i) * 0.02;
      return {
        position: [x, 0.4 + u * 1.66, BACK + 0.86] as const,
        radius: 0.02 + 0.02 * hash(i, 4),
        color: [0.8, 1, 1, 0.5 * Math.sin(u * Math.PI)] as const,
      };
    }),
  );
}
