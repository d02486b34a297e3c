import type { Material } from '@openimagine/render';
import { softHills } from './hills.ts';
import { createHorizonClouds } from './horizon-clouds.ts';
import {
  ambience,
  fogOf,
  hasActor,
  hasDetail,
  lensFor,
  outdoorCues,
  type PlantPalette,
  plantPalette,
  SNOW,
} from './mood.ts';
import { BLADES, bushMesh, groundCover, leafTreeMesh, leavesOf, TURF } from './plants.ts';
import { placed, type SetInstance, scatter, standing } from './scatter.ts';
import type { SetContext, SetModel } from './set.ts';
import { addTube, type Color, createMeshBuilder, mix, shade, smoothstep } from './shape.ts';
import { sunflowerMesh } from './sunflower.ts';
import { discGround, fractal, type HeightAt, noise } from './terrain.ts';
import { tuftMesh } from './undergrowth.ts';
import { flowerMesh, wheatMesh } from './wheat.ts';

const POST: Material = { pattern: 'wood', patternScale: 2, specular: 0.05 };
const CROP: Material = { pattern: 'fur', patternScale: 16, wrap: 0.4, specular: 0.02 };

/** Grassland or a field of wheat under a wide sky: a track, a fence, single trees and low hills far away. */
export const field: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const palette = plantPalette(scene);
    const crop = cropOf(context, palette);
    const top = hilltopOf(context);
    const heightAt: HeightAt = (x, z) => {
      const away = Math.hypot(x, z);
      const slope = top === undefined ? 0 : -top.drop * smoothstep(top.radius, top.radius * 4.5, away);
      const rolling = (fractal(x * 0.018 + 5, z * 0.018, 3, 9) - 0.5) * 7 * smoothstep(6, 50, away);
      return slope + rolling + (noise(x * 0.7, z * 0.7, 4) - 0.5) * 0.08;
    };
    const still = [
      groundOf(palette, crop, heightAt),
      ...farTrees(context, palette, heightAt),
      ...hillsOf(palette, top?.drop ?? 0),
      ...(crop.hasFence ? [fenceOf(heightAt)] : []),
    ];
    const plants = createPlants(context, crop, heightAt);
    const clouds = createHorizonClouds(context, { distance: 560, foot: 44, heaps: 9 });
    return {
      groundAt: heightAt,
      focus: { position: [0, heightAt(0, 0), 0], halfWidth: 3.6, halfDepth: 2.4 },
      camera: { position: [0.7, 1.75, 9.4], target: [0, 1.25, 0], verticalFovDegrees: lensFor(aspect, 42) },
      momentAt: (seconds) => ({
        instances: [...still, ...plants(seconds)],
        lights: [],
        sprites: clouds(seconds),
        fog: fogOf(scene, 0.0026, { heightFalloff: 0.018 }),
      }),
      cues: [...outdoorCues(context, 0.4), ambience(context, 'wind', 0.1 + 0.3 * scene.wind, 0.3)],
    };
  },
};

/** Who stands on a hill has the land below: its flat top and how far it falls, metres. */
function hilltopOf({ scene }: SetContext): { readonly radius: number; readonly drop: number } | undefined {
  if (!hasDetail(scene, 'hill') || scene.actors.length === 0) return undefined;
  const isLarge = hasActor(scene, 'castle', 'tower', 'lighthouse', 'temple', 'ruin', 'landmark');
  return isLarge ? { radius: 13, drop: 17 } : { radius: 4.5, drop: 5 };
}

interface Crop {
  readonly kind: 'wheat' | 'meadow' | 'flowers' | 'sunflowers';
  /** Height of what stands in the field; far ground is raised by it. */
  readonly height: number;
  readonly ground: Color;
  readonly tip: Color;
  readonly hasFence: boolean;
  readonly hasTrack: boolean;
}

