import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import { EngineError } from '../engine.ts';
import { assertDownloadable } from './download-host.ts';
import { parseJson, type Refusal, readRefusal } from './xai-errors.ts';
import type { XaiSettings } from './xai-options.ts';

export type Reply<T> = { readonly value: T } | { readonly refusal: Refusal };

interface Call<T> {
  readonly path: string;
  readonly schema: z.ZodType<T>;
  readonly signal: AbortSignal;
  /** Absent: GET. */
  readonly body?: unknown;
  readonly idempotencyKey?: string;
}

/** HTTP to one upstream: the key goes to its own origin alone, and no reply grows beyond its cap. */
export class XaiClient {
  readonly #settings: XaiSettings;

  constructor(settings: XaiSettings) {
    this.#settings = settings;
  }

  /**
   * @throws {EngineError} `unavailable` (no connection, or cut), `timeout`, `bad_response` (not what the API answers).
   */
  async call<T>({ path, schema, signal, body, idempotencyKey }: Call<T>): Promise<Reply<T>> {
    const { baseUrl, apiKey, requestTimeoutMs, replyBytesMax } = this.#settings;
    const timeout = AbortSignal.timeout(requestTimeoutMs);
    try {
      const response = await fetch(`${baseUrl}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          authorization: `Bearer ${apiKey}`,
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        // A redirect would carry the key to wherever it points.
        redirect: 'error',
        signal: AbortSignal.any([signal, timeout]),
      });
      const text = await readText(response, replyBytesMax);
      if (!response.ok) return { refusal: readRefusal(response, text) };
      const parsed = schema.safeParse(parseJson(text));
      if (parsed.success) return { value: parsed.data };
      throw new EngineError('bad_response', `${path} answered ${response.status} with an unexpected body`, {
        cause: parsed.error,
      });
    } catch (error) {
      throw toCallError(error, path, timeout.aborted);
    }
  }

  /**
   * Streams a finished file, capped. A `data:` URL is unpacked; other URLs are fetched without the key, and never from a
   * private network that the upstream itself is not in.
   * @throws {EngineError} `bad_response`, `unavailable`, `timeout`; the stream errors with the same.
   */
  async download(url: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const { baseUrl, videoBytesMax, downloadIdleMs } = this.#settings;
    const parsed = URL.parse(url, baseUrl);
    if (!parsed) throw new EngineError('bad_response', 'the upstream named its file by no usable URL');
    const idle = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const touch = () => {
      clearTimeout(timer);
      timer = setTimeout(() => idle.abort(), downloadIdleMs).unref();
    };
    touch();
    try {
      const response = await fetchWithRetry(parsed, {
        upstreamHost: new URL(baseUrl).hostname,
        signal: AbortSignal.any([signal, idle.signal]),
      });
      if (!response.ok || !response.body) {
        const isGone = response.status === 404 || response.status === 410;
        throw new EngineError(
          isGone ? 'bad_response' : 'unavailable',
          `downloading the result answered ${response.status}`,
        );
      }
      let received = 0;
      const guard = new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          touch();
          received += chunk.length;
          if (received > videoBytesMax) {
            controller.error(new EngineError('bad_response', `the result is larger than ${videoBytesMax} bytes`));
          } else controller.enqueue(chunk);
        },
        flush: () => clearTimeout(timer),
      });
      return response.body.pipeThrough(guard);
    } catch (error) {
      clearTimeout(timer);
      throw toCallError(error, 'the download', idle.signal.aborted);
    }
  }
}

const DOWNLOAD_ATTEMPTS = 3;
const REDIRECTS_MAX = 3;

interface Fetching {
  readonly upstreamHost: string;
  readonly signal: AbortSignal;
}

/** Reading is safe to repeat: a finished file is worth more than one refused connection. */
async function fetchWithRetry(url: URL, fetching: Fetching): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await fetchFollowing(url, fetching);
      if (response.status < 500 || attempt === DOWNLOAD_ATTEMPTS) return response;
      await response.body?.cancel();
    } catch (error) {
      const isFinal = error instanceof EngineError && !error.retryable;
      if (isFinal || fetching.signal.aborted || attempt === DOWNLOAD_ATTEMPTS) throw error;
    }
    await sleep(200 * attempt, undefined, { signal: fetching.signal });
  }
}

/** Each step is checked before it is asked, which `redirect: 'follow'` would not do. */
async function fetchFollowing(first: URL, { upstreamHost, signal }: Fetching): Promise<Response> {
  if (first.protocol === 'data:') return fetch(first, { signal });
  let url = first;
  for (let redirects = 0; redirects <= REDIRECTS_MAX; redirects++) {
    await assertDownloadable(url, upstreamHost);
    const response = await fetch(url, { signal, redirect: 'manual' });
    const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (location === null) return response;
    await response.body?.cancel();
    const next = URL.parse(location, url.href);
    if (!next) throw new EngineError('bad_response', 'the upstream redirects to no usable URL');
    url = next;
  }
  throw new EngineError('bad_response', `the upstream redirects more than ${REDIRECTS_MAX} times`);
}

async function readText(response: Response, bytesMax: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > bytesMax) throw new EngineError('bad_response', `the reply is larger than ${bytesMax} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function toCallError(error: unknown, what: string, timedOut: boolean): EngineError {
  if (error instanceof EngineError) return error;
  if (timedOut) return new EngineError('timeout', `${what} took too long`, { cause: error });
  return new EngineError('unavailable', `${what} could not be reached, or the connection was cut`, { cause: error });
}
