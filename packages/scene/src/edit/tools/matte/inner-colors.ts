import type { Picture } from '../../../vision/sight.ts';
import { fillPlane } from './fill-plane.ts';
import { colorPlanes, createPlane, type Plane, smallSize } from './plane.ts';

/** Less than this of 255 may hold some of the old background's colour. */
const SURE = 242;

/**
 * The colours well within a cut-out, spread outwards: what its soft edge would have without its old background.
 * @param alpha One value a pixel, 0 … 255.
 * @param longest Of the planes' sides.
 */
export function innerColors(picture: Picture, alpha: Uint8Array, longest: number): readonly Plane[] {
  const { width, height } = smallSize(picture, longest);
  const known = createPlane(width, height);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(((y + 0.5) * picture.height) / height);
    for (let x = 0; x < width; x++) {
      const column = Math.floor(((x + 0.5) * picture.width) / width);
      known.data[y * width + x] = alpha[row * picture.width + column]! > SURE ? 1 : 0;
    }
  }
  return colorPlanes(picture, width, height).map((plane) => fillPlane(plane, known));
}
