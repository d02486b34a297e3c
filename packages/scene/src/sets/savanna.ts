import { acaciaMesh } from './flora.ts';
import { softHills } from './hills.ts';
import { createHorizonClouds } from './horizon-clouds.ts';
import { ambience, fogOf, hasActor, lensFor, outdoorCues, type PlantPalette, plantPalette, SNOW } from './mood.ts';
import { type Plant, planted, swaying } from './planting.ts';
import { BLADES, groundCover, leavesOf, STONE, TURF } from './plants.ts';
import { type SetInstance, standing } from './scatter.ts';
import type { SetContext, SetModel } from './set.ts';
import { type Color, mix, shade, smoothstep } from './shape.ts';
import { discGround, fractal, type HeightAt, noise } from './terrain.ts';
import { boulderMesh, tuftMesh } from './undergrowth.ts';

/** Dry grass to the horizon, umbrella trees, termite mounds and worn rocks; green only after the rains of spring. */
export const savanna: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const palette = plantPalette(scene);
    const straw: Color = scene.season === 'spring' ? [138, 148, 72] : [196, 160, 92];
    const heightAt: HeightAt = (x, z) =>
      (fractal(x * 0.014 + 5, z * 0.014, 3, 19) - 0.5) * 8 * smoothstep(8, 60, Math.hypot(x, z)) +
      (noise(x * 0.6, z * 0.6, 4) - 0.5) * 0.1;
    const still = [
      groundOf(palette, straw, heightAt),
      ...treesOf(context, heightAt),
      ...rocksOf(context, heightAt),
      ...hillsOf(palette),
    ];
    const grass = grassOf(context, palette, straw, heightAt);
    const clouds = createHorizonClouds(context, { distance: 560, foot: 40, heaps: 12 });
    return {
      groundAt: heightAt,
      focus: { position: [0, heightAt(0, 0), 0], halfWidth: 4.2, halfDepth: 2.6 },
      camera: { position: [0.8, 1.7, 10], target: [0, 1.4, 0], verticalFovDegrees: lensFor(aspect, 42) },
      momentAt: (seconds) => ({
        instances: [...still, ...grass.flatMap((part) => part(seconds))],
        lights: [],
        sprites: clouds(seconds),
        fog: fogOf(scene, 0.0019, { heightFalloff: 0.016 }),
      }),
      cues: [...outdoorCues(context, 0.3), ambience(context, 'crickets', 0.18, 0.3)],
    };
  },
};

function groundOf(palette: PlantPalette, straw: Color, heightAt: HeightAt): SetInstance {
  const mesh = discGround({
    heightAt,
    center: [0, 5],
    radius: 420,
    rings: 62,
    sectors: 96,
    colorAt: (x, _y, z) => {
      const patch = fractal(x * 0.1, z * 0.1, 4, 17);
      const far = smoothstep(10, 60, Math.hypot(x, z));
      const earth = mix([164, 108, 66], [190, 140, 90], patch);
      const grown = mix(shade(straw, 0.92), mix(straw, [224, 196, 124], 0.5), patch);
      const bare = smoothstep(0.5, 0.64, fractal(x * 0.17, z * 0.17, 3, 41)) * (1 - far * 0.6);
      const band = far * 0.3 * smoothstep(0.45, 0.6, fractal(x * 0.012, z * 0.05, 3, 8));
      return mix(mix(mix(grown, earth, bare * 0.8), [132, 126, 66], band), SNOW, palette.snow > 0.5 ? 0.85 : 0);
    },
  });
  return standing(mesh, groundCover(palette, TURF));
}