function cropOf({ scene }: SetContext, palette: PlantPalette): Crop {
  if (hasDetail(scene, 'wheat', 'grain', 'barley', 'corn', 'rye') && palette.snow < 0.5) {
    const ripe: Color = scene.season === 'spring' ? [136, 152, 74] : [202, 162, 84];
    return {
      kind: 'wheat',
      height: 0.82,
      ground: shade(ripe, 0.88),
      tip: mix(ripe, [244, 214, 140], 0.5),
      hasFence: false,
      hasTrack: scene.actors.length > 0,
    };
  }
  if (hasDetail(scene, 'sunflower') && palette.snow < 0.3) {
    const green = mix(palette.grass, [86, 120, 52], 0.5);
    return {
      kind: 'sunflowers',
      height: 1.1,
      ground: shade(green, 0.7),
      tip: green,
      hasFence: false,
      hasTrack: scene.actors.length > 0,
    };
  }
  const hasFlowers =
    hasDetail(scene, 'flower', 'meadow', 'poppy', 'lavender', 'tulip', 'daisy') || scene.season === 'spring';
  return {
    kind: hasFlowers && palette.snow < 0.3 ? 'flowers' : 'meadow',
    height: 0.18,
    ground: mix(palette.grass, palette.dryGrass, 0.25),
    tip: mix(palette.dryGrass, [206, 196, 120], 0.25),
    hasFence: true,
    hasTrack: scene.actors.length > 0,
  };
}

/** How much a spot belongs to the trodden track on which the actors stand, 0 … 1; wheat in which nobody stands has none. */
function trackAt(x: number, z: number, crop: Crop): number {
  if (!crop.hasTrack) return 0;
  const isWheat = crop.kind === 'wheat';
  const middle = Math.sin(z * 0.05) * 3 * smoothstep(4, 30, Math.abs(z));
  const half = isWheat ? 0.35 + 1.5 * (1 - smoothstep(1.2, 3.4, Math.abs(z - 0.4))) + 0.7 * smoothstep(6, 8, z) : 1.1;
  const share = isWheat ? 1 - smoothstep(5, 11, -z) : 1;
  return share * (1 - smoothstep(half, half + 0.9, Math.abs(x - middle) + (noise(x, z, 12) - 0.5) * 0.6));
}

/** Up to which part of the stalks' height the thicket hides the ground. */
function thicketAt(x: number, z: number, crop: Crop): number {
  const far = smoothstep(14, 34, Math.hypot(x, z - 6));
  const rough = 0.16 * (noise(x * 2.7, z * 2.7, 31) - 0.5) * (1 - far);
  return (0.5 + rough + 0.36 * far) * (1 - trackAt(x, z, crop));
}

function groundOf(palette: PlantPalette, crop: Crop, heightAt: HeightAt): SetInstance {
  const isWheat = crop.kind === 'wheat';
  // Among the stalks the ground is drawn up to half their height, beyond the last of them up to the ears: a field of
  // wheat is too dense to be seen into, and half a million stalks would not be drawn in time.
  const raised: HeightAt = (x, z) => heightAt(x, z) + (isWheat ? crop.height * thicketAt(x, z, crop) : 0);
  const mesh = discGround({
    heightAt: raised,
    center: [0, 5],
    radius: 320,
    rings: isWheat ? 66 : 58,
    sectors: isWheat ? 110 : 96,
    colorAt: (x, _y, z) => {
      const patch = fractal(x * 0.12, z * 0.12, 4, 17);
      const far = smoothstep(12, 40, Math.hypot(x, z));
      const stripe = isWheat ? 0.05 * Math.sin(x * 0.9 + noise(x * 0.1, z * 0.1, 2) * 3) : 0;
      const straw = isWheat
        ? shade(mix(crop.ground, crop.tip, noise(x * 7, z * 7, 3)), 0.8 + 0.4 * noise(x * 3.1, z * 3.1, 9))
        : crop.ground;
      const grown = mix(
        shade(straw, isWheat ? 1 - 0.38 * smoothstep(-7, -1, z) : 0.9 + 0.1 * far),
        mix(crop.tip, palette.grass, isWheat ? 0.08 : 0.6),
        far * 0.5 + stripe,
      );
      const bloom = crop.kind === 'sunflowers' ? 0.62 * smoothstep(16, 40, Math.hypot(x, z)) : 0;
      const mottled = shade(mix(grown, palette.dryGrass, smoothstep(0.4, 0.75, patch) * 0.55), 0.86 + 0.3 * patch);
      const track = trackAt(x, z, crop) * (isWheat ? 0.85 : 0.5) * (1 - 0.6 * far);
      return mix(
        mix(mix(mottled, [214, 170, 48], bloom), mix(palette.soil, palette.dryGrass, 0.3 + 0.3 * patch), track),
        SNOW,
        palette.snow * (0.86 + 0.12 * patch),
      );
    },
    openAt: (x, z) => (isWheat ? 0.55 + 0.45 * Math.min(1, thicketAt(x, z, crop) * 2 + trackAt(x, z, crop)) : 0.9),
  });
  return standing(mesh, isWheat ? CROP : groundCover(palette, TURF));
}

