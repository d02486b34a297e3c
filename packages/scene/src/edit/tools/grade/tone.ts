import { clamp01, smoothstep } from '../restyle/planes.ts';
import type { Color } from './cube.ts';

/** Steps that colour treatments are put together from. Each changes the colour in place; 0 to 1, sRGB. */

export function lumaAt(color: Color): number {
  return 0.299 * color[0] + 0.587 * color[1] + 0.114 * color[2];
}

export function saturate(color: Color, factor: number): void {
  const l = lumaAt(color);
  for (let c = 0; c < 3; c++) color[c] = l + (color[c]! - l) * factor;
}

/** More for what has little of it: skin and skies that are vivid already stay as they are. */
export function vibrance(color: Color, amount: number): void {
  const most = Math.max(...color);
  const spread = most - Math.min(...color);
  saturate(color, 1 + amount * (1 - spread) ** 2 * Math.min(1, spread * 6));
}

/** An S about `middle`: positive steepens it, black and white stay. */
export function contrast(color: Color, amount: number, middle = 0.5): void {
  for (let c = 0; c < 3; c++) color[c] = curve(color[c]!, amount, middle);
}

function curve(value: number, amount: number, middle: number): number {
  const v = clamp01(value);
  const power = 1 + Math.max(-0.8, amount);
  return v < middle ? middle * (v / middle) ** power : 1 - (1 - middle) * ((1 - v) / (1 - middle)) ** power;
}

export function gamma(color: Color, power: number): void {
  for (let c = 0; c < 3; c++) color[c] = Math.max(0, color[c]!) ** power;
}

/** Multiplies light itself, not its sRGB code, and rolls off towards white. */
export function expose(color: Color, factor: number): void {
  for (let c = 0; c < 3; c++) {
    const light = Math.max(0, color[c]!) ** 2.2 * factor;
    const rolled = light <= 0.6 ? light : 0.6 + 0.4 * (1 - Math.exp(-(light - 0.6) / 0.4));
    color[c] = rolled ** (1 / 2.2);
  }
}

export function multiply(color: Color, red: number, green: number, blue: number): void {
  color[0] *= red;
  color[1] *= green;
  color[2] *= blue;
}

export function add(color: Color, red: number, green: number, blue: number): void {
  color[0] += red;
  color[1] += green;
  color[2] += blue;
}

export function mixTo(color: Color, red: number, green: number, blue: number, share: number): void {
  color[0] += (red - color[0]) * share;
  color[1] += (green - color[1]) * share;
  color[2] += (blue - color[2]) * share;
}

/** Adds one tint to the shadows and another to the lights; brightness stays about what it was. */
export function splitTone(color: Color, shadows: Color, lights: Color): void {
  const l = lumaAt(color);
  const dark = (1 - smoothstep(0, 0.55, l)) * smoothstep(-0.05, 0.2, l);
  const light = smoothstep(0.4, 0.9, l) * (1 - smoothstep(0.88, 1.02, l) * 0.7);
  for (let c = 0; c < 3; c++) color[c] = color[c]! + shadows[c]! * dark + lights[c]! * light;
}

/** Raises black and lowers white, as faded prints have it. */
export function squeeze(color: Color, black: number, white: number): void {
  for (let c = 0; c < 3; c++) color[c] = black + clamp01(color[c]!) * (white - black);
}

export interface Hue {
  /** Degrees: 0 red, 120 green, 240 blue. */
  readonly hue: number;
  /** 0 to 1. */
  readonly saturation: number;
  readonly value: number;
}

export function toHue(color: Readonly<Color>): Hue {
  const [r, g, b] = color;
  const value = Math.max(r, g, b);
  const spread = value - Math.min(r, g, b);
  if (spread < 1e-6) return { hue: 0, saturation: 0, value };
  const sector = value === r ? ((g - b) / spread + 6) % 6 : value === g ? (b - r) / spread + 2 : (r - g) / spread + 4;
  return { hue: sector * 60, saturation: spread / value, value };
}

export function fromHue({ hue, saturation, value }: Hue, into: Color): void {
  const sector = (((hue % 360) + 360) % 360) / 60;
  const spread = value * saturation;
  const second = spread * (1 - Math.abs((sector % 2) - 1));
  const least = value - spread;
  const parts = [spread, second, 0, 0, second, spread];
  const index = Math.floor(sector) % 6;
  into[0] = parts[index]! + least;
  into[1] = parts[(index + 4) % 6]! + least;
  into[2] = parts[(index + 2) % 6]! + least;
}

/** 1 in the middle of a band of hues, 0 outside of it. Degrees; the band may cross 360. */
export function hueBand(hue: number, middle: number, inner: number, outer: number): number {
  const distance = Math.abs(((hue - middle + 540) % 360) - 180);
  return 1 - smoothstep(inner, outer, distance);
}
