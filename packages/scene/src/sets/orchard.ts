import type { Mesh, Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import { addBranch, addFoliage } from './flora.ts';
import { softHills } from './hills.ts';
import { createHorizonClouds } from './horizon-clouds.ts';
import { darknessAt, fogOf, hasDetail, lensFor, outdoorCues, type PlantPalette, plantPalette, SNOW } from './mood.ts';
import { type Plant, planted } from './planting.ts';
import { BLADES, groundCover, leafTreeMesh, leavesOf, TURF } from './plants.ts';
import { placed, type SetInstance, type SpriteSpot, sprites, standing, wrap } from './scatter.ts';
import type { SetContext, SetModel, SetMoment } from './set.ts';
import { addBlob, type Color, createMeshBuilder, mix, shade, smoothstep } from './shape.ts';
import { discGround, fractal, type HeightAt, noise } from './terrain.ts';
import { tuftMesh } from './undergrowth.ts';
import { flowerPatchMesh } from './wildflowers.ts';

interface Look {
  readonly crown: readonly Color[];
  /** Petals that lie and fall, or undefined. */
  readonly petal?: Color;
  readonly fruit?: Color;
}

/** An avenue of fruit trees: in flower, with petals falling over grass that is pink with them; later green, then with fruit. */
export const orchard: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const palette = plantPalette(scene);
    const look = lookOf(context, palette);
    const heightAt: HeightAt = (x, z) =>
      (fractal(x * 0.03 + 4, z * 0.03, 3, 9) - 0.5) * 3.4 * smoothstep(4, 30, Math.hypot(x, z)) +
      (noise(x * 0.8, z * 0.8, 3) - 0.5) * 0.08;
    const still = [
      groundOf(palette, look, heightAt),
      ...treesOf(context, palette, look, heightAt),
      ...lowOf(context, palette, heightAt),
    ];
    const clouds = createHorizonClouds(context, { distance: 520, foot: 36, heaps: 8 });
    return {
      groundAt: heightAt,
      focus: { position: [0, heightAt(0, 0), 0], halfWidth: 2.3, halfDepth: 2.6 },
      camera: { position: [0.5, 1.7, 9.4], target: [0, 1.6, 0], verticalFovDegrees: lensFor(aspect, 44) },
      momentAt: (seconds) => ({
        instances: still,
        lights: [],
        sprites: [...clouds(seconds), ...petalsAt(context, look, seconds)],
        fog: fogOf(scene, 0.0036, { heightFalloff: 0.02 }),
      }),
      cues: outdoorCues(context, 0.5),
    };
  },
};

function lookOf({ scene }: SetContext, palette: PlantPalette): Look {
  const isSakura = hasDetail(scene, 'cherry', 'sakura', 'blossom', 'pink');
  if (palette.snow > 0.5) return { crown: palette.leaves };
  if (isSakura || scene.season === 'spring') {
    const isWhite = hasDetail(scene, 'apple', 'almond', 'pear', 'white');
    return isWhite
      ? {
          crown: [
            [250, 242, 244],
            [244, 226, 232],
            [252, 248, 244],
          ],
          petal: [252, 244, 246],
        }
      : {
          crown: [
            [246, 178, 204],
            [252, 206, 222],
            [238, 152, 188],
            [254, 226, 234],
          ],
          petal: [250, 190, 212],
        };
  }
  const isOrange = hasDetail(scene, 'orange', 'citrus', 'lemon', 'peach');
  const fruit: Color = isOrange ? [240, 146, 34] : [206, 44, 36];
  return { crown: palette.leaves, ...(scene.season === 'winter' ? {} : { fruit }) };
}

