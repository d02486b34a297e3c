import { join } from 'node:path';
import { EngineError } from '../../engine.ts';
import { STILL_FILM_SECONDS } from '../draft-options.ts';
import type { AnimateOrder, Look, LookOrder } from '../tasks/animate-order.ts';
import { type DraftSound, FRAMES_PER_SECOND, type Speaking } from '../tasks/draw-film.ts';
import { joinFilm } from './film.ts';
import type { Job } from './job.ts';

/** Looking takes so much of an order of the usual length. */
const LOOK_SHARE = 0.06;

/**
 * Stars are what a constant quality saves on first: at it the first frame's SSIM is 0.97, with so many bits a pixel a second
 * (8 Mb/s at 720p) 0.99.
 */
const NIGHT_BITS_PER_PIXEL = 8.7;

/** Makes a film that begins with a picture and moves it as a prompt says, or as the picture itself suggests. */
export async function animateImage(job: Job): Promise<void> {
  const { prompt, width, height, seed, audio, voices = [], seconds = STILL_FILM_SECONDS } = job.request;
  const [input] = job.inputs;
  if (!input) throw new EngineError('invalid_request', 'expected one input image, got none');
  const picturePath = join(job.folder, 'picture.rgba');
  const lookOrder: LookOrder = { path: input.path, width, height, picturePath };
  const look = (await job.look('look-at-picture', lookOrder)) as Look;
  job.addTimings(look.timingsMs);
  job.progress(LOOK_SHARE, 'looking');
  const order: AnimateOrder = {
    prompt,
    seed: seed >>> 0,
    width,
    height,
    seconds,
    picturePath,
    sight: look.sight,
    ...bitsFor(look.sight, width * height),
  };
  await joinFilm(job, {
    frameCount: Math.round(seconds * FRAMES_PER_SECOND),
    framesPerSecond: FRAMES_PER_SECOND,
    segmentTask: 'animate-segment',
    segmentInput: (range) => ({ order, range }),
    progressBefore: LOOK_SHARE,
    ...(audio ? { sound: () => playSound(job, { ...order, voices }) } : {}),
  });
}

function bitsFor({ isNight }: Look['sight'], pixels: number): Pick<AnimateOrder, 'bitsPerSecond'> {
  return isNight ? { bitsPerSecond: Math.round(NIGHT_BITS_PER_PIXEL * pixels) } : {};
}

async function playSound(job: Job, order: AnimateOrder & Speaking): Promise<DraftSound> {
  return (await job.drawFilm('animate-sound', order)) as DraftSound;
}
