import { bambooMesh } from './flora.ts';
import { blend, darknessAt, fogOf, lensFor, outdoorCues, plantPalette, SNOW } from './mood.ts';
import { type Plant, planted } from './planting.ts';
import { BLADES, EARTH, groundCover, STONE } from './plants.ts';
import { type SetInstance, type SpriteSpot, sprites, standing } from './scatter.ts';
import type { SetContext, SetModel, SetMoment } from './set.ts';
import { addTube, type Color, createMeshBuilder, mix, shade, smoothstep } from './shape.ts';
import { discGround, fractal, type HeightAt, noise } from './terrain.ts';
import { boulderMesh, fernMesh } from './undergrowth.ts';

/** A grove of bamboo: canes like a wall on both sides of a swept path, a low fence of twigs, green light from above. */
export const bamboo: SetModel = {
  build(context) {
    const { scene, aspect, durationSeconds } = context;
    const { snow } = plantPalette(scene);
    const heightAt: HeightAt = (x, z) => {
      const off = Math.abs(x - pathX(z));
      return (
        0.5 * smoothstep(2.2, 6, off) * (0.4 + fractal(x * 0.1, z * 0.1, 2, 5)) +
        (noise(x * 0.8, z * 0.8, 3) - 0.5) * 0.08
      );
    };
    const still = [
      groundOf(context, heightAt),
      ...canesOf(context, heightAt),
      ...fencesOf(heightAt),
      ...lowOf(context, heightAt),
    ];
    return {
      groundAt: heightAt,
      focus: { position: [0, heightAt(0, 0), 0], halfWidth: 1.8, halfDepth: 2.8 },
      camera: { position: [0.4, 1.6, 9.2], target: [0, 1.8, 0], verticalFovDegrees: lensFor(aspect, 46) },
      momentAt: (seconds) => {
        const dark = darknessAt(scene, seconds, durationSeconds);
        const isWarm = ['dawn', 'golden', 'sunset'].includes(scene.time);
        const day =
          snow > 0.5
            ? ([0.62, 0.68, 0.72] as const)
            : isWarm
              ? ([0.64, 0.5, 0.26] as const)
              : ([0.46, 0.6, 0.38] as const);
        const air = blend(day, [0.035, 0.06, 0.075], Math.max(0, dark - 0.2) / 0.8);
        return {
          instances: still,
          lights: [],
          sprites: raysAt(context, air, dark, seconds),
          fog: { ...fogOf(scene, 0.0105, { heightFalloff: 0.02 }), color: air },
        };
      },
      cues: outdoorCues(context, 0.4),
    };
  },
};

function pathX(z: number): number {
  return Math.sin(z * 0.07) * 1.6 * smoothstep(2, 20, Math.abs(z)) - 2.6 * smoothstep(14, 44, -z);
}

function groundOf(context: SetContext, heightAt: HeightAt): SetInstance {
  const palette = plantPalette(context.scene);
  const mesh = discGround({
    heightAt,
    center: [0, 5],
    radius: 90,
    rings: 54,
    sectors: 88,
    colorAt: (x, _y, z) => {
      const patch = fractal(x * 0.5, z * 0.5, 3, 21);
      const litter: Color = mix([138, 118, 72], [176, 152, 94], noise(x * 4, z * 4, 3) * 0.6 + patch * 0.4);
      const moss = mix(litter, [92, 116, 54], smoothstep(0.45, 0.62, fractal(x * 0.25, z * 0.25, 3, 31)) * 0.7);
      const path = 1 - smoothstep(1.3, 1.7, Math.abs(x - pathX(z)) + (patch - 0.5) * 0.3);
      const swept = shade(mix([158, 142, 116], [178, 164, 138], patch), 0.94 + 0.1 * noise(x * 6, z * 6, 8));
      return mix(mix(moss, swept, path), SNOW, palette.snow * (0.9 - 0.15 * path));
    },
    openAt: (x, z) => 0.78 + 0.22 * noise(x * 0.5, z * 0.5, 5),
  });
  return standing(mesh, groundCover(palette, EARTH));
}

