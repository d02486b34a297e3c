import type { Mesh, Vec3 } from '@openimagine/render';
import { add, cross, dot, normalize, scale, subtract, transformPoint } from '../stage/matrix.ts';
import type { SetInstance } from './scatter.ts';
import type { SetMoment } from './set.ts';

export interface TestView {
  readonly eye: Vec3;
  readonly target: Vec3;
  readonly verticalFovDegrees: number;
  readonly aspect: number;
}

type Triangle = readonly [Vec3, Vec3, Vec3];

function* trianglesOf(
  instances: readonly SetInstance[],
  see: (point: Vec3) => Vec3 = (point) => point,
): Generator<Triangle> {
  for (const { mesh, matrix } of instances) {
    const { positions, indices } = mesh;
    const points: Vec3[] = [];
    for (let i = 0; i < positions.length; i += 3)
      points.push(see(transformPoint(matrix, [positions[i]!, positions[i + 1]!, positions[i + 2]!])));
    for (let i = 0; i < indices.length; i += 3)
      yield [points[indices[i]!]!, points[indices[i + 1]!]!, points[indices[i + 2]!]!];
  }
}

/** Whether no triangle, seen from either side, lies between two points. */
export function isInSight(instances: readonly SetInstance[], from: Vec3, to: Vec3): boolean {
  const way = subtract(to, from);
  for (const [a, b, c] of trianglesOf(instances)) {
    const [e, f] = [subtract(b, a), subtract(c, a)];
    const p = cross(way, f);
    const det = dot(e, p);
    if (Math.abs(det) < 1e-9) continue;
    const s = subtract(from, a);
    const u = dot(s, p) / det;
    if (u < 0 || u > 1) continue;
    const q = cross(s, e);
    const v = dot(way, q) / det;
    if (v < 0 || u + v > 1) continue;
    const t = dot(f, q) / det;
    if (t > 0 && t < 1) return false;
  }
  return true;
}

const COLUMNS = 40;
const ROWS = 24;

/** How many of 40 × 24 places of a picture that look below the horizon are covered by no triangle's front. */
export function countUncovered(instances: readonly SetInstance[], view: TestView): number {
  const { eye, target } = view;
  const forward = normalize(subtract(target, eye));
  const right = normalize(cross(forward, [0, 1, 0]));
  const up = cross(right, forward);
  const halfHeight = Math.tan((view.verticalFovDegrees * Math.PI) / 360);
  const halfWidth = halfHeight * view.aspect;
  const covered = new Uint8Array(COLUMNS * ROWS);
  const see = (point: Vec3): Vec3 => {
    const way = subtract(point, eye);
    return [dot(way, right) / halfWidth, dot(way, up) / halfHeight, dot(way, forward)];
  };
  for (const triangle of trianglesOf(instances, see)) if (!isAside(triangle)) fill(covered, clipNear([...triangle]));
  let holes = 0;
  for (let row = 0; row < ROWS; row++)
    for (let column = 0; column < COLUMNS; column++) {
      const [x, y] = placeOf(column, row);
      const way = add(forward, add(scale(right, x * halfWidth), scale(up, y * halfHeight)));
      const isBelow = normalize(way)[1] < -0.03;
      if (isBelow && covered[row * COLUMNS + column] === 0) holes++;
    }
  return holes;
}

const placeOf = (column: number, row: number): readonly [number, number] => [
  ((column + 0.5) / COLUMNS) * 2 - 1,
  ((row + 0.5) / ROWS) * 2 - 1,
];

/** Whether all of a triangle lies beyond one edge of the picture, or behind the eye. */
const isAside = ([a, b, c]: Triangle): boolean =>
  (a[2] < NEAR && b[2] < NEAR && c[2] < NEAR) ||
  [0, 1].some(
    (k) => (a[k]! > a[2] && b[k]! > b[2] && c[k]! > c[2]) || (a[k]! < -a[2] && b[k]! < -b[2] && c[k]! < -c[2]),
  );

const NEAR = 0.05;

/** The part of a polygon before the near plane, in view space. */
function clipNear(polygon: readonly Vec3[]): Vec3[] {
  const kept: Vec3[] = [];
  polygon.forEach((a, i) => {
    const b = polygon[(i + 1) % polygon.length]!;
    if (a[2] >= NEAR) kept.push(a);
    if (a[2] >= NEAR !== b[2] >= NEAR) kept.push(add(a, scale(subtract(b, a), (NEAR - a[2]) / (b[2] - a[2]))));
  });
  return kept;
}

/** Marks the places inside a polygon that faces the eye. */
function fill(covered: Uint8Array, polygon: readonly Vec3[]): void {
  if (polygon.length < 3) return;
  const flat = polygon.map(([x, y, z]) => [x / z, y / z] as const);
  const area = flat.reduce((sum, [x, y], i) => {
    const [nx, ny] = flat[(i + 1) % flat.length]!;
    return sum + x * ny - nx * y;
  }, 0);
  if (area <= 0) return;
  const span = (values: readonly number[], count: number): readonly [number, number] => [
    Math.max(0, Math.floor(((Math.min(...values) + 1) / 2) * count - 0.5)),
    Math.min(count - 1, Math.ceil(((Math.max(...values) + 1) / 2) * count - 0.5)),
  ];
  const [left, rightmost] = span(
    flat.map(([x]) => x),
    COLUMNS,
  );
  const [low, high] = span(
    flat.map(([, y]) => y),
    ROWS,
  );
  for (let row = low; row <= high; row++)
    for (let column = left; column <= rightmost; column++) {
      const [x, y] = placeOf(column, row);
      const isInside = flat.every(([ax, ay], i) => {
        const [bx, by] = flat[(i + 1) % flat.length]!;
        return (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= -1e-9;
      });
      if (isInside) covered[row * COLUMNS + column] = 1;
    }
}

/** Zero times what is finite is zero; times anything else it is not. */
function areFinite(values: ArrayLike<number>): boolean {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * 0;
  return sum === 0;
}

const wholeMeshes = new WeakMap<Mesh, boolean>();

/** Meshes are shared by sets and moments, and never change: each is looked at once. */
function isWholeMesh(mesh: Mesh): boolean {
  const known = wholeMeshes.get(mesh);
  if (known !== undefined) return known;
  const isWhole = areFinite(mesh.positions) && areFinite(mesh.normals);
  wholeMeshes.set(mesh, isWhole);
  return isWhole;
}

/** How many things, sprites and lights of a moment have a number that is not finite. */
export function countBroken({ instances, sprites, lights }: SetMoment): number {
  const things = instances.filter(
    ({ mesh, matrix, tint = [] }) => !areFinite(matrix) || !areFinite(tint) || !isWholeMesh(mesh),
  );
  const clouds = sprites.filter(({ data }) => !areFinite(data));
  const lamps = lights.filter(({ position, color, radius }) => !areFinite([...position, ...color, radius]));
  return things.length + clouds.length + lamps.length;
}
