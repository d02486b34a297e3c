import type { Material, Mesh } from '@openimagine/render';
import { softHills } from './hills.ts';
import {
  ambience,
  fogOf,
  hasActor,
  hasDetail,
  hasSwimmer,
  lensFor,
  mistLight,
  outdoorCues,
  type PlantPalette,
  plantPalette,
  SNOW,
} from './mood.ts';
import { BLADES, groundCover, leafTreeMesh, leavesOf, NEEDLES, pineMesh, STONE, TURF } from './plants.ts';
import { placed, type SetInstance, type SpriteSpot, scatter, sprites, standing } from './scatter.ts';
import type { BuiltSet, SetContext, SetMoment } from './set.ts';
import { addBox, addTube, type Color, createMeshBuilder, mix, shade, smoothstep } from './shape.ts';
import { discGround, fractal, type HeightAt, noise } from './terrain.ts';
import { boulderMesh, tuftMesh } from './undergrowth.ts';
import { mirrorOf, waterSurface } from './water.ts';

const LEVEL = -0.55;
const WOOD: Material = { pattern: 'planks', patternScale: 1.5, specular: 0.08 };

/** A still lake among trees and hills. The camera looks over water at the bank where the actors stand. */
export function buildLake(context: SetContext): BuiltSet {
  const { scene, aspect } = context;
  const palette = plantPalette(scene);
  const isHome = hasActor(scene, 'house', 'castle', 'tower', 'ruin', 'torii') || hasDetail(scene, 'house', 'cabin');
  // A small thing stands near the camera's bank, with the lake behind it; a building stands across the water.
  const isAfloat = !isHome && hasSwimmer(scene);
  const heightAt: HeightAt = isHome ? peninsula : isAfloat ? (x, z) => nearBank(x, z - 11) : nearBank;
  const still = [
    groundOf(palette, heightAt),
    ...shoreTrees(context, palette, heightAt, isHome),
    ...hillsOf(palette),
    ...reedsOf(context, palette, heightAt),
    jettyOf(isHome ? 3.8 : -4.6, isHome ? 3.2 : isAfloat ? 4 : -3.2, isHome ? 1 : -1),
  ];
  const lake = waterSurface(scene, {
    center: [0, isHome ? 12 : -14],
    radius: 420,
    depthAt: (x, z) => (LEVEL - heightAt(x, z)) * 0.9,
    isStill: true,
  });
  return {
    groundAt: isAfloat ? (x, z) => Math.max(LEVEL, heightAt(x, z)) : heightAt,
    isDry: (x, z) => heightAt(x, z) > LEVEL + 0.15,
    focus: { position: [0, isAfloat ? LEVEL : heightAt(0, 0), 0], halfWidth: 4, halfDepth: 2.4 },
    camera: isHome
      ? { position: [-2.5, 1.5, 19], target: [0, 1.5, 0], verticalFovDegrees: lensFor(aspect, 42) }
      : { position: [0.6, 1.8, 9.4], target: [0, 1.2, 0], verticalFovDegrees: lensFor(aspect, 42) },
    momentAt: (seconds) => ({
      instances: [...still, { ...lake, matrix: placed(0, LEVEL, 0) }],
      lights: [],
      sprites: mistOver(context, seconds, isHome),
      mirror: mirrorOf(scene, LEVEL, seconds, true),
      fog: fogOf(scene, 0.0034, { heightFalloff: 0.05, baseHeight: LEVEL }),
    }),
    cues: [ambience(context, 'river', 0.12), ...outdoorCues(context, 0.35)],
  };
}

/** The bank is a tongue of land at the origin; water before it and to the left, hills far behind. */
const peninsula: HeightAt = (x, z) => {
  const wobble = (fractal(x * 0.14 + 1, z * 0.14, 3, 4) - 0.5) * 4;
  const front = 3.6 + wobble * 0.35 - z - Math.max(0, -x - 5) * 0.55 + Math.max(0, x - 12) * 0.25;
  const back = z + 15 + wobble;
  const tongue = Math.min(front, Math.max(back, (x - 11 + wobble) * 1.4));
  return shape(tongue, x, z, -118);
};

/** The actors' own bank lies round and before the camera; the lake is behind them. */
const nearBank: HeightAt = (x, z) => {
  const wobble = (fractal(x * 0.16 + 1, z * 0.16, 3, 4) - 0.5) * 3.4;
  return shape(z + 3.2 + wobble + Math.max(0, Math.abs(x) - 9) * 0.12, x, z, -96);
};

