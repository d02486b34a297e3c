import { softHills } from './hills.ts';
import { createHorizonClouds } from './horizon-clouds.ts';
import { ambience, fogOf, lensFor, mistLight, plantPalette, SNOW } from './mood.ts';
import { BLADES, STONE } from './plants.ts';
import { placed, type SetInstance, type SpriteSpot, scatter, sprites, standing } from './scatter.ts';
import type { BuiltSet, SetContext, SetMoment } from './set.ts';
import { mix, shade, smoothstep } from './shape.ts';
import { discGround, fractal, type HeightAt, noise, ridged } from './terrain.ts';
import { boulderMesh, tuftMesh } from './undergrowth.ts';
import { createSwell, mirrorOf, waterSurface } from './water.ts';

const SEA_LEVEL = -9;

/** A grassy headland that falls steeply into the sea on three sides; the camera floats off it, near the water. */
export function buildCliff(context: SetContext): BuiltSet {
  const { scene, random, aspect } = context;
  const still = [headland(context), ...grassOf(context), ...skerries(context), ...farCoast(context)];
  const sea = waterSurface(scene, {
    center: [0, 0],
    radius: 900,
    depthAt: (x, z) => (SEA_LEVEL - cliffHeight(x, z)) * 0.6,
  });
  const swell = createSwell({
    random: random.fork('swell'),
    scene,
    level: SEA_LEVEL,
    fromZ: -190,
    toZ: -16,
    halfWidth: 50,
  });
  const front = createSwell({
    random: random.fork('front'),
    scene,
    level: SEA_LEVEL,
    fromZ: 52,
    toZ: 11,
    halfWidth: 46,
  });
  const clouds = createHorizonClouds(context, { distance: 700, foot: 40, heaps: 12 });
  return {
    groundAt: cliffHeight,
    focus: { position: [0, cliffHeight(0, 0), 0], halfWidth: 4, halfDepth: 3 },
    camera: { position: [-15, -3.2, 31], target: [0.5, 1.5, -1], verticalFovDegrees: lensFor(aspect, 46) },
    momentAt: (seconds) => {
      const height = SEA_LEVEL + 0.12 * Math.sin(seconds * 0.8);
      return {
        instances: [...still, { ...sea, matrix: placed(0, height, 0) }, ...swell(seconds), ...front(seconds)],
        lights: [],
        sprites: [...clouds(seconds), ...sprayOf(context, seconds)],
        mirror: mirrorOf(scene, height, seconds, false),
        fog: fogOf(scene, 0.0022, { heightFalloff: 0.03, baseHeight: SEA_LEVEL }),
      };
    },
    cues: [
      ambience(context, 'sea', scene.weather === 'storm' ? 1 : 0.65),
      ambience(context, 'wind', scene.weather === 'storm' ? 0.8 : 0.3 + 0.4 * scene.wind),
    ],
  };
}

/** Signed distance inwards from the cliff's edge, metres; positive on the land, which comes in from the right. */
function inland(x: number, z: number): number {
  const wobble = (fractal(x * 0.11 + 3, z * 0.11 + 8, 3, 7) - 0.5) * 8 + (noise(x * 0.6, z * 0.6, 3) - 0.5) * 1.2;
  const tip = 8.5 - Math.hypot(Math.min(0, x - 2), z * 0.85);
  const neck = x > 2 ? 8.5 + (x - 2) * 0.16 - Math.abs(z * 0.85 + (x - 2) * 0.1) : tip;
  return neck + wobble * smoothstep(3, 7, Math.hypot(x, z));
}

const cliffHeight: HeightAt = (x, z) => {
  const edge = inland(x, z);
  const top =
    (fractal(x * 0.12, z * 0.12, 3, 2) - 0.5) * 1.3 * smoothstep(3, 9, Math.hypot(x, z)) + Math.max(0, x - 8) * 0.09;
  const ledges = (ridged(x * 0.28, z * 0.28, 3, 5) - 0.4) * 3.2;
  const face = smoothstep(-4.2, 0.4, edge + ledges * 0.45 * (1 - smoothstep(0, 2.5, edge)));
  const foot = SEA_LEVEL - 2.5 + ridged(x * 0.2, z * 0.2, 3, 8) * 2.2 * smoothstep(-9, -3, edge);
  return foot + (top - foot) * face;
};

function headland(context: SetContext): SetInstance {
  const palette = plantPalette(context.scene);
  const mesh = discGround({
    heightAt: cliffHeight,
    center: [3, 0],
    radius: 70,
    rings: 84,
    sectors: 120,
    innerStep: 0.45,
    colorAt: (x, y, z, slope) => {
      const grain = fractal(x * 0.4 + y * 0.3, z * 0.4 + y * 0.7, 3, 14);
      const layers = noise(2, y * 1.3 + grain * 1.5, 4);
      const stone = shade(mix([112, 102, 92], [146, 132, 112], layers), 0.72 + 0.5 * grain);
      const turf = mix(palette.grass, palette.dryGrass, fractal(x * 0.25, z * 0.25, 3, 9));
      const wet = mix(shade(stone, 0.42), stone, smoothstep(0.3, 2.4, y - SEA_LEVEL));
      const green = 1 - smoothstep(0.18, 0.42, slope + (grain - 0.5) * 0.3);
      const land = mix(wet, turf, green * smoothstep(2.5, 5, y - SEA_LEVEL));
      return mix(land, SNOW, palette.snow * (1 - smoothstep(0.3, 0.6, slope)) * smoothstep(0.5, 2, y - SEA_LEVEL));
    },
    openAt: (x, z) => 0.5 + 0.5 * smoothstep(SEA_LEVEL - 1, SEA_LEVEL + 8, cliffHeight(x, z)),
  });
  return standing(mesh, STONE);
}

