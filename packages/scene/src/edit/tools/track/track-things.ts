import type { Thing } from '../../../vision/sight.ts';
import { gridOf } from './track-bodies.ts';
import { type Detected, type Followed, trackItems } from './track-items.ts';
import type { ItemKind } from './tracked-item.ts';

const THING: ItemKind<Thing> = {
  boxOf: ({ box }) => box,
  calmSeconds: 0.8,
  holdsOf: ({ box }) =>
    gridOf({
      x: box.x + box.width * 0.1,
      y: box.y + box.height * 0.1,
      width: box.width * 0.8,
      height: box.height * 0.8,
    }),
  flatten: ({ box, score }) => ({
    points: Float64Array.of(box.x + box.width / 2, box.y + box.height / 2),
    lengths: Float64Array.of(box.width, box.height),
    turns: [],
    others: [score],
  }),
  rebuild: ({ points, lengths, others }, { label }, presence) => {
    const [width, height] = [lengths[0]!, lengths[1]!];
    const box = { x: points[0]! - width / 2, y: points[1]! - height / 2, width, height };
    return { label, score: Math.min(1, Math.max(0, others[0]!)) * presence, box };
  },
  // A detector that takes a cat for a dog now and then still sees one animal; places decide, not names.
  isKin: () => true,
};

/** Things in every frame out of detections in some. */
export function trackThings(followed: Followed, detections: readonly Detected<Thing>[]): (Thing | undefined)[][] {
  return trackItems(followed, detections, THING);
}
