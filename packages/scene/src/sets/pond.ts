import type { Material } from '@openimagine/render';
import { cattailMesh, lilyPadsMesh } from './flora.ts';
import { createKoi } from './koi.ts';
import { ambience, fogOf, hasDetail, lensFor, outdoorCues, type PlantPalette, plantPalette, SNOW } from './mood.ts';
import { type Plant, planted } from './planting.ts';
import { BLADES, bushMesh, groundCover, leafTreeMesh, leavesOf, STONE, TURF } from './plants.ts';
import { IDENTITY, type SetInstance, standing } from './scatter.ts';
import type { SetContext, SetModel } from './set.ts';
import { type Color, mix, shade, smoothstep } from './shape.ts';
import { discGround, fractal, type HeightAt, noise } from './terrain.ts';
import { boulderMesh, fernMesh, tuftMesh } from './undergrowth.ts';
import { mirrorOf } from './water.ts';
import { flowerMesh } from './wheat.ts';

const LEVEL = -0.3;
const WATER: Material = { pattern: 'water', patternScale: 0.3, mirror: 0.72, specular: 0.5, gloss: 140 };

/** A round pond among reeds, seen from above: lily pads in flower, stones at the edge, trees mirrored in it. */
export const pond: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const palette = plantPalette(scene);
    // Who swims is in the middle of the water; who walks stands on the near bank, with the pond behind.
    const isAfloat = scene.actors.length === 0 || scene.actors.some(isSwimmer);
    const middle = isAfloat ? -1 : -9.4;
    const heightAt = landAt(middle);
    const still = [
      groundOf(palette, heightAt),
      ...plantsOf(context, palette, heightAt),
      ...(palette.snow > 0.5 ? [] : padsOf(context, heightAt, isAfloat && scene.actors.length > 0)),
    ];
    const water = waterOf(heightAt, palette);
    const isFrozen = palette.snow > 0.5;
    const koiAt =
      hasDetail(scene, 'koi') && !isFrozen ? createKoi(context.random.fork('koi'), LEVEL, middle) : undefined;
    return {
      groundAt: isAfloat ? (x, z) => Math.max(LEVEL, heightAt(x, z)) : heightAt,
      isDry: (x, z) => heightAt(x, z) > LEVEL + 0.1,
      focus: { position: [0, isAfloat ? LEVEL : heightAt(0, 0), 0], halfWidth: 2.6, halfDepth: 1.8 },
      camera: { position: [0.6, 4.7, 9.6], target: [0, 0.2, -0.6], verticalFovDegrees: lensFor(aspect, 46) },
      momentAt: (seconds) => ({
        instances: [...still, water, ...(koiAt?.(seconds) ?? [])],
        lights: [],
        sprites: [],
        mirror: { ...mirrorOf(scene, LEVEL, seconds, true), ...(isFrozen ? { ripple: 0, roughness: 0.4 } : {}) },
        fog: fogOf(scene, 0.004, { heightFalloff: 0.05 }),
      }),
      cues: [ambience(context, 'river', 0.1), ...outdoorCues(context, 0.4)],
    };
  },
};

const isSwimmer = ({ kind, word }: SetContext['scene']['actors'][number]): boolean =>
  ['fish', 'boat', 'turtle', 'duck', 'swan', 'frog'].includes(kind) ||
  /duck|swan|frog|koi|goose|lotus|lil(?:y|ies)/.test(word);

function landAt(middle: number): HeightAt {
  return (x, z) => {
    const turn = Math.atan2(x, z - middle);
    const edge =
      6.2 +
      1.6 * (fractal(Math.sin(turn) * 1.4 + 5, Math.cos(turn) * 1.4 + 5, 3, 7) - 0.5) +
      Math.abs(Math.sin(turn)) * 1.6;
    const inland = Math.hypot(x, z - middle) - edge;
    const bumps = (fractal(x * 0.3, z * 0.3, 3, 9) - 0.5) * 0.5 * smoothstep(0.6, 4, inland);
    const rolling = (fractal(x * 0.03 + 2, z * 0.03, 2, 4) - 0.4) * 4 * smoothstep(10, 40, inland);
    return inland < 0
      ? LEVEL + Math.max(-1.4, inland * 0.5)
      : LEVEL + 0.42 * smoothstep(0, 1.6, inland) + bumps + rolling;
  };
}

