import type { Material, Mesh } from '@openimagine/render';
import { rockyRange, softHills } from './hills.ts';
import { createHorizonClouds } from './horizon-clouds.ts';
import {
  ambience,
  fogOf,
  hasActor,
  hasDetail,
  lensFor,
  mistLight,
  outdoorCues,
  type PlantPalette,
  plantPalette,
  SNOW,
} from './mood.ts';
import { type Plant, planted } from './planting.ts';
import { BLADES, groundCover, leafTreeMesh, leavesOf, NEEDLES, pineMesh, STONE, TURF } from './plants.ts';
import { IDENTITY, type SetInstance, type SpriteSpot, sprites, standing } from './scatter.ts';
import type { BuiltSet, SetContext, SetModel, SetMoment } from './set.ts';
import { type Color, mix, shade, smoothstep } from './shape.ts';
import { buildLake } from './shore-lake.ts';
import { discGround, fractal, type HeightAt, noise } from './terrain.ts';
import { boulderMesh, tuftMesh } from './undergrowth.ts';
import { mirrorOf } from './water.ts';

const WATER: Material = { pattern: 'water', patternScale: 0.22, mirror: 0.94, specular: 0.5, gloss: 160 };
const LEVEL = -0.45;

/** A mountain lake without a breath of wind: peaks and woods of the far shore upside down in it, stones at the near one. */
export const lake: SetModel = {
  build(context) {
    const { scene } = context;
    const isHome = hasActor(scene, 'house', 'castle', 'tower', 'ruin', 'torii') || hasDetail(scene, 'house', 'cabin');
    return isHome ? buildLake(context) : buildMirror(context);
  },
};

function buildMirror(context: SetContext): BuiltSet {
  const { scene, aspect } = context;
  const palette = plantPalette(scene);
  const isAfloat =
    hasActor(scene, 'boat', 'fish', 'turtle', 'duck', 'swan') ||
    scene.actors.some(({ word }) => /duck|swan|canoe|kayak|goose/.test(word));
  // Without anybody on the bank the view is over the water.
  const shift = isAfloat ? 9 : scene.actors.length === 0 ? 4.4 : 0;
  const heightAt: HeightAt = (x, z) => landAt(x, z - shift);
  const still = [groundOf(palette, heightAt), ...rangesOf(palette), ...plantsOf(context, palette, heightAt)];
  const water = waterOf(heightAt, palette);
  const clouds = createHorizonClouds(context, { distance: 800, foot: 150, heaps: 8 });
  const isFrozen = palette.snow > 0.5 && hasDetail(scene, 'frozen', 'ice');
  return {
    groundAt: (x, z) => Math.max(LEVEL, heightAt(x, z)),
    isDry: (x, z) => heightAt(x, z) > LEVEL + 0.12,
    focus: { position: [0, Math.max(LEVEL, heightAt(0, 0)), 0], halfWidth: 4, halfDepth: 2 },
    camera: { position: [0.6, 1.9, 9.6], target: [0, 1.45, 0], verticalFovDegrees: lensFor(aspect, 42) },
    momentAt: (seconds) => ({
      instances: [...still, water],
      lights: [],
      sprites: [...clouds(seconds), ...mistOver(context, seconds)],
      mirror: {
        ...mirrorOf(scene, LEVEL, seconds, true),
        ...(isFrozen ? { ripple: 0, roughness: 0.35 } : { roughness: 0.05 + scene.wind * 0.12 }),
      },
      fog: fogOf(scene, 0.0015, { heightFalloff: 0.01 }),
    }),
    cues: [ambience(context, 'river', 0.1), ...outdoorCues(context, 0.35)],
  };
}

