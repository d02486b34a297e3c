import type { Material } from '@openimagine/render';
import { softHills } from './hills.ts';
import { createHorizonClouds } from './horizon-clouds.ts';
import { ambience, fogOf, hasActor, hasDetail, hasSwimmer, lensFor, plantPalette, SNOW } from './mood.ts';
import { BLADES, EARTH, STONE } from './plants.ts';
import { SAND, sandPatch } from './sand.ts';
import { IDENTITY, placed, type SetInstance, scatter, standing } from './scatter.ts';
import type { BuiltSet, SetContext } from './set.ts';
import { addBox, addQuad, addTube, type Color, createMeshBuilder, mix, shade, smoothstep } from './shape.ts';
import { type ColorAt, discGround, fractal, type HeightAt, noise, patchGround } from './terrain.ts';
import { boulderMesh, tuftMesh } from './undergrowth.ts';
import { createSwell, foamBand, mirrorOf, waterSurface } from './water.ts';

const POST: Material = { pattern: 'wood', patternScale: 2, specular: 0.05 };

/** A sandy beach, or a road along the top of a grassy bank, with the sea to the horizon behind. */
export function buildBeach(context: SetContext): BuiltSet {
  const { scene, random, aspect } = context;
  const isRoad = hasActor(scene, 'bicycle', 'car', 'bus') || hasDetail(scene, 'road', 'grass', 'coast');
  const level = isRoad ? -2.6 : -0.5;
  // What swims needs water at the origin: the beach then begins behind it, before the camera's feet.
  const isAfloat = !isRoad && hasSwimmer(scene);
  // Who goes through shallow water has it round the ankles.
  const isWaded = !isRoad && !isAfloat && hasDetail(scene, 'shallow');
  const out = isAfloat ? 10 : isWaded ? 7 : 0;
  const heightAt: HeightAt = isRoad
    ? roadHeight
    : (x, z) => Math.max(beachHeight(x, z - out), isWaded && z > -10 ? level - 0.15 : -7);
  const shoreAt = shorelineOf(heightAt, level);
  const still = [
    ...groundOf(context, heightAt, isRoad, level),
    ...headlands(context, level),
    ...(isRoad ? [...fenceOf(heightAt), ...roadSurface()] : driftOf(context, heightAt)),
  ];
  const sea = waterSurface(scene, {
    center: [0, -16],
    radius: 900,
    depthAt: (x, z) => level - heightAt(x, z),
  });
  const swell = createSwell({
    random: random.fork('swell'),
    scene,
    level,
    fromZ: -170,
    toZ: shoreAt(0) + 0.5,
    halfWidth: 34,
  });
  const foam = [
    foamBand(random.fork('foam-1'), shoreAt, 46, { width: 0.34, holes: 0.16 }),
    foamBand(random.fork('foam-2'), (x) => shoreAt(x) - 1.5, 46, { width: 0.26, holes: 0.36 }),
    foamBand(random.fork('foam-3'), (x) => shoreAt(x) - 3.4, 46, { width: 0.4, holes: 0.5 }),
  ];
  const grass = createGrass(context, heightAt, isRoad);
  const clouds = createHorizonClouds(context, { distance: 700, foot: 30, heaps: 10 });
  return {
    groundAt: isAfloat ? (x, z) => Math.max(level, heightAt(x, z)) : heightAt,
    isDry: (x, z) => heightAt(x, z) > level + 0.15,
    focus: { position: [0, isAfloat ? level : heightAt(0, 0), 0], halfWidth: 3.6, halfDepth: isRoad ? 1.4 : 2.4 },
    camera: {
      position: [0.8, isRoad ? 2.1 : 1.8, 9.4],
      target: [0, isRoad ? 1.15 : 1.2, 0],
      verticalFovDegrees: lensFor(aspect, 40),
    },
    momentAt: (seconds) => {
      const tide = 0.05 * Math.sin(seconds * 0.9) + 0.02 * Math.sin(seconds * 2.3 + 1);
      const height = level + tide;
      return {
        instances: [
          ...still,
          { ...sea, matrix: placed(0, height, 0) },
          ...swell(seconds),
          ...foam.map((band, i) => ({
            ...band,
            isStatic: false,
            matrix: placed(0, height + 0.02, tide * (i === 0 ? 9 : 4) + i * 0.9 * Math.sin(seconds * 0.7)),
          })),
          ...grass(seconds),
        ],
        lights: [],
        sprites: clouds(seconds),
        mirror: mirrorOf(scene, height, seconds, false),
        fog: fogOf(scene, 0.0016, { heightFalloff: 0.02, baseHeight: level }),
      };
    },
    cues: [
      ambience(context, 'sea', scene.weather === 'storm' ? 0.9 : 0.6),
      ambience(context, 'wind', 0.15 + 0.5 * scene.wind),
    ],
  };
}

