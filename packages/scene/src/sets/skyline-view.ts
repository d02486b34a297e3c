import type { Material } from '@openimagine/render';
import { buildCity, isNeonCity, type Plot } from './city.ts';
import { softHills } from './hills.ts';
import { ambience, darknessAt, fogOf, lensFor, plantPalette, SNOW } from './mood.ts';
import { groundCover, LEAVES, leafTreeMesh, TURF } from './plants.ts';
import { IDENTITY, placed, type SetInstance, type SpriteSpot, sprites, standing, wrap } from './scatter.ts';
import type { BuiltSet, SetContext, SetMoment } from './set.ts';
import { addBox, addTube, createMeshBuilder, mix, smoothstep } from './shape.ts';
import { discGround, noise } from './terrain.ts';
import { mirrorOf, waterSurface } from './water.ts';

const ROAD_Y = -11;
const RIVER_Y = -15;
const ASPHALT: Material = { pattern: 'grain', patternScale: 1, specular: 0.2, gloss: 30 };
const LAMP: Material = { emissive: 4 };
const STONE_WALL: Material = { pattern: 'tiles', patternScale: 0.5, specular: 0.08 };

/** A terrace above a motorway that runs towards a skyline beyond its river. Day and night come from the scene. */
export function buildCityView(context: SetContext): BuiltSet {
  const { scene, aspect, durationSeconds } = context;
  const random = context.random.fork('city');
  const palette = plantPalette(scene);
  const city = buildCity({
    random,
    plots: plotsOf(context),
    eye: [0, 6, 30],
    storey: 3.7,
    snow: palette.snow,
    isNeon: isNeonCity(scene),
  });
  const hasStage = scene.actors.length > 0;
  const still = [
    landOf(context),
    roadOf(),
    ...treesAlong(context),
    terraceOf(hasStage),
    ...[
      softHills({
        z: -620,
        halfWidth: 800,
        halfDepth: 70,
        foot: RIVER_Y,
        height: 70,
        color: [96, 112, 128],
        seed: 3,
        snow: palette.snow,
      }),
    ],
  ];
  const lamps = roadLamps();
  const river = waterSurface(scene, { center: [0, -130], radius: 380, depthAt: () => 4, isStill: true });
  return {
    groundAt: () => 0,
    focus: { position: [0, 0, hasStage ? 0 : -60], halfWidth: 4, halfDepth: 2 },
    camera: hasStage
      ? { position: [1, 2.2, 9.6], target: [0, 2.4, 0], verticalFovDegrees: lensFor(aspect, 42) }
      : { position: [3, 9, 16], target: [0, 6.5, -60], verticalFovDegrees: lensFor(aspect, 44) },
    momentAt: (seconds) => {
      const darkness = darknessAt(scene, seconds, durationSeconds);
      return {
        instances: [
          ...still,
          { ...river, matrix: placed(0, RIVER_Y, 0) },
          ...city.instancesAt(darkness),
          ...(darkness > 0.3 ? [{ ...lamps, emissive: darkness }] : []),
        ],
        lights: [],
        sprites: trafficAt(context, seconds, darkness),
        mirror: mirrorOf(scene, RIVER_Y, seconds, true),
        ...(hasStage ? {} : { sun: { shadowRadius: 190, shadowCenter: [0, 0, -150] as const } }),
        fog: fogOf(scene, 0.0009, { heightFalloff: 0.006, baseHeight: RIVER_Y }),
      };
    },
    cues: [ambience(context, 'city', 0.55), ambience(context, 'traffic', 0.45), ambience(context, 'wind', 0.1)],
  };
}

