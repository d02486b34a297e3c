import { serveTasks } from '@openimagine/media';
import { drawSegment, type FrameRange, playSound } from './draft-film.ts';
import { drawStill } from './draft-still.ts';
import { type DraftOrder, openStudio } from './draft-studio.ts';

/** The child process that draws. One task at a time; what it loads it keeps. */

export interface SegmentTask {
  readonly order: DraftOrder;
  readonly range: FrameRange;
}

const studio = await openStudio();

serveTasks({
  still: (input) => drawStill(studio, input as DraftOrder),
  segment(input, { progress }) {
    const { order, range } = input as SegmentTask;
    return drawSegment(studio, order, range, () => progress(1));
  },
  sound: (input) => playSound(studio, input as DraftOrder),
});
