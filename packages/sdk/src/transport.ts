import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import { OpenImagineError, readError } from './errors.ts';

export interface TransportOptions {
  /** `http://localhost:8080`, with or without `/v1`. */
  readonly baseUrl: string;
  readonly apiKey: string;
  /** How often a call that may be repeated is sent again. Default 2. */
  readonly retries?: number | undefined;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Creating calls with an equal key and body are one. Default: a fresh key for each call, so that retries are safe. */
  readonly idempotencyKey?: string | undefined;
}

/** What a call says besides its body. */
export interface SentOptions extends CallOptions {
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Sends calls with the key, again when that is safe, and checks replies against the contract. */
export interface Transport {
  call(method: Method, path: string, body?: unknown, options?: SentOptions): Promise<Response>;
  json<T>(schema: z.ZodType<T>, method: Method, path: string, body?: unknown, options?: SentOptions): Promise<T>;
}

const RETRIES = 2;
const BACKOFF_SECONDS = 0.5;
const WAIT_SECONDS_MAX = 60;

export function createTransport(options: TransportOptions): Transport {
  const root = options.baseUrl.replace(/\/+$/, '').replace(/\/v1$/, '');
  const retries = options.retries ?? RETRIES;
  const transport: Transport = {
    async call(method, path, body, callOptions = {}) {
      const headers: Record<string, string> = { ...callOptions.headers, authorization: `Bearer ${options.apiKey}` };
      if (method === 'POST' || method === 'PUT') headers['content-type'] = 'application/json';
      if (method === 'POST') headers['idempotency-key'] = callOptions.idempotencyKey ?? randomUUID();
      const init: RequestInit = {
        method,
        headers,
        signal: callOptions.signal ?? null,
        body: body === undefined ? null : JSON.stringify(body),
      };
      for (let attempt = 0; ; attempt++) {
        const outcome = await send(`${root}${path}`, init);
        if (outcome instanceof Response) return outcome;
        if (!outcome.retryable || attempt >= retries) throw outcome;
        await pause(
          Math.min(WAIT_SECONDS_MAX, outcome.retryAfterSeconds ?? BACKOFF_SECONDS * 2 ** attempt),
          callOptions.signal,
        );
      }
    },
    async json(schema, method, path, body, callOptions) {
      const response = await transport.call(method, path, body, callOptions);
      const result = schema.safeParse(await response.json().catch(() => undefined));
      if (result.success) return result.data;
      throw new OpenImagineError('The server answered with a body that does not fit its own contract.', {
        status: response.status,
        code: 'bad-reply',
        requestId: response.headers.get('x-request-id') ?? undefined,
        cause: result.error,
      });
    },
  };
  return transport;
}

/** @throws the signal's reason when it is aborted. */
export async function pause(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  await sleep(seconds * 1000, undefined, signal === undefined ? {} : { signal });
}

/** A reply with a good status, or the error that it means. */
export async function send(url: string, init: RequestInit): Promise<Response | OpenImagineError> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    const reason = ((cause as Error).cause as Error | undefined)?.message || (cause as Error).message;
    return new OpenImagineError(
      `${URL.parse(url)?.origin ?? url} cannot be reached (${reason}). Is the server running? Start it with: openimagine serve`,
      {
        status: 0,
        code: 'unreachable',
        cause,
      },
    );
  }
  return response.ok ? response : await readError(response);
}
