import type { Material, Mesh, PointLight, Rgb, Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import { addBranch } from './flora.ts';
import { ambience, blend, darknessAt, fogOf, hasDetail, lensFor } from './mood.ts';
import { type Plant, planted } from './planting.ts';
import { addLeaf, BLADES, STONE, TURF } from './plants.ts';
import { placed, type SetInstance, type SpriteSpot, sprites, standing, wrap } from './scatter.ts';
import type { SetContext, SetModel, SetMoment } from './set.ts';
import { addBlob, type Color, createMeshBuilder, mix, shade, smoothstep } from './shape.ts';
import { surfaceMesh } from './surface.ts';
import { discGround, fractal, type HeightAt, noise } from './terrain.ts';
import { boulderMesh, fernMesh } from './undergrowth.ts';

interface Look {
  readonly ground: readonly [Color, Color];
  readonly leaf: readonly Color[];
  readonly cap: readonly Color[];
  readonly glow: Rgb;
  readonly glowColor: Color;
  readonly day: { readonly zenith: Rgb; readonly horizon: Rgb; readonly air: Rgb };
  readonly planet: Rgb;
}

const VIOLET: Look = {
  ground: [
    [44, 62, 84],
    [84, 70, 118],
  ],
  leaf: [
    [40, 132, 128],
    [116, 74, 168],
    [60, 108, 176],
    [172, 76, 146],
  ],
  cap: [
    [214, 82, 142],
    [128, 92, 214],
    [66, 160, 190],
  ],
  glow: [0.25, 1.25, 1.15],
  glowColor: [110, 246, 226],
  day: { zenith: [0.16, 0.2, 0.5], horizon: [0.72, 0.5, 0.66], air: [0.4, 0.36, 0.5] },
  planet: [1.15, 0.62, 0.46],
};
const CRIMSON: Look = {
  ground: [
    [84, 44, 44],
    [124, 66, 54],
  ],
  leaf: [
    [190, 56, 60],
    [224, 110, 52],
    [142, 44, 92],
    [226, 150, 62],
  ],
  cap: [
    [246, 176, 70],
    [222, 84, 60],
    [158, 54, 120],
  ],
  glow: [1.5, 0.7, 0.15],
  glowColor: [255, 196, 96],
  day: { zenith: [0.3, 0.34, 0.42], horizon: [0.9, 0.62, 0.4], air: [0.52, 0.36, 0.28] },
  planet: [0.6, 0.8, 0.95],
};

const GLOWING: Material = { emissive: 1.5, specular: 0.2 };
const CAP: Material = { pattern: 'grain', patternScale: 1.5, wrap: 0.5, rim: 0.3, specular: 0.2, gloss: 20 };

/** A jungle of another world: mushrooms as tall as trees, curling stalks with lamps, a striped giant in the sky. */
export const alienJungle: SetModel = {
  build(context) {
    const { scene, aspect, durationSeconds } = context;
    const look = hasDetail(scene, 'red', 'crimson', 'orange') ? CRIMSON : VIOLET;
    const heightAt: HeightAt = (x, z) => {
      const clear = smoothstep(2.6, 10, Math.hypot(x, z * 0.8));
      return (fractal(x * 0.07 + 3, z * 0.07, 3, 25) - 0.42) * 3.6 * clear + (noise(x * 0.9, z * 0.9, 8) - 0.5) * 0.12;
    };
    const still = [groundOf(look, heightAt), ...giantsOf(context, look, heightAt), ...lowOf(context, look, heightAt)];
    const lamps = lampsOf(context, look, heightAt);
    return {
      groundAt: heightAt,
      focus: { position: [0, heightAt(0, 0), 0], halfWidth: 3.2, halfDepth: 2.4 },
      camera: { position: [0.6, 1.7, 9.6], target: [0, 2, 0], verticalFovDegrees: lensFor(aspect, 46) },
      momentAt: (seconds) => {
        const dark = darknessAt(scene, seconds, durationSeconds);
        const air = blend(look.day.air, [0.04, 0.055, 0.11], dark);
        const planet = blend(look.planet, [look.planet[0] * 0.5, look.planet[1] * 0.5, look.planet[2] * 0.62], dark);
        return {
          instances: [...still, ...lamps.instancesAt(seconds, 0.35 + 0.65 * dark)],
          lights: lamps.lightsAt(seconds, 0.25 + 0.75 * dark),
          sprites: sporesAt(context, look, dark, seconds),
          sky: {
            zenith: blend(look.day.zenith, [0.012, 0.016, 0.07], dark),
            horizon: blend(look.day.horizon, [0.12, 0.09, 0.26], dark),
            stars: 0.15 + 0.85 * dark,
            nebula: blend([0, 0, 0], [0.12, 0.06, 0.2], dark),
            discs: [
              { direction: [0.26, 0.42, -1], radius: 0.2, color: planet, phase: 0.68 },
              { direction: [-0.5, 0.46, -0.9], radius: 0.04, color: [0.85, 0.9, 1], phase: 0.8, craters: true },
            ],
          },
          ambient: {
            up: blend([0.36, 0.38, 0.56], [0.1, 0.12, 0.28], dark),
            down: blend([0.24, 0.18, 0.28], [0.06, 0.06, 0.13], dark),
          },
          fog: { ...fogOf(scene, 0.0095, { heightFalloff: 0.03 }), color: air },
          grade: { bloom: 0.3 + 0.15 * dark, bloomThreshold: 0.85 },
        };
      },
      cues: [ambience(context, 'crickets', 0.25), ambience(context, 'chime', 0.12), ambience(context, 'wind', 0.15)],
    };
  },
};

function groundOf(look: Look, heightAt: HeightAt): SetInstance {
  const mesh = discGround({
    heightAt,
    center: [0, 5],
    radius: 150,
    rings: 58,
    sectors: 92,
    colorAt: (x, _y, z) => {
      const patch = fractal(x * 0.3, z * 0.3, 3, 21);
      const soil = mix(look.ground[0], look.ground[1], patch);
      const moss = mix(soil, look.leaf[0]!, smoothstep(0.42, 0.6, fractal(x * 0.2, z * 0.2, 3, 31)) * 0.65);
      // Threads of living light run through the ground.
      const vein = smoothstep(0.035, 0.0, Math.abs(fractal(x * 0.16 + 4, z * 0.16, 3, 55) - 0.5));
      return mix(shade(moss, 0.8 + 0.3 * noise(x * 1.8, z * 1.8, 7)), look.glowColor, vein * 0.6);
    },
    openAt: (x, z) => 0.75 + 0.25 * noise(x * 0.5, z * 0.5, 61),
  });
  return standing(mesh, TURF);
}

/** A mushroom 1 m tall and as wide: a spotted cap over pale gills, on a bent stem. */
function mushroomMesh(random: Random, cap: Color, spot: Color): Mesh {
  const builder = createMeshBuilder();
  const lean: readonly [number, number] = [random.between(-0.12, 0.12), random.between(-0.12, 0.12)];
  addBranch(
    builder,
    [
      [0, -0.1, 0],
      [lean[0] * 0.3, 0.4, lean[1] * 0.3],
      [lean[0], 0.82, lean[1]],
    ],
    [0.1, 0.055],
    9,
    [206, 196, 214],
  );
  const seed = Math.floor(random.between(0, 900));
  const dome = surfaceMesh({
    columns: 22,
    rows: 12,
    isRound: true,
    at: (u, v) => {
      const angle = u * Math.PI * 2;
      // Up the outside from the rim, v = 0.35, to the crown; below that inward along the gills.
      const t = v < 0.35 ? 1 - (0.35 - v) * 2.4 : 1 - (v - 0.35) / 0.65;
      const r = 0.5 * (v < 0.35 ? t : Math.sqrt(Math.max(0, 1 - (1 - t) ** 1.6)));
      const y = v < 0.35 ? 0.74 + (1 - t) * 0.12 : 0.74 + 0.3 * (1 - t) ** 0.75 - 0.03 * Math.sin(angle * 5 + seed) * t;
      return [lean[0] + Math.sin(angle) * r, y, lean[1] + Math.cos(angle) * r];
    },
    colorAt: ([x, , z], _s, u, v) => {
      if (v < 0.33) return shade([226, 206, 226], 0.72 + 0.2 * Math.sin(u * 130));
      const spots = smoothstep(0.62, 0.7, noise(x * 9 + 9, z * 9 + 9, seed));
      return mix(shade(cap, 0.75 + 0.4 * v), spot, spots * 0.85);
    },
    openAt: (_u, v) => (v < 0.3 ? 0.5 : 1),
  });
  for (let i = 0; i < dome.positions.length / 3; i++)
    builder.vertex(
      [dome.positions[i * 3]!, dome.positions[i * 3 + 1]!, dome.positions[i * 3 + 2]!],
      [dome.normals[i * 3]!, dome.normals[i * 3 + 1]!, dome.normals[i * 3 + 2]!],
      [dome.colors[i * 4]!, dome.colors[i * 4 + 1]!, dome.colors[i * 4 + 2]!],
      dome.colors[i * 4 + 3]! / 255,
    );
  const stem = builder.build();
  const shift = stem.positions.length / 3 - dome.positions.length / 3;
  const indices = new Uint32Array([...stem.indices, ...dome.indices.map((index) => index + shift)]);
  return { ...stem, indices };
}

/** A stalk that curls in at its top like a young fern, leaves along it, 1 m tall. */
function curlMesh(random: Random, leaf: Color): Mesh {
  const builder = createMeshBuilder();
  const points: Vec3[] = Array.from({ length: 20 }, (_, i) => {
    const t = i / 19;
    if (t < 0.5) return [0.1 * Math.sin(t * 5), t * 1.5, 0];
    const angle = (t - 0.5) * 13;
    const r = 0.26 * (1 - (t - 0.5) * 1.75);
    return [0.06 + 0.26 - Math.cos(angle) * r, 0.75 + Math.sin(angle) * r, (t - 0.5) * 0.1];
  });
  addBranch(builder, points, [0.06, 0.016], 6, leaf, [0.7, 1]);
  for (let i = 2; i < 16; i++) {
    const at = points[i]!;
    for (const side of [-1, 1])
      addLeaf(
        builder,
        [
          at,
          [at[0] + 0.04, at[1] + 0.04, at[2]],
          [at[0] + random.between(-0.06, 0.06), at[1] + 0.08, at[2] + side * random.between(0.12, 0.24)],
        ],
        [0, 1, side * 0.4],
        shade(leaf, 0.85),
        shade(leaf, 1.3),
      );
  }
  return builder.build();
}

function giantsOf(context: SetContext, look: Look, heightAt: HeightAt): SetInstance[] {
  const random = context.random.fork('giants');
  const caps: Plant[] = look.cap.map((cap) => ({ mesh: mushroomMesh(random, cap, look.glowColor), material: CAP }));
  const curls: Plant[] = look.leaf.map((leaf) => ({ mesh: curlMesh(random, leaf), material: CAP }));
  const free = (x: number, z: number): number =>
    Math.hypot(x, z * 1.1) < 6 || (z > -2 && Math.abs(x) < 3.6 + z * 0.5) || Math.abs(x - 2) < 1.8 ? 0 : 1;
  const common = { random, heightAt, chance: free };
  return [
    ...planted({
      ...common,
      plants: caps,
      count: 12,
      from: [-15, -22],
      to: [15, 1],
      distance: 3.4,
      scale: [3.4, 6.4],
      stretch: [0.9, 1.3],
    }),
    ...planted({
      ...common,
      plants: caps,
      count: 60,
      from: [-60, -80],
      to: [60, -20],
      distance: 4.4,
      scale: [4, 11],
      castsShadow: false,
    }),
    ...planted({ ...common, plants: curls, count: 16, from: [-13, -20], to: [13, 2], distance: 2.4, scale: [2, 4.4] }),
    ...planted({
      ...common,
      plants: curls,
      count: 26,
      from: [-50, -60],
      to: [50, -20],
      distance: 4,
      scale: [4, 8],
      castsShadow: false,
    }),
    ...planted({
      ...common,
      plants: caps,
      count: 14,
      from: [-40, 12],
      to: [40, 46],
      distance: 6,
      scale: [4, 8],
      castsShadow: false,
    }),
  ];
}

function lowOf(context: SetContext, look: Look, heightAt: HeightAt): SetInstance[] {
  const random = context.random.fork('low');
  const ferns: Plant[] = look.leaf.map((leaf) => ({
    mesh: fernMesh(random, leaf, 13, 0.95),
    material: { ...BLADES, rim: 0.3 },
  }));
  const small: Plant[] = look.cap.map((cap) => ({ mesh: mushroomMesh(random, cap, look.glowColor), material: CAP }));
  const stones: Plant[] = Array.from({ length: 3 }, () => ({
    mesh: boulderMesh(random, shade(look.ground[1], 0.9), 0, 2),
    material: STONE,
  }));
  const free = (x: number, z: number): number =>
    Math.hypot(x, z) < 2.8 || (z > 1 && Math.abs(x) < 1.8 + z * 0.34) ? 0 : 1;
  const common = { random, heightAt, chance: free };
  return [
    ...planted({
      ...common,
      plants: ferns,
      count: 56,
      from: [-12, -20],
      to: [12, 7],
      distance: 1.1,
      castsShadow: false,
    }),
    ...planted({ ...common, plants: small, count: 26, from: [-9, -14], to: [9, 6], distance: 1.1, scale: [0.3, 0.9] }),
    ...planted({
      ...common,
      plants: stones,
      count: 14,
      from: [-10, -14],
      to: [10, 5],
      distance: 1.8,
      scale: [0.3, 1.2],
      sink: 0.15,
    }),
  ];
}

/** Bulbs on thin stalks that breathe with light. */
function lampsOf(context: SetContext, look: Look, heightAt: HeightAt) {
  const random = context.random.fork('lamps');
  const bulb = createMeshBuilder();
  addBlob(bulb, {
    center: [0, 0, 0],
    radius: [0.13, 0.17, 0.13],
    detail: 1,
    bulge: (d) => 1 - 0.2 * d[1],
    color: (d) => shade(look.glowColor, 0.8 + 0.2 * d[1]),
  });
  const bulbMesh = bulb.build();
  const spots = Array.from({ length: 24 }, (_, i) => {
    const side = i % 2 ? 1 : -1;
    const z = random.between(-22, 4);
    const x = side * random.between(2.8 + Math.max(0, z) * 0.5, 10);
    const y = heightAt(x, z) + random.between(0.5, 2.2);
    return { x, y, z, phase: random.between(0, 6.28) };
  });
  const stalks = createMeshBuilder();
  for (const { x, y, z } of spots)
    addBranch(
      stalks,
      [
        [x - 0.3, heightAt(x, z) - 0.1, z],
        [x - 0.34, y * 0.6, z + 0.1],
        [x, y - 0.1, z],
      ],
      [0.04, 0.018],
      5,
      look.leaf[0]!,
    );
  const stems = standing(stalks.build(), CAP);
  const beat = (phase: number, seconds: number): number => 0.7 + 0.3 * Math.sin(seconds * 0.9 + phase);
  return {
    instancesAt: (seconds: number, strength: number): SetInstance[] => [
      stems,
      ...spots.map(({ x, y, z, phase }) => ({
        mesh: bulbMesh,
        material: GLOWING,
        matrix: placed(x, y, z),
        castsShadow: false,
        emissive: strength * beat(phase, seconds),
      })),
    ],
    lightsAt: (seconds: number, strength: number): PointLight[] =>
      spots.slice(0, 10).map(({ x, y, z, phase }) => {
        const power = 2.4 * strength * beat(phase, seconds);
        return {
          position: [x, y, z],
          color: [look.glow[0] * power, look.glow[1] * power, look.glow[2] * power],
          radius: 6,
        };
      }),
  };
}

/** Spores that rise slowly, each with its own glimmer. */
function sporesAt(context: SetContext, look: Look, dark: number, seconds: number): SetMoment['sprites'] {
  const random = context.random.fork('spores');
  const spots = Array.from({ length: 110 }, (): SpriteSpot => {
    const phase = random.between(0, 6.28);
    const y = wrap(random.between(0, 6) + seconds * random.between(0.08, 0.25), 6);
    const glimmer = (0.5 + 0.5 * Math.sin(seconds * 1.5 + phase)) * (0.35 + 0.65 * dark) * Math.sin((y / 6) * Math.PI);
    return {
      position: [random.between(-12, 12) + Math.sin(seconds * 0.4 + phase) * 0.5, y, random.between(-22, 6)],
      radius: random.between(0.02, 0.05),
      color: [look.glow[0] * 1.4 + 0.2, look.glow[1] * 1.4, look.glow[2] * 1.4, glimmer],
    };
  });
  return [sprites('soft', 'add', spots)];
}