/** @param inland Metres from the water's edge, positive on land. @param farZ Where the far bank begins. */
function shape(inland: number, x: number, z: number, farZ: number): number {
  const bumps = (fractal(x * 0.3, z * 0.3, 3, 8) - 0.5) * 0.35 * smoothstep(2, 5, Math.hypot(x, z));
  const land = LEVEL + 0.55 * smoothstep(-0.6, 2.2, inland) + Math.max(0, inland - 7) * 0.05;
  const bed = LEVEL + Math.max(-2.5, (inland + 0.5) * 0.35);
  const near = inland > -0.5 ? land + bumps * smoothstep(0, 2, inland) : bed;
  const far = farZ - z + (noise(x * 0.03, 3, 5) - 0.5) * 26 + Math.abs(x) * 0.1;
  return far > -6 ? Math.max(near, LEVEL - 0.6 + Math.max(-1, far) * 0.12) : near;
}

function groundOf(palette: PlantPalette, heightAt: HeightAt): SetInstance {
  const mesh = discGround({
    heightAt,
    center: [0, 2],
    radius: 300,
    rings: 66,
    sectors: 96,
    innerStep: 0.35,
    colorAt: (x, y, z) => {
      const patch = fractal(x * 0.25, z * 0.25, 3, 20);
      const turf = mix(
        mix(palette.grass, palette.dryGrass, patch),
        palette.leaves[0]!,
        0.18 * noise(x * 0.8, z * 0.8, 2),
      );
      const mud: Color = mix([92, 78, 60], [136, 122, 98], patch);
      const bank = mix(
        shade(mud, 0.6),
        mix(mud, turf, smoothstep(0.16, 0.42, y - LEVEL + (patch - 0.5) * 0.2)),
        smoothstep(-0.05, 0.1, y - LEVEL),
      );
      return mix(bank, SNOW, palette.snow * smoothstep(0.1, 0.3, y - LEVEL) * 0.95);
    },
  });
  return standing(mesh, groundCover(palette, TURF));
}

function shoreTrees(context: SetContext, palette: PlantPalette, heightAt: HeightAt, isHome: boolean): SetInstance[] {
  const random = context.random.fork('trees');
  const pines = hasDetail(context.scene, 'pine') ? 1 : context.scene.season === 'autumn' ? 0.3 : 0.5;
  const variants = (detail: 'near' | 'middle' | 'far', count: number): readonly { mesh: Mesh; material: Material }[] =>
    Array.from({ length: count }, (_, i) =>
      i / count < pines
        ? { mesh: pineMesh({ random, palette, detail }), material: NEEDLES }
        : { mesh: leafTreeMesh({ random, palette, detail }), material: leavesOf(context.scene) },
    );
  const sets = { near: variants('near', 5), middle: variants('middle', 5), far: variants('far', 6) };
  const dry = (x: number, z: number): number => (heightAt(x, z) > LEVEL + 0.3 ? 1 : 0);
  const clear = (x: number, z: number): number => {
    if (Math.hypot(x, z) < (isHome ? 6.5 : 5.5)) return 0;
    if (isHome) return z > -2 && Math.abs(x) < 9 ? 0 : dry(x, z);
    return z > -4 && Math.abs(x) < 6 + z * 0.55 ? 0 : dry(x, z);
  };
  const spots = [
    ...scatter({ random, count: isHome ? 34 : 12, from: [-24, -22], to: [26, 12], distance: 2.6, chance: clear }),
    ...scatter({
      random,
      count: 40,
      from: [8, -70],
      to: [70, 4],
      distance: 3.6,
      chance: (x, z) => (isHome ? clear(x, z) : 0),
    }),
    ...scatter({ random, count: 190, from: [-150, -165], to: [150, -88], distance: 3.4, chance: dry }),
  ];
  return spots.map(({ x, z }) => {
    const range = Math.hypot(x, z - 12);
    const { mesh, material } = random.pick(range < 26 ? sets.near : range < 60 ? sets.middle : sets.far);
    const tone = random.between(0.85, 1.12);
    const matrix = placed(x, heightAt(x, z) - 0.1, z, {
      scale: random.between(0.7, 1.15) * (range > 60 ? 1.15 : 1),
      stretch: random.between(0.9, 1.15),
      turn: random.between(0, 6.28),
    });
    return standing(mesh, material, matrix, { tint: [tone, tone, tone], castsShadow: range < 50 });
  });
}

