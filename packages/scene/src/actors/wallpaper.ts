import type { Texture } from '@openimagine/render';
import { mixColors, type Srgb, softStep } from '../model/color.ts';
import { chanceOf } from './prop.ts';

const SKY: readonly Srgb[] = [
  [36, 30, 92],
  [122, 62, 150],
  [240, 120, 110],
  [255, 206, 140],
];
const ICONS = ['#35c759', '#0a84ff', '#ff9f0a', '#ff375f', '#bf5af2', '#64d2ff', '#ffd60a', '#ececf0'] as const;

/** What a screen shows when nothing is said: hills at dusk; on a phone, rows of little signs before them. */
export function wallpaper(aspect: number, hasSigns: boolean): Texture {
  const height = aspect < 1 ? 256 : 160;
  const width = Math.round(height * aspect);
  const rgba = new Uint8Array(width * height * 4).fill(255);
  const hill = (u: number, k: number): number =>
    0.55 + k * 0.14 + 0.07 * Math.sin(u * (5 - k) + k * 2.3) + 0.03 * Math.sin(u * 13 + k * 5);
  for (let y = 0; y < height; y++) {
    const v = y / height;
    for (let x = 0; x < width; x++) {
      const u = x / width;
      const at = Math.min(2.999, v * 5);
      let color = mixColors(SKY[Math.floor(at)]!, SKY[Math.floor(at) + 1]!, at % 1);
      const sun = Math.hypot((u - 0.68) * aspect, v - 0.42);
      color = mixColors(color, [255, 240, 205], softStep(0.1, 0.085, sun) + 0.35 * softStep(0.3, 0.08, sun));
      for (const k of [0, 1, 2])
        if (v > hill(u * Math.max(1, aspect), k)) color = mixColors([96, 66, 128], [22, 24, 56], k / 2);
      if (hasSigns) color = signAt(x, y, width, height) ?? color;
      rgba.set(color.map(Math.round), (y * width + x) * 4);
    }
  }
  return { width, height, rgba };
}

function signAt(x: number, y: number, width: number, height: number): Srgb | undefined {
  const cell = width / 4;
  const [column, row] = [Math.floor(x / cell), Math.floor((y - height * 0.08) / (cell * 1.15))];
  const rows = Math.floor((height * 0.6) / cell);
  const isDock = y > height - cell * 1.15;
  if (!isDock && (row < 1 || row > rows || y < height * 0.1)) return undefined;
  const localX = Math.abs((x % cell) - cell / 2);
  const localY = isDock ? Math.abs(y - (height - cell * 0.6)) : Math.abs(y - height * 0.08 - (row + 0.5) * cell * 1.15);
  const half = cell * 0.32;
  const corner = Math.hypot(Math.max(0, localX - half * 0.55), Math.max(0, localY - half * 0.55));
  if (corner > half * 0.45) return undefined;
  const tone = ICONS[Math.floor(chanceOf(column + row * 4 + (isDock ? 40 : 0), 5) * ICONS.length)]!;
  return mixColors(tone, '#ffffff', 0.12);
}
