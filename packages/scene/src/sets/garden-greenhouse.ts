import type { Material, Vec3 } from '@openimagine/render';
import { blossomMesh, leafyMesh, palmMesh } from './garden-plants.ts';
import { ambience, darknessAt, fogOf, lensFor, plantPalette } from './mood.ts';
import { BLADES, leafTreeMesh, leavesOf, TURF } from './plants.ts';
import { placed, type SetInstance, type SpriteSpot, scatter, sprites, standing, wrap } from './scatter.ts';
import type { BuiltSet, SetContext, SetMoment } from './set.ts';
import { addBox, addTube, type Color, createMeshBuilder, mix, shade } from './shape.ts';
import { discGround, fractal, noise, patchGround } from './terrain.ts';

const IRON: Material = { specular: 0.3, gloss: 30 };
const TILES: Material = { pattern: 'tiles', patternScale: 1.6, specular: 0.2, gloss: 30 };
const BRICK: Material = { pattern: 'bricks', patternScale: 1.4, specular: 0.05 };
const SOIL: Material = { pattern: 'grain', patternScale: 2, specular: 0.02 };
const BULB: Material = { emissive: 4 };

const HALF_WIDTH = 5.4;
const EAVES = 3;
const RIDGE = 6;
const BACK = -13;
const FRONT = 12;

/** A glass house: white iron arches, raised beds of brick on both sides, a tiled aisle, hanging lamps, the garden outside. */
export function buildGreenhouse(context: SetContext): BuiltSet {
  const { scene, aspect, durationSeconds } = context;
  const still = [outside(context), aisle(), ...beds(context), frame(), ...plantsOf(context), ...treesOutside(context)];
  const bulbs = bulbMesh();
  return {
    groundAt: () => 0,
    focus: { position: [0, 0, 0], halfWidth: 2, halfDepth: 2.6 },
    camera: { position: [0.5, 1.65, 7.8], target: [0, 1.25, 0], verticalFovDegrees: lensFor(aspect, 44) },
    momentAt: (seconds) => {
      const darkness = darknessAt(scene, seconds, durationSeconds);
      const glow = 0.25 + 0.75 * darkness;
      return {
        instances: [...still, { ...bulbs, emissive: glow }],
        lights: BULBS.map((position) => ({
          position,
          color: [1.7 * glow, 1.1 * glow, 0.55 * glow] as const,
          radius: 6,
        })),
        sprites: moteSprites(context, seconds, darkness),
        fog: fogOf(scene, 0.009, { heightFalloff: 0.06 }),
      };
    },
    cues: [
      ambience(context, 'room', 0.15),
      ambience(context, 'birds', 0.25, -0.3),
      ambience(context, 'river', 0.05, 0.5),
    ],
  };
}

const BULBS: readonly Vec3[] = [
  [0, 3.5, -1.5],
  [0, 3.5, -6],
  [0, 3.5, -10.5],
];

/** Half of an arch, foot to ridge. */
function archPoints(): readonly (readonly [x: number, y: number])[] {
  const points: (readonly [number, number])[] = [
    [HALF_WIDTH, 0],
    [HALF_WIDTH, EAVES],
  ];
  for (let i = 1; i <= 8; i++) {
    const angle = (i / 8) * (Math.PI / 2);
    points.push([HALF_WIDTH * Math.cos(angle), EAVES + (RIDGE - EAVES) * Math.sin(angle)]);
  }
  return points;
}

function frame(): SetInstance {
  const builder = createMeshBuilder();
  const white: Color = [226, 230, 226];
  const points = archPoints();
  const rod = (from: Vec3, to: Vec3, radius: number): void =>
    addTube(builder, { from, to, fromRadius: radius, toRadius: radius, sides: 5, color: white });
  for (let z = BACK; z <= FRONT; z += 2.5)
    for (const side of [-1, 1])
      for (let i = 0; i + 1 < points.length; i++)
        rod([side * points[i]![0], points[i]![1], z], [side * points[i + 1]![0], points[i + 1]![1], z], 0.055);
  for (const side of [-1, 1])
    for (const [index, radius] of [
      [1, 0.06],
      [3, 0.03],
      [5, 0.03],
      [7, 0.03],
    ] as const)
      rod(
        [side * points[index]![0], points[index]![1], BACK],
        [side * points[index]![0], points[index]![1], FRONT],
        radius,
      );
  rod([0, RIDGE, BACK], [0, RIDGE, FRONT], 0.08);
  for (const side of [-1, 1])
    for (let z = BACK; z < FRONT; z += 0.83) rod([side * HALF_WIDTH, 0.9, z], [side * HALF_WIDTH, EAVES, z], 0.02);
  // The gable at the back: mullions up to the arch and a door frame in the middle.
  for (let x = -HALF_WIDTH + 0.9; x < HALF_WIDTH; x += 0.9) {
    const top = EAVES + (RIDGE - EAVES) * Math.sqrt(1 - (x / HALF_WIDTH) ** 2);
    rod([x, Math.abs(x) < 1.2 ? 0 : 0.9, BACK], [x, top, BACK], 0.03);
  }
  for (const y of [2.5, EAVES]) rod([-HALF_WIDTH, y, BACK], [HALF_WIDTH, y, BACK], 0.04);
  return standing(builder.build(), IRON);
}

