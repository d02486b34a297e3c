import { encodeAudio, openSegmentEncoder, type TaskHandler } from '@openimagine/media';
import { renderSound, type StillMotion } from '@openimagine/scene';
import type { Studio } from '../draft-studio.ts';
import type { FrameRange } from '../works/film.ts';
import { type AnimateOrder, createMotionKeeper } from './animate-order.ts';
import { type DraftSegment, type DraftSound, FRAMES_PER_SECOND, type Speaking } from './draw-film.ts';

export interface AnimateSegmentOrder {
  readonly order: AnimateOrder;
  readonly range: FrameRange;
}

/** Films that begin with a picture. */
export function animationTasks(studio: Studio): Readonly<Record<string, TaskHandler>> {
  const motionOf = createMotionKeeper(studio);
  return {
    async 'animate-segment'(input, { progress }) {
      const { order, range } = input as AnimateSegmentOrder;
      const start = performance.now();
      const motion = await motionOf(order);
      return animateSegment(motion, order, range, performance.now() - start, () => progress(1));
    },
    async 'animate-sound'(input) {
      const order = input as AnimateOrder & Speaking;
      return playMotion(await motionOf(order), order);
    },
  };
}

async function animateSegment(
  motion: StillMotion,
  { width, height, bitsPerSecond }: AnimateOrder,
  { first, count }: FrameRange,
  plan: number,
  onFrame: () => void,
): Promise<DraftSegment> {
  const timingsMs = { plan, animate: 0, encode: 0 };
  using encoder = await openSegmentEncoder({
    ...{ width, height, framesPerSecond: FRAMES_PER_SECOND },
    ...(bitsPerSecond ? { bitsPerSecond } : {}),
  });
  const bytes = new Uint8Array((width * height * 3) / 2);
  for (let index = first; index < first + count; index++) {
    const start = performance.now();
    const frame = motion.frameAt(index / FRAMES_PER_SECOND, bytes);
    const madeAt = performance.now();
    await encoder.add(frame);
    timingsMs.animate += madeAt - start;
    timingsMs.encode += performance.now() - madeAt;
    onFrame();
  }
  const flushAt = performance.now();
  const segment = await encoder.finish();
  timingsMs.encode += performance.now() - flushAt;
  return { segment, description: motion.description, timingsMs };
}

async function playMotion(
  { cues }: StillMotion,
  { seconds, seed, voices }: AnimateOrder & Speaking,
): Promise<DraftSound> {
  const start = performance.now();
  const samples = renderSound(cues, seconds, seed, voices ? { speakers: voices } : {});
  const renderedAt = performance.now();
  const audio = await encodeAudio(samples);
  return { audio, timingsMs: { sound: renderedAt - start, encodeSound: performance.now() - renderedAt } };
}
