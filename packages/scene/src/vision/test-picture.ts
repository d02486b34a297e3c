import type { Picture, Rgb } from './sight.ts';

/** A picture painted by a function of its pixels, with even grain of some levels like a sensor's. */
export function paintPicture(
  width: number,
  height: number,
  grain: number,
  color: (x: number, y: number) => Rgb,
): Picture {
  const rgba = new Uint8Array(4 * width * height);
  let state = 12345;
  for (let i = 0; i < width * height; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const noise = (state / 2 ** 32 - 0.5) * 2 * grain;
    const rgb = color(i % width, Math.floor(i / width));
    for (let c = 0; c < 3; c++) rgba[4 * i + c] = Math.max(0, Math.min(255, Math.round(rgb[c]! + noise)));
    rgba[4 * i + 3] = 255;
  }
  return { width, height, rgba };
}

/** A number from 0 to 1 that looks like chance, for texture. */
export function speckle(x: number, y: number): number {
  const value = Math.imul(Math.imul(x + 71, 374761393) ^ Math.imul(y + 13, 668265263), 1274126177) >>> 0;
  return ((value ^ (value >>> 15)) >>> 0) / 2 ** 32;
}
