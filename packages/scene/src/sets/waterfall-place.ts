import type { Material, Mesh } from '@openimagine/render';
import { bananaMesh } from './jungle-flora.ts';
import {
  ambience,
  fogOf,
  hasDetail,
  lensFor,
  mistLight,
  outdoorCues,
  type PlantPalette,
  plantPalette,
  SNOW,
} from './mood.ts';
import { type Plant, planted } from './planting.ts';
import { BLADES, bushMesh, groundCover, leafTreeMesh, leavesOf, NEEDLES, pineMesh, STONE, TURF } from './plants.ts';
import { IDENTITY, placed, type SetInstance, type SpriteSpot, sprites, standing, wrap } from './scatter.ts';
import type { SetContext, SetModel, SetMoment } from './set.ts';
import { type Color, mix, shade, smoothstep } from './shape.ts';
import { surfaceMesh } from './surface.ts';
import { discGround, fractal, type HeightAt, noise, ridged } from './terrain.ts';
import { boulderMesh, fernMesh } from './undergrowth.ts';

const CLIFF: Material = { pattern: 'rock', patternScale: 0.45, specular: 0.1, gloss: 22 };
const VEIL: Material = { specular: 0.35, emissive: 0.14, wrap: 0.6 };
const POOL: Material = { pattern: 'water', patternScale: 0.7, mirror: 0.55, specular: 0.6, gloss: 80 };
const LEVEL = -0.5;
const TOP = 17;
const FACE = -15;
/** The pattern of the falling sheet comes again after so many metres. */
const PERIOD = 2.2;
/** Half the width of the fall. */
const HALF = 3.4;

/** A high fall over a bay of dark cliffs into its pool, spray drifting up, woods above; the stage is the near bank. */
export const waterfall: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const palette = plantPalette(scene);
    const isTropical = hasDetail(scene, 'jungle', 'tropical', 'rainforest');
    const isAfloat = scene.actors.some(({ kind }) => kind === 'boat' || kind === 'duck');
    const heightAt: HeightAt = (x, z) => bankAt(x, isAfloat ? z - 8 : z);
    const still = [
      groundOf(palette, heightAt),
      cliffOf(palette),
      lipOf(),
      ...plantsOf(context, palette, heightAt, isTropical),
    ];
    const sheets = [0.9, 1].map((share, i) => sheetMesh(i, share));
    const pool = poolOf(heightAt);
    return {
      groundAt: (x, z) => Math.max(LEVEL, heightAt(x, z)),
      isDry: (x, z) => heightAt(x, z) > LEVEL + 0.1,
      focus: { position: [0, Math.max(LEVEL, heightAt(0, 0)), 0], halfWidth: 3.4, halfDepth: 1.9 },
      camera: {
        position: [-0.8, 2.2, 10.6],
        target: [0, aspect < 1 ? 5.4 : 4.4, -4],
        verticalFovDegrees: lensFor(aspect, 52),
      },
      momentAt: (seconds) => ({
        instances: [...still, pool, ...sheets.map((mesh, i) => fallingSheet(mesh, i, seconds))],
        lights: [],
        sprites: [streaksAt(context, seconds), sprayAt(context, seconds)],
        mirror: { height: LEVEL, roughness: 0.24, ripple: 0.5, seconds, tint: [0.84, 0.94, 0.95] },
        fog: fogOf(scene, 0.0042, { heightFalloff: 0.03 }),
      }),
      cues: [ambience(context, 'waterfall', 0.7), ...outdoorCues(context, 0.3)],
    };
  },
};

function bankAt(x: number, z: number): number {
  const wobble = (fractal(x * 0.2 + 3, z * 0.2, 3, 6) - 0.5) * 2.6;
  const inland = Math.max(z + 2.8 + wobble, Math.abs(x) - 9.5 - (z + 3) * 0.12 + wobble);
  const bumps = (fractal(x * 0.4, z * 0.4, 3, 8) - 0.5) * 0.4 * smoothstep(2, 4.5, Math.hypot(x, z));
  return inland > 0
    ? LEVEL + 0.5 * smoothstep(0, 1.8, inland) + Math.max(0, inland - 3) * 0.05 + bumps
    : LEVEL + Math.max(-1.6, inland * 0.4);
}

