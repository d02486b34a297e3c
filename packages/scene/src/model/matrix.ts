import type { Vec3 } from '@openimagine/render';

/** A 4 × 4 matrix, 16 numbers, column-major: element (row, column) is at `column × 4 + row`. */
export type Matrix = readonly number[];

export const IDENTITY: Matrix = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

/** The product of all, left to right: the last one is applied to a point first. */
export function multiply(first: Matrix, ...others: readonly Matrix[]): Matrix {
  let product = first;
  for (const other of others) product = multiplyTwo(product, other);
  return product;
}

function multiplyTwo(a: Matrix, b: Matrix): Matrix {
  const result = new Array<number>(16);
  for (let column = 0; column < 4; column++) {
    for (let row = 0; row < 4; row++) {
      let sum = 0;
      for (let k = 0; k < 4; k++) sum += a[k * 4 + row]! * b[column * 4 + k]!;
      result[column * 4 + row] = sum;
    }
  }
  return result;
}

export function translation(x: number, y: number, z: number): Matrix {
  return [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, x, y, z, 1];
}

/** One argument scales evenly. */
export function scaling(x: number, y = x, z = x): Matrix {
  return [x, 0, 0, 0, 0, y, 0, 0, 0, 0, z, 0, 0, 0, 0, 1];
}

/** Radians, from +y towards +z: a positive angle makes what faces +z look down. */
export function rotationX(angle: number): Matrix {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  return [1, 0, 0, 0, 0, c, s, 0, 0, -s, c, 0, 0, 0, 0, 1];
}

/** Radians, from +z towards +x: a positive angle turns what faces +z towards +x. */
export function rotationY(angle: number): Matrix {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  return [c, 0, -s, 0, 0, 1, 0, 0, s, 0, c, 0, 0, 0, 0, 1];
}

/** Radians, from +x towards +y. */
export function rotationZ(angle: number): Matrix {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  return [c, s, 0, 0, -s, c, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
}

export interface Placement {
  /** Default the origin. */
  readonly at?: Vec3;
  /** Radians about x, y and z; y is applied last (heading), then x (pitch), z first (roll). Default none. */
  readonly rotate?: Vec3;
  /** Default 1. */
  readonly scale?: number | Vec3;
}

/** Translation × rotation (y, x, z) × scale. */
export function compose({ at = [0, 0, 0], rotate = [0, 0, 0], scale = 1 }: Placement): Matrix {
  const size: Vec3 = typeof scale === 'number' ? [scale, scale, scale] : scale;
  return multiply(
    translation(at[0], at[1], at[2]),
    rotationY(rotate[1]),
    rotationX(rotate[0]),
    rotationZ(rotate[2]),
    scaling(size[0], size[1], size[2]),
  );
}

/** Turns about a point instead of the origin. */
export function aroundPoint(pivot: Vec3, turn: Matrix): Matrix {
  return multiply(translation(pivot[0], pivot[1], pivot[2]), turn, translation(-pivot[0], -pivot[1], -pivot[2]));
}

/** Places a thing modelled along +y (a limb, a pole, one metre long when `stretch`) so that it runs from one point to another. */
export function alongSegment(from: Vec3, to: Vec3, { stretch = false }: { readonly stretch?: boolean } = {}): Matrix {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]) || 1e-9;
  const y: Vec3 = [(to[0] - from[0]) / length, (to[1] - from[1]) / length, (to[2] - from[2]) / length];
  const helper: Vec3 = Math.abs(y[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0];
  const x = unit(cross(y, helper));
  const z = cross(x, y);
  const s = stretch ? length : 1;
  return [x[0], x[1], x[2], 0, y[0] * s, y[1] * s, y[2] * s, 0, z[0], z[1], z[2], 0, from[0], from[1], from[2], 1];
}

export function transformPoint(matrix: ArrayLike<number>, [x, y, z]: Vec3): Vec3 {
  return [
    matrix[0]! * x + matrix[4]! * y + matrix[8]! * z + matrix[12]!,
    matrix[1]! * x + matrix[5]! * y + matrix[9]! * z + matrix[13]!,
    matrix[2]! * x + matrix[6]! * y + matrix[10]! * z + matrix[14]!,
  ];
}

/** Turns and scales without moving. */
export function transformDirection(matrix: ArrayLike<number>, [x, y, z]: Vec3): Vec3 {
  return [
    matrix[0]! * x + matrix[4]! * y + matrix[8]! * z,
    matrix[1]! * x + matrix[5]! * y + matrix[9]! * z,
    matrix[2]! * x + matrix[6]! * y + matrix[10]! * z,
  ];
}

/** The upper 3 × 3's cofactors, column-major: what turns normals (up to length), also under uneven and mirrored scales. */
export function normalMatrix(m: Matrix): readonly number[] {
  const [a, b, c, , d, e, f, , g, h, i] = m as readonly number[] & { readonly length: 16 };
  return [
    e! * i! - f! * h!,
    f! * g! - d! * i!,
    d! * h! - e! * g!,
    c! * h! - b! * i!,
    a! * i! - c! * g!,
    b! * g! - a! * h!,
    b! * f! - c! * e!,
    c! * d! - a! * f!,
    a! * e! - b! * d!,
  ];
}

/** Negative when the matrix mirrors, so that triangles must be turned round. */
export function determinant3(m: Matrix): number {
  return (
    m[0]! * (m[5]! * m[10]! - m[6]! * m[9]!) -
    m[4]! * (m[1]! * m[10]! - m[2]! * m[9]!) +
    m[8]! * (m[1]! * m[6]! - m[2]! * m[5]!)
  );
}

export function cross(a: Vec3, b: Vec3): Vec3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

/** The same direction at length 1; a zero vector gives +y. */
export function unit(v: Vec3): Vec3 {
  const length = Math.hypot(v[0], v[1], v[2]);
  return length > 1e-12 ? [v[0] / length, v[1] / length, v[2] / length] : [0, 1, 0];
}
