import type { Star } from '../../vision/sight.ts';
import { toFrame } from '../camera.ts';
import type { Layer } from '../layer.ts';
import { CELL, type Mover } from '../mover.ts';
import { hash } from '../noise.ts';
import { toYuv } from '../planes.ts';
import type { MotionStage } from '../stage.ts';
import { rise, travelled } from '../time.ts';

export interface StarsOptions {
  /** 1: about 1.6 degrees a second. */
  readonly speed: number;
  readonly isClockwise: boolean;
  /** Stars leave their paths behind them. */
  readonly hasTrails: boolean;
}

const DEGREES_PER_SECOND = 1.6;
/** What turns further shows more made-up sky than true one. */
const DEGREES_MAX = 26;
const TWINKLING_MAX = 160;
const TRAILS_MAX = 420;

/** The night sky turns round a pole, behind everything that stands before it. */
export function turnStars(stage: MotionStage, { speed, isClockwise, hasTrails }: StarsOptions): Mover | undefined {
  const { width, height, seconds, sight } = stage;
  const matte = stage.matte('sky');
  if (!matte) return undefined;
  const pole = choosePole(stage, matte);
  const whole = Math.min(DEGREES_MAX, DEGREES_PER_SECOND * speed * (seconds - 0.6)) * (Math.PI / 180);
  const perSecond = whole / Math.max(0.4, seconds - 0.6);
  // The sky turns against the sense in which the frame reads it.
  const sense = isClockwise ? 1 : -1;
  const angleAt = (at: number) => sense * perSecond * travelled(at, 1.2);
  const far = Math.max(...[0, width].flatMap((x) => [0, height].map((y) => Math.hypot(x - pole[0], y - pole[1]))));
  const rim = Math.min(Math.max(width, height), Math.ceil((far * whole) / 2) * 2 + 16);
  const layer: Layer = {
    matte,
    plate: stage.plate('sky', rim),
    edge: stage.edge,
    place({ first }, field, at) {
      const angle = angleAt(at);
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      for (let row = 0, node = 0; row < field.rows; row++) {
        for (let column = 0; column < field.columns; column++, node++) {
          const x = column * CELL + field.dx[node]! - pole[0];
          const y = row * CELL + field.dy[node]! - pole[1];
          first.dx[node] = pole[0] + x * cos + y * sin - column * CELL;
          first.dy[node] = pole[1] + y * cos - x * sin - row * CELL;
        }
      }
    },
  };
  const stencil = (x: number, y: number) => matte[Math.min(height - 1, y) * width + Math.min(width - 1, x)]!;
  const moved = ({ x, y }: { readonly x: number; readonly y: number }, at: number) => {
    const angle = angleAt(at);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const [px, py] = [x - pole[0], y - pole[1]];
    return toFrame(
      pole[0] + px * cos - py * sin,
      pole[1] + py * cos + px * sin,
      stage.camera.poseAt(at),
      stage.camera.focus,
    );
  };
  const twinkling = sight.stars.slice(0, TWINKLING_MAX);
  const trailing = hasTrails ? sight.stars.slice(0, TRAILS_MAX) : [];
  const white = toYuv(235, 240, 255);
  return {
    layer,
    draw(canvas, at) {
      const ease = rise(at, 1.5);
      for (const [index, star] of trailing.entries()) drawTrail(index, star, at);
      for (const [index, star] of twinkling.entries()) {
        const rate = 1.3 + 2.2 * hash(index, 11);
        const change =
          Math.sin(at * rate * 2 + 6.28 * hash(index, 12)) * Math.sin(at * rate * 0.7 + 6.28 * hash(index, 13));
        const [x, y] = moved(star, at);
        canvas.dot(x, y, 1.6 * stage.unit + 0.8, white, ease * change * 0.32 * (0.35 + star.brightness), true, stencil);
      }
      function drawTrail(index: number, star: Star, now: number) {
        const pieces = Math.max(
          2,
          Math.ceil((Math.abs(angleAt(now)) * Math.hypot(star.x - pole[0], star.y - pole[1])) / 14),
        );
        const color = toYuv(200 + 55 * hash(index, 14), 215, 200 + 55 * hash(index, 15));
        for (let piece = 0; piece < pieces; piece++) {
          const [from, to] = [moved(star, (now * piece) / pieces), moved(star, (now * (piece + 1)) / pieces)];
          canvas.streak(from, to, 0.35, color, 0.75 * (0.25 + 0.6 * star.brightness), { add: true, taper: 0, stencil });
        }
      }
    },
    says: hasTrails ? 'the stars draw their paths round the pole' : 'the stars wheel slowly round the pole',
  };
}

