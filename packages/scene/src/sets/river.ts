import type { Material, Mesh } from '@openimagine/render';
import { buildCity, type City, type Plot } from './city.ts';
import { softHills } from './hills.ts';
import { ambience, darknessAt, fogOf, hasActor, hasDetail, lensFor, outdoorCues, plantPalette, SNOW } from './mood.ts';
import { BLADES, groundCover, leafTreeMesh, leavesOf, NEEDLES, pineMesh, STONE, TURF } from './plants.ts';
import { IDENTITY, placed, type SetInstance, type SpriteSpot, scatter, sprites, standing } from './scatter.ts';
import type { SetContext, SetModel, SetMoment } from './set.ts';
import { addBox, addTube, createMeshBuilder, mix, shade, smoothstep } from './shape.ts';
import { discGround, fractal, type HeightAt, noise } from './terrain.ts';
import { boulderMesh, tuftMesh } from './undergrowth.ts';
import { mirrorOf, waterSurface } from './water.ts';

const HALF_WIDTH = 21;
const QUAY: Material = { pattern: 'bricks', patternScale: 1, specular: 0.08 };
const LAMP: Material = { emissive: 5 };

/**
 * A river that comes towards the camera between two banks; y = 0 is its surface, so that bridges span it and boats swim.
 * In a city the banks are quays with lamps and houses; elsewhere grass, trees and stones. Those who walk get a near bank.
 */
export const river: SetModel = {
  build(context) {
    const { scene, aspect, durationSeconds } = context;
    const isCity =
      hasDetail(scene, 'city', 'town', 'urban', 'skyline') ||
      hasActor(scene, 'bridge', 'fireworks', 'tower') ||
      scene.events.some((e) => e.kind === 'fireworks');
    const isCrossed = scene.actors.length === 0 || hasActor(scene, 'bridge', 'boat', 'fireworks', 'fish');
    const heightAt = bankOf(isCity, isCrossed);
    const palette = plantPalette(scene);
    const city = isCity ? cityOf(context) : undefined;
    const lampSpots = isCity ? lampsAlong() : [];
    const lamps = lampMesh(lampSpots);
    const still = [
      groundOf(context, heightAt, isCity),
      softHills({
        z: -330,
        halfWidth: 460,
        halfDepth: 70,
        foot: -1,
        height: isCity ? 40 : 64,
        color: mix(palette.needles[0]!, [104, 120, 130], 0.4),
        seed: 8,
        snow: palette.snow,
      }),
      ...treesOf(context, heightAt, isCity),
      ...(isCity ? [quays()] : banksOf(context, heightAt)),
    ];
    const water = waterSurface(scene, {
      center: [0, 6],
      radius: 330,
      depthAt: (x, z) => -heightAt(x, z),
      isStill: true,
    });
    return {
      groundAt: (x, z) => (isCrossed ? Math.max(0, heightAt(x, z)) : heightAt(x, z)),
      isDry: (x, z) => heightAt(x, z) > 0.05,
      focus: { position: [0, isCrossed ? 0 : heightAt(0, 0), 0], halfWidth: 5, halfDepth: 2.4 },
      camera: isCrossed
        ? { position: [-3, 3.6, 30], target: [0, 4.6, -4], verticalFovDegrees: lensFor(aspect, 46) }
        : { position: [0.7, 1.8, 9.4], target: [0, 1.3, 0], verticalFovDegrees: lensFor(aspect, 42) },
      momentAt: (seconds) => {
        const darkness = darknessAt(scene, seconds, durationSeconds);
        return {
          instances: [
            ...still,
            { ...water, matrix: placed(0, 0, 0) },
            ...cityInstances(city, darkness),
            ...(isCity
              ? [
                  {
                    mesh: lamps,
                    material: LAMP,
                    matrix: IDENTITY,
                    castsShadow: false,
                    emissive: smoothstep(0.25, 0.5, darkness),
                  },
                ]
              : []),
          ],
          lights: darkness > 0.3 ? nearLamps(lampSpots, darkness) : [],
          sprites: darkness > 0.3 ? lampGlow(lampSpots, darkness) : [],
          mirror: mirrorOf(scene, 0, seconds, true),
          fog: fogOf(scene, 0.0022, { heightFalloff: 0.03 }),
        };
      },
      cues: [
        ambience(context, 'river', 0.35),
        ...(isCity ? [ambience(context, 'city', 0.25)] : outdoorCues(context, 0.35)),
      ],
    };
  },
};

