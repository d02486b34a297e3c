import type { Material } from '@openimagine/render';
import { cattailMesh, lilyPadsMesh, swampTreeMesh } from './flora.ts';
import { ambience, blend, darknessAt, fogOf, lensFor, outdoorCues, plantPalette } from './mood.ts';
import { type Plant, planted } from './planting.ts';
import { BLADES, leavesOf, TURF } from './plants.ts';
import { IDENTITY, type SetInstance, type SpriteSpot, sprites, standing } from './scatter.ts';
import type { SetContext, SetModel, SetMoment } from './set.ts';
import { addTube, type Color, createMeshBuilder, mix, shade, smoothstep } from './shape.ts';
import { discGround, fractal, type HeightAt, noise } from './terrain.ts';
import { fernMesh, tuftMesh } from './undergrowth.ts';
import { mirrorOf } from './water.ts';

const LEVEL = -0.25;
const MIRE: Material = { pattern: 'water', patternScale: 0.25, mirror: 0.66, specular: 0.5, gloss: 120 };
const LOG: Material = { pattern: 'wood', patternScale: 2, specular: 0.06 };

/** Black water between cypresses hung with moss; an islet of mud and grass for the actors, mist, fireflies by night. */
export const swamp: SetModel = {
  build(context) {
    const { scene, aspect, durationSeconds } = context;
    const isAfloat = scene.actors.some(({ kind }) => kind === 'boat');
    const heightAt: HeightAt = (x, z) => (isAfloat ? landAt(x, z - 9) : landAt(x, z));
    const still = [groundOf(heightAt), ...treesOf(context, heightAt), ...lowOf(context, heightAt), ...logsOf(heightAt)];
    const water = waterOf();
    return {
      groundAt: (x, z) => Math.max(LEVEL, heightAt(x, z)),
      isDry: (x, z) => heightAt(x, z) > LEVEL + 0.1,
      focus: { position: [0, Math.max(LEVEL, heightAt(0, 0)), 0], halfWidth: 2.8, halfDepth: 1.9 },
      camera: { position: [0.6, 1.8, 9.6], target: [0, 1.6, 0], verticalFovDegrees: lensFor(aspect, 44) },
      momentAt: (seconds) => {
        const dark = darknessAt(scene, seconds, durationSeconds);
        const isWarm = ['dawn', 'golden', 'sunset'].includes(scene.time);
        const air = blend(
          isWarm ? [0.56, 0.42, 0.24] : [0.42, 0.48, 0.38],
          [0.03, 0.05, 0.065],
          Math.max(0, dark - 0.2) / 0.8,
        );
        return {
          instances: [...still, water],
          lights: [],
          sprites: [...mistOf(context, air, seconds), ...firefliesOf(context, dark, seconds)],
          mirror: { ...mirrorOf(scene, LEVEL, seconds, true), tint: [0.72, 0.8, 0.62] },
          fog: { ...fogOf(scene, 0.013, { heightFalloff: 0.03 }), color: air },
        };
      },
      cues: [ambience(context, 'crickets', 0.35), ...outdoorCues(context, 0.25)],
    };
  },
};

function landAt(x: number, z: number): number {
  const islet = 1 - Math.hypot(x / 4.9, (z - 0.4) / 3.4) + (fractal(x * 0.3 + 2, z * 0.3, 3, 4) - 0.5) * 0.6;
  const others = fractal(x * 0.07 + 9, z * 0.07, 3, 23) - 0.63;
  const land = Math.max(islet * 0.9, others * 3 * smoothstep(9, 16, Math.hypot(x, z)));
  return (
    LEVEL +
    (land > 0
      ? 0.42 * smoothstep(0, 0.4, land) + (noise(x * 0.9, z * 0.9, 3) - 0.5) * 0.08
      : Math.max(-1.2, land * 1.6))
  );
}

function groundOf(heightAt: HeightAt): SetInstance {
  const mesh = discGround({
    heightAt,
    center: [0, 4],
    radius: 120,
    rings: 54,
    sectors: 92,
    colorAt: (x, y, z) => {
      const patch = fractal(x * 0.4, z * 0.4, 3, 20);
      const mud: Color = mix([58, 48, 34], [88, 74, 48], patch);
      const turf = mix([82, 96, 44], [116, 118, 58], patch);
      return mix(shade(mud, 0.7), mix(mud, turf, smoothstep(0.14, 0.34, y - LEVEL)), smoothstep(-0.1, 0.08, y - LEVEL));
    },
  });
  return standing(mesh, TURF);
}

