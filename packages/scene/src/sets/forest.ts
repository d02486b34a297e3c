import type { Mesh, Rgb } from '@openimagine/render';
import { buildCanopy } from './forest-canopy.ts';
import { jungleOf } from './forest-jungle.ts';
import {
  darknessAt,
  fogOf,
  hasActor,
  hasDetail,
  isAerial,
  lensFor,
  mistLight,
  outdoorCues,
  type PlantPalette,
  plantPalette,
  SNOW,
} from './mood.ts';
import { BLADES, leafTreeMesh, leavesOf, NEEDLES, pineMesh, SNOWY, STONE, TURF } from './plants.ts';
import { placed, type SetInstance, type SpriteSpot, scatter, sprites, standing, wrap } from './scatter.ts';
import type { BuiltSet, SetContext, SetModel, SetMoment } from './set.ts';
import { mix, shade, smoothstep } from './shape.ts';
import { discGround, fractal, type HeightAt, noise } from './terrain.ts';
import { boulderMesh, fernMesh, tuftMesh } from './undergrowth.ts';

/**
 * A wood with a path through it: near trunks left and right, a clearing for the actors, rows that fade into the mist.
 * Pines, broad-leaved trees, both, or a jungle by its details; seen from far above it is a canopy instead.
 */
export const forest: SetModel = {
  build(context) {
    return isAerial(context.scene) ? buildCanopy(context) : buildWood(context);
  },
};

function buildWood(context: SetContext): BuiltSet {
  const { scene, aspect } = context;
  const palette = plantPalette(scene);
  const heightAt: HeightAt = (x, z) => {
    const rolling = (fractal(x * 0.045 + 7, z * 0.045 + 3, 3, 5) - 0.5) * 5;
    const bumps = (noise(x * 0.9, z * 0.9, 8) - 0.5) * 0.14;
    const clearing = smoothstep(3, 16, Math.hypot(x * 0.8, z * 0.55));
    return rolling * clearing + bumps * (0.35 + 0.65 * clearing) + 0.05 * clearing * Math.max(0, -z) * 0.4;
  };
  const isJungle = hasDetail(scene, 'jungle', 'rainforest', 'tropical');
  const still = [
    groundOf(context, palette, heightAt),
    ...treesOf(context, palette, heightAt),
    ...undergrowthOf(context, palette, heightAt),
    ...(isJungle ? jungleOf(context, heightAt, treeChance) : []),
  ];
  // A waterfall stands far off.
  const density = hasActor(scene, 'waterfall') ? 0.005 : isJungle ? 0.011 : 0.0075;
  const fog = fogOf(scene, density, { heightFalloff: 0.035 });
  return {
    groundAt: heightAt,
    focus: { position: [0, heightAt(0, 0), 0], halfWidth: 3.4, halfDepth: 2.6 },
    camera: { position: [0.6, 1.7, 9.2], target: [0, 1.25, 0], verticalFovDegrees: lensFor(aspect, 42) },
    momentAt: (seconds) => ({
      instances: still,
      lights: [],
      sprites: [...mistOf(context, seconds), ...fallingLeaves(context, palette, seconds)],
      fog,
    }),
    cues: outdoorCues(context, isJungle ? 0.6 : 0.4),
  };
}

/** Where the path runs at a depth: it winds, but starts between the actors' feet. */
function pathX(z: number): number {
  return Math.sin(z * 0.11) * 2.4 * smoothstep(0, 14, Math.abs(z)) + 0.25 * Math.sin(z * 0.4);
}

function groundOf(context: SetContext, palette: PlantPalette, heightAt: HeightAt): SetInstance {
  const fallen = context.scene.season === 'autumn' ? 0.5 : 0;
  const isMossy = hasDetail(context.scene, 'moss');
  const trodden = isMossy ? 0.12 : hasDetail(context.scene, 'jungle', 'rainforest', 'tropical') ? 0.4 : 1;
  const mesh = discGround({
    heightAt,
    center: [0, 5.5],
    radius: 130,
    rings: 56,
    sectors: 88,
    colorAt: (x, _y, z) => {
      const patch = fractal(x * 0.35, z * 0.35, 3, 21);
      const moss = isMossy
        ? shade(mix([74, 112, 34], [128, 152, 52], patch), 0.8 + 0.4 * noise(x * 9, z * 9, 33))
        : mix(palette.grass, palette.dryGrass, smoothstep(0.35, 0.7, patch));
      const litter = mix(
        moss,
        palette.soil,
        smoothstep(0.45, 0.75, fractal(x * 0.16, z * 0.16, 3, 44)) * 0.8 * trodden,
      );
      const leaf = palette.leaves[Math.floor(noise(x * 0.9, z * 0.9, 71) * 0.999 * palette.leaves.length)]!;
      const carpet = mix(litter, leaf, fallen * smoothstep(0.3, 0.55, fractal(x * 0.7, z * 0.7, 2, 17)));
      const path = 1 - smoothstep(0.7, 1.6, Math.abs(x - pathX(z)) + (patch - 0.5) * 0.9);
      const bare = mix(
        shade(carpet, 0.95),
        mix(palette.soil, [176, 148, 110], 0.45),
        path * trodden * (0.85 - fallen * 0.5),
      );
      return mix(bare, shade(SNOW, 0.92 + 0.08 * patch), palette.snow * (path > 0.3 ? 0.9 : 0.97));
    },
    openAt: (x, z) => 0.85 + 0.15 * noise(x * 0.5, z * 0.5, 61),
  });
  return standing(mesh, palette.snow > 0.5 ? SNOWY : TURF);
}

