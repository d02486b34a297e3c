import type { Material, Mesh, PointLight, Rgb, Sprites, Vec3 } from '@openimagine/render';
import { SPRITE_STRIDE } from '@openimagine/render';
import type { PartInstance } from '../../actors/actor.ts';
import { familyOf } from '../../actors/family.ts';
import type { Placed } from '../cast.ts';
import { add, clamp, composeMatrix, hash } from '../matrix.ts';
import type { Path } from '../path.ts';
import { createShape } from '../shape.ts';
import type { TimedChange } from './changing.ts';

interface Shown {
  readonly parts?: readonly PartInstance[];
  readonly sprites?: readonly Sprites[];
  readonly lights?: readonly PointLight[];
}

/** What is seen beside a body that changes, while it is to be seen. */
export interface ChangeEffect {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  at(seconds: number): Shown;
}

const FOR_EVER = 1e9;
const GRAVITY = 9.8;

interface Spot {
  readonly foot: Vec3;
  readonly width: number;
  readonly height: number;
  readonly color: readonly [number, number, number];
}

export function effectsOf(placed: Placed, path: Path, changes: readonly TimedChange[]): ChangeEffect[] {
  // Fireworks that begin later are sparks enough.
  if (placed.actor.kind === 'fireworks') return [];
  return changes.flatMap((change): ChangeEffect[] => {
    const { fromSeconds, toSeconds } = change;
    switch (change.kind) {
      case 'break':
        return [shards(spotOf(placed, path, fromSeconds), fromSeconds, 1)];
      case 'pop':
        return [shards(spotOf(placed, path, fromSeconds), fromSeconds, 1.6, true)];
      case 'explode': {
        const spot = spotOf(placed, path, fromSeconds);
        return [shards({ ...spot, color: [58, 52, 48] }, fromSeconds, 2), fireball(spot, fromSeconds)];
      }
      case 'melt':
        return [puddle(spotOf(placed, path, fromSeconds), change)];
      case 'appear':
      case 'vanish':
        return [sparkles(spotOf(placed, path, fromSeconds), change)];
      case 'goOut':
        return isFlame(placed)
          ? [smoke(spotOf(placed, path, fromSeconds), fromSeconds, placed.actor.kind === 'candle' ? 0.75 : 0.9)]
          : [];
      case 'collapse':
        return [dust(spotOf(placed, path, 0), placed.actor.kind === 'house' ? fromSeconds : toSeconds)];
      case 'land':
        return [
          dust(spotOf(placed, path, toSeconds), toSeconds - 0.9),
          ...(/^(?:rocket|spaceship)$/.test(placed.actor.kind) ? [exhaust(placed, path, change)] : []),
        ];
      default:
        return [];
    }
  });
}

const isFlame = ({ actor }: Placed): boolean => /^(?:candle|fire|cake|lantern|pumpkin)$/.test(familyOf(actor.kind));

/** Where it is at a time, how large, and of what colour on the whole. */
function spotOf(placed: Placed, path: Path, seconds: number): Spot {
  const { built, scale, position, carrier } = placed;
  const { offset } = path.at(seconds);
  const [x, y, z] = carrier
    ? [
        offset[0] * Math.cos(carrier.yaw) + offset[2] * Math.sin(carrier.yaw),
        offset[1],
        offset[2] * Math.cos(carrier.yaw) - offset[0] * Math.sin(carrier.yaw),
      ].map((value) => value * carrier.scale)
    : offset;
  return {
    foot: add(position, [x!, y!, z!]),
    width: Math.max(built.bounds.width, built.bounds.depth) * scale,
    height: built.bounds.height * scale,
    color: colorOf(built.poseAt(seconds, { distance: 0, speed: 0 }).parts),
  };
}

/** The mean of its largest part's colours. */
function colorOf(parts: readonly PartInstance[]): readonly [number, number, number] {
  const largest = parts.toSorted((a, b) => b.mesh.indices.length - a.mesh.indices.length)[0];
  if (!largest) return [200, 200, 200];
  const { colors } = largest.mesh;
  const sum = [0, 0, 0];
  const step = Math.max(1, Math.floor(colors.length / 4 / 200));
  let count = 0;
  for (let i = 0; i < colors.length / 4; i += step, count++) for (let c = 0; c < 3; c++) sum[c]! += colors[i * 4 + c]!;
  const tint = largest.tint ?? [1, 1, 1];
  return sum.map((value, c) => Math.min(255, Math.round((value / count) * tint[c]!))) as [number, number, number];
}