function hillsOf(palette: PlantPalette): SetInstance[] {
  const tone = mix(mix(palette.needles[0]!, palette.leaves[0]!, 0.4), [110, 116, 120], 0.25);
  const range = { halfDepth: 70, foot: LEVEL, snow: palette.snow };
  return [
    softHills({ ...range, z: -215, halfWidth: 360, height: 46, color: tone, seed: 12 }),
    softHills({ ...range, z: -380, halfWidth: 600, height: 110, color: mix(tone, [104, 124, 146], 0.5), seed: 23 }),
  ];
}

function reedsOf(context: SetContext, palette: PlantPalette, heightAt: HeightAt): SetInstance[] {
  const random = context.random.fork('reeds');
  const reed: Color = mix(palette.dryGrass, [150, 138, 82], 0.4);
  const tall = Array.from({ length: 3 }, () =>
    tuftMesh({
      random,
      blades: 30,
      spread: 0.4,
      height: 1,
      width: 0.018,
      color: reed,
      tip: [196, 172, 112],
      isCurved: true,
      snow: palette.snow,
    }),
  );
  const low = Array.from({ length: 3 }, () =>
    tuftMesh({
      random,
      blades: 36,
      spread: 0.5,
      height: 0.32,
      width: 0.018,
      color: palette.grass,
      tip: palette.dryGrass,
      snow: palette.snow,
    }),
  );
  const stones = Array.from({ length: 2 }, () => boulderMesh(random, [120, 114, 106], palette.snow));
  const edge = (x: number, z: number): number => {
    const above = heightAt(x, z) - LEVEL;
    if (above < -0.2 || above > 0.8) return 0;
    return Math.abs(x) < 3.2 && Math.abs(z) < 5 ? 0.08 : 0.5 + 0.5 * smoothstep(0.45, 0.6, noise(x * 0.3, z * 0.3, 3));
  };
  return scatter({ random, count: 120, from: [-18, -16], to: [18, 9], distance: 0.7, chance: edge }).map(({ x, z }) => {
    const above = heightAt(x, z) - LEVEL;
    const placing = { scale: random.between(0.6, 1.2), turn: random.between(0, 6.28) };
    const matrix = placed(x, heightAt(x, z) - 0.05, z, placing);
    if (random.next() < 0.12 && z < 3) return standing(random.pick(stones), STONE, matrix);
    return standing(random.pick(above < 0.25 ? tall : low), BLADES, matrix, { castsShadow: false });
  });
}

/** A plank jetty on posts that runs out over the water from (x, z); `way` +1 towards the camera, −1 away. */
function jettyOf(x: number, z: number, way: 1 | -1): SetInstance {
  const builder = createMeshBuilder();
  const wood: Color = [128, 106, 84];
  const y = LEVEL + 0.42;
  for (let i = 0; i < 22; i++) {
    const tone = shade(wood, 0.8 + 0.4 * noise(i * 3.7, 1, 5));
    addBox(builder, {
      center: [x, y + noise(i * 2.1, 4, 6) * 0.02, z + way * i * 0.29],
      size: [1.3, 0.06, 0.26],
      turn: (noise(i, 9, 2) - 0.5) * 0.04,
      color: tone,
      topColor: shade(tone, 1.12),
    });
  }
  for (let i = 0; i <= 3; i++)
    for (const side of [-0.55, 0.55])
      addTube(builder, {
        from: [x + side, LEVEL - 1.2, z + way * (0.3 + i * 1.9)],
        to: [x + side, y + 0.4, z + way * (0.3 + i * 1.9)],
        fromRadius: 0.08,
        toRadius: 0.075,
        sides: 7,
        color: shade(wood, 0.55),
        toColor: wood,
        cap: true,
      });
  return standing(builder.build(), WOOD);
}

/** Mist that lies on the water in the cool of the day. */
function mistOver(context: SetContext, seconds: number, isHome: boolean): SetMoment['sprites'] {
  const { scene, durationSeconds } = context;
  const isCool = scene.time === 'dawn' || scene.time === 'morning' || scene.season === 'autumn';
  const strength = (isCool ? 0.07 : 0.025) + 0.12 * scene.haze + (scene.weather === 'fog' ? 0.12 : 0);
  const light = mistLight(scene, seconds, durationSeconds);
  const random = context.random.fork('mist');
  const spots = Array.from({ length: 34 }, (): SpriteSpot => {
    const z = random.between(-100, isHome ? -14 : -12);
    const drift = seconds * random.between(0.15, 0.5) * (0.5 + scene.wind);
    return {
      position: [random.between(-60, 60) + drift, LEVEL + random.between(0.3, 1.8), z],
      radius: random.between(4.5, 10),
      rotation: random.between(0, 6.28),
      color: [light[0], light[1], light[2], strength * random.between(0.5, 1)],
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