/** Three rows of towers; the middle ones are the tallest, so that the outline swells and falls. */
function plotsOf(context: SetContext): Plot[] {
  const random = context.random.fork('plots');
  const plots: Plot[] = [];
  for (const [row, z] of [-208, -252, -306].entries()) {
    let x = -250;
    while (x < 250) {
      const width = random.between(11, 22);
      const middle = Math.exp(-(((x + 12) / (70 + row * 18)) ** 2));
      const swell = Math.exp(-(((x - 120) / 40) ** 2)) * 0.5;
      const tall = random.next() ** 1.6;
      const height = 16 + row * 9 + (middle + swell) * (24 + 66 * tall) + 22 * random.next();
      if (random.next() < 0.93)
        plots.push({
          x: x + width / 2,
          z: z + random.between(-10, 10),
          width,
          depth: random.between(10, 18),
          height,
          foot: RIVER_Y + 2,
        });
      x += width + random.between(1.5, 9);
    }
  }
  return plots;
}

/** Where the motorway runs: it leaves to the far right in a long bend. */
function roadX(z: number): number {
  const t = Math.max(0, -z - 4);
  return -7 + t * 0.06 + 30 * smoothstep(30, 190, t) - 6 * Math.sin(t * 0.018);
}

function landOf(context: SetContext): SetInstance {
  const palette = plantPalette(context.scene);
  const mesh = discGround({
    heightAt: (x, z) => {
      const bank = z > -122 ? 0 : smoothstep(-122, -128, z);
      const farBank = smoothstep(-188, -192, z);
      const slope = smoothstep(7, 16, Math.abs(x - roadX(z))) * 1.6 * noise(x * 0.08, z * 0.08, 3);
      return ROAD_Y - 0.15 + slope - 7 * bank + 4.6 * farBank;
    },
    center: [0, -40],
    radius: 420,
    rings: 46,
    sectors: 84,
    innerStep: 1.6,
    colorAt: (x, _y, z) => {
      const turf = mix(palette.grass, palette.dryGrass, noise(x * 0.1, z * 0.1, 6));
      const city = mix(turf, [112, 112, 116], smoothstep(-186, -192, z));
      return mix(city, SNOW, palette.snow * 0.9);
    },
  });
  return standing(mesh, groundCover(palette, TURF), IDENTITY, { castsShadow: false });
}

/** Six lanes and their markings, laid over the land; over the river it is carried by a slender bridge. */
function roadOf(): SetInstance {
  const builder = createMeshBuilder();
  const strip = (
    offset: number,
    half: number,
    y: number,
    color: readonly [number, number, number],
    from: number,
    to: number,
  ): void => {
    const left: number[] = [];
    const right: number[] = [];
    for (let z = from; z >= to; z -= 6) {
      left.push(builder.vertex([roadX(z) + offset - half, y, z], [0, 1, 0], color));
      right.push(builder.vertex([roadX(z) + offset + half, y, z], [0, 1, 0], color));
    }
    for (let i = 0; i + 1 < left.length; i++) {
      builder.triangle(left[i]!, right[i]!, right[i + 1]!);
      builder.triangle(left[i]!, right[i + 1]!, left[i + 1]!);
    }
  };
  strip(0, 12, ROAD_Y, [70, 70, 76], 40, -230);
  strip(0, 0.8, ROAD_Y + 0.03, [122, 122, 116], 40, -230);
  for (const side of [-1, 1]) {
    strip(side * 11, 0.14, ROAD_Y + 0.03, [214, 210, 196], 40, -230);
    for (const lane of [4.4, 7.8])
      for (let z = 34; z > -220; z -= 12) strip(side * lane, 0.1, ROAD_Y + 0.03, [206, 204, 194], z, z - 6.1);
  }
  for (let z = -128; z > -190; z -= 20)
    addBox(builder, { center: [roadX(z), ROAD_Y - 4, z], size: [18, 8, 2], color: [120, 118, 116], open: [0.6, 0.8] });
  return standing(builder.build(), ASPHALT, IDENTITY, { castsShadow: false });
}

function roadLamps(): SetInstance {
  const builder = createMeshBuilder();
  for (let z = 10; z > -220; z -= 17)
    for (const side of [-1, 1]) {
      const x = roadX(z) + side * 12.4;
      addTube(builder, {
        from: [x, ROAD_Y, z],
        to: [x, ROAD_Y + 7, z],
        fromRadius: 0.1,
        toRadius: 0.07,
        sides: 4,
        color: [10, 9, 8],
      });
      addBox(builder, { center: [x - side * 0.8, ROAD_Y + 7, z], size: [1.3, 0.2, 0.5], color: [255, 190, 110] });
    }
  return { mesh: builder.build(), material: LAMP, matrix: IDENTITY, castsShadow: false };
}