const SHARDS = 34;
const SHARD: Material = { specular: 0.6, gloss: 60, wrap: 0.2 };

/** Pieces that fly apart and lie where they fall. */
function shards(spot: Spot, fromSeconds: number, force: number, isCloth = false): ChangeEffect {
  const { foot, width, height } = spot;
  const whole = Math.cbrt(width * width * height);
  // Of a small thing the pieces are fewer hands wide, and seen all the same.
  const size = whole * (isCloth ? 0.1 : whole < 0.5 ? 0.24 : 0.115);
  const meshes = [0, 1, 2].map((variant) => shardMesh(size, spot.color, variant));
  const pace = Math.sqrt(Math.max(0.08, height)) * force;
  const toss = (i: number, seed: number): number => hash(i, seed) - 0.5;
  return {
    fromSeconds,
    toSeconds: FOR_EVER,
    at(seconds) {
      const since = seconds - fromSeconds;
      const parts = Array.from({ length: SHARDS }, (_, i): PartInstance => {
        const angle = i * 2.39996;
        const out = (0.35 + hash(i, 3)) * pace * 1.25;
        const up = (0.5 + 1.5 * hash(i, 5)) * pace;
        const start = height * (0.15 + 0.75 * hash(i, 7));
        const lands = (up + Math.sqrt(up * up + 2 * GRAVITY * start)) / GRAVITY;
        const now = Math.min(since, lands);
        const slid = since > lands ? 0.12 * out * (1 - Math.exp(-(since - lands) * 4)) : 0;
        const way = width * 0.25 * hash(i, 9) + out * now + slid;
        const y = Math.max(size * 0.12, start + up * now - (GRAVITY / 2) * now * now);
        const lies = since >= lands;
        return {
          mesh: meshes[i % 3]!,
          material: SHARD,
          isStatic: false,
          matrix: composeMatrix(
            [foot[0] + Math.cos(angle) * way, foot[1] + y, foot[2] + Math.sin(angle) * way],
            {
              yaw: angle + toss(i, 11) * 9 * now,
              pitch: lies ? toss(i, 13) * 0.5 : toss(i, 13) * 16 * now,
              roll: lies ? toss(i, 15) * 0.5 : toss(i, 15) * 16 * now,
            },
            0.5 + 1.1 * hash(i, 17),
          ),
        };
      });
      return { parts };
    },
  };
}

function shardMesh(size: number, color: readonly [number, number, number], variant: number): Mesh {
  const shape = createShape();
  const corners = [0, 1, 2, 3].map((i): Vec3 => {
    const angle = i * 1.57 + hash(variant, i) * 0.9;
    const far = size * (0.55 + 0.6 * hash(variant, i + 20));
    return [Math.cos(angle) * far, 0, Math.sin(angle) * far];
  }) as [Vec3, Vec3, Vec3, Vec3];
  const lift = (p: Vec3, y: number): Vec3 => [p[0], y, p[2]];
  const thick = size * 0.1;
  const top = corners.map((p) => lift(p, thick)) as typeof corners;
  const foot = corners.map((p) => lift(p, -thick)) as typeof corners;
  shape.quad(top[3], top[2], top[1], top[0], color);
  shape.quad(foot[0], foot[1], foot[2], foot[3], color);
  const edge = color.map((value) => value * 0.8) as unknown as typeof color;
  for (let i = 0; i < 4; i++) {
    const n = (i + 1) % 4;
    shape.quad(foot[n]!, foot[i]!, top[i]!, top[n]!, edge);
  }
  return shape.build();
}

