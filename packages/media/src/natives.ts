import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * The native bindings, loaded on first use: whoever imports this package for its pool alone (the server) never maps a
 * codec into its own process.
 */

export async function loadWebCodecs(): Promise<typeof import('@napi-rs/webcodecs')> {
  return import('@napi-rs/webcodecs');
}

export async function loadCanvas(): Promise<typeof import('@napi-rs/canvas')> {
  return import('@napi-rs/canvas');
}

/** Pure JavaScript, but 0.1 s to load. */
export async function loadMediabunny(): Promise<typeof import('mediabunny')> {
  const mediabunny = await import('mediabunny');
  // It prints what it thinks of a strange file; our callers get an error instead.
  mediabunny.Logging.level = mediabunny.LogLevel.Silent;
  return mediabunny;
}

/** 25 MB of 1080p frames. */
export const FRAMES_PER_COLLECTION = 8;
const PIXELS_PER_COLLECTION = FRAMES_PER_COLLECTION * 1920 * 1080;

/** How many frames may be closed before they are collected: the larger, the fewer. */
export function framesPerCollection(width: number, height: number): number {
  return Math.max(1, Math.min(FRAMES_PER_COLLECTION, Math.floor(PIXELS_PER_COLLECTION / (width * height))));
}

let collect: ((options: { type: 'minor' | 'major' }) => void) | undefined;

/**
 * Frees the pixels of closed frames. The binding lets go of them only when their JavaScript halves are collected, and
 * those are so small that V8 sees no need: probing 15 s of 1080p took 1.2 GB, and the next probe 2.3. Collecting the
 * young takes a millisecond; call it every few frames, and give finalisers a turn after it.
 */
export function releaseClosedFrames(): void {
  runCollector('minor');
}

/**
 * Frees also what has grown old meanwhile: 15 ms in a small process. Without it each clip that is looked at leaves a
 * megabyte behind, with it a quarter.
 */
export async function releaseEverything(): Promise<void> {
  runCollector('major');
  await nextTurn();
}

function runCollector(type: 'minor' | 'major'): void {
  if (!collect) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as NonNullable<typeof collect>;
  }
  collect({ type });
}

/** Lets native finalisers run: without one turn of the event loop per frame, closed frames pile up (1.3 GB for 8 s). */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Gives a codec's threads time until its queue is short. By timers: a loop of turns would spin on a core it needs. */
export async function untilQueueIsShort(isLong: () => boolean): Promise<void> {
  await nextTurn();
  while (isLong()) await new Promise((resolve) => setTimeout(resolve, 1));
}
