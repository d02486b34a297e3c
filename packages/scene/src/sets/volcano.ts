import type { Material, PointLight, Rgb } from '@openimagine/render';
import { ambience, blend, darknessAt, fogOf, hasDetail, isAerial, isSnowy, lensFor, SNOW } from './mood.ts';
import { type Plant, planted } from './planting.ts';
import { STONE } from './plants.ts';
import { addRibbon, type Lane } from './ribbon.ts';
import { IDENTITY, type SetInstance, type SpriteSpot, sprites, standing, wrap } from './scatter.ts';
import type { SetContext, SetModel, SetMoment } from './set.ts';
import { type Color, createMeshBuilder, mix, shade, smoothstep } from './shape.ts';
import { discGround, fractal, type HeightAt, noise, ridged } from './terrain.ts';
import { boulderMesh } from './undergrowth.ts';
import { waterColors } from './water.ts';

const BASALT: Material = { pattern: 'rock', patternScale: 0.55, specular: 0.14, gloss: 24 };
const LAVA: Material = { emissive: 2.4, pattern: 'rock', patternScale: 1.6 };
const GLOW: Rgb = [1.9, 0.5, 0.09];

const SEA: Material = { pattern: 'water', patternScale: 0.08, specular: 0.5, gloss: 60, wrap: 0.2 };
const SEA_LEVEL = -3.2;

const CONE = { x: -16, z: -190, height: 50, crater: 12 };

/** A black plain at the foot of a burning mountain: lava comes down in streams that glow and dim, ash and embers rise. */
export const volcano: SetModel = {
  build(context) {
    const { scene, aspect, durationSeconds } = context;
    const heightAt = landOf();
    const isIsland = hasDetail(scene, 'ocean', 'sea', 'island', 'shore', 'coast');
    const isWhole = (isAerial(scene) || isIsland) && scene.actors.every(({ kind }) => kind === 'mountain');
    const streams = LANES.map((lane) => streamOf(lane, heightAt, isWhole ? 0.35 : -0.42));
    const still = [
      groundOf(context, heightAt, { isIsland, isWhole }),
      ...stonesOf(context, heightAt),
      ...(isIsland ? [seaRound(context)] : []),
    ];
    // Seen from the air the mountain is whole, from its foot to the plume over its crater.
    const overview = {
      position: [66, 116, 100] as const,
      target: [-12, 20, CONE.z + 36] as const,
      verticalFovDegrees: lensFor(aspect, 46),
    };
    return {
      groundAt: heightAt,
      focus: { position: [0, heightAt(0, 0), 0], halfWidth: 4, halfDepth: 2.4 },
      camera: isWhole
        ? overview
        : { position: [0.8, 2.6, 10], target: [0, 3.1, 0], verticalFovDegrees: lensFor(aspect, 44) },
      momentAt: (seconds) => {
        const dark = darknessAt(scene, seconds, durationSeconds);
        const dim = 1 - 0.72 * dark;
        const red = 0.3 + 0.7 * dark;
        return {
          instances: [...still, ...streams.flatMap((stream, i) => lavaAt(stream, i, seconds))],
          lights: lightsAt(heightAt, seconds),
          sprites: [...ashAt(context, dark, seconds), ...embersAt(context, seconds)],
          sky: {
            zenith: blend([0.14, 0.18, 0.27], [0.012, 0.008, 0.02], dark),
            horizon: blend([0.62, 0.44, 0.34], [0.2, 0.05, 0.03], dark),
            glow: [0.5 * red, 0.16 * red, 0.05 * red],
            stars: 0,
          },
          ambient: {
            up: [0.3 * dim, 0.28 * dim, 0.32 * dim],
            down: [0.2 * dim + 0.12, 0.12 * dim + 0.04, 0.1 * dim + 0.02],
          },
          fog: {
            ...fogOf(scene, 0.0028, { heightFalloff: 0.016 }),
            color: blend([0.4, 0.3, 0.27], [0.13, 0.035, 0.025], dark),
          },
          grade: { bloom: 0.42, bloomThreshold: 0.8 },
        };
      },
      cues: [ambience(context, 'fire', 0.4), ambience(context, 'wind', 0.3 + 0.3 * scene.wind)],
    };
  },
};