function groundOf(palette: PlantPalette, heightAt: HeightAt): SetInstance {
  const mesh = discGround({
    heightAt,
    center: [0, 0],
    radius: 110,
    rings: 62,
    sectors: 96,
    colorAt: (x, y, z) => {
      const patch = fractal(x * 0.3, z * 0.3, 3, 20);
      const turf = mix(mix(palette.grass, palette.dryGrass, patch * 0.8), palette.leaves[0]!, 0.2 * noise(x, z, 2));
      const mud: Color = mix([84, 70, 50], [120, 104, 78], patch);
      const bank = mix(
        shade(mud, 0.55),
        mix(mud, turf, smoothstep(0.12, 0.34, y - LEVEL)),
        smoothstep(-0.1, 0.1, y - LEVEL),
      );
      return mix(bank, SNOW, palette.snow * smoothstep(0.05, 0.25, y - LEVEL) * 0.95);
    },
  });
  return standing(mesh, groundCover(palette, TURF));
}

function waterOf(heightAt: HeightAt, palette: PlantPalette): SetInstance {
  const mesh = discGround({
    heightAt: () => LEVEL,
    center: [0, -4],
    radius: 15,
    rings: 26,
    sectors: 60,
    innerStep: 0.5,
    colorAt: (x, _y, z) => {
      const depth = LEVEL - heightAt(x, z);
      const clear = mix([92, 124, 84], [22, 58, 58], smoothstep(0, 0.9, depth));
      return mix(clear, [206, 222, 234], palette.snow * (0.5 + 0.3 * noise(x * 0.6, z * 0.6, 3)));
    },
  });
  return standing(mesh, WATER, IDENTITY, { castsShadow: false });
}

/** Rafts of leaves, thicker towards the banks; a swimmer keeps open water. */
function padsOf(context: SetContext, heightAt: HeightAt, hasSwimmer: boolean): SetInstance[] {
  const random = context.random.fork('pads');
  const isAutumn = context.scene.season === 'autumn';
  const leaf: Color = isAutumn ? [122, 124, 52] : [72, 128, 62];
  const blossoms: readonly (Color | undefined)[] = [
    [244, 160, 192],
    undefined,
    [250, 238, 236],
    undefined,
    [236, 128, 170],
    undefined,
  ];
  const rafts: Plant[] = blossoms.map((blossom) => ({
    mesh: lilyPadsMesh(random, leaf, { pads: 9, spread: 0.8, ...(blossom && !isAutumn ? { blossom } : {}) }),
    material: { ...BLADES, specular: 0.25, gloss: 30 },
  }));
  const chance = (x: number, z: number): number => {
    const depth = LEVEL - heightAt(x, z);
    if (depth < 0.12 || (hasSwimmer && Math.hypot(x, z * 1.3) < 2)) return 0;
    return 0.25 + 0.75 * smoothstep(0.45, 0.6, noise(x * 0.4, z * 0.4, 13));
  };
  return planted({
    random,
    heightAt: () => LEVEL,
    plants: rafts,
    count: 26,
    from: [-8, -16],
    to: [8, 6],
    distance: 1.35,
    chance,
    scale: [0.8, 1.25],
    stretch: [1, 1],
    sink: -0.01,
    castsShadow: false,
  });
}