function grassOf(context: SetContext): SetInstance[] {
  const random = context.random.fork('grass');
  const palette = plantPalette(context.scene);
  const meshes = Array.from({ length: 3 }, () =>
    tuftMesh({
      random,
      blades: 40,
      spread: 0.7,
      height: 0.5,
      width: 0.03,
      color: palette.grass,
      tip: palette.dryGrass,
      snow: palette.snow,
    }),
  );
  const chance = (x: number, z: number): number => (inland(x, z) > 0.8 && Math.hypot(x, z) > 2.5 ? 1 : 0);
  const lean: readonly [number, number] = [0.15 + 0.4 * context.scene.wind, 0];
  return scatter({ random, count: 90, from: [-9, -9], to: [26, 9], distance: 0.8, chance }).map(({ x, z }) => {
    const matrix = placed(x, cliffHeight(x, z) - 0.05, z, {
      scale: random.between(0.7, 1.3),
      turn: random.between(0, 6),
      lean,
    });
    return standing(random.pick(meshes), BLADES, matrix, { castsShadow: false });
  });
}

/** Rocks that stand out of the water round the headland's foot. */
function skerries(context: SetContext): SetInstance[] {
  const random = context.random.fork('skerries');
  const meshes = Array.from({ length: 3 }, () => boulderMesh(random, [92, 84, 78]));
  const chance = (x: number, z: number): number => {
    const edge = inland(x, z);
    return edge < -5 && edge > -15 && !(z > 8 && x < -4) ? 1 : 0;
  };
  return scatter({ random, count: 22, from: [-24, -18], to: [30, 22], distance: 2.6, chance }).map(({ x, z }) =>
    standing(
      random.pick(meshes),
      STONE,
      placed(x, SEA_LEVEL - 0.5, z, {
        scale: random.between(1.4, 4.2),
        stretch: random.between(0.6, 1.2),
        turn: random.between(0, 6),
      }),
    ),
  );
}

function farCoast(context: SetContext): SetInstance[] {
  const palette = plantPalette(context.scene);
  const tone = mix(palette.grass, [96, 104, 104], 0.55);
  return [
    softHills({
      z: -300,
      halfWidth: 420,
      halfDepth: 60,
      foot: SEA_LEVEL,
      height: 42,
      color: tone,
      seed: 6,
      snow: palette.snow,
      envelope: (x) => smoothstep(40, 260, x),
    }),
  ];
}

const BURSTS = [
  { x: -7.5, z: 6.2, phase: 0 },
  { x: -8.8, z: 0.5, phase: 0.45 },
  { x: 3.5, z: 11.2, phase: 0.72 },
  { x: 12, z: 12, phase: 0.25 },
  { x: -2, z: 10.2, phase: 0.58 },
] as const;

/** Waves that burst at the foot of the cliff: each throws a fan of spray that rises, spreads and falls. */
function sprayOf(context: SetContext, seconds: number): SetMoment['sprites'] {
  const { scene, durationSeconds } = context;
  const force = scene.weather === 'storm' ? 1 : 0.22 + 0.4 * scene.wind;
  const light = mistLight(scene, seconds, durationSeconds);
  const spots: SpriteSpot[] = [];
  const period = scene.weather === 'storm' ? 2.9 : 4.2;
  for (const burst of BURSTS) {
    const local = seconds / period + burst.phase + 10;
    const round = Math.floor(local);
    const age = (local - round) * period;
    const random = context.random.fork(`spray ${burst.x} ${round}`);
    const throwDrop = (radius: number, strength: number, spread: number): void => {
      const speed = (2.5 + 9 * random.next() ** 1.6) * force ** 0.5;
      const [side, out] = [random.between(-spread, spread), random.between(-0.4, 1.6)];
      const y = SEA_LEVEL + speed * age - 4.9 * age * age;
      if (y < SEA_LEVEL - 0.5) return;
      const fade = smoothstep(0, 0.12, age) * (1 - smoothstep(0.7, 2.1, age));
      spots.push({
        position: [burst.x + side * (0.3 + age), y, burst.z + out * age],
        radius: radius * (0.7 + age * 0.8) * (0.6 + 0.6 * force),
        color: [light[0] * 1.15, light[1] * 1.18, light[2] * 1.2, fade * strength * Math.min(1, force + 0.2)],
      });
    };
    // A veil of mist, and in it the drops that are seen one by one.
    for (let i = 0; i < 16; i++) throwDrop(random.between(0.7, 1.5), 0.1, 2.6);
    for (let i = 0; i < 80; i++) throwDrop(random.between(0.03, 0.16), 0.6, 3.4);
  }
  return [sprites('soft', 'alpha', spots)];
}
