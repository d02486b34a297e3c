import type { ToolMaker } from '../tool.ts';

/** Mirrors the picture: left and right, or top and bottom. */
export const makeFlip: ToolMaker<'flip'> = ({ axis }) => ({
  apply({ width, height, rgba }) {
    const pixels =
      rgba.byteOffset % 4 === 0 ? new Uint32Array(rgba.buffer, rgba.byteOffset, width * height) : undefined;
    const whole = pixels ?? new Uint32Array(Uint8Array.from(rgba).buffer);
    if (axis === 'horizontal') for (let y = 0; y < height; y++) whole.subarray(y * width, (y + 1) * width).reverse();
    else {
      for (let y = 0; y < height >> 1; y++) {
        const top = whole.slice(y * width, (y + 1) * width);
        whole.copyWithin(y * width, (height - 1 - y) * width, (height - y) * width);
        whole.set(top, (height - 1 - y) * width);
      }
    }
    if (!pixels) rgba.set(new Uint8Array(whole.buffer));
    return { x: 0, y: 0, width, height };
  },
});
