import type { Mesh, Rgb, Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import type { Scene } from '../scene.ts';
import { ambience, lensFor, mistLight, outdoorCues, type PlantPalette, plantPalette, SNOW } from './mood.ts';
import { LEAVES, leavesOf } from './plants.ts';
import { IDENTITY, type SetInstance, type SpriteSpot, scatter, sprites, standing } from './scatter.ts';
import type { BuiltSet, SetContext, SetMoment } from './set.ts';
import { addBlob, type Color, createMeshBuilder, type MeshBuilder, mix, shade } from './shape.ts';
import { discGround, fractal, type HeightAt, noise, patchGround, ridged } from './terrain.ts';

const TILE = 26;

const LOW_SUN: Vec3 = [0.3, 0.1, -0.95];

/**
 * At sunrise and at sunset one looks against the sun: it stands low over the far hills, gilds the crowns' rims and the
 * fog before it, and leaves the near sides of the trees in cool shade.
 */
function lowSun(scene: Scene): LowSun | undefined {
  if (!['dawn', 'golden', 'sunset'].includes(scene.time) || ['rain', 'storm', 'snow'].includes(scene.weather))
    return undefined;
  return {
    sun: { color: [4.6, 2.2, 0.72], direction: LOW_SUN, softness: 0.12 },
    fog: { color: [0.62, 0.36, 0.22] },
    ambient: { up: [0.2, 0.24, 0.36], down: [0.16, 0.11, 0.08] },
    sky: {
      zenith: [0.13, 0.25, 0.52],
      horizon: [1.0, 0.52, 0.24],
      glow: [1.9, 0.85, 0.3],
      clouds: { cover: 0.42, lit: [1.7, 0.86, 0.5], shade: [0.5, 0.36, 0.42], offset: [0, 0] },
      discs: [{ direction: LOW_SUN, radius: 0.032, color: [6, 4.2, 2.2] }],
    },
    grade: { exposure: 1, bloom: 0.34, bloomThreshold: 1, saturation: 1.16, contrast: 1.08 },
  };
}

type LowSun = Required<Pick<SetMoment, 'sun' | 'fog' | 'ambient' | 'sky' | 'grade'>>;

/** A forest seen from above: tiles of crowns over rolling land, hills behind, mist in the hollows. */
export function buildCanopy(context: SetContext): BuiltSet {
  const { scene, aspect } = context;
  const palette = plantPalette(scene);
  const low = lowSun(scene);
  const heightAt: HeightAt = (x, z) => {
    const rolling = (fractal(x * 0.011 + 4, z * 0.011 + 9, 3, 12) - 0.5) * 46;
    return rolling - 18 + Math.max(0, -z - 120) * 0.05;
  };
  const still = [
    floorOf(palette, heightAt),
    ...hillsOf(palette),
    ...tilesOf(context, palette, heightAt, scene.season === 'winter' || palette.snow > 0.5 ? 1 : 0.45),
  ];
  return {
    groundAt: (x, z) => heightAt(x, z) + 8,
    focus: { position: [0, heightAt(0, -30) + 8, -30], halfWidth: 14, halfDepth: 14 },
    camera: { position: [0, 24, 46], target: [0, 7, -34], verticalFovDegrees: lensFor(aspect, 46) },
    momentAt: (seconds) => ({
      instances: still,
      lights: [],
      sprites: hollowMist(context, heightAt, seconds),
      ...low,
      sun: { shadowRadius: 110, shadowCenter: [0, -10, -40], ...low?.sun },
      fog: {
        ...low?.fog,
        // Thick in the hollows and gone above the crowns: seen through all of it, nothing would be left of the wood.
        density: 0.0032 + 0.002 * scene.haze + (scene.weather === 'fog' ? 0.0016 : 0),
        heightFalloff: 0.062,
        baseHeight: -18,
      },
    }),
    cues: [...outdoorCues(context, 0.5), ambience(context, 'wind', 0.3)],
  };
}

function floorOf(palette: PlantPalette, heightAt: HeightAt): SetInstance {
  const mesh = discGround({
    heightAt,
    radius: 420,
    rings: 30,
    sectors: 56,
    innerStep: 4,
    colorAt: (x, _y, z) =>
      mix(shade(palette.needles[0]!, 0.4 + 0.3 * noise(x * 0.05, z * 0.05, 4)), SNOW, palette.snow * 0.8),
  });
  return standing(mesh, LEAVES, IDENTITY, { castsShadow: false });
}

/** Three ranges of wooded hills, each bluer than the one before it. */
function hillsOf(palette: PlantPalette): SetInstance[] {
  return [0, 1, 2].map((range) => {
    const z = -270 - range * 130;
    const tall = 40 + range * 24;
    const heightAt: HeightAt = (x, depth) => {
      const across = 1 - Math.min(1, Math.abs(depth - z) / 75);
      return -22 + tall * across * (0.35 + 0.9 * ridged(x * 0.006 + range * 9, depth * 0.008, 3, 70 + range));
    };
    const tone = mix(palette.needles[0]!, [92, 112, 128], 0.15 + 0.2 * range);
    const mesh = patchGround({
      from: [-420 - range * 120, z - 75],
      to: [420 + range * 120, z + 75],
      columns: 72,
      rows: 10,
      heightAt,
      colorAt: (x, _y, depth) =>
        mix(shade(tone, 0.75 + 0.5 * noise(x * 0.09, depth * 0.09, 6)), SNOW, palette.snow * 0.7),
    });
    return standing(mesh, LEAVES, IDENTITY, { castsShadow: false });
  });
}

function tilesOf(context: SetContext, palette: PlantPalette, heightAt: HeightAt, pines: number): SetInstance[] {
  const random = context.random.fork('tiles');
  const leaves = leavesOf(context.scene);
  const near = Array.from({ length: 4 }, () => tileMesh(random, palette, pines, 'near'));
  const far = Array.from({ length: 4 }, () => tileMesh(random, palette, pines, 'far'));
  const tiles: SetInstance[] = [];
  for (let row = -9; row <= 2; row++)
    for (let column = -7; column <= 7; column++) {
      const z = row * TILE;
      const x = column * TILE + (row % 2) * 11;
      if (Math.abs(x) > 70 + (46 - z) * 0.75) continue;
      const range = Math.hypot(x, z - 46);
      const mesh = random.pick(range < 68 ? near : far);
      const tint = random.between(0.86, 1.12);
      tiles.push(
        standing(mesh, leaves, draped(x, z, heightAt, Math.floor(random.between(0, 4))), {
          tint: [tint * random.between(0.94, 1.08), tint, tint * random.between(0.9, 1.04)],
          castsShadow: range < 120,
        }),
      );
    }
  return tiles;
}

/** A tile turned by quarters and tilted along the land, with its trees still upright. */
function draped(x: number, z: number, heightAt: HeightAt, quarters: number): Float32Array {
  const half = TILE / 2;
  const dx = (heightAt(x + half, z) - heightAt(x - half, z)) / TILE;
  const dz = (heightAt(x, z + half) - heightAt(x, z - half)) / TILE;
  const cos = [1, 0, -1, 0][quarters]!;
  const sin = [0, 1, 0, -1][quarters]!;
  return new Float32Array([
    cos,
    dx * cos - dz * sin,
    -sin,
    0,
    0,
    1,
    0,
    0,
    sin,
    dx * sin + dz * cos,
    cos,
    0,
    x,
    heightAt(x, z),
    z,
    1,
  ]);
}

function tileMesh(random: Random, palette: PlantPalette, pines: number, detail: 'near' | 'far'): Mesh {
  const builder = createMeshBuilder();
  const spots = scatter({
    random,
    count: detail === 'near' ? 33 : 28,
    from: [-TILE / 2, -TILE / 2],
    to: [TILE / 2, TILE / 2],
    distance: 3.1,
  });
  for (const { x, z } of spots) {
    const height = random.between(8, 14);
    if (random.next() < pines) addSpire(builder, random, palette, [x, 0, z], height, detail === 'near' ? 4 : 2);
    else addCrown(builder, random, palette, [x, height * 0.62, z], random.between(2.6, 4.1), detail);
  }
  return builder.build();
}

function addCrown(
  builder: MeshBuilder,
  random: Random,
  palette: PlantPalette,
  center: Vec3,
  size: number,
  detail: 'near' | 'far',
): void {
  const tone = shade(random.pick(palette.leaves), random.between(0.72, 1.05));
  const seed = Math.floor(random.between(0, 999));
  addBlob(builder, {
    center,
    radius: [size, size * 0.9, size],
    detail: detail === 'near' ? 1 : 0,
    bulge: (d) => 0.72 + 0.5 * noise(d[0] * 2.6 + d[1] * 1.9 + 8, d[2] * 2.6 + 8 - d[1], seed),
    color: (d) => mix(shade(tone, 0.8 + 0.34 * Math.max(0, d[1] + 0.25)), SNOW, palette.snow * Math.max(0, d[1])),
    open: (d) => Math.min(1, 0.58 + 0.5 * (d[1] + 0.3)),
  });
}

/** A pine of a few stacked six-sided cones. */
function addSpire(
  builder: MeshBuilder,
  random: Random,
  palette: PlantPalette,
  foot: Vec3,
  height: number,
  layers: number,
): void {
  const tone: Color = shade(random.pick(palette.needles), random.between(0.8, 1.15));
  const turn = random.between(0, 6);
  for (let layer = 0; layer < layers; layer++) {
    const t = layer / layers;
    const y = foot[1] + height * (0.12 + 0.8 * t);
    const radius = height * 0.29 * (1 - t * 0.85);
    const top = mix(shade(tone, 0.95 + 0.35 * t), SNOW, palette.snow * 0.85);
    const apex = builder.vertex([foot[0], y + height * (0.3 + 0.35 / layers), foot[2]], [0, 1, 0], top, 0.95);
    const rim = Array.from({ length: 7 }, (_, i) => {
      const angle = turn + layer + (i / 7) * Math.PI * 2;
      const r = radius * (i % 2 === 0 ? 1.1 : 0.8);
      return builder.vertex(
        [foot[0] + Math.cos(angle) * r, y, foot[2] + Math.sin(angle) * r],
        [Math.cos(angle), 0.6, Math.sin(angle)],
        mix(shade(tone, 0.6 + 0.3 * t), SNOW, palette.snow * 0.5),
        0.55 + 0.3 * t,
      );
    });
    for (let i = 0; i < 7; i++) builder.triangle(apex, rim[(i + 1) % 7]!, rim[i]!);
  }
}

function hollowMist(context: SetContext, heightAt: HeightAt, seconds: number): SetMoment['sprites'] {
  const { scene, durationSeconds } = context;
  const light: Rgb = lowSun(scene) ? [0.9, 0.56, 0.34] : mistLight(scene, seconds, durationSeconds);
  const strength = 0.06 + 0.06 * scene.haze + (scene.weather === 'fog' ? 0.03 : 0);
  const random = context.random.fork('mist');
  const spots: SpriteSpot[] = [];
  for (let i = 0; i < 170; i++) {
    const x = random.between(-170, 170);
    const z = random.between(-240, 16);
    const depth = -10 - heightAt(x, z);
    const roll = random.between(0.4, 1);
    const radius = random.between(9, 18);
    const rotation = random.between(0, 6.28);
    if (depth < -1) continue;
    const alpha = strength * roll * Math.min(1, (depth + 1) / 6);
    spots.push({
      position: [x + seconds * 0.7 * (0.3 + scene.wind), heightAt(x, z) + 3, z],
      radius,
      rotation,
      color: [light[0], light[1], light[2], alpha],
    });
  }
  return [
    sprites(
      'soft',
      'alpha',
      spots.sort((a, b) => a.position[2] - b.position[2]),
    ),
  ];
}
