import { rockyRange, softHills } from './hills.ts';
import { createHorizonClouds } from './horizon-clouds.ts';
import {
  ambience,
  fogOf,
  hasDetail,
  isAerial,
  lensFor,
  outdoorCues,
  type PlantPalette,
  plantPalette,
  SNOW,
} from './mood.ts';
import { BLADES, NEEDLES, pineMesh, SNOWY, STONE, TURF } from './plants.ts';
import { placed, type SetInstance, scatter, standing } from './scatter.ts';
import type { BuiltSet, SetContext, SetModel } from './set.ts';
import { mix, shade, smoothstep } from './shape.ts';
import { discGround, fractal, type HeightAt, noise } from './terrain.ts';
import { boulderMesh, tuftMesh } from './undergrowth.ts';
import { mirrorOf, waterSurface } from './water.ts';
import { flowerMesh } from './wheat.ts';

/** Hours at which a low sun from the left, a little behind the camera, sets the peaks and who stands before them aglow. */
const GLOWING: ReadonlySet<string> = new Set(['dawn', 'golden', 'sunset']);

/** Level of the lake below the meadow, metres. */
const LAKE = -0.85;

/** An alpine meadow before a wall of rock and snow, with pines at its foot and paler ranges behind. */
export const mountains: SetModel = {
  build(context: SetContext): BuiltSet {
    const { scene, aspect } = context;
    const palette = plantPalette(scene);
    const hasLake = hasDetail(scene, 'lake', 'reflect', 'pond', 'fjord');
    const land: HeightAt = (x, z) => {
      const away = smoothstep(5, 40, Math.hypot(x, z));
      const rolling = (fractal(x * 0.03 + 2, z * 0.03, 3, 6) - 0.5) * 8 * away;
      return rolling + (noise(x * 0.7, z * 0.7, 4) - 0.5) * 0.12 - Math.max(0, -z - 20) * 0.03 * away;
    };
    const heightAt: HeightAt = hasLake
      ? (x, z) => {
          const shore = smoothstep(-2.6, -9, z + 2 * (noise(x * 0.12, 3, 12) - 0.5)) * smoothstep(-108, -96, z);
          return land(x, z) * (1 - shore) - 3 * shore;
        }
      : land;
    const isDry = (spot: { x: number; z: number }): boolean => !hasLake || heightAt(spot.x, spot.z) > LAKE + 0.1;
    const lake = hasLake
      ? waterSurface(scene, { center: [0, -52], radius: 150, depthAt: (x, z) => LAKE - heightAt(x, z), isStill: true })
      : undefined;
    const still = [
      ...(lake ? [{ ...lake, matrix: placed(0, LAKE, 0) }] : []),
      meadow(palette, heightAt),
      ...ranges(palette),
      ...pinesOf(context, palette, heightAt, isDry),
      ...meadowPlants(context, palette, heightAt, isDry),
    ];
    const clouds = createHorizonClouds(context, { distance: 900, foot: 190, heaps: 8 });
    return {
      groundAt: heightAt,
      focus: { position: [0, heightAt(0, 0), 0], halfWidth: 4.5, halfDepth: 2.6 },
      // From the air over the pines, the peaks still before the eye.
      camera:
        isAerial(scene) && scene.actors.length === 0
          ? { position: [10, 74, 84], target: [0, 38, -120], verticalFovDegrees: lensFor(aspect, 46) }
          : { position: [0.8, 1.7, 10.5], target: [0, 1.9, 0], verticalFovDegrees: lensFor(aspect, 42) },
      momentAt: (seconds) => ({
        instances: still,
        lights: [],
        sprites: clouds(seconds),
        ...(GLOWING.has(scene.time) ? { sun: { direction: [-0.86, 0.3, 0.3] as const } } : {}),
        ...(hasLake ? { mirror: mirrorOf(scene, LAKE, seconds, true) } : {}),
        fog: fogOf(scene, 0.0014, { heightFalloff: 0.008 }),
      }),
      cues: [...outdoorCues(context, 0.3), ambience(context, 'wind', 0.25 + 0.3 * scene.wind)],
    };
  },
};

function meadow(palette: PlantPalette, heightAt: HeightAt): SetInstance {
  const mesh = discGround({
    heightAt,
    center: [0, 6.5],
    radius: 260,
    rings: 54,
    sectors: 84,
    colorAt: (x, _y, z) => {
      const patch = fractal(x * 0.14, z * 0.14, 4, 17);
      const turf = mix(palette.grass, palette.dryGrass, smoothstep(0.35, 0.75, patch));
      const bare = mix(turf, [150, 140, 124], smoothstep(0.66, 0.78, fractal(x * 0.3, z * 0.3, 3, 5)) * 0.7);
      return mix(shade(bare, 0.85 + 0.3 * noise(x * 0.5, z * 0.5, 9)), SNOW, palette.snow * (0.9 + 0.1 * patch));
    },
  });
  return standing(mesh, palette.snow > 0.5 ? SNOWY : TURF);
}

