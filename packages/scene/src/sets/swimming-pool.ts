import { createShape, spread } from '../stage/shape.ts';
import { land, outdoorPlace, paved, treesOn } from './built-outdoors.ts';
import { coconutPalmMesh } from './flora.ts';
import { ambience, hasActor, hasDetail, isSnowy, lensFor, outdoorCues } from './mood.ts';
import { createKit, type Kit, placeKit } from './place-kit.ts';
import { LEAVES } from './plants.ts';
import { placed, standing } from './scatter.ts';
import type { SetModel } from './set.ts';
import { mirrorOf } from './water.ts';

/** Half sizes of the basin, its middle, the level of its water. */
const [W, D, MIDDLE, LEVEL] = [6.5, 9, -8.5, -0.18];

/** A swimming pool: blue tiles under clear water, lanes, a ladder, loungers under parasols; or a bath under a roof of beams. */
export const swimmingPool: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const kit = createKit();
    const isHall = hasDetail(scene, 'hall', 'indoor', 'interior', 'tiles', 'empty swimming');
    const isSwum = scene.actors.some(
      ({ kind, motion }) => motion.kind === 'swim' || kind === 'boat' || kind === 'duck' || kind === 'fish',
    );
    addBasin(kit);
    if (isHall) addHall(kit);
    else addLoungers(kit);
    const deck = createShape();
    const tone = isSnowy(scene) && !isHall ? 0xe8eef4 : isHall ? 0xcfdcdc : 0xdccbb0;
    for (const [x0, x1, z0, z1] of [
      [-26, -W, -34, 22],
      [W, 26, -34, 22],
      [-W, W, MIDDLE + D, 22],
      [-W, W, -34, MIDDLE - D],
    ] as const)
      deck.sheet({ xs: spread(x0, x1, 8), zs: spread(z0, z1, 8), at: () => 0, paint: () => tone });
    const water = createShape();
    water.sheet({
      xs: spread(-W, W, 14),
      zs: spread(MIDDLE - D, MIDDLE + D, 16),
      at: () => LEVEL,
      paint: () => 0x62c6e0,
    });
    const palm = coconutPalmMesh(context.random.fork('palm'), [82, 132, 60], 12);
    const hedge = Array.from({ length: 18 }, (_, i) => ({ x: -27 + i * 3.2, z: -36 - (i % 3) * 2 }));
    return outdoorPlace(context, {
      kit,
      still: [
        land(scene, {
          heightAt: (x, z) => (Math.abs(x) < 25.5 && z > -33.5 && z < 21.5 ? -2.2 : -0.03),
          radius: 380,
          rings: 44,
        }),
        paved(scene, deck, { pattern: 'tiles', scale: 1.5, mirror: isHall ? 0.35 : 0.2 }),
        {
          mesh: water.build(),
          material: { pattern: 'water', patternScale: 0.5, mirror: 0.3, specular: 0.7, gloss: 120, emissive: 0.18 },
          matrix: placed(0, 0, 0),
          castsShadow: false,
          isStatic: true,
        },
        ...(isHall
          ? []
          : [
              ...treesOn(context, context.random.fork('trees'), hedge, {
                heightAt: () => 0,
                pines: 0.1,
                detail: 'far',
              }),
              ...[
                [-10.5, -14],
                [10.8, -17],
                [-11, -3],
                [11.5, -6],
              ].map(([x, z], i) =>
                standing(palm, LEAVES, placed(x!, -0.1, z!, { scale: 0.9 + 0.1 * i, turn: i * 1.7 })),
              ),
            ]),
      ],
      lamps: isHall
        ? [-5, 5].map((x) => ({ at: [x, 4.6, -8] as const, color: [1.4, 1.5, 1.5] as const, radius: 12 }))
        : [],
      fog: 0.002,
      groundAt: (x, z) => (Math.abs(x) < W && Math.abs(z - MIDDLE) < D ? LEVEL : 0),
      isDry: (x, z) => Math.abs(x) > W + 1 || z > MIDDLE + D + 1,
      focus:
        isSwum || (hasActor(scene, 'boat') && !isHall)
          ? { position: [0, LEVEL, -3.5], halfWidth: 3, halfDepth: 2 }
          : { position: [0.4, 0, 1.4], halfWidth: 2.2, halfDepth: 0.7 },
      camera: { position: [1.2, 2.6, 8.6], target: [0, 0.6, -7], verticalFovDegrees: lensFor(aspect, 48) },
      more: (seconds) => ({ mirror: { ...mirrorOf(scene, LEVEL, seconds, true), ripple: 0.3 } }),
      cues: isHall
        ? [ambience(context, 'splash', 0.12), ambience(context, 'hum', 0.1), ambience(context, 'drips', 0.14)]
        : [...outdoorCues(context, 0.3), ambience(context, 'splash', 0.14)],
    });
  },
};

