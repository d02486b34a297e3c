import type { Rgb } from '@openimagine/render';
import type { Random } from '../random.ts';

/** An sRGB colour, each channel 0–255 (not necessarily whole). */
export type Srgb = readonly [red: number, green: number, blue: number];

/** `#rrggbb` or numbers. */
export type ColorLike = Srgb | string;

/** @throws {RangeError} when a string is not `#rrggbb`. */
export function toSrgb(color: ColorLike): Srgb {
  if (typeof color !== 'string') return color;
  if (!/^#[0-9a-f]{6}$/i.test(color)) throw new RangeError(`a colour is written #rrggbb, got "${color}"`);
  const value = Number.parseInt(color.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Linear-light RGB, 0 … 1, as lights, tints and skies are given. */
export function toLinear(color: ColorLike, factor = 1): Rgb {
  const [red, green, blue] = toSrgb(color);
  return [channelToLinear(red) * factor, channelToLinear(green) * factor, channelToLinear(blue) * factor];
}

export function toHex(color: ColorLike): string {
  const [red, green, blue] = toSrgb(color).map((channel) => Math.round(clampByte(channel))) as [number, number, number];
  return `#${((red << 16) | (green << 8) | blue).toString(16).padStart(6, '0')}`;
}

/** `from` at t = 0, `to` at t = 1; t is clamped. */
export function mixColors(from: ColorLike, to: ColorLike, t: number): Srgb {
  const a = toSrgb(from);
  const b = toSrgb(to);
  const k = t < 0 ? 0 : t > 1 ? 1 : t;
  return [a[0] + (b[0] - a[0]) * k, a[1] + (b[1] - a[1]) * k, a[2] + (b[2] - a[2]) * k];
}

/** Darker below 1, brighter above. */
export function shade(color: ColorLike, factor: number): Srgb {
  const [red, green, blue] = toSrgb(color);
  return [clampByte(red * factor), clampByte(green * factor), clampByte(blue * factor)];
}

/** A neighbour of the colour: brightness and each channel vary by up to `amount` (0.1 is lively) of their size. */
export function jitterColor(color: ColorLike, random: Random, amount = 0.1): Srgb {
  const brightness = 1 + random.between(-amount, amount);
  const vary = (channel: number): number =>
    clampByte(channel * brightness * (1 + random.between(-amount / 2, amount / 2)));
  const [red, green, blue] = toSrgb(color);
  return [vary(red), vary(green), vary(blue)];
}

/** Hue 0 … 1 (red 0, green 1/3), saturation and lightness 0 … 1. */
export function fromHsl(hue: number, saturation: number, lightness: number): Srgb {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number): number => {
    const k = (offset + (hue - Math.floor(hue)) * 12) % 12;
    return 255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}

/** Hue, saturation and lightness, each 0 … 1. */
export function toHsl(color: ColorLike): readonly [hue: number, saturation: number, lightness: number] {
  const [red, green, blue] = toSrgb(color).map((channel) => channel / 255) as [number, number, number];
  const max = Math.max(red, green, blue);
  const min = Math.min(red, green, blue);
  const range = max - min;
  const lightness = (max + min) / 2;
  if (range < 1e-6) return [0, 0, lightness];
  const saturation = range / (1 - Math.abs(2 * lightness - 1) || 1);
  const hue =
    max === red
      ? ((green - blue) / range + 6) % 6
      : max === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4;
  return [hue / 6, Math.min(1, saturation), lightness];
}

/** Perceived brightness of an sRGB colour, 0 … 1. */
export function brightness(color: ColorLike): number {
  const [red, green, blue] = toSrgb(color);
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}

/** 0 below `from`, 1 above `to`, a soft step between; `from` may be the larger one. */
export function softStep(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

function channelToLinear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function clampByte(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : value;
}