function bankOf(isCity: boolean, isCrossed: boolean): HeightAt {
  return (x, z) => {
    const bend = isCity ? 0 : Math.sin(z * 0.025) * 5 * smoothstep(0, 60, -z);
    const wobble = isCity ? 0 : (fractal(x * 0.1, z * 0.1, 3, 4) - 0.5) * 7;
    const side = Math.abs(x - bend) - HALF_WIDTH + wobble;
    // Those who walk need land: the river then runs behind a bank that lies across the whole front.
    const front = isCrossed ? Number.NEGATIVE_INFINITY : z + 3.4 + wobble * 0.4;
    const inland = Math.max(side, front);
    if (isCity) return -2.5 + 4.1 * smoothstep(-0.3, 0.1, inland);
    const bumps =
      (fractal(x * 0.25, z * 0.25, 3, 6) - 0.5) *
      0.5 *
      smoothstep(0.5, 4, inland) *
      smoothstep(1.5, 5, Math.hypot(x, z));
    return Math.max(-2.5, inland > 0 ? 0.62 * smoothstep(0, 2.2, inland) + inland * 0.018 + bumps : inland * 0.4);
  };
}

function groundOf(context: SetContext, heightAt: HeightAt, isCity: boolean): SetInstance {
  const palette = plantPalette(context.scene);
  const mesh = discGround({
    heightAt,
    radius: 280,
    rings: 60,
    sectors: 100,
    innerStep: 0.5,
    colorAt: (x, y, z) => {
      const patch = fractal(x * 0.2, z * 0.2, 3, 20);
      const turf = mix(palette.grass, palette.dryGrass, patch);
      const pebble = mix([122, 114, 100], [160, 150, 132], patch);
      const wild = mix(shade(pebble, y < 0.08 ? 0.6 : 1), turf, smoothstep(0.2, 0.55, y + (patch - 0.5) * 0.3));
      const paved = mix([128, 124, 120], [150, 144, 138], patch);
      return mix(isCity ? paved : wild, SNOW, palette.snow * smoothstep(0.1, 0.4, y) * 0.9);
    },
  });
  return standing(mesh, isCity ? QUAY : groundCover(palette, TURF));
}

/** Straight walls along both sides with a coping and rings of dark water stain. */
function quays(): SetInstance {
  const builder = createMeshBuilder();
  for (const side of [-1, 1]) {
    const x = side * (HALF_WIDTH + 0.2);
    addBox(builder, {
      center: [x, 0.2, -75],
      size: [0.7, 3, 190],
      color: [118, 110, 102],
      topColor: [150, 144, 136],
      open: [0.45, 1],
    });
    addBox(builder, {
      center: [x, 1.78, -75],
      size: [0.95, 0.3, 190],
      color: [158, 150, 140],
      topColor: [172, 164, 154],
    });
    for (let z = 18; z > -165; z -= 3.2)
      addTube(builder, {
        from: [x, 1.9, z],
        to: [x, 2.85, z],
        fromRadius: 0.05,
        toRadius: 0.05,
        sides: 5,
        color: [50, 54, 60],
      });
    for (const y of [2.4, 2.85])
      addTube(builder, {
        from: [x, y, 20],
        to: [x, y, -170],
        fromRadius: 0.035,
        toRadius: 0.035,
        sides: 5,
        color: [56, 60, 66],
      });
  }
  return standing(builder.build(), QUAY);
}

function cityOf(context: SetContext): City {
  const random = context.random.fork('city');
  const plots: Plot[] = [];
  for (const side of [-1, 1])
    for (let z = 6; z > -150; ) {
      const depth = random.between(10, 18);
      plots.push({
        x: side * (HALF_WIDTH + random.between(17, 20)),
        z: z - depth / 2,
        width: 16,
        depth,
        height: random.between(10, 24),
        foot: 1.5,
      });
      z -= depth + random.between(0.3, 2.5);
    }
  for (let x = -130; x < 130; ) {
    const width = random.between(11, 20);
    const middle = Math.exp(-((x / 60) ** 2));
    plots.push({
      x: x + width / 2,
      z: random.between(-225, -175),
      width,
      depth: 14,
      height: 16 + middle * random.between(10, 62) + random.between(0, 16),
      foot: 0,
    });
    x += width + random.between(1, 5);
  }
  return buildCity({ random, plots, eye: [0, 3, 30], storey: 3.1, snow: plantPalette(context.scene).snow });
}

function cityInstances(city: City | undefined, darkness: number): SetInstance[] {
  return city ? city.instancesAt(darkness) : [];
}

type LampSpot = readonly [x: number, y: number, z: number];

function lampsAlong(): LampSpot[] {
  const spots: LampSpot[] = [];
  for (let z = 12; z > -160; z -= 13) for (const side of [-1, 1]) spots.push([side * (HALF_WIDTH + 1.6), 5.6, z]);
  return spots;
}

