import type { Material, Mesh, Vec3 } from '@openimagine/render';
import { familyOf } from '../actors/family.ts';
import type { Random } from '../random.ts';
import { rockyRange } from './hills.ts';
import { createHorizonClouds } from './horizon-clouds.ts';
import { ambience, darknessAt, fogOf, hasDetail, lensFor, mistLight } from './mood.ts';
import { type Plant, planted } from './planting.ts';
import { SNOWY } from './plants.ts';
import { IDENTITY, placed, type SetInstance, type SpriteSpot, scatter, sprites, standing, wrap } from './scatter.ts';
import type { SetContext, SetModel, SetMoment } from './set.ts';
import { addBlob, type Color, createMeshBuilder, mix, shade, smoothstep } from './shape.ts';
import { faceted } from './surface.ts';
import { discGround, fractal, type HeightAt, noise, ridged } from './terrain.ts';
import { mirrorOf } from './water.ts';

const ICE: Material = { pattern: 'snow', patternScale: 0.4, specular: 0.4, gloss: 50, wrap: 0.3, rim: 0.1 };
const PEAKS: Material = { pattern: 'snow', patternScale: 0.05, wrap: 0.1, specular: 0.05 };
const SEA: Material = { pattern: 'water', patternScale: 0.4, mirror: 0.82, specular: 0.6, gloss: 110 };
const LEVEL = -0.6;
const SNOW_TONE: Color = [204, 218, 238];
const DEEP_ICE: Color = [92, 170, 214];

/** Ice to the horizon: an open lead of black water with floes and bergs behind the stage, a glacier between peaks beyond. */
export const arctic: SetModel = {
  build(context) {
    const { scene, aspect, durationSeconds } = context;
    const hasSea = !hasDetail(scene, 'tundra', 'snowfield', 'steppe', 'plain');
    const heightAt = iceField(hasSea);
    const isAfloat =
      hasSea &&
      scene.actors.some(({ kind }) => familyOf(kind) === 'boat' || familyOf(kind) === 'fish' || kind === 'boat');
    // How far the edge of the ice comes forward, so that what floats has water round it.
    const lead = scene.actors.some(({ kind }) => familyOf(kind) === 'fish')
      ? 90
      : scene.actors.some(({ kind }) => kind === 'iceberg')
        ? 32
        : 10;
    const still = [
      groundOf(heightAt),
      ...rangesOf(hasSea),
      ...(hasSea ? [...bergsOf(context), ...floesOf(context)] : []),
      ...blocksOf(context, heightAt),
    ];
    const water = waterOf();
    const clouds = createHorizonClouds(context, { distance: 900, foot: 90, heaps: 6 });
    return {
      groundAt: (x, z) => (isAfloat ? Math.max(LEVEL, heightAt(x, z - lead)) : heightAt(x, z)),
      isDry: (x, z) => heightAt(x, isAfloat ? z - lead : z) > LEVEL + 0.1,
      focus: { position: [0, isAfloat ? LEVEL : heightAt(0, 0), 0], halfWidth: 4, halfDepth: 2.2 },
      camera: { position: [0.7, 2, 9.8], target: [0, 1.3, 0], verticalFovDegrees: lensFor(aspect, 42) },
      momentAt: (seconds) => ({
        instances: [
          ...(isAfloat ? still.map((one) => (one === still[0] ? { ...one, matrix: placed(0, 0, lead) } : one)) : still),
          ...(hasSea ? [water] : []),
        ],
        lights: [],
        sprites: [...clouds(seconds), ...driftingSnow(context, heightAt, seconds)],
        ...(hasSea ? { mirror: mirrorOf(scene, LEVEL, seconds, true) } : {}),
        fog: fogOf(scene, 0.0017, { heightFalloff: 0.014 }),
        // Ice throws back all the light there is: a film is stopped down for it.
        grade: { exposure: 0.62 + 0.42 * smoothstep(0.1, 0.7, darknessAt(scene, seconds, durationSeconds)) },
      }),
      cues: [ambience(context, 'wind', 0.4 + 0.5 * scene.wind), ...(hasSea ? [ambience(context, 'sea', 0.12)] : [])],
    };
  },
};

/** Wind-packed snow with long low ridges; a lead of open water crosses behind the stage. */
function iceField(hasSea: boolean): HeightAt {
  return (x, z) => {
    const far = Math.hypot(x, z * 1.2);
    const drifts = (fractal(x * 0.05 + 4, z * 0.16, 3, 7) - 0.4) * 1.4 * smoothstep(3, 14, far);
    const sastrugi = (ridged(x * 0.22, z * 0.7, 2, 3) - 0.4) * 0.16 * smoothstep(2, 5, far);
    const land = drifts + sastrugi;
    if (!hasSea) return land + 3 * smoothstep(60, 260, far) * fractal(x * 0.01, z * 0.01, 3, 9);
    const shore = -5.4 + (fractal(x * 0.1 + 2, 3, 3, 11) - 0.5) * 4 - Math.abs(x) * 0.05;
    const beyond = -118 + (fractal(x * 0.02, 8, 3, 13) - 0.5) * 30 + Math.abs(x) * 0.12;
    const wet = Math.min(z < shore ? shore - z : -1, z - beyond);
    return wet > -0.2 ? Math.max(-3, land * 0.3 - smoothstep(-0.2, 0.25, wet) * 2.2) : land;
  };
}