function aisle(): SetInstance {
  const mesh = patchGround({
    from: [-1.7, BACK - 4],
    to: [1.7, FRONT],
    columns: 20,
    rows: 100,
    heightAt: () => 0.012,
    colorAt: (x, _y, z) => {
      const tile = noise(Math.floor(x / 0.34) * 3.3, Math.floor(z / 0.34) * 2.7, 3);
      return shade(mix([188, 162, 134], [172, 132, 104], tile), 0.82 + 0.22 * fractal(x * 2, z * 2, 2, 5));
    },
  });
  return standing(mesh, TILES);
}

function beds(context: SetContext): SetInstance[] {
  const brick = createMeshBuilder();
  const random = context.random.fork('bricks');
  for (const side of [-1, 1]) {
    addBox(brick, {
      center: [side * 1.95, 0.26, -0.5],
      size: [0.3, 0.52, FRONT - BACK - 1],
      color: [164, 98, 74],
      topColor: [188, 152, 124],
      open: [0.5, 1],
    });
    addBox(brick, {
      center: [side * HALF_WIDTH, 0.45, -0.5],
      size: [0.28, 0.9, FRONT - BACK],
      color: [158, 94, 72],
      topColor: [190, 160, 136],
      open: [0.5, 1],
    });
  }
  const backs: readonly (readonly [number, number])[] = [
    [-(HALF_WIDTH + 1.2) / 2, HALF_WIDTH - 1.2],
    [(HALF_WIDTH + 1.2) / 2, HALF_WIDTH - 1.2],
  ];
  for (const [x, width] of backs)
    addBox(brick, {
      center: [x, 0.45, BACK],
      size: [width, 0.9, 0.28],
      color: [158, 94, 72],
      topColor: [190, 160, 136],
    });
  const soil = [-1, 1].map((side) =>
    patchGround({
      from: side < 0 ? [-HALF_WIDTH, BACK] : [2, BACK],
      to: side < 0 ? [-2, FRONT] : [HALF_WIDTH, FRONT],
      columns: 10,
      rows: 60,
      heightAt: (x, z) => 0.42 + 0.1 * noise(x * 1.6, z * 1.6, 7),
      colorAt: () => shade([84, 62, 46], random.between(0.75, 1.2)),
      openAt: () => 0.75,
    }),
  );
  return [standing(brick.build(), BRICK), ...soil.map((mesh) => standing(mesh, SOIL))];
}

function plantsOf(context: SetContext): SetInstance[] {
  const random = context.random.fork('plants');
  const greens: readonly Color[] = [
    [82, 134, 60],
    [64, 112, 62],
    [112, 150, 70],
    [76, 126, 88],
  ];
  const leafy = greens.map((green, i) => leafyMesh(random, green, 0.6 + 0.22 * i));
  const blossoms = [
    blossomMesh(random, [224, 92, 96], 0.5),
    blossomMesh(random, [244, 196, 84], 0.62),
    blossomMesh(random, [196, 120, 196], 0.48),
    blossomMesh(random, [240, 236, 230], 0.55),
  ];
  const palms = [palmMesh(random, [74, 126, 66]), palmMesh(random, [96, 140, 70])];
  const inBed = (x: number, z: number): number =>
    Math.abs(x) < 2.35 || Math.abs(x) > HALF_WIDTH - 0.35 || (z > 4.6 && Math.abs(x) < 3) ? 0 : 1;
  const spots = scatter({
    random,
    count: 105,
    from: [-HALF_WIDTH, BACK + 0.5],
    to: [HALF_WIDTH, 6.5],
    distance: 0.58,
    chance: inBed,
  });
  const grown = spots.map(({ x, z }) => {
    // Tall things stand at the glass, low ones along the aisle.
    const back = (Math.abs(x) - 2.3) / (HALF_WIDTH - 2.6);
    const isFlower = random.next() > 0.35 + back * 0.5;
    const mesh = isFlower ? random.pick(blossoms) : leafy[Math.min(3, Math.floor(back * 3 + random.next() * 1.4))]!;
    const matrix = placed(x, 0.42, z, {
      scale: random.between(0.85, 1.3) * (1 + 0.45 * Math.max(0, back)),
      turn: random.between(0, 6.28),
    });
    return standing(mesh, BLADES, matrix);
  });
  const potted = (
    [
      [-1.45, -3.6, 0.62],
      [1.5, -6.4, 0.7],
      [-1.45, -9.4, 0.75],
      [1.4, -11.8, 0.85],
    ] as const
  ).map(([x, z, scale], i) => standing(palms[i % 2]!, BLADES, placed(x, 0, z, { scale, turn: i })));
  const tall = (
    [
      [-4.3, -6.5],
      [4.4, -4],
      [-4.4, -1.4],
      [4.2, -10],
      [-4.1, -11],
    ] as const
  ).map(([x, z], i) =>
    standing(palms[i % 2]!, BLADES, placed(x, 0.1, z, { scale: random.between(1, 1.5), turn: i * 1.3 })),
  );
  return [...grown, ...potted, ...tall];
}

