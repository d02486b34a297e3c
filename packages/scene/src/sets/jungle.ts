import type { Rgb } from '@openimagine/render';
import { buildCanopy } from './forest-canopy.ts';
import { jungleOf } from './forest-jungle.ts';
import { leafyMesh, palmMesh } from './garden-plants.ts';
import { bananaMesh, heliconiaMesh, kapokMesh } from './jungle-flora.ts';
import { blend, darknessAt, fogOf, hasActor, isAerial, lensFor, outdoorCues, plantPalette } from './mood.ts';
import { type Plant, planted } from './planting.ts';
import { BLADES, leafTreeMesh, leavesOf, STONE, TURF } from './plants.ts';
import { type SetInstance, type SpriteSpot, sprites, standing } from './scatter.ts';
import type { BuiltSet, SetContext, SetModel, SetMoment } from './set.ts';
import { type Color, mix, shade, smoothstep } from './shape.ts';
import { discGround, fractal, type HeightAt, noise } from './terrain.ts';
import { boulderMesh, fernMesh } from './undergrowth.ts';

const GREENS: readonly Color[] = [
  [52, 112, 48],
  [78, 138, 54],
  [42, 92, 56],
  [108, 158, 62],
];

/** The inside of a rainforest: giants with fins and lianas, leaves as large as men, wet light that falls in beams. */
export const jungle: SetModel = {
  build(context) {
    return isAerial(context.scene) ? buildCanopy(context) : buildJungle(context);
  },
};

function buildJungle(context: SetContext): BuiltSet {
  const { scene, aspect, durationSeconds } = context;
  const heightAt: HeightAt = (x, z) => {
    const clear = smoothstep(2.6, 12, Math.hypot(x * 0.9, z * 0.6));
    return (fractal(x * 0.06 + 2, z * 0.06, 3, 15) - 0.42) * 4.4 * clear + (noise(x * 0.8, z * 0.8, 8) - 0.5) * 0.14;
  };
  const still = [
    groundOf(heightAt),
    ...jungleOf(context, heightAt, chanceOf(6.4)),
    ...giantsOf(context, heightAt),
    ...underOf(context, heightAt),
    ...framingOf(context, heightAt),
  ];
  const isWarm = ['dawn', 'golden', 'sunset'].includes(scene.time);
  // A waterfall stands far off.
  const fog = fogOf(scene, hasActor(scene, 'waterfall') ? 0.007 : 0.015, { heightFalloff: 0.02 });
  return {
    groundAt: heightAt,
    focus: { position: [0, heightAt(0, 0), 0], halfWidth: 3, halfDepth: 2.4 },
    camera: { position: [0.5, 1.75, 9.2], target: [0, 1.55, 0], verticalFovDegrees: lensFor(aspect, 44) },
    momentAt: (seconds) => {
      const dark = darknessAt(scene, seconds, durationSeconds);
      const air = blend(
        isWarm ? [0.56, 0.44, 0.22] : [0.4, 0.54, 0.36],
        [0.03, 0.055, 0.075],
        Math.max(0, dark - 0.2) / 0.8,
      );
      return {
        instances: still,
        lights: [],
        sprites: [...mistOf(context, air, seconds), ...beamsOf(context, air, dark, seconds)],
        fog: { ...fog, color: air },
      };
    },
    cues: outdoorCues(context, 0.65),
  };
}

/** The path winds from the stage into the depth. */
function pathX(z: number): number {
  return Math.sin(z * 0.13 + 0.4) * 2.2 * smoothstep(0, 12, Math.abs(z));
}

function chanceOf(clear: number): (x: number, z: number) => number {
  return (x, z) => {
    if (Math.abs(x - pathX(z)) < 1.7 && z > -24) return 0;
    if (Math.hypot(x, z * 1.15) < clear || (z > 0 && Math.abs(x) < 2.6 + z * 0.5)) return 0;
    return 1;
  };
}

