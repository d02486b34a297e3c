import {
  type CreateImageBody,
  type CreateVideoBody,
  ImageResponse,
  ModelList,
  VideoCreated,
  VideoStatus,
} from '@openimagine/contract';
import type { z } from 'zod';
import { OpenImagineError } from './errors.ts';
import { type CallOptions, createTransport, pause, send, type TransportOptions } from './transport.ts';

export type ImageParams = z.input<typeof CreateImageBody>;
export type VideoParams = z.input<typeof CreateVideoBody>;
export type FinishedVideo = Extract<VideoStatus, { status: 'done' }>;

export interface WaitOptions extends CallOptions {
  readonly pollMs?: number;
  /** Percent, 0–100; never falls. */
  readonly onProgress?: (percent: number) => void;
}

/** Every method throws `OpenImagineError`, or the reason of its signal. */
export interface Client {
  readonly images: {
    generate(params: ImageParams, options?: CallOptions): Promise<ImageResponse>;
  };
  readonly videos: {
    create(params: VideoParams, options?: CallOptions): Promise<VideoCreated>;
    get(requestId: string, options?: CallOptions): Promise<VideoStatus>;
    /** Creates a video and waits for it. A failed or expired one is an error with the job's code. */
    generate(params: VideoParams, options?: WaitOptions): Promise<FinishedVideo>;
    /** Waits for a video that was created before. Errors carry its `videoRequestId`. */
    wait(requestId: string, options?: WaitOptions): Promise<FinishedVideo>;
  };
  readonly models: {
    list(options?: CallOptions): Promise<z.infer<typeof ModelList>>;
  };
  /** Fetches a finished picture or video. */
  download(url: string, options?: CallOptions): Promise<Uint8Array>;
}

const POLL_MS = 500;
/** How long polls may fail before waiting is given up. */
const POLL_FAILURES_MS = 60_000;

/** A typed client of this API; it works against `api.x.ai` as well. */
export function createClient(options: TransportOptions): Client {
  const transport = createTransport(options);
  const client: Client = {
    images: {
      generate: (params, callOptions) =>
        transport.json(ImageResponse, 'POST', '/v1/images/generations', params, callOptions),
    },
    videos: {
      create: (params, callOptions) =>
        transport.json(VideoCreated, 'POST', '/v1/videos/generations', params, callOptions),
      get: (requestId, callOptions) =>
        transport.json(VideoStatus, 'GET', `/v1/videos/${encodeURIComponent(requestId)}`, undefined, callOptions),
      async generate(params, waitOptions = {}) {
        const { request_id } = await client.videos.create(params, waitOptions);
        return await waitForVideo(client, request_id, waitOptions);
      },
      wait: (requestId, waitOptions = {}) => waitForVideo(client, requestId, waitOptions),
    },
    models: {
      list: (callOptions) => transport.json(ModelList, 'GET', '/v1/models', undefined, callOptions),
    },
    async download(url, callOptions = {}) {
      const outcome = await send(url, { signal: callOptions.signal ?? null });
      if (!(outcome instanceof Response)) throw outcome;
      return new Uint8Array(await outcome.arrayBuffer());
    },
  };
  return client;
}

/** A server that restarts takes the video up again, so a poll that fails for a while ends nothing. */
async function waitForVideo(client: Client, requestId: string, options: WaitOptions): Promise<FinishedVideo> {
  let shown = -1;
  let failingSince: number | undefined;
  for (;;) {
    const status = await client.videos.get(requestId, options).catch((error: unknown) => {
      failingSince ??= performance.now();
      if (!(error instanceof OpenImagineError)) throw error;
      if (error.retryable && performance.now() - failingSince < POLL_FAILURES_MS) return undefined;
      throw withVideo(error, requestId);
    });
    if (status !== undefined) {
      failingSince = undefined;
      if (status.status === 'done') {
        options.onProgress?.(100);
        return status;
      }
      if (status.status !== 'pending') throw notFinished(status, requestId);
      if (status.progress > shown) options.onProgress?.(status.progress);
      shown = Math.max(shown, status.progress);
    }
    await pause((options.pollMs ?? POLL_MS) / 1000, options.signal);
  }
}

function withVideo(error: OpenImagineError, videoRequestId: string): OpenImagineError {
  const { status, code, requestId, retryAfterSeconds } = error;
  const message = `${error.message} The video ${videoRequestId} may still be finished; ask for it again.`;
  return new OpenImagineError(message, { status, code, requestId, retryAfterSeconds, videoRequestId, cause: error });
}

function notFinished(
  status: Exclude<VideoStatus, { status: 'pending' | 'done' }>,
  videoRequestId: string,
): OpenImagineError {
  if (status.status === 'expired') {
    return new OpenImagineError(`The video ${videoRequestId} has expired.`, {
      status: 200,
      code: 'expired',
      videoRequestId,
    });
  }
  return new OpenImagineError(status.error.message, { status: 200, code: status.error.code, videoRequestId });
}