const beachHeight: HeightAt = (x, z) => {
  const dunes = (fractal(x * 0.09 + 2, z * 0.09, 3, 3) - 0.45) * 1.6 * smoothstep(5, 18, z + Math.abs(x) * 0.12);
  const ripples = (noise(x * 0.5, z * 0.8, 6) - 0.5) * 0.07;
  const curve = (noise(x * 0.06, 4, 9) - 0.5) * 3;
  const down = z + curve > -1 ? 0 : -0.085 * (-1 - z - curve) - 0.0016 * (-1 - z - curve) ** 2;
  return Math.max(-7, dunes + ripples + down);
};

const roadHeight: HeightAt = (x, z) => {
  const shoulder = smoothstep(1.9, 3.2, Math.abs(z));
  const bumps = (fractal(x * 0.3, z * 0.3, 3, 3) - 0.5) * 0.4 * shoulder;
  const rise = z > 3 ? Math.min(2.4, (z - 3) * 0.07) : 0;
  const edge = 3.6 + noise(x * 0.12, 3, 4) * 1.4;
  const drop = z < -edge ? -Math.min(9, (-z - edge) * 0.36) : 0;
  return bumps + rise + drop;
};

/** Where the ground passes through sea level, by x. Found by halving between the land and the deep. */
function shorelineOf(heightAt: HeightAt, level: number): (x: number) => number {
  return (x) => {
    let land = 9.5;
    let deep = -40;
    for (let i = 0; i < 16; i++) {
      const middle = (land + deep) / 2;
      if (heightAt(x, middle) > level) land = middle;
      else deep = middle;
    }
    return (land + deep) / 2;
  };
}

function groundOf(context: SetContext, heightAt: HeightAt, isRoad: boolean, level: number): SetInstance[] {
  const palette = plantPalette(context.scene);
  const sand: Color = [198, 170, 128];
  const colorAt: ColorAt = (x, y, z) => {
    const patch = fractal(x * 0.3, z * 0.3, 3, 20);
    const tone = 0.84 + 0.2 * patch + 0.12 * fractal(x * 1.7, z * 1.7, 2, 21);
    const dry = mix(shade(sand, tone), SNOW, palette.snow * smoothstep(0.2, 0.9, y - level) * 0.9);
    const beach = mix(shade(dry, 0.52), dry, smoothstep(-0.05, 0.42, y - level + (patch - 0.5) * 0.25));
    if (!isRoad) return beach;
    if (Math.abs(z) < 1.7) return asphalt(z, patch);
    const turf = mix(mix(palette.grass, palette.dryGrass, patch), SNOW, palette.snow * 0.92);
    const verge = mix([150, 134, 108], turf, smoothstep(1.75, 2.5, Math.abs(z) + (patch - 0.5) * 0.7));
    return mix(beach, verge, smoothstep(0.3, 1.1, y - level + (patch - 0.5)));
  };
  const mesh = discGround({ heightAt, colorAt, radius: 120, rings: 60, sectors: 96, innerStep: 0.3 });
  if (isRoad) return [standing(mesh, EARTH)];
  const isDry = (x: number, z: number): boolean => heightAt(x, z) > level + 0.2;
  return [standing(mesh, SAND), sandPatch({ heightAt, colorAt, isDry, from: [-9, -3], to: [9, 11], share: 0.55 })];
}