function groundOf(palette: PlantPalette, heightAt: HeightAt): SetInstance {
  const mesh = discGround({
    heightAt,
    center: [0, 3],
    radius: 90,
    rings: 58,
    sectors: 96,
    colorAt: (x, y, z) => {
      const patch = fractal(x * 0.35, z * 0.35, 3, 20);
      const pebble: Color = mix([92, 92, 88], [136, 132, 120], patch);
      const moss = mix(palette.grass, [74, 104, 48], 0.5 * patch);
      const bank = mix(
        shade(pebble, y < LEVEL + 0.06 ? 0.55 : 1),
        moss,
        smoothstep(0.16, 0.44, y - LEVEL + (patch - 0.5) * 0.3),
      );
      return mix(bank, SNOW, palette.snow * smoothstep(0.1, 0.3, y - LEVEL) * 0.95);
    },
  });
  return standing(mesh, groundCover(palette, TURF));
}

/** Depth of the cliff's face: a bay round the pool, ledges and cracks. */
function faceAt(x: number, y: number): number {
  const bay = FACE + (x / 13) ** 2 * 4.4;
  const ledge =
    Math.sin(y * 1.05 + 1.6 * noise(x * 0.16, 2, 3)) * 0.5 + (ridged(x * 0.14 + 2, y * 0.16, 3, 7) - 0.5) * 2.6;
  const niche = -1.1 * Math.exp(-((x / (HALF + 0.8)) ** 2));
  return bay + ledge * smoothstep(0.6, 2.6, Math.abs(x) - HALF * 0.6) - niche * 0.2 - y * 0.06;
}

function topAt(x: number): number {
  return TOP + (fractal(x * 0.09 + 7, 3, 3, 5) - 0.4) * 5 * smoothstep(HALF, HALF + 7, Math.abs(x));
}

/** The face of the cliff and the land above it, one sheet. */
function cliffOf(palette: PlantPalette): SetInstance {
  const mesh = surfaceMesh({
    columns: 120,
    rows: 54,
    at: (u, v) => {
      const x = (u - 0.5) * 110;
      const top = topAt(x);
      if (v <= 0.75) {
        const y = -2 + (v / 0.75) * (top + 2);
        return [x, y, faceAt(x, y)];
      }
      const back = ((v - 0.75) / 0.25) ** 1.6 * 60;
      const channel = -0.5 * Math.exp(-((x / (HALF + 0.6)) ** 4));
      return [
        x,
        top + channel + back * 0.06 + (fractal(x * 0.1, back * 0.1, 3, 9) - 0.5) * 1.6 * smoothstep(0, 6, back),
        faceAt(x, top) - back,
      ];
    },
    colorAt: ([x, y, z], slope, _u, v) => {
      const patch = fractal(x * 0.2 + z * 0.2, y * 0.2, 3, 13);
      const rock: Color = mix([70, 68, 68], [122, 114, 102], patch);
      const wet = smoothstep(HALF + 3.5, HALF, Math.abs(x) + (patch - 0.5) * 3);
      const moss =
        smoothstep(0.66, 0.4, slope) * 0.75 + 0.35 * smoothstep(0.52, 0.7, fractal(x * 0.12, y * 0.3, 3, 41));
      const turf =
        v > 0.77 ? mix(palette.grass, palette.dryGrass, patch) : mix(rock, [78, 104, 50], moss * (1 - palette.snow));
      return mix(
        shade(turf, 1 - 0.5 * wet * (v > 0.75 ? 0 : 1)),
        SNOW,
        palette.snow * smoothstep(0.75, 0.4, slope) * 0.9,
      );
    },
    openAt: (_u, v) => 0.62 + 0.38 * Math.min(1, v * 1.4),
  });
  return standing(mesh, CLIFF);
}