function canesOf(context: SetContext, heightAt: HeightAt): SetInstance[] {
  const random = context.random.fork('canes');
  const { season } = context.scene;
  const cane: Color = season === 'winter' ? [112, 136, 84] : [96, 142, 70];
  const leaf: Color = season === 'autumn' ? [156, 160, 66] : [112, 158, 66];
  const of = (canes: number, isFar: boolean, count: number): Plant[] =>
    Array.from({ length: count }, () => ({
      mesh: bambooMesh(random, cane, leaf, canes, isFar),
      material: { ...BLADES, specular: 0.18, gloss: 30 },
    }));
  const off = (least: number) => (x: number, z: number) =>
    Math.abs(x - pathX(z)) > least + (z > 2 ? 0.6 + (z - 2) * 0.22 : 0) ? 1 : 0;
  const common = { random, heightAt };
  return [
    ...planted({
      ...common,
      plants: of(3, false, 4),
      count: 44,
      from: [-8, -16],
      to: [8, 6],
      distance: 1.15,
      chance: off(2.6),
      scale: [0.85, 1.15],
    }),
    ...planted({
      ...common,
      plants: of(6, true, 4),
      count: 100,
      from: [-17, -44],
      to: [14, -8],
      distance: 1.2,
      chance: off(2.7),
      castsShadow: false,
    }),
    ...planted({
      ...common,
      plants: of(9, true, 3),
      count: 84,
      from: [-42, -60],
      to: [38, -14],
      distance: 2.2,
      chance: off(8),
      castsShadow: false,
    }),
    ...planted({
      ...common,
      plants: of(6, true, 2),
      count: 34,
      from: [-26, 6],
      to: [26, 34],
      distance: 2,
      chance: off(4.5),
      castsShadow: false,
    }),
  ];
}

/** Low fences of bound twigs along both edges of the path. */
function fencesOf(heightAt: HeightAt): SetInstance[] {
  const builder = createMeshBuilder();
  const twig: Color = [150, 126, 84];
  for (const side of [-1, 1])
    for (let z = 4.6; z > -30; z -= 0.42) {
      const x = pathX(z) + side * 2.1;
      const y = heightAt(x, z);
      const tone = shade(twig, 0.75 + 0.5 * noise(z * 3, side, 4));
      addTube(builder, {
        from: [x, y - 0.1, z],
        to: [x + side * 0.06, y + 0.78 + 0.12 * noise(z * 5, 2, side + 3), z - 0.06],
        fromRadius: 0.022,
        toRadius: 0.014,
        sides: 4,
        color: shade(tone, 0.8),
        toColor: tone,
      });
      const next = z - 0.46;
      for (const h of [0.3, 0.62])
        addTube(builder, {
          from: [x, y + h, z],
          to: [pathX(next) + side * 2.1, heightAt(pathX(next) + side * 2.1, next) + h, next],
          fromRadius: 0.026,
          toRadius: 0.026,
          sides: 4,
          color: tone,
        });
    }
  return [standing(builder.build(), EARTH)];
}

function lowOf(context: SetContext, heightAt: HeightAt): SetInstance[] {
  const random = context.random.fork('low');
  const palette = plantPalette(context.scene);
  const ferns: Plant[] = Array.from({ length: 3 }, () => ({
    mesh: fernMesh(random, mix([84, 124, 58], SNOW, palette.snow * 0.3), 11, 0.55),
    material: BLADES,
  }));
  const stones: Plant[] = Array.from({ length: 3 }, () => ({
    mesh: boulderMesh(random, [112, 116, 98], palette.snow, 2),
    material: STONE,
  }));
  const off = (x: number, z: number): number => (Math.abs(x - pathX(z)) > 2.4 ? 1 : 0);
  return [
    ...planted({
      random,
      heightAt,
      plants: ferns,
      count: 40,
      from: [-7, -18],
      to: [7, 6],
      distance: 0.8,
      chance: off,
      castsShadow: false,
    }),
    ...planted({
      random,
      heightAt,
      plants: stones,
      count: 12,
      from: [-6, -14],
      to: [6, 5],
      distance: 1.4,
      chance: off,
      scale: [0.3, 0.8],
      sink: 0.12,
    }),
  ];
}

/** Light that falls through the leaves in slanting beams. */
function raysAt(
  context: SetContext,
  air: readonly [number, number, number],
  dark: number,
  seconds: number,
): SetMoment['sprites'] {
  const { scene } = context;
  if (scene.weather !== 'clear' && !scene.lightRays) return [];
  const random = context.random.fork('rays');
  const strength = (scene.lightRays ? 0.07 : 0.036) * (1 - 0.85 * dark);
  const spots: SpriteSpot[] = [];
  for (let beam = 0; beam < 8; beam++) {
    const [x, z] = [random.between(-5, 5), random.between(-24, -3)];
    const glow = strength * (0.75 + 0.25 * Math.sin(seconds * 0.5 + beam * 2.3));
    const wide = random.between(0.35, 0.8);
    for (let i = 0; i < 14; i++) {
      const t = i / 13;
      spots.push({
        position: [x + 3 * (t - 0.5), 10 * (1 - t), z],
        radius: wide * (1 + 0.5 * t),
        color: [
          (air[0] + 0.5) * glow * 1.6,
          (air[1] + 0.45) * glow * 1.6,
          (air[2] + 0.2) * glow * 1.3,
          Math.sin(Math.PI * (0.1 + 0.85 * t)),
        ],
      });
    }
  }
  return [sprites('soft', 'add', spots)];
}
