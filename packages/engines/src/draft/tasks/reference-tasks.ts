import { encodeAudio, openSegmentEncoder, type TaskHandler } from '@openimagine/media';
import { type Cast, readCast, renderSound, type Sight } from '@openimagine/scene';
import type { Studio } from '../draft-studio.ts';
import type { FrameRange } from '../works/film.ts';
import { type DraftSegment, type DraftSound, FRAMES_PER_SECOND, type Speaking } from './draw-film.ts';
import { createReferenceKeeper, type ReferenceFilmAtWork, type ReferenceOrder } from './reference-order.ts';

export interface CastOrder {
  readonly prompt: string;
  readonly sights: readonly Sight[];
}

export interface ReferenceSegmentOrder {
  readonly order: ReferenceOrder;
  readonly range: FrameRange;
}

/** Films of what reference pictures show, and films that pass pictures at their times. */
export function referenceTasks(studio: Studio): Readonly<Record<string, TaskHandler>> {
  const filmOf = createReferenceKeeper(studio);
  return {
    async 'reference-cast'(input): Promise<Cast> {
      const { prompt, sights } = input as CastOrder;
      return readCast(prompt, sights);
    },
    async 'reference-segment'(input, { progress }) {
      const { order, range } = input as ReferenceSegmentOrder;
      const start = performance.now();
      const film = await filmOf(order);
      return filmSegment(film, order, range, performance.now() - start, () => progress(1));
    },
    async 'reference-sound'(input) {
      const order = input as ReferenceOrder;
      return playFilm(await filmOf(order), order);
    },
  };
}

async function filmSegment(
  film: ReferenceFilmAtWork,
  { width, height }: ReferenceOrder,
  { first, count }: FrameRange,
  plan: number,
  onFrame: () => void,
): Promise<DraftSegment> {
  const timingsMs = { plan, film: 0, encode: 0 };
  using encoder = await openSegmentEncoder({ width, height, framesPerSecond: FRAMES_PER_SECOND });
  const bytes = new Uint8Array((width * height * 3) / 2);
  for (let index = first; index < first + count; index++) {
    const start = performance.now();
    const frame = film.frameAt(index / FRAMES_PER_SECOND, bytes);
    const madeAt = performance.now();
    await encoder.add(frame);
    timingsMs.film += madeAt - start;
    timingsMs.encode += performance.now() - madeAt;
    onFrame();
  }
  const flushAt = performance.now();
  const segment = await encoder.finish();
  timingsMs.encode += performance.now() - flushAt;
  return { segment, description: film.description, timingsMs };
}

async function playFilm(
  film: ReferenceFilmAtWork,
  { seconds, seed, voices }: ReferenceOrder & Speaking,
): Promise<DraftSound> {
  const start = performance.now();
  const samples = renderSound(film.cues, seconds, seed, voices ? { speakers: voices } : {});
  const renderedAt = performance.now();
  const audio = await encodeAudio(samples);
  return { audio, timingsMs: { sound: renderedAt - start, encodeSound: performance.now() - renderedAt } };
}
