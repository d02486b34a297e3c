import { join } from 'node:path';
import type { Detections } from '@openimagine/scene';
import { EngineError } from '../../engine.ts';
import { FRAMES_PER_SECOND } from '../tasks/draw-film.ts';
import type { EditOrder } from '../tasks/edit-order.ts';
import type { EditedSound, SoundOrder } from '../tasks/edit-sound.ts';
import type { GlanceOrder, LookOrder, SegmentOrder, SurveyOrder } from '../tasks/editing-tasks.ts';
import type { BestOfStretch } from '../tasks/look-through.ts';
import type { BestFrame, SeeOrder } from '../tasks/see-clip.ts';
import type { ClipSurvey, ReadOrder, Refusal } from '../tasks/survey-clip.ts';
import type { Tracked, TrackOrder } from '../tasks/track-clip.ts';
import { type FrameRange, joinFilm, segmentsOf } from './film.ts';
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

async function surveyInput(job: Job, order: EditOrder): Promise<ClipSurvey> {
  const read = accepted((await job.drawFilm('read-edit', order)) as ReadOrder | Refusal);
  job.addTimings(read.timingsMs);
  const isFollowed = Object.values(read.needs).some(Boolean);
  const best = isFollowed ? await followClip(job, order, read) : await glance(job, order, read);
  const survey: SurveyOrder = { order, read, best, isFollowed };
  const found = accepted((await job.drawFilm('survey-clip', survey)) as ClipSurvey | Refusal);
  job.addTimings(found.timingsMs);
  job.progress(SURVEY_SHARE, 'surveyed');
  return found;
}

/** Looks through the clip, and follows and sees what is found; both at once, unless what is followed is what is seen. */
async function followClip(job: Job, order: EditOrder, { needs, needsSight, times }: ReadOrder): Promise<BestFrame> {
  const isDetected = [needs.faces, needs.bodies, needs.things].some(Boolean);
  // What is seen in stretches does not depend on how many processes look: each begins anew.
  const ranges = segmentsOf(times.length, order.framesPerSecond);
  // Takes a second: meanwhile the others look for what moves.
  const opened = needsSight && !isDetected ? job.look('open-detectors', undefined) : undefined;
  // Whatever ends the order first is what is told.
  opened?.catch(() => {});
  const best = await lookThrough(job, { order, needs, ranges, run: isDetected ? job.look : job.drawFilm });
  const track: TrackOrder = { order, needs, ranges, best };
  const tracked = job.drawFilm('track-clip', track) as Promise<Tracked>;
  const see = async (followed?: Detections) => {
    if (!needsSight) return;
    // While one process still opens them, the pool would begin another.
    await opened;
    const seeOrder: SeeOrder = { order, best, needs, ...(followed ? { followed } : {}) };
    job.addTimings((await job.look('see-clip', seeOrder)) as { see: number });
  };
  const [{ timingsMs }] = await Promise.all([tracked, isDetected ? tracked.then(({ atBest }) => see(atBest)) : see()]);
  job.addTimings(timingsMs);
  return best;
}

interface Looking {
  readonly order: EditOrder;
  readonly needs: ReadOrder['needs'];
  readonly ranges: readonly FrameRange[];
  /** In the processes that have what is needed for it. */
  readonly run: Job['look'];
}

async function lookThrough(job: Job, { order, needs, ranges, run }: Looking): Promise<BestFrame> {
  const start = performance.now();
  const count = ranges.reduce((sum, range) => sum + range.count, 0);
  let seen = 0;
  const onProgress = () => job.progress((LOOKS_SHARE * ++seen) / count, 'looking');
  const bests = await Promise.all(
    ranges.map(async (range) => {
      const look: LookOrder = { order, range, needs };
      return (await run('look-through', look, { onProgress })) as BestOfStretch;
    }),
  );
  job.addTimings({ look: performance.now() - start });
  return bests.reduce((a, b) => (b.worth > a.worth ? b : a));
}

async function glance(job: Job, order: EditOrder, { needs, needsSight, times }: ReadOrder): Promise<BestFrame> {
  const glanceOrder: GlanceOrder = { order, frameCount: times.length };
  const best = accepted((await job.drawFilm('glance', glanceOrder)) as BestFrame | Refusal);
  if (needsSight) await job.look('see-clip', { order, best, needs } satisfies SeeOrder);
  return best;
}

/** @throws {EngineError} `invalid_request` with the reason, when the task found one. */
export function accepted<Result extends object>(result: Result | Refusal): Result {
  if ('refused' in result)
    throw new EngineError('invalid_request', result.refused, { retryable: false, fault: 'prompt' });
  return result;
}
