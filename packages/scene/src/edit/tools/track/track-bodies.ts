import { BODY_POINTS, type Body, type BodyMark, type BodyPoint, type Box } from '../../../vision/sight.ts';
import { type Detected, type Followed, trackItems } from './track-items.ts';
import type { Flat, ItemKind } from './tracked-item.ts';

const LIMBS: readonly BodyPoint[] = [
  'leftElbow',
  'rightElbow',
  'leftWrist',
  'rightWrist',
  'leftKnee',
  'rightKnee',
  'leftAnkle',
  'rightAnkle',
];

const BODY: ItemKind<Body> = {
  boxOf: ({ box }) => box,
  // A chest is followed by its cloth far more truly than its shoulders are detected.
  calmSeconds: 5,
  loosePoints: new Set([0, 1, ...LIMBS.map((name) => 2 + BODY_POINTS.indexOf(name))]),
  holdsOf: torsoHolds,
  flatten: flattenBody,
  rebuild: ({ points, others }, _like, presence) => {
    const marks: Partial<Record<BodyPoint, BodyMark>> = {};
    BODY_POINTS.forEach((name, i) => {
      const x = points[4 + i * 2]!;
      const y = points[5 + i * 2]!;
      const score = Math.min(1, Math.max(0, others[1 + i]!)) * presence;
      if (!Number.isNaN(x + y) && score > 0.05) marks[name] = { x, y, score };
    });
    const box = { x: points[0]!, y: points[1]!, width: points[2]! - points[0]!, height: points[3]! - points[1]! };
    return { box, score: Math.min(1, Math.max(0, others[0]!)) * presence, points: marks };
  },
};

/** Bodies in every frame out of detections in some; followed by what is on the chest, limbs between detections. */
export function trackBodies(followed: Followed, detections: readonly Detected<Body>[]): (Body | undefined)[][] {
  return trackItems(followed, detections, BODY);
}

function flattenBody({ box, score, points }: Body): Flat {
  const pairs = new Float64Array(4 + BODY_POINTS.length * 2);
  pairs.set([box.x, box.y, box.x + box.width, box.y + box.height]);
  const others = [score];
  BODY_POINTS.forEach((name, i) => {
    const mark = points[name];
    pairs[4 + i * 2] = mark?.x ?? Number.NaN;
    pairs[5 + i * 2] = mark?.y ?? Number.NaN;
    others.push(mark?.score ?? 0);
  });
  return { points: pairs, lengths: new Float64Array(0), turns: [], others };
}

/** A grid between the shoulders and down to the ribs, without the arms; without shoulders, over the box's middle. */
function torsoHolds({ box, points }: Body): Float64Array {
  const { leftShoulder: left, rightShoulder: right } = points;
  if (!left || !right)
    return gridOf({ x: box.x + box.width * 0.2, y: box.y, width: box.width * 0.6, height: box.height });
  const holds: number[] = [];
  const dx = left.x - right.x;
  const dy = left.y - right.y;
  const side = dx < 0 ? -1 : 1;
  for (let row = 0; row < 7; row++) {
    for (let column = 0; column < 8; column++) {
      const along = 0.08 + (0.84 * column) / 7;
      const down = (-0.12 + 0.12 * row) * side;
      holds.push(right.x + dx * along - dy * down, right.y + dy * along + dx * down);
    }
  }
  return Float64Array.from(holds);
}

/** Eight by eight places inside a box. */
export function gridOf({ x, y, width, height }: Box): Float64Array {
  const places = new Float64Array(128);
  for (let i = 0; i < 64; i++) {
    places[i * 2] = x + (width * ((i % 8) + 0.5)) / 8;
    places[i * 2 + 1] = y + (height * (Math.floor(i / 8) + 0.5)) / 8;
  }
  return places;
}
