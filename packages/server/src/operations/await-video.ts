import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import { hasEnded } from '../jobs/generation.ts';
import { getVideo, type VideoState } from './get-video.ts';

/**
 * Reads how a video is once it has ended, or once `waitMs` have passed, whichever comes first.
 * @throws {ApiError} As `getVideo`; `unavailable` when the server stops meanwhile. The reason of the signal.
 */
export async function awaitVideo(
  context: Context,
  caller: Caller,
  requestId: string,
  { waitMs, signal }: { readonly waitMs: number; readonly signal: AbortSignal },
): Promise<VideoState> {
  const state = await getVideo(context, caller, requestId);
  if (state.status !== 'pending') return state;
  const timeUp = new AbortController();
  const timer = setTimeout(() => timeUp.abort(), waitMs);
  try {
    const watched = context.generations.watch(requestId, AbortSignal.any([signal, timeUp.signal]));
    for await (const { state: next } of watched) if (hasEnded(next)) break;
  } catch (error) {
    if (!timeUp.signal.aborted || signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
  }
  return await getVideo(context, caller, requestId);
}
