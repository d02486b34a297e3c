import type { Material, Mesh } from '@openimagine/render';
import { createGreatWave } from './great-wave.ts';
import { createHorizonClouds } from './horizon-clouds.ts';
import { ambience, darknessAt, fogOf, hasDetail, lensFor, mistLight } from './mood.ts';
import { IDENTITY, placed, type SetInstance, type SpriteSpot, sprites, wrap } from './scatter.ts';
import type { SetContext, SetModel, SetMoment } from './set.ts';
import { type Color, mix, smoothstep } from './shape.ts';
import { surfaceMesh } from './surface.ts';
import { discGround, noise, patchGround } from './terrain.ts';
import { waterColors } from './water.ts';

const SURFACE: Material = { pattern: 'water', patternScale: 0.55, mirror: 0.5, specular: 0.75, gloss: 70, wrap: 0.25 };
const FAR: Material = { pattern: 'water', patternScale: 0.3, mirror: 0.6, specular: 0.6, gloss: 60 };

/** Waves repeat after so many metres along their way: a train goes on for as long as a film is extended. */
const PERIOD = 64;

interface Train {
  readonly mesh: Mesh;
  /** Unit vector of its way over the water, and metres a second. */
  readonly way: readonly [x: number, z: number];
  readonly speed: number;
  readonly breath: number;
}

/**
 * The open sea: two trains of swell that cross, each a sheet that glides over the other, so that crests meet and part;
 * whitecaps on the steepest, spray when it storms, nothing but the horizon behind.
 */
export const sea: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const rough = roughnessOf(context);
    const trains = trainsOf(context, rough);
    const far = farWater(context, rough);
    const clouds = createHorizonClouds(context, { distance: 700, foot: 34, heaps: 11 });
    const crest = rough * 0.85;
    const wave = hasDetail(scene, 'giant wave', 'tsunami') ? createGreatWave(scene) : undefined;
    const peak = hasDetail(scene, 'fuji') ? [farPeak()] : [];
    return {
      // Who floats is at sea level; a camera that comes down in front of them stays above the crests.
      groundAt: (x, z) => crest * smoothstep(3.2, 6, Math.max(z, Math.abs(x) * 0.6)),
      isDry: () => false,
      focus: { position: [0, 0, 0], halfWidth: 5, halfDepth: 2.6 },
      camera: wave
        ? { position: [1.4, 2.8, 14], target: [0, 4.2, -8], verticalFovDegrees: lensFor(aspect, 50) }
        : {
            position: [0.6, 1.9 + crest, 12],
            target: [0, 1.2 + crest * 0.5, 0],
            verticalFovDegrees: lensFor(aspect, 42),
          },
      momentAt: (seconds) => ({
        instances: [
          far,
          ...peak,
          ...trains.map((train) => instanceOf(train, seconds)),
          ...(wave?.instancesAt(seconds) ?? []),
        ],
        lights: [],
        sprites: [...clouds(seconds), ...(wave?.spritesAt(seconds) ?? []), ...sprayAt(context, rough, seconds)],
        mirror: {
          height: 0,
          roughness: 0.3 + rough * 0.4,
          ripple: 0.4 + rough * 0.5,
          seconds,
          tint: [0.86, 0.93, 0.96],
        },
        fog: fogOf(scene, 0.0011, { heightFalloff: 0.02 }),
      }),
      cues: [ambience(context, 'sea', 0.6 + rough * 0.2), ambience(context, 'wind', 0.14 + 0.5 * scene.wind)],
    };
  },
};

/** Height of the larger waves, metres. */
function roughnessOf({ scene }: SetContext): number {
  if (scene.weather === 'storm') return 1.5;
  if (hasDetail(scene, 'calm', 'still', 'mirror')) return 0.12;
  if (hasDetail(scene, 'stormy', 'rough', 'wave')) return 1.1;
  return 0.26 + 0.6 * scene.wind + (scene.weather === 'rain' ? 0.2 : 0);
}

function trainsOf(context: SetContext, rough: number): Train[] {
  const seed = Math.floor(context.random.fork('waves').between(0, 900));
  return [
    { turn: 0.24, speed: 3.1 + rough * 1.2, share: 1, shift: 0 },
    { turn: -0.62, speed: 2.3 + rough, share: 0.78, shift: 400 },
  ].map(({ turn, speed, share, shift }, i) => ({
    mesh: trainMesh(context, rough * share, turn, seed + shift),
    way: [Math.sin(turn), Math.cos(turn)] as const,
    speed,
    breath: i * 2.1,
  }));
}

function instanceOf({ mesh, way, speed, breath }: Train, seconds: number): SetInstance {
  const gone = wrap(seconds * speed, PERIOD) - PERIOD / 2;
  const matrix = placed(way[0] * gone, 0, way[1] * gone);
  matrix[5] = 1 + 0.14 * Math.sin(seconds * 0.7 + breath);
  return { mesh, material: SURFACE, matrix, castsShadow: false };
}

