import type { Material, Mesh } from '@openimagine/render';
import { brainCoralMesh, branchCoralMesh, fanCoralMesh, shoalFishMesh, spongeMesh, weedMesh } from './coral.ts';
import { ambience, darknessAt, hasDetail, lensFor } from './mood.ts';
import { IDENTITY, placed, type SetInstance, type SpriteSpot, scatter, sprites, standing, wrap } from './scatter.ts';
import type { SetContext, SetModel, SetMoment } from './set.ts';
import { type Color, mix, shade, smoothstep } from './shape.ts';
import { sunkenRuins } from './sunken-ruins.ts';
import { discGround, fractal, type HeightAt, noise, patchGround } from './terrain.ts';
import { boulderMesh } from './undergrowth.ts';

const SAND: Material = { pattern: 'sand', patternScale: 3.5, wrap: 0.3, specular: 0.04 };
const CORAL: Material = { pattern: 'grain', patternScale: 2, wrap: 0.45, rim: 0.2, specular: 0.08 };
const WEED: Material = { wrap: 0.6, rim: 0.15, specular: 0.1 };
const ROCK: Material = { pattern: 'rock', patternScale: 1.2, wrap: 0.2, specular: 0.04 };
const SCALES: Material = { specular: 0.6, gloss: 40, wrap: 0.3 };

const CORAL_COLORS: readonly Color[] = [
  [232, 112, 96],
  [238, 152, 82],
  [198, 92, 156],
  [240, 196, 102],
  [134, 104, 196],
  [92, 176, 168],
  [224, 84, 112],
];

/** Loops of the caustics: seconds, and how many patterns are built over them. */
const CAUSTIC_SECONDS = 4;
const CAUSTIC_STEPS = 48;

/** How much of the daylight comes down to where the sea is deep. */
const DEEP = 0.14;

/** A coral reef on a sandy floor: light nets that play on the sand, weed that sways, shoals, bubbles, shafts from above. */
export const underwater: SetModel = {
  build(context) {
    const { scene, aspect, durationSeconds } = context;
    const heightAt: HeightAt = (x, z) => {
      const mounds = 2.4 * smoothstep(4.2, 12, Math.abs(x) - 0.06 * z) * fractal(x * 0.16 + 3, z * 0.16, 3, 5);
      const behind = 3.4 * smoothstep(-12, -26, z) * fractal(x * 0.09 + 8, z * 0.09, 3, 15);
      return (mounds + behind) * smoothstep(2.5, 7, Math.hypot(x, z * 0.8)) + (noise(x * 0.8, z * 0.8, 2) - 0.5) * 0.1;
    };
    const far = farFloor(heightAt);
    const causticAt = createCaustics(heightAt);
    const isDeep = hasDetail(scene, 'deep');
    const isSunken = hasDetail(scene, 'ruin', 'temple', 'atlantis', 'sunken', 'submerged', 'columns', 'lost city');
    const reef = [
      ...reefOf(context, heightAt),
      ...(isSunken ? sunkenRuins(context.random.fork('sunken'), heightAt) : []),
    ];
    // Whales and wrecks are seen from farther away: the water is clearer round them.
    const clarity =
      (isSunken ? 0.028 : 0.042) / Math.min(2.6, Math.max(1, ...scene.actors.map(({ size }) => size * 0.62)));
    const weeds = createWeeds(context, heightAt);
    const shoals = createShoals(context);
    return {
      groundAt: heightAt,
      focus: { position: [0, heightAt(0, 0), 0], halfWidth: 3.4, halfDepth: 2.2 },
      camera: { position: [0.4, 1.7, 8.6], target: [0, 1.35, 0], verticalFovDegrees: lensFor(aspect, 44) },
      momentAt: (seconds) => {
        const day = isDeep ? DEEP : 1 - 0.72 * darknessAt(scene, seconds, durationSeconds);
        return {
          instances: [far, causticAt(seconds), ...reef, ...weeds(seconds), ...shoals(seconds)],
          lights: [],
          sprites: [...raysAt(context, seconds, day), ...bubblesAt(context, seconds, day)],
          sky: {
            zenith: [0.2 * day, 0.74 * day, 0.86 * day],
            horizon: [0.016 * day, 0.2 * day, 0.3 * day],
            ground: [0.01 * day, 0.11 * day, 0.16 * day],
            glow: [0.25 * day, 0.5 * day, 0.5 * day],
            stars: 0,
            discs: [],
          },
          sun: { direction: [0.3, 1, 0.22], color: [1.35 * day, 1.9 * day, 1.7 * day], softness: 0.35 },
          ambient: { up: [0.14 * day, 0.46 * day, 0.54 * day], down: [0.07 * day, 0.16 * day, 0.17 * day] },
          fog: { color: [0.014 * day, 0.2 * day, 0.29 * day], density: clarity, heightFalloff: 0.015, baseHeight: 0 },
          shafts: {
            position: [6, 30, -18],
            color: [0.45 * day, 0.9 * day, 0.86 * day],
            strength: scene.lightRays ? 0.6 : 0.4,
          },
        };
      },
      cues: [ambience(context, 'underwater', 0.7)],
    };
  },
};

