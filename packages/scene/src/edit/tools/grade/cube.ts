/**
 * A colour treatment as a table: 33 steps along each of red, green and blue, and straight lines between them. Whatever a
 * treatment costs to work out, a pixel then costs four look-ups. `33³ × 4` numbers, 0 to 255, blue fastest; of each four the
 * last is 0.
 */
export type ColorCube = Float32Array;

export type Color = [red: number, green: number, blue: number];

/** Changes one colour in place; channels are sRGB, 0 to 1, and may leave that range. */
export type ColorChange = (color: Color) => void;

const SIDE = 33;

export function buildCube(change: ColorChange, strength = 1): ColorCube {
  const values = new Float32Array(SIDE ** 3 * 4);
  const color: Color = [0, 0, 0];
  let at = 0;
  for (let r = 0; r < SIDE; r++) {
    for (let g = 0; g < SIDE; g++) {
      for (let b = 0; b < SIDE; b++) {
        const from: Color = [r / (SIDE - 1), g / (SIDE - 1), b / (SIDE - 1)];
        color[0] = from[0];
        color[1] = from[1];
        color[2] = from[2];
        change(color);
        for (let c = 0; c < 3; c++) {
          const to = Math.min(1, Math.max(0, color[c]!));
          values[at + c] = (from[c]! + (to - from[c]!) * strength) * 255;
        }
        at += 4;
      }
    }
  }
  return values;
}
