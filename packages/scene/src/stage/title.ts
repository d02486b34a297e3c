import type { Texture } from '@openimagine/render';
import type { Scene } from '../scene.ts';
import type { StageOptions } from './stage.ts';

/** The scene's title as a layer over the whole picture, in its lower third; undefined without one. */
export function paintTitle(scene: Scene, { width, height, assets }: StageOptions): Texture | undefined {
  if (!scene.title) return undefined;
  const shrink = Math.min(1, 1280 / Math.max(width, height));
  const [fullWidth, fullHeight] = [Math.max(16, Math.round(width * shrink)), Math.max(16, Math.round(height * shrink))];
  const box = { width: Math.round(fullWidth * 0.84), height: Math.max(8, Math.round(fullHeight * 0.16)) };
  const words = assets.paintText(scene.title, { ...box, color: '#ffffff', glow: '#000000', font: 'display' });
  const rgba = new Uint8Array(fullWidth * fullHeight * 4);
  const [left, top] = [Math.round((fullWidth - words.width) / 2), Math.round(fullHeight * 0.78)];
  for (let row = 0; row < words.height && top + row < fullHeight; row++) {
    const length = Math.min(words.width, fullWidth - Math.max(0, left));
    const from = row * words.width * 4;
    rgba.set(words.rgba.subarray(from, from + length * 4), ((top + row) * fullWidth + Math.max(0, left)) * 4);
  }
  return { width: fullWidth, height: fullHeight, rgba };
}
