import type { Texture } from '@openimagine/render';

let leaf: Texture | undefined;

/** A small white leaf, tinted by whoever draws it: pointed, with a darker rib. */
export function leafTexture(): Texture {
  leaf ??= paintLeaf(24);
  return leaf;
}

function paintLeaf(size: number): Texture {
  const rgba = new Uint8Array(size * size * 4);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const along = ((row + 0.5) / size) * 2 - 1;
      const across = ((column + 0.5) / size) * 2 - 1;
      const halfWidth = 0.62 * (1 - along * along) ** 0.8 * (1 - along * 0.25);
      const cover = Math.min(1, Math.max(0, (halfWidth - Math.abs(across)) * size * 0.5));
      const shade = Math.abs(across) < 0.07 ? 190 : 255 - Math.round(Math.abs(across) * 40);
      rgba.set([shade, shade, shade, Math.round(cover * 255)], (row * size + column) * 4);
    }
  }
  return { width: size, height: size, rgba };
}