/**
 * In the upper part of the sky, beside its middle: so that the motion is seen as a turning, and what turns into view
 * at the edges stays little. Away from what glows most, where a pole would look like a drain.
 */
function choosePole({ width, height, luma }: MotionStage, matte: Uint8Array): readonly [number, number] {
  let best: readonly [number, number] = [width * 0.5, height * 0.2];
  let least = Number.POSITIVE_INFINITY;
  for (const u of [0.36, 0.42, 0.58, 0.64, 0.5]) {
    for (const v of [0.12, 0.2, 0.28]) {
      const [x, y] = [Math.round(u * width), Math.round(v * height)];
      const isSky = matte[y * width + x]! > 128;
      let glow = 0;
      for (let j = -3; j <= 3; j++) {
        for (let i = -3; i <= 3; i++) {
          const column = Math.min(luma.columns - 1, Math.max(0, Math.round((x + i * width * 0.02) / CELL)));
          const row = Math.min(luma.rows - 1, Math.max(0, Math.round((y + j * width * 0.02) / CELL)));
          glow += luma.data[row * luma.columns + column]! / 49;
        }
      }
      const cost = glow + (isSky ? 0 : 0.5) + Math.abs(v - 0.2) * 0.4;
      if (cost < least) [least, best] = [cost, [x, y]];
    }
  }
  return best;
}

/** A meteor or several cross the sky. */
export function fallMeteors(stage: MotionStage, count: number): Mover | undefined {
  const matte = stage.matte('sky');
  if (!matte) return undefined;
  const { width, height, seconds, unit } = stage;
  const random = stage.random.fork('meteors');
  const stencil = (x: number, y: number) => matte[Math.min(height - 1, y) * width + Math.min(width - 1, x)]!;
  const meteors = Array.from({ length: count }, (_, index) => {
    const slot = (seconds - 1.2) / count;
    const side = random.next() < 0.5 ? -1 : 1;
    return {
      start: 0.8 + slot * (index + random.between(0.25, 0.75)),
      x: width * (0.5 - side * random.between(0.05, 0.4)),
      y: height * random.between(0.03, 0.22),
      dx: side * width * random.between(0.22, 0.34),
      dy: height * random.between(0.14, 0.26),
      lasts: random.between(0.55, 0.8),
    };
  });
  const color = toYuv(225, 238, 255);
  return {
    draw(canvas, at) {
      for (const { start, x, y, dx, dy, lasts } of meteors) {
        const t = (at - start) / lasts;
        if (t <= 0 || t >= 1.35) continue;
        const head = Math.min(1, t);
        const tail = Math.max(0, t - 0.35);
        const alpha = Math.sin(Math.min(1, t / 1.35) * Math.PI);
        const to = [x + dx * head, y + dy * head] as const;
        canvas.streak([x + dx * tail, y + dy * tail], to, 0.6 * unit, color, alpha * 0.85, { add: true, stencil });
        if (t < 1) canvas.dot(to[0], to[1], 4 * unit, color, alpha * 0.8, true, stencil);
      }
    },
    says: count > 1 ? 'meteors streak across the sky' : 'a meteor streaks across the sky',
  };
}