/** Height of a train, −0.5 … 1 of its size: long swell with sharp crests, shorter waves riding on it. */
function swellAt(along: number, across: number, seed: number): number {
  const turns = (count: number): number => (along * count * Math.PI * 2) / PERIOD;
  // What changes along the way must come again after a period; what changes across may be anything.
  const bend = (noise(across * 0.045, 1, seed) - 0.5) * 9 + (noise(across * 0.16, 5, seed + 1) - 0.5) * 2.4;
  const crest = (phase: number): number => 1 - Math.abs(Math.sin(phase / 2)) * 2 ** 0.5;
  const group = 0.55 + 0.45 * Math.sin(turns(1) + noise(across * 0.03, 9, seed) * 12);
  const long = crest(turns(4) + bend) * group;
  const middle = crest(turns(9) - bend * 1.7 + 2) * (0.3 + 0.7 * noise(across * 0.12, 3, seed + 2));
  const short = Math.sin(turns(23) + bend * 3 + across * 0.7) * 0.5 + Math.sin(turns(31) - across * 1.1) * 0.35;
  return long * 0.72 + middle * 0.3 + short * 0.1;
}

function trainMesh(context: SetContext, size: number, turn: number, seed: number): Mesh {
  const { deep, shallow } = waterColors(context.scene);
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
  const wild = smoothstep(0.3, 1.4, size);
  const shape = (x: number, z: number): number => swellAt(x * sin + z * cos, x * cos - z * sin, seed);
  const edge = (x: number, z: number): number =>
    smoothstep(150, 60, Math.abs(x)) * smoothstep(-190, -70, z) * smoothstep(70, 44, z);
  const foam: Color = [232, 240, 242];
  return patchGround({
    from: [-150, -190],
    to: [150, 70],
    ...(size > 0.6 ? { columns: 110, rows: 190 } : { columns: 84, rows: 150 }),
    heightAt: (x, z) => {
      const keep = edge(x, z);
      return size * shape(x, z) * keep - (1 - keep) * (size + 0.4);
    },
    colorAt: (x, y, z) => {
      const up = y / Math.max(0.05, size);
      const body = mix(deep, shallow, 0.16 + 0.42 * smoothstep(0, 1, up));
      const torn = noise(x * 0.9, z * 1.6, seed + 4) * 0.6 + noise(x * 0.22, z * 0.3, seed + 5) * 0.5;
      const caps = smoothstep(0.66 - wild * 0.24, 0.9 - wild * 0.22, up * 0.75 + torn * 0.42) * (0.25 + 0.75 * wild);
      const lace = wild * smoothstep(0.62, 0.8, torn) * 0.32;
      return mix(body, foam, Math.min(0.95, caps + lace));
    },
  });
}

/** Fuji, small and white over the horizon. */
function farPeak(): SetInstance {
  const mesh = surfaceMesh({
    columns: 40,
    rows: 14,
    isRound: true,
    at: (u, v) => {
      const angle = u * Math.PI * 2;
      const r = 150 * (1 - v) ** 1.7 + 9;
      return [
        60 + Math.sin(angle) * r,
        -2 + v * 78 + 3 * noise(angle * 2 + 9, v * 4, 3) * (v > 0.9 ? 1 : 0.2),
        -520 + Math.cos(angle) * r,
      ];
    },
    colorAt: (_p, _slope, u, v) => {
      const edge = 0.52 + 0.14 * noise(u * 26, 1, 5);
      return mix([92, 112, 142], [244, 247, 252], smoothstep(edge, edge + 0.05, v));
    },
  });
  return { mesh, material: { wrap: 0.3, specular: 0 }, matrix: IDENTITY, castsShadow: false, isStatic: true };
}

/** Level water from below the waves to the horizon. */
function farWater(context: SetContext, rough: number): SetInstance {
  const { deep, shallow } = waterColors(context.scene);
  const mesh = discGround({
    heightAt: (x, z) => -rough * 0.55 * smoothstep(260, 90, Math.hypot(x, z)),
    radius: 2600,
    rings: 44,
    sectors: 90,
    innerStep: 2,
    colorAt: (x, _y, z) => mix(deep, shallow, 0.1 + 0.22 * noise(x * 0.008, z * 0.03, 6)),
  });
  return { mesh, material: FAR, matrix: IDENTITY, castsShadow: false, isStatic: true };
}

/** Spray that the wind tears off the crests. */
function sprayAt(context: SetContext, rough: number, seconds: number): SetMoment['sprites'] {
  const { scene, durationSeconds } = context;
  const strength = smoothstep(0.7, 1.5, rough);
  if (strength === 0) return [];
  const light = mistLight(scene, seconds, durationSeconds);
  const day = 1 - 0.7 * darknessAt(scene, seconds, durationSeconds);
  const random = context.random.fork('spray');
  const spots = Array.from({ length: 60 }, (): SpriteSpot => {
    const age = wrap(random.next() + seconds * random.between(0.25, 0.45), 1);
    const z = random.between(-60, -3);
    const x = random.between(-1, 1) * (14 - z * 0.7) + age * (3 + scene.wind * 5);
    const tone = 0.7 + 0.3 * day;
    return {
      position: [x, rough * 0.5 + Math.sin(age * Math.PI) * random.between(0.3, 1.5), z],
      radius: random.between(0.5, 1.8) * (1 - z * 0.014) * (0.5 + age),
      rotation: random.between(0, 6.28),
      color: [light[0] * tone, light[1] * tone, light[2] * tone, 0.22 * strength * Math.sin(age * Math.PI)],
    };
  });
  return [
    sprites(
      'soft',
      'alpha',
      spots.sort((a, b) => a.position[2] - b.position[2]),
    ),
  ];
}
