import type { Mesh } from '@openimagine/render';
import { rockyRange, softHills } from './hills.ts';
import { createHorizonClouds } from './horizon-clouds.ts';
import { darknessAt, fogOf, hasDetail, lensFor, outdoorCues, type PlantPalette, plantPalette, SNOW } from './mood.ts';
import { type Plant, planted, swaying } from './planting.ts';
import { BLADES, bushMesh, groundCover, leafTreeMesh, leavesOf, NEEDLES, pineMesh, TURF } from './plants.ts';
import { placed, type SetInstance, standing } from './scatter.ts';
import type { SetContext, SetModel } from './set.ts';
import { type Color, createMeshBuilder, mix, shade, smoothstep } from './shape.ts';
import { discGround, fractal, type HeightAt, noise } from './terrain.ts';
import { tuftMesh } from './undergrowth.ts';
import { type Bloom, flowerPatchMesh } from './wildflowers.ts';

interface Species {
  readonly bloom: Bloom;
  readonly color: Color;
  readonly height: number;
}

const MIXED: readonly Species[] = [
  { bloom: 'cup', color: [226, 56, 40], height: 0.5 },
  { bloom: 'star', color: [246, 244, 240], height: 0.42 },
  { bloom: 'star', color: [76, 102, 214], height: 0.46 },
  { bloom: 'star', color: [250, 212, 52], height: 0.32 },
  { bloom: 'spike', color: [150, 96, 206], height: 0.66 },
  { bloom: 'ball', color: [226, 112, 168], height: 0.34 },
];

const NAMED: readonly (readonly [words: readonly string[], species: readonly Species[]])[] = [
  [
    ['poppy', 'poppies'],
    [MIXED[0]!, MIXED[0]!, MIXED[1]!],
  ],
  [
    ['daisy', 'daisies', 'chamomile'],
    [MIXED[1]!, MIXED[1]!, MIXED[3]!],
  ],
  [['cornflower', 'bluebell'], [MIXED[2]!]],
  [['buttercup', 'dandelion'], [MIXED[3]!]],
  [['lupin', 'lavender'], [MIXED[4]!]],
  [['clover'], [MIXED[5]!]],
  [
    ['tulip', 'tulips'],
    [
      { bloom: 'cup', color: [214, 40, 60], height: 0.42 },
      { bloom: 'cup', color: [246, 196, 46], height: 0.42 },
      { bloom: 'cup', color: [226, 96, 150], height: 0.42 },
    ],
  ],
];

/** A mountain meadow in flower: drifts of colour round the stage, a path into them, an old oak, woods and peaks behind. */
export const meadow: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const palette = plantPalette(scene);
    const species = NAMED.find(([words]) => hasDetail(scene, ...words))?.[1] ?? MIXED;
    const blooms = palette.snow > 0.3 ? 0 : scene.season === 'autumn' ? 0.35 : 1;
    const heightAt: HeightAt = (x, z) => {
      const far = Math.hypot(x, z);
      const rolling = (fractal(x * 0.016 + 9, z * 0.016, 3, 29) - 0.45) * 11 * smoothstep(7, 70, far);
      return rolling + (noise(x * 0.7, z * 0.7, 4) - 0.5) * 0.09 + 0.018 * Math.max(0, -z) * smoothstep(3, 30, -z);
    };
    const still = [
      groundOf(palette, species, blooms, heightAt),
      ...treesOf(context, palette, heightAt),
      ...rangesOf(palette),
    ];
    const plants = plantsOf(context, palette, species, blooms, heightAt);
    const clouds = createHorizonClouds(context, { distance: 640, foot: 70, heaps: 10 });
    const butterflies = butterfliesOf(context, blooms);
    return {
      groundAt: heightAt,
      focus: { position: [0, heightAt(0, 0), 0], halfWidth: 3.6, halfDepth: 2.4 },
      camera: { position: [0.7, 1.6, 9.4], target: [0, 1.25, 0], verticalFovDegrees: lensFor(aspect, 42) },
      momentAt: (seconds) => ({
        instances: [...still, ...plants.flatMap((part) => part(seconds)), ...butterflies(seconds)],
        lights: [],
        sprites: clouds(seconds),
        fog: fogOf(scene, 0.0018, { heightFalloff: 0.014 }),
      }),
      cues: outdoorCues(context, 0.5),
    };
  },
};

/** The trodden path, 0 … 1. */
function pathAt(x: number, z: number): number {
  const middle = Math.sin(z * 0.11) * 2.6 * smoothstep(3, 24, Math.abs(z));
  return 1 - smoothstep(0.45, 1.1, Math.abs(x - middle) + (noise(x * 1.3, z * 1.3, 12) - 0.5) * 0.5);
}

/** In which drift of flowers a spot lies: 0 … 1 along the list of species. */
function driftAt(x: number, z: number): number {
  return fractal(x * 0.09 + 4, z * 0.13, 2, 37);
}

