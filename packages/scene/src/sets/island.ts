import type { Material } from '@openimagine/render';
import { coconutPalmMesh } from './flora.ts';
import { createHorizonClouds } from './horizon-clouds.ts';
import { ambience, fogOf, hasActor, lensFor, outdoorCues, plantPalette } from './mood.ts';
import { type Plant, planted } from './planting.ts';
import { BLADES, bushMesh, LEAVES, STONE } from './plants.ts';
import { SAND } from './sand.ts';
import { placed, type SetInstance, standing } from './scatter.ts';
import type { SetContext, SetModel } from './set.ts';
import { type Color, mix, shade, smoothstep } from './shape.ts';
import { discGround, fractal, type HeightAt, noise } from './terrain.ts';
import { boulderMesh, tuftMesh } from './undergrowth.ts';
import { foamBand, mirrorOf } from './water.ts';

const LAGOON: Material = { pattern: 'water', patternScale: 0.5, mirror: 0.45, specular: 0.7, gloss: 90 };
const LEVEL = -0.5;

/** A small island of palms in a turquoise lagoon, seen over the water; the actors stand on its beach or float before it. */
export const island: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const isAfloat =
      hasActor(scene, 'boat', 'fish', 'turtle') &&
      !scene.actors.some(({ kind, isSubject }) => isSubject && kind === 'person');
    // Who floats is before the island; who walks is on its beach.
    const shift = isAfloat ? 9 : 0;
    const heightAt: HeightAt = (x, z) => islandHeight(x, z + shift);
    const still = [
      groundOf(heightAt),
      ...plantsOf(context, heightAt, shift),
      foamLine(context, shift),
      ...isletsOf(context),
    ];
    const lagoon = lagoonOf(heightAt);
    const clouds = createHorizonClouds(context, { distance: 700, foot: 34, heaps: 12 });
    return {
      groundAt: (x, z) => Math.max(LEVEL, heightAt(x, z)),
      isDry: (x, z) => heightAt(x, z) > LEVEL + 0.1,
      focus: { position: [0, Math.max(LEVEL, heightAt(0, 0)), 0], halfWidth: 4.4, halfDepth: 2.2 },
      camera: { position: [-2, 3, 22], target: [0, 2.7, 0], verticalFovDegrees: lensFor(aspect, 42) },
      momentAt: (seconds) => ({
        instances: [...still, lagoon],
        lights: [],
        sprites: clouds(seconds),
        mirror: { ...mirrorOf(scene, LEVEL, seconds, true), ripple: 0.3 + scene.wind * 0.5 },
        fog: fogOf(scene, 0.0012, { heightFalloff: 0.02 }),
      }),
      cues: [ambience(context, 'sea', 0.5), ...outdoorCues(context, 0.25)],
    };
  },
};

/** A sand bank with a low hump; its beach faces the camera. */
function islandHeight(x: number, z: number): number {
  const wobble = (fractal(x * 0.09 + 3, z * 0.09, 3, 6) - 0.5) * 5;
  const off = Math.hypot((x - 2) / 27, (z + 13) / 19);
  const inland = (1 - off) * 19 + wobble;
  const beach = LEVEL + 0.62 * smoothstep(-0.4, 4.2, inland) + 0.05 * Math.max(0, inland - 3);
  const hump = 2.2 * smoothstep(6, 15, inland) * (0.7 + 0.6 * noise(x * 0.1, z * 0.1, 9));
  const shelf = LEVEL + Math.max(-3.4, inland * 0.11);
  return inland > -0.2 ? beach + hump + (noise(x * 0.8, z * 0.8, 2) - 0.5) * 0.05 : shelf;
}

function groundOf(heightAt: HeightAt): SetInstance {
  const mesh = discGround({
    heightAt,
    center: [0, 0],
    radius: 90,
    rings: 64,
    sectors: 110,
    colorAt: (x, y, z) => {
      const patch = fractal(x * 0.25, z * 0.25, 3, 20);
      const dry: Color = mix([232, 212, 168], [244, 230, 194], patch);
      const wet = mix(dry, [176, 148, 106], smoothstep(LEVEL + 0.22, LEVEL + 0.02, y) * 0.8);
      return mix(wet, mix([112, 140, 66], [144, 158, 84], patch), smoothstep(0.5, 1.1, y + (patch - 0.5) * 0.6) * 0.85);
    },
  });
  return standing(mesh, SAND);
}

