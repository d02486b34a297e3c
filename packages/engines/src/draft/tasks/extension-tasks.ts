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

/** Some frames of the longer film: the input's own, new ones, or both. */
export interface ExtendSegmentOrder {
  readonly order: ExtensionOrder;
  /** Absent: none of the frames is new. */
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
    'extend-segment': (input, { progress }) =>
      makeSegment(input as ExtendSegmentOrder, { worldOf, motionOf }, () => progress(1)),
    'extend-sound': (input) => extendSound(input as ExtendSoundOrder, worldOf, motionOf),
  };
}

async function makeSegment(segment: ExtendSegmentOrder, keepers: Keepers, onFrame: () => void): Promise<DraftSegment> {
  const { order, frameCount, range, onward } = segment;
  const { width, height, framesPerSecond } = order;
  const start = performance.now();
  const opened = onward && (await openOnward(order, onward, frameCount, keepers));
  // A picture come to life is made of the last frame, so it looks like it anyway.
  const isAtSeam = onward?.way === 'world' && range.first === frameCount;
  const last = isAtSeam ? await lastFrameOf(order, frameCount) : undefined;
  let at = performance.now();
  const timingsMs = { plan: at - start, decode: 0, render: 0, encode: 0 };
  const lap = (name: keyof typeof timingsMs) => {
    const now = performance.now();
    timingsMs[name] += now - at;
    at = now;
  };
  using encoder = await openSegmentEncoder({ width, height, framesPerSecond });
  const add = async (frame: I420Frame) => {
    await encoder.add(frame);
    lap('encode');
    onFrame();
  };
  for await (const frame of ownFrames(segment)) {
    lap('decode');
    await add(frame);
  }
  for (let index = Math.max(range.first, frameCount); opened && index < range.first + range.count; index++) {
    const drawn = opened.frameAt(index);
    const frame = last && index === frameCount ? await asNextFrame(last, drawn) : drawn;
    lap('render');
    await add(frame);
  }
  const coded = await encoder.finish();
  lap('encode');
  return { segment: coded, description: opened?.description ?? '', timingsMs };
}

/** Those of the input, upright and in the output's size. */
async function* ownFrames({ order, frameCount, range }: ExtendSegmentOrder): AsyncGenerator<I420Frame> {
  const count = Math.min(range.first + range.count, frameCount) - range.first;
  if (count <= 0) return;
  const { width, height } = order;
  const clip = await readFile(order.path);
  yield* decodeFrames(clip, { fromFrame: range.first, count, upright: true, size: { width, height } });
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
