import type { Material } from '@openimagine/render';
import { blossomMesh, leafyMesh } from './garden-plants.ts';
import { softHills } from './hills.ts';
import { fogOf, lensFor, outdoorCues, plantPalette, SNOW } from './mood.ts';
import { BLADES, bushMesh, groundCover, leafTreeMesh, leavesOf, TURF } from './plants.ts';
import { placed, type SetInstance, scatter, standing } from './scatter.ts';
import type { BuiltSet, SetContext } from './set.ts';
import { addBlob, type Color, createMeshBuilder, mix, shade, smoothstep } from './shape.ts';
import { discGround, fractal, type HeightAt, noise } from './terrain.ts';

const PAVING: Material = { pattern: 'rock', patternScale: 2, specular: 0.06 };
const FLOWER_COLORS: readonly Color[] = [
  [222, 84, 106],
  [246, 200, 84],
  [162, 112, 204],
  [242, 238, 236],
  [236, 132, 92],
  [112, 132, 214],
];

/** A lawn with a path of flat stones between flower beds, clipped hedges and fruit trees behind. */
export function buildOpenGarden(context: SetContext): BuiltSet {
  const { scene, aspect } = context;
  const palette = plantPalette(scene);
  const heightAt: HeightAt = (x, z) =>
    0.16 * bedAt(x, z) + (fractal(x * 0.05, z * 0.05, 2, 3) - 0.5) * 2 * smoothstep(14, 60, Math.hypot(x, z));
  const still = [
    lawn(context, heightAt),
    stones(context, heightAt),
    ...hedges(context, heightAt),
    ...treesOf(context, heightAt),
    softHills({
      z: -240,
      halfWidth: 360,
      halfDepth: 60,
      foot: -2,
      height: 34,
      color: mix(palette.needles[0]!, palette.grass, 0.5),
      seed: 4,
      snow: palette.snow,
    }),
  ];
  const beds = createBeds(context, heightAt);
  return {
    groundAt: heightAt,
    focus: { position: [0, heightAt(0, 0), 0], halfWidth: 2.6, halfDepth: 2.4 },
    camera: { position: [0.6, 1.7, 8.6], target: [0, 1.1, 0], verticalFovDegrees: lensFor(aspect, 42) },
    momentAt: (seconds) => ({
      instances: [...still, ...beds(seconds)],
      lights: [],
      sprites: [],
      fog: fogOf(scene, 0.003, { heightFalloff: 0.02 }),
    }),
    cues: outdoorCues(context, 0.5),
  };
}

/** How much a spot belongs to a bed: winding bands left and right of the path, and one across the back. */
function bedAt(x: number, z: number): number {
  const side = Math.abs(x) - (3.6 + 0.5 * Math.sin(z * 0.5) + Math.max(0, z - 3) * 0.3);
  const band = smoothstep(0, 0.4, side) * (1 - smoothstep(2.1, 2.6, side));
  const back = smoothstep(-6.4, -6.8, z) * (1 - smoothstep(-8.8, -9.3, z)) * smoothstep(1.4, 1.9, Math.abs(x));
  return Math.max(band * smoothstep(-10, -9, z), back * (1 - smoothstep(7, 8, Math.abs(x))));
}

function lawn(context: SetContext, heightAt: HeightAt): SetInstance {
  const palette = plantPalette(context.scene);
  const mesh = discGround({
    heightAt,
    center: [0, 4.5],
    radius: 200,
    rings: 58,
    sectors: 96,
    colorAt: (x, _y, z) => {
      const patch = fractal(x * 0.4, z * 0.4, 3, 12);
      const mown = 0.05 * Math.sign(Math.sin(x * 1.4));
      const grass = shade(mix(palette.grass, palette.dryGrass, patch * 0.5), 0.95 + mown + 0.15 * patch);
      const soil: Color = shade([92, 68, 50], 0.8 + 0.4 * patch);
      return mix(mix(grass, soil, bedAt(x, z)), SNOW, palette.snow * 0.92);
    },
  });
  return standing(mesh, groundCover(palette, TURF));
}

/** Flat stepping stones along z. */
function stones(context: SetContext, heightAt: HeightAt): SetInstance {
  const random = context.random.fork('stones');
  const { snow } = plantPalette(context.scene);
  const builder = createMeshBuilder();
  for (let z = 7; z > -24; z -= 0.78)
    for (const side of [-0.42, 0.42]) {
      const x = side + random.between(-0.08, 0.08) + 0.5 * Math.sin(z * 0.2);
      const seed = Math.floor(random.between(0, 999));
      const tone = mix(shade([158, 150, 138], random.between(0.82, 1.1)), SNOW, snow * 0.6);
      addBlob(builder, {
        center: [x, heightAt(x, z) + 0.005, z + random.between(-0.06, 0.06)],
        radius: [0.4, 0.04, 0.36],
        detail: 1,
        bulge: (d) => 0.8 + 0.3 * noise(d[0] * 2 + 5, d[2] * 2 + 5, seed),
        color: () => tone,
      });
    }
  return standing(builder.build(), PAVING);
}

