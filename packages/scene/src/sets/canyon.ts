import type { Material } from '@openimagine/render';
import { createHorizonClouds } from './horizon-clouds.ts';
import { ambience, fogOf, hasDetail, lensFor, plantPalette, SNOW } from './mood.ts';
import { type Plant, planted } from './planting.ts';
import { BLADES, STONE } from './plants.ts';
import { IDENTITY, placed, type SetInstance, standing } from './scatter.ts';
import type { SetContext, SetModel } from './set.ts';
import { type Color, mix, smoothstep } from './shape.ts';
import { mesaMesh } from './strata.ts';
import { discGround, fractal, type HeightAt, noise } from './terrain.ts';
import { boulderMesh, tuftMesh } from './undergrowth.ts';

const ROCK: Material = { pattern: 'rock', patternScale: 0.35, specular: 0.04, wrap: 0.12 };
const FAR_ROCK: Material = { pattern: 'rock', patternScale: 0.06, specular: 0.03, wrap: 0.12 };
const STREAM: Material = { specular: 0.6, gloss: 40, wrap: 0.3 };
const FLOOR = -58;

/** Layers from the rim down: ochre, cream, rust, rose, brown, as rivers lay them bare. */
const STRATA: readonly Color[] = [
  [206, 146, 92],
  [236, 202, 152],
  [178, 86, 50],
  [214, 122, 72],
  [142, 64, 44],
  [230, 172, 118],
  [118, 56, 46],
];

/** The rim of a great canyon: the stage is a promontory; below and behind, tables of banded rock, a river, blue depth. */
export const canyon: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const { snow } = plantPalette(scene);
    const heightAt: HeightAt = (x, z) =>
      (fractal(x * 0.12 + 3, z * 0.12, 3, 7) - 0.5) * 1.1 * smoothstep(2.5, 9, Math.hypot(x, z)) +
      (noise(x * 0.9, z * 0.9, 3) - 0.5) * 0.1;
    const still = [
      rimOf(heightAt, snow, colorsOf(context)),
      ...tablesOf(context, snow),
      floorOf(snow),
      ...plantsOf(context, heightAt, snow),
    ];
    const clouds = createHorizonClouds(context, { distance: 900, foot: 110 });
    return {
      groundAt: heightAt,
      focus: { position: [0, heightAt(0, 0), 0], halfWidth: 4.2, halfDepth: 2.2 },
      camera: { position: [1, 4.4, 11], target: [0, 0.9, -1], verticalFovDegrees: lensFor(aspect, 46) },
      momentAt: (seconds) => ({
        instances: still,
        lights: [],
        sprites: clouds(seconds),
        fog: fogOf(scene, 0.00135, { heightFalloff: 0.006, baseHeight: FLOOR }),
      }),
      cues: [ambience(context, 'wind', 0.3 + 0.5 * scene.wind)],
    };
  },
};

function colorsOf({ scene }: SetContext): readonly Color[] {
  if (hasDetail(scene, 'white', 'grey', 'gray')) return STRATA.map((color) => mix(color, [196, 190, 178], 0.65));
  return STRATA;
}

/** Where the promontory ends, seen from the stage: near in front, far at the sides, farther behind. */
function rimAt(angle: number): number {
  const front = (1 - Math.cos(angle)) / 2;
  const jag = fractal(Math.sin(angle) * 4 + 7, Math.cos(angle) * 4 + 7, 3, 12) - 0.5;
  return 70 - 64.4 * front ** 0.14 + jag * (3.6 + 30 * (1 - front));
}

function rimOf(heightAt: HeightAt, snow: number, colors: readonly Color[]): SetInstance {
  const mesh = mesaMesh({
    center: [0, 0],
    foot: FLOOR - 2,
    top: 0,
    rimAt,
    skirt: 15,
    columns: 150,
    layers: 8,
    capRings: 30,
    colors,
    capColor: (x, z) => {
      const patch = fractal(x * 0.16, z * 0.16, 2, 9);
      const stone = mix([176, 112, 70], [214, 158, 108], patch);
      return mix(stone, SNOW, snow * (0.8 + 0.15 * patch));
    },
    capHeight: heightAt,
    seed: 5,
    snow,
  });
  return standing(mesh, ROCK);
}