/** How likely a tree stands somewhere: never in the clearing, on the path, or before the camera. */
function treeChance(x: number, z: number): number {
  if (Math.abs(x - pathX(z)) < 2.1) return 0;
  if (Math.hypot(x, z * 1.15) < 6.2) return 0;
  if (z > 0 && Math.abs(x) < 2.6 + z * 0.52) return 0;
  return 1;
}

function treesOf(context: SetContext, palette: PlantPalette, heightAt: HeightAt): SetInstance[] {
  // What stands in the sky is seen through a gap between the crowns, right of the middle.
  const hasGap = hasActor(context.scene, 'moon', 'planet', 'fireworks');
  const chance = (x: number, z: number): number =>
    hasGap && z < 4 && Math.abs(x / (9.2 - z) - 0.34) < 0.2 ? 0 : treeChance(x, z);
  const random = context.random.fork('trees');
  const kinds = treeKinds(context);
  const isJungle = hasDetail(context.scene, 'jungle', 'rainforest', 'tropical');
  // The cliff of a waterfall hides most of the wood behind it.
  const hasFall = hasActor(context.scene, 'waterfall');
  const variants = (detail: 'near' | 'middle' | 'far', count: number) =>
    Array.from({ length: count }, () => {
      const isPine = random.next() < kinds.pines;
      const mesh: Mesh = (isPine ? pineMesh : leafTreeMesh)({ random, palette, detail });
      return { mesh, material: isPine ? NEEDLES : leavesOf(context.scene) };
    });
  const near = variants('near', 5);
  const middle = variants('middle', 5);
  const far = variants('far', 5);
  const spots = [
    ...scatter({
      random,
      count: hasFall ? 10 : isJungle ? 16 : 26,
      from: [-17, -15],
      to: [17, 9],
      distance: 3.1,
      chance,
    }),
    ...scatter({
      random,
      count: hasFall ? 24 : isJungle ? 44 : 80,
      from: [-42, -44],
      to: [42, -15],
      distance: 3.3,
      chance,
    }),
    ...scatter({
      random,
      count: hasFall ? 30 : isJungle ? 90 : 150,
      from: [-95, -110],
      to: [95, -44],
      distance: 3.8,
      chance,
    }),
    ...scatter({ random, count: 34, from: [-60, 10], to: [60, 60], distance: 6, chance }),
  ];
  return spots.map(({ x, z }) => {
    const range = Math.hypot(x, z - 9);
    const { mesh, material } = random.pick(range < 20 ? near : range < 44 ? middle : far);
    const tone = random.between(0.82, 1.12);
    const tint: Rgb = [tone * random.between(0.95, 1.06), tone, tone * random.between(0.92, 1.04)];
    const placing = {
      scale: random.between(0.75, 1.3) * kinds.scale,
      stretch: random.between(0.92, 1.2),
      turn: random.between(0, 6.28),
      lean: [random.between(-0.03, 0.03), random.between(-0.03, 0.03)] as const,
    };
    return standing(mesh, material, placed(x, heightAt(x, z) - 0.05, z, placing), { tint, castsShadow: range < 46 });
  });
}

function treeKinds({ scene }: SetContext): { pines: number; scale: number } {
  if (hasDetail(scene, 'pine', 'conifer', 'spruce', 'fir')) return { pines: 1, scale: 1 };
  if (hasDetail(scene, 'jungle', 'rainforest', 'tropical')) return { pines: 0, scale: 1.15 };
  if (scene.weather === 'snow' || scene.season === 'winter') return { pines: 0.97, scale: 1 };
  if (scene.season === 'autumn') return { pines: 0.2, scale: 1.05 };
  return { pines: 0.45, scale: 1.05 };
}