function landAt(x: number, z: number): number {
  const wobble = (fractal(x * 0.15 + 1, z * 0.15, 3, 4) - 0.5) * 3.2;
  const near = z + 2.9 + wobble + Math.max(0, Math.abs(x) - 8) * 0.18;
  const left = -x - 46 - z * 0.35 + (noise(z * 0.04, 2, 5) - 0.5) * 22;
  const right = x - 62 - z * 0.3 + (noise(z * 0.05, 7, 6) - 0.5) * 22;
  const far = -z - 150 + (noise(x * 0.025, 4, 7) - 0.5) * 46;
  const inland = Math.max(near, left, right, far);
  const bumps = (fractal(x * 0.35, z * 0.35, 3, 8) - 0.5) * 0.32 * smoothstep(2, 5, Math.hypot(x, z));
  const rise = near > 0 ? Math.max(0, inland - 8) * 0.04 : Math.min(16, Math.max(0, inland) * 0.16);
  return inland > 0
    ? LEVEL + 0.45 * smoothstep(0, 2.6, inland) + rise + bumps * smoothstep(0, 1.5, inland)
    : LEVEL + Math.max(-4, inland * 0.22);
}

function groundOf(palette: PlantPalette, heightAt: HeightAt): SetInstance {
  const mesh = discGround({
    heightAt,
    center: [0, 3],
    radius: 340,
    rings: 74,
    sectors: 110,
    colorAt: (x, y, z) => {
      const patch = fractal(x * 0.3, z * 0.3, 3, 20);
      const speck = noise(x * 3.1, z * 3.1, 9);
      const pebble: Color = mix([112, 108, 102], [168, 162, 150], patch * 0.6 + speck * 0.4);
      const turf = mix(palette.grass, palette.dryGrass, patch);
      const shore = mix(
        shade(pebble, 0.55),
        mix(pebble, turf, smoothstep(0.22, 0.46, y - LEVEL + (patch - 0.5) * 0.2)),
        smoothstep(-0.06, 0.1, y - LEVEL),
      );
      return mix(shore, SNOW, palette.snow * smoothstep(0.08, 0.28, y - LEVEL) * 0.95);
    },
  });
  return standing(mesh, groundCover(palette, TURF));
}

/** Clear over the stones of the shore, then deep green and blue. */
function waterOf(heightAt: HeightAt, palette: PlantPalette): SetInstance {
  const mesh = discGround({
    heightAt: () => LEVEL,
    center: [0, 0],
    radius: 330,
    rings: 52,
    sectors: 80,
    innerStep: 0.5,
    colorAt: (x, _y, z) => {
      const depth = LEVEL - heightAt(x, z);
      const clear = mix([138, 150, 126], [44, 116, 118], smoothstep(0.02, 0.5, depth));
      return mix(mix(clear, [12, 52, 74], smoothstep(0.4, 2.6, depth)), [196, 214, 228], palette.snow * 0.25);
    },
  });
  return standing(mesh, WATER, IDENTITY, { castsShadow: false });
}

function rangesOf(palette: PlantPalette): SetInstance[] {
  const wood = mix(palette.needles[0]!, palette.leaves[0]!, 0.25);
  const stone = { snowLine: 0.4, snow: palette.snow, meadow: mix(wood, palette.grass, 0.4) };
  const valley = (x: number): number => 0.3 + 0.7 * smoothstep(20, 240, Math.abs(x + 30));
  return [
    softHills({
      z: -250,
      halfWidth: 380,
      halfDepth: 70,
      foot: LEVEL,
      height: 36,
      color: wood,
      seed: 12,
      snow: palette.snow,
      envelope: valley,
    }),
    rockyRange({
      ...stone,
      z: -420,
      halfWidth: 640,
      halfDepth: 150,
      foot: 0,
      height: 130,
      color: [112, 114, 122],
      seed: 17,
      envelope: valley,
    }),
    rockyRange({
      ...stone,
      z: -620,
      halfWidth: 860,
      halfDepth: 170,
      foot: 0,
      height: 235,
      color: [124, 132, 148],
      seed: 5,
      snowLine: 0.34,
    }),
  ];
}

