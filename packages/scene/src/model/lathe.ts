import type { Mesh } from '@openimagine/render';
import { LatheGeometry, Vector2 } from 'three';
import type { ColorLike } from './color.ts';
import { meshFromGeometry } from './geometry.ts';

/**
 * Turns a profile round the y axis: vases, cups, towers, noses of rockets.
 * @param profile `[radius, height]` from the bottom to the top along the outside; begin and end at radius 0 to close it.
 *   Repeat a point to make a sharp edge.
 */
export function lathe(
  profile: readonly (readonly [radius: number, height: number])[],
  color: ColorLike = '#ffffff',
  segments = 28,
): Mesh {
  const points = profile.map(([radius, height]) => new Vector2(Math.max(0, radius), height));
  return meshFromGeometry(new LatheGeometry(points, segments), color);
}
