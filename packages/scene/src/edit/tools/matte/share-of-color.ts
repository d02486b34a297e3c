import type { Box, Picture } from '../../../vision/sight.ts';

/** How far a hue may be off, in degrees, and a lightness, of 255. */
const HUE_OFF = 26;
const LIGHT_OFF = 70;
/** Chroma over the brightest channel: below it a colour counts as a grey. */
const GREY = 0.25;

/** The share of a box that has a colour, by hue; of greys by lightness. @param hex `#rrggbb`. */
export function shareOfColor({ width, height, rgba }: Picture, box: Box, hex: string): number {
  const wanted = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  if (wanted.some((value) => !Number.isFinite(value))) return 1;
  const like = likeness(wanted[0]!, wanted[1]!, wanted[2]!);
  const left = Math.max(0, Math.floor(box.x));
  const top = Math.max(0, Math.floor(box.y));
  const right = Math.min(width, Math.ceil(box.x + box.width));
  const bottom = Math.min(height, Math.ceil(box.y + box.height));
  const step = Math.max(1, Math.floor(Math.max(right - left, bottom - top) / 100));
  let [found, count] = [0, 0];
  for (let y = top; y < bottom; y += step) {
    for (let x = left; x < right; x += step) {
      const at = (y * width + x) * 4;
      count++;
      if (like(rgba[at]!, rgba[at + 1]!, rgba[at + 2]!)) found++;
    }
  }
  return found / Math.max(1, count);
}

function likeness(red: number, green: number, blue: number): (r: number, g: number, b: number) => boolean {
  const own = describe(red, green, blue);
  return (r, g, b) => {
    const other = describe(r, g, b);
    if (own.saturation < GREY) return other.saturation < GREY && Math.abs(own.light - other.light) < LIGHT_OFF;
    const apart = Math.abs(((own.hue - other.hue + 540) % 360) - 180);
    return other.saturation > GREY && other.most > 40 && apart < HUE_OFF;
  };
}

function describe(r: number, g: number, b: number) {
  const most = Math.max(r, g, b);
  const spread = most - Math.min(r, g, b);
  const sector =
    most === r ? ((g - b) / (spread || 1) + 6) % 6 : most === g ? (b - r) / spread + 2 : (r - g) / spread + 4;
  return { hue: sector * 60, saturation: spread / Math.max(1, most), most, light: 0.299 * r + 0.587 * g + 0.114 * b };
}
