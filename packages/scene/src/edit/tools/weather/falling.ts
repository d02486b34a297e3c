import type { Rgb } from '../../../vision/sight.ts';
import { chanceAt } from '../restyle/texture.ts';
import { type Brush, drawDisc, drawFlake, drawGlow, drawStreak } from './brush.ts';

/**
 * What falls, drifts or rises. Each thing's place is a function of time: it crosses the frame again and again, each time
 * somewhere else, so that a frame can be made without those before it. `amount` 0 to 1 is how many there are.
 */
export type Falling = (brush: Brush, seconds: number, amount: number, seed: number) => void;

interface Crossing {
  /** Along its way, 0 to 1. */
  readonly share: number;
  /** Which crossing it is, for chances of its own. */
  readonly turn: number;
}

function crossing(index: number, seconds: number, period: number, seed: number): Crossing {
  const phase = seconds / period + chanceAt(index, 11, seed);
  const turn = Math.floor(phase);
  return { share: phase - turn, turn };
}

interface RainLayer {
  readonly count: number;
  /** Heights of the frame a second. */
  readonly speed: number;
  /** Pixels at a height of 720, like `length`. */
  readonly width: number;
  readonly length: number;
  readonly alpha: number;
  readonly behind: boolean;
}

const RAIN: readonly RainLayer[] = [
  { count: 1100, speed: 1.15, width: 0.9, length: 22, alpha: 0.24, behind: true },
  { count: 520, speed: 1.75, width: 1.15, length: 38, alpha: 0.3, behind: false },
  { count: 130, speed: 2.5, width: 1.7, length: 66, alpha: 0.33, behind: false },
  { count: 16, speed: 3.3, width: 3.4, length: 120, alpha: 0.2, behind: false },
];
const DROP: Rgb = [214, 222, 232];

/** @param slant Of the wind: pixels to the side for each pixel down. */
export const rainWith =
  (slant: number): Falling =>
  (brush, seconds, amount, seed) => {
    const { width, height } = brush.frame;
    const unit = height / 720;
    const area = Math.min(1.6, width / height / 1.78);
    for (const [l, layer] of RAIN.entries()) {
      const count = Math.round(layer.count * amount * area);
      const length = Math.max(2, layer.length * unit);
      for (let i = 0; i < count; i++) {
        const speed = layer.speed * (0.85 + chanceAt(i, 5 + l, seed) * 0.3);
        const { share, turn } = crossing(i + l * 5000, seconds, (1 + length / height) / speed, seed);
        const y = share * (height + length);
        const start = chanceAt(i * 7 + l, turn, seed + 3);
        const wide = width + Math.abs(slant) * height;
        drawStreak(brush, {
          x: start * wide + slant * y - (slant > 0 ? slant * height : 0),
          y,
          length: length * (0.7 + chanceAt(i, turn, seed + 4) * 0.6),
          slant,
          width: Math.max(0.7, layer.width * unit),
          alpha: layer.alpha * (0.5 + chanceAt(i, 9, seed) * 0.7),
          color: DROP,
          behind: layer.behind,
        });
      }
    }
  };

interface SnowLayer {
  readonly count: number;
  readonly speed: number;
  readonly radius: number;
  readonly alpha: number;
  readonly firmness: number;
  readonly behind: boolean;
}

const SNOW: readonly SnowLayer[] = [
  { count: 900, speed: 0.085, radius: 1.1, alpha: 0.62, firmness: 0.6, behind: true },
  { count: 420, speed: 0.13, radius: 1.9, alpha: 0.8, firmness: 0.6, behind: false },
  { count: 130, speed: 0.2, radius: 3.3, alpha: 0.82, firmness: 0.35, behind: false },
  { count: 20, speed: 0.33, radius: 9.5, alpha: 0.46, firmness: 0, behind: false },
];
const SNOW_COLOR: Rgb = [250, 252, 255];

export const snowfall: Falling = (brush, seconds, amount, seed) => {
  const { width, height } = brush.frame;
  const unit = height / 720;
  const area = Math.min(1.6, width / height / 1.78);
  for (const [l, layer] of SNOW.entries()) {
    const count = Math.round(layer.count * amount * area);
    for (let i = 0; i < count; i++) {
      const own = 0.6 + chanceAt(i, 5 + l, seed) * 0.8;
      const radius = Math.max(0.7, layer.radius * unit * own);
      const span = height + radius * 2;
      const { share, turn } = crossing(i + l * 5000, seconds, span / height / (layer.speed * (0.6 + own * 0.4)), seed);
      const swing = Math.sin(seconds * (0.7 + own * 0.6) + i) * (9 + l * 7) * unit;
      const x = chanceAt(i * 7 + l, turn, seed + 3) * (width * 1.1) - share * width * 0.06 + swing;
      drawDisc(brush, {
        ...layer,
        x,
        y: share * span - radius,
        radius,
        color: SNOW_COLOR,
        alpha: layer.alpha * (0.6 + own * 0.3),
      });
    }
  }
};