function ranges(palette: PlantPalette): SetInstance[] {
  const snow = palette.snow;
  const snowLine = snow > 0.5 ? 0.06 : 0.5;
  const meadow = mix(palette.needles[0]!, palette.grass, 0.35);
  return [
    rockyRange({
      z: -230,
      halfWidth: 300,
      halfDepth: 130,
      foot: -8,
      height: 125,
      color: [112, 106, 104],
      seed: 5,
      snowLine,
      meadow,
      snow: snow * 0.75,
      columns: 130,
      envelope: (x) => 0.42 + 0.75 * Math.exp(-(((x - 34) / 95) ** 2)) + 0.3 * smoothstep(-120, -260, x),
    }),
    rockyRange({
      z: -470,
      halfWidth: 620,
      halfDepth: 190,
      foot: -10,
      height: 235,
      color: [120, 122, 134],
      seed: 18,
      snowLine: snowLine * 0.85,
      meadow: mix(meadow, [110, 124, 140], 0.5),
      snow: snow * 0.6,
    }),
    softHills({
      z: -118,
      halfWidth: 220,
      halfDepth: 46,
      foot: -8,
      height: 15,
      color: mix(palette.needles[0]!, palette.grass, 0.2),
      seed: 31,
      snow: snow * 0.8,
      envelope: (x) => 0.35 + 0.65 * smoothstep(20, 110, Math.abs(x)),
    }),
  ];
}

type IsDry = (spot: { x: number; z: number }) => boolean;

function pinesOf(context: SetContext, palette: PlantPalette, heightAt: HeightAt, isDry: IsDry): SetInstance[] {
  const random = context.random.fork('pines');
  const variants = (detail: 'near' | 'middle' | 'far', count: number) =>
    Array.from({ length: count }, () => pineMesh({ random, palette, detail }));
  const sets = { near: variants('near', 3), middle: variants('middle', 4), far: variants('far', 4) };
  const grove = (x: number, z: number): number => {
    if (z > -12 || Math.abs(x) < 5 - z * 0.2) return z < -62 ? 0.8 : 0;
    return smoothstep(0.35, 0.6, noise(x * 0.05, z * 0.05, 8));
  };
  const frame = (x: number, z: number): number => (Math.abs(x) > 7.5 + (9 - z) * 0.16 ? 1 : 0);
  const spots = [
    ...scatter({ random, count: 9, from: [-16, -9], to: [16, 1], distance: 3, chance: frame }),
    ...scatter({ random, count: 170, from: [-95, -112], to: [95, -12], distance: 2.8, chance: grove }),
  ];
  return spots.filter(isDry).map(({ x, z }) => {
    const range = Math.hypot(x, z - 10);
    const mesh = random.pick(range < 24 ? sets.near : range < 55 ? sets.middle : sets.far);
    const tone = random.between(0.84, 1.1);
    const scale = random.between(0.5, 1.1);
    return standing(mesh, NEEDLES, placed(x, heightAt(x, z) - 0.1, z, { scale, turn: random.between(0, 6.28) }), {
      tint: [tone, tone, tone * 0.98],
      castsShadow: range < 60,
    });
  });
}

function meadowPlants(context: SetContext, palette: PlantPalette, heightAt: HeightAt, isDry: IsDry): SetInstance[] {
  const random = context.random.fork('meadow');
  const rocks = Array.from({ length: 3 }, () => boulderMesh(random, [134, 130, 124], palette.snow, 2));
  const tufts = Array.from({ length: 3 }, () =>
    tuftMesh({
      random,
      blades: 70,
      spread: 0.95,
      height: 0.22,
      width: 0.015,
      color: palette.grass,
      tip: palette.dryGrass,
      snow: palette.snow,
    }),
  );
  const hasFlowers = palette.snow < 0.3 && (context.scene.season === 'spring' || context.scene.season === 'summer');
  const flowers = [
    flowerMesh(random, [240, 220, 110]),
    flowerMesh(random, [150, 120, 210]),
    flowerMesh(random, [240, 238, 240]),
  ];
  const chance = (x: number, z: number): number =>
    !isDry({ x, z }) || (z > 6 && Math.abs(x) < 1.3) || Math.hypot(x, z) < 1.6
      ? 0
      : 0.3 + 0.7 * smoothstep(3, 7, Math.hypot(x, z));
  return scatter({ random, count: 150, from: [-16, -18], to: [16, 8.4], distance: 0.9, chance }).map(({ x, z }) => {
    const roll = random.next();
    const isOpen = Math.hypot(x, z) < 5;
    const isRock = roll < 0.1 && !isOpen;
    const scale = isRock ? random.between(0.4, 2) : random.between(0.7, 1.2);
    const matrix = placed(x, heightAt(x, z) - 0.04, z, { scale, turn: random.between(0, 6.28) });
    if (isRock) return standing(random.pick(rocks), STONE, matrix);
    const mesh = hasFlowers && roll > 0.62 ? random.pick(flowers) : random.pick(tufts);
    return standing(mesh, BLADES, matrix, { castsShadow: false });
  });
}
