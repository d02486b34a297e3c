import { EngineError } from '../../engine.ts';
import type { EditedStill, StillOrder } from '../tasks/edit-still.ts';
import type { Refusal } from '../tasks/survey-clip.ts';
import { accepted } from './edit-video.ts';
import type { Job } from './job.ts';

/** Edits the first picture as an instruction says, with what it takes from the others; output k with seed + k. */
export async function editImage(job: Job): Promise<void> {
  const { prompt, width, height, count, seed } = job.request;
  const paths = job.inputs.map(({ path }) => path);
  if (paths.length === 0) throw new EngineError('invalid_request', 'expected at least one picture to edit');
  let finished = 0;
  const edit = async (index: number) => {
    const order: StillOrder = { prompt, paths, width, height, seed: (seed + index) >>> 0 };
    const still = accepted((await job.drawStill('edit-still', order)) as EditedStill | Refusal);
    job.addTimings(still.timingsMs);
    job.output(index, still.jpeg, 'image/jpeg', still.description);
    job.progress(++finished / count, 'editing');
  };
  await Promise.all(Array.from({ length: count }, (_, index) => edit(index)));
}
