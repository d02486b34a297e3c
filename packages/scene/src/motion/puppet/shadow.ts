import type { Frame } from '../planes.ts';
import type { Leg } from './limbs.ts';
import type { Foot } from './puppet.ts';
import type { Sprite } from './sprite.ts';
import type { Stance } from './stance.ts';

export interface ShadowLook {
  /** How dark it is right under the figure, 0 … 1. */
  readonly depth: number;
  /** How far the shadow of its top falls to the right, as a share of its height. */
  readonly slant: number;
  /** How dark the shadow that it casts is, 0 … 1; 0 in dull light. */
  readonly cast: number;
}

/** How flat the ground is seen. */
const FLATNESS = 0.2;
const SMALL = 48;

type DrawShadow = (frame: Frame, stance: Stance, scale: number, look: ShadowLook, legs: readonly Leg[]) => void;

/** Draws where a figure keeps light from the ground: a soft spot under each foot, one under its body, and its long shadow. */
export function castShadow(sprite: Sprite, foot: Foot): DrawShadow {
  const shape = smallShape(sprite);
  return (frame, stance, scale, look, legs) => {
    const { x, y, lift, turn } = stance;
    const bodyHeight = sprite.height * scale;
    const bodyWidth = sprite.width * scale * Math.abs(turn);
    const closeness = 1 / (1 + (lift / (bodyHeight * 0.3)) ** 2);
    if (look.cast > 0.02) layShape(frame, shape, sprite, foot, stance, scale, look, closeness);
    const spread = 1 + (lift / bodyHeight) * 0.5;
    spot(frame, x, y, bodyWidth * 0.4 * spread, bodyWidth * 0.075 * spread, look.depth * 0.55 * closeness);
    for (const leg of legs) {
      const swing = Math.sin(stance.swing * Math.cos(stance.stride + leg.phase)) * (leg.footY - leg.hipY);
      const px = x + (leg.footX - foot.x + swing) * scale * turn;
      const py = y + (leg.footY - foot.y) * scale;
      const raised = Math.max(0, -Math.sin(stance.stride + leg.phase)) * Math.min(1, stance.swing * 2);
      const radius = Math.max(leg.halfWidth * scale * 1.9, bodyHeight * 0.03);
      spot(frame, px, py, radius, radius * 0.32, look.depth * closeness * (1 - 0.65 * raised));
    }
  };
}

/** A soft dark ellipse. */
function spot({ width, height, data }: Frame, x: number, y: number, across: number, down: number, depth: number): void {
  if (depth < 0.01 || across < 1) return;
  const reachY = Math.max(1.5, down);
  const [left, right] = [Math.max(0, Math.floor(x - across)), Math.min(width - 1, Math.ceil(x + across))];
  const [top, bottom] = [Math.max(0, Math.floor(y - reachY)), Math.min(height - 1, Math.ceil(y + reachY))];
  for (let row = top; row <= bottom; row++) {
    const v = ((row - y) / reachY) ** 2;
    for (let column = left; column <= right; column++) {
      const away = 1 - v - ((column - x) / across) ** 2;
      if (away <= 0) continue;
      const at = row * width + column;
      data[at] = 16 + (data[at]! - 16) * (1 - depth * away * away) + 0.5;
    }
  }
}

interface Shape {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** What is seen of a figure, small and blurred: it is only ever a shadow. */
function smallShape({ width, height, data }: Sprite): Shape {
  const size = { width: SMALL, height: SMALL };
  const sums = new Float32Array(SMALL * SMALL);
  const counts = new Float32Array(SMALL * SMALL);
  for (let y = 0; y < height; y++) {
    const row = Math.min(SMALL - 1, Math.floor((y * SMALL) / height)) * SMALL;
    for (let x = 0; x < width; x++) {
      const at = row + Math.min(SMALL - 1, Math.floor((x * SMALL) / width));
      sums[at] = sums[at]! + data[(y * width + x) * 4 + 3]!;
      counts[at] = counts[at]! + 1;
    }
  }
  const mean = sums.map((sum, at) => (counts[at] ? sum / counts[at]! : 0));
  const soft = new Float32Array(mean.length);
  for (let y = 0; y < SMALL; y++) {
    for (let x = 0; x < SMALL; x++) {
      let [sum, total] = [0, 0];
      for (let j = -2; j <= 2; j++) {
        for (let i = -2; i <= 2; i++) {
          const [px, py] = [x + i, y + j];
          total++;
          if (px >= 0 && py >= 0 && px < SMALL && py < SMALL) sum += mean[py * SMALL + px]!;
        }
      }
      soft[y * SMALL + x] = sum / total;
    }
  }
  return { ...size, data: soft };
}

/** The figure's outline, laid down on the ground behind or beside it. */
function layShape(
  { width, height, data }: Frame,
  shape: Shape,
  sprite: Sprite,
  foot: Foot,
  { x, y, turn, lift }: Stance,
  scale: number,
  { cast, slant }: ShadowLook,
  closeness: number,
): void {
  const tall = sprite.height * scale;
  const wide = sprite.width * scale * turn;
  if (Math.abs(wide) < 2) return;
  const length = tall * FLATNESS;
  const [top, bottom] = [Math.max(0, Math.floor(y - length)), Math.min(height - 1, Math.ceil(y + tall * 0.02))];
  const lean = slant * tall;
  for (let row = top; row <= bottom; row++) {
    // 0 at the foot … 1 where the shadow of the top falls.
    const up = (y - row) / length;
    const v = (foot.y / sprite.height) * shape.height - up * shape.height;
    if (v < 0 || v >= shape.height) continue;
    const shift = x + lean * up + lift * slant;
    const from = shift - (foot.x / sprite.width) * wide;
    const [left, right] = [Math.min(from, from + wide), Math.max(from, from + wide)];
    const fade = cast * closeness * (1 - 0.65 * Math.max(0, up));
    for (let column = Math.max(0, Math.floor(left)); column <= Math.min(width - 1, right); column++) {
      const u = ((column - from) / wide) * shape.width;
      if (u < 0 || u >= shape.width) continue;
      const seen = readShape(shape, u, v);
      if (seen < 0.02) continue;
      const at = row * width + column;
      data[at] = 16 + (data[at]! - 16) * (1 - fade * seen) + 0.5;
    }
  }
}

function readShape({ width, height, data }: Shape, u: number, v: number): number {
  const x = Math.min(width - 1.001, Math.max(0, u - 0.5));
  const y = Math.min(height - 1.001, Math.max(0, v - 0.5));
  const [left, top] = [x | 0, y | 0];
  const [fx, fy] = [x - left, y - top];
  const at = top * width + left;
  const upper = data[at]! + (data[at + 1]! - data[at]!) * fx;
  const lower = data[at + width]! + (data[at + width + 1]! - data[at + width]!) * fx;
  return upper + (lower - upper) * fy;
}
