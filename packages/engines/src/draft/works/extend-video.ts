import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { FrameTime } from '@openimagine/media';
import { EngineError } from '../../engine.ts';
import { FRAMES_PER_SECOND } from '../tasks/draw-film.ts';
import type { EndLook, ExtensionOrder, ExtensionSurvey, LookAtEndOrder, Onward } from '../tasks/extend-order.ts';
import type { ExtendedSound, ExtendSoundOrder } from '../tasks/extend-sound.ts';
import type { ExtendSegmentOrder } from '../tasks/extension-tasks.ts';
import { joinFilm, segmentsOf } from './film.ts';
import type { Job } from './job.ts';

/** Of the order, that looking at the film's end takes. */
const SURVEY_SHARE = 0.12;
/** Where the input's frames are encoded again anyway, its last ones and the first added ones are, together. */
const LEAD_SECONDS = 0.5;

/** Makes a film longer: the world of one of ours goes on, any other's last frame comes to life. */
export async function extendVideo(job: Job): Promise<void> {
  const { prompt, width, height, seed, seconds, framesPerSecond = FRAMES_PER_SECOND } = job.request;
  const [input] = job.inputs;
  if (!input || seconds === undefined) {
    throw new EngineError('invalid_request', 'expected a video and the seconds to add');
  }
  const order: ExtensionOrder = {
    prompt,
    path: input.path,
    picturePath: join(job.folder, 'last-frame.rgba'),
    width,
    height,
    framesPerSecond,
    seed: seed >>> 0,
    seconds,
    keepsSize: input.meta?.width === width && input.meta.height === height,
  };
  const survey = (await job.drawFilm('survey-extension', order)) as ExtensionSurvey;
  job.addTimings(survey.timingsMs);
  job.progress(SURVEY_SHARE, 'surveyed');
  const { kept = [], durationSeconds, startSeconds, note } = survey;
  const frameCount = survey.times.length;
  const times = timesOf(survey, order);
  const isKept = kept.length > 0;
  const leadCount = Math.round(LEAD_SECONDS * framesPerSecond);
  const aloneCount = isKept ? frameCount : Math.max(0, frameCount - leadCount);
  const onward = findOnward(job, order, survey);
  await joinFilm(job, {
    frameCount: times.length,
    framesPerSecond,
    // Where nothing is off the grid, the grid is all that a player needs to know.
    ...(isEven(times, framesPerSecond) ? {} : { times }),
    before: kept,
    ranges: [
      ...(isKept ? [] : segmentsOf(aloneCount, framesPerSecond)),
      ...segmentsOf(times.length - aloneCount, framesPerSecond).map(({ first, count }) => ({
        first: aloneCount + first,
        count,
      })),
    ],
    segmentTask: 'extend-segment',
    segmentInput(range): ExtendSegmentOrder | Promise<ExtendSegmentOrder> {
      const own: ExtendSegmentOrder = { order, frameCount, range };
      return range.first + range.count <= frameCount ? own : onward.then((found) => ({ ...own, onward: found }));
    },
    async sound() {
      const sound: ExtendSoundOrder = { order, onward: await onward, durationSeconds, startSeconds };
      // Behind the segments, which wait for the same.
      await setImmediate();
      return (await job.drawFilm('extend-sound', sound)) as ExtendedSound;
    },
    progressBefore: SURVEY_SHARE,
    ...(note === undefined ? {} : { note }),
  });
}

/** Looks at the last frame while the others are encoded, where the film has no world that could go on. */
async function findOnward(job: Job, order: ExtensionOrder, { world, times }: ExtensionSurvey): Promise<Onward> {
  if (world) return { way: 'world', note: world };
  const lookOrder: LookAtEndOrder = { order, frameCount: times.length };
  const { onward, timingsMs } = (await job.look('look-at-end', lookOrder)) as EndLook;
  job.addTimings(timingsMs);
  return onward;
}

/** Of all frames. The last one is shown for as long as makes the film exactly as long as it was ordered. */
function timesOf(
  { times, durationSeconds }: ExtensionSurvey,
  { seconds, framesPerSecond }: ExtensionOrder,
): FrameTime[] {
  const count = Math.max(1, Math.round(seconds * framesPerSecond));
  const duration = 1 / framesPerSecond;
  const added = Array.from({ length: count }, (_, i) => ({
    seconds: durationSeconds + i * duration,
    duration: i === count - 1 ? seconds - i * duration : duration,
  }));
  return [...times, ...added];
}

function isEven(times: readonly FrameTime[], framesPerSecond: number): boolean {
  const isOnGrid = ({ seconds, duration }: FrameTime, i: number) =>
    Math.abs(seconds - i / framesPerSecond) < 1e-4 && Math.abs(duration - 1 / framesPerSecond) < 1e-4;
  return times.every(isOnGrid);
}