function plantsOf(context: SetContext, palette: PlantPalette, heightAt: HeightAt): SetInstance[] {
  const random = context.random.fork('plants');
  const { scene } = context;
  const leaves = leavesOf(scene);
  const plants = (count: number, make: () => Plant['mesh'], material = BLADES): Plant[] =>
    Array.from({ length: count }, () => ({ mesh: make(), material }));
  const reeds = plants(4, () => cattailMesh(random, mix(palette.grass, palette.dryGrass, 0.4)));
  const grass = plants(3, () =>
    tuftMesh({
      random,
      blades: 54,
      spread: 0.55,
      height: 0.4,
      width: 0.014,
      color: palette.grass,
      tip: palette.dryGrass,
      isCurved: true,
      snow: palette.snow,
    }),
  );
  const ferns = plants(2, () => fernMesh(random, mix(palette.grass, [70, 116, 56], 0.5), 10, 0.6));
  const blooms = (
    [
      [250, 214, 74],
      [196, 120, 216],
      [250, 246, 240],
    ] as const
  ).map((color): Plant => ({ mesh: flowerMesh(random, color), material: BLADES }));
  const stones = plants(4, () => boulderMesh(random, [124, 122, 112], palette.snow, 2), STONE);
  const near = plants(3, () => leafTreeMesh({ random, palette, detail: 'middle' }), leaves);
  const far = plants(4, () => leafTreeMesh({ random, palette, detail: 'far' }), leaves);
  const bushes = plants(3, () => bushMesh(random, palette.leaves[0]!, palette.snow), leaves);
  const above = (x: number, z: number): number => heightAt(x, z) - LEVEL;
  const lane = (x: number, z: number): boolean => z > 2.4 && Math.abs(x) < 1.7 + z * 0.26;
  const stage = (x: number, z: number): boolean => Math.hypot(x, z) < 2.9 && above(0, 0) > 0;
  const on = (low: number, high: number) => (x: number, z: number) =>
    above(x, z) > low && above(x, z) < high && !lane(x, z) && !stage(x, z) ? 1 : 0;
  const common = { random, heightAt };
  const isWhite = palette.snow > 0.5;
  return [
    ...planted({
      ...common,
      plants: reeds,
      count: 46,
      from: [-10, -18],
      to: [10, 7],
      distance: 0.6,
      chance: (x, z) => on(-0.25, 0.16)(x, z) * smoothstep(0.4, 0.55, noise(x * 0.35, z * 0.35, 5)),
      scale: [0.7, 1.1],
      castsShadow: false,
    }),
    ...planted({
      ...common,
      plants: stones,
      count: 34,
      from: [-10, -18],
      to: [10, 7],
      distance: 0.8,
      chance: on(-0.12, 0.2),
      scale: [0.25, 0.95],
      sink: 0.1,
    }),
    ...planted({
      ...common,
      plants: grass,
      count: isWhite ? 24 : 110,
      from: [-13, -20],
      to: [13, 7.5],
      distance: 0.75,
      chance: on(0.14, 3),
      castsShadow: false,
    }),
    ...(isWhite
      ? []
      : planted({
          ...common,
          plants: ferns,
          count: 30,
          from: [-12, -20],
          to: [12, 6],
          distance: 1.2,
          chance: on(0.1, 3),
          castsShadow: false,
        })),
    ...(isWhite
      ? []
      : planted({
          ...common,
          plants: blooms,
          count: 44,
          from: [-12, -20],
          to: [12, 7],
          distance: 0.9,
          chance: on(0.2, 3),
          castsShadow: false,
        })),
    ...planted({
      ...common,
      plants: bushes,
      count: 24,
      from: [-24, -32],
      to: [24, -8],
      distance: 2,
      chance: on(0.3, 9),
      scale: [1, 2.2],
    }),
    ...planted({
      ...common,
      plants: near,
      count: 12,
      from: [-26, -30],
      to: [26, -13],
      distance: 4,
      chance: (x, z) => (Math.hypot(x, z + 5) > 11.5 ? 1 : 0),
      castsShadow: false,
    }),
    ...planted({
      ...common,
      plants: far,
      count: 120,
      from: [-80, -80],
      to: [80, -30],
      distance: 3.6,
      scale: [0.8, 1.4],
      castsShadow: false,
    }),
  ];
}