/** Everything that bows in the wind: near clumps, farther clumps, and gusts that run through both. */
function createPlants(context: SetContext, crop: Crop, heightAt: HeightAt): (seconds: number) => SetInstance[] {
  if (crop.kind === 'sunflowers') return sunflowers(context, crop, heightAt);
  const { scene } = context;
  const random = context.random.fork('plants');
  const palette = plantPalette(scene);
  const isWheat = crop.kind === 'wheat';
  const straw = mix(palette.grass, [190, 176, 140], palette.snow * 0.7);
  const grass = { random, color: straw, tip: mix(crop.tip, straw, palette.snow), snow: palette.snow * 0.5 };
  const near = Array.from({ length: 4 }, () =>
    isWheat
      ? wheatMesh(random, {
          stalks: 30,
          spread: 0.5,
          height: crop.height,
          color: crop.ground,
          tip: crop.tip,
          detail: 'near',
        })
      : tuftMesh({ ...grass, blades: 80, spread: 0.95, height: 0.3, width: 0.015 }),
  );
  const middle = Array.from({ length: isWheat ? 5 : 0 }, () =>
    wheatMesh(random, {
      stalks: 34,
      spread: 0.46,
      height: crop.height,
      color: crop.ground,
      tip: crop.tip,
      detail: 'middle',
    }),
  );
  const far = Array.from({ length: 4 }, () =>
    isWheat
      ? wheatMesh(random, {
          stalks: 44,
          spread: 1.1,
          height: crop.height,
          color: crop.ground,
          tip: crop.tip,
          detail: 'far',
        })
      : tuftMesh({ ...grass, blades: 80, spread: 1.9, height: 0.36, width: 0.03 }),
  );
  const flowers = Array.from({ length: 4 }, (_, i) => flowerMesh(random, flowerColors(scene)[i]!));
  const free = (x: number, z: number): number => {
    if (z > 6 && crop.hasTrack && Math.abs(x) < (isWheat ? 1.6 : 0.9)) return 0;
    const track = trackAt(x, z, crop);
    return track > 0.5 ? (isWheat ? 0 : 0.4) : 1;
  };
  // Plump ears cost four times as much as flat ones: they stand only where they can be told apart.
  const nearSpots = scatter({
    random,
    count: isWheat ? 56 : palette.snow > 0.5 ? 26 : 95,
    from: [isWheat ? -3.2 : -9, isWheat ? 4.6 : -8],
    to: [isWheat ? 3.8 : 9, 7.6],
    distance: isWheat ? 0.36 : 0.9,
    chance: free,
  });
  const middleSpots = isWheat
    ? scatter({ random, count: 300, from: [-7.6, -4], to: [8, 6.4], distance: 0.46, chance: free })
    : [];
  const farSpots = scatter({
    random,
    count: isWheat ? 240 : palette.snow > 0.5 ? 40 : 120,
    from: [-32, -30],
    to: [32, isWheat ? 5 : -9.5],
    distance: isWheat ? (_x, z) => (z > -12 ? 0.8 : 1.3) : 1.7,
    chance: (x, z) => (isWheat && z > -3.4 && Math.abs(x) < 7.2 ? 0 : free(x, z)),
  });
  const all = [
    ...nearSpots.map((spot) => ({ ...spot, mesh: random.pick(near), grow: 1 })),
    ...middleSpots.map((spot) => ({ ...spot, mesh: random.pick(middle), grow: 1 })),
    ...farSpots.map((spot) => ({ ...spot, mesh: random.pick(far), grow: 1 })),
    ...(crop.kind === 'flowers'
      ? scatter({ random, count: 190, from: [-15, -19], to: [15, 7.4], distance: 0.8, chance: free })
      : []
    ).map((spot) => ({ ...spot, mesh: random.pick(flowers), grow: 1.35 })),
  ].map((spot) => ({
    ...spot,
    y: heightAt(spot.x, spot.z) - 0.04,
    scale: random.between(0.82, 1.14) * spot.grow,
    turn: isWheat ? random.between(-0.8, 0.8) : random.between(0, 6.28),
    tone: random.between(0.88, 1.1),
    phase: random.between(-0.5, 0.5),
  }));
  return (seconds) =>
    all.map(({ mesh, x, y, z, scale, turn, tone, phase }) => {
      const wave =
        Math.sin(seconds * 1.7 - x * 0.28 + z * 0.1 + phase) * 0.6 + Math.sin(seconds * 3.1 - x * 0.55 - z * 0.2) * 0.3;
      const lean = (0.06 + 0.42 * scene.wind) * (0.45 + 0.65 * wave);
      // Stalks that bow turn their paler side up: gusts are seen as light running through the field.
      const light = tone * (1 + 0.16 * wave * Math.min(1, scene.wind + 0.25));
      const matrix = placed(x, y, z, { scale, turn, lean: [lean, lean * 0.25] });
      return { mesh, material: BLADES, matrix, tint: [light, light, light * 0.97], castsShadow: false };
    });
}

