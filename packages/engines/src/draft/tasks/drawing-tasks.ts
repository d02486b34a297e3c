import type { TaskHandler } from '@openimagine/media';
import type { DraftOrder, Studio } from '../draft-studio.ts';
import type { FrameRange } from '../works/film.ts';
import { drawSegment, playSound } from './draw-film.ts';
import { drawStill } from './draw-still.ts';

interface SegmentTask {
  readonly order: DraftOrder;
  readonly range: FrameRange;
}

/** Pictures and films of worlds that a prompt describes. */
export function drawingTasks(studio: Studio): Readonly<Record<string, TaskHandler>> {
  return {
    still: (input) => drawStill(studio, input as DraftOrder),
    segment(input, { progress }) {
      const { order, range } = input as SegmentTask;
      return drawSegment(studio, order, range, () => progress(1));
    },
    sound: (input) => playSound(studio, input as DraftOrder),
  };
}