function sandColor(x: number, z: number): Color {
  return shade(mix([176, 162, 126], [206, 194, 158], fractal(x * 0.4, z * 0.4, 3, 4)), 0.94);
}

function farFloor(heightAt: HeightAt): SetInstance {
  const mesh = discGround({
    // It dips under the finer patch with the caustics, so that the two never fight for the same depth.
    heightAt: (x, z) =>
      heightAt(x, z) - 0.18 * smoothstep(1.03, 0.94, Math.max(Math.abs(x) / 9.5, Math.abs(z + 2) / 10)),
    radius: 80,
    rings: 34,
    sectors: 60,
    innerStep: 1,
    colorAt: (x, _y, z) => sandColor(x, z),
  });
  return standing(mesh, SAND);
}

/** Sand under a net of light. Each step of the loop has vertex colours of its own; steps are built when first shown. */
function createCaustics(heightAt: HeightAt): (seconds: number) => SetInstance {
  const base = patchGround({
    from: [-9.5, -12],
    to: [9.5, 8],
    columns: 76,
    rows: 78,
    heightAt,
    colorAt: (x, _y, z) => sandColor(x, z),
  });
  const steps: (Mesh | undefined)[] = new Array(CAUSTIC_STEPS).fill(undefined);
  const litStep = (step: number): Mesh => {
    const colors = new Uint8Array(base.colors);
    for (let i = 0; i * 3 < base.positions.length; i++) {
      const [x, z] = [base.positions[i * 3]!, base.positions[i * 3 + 2]!];
      const light = 0.74 + 0.62 * causticLight(x, z, step / CAUSTIC_STEPS);
      for (let k = 0; k < 3; k++) colors[i * 4 + k] = Math.min(255, base.colors[i * 4 + k]! * light);
    }
    return { ...base, colors };
  };
  return (seconds) => {
    const step = Math.floor((wrap(seconds, CAUSTIC_SECONDS) / CAUSTIC_SECONDS) * CAUSTIC_STEPS) % CAUSTIC_STEPS;
    steps[step] ??= litStep(step);
    return standing(steps[step], SAND, IDENTITY, { castsShadow: false });
  };
}

/** Brightness where light is focused: on the borders between cells whose centres wander in circles. 0 … 1. */
function causticLight(x: number, z: number, turn: number): number {
  const [u, v] = [x * 1.05 + 0.3 * Math.sin(z * 1.3), z * 1.25 + 0.3 * Math.sin(x * 1.1)];
  let first = 9;
  let second = 9;
  for (let i = -1; i <= 1; i++)
    for (let j = -1; j <= 1; j++) {
      const [cu, cv] = [Math.floor(u) + i, Math.floor(v) + j];
      const phase = noise(cu * 1.7 + 0.5, cv * 2.3 + 0.5, 7) * 12.6;
      const du = cu + 0.5 + 0.38 * Math.sin(turn * Math.PI * 2 + phase) - u;
      const dv = cv + 0.5 + 0.38 * Math.cos(turn * Math.PI * 2 + phase * 1.7) - v;
      const distance = Math.hypot(du, dv);
      if (distance < first) {
        second = first;
        first = distance;
      } else second = Math.min(second, distance);
    }
  return (1 - smoothstep(0, 0.34, second - first)) ** 1.6;
}

