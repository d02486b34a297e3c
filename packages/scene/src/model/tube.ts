import type { Mesh, Vec3 } from '@openimagine/render';
import { CatmullRomCurve3, Vector3 } from 'three';
import { type ColorLike, toSrgb } from './color.ts';
import { cross, unit } from './matrix.ts';
import { fillColors } from './mesh.ts';

export interface TubeOptions {
  /** One radius, or one for each share of the length 0 … 1. */
  readonly radius: number | ((share: number) => number);
  readonly color?: ColorLike;
  /** Rings along the path. Default 6 for each point of it. */
  readonly rings?: number;
  /** Corners of a ring. Default 10. */
  readonly sides?: number;
}

/** A round tube with closed, rounded ends along a smooth curve through the points (at least two). */
export function tube(path: readonly Vec3[], options: TubeOptions): Mesh {
  const { radius, color = '#ffffff', rings = path.length * 6, sides = 10 } = options;
  const radiusAt = typeof radius === 'number' ? () => radius : radius;
  const curve = new CatmullRomCurve3(path.map(([x, y, z]) => new Vector3(x, y, z)));
  const positions: number[] = [];
  const normals: number[] = [];
  let side: Vec3 = [0, 0, 0];
  for (let ring = 0; ring <= rings; ring++) {
    const share = ring / rings;
    const along = toVec3(curve.getTangent(share));
    // Carried along the path (parallel transport), so that the tube does not twist.
    side = unit(ring === 0 ? cross(along, Math.abs(along[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0]) : withoutPart(side, along));
    addRing(toVec3(curve.getPoint(share)), side, cross(along, side), radiusAt(share), sides, positions, normals);
  }
  const indices = ringIndices(rings, sides);
  for (const end of [0, 1]) {
    const center = toVec3(curve.getPoint(end));
    const out = toVec3(curve.getTangent(end)).map((value) => value * (end === 0 ? -1 : 1)) as unknown as Vec3;
    const reach = radiusAt(end) * 0.6;
    const tip = positions.length / 3;
    positions.push(center[0] + out[0] * reach, center[1] + out[1] * reach, center[2] + out[2] * reach);
    normals.push(out[0], out[1], out[2]);
    const first = end === 0 ? 0 : rings * sides;
    for (let i = 0; i < sides; i++) {
      const next = first + ((i + 1) % sides);
      indices.push(...(end === 0 ? [tip, next, first + i] : [tip, first + i, next]));
    }
  }
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    colors: fillColors(positions.length / 3, toSrgb(color)),
    indices: Uint32Array.from(indices),
  };
}

function addRing(
  center: Vec3,
  side: Vec3,
  up: Vec3,
  radius: number,
  sides: number,
  positions: number[],
  normals: number[],
): void {
  for (let i = 0; i < sides; i++) {
    const angle = (i / sides) * Math.PI * 2;
    const c = Math.cos(angle);
    const s = Math.sin(angle);
    for (let axis = 0; axis < 3; axis++) {
      const direction = side[axis]! * c + up[axis]! * s;
      normals.push(direction);
      positions.push(center[axis]! + direction * radius);
    }
  }
}

function ringIndices(rings: number, sides: number): number[] {
  const indices: number[] = [];
  for (let ring = 0; ring < rings; ring++) {
    for (let i = 0; i < sides; i++) {
      const a = ring * sides + i;
      const b = ring * sides + ((i + 1) % sides);
      indices.push(a, b, b + sides, a, b + sides, a + sides);
    }
  }
  return indices;
}

function withoutPart(vector: Vec3, along: Vec3): Vec3 {
  const k = vector[0] * along[0] + vector[1] * along[1] + vector[2] * along[2];
  return [vector[0] - along[0] * k, vector[1] - along[1] * k, vector[2] - along[2] * k];
}

function toVec3(vector: Vector3): Vec3 {
  return [vector.x, vector.y, vector.z];
}
