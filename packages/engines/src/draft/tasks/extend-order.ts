import { readFile, writeFile } from 'node:fs/promises';
import {
  clipTimes,
  type DecodedFrame,
  decodeFrames,
  type FrameTime,
  readSegments,
  toRgba,
  type VideoSegment,
} from '@openimagine/media';
import { type Glide, glideOf, pyramidOf } from '@openimagine/scene';
import type { AnimateOrder } from './animate-order.ts';
import { FRAMES_PER_SECOND } from './draw-film.ts';
import { type FilmNote, readNote, writeNote } from './film-note.ts';
import { detect, see } from './look-at.ts';
import { lumaSsim } from './luma-ssim.ts';
import { smallLuma } from './small-luma.ts';
import type { WorldKeeper } from './world-keeper.ts';

/** A film to be made longer. Plain data: it travels to the render children. */
export interface ExtensionOrder {
  /** What happens next. */
  readonly prompt: string;
  /** The input's file. */
  readonly path: string;
  /** Where its last frame is left, for the tasks that come after. */
  readonly picturePath: string;
  /** Of the output. */
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  readonly seed: number;
  /** What is added. */
  readonly seconds: number;
  /** Whether the input is shown in the output's size as it is. */
  readonly keepsSize: boolean;
}

/** How the film goes on: the world of a film of ours, told by its note, or the last frame of any other, come to life. */
export type Onward =
  | { readonly way: 'world'; readonly note: FilmNote }
  | { readonly way: 'picture'; readonly animation: AnimateOrder; readonly glide?: Glide };

/** What is known of the film before anything is added. */
export interface ExtensionSurvey {
  /** The world of the film with what is added; absent: it goes on from its last frame, as `lookAtEnd` finds it. */
  readonly world?: FilmNote;
  /** Of the input's frames, from zero on. */
  readonly times: readonly FrameTime[];
  /** Of the input. */
  readonly durationSeconds: number;
  /** By how much the input's own clock is ahead of `times`. */
  readonly startSeconds: number;
  /** The input's packets, where they can stay as they are. */
  readonly kept?: readonly VideoSegment[];
  readonly note?: string;
  readonly timingsMs: Readonly<Record<string, number>>;
}

/**
 * Two renderings of one moment, one of them encoded: 0.93 with much grain, 0.98 without. Another seed or another prompt
 * stay below 0.8.
 */
const SAME_FRAME_SSIM = 0.88;
/** A third of a second: how the camera moved at the end. */
const TAIL_SECONDS = 0.4;
const FOLLOWED_SIDE = 480;

/** Looks at the film's end, and finds out how it can go on. */
export async function surveyExtension(order: ExtensionOrder, worldOf: WorldKeeper): Promise<ExtensionSurvey> {
  const start = performance.now();
  const clip = await readFile(order.path);
  const { times, durationSeconds, startSeconds } = timesFromZero(await clipTimes(clip), order.framesPerSecond);
  const kept = order.keepsSize ? await readSegments(clip, order.framesPerSecond) : undefined;
  const readAt = performance.now();
  const base = { times, durationSeconds, startSeconds, ...(kept ? { kept } : {}) };
  const world = await findWorld(clip, order, times.length, worldOf);
  const lookedAt = performance.now();
  const note = world && writeNote(world);
  const timingsMs = { open: readAt - start, model: lookedAt - readAt };
  return { ...base, ...(world ? { world } : {}), ...(note ? { note } : {}), timingsMs };
}

function timesFromZero(found: readonly FrameTime[], framesPerSecond: number) {
  const startSeconds = found[0]?.seconds ?? 0;
  const times = found.map(({ seconds, duration }) => ({
    seconds: Math.max(0, seconds - startSeconds),
    duration: duration > 0 ? duration : 1 / framesPerSecond,
  }));
  const last = times.at(-1);
  return { times, startSeconds, durationSeconds: last ? last.seconds + last.duration : 0 };
}

/** The last frames in the output's size. */
async function framesFrom(clip: Uint8Array, { width, height }: ExtensionOrder, first: number): Promise<DecodedFrame[]> {
  const fromFrame = Math.max(0, first);
  return Array.fromAsync(decodeFrames(clip, { fromFrame, upright: true, size: { width, height } }));
}

/** What the film shows at its end, in the output's size. */
export async function lastFrameOf(order: ExtensionOrder, frameCount: number): Promise<DecodedFrame | undefined> {
  const [last] = await framesFrom(await readFile(order.path), order, frameCount - 1);
  return last;
}

/**
 * The note of the film with the new sequel, when there is one and it is true: drawn again from it, the film's last frame
 * is what the film shows.
 */
async function findWorld(
  clip: Uint8Array,
  order: ExtensionOrder,
  frameCount: number,
  worldOf: WorldKeeper,
): Promise<FilmNote | undefined> {
  const note = readNote(clip);
  if (!note || Math.abs(order.framesPerSecond - FRAMES_PER_SECOND) > 0.01) return undefined;
  const seconds = note.sequels.reduce((sum, sequel) => sum + sequel.seconds, note.seconds);
  if (Math.round(seconds * FRAMES_PER_SECOND) !== frameCount) return undefined;
  const [last] = await framesFrom(clip, order, frameCount - 1);
  if (!last) return undefined;
  const { prompt, seed } = order;
  const longer: FilmNote = {
    ...note,
    sequels: [...note.sequels, { prompt, seed, seconds: order.seconds }],
  };
  try {
    const world = worldOf(longer, order);
    const drawn = world.renderAt(frameCount - 1);
    return lumaSsim(drawn, last) >= SAME_FRAME_SSIM ? longer : undefined;
  } catch {
    // A scene that nobody's prompt would give need not be one that can be built.
    return undefined;
  }
}

export interface LookAtEndOrder {
  readonly order: ExtensionOrder;
  /** Of the input. */
  readonly frameCount: number;
}

export interface EndLook {
  readonly onward: Onward;
  readonly timingsMs: Readonly<Record<'look', number>>;
}

/** Sees what is in the last frame, and how the camera was moving. */
export async function lookAtEnd({ order, frameCount }: LookAtEndOrder): Promise<EndLook> {
  const start = performance.now();
  const count = Math.max(2, Math.round(TAIL_SECONDS * order.framesPerSecond));
  const tail = await framesFrom(await readFile(order.path), order, frameCount - count);
  const { prompt, seed, width, height, seconds, picturePath, framesPerSecond } = order;
  const rgba = toRgba(tail.at(-1)!);
  const picture = { width, height, rgba: new Uint8Array(rgba.buffer, rgba.byteOffset, rgba.length) };
  await writeFile(picturePath, picture.rgba);
  const pyramids = tail.map((frame) => pyramidOf(smallLuma(frame, FOLLOWED_SIDE)));
  const glide = glideOf({ pyramids, framesPerSecond, width, height });
  const sight = see(picture, await detect(picture, { faces: true, bodies: true, things: true }));
  const animation: AnimateOrder = {
    prompt,
    seed,
    width,
    height,
    seconds: seconds + 1 / framesPerSecond,
    picturePath,
    sight,
  };
  const onward: Onward = { way: 'picture', animation, ...(glide ? { glide } : {}) };
  return { onward, timingsMs: { look: performance.now() - start } };
}
