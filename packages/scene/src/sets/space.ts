import type { Material, Vec3 } from '@openimagine/render';
import { unit } from '../model/matrix.ts';
import { ambience, hasDetail, lensFor } from './mood.ts';
import { IDENTITY, type SetInstance, type SpriteSpot, sprites, standing } from './scatter.ts';
import type { SetContext, SetModel, SetMoment } from './set.ts';
import { type Color, createMeshBuilder, mix, shade, smoothstep } from './shape.ts';
import { createWonders } from './space-wonders.ts';
import { fractal } from './terrain.ts';
import { boulderMesh } from './undergrowth.ts';

const FAR = 420;
const SUN: Vec3 = [-0.85, 0.42, 0.5];
const GAS: Material = { emissive: 3.2, specular: 0 };
const ASTEROID: Material = { pattern: 'rock', patternScale: 1.4, specular: 0.05 };

/** Open space: stars, a band of nebula, one hard sun from the side, tumbling rocks far off. There is no ground. */
export const space: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const asteroids = createAsteroids(context);
    const gas = nebulaShell(context);
    const stars = farStars(context);
    const wonders = createWonders(context);
    return {
      groundAt: () => 0,
      focus: { position: [0, 0, 0], halfWidth: 6, halfDepth: 5 },
      camera: { position: [0, 1.6, 12], target: [0, 0.6, 0], verticalFovDegrees: lensFor(aspect, 42) },
      momentAt: (seconds) => ({
        instances: [gas, ...asteroids(seconds)],
        lights: [],
        sprites: [...wonders, stars, ...dustAt(context, seconds)],
        sky: {
          zenith: [0.004, 0.005, 0.012],
          horizon: [0.006, 0.006, 0.016],
          ground: [0.004, 0.004, 0.01],
          stars: 0,
          nebula: [0, 0, 0],
          clouds: { cover: 0, lit: [0, 0, 0], shade: [0, 0, 0], offset: [0, 0] },
          discs: [],
        },
        sun: { direction: SUN, color: [1.35, 1.26, 1.12], softness: 0.02 },
        ambient: { up: [0.022, 0.026, 0.05], down: [0.03, 0.02, 0.04] },
        fog: { color: [0.004, 0.004, 0.01], density: 0, heightFalloff: 0 },
        grade: { exposure: 0.95, bloom: 0.12, vignette: 0.3 },
      }),
      cues: [
        ambience(context, 'space', 0.7),
        ...(scene.sounds.includes('music') ? [ambience(context, 'music', 0.4)] : []),
      ],
    };
  },
};

/** Two colours of gas: the wide veil, and the bright heart of its band. */
function gasColors({ scene, random }: SetContext): readonly [veil: Color, heart: Color] {
  if (hasDetail(scene, 'red', 'orange'))
    return [
      [120, 34, 26],
      [232, 128, 70],
    ];
  if (hasDetail(scene, 'green', 'teal', 'aurora'))
    return [
      [16, 84, 84],
      [112, 206, 150],
    ];
  if (hasDetail(scene, 'blue'))
    return [
      [20, 44, 112],
      [110, 168, 232],
    ];
  return random.fork('nebula').pick([
    [
      [64, 30, 108],
      [216, 120, 150],
    ],
    [
      [24, 48, 112],
      [150, 120, 210],
    ],
    [
      [92, 30, 76],
      [232, 150, 110],
    ],
  ] as const);
}

/** A hollow ball of gas round everything, in all directions, below too: folds, lanes of dust, a bright band. */
function nebulaShell(context: SetContext): SetInstance {
  const [veil, heart] = gasColors(context);
  const builder = createMeshBuilder();
  const columns = 160;
  const rows = 80;
  const pole = unit([0.5, 0.72, -0.46]);
  // Turned away from the sun, the shell shows nothing but its own light.
  const normal: Vec3 = [-SUN[0], -SUN[1], -SUN[2]];
  for (let row = 0; row <= rows; row++)
    for (let column = 0; column <= columns; column++) {
      const [a, b] = [(row / rows) * Math.PI, (column / columns) * Math.PI * 2];
      const d: Vec3 = [Math.sin(a) * Math.cos(b), Math.cos(a), Math.sin(a) * Math.sin(b)];
      builder.vertex([d[0] * FAR, d[1] * FAR, d[2] * FAR], normal, gasAt(d, pole, veil, heart));
    }
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const i = row * (columns + 1) + column;
      const below = i + columns + 1;
      builder.triangle(i, below, i + 1);
      builder.triangle(i + 1, below, below + 1);
    }
  return standing(builder.build(), GAS, IDENTITY, { castsShadow: false });
}