/** Ways of the lava from the crater down to the plain, as points x, z and half widths. */
const LANES: readonly Lane[] = (
  [
    [
      [-16, -139, 2.2],
      [-12, -122, 2.6],
      [-19, -104, 2.6],
      [-11, -86, 3],
      [-16, -66, 3],
      [-9, -48, 2.6],
      [-13, -32, 2.4],
      [-6, -20, 2.2],
      [-9, -11, 1.7],
      [-7.5, -5, 1.5],
      [-13, -0.5, 1.5],
      [-22, 3, 2],
      [-40, 6, 3],
    ],
    [
      [-11, -140, 1.4],
      [-2, -126, 1.6],
      [6, -108, 1.8],
      [3, -92, 1.8],
      [14, -74, 2],
      [24, -60, 2.4],
      [44, -44, 3],
      [80, -30, 4],
    ],
    [
      [-22, -141, 1.2],
      [-34, -128, 1.4],
      [-42, -110, 1.8],
      [-60, -90, 2.4],
      [-90, -70, 3],
    ],
  ] as const
).map((lane) => lane.map(([x, z, half]) => [x, z < -11 ? -11 + (z + 11) * 1.32 : z, half] as const));

function landOf(): HeightAt {
  return (x, z) => {
    const away = Math.hypot(x - CONE.x, z - CONE.z);
    const turn = Math.atan2(x - CONE.x, z - CONE.z);
    const isFar = away > 112;
    const gully = isFar ? 0 : ridged(Math.cos(turn) * 2.4 + 7, Math.sin(turn) * 2.4 + away * 0.006, 3, 5) - 0.4;
    const t = Math.max(0, 1 - away / 112);
    const flank = CONE.height * t ** 1.75 * 1.42;
    const rim = CONE.height * (1 - CONE.crater / 112) ** 1.75 * 1.42;
    const bowl = away < CONE.crater ? rim - 7 * (1 - away / CONE.crater) : flank;
    const cone = bowl + gully * 10 * smoothstep(0, 0.3, t) * smoothstep(0.96, 0.6, t);
    const rough = (fractal(x * 0.07 + 2, z * 0.07, 4, 8) - 0.5) * 4 * smoothstep(4, 16, Math.hypot(x, z));
    const lumps = (fractal(x * 0.5, z * 0.5, 3, 6) - 0.5) * 0.5 * smoothstep(2.4, 5, Math.hypot(x, z));
    return cone + (rough + lumps) * smoothstep(0.95, 0.5, t);
  };
}

/** How far an island reaches from the middle between the mountain and the plain before it. */
const COAST = 116;
const ISLAND: readonly [number, number] = [-12, -110];

/** 0 on the island, 1 out at sea; bays and capes. */
function outAtSea(x: number, z: number): number {
  const away = Math.hypot(x - ISLAND[0], z - ISLAND[1]) + (fractal(x * 0.02, z * 0.02, 4, 6) - 0.5) * 44;
  return smoothstep(COAST - 16, COAST + 14, away);
}

/** The sea round a burning island, a little brighter where it breaks on the shore. */
function seaRound({ scene }: SetContext): SetInstance {
  const { deep, shallow } = waterColors(scene);
  const mesh = discGround({
    heightAt: () => SEA_LEVEL,
    center: ISLAND,
    radius: 1400,
    rings: 60,
    sectors: 96,
    innerStep: 6,
    colorAt: (x, _y, z) => mix(mix(shallow, [226, 236, 238], 0.3), deep, smoothstep(0.5, 1, outAtSea(x, z))),
  });
  return standing(mesh, SEA, IDENTITY, { castsShadow: false });
}

