import type { Material } from '@openimagine/render';
import { buildCity, type Plot } from './city.ts';
import { ambience, darknessAt, fogOf, lensFor, mistLight, plantPalette } from './mood.ts';
import { IDENTITY, type SetInstance, type SpriteSpot, sprites, standing, wrap } from './scatter.ts';
import type { BuiltSet, SetContext, SetMoment } from './set.ts';
import { addBox, createMeshBuilder, mix } from './shape.ts';
import { discGround, noise } from './terrain.ts';

const STREET_Y = -120;
const GROUND: Material = { pattern: 'grain', patternScale: 0.3, specular: 0.15, gloss: 24 };
const ROOF: Material = { pattern: 'tiles', patternScale: 0.6, specular: 0.06 };

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
  });
  const still = [streets(), ...(hasWalker ? [ownRoof()] : [])];
  return {
    groundAt: () => 0,
    focus: { position: [0, 0, 0], halfWidth: 4, halfDepth: 3 },
    camera: { position: [1.5, 5.4, 10.5], target: [0, 0.9, 0], verticalFovDegrees: lensFor(aspect, 46) },
    momentAt: (seconds) => {
      const darkness = darknessAt(scene, seconds, durationSeconds);
      return {
        instances: [...still, ...city.instancesAt(darkness)],
        lights: [],
        sprites: [...streetLights(context, seconds, darkness), ...lowClouds(context, seconds)],
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

/** The flat roof on which those stand who do not fly. */
function ownRoof(): SetInstance {
  const builder = createMeshBuilder();
  addBox(builder, { center: [0, -40, 2], size: [22, 80, 15], color: [138, 130, 124], topColor: [150, 144, 138] });
  for (const [x, z, w, d] of [
    [0, -5.4, 22, 0.35],
    [-10.9, 2, 0.35, 15],
    [10.9, 2, 0.35, 15],
  ] as const)
    addBox(builder, { center: [x, 0.32, z], size: [w, 0.64, d], color: [146, 138, 130], topColor: [170, 162, 154] });
  addBox(builder, { center: [-7.4, 1, -2.4], size: [2.6, 2, 2.2], color: [120, 116, 114], topColor: [140, 136, 132] });
  addBox(builder, {
    center: [7.9, 0.6, -3.2],
    size: [1.8, 1.2, 1.4],
    color: [150, 150, 152],
    topColor: [172, 172, 174],
  });
  return standing(builder.build(), ROOF);
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
