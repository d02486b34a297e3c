import { join } from 'node:path';
import type { Cast } from '@openimagine/scene';
import { EngineError } from '../../engine.ts';
import { STILL_FILM_SECONDS } from '../draft-options.ts';
import type { Look, LookOrder } from '../tasks/animate-order.ts';
import { type DraftSound, FRAMES_PER_SECOND } from '../tasks/draw-film.ts';
import type { ReferenceLookOrder, ReferenceOrder, SavedLook } from '../tasks/reference-order.ts';
import type { CastOrder } from '../tasks/reference-tasks.ts';
import { animateImage } from './animate-image.ts';
import { joinFilm } from './film.ts';
import type { Job, LocalInput } from './job.ts';

/** Looking takes so much of an order of the usual length. */
const LOOK_SHARE = 0.1;

/** A film from one picture that it begins with, or one that passes pictures at their times. */
export function animatePictures(job: Job): Promise<void> {
  const isAlone = job.inputs.length === 1 && job.inputs[0]!.role === 'firstFrame';
  return isAlone ? animateImage(job) : filmReferences(job);
}

/** Makes a film of what its references show, which passes its pinned pictures at their times. */
export async function filmReferences(job: Job): Promise<void> {
  const { prompt, width, height, seed, audio, voices = [], seconds = STILL_FILM_SECONDS } = job.request;
  const frameCount = Math.round(seconds * FRAMES_PER_SECOND);
  const pinned = pinsOf(job.inputs, frameCount);
  const references = job.inputs.filter(({ role }) => role === 'reference');
  if (pinned.length + references.length === 0) throw new EngineError('invalid_request', 'expected input images');
  const start = performance.now();
  const [pins, scene] = await Promise.all([
    Promise.all(
      pinned.map(async ({ input, frame }) => ({
        seconds: frame / FRAMES_PER_SECOND,
        look: await lookAt(job, input, `pin-${frame}`),
      })),
    ),
    references.length > 0 ? stage(job, references) : undefined,
  ]);
  job.addTimings({ look: performance.now() - start });
  job.progress(LOOK_SHARE, 'looking');
  const shared = { prompt, seed: seed >>> 0, width, height, seconds };
  const order: ReferenceOrder = { ...shared, ...arrange(pins, scene, shared.seconds) };
  await joinFilm(job, {
    frameCount,
    framesPerSecond: FRAMES_PER_SECOND,
    segmentTask: 'reference-segment',
    segmentInput: (range) => ({ order, range }),
    progressBefore: LOOK_SHARE,
    ...(audio
      ? { sound: async () => (await job.drawFilm('reference-sound', { ...order, voices })) as DraftSound }
      : {}),
  });
}

/** Without a place among the references the film happens in the picture that it begins with, or else ends with. */
function arrange(
  pins: ReferenceOrder['pins'],
  scene: ReferenceOrder['scene'],
  seconds: number,
): Pick<ReferenceOrder, 'pins' | 'scene'> {
  if (!scene) return { pins };
  const start = pins.find((pin) => pin.seconds === 0);
  const end = pins.find((pin) => pin.seconds >= seconds - 1 / FRAMES_PER_SECOND - 1e-6);
  const place = start ?? end;
  if (scene.places.length > 0 || !place || scene.cast.actors.length === 0) return { pins, scene };
  return {
    pins: pins.filter((pin) => pin !== place),
    scene: { ...scene, places: [place.look], placeIsPinned: place === start ? 'start' : 'end' },
  };
}

interface PinnedInput {
  readonly input: LocalInput;
  readonly frame: number;
}

/** By time; of two at one moment the later in the request counts. */
function pinsOf(inputs: readonly LocalInput[], frameCount: number): PinnedInput[] {
  const byFrame = new Map<number, LocalInput>();
  for (const input of inputs) {
    const frame = frameOf(input, frameCount);
    if (frame !== undefined) byFrame.set(frame, input);
  }
  return [...byFrame].sort(([a], [b]) => a - b).map(([frame, input]) => ({ input, frame }));
}

/** @throws {EngineError} `invalid_request` for a keyframe outside of the film. */
function frameOf({ role, atSeconds }: LocalInput, frameCount: number): number | undefined {
  if (role === 'firstFrame') return 0;
  if (role === 'lastFrame') return frameCount - 1;
  if (role !== 'keyframe') return undefined;
  const frame = Math.round((atSeconds ?? -1) * FRAMES_PER_SECOND);
  if (frame >= 0 && frame < frameCount) return frame;
  throw new EngineError('invalid_request', `expected a keyframe within the film, got one at ${atSeconds} s`);
}

/** Looks at a picture as the film shows it. */
async function lookAt(job: Job, { path }: LocalInput, name: string): Promise<SavedLook> {
  const { width, height } = job.request;
  const picturePath = join(job.folder, `${name}.rgba`);
  const order: LookOrder = { path, width, height, picturePath };
  const { sight } = (await job.look('look-at-picture', order)) as Look;
  return { picturePath, width, height, sight };
}

/** Looks at all references, says which of them are figures and which are places, and gets the places ready. */
async function stage(job: Job, references: readonly LocalInput[]): Promise<NonNullable<ReferenceOrder['scene']>> {
  const looks = await Promise.all(
    references.map(async ({ path }, index) => {
      const order: ReferenceLookOrder = { path, picturePath: join(job.folder, `reference-${index}.rgba`) };
      return (await job.look('look-at-reference', order)) as SavedLook;
    }),
  );
  const order: CastOrder = { prompt: job.request.prompt, sights: looks.map(({ sight }) => sight) };
  const cast = (await job.drawFilm('reference-cast', order)) as Cast;
  const places = await Promise.all(cast.places.map((image) => lookAt(job, references[image]!, `place-${image}`)));
  return { cast, subjects: cast.actors.map(({ image }) => ({ image, look: looks[image]! })), places };
}
