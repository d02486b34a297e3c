import { OpenImagineError, withVideo } from './errors.ts';
import { type CallOptions, pathPart, pause, readReply, type SentOptions, type Transport } from './transport.ts';
import { followVideo } from './video-events.ts';
import type { FailedVideo, FinishedVideo, VideoStatus } from './wire.ts';

export interface WaitOptions extends CallOptions {
  /** @param percent 0 to 100; never falls. @param position In the queue, 1 for the next to be made; undefined once it is being made. */
  readonly onProgress?: ((percent: number, position: number | undefined) => void) | undefined;
  /** How long to pause between polls, where the server does not tell of progress by itself. Default 1,000. */
  readonly pollMs?: number | undefined;
  /** True: when the signal is aborted, the video is cancelled, too. Default: it goes on, and is billed. */
  readonly cancelOnAbort?: boolean | undefined;
}

const POLL_MS = 1_000;
/** After so many breaks in a row, polls get through better than a stream does. */
const STREAM_BREAKS_MAX = 2;
/** How long polls may fail before waiting is given up: a server that restarts takes the video up again. */
const POLL_FAILURES_MS = 60_000;
const CANCEL_MS_MAX = 10_000;
/** An aborted submission may have been accepted all the same: what is to be cancelled must be known first. */
const ANSWER_MS_AFTER_ABORT = 10_000;

/** How a video is submitted that is waited for. */
export function submitOptions(options: WaitOptions): SentOptions {
  return options.cancelOnAbort ? { ...options, answerMsAfterAbort: ANSWER_MS_AFTER_ABORT } : options;
}

/**
 * Follows the events of a video to its end, or polls where there are none.
 * @throws {OpenImagineError} With its `videoRequestId`: of the job when it failed or expired, `aborted`, or of the last poll.
 */
export async function waitForVideo(transport: Transport, id: string, options: WaitOptions): Promise<FinishedVideo> {
  try {
    return await finished(transport, id, options);
  } catch (error) {
    if (!(error instanceof OpenImagineError)) throw error;
    if (error.code === 'aborted' && options.cancelOnAbort) await cancelQuietly(transport, id);
    throw error.videoRequestId === undefined ? withVideo(error, id) : error;
  }
}

async function finished(transport: Transport, id: string, options: WaitOptions): Promise<FinishedVideo> {
  const tell = progressTeller(options);
  try {
    for await (const { status, position } of followVideo(transport, id, options, STREAM_BREAKS_MAX)) {
      const done = tell(readEnd(status, id), position);
      if (done !== undefined) return done;
    }
  } catch (error) {
    if (!isOfStream(error, options)) throw error;
  }
  return await poll(transport, id, options, tell);
}

/** True where polls may do what the stream did not. An end of the video, and what the caller threw, is final. */
function isOfStream(error: unknown, { signal }: WaitOptions): boolean {
  return error instanceof OpenImagineError && error.videoRequestId === undefined && !signal?.aborted;
}

type Tell = (
  status: { status: 'pending'; progress: number } | FinishedVideo,
  position?: number,
) => FinishedVideo | undefined;

function progressTeller({ onProgress }: WaitOptions): Tell {
  let shown = -1;
  let place: number | undefined;
  return (status, position) => {
    const percent = status.status === 'done' ? 100 : status.progress;
    if (percent > shown || position !== place) onProgress?.(Math.max(percent, shown), position);
    shown = Math.max(percent, shown);
    place = position;
    return status.status === 'done' ? status : undefined;
  };
}

async function poll(transport: Transport, id: string, options: WaitOptions, tell: Tell): Promise<FinishedVideo> {
  let failingSince: number | undefined;
  for (;;) {
    try {
      const done = tell(readEnd(await getVideo(transport, id, '', options), id));
      if (done !== undefined) return done;
      failingSince = undefined;
    } catch (error) {
      if (!isOfStream(error, options) || !(error as OpenImagineError).retryable) throw error;
      failingSince ??= performance.now();
      if (performance.now() - failingSince > POLL_FAILURES_MS) throw error;
    }
    await pause((options.pollMs ?? POLL_MS) / 1000, options.signal);
  }
}

/** How it is, now. Some servers answer 202 with an empty body while it is pending. */
export async function getVideo(
  transport: Transport,
  id: string,
  query: string,
  options: CallOptions,
): Promise<VideoStatus> {
  const response = await transport.call('GET', `${videoPath(id)}${query}`, undefined, options);
  if (response.status !== 202) return await readReply<VideoStatus>(response, { status: 'string' });
  const status = await readReply<VideoStatus>(response, { status: 'string' }).catch(() => undefined);
  return status ?? { status: 'pending', progress: 0 };
}

export function videoPath(id: string): string {
  return `/v1/videos/${pathPart(id)}`;
}

/** @throws {OpenImagineError} of the job, when it has failed or expired. Words that are not known are of what goes on. */
function readEnd(status: VideoStatus, id: string): { status: 'pending'; progress: number } | FinishedVideo {
  if (status.status === 'done') return withMedia(status, id);
  const fields = { status: 200, videoRequestId: id };
  if (status.status === 'expired') {
    throw new OpenImagineError(`The video ${id} has expired.`, { ...fields, code: 'expired' });
  }
  if (hasFailed(status)) throw failure(status, fields);
  return { status: 'pending', progress: status.progress ?? 0 };
}

function withMedia(status: FinishedVideo, id: string): FinishedVideo {
  if (typeof status.video === 'object' && status.video !== null) return status;
  const message = `The server says that the video ${id} is done, without \`video\`.`;
  throw new OpenImagineError(message, { status: 200, code: 'bad-reply', videoRequestId: id });
}

function hasFailed(status: VideoStatus): status is FailedVideo {
  return status.status === 'failed' || status.status === 'error';
}

function failure({ error }: FailedVideo, fields: { status: number; videoRequestId: string }): OpenImagineError {
  return new OpenImagineError(error?.message ?? `The video ${fields.videoRequestId} failed.`, {
    ...fields,
    code: error?.code ?? 'internal_error',
    details: error?.details as OpenImagineError['details'] | undefined,
  });
}

/** What has ended already cannot be cancelled, and needs not be. */
async function cancelQuietly(transport: Transport, id: string): Promise<void> {
  const options = { signal: AbortSignal.timeout(CANCEL_MS_MAX) };
  await transport.call('DELETE', videoPath(id), undefined, options).catch(() => undefined);
}