/** Brown water with a skin of duckweed that gathers in bays. */
function waterOf(): SetInstance {
  const mesh = discGround({
    heightAt: () => LEVEL,
    center: [0, -8],
    radius: 130,
    rings: 56,
    sectors: 110,
    innerStep: 0.5,
    colorAt: (x, _y, z) => {
      const weed = smoothstep(0.5, 0.58, fractal(x * 0.13, z * 0.2, 4, 17)) * 0.85;
      return mix([26, 34, 24], mix([104, 132, 48], [136, 156, 66], noise(x * 2, z * 2, 3)), weed);
    },
  });
  return standing(mesh, MIRE, IDENTITY, { castsShadow: false });
}

function treesOf(context: SetContext, heightAt: HeightAt): SetInstance[] {
  const random = context.random.fork('trees');
  const { scene } = context;
  const isBare = scene.season === 'winter';
  const leaf: Color = isBare ? [112, 104, 82] : scene.season === 'autumn' ? [164, 104, 52] : [84, 112, 56];
  const moss: Color = [134, 140, 108];
  const of = (isFar: boolean, count: number): Plant[] =>
    Array.from({ length: count }, () => ({
      mesh: swampTreeMesh(random, leaf, moss, isFar),
      material: leavesOf(scene),
    }));
  const [near, far] = [of(false, 3), of(true, 4)];
  const open = (x: number, z: number): number =>
    (z > -1 && Math.abs(x) < 3.4 + z * 0.5) || Math.hypot(x, z) < 5.4 || Math.abs(x + z * 0.1) < 1.6 ? 0 : 1;
  const common = { random, heightAt: () => LEVEL, chance: open, sink: 0.1 };
  const beside = [-6.6, 7.2].map((x, i) => ({ x, z: i ? -4.4 : -2.2 }));
  return [
    ...beside.flatMap(({ x, z }, i) =>
      planted({
        ...common,
        plants: [near[i]!],
        chance: () => 1,
        count: 1,
        from: [x, z],
        to: [x + 0.01, z + 0.01],
        distance: 0,
        scale: [1, 1.1],
      }),
    ),
    ...planted({ ...common, plants: near, count: 9, from: [-20, -26], to: [20, 2], distance: 4.2 }),
    ...planted({ ...common, plants: far, count: 60, from: [-60, -74], to: [60, -24], distance: 4, castsShadow: false }),
    ...planted({
      ...common,
      heightAt,
      plants: far,
      count: 16,
      from: [-46, 12],
      to: [46, 50],
      distance: 7,
      castsShadow: false,
    }),
  ];
}

function lowOf(context: SetContext, heightAt: HeightAt): SetInstance[] {
  const random = context.random.fork('low');
  const palette = plantPalette(context.scene);
  const of = (count: number, make: () => Plant['mesh']): Plant[] =>
    Array.from({ length: count }, () => ({ mesh: make(), material: BLADES }));
  const reeds = of(3, () => cattailMesh(random, [112, 122, 62]));
  const ferns = of(3, () => fernMesh(random, [84, 118, 54], 11, 0.7));
  const grass = of(3, () =>
    tuftMesh({
      random,
      blades: 44,
      spread: 0.5,
      height: 0.5,
      width: 0.015,
      color: mix(palette.grass, [84, 96, 46], 0.6),
      tip: [170, 164, 92],
      isCurved: true,
    }),
  );
  const pads = of(3, () => lilyPadsMesh(random, [84, 122, 56], { pads: 7, spread: 0.7 }));
  const above = (x: number, z: number): number => heightAt(x, z) - LEVEL;
  const lane = (x: number, z: number): boolean => Math.hypot(x, z) < 2.4 || (z > 2 && Math.abs(x) < 1.3 + z * 0.22);
  const at = (low: number, high: number) => (x: number, z: number) =>
    above(x, z) > low && above(x, z) < high && !lane(x, z) ? 1 : 0;
  const common = { random, heightAt, castsShadow: false };
  return [
    ...planted({
      ...common,
      plants: reeds,
      count: 46,
      from: [-13, -22],
      to: [13, 7],
      distance: 0.7,
      chance: at(-0.3, 0.14),
      scale: [0.7, 1.15],
    }),
    ...planted({
      ...common,
      plants: ferns,
      count: 24,
      from: [-12, -20],
      to: [12, 7],
      distance: 0.9,
      chance: at(0.12, 2),
    }),
    ...planted({
      ...common,
      plants: grass,
      count: 50,
      from: [-12, -20],
      to: [12, 7.6],
      distance: 0.6,
      chance: at(0.08, 2),
    }),
    ...planted({
      ...common,
      heightAt: () => LEVEL,
      sink: -0.01,
      stretch: [1, 1],
      plants: pads,
      count: 26,
      from: [-14, -26],
      to: [14, 2],
      distance: 1.5,
      chance: at(-9, -0.12),
    }),
  ];
}