function groundOf(palette: PlantPalette, species: readonly Species[], blooms: number, heightAt: HeightAt): SetInstance {
  const mesh = discGround({
    heightAt,
    center: [0, 5],
    radius: 330,
    rings: 62,
    sectors: 100,
    colorAt: (x, _y, z) => {
      const patch = fractal(x * 0.14, z * 0.14, 4, 17);
      const far = smoothstep(9, 36, Math.hypot(x, z - 4));
      const grass = shade(mix(palette.grass, palette.dryGrass, patch * 0.7), 0.84 + 0.3 * patch);
      // Beyond the last patch of flowers their colour lies on the ground, in the same drifts.
      const kind = species[Math.floor(driftAt(x, z) * 0.999 * species.length)]!;
      const dots =
        smoothstep(0.52, 0.78, noise(x * 1.7, z * 1.7, 3)) * 0.4 * blooms * far * smoothstep(160, 60, Math.hypot(x, z));
      const path = pathAt(x, z) * 0.75 * (1 - far * 0.7);
      return mix(
        mix(mix(grass, kind.color, dots), mix(palette.soil, palette.dryGrass, 0.35), path),
        SNOW,
        palette.snow * (0.86 + 0.12 * patch),
      );
    },
    openAt: (x, z) => 0.82 + 0.18 * noise(x * 0.8, z * 0.8, 5),
  });
  return standing(mesh, groundCover(palette, TURF));
}

function plantsOf(
  context: SetContext,
  palette: PlantPalette,
  species: readonly Species[],
  blooms: number,
  heightAt: HeightAt,
): ((seconds: number) => SetInstance[])[] {
  const { wind } = context.scene;
  const random = context.random.fork('flowers');
  const stem = mix(palette.grass, [86, 124, 50], 0.5);
  const grass = (blades: number, spread: number, height: number, width: number): Plant[] =>
    Array.from({ length: 4 }, () => ({
      mesh: tuftMesh({
        random,
        blades,
        spread,
        height,
        width,
        color: palette.grass,
        tip: mix(palette.dryGrass, [214, 208, 130], 0.35),
        snow: palette.snow,
      }),
      material: BLADES,
    }));
  const free = (x: number, z: number): number =>
    (pathAt(x, z) > 0.4 ? 0.12 : 1) * (Math.hypot(x, z * 1.2) < 1.7 ? 0.3 : 1) * (z > 4 && Math.abs(x) < 1.1 ? 0.2 : 1);
  const common = { random, heightAt };
  const share = palette.snow > 0.5 ? 0.3 : 1;
  const groves =
    blooms === 0
      ? []
      : species.flatMap((kind, i) => {
          const patches = (count: number, spread: number, grow: number): Plant[] =>
            Array.from({ length: 2 }, () => ({
              mesh: flowerPatchMesh({ random, ...kind, stem, count, spread, height: kind.height * grow }),
              material: BLADES,
            }));
          const inDrift = (x: number, z: number): number => {
            const own = 1 - Math.min(1, Math.abs(driftAt(x, z) * species.length - i - 0.5) * 0.8);
            return free(x, z) * Math.max(0.1, own) * blooms;
          };
          const near = Math.round(110 / species.length);
          return [
            swaying(
              {
                ...common,
                plants: patches(11, 0.5, 1),
                count: near,
                from: [-9, -8],
                to: [9, 7.2],
                distance: 0.55,
                chance: inDrift,
              },
              wind,
            ),
            swaying(
              {
                ...common,
                plants: patches(16, 1.3, 1.25),
                count: near,
                from: [-30, -34],
                to: [30, -7],
                distance: 1.5,
                chance: inDrift,
                scale: [1, 1.5],
              },
              wind,
            ),
          ];
        });
  return [
    swaying(
      {
        ...common,
        plants: grass(76, 0.85, 0.34, 0.013),
        count: Math.round(110 * share),
        from: [-10, -9],
        to: [10, 7.7],
        distance: 0.8,
        chance: free,
      },
      wind,
    ),
    swaying(
      {
        ...common,
        plants: grass(70, 1.9, 0.44, 0.03),
        count: Math.round(120 * share),
        from: [-36, -36],
        to: [36, -8],
        distance: 1.8,
      },
      wind,
    ),
    ...groves,
  ];
}