/** White strands in green glass, running down: a sheet longer than the fall by one period, hidden by lip and pool. */
function sheetMesh(layer: number, share: number): Mesh {
  const half = HALF * share;
  const strand = (x: number, y: number): number => {
    const turns = (y / PERIOD) * Math.PI * 2;
    const wave =
      Math.sin(turns + noise(x * 2.3, 1, layer) * 12) * 0.5 + Math.sin(turns * 3 + noise(x * 5, 2, layer) * 14) * 0.3;
    return 0.5 + 0.34 * wave + 0.5 * (noise(x * 4.4, 3, layer + 4) - 0.5);
  };
  return surfaceMesh({
    columns: 44,
    rows: 110,
    at: (u, v) => {
      const x = (u - 0.5) * 2 * half;
      const y = -PERIOD + v * (TOP - 0.5 + PERIOD);
      return [
        x * (1 + 0.03 * Math.sin(y)),
        y,
        0.16 * Math.sin(x * 3 + layer) + 0.14 * strand(x, y) + (layer ? 0.22 : 0),
      ];
    },
    colorAt: ([x, y]) => {
      const edge = smoothstep(0.78, 1, Math.abs(x) / half);
      return mix(
        mix([120, 176, 190], [246, 252, 255], smoothstep(0.28, 0.8, strand(x, y))),
        [226, 240, 244],
        edge * 0.6,
      );
    },
    openAt: (u) => 0.8 + 0.2 * Math.sin(u * Math.PI),
  });
}

function fallingSheet(mesh: Mesh, layer: number, seconds: number): SetInstance {
  const gone = wrap(seconds * (layer ? 9.5 : 7.5), PERIOD);
  const z = faceAt(0, TOP * 0.5) + 1.7 + layer * 0.12;
  return { mesh, material: VEIL, matrix: placed(0, 0.15 - gone, z), castsShadow: false };
}

/** Where the stream bends over the edge: it hides the upper end of the sheets. */
function lipOf(): SetInstance {
  const z = faceAt(0, TOP * 0.5) + 1.7;
  const mesh = surfaceMesh({
    columns: 30,
    rows: 16,
    at: (u, v) => {
      const x = (u - 0.5) * 2 * (HALF + 0.25);
      const bend = Math.min(1, v / 0.55) * Math.PI * 0.5;
      if (v < 0.55)
        return [
          x,
          TOP - 2.3 - 0.5 * noise(x * 1.7, 2, 6) * (1 - Math.sin(bend)) + Math.sin(bend) * 2.1,
          z + 0.5 * Math.cos(bend) + 0.1 * Math.sin(x * 2.4),
        ];
      return [x, TOP - 0.2 + (v - 0.55) * 0.5, z - (v - 0.55) * 22];
    },
    colorAt: ([x], _s, _u, v) =>
      mix(
        mix([104, 164, 176], [226, 242, 246], noise(x * 3.4, v * 2, 5)),
        [236, 246, 250],
        smoothstep(0.5, 0, v) * 0.3,
      ),
  });
  return standing(mesh, VEIL, IDENTITY, { castsShadow: false });
}

function poolOf(heightAt: HeightAt): SetInstance {
  const foot = faceAt(0, 1) + 1.8;
  const mesh = discGround({
    heightAt: () => LEVEL,
    center: [0, -6],
    radius: 46,
    rings: 44,
    sectors: 80,
    innerStep: 0.5,
    colorAt: (x, _y, z) => {
      const depth = LEVEL - heightAt(x, z);
      const clear = mix([112, 164, 150], [22, 92, 98], smoothstep(0, 1, depth));
      const off = Math.hypot(x / (HALF + 1.4), (z - foot) / 3.4);
      const rings = 0.5 + 0.5 * Math.sin(off * 9);
      const foam =
        smoothstep(1.7, 0.6, off + (noise(x * 0.9, z * 0.9, 5) - 0.5) * 0.8) + 0.12 * rings * smoothstep(3.4, 1.4, off);
      return mix(clear, [236, 246, 246], Math.min(1, foam));
    },
  });
  return standing(mesh, POOL, IDENTITY, { castsShadow: false });
}

