import type { Material, Mesh, MirrorPlane, Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import type { Scene } from '../scene.ts';
import { IDENTITY, placed, type SetInstance, standing, wrap } from './scatter.ts';
import { type Color, createMeshBuilder, mix, smoothstep } from './shape.ts';
import { discGround, noise } from './terrain.ts';

export const WATER: Material = { pattern: 'water', patternScale: 0.5, mirror: 0.75, specular: 0.7, gloss: 90 };
export const STILL_WATER: Material = { pattern: 'water', patternScale: 0.35, mirror: 0.9, specular: 0.6, gloss: 140 };
const SWELL: Material = { pattern: 'water', patternScale: 0.7, mirror: 0.45, specular: 0.6, gloss: 60, wrap: 0.3 };
const FOAM: Material = { pattern: 'grain', patternScale: 2, wrap: 0.5, specular: 0.15, gloss: 20 };

/** Colours of deep and shallow water, by weather and place. */
export function waterColors(scene: Scene): { deep: Color; shallow: Color } {
  if (scene.weather === 'storm') return { deep: [30, 44, 52], shallow: [70, 88, 90] };
  if (scene.weather === 'rain' || scene.weather === 'fog') return { deep: [40, 62, 74], shallow: [92, 120, 122] };
  return { deep: [16, 58, 84], shallow: [64, 150, 150] };
}

/** Water to the horizon. `depthAt` in metres colours it: shallow water is green. */
export function waterSurface(
  scene: Scene,
  options: {
    center: readonly [number, number];
    radius: number;
    depthAt: (x: number, z: number) => number;
    isStill?: boolean;
  },
): SetInstance {
  const { deep, shallow } = waterColors(scene);
  const mesh = discGround({
    heightAt: () => 0,
    center: options.center,
    radius: options.radius,
    rings: 34,
    sectors: 64,
    innerStep: 1,
    colorAt: (x, _y, z) => {
      const depth = options.depthAt(x, z);
      const drift = noise(x * 0.03, z * 0.05, 91);
      return mix(mix(shallow, deep, smoothstep(0.1, 3.4, depth)), shallow, drift * 0.14);
    },
  });
  return { mesh, material: options.isStill ? STILL_WATER : WATER, matrix: IDENTITY, castsShadow: false };
}

/** The plane in which water at `height` reflects. */
export function mirrorOf(scene: Scene, height: number, seconds: number, isStill: boolean): MirrorPlane {
  const gusts = scene.wind * 0.35 + (scene.weather === 'rain' || scene.weather === 'storm' ? 0.25 : 0);
  return {
    height,
    roughness: isStill ? 0.06 + gusts * 0.3 : 0.3 + gusts * 0.5,
    ripple: isStill ? 0.1 + gusts * 0.5 : 0.35 + gusts,
    seconds,
    tint: [0.86, 0.93, 0.96],
  };
}

export interface SwellOptions {
  readonly random: Random;
  readonly scene: Scene;
  /** Sea level, and the two depths (world z) between which waves travel towards the second. */
  readonly level: number;
  readonly fromZ: number;
  readonly toZ: number;
  readonly halfWidth: number;
}

/** Rows of waves that roll towards the shore, rise, whiten and sink. A pure function of time. */
export function createSwell(options: SwellOptions): (seconds: number) => SetInstance[] {
  const { random, scene, fromZ, toZ } = options;
  const isStorm = scene.weather === 'storm';
  const rough = isStorm ? 1.35 : 0.12 + 0.45 * scene.wind;
  const meshes = Array.from({ length: 3 }, () => waveMesh(random, scene, options.halfWidth, isStorm ? 0.6 : 0.3));
  const rows = Array.from({ length: isStorm ? 22 : 16 }, (_, i) => ({
    mesh: random.pick(meshes),
    phase: i + random.between(-0.3, 0.3),
    side: random.between(-14, 14),
    size: random.between(0.7, 1.25),
    turn: random.between(-0.07, 0.07),
  }));
  const reach = toZ - fromZ;
  return (seconds) =>
    rows.map((row) => {
      const t = wrap(row.phase / rows.length + (seconds * (isStorm ? 5 : 2.2)) / Math.abs(reach), 1);
      // Far rows are packed more densely on the screen, so they are spread by the square of the way.
      const z = toZ - reach * (1 - t) ** 1.6;
      const rise = smoothstep(0, 0.12, t) * (1 - smoothstep(0.93, 1, t));
      const height = rough * row.size * rise * (0.6 + 0.7 * t);
      const matrix = placed(row.side, options.level - 0.03, z, { turn: row.turn + (reach < 0 ? Math.PI : 0) });
      matrix[5] = Math.max(0.01, height);
      // Far waves fill a wider view.
      const wide = 1 + Math.abs(z - toZ) * 0.02;
      matrix[0] = (matrix[0] ?? 1) * wide;
      matrix[2] = (matrix[2] ?? 0) * wide;
      return { mesh: row.mesh, material: SWELL, matrix, castsShadow: false };
    });
}

/** One wave 1 m high along x: steep, pale front towards +z, long back; its height varies along the crest. */
function waveMesh(random: Random, scene: Scene, halfWidth: number, foam: number): Mesh {
  const builder = createMeshBuilder();
  const seed = Math.floor(random.between(0, 999));
  const { deep, shallow } = waterColors(scene);
  const profile: readonly (readonly [z: number, y: number, whiteness: number])[] = [
    [-3.4, 0, 0],
    [-2, 0.22, 0],
    [-0.9, 0.66, 0.15],
    [-0.25, 0.97, 0.9],
    [0.12, 0.9, 1],
    [0.45, 0.42, 0.35],
    [0.9, 0.1, 0.25],
    [1.6, 0, 0],
  ];
  const columns = 76;
  for (let c = 0; c <= columns; c++) {
    const x = -halfWidth + (2 * halfWidth * c) / columns;
    const end = smoothstep(0, 0.3, c / columns) * smoothstep(0, 0.3, 1 - c / columns);
    const tall =
      end *
      (0.2 +
        0.6 * smoothstep(0.2, 0.8, noise(x * 0.11, 3, seed)) +
        0.22 * noise(x * 0.5, 6, seed) +
        0.16 * noise(x * 1.3, 9, seed));
    const curve = (noise(x * 0.07, 8, seed + 1) - 0.5) * 4 + (noise(x * 0.5, 2, seed + 5) - 0.5) * 0.5;
    profile.forEach(([z, y, white], p) => {
      const before = profile[Math.max(0, p - 1)]!;
      const after = profile[Math.min(profile.length - 1, p + 1)]!;
      const normal: Vec3 = [0, after[0] - before[0], -(after[1] - before[1]) * tall];
      const torn = noise(x * 0.8, p * 0.9, seed + 2) * 0.45 + noise(x * 0.17, 5, seed + 6) * 0.4;
      const speckle = smoothstep(0.72 - foam * 0.5, 0.9 - foam * 0.4, torn + tall * 0.2);
      const body = mix(deep, shallow, y * 0.5);
      builder.vertex([x, y * tall, z + curve], normal, mix(body, [232, 240, 242], white * speckle));
    });
  }
  const rows = profile.length;
  for (let c = 0; c < columns; c++)
    for (let p = 0; p + 1 < rows; p++) {
      const a = c * rows + p;
      builder.triangle(a, a + 1, a + rows + 1);
      builder.triangle(a, a + rows + 1, a + rows);
    }
  return builder.build();
}

/** A ragged band of foam along a shoreline `z = shoreAt(x)`, in the plane y = 0. */
export function foamBand(
  random: Random,
  shoreAt: (x: number) => number,
  halfWidth: number,
  options: { width: number; holes: number },
): SetInstance {
  const builder = createMeshBuilder();
  const seed = Math.floor(random.between(0, 999));
  const steps = Math.round(halfWidth * 4);
  const edge = (x: number, k: number): number =>
    (noise(x * 1.3, k * 5, seed) + 0.5 * noise(x * 4.1, k, seed + 3)) / 1.5;
  for (let i = 0; i <= steps; i++) {
    const x = -halfWidth + (2 * halfWidth * i) / steps;
    const keep = smoothstep(options.holes - 0.12, options.holes + 0.2, noise(x * 0.35, 1, seed + 7));
    const width = options.width * keep * (0.25 + 1.2 * edge(x, 1));
    const z = shoreAt(x) + (edge(x, 2) - 0.5) * options.width * 1.4;
    // Thick at its edge towards the land, thinning out into the colour of shallow water.
    const tone: Color = mix([196, 210, 212], [238, 243, 243], edge(x * 1.7, 3));
    builder.vertex([x, 0, z - width], [0, 1, 0], [120, 152, 156]);
    builder.vertex([x, 0.015, z], [0, 1, 0], tone);
    builder.vertex([x, 0, z + width * 0.5], [0, 1, 0], [206, 216, 214]);
  }
  for (let i = 0; i < steps; i++)
    for (let k = 0; k < 2; k++) {
      const a = i * 3 + k;
      builder.triangle(a, a + 1, a + 4);
      builder.triangle(a, a + 4, a + 3);
    }
  return standing(builder.build(), FOAM, IDENTITY, { castsShadow: false });
}
