import { setTimeout as sleep } from 'node:timers/promises';
// Node 24 brings an older one, which ends the process when the other side hangs up while a reply waits to be read.
import { fetch, type Response } from 'undici';
import type { z } from 'zod';
import { type EngineContext, EngineError } from '../engine.ts';
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
   * Streams a finished file without the key. Reading is safe to repeat: it is worth more than one refused connection.
   * @throws {EngineError} As `EngineContext.download`; the stream errors with the same.
   */
  async download(url: string, { signal, download }: EngineContext): Promise<ReadableStream<Uint8Array>> {
    const { baseUrl, videoBytesMax } = this.#settings;
    const absolute = URL.parse(url, baseUrl);
    if (!absolute) throw new EngineError('bad_response', 'the upstream named its file by no usable URL');
    for (let attempt = 1; ; attempt++) {
      try {
        return await download(absolute.href, { bytesMax: videoBytesMax, signal });
      } catch (error) {
        const isFinal = error instanceof EngineError && !error.retryable;
        if (isFinal || signal.aborted || attempt === DOWNLOAD_ATTEMPTS) throw error;
      }
      await sleep(200 * attempt, undefined, { signal });
    }
  }
}

const DOWNLOAD_ATTEMPTS = 3;

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
