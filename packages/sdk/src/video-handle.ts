import { readSafely } from './errors.ts';
import { type GeneratedVideo, readVideo } from './results.ts';
import type { CallOptions, Transport } from './transport.ts';
import { followVideo, type VideoEvent } from './video-events.ts';
import { getVideo, videoPath, type WaitOptions, waitForVideo } from './wait.ts';
import type { VideoStatus } from './wire.ts';

/** A video that was submitted. Every method throws `OpenImagineError`. */
export interface VideoHandle {
  /** Keep it: `client.video(id)` finds the video again from anywhere. */
  readonly id: string;
  /** How it is, now. @param options.waitSeconds While it is pending, the answer comes when it has ended, or so many seconds later; at most 60. */
  status(options?: CallOptions & { readonly waitSeconds?: number | undefined }): Promise<VideoStatus>;
  /** Its place in the queue, its progress, its end. */
  events(options?: CallOptions): AsyncIterable<VideoEvent>;
  /** Waits for its end. A failed or expired one is an error with the job's code. */
  wait(options?: WaitOptions): Promise<GeneratedVideo>;
  /** Nothing is billed for it. One that has ended already cannot be cancelled. */
  cancel(options?: CallOptions): Promise<void>;
}

/** With pauses of a second: a server may take a minute to be back. */
const EVENT_BREAKS_MAX = 40;

/** @throws {OpenImagineError} `invalid-input` without an id. */
export function videoHandle(transport: Transport, id: string): VideoHandle {
  const path = videoPath(id);
  return {
    id,
    status({ waitSeconds, ...options } = {}) {
      return getVideo(transport, id, waitSeconds === undefined ? '' : `?wait=${waitSeconds}`, options);
    },
    events: (options = {}) => followVideo(transport, id, options, EVENT_BREAKS_MAX),
    async wait(options = {}) {
      const finished = await waitForVideo(transport, id, options);
      return readSafely(() => readVideo(transport, id, finished), id);
    },
    async cancel(options) {
      await transport.call('DELETE', path, undefined, options);
    },
  };
}