function treesAlong(context: SetContext): SetInstance[] {
  const random = context.random.fork('trees');
  const palette = plantPalette(context.scene);
  const meshes = Array.from({ length: 4 }, () => leafTreeMesh({ random, palette, detail: 'far' }));
  const trees: SetInstance[] = [];
  for (let i = 0; i < 120; i++) {
    const z = random.between(-120, 4);
    const side = random.next() < 0.5 ? -1 : 1;
    const x = roadX(z) + side * random.between(16, 60);
    const tone = random.between(0.8, 1.1);
    const matrix = placed(x, ROAD_Y, z, { scale: random.between(0.6, 1.1), turn: random.between(0, 6) });
    trees.push(standing(random.pick(meshes), LEAVES, matrix, { tint: [tone, tone, tone], castsShadow: false }));
  }
  return trees;
}

/** The terrace at y = 0 on which actors stand, with a railing before the view; nothing but a parapet when there are none. */
function terraceOf(hasStage: boolean): SetInstance {
  const builder = createMeshBuilder();
  if (hasStage) {
    addBox(builder, { center: [0, -6.2, 6], size: [60, 12.4, 17], color: [150, 144, 138], topColor: [164, 158, 150] });
    addBox(builder, { center: [0, 0.12, -2.3], size: [60, 0.24, 0.4], color: [176, 170, 162] });
    for (let x = -29; x <= 29; x += 1.6)
      addTube(builder, {
        from: [x, 0.2, -2.3],
        to: [x, 1.06, -2.3],
        fromRadius: 0.025,
        toRadius: 0.025,
        sides: 5,
        color: [62, 64, 70],
      });
    for (const y of [0.62, 1.06])
      addTube(builder, {
        from: [-29, y, -2.3],
        to: [29, y, -2.3],
        fromRadius: 0.032,
        toRadius: 0.032,
        sides: 6,
        color: [70, 72, 78],
      });
  }
  return standing(builder.build(), STONE_WALL);
}

/** Headlights that come and tail lights that go; a time-lapse draws them out to streaks. */
function trafficAt(context: SetContext, seconds: number, darkness: number): SetMoment['sprites'] {
  const { scene } = context;
  const isLapse =
    scene.timeTo !== undefined || scene.events.some((e) => e.kind === 'timeLapse' || e.kind === 'lightStreaks');
  const random = context.random.fork('traffic');
  const speed = isLapse ? 95 : 22;
  const tail = isLapse ? 17 : 1.4;
  const glow = 0.12 + 0.88 * darkness;
  const spots: SpriteSpot[] = [];
  for (let i = 0; i < (isLapse ? 150 : 80); i++) {
    const way = i % 2 === 0 ? 1 : -1;
    const lane = [2.7, 6.1, 9.5][Math.floor(random.next() * 3)]!;
    const start = random.between(0, 240);
    const pace = speed * random.between(0.75, 1.2);
    const z = -205 + wrap(start + way * seconds * pace, 240);
    const x = roadX(z) + (way > 0 ? -lane : lane);
    const slope = (roadX(z + 1) - roadX(z - 1)) / 2;
    const length = tail * random.between(0.6, 1.4);
    const fade = smoothstep(-205, -180, z) * (1 - smoothstep(18, 34, z));
    const color: readonly [number, number, number, number] =
      way > 0 ? [1.7 * glow, 1.45 * glow, 1.05 * glow, fade] : [1.7 * glow, 0.16 * glow, 0.07 * glow, fade];
    for (const side of [-0.7, 0.7])
      spots.push({
        position: [x + side, ROAD_Y + 0.7, z],
        radius: 0.24,
        color,
        stretch: [-slope * way * length, 0, -way * length],
      });
  }
  return [sprites('streak', 'add', spots)];
}
