import { type Camera, type Rgb, SPRITE_STRIDE, type Sprites, type Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import type { Particle, Scene } from '../scene.ts';
import { isAerial } from '../sets/mood.ts';
import type { BuiltSet } from '../sets/set.ts';
import { traitsOf } from '../sets/set-traits.ts';
import { createAurora, hasAurora } from './aurora.ts';
import { createLight } from './light.ts';
import { hash } from './matrix.ts';
import { createParticles } from './particles.ts';
import { createSkySigns } from './sky-signs.ts';
import type { View } from './view.ts';

export interface WeatherOptions {
  readonly scene: Scene;
  readonly set: BuiltSet;
  readonly view: View;
  readonly random: Random;
  readonly durationSeconds: number;
}

export interface WeatherSprites {
  spritesAt(seconds: number, camera: Camera): readonly Sprites[];
}

type Layer = (seconds: number, eye: Vec3) => Sprites;

/** What falls and drifts between the camera and the world. Every particle's way is a closed form of time. */
export function createWeather(options: WeatherOptions): WeatherSprites {
  const { scene, durationSeconds } = options;
  const light = createLight(scene, durationSeconds);
  const salt = Math.floor(options.random.next() * 1e6);
  const airOf = (seconds: number): Rgb => {
    const { ambient, sun } = light(seconds);
    return [0, 1, 2].map((i) => ambient.up[i]! * 1.5 + sun.color[i]! * 0.25 + 0.05) as unknown as Rgb;
  };
  const layers: Layer[] = [];
  if (traitsOf(scene.set).hasSky) {
    if (hasAurora(scene)) layers.push(createAurora(options.view));
    layers.push(...createSkySigns(scene, options.view, airOf));
    const heavy = scene.weather === 'storm' ? 1.4 : 1;
    if (scene.weather === 'rain' || scene.weather === 'storm') {
      layers.push(rain(options, salt, heavy, airOf), splashes(options, salt, heavy, airOf));
    }
    if (scene.weather === 'snow') layers.push(snow(options, salt, airOf));
    if (scene.setDetails.includes('blizzard')) layers.push(drivenSnow(options, salt, airOf));
    if (scene.setDetails.includes('hail')) layers.push(hail(options, salt, airOf));
    if (scene.setDetails.includes('sandstorm')) layers.push(drivenSand(options, salt, airOf));
    // Over a canopy the set lays its own mist into the hollows.
    const isAbove = scene.set === 'forest' && isAerial(scene);
    if ((scene.weather === 'fog' || scene.haze > 0.35) && !isAbove) layers.push(fogBanks(options, salt, airOf));
  }
  const drifting = { kinds: particlesOf(scene), wind: scene.wind, view: options.view };
  const particles = createParticles({ ...drifting, random: options.random.fork('particles') });
  return {
    spritesAt: (seconds, camera) => [
      ...layers.map((layer) => layer(seconds, camera.position)),
      ...particles(seconds, camera),
    ],
  };
}

/** What drifts in the air: what is asked for, and what a place has by itself. */
function particlesOf(scene: Scene): readonly Particle[] {
  const asked = scene.particles ?? [];
  const isFoliage = asked.includes('leaves') || asked.includes('petals');
  const isInBlossom = scene.setDetails.some((detail) => /blossom/.test(detail));
  const sheds =
    scene.season === 'autumn' && ['forest', 'garden', 'field', 'river'].includes(scene.set) && scene.weather !== 'snow';
  const own: Particle[] = [];
  if (traitsOf(scene.set).hasSky && !isFoliage && (isInBlossom || sheds)) own.push(isInBlossom ? 'petals' : 'leaves');
  if (scene.lightRays || scene.set === 'library' || (scene.set === 'room' && scene.time !== 'night')) own.push('dust');
  return [...new Set([...asked, ...own])];
}

/** Keeps a particle of an endless field inside a box round the eye. */
const wrap = (value: number, center: number, size: number): number => {
  const shifted = (((value - center) % size) + size) % size;
  return center + shifted - size / 2;
};

function rain({ scene }: WeatherOptions, salt: number, heavy: number, airOf: (s: number) => Rgb): Layer {
  const count = Math.round(900 * heavy);
  const [box, high] = [22, 12];
  const slant = 0.6 + scene.wind * 3;
  return (seconds, eye) => {
    const air = airOf(seconds);
    const data = new Float32Array(count * SPRITE_STRIDE);
    for (let i = 0; i < count; i++) {
      const speed = 8.5 + 3 * hash(i, salt);
      const fallen = seconds * speed;
      const y = wrap(hash(i, salt + 1) * high - fallen, eye[1] + 1, high);
      const x = wrap(hash(i, salt + 2) * box + (fallen * slant) / 10, eye[0], box);
      const z = wrap(hash(i, salt + 3) * box, eye[2] - box * 0.45, box);
      const tail = 0.032 * speed * (0.7 + 0.6 * hash(i, salt + 4));
      const away = Math.hypot(x - eye[0], z - eye[2]);
      // A drop at the lens would be a bar across the picture.
      const alpha = away < 2.6 ? 0 : 0.4 + 0.3 * hash(i, salt + 5);
      data.set(
        [x, y, z, 0.0055, 0, air[0] + 0.2, air[1] + 0.24, air[2] + 0.3, alpha, (tail * slant) / 10, -tail, 0],
        i * SPRITE_STRIDE,
      );
    }
    return { shape: 'streak', blend: 'add', count, data };
  };
}

function splashes({ set }: WeatherOptions, salt: number, heavy: number, airOf: (s: number) => Rgb): Layer {
  const count = Math.round(240 * heavy);
  const box = 18;
  return (seconds, eye) => {
    const air = airOf(seconds);
    const data = new Float32Array(count * SPRITE_STRIDE);
    for (let i = 0; i < count; i++) {
      const clock = seconds * 3.4 + hash(i, salt + 20);
      const life = clock % 1;
      const turn = Math.floor(clock);
      const x = wrap(hash(i + turn * 977, salt + 21) * box, eye[0], box);
      const z = wrap(hash(i + turn * 977, salt + 22) * box, eye[2] - box * 0.5, box);
      const y = set.groundAt(x, z) + 0.02 + 0.12 * life * (1 - life);
      data.set(
        [x, y, z, 0.012 + 0.03 * life, 0, air[0] + 0.3, air[1] + 0.34, air[2] + 0.4, 0.3 * (1 - life), 0, 0, 0],
        i * SPRITE_STRIDE,
      );
    }
    return { shape: 'soft', blend: 'add', count, data };
  };
}

function snow({ scene }: WeatherOptions, salt: number, airOf: (s: number) => Rgb): Layer {
  const count = 760;
  const [box, high] = [20, 11];
  return (seconds, eye) => {
    const air = airOf(seconds);
    const tone = (value: number): number => Math.min(1.1, value * 0.8 + 0.28);
    const data = new Float32Array(count * SPRITE_STRIDE);
    for (let i = 0; i < count; i++) {
      const fall = (0.7 + 0.6 * hash(i, salt)) * seconds;
      const y = wrap(hash(i, salt + 1) * high - fall, eye[1] + 0.8, high);
      const sway = Math.sin(seconds * (0.7 + hash(i, salt + 6)) + i) * 0.25;
      const x = wrap(hash(i, salt + 2) * box + seconds * scene.wind * 1.6, eye[0], box) + sway;
      const z = wrap(hash(i, salt + 3) * box, eye[2] - box * 0.42, box) + sway * 0.5;
      const away = Math.hypot(x - eye[0], z - eye[2]);
      const radius = 0.014 + 0.026 * hash(i, salt + 4) ** 2;
      data.set(
        [x, y, z, radius, i + seconds * 0.5, tone(air[0]), tone(air[1]), tone(air[2]), away < 0.8 ? 0 : 0.85, 0, 0, 0],
        i * SPRITE_STRIDE,
      );
    }
    return { shape: 'flake', blend: 'alpha', count, data };
  };
}

/** Snow that the storm drives across the picture in streaks. */
function drivenSnow(options: WeatherOptions, salt: number, airOf: (s: number) => Rgb): Layer {
  return driven(
    salt + 50,
    { count: 900, pace: 13, radius: 0.011, tail: 0.34, alpha: 0.62 },
    (seconds) => {
      const air = airOf(seconds);
      return [Math.min(1.1, air[0] + 0.3), Math.min(1.1, air[1] + 0.3), Math.min(1.1, air[2] + 0.34)];
    },
    options,
  );
}

/** Sand in the wind. */
function drivenSand(options: WeatherOptions, salt: number, airOf: (s: number) => Rgb): Layer {
  return driven(
    salt + 60,
    { count: 700, pace: 15, radius: 0.009, tail: 0.5, alpha: 0.4 },
    (seconds) => {
      const air = airOf(seconds);
      const level = 0.4 * (air[0] + air[1] + air[2]);
      return [level * 1.1, level * 0.78, level * 0.46];
    },
    options,
  );
}

interface Drive {
  readonly count: number;
  /** Metres a second, across the picture. */
  readonly pace: number;
  readonly radius: number;
  /** Metres of its streak. */
  readonly tail: number;
  readonly alpha: number;
}

function driven(salt: number, drive: Drive, toneAt: (seconds: number) => Rgb, { view }: WeatherOptions): Layer {
  const { count, pace, radius, tail, alpha } = drive;
  const [box, high] = [24, 12];
  const { right } = view;
  return (seconds, eye) => {
    const tone = toneAt(seconds);
    const data = new Float32Array(count * SPRITE_STRIDE);
    for (let i = 0; i < count; i++) {
      const own = pace * (0.7 + 0.6 * hash(i, salt));
      const way = seconds * own;
      const x = wrap(hash(i, salt + 1) * box + way * right[0], eye[0], box);
      const z = wrap(hash(i, salt + 2) * box + way * right[2], eye[2] - box * 0.4, box);
      const lift = 0.3 * Math.sin(seconds * (1.5 + hash(i, salt + 3)) + i);
      const y = wrap(hash(i, salt + 4) * high - way * 0.12, eye[1] + 1, high) + lift;
      const away = Math.hypot(x - eye[0], z - eye[2]);
      data.set(
        [x, y, z, radius, 0, ...tone, away < 1.6 ? 0 : alpha, -right[0] * tail, tail * 0.12, -right[2] * tail],
        i * SPRITE_STRIDE,
      );
    }
    return { shape: 'streak', blend: 'alpha', count, data };
  };
}

/** White stones that fall hard and jump up once from the ground. */
function hail({ set }: WeatherOptions, salt: number, airOf: (s: number) => Rgb): Layer {
  const count = 620;
  const [box, high] = [18, 10];
  return (seconds, eye) => {
    const air = airOf(seconds);
    const tone = Math.min(1.1, 0.35 + 0.5 * (air[0] + air[1] + air[2]) * 0.5);
    const data = new Float32Array(count * SPRITE_STRIDE);
    for (let i = 0; i < count; i++) {
      const clock = seconds * (1.1 + 0.3 * hash(i, salt + 70)) + hash(i, salt + 71);
      const [turn, life] = [Math.floor(clock), clock % 1];
      const x = wrap(hash(i + turn * 613, salt + 72) * box, eye[0], box);
      const z = wrap(hash(i + turn * 613, salt + 73) * box, eye[2] - box * 0.45, box);
      const ground = set.groundAt(x, z) + 0.03;
      const fall = life / 0.7;
      const y = fall < 1 ? ground + high * (1 - fall) : ground + 0.5 * Math.sin((Math.PI * (life - 0.7)) / 0.3);
      const away = Math.hypot(x - eye[0], z - eye[2]);
      data.set(
        [x, y, z, 0.018 + 0.014 * hash(i, salt + 74), i, tone, tone, tone * 1.04, away < 1.2 ? 0 : 0.95, 0, 0, 0],
        i * SPRITE_STRIDE,
      );
    }
    return { shape: 'flake', blend: 'alpha', count, data };
  };
}

/** Wide, faint banks that drift between the things. */
function fogBanks({ scene, set, view }: WeatherOptions, salt: number, airOf: (s: number) => Rgb): Layer {
  const count = 18;
  return (seconds) => {
    const air = airOf(seconds);
    const strength = scene.weather === 'fog' ? 0.085 : 0.08 * scene.haze;
    const banks = Array.from({ length: count }, (_, i) => {
      const z = view.target[2] - 26 + 30 * hash(i, salt + 30);
      const x = wrap(hash(i, salt + 31) * 60 + seconds * (0.25 + 0.5 * hash(i, salt + 32)), view.target[0], 60);
      const radius = 3.5 + 4 * hash(i, salt + 33);
      const y = set.groundAt(x, z) + radius * 0.3 + 1.2 * hash(i, salt + 34);
      return [
        x,
        y,
        z,
        radius,
        hash(i, salt + 35) * 6,
        Math.min(1, air[0]),
        Math.min(1, air[1]),
        Math.min(1, air[2]),
        strength,
        0,
        0,
        0,
      ];
    }).sort((a, b) => a[2]! - b[2]!);
    return { shape: 'soft', blend: 'alpha', count, data: new Float32Array(banks.flat()) };
  };
}
