import type { Material, Mesh } from '@openimagine/render';
import { mistLight } from './mood.ts';
import { IDENTITY, placed, type SetInstance, type SpriteSpot, sprites, standing, wrap } from './scatter.ts';
import type { SetContext, SetMoment } from './set.ts';
import { mix, smoothstep } from './shape.ts';
import { surfaceMesh } from './surface.ts';
import { discGround, fractal, type HeightAt, noise } from './terrain.ts';
import { faceAt, HALF, LEVEL, TOP, topAt } from './waterfall-shape.ts';

const VEIL: Material = { specular: 0.35, emissive: 0.06, wrap: 0.4 };
const POOL: Material = { pattern: 'water', patternScale: 0.7, mirror: 0.55, specular: 0.6, gloss: 80 };
/** The pattern of the falling sheet comes again after so many metres. */
const PERIOD = 5;

/** How full the water is across the fall, over its whole height; what runs down on that comes again after a period. */
const strandAt = (x: number, layer: number): number => fractal(x * 0.95 + 7 * layer, layer * 3.1, 3, layer + 4);

/** Bright strands before dark ones, running down: a sheet longer than the fall by one period, hidden by lip and pool. */
export function sheetMesh(layer: number, share: number): Mesh {
  const half = HALF * share;
  const strand = (x: number): number => strandAt(x, layer);
  const run = (x: number, y: number): number => {
    const turns = (y / PERIOD) * Math.PI * 2;
    const shift = noise(x * 1.9, 1, layer) * 14;
    return (
      0.5 * Math.sin(turns + shift) + 0.3 * Math.sin(turns * 2 + shift * 1.7) + 0.25 * Math.sin(turns * 5 + shift * 3)
    );
  };
  return surfaceMesh({
    columns: 56,
    rows: 84,
    at: (u, v) => {
      const x = (u - 0.5) * 2 * half;
      const y = -PERIOD + v * (TOP - 0.5 + PERIOD);
      const turns = (y / PERIOD) * Math.PI * 2;
      const ragged = 1 + 0.022 * Math.sin(turns + layer * 2 + Math.sign(x)) * smoothstep(0.5, 1, Math.abs(x) / half);
      return [x * ragged, y, 0.95 * (strand(x) - 0.5) + 0.12 * run(x, y) + (layer ? 0.3 : 0)];
    },
    colorAt: ([x, y]) => {
      const bright = 1.5 * (strand(x) - 0.32) + 0.26 * run(x, y);
      const dark = mix([70, 112, 128], [158, 200, 214], smoothstep(0.05, 0.4, bright));
      const body = mix(dark, [250, 253, 255], smoothstep(0.32, 0.72, bright));
      return mix(body, [222, 238, 243], smoothstep(0.8, 1, Math.abs(x) / half) * 0.5);
    },
    openAt: (u) => 0.74 + 0.26 * Math.sin(u * Math.PI),
  });
}

/** One of the two sheets of the fall. */
export function fallingSheet(mesh: Mesh, layer: number, seconds: number): SetInstance {
  const gone = wrap(seconds * (layer ? 9.5 : 7.5), PERIOD);
  const z = faceAt(0, TOP * 0.5) + 1.7 + layer * 0.12;
  return { mesh, material: VEIL, matrix: placed(0, 0.15 - gone, z), castsShadow: false };
}

/** Thin falls that found a way of their own over the edge: x, and width as a share of the great one's. */
const SIDE_FALLS: readonly (readonly [x: number, wide: number])[] = [
  [-7.4, 0.1],
  [8.3, 0.075],
];

export function sideFalls(mesh: Mesh, seconds: number): SetInstance[] {
  return SIDE_FALLS.map(([x, wide], i) => {
    const high = (topAt(x) - 0.2) / (TOP - 0.5);
    const gone = wrap(seconds * 8 + i * 1.7, PERIOD) * high;
    const z = Math.max(...[0.3, 0.6, 0.9].map((share) => faceAt(x, TOP * high * share))) + 0.1;
    const matrix = placed(x, 0.1 - gone, z);
    matrix[0] = wide;
    matrix[5] = high;
    matrix[10] = 0.4;
    return { mesh, material: VEIL, matrix, castsShadow: false };
  });
}

/** Where the stream bends over the edge: it hides the upper end of the sheets. */
export function lipOf(): SetInstance {
  const z = faceAt(0, TOP * 0.5) + 1.7;
  const mesh = surfaceMesh({
    columns: 56,
    rows: 18,
    at: (u, v) => {
      const x = (u - 0.5) * 2 * (HALF + 0.1);
      const bend = Math.min(1, v / 0.55) * Math.PI * 0.5;
      const full = 0.95 * (strandAt(x, 1) - 0.5) + 0.42;
      if (v < 0.55)
        return [
          x,
          TOP - 2.3 - 1.1 * noise(x * 1.7, 2, 6) * (1 - Math.sin(bend)) + Math.sin(bend) * 2.1,
          z + 0.25 * Math.cos(bend) + full,
        ];
      return [x, TOP - 0.2 + (v - 0.55) * 0.5, z + full * (1 - (v - 0.55) / 0.45) - (v - 0.55) * 22];
    },
    colorAt: ([x], _s, _u, v) => {
      const bright = 1.5 * (strandAt(x, 1) - 0.32) + 0.1 * Math.sin(x * 9 + v * 7);
      const dark = mix([70, 112, 128], [158, 200, 214], smoothstep(0.05, 0.4, bright));
      const veil = mix(dark, [250, 253, 255], smoothstep(0.32, 0.72, bright));
      return mix(veil, [104, 160, 172], smoothstep(0.35, 0.6, v) * 0.7);
    },
  });
  return standing(mesh, VEIL, IDENTITY, { castsShadow: false });
}

/** The pool, white where the fall meets it. */
export function poolOf(heightAt: HeightAt): SetInstance {
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

/** Drops that tear off the sheet and fall faster and faster. */
export function streaksAt(context: SetContext, seconds: number): SetMoment['sprites'][number] {
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

/** Mist that rises from the foot. */
export function sprayAt(context: SetContext, seconds: number): SetMoment['sprites'][number] {
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
