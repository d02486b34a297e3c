import type { Picture } from '../../../vision/sight.ts';
import { blurPlane, type Plane } from '../matte/plane.ts';

/** A soft shadow under what is painted: close and dense at the edges of letters, wide and faint around them. 0 to 255. */
export function shadowOf({ width, height, rgba }: Picture, reach: number): Uint8Array {
  const cover: Plane = { width, height, data: new Float32Array(width * height) };
  for (let i = 0; i < cover.data.length; i++) cover.data[i] = rgba[i * 4 + 3]! / 255;
  const wide = blurTwice(cover, reach).data;
  const close = blurTwice(cover, reach * 0.22).data;
  const shadow = new Uint8Array(close.length);
  for (let i = 0; i < shadow.length; i++) {
    const value = 1 - (1 - Math.min(0.75, close[i]! * 1.5)) * (1 - Math.min(0.5, wide[i]! * 0.85));
    shadow[i] = value * 255;
  }
  return shadow;
}

function blurTwice(plane: Plane, reach: number): Plane {
  const radius = Math.round(reach);
  return blurPlane(blurPlane(plane, radius), radius);
}
