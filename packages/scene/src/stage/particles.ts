import { type Camera, type Rgb, SPRITE_STRIDE, type Sprites, type Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import type { Particle } from '../scene.ts';
import { leafTexture } from './leaf.ts';
import { hash } from './matrix.ts';
import { paperTexture, ringTexture } from './particle-textures.ts';
import type { View } from './view.ts';

/** How one kind of particle looks and moves. Lengths are shares of the distance from the camera to the subject. */
interface Kind {
  readonly count: number;
  readonly shape: Sprites['shape'] | (() => Sprites['shape']);
  readonly blend: Sprites['blend'];
  readonly radius: number;
  /** Linear; several are shared out. Above 1 it glows. */
  readonly tones: readonly Rgb[];
  readonly alpha: number;
  /** Shares of the distance a second, upwards positive. */
  readonly rise: number;
  /** How far each sways, and how often a second. */
  readonly sway: number;
  readonly pace: number;
  /** Turns a second. */
  readonly tumble: number;
  /** Comes and goes, times a second: 0 is steady. */
  readonly blink: number;
  /** Size of the box that holds them, and where its foot is under the camera's target. */
  readonly width: number;
  readonly height: number;
  readonly foot: number;
}

const PETAL: Kind = {
  ...{ count: 170, shape: leafTexture, blend: 'alpha', radius: 0.0105, alpha: 1, rise: -0.09, sway: 0.05, pace: 0.2 },
  ...{ tumble: 0.25, blink: 0, width: 2.4, height: 1.3, foot: -0.55 },
  tones: [
    [1, 0.55, 0.66],
    [1, 0.75, 0.82],
    [0.95, 0.42, 0.58],
  ],
};
const EMBER: Kind = {
  ...{ count: 150, shape: 'soft', blend: 'add', radius: 0.0034, alpha: 0.9, rise: 0.16, sway: 0.04, pace: 0.4 },
  ...{ tumble: 0, blink: 1.7, width: 1.6, height: 1.2, foot: -0.5 },
  tones: [
    [2.2, 0.9, 0.25],
    [2, 0.55, 0.12],
  ],
};

const KINDS: Readonly<Record<Particle, Kind>> = {
  petals: PETAL,
  leaves: {
    ...PETAL,
    count: 100,
    radius: 0.016,
    tones: [
      [0.75, 0.2, 0.04],
      [0.85, 0.42, 0.05],
      [0.6, 0.1, 0.04],
      [0.8, 0.6, 0.1],
    ],
  },
  feathers: { ...PETAL, count: 40, radius: 0.02, rise: -0.05, sway: 0.1, tumble: 0.12, tones: [[0.95, 0.95, 0.98]] },
  confetti: {
    ...PETAL,
    ...{ count: 260, shape: paperTexture, radius: 0.0105, rise: -0.13, sway: 0.045, tumble: 0.9 },
    tones: [
      [0.95, 0.12, 0.2],
      [1, 0.72, 0.05],
      [0.1, 0.6, 0.95],
      [0.15, 0.75, 0.3],
      [0.85, 0.3, 0.9],
    ],
  },
  embers: EMBER,
  sparks: { ...EMBER, count: 140, rise: 0.3, sway: 0.08, width: 1, tones: [[2.6, 1.7, 0.6]] },
  fireflies: {
    ...EMBER,
    ...{
      count: 120,
      radius: 0.0085,
      rise: 0,
      sway: 0.12,
      pace: 0.12,
      blink: 0.4,
      width: 2.2,
      height: 0.62,
      foot: -0.42,
    },
    tones: [
      [1.5, 1.6, 0.35],
      [1.1, 1.7, 0.4],
    ],
  },
  sparkles: {
    ...EMBER,
    ...{ count: 130, shape: 'spark', radius: 0.016, rise: 0.03, sway: 0.04, pace: 0.2, blink: 0.7, width: 1.5 },
    tones: [
      [1.3, 1.15, 0.75],
      [0.9, 1.1, 1.4],
    ],
  },
  dust: {
    ...EMBER,
    ...{ count: 110, radius: 0.0024, alpha: 0.4, rise: 0.006, sway: 0.05, pace: 0.06, blink: 0.15, width: 1.7 },
    tones: [[1, 0.82, 0.52]],
  },
  ash: {
    ...EMBER,
    ...{ count: 150, shape: 'flake', blend: 'alpha', radius: 0.0036, alpha: 0.8, rise: -0.05, blink: 0, width: 2.2 },
    tones: [
      [0.2, 0.19, 0.19],
      [0.34, 0.32, 0.32],
    ],
  },
  bubbles: {
    ...EMBER,
    ...{
      count: 46,
      shape: ringTexture,
      blend: 'alpha',
      radius: 0.019,
      alpha: 0.75,
      rise: 0.05,
      sway: 0.05,
      pace: 0.15,
    },
    ...{ blink: 0, width: 1.9 },
    tones: [
      [0.9, 1, 1.05],
      [1.05, 0.85, 1],
      [0.85, 1.05, 0.9],
    ],
  },
  seeds: {
    ...PETAL,
    count: 50,
    shape: 'spark',
    blend: 'add',
    rise: 0.02,
    sway: 0.07,
    tumble: 0.05,
    tones: [[0.7, 0.68, 0.6]],
  },
};

export interface ParticleOptions {
  readonly kinds: readonly Particle[];
  /** 0 … 1. */
  readonly wind: number;
  readonly view: View;
  readonly random: Random;
}

/** What drifts round the subject: closed forms of time, wherever the camera goes. */
export function createParticles({
  kinds,
  wind,
  view,
  random,
}: ParticleOptions): (seconds: number, camera: Camera) => Sprites[] {
  const reach = Math.max(1.2, Math.hypot(...view.target.map((value, i) => value - view.position[i]!)));
  const fields = kinds.map((name) => {
    const salt = Math.floor(random.fork(name).next() * 1e6);
    return (seconds: number, eye: Vec3) => field(KINDS[name], { seconds, eye, salt, reach, view, wind });
  });
  return (seconds, camera) => fields.map((at) => at(seconds, camera.position));
}

interface Field {
  readonly seconds: number;
  readonly eye: Vec3;
  readonly salt: number;
  readonly reach: number;
  readonly view: View;
  readonly wind: number;
}

function field(kind: Kind, { seconds, eye, salt, reach, view, wind }: Field): Sprites {
  const { count, tones, sway, pace, blink } = kind;
  const [width, height] = [kind.width * reach, kind.height * reach];
  const foot = view.target[1] + kind.foot * reach;
  const blow = kind.rise < 0 ? 0.02 + 0.1 * wind : 0.02 * wind;
  const data = new Float32Array(count * SPRITE_STRIDE);
  for (let i = 0; i < count; i++) {
    const own = (k: number): number => hash(i, salt + k);
    const clock = 2 * Math.PI * (seconds * pace * (0.6 + 0.8 * own(0)) + own(1));
    const climbed = own(2) * height + seconds * kind.rise * reach * (0.6 + 0.8 * own(3));
    const share = wrapped(climbed, height) / height;
    const x = view.target[0] + wrapped(own(4) * width + seconds * blow * reach, width) - width / 2;
    const z = view.target[2] + (own(5) - 0.42) * reach * 1.3;
    const swing = sway * reach;
    const place: Vec3 = [
      x + Math.sin(clock) * swing,
      foot + share * height + Math.sin(clock * 1.7) * swing * 0.3,
      z + Math.cos(clock * 0.8) * swing,
    ];
    // In and out at the ends of its way, or it would be seen to jump; unseen right before the lens.
    const ends = Math.min(1, share * 8, (1 - share) * 8);
    const lens = Math.hypot(place[0] - eye[0], place[1] - eye[1], place[2] - eye[2]) < reach * 0.18 ? 0 : 1;
    const beat = blink === 0 ? 1 : 0.5 + 0.5 * Math.sin(2 * Math.PI * (seconds * blink * (0.6 + own(6)) + own(7)));
    const radius = kind.radius * reach * (0.6 + 0.8 * own(8));
    const turn = 2 * Math.PI * (seconds * kind.tumble * (own(9) - 0.5) * 2 + own(10));
    const tone = tones[i % tones.length]!;
    data.set([...place, radius, turn, ...tone, kind.alpha * beat * ends * lens, 0, 0, 0], i * SPRITE_STRIDE);
  }
  const shape = typeof kind.shape === 'function' ? kind.shape() : kind.shape;
  return { shape, blend: kind.blend, count, data };
}

const wrapped = (value: number, size: number): number => ((value % size) + size) % size;