function plantsOf(context: SetContext, palette: PlantPalette, heightAt: HeightAt, isTropical: boolean): SetInstance[] {
  const { scene } = context;
  const random = context.random.fork('plants');
  const leaves = leavesOf(scene);
  const green: Color = mix(palette.grass, [70, 122, 52], 0.5);
  const many = (count: number, make: () => Mesh, material: Material): Plant[] =>
    Array.from({ length: count }, () => ({ mesh: make(), material }));
  const stones = many(4, () => boulderMesh(random, [100, 98, 94], palette.snow, 2), STONE);
  const ferns = many(3, () => fernMesh(random, mix(green, SNOW, palette.snow * 0.3), 12, 0.9), BLADES);
  const broad = isTropical
    ? many(3, () => bananaMesh(random, shade(green, random.between(0.85, 1.15))), BLADES)
    : ferns;
  const bushes = many(3, () => bushMesh(random, isTropical ? green : palette.leaves[0]!, palette.snow), leaves);
  const isPine = (i: number): boolean => !isTropical && i % 2 === 0;
  const trees = (detail: 'middle' | 'far'): Plant[] =>
    Array.from({ length: 5 }, (_, i) =>
      isPine(i)
        ? { mesh: pineMesh({ random, palette, detail }), material: NEEDLES }
        : { mesh: leafTreeMesh({ random, palette, detail }), material: leaves },
    );
  const above = (x: number, z: number): number => heightAt(x, z) - LEVEL;
  const lane = (x: number, z: number): boolean => Math.hypot(x, z) < 2.8 || (z > 1 && Math.abs(x) < 2 + z * 0.4);
  const on = (low: number, high: number) => (x: number, z: number) =>
    above(x, z) > low && above(x, z) < high && !lane(x, z) && z > FACE + 3 ? 1 : 0;
  const common = { random, heightAt };
  const onTop = (x: number, z: number): number => topAt(x) + (FACE - z) * 0.05;
  const besideStream = (x: number): number => (Math.abs(x) > HALF + 1.6 ? 1 : 0);
  const ledge = Array.from({ length: 30 }, () => {
    const x = random.between(-15, 15);
    const y = random.between(2, TOP - 1);
    if (Math.abs(x) < HALF + 1.1) return [];
    const plant = random.pick(random.next() < 0.5 ? ferns : bushes);
    return [
      standing(
        plant.mesh,
        plant.material,
        placed(x, y, faceAt(x, y) + 0.1, { scale: random.between(0.6, 1.2), turn: random.between(0, 6) }),
        { castsShadow: false },
      ),
    ];
  }).flat();
  const lipZ = faceAt(0, TOP * 0.5) + 0.1;
  const shoulders = [-1, 1].flatMap((side) =>
    [0, 1, 2].map((i) =>
      standing(
        stones[i]!.mesh,
        STONE,
        placed(side * (HALF + 0.9 + i * 0.5), TOP - 0.9 - i * 1.5, lipZ - i * 0.3, {
          scale: 2 + i * 0.4,
          stretch: 1.2,
          turn: side * 2 + i * 1.3,
        }),
        { castsShadow: false },
      ),
    ),
  );
  return [
    ...shoulders,
    ...ledge,
    ...planted({
      ...common,
      plants: stones,
      count: 46,
      from: [-12, -13],
      to: [12, 6],
      distance: 1,
      chance: on(-1.2, 0.3),
      scale: [0.3, 1.6],
      sink: 0.15,
    }),
    ...planted({
      ...common,
      plants: ferns,
      count: 44,
      from: [-13, -11],
      to: [13, 8],
      distance: 1,
      chance: on(0.14, 9),
      castsShadow: false,
    }),
    ...planted({
      ...common,
      plants: broad,
      count: 18,
      from: [-13, -11],
      to: [13, 6],
      distance: 1.8,
      chance: (x, z) => (Math.abs(x) > 4 ? on(0.2, 9)(x, z) : 0),
      castsShadow: false,
    }),
    ...planted({
      ...common,
      plants: bushes,
      count: 20,
      from: [-15, -12],
      to: [15, 7],
      distance: 1.6,
      chance: (x, z) => (Math.abs(x) > 5 ? on(0.2, 9)(x, z) : 0),
      scale: [0.8, 1.6],
    }),
    ...planted({
      ...common,
      plants: trees('middle'),
      count: 12,
      from: [-24, -10],
      to: [24, 6],
      distance: 2.6,
      chance: (x, z) => (Math.abs(x) > 9.6 ? on(0.2, 9)(x, z) : 0),
      scale: [0.8, 1.2],
    }),
    ...planted({
      random,
      heightAt: onTop,
      plants: trees('far'),
      count: 60,
      from: [-50, FACE - 34],
      to: [50, FACE - 2],
      distance: 2.6,
      chance: besideStream,
      scale: [0.6, 1.1],
      sink: 0.5,
      castsShadow: false,
    }),
    ...planted({
      random,
      heightAt: onTop,
      plants: bushes,
      count: 30,
      from: [-22, FACE - 2.6],
      to: [22, FACE - 0.6],
      distance: 1.1,
      chance: besideStream,
      scale: [0.8, 1.7],
      sink: 0.2,
      castsShadow: false,
    }),
    ...planted({
      ...common,
      plants: trees('far'),
      count: 30,
      from: [-50, 13],
      to: [50, 44],
      distance: 4,
      castsShadow: false,
    }),
  ];
}