function groundOf(
  context: SetContext,
  heightAt: HeightAt,
  { isIsland, isWhole }: { readonly isIsland: boolean; readonly isWhole: boolean },
): SetInstance {
  const snow = isSnowy(context.scene) ? 0.75 : 0;
  const far = (x: number, z: number): number =>
    34 * smoothstep(260, 560, Math.hypot(x, z)) * fractal(x * 0.006, z * 0.006, 4, 3);
  const raised: HeightAt = (x, z) => heightAt(x, z) - trenchAt(x, z) + (isIsland ? -14 * outAtSea(x, z) : far(x, z));
  const mesh = discGround({
    heightAt: raised,
    // Rings are densest where the camera looks.
    center: isWhole ? [CONE.x, CONE.z + 40] : [0, 4],
    radius: 640,
    rings: 76,
    sectors: isWhole ? 170 : 110,
    innerStep: isWhole ? 1.6 : 0.35,
    colorAt: (x, y, z, slope) => {
      const patch = fractal(x * 0.3, z * 0.3, 3, 20);
      const rock: Color = mix([40, 36, 38], [74, 66, 66], patch);
      const rust = mix(rock, [112, 62, 46], smoothstep(0.5, 0.7, fractal(x * 0.05, z * 0.05, 3, 14)) * 0.45);
      const ash = mix(rust, [118, 110, 108], smoothstep(30, 80, y) * 0.4);
      return mix(ash, SNOW, snow * smoothstep(0.5, 0.2, slope) * (0.5 + 0.5 * patch));
    },
    openAt: (x, z) => 0.72 + 0.28 * noise(x * 0.6, z * 0.6, 4),
  });
  return standing(mesh, BASALT);
}

/** How far the ground sinks under the lava, so that it lies in a bed. */
function trenchAt(x: number, z: number): number {
  if (z > 8 || Math.hypot(x, z + 60) > 150) return 0;
  let deep = 0;
  for (const lane of LANES)
    for (let i = 0; i + 1 < lane.length; i++) {
      const [ax, az, aw] = lane[i]!;
      const [bx, bz, bw] = lane[i + 1]!;
      const [dx, dz] = [bx - ax, bz - az];
      const t = Math.min(1, Math.max(0, ((x - ax) * dx + (z - az) * dz) / (dx * dx + dz * dz)));
      const off = Math.hypot(x - ax - dx * t, z - az - dz * t) / (aw + (bw - aw) * t);
      if (off < 2) deep = Math.max(deep, smoothstep(2, 0.6, off));
    }
  return deep * 0.9;
}

/** A stream in pieces, each of which can glow by itself. */
function streamOf(lane: Lane, heightAt: HeightAt, lift: number): SetInstance[] {
  const pieces: SetInstance[] = [];
  const count = 14;
  for (let i = 0; i < count; i++) {
    const builder = createMeshBuilder();
    addRibbon(builder, lane, {
      from: i / count,
      to: (i + 1) / count,
      steps: 7,
      columns: 6,
      heightAt: (x, z) => heightAt(x, z) + lift,
      colorAt: (x, z, side) => {
        const crust = smoothstep(0.5, 0.68, fractal(x * 0.8, z * 0.8, 3, 9) + Math.abs(side) * 0.34);
        const hot = mix([255, 176, 52], [255, 84, 16], noise(x * 0.5, z * 0.5, 2) * 0.7 + Math.abs(side) * 0.4);
        return mix(hot, [46, 18, 12], crust * 0.9);
      },
    });
    pieces.push({ mesh: builder.build(), material: LAVA, matrix: IDENTITY, castsShadow: false });
  }
  return pieces;
}

/** Pulses of heat run down the stream. */
function lavaAt(stream: readonly SetInstance[], lane: number, seconds: number): SetInstance[] {
  return stream.map((piece, i) => ({
    ...piece,
    emissive: 0.72 + 0.2 * Math.sin(i * 1.3 - seconds * 1.1 + lane * 2) + 0.08 * Math.sin(seconds * 3.1 + i * 2.7),
  }));
}

function lightsAt(heightAt: HeightAt, seconds: number): PointLight[] {
  return (
    [
      [-7, -24, 22],
      [-8, -9, 13],
      [-9, -3.5, 11],
      [-11, -58, 40],
      [24, -76, 44],
      [-15, -132, 70],
    ] as const
  ).map(([x, z, radius], i) => {
    const beat = 3.2 + 0.5 * Math.sin(seconds * 1.4 + i * 2) + 0.2 * Math.sin(seconds * 5.3 + i);
    return { position: [x, heightAt(x, z) + 1.6, z], color: [GLOW[0] * beat, GLOW[1] * beat, GLOW[2] * beat], radius };
  });
}

