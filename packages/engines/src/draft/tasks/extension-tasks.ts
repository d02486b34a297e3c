import { readFile } from 'node:fs/promises';
import { decodeFrames, type I420Frame, openSegmentEncoder, type TaskHandler } from '@openimagine/media';
import { createGlider } from '@openimagine/scene';
import type { Studio } from '../draft-studio.ts';
import type { FrameRange } from '../works/film.ts';
import { createMotionKeeper } from './animate-order.ts';
import { asNextFrame } from './as-next-frame.ts';
import type { DraftSegment } from './draw-film.ts';
import { type ExtensionOrder, lastFrameOf, type Onward, surveyExtension } from './extend-order.ts';
import { type ExtendSoundOrder, extendSound } from './extend-sound.ts';
import { createWorldKeeper, type WorldKeeper } from './world-keeper.ts';

/** Some frames of the longer film: all of them new, or, without a way onward, the input's own. */
export interface ExtendSegmentOrder {
  readonly order: ExtensionOrder;
  readonly onward?: Onward;
  /** Of the input. */
  readonly frameCount: number;
  readonly range: FrameRange;
}

interface Keepers {
  readonly worldOf: WorldKeeper;
  readonly motionOf: ReturnType<typeof createMotionKeeper>;
}

/** Films that are made longer. */
export function extensionTasks(studio: Studio): Readonly<Record<string, TaskHandler>> {
  const worldOf = createWorldKeeper(studio);
  const motionOf = createMotionKeeper(studio);
  return {
    'survey-extension': (input) => surveyExtension(input as ExtensionOrder, worldOf),
    'extend-segment'(input, { progress }) {
      const segment = input as ExtendSegmentOrder;
      const { onward } = segment;
      return onward
        ? goOn(segment, onward, { worldOf, motionOf }, () => progress(1))
        : encodeAgain(segment, () => progress(1));
    },
    'extend-sound': (input) => extendSound(input as ExtendSoundOrder, worldOf, motionOf),
  };
}

/** The input's own frames, upright and in the output's size. */
async function encodeAgain({ order, range }: ExtendSegmentOrder, onFrame: () => void): Promise<DraftSegment> {
  const { width, height, framesPerSecond } = order;
  const { first: fromFrame, count } = range;
  const clip = await readFile(order.path);
  const timingsMs = { decode: 0, encode: 0 };
  using encoder = await openSegmentEncoder({ width, height, framesPerSecond });
  let at = performance.now();
  for await (const frame of decodeFrames(clip, { fromFrame, count, upright: true, size: { width, height } })) {
    const decodedAt = performance.now();
    await encoder.add(frame);
    timingsMs.decode += decodedAt - at;
    at = performance.now();
    timingsMs.encode += at - decodedAt;
    onFrame();
  }
  const segment = await encoder.finish();
  timingsMs.encode += performance.now() - at;
  return { segment, description: '', timingsMs };
}

/** New frames. */
async function goOn(
  { order, frameCount, range }: ExtendSegmentOrder,
  onward: Onward,
  keepers: Keepers,
  onFrame: () => void,
): Promise<DraftSegment> {
  const { width, height, framesPerSecond } = order;
  const start = performance.now();
  const { frameAt, description } = await openOnward(order, onward, frameCount, keepers);
  // A picture come to life is made of the last frame, so it looks like it anyway.
  const isAtSeam = onward.way === 'world' && range.first === frameCount;
  const last = isAtSeam ? await lastFrameOf(order, frameCount) : undefined;
  const timingsMs = { plan: performance.now() - start, render: 0, encode: 0 };
  using encoder = await openSegmentEncoder({ width, height, framesPerSecond });
  for (let index = range.first; index < range.first + range.count; index++) {
    const at = performance.now();
    const drawn = frameAt(index);
    const frame = last && index === frameCount ? await asNextFrame(last, drawn) : drawn;
    const madeAt = performance.now();
    await encoder.add(frame);
    timingsMs.render += madeAt - at;
    timingsMs.encode += performance.now() - madeAt;
    onFrame();
  }
  const flushAt = performance.now();
  const segment = await encoder.finish();
  timingsMs.encode += performance.now() - flushAt;
  return { segment, description, timingsMs };
}

interface OpenOnward {
  readonly description: string;
  /** @param index Counted over the whole film. */
  frameAt(index: number): I420Frame;
}

async function openOnward(
  { width, height, framesPerSecond }: ExtensionOrder,
  onward: Onward,
  frameCount: number,
  { worldOf, motionOf }: Keepers,
): Promise<OpenOnward> {
  if (onward.way === 'world') {
    const world = worldOf(onward.note, { width, height });
    return { description: world.description, frameAt: (index) => world.renderAt(index) };
  }
  const motion = await motionOf(onward.animation);
  const glide = onward.glide && createGlider(onward.glide, width, height);
  const bytes = new Uint8Array((width * height * 3) / 2);
  return {
    description: motion.description,
    frameAt(index) {
      // The picture itself is the input's last frame: the first new one is a frame later.
      const seconds = (index - frameCount + 1) / framesPerSecond;
      const frame = motion.frameAt(seconds, bytes);
      return glide ? glide(frame, seconds) : frame;
    },
  };
}
