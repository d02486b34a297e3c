import type { Texture } from '@openimagine/render';
import { hasDetail } from './mood.ts';
import type { SetContext, SetMoment } from './set.ts';
import { smoothstep } from './shape.ts';
import { fractal, noise } from './terrain.ts';

const AWAY = 390;

/** Galaxies and nebulae that are asked for by name, painted far behind everything; empty where none is. */
export function createWonders(context: SetContext): SetMoment['sprites'] {
  const { scene } = context;
  const isGalaxy = hasDetail(scene, 'galaxy', 'galaxies', 'spiral', 'andromeda');
  const isNebula = hasDetail(scene, 'nebula', 'supernova', 'stellar nursery', 'cosmic cloud', 'star birth');
  const isAlone = scene.actors.length === 0;
  const seed = Math.floor(context.random.fork('wonders').next() * 90);
  const one = (
    texture: Texture,
    x: number,
    y: number,
    radius: number,
    alpha: number,
  ): SetMoment['sprites'][number] => ({
    shape: texture,
    blend: 'add',
    count: 1,
    data: new Float32Array([x, y, -AWAY, radius, 0, 1, 1, 1, alpha, 0, 0, 0]),
  });
  const sprites: SetMoment['sprites'][number][] = [];
  if (isNebula) sprites.push(one(nebulaTexture(seed, hueOf(context)), 0, 4, 250, isGalaxy ? 0.8 : 1.25));
  if (isGalaxy) {
    const texture = galaxyTexture(isNebula ? 1 : 0);
    sprites.push(isAlone ? one(texture, 6, 4, 150, 1.3) : one(texture, 92, 62, 84, 1.1));
    if (hasDetail(scene, 'galaxies')) sprites.push(one(texture, -150, 84, 34, 0.9), one(texture, 170, -70, 26, 0.8));
  }
  return sprites;
}

/** Which of the palettes the words ask for. */
function hueOf({ scene }: SetContext): number {
  if (hasDetail(scene, 'purple', 'violet', 'pink', 'magenta')) return 1;
  if (hasDetail(scene, 'blue', 'teal', 'turquoise')) return 2;
  if (hasDetail(scene, 'red', 'orange', 'golden', 'fire')) return 3;
  return 0;
}

type Tone = readonly [number, number, number];
/** Outer veil, body, hot rim of each palette, linear light. */
const PALETTES: readonly (readonly [Tone, Tone, Tone])[] = [
  [
    [0.06, 0.22, 0.5],
    [0.7, 0.16, 0.42],
    [1, 0.62, 0.28],
  ],
  [
    [0.16, 0.06, 0.5],
    [0.62, 0.12, 0.72],
    [1, 0.5, 0.8],
  ],
  [
    [0.03, 0.12, 0.5],
    [0.05, 0.5, 0.7],
    [0.7, 0.9, 1],
  ],
  [
    [0.3, 0.05, 0.16],
    [0.86, 0.22, 0.08],
    [1, 0.76, 0.3],
  ],
];

const painted = new Map<string, Texture>();

function remembered(key: string, make: () => Texture): Texture {
  const known = painted.get(key) ?? make();
  painted.set(key, known);
  return known;
}

/** Two arms of blue stars and pink knots wound round a warm heart, seen at a slant, with lanes of dust. */
function galaxyTexture(kind: number): Texture {
  return remembered(`galaxy ${kind}`, () =>
    paint(360, (x, y) => {
      const tilt = 0.5;
      const [cos, sin] = [Math.cos(-0.42), Math.sin(-0.42)];
      const [u, v] = [x * cos - y * sin, (x * sin + y * cos) / tilt];
      const r = Math.hypot(u, v);
      if (r > 1) return [0, 0, 0];
      const angle = Math.atan2(v, u);
      const wound = angle * 2 + Math.log(r + 0.03) * 5.4;
      const ragged = (fractal(u * 6 + 9, v * 6 + 9, 3, 5) - 0.5) * 2.6;
      const arm = (0.5 + 0.5 * Math.cos(wound + ragged)) ** 2.4;
      const lane = (0.5 + 0.5 * Math.cos(wound + ragged + 1.25)) ** 6;
      const disc = Math.exp(-r * 3.1) * (1 - smoothstep(0.75, 1, r));
      const core = Math.exp(-((r / 0.13) ** 1.5));
      const halo = Math.exp(-r * 7) * 0.7;
      const knots = noise(u * 34, v * 34, 8) > 0.8 && arm > 0.35 ? 0.5 * disc : 0;
      const light = disc * (0.16 + 1.5 * arm) * (1 - 0.6 * lane);
      return [
        light * 0.62 + halo * 1 + core * 1.3 + knots,
        light * 0.72 + halo * 0.8 + core * 1.12 + knots * 0.35,
        light * 1.12 + halo * 0.5 + core * 0.8 + knots * 0.6,
      ];
    }),
  );
}

/** Folded clouds of glowing gas with dark pillars before them and bright young stars. */
function nebulaTexture(seed: number, hue: number): Texture {
  return remembered(`nebula ${seed} ${hue}`, () => {
    const [veil, body, hot] = PALETTES[hue]!;
    return paint(280, (x, y) => {
      const [u, v] = [x * 1.7 + seed, y * 1.7 + seed * 0.7];
      const warpX = fractal(u + 3, v, 3, 21) - 0.5;
      const warpY = fractal(u, v + 5, 3, 22) - 0.5;
      const gas = fractal(u + warpX * 2.2, v + warpY * 2.2, 4, 23);
      const folds = fractal(u * 1.8 + warpY * 3, v * 1.8 - warpX * 3, 4, 24);
      const dust = smoothstep(0.5, 0.64, fractal(u * 1.5 - warpX * 2.6, v * 1.2 + warpY * 2, 4, 25));
      const edge = 1 - smoothstep(0.55, 1, Math.hypot(x * 0.92, y * 1.05));
      const dense = smoothstep(0.34, 0.68, gas) * edge;
      const rim = smoothstep(0.5, 0.58, folds) * (1 - smoothstep(0.58, 0.7, folds));
      const glow = smoothstep(0.5, 0.78, folds) * dense;
      const shade = 1 - 0.85 * dust;
      const tone = (k: 0 | 1 | 2): number =>
        (veil[k] * dense * 0.7 + body[k] * glow * 0.9 + hot[k] * (rim * dense * 0.55 + glow * glow * 0.7)) * shade;
      return [tone(0), tone(1), tone(2)];
    });
  });
}

/** @param light Light at −1 … 1 right and down; its brightest channel becomes the opacity. */
function paint(size: number, light: (x: number, y: number) => Tone): Texture {
  const rgba = new Uint8Array(size * size * 4);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const tone = light(((column + 0.5) / size) * 2 - 1, ((row + 0.5) / size) * 2 - 1);
      const most = Math.max(...tone, 1e-4);
      const at = (row * size + column) * 4;
      for (let k = 0; k < 3; k++) rgba[at + k] = Math.round((255 * tone[k]!) / most);
      rgba[at + 3] = Math.round(255 * Math.min(1, most));
    }
  return { width: size, height: size, rgba };
}
