import type { FrameCanvas, Yuv } from '../frame-canvas.ts';
import type { Mover } from '../mover.ts';
import { hash } from '../noise.ts';
import { toYuv } from '../planes.ts';
import type { MotionStage } from '../stage.ts';
import { rise } from '../time.ts';

export type ParticleKind =
  | 'rain'
  | 'snow'
  | 'petals'
  | 'leaves'
  | 'embers'
  | 'dust'
  | 'fireflies'
  | 'bubbles'
  | 'confetti';

/** Lengths are shares of the frame's height, speeds those of a second. */
interface ParticleStyle {
  readonly count: number;
  readonly fall: readonly [number, number];
  readonly drift: number;
  readonly sway: number;
  readonly size: readonly [number, number];
  readonly colors: readonly (readonly [number, number, number])[];
  readonly says: string;
  draw(canvas: FrameCanvas, p: Particle): void;
}

interface Particle {
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly turn: number;
  readonly color: Yuv;
  readonly alpha: number;
  readonly seconds: number;
}

const flake = (canvas: FrameCanvas, { x, y, radius, color, alpha }: Particle) =>
  canvas.dot(x, y, radius * 1.5, color, alpha * 0.95);
const glow = (canvas: FrameCanvas, { x, y, radius, color, alpha, index, seconds }: Particle) => {
  const beat = 0.55 + 0.45 * Math.sin(seconds * (2 + 4 * hash(index, 44)) + index);
  canvas.dot(x, y, radius * 4, color, alpha * beat * 0.28, true);
  canvas.dot(x, y, radius * 1.3, color, alpha * beat, true);
};
const scrap = (canvas: FrameCanvas, { x, y, radius, turn, color, alpha, index, seconds }: Particle) => {
  const tumble = 0.3 + 0.6 * Math.abs(Math.sin(seconds * (1.1 + hash(index, 45)) + index));
  canvas.disc(x, y, radius, color, alpha, tumble, turn);
};

const leaf = (canvas: FrameCanvas, { x, y, radius, turn, color, alpha, index, seconds }: Particle) => {
  const tumble = 0.12 + 0.4 * Math.abs(Math.sin(seconds * (1.3 + hash(index, 46)) + index));
  canvas.leaf(x, y, radius * 1.25, color, alpha, tumble, turn);
};

const STYLES: Readonly<Record<Exclude<ParticleKind, 'rain'>, ParticleStyle>> = {
  snow: {
    count: 420,
    fall: [0.07, 0.2],
    drift: 0.03,
    sway: 0.02,
    size: [0.0014, 0.0062],
    colors: [[246, 249, 255]],
    says: 'snow falls',
    draw: flake,
  },
  petals: {
    count: 70,
    fall: [0.06, 0.14],
    drift: 0.09,
    sway: 0.045,
    size: [0.005, 0.011],
    colors: [
      [255, 196, 212],
      [250, 170, 194],
      [255, 222, 230],
    ],
    says: 'petals drift down',
    draw: leaf,
  },
  leaves: {
    count: 55,
    fall: [0.07, 0.16],
    drift: 0.12,
    sway: 0.05,
    size: [0.006, 0.014],
    colors: [
      [196, 92, 28],
      [214, 140, 40],
      [158, 54, 22],
      [186, 160, 52],
    ],
    says: 'leaves fall',
    draw: leaf,
  },
  embers: {
    count: 90,
    fall: [-0.24, -0.1],
    drift: 0.05,
    sway: 0.04,
    size: [0.0012, 0.003],
    colors: [
      [255, 150, 50],
      [255, 110, 30],
      [255, 196, 90],
    ],
    says: 'embers rise',
    draw: glow,
  },
  dust: {
    count: 110,
    fall: [-0.012, 0.016],
    drift: 0.012,
    sway: 0.02,
    size: [0.001, 0.0026],
    colors: [[255, 240, 210]],
    says: 'dust floats in the light',
    draw: (canvas, p) => glow(canvas, { ...p, alpha: p.alpha * 0.5 }),
  },
  fireflies: {
    count: 45,
    fall: [-0.02, 0.02],
    drift: 0.015,
    sway: 0.07,
    size: [0.002, 0.0035],
    colors: [
      [214, 255, 110],
      [240, 255, 150],
    ],
    says: 'fireflies glow',
    draw: glow,
  },
  bubbles: {
    count: 50,
    fall: [-0.14, -0.06],
    drift: 0.015,
    sway: 0.03,
    size: [0.004, 0.013],
    colors: [[225, 242, 255]],
    says: 'bubbles rise',
    draw(canvas, { x, y, radius, color, alpha }) {
      canvas.disc(x, y, radius, color, alpha * 0.16);
      canvas.dot(x - radius * 0.35, y - radius * 0.35, radius * 0.5, color, alpha * 0.8, true);
      canvas.dot(x + radius * 0.3, y + radius * 0.4, radius * 0.6, color, alpha * 0.25, true);
    },
  },
  confetti: {
    count: 120,
    fall: [0.14, 0.3],
    drift: 0.02,
    sway: 0.04,
    size: [0.004, 0.009],
    colors: [
      [240, 70, 90],
      [70, 150, 245],
      [255, 205, 60],
      [80, 200, 120],
      [190, 100, 230],
    ],
    says: 'confetti falls',
    draw: scrap,
  },
};