/** Grey, paler where wheels run. */
function asphalt(z: number, patch: number): Color {
  const base = 92 + 20 * patch + 10 * Math.exp(-((Math.abs(z) - 0.75) ** 2) / 0.08);
  return [base, base * 0.98, base * 0.97];
}

/** The road's surface laid over the ground, so that its edges and lines are sharp: a line near each edge, dashes between. */
function roadSurface(): SetInstance[] {
  const surface = patchGround({
    from: [-70, -1.75],
    to: [70, 1.75],
    columns: 90,
    rows: 12,
    heightAt: () => 0.012,
    colorAt: (x, _y, z) => asphalt(z, fractal(x * 0.6, z * 0.6, 3, 20)),
  });
  const lines = createMeshBuilder();
  const paint = (from: number, to: number, z: number, half: number): void =>
    addQuad(
      lines,
      [
        [from, 0.018, z + half],
        [to, 0.018, z + half],
        [to, 0.018, z - half],
        [from, 0.018, z - half],
      ],
      [216, 212, 198],
      0.95,
    );
  for (let x = -70; x < 70; x += 3.5) {
    for (const z of [-1.5, 1.5]) paint(x, x + 3.5, z, 0.045);
    paint(x, x + 1.6, 0, 0.05);
  }
  return [
    standing(surface, EARTH, IDENTITY, { castsShadow: false }),
    standing(lines.build(), EARTH, IDENTITY, { castsShadow: false }),
  ];
}

function headlands(context: SetContext, level: number): SetInstance[] {
  const { scene } = context;
  const palette = plantPalette(scene);
  const tone = mix(palette.needles[0]!, [120, 130, 126], 0.35);
  const common = { halfDepth: 60, foot: level, snow: palette.snow, columns: 70 };
  return [
    softHills({
      ...common,
      z: -330,
      halfWidth: 330,
      height: 44,
      color: tone,
      seed: 4,
      envelope: (x) => smoothstep(-30, -250, x) + 0.35 * smoothstep(230, 330, x),
    }),
    softHills({
      ...common,
      z: -560,
      halfWidth: 620,
      height: 80,
      color: mix(tone, [120, 140, 160], 0.4),
      seed: 9,
      envelope: (x) => smoothstep(80, 420, x) + 0.5 * smoothstep(-260, -560, x),
    }),
  ];
}

/** Posts and two ropes between the road and the drop. */
function fenceOf(heightAt: HeightAt): SetInstance[] {
  const builder = createMeshBuilder();
  const z = -2.9;
  const wood: Color = [134, 112, 88];
  for (let x = -44; x <= 44; x += 2.2) {
    const y = heightAt(x, z);
    const lean = (noise(x, 5, 2) - 0.5) * 0.1;
    addTube(builder, {
      from: [x, y - 0.2, z],
      to: [x + lean, y + 0.78, z],
      fromRadius: 0.065,
      toRadius: 0.055,
      sides: 6,
      color: shade(wood, 0.7 + 0.4 * noise(x, 1, 3)),
      toColor: wood,
      open: [0.5, 1],
      cap: true,
    });
    for (const height of [0.42, 0.68]) {
      const next = heightAt(x + 2.2, z);
      const sag = height - 0.07;
      const middle: readonly [number, number, number] = [x + 1.1, (y + next) / 2 + sag, z];
      const rope = { fromRadius: 0.016, toRadius: 0.016, sides: 4, color: [176, 158, 124] as const };
      addTube(builder, { ...rope, from: [x, y + height, z], to: middle });
      addTube(builder, { ...rope, from: middle, to: [x + 2.2, next + height, z] });
    }
  }
  return [standing(builder.build(), POST)];
}