function treesOf(context: SetContext, palette: PlantPalette, heightAt: HeightAt): SetInstance[] {
  const { scene } = context;
  const random = context.random.fork('trees');
  const leaves = leavesOf(scene);
  const leafy = (detail: 'near' | 'middle' | 'far', count: number): Plant[] =>
    Array.from({ length: count }, () => ({ mesh: leafTreeMesh({ random, palette, detail }), material: leaves }));
  const pines: Plant[] = Array.from({ length: 4 }, () => ({
    mesh: pineMesh({ random, palette, detail: 'far' }),
    material: NEEDLES,
  }));
  const bushes: Plant[] = Array.from({ length: 3 }, () => ({
    mesh: bushMesh(random, palette.leaves[0]!, palette.snow),
    material: leaves,
  }));
  const far = [...leafy('far', 4), ...pines];
  const edge = (x: number, z: number): number =>
    smoothstep(0.46, 0.56, noise(x * 0.02 + 4, z * 0.03, 8)) * smoothstep(18, 40, Math.abs(x) + (z < -110 ? 60 : 0));
  const common = { random, heightAt };
  return [
    ...planted({
      ...common,
      plants: leafy('near', 1),
      count: 1,
      from: [-14.4, -19],
      to: [-14, -18.6],
      distance: 0,
      scale: [1.25, 1.35],
      castsShadow: scene.time === 'day' || scene.time === 'morning',
    }),
    ...planted({
      ...common,
      plants: leafy('middle', 3),
      count: 7,
      from: [-70, -76],
      to: [70, -38],
      distance: 12,
      chance: (x) => (Math.abs(x) > 14 ? 1 : 0),
      castsShadow: false,
    }),
    ...planted({
      ...common,
      plants: far,
      count: 150,
      from: [-190, -230],
      to: [190, -74],
      distance: 4.4,
      chance: edge,
      scale: [0.8, 1.3],
      castsShadow: false,
    }),
    ...planted({
      ...common,
      plants: bushes,
      count: 26,
      from: [-60, -80],
      to: [60, -22],
      distance: 4,
      chance: (x) => (Math.abs(x) > 9 ? 0.6 : 0),
      scale: [1, 2.4],
      castsShadow: false,
    }),
    ...planted({ ...common, plants: far, count: 20, from: [-90, 30], to: [90, 110], distance: 9, castsShadow: false }),
  ];
}

function rangesOf(palette: PlantPalette): SetInstance[] {
  const green = mix(palette.grass, palette.needles[0]!, 0.6);
  return [
    softHills({
      z: -310,
      halfWidth: 460,
      halfDepth: 90,
      foot: -4,
      height: 40,
      color: green,
      seed: 6,
      snow: palette.snow,
    }),
    rockyRange({
      z: -600,
      halfWidth: 880,
      halfDepth: 190,
      foot: -6,
      height: 190,
      color: [118, 124, 138],
      meadow: mix(green, [110, 134, 150], 0.3),
      snowLine: 0.46,
      snow: palette.snow,
      seed: 44,
    }),
  ];
}

/** Wings that open and close on winding ways over the flowers. */
function butterfliesOf(context: SetContext, blooms: number): (seconds: number) => SetInstance[] {
  const { scene, durationSeconds } = context;
  const isFlying = blooms > 0.5 && (scene.weather === 'clear' || scene.weather === 'cloudy');
  if (!isFlying || darknessAt(scene, 0, durationSeconds) > 0.4) return () => [];
  const random = context.random.fork('butterflies');
  const wings = (
    [
      [250, 240, 220],
      [244, 150, 44],
      [110, 150, 240],
    ] as const
  ).map(wingMesh);
  const all = Array.from({ length: 9 }, () => ({
    mesh: random.pick(wings),
    x: random.between(-5, 5),
    z: random.between(-6, 4.6),
    y: random.between(0.5, 1.3),
    phase: random.between(0, 6.28),
    rate: random.between(0.5, 0.9),
  }));
  return (seconds) =>
    all.flatMap(({ mesh, x, z, y, phase, rate }) => {
      const t = seconds * rate + phase;
      const turn = t * 0.8 + Math.sin(t * 1.7);
      const at = [
        x + Math.sin(t) * 1.1 + Math.sin(t * 2.3) * 0.3,
        y + Math.sin(t * 3.1) * 0.16,
        z + Math.cos(t * 0.8) * 0.9,
      ] as const;
      const beat = Math.sin(seconds * 21 + phase * 3);
      return [1, -1].map((side) => {
        const lift = beat * 1.1 * side;
        const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
        const [wx, wy] = [Math.cos(lift) * side, Math.sin(lift) * side];
        const matrix = placed(...at);
        matrix.set([wx * cos, wy, -wx * sin], 0);
        matrix.set([sin, 0, cos], 8);
        return { mesh, material: BLADES, matrix, castsShadow: false };
      });
    });
}

/** One wing to the right, seen from both sides. */
function wingMesh(color: Color): Mesh {
  const builder = createMeshBuilder();
  const hub = builder.vertex([0, 0, 0], [0, 1, 0], shade(color, 0.5));
  const rim = (
    [
      [0.01, 0.05],
      [0.07, 0.065],
      [0.075, 0.01],
      [0.05, -0.015],
      [0.055, -0.05],
      [0.015, -0.05],
    ] as const
  ).map(([x, z]) => builder.vertex([x, 0, z], [0, 1, 0], color));
  for (let i = 0; i + 1 < rim.length; i++) {
    builder.triangle(hub, rim[i]!, rim[i + 1]!);
    builder.triangle(hub, rim[i + 1]!, rim[i]!);
  }
  return builder.build();
}