/** A fallen trunk that lies half in the water. */
function logsOf(heightAt: HeightAt): SetInstance[] {
  const builder = createMeshBuilder();
  const lay = (ax: number, az: number, bx: number, bz: number, girth: number): void => {
    const [ay, by] = [Math.max(LEVEL, heightAt(ax, az)) + girth * 0.4, Math.max(LEVEL, heightAt(bx, bz)) + girth * 0.2];
    addTube(builder, {
      from: [ax, ay, az],
      to: [bx, by, bz],
      fromRadius: girth,
      toRadius: girth * 0.7,
      sides: 10,
      color: [82, 72, 56],
      toColor: [94, 92, 58],
      open: [0.7, 1],
      cap: true,
    });
    addTube(builder, {
      from: [ax, ay, az],
      to: [ax + 0.02, ay + 0.9, az - 0.4],
      fromRadius: girth * 0.3,
      toRadius: 0.03,
      sides: 5,
      color: [82, 72, 56],
    });
  };
  lay(3.6, -3.4, 8.4, -5.2, 0.3);
  lay(-10, -9, -5.4, -11.4, 0.36);
  return [standing(builder.build(), LOG)];
}

function mistOf(context: SetContext, air: readonly [number, number, number], seconds: number): SetMoment['sprites'] {
  const { scene } = context;
  const strength = 0.12 + 0.16 * scene.haze + (scene.weather === 'fog' ? 0.14 : 0);
  const random = context.random.fork('mist');
  const spots = Array.from(
    { length: 36 },
    (): SpriteSpot => ({
      position: [
        random.between(-30, 30) + seconds * random.between(0.1, 0.35),
        LEVEL + random.between(0.2, 1.4),
        random.between(-50, -5),
      ],
      radius: random.between(3, 7),
      rotation: random.between(0, 6.28),
      color: [air[0] * 1.1, air[1] * 1.1, air[2] * 1.1, strength * random.between(0.4, 1)],
    }),
  );
  return [
    sprites(
      'soft',
      'alpha',
      spots.sort((a, b) => a.position[2] - b.position[2]),
    ),
  ];
}

/** Sparks of green light that wander and blink when it is dark. */
function firefliesOf(context: SetContext, dark: number, seconds: number): SetMoment['sprites'] {
  if (dark < 0.4 || context.scene.weather === 'rain' || context.scene.weather === 'storm') return [];
  const random = context.random.fork('fireflies');
  const spots = Array.from({ length: 70 }, (): SpriteSpot => {
    const [phase, rate] = [random.between(0, 6.28), random.between(0.3, 0.7)];
    const blink = Math.max(0, Math.sin(seconds * rate * 3 + phase)) ** 2;
    return {
      position: [
        random.between(-12, 12) + Math.sin(seconds * rate + phase) * 0.8,
        random.between(0.3, 3.4) + Math.sin(seconds * rate * 1.7 + phase) * 0.3,
        random.between(-20, 4) + Math.cos(seconds * rate + phase) * 0.8,
      ],
      radius: 0.05,
      color: [0.9, 1.8, 0.35, blink * smoothstep(0.4, 0.8, dark)],
    };
  });
  return [sprites('soft', 'add', spots)];
}