/** Four tones: those of the flower that was named, or a meadow's mixture. */
function flowerColors(scene: SetContext['scene']): readonly Color[] {
  const named = FLOWER_TONES.find(([word]) => hasDetail(scene, word));
  return named ? [0.86, 1, 1.1, 0.94].map((factor) => shade(named[1], factor)) : FLOWER_COLORS;
}

const FLOWER_TONES: readonly (readonly [word: string, tone: Color])[] = [
  ['lavender', [146, 104, 214]],
  ['poppy', [222, 48, 36]],
  ['poppies', [222, 48, 36]],
  ['daisy', [244, 242, 238]],
  ['daisies', [244, 242, 238]],
];

/** Rows of sunflowers that look at the camera, nearer ones with more petals. */
function sunflowers({ random, scene }: SetContext, crop: Crop, heightAt: HeightAt): (seconds: number) => SetInstance[] {
  const own = random.fork('sunflowers');
  const near = Array.from({ length: 4 }, () => sunflowerMesh(own, { plants: 3, spread: 0.42, petals: 12 }));
  const far = Array.from({ length: 4 }, () => sunflowerMesh(own, { plants: 5, spread: 0.9, petals: 5 }));
  const free = (x: number, z: number): number =>
    trackAt(x, z, crop) > 0.4 || (z > 4.5 && Math.abs(x) < 1.4 && crop.hasTrack) || z > 7.4 ? 0 : 1;
  const all = [
    ...scatter({ random: own, count: 70, from: [-6, -4], to: [6, 7.2], distance: 0.75, chance: free }).map((spot) => ({
      ...spot,
      mesh: own.pick(near),
    })),
    ...scatter({ random: own, count: 210, from: [-34, -34], to: [34, -4], distance: 1.5, chance: free }).map(
      (spot) => ({ ...spot, mesh: own.pick(far) }),
    ),
  ].map((spot) => ({
    ...spot,
    y: heightAt(spot.x, spot.z) - 0.04,
    scale: own.between(0.85, 1.15),
    tone: own.between(0.9, 1.1),
  }));
  return (seconds) =>
    all.map(({ mesh, x, y, z, scale, tone }) => {
      const lean = (0.02 + 0.1 * scene.wind) * Math.sin(seconds * 1.4 - x * 0.4 + z * 0.2);
      const matrix = placed(x, y, z, { scale, lean: [lean, 0] });
      return { mesh, material: BLADES, matrix, tint: [tone, tone, tone], castsShadow: false };
    });
}