function groundOf(palette: PlantPalette, look: Look, heightAt: HeightAt): SetInstance {
  const mesh = discGround({
    heightAt,
    center: [0, 5],
    radius: 260,
    rings: 60,
    sectors: 96,
    colorAt: (x, _y, z) => {
      const patch = fractal(x * 0.3, z * 0.3, 3, 21);
      const grass = shade(mix(palette.grass, palette.dryGrass, patch * 0.6), 0.86 + 0.28 * patch);
      const path = 1 - smoothstep(0.5, 1.5, Math.abs(x - Math.sin(z * 0.09) * 0.7) + (patch - 0.5) * 0.7);
      const earth = mix(grass, mix(palette.soil, [186, 160, 124], 0.4), path * 0.75);
      // Petals lie thickest under the crowns on both sides.
      const fallen = look.petal
        ? smoothstep(0.36, 0.62, fractal(x * 0.7, z * 0.7, 3, 7) + 0.22 * Math.exp(-(((Math.abs(x) - 4) / 2.6) ** 2)))
        : 0;
      return mix(mix(earth, look.petal ?? earth, fallen * 0.72), SNOW, palette.snow * 0.93);
    },
    openAt: (x, z) => 0.86 + 0.14 * noise(x * 0.6, z * 0.6, 5),
  });
  return standing(mesh, groundCover(palette, TURF));
}

/** A fruit tree, 4 to 5 m tall: low fork, wide crown of many small lumps, boughs seen between them. */
export function fruitTreeMesh(random: Random, look: Look, isFar = false): Mesh {
  const builder = createMeshBuilder();
  const height = random.between(4.2, 5.4);
  const bark: Color = [84, 66, 58];
  const fork: Vec3 = [random.between(-0.15, 0.15), height * 0.3, random.between(-0.15, 0.15)];
  addBranch(builder, [[0, -0.3, 0], [fork[0] * 1.8, height * 0.15, 0.05], fork], [0.22, 0.16], isFar ? 4 : 8, bark);
  const arms = isFar ? 4 : 7;
  for (let i = 0; i < arms; i++) {
    const angle = i * (6.283 / arms) + random.between(-0.3, 0.3);
    const reach = height * random.between(0.3, 0.44);
    const tip: Vec3 = [Math.cos(angle) * reach, height * random.between(0.62, 0.95), Math.sin(angle) * reach];
    const knee: Vec3 = [tip[0] * 0.5, height * 0.5, tip[2] * 0.5];
    addBranch(builder, [fork, knee, tip], [0.11, 0.03], isFar ? 3 : 5, bark, [0.8, 0.7]);
    for (let k = 0; k < (isFar ? 1 : 3); k++) {
      const size = height * (isFar ? 0.24 : random.between(0.14, 0.2));
      const spread = isFar ? 0 : 0.6;
      addFoliage(builder, random, {
        center: [
          tip[0] * (1 - 0.22 * k) + random.between(-spread, spread),
          tip[1] + 0.24 * k + random.between(-0.2, 0.3),
          tip[2] * (1 - 0.22 * k) + random.between(-spread, spread),
        ],
        radius: [size, size * 0.74, size],
        color: shade(random.pick(look.crown), random.between(0.9, 1.08)),
        heart: [0, height * 0.4, 0],
        leaves: isFar ? 5 : 20,
        detail: isFar ? 0 : 1,
      });
    }
    if (look.fruit && !isFar)
      for (let k = 0; k < 5; k++) {
        const [fx, fz] = [random.between(-0.75, 0.75), random.between(-0.75, 0.75)];
        addBlob(builder, {
          center: [tip[0] * 1.05 + fx, tip[1] - random.between(0.1, 0.62), tip[2] * 1.05 + fz],
          radius: [0.075, 0.075, 0.075],
          detail: 0,
          bulge: () => 1,
          color: (d) => shade(look.fruit!, 0.9 + 0.2 * d[1]),
        });
      }
  }
  return builder.build();
}