function groundOf(heightAt: HeightAt): SetInstance {
  const mesh = discGround({
    heightAt,
    center: [0, 5],
    radius: 110,
    rings: 54,
    sectors: 84,
    colorAt: (x, _y, z) => {
      const patch = fractal(x * 0.4, z * 0.4, 3, 21);
      const litter: Color = mix([88, 66, 42], [122, 92, 56], patch);
      const moss = mix([62, 94, 40], [98, 128, 54], fractal(x * 0.8, z * 0.8, 2, 5));
      const path = 1 - smoothstep(0.6, 1.8, Math.abs(x - pathX(z)) + (patch - 0.5) * 1.2);
      const grown = mix(litter, moss, smoothstep(0.36, 0.58, fractal(x * 0.22, z * 0.22, 3, 31)) * (1 - path * 0.7));
      return shade(grown, 0.8 + 0.3 * noise(x * 1.9, z * 1.9, 7));
    },
    openAt: (x, z) => 0.72 + 0.28 * noise(x * 0.4, z * 0.4, 61),
  });
  return standing(mesh, TURF);
}

function giantsOf(context: SetContext, heightAt: HeightAt): SetInstance[] {
  const random = context.random.fork('giants');
  const { scene } = context;
  const material = leavesOf(scene);
  const hasFall = hasActor(scene, 'waterfall');
  const giants: Plant[] = Array.from({ length: 3 }, (_, i) => ({ mesh: kapokMesh(random, GREENS[i]!), material }));
  const far: Plant[] = Array.from({ length: 3 }, (_, i) => ({ mesh: kapokMesh(random, GREENS[i]!, true), material }));
  const palette = { ...plantPalette(scene), leaves: GREENS, snow: 0 };
  const crowns: Plant[] = Array.from({ length: 4 }, () => ({
    mesh: leafTreeMesh({ random, palette, detail: 'far' }),
    material,
  }));
  const chance = chanceOf(7);
  // A waterfall stands in the middle, with a cliff of its own.
  const open = (x: number, z: number): number => (hasFall && Math.abs(x) < 9 && z > -14 ? 0 : chance(x, z));
  const common = { random, heightAt, chance: open };
  return [
    ...planted({
      ...common,
      plants: giants,
      count: 9,
      from: [-15, -22],
      to: [15, -2],
      distance: 4.4,
      scale: [0.8, 1.15],
      sink: 0.2,
    }),
    ...planted({
      ...common,
      plants: far,
      count: 46,
      from: [-60, -70],
      to: [60, -20],
      distance: 4.6,
      scale: [0.8, 1.2],
      sink: 0.4,
      castsShadow: false,
    }),
    ...planted({
      ...common,
      plants: crowns,
      count: 90,
      from: [-60, -64],
      to: [60, -16],
      distance: 3.2,
      scale: [0.6, 1.2],
      sink: 0.3,
      castsShadow: false,
    }),
    ...planted({ ...common, plants: far, count: 14, from: [-40, 11], to: [40, 40], distance: 6, castsShadow: false }),
  ];
}

function underOf(context: SetContext, heightAt: HeightAt): SetInstance[] {
  const random = context.random.fork('under');
  const of = (make: (color: Color) => Plant['mesh']): Plant[] =>
    GREENS.map((green) => ({ mesh: make(green), material: BLADES }));
  const bananas = of((green) => bananaMesh(random, mix(green, [120, 168, 60], 0.35)));
  const ferns = of((green) => fernMesh(random, green, 14, 1.25));
  const leafy = of((green) => leafyMesh(random, green, 1.1));
  const blooms: Plant[] = (
    [
      [222, 60, 42],
      [236, 110, 40],
    ] as const
  ).map((color) => ({ mesh: heliconiaMesh(random, color, GREENS[1]!), material: BLADES }));
  const stones: Plant[] = Array.from({ length: 3 }, () => ({
    mesh: boulderMesh(random, [92, 104, 74], 0, 2),
    material: STONE,
  }));
  const low = chanceOf(2.9);
  const hasFall = hasActor(context.scene, 'waterfall');
  const chance = (x: number, z: number): number => (hasFall && Math.abs(x) < 7.5 && z < 3 ? 0 : low(x, z));
  const common = { random, heightAt, chance };
  return [
    ...planted({
      ...common,
      plants: bananas,
      count: 22,
      from: [-13, -20],
      to: [13, 5],
      distance: 2,
      scale: [0.7, 1.25],
    }),
    ...planted({
      ...common,
      plants: ferns,
      count: 46,
      from: [-12, -18],
      to: [12, 7],
      distance: 1.1,
      castsShadow: false,
    }),
    ...planted({
      ...common,
      plants: leafy,
      count: 34,
      from: [-12, -18],
      to: [12, 7],
      distance: 1.2,
      castsShadow: false,
    }),
    ...planted({ ...common, plants: blooms, count: 13, from: [-9, -10], to: [9, 4], distance: 1.8, scale: [0.8, 1.2] }),
    ...planted({
      ...common,
      plants: stones,
      count: 12,
      from: [-9, -14],
      to: [9, 5],
      distance: 2,
      scale: [0.4, 1.4],
      sink: 0.15,
    }),
  ];
}

