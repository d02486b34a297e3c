import type { Face, Picture } from '../../../vision/sight.ts';
import type { Target } from '../../operation.ts';
import type { EditMoment, Survey } from '../../tool.ts';
import type { Matte } from '../matte/matte.ts';
import { smoothstep } from '../restyle/planes.ts';

/** Corners of each eye in a face's mesh, where its lids are farthest apart, and the middle of its iris. */
const EYES = [
  { outer: 33, inner: 133, upper: 159, lower: 145, middle: 468 },
  { outer: 263, inner: 362, upper: 386, lower: 374, middle: 473 },
] as const;
/** Half an iris, as a share of the eye's length. */
const IRIS_SHARE = 0.22;
/** Neither irises nor lips lose all of their own colour: what is wholly green looks lit from within, lips like wax. */
const STRENGTH = { irises: 0.72, lips: 0.58 } as const;

/** Round the lips, and round what is between them, in a face's mesh. */
const LIPS = [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185];
const MOUTH = [78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191];

/** A part of a face that has a colour of its own. */
export type FacePart = 'irises' | 'lips';

/** @returns Undefined: the whole face, or nothing of a face. */
export function facePartOf({ kind, word }: Target): FacePart | undefined {
  if (kind !== 'face') return undefined;
  if (/\b(?:eyes?|iris(?:es)?)$/u.test(word)) return 'irises';
  return /\b(?:lips?|lipstick|mouth)$/u.test(word) ? 'lips' : undefined;
}

interface Iris {
  readonly x: number;
  readonly y: number;
  /** Middle between the lids. */
  readonly lidsY: number;
  readonly radius: number;
  /** Half the distance between the lids. */
  readonly open: number;
}

function irisesOf({ mesh }: Face): readonly Iris[] {
  const at = (mark: number) => ({ x: mesh[mark * 3]!, y: mesh[mark * 3 + 1]! });
  return EYES.map(({ outer, inner, upper, lower, middle }) => {
    const [from, to, top, bottom] = [at(outer), at(inner), at(upper), at(lower)];
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const lids = { x: (from.x + to.x + top.x + bottom.x) / 4, y: (top.y + bottom.y) / 2 };
    // Not every mesh has irises, and where an eye is hardly seen they are elsewhere.
    const seen = mesh.length > middle * 3 + 1 ? at(middle) : lids;
    const { x, y } = Math.hypot(seen.x - lids.x, seen.y - lids.y) < length * 0.3 ? seen : lids;
    return {
      x,
      y,
      lidsY: lids.y,
      radius: Math.max(1.5, length * IRIS_SHARE),
      open: Math.hypot(bottom.x - top.x, bottom.y - top.y) / 2,
    };
  });
}

/** A part of a face that is followed, in every frame. */
export function createFacePartMatte(part: FacePart, survey: Survey, face: number): Matte {
  const alpha = new Uint8Array(survey.width * survey.height);
  return {
    at(frame, { index }: EditMoment) {
      alpha.fill(0);
      const seen = survey.frames[Math.min(index, survey.frames.length - 1)]?.faces[face];
      const presence = Math.min(1, (seen?.score ?? 0) * 2);
      if (seen && part === 'irises') for (const iris of irisesOf(seen)) addIris(alpha, frame, iris, presence);
      if (seen && part === 'lips') addLips(alpha, frame, seen, presence);
      return alpha;
    },
  };
}

function addIris(
  alpha: Uint8Array,
  { width, height }: Picture,
  { x, y, lidsY, radius, open }: Iris,
  presence: number,
): void {
  const soft = Math.max(1, radius * 0.3);
  for (let row = Math.max(0, Math.floor(y - radius - 2)); row <= Math.min(height - 1, y + radius + 2); row++) {
    for (
      let column = Math.max(0, Math.floor(x - radius - 2));
      column <= Math.min(width - 1, x + radius + 2);
      column++
    ) {
      const away = Math.hypot(column - x, row - y);
      const within = 1 - smoothstep(radius - soft, radius + soft * 0.5, away);
      const between = 1 - smoothstep(open - 0.5, open + 0.8, Math.abs(row - lidsY));
      alpha[row * width + column] = 255 * STRENGTH.irises * presence * within * between;
    }
  }
}

/** Samples along each side of a pixel, so that the edge is soft. */
const FINENESS = 3;

function addLips(alpha: Uint8Array, { width, height }: Picture, { mesh }: Face, presence: number): void {
  const outline = (marks: readonly number[]) => marks.map((mark) => [mesh[mark * 3]!, mesh[mark * 3 + 1]!] as const);
  const lips = outline(LIPS);
  const mouth = outline(MOUTH);
  const [left, right] = [Math.min(...lips.map(([x]) => x)), Math.max(...lips.map(([x]) => x))];
  const [top, bottom] = [Math.min(...lips.map(([, y]) => y)), Math.max(...lips.map(([, y]) => y))];
  for (let y = Math.max(0, Math.floor(top)); y <= Math.min(height - 1, bottom + 1); y++) {
    for (let x = Math.max(0, Math.floor(left)); x <= Math.min(width - 1, right + 1); x++) {
      let within = 0;
      for (let i = 0; i < FINENESS * FINENESS; i++) {
        const atX = x + ((i % FINENESS) + 0.5) / FINENESS - 0.5;
        const atY = y + (Math.floor(i / FINENESS) + 0.5) / FINENESS - 0.5;
        if (isInside(lips, atX, atY) && !isInside(mouth, atX, atY)) within++;
      }
      alpha[y * width + x] = (255 * STRENGTH.lips * presence * within) / (FINENESS * FINENESS);
    }
  }
}

function isInside(outline: readonly (readonly [number, number])[], x: number, y: number): boolean {
  let isIn = false;
  outline.forEach(([ax, ay], i) => {
    const [bx, by] = outline[(i + 1) % outline.length]!;
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) isIn = !isIn;
  });
  return isIn;
}