const FLOWER_COLORS: readonly Color[] = [
  [226, 70, 58],
  [244, 216, 96],
  [238, 236, 240],
  [150, 110, 206],
];

function farTrees(context: SetContext, palette: PlantPalette, heightAt: HeightAt): SetInstance[] {
  const random = context.random.fork('trees');
  const middle = Array.from({ length: 3 }, () => leafTreeMesh({ random, palette, detail: 'middle' }));
  const far = Array.from({ length: 4 }, () => leafTreeMesh({ random, palette, detail: 'far' }));
  const bushes = Array.from({ length: 3 }, () => bushMesh(random, palette.leaves[0]!, palette.snow));
  const rows = (x: number, z: number): number => {
    const hedge = Math.exp(-(((z + 95 + Math.sin(x * 0.03) * 14) / 3.5) ** 2));
    const lone = z > -85 && z < -34 && Math.abs(x) > 12 ? 0.04 : 0;
    const wood = z < -130 ? smoothstep(0.5, 0.65, noise(x * 0.018, z * 0.018, 6)) : 0;
    return Math.max(hedge * 0.8, lone, wood);
  };
  return scatter({ random, count: 150, from: [-190, -230], to: [190, -34], distance: 4.2, chance: rows }).map(
    ({ x, z }) => {
      const isBush = random.next() < 0.3;
      const mesh = isBush ? random.pick(bushes) : random.pick(z > -75 ? middle : far);
      const tone = random.between(0.82, 1.08);
      const scale = (isBush ? 2.4 : 1) * random.between(0.8, 1.35);
      return standing(
        mesh,
        leavesOf(context.scene),
        placed(x, heightAt(x, z) - 0.1, z, { scale, turn: random.between(0, 6.28) }),
        {
          tint: [tone, tone, tone],
          // Under a low sun its shadow would lie over the whole field.
          castsShadow: z > -60 && (context.scene.time === 'day' || context.scene.time === 'morning'),
        },
      );
    },
  );
}

/** @param drop How far the plain is below, metres. */
function hillsOf(palette: PlantPalette, drop: number): SetInstance[] {
  const tone = mix(palette.grass, palette.needles[0]!, 0.55);
  const range = { halfDepth: 80, foot: -2 - drop, snow: palette.snow };
  return [
    softHills({ ...range, z: -290, halfWidth: 430, height: 26 - drop * 0.4, color: tone, seed: 2 }),
    softHills({ ...range, z: -460, halfWidth: 700, height: 62, color: mix(tone, [108, 130, 150], 0.45), seed: 15 }),
  ];
}

/** Posts with two rails that leave to the left and to the right behind the actors. */
function fenceOf(heightAt: HeightAt): SetInstance {
  const builder = createMeshBuilder();
  const line = (x: number): number => -7.5 - Math.abs(x) * 0.04 + Math.sin(x * 0.2) * 0.3;
  const wood: Color = [138, 118, 96];
  for (let x = -39; x <= 39; x += 2.4) {
    if (Math.abs(x) < 1.4) continue;
    const z = line(x);
    const y = heightAt(x, z);
    const tone = shade(wood, 0.75 + 0.4 * noise(x, 2, 7));
    const lean = (noise(x * 3, 1, 8) - 0.5) * 0.16;
    const post = { fromRadius: 0.075, toRadius: 0.06, sides: 6, color: shade(tone, 0.7), toColor: tone, cap: true };
    addTube(builder, { ...post, from: [x, y - 0.2, z], to: [x + lean, y + 1.05, z + lean * 0.5], open: [0.5, 1] });
    if (x + 2.4 > 39 || Math.abs(x + 2.4) < 1.4) continue;
    for (const height of [0.5, 0.88]) {
      const jitter = (noise(x, height * 9, 3) - 0.5) * 0.12;
      addTube(builder, {
        from: [x - 0.1, y + height + jitter, z + 0.07],
        to: [x + 2.5, heightAt(x + 2.4, line(x + 2.4)) + height - jitter, line(x + 2.4) + 0.07],
        fromRadius: 0.045,
        toRadius: 0.04,
        sides: 5,
        color: shade(tone, 0.95),
      });
    }
  }
  return standing(builder.build(), POST);
}
