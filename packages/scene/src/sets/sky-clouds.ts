import type { Material, Rgb, Vec3 } from '@openimagine/render';
import type { Scene } from '../scene.ts';
import { softHills } from './hills.ts';
import { ambience, blend, darknessAt, fogOf, lensFor, mistLight, plantPalette } from './mood.ts';
import { type SetInstance, type SpriteSpot, sprites, standing } from './scatter.ts';
import type { BuiltSet, SetContext, SetMoment } from './set.ts';
import { mix, smoothstep } from './shape.ts';
import { discGround, fractal, noise } from './terrain.ts';

const LAND_Y = -150;
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
  const puffs = createPuffs(context);
  return {
    groundAt: () => 0,
    focus: { position: [0, 0, 0], halfWidth: 7, halfDepth: 5 },
    camera: { position: [0, 2.6, 13], target: [0, 1.4, 0], verticalFovDegrees: lensFor(aspect, 44) },
    momentAt: (seconds) => ({
      instances: [land, hills],
      lights: [],
      sprites: [...cloudsAt(context, puffs, seconds), ...wispsAt(context, seconds)],
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

interface Puff {
  readonly position: Vec3;
  readonly radius: number;
  readonly rotation: number;
  /** 0 in the shade at the foot … 1 on top. */
  readonly rise: number;
  readonly drift: number;
}

/** Heaps of cloud, each a bunch of billows that are small and bright on top, wide and shaded at the foot. */
function createPuffs(context: SetContext): readonly Puff[] {
  const random = context.random.fork('clouds');
  const puffs: Puff[] = [];
  for (let i = 0; i < 40; i++) {
    const isNear = i < 9;
    const z = isNear ? random.between(-58, -20) : random.between(-330, -58);
    const side = random.next() < 0.5 ? -1 : 1;
    const x = side * (isNear ? 13 - z * 0.24 : 0) + random.between(-1, 1) * (isNear ? 10 : -z * 0.95);
    const y = isNear ? random.between(-15, -8) : random.between(-52, -22) + (random.next() < 0.12 ? 38 : 0);
    const size = isNear ? random.between(4, 7) : random.between(10, 26);
    const drift = random.between(0.3, 0.9) * (0.5 + context.scene.wind * 2);
    const billows = isNear ? 13 : 9;
    for (let k = 0; k < billows; k++) {
      const rise = k / (billows - 1);
      const spread = size * 1.5 * (1 - rise * 0.6);
      puffs.push({
        position: [x + random.between(-1, 1) * spread, y + rise * size * 0.95, z + random.between(-0.5, 0.5) * spread],
        radius: size * random.between(0.55, 0.85) * (1 - rise * 0.35),
        rotation: random.between(0, 6.28),
        rise,
        drift,
      });
    }
  }
  return puffs.sort((a, b) => a.position[2] - b.position[2]);
}

function cloudsAt(context: SetContext, puffs: readonly Puff[], seconds: number): SetMoment['sprites'] {
  const { scene, durationSeconds } = context;
  const [sunlit, shaded] = cloudLight(scene, seconds, durationSeconds);
  const spots = puffs.map(({ position, radius, rotation, rise, drift }): SpriteSpot => {
    const tone = blend(shaded, sunlit, 0.15 + 0.85 * rise);
    return {
      position: [position[0] + drift * seconds, position[1], position[2]],
      radius,
      rotation: rotation + seconds * 0.01,
      color: [tone[0], tone[1], tone[2], 0.92],
    };
  });
  return [sprites('puff', 'alpha', spots)];
}

/** The sunny and the shaded side of clouds by the hour: white and blue, gold and mauve, slate. */
function cloudLight(scene: Scene, seconds: number, durationSeconds: number): readonly [sunlit: Rgb, shaded: Rgb] {
  const darkness = darknessAt(scene, seconds, durationSeconds);
  const isLow = ['dawn', 'golden', 'sunset', 'dusk'].includes(scene.time);
  const isGrey = scene.weather === 'rain' || scene.weather === 'storm';
  const sunlit: Rgb = isGrey ? [0.5, 0.52, 0.56] : isLow ? [2.1, 1.2, 0.72] : [0.95, 0.97, 1];
  const shaded: Rgb = isGrey ? [0.26, 0.28, 0.33] : isLow ? [0.95, 0.5, 0.5] : [0.5, 0.61, 0.78];
  const night = Math.max(0, darkness - 0.5) * 2;
  return [blend(sunlit, [0.11, 0.13, 0.2], night), blend(shaded, [0.05, 0.06, 0.11], night)];
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