function lampMesh(spots: readonly LampSpot[]): Mesh {
  const builder = createMeshBuilder();
  for (const [x, y, z] of spots) {
    addTube(builder, {
      from: [x, 1.6, z],
      to: [x, y, z],
      fromRadius: 0.09,
      toRadius: 0.06,
      sides: 5,
      color: [8, 8, 9],
    });
    addBox(builder, { center: [x, y + 0.25, z], size: [0.42, 0.5, 0.42], color: [255, 196, 118] });
  }
  return builder.build();
}

function nearLamps(spots: readonly LampSpot[], darkness: number) {
  return spots.slice(0, 8).map((position) => ({
    position,
    color: [2.4 * darkness, 1.5 * darkness, 0.75 * darkness] as const,
    radius: 13,
  }));
}

function lampGlow(spots: readonly LampSpot[], darkness: number): SetMoment['sprites'] {
  return [
    sprites(
      'soft',
      'add',
      spots.map(
        ([x, y, z]): SpriteSpot => ({
          position: [x, y + 0.25, z],
          radius: 1.5,
          color: [0.5 * darkness, 0.3 * darkness, 0.13 * darkness, 1],
        }),
      ),
    ),
  ];
}

function treesOf(context: SetContext, heightAt: HeightAt, isCity: boolean): SetInstance[] {
  const random = context.random.fork('trees');
  const palette = plantPalette(context.scene);
  const pines = hasDetail(context.scene, 'pine', 'mountain') ? 0.9 : 0.35;
  const variants = (detail: 'near' | 'middle' | 'far') =>
    Array.from({ length: 4 }, (_, i) =>
      !isCity && i / 4 < pines
        ? { mesh: pineMesh({ random, palette, detail }), material: NEEDLES }
        : { mesh: leafTreeMesh({ random, palette, detail }), material: leavesOf(context.scene) },
    );
  const sets = { near: variants('near'), middle: variants('middle'), far: variants('far') };
  const dry = (x: number, z: number): number => {
    if (heightAt(x, z) < 0.35) return 0;
    if (isCity) return Math.abs(Math.abs(x) - HALF_WIDTH - 4.2) < 1 ? 1 : 0;
    return z > -6 && Math.abs(x) < 8 + Math.max(0, z) * 0.5 ? 0 : 1;
  };
  const spots = isCity
    ? scatter({ random, count: 34, from: [-HALF_WIDTH - 6, -150], to: [HALF_WIDTH + 6, 8], distance: 6, chance: dry })
    : [
        ...scatter({ random, count: 40, from: [-46, -40], to: [46, 8], distance: 3.4, chance: dry }),
        ...scatter({ random, count: 150, from: [-110, -190], to: [110, -40], distance: 4, chance: dry }),
      ];
  return spots.map(({ x, z }) => {
    const range = Math.hypot(x, z - 20);
    const { mesh, material } = random.pick(range < 32 ? sets.near : range < 64 ? sets.middle : sets.far);
    const tone = random.between(0.82, 1.1);
    const scale = random.between(0.7, 1.15) * (isCity ? 0.75 : 1);
    return standing(mesh, material, placed(x, heightAt(x, z) - 0.1, z, { scale, turn: random.between(0, 6.28) }), {
      tint: [tone, tone, tone],
      castsShadow: range < 60,
    });
  });
}

function banksOf(context: SetContext, heightAt: HeightAt): SetInstance[] {
  const random = context.random.fork('banks');
  const palette = plantPalette(context.scene);
  const stones = Array.from({ length: 3 }, () => boulderMesh(random, [126, 120, 112], palette.snow));
  const reeds = Array.from({ length: 3 }, () =>
    tuftMesh({
      random,
      blades: 30,
      spread: 0.5,
      height: 0.8,
      width: 0.018,
      color: palette.grass,
      tip: palette.dryGrass,
      isCurved: true,
      snow: palette.snow,
    }),
  );
  const edge = (x: number, z: number): number => {
    const y = heightAt(x, z);
    if (y < -0.3 || y > 0.75 || Math.hypot(x, z) < 3) return 0;
    return 0.4 + 0.6 * noise(x * 0.2, z * 0.2, 5);
  };
  return scatter({ random, count: 170, from: [-34, -50], to: [34, 16], distance: 0.9, chance: edge }).map(
    ({ x, z }) => {
      const isStone = random.next() < 0.45;
      const largest = Math.abs(x) < 6 && z > -6 ? 0.45 : 1.7;
      const scale = isStone ? random.between(0.25, largest) : random.between(0.7, 1.3);
      const matrix = placed(x, heightAt(x, z) - 0.05, z, { scale, turn: random.between(0, 6.28) });
      return isStone
        ? standing(random.pick(stones), STONE, matrix)
        : standing(random.pick(reeds), BLADES, matrix, { castsShadow: false });
    },
  );
}
