import type { Material, Mesh, Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import { softHills } from './hills.ts';
import { ambience, fogOf, lensFor, mistLight, plantPalette } from './mood.ts';
import { placed, type SetInstance, type SpriteSpot, sprites, standing } from './scatter.ts';
import type { BuiltSet, SetContext, SetMoment } from './set.ts';
import { addBlob, createMeshBuilder, mix, smoothstep } from './shape.ts';
import { discGround, fractal, noise } from './terrain.ts';

const LAND_Y = -150;
const CLOUD: Material = { wrap: 0.5, specular: 0 };
const LAND: Material = { pattern: 'grass', patternScale: 0.02, wrap: 0.2 };

/** Heaps of cloud below and beside, blue distance between them, fields far down. */
export function buildAboveClouds(context: SetContext): BuiltSet {
  const { scene, aspect } = context;
  const palette = plantPalette(scene);
  const land = landOf(context);
  const hills = softHills({
    z: -760,
    halfWidth: 1100,
    halfDepth: 120,
    foot: LAND_Y,
    height: 130,
    color: mix(palette.grass, [96, 120, 140], 0.5),
    seed: 5,
    snow: palette.snow,
  });
  const clouds = createClouds(context);
  return {
    groundAt: () => 0,
    focus: { position: [0, 0, 0], halfWidth: 7, halfDepth: 5 },
    camera: { position: [0, 2.6, 13], target: [0, 1.4, 0], verticalFovDegrees: lensFor(aspect, 44) },
    momentAt: (seconds) => ({
      instances: [land, hills, ...clouds(seconds)],
      lights: [],
      sprites: wispsAt(context, seconds),
      fog: fogOf(scene, 0.0017, { heightFalloff: 0.006, baseHeight: -60 }),
    }),
    cues: [ambience(context, 'wind', 0.35 + 0.3 * scene.wind)],
  };
}

/** A patchwork of fields with woods and a river. */
function landOf(context: SetContext): SetInstance {
  const palette = plantPalette(context.scene);
  const mesh = discGround({
    heightAt: (x, z) => LAND_Y + 18 * fractal(x * 0.004, z * 0.004, 3, 6),
    center: [0, -120],
    radius: 1000,
    rings: 60,
    sectors: 96,
    innerStep: 8,
    colorAt: (x, _y, z) => {
      const field = noise(Math.floor(x / 38 + 0.25 * Math.sin(z * 0.01)) * 3.7, Math.floor(z / 52) * 2.9, 4);
      const crop = mix(mix(palette.grass, palette.dryGrass, field), [196, 172, 104], smoothstep(0.7, 0.8, field) * 0.7);
      const wood = smoothstep(0.56, 0.62, fractal(x * 0.009, z * 0.009, 3, 14));
      const stream = 1 - smoothstep(4, 9, Math.abs(x - 60 * Math.sin(z * 0.008) + z * 0.15));
      return mix(mix(crop, palette.needles[0]!, wood), [92, 132, 154], stream);
    },
  });
  return standing(mesh, LAND, undefined, { castsShadow: false });
}

function createClouds(context: SetContext): (seconds: number) => SetInstance[] {
  const random = context.random.fork('clouds');
  const near = Array.from({ length: 3 }, () => cloudMesh(random, 9, 2));
  const far = Array.from({ length: 3 }, () => cloudMesh(random, 9, 1));
  const heaps = Array.from({ length: 46 }, (_, i) => {
    const isNear = i < 12;
    const z = isNear ? random.between(-62, -18) : random.between(-330, -62);
    const side = random.next() < 0.5 ? -1 : 1;
    const clear = isNear ? 19 - z * 0.26 : 0;
    return {
      mesh: random.pick(isNear ? near : far),
      x: side * (clear + random.between(0, 60 - z * 0.8)),
      y: isNear ? random.between(-19, -9) : random.between(-56, -24) + (random.next() < 0.1 ? 34 : 0),
      z,
      scale: isNear ? random.between(2.6, 5) : random.between(8, 19),
      stretch: random.between(0.55, 0.85),
      turn: random.between(0, 6.28),
      drift: random.between(0.3, 0.9) * (0.5 + context.scene.wind * 2),
    };
  });
  return (seconds) =>
    heaps.map(({ mesh, x, y, z, scale, stretch, turn, drift }) => ({
      mesh,
      material: CLOUD,
      matrix: placed(x + drift * seconds, y, z, { scale, stretch, turn }),
      castsShadow: false,
    }));
}

/** A heap of round towers on a flat base, about 5 units wide. */
function cloudMesh(random: Random, lumps: number, detail: 1 | 2): Mesh {
  const builder = createMeshBuilder();
  for (let i = 0; i < lumps; i++) {
    const t = i / lumps;
    const size = random.between(0.75, 1.25) * (1 - t * 0.45);
    const center: Vec3 = [
      random.between(-2.1, 2.1) * (1 - t * 0.6),
      t * 1.5,
      random.between(-1.3, 1.3) * (1 - t * 0.5),
    ];
    const seed = Math.floor(random.between(0, 999));
    addBlob(builder, {
      center,
      radius: [size * 1.15, size, size],
      detail,
      bulge: (d) =>
        0.72 +
        0.4 * noise(d[0] * 2.2 + d[1] + 6, d[2] * 2.2 + 6 - d[1], seed) +
        0.2 * noise(d[0] * 5 + d[1] * 3 + 6, d[2] * 5 + 6 - d[1] * 3, seed + 1),
      color: (d) => mix([150, 164, 190], [216, 213, 210], smoothstep(-0.7, 0.6, d[1] + t * 0.7)),
      open: (d) => Math.min(1, 0.6 + 0.34 * d[1] + 0.25 * t),
      heart: [0, 0.2, 0],
      heartShare: 0.25,
    });
  }
  return builder.build();
}

/** Veils that soften the heaps' edges and drift before them. */
function wispsAt(context: SetContext, seconds: number): SetMoment['sprites'] {
  const { scene, durationSeconds } = context;
  const light = mistLight(scene, seconds, durationSeconds);
  const random = context.random.fork('wisps');
  const spots = Array.from({ length: 80 }, (): SpriteSpot => {
    const z = random.between(-150, -10);
    const x = random.between(-1, 1) * (22 - z * 0.8) + seconds * (0.5 + scene.wind);
    return {
      position: [x, random.between(-20, -9) + z * 0.06, z],
      radius: random.between(5, 10) * (1 - z * 0.008),
      rotation: random.between(0, 6.28),
      color: [light[0] * 1.25, light[1] * 1.25, light[2] * 1.25, random.between(0.06, 0.16)],
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
