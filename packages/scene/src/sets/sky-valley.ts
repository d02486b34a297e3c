import type { Material, Mesh, Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import type { Scene } from '../scene.ts';
import { rockyRange } from './hills.ts';
import { ambience, fogOf, hasDetail, lensFor, mistLight, plantPalette, SNOW } from './mood.ts';
import { bushMesh, LEAVES } from './plants.ts';
import { placed, type SetInstance, type SpriteSpot, scatter, sprites, standing } from './scatter.ts';
import type { BuiltSet, SetContext, SetMoment } from './set.ts';
import { type Color, createMeshBuilder, mix, shade, smoothstep } from './shape.ts';
import { discGround, fractal, type HeightAt, noise, ridged } from './terrain.ts';

const TUFF: Material = { pattern: 'rock', patternScale: 0.25, wrap: 0.25, specular: 0.03 };
const DUST: Material = { pattern: 'grain', patternScale: 0.3, wrap: 0.25, specular: 0.02 };

/** Whether the details of a scene ask for it. */
export function isRockValley(scene: Scene): boolean {
  return hasDetail(scene, 'rock', 'cappadocia', 'valley', 'canyon', 'chimney', 'hoodoo');
}

/** A valley of pale rock cones with dark caps, folded slopes and table mountains, seen from the air. */
export function buildRockValley(context: SetContext): BuiltSet {
  const { scene, aspect } = context;
  const heightAt: HeightAt = (x, z) => {
    const folds = ridged(x * 0.03 + 3, z * 0.03, 5, 7) * 13;
    const wide = fractal(x * 0.008, z * 0.008, 2, 3) * 14;
    const floor = smoothstep(8, 46, Math.abs(x + 10 * Math.sin(z * 0.02)));
    return -13 + (folds + wide - 8) * (0.12 + 0.88 * floor);
  };
  const still = [
    landOf(context, heightAt),
    ...conesOf(context, heightAt),
    ...bushesOf(context, heightAt),
    ...mesas(context),
  ];
  return {
    groundAt: heightAt,
    focus: { position: [0, 3, 0], halfWidth: 15, halfDepth: 12 },
    camera: { position: [0, 6.5, 34], target: [0, 4, -14], verticalFovDegrees: lensFor(aspect, 46) },
    momentAt: (seconds) => ({
      instances: still,
      lights: [],
      sprites: valleyMist(context, heightAt, seconds),
      sun: { shadowRadius: 80, shadowCenter: [0, -8, -20] },
      fog: fogOf(scene, 0.0022, { heightFalloff: 0.02, baseHeight: -12 }),
    }),
    cues: [
      ambience(context, 'wind', 0.22 + 0.4 * scene.wind),
      ...(scene.season === 'winter' ? [] : [ambience(context, 'birds', 0.12, 0.3)]),
    ],
  };
}

const PALE: Color = [222, 190, 154];
const ROSE: Color = [204, 146, 118];
const CREAM: Color = [236, 216, 184];

function layered(y: number, jitter: number): Color {
  const band = noise(3, y * 0.55 + jitter * 1.6, 5);
  return mix(
    mix(PALE, ROSE, smoothstep(0.35, 0.7, band)),
    CREAM,
    smoothstep(0.62, 0.85, noise(9, y * 0.3 + jitter, 8)),
  );
}

function landOf(context: SetContext, heightAt: HeightAt): SetInstance {
  const palette = plantPalette(context.scene);
  const mesh = discGround({
    heightAt,
    center: [0, 6],
    radius: 460,
    rings: 78,
    sectors: 120,
    innerStep: 1.1,
    colorAt: (x, y, z, slope) => {
      const grain = fractal(x * 0.08, z * 0.08, 3, 14);
      const stone = shade(layered(y, grain), 0.82 + 0.3 * grain);
      const scrub = mix(palette.grass, palette.dryGrass, 0.55 + 0.3 * grain);
      const green = (1 - smoothstep(0.03, 0.16, slope)) * smoothstep(0.42, 0.62, fractal(x * 0.04, z * 0.04, 3, 33));
      return mix(mix(stone, scrub, green * 0.45), SNOW, palette.snow * (1 - smoothstep(0.15, 0.4, slope)) * 0.92);
    },
    openAt: (x, z) => 0.72 + 0.28 * smoothstep(-14, -2, heightAt(x, z)),
  });
  return standing(mesh, DUST);
}

function conesOf(context: SetContext, heightAt: HeightAt): SetInstance[] {
  const random = context.random.fork('cones');
  const { snow } = plantPalette(context.scene);
  const near = Array.from({ length: 5 }, (_, i) => coneMesh(random, i % 5 < 3, 15, snow));
  const far = Array.from({ length: 4 }, (_, i) => coneMesh(random, i % 2 === 0, 8, snow));
  const grouped = (x: number, z: number): number => {
    if (z > 14 || (Math.abs(x) < 3.5 && z > -6)) return 0;
    return Math.max(smoothstep(0.36, 0.58, noise(x * 0.05 + 4, z * 0.05, 22)), z > -45 && Math.abs(x) > 8 ? 0.5 : 0.03);
  };
  return scatter({
    random,
    count: 190,
    from: [-100, -170],
    to: [100, 14],
    distance: (_x, z) => 3 + Math.max(0, -z) * 0.012,
    chance: grouped,
  }).map(({ x, z }) => {
    const range = Math.hypot(x, z - 34);
    const scale = random.between(0.75, 1.5) * (random.next() < 0.2 ? 1.6 : 1);
    const tone = random.between(0.9, 1.08);
    const matrix = placed(x, heightAt(x, z) - 0.6, z, {
      scale,
      stretch: random.between(0.8, 1.3),
      turn: random.between(0, 6.28),
    });
    return standing(random.pick(range < 90 ? near : far), TUFF, matrix, { tint: [tone, tone * 0.99, tone * 0.97] });
  });
}

/** A cone of soft rock about 8 m tall, fluted by rain; some carry a dark slab like a hat. */
function coneMesh(random: Random, hasCap: boolean, sides: number, snow: number): Mesh {
  const builder = createMeshBuilder();
  const seed = Math.floor(random.between(0, 999));
  const height = random.between(6.5, 9.5);
  const girth = random.between(1.9, 2.7);
  const neck = hasCap ? 0.3 : 0.12;
  const rows = 9;
  // Each row: where it is, how wide it is there, and whether it belongs to the cap.
  const profile = Array.from({ length: rows }, (_, i) => {
    const t = i / (rows - 1);
    return { y: height * t, r: girth * ((1 - t) ** 0.8 * (1 - neck) + neck), isCap: false };
  });
  if (hasCap)
    profile.push(
      { y: height * 1.0, r: girth * 0.46, isCap: true },
      { y: height * 1.07, r: girth * 0.43, isCap: true },
      { y: height * 1.17, r: girth * 0.17, isCap: true },
    );
  profile.push({ y: profile.at(-1)!.y + 0.25, r: 0.02, isCap: hasCap });
  profile.forEach(({ y, r, isCap }, row) => {
    const [below, above] = [profile[Math.max(0, row - 1)]!, profile[Math.min(profile.length - 1, row + 1)]!];
    for (let s = 0; s <= sides; s++) {
      const angle = ((s % sides) / sides) * Math.PI * 2;
      const [c, d] = [Math.cos(angle), Math.sin(angle)];
      const flute =
        0.82 +
        0.36 * noise(c * 2.1 + 7, d * 2.1 + 7 + y * 0.07, seed) +
        (isCap ? 0 : 0.1 * noise(c * 6 + 9, d * 6 + 9, seed + 4));
      const out = r * flute;
      const slope = (below.r - above.r) / Math.max(0.2, above.y - below.y);
      const normal: Vec3 = [c, Math.max(-0.3, Math.min(1.5, slope)), d];
      const rock = shade(layered(y, flute), 0.72 + 0.36 * flute);
      const color = isCap ? shade([122, 100, 86], 0.75 + 0.4 * flute) : rock;
      builder.vertex(
        [c * out, y, d * out],
        normal,
        mix(color, SNOW, snow * smoothstep(0.5, 1.2, normal[1])),
        Math.min(1, 0.55 + (y / height) * 0.5) * (isCap ? 0.95 : 1),
      );
    }
  });
  for (let row = 0; row + 1 < profile.length; row++)
    for (let s = 0; s < sides; s++) {
      const a = row * (sides + 1) + s;
      const up = a + sides + 1;
      builder.triangle(a, up, a + 1);
      builder.triangle(a + 1, up, up + 1);
    }
  return builder.build();
}

function bushesOf(context: SetContext, heightAt: HeightAt): SetInstance[] {
  const random = context.random.fork('bushes');
  const palette = plantPalette(context.scene);
  const meshes = Array.from({ length: 3 }, () =>
    bushMesh(random, mix(palette.leaves[0]!, [108, 112, 66], 0.4), palette.snow),
  );
  const chance = (x: number, z: number): number => smoothstep(0.45, 0.6, fractal(x * 0.04, z * 0.04, 3, 33));
  return scatter({ random, count: 70, from: [-60, -80], to: [60, 20], distance: 2, chance }).map(({ x, z }) =>
    standing(
      random.pick(meshes),
      LEAVES,
      placed(x, heightAt(x, z) - 0.1, z, { scale: random.between(0.8, 2), turn: random.between(0, 6) }),
    ),
  );
}

/** Flat-topped mountains in the distance, and one snowy cone far behind them. */
function mesas(context: SetContext): SetInstance[] {
  const { snow } = plantPalette(context.scene);
  return [
    rockyRange({
      z: -330,
      halfWidth: 430,
      halfDepth: 80,
      foot: -14,
      height: 62,
      color: [196, 150, 122],
      seed: 9,
      snowLine: 2,
      meadow: [188, 160, 122],
      snow: snow * 0.6,
    }),
    rockyRange({
      z: -620,
      halfWidth: 760,
      halfDepth: 190,
      foot: -16,
      height: 190,
      color: [150, 136, 142],
      seed: 27,
      snowLine: 0.62,
      meadow: [164, 146, 136],
      snow: snow * 0.6,
      envelope: (x) => 0.3 + 0.9 * Math.exp(-(((x + 190) / 150) ** 2)),
    }),
  ];
}

function valleyMist(context: SetContext, heightAt: HeightAt, seconds: number): SetMoment['sprites'] {
  const { scene, durationSeconds } = context;
  const light = mistLight(scene, seconds, durationSeconds);
  const random = context.random.fork('mist');
  const spots = Array.from({ length: 34 }, (): SpriteSpot => {
    const [x, z] = [random.between(-110, 110), random.between(-230, -30)];
    return {
      position: [x + seconds * 0.5, heightAt(x, z) + 2.5, z],
      radius: random.between(10, 20),
      rotation: random.between(0, 6.28),
      color: [light[0], light[1], light[2], 0.07 + 0.12 * scene.haze],
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