/** The rim, ropes between the lanes, ladders, starting blocks. */
function addBasin(kit: Kit): void {
  const rim = 0xf2f4f2;
  for (const s of [-1, 1]) {
    kit.stone.box([s * (W + 0.15), 0.02, MIDDLE], [0.5, 0.12, D * 2 + 0.8], rim);
    kit.stone.box([0, 0.02, MIDDLE + s * (D + 0.15)], [W * 2 + 0.2, 0.12, 0.5], rim);
    kit.blocks.quad(
      [s * W, LEVEL - 0.1, MIDDLE + s * D],
      [s * W, LEVEL - 0.1, MIDDLE - s * D],
      [s * W, 0, MIDDLE - s * D],
      [s * W, 0, MIDDLE + s * D],
      0x3f9ac4,
    );
    kit.blocks.quad(
      [W, LEVEL - 0.1, MIDDLE - D],
      [-W, LEVEL - 0.1, MIDDLE - D],
      [-W, 0, MIDDLE - D],
      [W, 0, MIDDLE - D],
      0x3f9ac4,
    );
    for (const d of [-0.22, 0.22])
      kit.metal.tube(
        [
          [s * (W - 0.2), LEVEL - 0.3, MIDDLE + 4 + d],
          [s * (W - 0.2), 0.75, MIDDLE + 4 + d],
          [s * (W + 0.25), 0.85, MIDDLE + 4 + d],
          [s * (W + 0.5), 0.05, MIDDLE + 4 + d],
        ],
        0.03,
        0xd0d4d8,
        7,
      );
  }
  for (const x of [-3.25, 0, 3.25])
    for (let i = 0; i < 60; i++)
      kit.trim.box([x, LEVEL + 0.04, MIDDLE - D + 0.15 + i * 0.3], [0.1, 0.08, 0.2], i % 6 < 3 ? 0xd8483c : 0xf4f4f0);
  for (const x of [-4.9, -1.65, 1.65, 4.9]) {
    kit.trim.box([x, 0.35, MIDDLE - D - 0.6], [0.7, 0.6, 0.7], 0xf4f6f6);
    kit.trim.box([x, 0.68, MIDDLE - D - 0.55], [0.74, 0.06, 0.74], 0x2f74c0);
  }
}

