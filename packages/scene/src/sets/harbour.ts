import type { Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import { hash } from '../stage/matrix.ts';
import { createShape, spread } from '../stage/shape.ts';
import { groundTone, outdoorPlace, paved, roofTone } from './built-outdoors.ts';
import { softHills } from './hills.ts';
import { addHouse } from './house-shapes.ts';
import { ambience, lensFor, outdoorCues, plantPalette } from './mood.ts';
import { buildKit, createKit, type Kit, placeKit } from './place-kit.ts';
import { placed, type SetInstance } from './scatter.ts';
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

const WATER_Y = -1.3;

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

/** A fishing boat that rocks at its mooring. */
function createBoat(
  color: number,
  index: number,
  [x, z, yaw]: readonly [number, number, number],
): (seconds: number) => SetInstance[] {
  const kit = createKit();
  const stations = 10;
  const rib = (i: number): readonly [half: number, sheer: number, along: number] => {
    const u = i / stations;
    return [
      1.15 *
        Math.sin(Math.PI * Math.min(1, 0.16 + u * 0.5 + (u > 0.68 ? (u - 0.68) * 1.06 : 0))) *
        (u > 0.97 ? 0.06 : 1),
      0.75 + 0.5 * u * u,
      -2.9 + u * 5.8,
    ];
  };
  for (let i = 0; i < stations; i++) {
    const [a, b] = [rib(i), rib(i + 1)];
    for (const s of [-1, 1]) {
      const p: Vec3[] = [
        [s * a[0] * 0.5, -0.3, a[2]],
        [s * b[0] * 0.4, -0.3, b[2]],
        [s * b[0], b[1], b[2]],
        [s * a[0], a[1], a[2]],
      ];
      if (s < 0) kit.wood.quad(p[0]!, p[1]!, p[2]!, p[3]!, color, 0.9);
      else kit.wood.quad(p[1]!, p[0]!, p[3]!, p[2]!, color, 0.9);
      const inner = p.map(([px, py, pz]): Vec3 => [px * 0.9, py, pz]);
      if (s < 0) kit.wood.quad(inner[3]!, inner[2]!, inner[1]!, inner[0]!, 0xc8b48c, 0.6);
      else kit.wood.quad(inner[2]!, inner[3]!, inner[0]!, inner[1]!, 0xc8b48c, 0.6);
      kit.trim.tube(
        [
          [s * a[0], a[1], a[2]],
          [s * b[0], b[1], b[2]],
        ],
        0.06,
        0xf0ead8,
        5,
      );
    }
    kit.planks.quad(
      [-a[0] * 0.85, 0.4, a[2]],
      [a[0] * 0.85, 0.4, a[2]],
      [b[0] * 0.85, 0.4, b[2]],
      [-b[0] * 0.85, 0.4, b[2]],
      0xb09468,
    );
    kit.planks.quad(
      [-b[0] * 0.85, 0.4, b[2]],
      [b[0] * 0.85, 0.4, b[2]],
      [a[0] * 0.85, 0.4, a[2]],
      [-a[0] * 0.85, 0.4, a[2]],
      0xb09468,
    );
  }
  kit.wood.box([0, 0.4, -2.9], [1.9, 0.9, 0.1], color);
  kit.trim.box([0, 1.15, -0.9], [1.2, 1.5, 1.5], 0xf0ece0, { foot: 0.8 });
  kit.trim.box([0, 1.95, -0.85], [1.4, 0.1, 1.8], color, { bottom: true });
  kit.window.box([0, 1.45, -0.13], [0.9, 0.5, 0.04], 0xffd8a0);
  for (const s of [-1, 1]) kit.window.box([s * 0.61, 1.45, -0.9], [0.02, 0.46, 0.9], 0xffd8a0);
  kit.wood.tube(
    [
      [0, 1.9, -0.2],
      [0, 4.4, -0.2],
    ],
    0.05,
    0x6a5238,
    6,
  );
  kit.wood.tube(
    [
      [0, 2.4, -0.2],
      [0, 3.6, 2],
    ],
    0.035,
    0x6a5238,
    5,
  );
  kit.trim.tube(
    [
      [0, 4.3, -0.2],
      [0, 1.3, 2.8],
    ],
    0.012,
    0x3a342c,
    3,
  );
  kit.trim.tube(
    [
      [0, 4.3, -0.2],
      [0, 0.8, -2.8],
    ],
    0.012,
    0x3a342c,
    3,
  );
  kit.cloth.lathe(
    [0.3, 0.42, 1.2],
    [
      [0.4, 0],
      [0.3, 0.2],
      [0, 0.3],
    ],
    0x4a8a7a,
    9,
  );
  const parts = buildKit(kit);
  const all = [...parts.still, ...parts.litAt(0.6)].map(({ isStatic: _, ...part }): SetInstance => part);
  return (seconds) => {
    const t = seconds + hash(index, 5) * 20;
    const [roll, lift] = [Math.sin(t * 0.9) * 0.035, Math.sin(t * 0.7 + 1) * 0.05];
    const [c, s] = [Math.cos(yaw), Math.sin(yaw)];
    const matrix = new Float32Array([
      c,
      roll,
      -s,
      0,
      -roll * c,
      1,
      roll * s,
      0,
      s,
      0,
      c,
      0,
      x,
      WATER_Y + 0.28 + lift,
      z,
      1,
    ]);
    return all.map((part) => ({ ...part, matrix }));
  };
}

/** A gantry crane: four legs, a boom over the water, a cabin and a hanging hook. */
function addCrane(kit: Kit, color: number): void {
  for (const x of [-4, 4]) for (const z of [-4, 4]) kit.metal.box([x, 11, z], [1, 22, 1], color, { foot: 0.6 });
  for (const z of [-4, 4]) kit.metal.box([0, 14, z], [9, 0.9, 0.9], color);
  for (const x of [-4, 4]) kit.metal.box([x, 14, 0], [0.9, 0.9, 9], color);
  kit.metal.box([-6, 22.5, 0], [44, 1.6, 3.4], color, { bottom: true });
  kit.metal.box([4, 28, 0], [0.9, 12, 0.9], color);
  for (const [a, b] of [
    [4, -27],
    [4, 15],
  ] as const)
    kit.metal.tube(
      [
        [a, 33.6, 0],
        [b, 23.2, 0],
      ],
      0.18,
      color,
      5,
    );
  kit.metal.box([-3, 20.6, 0], [3, 2.4, 2.6], 0xe4e2da, { bottom: true });
  kit.window.box([-3, 20.6, 1.35], [2.4, 1.4, 0.06], 0xffe0a0);
  for (const z of [-0.6, 0.6])
    kit.trim.tube(
      [
        [-17, 22, z],
        [-17, 13, z],
      ],
      0.07,
      0x26282c,
      4,
    );
  kit.metal.box([-17, 12, 0], [6, 2.4, 2.4], 0x3f6a9a, { bottom: true });
  kit.lamp.box([4, 34.4, 0], [0.7, 0.7, 0.7], 0xff5a3a);
}

/** A ship with stacked containers in many colours. */
function addFreighter(kit: Kit, random: Random): void {
  kit.metal.box([0, 2.4, 0], [46, 5.6, 9], 0x7a2c2a, { foot: 0.6 });
  kit.metal.box([0, 5.4, 0], [47, 0.6, 9.2], 0x2c3038);
  for (const s of [1, -1]) {
    const bow: Vec3[] = [
      [-23, -0.4, s * 4.5],
      [-29, 5.7, 0],
      [-23, 5.7, s * 4.5],
      [-24.5, -0.4, 0],
    ];
    if (s > 0) {
      kit.metal.triangle(bow[3]!, bow[0]!, bow[2]!, 0x7a2c2a);
      kit.metal.triangle(bow[3]!, bow[2]!, bow[1]!, 0x7a2c2a);
    } else {
      kit.metal.triangle(bow[2]!, bow[0]!, bow[3]!, 0x7a2c2a);
      kit.metal.triangle(bow[1]!, bow[2]!, bow[3]!, 0x7a2c2a);
    }
  }
  const colors = [0xb8442f, 0x2f5f8a, 0x3f7a54, 0xd0a040, 0x8a8f94, 0x6a3a5a, 0xd8d4c8];
  for (let i = 0; i < 9; i++) {
    const stack = 2 + Math.floor(random.next() * 3);
    for (let y = 0; y < stack; y++)
      kit.metal.box([-19 + i * 3.6, 7 + y * 2.6, 0.4], [3.4, 2.5, 8], random.pick(colors));
  }
  kit.trim.box([18, 11, 0], [6, 11, 8], 0xeceae2);
  for (let floor = 0; floor < 4; floor++)
    for (let i = 0; i < 3; i++) kit.window.box([16.2 + i * 1.8, 7.6 + floor * 2.4, 4.03], [1, 1.1, 0.06], 0xffdca0);
  kit.metal.lathe(
    [18, 16.5, -1],
    [
      [1.4, 0],
      [1.3, 4],
      [0, 4],
    ],
    0xc8402c,
    12,
  );
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