/** Petals and leaves that tumble: `colors` of them, `size` in pixels at a height of 720, `slender` breadth over length. */
export const tumbling =
  (options: {
    readonly count: number;
    readonly colors: readonly Rgb[];
    readonly size: number;
    readonly slender: number;
    /** Widths of the frame that it is blown to the side while it falls once through. */
    readonly wind: number;
    readonly speed: number;
  }): Falling =>
  (brush, seconds, amount, seed) => {
    const { width, height } = brush.frame;
    const unit = height / 720;
    const count = Math.round(options.count * amount);
    for (let i = 0; i < count; i++) {
      // Few are near; those are large, quick and out of focus.
      const near = chanceAt(i, 1, seed) ** 3;
      const size = options.size * unit * (0.5 + near * 2.3);
      const speed = options.speed * (0.6 + near * 0.9) * (0.8 + chanceAt(i, 2, seed) * 0.4);
      const span = height + size * 2;
      const { share, turn } = crossing(i, seconds, span / height / speed, seed);
      const sway = Math.sin(seconds * (1.1 + chanceAt(i, 3, seed)) + i * 1.7);
      const reach = width * (1 + Math.abs(options.wind));
      const from = options.wind > 0 ? -width * options.wind : 0;
      const x =
        from + chanceAt(i, turn, seed + 4) * reach + options.wind * width * share + sway * 26 * unit * (1 + near);
      const spin = seconds * (1.2 + chanceAt(i, 5, seed) * 2.2) + i;
      const turned = Math.abs(Math.cos(spin * 1.3 + i));
      const shade = 0.74 + turned * 0.3;
      const [r, g, b] = options.colors[i % options.colors.length]!;
      drawFlake(brush, {
        x,
        y: share * span - size,
        long: size,
        short: size * options.slender * (0.25 + turned * 0.75),
        angle: spin * 0.7 + sway * 0.5,
        color: [Math.min(255, r * shade), Math.min(255, g * shade), Math.min(255, b * shade)],
        alpha: 0.94 - near * 0.3,
        blur: near > 0.45 ? (near - 0.45) * 1.5 : 0,
      });
    }
  };

export const sparksRising: Falling = (brush, seconds, amount, seed) => {
  const { width, height } = brush.frame;
  const unit = height / 720;
  const count = Math.round(170 * amount);
  for (let i = 0; i < count; i++) {
    const near = chanceAt(i, 1, seed) ** 2;
    const { share, turn } = crossing(i, seconds, 5.2 - near * 2.6, seed);
    const curl = Math.sin(share * 9 + i) * 30 * unit + Math.sin(share * 21 + i * 2.3) * 9 * unit;
    const x = chanceAt(i, turn, seed + 4) * width + curl + share * width * 0.07;
    const y = height * (1.05 - share * (0.75 + near * 0.5));
    const life = Math.min(1, share * 8) * (1 - share) ** 0.8;
    const flicker = 0.75 + 0.25 * Math.sin(seconds * (17 + chanceAt(i, 6, seed) * 12) + i);
    const radius = (1.1 + near * 2.2) * unit;
    drawGlow(brush, x, y, radius * 5.5, [255, 104, 22], 0.34 * life * flicker);
    drawGlow(brush, x, y, Math.max(1.2, radius * 1.35), [255, 214, 140], 1.5 * life * flicker);
  }
};

/** Dust and chaff that a strong wind drives across. */
export const driftingDust: Falling = (brush, seconds, amount, seed) => {
  const { width, height } = brush.frame;
  const unit = height / 720;
  const count = Math.round(240 * amount);
  for (let i = 0; i < count; i++) {
    const near = chanceAt(i, 1, seed) ** 3;
    const { share, turn } = crossing(i, seconds, 1.9 - near * 1.1, seed);
    const y = chanceAt(i, turn, seed + 4) * height + Math.sin(share * 7 + i) * 24 * unit;
    drawDisc(brush, {
      x: share * width * 1.1 - width * 0.05,
      y,
      radius: (0.8 + near * 2) * unit + 0.3,
      alpha: 0.42 + near * 0.2,
      color: [226, 214, 188],
      firmness: 0.2,
      behind: false,
    });
  }
};
