import type { Texture } from '@openimagine/render';
import { clamp, smoothstep } from './matrix.ts';

let cone: Texture | undefined;

/** Light that falls from a lamp above through dusty air: narrow and bright at the top, wide and faint below. */
export function coneTexture(): Texture {
  cone ??= paintCone(96);
  return cone;
}

function paintCone(size: number): Texture {
  const rgba = new Uint8Array(size * size * 4);
  for (let row = 0; row < size; row++) {
    const down = (row + 0.5) / size;
    const half = 0.07 + 0.72 * down;
    const strength = (0.8 - 0.5 * down) * smoothstep(0, 0.05, down) * (1 - smoothstep(0.9, 1, down));
    for (let column = 0; column < size; column++) {
      const across = Math.abs(((column + 0.5) / size) * 2 - 1) / half;
      const inside = clamp(1 - across, 0, 1);
      // A lit cone is deepest along its middle, and its edge is soft.
      const light = strength * (0.55 * smoothstep(0, 0.3, inside) + 0.45 * inside);
      rgba.set([255, 255, 255, Math.round(255 * light)], (row * size + column) * 4);
    }
  }
  return { width: size, height: size, rgba };
}