/** Turquoise over the shelf, deep blue beyond the reef, which shows as a paler line. */
function lagoonOf(heightAt: HeightAt): SetInstance {
  const mesh = discGround({
    heightAt: () => 0,
    center: [0, 6],
    radius: 2200,
    rings: 62,
    sectors: 100,
    innerStep: 0.6,
    colorAt: (x, _y, z) => {
      const depth = LEVEL - heightAt(x, z);
      const far = Math.hypot(x, z + 13);
      const drift = noise(x * 0.06, z * 0.09, 4);
      const shallow = mix([148, 226, 208], [58, 188, 196], smoothstep(0.05, 1.1, depth + drift * 0.3));
      const deep = mix(shallow, [14, 92, 146], smoothstep(40, 78, far + drift * 24));
      const reef = Math.exp(-(((far - 56 + drift * 16) / 5) ** 2)) * 0.5;
      return mix(mix(deep, [170, 226, 216], reef), [12, 70, 124], smoothstep(110, 400, far) * 0.7);
    },
  });
  return { mesh, material: LAGOON, matrix: placed(0, LEVEL, 0), castsShadow: false, isStatic: true };
}

function plantsOf(context: SetContext, heightAt: HeightAt, shift: number): SetInstance[] {
  const { scene } = context;
  const random = context.random.fork('palms');
  const palette = plantPalette(scene);
  const palms: Plant[] = Array.from({ length: 5 }, (_, i) => ({
    mesh: coconutPalmMesh(random, shade([96, 142, 58], 0.86 + i * 0.08)),
    material: BLADES,
  }));
  const bushes: Plant[] = Array.from({ length: 3 }, () => ({
    mesh: bushMesh(random, [76, 124, 56]),
    material: LEAVES,
  }));
  const grass: Plant[] = Array.from({ length: 3 }, () => ({
    mesh: tuftMesh({
      random,
      blades: 40,
      spread: 0.4,
      height: 0.45,
      width: 0.016,
      color: palette.grass,
      tip: [190, 190, 110],
      isCurved: true,
    }),
    material: BLADES,
  }));
  const rocks: Plant[] = Array.from({ length: 3 }, () => ({
    mesh: boulderMesh(random, [122, 112, 100], 0, 2),
    material: STONE,
  }));
  const high = (level: number) => (x: number, z: number) =>
    heightAt(x, z) > level && Math.hypot(x, z) > 4 && !(z > -3 && Math.abs(x) < 5) ? 1 : 0;
  const box = { from: [-24, -30 - shift] as const, to: [28, 2 - shift] as const };
  const common = { random, heightAt, ...box };
  return [
    ...planted({
      ...common,
      plants: palms,
      count: 26,
      distance: 2.4,
      chance: high(0.25),
      scale: [0.75, 1.2],
      sink: 0.1,
      lean: 0.1,
    }),
    ...planted({
      ...common,
      plants: bushes,
      count: 30,
      distance: 1.5,
      chance: high(0.6),
      scale: [0.9, 1.9],
      castsShadow: false,
    }),
    ...planted({ ...common, plants: grass, count: 60, distance: 0.8, chance: high(0.3), castsShadow: false }),
    ...planted({
      ...common,
      plants: rocks,
      count: 14,
      distance: 1.2,
      chance: (x, z) => (Math.abs(heightAt(x, z) - LEVEL) < 0.35 && Math.abs(x) > 8 ? 1 : 0),
      scale: [0.4, 1.8],
      sink: 0.25,
    }),
  ];
}

/** Foam where the lagoon meets the beach, found by walking up to it from the water. */
function foamLine(context: SetContext, shift: number): SetInstance {
  const shoreAt = (x: number): number => {
    for (let z = 12; z > -16; z -= 0.12) if (islandHeight(x, z) > LEVEL + 0.03) return z - shift;
    return -16 - shift;
  };
  const band = foamBand(context.random.fork('foam'), shoreAt, 15, { width: 0.5, holes: 0.2 });
  return { ...band, matrix: placed(0, LEVEL + 0.03, 0) };
}

/** Other islands on the horizon. */
function isletsOf(context: SetContext): SetInstance[] {
  const random = context.random.fork('islets');
  return (
    [
      [-170, -330, 70, 30],
      [210, -420, 110, 52],
      [60, -620, 90, 24],
    ] as const
  ).map(([x, z, wide, tall]) => {
    const seed = Math.floor(random.between(0, 900));
    const mesh = discGround({
      heightAt: (px, pz) => {
        const off = Math.hypot(px, pz * 1.4) / wide;
        return -2 + tall * Math.max(0, 1 - off) ** 1.3 * (0.6 + 0.8 * fractal(px * 0.03 + 5, pz * 0.03, 3, seed));
      },
      radius: wide,
      rings: 12,
      sectors: 36,
      innerStep: 4,
      colorAt: (_x, y) => mix([210, 196, 158], mix([70, 112, 66], [96, 128, 92], noise(y, 3, 2)), smoothstep(-1, 2, y)),
    });
    return standing(mesh, LEAVES, placed(x, LEVEL, z), { castsShadow: false });
  });
}