/** Water that spreads under what melts, in its colour where that is not white. */
function puddle(spot: Spot, change: TimedChange): ChangeEffect {
  const [r, g, b] = spot.color;
  const isPale = Math.min(r, g, b) > 150;
  const color: [number, number, number] = isPale ? [96, 132, 150] : [r * 0.85, g * 0.85, b * 0.85];
  const shape = createShape();
  const ring = Array.from({ length: 40 }, (_, i): Vec3 => {
    const angle = (i / 40) * Math.PI * 2;
    const far = 1 + 0.12 * Math.sin(angle * 3 + 1) + 0.07 * Math.sin(angle * 5 + 2);
    return [Math.cos(angle) * far, 0, -Math.sin(angle) * far];
  });
  for (let i = 0; i < 40; i++) {
    shape.triangle([0, 0.05, 0], ring[i]!, ring[(i + 1) % 40]!, color);
  }
  const mesh = shape.build();
  const material: Material = { specular: 1, gloss: 160, mirror: 0.25 };
  return {
    fromSeconds: change.fromSeconds,
    toSeconds: FOR_EVER,
    at(seconds) {
      const radius = spot.width * (0.15 + 0.5 * change.shareAt(seconds));
      const matrix = composeMatrix(
        [spot.foot[0], spot.foot[1] + 0.012 + spot.height * 0.004, spot.foot[2]],
        {},
        radius,
      );
      for (const i of [4, 5, 6]) matrix[i]! *= 0.25;
      return { parts: [{ mesh, material, matrix, castsShadow: false, isStatic: false }] };
    },
  };
}

type Row = readonly [at: Vec3, radius: number, color: Rgb, alpha: number];

function batch(shape: 'soft' | 'puff' | 'spark', blend: Sprites['blend'], rows: readonly Row[]): Sprites {
  const data = new Float32Array(rows.length * SPRITE_STRIDE);
  for (const [i, [at, radius, color, alpha]] of rows.entries())
    data.set([...at, radius, i * 1.7, ...color, alpha, 0, 0, 0], i * SPRITE_STRIDE);
  return { shape, blend, count: rows.length, data };
}

const outward = (i: number, count: number): Vec3 => {
  const y = 1 - (2 * (i + 0.5)) / count;
  const flat = Math.sqrt(1 - y * y);
  return [Math.cos(i * 2.39996) * flat, y, Math.sin(i * 2.39996) * flat];
};

/** Fire that opens in a moment, smoke that stays, and light on everything. */
function fireball({ foot, width, height }: Spot, fromSeconds: number): ChangeEffect {
  const size = Math.max(width, height) * 0.62;
  const center = add(foot, [0, height * 0.5, 0]);
  return {
    fromSeconds,
    toSeconds: fromSeconds + 8,
    at(seconds) {
      const since = seconds - fromSeconds;
      const open = 1 - Math.exp(-since * 5);
      const fire = Math.exp(-since * 0.85);
      const fade = Math.max(0, 1 - since / 8);
      const cloud = Array.from({ length: 46 }, (_, i): Row => {
        const [x, y, z] = outward(i, 46);
        const far = size * (0.3 + 0.75 * hash(i, 2)) * open;
        const rise = size * 0.16 * since * (0.5 + hash(i, 4));
        const hot = fire * hash(i, 6) * 1.5;
        return [
          add(center, [x * far, Math.abs(y) * far + rise, z * far]),
          size * (0.22 + 0.26 * hash(i, 8)) * (0.5 + open * 0.6 + since * 0.08),
          [0.1 + 2.1 * hot, 0.09 + 0.75 * hot, 0.085 + 0.14 * hot],
          0.85 * fade,
        ];
      });
      const glow: Row[] = [
        [center, size * 1.7 * (0.4 + open), [1.6 * fire, 0.8 * fire, 0.3 * fire], 0.9 * fire],
        [center, size * 0.8, [3 * fire, 2.2 * fire, 1.2 * fire], Math.exp(-since * 9)],
      ];
      const power = 14 * fire;
      return {
        sprites: [batch('puff', 'alpha', cloud), batch('soft', 'add', glow)],
        lights: [{ position: center, color: [power, power * 0.5, power * 0.16], radius: size * 7 }],
      };
    },
  };
}

/** Points of light that whirl where something comes out of nothing or goes there. */
function sparkles({ foot, width, height }: Spot, { fromSeconds, toSeconds }: TimedChange): ChangeEffect {
  const [starts, ends] = [fromSeconds - 0.3, toSeconds + 1.2];
  return {
    fromSeconds: starts,
    toSeconds: ends,
    at(seconds) {
      const share = (seconds - starts) / (ends - starts);
      const bright = Math.sin(Math.PI * share) ** 0.8;
      const rows = Array.from({ length: 60 }, (_, i): Row => {
        const rise = (hash(i, 1) + share * 0.7) % 1;
        const angle = i * 2.39996 + share * 5 * (i % 2 ? 1 : -1);
        const far = (0.3 + 0.45 * hash(i, 3)) * Math.max(width, height * 0.35) * (0.7 + 0.5 * share);
        const twinkle = 0.5 + 0.5 * Math.sin(seconds * 13 + i * 4.1);
        return [
          add(foot, [Math.cos(angle) * far, rise * height * 1.1, Math.sin(angle) * far]),
          height * 0.03 * (0.6 + twinkle),
          [1.7, 1.5, 0.9],
          bright * twinkle,
        ];
      });
      const heart: Row = [add(foot, [0, height * 0.5, 0]), height * 0.8, [0.9, 0.8, 0.5], 0.35 * bright];
      return { sprites: [batch('spark', 'add', rows), batch('soft', 'add', [heart])] };
    },
  };
}

