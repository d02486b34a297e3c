import {
  type CreateImageBody,
  type CreateVideoBody,
  GenerationItem,
  GenerationList,
  ImageResponse,
  type ListGenerationsQuery,
  ModelList,
  PriceQuote,
  VideoCancelled,
  VideoCreated,
  VideoStatus,
} from '@openimagine/contract';
import type { z } from 'zod';
import { OpenImagineError } from './errors.ts';
import { type CallOptions, createTransport, pause, send, type TransportOptions } from './transport.ts';
import { followVideo, type VideoEvent } from './video-events.ts';

export type ImageParams = z.input<typeof CreateImageBody>;
export type VideoParams = z.input<typeof CreateVideoBody>;
export type ListParams = z.input<typeof ListGenerationsQuery>;
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
    /** What it would cost. Nothing is made. */
    quote(params: ImageParams, options?: CallOptions): Promise<PriceQuote>;
  };
  readonly videos: {
    create(params: VideoParams, options?: CallOptions): Promise<VideoCreated>;
    /** What it would cost. Nothing is made. */
    quote(params: VideoParams, options?: CallOptions): Promise<PriceQuote>;
    /** @param options.waitSeconds While it is pending, the answer comes when it has ended, or so many seconds later; at most 60. */
    get(requestId: string, options?: CallOptions & { readonly waitSeconds?: number }): Promise<VideoStatus>;
    /** Its place in the queue, its progress, its end. */
    events(requestId: string, options?: CallOptions): AsyncIterable<VideoEvent>;
    /** Nothing is billed for it. One that has ended already cannot be cancelled. */
    cancel(requestId: string, options?: CallOptions): Promise<VideoCancelled>;
    /** Creates a video and waits for it. A failed or expired one is an error with the job's code. */
    generate(params: VideoParams, options?: WaitOptions): Promise<FinishedVideo>;
    /** Waits for a video that was created before. Errors carry its `videoRequestId`. */
    wait(requestId: string, options?: WaitOptions): Promise<FinishedVideo>;
  };
  readonly generations: {
    /** Pictures and videos, newest first, a page at a time. */
    list(params?: ListParams, options?: CallOptions): Promise<GenerationList>;
    get(id: string, options?: CallOptions): Promise<GenerationItem>;
  };
  readonly models: {
    list(options?: CallOptions): Promise<z.infer<typeof ModelList>>;
  };
  /** Fetches a finished picture or video. */
  download(url: string, options?: CallOptions): Promise<Uint8Array>;
}

const POLL_MS = 500;
const DRY_RUN = { 'x-dry-run': 'true' } as const;
/** How long polls may fail before waiting is given up. */
const POLL_FAILURES_MS = 60_000;

/** A typed client of this API; it works against `api.x.ai` as well. */
export function createClient(options: TransportOptions): Client {
  const transport = createTransport(options);
  const client: Client = {
    images: {
      generate: (params, callOptions) =>
        transport.json(ImageResponse, 'POST', '/v1/images/generations', params, callOptions),
      quote: (params, callOptions) =>
        transport.json(PriceQuote, 'POST', '/v1/images/generations', params, { ...callOptions, headers: DRY_RUN }),
    },
    videos: {
      create: (params, callOptions) =>
        transport.json(VideoCreated, 'POST', '/v1/videos/generations', params, callOptions),
      quote: (params, callOptions) =>
        transport.json(PriceQuote, 'POST', '/v1/videos/generations', params, { ...callOptions, headers: DRY_RUN }),
      get(requestId, { waitSeconds, ...callOptions } = {}) {
        const query = waitSeconds === undefined ? '' : `?wait=${waitSeconds}`;
        return transport.json(VideoStatus, 'GET', `${videoPath(requestId)}${query}`, undefined, callOptions);
      },
      events: (requestId, callOptions = {}) => followVideo(transport, requestId, callOptions),
      cancel: (requestId, callOptions) =>
        transport.json(VideoCancelled, 'DELETE', videoPath(requestId), undefined, callOptions),
      async generate(params, waitOptions = {}) {
        const { request_id } = await client.videos.create(params, waitOptions);
        return await waitForVideo(client, request_id, waitOptions);
      },
      wait: (requestId, waitOptions = {}) => waitForVideo(client, requestId, waitOptions),
    },
    generations: {
      list: (params = {}, callOptions) =>
        transport.json(GenerationList, 'GET', `/v1/generations${queryOf(params)}`, undefined, callOptions),
      get: (id, callOptions) =>
        transport.json(GenerationItem, 'GET', `/v1/generations/${encodeURIComponent(id)}`, undefined, callOptions),
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

function videoPath(requestId: string): string {
  return `/v1/videos/${encodeURIComponent(requestId)}`;
}

function queryOf(params: ListParams): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value !== undefined) query.set(name, String(value));
  return query.size === 0 ? '' : `?${query}`;
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