function treesOf(context: SetContext, heightAt: HeightAt): SetInstance[] {
  const { scene } = context;
  const random = context.random.fork('trees');
  const leaf: Color = scene.season === 'spring' ? [104, 132, 58] : [112, 118, 58];
  const bark: Color = [104, 84, 66];
  const kind = (isFar: boolean, count: number): Plant[] =>
    Array.from({ length: count }, () => ({ mesh: acaciaMesh(random, leaf, bark, isFar), material: leavesOf(scene) }));
  const [near, far] = [kind(false, 3), kind(true, 4)];
  const low = ['dawn', 'golden', 'sunset', 'dusk'].includes(scene.time);
  // What hangs in the sky is seen beside the great tree, not behind it.
  const hero = hasActor(scene, 'tree')
    ? []
    : planted({
        random,
        heightAt,
        plants: near,
        count: 1,
        from: [-13, -15],
        to: [-11, -13],
        distance: 1,
        scale: [1.15, 1.3],
        castsShadow: !low,
      });
  const open = (x: number, z: number): number => (Math.abs(x) < 5 + -z * 0.05 && z > -60 ? 0 : 1);
  return [
    ...hero,
    ...planted({
      random,
      heightAt,
      plants: near,
      count: 5,
      from: [-60, -62],
      to: [60, -30],
      distance: 15,
      chance: open,
      castsShadow: false,
    }),
    ...planted({
      random,
      heightAt,
      plants: far,
      count: 46,
      from: [-200, -260],
      to: [200, -64],
      distance: 11,
      scale: [0.8, 1.4],
      castsShadow: false,
    }),
    ...planted({
      random,
      heightAt,
      plants: far,
      count: 8,
      from: [-80, 22],
      to: [80, 90],
      distance: 16,
      castsShadow: false,
    }),
  ];
}

function rocksOf(context: SetContext, heightAt: HeightAt): SetInstance[] {
  const random = context.random.fork('rocks');
  const stone = (color: Color): Plant => ({ mesh: boulderMesh(random, color, 0, 2), material: STONE });
  const rocks = Array.from({ length: 3 }, () => stone([156, 124, 98]));
  const mounds = Array.from({ length: 2 }, () => stone([160, 104, 66]));
  const side = (x: number, z: number): number => (Math.abs(x) > 6 + Math.max(0, z) * 0.7 ? 1 : 0);
  return [
    ...planted({
      random,
      heightAt,
      plants: rocks,
      count: 9,
      from: [-17, -22],
      to: [17, 4],
      distance: 2.6,
      chance: side,
      scale: [0.4, 1.8],
      sink: 0.2,
    }),
    ...planted({
      random,
      heightAt,
      plants: mounds,
      count: 6,
      from: [-40, -48],
      to: [40, -12],
      distance: 9,
      chance: side,
      scale: [1, 1.5],
      stretch: [2.6, 4.2],
      sink: 0.3,
    }),
  ];
}

function grassOf(context: SetContext, palette: PlantPalette, straw: Color, heightAt: HeightAt) {
  const { scene } = context;
  const random = context.random.fork('grass');
  const tip = mix(straw, [236, 212, 150], 0.6);
  const tufts = (blades: number, spread: number, height: number, width: number): Plant[] =>
    Array.from({ length: 4 }, () => ({
      mesh: tuftMesh({
        random,
        blades,
        spread,
        height,
        width,
        color: straw,
        tip,
        isCurved: width < 0.02,
        snow: palette.snow,
      }),
      material: BLADES,
    }));
  const stage = (x: number, z: number): number =>
    (Math.hypot(x, z * 1.3) < 2.6 ? 0.25 : 1) *
    (z > 3 && Math.abs(x) < 1.6 ? 0.15 : 1) *
    smoothstep(0.62, 0.5, fractal(x * 0.17, z * 0.17, 3, 41));
  const share = palette.snow > 0.5 ? 0.4 : 1;
  const common = { random, heightAt, chance: stage };
  return [
    swaying(
      {
        ...common,
        plants: tufts(46, 0.55, 0.55, 0.013),
        count: Math.round(150 * share),
        from: [-11, -11],
        to: [11, 8],
        distance: 0.6,
      },
      scene.wind,
    ),
    swaying(
      {
        ...common,
        plants: tufts(60, 1.5, 0.75, 0.03),
        count: Math.round(170 * share),
        from: [-44, -46],
        to: [44, -9],
        distance: 1.8,
      },
      scene.wind,
    ),
  ];
}

function hillsOf(palette: PlantPalette): SetInstance[] {
  const range = { halfDepth: 90, foot: -4, snow: palette.snow };
  return [
    softHills({
      ...range,
      z: -420,
      halfWidth: 640,
      height: 40,
      color: [150, 128, 86],
      seed: 4,
      envelope: (x) => smoothstep(-60, 320, x),
    }),
    softHills({
      ...range,
      z: -620,
      halfWidth: 900,
      height: 96,
      color: [120, 122, 128],
      seed: 21,
      envelope: (x) => 0.2 + smoothstep(120, -420, x),
    }),
  ];
}
