import type { Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import { hash } from '../stage/matrix.ts';
import { createShape, spread } from '../stage/shape.ts';
import { groundTone, outdoorPlace, paved, roofTone } from './built-outdoors.ts';
import { addCrane, addFreighter, createBoat, WATER_Y } from './harbour-boats.ts';
import { softHills } from './hills.ts';
import { addHouse } from './house-shapes.ts';
import { ambience, lensFor, outdoorCues, plantPalette } from './mood.ts';
import { createKit, type Kit, placeKit } from './place-kit.ts';
import { placed } from './scatter.ts';
import type { SetContext, SetModel } from './set.ts';
import { mirrorOf, waterSurface } from './water.ts';

/** A harbour: the quay with bollards and nets, piers with fishing boats, red cranes over a freighter, a lighthouse on the mole. */
export const harbour: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const random = context.random.fork('harbour');
    const palette = plantPalette(scene);
    const kit = createKit();
    addPier(kit, -7.5);
    addPier(kit, 12.5);
    for (const [x, z, yaw] of [
      [24, -62, 0.3],
      [46, -70, 0.1],
      [-66, -96, -0.2],
    ] as const)
      addCrane(placeKit(kit, [x, -1.2, z], yaw), x < 0 ? 0x3a6a9a : 0xc8402c);
    addFreighter(placeKit(kit, [34, WATER_Y, -50], 0.14), random);
    addMole(kit);
    addClutter(kit, random);
    const roofs = [0x8a4a3c, 0x5a626c, 0x9a5a44];
    for (let i = 0; i < 9; i++)
      addHouse(
        placeKit(kit, [-78 + i * 8.2, -0.6, -92 - (i % 3) * 4], 0.1),
        {
          w: 8,
          d: 8,
          h: 5.5 + (i % 3) * 2.7,
          ridge: 2.6,
          storey: 2.7,
          wall: [0xe2d0b0, 0xc8806a, 0xd8d8d0, 0x8aa0b0, 0xe0b878][i % 5]!,
          roof: roofTone(scene, roofs[i % 3]!),
          trim: 0xf4efe4,
          isInRow: true,
          isGabled: i % 2 === 0,
        },
        random,
      );
    kit.stone.box([-45, -1.2, -98], [90, 1.8, 18], 0x8c857a, { foot: 0.6 });
    const boats = [
      [-11, -5.4, 0.1, 0x2f6a8a],
      [-4.2, -9.5, 3.0, 0xb8402f],
      [-11.2, -15.5, -0.1, 0xe0b040],
      [9.2, -8, 3.1, 0x3f7a5a],
      [16, -13, 0.08, 0xd8d4c8],
      [8.9, -18.5, 0, 0x8a3a4a],
    ] as const;
    const fleet = boats.map(([x, z, yaw, color], i) => createBoat(color, i, [x, z, yaw]));
    const water = waterSurface(scene, { center: [0, -50], radius: 420, depthAt: () => 4 });
    const pierLamps: Vec3[] = [
      [-7.5, 2.9, -4],
      [-7.5, 2.9, -16],
      [12.5, 2.9, -7],
      [-3.6, 3.6, 0.6],
    ];
    return outdoorPlace(context, {
      kit,
      still: [
        paved(scene, quay(context), { pattern: 'tiles', scale: 0.9, mirror: 0 }),
        { ...water, matrix: placed(0, WATER_Y, 0) },
        softHills({
          z: -330,
          halfWidth: 520,
          halfDepth: 70,
          foot: -3,
          height: 52,
          color: [84, 104, 104],
          seed: 6,
          snow: palette.snow,
          envelope: (x) => (x > 40 ? Math.max(0, 1 - (x - 40) / 120) : 1),
        }),
      ],
      lamps: [
        ...pierLamps.map((at) => ({ at, radius: 9, halo: 0.8 })),
        { at: [-38, 12.5, -118], color: [3, 2.6, 1.8] as const, radius: 0, halo: 4 },
      ],
      fog: 0.0022,
      focus: { position: [0, 0, 1.4], halfWidth: 4, halfDepth: 1.6 },
      camera:
        scene.actors.length > 0
          ? { position: [0.6, 2.2, 10.6], target: [0, 1.7, -6], verticalFovDegrees: lensFor(aspect, 44) }
          : { position: [0.8, 3.4, 8.6], target: [1.4, 1.9, -20], verticalFovDegrees: lensFor(aspect, 44) },
      more: (seconds) => ({
        mirror: mirrorOf(scene, WATER_Y, seconds, true),
        instances: fleet.flatMap((boat) => boat(seconds)),
      }),
      cues: [...outdoorCues(context, 0.15), ambience(context, 'sea', 0.3), ambience(context, 'bell', 0.06, 0.5)],
    });
  },
};