function treesOf(context: SetContext, palette: PlantPalette, look: Look, heightAt: HeightAt): SetInstance[] {
  const { scene } = context;
  const random = context.random.fork('trees');
  const isBare = palette.snow > 0.3;
  const material = leavesOf(scene);
  const make = (isFar: boolean): Plant => ({
    mesh: isBare
      ? leafTreeMesh({ random, palette, detail: isFar ? 'far' : 'middle' })
      : fruitTreeMesh(random, look, isFar),
    material,
  });
  const [near, far] = [Array.from({ length: 4 }, () => make(false)), Array.from({ length: 4 }, () => make(true))];
  const instances: SetInstance[] = [];
  for (let row = 0; row < 20; row++)
    for (const lane of [-4, -3, -2, -1, 1, 2, 3, 4]) {
      const z = 5.4 - row * 5.2 + random.between(-0.5, 0.5);
      const x = Math.sign(lane) * (4.4 + (Math.abs(lane) - 1) * 5.4) + random.between(-0.5, 0.5);
      if (z > 2 && Math.abs(x) < 6) continue;
      const isNear = Math.hypot(x, z - 9) < 19;
      const { mesh } = random.pick(isNear ? near : far);
      const tone = random.between(0.9, 1.08);
      const matrix = placed(x, heightAt(x, z) - 0.05, z, {
        scale: random.between(0.88, 1.15) * (isBare ? 0.62 : 1),
        turn: random.between(0, 6.28),
      });
      instances.push(standing(mesh, material, matrix, { tint: [tone, tone, tone], castsShadow: isNear }));
    }
  return [
    ...instances,
    ...planted({
      random,
      heightAt,
      plants: far,
      count: 40,
      from: [-70, 16],
      to: [70, 70],
      distance: 5.5,
      castsShadow: false,
    }),
    softHills({
      z: -240,
      halfWidth: 380,
      halfDepth: 70,
      foot: -3,
      height: 38,
      color: mix(palette.needles[0]!, palette.grass, 0.5),
      seed: 4,
      snow: palette.snow,
    }),
    softHills({
      z: -400,
      halfWidth: 620,
      halfDepth: 90,
      foot: -3,
      height: 84,
      color: mix(palette.needles[0]!, [110, 130, 160], 0.6),
      seed: 14,
      snow: palette.snow,
    }),
  ];
}

function lowOf(context: SetContext, palette: PlantPalette, heightAt: HeightAt): SetInstance[] {
  const random = context.random.fork('low');
  const tufts: Plant[] = Array.from({ length: 3 }, () => ({
    mesh: tuftMesh({
      random,
      blades: 56,
      spread: 0.6,
      height: 0.24,
      width: 0.013,
      color: palette.grass,
      tip: palette.dryGrass,
      snow: palette.snow,
    }),
    material: BLADES,
  }));
  const flowers: Plant[] = (
    [
      [248, 214, 70],
      [250, 246, 242],
    ] as const
  ).map((color) => ({
    mesh: flowerPatchMesh({ random, bloom: 'star', color, stem: palette.grass, count: 12, spread: 0.5, height: 0.24 }),
    material: BLADES,
  }));
  const free = (x: number, z: number): number => (Math.abs(x) < 1.4 || Math.hypot(x, z) < 2 ? 0 : 1);
  const common = { random, heightAt, chance: free, castsShadow: false };
  return [
    ...planted({
      ...common,
      plants: tufts,
      count: palette.snow > 0.5 ? 30 : 120,
      from: [-10, -16],
      to: [10, 7.6],
      distance: 0.8,
    }),
    ...(palette.snow > 0.3
      ? []
      : planted({ ...common, plants: flowers, count: 50, from: [-9, -14], to: [9, 7], distance: 0.9 })),
  ];
}

/** Petals that sail down through the avenue. */
function petalsAt(context: SetContext, look: Look, seconds: number): SetMoment['sprites'] {
  const { petal } = look;
  if (!petal) return [];
  const { scene, durationSeconds } = context;
  const random = context.random.fork('petals');
  const light = 1.25 * (1 - 0.8 * darknessAt(scene, seconds, durationSeconds));
  const channel = (value: number): number => (value / 255) ** 2.2 * light;
  const spots = Array.from({ length: 120 }, (): SpriteSpot => {
    const phase = random.between(0, 6.28);
    const y = wrap(random.between(0, 6) - seconds * random.between(0.35, 0.7), 6);
    const swing = Math.sin(seconds * random.between(1, 2) + phase);
    const x = wrap(random.between(0, 22) + seconds * (0.25 + scene.wind * 1.4) + swing * 0.5, 22) - 11;
    return {
      position: [x, y, random.between(-16, 6)],
      radius: random.between(0.02, 0.04) * (0.55 + 0.45 * Math.abs(Math.cos(seconds * 2.6 + phase))),
      rotation: seconds * 1.7 + phase,
      color: [channel(petal[0]), channel(petal[1]), channel(petal[2]), 0.95 * smoothstep(0, 0.3, y)],
    };
  });
  return [sprites('soft', 'alpha', spots)];
}
