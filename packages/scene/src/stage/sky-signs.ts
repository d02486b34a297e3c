import { type Rgb, SPRITE_STRIDE, type Sprites, type Vec3 } from '@openimagine/render';
import type { Scene } from '../scene.ts';
import { traitsOf } from '../sets/set-traits.ts';
import { hash } from './matrix.ts';
import {
  BOW_CENTRE,
  eclipseTexture,
  milkyWayTexture,
  rainbowTexture,
  SUN_RIM,
  sunTexture,
} from './sky-sign-textures.ts';
import type { View } from './view.ts';

type Layer = (seconds: number, eye: Vec3) => Sprites;

/** Here a bow far away would stand behind rock and trees. */
const ENCLOSED: ReadonlySet<Scene['set']> = new Set(['waterfall', 'canyon', 'forest', 'jungle', 'canal', 'alley']);

/** Behind all hills. */
const AWAY_METRES = 1000;

/** What is seen in the sky when the prompt names it: a rainbow, shooting stars, the Milky Way, a huge sun, an eclipse, a tornado. */
export function createSkySigns(scene: Scene, view: View, airOf: (seconds: number) => Rgb): Layer[] {
  const has = (name: string): boolean => scene.setDetails.includes(name);
  return [
    ...(has('rainbow')
      ? [rainbow(view, traitsOf(scene.set).isOpen && !ENCLOSED.has(scene.set) ? AWAY_METRES : 26)]
      : []),
    ...(has('milky way') && traitsOf(scene.set).hasSky ? [milkyWay(view)] : []),
    ...(has('meteor shower') ? [meteors(view, 24)] : has('shooting star') ? [meteors(view, 3)] : []),
    ...(has('huge sun') && traitsOf(scene.set).hasSky ? [hugeSun(view, sunColor(scene))] : []),
    ...(has('eclipse') ? [eclipse(view)] : []),
    ...(has('tornado') ? [debris(view, airOf), funnel(view, airOf)] : []),
  ];
}

/** A point of the picture (−1 … 1) far behind everything. */
function farPoint(view: View, x: number, y: number, away = AWAY_METRES): Vec3 {
  const { position, forward, right, up, halfWidth, halfHeight } = view;
  return [0, 1, 2].map(
    (k) => position[k]! + away * (forward[k]! + right[k]! * x * halfWidth + up[k]! * y * halfHeight),
  ) as unknown as Vec3;
}

/** Height in the picture of the horizon, −1 … 1. */
function horizonOf({ forward, halfHeight }: View): number {
  return -forward[1] / Math.max(0.2, Math.hypot(forward[0], forward[2])) / halfHeight;
}

/** An arc that stands on the horizon, a little to one side; the ground hides its lower half. */
function rainbow(view: View, away: number): Layer {
  const texture = rainbowTexture();
  const foot = Math.max(-0.9, horizonOf(view)) - 0.12;
  // All of the arc is in the picture.
  const reach = away * Math.min(view.halfWidth * 0.8, view.halfHeight * Math.max(0.7, (0.94 - foot) / 0.84));
  const [x, y, z] = farPoint(view, 0.14, foot, away).map((value, k) => value + view.up[k]! * BOW_CENTRE * reach) as [
    number,
    number,
    number,
  ];
  const data = new Float32Array([x, y, z, reach, 0, 1, 1, 1, 0.7, 0, 0, 0]);
  return () => ({ shape: texture, blend: 'alpha', count: 1, data });
}

const SUNS: Readonly<Record<string, Rgb>> = {
  orange: [1, 0.36, 0.05],
  red: [0.86, 0.1, 0.05],
  crimson: [0.8, 0.06, 0.1],
  pink: [1, 0.35, 0.42],
  yellow: [1, 0.74, 0.12],
  golden: [1, 0.6, 0.1],
  white: [1, 0.97, 0.88],
};

function sunColor({ setDetails }: Scene): Rgb {
  const name = Object.keys(SUNS).find((color) => setDetails.includes(`${color} sun`));
  return SUNS[name ?? 'orange']!;
}

/** Half the picture high, behind who stands in the middle, with its foot below the horizon. */
function hugeSun(view: View, [r, g, b]: Rgb): Layer {
  const texture = sunTexture();
  const radius = 0.56 * Math.min(1, view.halfWidth / view.halfHeight);
  const [x, y, z] = farPoint(view, 0.03, Math.max(-0.2, Math.min(0.5, horizonOf(view) + radius * 0.72)));
  const reach = (AWAY_METRES * view.halfHeight * radius) / SUN_RIM;
  const data = new Float32Array([x, y, z, reach, 0, r, g, b, 1, 0, 0, 0]);
  return () => ({ shape: texture, blend: 'alpha', count: 1, data });
}

/** It rises from the horizon at one side and leans across the picture. */
function milkyWay(view: View): Layer {
  const texture = milkyWayTexture();
  const [x, y, z] = farPoint(view, 0.16, horizonOf(view) + 0.95);
  const reach = AWAY_METRES * Math.max(view.halfWidth, view.halfHeight * 1.25);
  const data = new Float32Array([x, y, z, reach, -0.86, 0.5, 0.5, 0.62, 0.75, 0, 0, 0]);
  return () => ({ shape: texture, blend: 'add', count: 1, data });
}

