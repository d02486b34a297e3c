import type { Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import { hash } from '../stage/matrix.ts';
import { indoorPlace } from './built-indoors.ts';
import { ambience, lensFor } from './mood.ts';
import { createKit, type Kit, placeKit } from './place-kit.ts';
import type { SetModel } from './set.ts';

const BACK = -13;
const HEIGHT = 3.4;
const GOODS = [0xd8402c, 0xf0b428, 0x3a8a4c, 0x2c6ab0, 0xf4efe4, 0x8a3a7a, 0xe87a2c, 0x4ab0b8, 0xc82a5a, 0x6a4a2c];

/** A supermarket's aisle: full shelves to the left and right, crates of fruit, coolers at the end, strips of light. */
export const shop: SetModel = {
  build(context) {
    const { aspect } = context;
    const random = context.random.fork('shop');
    const kit = createKit();
    for (const side of [-1, 1])
      for (let i = 0; i < 6; i++)
        addShelves(
          placeKit(kit, [side * 2.6, 0, 1.0 - i * 2.2], (-side * Math.PI) / 2),
          random.fork(`${side}${i}`),
          i < 3,
        );
    for (const [x, z] of [
      [-1.55, 1.9],
      [1.55, 1.9],
    ] as const)
      addCrates(kit, [x, 0, z], x < 0 ? 0 : 3);
    addCoolers(kit);
    const lamps: Vec3[] = [];
    for (let i = 0; i < 5; i++) {
      const z = 2 - i * 3;
      for (const x of [-1.3, 1.3]) kit.glow.box([x, HEIGHT - 0.05, z], [0.2, 0.06, 2.2], 0xf4f8fa, { bottom: true });
      lamps.push([0, HEIGHT - 0.5, z]);
    }
    return indoorPlace(context, {
      kit,
      materials: { plaster: { pattern: 'tiles', patternScale: 1.2, specular: 0.4, gloss: 60 } },
      shell: {
        halfWidth: 5,
        height: HEIGHT,
        back: BACK,
        front: 10,
        wall: 0xe4e6e4,
        wallStuff: 'trim',
        floor: 0xd0d2d0,
        floorStuff: 'plaster',
        ceiling: 0xd8dcdc,
      },
      lamps: lamps.map((at) => ({ at, color: [1.15, 1.18, 1.15] as const, radius: 6 })),
      isAlwaysLit: true,
      day: { sun: [0.66, 0.67, 0.66], up: [0.48, 0.5, 0.5], down: [0.32, 0.32, 0.31] },
      evening: { sun: [0.6, 0.61, 0.6], up: [0.42, 0.44, 0.45], down: [0.28, 0.28, 0.28] },
      keyFrom: [0.1, 1, 0.6],
      focus: { position: [0, 0, 0.6], halfWidth: 1.1, halfDepth: 1 },
      camera: { position: [0.1, 1.6, 6], target: [0, 1.25, -3], verticalFovDegrees: lensFor(aspect, 42) },
      cues: [ambience(context, 'crowd', 0.12), ambience(context, 'hum', 0.14), ambience(context, 'room', 0.1)],
    });
  },
};

/** Five shelves 2.2 m wide that face +z, filled with packets, tins and bottles in rows of one kind. */
function addShelves(kit: Kit, random: Random, isNear: boolean): void {
  kit.trim.box([0, 1.05, -0.25], [2.2, 2.1, 0.06], 0xc8ccca);
  for (const x of [-1.1, 1.1]) kit.metal.box([x, 1.05, 0], [0.05, 2.1, 0.5], 0xb0b6b8);
  [0.14, 0.56, 0.98, 1.4, 1.8].forEach((y) => {
    kit.metal.box([0, y, 0], [2.2, 0.035, 0.5], 0xdadedc, { bottom: true });
    kit.trim.box([0, y - 0.005, 0.255], [2.18, 0.055, 0.01], 0xf4c430);
    let x = -1.04;
    while (x < 0.95) {
      const color = random.pick(GOODS);
      const second = random.pick(GOODS);
      const kind = random.next();
      const each = kind < 0.45 ? random.between(0.1, 0.17) : random.between(0.075, 0.1);
      const h = Math.min(0.34, each * random.between(1.3, 2.4));
      const count = Math.min(Math.floor((1.08 - x) / each), random.pick([3, 4, 5]));
      for (let i = 0; i < count; i++) {
        const cx = x + each * (i + 0.5);
        const jut = 0.03 * hash(i, Math.round(x * 50));
        if (kind < 0.45) {
          kit.trim.box([cx, y + 0.02 + h / 2, 0.08 - jut], [each * 0.92, h, 0.22], color);
          kit.paint.box([cx, y + 0.02 + h * 0.6, 0.192 - jut], [each * 0.7, h * 0.3, 0.004], second);
        } else {
          const r = each * 0.44;
          const rings: [number, number][] =
            kind < 0.75
              ? [
                  [r, 0],
                  [r, h * 0.9],
                  [r * 0.9, h * 0.93],
                  [0, h * 0.93],
                ]
              : [
                  [r, 0],
                  [r, h * 0.6],
                  [r * 0.4, h * 0.85],
                  [r * 0.4, h],
                  [0, h],
                ];
          kit.trim.lathe([cx, y + 0.02, 0.1 - jut], rings, color, isNear ? 9 : 6);
          kit.paint.lathe(
            [cx, y + 0.02 + h * 0.2, 0.1 - jut],
            [
              [r * 1.02, 0],
              [r * 1.02, h * 0.3],
            ],
            second,
            isNear ? 9 : 6,
          );
        }
      }
      x += each * Math.max(1, count) + 0.015;
    }
  });
}

/** Crates with fruit in heaps. */
function addCrates(kit: Kit, [x, y, z]: Vec3, salt: number): void {
  kit.wood.box([x, y + 0.3, z], [1.0, 0.6, 1.3], 0x8a6440, { foot: 0.6 });
  for (let k = 0; k < 2; k++) {
    const cz = z - 0.32 + k * 0.64;
    kit.planks.box([x, y + 0.68, cz], [0.96, 0.18, 0.6], 0xb08a58, { bottom: true });
    const color = [0xd83a2c, 0xf09a28, 0x7ab03c, 0xf0d040, 0xb02a3c, 0xe8702c][(salt + k) % 6]!;
    for (let i = 0; i < 40; i++) {
      const [u, v] = [(i % 8) / 7 - 0.5, Math.floor(i / 8) / 4 - 0.5];
      const r = 0.058;
      kit.trim.lathe(
        [x + u * 0.8, y + 0.74 + 0.1 * (1 - u * u * 3 - v * v * 3) + 0.012 * hash(i, salt), cz + v * 0.46],
        [
          [0, 0],
          [r * 0.8, r * 0.4],
          [r, r],
          [r * 0.8, r * 1.6],
          [0, r * 1.9],
        ],
        color,
        7,
      );
    }
  }
}

/** Glass doors with drinks behind them, lit from inside. */
function addCoolers(kit: Kit): void {
  for (let i = 0; i < 4; i++) {
    const x = -2.7 + i * 1.8;
    kit.trim.box([x, 1.15, BACK + 0.4], [1.76, 2.3, 0.7], 0x3a4248);
    kit.glow.box([x, 1.2, BACK + 0.76], [1.55, 1.9, 0.02], 0xb8d8e0);
    for (const y of [0.35, 0.8, 1.25, 1.7])
      for (let n = 0; n < 10; n++)
        kit.trim.lathe(
          [x - 0.68 + n * 0.15, y, BACK + 0.84],
          [
            [0.05, 0],
            [0.05, 0.2],
            [0.02, 0.3],
            [0, 0.3],
          ],
          GOODS[(n + i * 3 + Math.round(y * 4)) % 10]!,
          6,
        );
    kit.metal.box([x, 1.2, BACK + 0.92], [0.05, 2.0, 0.04], 0xb0b6b8);
  }
  kit.trim.box([0, 2.7, BACK + 0.4], [7.4, 0.5, 0.5], 0x2f8a4c);
}
