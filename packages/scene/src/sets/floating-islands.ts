import type { Mesh, Rgb, Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import { ambience, fogOf, lensFor, mistLight, outdoorCues, plantPalette } from './mood.ts';
import { leafTreeMesh, leavesOf, NEEDLES, pineMesh, STONE, TURF } from './plants.ts';
import { placed, type SetInstance, type SpriteSpot, scatter, sprites, standing } from './scatter.ts';
import type { SetContext, SetModel, SetMoment } from './set.ts';
import { type Color, mix, shade, smoothstep } from './shape.ts';
import { surfaceMesh } from './surface.ts';
import { discGround, fractal, noise } from './terrain.ts';

interface Island {
  readonly at: Vec3;
  readonly radius: number;
  readonly trees: number;
  /** Direction in which a stream leaves it; absent: none. */
  readonly fall?: number;
}

const CLOUDS_Y = -46;
/** The first is the stage. */
const ISLANDS: readonly Island[] = [
  { at: [0, 0, 0], radius: 8.5, trees: 5 },
  { at: [-21, 7, -24], radius: 8, trees: 11, fall: 0.7 },
  { at: [19, 11, -32], radius: 9.5, trees: 13, fall: -0.35 },
  { at: [-3, 19, -58], radius: 12, trees: 16, fall: 0.15 },
  { at: [-46, 16, -62], radius: 11, trees: 13, fall: 0.5 },
  { at: [46, -3, -58], radius: 10, trees: 12 },
  { at: [-14, -9, -38], radius: 5, trees: 5 },
  { at: [33, 27, -92], radius: 14, trees: 12, fall: 0 },
  { at: [-74, 30, -120], radius: 16, trees: 10 },
  { at: [86, 20, -120], radius: 15, trees: 10 },
  { at: [9, -6, -19], radius: 2.6, trees: 2 },
  { at: [-34, -14, 30], radius: 8, trees: 8 },
  { at: [38, 4, 34], radius: 9, trees: 9 },
];

/** Islands that float over a sea of clouds: grass and trees on top, rock that tapers below, streams that fall into the air. */
export const floatingIslands: SetModel = {
  build(context) {
    const { scene, aspect, durationSeconds } = context;
    const random = context.random.fork('islands');
    const palette = plantPalette(scene);
    const still: SetInstance[] = [];
    const falls: { from: Vec3; width: number; mesh: Mesh }[] = [];
    const leafy = [0, 1, 2].map((i) => leafTreeMesh({ random, palette, detail: i === 0 ? 'middle' : 'far' }));
    const pines = [0, 1].map(() => pineMesh({ random, palette, detail: 'far' }));
    ISLANDS.forEach((island, n) => {
      const own = random.fork(`island ${n}`);
      still.push(
        standing(rockMesh(island, n, palette.snow), STONE),
        standing(topMesh(island, n, palette.grass, palette.dryGrass, palette.snow), TURF),
      );
      for (const { x, z } of spotsOn(island, own, n === 0)) {
        const y = island.at[1] + topAt(island, n, x, z) - 0.1;
        const isPine = own.next() < 0.35;
        const scale = (n === 0 ? 0.5 : 0.42) * own.between(0.8, 1.25) * Math.min(1, island.radius / 5);
        still.push(
          standing(
            isPine ? own.pick(pines) : own.pick(leafy),
            isPine ? NEEDLES : leavesOf(scene),
            placed(island.at[0] + x, y, island.at[2] + z, { scale, turn: own.between(0, 6) }),
          ),
        );
      }
      if (island.fall === undefined) return;
      const r = edgeOf(island, n, island.fall) * 0.97;
      const from: Vec3 = [
        island.at[0] + Math.sin(island.fall) * r,
        island.at[1] + 0.1,
        island.at[2] + Math.cos(island.fall) * r,
      ];
      falls.push({ from, width: island.radius * 0.13, mesh: fallMesh(from, island.radius * 0.15, island.fall) });
    });
    const sea = cloudSea();
    const puffs = createPuffs(context);
    return {
      groundAt: (x, z) =>
        Math.hypot(x, z) < edgeOf(ISLANDS[0]!, 0, Math.atan2(x, z)) ? topAt(ISLANDS[0]!, 0, x, z) : 0,
      isDry: (x, z) => Math.hypot(x, z) < 7,
      focus: { position: [0, 0, 0], halfWidth: 2.4, halfDepth: 1.6 },
      camera:
        scene.actors.length === 0
          ? { position: [3, 9, 26], target: [0, 5.5, -26], verticalFovDegrees: lensFor(aspect, 50) }
          : { position: [1, 2.1, 10], target: [0, 2.9, -8], verticalFovDegrees: lensFor(aspect, 46) },
      momentAt(seconds) {
        const mist = mistLight(scene, seconds, durationSeconds);
        const white: Rgb = [
          Math.min(1.1, mist[0] * 1.25),
          Math.min(1.1, mist[1] * 1.25),
          Math.min(1.1, mist[2] * 1.25),
        ];
        return {
          instances: [
            ...still,
            {
              mesh: sea,
              material: { wrap: 0.6, specular: 0, emissive: 0.35 },
              matrix: placed(0, 0, 0),
              castsShadow: false,
              tint: white,
            },
            ...falls.map(
              ({ mesh }): SetInstance => ({
                mesh,
                material: { pattern: 'water', patternScale: 1.2, emissive: 0.25, specular: 0.4 },
                matrix: placed(0, 0, 0),
                castsShadow: false,
                tint: white,
              }),
            ),
          ],
          lights: [],
          sprites: [...falls.flatMap((fall, i) => spray(fall, seconds, white, i)), ...puffs(seconds, white)],
          fog: fogOf(scene, 0.0016, { heightFalloff: 0.012, baseHeight: CLOUDS_Y }),
          sun: { shadowRadius: 60, shadowCenter: [0, 0, -24] },
        };
      },
      cues: [...outdoorCues(context, 0.3), ambience(context, 'waterfall', 0.12), ambience(context, 'wind', 0.2)],
    };
  },
};

/** Distance of the shore of an island in a direction. */
function edgeOf({ radius }: Island, seed: number, angle: number): number {
  const [x, z] = [Math.sin(angle) * 1.6, Math.cos(angle) * 1.6];
  return radius * (0.82 + 0.36 * noise(x + 9, z + 9, seed + 40));
}

/** Height of its meadow over its own middle; level where the stage is. */
function topAt(island: Island, seed: number, x: number, z: number): number {
  const far = Math.hypot(x, z);
  const share = far / edgeOf(island, seed, Math.atan2(x, z));
  const hills =
    seed === 0 ? 0 : island.radius * 0.16 * (fractal(x * 0.16 + seed, z * 0.16, 3, seed) - 0.3) * (1 - share);
  return hills - 0.5 * smoothstep(0.8, 1, share);
}

function topMesh(island: Island, seed: number, grass: Color, dry: Color, snow: number): Mesh {
  return surfaceMesh({
    columns: 40,
    rows: 9,
    isRound: true,
    at: (u, v) => {
      const angle = u * Math.PI * 2;
      const r = edgeOf(island, seed, angle) * (1 - v) * 1.015;
      const [x, z] = [Math.sin(angle) * r, Math.cos(angle) * r];
      return [island.at[0] + x, island.at[1] + topAt(island, seed, x, z), island.at[2] + z];
    },
    colorAt: ([x, , z]) =>
      mix(mix(grass, dry, 0.7 * fractal(x * 0.25, z * 0.25, 3, seed)), [238, 243, 250], snow * 0.9),
  });
}

/** Ragged rock that tapers to a few points below. */
function rockMesh(island: Island, seed: number, snow: number): Mesh {
  const deep = island.radius * (1.15 + 0.5 * noise(seed, 1, 2));
  return surfaceMesh({
    columns: 40,
    rows: 12,
    isRound: true,
    at: (u, v) => {
      const angle = u * Math.PI * 2;
      const down = 1 - v;
      const taper = (1 - down) ** 0.75 * 0.96 + 0.02;
      const crag =
        1 +
        0.34 *
          (noise(Math.sin(angle) * 2.4 + 5, down * 5 + Math.cos(angle) * 2.4, seed + 3) - 0.5) *
          (down > 0.05 ? 1 : 0);
      const r = edgeOf(island, seed, angle) * taper * crag;
      const spike = 0.75 + 0.5 * noise(Math.sin(angle) * 1.4 + 3, Math.cos(angle) * 1.4 + 3, seed + 8);
      return [
        island.at[0] + Math.sin(angle) * r,
        island.at[1] - 0.45 - down * deep * spike,
        island.at[2] + Math.cos(angle) * r,
      ];
    },
    colorAt: ([x, y, z], _slope, _u, v) => {
      const stone = shade([134, 118, 104], 0.6 + 0.6 * fractal(x * 0.3, (y + z) * 0.3, 3, seed));
      const moss = mix(stone, [92, 122, 62], smoothstep(0.82, 1, v) * 0.75);
      return mix(moss, [232, 238, 246], snow * smoothstep(0.9, 1, v) * 0.6);
    },
    openAt: (_u, v) => 0.5 + 0.5 * v,
  });
}

function spotsOn(island: Island, random: Random, isStage: boolean) {
  const r = island.radius;
  return scatter({
    random,
    count: island.trees,
    from: [-r, -r],
    to: [r, r],
    distance: isStage ? 2 : r * 0.2,
    chance: (x, z) => {
      const far = Math.hypot(x, z) / r;
      // The stage keeps its middle, and the view, free.
      if (isStage) return far < 0.78 && z < -1 && Math.abs(x) > 3.2 ? 1 : 0;
      return far < 0.74 ? 1 : 0;
    },
  });
}

/** A veil of water that leaves the edge in a curve and thins out. */
function fallMesh(from: Vec3, width: number, angle: number): Mesh {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return surfaceMesh({
    columns: 8,
    rows: 16,
    at: (u, v) => {
      const t = 1 - v;
      const side = (u - 0.5) * 2 * width * (1 - 0.35 * t) * (1 + 0.1 * Math.sin(t * 17));
      const out = 0.9 * Math.sqrt(t) + 0.25 * Math.sin(u * 9 + t * 3) * 0.2;
      return [from[0] + sin * out + cos * side, from[1] - t * 21 + 0.1, from[2] + cos * out - sin * side];
    },
    colorAt: (_p, _s, u, v) => {
      const streak = noise(u * 9, v * 1.6, 3);
      return mix([150, 196, 222], [246, 252, 255], 0.35 + 0.65 * streak);
    },
  });
}

/** Drops that fall along the veil, and the mist into which it dissolves. */
function spray(
  { from, width }: { from: Vec3; width: number },
  seconds: number,
  light: Rgb,
  salt: number,
): SetMoment['sprites'] {
  const mist = Array.from({ length: 22 }, (_, i): SpriteSpot => {
    const age = (seconds * 0.16 + i / 22) % 1;
    const depth = 6 + 17 * age;
    const sway = Math.sin(i * 2.3 + salt + seconds * 0.3) * width * (0.4 + age * 1.6);
    return {
      position: [from[0] + sway, from[1] - depth, from[2] + 0.6 + Math.cos(i * 1.7) * width * age],
      radius: width * (0.8 + 2.4 * age),
      rotation: i,
      color: [light[0], light[1], light[2], 0.22 * Math.sin(Math.PI * age) ** 0.7],
    };
  });
  return [sprites('soft', 'alpha', mist)];
}

/** The clouds below, to the horizon. */
function cloudSea(): Mesh {
  return discGround({
    heightAt: (x, z) =>
      CLOUDS_Y + 11 * (fractal(x * 0.012, z * 0.012, 4, 21) - 0.5) + 5 * (fractal(x * 0.05, z * 0.05, 3, 22) - 0.5),
    center: [0, -30],
    radius: 2600,
    rings: 48,
    sectors: 90,
    innerStep: 3,
    colorAt: (x, y, z) =>
      mix([196, 208, 228], [255, 255, 255], smoothstep(-7, 6, y - CLOUDS_Y) * 0.8 + 0.2 * noise(x * 0.03, z * 0.03, 5)),
  });
}

/** Small clouds between the islands. */
function createPuffs({ random }: SetContext): (seconds: number, light: Rgb) => SetMoment['sprites'] {
  const own = random.fork('puffs');
  const puffs: { at: Vec3; r: number; turn: number }[] = [];
  for (let i = 0; i < 17; i++) {
    const middle: Vec3 = [own.between(-80, 80), own.between(-26, 22), own.between(-120, -26)];
    for (let k = 0; k < 8; k++)
      puffs.push({
        at: [middle[0] + own.between(-6, 6), middle[1] + own.between(-1.2, 1.6), middle[2] + own.between(-2, 2)],
        r: own.between(2.2, 4.4),
        turn: own.between(0, 6),
      });
  }
  puffs.sort((a, b) => a.at[2] - b.at[2]);
  return (seconds, light) => [
    sprites(
      'soft',
      'alpha',
      puffs.map(
        ({ at, r, turn }): SpriteSpot => ({
          position: [at[0] + seconds * 0.5, at[1], at[2]],
          radius: r,
          rotation: turn,
          color: [light[0], light[1], light[2], 0.34],
        }),
      ),
    ),
  ];
}
