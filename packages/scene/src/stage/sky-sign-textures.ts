import type { Texture } from '@openimagine/render';
import { fractal, noise } from '../sets/terrain.ts';
import { clamp, smoothstep } from './matrix.ts';

/** How far below the middle of its picture the bow's own middle is: a sprite whose middle lies in the ground would be all fog. */
export const BOW_CENTRE = 0.62;

let bow: Texture | undefined;
let eclipsed: Texture | undefined;
let disc: Texture | undefined;
let milkyWay: Texture | undefined;

/** Two rings of light, the outer one faint with its colours the other way round; soft everywhere. */
export function rainbowTexture(): Texture {
  bow ??= paint(512, (x, y) => {
    const r = Math.hypot(x, y - BOW_CENTRE);
    const first = band((r - 0.74) / 0.1);
    const second = band((0.975 - r) / 0.085);
    const [color, strength] =
      first.strength > 0 ? [first.color, first.strength] : [second.color, second.strength * 0.26];
    return [...color, strength];
  });
  return bow;
}

/** A colour of the bow: 0 violet … 1 red, and how bright it is there. */
function band(t: number): { color: readonly [number, number, number]; strength: number } {
  if (t <= 0 || t >= 1) return { color: [0, 0, 0], strength: 0 };
  const red = smoothstep(0.5, 0.72, t) + 0.35 * (1 - smoothstep(0, 0.22, t));
  const green = smoothstep(0.26, 0.45, t) * (1 - smoothstep(0.72, 0.95, t) * 0.85);
  const blue = 1 - smoothstep(0.34, 0.56, t);
  const strength = smoothstep(0, 0.24, t) * (1 - smoothstep(0.76, 1, t));
  return { color: [clamp(red, 0, 1), clamp(green, 0, 1), clamp(blue, 0, 1)], strength };
}

/** Where the sun's own edge is, of its picture's half width. */
export const SUN_RIM = 0.7;

/** A round disc, white for its sprite's colour, with a faint glow about it. */
export function sunTexture(): Texture {
  disc ??= paint(256, (x, y) => {
    const r = Math.hypot(x, y);
    const glow = 0.3 * (1 - smoothstep(SUN_RIM, 1, r)) ** 2;
    return [1, 1, 1, Math.max(glow, 1 - smoothstep(SUN_RIM - 0.012, SUN_RIM + 0.004, r))];
  });
  return disc;
}

/** A black disc in its corona, with a bright bead on the rim. */
export function eclipseTexture(): Texture {
  eclipsed ??= paint(256, (x, y) => {
    const r = Math.hypot(x, y);
    const angle = Math.atan2(y, x);
    const rim = 0.3;
    if (r < rim - 0.008) return [0.01, 0.01, 0.015, 1];
    const rays = 0.75 + 0.25 * Math.sin(angle * 7 + 1) * Math.sin(angle * 3 + 2);
    const corona = Math.exp(-(r - rim) * 9) * rays + 0.5 * Math.exp(-(r - rim) * 4) * rays;
    const fade = 1 - smoothstep(0.7, 1, r);
    const bead = Math.exp(-Math.hypot(x - rim * 0.72, y + rim * 0.72) * 26);
    const light = clamp(corona * fade + bead, 0, 1);
    return [0.97, 0.97, 1, light];
  });
  return eclipsed;
}

/** The Milky Way along x: clouds of stars round a warm core, dark lanes along the middle, faint ends. */
export function milkyWayTexture(): Texture {
  milkyWay ??= paint(384, (x, y) => {
    const bend = y + 0.05 * Math.sin(x * 2.6) + 0.07 * (fractal(x * 3, y * 3, 2, 5) - 0.5);
    const wide = 0.17 + 0.06 * Math.exp(-x * x * 5);
    const body = Math.exp(-((bend / wide) ** 2)) * (1 - smoothstep(0.55, 0.98, Math.abs(x)));
    const clouds = fractal(x * 4.5 + 9, y * 9, 4, 11);
    const lane = Math.exp(-(((bend + 0.035 * (fractal(x * 5, y * 5, 2, 21) - 0.2)) / 0.04) ** 2));
    const light =
      body * (0.25 + 1.15 * smoothstep(0.3, 0.8, clouds)) * (1 - 0.72 * lane * smoothstep(0.3, 0.6, clouds));
    const dust = smoothstep(0.78, 0.95, noise(x * 150, y * 150, 31)) * body * 0.5;
    const core = Math.exp(-(x * x * 9 + bend * bend * 60));
    const level = clamp(light + dust, 0, 1);
    return [clamp(0.72 + 0.3 * core, 0, 1), 0.74 + 0.06 * core, clamp(0.98 - 0.3 * core, 0, 1), level];
  });
  return milkyWay;
}

/** @param color Red, green, blue and alpha, 0 … 1, at −1 … 1 right and down. */
function paint(size: number, color: (x: number, y: number) => readonly number[]): Texture {
  const rgba = new Uint8Array(size * size * 4);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const [x, y] = [((column + 0.5) / size) * 2 - 1, ((row + 0.5) / size) * 2 - 1];
      color(x, y).forEach((value, k) => {
        rgba[(row * size + column) * 4 + k] = Math.round(255 * value);
      });
    }
  return { width: size, height: size, rgba };
}