/** Loungers with towels, and striped parasols. */
function addLoungers(kit: Kit): void {
  for (const s of [-1, 1])
    for (let i = 0; i < 4; i++) {
      const own = placeKit(kit, [s * (W + 2.6), 0, -2 - i * 3.6], (s * Math.PI) / 2);
      own.wood.box([0, 0.3, 0.2], [0.66, 0.06, 1.4], 0xe8dcc4, { bottom: true });
      own.cloth.box([0, 0.36, 0.2], [0.62, 0.07, 1.38], [0xf4f0e8, 0x6ab0c8, 0xf0c060, 0xe88a7a][i]!);
      own.cloth.quad([-0.31, 0.38, -0.5], [0.31, 0.38, -0.5], [0.31, 0.82, -1.05], [-0.31, 0.82, -1.05], 0xf4f0e8);
      own.cloth.quad([0.31, 0.36, -0.52], [-0.31, 0.36, -0.52], [-0.31, 0.8, -1.07], [0.31, 0.8, -1.07], 0xe0d8c8);
      for (const x of [-0.28, 0.28])
        for (const z of [-0.4, 0.8]) own.wood.box([x, 0.14, z], [0.05, 0.28, 0.05], 0xc8b898);
      if (i % 2 === 1) continue;
      own.metal.tube(
        [
          [0.7, 0, -0.9],
          [0.7, 2.3, -0.9],
        ],
        0.03,
        0xf0f0ec,
        6,
      );
      const sides = 12;
      for (let k = 0; k < sides; k++) {
        const at = (n: number): [number, number, number] => [
          0.7 + Math.sin((n / sides) * 6.2832) * 1.4,
          2.0,
          -0.9 + Math.cos((n / sides) * 6.2832) * 1.4,
        ];
        own.cloth.triangle(at(k), at(k + 1), [0.7, 2.5, -0.9], k % 2 === 0 ? 0xe0604c : 0xf6f0e4);
        own.cloth.triangle(at(k + 1), at(k), [0.7, 2.48, -0.9], 0xd8cfc0, 0.6);
      }
    }
}

/** Walls of tiles, tall windows, beams: a public bath. */
function addHall(kit: Kit): void {
  const [w, back, h] = [11, -21, 6.2];
  for (const s of [-1, 1]) {
    const [a, b] = s < 0 ? [14, back] : [back, 14];
    kit.blocks.quad([s * w, 0, a], [s * w, 0, b], [s * w, 1.6, b], [s * w, 1.6, a], 0x4fa3bf);
    kit.trim.quad([s * w, 1.6, a], [s * w, 1.6, b], [s * w, h, b], [s * w, h, a], 0xe6ecea);
    for (let i = 0; i < 6; i++) {
      const z = -19 + i * 4.2;
      const own = placeKit(kit, [s * (w - 0.02), 0, z], (-s * Math.PI) / 2);
      own.glow.box([0, 3.7, 0.02], [1.9, 3.2, 0.04], 0xcfe6f0);
      for (const x of [-1, 0, 1]) own.trim.box([x, 3.7, 0.06], [0.1, 3.3, 0.08], 0xf4f6f6);
      own.trim.box([0, 3.7, 0.06], [2.1, 0.1, 0.08], 0xf4f6f6);
    }
  }
  kit.blocks.quad([-w, 0, back], [w, 0, back], [w, 1.6, back], [-w, 1.6, back], 0x4fa3bf);
  kit.trim.quad([-w, 1.6, back], [w, 1.6, back], [w, h + 2, back], [-w, h + 2, back], 0xe6ecea);
  kit.glow.box([0, 4.2, back + 0.03], [8, 3, 0.04], 0xcfe6f0);
  for (let i = 0; i <= 8; i++) kit.trim.box([-4 + i, 4.2, back + 0.08], [0.1, 3.1, 0.08], 0xf4f6f6);
  for (let z = back + 1; z < 14; z += 3.4) {
    kit.wood.tube(
      [
        [-w, h, z],
        [-5, h + 1.4, z],
        [0, h + 1.9, z],
        [5, h + 1.4, z],
        [w, h, z],
      ],
      0.18,
      0xc89a62,
      6,
    );
  }
  for (const [x0, y0, x1, y1] of [
    [-w, h, -5, h + 1.4],
    [-5, h + 1.4, 0, h + 1.9],
    [0, h + 1.9, 5, h + 1.4],
    [5, h + 1.4, w, h],
  ] as const)
    kit.ceiling.quad([x0, y0 + 0.2, back], [x1, y1 + 0.2, back], [x1, y1 + 0.2, 14], [x0, y0 + 0.2, 14], 0xe8dcc8);
}