function eclipse(view: View): Layer {
  const texture = eclipseTexture();
  const [x, y, z] = farPoint(view, 0.05, Math.max(0.42, Math.min(0.6, horizonOf(view) + 0.55)));
  const data = new Float32Array([x, y, z, AWAY_METRES * view.halfHeight * 0.52, 0, 1, 1, 1, 1, 0, 0, 0]);
  return () => ({ shape: texture, blend: 'alpha', count: 1, data });
}

/** Streaks that all come from one side of the sky, each with its own beat. */
function meteors(view: View, count: number): Layer {
  const horizon = horizonOf(view);
  return (seconds) => {
    const data = new Float32Array(count * SPRITE_STRIDE);
    for (let i = 0; i < count; i++) {
      const beat = 2.2 + 2.4 * hash(i, 3);
      const clock = seconds / beat + hash(i, 4);
      const [turn, life] = [Math.floor(clock), clock % 1];
      const shown = 0.62;
      const t = life / shown;
      const glow = life < shown ? Math.sin(Math.PI * Math.min(1, t)) ** 0.6 : 0;
      const startX = -0.7 + 1.9 * hash(i + turn * 31, 5);
      const startY = horizon + 0.42 + (1.1 - horizon - 0.3) * hash(i + turn * 31, 6);
      const [dx, dy] = [-0.5, -0.3];
      const head = farPoint(view, startX + dx * t, startY + dy * t);
      const tail = farPoint(view, startX + dx * (t - 0.34), startY + dy * (t - 0.34));
      data.set(
        [
          ...head,
          1.8 + 2 * hash(i, 8),
          0,
          1.1,
          1.15,
          1.3,
          glow,
          tail[0] - head[0],
          tail[1] - head[1],
          tail[2] - head[2],
        ],
        i * SPRITE_STRIDE,
      );
    }
    return { shape: 'streak', blend: 'add', count, data };
  };
}

/** Height of the funnel, and how far off it stands. */
const FUNNEL_METRES = 68;
const FUNNEL_AWAY = 105;

/** Where its foot is: it wanders across the land. */
function footOf({ position, forward, right }: View, seconds: number): Vec3 {
  const side = -54 + 3.4 * seconds + 3 * Math.sin(seconds * 0.6);
  const flat = Math.hypot(forward[0], forward[2]) || 1;
  return [
    position[0] + (forward[0] / flat) * FUNNEL_AWAY + right[0] * side,
    0,
    position[2] + (forward[2] / flat) * FUNNEL_AWAY + right[2] * side,
  ];
}

/** A turning column, narrow and crooked below, wide where it goes into the clouds. */
function funnel(view: View, airOf: (seconds: number) => Rgb): Layer {
  const count = 460;
  return (seconds, eye) => {
    const foot = footOf(view, seconds);
    const air = airOf(seconds);
    const grey = 0.3 * (air[0] + air[1] + air[2]);
    const rows = Array.from({ length: count }, (_, i) => {
      const u = (i + 0.5) / count;
      const wide = 1.8 + 5 * u + 24 * u ** 3;
      const angle = hash(i, 11) * 6.283 + (seconds * 5.2) / (0.7 + u * 1.6);
      const bend =
        5 * Math.sin(u * 4.2 + seconds * 0.7) * (1 - u * 0.5) + 2 * Math.sin(u * 9 - seconds * 1.3) * (1 - u);
      const x = foot[0] + bend + Math.cos(angle) * wide * 0.7;
      const z = foot[2] + Math.sin(angle) * wide * 0.7;
      // The side towards the open sky is lighter.
      const tone = grey * (0.34 + 0.3 * Math.max(0, -Math.cos(angle)) + 0.16 * hash(i, 12));
      return {
        far: Math.hypot(x - eye[0], z - eye[2]),
        row: [x, u * FUNNEL_METRES, z, wide * 0.55 + 1.1, angle, tone * 0.96, tone, tone * 1.02, 0.4, 0, 0, 0],
      };
    });
    rows.sort((a, b) => b.far - a.far);
    return { shape: 'soft', blend: 'alpha', count, data: new Float32Array(rows.flatMap(({ row }) => row)) };
  };
}

/** Earth that is torn up round the foot. */
function debris(view: View, airOf: (seconds: number) => Rgb): Layer {
  const count = 90;
  return (seconds) => {
    const foot = footOf(view, seconds);
    const air = airOf(seconds);
    const tone = 0.22 * (air[0] + air[1] + air[2]);
    const data = new Float32Array(count * SPRITE_STRIDE);
    for (let i = 0; i < count; i++) {
      const angle = hash(i, 21) * 6.283 + seconds * (2 + 2 * hash(i, 22));
      const reach = 3 + 11 * hash(i, 23);
      const high = 0.5 + 7 * hash(i, 24) ** 2;
      data.set(
        [
          foot[0] + Math.cos(angle) * reach,
          high,
          foot[2] + Math.sin(angle) * reach * 0.6,
          1.6 + 2.4 * hash(i, 25),
          angle,
          tone * 1.05,
          tone * 0.86,
          tone * 0.66,
          0.3,
          0,
          0,
          0,
        ],
        i * SPRITE_STRIDE,
      );
    }
    return { shape: 'soft', blend: 'alpha', count, data };
  };
}
