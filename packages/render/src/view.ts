/** A camera as the kernels want it: matrix to pixels, rays through pixels, planes of the frustum. */
import { addScaled, dot, frame, type Matrix, multiply, normalize, scale, subtract } from './vector.ts';
import type { Camera, Vec3 } from './world.ts';

export interface View {
  readonly position: Vec3;
  readonly right: Vec3;
  readonly up: Vec3;
  readonly forward: Vec3;
  readonly near: number;
  /** Pixels from the eye to the picture. */
  readonly focal: number;
  readonly centreX: number;
  readonly centreY: number;
  /** World to view: x right, y up, z backwards. */
  readonly toView: Matrix;
  /** World to (x · w, y · w, 0, w) in pixels. */
  readonly toPixels: Matrix;
  /** The ray through pixel (x, y) is ray + x · rayX + y · rayY; times view depth it leads to the point. */
  readonly ray: Vec3;
  readonly rayX: Vec3;
  readonly rayY: Vec3;
  /** Inward side planes through the eye, unit length. */
  readonly sides: readonly Vec3[];
  /** True when the view is seen in a mirror, which turns triangles round. */
  readonly mirrored: boolean;
}

/** `width` × `height` is the visible picture; buffers may reach `bufferWidth` × `bufferHeight` beyond it. */
export interface ViewSize {
  readonly width: number;
  readonly height: number;
  readonly bufferWidth: number;
  readonly bufferHeight: number;
}

export function viewOf(camera: Camera, size: ViewSize): View {
  const position = camera.position;
  const forward = normalize(subtract(camera.target, position), [0, 0, -1]);
  const level = frame(forward);
  const roll = camera.roll ?? 0;
  const right = addScaled(scale(level.right, Math.cos(roll)), level.up, Math.sin(roll));
  const up = addScaled(scale(level.up, Math.cos(roll)), level.right, -Math.sin(roll));
  const degrees = Math.min(170, Math.max(1, camera.verticalFovDegrees));
  const focal = size.height / 2 / Math.tan((degrees * Math.PI) / 360);
  const near = Math.max(1e-3, camera.near ?? 0.1);
  return assemble({ position, right, up, forward, near, focal, mirrored: false }, size);
}

/** The view from below the plane y = `height` that shows at each pixel what a mirror there reflects. */
export function mirrorView(view: View, height: number, size: ViewSize, shrink: number): View {
  const flip = (v: Vec3): Vec3 => [v[0], -v[1], v[2]];
  const position: Vec3 = [view.position[0], 2 * height - view.position[1], view.position[2]];
  const { near } = view;
  const focal = view.focal / shrink;
  const axes = { right: flip(view.right), up: flip(view.up), forward: flip(view.forward) };
  return assemble({ position, ...axes, near, focal, mirrored: true }, size);
}

type Pose = Pick<View, 'position' | 'right' | 'up' | 'forward' | 'near' | 'focal' | 'mirrored'>;

function assemble(pose: Pose, size: ViewSize): View {
  const { position, right, up, forward, focal } = pose;
  const centreX = size.width / 2;
  const centreY = size.height / 2;
  // biome-ignore format: rows of a matrix
  const toView = Float64Array.of(
    right[0], up[0], -forward[0], 0,
    right[1], up[1], -forward[1], 0,
    right[2], up[2], -forward[2], 0,
    -dot(right, position), -dot(up, position), dot(forward, position), 1,
  );
  // biome-ignore format: rows of a matrix
  const project = Float64Array.of(
    focal, 0, 0, 0,
    0, -focal, 0, 0,
    -centreX, -centreY, 0, -1,
    0, 0, 0, 0,
  );
  const rayX = scale(right, 1 / focal);
  const rayY = scale(up, -1 / focal);
  const ray = addScaled(addScaled(forward, rayX, -centreX), rayY, -centreY);
  const edge = (axis: Vec3, pixels: number) => normalize(addScaled(axis, forward, pixels / focal));
  const sides = [
    edge(right, centreX),
    edge(scale(right, -1), size.bufferWidth - centreX),
    edge(scale(up, -1), centreY),
    edge(up, size.bufferHeight - centreY),
  ];
  const toPixels = multiply(project, toView, new Float64Array(16));
  return { ...pose, centreX, centreY, toView, toPixels, ray, rayX, rayY, sides };
}

/** The same view, keeping only what shows between two rows. */
export function betweenRows(view: View, first: number, behind: number): View {
  const [left, right] = view.sides as [Vec3, Vec3];
  const edge = (axis: Vec3, pixels: number) => normalize(addScaled(axis, view.forward, pixels / view.focal));
  const above = edge(scale(view.up, -1), view.centreY - first);
  return { ...view, sides: [left, right, above, edge(view.up, behind - view.centreY)] };
}

/** Depth of a sphere's nearest point, or undefined when none of it can be seen. */
export function nearestDepth(view: View, centre: Vec3, radius: number): number | undefined {
  const offset = subtract(centre, view.position);
  const depth = dot(offset, view.forward);
  if (!(depth + radius > view.near)) return undefined;
  for (const side of view.sides) if (dot(offset, side) < -radius) return undefined;
  return depth - radius;
}
