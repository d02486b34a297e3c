import type { Box } from '../../../vision/sight.ts';
import { moveX, moveY, type Similarity, scaleOf, turnOf } from './similarity.ts';

/** A detection as numbers, so that several of the same thing can be averaged. */
export interface Flat {
  /** Pairs x, y in the frame's pixels; a pair of NaN was not seen. */
  readonly points: Float64Array;
  /** Lengths in the frame's pixels. */
  readonly lengths: Float64Array;
  /** Angles in the picture's plane, radians, clockwise. */
  readonly turns: readonly number[];
  /** Whatever does not change when the thing is moved. */
  readonly others: readonly number[];
}

/** What is followed: how to read it, how to write it. */
export interface ItemKind<Item> {
  readonly boxOf: (item: Item) => Box;
  /** Places on it that move with it, pairs x, y; about fifty. */
  readonly holdsOf: (item: Item) => ArrayLike<number>;
  readonly flatten: (item: Item) => Flat;
  /** @param presence 0 to 1: how sure it is that the thing is there now. */
  readonly rebuild: (flat: Flat, like: Item, presence: number) => Item;
  /** Seconds, a deviation: over how long the detector's trembling is averaged where nothing but movement happens. */
  readonly calmSeconds: number;
  /** Points (by their place among the pairs) that move by themselves; the others keep to the whole. Absent: all may. */
  readonly loosePoints?: ReadonlySet<number>;
  /** Whether two detections can be the same. */
  readonly isKin?: (one: Item, other: Item) => boolean;
}

/** A detection as it would be after a movement. */
export function carry({ points, lengths, turns, others }: Flat, s: Similarity): Flat {
  const there = new Float64Array(points.length);
  for (let i = 0; i < points.length; i += 2) {
    there[i] = moveX(s, points[i]!, points[i + 1]!);
    there[i + 1] = moveY(s, points[i]!, points[i + 1]!);
  }
  const scale = scaleOf(s);
  const turn = turnOf(s);
  return {
    points: there,
    lengths: lengths.map((length) => length * scale),
    turns: turns.map((angle) => angle + turn),
    others,
  };
}