/** Drops that tear off the sheet and fall faster and faster. */
function streaksAt(context: SetContext, seconds: number): SetMoment['sprites'][number] {
  const light = mistLight(context.scene, seconds, context.durationSeconds);
  const random = context.random.fork('streaks');
  const z = faceAt(0, TOP * 0.5) + 2.2;
  const spots = Array.from({ length: 130 }, (): SpriteSpot => {
    const age = wrap(random.next() + seconds * random.between(0.45, 0.62), 1);
    return {
      position: [random.between(-HALF, HALF) * (1 + 0.12 * age), TOP - 0.8 - (TOP - 0.4) * age ** 1.5, z + 0.6 * age],
      radius: 0.06,
      color: [light[0] * 1.2, light[1] * 1.25, light[2] * 1.25, 0.5 * Math.sin(age * Math.PI)],
      stretch: [0, 0.6 + 1.6 * age, 0],
    };
  });
  return sprites('streak', 'add', spots);
}

function sprayAt(context: SetContext, seconds: number): SetMoment['sprites'][number] {
  const light = mistLight(context.scene, seconds, context.durationSeconds);
  const random = context.random.fork('spray');
  const foot = faceAt(0, 1) + 2.6;
  const spots = Array.from({ length: 52 }, (): SpriteSpot => {
    const age = wrap(random.next() + seconds * random.between(0.1, 0.2), 1);
    return {
      position: [
        random.between(-1, 1) * (HALF + 1 + 3 * age),
        LEVEL + 0.3 + 4.6 * age * random.next(),
        foot + random.between(0, 3.4) * age,
      ],
      radius: 0.8 + 1.9 * age,
      rotation: random.between(0, 6.28),
      color: [light[0] * 1.15, light[1] * 1.2, light[2] * 1.2, 0.2 * Math.sin(age * Math.PI)],
    };
  });
  return sprites(
    'soft',
    'alpha',
    spots.sort((a, b) => a.position[2] - b.position[2]),
  );
}