/** A jetty of planks on posts that runs away from the quay. */
function addPier(kit: Kit, x: number): void {
  kit.planks.box([x, -0.1, -14], [2.6, 0.16, 26], 0xa08868, { bottom: true });
  for (let i = 0; i < 9; i++)
    for (const s of [-1, 1]) {
      const z = -1.6 - i * 3.1;
      kit.wood.lathe(
        [x + s * 1.2, -4, z],
        [
          [0.16, 0],
          [0.15, 4.7],
          [0, 4.75],
        ],
        0x5a4a3a,
        8,
      );
      if (i % 2 === 0)
        kit.cloth.lathe(
          [x + s * 1.2, 0.3, z],
          [
            [0.17, 0],
            [0.21, 0.06],
            [0.17, 0.12],
          ],
          0xd8cba8,
          8,
        );
    }
  for (const z of [-4, -16]) {
    kit.metal.tube(
      [
        [x, 0, z],
        [x, 2.9, z],
      ],
      0.05,
      0x2c3238,
      6,
    );
    kit.lamp.lathe(
      [x, 2.9, z],
      [
        [0.1, -0.1],
        [0.16, 0.08],
        [0, 0.2],
      ],
      0xffe0a8,
      8,
    );
  }
}

/** The mole of boulders with a white and red lighthouse at its head. */
function addMole(kit: Kit): void {
  for (let i = 0; i < 44; i++) {
    const [x, z] = [-78 + i * 0.95, -112 - hash(i, 2) * 3 - i * 0.14];
    const s = 1.6 + hash(i, 3) * 1.6;
    kit.stone.box([x, -1.2 + hash(i, 4) * 0.6, z], [s, s, s], 0x7c7870, { yaw: hash(i, 5) * 3 });
  }
  const at: Vec3 = [-38, -0.4, -118];
  kit.stone.lathe(
    at,
    [
      [3.2, 0],
      [3, 1.4],
      [0, 1.4],
    ],
    0x8f8a80,
    14,
  );
  for (let band = 0; band < 5; band++) {
    const r = (y: number): number => 1.9 - y * 0.075;
    kit.plaster.lathe(
      [at[0], at[1] + 1.4 + band * 2.2, at[2]],
      [
        [r(band * 2.2), 0],
        [r((band + 1) * 2.2), 2.2],
      ],
      band % 2 === 0 ? 0xf0ece2 : 0xc0392b,
      18,
    );
  }
  kit.metal.lathe(
    [at[0], at[1] + 12.4, at[2]],
    [
      [1.6, 0],
      [1.6, 0.3],
      [0, 0.3],
    ],
    0x2c3036,
    14,
  );
  kit.lamp.lathe(
    [at[0], at[1] + 12.7, at[2]],
    [
      [0.8, 0],
      [0.8, 1.5],
    ],
    0xfff0c0,
    12,
  );
  kit.metal.lathe(
    [at[0], at[1] + 14.2, at[2]],
    [
      [1.1, 0],
      [0.2, 1.2],
      [0, 1.7],
    ],
    0xa8302a,
    14,
  );
}

/** Bollards with rope, crates of fish, pots, nets and a coil on the quay. */
function addClutter(kit: Kit, random: Random): void {
  for (let i = -4; i <= 4; i++) {
    const x = i * 4.2 + 0.4;
    kit.metal.lathe(
      [x, 0, -0.9],
      [
        [0.24, 0],
        [0.17, 0.1],
        [0.15, 0.36],
        [0.25, 0.44],
        [0.22, 0.54],
        [0, 0.56],
      ],
      0x2e3236,
      12,
    );
  }
  for (const [x, z] of [
    [-4.6, 1.2],
    [5.6, 0.6],
    [-6.4, 0.2],
  ] as const) {
    for (let n = 0; n < 5; n++) {
      const s = random.between(0.4, 0.6);
      kit.planks.box(
        [x + random.between(-0.7, 0.7), s * 0.35 + (n > 2 ? 0.42 : 0), z + random.between(-0.5, 0.5)],
        [s * 1.4, s * 0.7, s],
        random.pick([0x4a7a9a, 0xb08a58, 0xc8704a]),
        { yaw: random.between(-0.4, 0.4), foot: 0.7 },
      );
    }
  }
  for (const [x, z] of [
    [6.8, 1.8],
    [-5.6, 2.6],
  ] as const) {
    kit.cloth.lathe(
      [x, 0, z],
      [
        [0.8, 0],
        [0.66, 0.18],
        [0.3, 0.34],
        [0, 0.36],
      ],
      0x3f8a86,
      13,
    );
    for (let i = 0; i < 7; i++)
      kit.trim.lathe(
        [x + Math.sin(i * 0.9) * 0.62, 0.16, z + Math.cos(i * 0.9) * 0.62],
        [
          [0, -0.09],
          [0.1, 0],
          [0, 0.09],
        ],
        0xe07a3a,
        8,
      );
  }
  kit.metal.tube(
    [
      [-3.6, 0, 0.6],
      [-3.6, 3.4, 0.6],
    ],
    0.06,
    0x2c3238,
    7,
  );
  kit.lamp.lathe(
    [-3.6, 3.5, 0.6],
    [
      [0.12, -0.14],
      [0.2, 0.1],
      [0, 0.24],
    ],
    0xffe0a8,
    9,
  );
}

function quay({ scene }: SetContext): ReturnType<typeof createShape> {
  const shape = createShape();
  shape.sheet({
    xs: spread(-90, 90, 20),
    zs: spread(-1.2, 40, 12),
    at: () => 0,
    paint: () => groundTone(scene, 0xa59d90),
  });
  shape.box([0, -1.4, -1.3], [180, 2.9, 0.3], 0x857e72, { foot: 0.4 });
  shape.box([0, -0.02, -1.2], [180, 0.1, 0.5], groundTone(scene, 0xb8b0a2));
  return shape;
}