function undergrowthOf(context: SetContext, palette: PlantPalette, heightAt: HeightAt): SetInstance[] {
  const random = context.random.fork('undergrowth');
  const isJungle = hasDetail(context.scene, 'jungle', 'rainforest', 'tropical');
  const green = mix(palette.grass, [86, 120, 60], 0.4);
  const ferns = Array.from({ length: 3 }, () =>
    fernMesh(random, mix(green, SNOW, palette.snow * 0.25), 9, isJungle ? 1 : 0.65),
  );
  const tufts = Array.from({ length: 3 }, () =>
    tuftMesh({
      random,
      blades: 64,
      spread: 0.85,
      height: 0.26,
      width: 0.015,
      color: palette.grass,
      tip: mix(palette.dryGrass, [200, 196, 130], 0.3),
      snow: palette.snow,
    }),
  );
  const boulders = Array.from({ length: 3 }, () => boulderMesh(random, [128, 124, 116], palette.snow));
  const chance = (x: number, z: number): number => {
    const path = smoothstep(0.9, 1.9, Math.abs(x - pathX(z)));
    const stage = smoothstep(2.2, 5, Math.hypot(x, z * 1.2));
    const view = z > 4 && Math.abs(x) < 1.2 ? 0 : 1;
    return path * Math.max(0.4, stage) * view;
  };
  const spots = scatter({
    random,
    count: isJungle ? 110 : palette.snow > 0.5 ? 60 : 170,
    from: [-15, -24],
    to: [15, 8],
    distance: 0.75,
    chance,
  });
  return spots.map(({ x, z }) => {
    const roll = random.next();
    const y = heightAt(x, z) - 0.03;
    const turn = random.between(0, 6.28);
    const isOpen = Math.hypot(x, z) < 4.5;
    if (roll < 0.09 && !isOpen) {
      return standing(random.pick(boulders), STONE, placed(x, y, z, { scale: random.between(0.5, 1.5), turn }));
    }
    if (roll < (isJungle ? 0.75 : 0.5) && !isOpen) {
      const scale = random.between(0.7, 1.4) * (palette.snow > 0.5 ? 0.7 : 1);
      return standing(random.pick(ferns), BLADES, placed(x, y, z, { scale, turn }), { castsShadow: false });
    }
    const scale = random.between(0.7, 1.25);
    return standing(random.pick(tufts), BLADES, placed(x, y, z, { scale, turn }), { castsShadow: false });
  });
}

/** Sheets of mist that drift between the rows, so that each row stands out from the next. */
function mistOf(context: SetContext, seconds: number): SetMoment['sprites'] {
  const { scene, durationSeconds } = context;
  const strength = 0.05 + 0.16 * scene.haze + (scene.weather === 'fog' ? 0.12 : 0);
  const light = mistLight(scene, seconds, durationSeconds);
  const random = context.random.fork('mist');
  const spots = Array.from({ length: 22 }, (): SpriteSpot => {
    const z = random.between(-62, -12);
    const x = random.between(-34, 34) + seconds * random.between(0.1, 0.4) * (0.4 + scene.wind);
    const radius = random.between(6, 11);
    return {
      position: [x, random.between(0.4, 2.4), z],
      radius,
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

/** Single leaves that tumble down in autumn. */
function fallingLeaves(context: SetContext, palette: PlantPalette, seconds: number): SetMoment['sprites'] {
  const { scene, durationSeconds } = context;
  if (scene.season !== 'autumn' || palette.snow > 0.5) return [];
  const random = context.random.fork('leaves');
  const light = 1 - 0.85 * darknessAt(scene, seconds, durationSeconds);
  const spots = Array.from({ length: 36 }, (): SpriteSpot => {
    const phase = random.between(0, 6.28);
    const fall = wrap(random.between(0, 6.5) - seconds * random.between(0.5, 0.9), 6.5);
    const swing = Math.sin(seconds * random.between(1.2, 2.2) + phase);
    const tone = random.pick(palette.leaves);
    const channel = (value: number): number => (value / 255) ** 2.2 * 1.3 * light;
    return {
      position: [random.between(-8, 8) + 0.5 * swing + seconds * scene.wind * 0.6, fall, random.between(-10, 4)],
      radius: random.between(0.035, 0.06) * (0.5 + 0.5 * Math.abs(Math.cos(seconds * 2.4 + phase))),
      rotation: seconds * 2 + phase,
      color: [channel(tone[0]), channel(tone[1]), channel(tone[2]), 0.95],
    };
  });
  return [sprites('soft', 'alpha', spots)];
}
