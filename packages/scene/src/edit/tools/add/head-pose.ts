import type { Vec3 } from '@openimagine/render';
import type { Matrix } from '../../../model/matrix.ts';
import { cross, transformPoint, unit } from '../../../model/matrix.ts';
import type { Face } from '../../../vision/sight.ts';

/**
 * Space that objects are drawn in: x right and y up in pixels of the frame (so y is minus the row), z towards the viewer
 * in the same unit.
 */
export type ViewPoint = Vec3;

/**
 * A head's own space: centimetres from the bridge of the nose between the eyes, x to the picture's right, y up, z
 * forward, as a face that looks at the viewer has them.
 */
export interface HeadPose {
  /** From the head's space to the view. */
  readonly matrix: Matrix;
  /** Pixels in a centimetre. */
  readonly scale: number;
  readonly right: Vec3;
  readonly up: Vec3;
  readonly front: Vec3;
}

/** Distances in a head, centimetres in its own space. */
export interface HeadSize {
  /** Half the width at the ears, and how far forward that is. */
  readonly earX: number;
  readonly earZ: number;
  readonly eyeX: number;
  readonly eyeY: number;
  readonly eyeZ: number;
  readonly jawX: number;
  readonly jawY: number;
  readonly chinY: number;
  readonly chinZ: number;
  readonly foreheadY: number;
  readonly foreheadZ: number;
  readonly noseY: number;
  readonly noseZ: number;
  readonly mouthX: number;
  readonly mouthY: number;
  readonly mouthZ: number;
}

/** Marks of MediaPipe's mesh, by what they are. */
export const MARK = {
  bridge: 168,
  noseTip: 1,
  noseBase: 2,
  forehead: 10,
  chin: 152,
  upperLip: 0,
  lowerLip: 17,
  rightEyeOuter: 33,
  rightEyeInner: 133,
  leftEyeInner: 362,
  leftEyeOuter: 263,
  rightEar: 234,
  leftEar: 454,
  rightJaw: 172,
  leftJaw: 397,
  rightMouth: 61,
  leftMouth: 291,
} as const;

/** What lies on the right of a face as seen, and its mirror image. */
const PAIRS = [
  [33, 263],
  [133, 362],
  [234, 454],
  [61, 291],
  [172, 397],
  [70, 300],
  [105, 334],
  [50, 280],
] as const;

/** Between the outer corners of a grown person's eyes; children get objects in proportion. */
const EYES_APART_CM = 8.9;

export function poseOf({ mesh }: Pick<Face, 'mesh'>): HeadPose {
  const across: [number, number, number] = [0, 0, 0];
  for (const [one, other] of PAIRS) {
    const from = markOf(mesh, one);
    const to = markOf(mesh, other);
    for (let axis = 0; axis < 3; axis++) across[axis]! += to[axis]! - from[axis]!;
  }
  const right = unit(across);
  const top = markOf(mesh, MARK.forehead);
  const chin = markOf(mesh, MARK.chin);
  const front = unit(cross(right, [top[0] - chin[0], top[1] - chin[1], top[2] - chin[2]]));
  const up = cross(front, right);
  const one = markOf(mesh, MARK.rightEyeOuter);
  const other = markOf(mesh, MARK.leftEyeOuter);
  const scale = Math.hypot(other[0] - one[0], other[1] - one[1], other[2] - one[2]) / EYES_APART_CM;
  const origin = markOf(mesh, MARK.bridge);
  const column = (axis: Vec3): number[] => [axis[0] * scale, axis[1] * scale, axis[2] * scale, 0];
  return { matrix: [...column(right), ...column(up), ...column(front), ...origin, 1], scale, right, up, front };
}

/** Distances averaged over both halves of the face. */
export function sizeOf({ mesh }: Pick<Face, 'mesh'>, pose: HeadPose): HeadSize {
  const at = (index: number): Vec3 => intoHead(pose, markOf(mesh, index));
  const half = (one: number, other: number, axis: 0 | 1 | 2): number =>
    axis === 0 ? (at(other)[0] - at(one)[0]) / 2 : (at(one)[axis] + at(other)[axis]) / 2;
  return {
    earX: half(MARK.rightEar, MARK.leftEar, 0),
    earZ: half(MARK.rightEar, MARK.leftEar, 2),
    eyeX: (half(MARK.rightEyeOuter, MARK.leftEyeOuter, 0) + half(MARK.rightEyeInner, MARK.leftEyeInner, 0)) / 2,
    eyeY: (half(MARK.rightEyeOuter, MARK.leftEyeOuter, 1) + half(MARK.rightEyeInner, MARK.leftEyeInner, 1)) / 2,
    eyeZ: half(MARK.rightEyeOuter, MARK.leftEyeOuter, 2),
    jawX: half(MARK.rightJaw, MARK.leftJaw, 0),
    jawY: half(MARK.rightJaw, MARK.leftJaw, 1),
    chinY: at(MARK.chin)[1],
    chinZ: at(MARK.chin)[2],
    foreheadY: at(MARK.forehead)[1],
    foreheadZ: at(MARK.forehead)[2],
    noseY: at(MARK.noseTip)[1],
    noseZ: at(MARK.noseTip)[2],
    mouthX: half(MARK.rightMouth, MARK.leftMouth, 0),
    mouthY: half(MARK.rightMouth, MARK.leftMouth, 1),
    mouthZ: half(MARK.upperLip, MARK.lowerLip, 2),
  };
}

/** A point of the mesh in the view. */
export function markOf(mesh: Float32Array, index: number): Vec3 {
  return [mesh[index * 3]!, -mesh[index * 3 + 1]!, -mesh[index * 3 + 2]!];
}

/** From the view into the head's space. */
export function intoHead({ matrix, scale, right, up, front }: HeadPose, point: ViewPoint): Vec3 {
  const x = point[0] - matrix[12]!;
  const y = point[1] - matrix[13]!;
  const z = point[2] - matrix[14]!;
  const along = (axis: Vec3): number => (axis[0] * x + axis[1] * y + axis[2] * z) / scale;
  return [along(right), along(up), along(front)];
}

/** A place in the head's space as it is seen: column and row of the frame. */
export function seenAt(pose: HeadPose, point: Vec3): { readonly x: number; readonly y: number } {
  const [x, y] = transformPoint(pose.matrix, point);
  return { x, y: -y };
}

/** How much of an object on this face may show: nothing of it on a face seen from the side or hardly there. */
export function presenceOf(face: Face, pose: HeadPose): number {
  const turned = rise((pose.front[2] - 0.25) / 0.3);
  return turned * rise(face.score / 0.5);
}

function rise(value: number): number {
  const t = Math.min(1, Math.max(0, value));
  return t * t * (3 - 2 * t);
}
