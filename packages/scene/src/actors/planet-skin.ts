import type { Texture } from '@openimagine/render';
import { mixColors, type Srgb, shade, softStep, toSrgb } from '../model/color.ts';

/** How a globe is painted: a colour for every direction from its middle, y up. */
export type Skin = 'earth' | 'giant' | 'rock' | 'ice';

const WIDTH = 448;
const HEIGHT = 224;
const skins = new Map<string, Texture>();

/** The surface of a globe as a map, 448 × 224, the poles above and below. Painted once for each skin and colour. */
export function planetSkin(skin: Skin, color: Srgb): Texture {
  const key = `${skin}/${color.join()}`;
  let texture = skins.get(key);
  if (!texture) {
    texture = paintSkin(PAINTERS[skin], color);
    if (skins.size > 12) skins.clear();
    skins.set(key, texture);
  }
  return texture;
}

type Painter = (color: Srgb, x: number, y: number, z: number) => Srgb;

const PAINTERS: Readonly<Record<Skin, Painter>> = { earth, giant, rock, ice };

function paintSkin(painter: Painter, color: Srgb): Texture {
  const rgba = new Uint8Array(WIDTH * HEIGHT * 4);
  for (let row = 0; row < HEIGHT; row++) {
    const polar = ((row + 0.5) / HEIGHT) * Math.PI;
    for (let column = 0; column < WIDTH; column++) {
      const around = ((column + 0.5) / WIDTH) * Math.PI * 2;
      const flat = Math.sin(polar);
      const tone = painter(color, -Math.cos(around) * flat, Math.cos(polar), Math.sin(around) * flat);
      rgba.set([...tone, 255], (row * WIDTH + column) * 4);
    }
  }
  return { width: WIDTH, height: HEIGHT, rgba };
}

// Told once: a word for a colour is read for every texel otherwise.
const MEADOW = toSrgb('#3f7a35');
const HILLS = toSrgb('#7d9a4a');
const SAND = toSrgb('#c9a566');
const SHALLOWS = toSrgb('#6fd0d8');
const ICE = toSrgb('#eef4f8');
const CLOUD = toSrgb('#ffffff');
const CREAM = toSrgb('#fff0d6');
const STORM = toSrgb('#b0472a');
const DUST = toSrgb('#ffe2c4');
const FROST = toSrgb('#f3ece4');
const SNOW = toSrgb('#f2fbff');

/** Seas with shallows, green and dry land by latitude, ragged ice at the poles, and clouds in whirls above. */
function earth(sea: Srgb, x: number, y: number, z: number): Srgb {
  const height = fractal(x * 1.5 + 4.2, y * 1.5 + 1.3, z * 1.5 + 2.7, 5) - 0.5;
  const dry = fractal(x * 3.1 + 9, y * 3.1, z * 3.1, 3) + softStep(0.45, 0.12, Math.abs(y)) * 0.35;
  const green = mixColors(MEADOW, HILLS, softStep(0, 0.18, height));
  const land = mixColors(green, SAND, softStep(0.62, 0.78, dry));
  const water = mixColors(shade(sea, 0.62), mixColors(sea, SHALLOWS, 0.4), softStep(-0.1, 0.005, height));
  const ground = mixColors(water, land, softStep(0, 0.014, height));
  const cold = softStep(0.8, 0.87, Math.abs(y) + 0.12 * (fractal(x * 6, y * 6, z * 6, 3) - 0.5));
  const whirl = fractal(x * 2 + 3, y * 2, z * 2 + 8, 3) * 2.4;
  const cloud = softStep(0.53, 0.72, fractal(x * 2.6 + whirl, y * 5.2 + whirl * 0.4, z * 2.6 - whirl, 5));
  return mixColors(mixColors(ground, ICE, cold), CLOUD, cloud * 0.92);
}

/** Bands that are torn into each other, and one great storm. */
function giant(color: Srgb, x: number, y: number, z: number): Srgb {
  const around = Math.atan2(z, x);
  const away = Math.hypot((around - 1.2) * 0.55, (y + 0.28) * 1.7);
  const pull = softStep(0.34, 0.1, away);
  const torn = 0.14 * (fractal(x * 2.4, y * 9, z * 2.4, 4) - 0.5) + 0.05 * (fractal(x * 8, y * 16, z * 8, 3) - 0.5);
  const level = y + torn + pull * 0.06 * Math.sin(away * 40);
  const band = 0.5 + 0.5 * Math.sin(level * 15 + 2 * Math.sin(level * 5));
  const fine = 0.5 + 0.5 * Math.sin(level * 61);
  const base = mixColors(shade(color, 0.6), mixColors(color, CREAM, 0.5), 0.78 * band + 0.22 * fine);
  return mixColors(base, mixColors(shade(color, 0.62), STORM, 0.5), softStep(0.15, 0.07, away) * 0.85);
}

/** Dust in light and dark plains, scars, and craters with bright rims. */
function rock(color: Srgb, x: number, y: number, z: number): Srgb {
  const plain = fractal(x * 1.8 + 2, y * 1.8, z * 1.8 + 5, 5);
  const fine = fractal(x * 9, y * 9, z * 9, 3);
  const base = mixColors(shade(color, 0.5), mixColors(color, DUST, 0.22), softStep(0.34, 0.68, plain));
  const scar = softStep(0.035, 0.01, Math.abs(fractal(x * 2.2 + 7, y * 2.6, z * 2.2, 4) - 0.5)) * 0.45;
  const cap = softStep(0.9, 0.95, Math.abs(y) + 0.06 * (fine - 0.5));
  return mixColors(mixColors(shade(base, 0.86 + 0.28 * fine), shade(color, 0.36), scar), FROST, cap);
}

/** Pale, with blue cracks. */
function ice(color: Srgb, x: number, y: number, z: number): Srgb {
  const base = mixColors(color, SNOW, 0.35 + 0.5 * fractal(x * 2.4, y * 3.4, z * 2.4, 4));
  const crack = softStep(0.03, 0.006, Math.abs(fractal(x * 3 + 5, y * 3, z * 3 + 1, 4) - 0.5));
  return mixColors(base, shade(color, 0.45), crack * 0.6);
}

/** Value noise in several octaves, 0 … 1 and mostly between 0.3 and 0.7. */
function fractal(x: number, y: number, z: number, octaves: number): number {
  let [sum, weight, total, scale] = [0, 1, 0, 1];
  for (let octave = 0; octave < octaves; octave++) {
    sum += weight * valueNoise(x * scale + octave * 17.3, y * scale, z * scale - octave * 9.1);
    total += weight;
    weight *= 0.52;
    scale *= 2.07;
  }
  return sum / total;
}

function valueNoise(x: number, y: number, z: number): number {
  const [ix, iy, iz] = [Math.floor(x), Math.floor(y), Math.floor(z)];
  const ease = (t: number): number => t * t * (3 - 2 * t);
  const [u, v, w] = [ease(x - ix), ease(y - iy), ease(z - iz)];
  const mix = (a: number, b: number, t: number): number => a + (b - a) * t;
  const row = (dy: number, dz: number): number =>
    mix(corner(ix, iy + dy, iz + dz), corner(ix + 1, iy + dy, iz + dz), u);
  return mix(mix(row(0, 0), row(1, 0), v), mix(row(0, 1), row(1, 1), v), w);
}

function corner(x: number, y: number, z: number): number {
  let bits = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(z, 1274126177);
  bits = Math.imul(bits ^ (bits >>> 13), 1103515245);
  return ((bits ^ (bits >>> 16)) >>> 0) / 4294967296;
}