function createBeds(context: SetContext, heightAt: HeightAt): (seconds: number) => SetInstance[] {
  const { scene } = context;
  const random = context.random.fork('beds');
  const palette = plantPalette(scene);
  const hasBloom = scene.season !== 'winter' && palette.snow < 0.5;
  const blossoms = FLOWER_COLORS.map((color) => blossomMesh(random, color, random.between(0.4, 0.62)));
  const leafy = Array.from({ length: 3 }, () => leafyMesh(random, mix(palette.grass, [70, 120, 60], 0.5), 0.55));
  const spots = scatter({
    random,
    count: 115,
    from: [-9, -10],
    to: [9, 6.5],
    distance: 0.42,
    chance: (x, z) => (bedAt(x, z) > 0.7 ? 1 : 0),
  }).map(({ x, z }) => {
    // Kinds grow in drifts, as gardeners plant them.
    const drift = Math.floor(noise(x * 0.5 + 4, z * 0.4, 6) * 2.4 * FLOWER_COLORS.length) % FLOWER_COLORS.length;
    const isFlower = hasBloom && random.next() < 0.72;
    const mesh = isFlower ? blossoms[drift]! : random.pick(leafy);
    return { x, z, y: heightAt(x, z) - 0.02, mesh, scale: random.between(0.8, 1.25), turn: random.between(0, 6.28) };
  });
  return (seconds) =>
    spots.map(({ x, y, z, mesh, scale, turn }) => {
      const gust = Math.sin(seconds * 1.9 - x * 0.6 + z * 0.3) * 0.6 + 0.4 * Math.sin(seconds * 3.3 + x);
      const lean = (0.02 + 0.24 * scene.wind) * gust;
      return { mesh, material: BLADES, matrix: placed(x, y, z, { scale, turn, lean: [lean, lean * 0.3] }) };
    });
}

/** A clipped hedge behind, and round bushes at the corners of the beds. */
function hedges(context: SetContext, heightAt: HeightAt): SetInstance[] {
  const random = context.random.fork('hedges');
  const palette = plantPalette(context.scene);
  const green = mix(palette.needles[1]!, palette.grass, 0.4);
  const bushes = Array.from({ length: 4 }, () => bushMesh(random, green, palette.snow));
  const row: SetInstance[] = [];
  for (let x = -20; x <= 20; x += 0.85) {
    if (Math.abs(x) < 1.5) continue;
    const z = -11 + random.between(-0.12, 0.12);
    const matrix = placed(x, heightAt(x, z) - 0.05, z, {
      scale: random.between(1.25, 1.5),
      stretch: 1.25,
      turn: random.between(0, 6.28),
    });
    row.push(standing(random.pick(bushes), leavesOf(context.scene), matrix));
  }
  for (const [x, z] of [
    [-3.6, -7.2],
    [3.6, -7.2],
    [-6.6, -1],
    [6.8, 0.6],
  ] as const)
    row.push(
      standing(random.pick(bushes), leavesOf(context.scene), placed(x, heightAt(x, z), z, { scale: 1.15, turn: x })),
    );
  return row;
}

function treesOf(context: SetContext, heightAt: HeightAt): SetInstance[] {
  const random = context.random.fork('trees');
  const palette = plantPalette(context.scene);
  const near = Array.from({ length: 3 }, () => leafTreeMesh({ random, palette, detail: 'near' }));
  const far = Array.from({ length: 4 }, () => leafTreeMesh({ random, palette, detail: 'far' }));
  const framed = [
    [-8.8, -4.5],
    [9.4, -6],
    [-6.5, -14.5],
    [5.6, -15.5],
    [13, -14],
    [-14, -13],
  ] as const;
  const back = scatter({ random, count: 90, from: [-90, -110], to: [90, -24], distance: 4.5 });
  return [
    ...framed.map(([x, z]) =>
      standing(
        random.pick(near),
        leavesOf(context.scene),
        placed(x, heightAt(x, z), z, { scale: random.between(0.6, 0.8), turn: x }),
      ),
    ),
    ...back.map(({ x, z }) =>
      standing(
        random.pick(far),
        leavesOf(context.scene),
        placed(x, heightAt(x, z) - 0.2, z, { scale: random.between(0.8, 1.3), turn: random.between(0, 6) }),
        {
          castsShadow: z > -45,
        },
      ),
    ),
  ];
}