function groundOf(heightAt: HeightAt): SetInstance {
  const mesh = discGround({
    heightAt,
    center: [0, 3],
    radius: 620,
    rings: 70,
    sectors: 104,
    colorAt: (x, y, z, slope) => {
      const patch = fractal(x * 0.12, z * 0.3, 3, 18);
      const snow = mix(SNOW_TONE, [176, 200, 230], patch * 0.6);
      const ice = mix(snow, DEEP_ICE, smoothstep(0.2, 0.7, slope) * 0.55 + smoothstep(-0.3, -0.9, y) * 0.6);
      return mix(ice, [176, 208, 232], smoothstep(0.6, 0.72, fractal(x * 0.07, z * 0.07, 3, 4)) * 0.5);
    },
  });
  return standing(mesh, SNOWY);
}

function waterOf(): SetInstance {
  const mesh = discGround({
    heightAt: () => LEVEL,
    center: [0, -30],
    radius: 560,
    rings: 30,
    sectors: 64,
    innerStep: 2,
    colorAt: (x, _y, z) => mix([10, 40, 62], [30, 92, 118], noise(x * 0.04, z * 0.06, 5)),
  });
  return standing(mesh, SEA, IDENTITY, { castsShadow: false });
}

/** Peaks with a broad glacier that comes down between them to the water. */
function rangesOf(hasSea: boolean): SetInstance[] {
  const gap = (x: number): number => 0.22 + 0.78 * smoothstep(30, 150, Math.abs(x - 40));
  const base = {
    foot: -1,
    snowLine: 0.16,
    meadow: SNOW_TONE,
    snow: 0.9,
    color: [92, 104, 126] as const,
    material: PEAKS,
  };
  const near = rockyRange({ ...base, z: -330, halfWidth: 520, halfDepth: 130, height: 92, seed: 31, envelope: gap });
  const far = rockyRange({
    ...base,
    z: -540,
    halfWidth: 800,
    halfDepth: 150,
    height: 170,
    seed: 8,
    color: [124, 140, 164],
  });
  return hasSea ? [near, far, glacierOf()] : [near, far];
}

/** The glacier's tongue: a blue, torn front above the water, a white slope behind. */
function glacierOf(): SetInstance {
  const mesh = discGround({
    heightAt: (x, z) => {
      const inside = smoothstep(95, 60, Math.abs(x)) * smoothstep(52, 44, z + (noise(x * 0.08, 1, 3) - 0.5) * 14);
      const slope = 16 + Math.max(0, 44 - z) * 0.26;
      const crevasse = (ridged(x * 0.05, z * 0.08, 3, 12) - 0.5) * 9;
      return inside * (slope + crevasse) - 4;
    },
    center: [0, 0],
    radius: 150,
    rings: 44,
    sectors: 110,
    innerStep: 3.4,
    colorAt: (x, y, z, slope) =>
      mix(
        mix(SNOW_TONE, [210, 228, 246], noise(x * 0.1, z * 0.1, 6)),
        DEEP_ICE,
        smoothstep(0.12, 0.6, slope) * 0.8 * smoothstep(40, 4, y),
      ),
  });
  return standing(movedMesh(mesh, 40, -200), ICE, IDENTITY, { castsShadow: false });
}

function movedMesh(mesh: Mesh, x: number, z: number): Mesh {
  const positions = new Float32Array(mesh.positions);
  for (let i = 0; i < positions.length; i += 3) {
    positions[i]! += x;
    positions[i + 2]! += z;
  }
  return { ...mesh, positions };
}

/** A berg about 2 m across above the water: broken planes, blue below and in its hollows. */
export function icebergMesh(random: Random, height: number): Mesh {
  const builder = createMeshBuilder();
  const seed = Math.floor(random.between(0, 900));
  const lean = random.between(-0.4, 0.4);
  const peaks = Math.round(random.between(1, 3));
  for (let i = 0; i < peaks; i++) {
    const tall = height * (i === 0 ? 1 : random.between(0.4, 0.75));
    const center: Vec3 = [random.between(-0.6, 0.6) * (i ? 1 : 0.3), -0.2, random.between(-0.5, 0.5) * (i ? 1 : 0.3)];
    addBlob(builder, {
      center,
      radius: [random.between(0.7, 1.1), tall, random.between(0.6, 1)],
      detail: 2,
      bulge: (d) => 0.6 + 0.75 * ridged(d[0] * 1.1 + d[1] * lean + 5, d[2] * 1.1 + d[1] * 0.6 + 5, 2, seed + i * 7),
      color: (d) =>
        mix(mix([128, 192, 230], [226, 238, 250], smoothstep(-0.1, 0.6, d[1])), DEEP_ICE, smoothstep(0.05, -0.4, d[1])),
      open: (d) => 0.75 + 0.25 * Math.max(0, d[1]),
    });
  }
  return faceted(builder.build());
}

