import type { Picture } from '../../../vision/sight.ts';
import { boxBlur, type Sheet } from '../restyle/planes.ts';

/** A soft shadow under what is painted: close and dense at the edges of letters, wide and faint around them. 0 to 255. */
export function shadowOf({ width, height, rgba }: Picture, reach: number): Uint8Array {
  const sheet: Sheet = { width, height, frameWidth: width, frameHeight: height, factor: 1, unit: 1 };
  const close = new Float32Array(width * height);
  for (let i = 0; i < close.length; i++) close[i] = rgba[i * 4 + 3]! / 255;
  const wide = new Float32Array(close.length);
  const spare = new Float32Array(close.length);
  boxBlur(close, wide, spare, sheet, reach);
  boxBlur(wide, wide, spare, sheet, reach);
  boxBlur(close, close, spare, sheet, reach * 0.22);
  boxBlur(close, close, spare, sheet, reach * 0.22);
  const shadow = new Uint8Array(close.length);
  for (let i = 0; i < shadow.length; i++) {
    const value = 1 - (1 - Math.min(0.75, close[i]! * 1.5)) * (1 - Math.min(0.5, wide[i]! * 0.85));
    shadow[i] = value * 255;
  }
  return shadow;
}