/** The thread of smoke of a flame that has just gone out: thin and straight above the wick, curling as it rises. `wick` is its share of the height. */
function smoke({ foot, width, height }: Spot, fromSeconds: number, wick: number): ChangeEffect {
  const size = Math.max(height, width * 0.5);
  return {
    fromSeconds,
    toSeconds: fromSeconds + SMOKE_SECONDS,
    at(seconds) {
      const since = seconds - fromSeconds;
      const rows = Array.from({ length: 90 }, (_, i): Row => {
        const age = i * 0.028;
        const born = since - age;
        const curl = size * 0.1 * (1 - Math.exp(-age * 1.2)) * Math.sin(age * 3.6 - seconds * 1.5);
        const bend = size * 0.05 * age * Math.sin(age * 1.4 + born * 0.3);
        return [
          add(foot, [curl + bend, height * wick + age * size * 0.3, curl * 0.5]),
          size * (0.014 + 0.024 * age),
          [0.72, 0.73, 0.78],
          born > 0 ? 0.34 * Math.exp(-age * 0.7) * clamp(1.3 - born / (SMOKE_SECONDS * 0.8), 0, 1) : 0,
        ];
      });
      return { sprites: [batch('soft', 'alpha', rows)] };
    },
  };
}

const SMOKE_SECONDS = 7;

/** Dust that is thrown up all round. */
function dust({ foot, width, height }: Spot, fromSeconds: number): ChangeEffect {
  const size = Math.max(width, height * 0.5);
  return {
    fromSeconds,
    toSeconds: fromSeconds + 4,
    at(seconds) {
      const since = seconds - fromSeconds;
      const open = 1 - Math.exp(-since * 1.6);
      const rows = Array.from({ length: 40 }, (_, i): Row => {
        const angle = i * 2.39996;
        const far = size * (0.35 + 1.1 * hash(i, 2) * open);
        return [
          add(foot, [Math.cos(angle) * far, size * 0.1 * (0.3 + open * hash(i, 4) * 2), Math.sin(angle) * far]),
          size * (0.12 + 0.22 * open * hash(i, 6)),
          [0.62, 0.56, 0.47],
          0.5 * Math.min(1, since * 5) * Math.max(0, 1 - since / 4),
        ];
      });
      return { sprites: [batch('puff', 'alpha', rows)] };
    },
  };
}

/** The flame on which a rocket comes down, until it stands. */
function exhaust(placed: Placed, path: Path, { fromSeconds, toSeconds }: TimedChange): ChangeEffect {
  const { width, height } = placed.built.bounds;
  return {
    fromSeconds: Math.min(0, fromSeconds),
    toSeconds: toSeconds + 0.4,
    at(seconds) {
      const power = seconds > toSeconds ? Math.max(0, 1 - (seconds - toSeconds) / 0.4) : 1;
      const foot = add(placed.position, path.at(seconds).offset);
      const long = height * 0.62 * power * (0.93 + 0.07 * Math.sin(seconds * 53));
      const rows = Array.from({ length: 26 }, (_, i): Row => {
        const down = i / 26;
        const thin = Math.sin(Math.PI * Math.min(1, down * 0.8 + 0.3)) * (1 - down * 0.75);
        const sway = Math.sin(seconds * 31 + i) * width * 0.02 * down;
        const hot = 1 - down;
        return [
          add(foot, [sway, height * 0.05 - down * long, 0]),
          width * 0.34 * thin + 0.02,
          [1.9, 0.75 + 0.8 * hot, 0.2 + 0.9 * hot],
          0.75 * power * (1 - down * 0.7),
        ];
      });
      return {
        sprites: [batch('soft', 'add', rows)],
        lights: [
          {
            position: add(foot, [0, -long * 0.3, 0]),
            color: [11 * power, 6 * power, 2.4 * power],
            radius: height * 3,
          },
        ],
      };
    },
  };
}