function bergsOf(context: SetContext): SetInstance[] {
  const random = context.random.fork('bergs');
  const shapes = [1.4, 2.2, 0.9, 1.7].map((height) => icebergMesh(random, height));
  const heroes: readonly (readonly [x: number, z: number, scale: number])[] = [
    [-17, -34, 5.2],
    [21, -52, 7.5],
    [-46, -74, 9],
    [6, -92, 6],
    [62, -86, 10],
  ];
  return [
    ...heroes.map(([x, z, scale], i) =>
      standing(shapes[i % 4]!, ICE, placed(x, LEVEL, z, { scale, turn: random.between(0, 6) }), {
        castsShadow: false,
      }),
    ),
    ...scatter({
      random,
      count: 16,
      from: [-90, -108],
      to: [90, -22],
      distance: 11,
      chance: (x, z) => (Math.abs(x) < 6 && z > -70 ? 0 : 1),
    }).map(({ x, z }) =>
      standing(
        random.pick(shapes),
        ICE,
        placed(x, LEVEL, z, { scale: random.between(0.8, 2.6), turn: random.between(0, 6) }),
        {
          castsShadow: false,
        },
      ),
    ),
  ];
}

/** Flat plates of ice with snow on top. */
function floesOf(context: SetContext): SetInstance[] {
  const random = context.random.fork('floes');
  const shapes = Array.from({ length: 4 }, () => {
    const builder = createMeshBuilder();
    const seed = Math.floor(random.between(0, 900));
    const corners = Array.from({ length: 11 }, (_, i): readonly [number, number] => {
      const angle = (i / 11) * 6.283;
      const r = 0.75 + 0.5 * noise(Math.cos(angle) * 1.4 + 4, Math.sin(angle) * 1.4 + 4, seed);
      return [Math.cos(angle) * r, Math.sin(angle) * r];
    });
    const hub = builder.vertex([0, 0.16, 0], [0, 1, 0], SNOW_TONE);
    const top = corners.map(([x, z]) => builder.vertex([x, 0.13, z], [x * 0.3, 1, z * 0.3], shade(SNOW_TONE, 0.97)));
    const side = corners.map(([x, z]) => builder.vertex([x, 0.13, z], [x, 0.2, z], [196, 226, 244]));
    const low = corners.map(([x, z]) => builder.vertex([x * 1.03, -0.25, z * 1.03], [x, 0, z], DEEP_ICE));
    for (let i = 0; i < 11; i++) {
      const j = (i + 1) % 11;
      builder.triangle(hub, top[j]!, top[i]!);
      builder.triangle(side[i]!, side[j]!, low[j]!);
      builder.triangle(side[i]!, low[j]!, low[i]!);
    }
    return builder.build();
  });
  return scatter({ random, count: 70, from: [-46, -70], to: [46, -9], distance: (_x, z) => 2.6 - z * 0.04 }).map(
    ({ x, z }) =>
      standing(
        random.pick(shapes),
        ICE,
        placed(x, LEVEL, z, {
          scale: random.between(0.6, 2.2) * (1 - z * 0.012),
          stretch: random.between(0.5, 1),
          turn: random.between(0, 6),
        }),
        { castsShadow: false },
      ),
  );
}

/** Blocks of pressed-up ice and lumps of snow round the stage. */
function blocksOf(context: SetContext, heightAt: HeightAt): SetInstance[] {
  const random = context.random.fork('blocks');
  const blocks: Plant[] = [0.8, 1.2, 0.6].map((height) => ({ mesh: icebergMesh(random, height), material: ICE }));
  const free = (x: number, z: number): number =>
    heightAt(x, z) < LEVEL + 0.3 || Math.hypot(x, z) < 3.6 || (z > 1 && Math.abs(x) < 2.4 + z * 0.5) ? 0 : 1;
  return planted({
    random,
    heightAt,
    plants: blocks,
    count: 20,
    from: [-22, -14],
    to: [22, 7],
    distance: 1.8,
    chance: free,
    scale: [0.2, 0.8],
    sink: 0.1,
  });
}

/** Powder that runs along the ground with the wind. */
function driftingSnow(context: SetContext, heightAt: HeightAt, seconds: number): SetMoment['sprites'] {
  const { scene, durationSeconds } = context;
  const strength = 0.02 + 0.14 * smoothstep(0.15, 0.9, scene.wind);
  const light = mistLight(scene, seconds, durationSeconds);
  const random = context.random.fork('powder');
  const spots = Array.from({ length: 50 }, (): SpriteSpot => {
    const z = random.between(-30, 4);
    const half = 14 - z * 0.5;
    const x = wrap(random.between(0, 2 * half) + seconds * random.between(2, 5) * (0.3 + scene.wind), 2 * half) - half;
    return {
      position: [x, Math.max(LEVEL, heightAt(x, z)) + random.between(0.05, 0.4), z],
      radius: random.between(0.6, 2),
      rotation: random.between(0, 6.28),
      color: [
        light[0] * 1.2,
        light[1] * 1.25,
        light[2] * 1.3,
        strength * random.between(0.3, 1) * smoothstep(0, 4, half - Math.abs(x)),
      ],
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
