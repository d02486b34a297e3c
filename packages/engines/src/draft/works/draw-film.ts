import { STILL_FILM_SECONDS } from '../draft-options.ts';
import type { DraftOrder } from '../draft-studio.ts';
import { type DraftSound, FRAMES_PER_SECOND, type Speaking } from '../tasks/draw-film.ts';
import { joinFilm } from './film.ts';
import type { Job } from './job.ts';

/** Draws a film of the world that the prompt describes. */
export async function drawFilm(job: Job): Promise<void> {
  const { prompt, width, height, seed, audio, voices = [], seconds = STILL_FILM_SECONDS } = job.request;
  const order: DraftOrder = { prompt, seed: seed >>> 0, width, height, seconds };
  await joinFilm(job, {
    frameCount: Math.round(seconds * FRAMES_PER_SECOND),
    framesPerSecond: FRAMES_PER_SECOND,
    segmentTask: 'segment',
    segmentInput: (range) => ({ order, range }),
    ...(audio ? { sound: () => playSound(job, { ...order, voices }) } : {}),
  });
}

async function playSound(job: Job, order: DraftOrder & Speaking): Promise<DraftSound> {
  return (await job.drawFilm('sound', order)) as DraftSound;
}
