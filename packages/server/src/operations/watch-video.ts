import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import type { Generation } from '../jobs/generation.ts';
import type { QueuePositions } from '../jobs/queue-positions.ts';
import { getVideo, type VideoState } from './get-video.ts';

/** Something that happened to a video. Its id tells what was seen, so that a watcher who comes back hears no more of it. */
export interface VideoEvent {
  readonly type: 'queued' | 'progress' | 'done' | 'failed' | 'expired';
  readonly id: string;
  readonly state: VideoState;
  /** Of `queued`: 1 for the next to be taken up. */
  readonly position?: number;
}

export interface WatchOptions {
  /** The id of the last event that was seen. One that we never gave is as good as none. */
  readonly lastSeen: string | undefined;
  readonly signal: AbortSignal;
  readonly positions: QueuePositions;
}

/** The id of the last event: nothing comes after it. */
export const LAST_EVENT = 'end';

/** How often a video that waits is asked for its place in the queue. */
const POSITION_MS = 1_000;

/**
 * Each step of a video until it has ended: its place in the queue when that has changed, each percent of progress, its end.
 * @throws {ApiError} As `getVideo`; `unavailable` when the server stops meanwhile. The reason of the signal.
 */
export async function* watchVideo(
  context: Context,
  caller: Caller,
  requestId: string,
  { lastSeen, signal, positions }: WatchOptions,
): AsyncGenerator<VideoEvent, void, undefined> {
  let seen = lastSeen;
  for await (const generation of repeatedWhileQueued(context.generations.watch(requestId, signal))) {
    const state = await getVideo(context, caller, requestId);
    const event = await eventOf(generation, state, positions);
    if (event === undefined || !isNews(event, seen)) continue;
    seen = event.id;
    yield event;
    if (event.id === LAST_EVENT) return;
  }
}

async function eventOf(
  { id, state: row }: Generation,
  state: VideoState,
  positions: QueuePositions,
): Promise<VideoEvent | undefined> {
  if (state.status !== 'pending') return { type: state.status, id: LAST_EVENT, state };
  if (row !== 'queued') return { type: 'progress', id: `progress-${state.progress}`, state };
  const position = await positions.of(id);
  // It was taken up a moment ago; that is seen next.
  return position === undefined ? undefined : { type: 'queued', id: `queued-${position}`, state, position };
}

/** Progress never falls, also where a later attempt begins anew. */
function isNews(event: VideoEvent, seen: string | undefined): boolean {
  if (seen === undefined) return true;
  const percent = /^progress-(\d{1,3})$/.exec(seen)?.[1];
  if (event.state.status === 'pending' && event.type === 'progress' && percent !== undefined)
    return event.state.progress > Number(percent);
  return event.id !== seen;
}

/** Of a generation that waits nothing changes but its place, which nobody is told; so it is looked at again. */
async function* repeatedWhileQueued(
  changes: AsyncGenerator<Generation, void, undefined>,
): AsyncGenerator<Generation, void, undefined> {
  let next = changes.next();
  let latest: Generation | undefined;
  try {
    for (;;) {
      const result = await (latest?.state === 'queued' ? inTime(next, POSITION_MS) : next);
      if (result?.done === true) return;
      if (result !== undefined) {
        latest = result.value;
        next = changes.next();
        // Should nobody ask for it any more.
        next.catch(() => undefined);
      }
      if (latest !== undefined) yield latest;
    }
  } finally {
    void changes.return();
  }
}

async function inTime<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), ms);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
