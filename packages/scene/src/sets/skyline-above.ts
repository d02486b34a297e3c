import type { Material } from '@openimagine/render';
import { buildCity, isNeonCity, type Plot } from './city.ts';
import { ambience, darknessAt, fogOf, hasDetail, isAerial, lensFor, mistLight, plantPalette } from './mood.ts';
import { createRooftop } from './rooftop.ts';
import { IDENTITY, type SetInstance, type SpriteSpot, sprites, standing, wrap } from './scatter.ts';
import type { BuiltSet, SetContext, SetMoment } from './set.ts';
import { mix } from './shape.ts';
import { discGround, noise } from './terrain.ts';

const STREET_Y = -120;
const GROUND: Material = { pattern: 'grain', patternScale: 0.3, specular: 0.15, gloss: 24 };

/** High over a grid of streets: roofs below and beside, avenues with traffic far down, haze between. */
export function buildRooftops(context: SetContext): BuiltSet {
  const { scene, aspect, durationSeconds } = context;
  const palette = plantPalette(scene);
  // Towers that the prompt names are part of the city; only someone on foot needs a roof to stand on.
  const hasWalker = scene.actors.some(
    ({ kind, pose, motion }) =>
      kind !== 'tower' &&
      kind !== 'house' &&
      pose !== 'flying' &&
      !['fly', 'float', 'rise', 'launch'].includes(motion.kind),
  );
  const city = buildCity({
    random: context.random.fork('city'),
    plots: plotsOf(context),
    eye: [0, 0, 12],
    storey: 5.2,
    snow: palette.snow,
    isNeon: isNeonCity(scene),
  });
  const still = [streets()];
  // Nobody there, and a roof is named: it is what the picture shows.
  const isOnRoof = hasWalker || (scene.actors.length === 0 && hasDetail(scene, 'rooftop', 'roof'));
  const roofAt = isOnRoof && !isAerial(scene) ? createRooftop(scene, durationSeconds) : undefined;
  return {
    groundAt: () => 0,
    focus: { position: [0, 0, 0], halfWidth: 4, halfDepth: 3 },
    camera: isAerial(scene)
      ? { position: [2, 24, 34], target: [0, -26, -60], verticalFovDegrees: lensFor(aspect, 50) }
      : roofAt
        ? { position: [1.2, 2.3, 9.2], target: [0, 1.7, -8], verticalFovDegrees: lensFor(aspect, 48) }
        : { position: [1.5, 5.4, 10.5], target: [0, 0.9, 0], verticalFovDegrees: lensFor(aspect, 46) },
    momentAt: (seconds) => {
      const darkness = darknessAt(scene, seconds, durationSeconds);
      const roof = roofAt?.(seconds);
      return {
        instances: [...still, ...city.instancesAt(darkness), ...(roof?.instances ?? [])],
        lights: roof?.lights ?? [],
        sprites: [
          ...(roof?.sprites ?? []),
          ...streetLights(context, seconds, darkness),
          ...lowClouds(context, seconds),
        ],
        sun: { shadowRadius: 150, shadowCenter: [0, -60, -70] },
        fog: fogOf(scene, 0.0021, { heightFalloff: 0.012, baseHeight: STREET_Y }),
      };
    },
    cues: [ambience(context, 'wind', 0.5), ambience(context, 'city', 0.3)],
  };
}

const BLOCK = 30;

function plotsOf(context: SetContext): Plot[] {
  const random = context.random.fork('plots');
  const plots: Plot[] = [];
  for (let column = -13; column <= 13; column++)
    for (let row = 3; row >= -15; row--) {
      const x = column * BLOCK + BLOCK / 2;
      const z = row * BLOCK - 14;
      if (Math.abs(x) > 115 + Math.abs(z) * 0.6) continue;
      const isNear = Math.hypot(x, z) < 48;
      const tall = random.next() ** 1.4;
      // Near the stage roofs stay below it; farther away some towers rise past the horizon.
      const top = isNear
        ? random.between(-62, -17)
        : random.between(-85, -30) + tall * 78 * Math.min(1, Math.hypot(x, z) / 150);
      plots.push({
        x: x + random.between(-1.5, 1.5),
        z: z + random.between(-1.5, 1.5),
        width: random.between(16, 23),
        depth: random.between(16, 23),
        height: top - STREET_Y,
        storey: Math.hypot(x, z) > 120 ? 9 : 5.2,
        foot: STREET_Y,
      });
    }
  return plots;
}

function streets(): SetInstance {
  const mesh = discGround({
    heightAt: () => STREET_Y,
    center: [0, -60],
    radius: 1200,
    rings: 26,
    sectors: 56,
    innerStep: 6,
    colorAt: (x, _y, z) => mix([78, 78, 84], [104, 102, 104], noise(x * 0.05, z * 0.05, 3)),
  });
  return standing(mesh, GROUND, IDENTITY, { castsShadow: false });
}

/** Rows of small lights along the avenues. */
function streetLights(context: SetContext, seconds: number, darkness: number): SetMoment['sprites'] {
  const random = context.random.fork('lights');
  const glow = 0.1 + darkness;
  const spots: SpriteSpot[] = [];
  for (let i = 0; i < 240; i++) {
    const isAcross = random.next() < 0.35;
    const street = Math.round(random.between(-5, 5)) * BLOCK;
    const way = random.next() < 0.5 ? 1 : -1;
    const along = wrap(random.between(0, 360) + way * seconds * random.between(7, 13), 360);
    const lane = way * 2.6;
    const position: readonly [number, number, number] = isAcross
      ? [along - 180, STREET_Y + 1, street * 1 - 90 + BLOCK / 2 + 1 + lane]
      : [street + lane, STREET_Y + 1, 20 - along];
    const color: readonly [number, number, number, number] =
      way > 0 ? [1.3 * glow, 1.1 * glow, 0.8 * glow, 1] : [1.3 * glow, 0.16 * glow, 0.08 * glow, 1];
    spots.push({ position, radius: 0.9, color });
  }
  return [sprites('soft', 'add', spots)];
}

function lowClouds(context: SetContext, seconds: number): SetMoment['sprites'] {
  const { scene, durationSeconds } = context;
  const light = mistLight(scene, seconds, durationSeconds);
  const random = context.random.fork('clouds');
  const spots = Array.from({ length: 26 }, (): SpriteSpot => {
    const z = random.between(-300, -60);
    return {
      position: [random.between(-190, 190) + seconds * 2, random.between(-95, -40), z],
      radius: random.between(18, 34),
      rotation: random.between(0, 6),
      color: [light[0], light[1], light[2], 0.1 + 0.12 * scene.haze],
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
