import type { Mesh } from '@openimagine/render';
import { fillColors } from '../../../model/mesh.ts';
import type { Picture } from '../../../vision/sight.ts';
import type { Part } from './exhibit.ts';
import { sheet } from './models/shapes.ts';

/** A picture as a part that stands upright on the origin, its longer side one unit long, with its width. */
export interface StandingPicture {
  readonly part: Part;
  readonly width: number;
  readonly height: number;
}

/** Cuts a picture to what is not transparent and stands it up, slightly bulging, so that light shapes it. */
export function standUp(picture: Picture): StandingPicture {
  const { left, top, right, bottom } = shownPart(picture);
  const long = Math.max(right - left, bottom - top);
  const width = (right - left) / long;
  const height = (bottom - top) / long;
  const flat = sheet(
    8,
    8,
    (u, v) => [
      (u - 0.5) * width,
      (1 - v) * height,
      0.22 * width * Math.cos((u - 0.5) * 2.2) * Math.cos((v - 0.5) * 1.6),
    ],
    '#ffffff',
    true,
  );
  const uvs = flat.uvs!.map((value, i) =>
    i % 2 === 0 ? (left + value * (right - left)) / picture.width : 1 - (top + value * (bottom - top)) / picture.height,
  );
  return { part: { mesh: { ...flat, uvs }, material: { finish: 'picture', picture } }, width, height };
}

/** The dark where something touches what it stands on. */
export function contactShadow(width: number, strength: number): Part {
  const half = width * 0.56;
  const mesh: Mesh = {
    positions: Float32Array.of(
      -half,
      -half * 0.26,
      -1,
      half,
      -half * 0.26,
      -1,
      half,
      half * 0.26,
      -1,
      -half,
      half * 0.26,
      -1,
    ),
    normals: Float32Array.of(0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1),
    colors: fillColors(4, '#000000'),
    indices: Uint32Array.of(0, 1, 2, 0, 2, 3),
    uvs: Float32Array.of(0, 0, 1, 0, 1, 1, 0, 1),
  };
  return { mesh, material: { finish: 'shadow', opacity: strength } };
}

function shownPart({ rgba, width, height }: Picture): { left: number; top: number; right: number; bottom: number } {
  let left = width;
  let right = 0;
  let top = height;
  let bottom = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (rgba[(y * width + x) * 4 + 3]! < 24) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
    }
  }
  return right > left ? { left, top, right, bottom } : { left: 0, top: 0, right: width, bottom: height };
}