function outside(context: SetContext): SetInstance {
  const palette = plantPalette(context.scene);
  const mesh = discGround({
    heightAt: () => -0.03,
    radius: 160,
    rings: 24,
    sectors: 48,
    innerStep: 1,
    colorAt: (x, _y, z) =>
      mix(mix(palette.grass, palette.dryGrass, fractal(x * 0.2, z * 0.2, 3, 3)), [240, 244, 250], palette.snow * 0.9),
  });
  return standing(mesh, TURF);
}

function treesOutside(context: SetContext): SetInstance[] {
  const random = context.random.fork('trees');
  const palette = plantPalette(context.scene);
  const meshes = Array.from({ length: 4 }, () => leafTreeMesh({ random, palette, detail: 'middle' }));
  const clear = (x: number, z: number): number => (Math.abs(x) < 10 && z > BACK - 6 ? 0 : 1);
  return scatter({ random, count: 46, from: [-46, -62], to: [46, 14], distance: 4.2, chance: clear }).map(({ x, z }) =>
    standing(
      random.pick(meshes),
      leavesOf(context.scene),
      placed(x, 0, z, { scale: random.between(0.8, 1.3), turn: random.between(0, 6) }),
      { castsShadow: false },
    ),
  );
}

function bulbMesh(): SetInstance {
  const builder = createMeshBuilder();
  for (const [x, y, z] of BULBS) {
    addTube(builder, {
      from: [x, y + 0.1, z],
      to: [x, RIDGE, z],
      fromRadius: 0.012,
      toRadius: 0.012,
      sides: 4,
      color: [10, 10, 10],
    });
    addTube(builder, {
      from: [x, y - 0.12, z],
      to: [x, y, z],
      fromRadius: 0.06,
      toRadius: 0.1,
      sides: 10,
      color: [255, 214, 150],
    });
    addTube(builder, {
      from: [x, y, z],
      to: [x, y + 0.12, z],
      fromRadius: 0.1,
      toRadius: 0.03,
      sides: 10,
      color: [255, 206, 140],
      cap: true,
    });
    addTube(builder, {
      from: [x, y - 0.13, z],
      to: [x, y - 0.121, z],
      fromRadius: 0.02,
      toRadius: 0.06,
      sides: 10,
      color: [255, 220, 160],
    });
  }
  return { mesh: builder.build(), material: BULB, matrix: placed(0, 0, 0), castsShadow: false };
}

/** Pollen and damp in the light. */
function moteSprites(context: SetContext, seconds: number, darkness: number): SetMoment['sprites'] {
  const random = context.random.fork('motes');
  const light = 1 - 0.7 * darkness;
  const spots = Array.from({ length: 70 }, (): SpriteSpot => {
    const x = random.between(-3.5, 3.5) + 0.2 * Math.sin(seconds * random.between(0.2, 0.6) + random.between(0, 6));
    const y = 0.5 + wrap(random.between(0, 3.4) + seconds * random.between(-0.05, 0.03), 3.4);
    return {
      position: [x, y, random.between(-8, 5)],
      radius: random.between(0.006, 0.014),
      color: [0.9 * light, 0.8 * light, 0.5 * light, 0.5],
    };
  });
  return [sprites('soft', 'add', spots)];
}
