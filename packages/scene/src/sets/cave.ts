import type { Material, Mesh, PointLight, Rgb, Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import { ambience, blend, darknessAt, hasDetail, lensFor } from './mood.ts';
import { planted } from './planting.ts';
import { STONE } from './plants.ts';
import { IDENTITY, placed, type SetInstance, type SpriteSpot, scatter, sprites, standing, wrap } from './scatter.ts';
import type { SetContext, SetModel, SetMoment } from './set.ts';
import { addTube, type Color, createMeshBuilder, type MeshBuilder, mix, shade, smoothstep } from './shape.ts';
import { surfaceMesh } from './surface.ts';
import { fractal, type HeightAt, noise, patchGround, ridged } from './terrain.ts';
import { boulderMesh } from './undergrowth.ts';

const ROCK: Material = { pattern: 'rock', patternScale: 0.7, specular: 0.12, gloss: 26 };
const DRIP: Material = { pattern: 'rock', patternScale: 1.4, specular: 0.22, gloss: 34 };
const POOL: Material = { pattern: 'water', patternScale: 0.5, mirror: 0.8, specular: 0.6, gloss: 120 };
const LEVEL = -0.35;
const LENGTH = { back: -38, front: 20 };
/** Where the day comes in: a hole in the roof. */
const HOLE = { x: 1.8, z: -13, radius: 3.2 };

interface Look {
  readonly stone: readonly [Color, Color];
  readonly crystal: Color;
  readonly glow: Rgb;
}

/** A hall under the ground: dripstone, a still pool under a shaft of daylight, crystals that glow in the dark corners. */
export const cave: SetModel = {
  build(context) {
    const { scene, aspect, durationSeconds } = context;
    const look = lookOf(context);
    const crystals = crystalsOf(context, look);
    const still = [
      shellOf(look),
      floorOf(look),
      ...dripstones(context, look),
      ...stonesOf(context),
      ...crystals.instances,
    ];
    const pool = poolOf();
    return {
      groundAt: floorAt,
      focus: { position: [0, floorAt(0, 0), 0], halfWidth: 3, halfDepth: 2.2 },
      camera: { position: [0.5, 1.8, 9.4], target: [0, 1.7, 0], verticalFovDegrees: lensFor(aspect, 46) },
      momentAt: (seconds) => {
        const dark = darknessAt(scene, seconds, durationSeconds);
        const isWarm = ['dawn', 'golden', 'sunset'].includes(scene.time);
        const day = blend(
          isWarm ? [1.5, 0.95, 0.5] : [1.15, 1.2, 1.15],
          [0.3, 0.4, 0.75],
          Math.max(0, dark - 0.3) / 0.7,
        );
        const strength = 1 - 0.55 * dark;
        return {
          instances: [...still, pool],
          lights: [...crystals.lightsAt(seconds), ...daylight(day, strength)],
          sprites: [shaftAt(context, day, strength, seconds)],
          sky: { zenith: day, horizon: day, glow: [0, 0, 0], stars: 0 },
          sun: { color: [0, 0, 0] },
          ambient: { up: [0.13, 0.14, 0.19], down: [0.1, 0.09, 0.11] },
          fog: { color: [0.03, 0.045, 0.07], density: 0.016, heightFalloff: 0 },
          mirror: { height: LEVEL, roughness: 0.05, ripple: 0.08, seconds, tint: [0.8, 0.95, 1] },
          grade: { bloom: 0.4, bloomThreshold: 0.7, vignette: 0.4, exposure: 1.25 },
        };
      },
      cues: [ambience(context, 'river', 0.12), ambience(context, 'room', 0.3)],
    };
  },
};

function lookOf({ scene }: SetContext): Look {
  if (hasDetail(scene, 'ice', 'frozen', 'snow'))
    return {
      stone: [
        [92, 140, 178],
        [178, 214, 238],
      ],
      crystal: [150, 220, 255],
      glow: [0.4, 0.9, 1.5],
    };
  if (hasDetail(scene, 'amethyst', 'purple', 'violet'))
    return {
      stone: [
        [84, 76, 88],
        [132, 118, 130],
      ],
      crystal: [182, 110, 255],
      glow: [0.9, 0.35, 1.5],
    };
  return {
    stone: [
      [92, 82, 74],
      [150, 134, 114],
    ],
    crystal: [96, 226, 240],
    glow: [0.25, 1.15, 1.3],
  };
}

/** Uneven stone that sinks into a pool behind the stage. */
const floorAt: HeightAt = (x, z) => {
  const bumps = (fractal(x * 0.5, z * 0.5, 3, 6) - 0.5) * 0.5 * smoothstep(2, 5, Math.hypot(x, z * 1.1));
  const off = Math.hypot((x - 1.6) / 5.6, (z + 10.4) / 6.2) + (noise(x * 0.4, z * 0.4, 3) - 0.5) * 0.3;
  const rise = 1.6 * smoothstep(4.5, 9, Math.abs(x)) * (0.5 + noise(x * 0.3, z * 0.3, 8));
  return bumps + rise + 1.2 * smoothstep(-20, -34, z) - 1.3 * smoothstep(1.12, 0.8, off);
};

function floorOf({ stone }: Look): SetInstance {
  const mesh = patchGround({
    from: [-15, LENGTH.back - 3],
    to: [15, LENGTH.front + 3],
    columns: 76,
    rows: 150,
    heightAt: floorAt,
    colorAt: (x, y, z, slope) => {
      const patch = fractal(x * 0.4, z * 0.4, 3, 12);
      const wet = smoothstep(LEVEL + 0.4, LEVEL, y);
      return shade(mix(stone[0], stone[1], patch * 0.9), (1 - 0.45 * wet) * (1 - 0.3 * slope));
    },
    openAt: (x, z) => 0.6 + 0.4 * smoothstep(11, 3, Math.abs(x) + 0.05 * Math.abs(z)),
  });
  return standing(mesh, ROCK);
}

/** The roof and the walls, seen from within; the hole is where the sheet is pulled up and away. */
function shellOf({ stone }: Look): SetInstance {
  const mesh = surfaceMesh({
    columns: 72,
    rows: 84,
    at: (u, v) => {
      const z = LENGTH.front + 2 - v * (LENGTH.front - LENGTH.back + 4);
      // From the right foot over the roof to the left foot.
      const angle = u * Math.PI;
      const closing = Math.min(1, (LENGTH.front + 2 - z) / 4) * Math.min(1, (z - LENGTH.back + 2) / 5);
      const rough = fractal(Math.cos(angle) * 2.6 + 5, z * 0.16 + Math.sin(angle), 4, 5) - 0.5;
      const ribs = ridged(u * 5 + 3, z * 0.12, 3, 9) - 0.5;
      const wide = (10.5 + rough * 5 + ribs * 1.6) * Math.sqrt(Math.max(0, closing));
      const tall = (8.6 + rough * 4 + 2 * Math.sin(z * 0.12)) * Math.sqrt(Math.max(0, closing));
      const x = Math.cos(angle) * wide;
      let y = Math.sin(angle) ** 0.8 * tall - 0.8;
      if (Math.hypot(x - HOLE.x, z - HOLE.z) < HOLE.radius * (0.8 + 0.5 * noise(angle * 7, z, 3)) && y > 3) y += 9;
      return [x, y, z];
    },
    colorAt: ([x, y, z]) => {
      const patch = fractal(x * 0.3 + y * 0.2, z * 0.3, 3, 17);
      const band = 0.9 + 0.2 * noise(3, y * 1.4 + patch * 2, 6);
      const lit = smoothstep(7, 2, Math.hypot(x - HOLE.x, z - HOLE.z)) * smoothstep(2, 8, y);
      const moss = mix(mix(stone[0], stone[1], patch), [96, 116, 70], lit * 0.5);
      return shade(moss, band * (y > 8.6 ? 1.4 : 1));
    },
    openAt: (_u, _v, [x, y, z]) =>
      0.55 + 0.45 * smoothstep(12, 4, Math.hypot(x - HOLE.x, z - HOLE.z)) + (y > 9 ? 0.2 : 0),
  });
  return standing(mesh, ROCK, IDENTITY, { castsShadow: false });
}

function poolOf(): SetInstance {
  const mesh = patchGround({
    from: [-8, -20],
    to: [11, -2.6],
    columns: 30,
    rows: 26,
    heightAt: () => LEVEL,
    colorAt: (x, z) => mix([34, 120, 128], [12, 58, 78], smoothstep(0, 5, 5 - Math.hypot(x - HOLE.x, z - HOLE.z))),
  });
  return standing(mesh, POOL, IDENTITY, { castsShadow: false });
}

/** Icicles of stone: one hangs or stands along y, 1 m long, foot at y = 0. */
function dripstoneMesh(random: Random, look: Look): Mesh {
  const seed = Math.floor(random.between(0, 900));
  const tone = mix(look.stone[1], [196, 178, 150], random.between(0, 0.4));
  return surfaceMesh({
    columns: 10,
    rows: 12,
    isRound: true,
    at: (u, v) => {
      const angle = u * Math.PI * 2;
      const ripple =
        1 + 0.16 * Math.sin(v * 26 + seed) * (1 - v) + 0.4 * (noise(Math.cos(angle) * 2 + 3, v * 4, seed) - 0.5);
      const r = 0.2 * (1 - v) ** 0.8 * ripple + 0.16 * Math.exp(-v * 12);
      return [Math.sin(angle) * r, v, Math.cos(angle) * r];
    },
    colorAt: (_p, _s, _u, v) => shade(tone, 0.8 + 0.35 * v + 0.1 * Math.sin(v * 26 + seed)),
    openAt: (_u, v) => 0.6 + 0.4 * v,
  });
}

function dripstones(context: SetContext, look: Look): SetInstance[] {
  const random = context.random.fork('dripstones');
  const shapes = Array.from({ length: 5 }, () => dripstoneMesh(random, look));
  const at = (x: number, y: number, z: number, long: number, girth: number, hangs: boolean): SetInstance => {
    const matrix = placed(x, y, z, { scale: girth, turn: random.between(0, 6.28) });
    matrix[5] = long;
    // A hanging one is turned half about x, so that its outside stays its outside.
    if (hangs) for (const k of [4, 5, 6, 8, 9, 10]) matrix[k] = -matrix[k]!;
    return standing(random.pick(shapes), DRIP, matrix, { castsShadow: false });
  };
  const roof = (x: number): number => 7.4 * Math.sqrt(Math.max(0.05, 1 - (x / 11.5) ** 2)) + 0.6;
  const hanging = scatter({
    random,
    count: 70,
    from: [-9, -36],
    to: [9, 7],
    distance: 1,
    chance: (x, z) => (Math.hypot(x - HOLE.x, z - HOLE.z) < 4.4 ? 0 : 1),
  }).map(({ x, z }) =>
    at(x, roof(x) + 0.5, z, random.between(0.9, 3.6) * (z > 0 ? 0.6 : 1), random.between(0.7, 2.2), true),
  );
  const dry = (x: number, z: number): number => {
    if (Math.hypot(x, z * 1.1) < 3.8 || (z > -1 && Math.abs(x) < 3.4 + z * 0.3)) return 0;
    return floorAt(x, z) > LEVEL + 0.06 ? 1 : 0.05;
  };
  const rising = scatter({ random, count: 54, from: [-9, -34], to: [9, 6], distance: 1, chance: dry }).map(({ x, z }) =>
    at(x, floorAt(x, z) - 0.15, z, random.between(0.4, 2.2), random.between(0.8, 2.4), false),
  );
  const columns = (
    [
      [-6.4, -8],
      [7.2, -15],
      [-4.6, -24],
      [5, -29],
    ] as const
  ).flatMap(([x, z]) => [at(x, roof(x) + 1, z, 5, 4.4, true), at(x, floorAt(x, z) - 0.3, z, 5.4, 4.6, false)]);
  return [...hanging, ...rising, ...columns];
}

function stonesOf(context: SetContext): SetInstance[] {
  const random = context.random.fork('stones');
  const plants = Array.from({ length: 3 }, () => ({
    mesh: boulderMesh(random, [112, 100, 88], 0, 2),
    material: STONE,
  }));
  const free = (x: number, z: number): number =>
    Math.hypot(x, z) < 3.2 || (z > 0 && Math.abs(x) < 2 + z * 0.3) ? 0 : 1;
  return planted({
    random,
    heightAt: floorAt,
    plants,
    count: 40,
    from: [-9, -24],
    to: [9, 8],
    distance: 1.1,
    chance: free,
    scale: [0.15, 1],
    sink: 0.1,
    castsShadow: false,
  });
}

/** Clusters of prisms in the corners, each with a light that breathes. */
function crystalsOf(context: SetContext, look: Look) {
  const random = context.random.fork('crystals');
  const spots: readonly Vec3[] = [
    [-5.2, 0, -4.5],
    [5.8, 0, -6.5],
    [-6.6, 0, -14],
    [7.6, 0, -21],
    [-3.2, 0, -28],
    [6.4, 0, 1.6],
  ];
  const material: Material = { specular: 0.8, gloss: 60, emissive: 1.1, rim: 0.3 };
  const instances = spots.map(([x, , z]) => {
    const builder = createMeshBuilder();
    for (let i = 0; i < 9; i++) addPrism(builder, random, look.crystal, i);
    return standing(builder.build(), material, placed(x, floorAt(x, z) - 0.1, z, { scale: random.between(0.8, 1.3) }), {
      castsShadow: false,
    });
  });
  return {
    instances,
    lightsAt: (seconds: number): PointLight[] =>
      spots.map(([x, , z], i) => {
        const beat = 2.6 + 0.4 * Math.sin(seconds * 0.9 + i * 1.9);
        return {
          position: [x, floorAt(x, z) + 1.1, z],
          color: [look.glow[0] * beat, look.glow[1] * beat, look.glow[2] * beat],
          radius: 9,
        };
      }),
  };
}

function addPrism(builder: MeshBuilder, random: Random, color: Color, index: number): void {
  const angle = index * 2.4;
  const out = index === 0 ? 0 : random.between(0.25, 0.7);
  const long = random.between(0.5, 1.1) * (index === 0 ? 1.5 : 1);
  const foot: Vec3 = [Math.cos(angle) * out * 0.5, 0, Math.sin(angle) * out * 0.5];
  const head: Vec3 = [Math.cos(angle) * out, long, Math.sin(angle) * out];
  const tip: Vec3 = [head[0] * 1.12, long * 1.24, head[2] * 1.12];
  const girth = random.between(0.08, 0.15);
  const tone = shade(color, random.between(0.6, 0.95));
  const side = { sides: 6, color: shade(tone, 0.4), toColor: tone };
  addTube(builder, { ...side, from: foot, to: head, fromRadius: girth * 0.8, toRadius: girth });
  addTube(builder, {
    sides: 6,
    color: tone,
    toColor: mix(tone, [255, 255, 255], 0.6),
    from: head,
    to: tip,
    fromRadius: girth,
    toRadius: 0.004,
  });
}

function daylight(day: Rgb, strength: number): PointLight[] {
  const light = (position: Vec3, power: number, radius: number): PointLight => ({
    position,
    color: [day[0] * power * strength, day[1] * power * strength, day[2] * power * strength],
    radius,
  });
  return [
    light([HOLE.x, 8, HOLE.z], 9, 24),
    light([HOLE.x - 0.6, 2, HOLE.z + 1], 3, 10),
    // What comes down the passage behind the camera.
    light([-3, 4, 11], 5, 22),
    light([-2.2, 3.4, 5], 3, 13),
  ];
}

/** The beam below the hole, with dust in it. */
function shaftAt(context: SetContext, day: Rgb, strength: number, seconds: number): SetMoment['sprites'][number] {
  const random = context.random.fork('shaft');
  const spots: SpriteSpot[] = Array.from({ length: 26 }, (_, i): SpriteSpot => {
    const t = i / 25;
    const glow = (0.055 + 0.02 * Math.sin(seconds * 0.4 + i)) * strength;
    return {
      position: [HOLE.x - 1.4 * t, 11 - 11 * t, HOLE.z + 1.6 * t],
      radius: 1.7 + 1.1 * t,
      rotation: i,
      color: [day[0] * glow * 2, day[1] * glow * 2, day[2] * glow * 2, 1],
    };
  });
  for (let i = 0; i < 60; i++) {
    const y = wrap(random.between(0, 9) - seconds * random.between(0.05, 0.16), 9);
    const drift = Math.sin(seconds * 0.3 + i) * 0.3;
    const bright = 0.5 * strength * (0.5 + 0.5 * Math.sin(seconds * 1.3 + i * 2.1));
    spots.push({
      position: [HOLE.x - 1 + random.between(-1.8, 1.8) + drift, y, HOLE.z + 1 + random.between(-1.6, 1.6)],
      radius: random.between(0.015, 0.035),
      color: [day[0] * bright, day[1] * bright, day[2] * bright, 1],
    });
  }
  return sprites('soft', 'add', spots);
}