/** Table mountains and far walls, in rows that grow bluer. */
function tablesOf(context: SetContext, snow: number): SetInstance[] {
  const random = context.random.fork('tables');
  const colors = colorsOf(context);
  const spots: readonly (readonly [x: number, z: number, radius: number, top: number])[] = [
    [-58, -92, 15, -6],
    [44, -120, 20, -2],
    [92, -86, 17, -9],
    [-20, -175, 24, -10],
    [-120, -150, 30, 2],
    [20, -245, 30, -4],
    [120, -210, 34, 3],
    [-85, -290, 42, -3],
    [-210, -250, 50, 5],
    [215, -330, 60, 2],
    [90, -400, 56, 6],
    [-250, -420, 80, 8],
  ];
  const tables = spots.map(([x, z, radius, top], i) => {
    const seed = Math.floor(random.between(0, 900));
    const far = Math.hypot(x, z);
    const mesh = mesaMesh({
      center: [x + random.between(-6, 6), z],
      foot: FLOOR - 3,
      top,
      rimAt: (angle) => radius * (0.6 + 0.8 * fractal(Math.sin(angle) * 1.6 + 5, Math.cos(angle) * 1.6 + 5, 3, seed)),
      skirt: 14 + radius * 0.35,
      columns: far < 180 ? 72 : 52,
      layers: i % 2 ? 7 : 8,
      colors,
      capColor: (px, pz) => mix(mix([190, 140, 98], [150, 142, 92], noise(px * 0.1, pz * 0.1, seed)), SNOW, snow * 0.9),
      seed,
      snow,
    });
    return standing(mesh, FAR_ROCK, IDENTITY, { castsShadow: false });
  });
  const wall = mesaMesh({
    center: [0, -900],
    foot: FLOOR - 3,
    top: 6,
    rimAt: (angle) => 520 + 190 * (fractal(Math.sin(angle) * 5 + 5, Math.cos(angle) * 5 + 5, 4, 77) - 0.5),
    skirt: 60,
    columns: 150,
    layers: 7,
    colors,
    capColor: () => mix([176, 136, 104], SNOW, snow * 0.9),
    seed: 77,
    snow,
  });
  return [...tables, standing(wall, FAR_ROCK, IDENTITY, { castsShadow: false })];
}

function floorOf(snow: number): SetInstance {
  const river = (z: number): number => 26 * Math.sin(z * 0.016) + 14 * Math.sin(z * 0.041 + 1) - 12;
  const mesh = discGround({
    heightAt: (x, z) => FLOOR + 5 * fractal(x * 0.02, z * 0.02, 3, 5) - 2 * Math.exp(-(((x - river(z)) / 12) ** 2)),
    center: [0, -120],
    radius: 1300,
    rings: 54,
    sectors: 110,
    innerStep: 4,
    colorAt: (x, _y, z) => {
      const sand = mix([150, 100, 66], [188, 140, 96], fractal(x * 0.03, z * 0.03, 3, 2));
      const off = Math.abs(x - river(z));
      const green = mix(sand, [106, 122, 66], smoothstep(24, 11, off) * 0.8);
      return mix(mix(green, [96, 152, 158], smoothstep(8, 5.5, off)), SNOW, snow * 0.6 * smoothstep(7, 11, off));
    },
  });
  return standing(mesh, STREAM, IDENTITY, { castsShadow: false });
}

function plantsOf(context: SetContext, heightAt: HeightAt, snow: number): SetInstance[] {
  const random = context.random.fork('plants');
  const stones: Plant[] = Array.from({ length: 4 }, () => ({
    mesh: boulderMesh(random, [186, 128, 88], snow, 2),
    material: STONE,
  }));
  const sage: Plant[] = Array.from({ length: 3 }, () => ({
    mesh: tuftMesh({
      random,
      blades: 46,
      spread: 0.3,
      height: 0.42,
      width: 0.014,
      color: [122, 126, 84],
      tip: [188, 178, 118],
      isCurved: true,
      snow,
    }),
    material: BLADES,
  }));
  const inside = (x: number, z: number): boolean => Math.hypot(x, z) < rimAt(Math.atan2(x, z)) - 0.8;
  const free = (x: number, z: number): number =>
    inside(x, z) && Math.hypot(x, z) > 3.2 && (z < 3 || Math.abs(x) > 2.2 + z * 0.3) ? 1 : 0;
  const common = { random, heightAt, chance: free };
  const edge = [-7.4, 6.6].map((x) =>
    standing(random.pick(stones).mesh, STONE, placed(x, heightAt(x, -1) - 0.2, -1, { scale: 2.2, turn: x })),
  );
  return [
    ...edge,
    ...planted({
      ...common,
      plants: stones,
      count: 60,
      from: [-26, -7],
      to: [26, 12],
      distance: 1.1,
      scale: [0.15, 0.9],
    }),
    ...planted({ ...common, plants: sage, count: 60, from: [-22, -7], to: [22, 9], distance: 1.3, castsShadow: false }),
  ];
}