function gasAt(d: Vec3, pole: Vec3, veil: Color, heart: Color): Color {
  const off = d[0] * pole[0] + d[1] * pole[1] + d[2] * pole[2];
  const [u, v, w] = [d[0] * 2.2 + 20, d[1] * 2.2 + 20, d[2] * 2.2 + 20];
  const folds = (fractal(u + v * 0.5, w - v * 0.5, 4, 3) + fractal(v * 1.4 + w, u * 1.2, 4, 8)) / 2;
  const lanes = fractal(u * 2.1 + w, v * 2.4 - w * 0.6, 4, 14);
  const band = Math.exp(-(((off + (folds - 0.5) * 0.7) / 0.34) ** 2));
  const wide = smoothstep(0.42, 0.68, folds) * 0.5;
  const dust = 1 - 0.75 * smoothstep(0.48, 0.62, lanes) * band;
  const glow = (band * (0.3 + 0.7 * smoothstep(0.35, 0.62, folds)) + wide * 0.5) * dust;
  const core = band ** 3 * smoothstep(0.45, 0.66, folds) * dust;
  return mix(shade(mix([5, 6, 14], veil, Math.min(1, glow * 1.1)), 0.9), heart, core * 0.75);
}

/** Stars on the shell: many faint, few bright, blue-white to amber, thicker along the band. */
function farStars(context: SetContext): SetMoment['sprites'][number] {
  const random = context.random.fork('stars');
  const spots = Array.from({ length: 2600 }, (): SpriteSpot => {
    const d = unit([random.between(-1, 1), random.between(-1, 1), random.between(-1, 1)]);
    const bright = random.next() ** 5;
    const warm = random.next();
    const far = FAR * 0.94;
    const light = 0.5 + 3 * bright;
    return {
      position: [d[0] * far, d[1] * far, d[2] * far],
      radius: 0.5 + 1 * bright,
      color: [light * (0.75 + 0.35 * warm), light * 0.9, light * (1.15 - 0.4 * warm), 1],
    };
  });
  return sprites('soft', 'add', spots);
}

function createAsteroids(context: SetContext): (seconds: number) => SetInstance[] {
  const random = context.random.fork('asteroids');
  const meshes = Array.from({ length: 3 }, () => boulderMesh(random, [122, 112, 104], 0, 2));
  const many = hasDetail(context.scene, 'asteroid', 'belt', 'debris', 'meteor');
  const rocks = Array.from({ length: many ? 60 : context.scene.actors.length === 0 ? 0 : 12 }, () => {
    const side = random.next() < 0.5 ? -1 : 1;
    const z = random.between(-90, many ? -8 : -30);
    return {
      mesh: random.pick(meshes),
      x: side * (6 - z * random.between(0.12, 0.7)),
      y: random.between(-0.3, 0.35) * (10 - z),
      z,
      size: random.between(0.4, 2.4),
      axis: unit([random.between(-1, 1), random.between(-1, 1), random.between(-1, 1)]),
      spin: random.between(-0.35, 0.35),
      phase: random.between(0, 6.28),
      drift: random.between(-0.12, 0.12),
    };
  });
  return (seconds) =>
    rocks.map((rock) => ({
      mesh: rock.mesh,
      material: ASTEROID,
      matrix: tumbled(
        rock.x + rock.drift * seconds,
        rock.y,
        rock.z,
        rock.axis,
        rock.phase + rock.spin * seconds,
        rock.size,
      ),
      castsShadow: false,
    }));
}

/** Turned by an angle about any axis (Rodrigues), scaled and moved. */
function tumbled(
  x: number,
  y: number,
  z: number,
  axis: readonly [number, number, number],
  angle: number,
  size: number,
): Float32Array {
  const [a, b, c] = axis;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const k = 1 - cos;
  return new Float32Array([
    (cos + a * a * k) * size,
    (b * a * k + c * sin) * size,
    (c * a * k - b * sin) * size,
    0,
    (a * b * k - c * sin) * size,
    (cos + b * b * k) * size,
    (c * b * k + a * sin) * size,
    0,
    (a * c * k + b * sin) * size,
    (b * c * k - a * sin) * size,
    (cos + c * c * k) * size,
    0,
    x,
    y,
    z,
    1,
  ]);
}

/** Specks near enough to slide against the stars when the camera moves. */
function dustAt(context: SetContext, seconds: number): SetMoment['sprites'] {
  const random = context.random.fork('dust');
  const spots = Array.from({ length: 140 }, (): SpriteSpot => {
    const bright = random.next() ** 3;
    const warm = random.next();
    return {
      position: [random.between(-30, 30) + seconds * 0.03, random.between(-16, 16), random.between(-44, -8)],
      radius: 0.012 + 0.03 * bright,
      color: [0.5 + 0.4 * warm, 0.6, 0.95 - 0.35 * warm, 0.25 + 0.5 * bright],
    };
  });
  return [sprites('soft', 'add', spots)];
}