function reefOf(context: SetContext, heightAt: HeightAt): SetInstance[] {
  const random = context.random.fork('reef');
  const rocks = Array.from({ length: 3 }, () => boulderMesh(random, [104, 98, 104], 0, 2));
  const corals = CORAL_COLORS.map((color, i) =>
    [branchCoralMesh, brainCoralMesh, fanCoralMesh, spongeMesh, branchCoralMesh, fanCoralMesh, branchCoralMesh][i]!(
      random,
      color,
    ),
  );
  const chance = (x: number, z: number): number => {
    const side = smoothstep(2.4, 5, Math.abs(x) + Math.max(0, -z - 6) * 0.25);
    if (z > 3.5 && Math.abs(x) < 3 + (z - 3.5) * 0.2) return 0;
    return Math.hypot(x, z) < 2.6 ? 0 : 0.12 + 0.88 * side;
  };
  const spots = scatter({ random, count: 95, from: [-11, -17], to: [11, 6], distance: 0.85, chance });
  const pieces = spots.map(({ x, z }) => {
    const isRock = random.next() < 0.26;
    const scale = isRock
      ? random.between(0.6, 2.2)
      : random.between(0.6, 1.45) * (1 + 0.4 * smoothstep(4, 9, Math.abs(x)));
    const matrix = placed(x, heightAt(x, z) - 0.06 * scale, z, {
      scale,
      turn: random.between(0, 6.28) * (isRock ? 1 : 0.25) - 0.8,
    });
    const tone = random.between(0.85, 1.15);
    return standing(random.pick(isRock ? rocks : corals), isRock ? ROCK : CORAL, matrix, { tint: [tone, tone, tone] });
  });
  const shapes = scatter({ random, count: 16, from: [-26, -34], to: [26, -16], distance: 4, chance: () => 1 }).map(
    ({ x, z }) =>
      standing(
        random.pick(rocks),
        ROCK,
        placed(x, heightAt(x, z) - 0.4, z, {
          scale: random.between(3, 7),
          stretch: random.between(0.8, 1.5),
          turn: random.between(0, 6),
        }),
      ),
  );
  return [...pieces, ...shapes];
}

function createWeeds(context: SetContext, heightAt: HeightAt): (seconds: number) => SetInstance[] {
  const random = context.random.fork('weeds');
  const tall = Array.from({ length: 3 }, () => weedMesh(random, [78, 122, 58], 2.2, 6));
  const low = Array.from({ length: 3 }, () => weedMesh(random, [104, 140, 66], 0.7, 9));
  const chance = (x: number, z: number): number =>
    Math.hypot(x, z) < 2.4 || (z > 2 && Math.abs(x) < 3.4) ? 0 : Math.abs(x) > 4 || z < -7 ? 1 : 0.3;
  const spots = scatter({ random, count: 42, from: [-10, -15], to: [10, 5.5], distance: 0.9, chance }).map(
    ({ x, z }) => {
      const isTall = Math.abs(x) > 4.4 && random.next() < 0.55;
      return {
        x,
        z,
        y: heightAt(x, z) - 0.05,
        mesh: random.pick(isTall ? tall : low),
        scale: random.between(0.7, 1.25),
        turn: random.between(0, 6.28),
      };
    },
  );
  return (seconds) =>
    spots.map(({ x, y, z, mesh, scale, turn }) => {
      const sway = 0.2 * Math.sin(seconds * 0.9 + x * 0.5) + 0.09 * Math.sin(seconds * 1.7 + z);
      const drift = 0.1 * Math.sin(seconds * 0.7 + z * 0.6);
      return {
        mesh,
        material: WEED,
        matrix: placed(x, y, z, { scale, turn, lean: [sway, drift] }),
        castsShadow: false,
      };
    });
}

