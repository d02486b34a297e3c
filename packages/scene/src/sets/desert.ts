import { ambience, fogOf, hasDetail, lensFor, mistLight } from './mood.ts';
import { BLADES, STONE } from './plants.ts';
import { SAND, sandPatch } from './sand.ts';
import { IDENTITY, placed, type SetInstance, type SpriteSpot, scatter, sprites, standing, wrap } from './scatter.ts';
import type { SetContext, SetModel, SetMoment } from './set.ts';
import { type Color, mix, shade, smoothstep } from './shape.ts';
import { buildRockValley, isRockValley } from './sky-valley.ts';
import { type ColorAt, discGround, fractal, type HeightAt, noise, patchGround } from './terrain.ts';
import { boulderMesh, tuftMesh } from './undergrowth.ts';

/** Hours at which the rig's sun would leave every dune in the shadow of the next: here it comes from the side. */
const LOW: ReadonlySet<string> = new Set(['dawn', 'golden', 'sunset']);

/** Dunes with sharp, winding crests, one behind the other into the haze; sand blows off them when the wind is strong. */
export const desert: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    if (isRockValley(scene)) return buildRockValley(context);
    const heightAt: HeightAt = (x, z) =>
      // Wider than deep: who runs across it shall not climb every dune.
      duneHeight(x, z) * smoothstep(2.6, 12, Math.hypot(x * 0.6, z * 0.9)) + softFloor(x, z);
    const still = [...ground(context, heightAt), farDunes(context), ...stonesOf(context, heightAt)];
    return {
      groundAt: heightAt,
      focus: { position: [0, heightAt(0, 0), 0], halfWidth: 4.5, halfDepth: 3 },
      camera: { position: [0.8, 1.8, 10], target: [0, 1.5, 0], verticalFovDegrees: lensFor(aspect, 42) },
      momentAt: (seconds) => ({
        instances: still,
        lights: [],
        sprites: blownSand(context, heightAt, seconds),
        ...(LOW.has(scene.time) ? { sun: { direction: [-0.84, 0.27, -0.42], shadowRadius: 60 } } : {}),
        fog: fogOf(scene, 0.0024 + 0.003 * scene.wind, { heightFalloff: 0.02 }),
      }),
      cues: [ambience(context, 'wind', 0.35 + 0.5 * scene.wind)],
    };
  },
};

function softFloor(x: number, z: number): number {
  return (fractal(x * 0.09, z * 0.09, 2, 3) - 0.5) * 0.7 * smoothstep(1, 8, Math.hypot(x, z));
}

/** Dunes are waves with a long back to windward and a steep slip face to leeward; their crests wind and end. */
function duneHeight(x: number, z: number): number {
  const wave = (scale: number, turn: number, seed: number): number => {
    const along = x * Math.cos(turn) + z * Math.sin(turn);
    const across = z * Math.cos(turn) - x * Math.sin(turn);
    const bend = (fractal(along * scale * 0.5, across * scale * 0.2, 2, seed) - 0.5) * 2.4;
    const phase = wrap(across * scale + bend, 1);
    const rise = phase < 0.68 ? (phase / 0.68) ** 1.5 : ((1 - phase) / 0.32) ** 1.15;
    return (
      rise * smoothstep(0.08, 0.5, noise(along * scale * 0.6 + 5, Math.floor(across * scale + bend) * 3.1, seed + 1))
    );
  };
  return wave(0.024, 0.35, 4) * 11 + wave(0.061, -0.2, 9) * 3.2 + wave(0.15, 0.1, 15) * 0.5 - 1;
}

function sandColor(context: SetContext): Color {
  const isRed = hasDetail(context.scene, 'red', 'namib', 'mars');
  const isWhite = hasDetail(context.scene, 'white');
  return isRed ? [206, 122, 74] : isWhite ? [232, 222, 202] : [196, 146, 92];
}

function ground(context: SetContext, heightAt: HeightAt): SetInstance[] {
  const base = sandColor(context);
  const colorAt: ColorAt = (x, y, z, slope) => {
    const grain = fractal(x * 0.2, z * 0.2, 3, 8);
    const deep = mix(base, [176, 112, 74], 0.35 * smoothstep(0.02, 0.2, slope));
    return shade(mix(deep, [222, 180, 122], 0.25 * smoothstep(1, 8, y)), 0.92 + 0.14 * grain);
  };
  const mesh = discGround({ heightAt, colorAt, center: [0, 4], radius: 300, rings: 104, sectors: 150, innerStep: 0.4 });
  return [standing(mesh, SAND), sandPatch({ heightAt, colorAt, from: [-10, -5], to: [10, 12], share: 0.75 })];
}

function farDunes(context: SetContext): SetInstance {
  const base = sandColor(context);
  const mesh = patchGround({
    from: [-620, -560],
    to: [620, -270],
    columns: 130,
    rows: 24,
    heightAt: (x, z) => -6 + duneHeight(x * 0.36, z * 0.36) * 3.6 * smoothstep(-270, -330, z),
    colorAt: (x, _y, z, slope) =>
      shade(mix(base, [182, 118, 82], smoothstep(0.02, 0.2, slope) * 0.5), 0.95 + 0.1 * noise(x * 0.02, z * 0.02, 4)),
  });
  return standing(mesh, SAND, IDENTITY, { castsShadow: false });
}

function stonesOf(context: SetContext, heightAt: HeightAt): SetInstance[] {
  const random = context.random.fork('stones');
  const stones = Array.from({ length: 3 }, () => boulderMesh(random, [168, 124, 92]));
  const tuft = tuftMesh({
    random,
    blades: 30,
    spread: 0.3,
    height: 0.5,
    width: 0.012,
    color: [146, 132, 82],
    tip: [204, 184, 128],
    isCurved: true,
  });
  const chance = (x: number, z: number): number => (Math.hypot(x, z) < 3.4 || (z > 3 && Math.abs(x) < 1.6) ? 0 : 1);
  return scatter({ random, count: 30, from: [-15, -16], to: [15, 7], distance: 2, chance }).map(({ x, z }) => {
    const isTuft = random.next() < 0.4;
    const scale = isTuft ? random.between(0.6, 1.1) : random.between(0.1, 0.5);
    const matrix = placed(x, heightAt(x, z) - 0.04, z, {
      scale,
      turn: random.between(0, 6.28),
      lean: [0.2 * context.scene.wind, 0],
    });
    return standing(isTuft ? tuft : random.pick(stones), isTuft ? BLADES : STONE, matrix);
  });
}

/** Streamers of sand along the ground, and plumes at the crests. */
function blownSand(context: SetContext, heightAt: HeightAt, seconds: number): SetMoment['sprites'] {
  const { scene, durationSeconds } = context;
  const strength = smoothstep(0.1, 0.9, scene.wind) * 0.16 + 0.012;
  const light = mistLight(scene, seconds, durationSeconds);
  const random = context.random.fork('sand');
  const spots = Array.from({ length: 70 }, (): SpriteSpot => {
    const z = random.between(-42, 3);
    const half = 14 - z * 0.6;
    const x = wrap(random.between(0, 2 * half) + seconds * random.between(3, 7) * (0.3 + scene.wind), 2 * half) - half;
    const edge = smoothstep(0, 5, half - Math.abs(x));
    return {
      position: [x, heightAt(x, z) + random.between(0.1, 0.6), z],
      radius: random.between(0.8, 2.6) * (1 - z * 0.02),
      rotation: random.between(0, 6.28),
      color: [light[0] * 1.1, light[1] * 0.86, light[2] * 0.6, strength * random.between(0.3, 1) * edge],
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
