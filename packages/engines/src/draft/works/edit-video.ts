import { join } from 'node:path';
import { EngineError } from '../../engine.ts';
import { FRAMES_PER_SECOND } from '../tasks/draw-film.ts';
import type { EditOrder } from '../tasks/edit-order.ts';
import type { EditedSound, SoundOrder } from '../tasks/edit-sound.ts';
import type { SegmentOrder } from '../tasks/editing-tasks.ts';
import type { ClipSurvey, Refusal } from '../tasks/survey-clip.ts';
import { joinFilm } from './film.ts';
import type { Job } from './job.ts';

/** Of the order, that looking through the clip takes. */
const SURVEY_SHARE = 0.15;

/** Edits a clip as an instruction says: looks through it once, then edits its segments side by side. */
export async function editVideo(job: Job): Promise<void> {
  const { prompt, width, height, seed, framesPerSecond = FRAMES_PER_SECOND } = job.request;
  const { path } = job.inputs[0]!;
  const surveyPath = join(job.folder, 'survey');
  const order: EditOrder = { prompt, path, surveyPath, width, height, framesPerSecond, seed: seed >>> 0 };
  const survey = accepted((await job.drawFilm('survey-clip', order)) as ClipSurvey | Refusal);
  job.addTimings(survey.timingsMs);
  job.progress(SURVEY_SHARE, 'surveyed');
  const { shown, plan, cues, durationSeconds } = survey;
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

/** @throws {EngineError} `invalid_request` with the reason, when the task found one. */
export function accepted<Result extends object>(result: Result | Refusal): Result {
  if ('refused' in result) throw new EngineError('invalid_request', result.refused, { retryable: false });
  return result;
}
