import { type PointLight, type Rgb, SPRITE_STRIDE, type Sprites, type Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import type { Scene } from '../scene.ts';
import { type Burst, fireworkSprites, planBursts } from './bursts.ts';
import type { Placed } from './cast.ts';
import { createIgnition } from './ignition.ts';
import { clamp, hash, lengthOf, subtract } from './matrix.ts';
import { unproject, type View } from './view.ts';

export interface EventOptions {
  readonly scene: Scene;
  readonly view: View;
  readonly random: Random;
  readonly durationSeconds: number;
  /** Where the film goes on behind its scene. */
  readonly endSeconds?: number;
}

export interface Flash {
  readonly ambient: Rgb;
  readonly sky: Rgb;
}

/** A stroke of lightning: when, and how far away it strikes. */
export interface Stroke {
  readonly seconds: number;
  readonly distanceMetres: number;
  /** −1 left … 1 right. */
  readonly pan: number;
}

/** What happens beside the actors' own motion. */
export interface StageEvents {
  flashAt(seconds: number): Flash;
  lightsAt(seconds: number): readonly PointLight[];
  spritesAt(seconds: number): readonly Sprites[];
  /** How strongly a member glows of itself: 1 unless it waits to be lit. */
  glowAt(placed: Placed, seconds: number): number;
  readonly strokes: readonly Stroke[];
  readonly bursts: readonly Burst[];
}

const DARK: Flash = { ambient: [0, 0, 0], sky: [0, 0, 0] };
const LIT_KINDS: ReadonlySet<string> = new Set([
  'ruin',
  'house',
  'tower',
  'castle',
  'lighthouse',
  'lamp',
  'streetLamp',
  'tree',
  'window',
  'sign',
  'crystal',
  'candle',
  'bridge',
  'torii',
]);

export function createEvents(options: EventOptions): StageEvents {
  const { scene, view, random, durationSeconds, endSeconds = durationSeconds } = options;
  const has = (kind: Scene['events'][number]['kind']): boolean => scene.events.some((event) => event.kind === kind);
  const fromOf = (kind: Scene['events'][number]['kind']): number =>
    (scene.events.find((event) => event.kind === kind)?.from ?? 0) * durationSeconds;
  const isStorm = has('lightning') || scene.weather === 'storm';
  const strokes =
    isStorm && scene.set !== 'space' && scene.set !== 'underwater'
      ? planStrokes(random.fork('strokes'), durationSeconds, endSeconds, fromOf('lightning'))
      : [];
  const drawsFireworks = has('fireworks') && !scene.actors.some((actor) => actor.kind === 'fireworks');
  const bursts = drawsFireworks ? planBursts(random.fork('bursts'), view, endSeconds, fromOf('fireworks')) : [];
  // A skyline draws the traffic of its own road.
  const streaks = has('lightStreaks') && scene.set !== 'skyline';
  const ignition = createIgnition(scene, durationSeconds);
  const waits = has('lightsUp');
  return {
    strokes,
    bursts,
    flashAt: (seconds) => (strokes.length === 0 ? DARK : flashOf(strokes, seconds)),
    lightsAt: (seconds) => bursts.flatMap((burst) => burstLight(burst, seconds)),
    spritesAt(seconds) {
      const batches: Sprites[] = strokes.flatMap((stroke, index) => boltSprites(stroke, index, view, seconds));
      if (bursts.length > 0) batches.push(fireworkSprites(bursts, seconds));
      if (streaks) batches.push(streakSprites(view, seconds));
      return batches;
    },
    glowAt(placed, seconds) {
      const { actor } = placed;
      if (!waits || actor.isSubject || !LIT_KINDS.has(actor.kind)) return 1;
      const away = lengthOf(subtract(placed.position, view.target));
      return ignition(clamp(away / 120 + hash(placed.copy, 3) * 0.3, 0, 1), seconds);
    },
  };
}

function planStrokes(random: Random, durationSeconds: number, endSeconds: number, fromSeconds: number): Stroke[] {
  const strokes: Stroke[] = [];
  for (
    let at = fromSeconds + random.between(0.5, 1.1), side = random.next() < 0.5 ? -1 : 1;
    at < endSeconds - 0.3;
    at += random.between(1.1, 2.1), side = -side
  ) {
    const stroke = { seconds: at, distanceMetres: random.between(200, 700), pan: side * random.between(0.12, 0.75) };
    // The scene alone has none in its last moments; what goes on must not have lit them.
    if (at < durationSeconds - 0.3 || at >= durationSeconds) strokes.push(stroke);
  }
  return strokes;
}

/** Two strokes shortly after one another, a third that is weaker, and a long tail, as the eye knows it. */
function brightnessOf(stroke: Stroke, seconds: number): number {
  const since = seconds - stroke.seconds;
  if (since < 0 || since > 1.2) return 0;
  const again = (after: number, power: number, rate: number): number =>
    since > after ? power * Math.exp(-(since - after) * rate) : 0;
  return Math.max(Math.exp(-since * 14), again(0.14, 0.9, 7), again(0.42, 0.6, 5));
}

function flashOf(strokes: readonly Stroke[], seconds: number): Flash {
  let power = 0;
  for (const stroke of strokes) power += brightnessOf(stroke, seconds) * (1.25 - stroke.distanceMetres / 1200);
  if (power <= 0.002) return DARK;
  return {
    ambient: [power * 0.36, power * 0.41, power * 0.6],
    sky: [power * 0.055, power * 0.065, power * 0.115],
  };
}

const BOLT_METRES = 430;

/** A bolt from the clouds to the ground far behind everything, with forks, and the clouds lit where it leaves them. */
function boltSprites(stroke: Stroke, index: number, view: View, seconds: number): Sprites[] {
  const bright = brightnessOf(stroke, seconds);
  if (bright < 0.03) return [];
  // Behind woods and hills, so that it strikes the horizon and not what stands before it.
  const depth = BOLT_METRES;
  const size = depth / 150;
  const bolt: number[] = [];
  const push = (from: Vec3, to: Vec3, radius: number, alpha: number): void => {
    const along: Vec3 = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
    bolt.push(...from, radius, 0, 3.6, 3.8, 5.2, alpha, ...along);
  };
  const start = unproject(view, stroke.pan, 1.1, depth);
  const ground = Math.min(view.position[1] - 2, start[1] - view.halfHeight * depth * 0.5);
  const steps = 18;
  const fall = (start[1] - ground) / steps;
  let point = start;
  for (let i = 0; i < steps; i++) {
    const jag = (hash(i, index * 13 + 5) - 0.5) * fall * 2;
    const next: Vec3 = [point[0] + jag, start[1] - fall * (i + 0.7 + 0.6 * hash(i, index + 50)), point[2]];
    // Each piece is drawn from both ends: a streak fades along its way.
    push(point, next, 0.3 * size, bright);
    push(next, point, 0.3 * size, bright);
    if (hash(i, index + 90) > 0.58 && i < steps - 3) {
      const lean = hash(i, index + 7) - 0.5;
      const knee: Vec3 = [next[0] + lean * fall * 3, next[1] - fall * 1.3, next[2]];
      push(next, knee, 0.17 * size, bright * 0.7);
      push(knee, [knee[0] + lean * fall * 1.4, knee[1] - fall * 1.6, knee[2]], 0.13 * size, bright * 0.5);
    }
    point = next;
  }
  const wide = view.halfHeight * depth;
  const halo = [start, [start[0], (start[1] + ground) / 2, start[2]], point].flatMap((at, i) => [
    ...(at as Vec3),
    wide * [0.75, 0.4, 0.22][i]!,
    0,
    0.5,
    0.56,
    0.95,
    bright * [0.5, 0.16, 0.3][i]!,
    0,
    0,
    0,
  ]);
  const batch = (shape: 'soft' | 'streak', data: readonly number[]): Sprites => ({
    shape,
    blend: 'add',
    count: data.length / SPRITE_STRIDE,
    data: new Float32Array(data),
  });
  return [batch('soft', halo), batch('streak', bolt)];
}

function burstLight(burst: Burst, seconds: number): PointLight[] {
  const age = seconds - burst.seconds;
  if (age < 0 || age > 1.6) return [];
  const power = 7 * Math.exp(-age * 2.4);
  return [
    {
      position: burst.position,
      color: [burst.color[0] * power, burst.color[1] * power, burst.color[2] * power],
      radius: burst.radius * 5,
    },
  ];
}

/** Long lights that rush past towards the camera on both sides. */
function streakSprites(view: View, seconds: number): Sprites {
  const count = 90;
  const data = new Float32Array(count * SPRITE_STRIDE);
  const tones: readonly Rgb[] = [
    [1, 0.25, 0.12],
    [1, 0.75, 0.4],
    [0.3, 0.6, 1],
    [0.9, 0.3, 1],
  ];
  for (let i = 0; i < count; i++) {
    const depth = 70 * (1 - ((seconds * (0.35 + 0.3 * hash(i, 60)) + hash(i, 61)) % 1)) + 2;
    const side = i % 2 === 0 ? 1 : -1;
    const from = view.position;
    const spot: Vec3 = [
      from[0] + view.forward[0] * depth + view.right[0] * side * (3 + 3 * hash(i, 62)),
      0.4 + 0.7 * hash(i, 63),
      from[2] + view.forward[2] * depth + view.right[2] * side * (3 + 3 * hash(i, 62)),
    ];
    const tone = tones[side > 0 ? i % 2 : 2 + ((i >> 1) % 2)]!;
    data.set([...spot, 0.05, 0, ...tone, 0.7, view.forward[0] * 7, 0, view.forward[2] * 7], i * SPRITE_STRIDE);
  }
  return { shape: 'streak', blend: 'add', count, data };
}
