import type { Vec3 } from '@openimagine/render';
import { type Matrix, transformDirection } from './matrix.ts';
import type { Bounds } from './mesh.ts';

interface Shared {
  /** Metres over which it flows into what came before it. Default the blob's. */
  readonly blend?: number;
  /** A twin at −x. */
  readonly mirror?: boolean;
  /** Taken away from what came before it, not added. */
  readonly cut?: boolean;
}

/** A ball, or with three radii an ellipsoid, turned about its centre. */
export interface BallPart extends Shared {
  readonly kind: 'ball';
  readonly at: Vec3;
  readonly radius: number | Vec3;
  readonly turn?: Matrix;
}

/** A capsule whose ends may differ: legs, necks, snouts. */
export interface LimbPart extends Shared {
  readonly kind: 'limb';
  readonly from: Vec3;
  readonly to: Vec3;
  readonly radius: number | readonly [from: number, to: number];
}

/** A box with round edges. `size` is its whole width, height and depth. */
export interface BlockPart extends Shared {
  readonly kind: 'block';
  readonly at: Vec3;
  readonly size: Vec3;
  readonly round: number;
  readonly turn?: Matrix;
}

export type BlobPart = BallPart | LimbPart | BlockPart;

/** Signed distance to a shape at a place: negative inside. */
export type Field = (x: number, y: number, z: number) => number;

/** The smooth union of the parts, in order. A cut takes away from all parts before it. */
export function fieldOf(parts: readonly BlobPart[], blend: number): Field {
  const steps = parts.map((part) => ({ distance: partField(part), k: part.blend ?? blend, cut: part.cut ?? false }));
  return (x, y, z) => {
    let d = 1e9;
    for (const { distance, k, cut } of steps) {
      const other = distance(x, y, z);
      d = cut ? -smoothMin(-d, other, k) : smoothMin(d, other, k);
    }
    return d;
  };
}

/** A box that surely holds the shape. */
export function fieldBounds(parts: readonly BlobPart[]): Bounds {
  const min: [number, number, number] = [Infinity, Infinity, Infinity];
  const max: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  const include = (x: number, y: number, z: number, reach: number): void => {
    const point = [x, y, z];
    for (let c = 0; c < 3; c++) {
      min[c] = Math.min(min[c]!, point[c]! - reach);
      max[c] = Math.max(max[c]!, point[c]! + reach);
    }
  };
  for (const part of parts) {
    if (part.cut) continue;
    for (const sign of part.mirror ? [1, -1] : [1]) includePart(part, sign, include);
  }
  return { min, max };
}

function includePart(
  part: BlobPart,
  sign: number,
  include: (x: number, y: number, z: number, r: number) => void,
): void {
  if (part.kind === 'limb') {
    const [r1, r2] = typeof part.radius === 'number' ? [part.radius, part.radius] : part.radius;
    include(part.from[0] * sign, part.from[1], part.from[2], r1);
    include(part.to[0] * sign, part.to[1], part.to[2], r2);
    return;
  }
  const size: Vec3 =
    part.kind === 'block'
      ? [part.size[0] / 2, part.size[1] / 2, part.size[2] / 2]
      : typeof part.radius === 'number'
        ? [part.radius, part.radius, part.radius]
        : part.radius;
  const t = part.turn;
  for (const [x, y, z] of [
    [1, 1, 1],
    [1, 1, -1],
    [1, -1, 1],
    [1, -1, -1],
  ] as const) {
    // An ellipsoid fits into the box of its axes; eight corners give the turned box.
    const corner: Vec3 = [size[0] * x, size[1] * y, size[2] * z];
    const turned = t ? transformDirection(t, corner) : corner;
    include((part.at[0] + turned[0]) * sign, part.at[1] + turned[1], part.at[2] + turned[2], 0);
    include((part.at[0] - turned[0]) * sign, part.at[1] - turned[1], part.at[2] - turned[2], 0);
  }
}

function partField(part: BlobPart): Field {
  const field = part.kind === 'ball' ? ballField(part) : part.kind === 'limb' ? limbField(part) : blockField(part);
  return part.mirror ? (x, y, z) => field(x < 0 ? -x : x, y, z) : field;
}

function ballField({ at: [cx, cy, cz], radius, turn }: BallPart): Field {
  if (typeof radius === 'number')
    return (x, y, z) => Math.sqrt((x - cx) * (x - cx) + (y - cy) * (y - cy) + (z - cz) * (z - cz)) - radius;
  const [rx, ry, rz] = radius;
  const least = Math.min(rx, ry, rz);
  // Close to the true distance near the surface; the exact one needs a quartic.
  const local: Field = (x, y, z) => {
    const u = x / rx;
    const v = y / ry;
    const w = z / rz;
    const k0 = Math.sqrt(u * u + v * v + w * w);
    const k1 = Math.sqrt((u / rx) * (u / rx) + (v / ry) * (v / ry) + (w / rz) * (w / rz));
    return k1 > 1e-9 ? (k0 * (k0 - 1)) / k1 : -least;
  };
  return inPlace(local, [cx, cy, cz], turn);
}

function limbField({ from, to, radius }: LimbPart): Field {
  const [r1, r2] = typeof radius === 'number' ? [radius, radius] : radius;
  const bx = to[0] - from[0];
  const by = to[1] - from[1];
  const bz = to[2] - from[2];
  const squared = bx * bx + by * by + bz * bz || 1e-12;
  return (x, y, z) => {
    const px = x - from[0];
    const py = y - from[1];
    const pz = z - from[2];
    const raw = (px * bx + py * by + pz * bz) / squared;
    const h = raw < 0 ? 0 : raw > 1 ? 1 : raw;
    return Math.sqrt((px - bx * h) ** 2 + (py - by * h) ** 2 + (pz - bz * h) ** 2) - (r1 + (r2 - r1) * h);
  };
}

function blockField({ at, size, round, turn }: BlockPart): Field {
  const hx = size[0] / 2 - round;
  const hy = size[1] / 2 - round;
  const hz = size[2] / 2 - round;
  const local: Field = (x, y, z) => {
    const qx = Math.abs(x) - hx;
    const qy = Math.abs(y) - hy;
    const qz = Math.abs(z) - hz;
    const outside = Math.sqrt(Math.max(qx, 0) ** 2 + Math.max(qy, 0) ** 2 + Math.max(qz, 0) ** 2);
    return outside + Math.min(Math.max(qx, qy, qz), 0) - round;
  };
  return inPlace(local, at, turn);
}

/** A turn's inverse is its transpose. */
function inPlace(local: Field, at: Vec3, turn: Matrix | undefined): Field {
  if (!turn) return (x, y, z) => local(x - at[0], y - at[1], z - at[2]);
  const [a, b, c, , d, e, f, , g, h, i] = transpose3(turn) as readonly number[] & { readonly length: 16 };
  return (x, y, z) => {
    const px = x - at[0];
    const py = y - at[1];
    const pz = z - at[2];
    return local(a! * px + d! * py + g! * pz, b! * px + e! * py + h! * pz, c! * px + f! * py + i! * pz);
  };
}

function transpose3(m: Matrix): Matrix {
  return [m[0]!, m[4]!, m[8]!, 0, m[1]!, m[5]!, m[9]!, 0, m[2]!, m[6]!, m[10]!, 0, 0, 0, 0, 1];
}

/** The smaller of two distances, rounded over `k` metres where they are close. */
function smoothMin(a: number, b: number, k: number): number {
  const gap = Math.abs(a - b);
  const least = a < b ? a : b;
  if (gap >= k) return least;
  const h = (k - gap) / k;
  return least - h * h * k * 0.25;
}
