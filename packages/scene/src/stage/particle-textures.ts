import type { Texture } from '@openimagine/render';

let paper: Texture | undefined;
let ring: Texture | undefined;

/** A white scrap of paper, longer than wide, tinted by whoever draws it. */
export function paperTexture(): Texture {
  paper ??= paint(16, (x, y) => {
    const inside = Math.min(0.92 - Math.abs(y), 0.55 - Math.abs(x));
    return { shade: 1 - 0.25 * Math.abs(y), cover: inside * 8 };
  });
  return paper;
}

/** A soap bubble: a thin bright rim, hardly anything within, and a highlight. */
export function ringTexture(): Texture {
  ring ??= paint(40, (x, y) => {
    const away = Math.hypot(x, y);
    const rim = Math.exp(-(((away - 0.86) / 0.075) ** 2));
    const shine = 1.4 * Math.exp(-(((x + 0.38) / 0.14) ** 2 + ((y + 0.42) / 0.1) ** 2));
    return { shade: 1, cover: away > 0.98 ? 0 : 0.1 + 0.75 * rim + shine };
  });
  return ring;
}

/** @param at Both −1 … 1, from the upper left. */
function paint(size: number, at: (x: number, y: number) => { shade: number; cover: number }): Texture {
  const rgba = new Uint8Array(size * size * 4);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const { shade, cover } = at(((column + 0.5) / size) * 2 - 1, ((row + 0.5) / size) * 2 - 1);
      const grey = Math.round(255 * shade);
      const alpha = Math.round(255 * Math.min(1, Math.max(0, cover)));
      rgba.set([grey, grey, grey, alpha], (row * size + column) * 4);
    }
  }
  return { width: size, height: size, rgba };
}
