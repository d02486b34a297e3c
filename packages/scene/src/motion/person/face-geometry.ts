import type { Box, Face } from '../../vision/sight.ts';

/** Indexes of MediaPipe's face mesh. Left and right are the picture's. */
export const MESH = {
  leftEye: {
    outer: 33,
    inner: 133,
    upper: [246, 161, 160, 159, 158, 157, 173],
    lower: [7, 163, 144, 145, 153, 154, 155],
    iris: 468,
  },
  rightEye: {
    outer: 263,
    inner: 362,
    upper: [466, 388, 387, 386, 385, 384, 398],
    lower: [249, 390, 373, 374, 380, 381, 382],
    iris: 473,
  },
  forehead: 10,
  chin: 152,
  leftCheek: 234,
  rightCheek: 454,
  mouthLeft: 61,
  mouthRight: 291,
  upperLip: 13,
  lowerLip: 14,
} as const;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export function pointOf({ mesh }: Face, index: number): Point {
  return { x: mesh[index * 3]!, y: mesh[index * 3 + 1]! };
}

/** A head as an upright ellipse that holds the hair too, and how large the face in it is. */
export interface Head {
  readonly x: number;
  readonly y: number;
  readonly radiusX: number;
  readonly radiusY: number;
  /** From cheek to cheek. */
  readonly faceWidth: number;
  readonly faceHeight: number;
  /** Where it turns: below the chin, in the neck. */
  readonly neck: Point;
}

export function headOf(face: Face): Head {
  const top = pointOf(face, MESH.forehead);
  const chin = pointOf(face, MESH.chin);
  const left = pointOf(face, MESH.leftCheek);
  const right = pointOf(face, MESH.rightCheek);
  const faceWidth = Math.hypot(right.x - left.x, right.y - left.y);
  const faceHeight = Math.hypot(chin.x - top.x, chin.y - top.y);
  return {
    x: (left.x + right.x) / 2,
    // The hair adds above what the chin adds below.
    y: (top.y + chin.y) / 2 - 0.12 * faceHeight,
    radiusX: 0.66 * faceWidth,
    radiusY: 0.82 * faceHeight,
    faceWidth,
    faceHeight,
    neck: { x: chin.x + (chin.x - top.x) * 0.25, y: chin.y + (chin.y - top.y) * 0.25 },
  };
}

/** 1 within an ellipse, falling smoothly to 0 at `outer` times its size. */
export function within(
  { x, y, radiusX, radiusY }: Pick<Head, 'x' | 'y' | 'radiusX' | 'radiusY'>,
  px: number,
  py: number,
  outer: number,
): number {
  const distance = Math.hypot((px - x) / radiusX, (py - y) / radiusY);
  const t = Math.min(1, Math.max(0, (outer - distance) / (outer - 1)));
  return t * t * (3 - 2 * t);
}

export function boxAround(
  { x, y, radiusX, radiusY }: Pick<Head, 'x' | 'y' | 'radiusX' | 'radiusY'>,
  outer: number,
): Box {
  return { x: x - radiusX * outer, y: y - radiusY * outer, width: 2 * radiusX * outer, height: 2 * radiusY * outer };
}
