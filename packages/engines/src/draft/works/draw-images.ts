import { STILL_FILM_SECONDS } from '../draft-options.ts';
import type { DraftOrder } from '../draft-studio.ts';
import type { DraftStill } from '../tasks/draw-still.ts';
import type { Job } from './job.ts';

/** Draws as many pictures as were asked for, picture k with seed + k. */
export async function drawImages(job: Job): Promise<void> {
  const { prompt, width, height, count, seed } = job.request;
  let finished = 0;
  const draw = async (index: number) => {
    const order: DraftOrder = { prompt, seed: (seed + index) >>> 0, width, height, seconds: STILL_FILM_SECONDS };
    const still = (await job.drawStill('still', order)) as DraftStill;
    job.addTimings(still.timingsMs);
    job.output(index, still.jpeg, 'image/jpeg', still.description);
    job.progress(++finished / count, 'rendering');
  };
  await Promise.all(Array.from({ length: count }, (_, index) => draw(index)));
}
