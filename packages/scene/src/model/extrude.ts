import type { Mesh } from '@openimagine/render';
import { ExtrudeGeometry, Path, Shape, Vector2 } from 'three';
import type { ColorLike } from './color.ts';
import { meshFromGeometry } from './geometry.ts';

export type Outline = readonly (readonly [x: number, y: number])[];

export interface ExtrudeOptions {
  /** Metres along z, half of it on each side of z = 0. */
  readonly depth: number;
  /** Outlines inside the shape that stay empty. */
  readonly holes?: readonly Outline[];
  /** Metres that edges are cut back by. Default 0. */
  readonly bevel?: number;
  readonly color?: ColorLike;
}

/** A flat outline, counter-clockwise in x and y, given depth: letters, gables, leaves, fins. */
export function extrude(outline: Outline, { depth, holes = [], bevel = 0, color = '#ffffff' }: ExtrudeOptions): Mesh {
  const shape = new Shape(outline.map(([x, y]) => new Vector2(x, y)));
  for (const hole of holes) shape.holes.push(new Path(hole.map(([x, y]) => new Vector2(x, y))));
  const geometry = new ExtrudeGeometry(shape, {
    depth: depth - bevel * 2,
    bevelEnabled: bevel > 0,
    bevelThickness: bevel,
    bevelSize: bevel,
    bevelOffset: -bevel,
    bevelSegments: 2,
    curveSegments: 8,
  });
  geometry.translate(0, 0, bevel - depth / 2);
  return meshFromGeometry(geometry, color);
}