function stonesOf(context: SetContext, heightAt: HeightAt): SetInstance[] {
  const random = context.random.fork('stones');
  const stones: Plant[] = Array.from({ length: 4 }, () => ({
    mesh: boulderMesh(random, shade([58, 52, 54], random.between(0.8, 1.2)), 0, 2),
    material: STONE,
  }));
  const free = (x: number, z: number): number =>
    trenchAt(x, z) > 0.05 || Math.hypot(x, z) < 3.2 || (z > 2 && Math.abs(x) < 2 + z * 0.4) ? 0 : 1;
  return planted({
    random,
    heightAt,
    plants: stones,
    count: 70,
    from: [-24, -34],
    to: [24, 8],
    distance: 1.2,
    chance: free,
    scale: [0.15, 1.3],
    stretch: [0.8, 1.7],
    sink: 0.15,
  });
}

/** A plume that billows from the crater and leans with the wind, lit red from below. */
function ashAt(context: SetContext, dark: number, seconds: number): SetMoment['sprites'] {
  const { scene } = context;
  const random = context.random.fork('ash');
  const top = CONE.height * 1.16;
  const grey = blend([0.34, 0.31, 0.32], [0.05, 0.045, 0.06], dark);
  const spots = Array.from({ length: 76 }, (): SpriteSpot => {
    const age = wrap(random.next() + seconds * random.between(0.02, 0.03), 1);
    const wide = 6 + 30 * age;
    const turn = random.between(0, 6.28);
    const off = random.next() * wide * 0.6;
    const lit = (1 - age) ** 4;
    return {
      position: [
        CONE.x + Math.cos(turn) * off + age * age * (26 + 70 * scene.wind),
        top + age * 100 + random.between(-3, 3),
        CONE.z + Math.sin(turn) * off,
      ],
      radius: 6 + 19 * age * random.between(0.8, 1.2),
      rotation: random.between(0, 6.28) + seconds * 0.05,
      color: [
        grey[0] + 1.1 * lit,
        grey[1] + 0.26 * lit,
        grey[2] + 0.05 * lit,
        0.75 * smoothstep(0, 0.06, age) * smoothstep(1, 0.7, age),
      ],
    };
  });
  return [
    sprites(
      'puff',
      'alpha',
      spots.sort((a, b) => a.position[2] - b.position[2]),
    ),
  ];
}

/** Sparks thrown up at the crater, and embers that drift over the plain. */
function embersAt(context: SetContext, seconds: number): SetMoment['sprites'] {
  const random = context.random.fork('embers');
  const { wind } = context.scene;
  const thrown = Array.from({ length: 50 }, (): SpriteSpot => {
    const age = wrap(random.next() + seconds * random.between(0.16, 0.26), 1);
    const turn = random.between(0, 6.28);
    const out = random.between(3, 26) * age;
    const up = random.between(26, 60);
    return {
      position: [
        CONE.x + Math.cos(turn) * out,
        CONE.height * 1.1 + up * age - up * 1.1 * age * age,
        CONE.z + Math.sin(turn) * out,
      ],
      radius: random.between(0.35, 0.9) * (1 - age * 0.6),
      color: [3.2, 0.95, 0.2, 1 - age],
    };
  });
  const drifting = Array.from({ length: 90 }, (): SpriteSpot => {
    const rate = random.between(0.08, 0.16);
    const age = wrap(random.next() + seconds * rate, 1);
    const x = random.between(-16, 16) + age * (1 + 5 * wind) + Math.sin(seconds * 1.3 + age * 9) * 0.4;
    return {
      position: [x, 0.2 + age * 7, random.between(-22, 5)],
      radius: random.between(0.015, 0.04),
      color: [2.6, 0.8, 0.18, 0.9 * Math.sin(age * Math.PI)],
    };
  });
  return [sprites('soft', 'add', [...thrown, ...drifting])];
}
