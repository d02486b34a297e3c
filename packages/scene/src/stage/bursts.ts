import { type Rgb, SPRITE_STRIDE, type Sprites, type Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import { hash } from './matrix.ts';
import { unproject, type View } from './view.ts';

/** One firework: where and when it opens. */
export interface Burst {
  readonly seconds: number;
  readonly position: Vec3;
  readonly radius: number;
  readonly color: Rgb;
  readonly pan: number;
  readonly distanceMetres: number;
}

const COLORS: readonly Rgb[] = [
  [1.6, 0.5, 0.25],
  [0.35, 0.9, 1.6],
  [1.5, 0.35, 0.9],
  [1.5, 1.2, 0.4],
  [0.5, 1.5, 0.55],
  [0.8, 0.5, 1.7],
];
const SPARKS = 110;

/** About three every two seconds, spread over the upper part of the picture. */
export function planBursts(random: Random, view: View, durationSeconds: number, fromSeconds = 0): Burst[] {
  const bursts: Burst[] = [];
  const depth = 70;
  for (let at = fromSeconds - (fromSeconds > 0 ? 0 : 0.6); at < durationSeconds; at += random.between(0.45, 0.9)) {
    const x = random.between(-0.75, 0.75);
    bursts.push({
      seconds: at,
      position: unproject(view, x, random.between(0.3, 0.75), depth),
      radius: view.halfHeight * depth * random.between(0.22, 0.42),
      color: random.pick(COLORS),
      pan: x * 0.7,
      distanceMetres: depth * 3,
    });
  }
  return bursts;
}

/** All sparks of all open bursts: they fly out, slow down, sink and fade. */
export function fireworkSprites(bursts: readonly Burst[], seconds: number): Sprites {
  const data: number[] = [];
  bursts.forEach((burst, index) => {
    const age = seconds - burst.seconds;
    if (age < 0 || age > 2.6) return;
    const reach = burst.radius * (1 - Math.exp(-age * 2.8));
    const fade = Math.max(0, 1 - age / 2.6) ** 1.4;
    for (let i = 0; i < SPARKS; i++) {
      const z = 1 - (2 * (i + 0.5)) / SPARKS;
      const ring = Math.sqrt(1 - z * z);
      const angle = i * 2.39996 + index;
      const pace = 0.85 + 0.2 * hash(i, index);
      const direction: Vec3 = [Math.cos(angle) * ring * pace, Math.sin(angle) * ring * pace, z * pace];
      const sink = burst.radius * 0.11 * age * age;
      const tail = burst.radius * 0.14 * Math.exp(-age * 1.1);
      const twinkle = age > 1.2 ? 0.5 + 0.5 * Math.sin(seconds * 30 + i * 5) : 1;
      data.push(
        burst.position[0] + direction[0] * reach,
        burst.position[1] + direction[1] * reach - sink,
        burst.position[2] + direction[2] * reach,
        burst.radius * 0.011,
        0,
        ...burst.color,
        fade * twinkle,
        -direction[0] * tail,
        -direction[1] * tail + sink * 0.2,
        -direction[2] * tail,
      );
    }
  });
  return { shape: 'streak', blend: 'add', count: data.length / SPRITE_STRIDE, data: new Float32Array(data) };
}
