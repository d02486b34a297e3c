import type { Mesh, Vec3 } from '@openimagine/render';
import { BoxGeometry, CylinderGeometry, PlaneGeometry, SphereGeometry, TorusGeometry } from 'three';
import type { ColorLike } from './color.ts';
import { meshFromGeometry } from './geometry.ts';

/** A box round the origin with sharp edges. Sides in metres. */
export function box(width: number, height: number, depth: number, color: ColorLike = '#ffffff'): Mesh {
  return meshFromGeometry(new BoxGeometry(width, height, depth), color);
}

/** A ball (or, with three radii, an ellipsoid) round the origin. */
export function sphere(radius: number | Vec3, color: ColorLike = '#ffffff', segments = 20, uvs = false): Mesh {
  const radii: Vec3 = typeof radius === 'number' ? [radius, radius, radius] : radius;
  const geometry = new SphereGeometry(1, segments, Math.max(4, Math.round(segments * 0.7)));
  geometry.scale(radii[0], radii[1], radii[2]);
  const mesh = meshFromGeometry(geometry, color, uvs);
  geometry.dispose();
  return mesh;
}

export interface CylinderOptions {
  readonly radius: number;
  /** Default the same as `radius`. */
  readonly topRadius?: number;
  readonly height: number;
  readonly color?: ColorLike;
  /** Default 20. */
  readonly segments?: number;
  /** Without lids, seen from outside only. Default false. */
  readonly open?: boolean;
  readonly uvs?: boolean;
}

/** A cylinder or frustum along y, standing on y = 0. */
export function cylinder(options: CylinderOptions): Mesh {
  const { radius, topRadius = radius, height, color = '#ffffff', segments = 20, open = false, uvs = false } = options;
  const geometry = new CylinderGeometry(topRadius, radius, height, segments, 1, open);
  geometry.translate(0, height / 2, 0);
  return meshFromGeometry(geometry, color, uvs);
}

/** A cone along y, its base on y = 0. */
export function cone(radius: number, height: number, color: ColorLike = '#ffffff', segments = 20): Mesh {
  return cylinder({ radius, topRadius: 0, height, color, segments });
}

/** A ring in the plane z = 0 (or a part of one, from +x on), round the origin. */
export function ring(
  radius: number,
  thickness: number,
  color: ColorLike = '#ffffff',
  arc = Math.PI * 2,
  segments = Math.max(6, Math.round((24 * arc) / (Math.PI * 2))),
): Mesh {
  const geometry = new TorusGeometry(radius, thickness, segments > 12 ? 8 : 5, segments, arc);
  return meshFromGeometry(geometry, color);
}

/** An upright rectangle in the plane z = 0 that faces +z, with texture coordinates, round the origin. */
export function quad(width: number, height: number, color: ColorLike = '#ffffff'): Mesh {
  return meshFromGeometry(new PlaneGeometry(width, height), color, true);
}

/** Level ground in the plane y = 0 that faces up, with texture coordinates (v = 0 at −z), round the origin. */
export function plane(width: number, depth: number, color: ColorLike = '#ffffff', segments = 1): Mesh {
  const geometry = new PlaneGeometry(width, depth, segments, segments);
  geometry.rotateX(-Math.PI / 2);
  return meshFromGeometry(geometry, color, true);
}