/** Shoals that cross the picture behind the actors, each fish a little out of step. */
function createShoals(context: SetContext): (seconds: number) => SetInstance[] {
  const random = context.random.fork('shoals');
  const shoals = [
    { mesh: shoalFishMesh([238, 190, 76]), y: 2.5, z: -6, speed: 0.55, way: 1, count: 18, scale: 1.1 },
    { mesh: shoalFishMesh([112, 160, 206]), y: 3.6, z: -12, speed: 0.8, way: -1, count: 26, scale: 1.3 },
    { mesh: shoalFishMesh([220, 110, 90]), y: 1.1, z: -3.4, speed: 0.4, way: -1, count: 7, scale: 0.8 },
  ];
  const fish = shoals.flatMap((shoal, s) =>
    Array.from({ length: shoal.count }, () => ({
      ...shoal,
      start: (s - 1) * 3 + random.between(-2.6, 2.6),
      dy: random.between(-0.7, 0.7),
      dz: random.between(-1.2, 1.2),
      phase: random.between(0, 6.28),
      size: shoal.scale * random.between(0.75, 1.2),
    })),
  );
  return (seconds) =>
    fish.map(({ mesh, y, z, speed, way, start, dy, dz, phase, size }) => {
      const x = wrap(start + way * speed * seconds + 14, 28) - 14 + 0.15 * Math.sin(seconds + phase);
      const turn = (way > 0 ? 0 : Math.PI) + 0.28 * Math.sin(seconds * 5 * speed + phase);
      const height = y + dy + 0.2 * Math.sin(seconds * 0.8 + x * 0.4 + phase * 0.3);
      return { mesh, material: SCALES, matrix: placed(x, height, z + dz, { scale: size, turn }), castsShadow: false };
    });
}

/** Slanting shafts of light from the surface, that brighten and fade. */
function raysAt(context: SetContext, seconds: number, day: number): SetMoment['sprites'] {
  const random = context.random.fork('rays');
  const spots = Array.from({ length: 16 }, (): SpriteSpot => {
    const [x, z] = [random.between(-10, 10), random.between(-16, -1.5)];
    const phase = random.between(0, 6.28);
    const glow =
      (0.5 + 0.5 * Math.sin(seconds * random.between(0.4, 0.9) + phase)) *
      0.05 *
      day *
      (context.scene.lightRays ? 1.4 : 1);
    return {
      position: [x + 3 + 0.3 * Math.sin(seconds * 0.3 + phase), 9.5, z],
      radius: random.between(0.35, 1),
      color: [0.5 * glow, 1.05 * glow, glow, 1],
      stretch: [-3.2, -10.5, 0],
    };
  });
  return [sprites('streak', 'add', spots)];
}

function bubblesAt(context: SetContext, seconds: number, day: number): SetMoment['sprites'] {
  const random = context.random.fork('bubbles');
  const spots: SpriteSpot[] = [];
  for (const [x, z] of [
    [-4.4, -2.5],
    [5.2, -4.2],
    [2.6, -8],
  ] as const)
    for (let i = 0; i < 13; i++) {
      const t = wrap(random.next() + seconds * 0.11, 1);
      const phase = random.between(0, 6.28);
      const wobble = 0.12 * Math.sin(seconds * 3 + phase) * (0.3 + t);
      const fade = smoothstep(0, 0.05, t) * (1 - smoothstep(0.85, 1, t));
      spots.push({
        position: [x + wobble + random.between(-0.15, 0.15), 0.5 + t * 7, z + random.between(-0.15, 0.15)],
        radius: random.between(0.015, 0.05) * (0.7 + t),
        color: [0.7 * day, 0.95 * day, day, 0.5 * fade],
      });
    }
  for (let i = 0; i < 90; i++) {
    const x = wrap(random.between(0, 14) + seconds * 0.12, 14) - 7;
    const y = wrap(random.between(0, 4.5) + seconds * random.between(-0.05, 0.04), 4.5);
    spots.push({
      position: [x, y, random.between(-6, 5)],
      radius: random.between(0.006, 0.016),
      color: [0.6 * day, 0.8 * day, 0.75 * day, 0.45],
    });
  }
  return [sprites('soft', 'alpha', spots)];
}