function plantsOf(context: SetContext, palette: PlantPalette, heightAt: HeightAt): SetInstance[] {
  const { scene } = context;
  const random = context.random.fork('plants');
  const leafShare = scene.season === 'autumn' ? 0.55 : 0.25;
  const trees = (detail: 'middle' | 'far', count: number): Plant[] =>
    Array.from({ length: count }, (_, i) =>
      i / count < leafShare
        ? { mesh: leafTreeMesh({ random, palette, detail }), material: leavesOf(scene) }
        : { mesh: pineMesh({ random, palette, detail }), material: NEEDLES },
    );
  const many = (count: number, make: () => Mesh, material: Material): Plant[] =>
    Array.from({ length: count }, () => ({ mesh: make(), material }));
  const stones = many(4, () => boulderMesh(random, [128, 124, 118], palette.snow, 2), STONE);
  const grass = many(
    3,
    () =>
      tuftMesh({
        random,
        blades: 44,
        spread: 0.5,
        height: 0.36,
        width: 0.015,
        color: palette.grass,
        tip: palette.dryGrass,
        isCurved: true,
        snow: palette.snow,
      }),
    BLADES,
  );
  const above = (x: number, z: number): number => heightAt(x, z) - LEVEL;
  const lane = (x: number, z: number): boolean => Math.hypot(x, z) < 2.6 || (z > 1 && Math.abs(x) < 1.6 + z * 0.3);
  const on = (low: number, high: number) => (x: number, z: number) =>
    above(x, z) > low && above(x, z) < high && !lane(x, z) ? 1 : 0;
  const dry = (x: number, z: number): number => (above(x, z) > 0.35 ? 1 : 0);
  const common = { random, heightAt };
  return [
    ...planted({
      ...common,
      plants: stones,
      count: 70,
      from: [-14, -7],
      to: [14, 12],
      distance: 0.7,
      chance: on(-0.3, 0.3),
      scale: [0.15, 1.1],
      sink: 0.12,
    }),
    ...planted({
      ...common,
      plants: grass,
      count: 70,
      from: [-13, -5],
      to: [13, 11],
      distance: 0.7,
      chance: on(0.24, 5),
      castsShadow: false,
    }),
    ...planted({
      ...common,
      plants: trees('middle', 6),
      count: 60,
      from: [-110, -90],
      to: [120, 4],
      distance: 3.6,
      chance: (x, z) => (Math.abs(x) > 20 ? dry(x, z) : 0),
      scale: [0.8, 1.3],
      castsShadow: false,
    }),
    ...planted({
      ...common,
      plants: trees('far', 8),
      count: 250,
      from: [-190, -215],
      to: [190, -90],
      distance: 3.2,
      chance: dry,
      scale: [0.9, 1.5],
      castsShadow: false,
    }),
    ...planted({
      ...common,
      plants: trees('far', 5),
      count: 36,
      from: [-60, 20],
      to: [60, 60],
      distance: 4.5,
      chance: dry,
      castsShadow: false,
    }),
  ];
}

/** Thin mist over the water in cool hours. */
function mistOver(context: SetContext, seconds: number): SetMoment['sprites'] {
  const { scene, durationSeconds } = context;
  const isCool = scene.time === 'dawn' || scene.time === 'morning' || scene.season === 'autumn';
  const strength = (isCool ? 0.08 : 0.012) + 0.12 * scene.haze + (scene.weather === 'fog' ? 0.12 : 0);
  const light = mistLight(scene, seconds, durationSeconds);
  const random = context.random.fork('mist');
  const spots = Array.from(
    { length: 34 },
    (): SpriteSpot => ({
      position: [
        random.between(-70, 70) + seconds * random.between(0.15, 0.5) * (0.5 + scene.wind),
        LEVEL + random.between(0.3, 2),
        random.between(-140, -30),
      ],
      radius: random.between(6, 13),
      rotation: random.between(0, 6.28),
      color: [light[0], light[1], light[2], strength * random.between(0.5, 1)],
    }),
  );
  return [
    sprites(
      'soft',
      'alpha',
      spots.sort((a, b) => a.position[2] - b.position[2]),
    ),
  ];
}