/** Dark leaves at both sides of the lens, which give the view its depth. */
function framingOf(context: SetContext, heightAt: HeightAt): SetInstance[] {
  const random = context.random.fork('frame');
  const leaves: Plant[] = [GREENS[0]!, GREENS[2]!].flatMap((green) => [
    { mesh: bananaMesh(random, shade(green, 0.75)), material: BLADES },
    { mesh: palmMesh(random, shade(green, 0.8), 1.4), material: BLADES },
  ]);
  const side = (x: number, z: number): number => (Math.abs(x) > 2.9 + (9.2 - z) * 0.42 ? 1 : 0);
  return planted({
    random,
    heightAt,
    plants: leaves,
    count: 14,
    from: [-8, 2.5],
    to: [8, 7.4],
    distance: 1.1,
    chance: side,
    scale: [0.9, 1.4],
    castsShadow: false,
  });
}

function mistOf(context: SetContext, air: Rgb, seconds: number): SetMoment['sprites'] {
  const { scene } = context;
  const random = context.random.fork('mist');
  const strength = 0.08 + 0.14 * scene.haze + (scene.weather === 'fog' ? 0.12 : 0);
  const spots = Array.from(
    { length: 26 },
    (): SpriteSpot => ({
      position: [
        random.between(-26, 26) + seconds * random.between(0.1, 0.3),
        random.between(0.5, 5),
        random.between(-44, -9),
      ],
      radius: random.between(4, 9),
      rotation: random.between(0, 6.28),
      color: [air[0] * 1.15, air[1] * 1.15, air[2] * 1.15, strength * random.between(0.4, 1)],
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

/** Beams between the crowns: each a row of soft glows from the leaves down to the ground. */
function beamsOf(context: SetContext, air: Rgb, dark: number, seconds: number): SetMoment['sprites'] {
  const { scene } = context;
  if (scene.weather !== 'clear' && scene.weather !== 'cloudy' && !scene.lightRays) return [];
  const random = context.random.fork('beams');
  const strength = (scene.lightRays ? 0.075 : 0.04) * (1 - 0.8 * dark);
  const spots: SpriteSpot[] = [];
  for (let beam = 0; beam < 7; beam++) {
    const [x, z] = [random.between(-9, 9), random.between(-20, -5)];
    const slant = random.between(2.2, 3.4);
    const wide = random.between(0.5, 1.1);
    const glow = strength * (0.75 + 0.25 * Math.sin(seconds * 0.6 + beam * 1.9));
    for (let i = 0; i < 14; i++) {
      const t = i / 13;
      spots.push({
        position: [x + slant * (t - 0.5) * 2, 11 * (1 - t), z],
        radius: wide * (1 + 0.5 * t),
        color: [
          (air[0] + 0.5) * glow * 1.6,
          (air[1] + 0.42) * glow * 1.6,
          (air[2] + 0.2) * glow * 1.4,
          Math.sin(Math.PI * (0.1 + 0.85 * t)),
        ],
      });
    }
  }
  return [sprites('soft', 'add', spots)];
}
