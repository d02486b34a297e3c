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
/** An iris never loses all of its own colour: what is wholly green looks lit from within. */
const STRENGTH = 0.72;

/** Whether a part of a face is its eyes, of which only the irises have a colour. */
export function namesEyes({ kind, word }: Target): boolean {
  return kind === 'face' && /(?:^|\b)(?:eyes?|iris(?:es)?)$/u.test(word);
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

/** The irises of a face that is followed, in every frame where their eyes are open. */
export function createIrisMatte(survey: Survey, face: number): Matte {
  const alpha = new Uint8Array(survey.width * survey.height);
  return {
    at(frame, { index }: EditMoment) {
      alpha.fill(0);
      const seen = survey.frames[Math.min(index, survey.frames.length - 1)]?.faces[face];
      if (seen) for (const iris of irisesOf(seen)) addIris(alpha, frame, iris, Math.min(1, seen.score * 2));
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
      alpha[row * width + column] = 255 * STRENGTH * presence * within * between;
    }
  }
}
