import { join } from 'node:path';
import { EngineError } from '../../engine.ts';
import { FRAMES_PER_SECOND } from '../tasks/draw-film.ts';
import type { EditOrder } from '../tasks/edit-order.ts';
import type { EditedSound, SoundOrder } from '../tasks/edit-sound.ts';
import type { LookOrder, SegmentOrder, SurveyOrder } from '../tasks/editing-tasks.ts';
import type { ClipSurvey, ReadOrder, Refusal } from '../tasks/survey-clip.ts';
import { joinFilm, segmentsOf } from './film.ts';
import type { Job } from './job.ts';

/** Of the order, that looking through the clip takes. */
const LOOKS_SHARE = 0.2;
const SURVEY_SHARE = 0.25;

/** Edits a clip as an instruction says: looks through it once, then edits its segments, both side by side. */
export async function editVideo(job: Job): Promise<void> {
  const { prompt, width, height, seed, framesPerSecond = FRAMES_PER_SECOND } = job.request;
  const { path } = job.inputs[0]!;
  const surveyPath = join(job.folder, 'survey');
  const order: EditOrder = { prompt, path, surveyPath, width, height, framesPerSecond, seed: seed >>> 0 };
  const { shown, plan, cues, durationSeconds } = await surveyInput(job, order);
  const sound: SoundOrder = { path, plan, cues, durationSeconds, seed: order.seed };
  await joinFilm(job, {
    frameCount: shown.length,
    framesPerSecond,
    times: shown.map(({ seconds }, i) => ({
      seconds,
      duration: Math.max(1e-3, (shown[i + 1]?.seconds ?? durationSeconds) - seconds),
    })),
    segmentTask: 'edit-segment',
    segmentInput: ({ first, count }): SegmentOrder => ({ order, shown: shown.slice(first, first + count) }),
    sound: async () => (await job.drawFilm('edit-sound', sound)) as EditedSound,
    progressBefore: SURVEY_SHARE,
  });
}

/** What is seen in stretches does not depend on how many processes look: each begins anew. */
async function surveyInput(job: Job, order: EditOrder): Promise<ClipSurvey> {
  const read = accepted((await job.drawFilm('read-edit', order)) as ReadOrder | Refusal);
  job.addTimings(read.timingsMs);
  const { needs, times } = read;
  const ranges = Object.values(needs).some(Boolean) ? segmentsOf(times.length, order.framesPerSecond) : [];
  const start = performance.now();
  let seen = 0;
  const onProgress = () => job.progress((LOOKS_SHARE * ++seen) / times.length, 'looking');
  await Promise.all(
    ranges.map((range) => {
      const look: LookOrder = { order, range, needs };
      return job.drawFilm('look-through', look, { onProgress });
    }),
  );
  job.addTimings({ look: performance.now() - start });
  const survey: SurveyOrder = { order, read, ranges };
  const found = accepted((await job.drawFilm('survey-clip', survey)) as ClipSurvey | Refusal);
  job.addTimings(found.timingsMs);
  job.progress(SURVEY_SHARE, 'surveyed');
  return found;
}

/** @throws {EngineError} `invalid_request` with the reason, when the task found one. */
export function accepted<Result extends object>(result: Result | Refusal): Result {
  if ('refused' in result) throw new EngineError('invalid_request', result.refused, { retryable: false });
  return result;
}