/** Stones, and a few bleached planks that the sea has left. */
function driftOf(context: SetContext, heightAt: HeightAt): SetInstance[] {
  const random = context.random.fork('drift');
  const rocks = Array.from({ length: 3 }, () => boulderMesh(random, [126, 118, 110], plantPalette(context.scene).snow));
  const chance = (x: number, z: number): number => (Math.abs(x) < 4.5 && z > -4 ? 0 : z > 3 ? 0.2 : 1);
  const spots = scatter({ random, count: 46, from: [-26, -13], to: [26, 6], distance: 1.1, chance });
  const builder = createMeshBuilder();
  for (const [x, z, turn] of [
    [-5.4, -2.6, 0.3],
    [6.2, -1.2, -0.5],
  ] as const) {
    const y = heightAt(x, z) + 0.05;
    addBox(builder, { center: [x, y, z], size: [2.1, 0.12, 0.22], turn, color: [158, 144, 124], open: [0.5, 1] });
  }
  return [
    standing(builder.build(), POST),
    ...strandOf(context, heightAt),
    ...spots.map(({ x, z }) => {
      const scale = random.next() < 0.15 ? random.between(0.8, 1.8) : random.between(0.12, 0.4);
      const turn = random.between(0, 6.28);
      return standing(random.pick(rocks), STONE, placed(x, heightAt(x, z) - 0.06 * scale, z, { scale, turn }));
    }),
  ];
}

/** What the tide has left before the camera's feet: pebbles, and pale and rosy shells. */
function strandOf(context: SetContext, heightAt: HeightAt): SetInstance[] {
  const random = context.random.fork('strand');
  const tones: readonly Color[] = [
    [150, 138, 126],
    [112, 104, 100],
    [232, 218, 200],
    [226, 176, 158],
  ];
  const pebbles = tones.map((tone) => boulderMesh(random, tone));
  const chance = (x: number, z: number): number => 0.25 + 0.75 * noise(x * 0.5, z * 0.7, 41);
  const spots = scatter({ random, count: 70, from: [-8, 1.2], to: [8, 10.5], distance: 0.3, chance });
  return spots.map(({ x, z }) => {
    const scale = random.between(0.025, 0.07);
    const matrix = placed(x, heightAt(x, z) + 0.014, z, { scale, turn: random.between(0, 6.28) });
    return standing(random.pick(pebbles), STONE, matrix, { castsShadow: false });
  });
}

/** Grass that bows in gusts running along the shore. */
function createGrass(context: SetContext, heightAt: HeightAt, isRoad: boolean): (seconds: number) => SetInstance[] {
  const { scene } = context;
  const random = context.random.fork('grass');
  const palette = plantPalette(scene);
  const blade = { random, spread: 0.55, width: 0.016, tip: mix(palette.dryGrass, [214, 200, 140], 0.35) };
  const meshes = Array.from({ length: 3 }, () =>
    tuftMesh({
      ...blade,
      blades: 44,
      height: isRoad ? 0.5 : 0.62,
      color: palette.grass,
      isCurved: true,
      snow: palette.snow,
    }),
  );
  const chance = isRoad
    ? (x: number, z: number): number =>
        Math.abs(z) < 2.3 ? 0 : z > 2.3 ? (z > 5.5 && Math.abs(x) < 1.2 ? 0 : 0.9) : z > -5.5 ? 0.8 : 0.25
    : (x: number, z: number): number =>
        z < 2 || heightAt(x, z) < -0.12 || Math.abs(x) < 4.2 - 0.2 * (z - 2) ? 0 : 0.8;
  const spots = scatter({
    random,
    count: isRoad ? 95 : 40,
    from: [isRoad ? -13 : -12, -8],
    to: [isRoad ? 13 : 12, 7.2],
    distance: 0.5,
    chance,
  }).map(({ x, z }) => ({
    x,
    z,
    y: heightAt(x, z) - 0.03,
    mesh: random.pick(meshes),
    scale: random.between(0.7, 1.25),
    turn: random.between(0, 6.28),
    tone: random.between(0.85, 1.15),
  }));
  return (seconds) =>
    spots.map(({ x, y, z, mesh, scale, turn, tone }) => {
      const gust = Math.sin(seconds * 2.1 - x * 0.5 + z * 0.2) * 0.6 + Math.sin(seconds * 3.7 - x * 0.9) * 0.25;
      const lean = (0.1 + 0.5 * scene.wind) * (0.45 + 0.55 * gust);
      const matrix = placed(x, y, z, { scale, turn, lean: [lean, lean * 0.2] });
      return { mesh, material: BLADES, matrix, tint: [tone, tone, tone * 0.95], castsShadow: false };
    });
}