/** Things fall or float before the picture. None is there at 0 s: they come in one by one. */
export function scatter(stage: MotionStage, kind: Exclude<ParticleKind, 'rain'>, speed: number): Mover {
  const style = STYLES[kind];
  const { width, height, sight } = stage;
  // In the dark even snow is grey, while what glows stays as it is.
  const lit = style.draw === glow ? 1 : 0.35 + 0.65 * Math.min(1, sight.brightness * 1.6 + 0.1);
  const colors = style.colors.map(([red, green, blue]) => toYuv(red * lit, green * lit, blue * lit));
  const count = Math.round(style.count * Math.min(1.6, Math.max(0.4, width / height / 1.6)));
  const salt = Math.floor(stage.random.fork(kind).next() * 1e6);
  const size = Math.min(width, height * 1.4);
  return {
    draw(canvas, seconds) {
      for (let index = 0; index < count; index++) {
        const alpha = rise(seconds - 2.2 * hash(index, salt + 1), 0.9);
        if (alpha === 0) continue;
        const near = hash(index, salt + 2) ** 2;
        const between = ([from, to]: readonly [number, number]) => from + (to - from) * near;
        const fallen = between(style.fall) * speed * seconds;
        const clock = hash(index, salt + 3) + fallen / 1.1;
        const turn = Math.floor(clock);
        const sway = Math.sin(seconds * (0.7 + hash(index, salt + 4)) * speed + index) * style.sway;
        const column =
          hash(index + turn * 977, salt + 5) + (style.drift * (0.5 + near) * speed * seconds) / (width / height);
        const x = (column - Math.floor(column)) * (width + 0.1 * size) - 0.05 * size + sway * size;
        const y =
          (clock - turn) * 1.1 * height - 0.05 * height + Math.cos(seconds * 0.9 + index) * style.sway * 0.3 * size;
        style.draw(canvas, {
          index,
          x,
          y,
          radius: Math.max(0.7, between(style.size) * size),
          turn: seconds * (0.6 + 1.6 * hash(index, salt + 6)) * (index % 2 ? 1 : -1) + index,
          color: colors[index % colors.length]!,
          alpha,
          seconds,
        });
      }
    },
    says: style.says,
  };
}

/** Rain comes down from above the frame, in strokes as long as a shutter is open; near drops are long, fast and faint. */
export function rain(stage: MotionStage, strength: number, slant = 0.12): Mover {
  const { width, height, sight, unit } = stage;
  const count = Math.round(620 * strength * Math.min(1.4, Math.max(0.5, width / height / 1.7)));
  const salt = Math.floor(stage.random.fork('rain').next() * 1e6);
  const light = 70 + 150 * Math.min(1, sight.brightness * 1.2);
  const color = toYuv(light * 0.94, light * 0.98, light * 1.05);
  const haze = toYuv(light * 0.62, light * 0.66, light * 0.72);
  return {
    shade(veil, _field, seconds) {
      const share = 0.1 * strength * rise(seconds, 2.5);
      if (share === 0) return;
      for (let at = 0; at < veil.cover.length; at++) {
        veil.gain[at]! *= 1 - share;
        addCover(veil, at, share, haze);
      }
    },
    draw(canvas, seconds) {
      for (let index = 0; index < count; index++) {
        const near = hash(index, salt);
        const speed = height * (1.1 + 1.3 * near);
        const length = speed * 0.021;
        const period = (height + length * 2) / speed;
        const since = seconds - 1.6 * hash(index, salt + 1);
        if (since <= 0) continue;
        const turn = Math.floor(since / period);
        const y = (since - turn * period) * speed - length;
        const x = hash(index + turn * 977, salt + 2) * (width + slant * height) - slant * y;
        const alpha = 0.2 + 0.22 * hash(index, salt + 3);
        canvas.streak([x, y], [x - slant * length, y + length], (0.15 + 0.3 * near) * unit, color, alpha, {
          add: true,
          taper: 0.7,
        });
      }
    },
    says: 'rain falls',
  };
}

/** Lays a share of a colour over what a node has. */
export function addCover(
  veil: { readonly cover: Float32Array; readonly y: Float32Array; readonly u: Float32Array; readonly v: Float32Array },
  at: number,
  share: number,
  [luma, cb, cr]: Yuv,
): void {
  const rest = 1 - share;
  veil.cover[at] = 1 - (1 - veil.cover[at]!) * rest;
  veil.y[at] = veil.y[at]! * rest + luma * share;
  veil.u[at] = veil.u[at]! * rest + cb * share;
  veil.v[at] = veil.v[at]! * rest + cr * share;
}
