import type { Box, Picture } from '../../../vision/sight.ts';
import type { Sticker } from './lift-out.ts';

/** How far a sticker's light is moved to that of its new place; all the way would take its own colours away. */
const BRIGHTNESS_SHARE = 0.3;
const TINT_SHARE = 0.25;

/** Gives a sticker some of the light of the place that it comes to. */
export function harmonize(sticker: Sticker, picture: Picture, around: Box): Sticker {
  const place = meanColor(picture, around);
  const own = meanColor(sticker.picture, { x: 0, y: 0, width: sticker.picture.width, height: sticker.picture.height });
  const brightness = (luma(place) / Math.max(8, luma(own))) ** BRIGHTNESS_SHARE;
  const gains = [0, 1, 2].map((channel) => {
    const tint = place[channel]! / Math.max(8, luma(place)) / (own[channel]! / Math.max(8, luma(own)) || 1);
    return Math.max(0.6, Math.min(1.6, brightness * Math.max(0.5, Math.min(2, tint)) ** TINT_SHARE));
  });
  const rgba = Uint8Array.from(sticker.picture.rgba);
  for (let at = 0; at < rgba.length; at += 4) {
    for (let channel = 0; channel < 3; channel++)
      rgba[at + channel] = Math.min(255, rgba[at + channel]! * gains[channel]!);
  }
  return { ...sticker, picture: { ...sticker.picture, rgba } };
}

function meanColor({ width, height, rgba }: Picture, box: Box): readonly number[] {
  const sums = [0, 0, 0];
  let weight = 0;
  const step = Math.max(1, Math.floor(Math.max(box.width, box.height) / 60));
  for (let y = Math.max(0, Math.floor(box.y)); y < Math.min(height, box.y + box.height); y += step) {
    for (let x = Math.max(0, Math.floor(box.x)); x < Math.min(width, box.x + box.width); x += step) {
      const at = (y * width + x) * 4;
      const share = rgba[at + 3]! / 255;
      for (let channel = 0; channel < 3; channel++) sums[channel]! += rgba[at + channel]! * share;
      weight += share;
    }
  }
  return weight === 0 ? [128, 128, 128] : sums.map((sum) => sum / weight);
}

function luma([red = 0, green = 0, blue = 0]: readonly number[]): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
