import type { Matrix } from '../../../model/matrix.ts';
import type { Body, Face } from '../../../vision/sight.ts';
import { type Similarity, scaleOf } from '../track/similarity.ts';
import { type HeadPose, type HeadSize, poseOf, seenAt } from './head-pose.ts';

/**
 * A neck's own space: centimetres from the middle of the neck at the height of the chin, x to the picture's right, y up
 * along the neck, z forward. Told as what takes it to the frame's pixels, with y turned round.
 */
export type NeckPose = Similarity;

/** Where a head turns and leans: how far below the chin and behind the bridge of the nose, centimetres. */
const PIVOT_BELOW_CM = 3.5;
const PIVOT_BEHIND_CM = 7.5;

/** Where the neck of a face is, from the face and, where they are seen, the shoulders. */
export function neckOf(face: Face, size: HeadSize, body: Body | undefined): NeckPose {
  const head = poseOf(face);
  const pivot = seenAt(head, [0, size.chinY - PIVOT_BELOW_CM, -PIVOT_BEHIND_CM]);
  const { leftShoulder: left, rightShoulder: right } = body?.points ?? {};
  // A neck leans with the head, but less; the chest below it leans as the shoulders do.
  const lean = turnOfHead(head) * 0.4;
  const turn =
    left && right && left.x > right.x ? Math.atan2(left.y - right.y, left.x - right.x) * 0.6 + lean * 0.4 : lean;
  const a = head.scale * Math.cos(turn);
  const b = head.scale * Math.sin(turn);
  return { a, b, tx: pivot.x + b * PIVOT_BELOW_CM, ty: pivot.y - a * PIVOT_BELOW_CM };
}

/** A neck moved with the chest: as the shoulders went from one frame to another. */
export function moveWithShoulders(from: Body | undefined, to: Body | undefined): Similarity | undefined {
  const a = from?.points;
  const b = to?.points;
  if (!a?.leftShoulder || !a.rightShoulder || !b?.leftShoulder || !b.rightShoulder) return undefined;
  if (Math.min(b.leftShoulder.score, b.rightShoulder.score) < 0.15) return undefined;
  const x = a.leftShoulder.x - a.rightShoulder.x;
  const y = a.leftShoulder.y - a.rightShoulder.y;
  const u = b.leftShoulder.x - b.rightShoulder.x;
  const v = b.leftShoulder.y - b.rightShoulder.y;
  const size = x * x + y * y;
  if (size < 16) return undefined;
  const p = (x * u + y * v) / size;
  const q = (x * v - y * u) / size;
  const cx = (a.leftShoulder.x + a.rightShoulder.x) / 2;
  const cy = (a.leftShoulder.y + a.rightShoulder.y) / 2;
  return {
    a: p,
    b: q,
    tx: (b.leftShoulder.x + b.rightShoulder.x) / 2 - p * cx + q * cy,
    ty: (b.leftShoulder.y + b.rightShoulder.y) / 2 - q * cx - p * cy,
  };
}

/** From the neck's space to the view. */
export function neckMatrix(pose: NeckPose): Matrix {
  const { a, b, tx, ty } = pose;
  return [a, -b, 0, 0, b, a, 0, 0, 0, 0, scaleOf(pose), 0, tx, -ty, 0, 1];
}

/** A place in the neck's space as it is seen. */
export function outOfNeck(
  { a, b, tx, ty }: NeckPose,
  x: number,
  y: number,
): { readonly x: number; readonly y: number } {
  return { x: a * x + b * y + tx, y: b * x - a * y + ty };
}

/** How far a head leans in the picture's plane, radians, clockwise. */
export function turnOfHead({ right }: HeadPose): number {
  return Math.atan2(-right[1], right[0]);
}
