import type { TaskHandler } from '@openimagine/media';
import { answerScene, type SceneQuestion } from '../draft-scenes.ts';
import type { DraftOrder, Studio } from '../draft-studio.ts';
import type { FrameRange } from '../works/film.ts';
import { drawSegment, playSound } from './draw-film.ts';
import { drawStill } from './draw-still.ts';

interface SegmentTask {
  readonly order: DraftOrder;
  readonly range: FrameRange;
}

/** Prompts read; pictures and films of the worlds that they describe. */
export function drawingTasks(studio: Studio): Readonly<Record<string, TaskHandler>> {
  return {
    scene: async (input) => answerScene(input as SceneQuestion, studio.lexicon),
    still: (input) => drawStill(studio, input as DraftOrder),
    segment(input, { progress }) {
      const { order, range } = input as SegmentTask;
      return drawSegment(studio, order, range, () => progress(1));
    },
    sound: (input) => playSound(studio, input as DraftOrder),
  };
}
