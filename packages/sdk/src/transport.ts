import { abortedError, OpenImagineError, parseJson, readError } from './errors.ts';

export interface ClientOptions {
  /** `http://localhost:8080`, with or without `/v1`. */
  readonly baseUrl: string;
  readonly apiKey: string;
  /** What calls are made with. Default: the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
  /** How often a call that may be repeated is sent again. Default 2. */
  readonly retries?: number | undefined;
  /** Sent with every call. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Creating calls with an equal key and body are one. Default: a fresh key for each call, so that retries are safe. */
  readonly idempotencyKey?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

interface SentOptions extends CallOptions {
  /** True: the caller itself decides what is to be sent again. */
  readonly once?: boolean | undefined;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Fields without which a reply is of no use. What another server of this API leaves out is not among them. */
export type Needed = Readonly<Record<string, 'string' | 'number' | 'array'>>;

/** Sends calls with the key, again when that is safe. */
export interface Transport {
  /** @param body JSON, or a form. @throws {OpenImagineError} for every status that is not good. */
  call(method: Method, path: string, body?: unknown, options?: SentOptions): Promise<Response>;
  /** @throws {OpenImagineError} `bad-reply` where the reply lacks what is needed. */
  json<T>(needed: Needed, method: Method, path: string, body?: unknown, options?: CallOptions): Promise<T>;
  /** Fetches a result, once and without the key. */
  fetchResult(url: string, options?: CallOptions): Promise<Response>;
  /** Does it again as long as it fails in a way that may pass. @param mayRepeat Of an error that may pass: true where doing it twice does no harm. */
  repeat<T>(work: () => Promise<T>, options: CallOptions, mayRepeat?: (error: OpenImagineError) => boolean): Promise<T>;
}

const RETRIES = 2;
const BACKOFF_SECONDS = 0.5;
const WAIT_SECONDS_MAX = 60;
/** xAI documents no idempotency key: there, a call whose answer was lost may have been accepted and billed. */
const WITHOUT_IDEMPOTENCY = /(^|\.)x\.ai$/;

/** @throws {OpenImagineError} `invalid-input` when `baseUrl` is no URL, or there is no key. */
export function createTransport(options: ClientOptions): Transport {
  const root = rootOf(options);
  const isIdempotent = !WITHOUT_IDEMPOTENCY.test(new URL(root).hostname);
  const fetchIt: typeof fetch = options.fetch ?? ((...args) => globalThis.fetch(...args));
  const retries = options.retries ?? RETRIES;
  const exchange = async <T>(
    method: Method,
    path: string,
    body: unknown,
    callOptions: SentOptions = {},
    read: (response: Response) => Promise<T>,
  ): Promise<T> => {
    const headers = headersOf(method, body, options, callOptions);
    const init: RequestInit = { method, headers, signal: callOptions.signal ?? null, body: encodeBody(body) };
    // 429 and 503 mean that nothing was accepted; of anything else a creating call cannot tell.
    const mayRepeat = ({ status }: OpenImagineError): boolean =>
      method !== 'POST' || isIdempotent || status === 429 || status === 503;
    const once = async (): Promise<T> => await read(await send(fetchIt, `${root}${path}`, init));
    return await transport.repeat(once, callOptions, callOptions.once ? () => false : mayRepeat);
  };
  const transport: Transport = {
    async repeat(work, { signal }, mayRepeat = () => true) {
      for (let attempt = 0; ; attempt++) {
        try {
          return await work();
        } catch (error) {
          if (signal?.aborted) throw abortedError(signal);
          if (!(error instanceof OpenImagineError) || !error.retryable) throw error;
          if (attempt >= retries || !mayRepeat(error)) throw error;
          // Asked for later than anybody waits here: the caller knows better what to do until then.
          if ((error.retryAfterSeconds ?? 0) > WAIT_SECONDS_MAX) throw error;
          const seconds = error.retryAfterSeconds ?? BACKOFF_SECONDS * 2 ** attempt * (0.75 + Math.random() / 2);
          await pause(seconds, signal);
        }
      }
    },
    call: (method, path, body, callOptions) => exchange(method, path, body, callOptions, async (response) => response),
    json: <T>(needed: Needed, method: Method, path: string, body?: unknown, callOptions?: CallOptions) =>
      exchange(method, path, body, callOptions, (response) => readReply<T>(response, needed)),
    async fetchResult(url, callOptions = {}) {
      return await send(fetchIt, url, { headers: { ...callOptions.headers }, signal: callOptions.signal ?? null });
    },
  };
  return transport;
}

function rootOf({ baseUrl, apiKey }: ClientOptions): string {
  const wrong = (message: string): OpenImagineError =>
    new OpenImagineError(message, { status: 0, code: 'invalid-input' });
  const root = String(baseUrl).replace(/\/+$/, '').replace(/\/v1$/, '');
  if (!URL.canParse(root)) throw wrong(`\`baseUrl\` must be a URL such as http://localhost:8080; got "${baseUrl}".`);
  // Programs in JavaScript hand over a variable of the environment that nobody has set.
  if (typeof apiKey !== 'string' || !/^[\x21-\x7e]+$/.test(apiKey))
    throw wrong(
      '`apiKey` must be a key such as the server prints at its first start; it is missing or has other characters.',
    );
  return root;
}

function headersOf(method: Method, body: unknown, options: ClientOptions, callOptions: CallOptions): Headers {
  const headers = new Headers(options.headers);
  for (const [name, value] of Object.entries(callOptions.headers ?? {})) headers.set(name, value);
  headers.set('authorization', `Bearer ${options.apiKey}`);
  // A form brings a type with its boundary.
  if ((method === 'POST' || method === 'PUT') && !(body instanceof FormData))
    headers.set('content-type', 'application/json');
  if (method === 'POST') headers.set('idempotency-key', callOptions.idempotencyKey ?? randomKey());
  return headers;
}

function encodeBody(body: unknown): string | FormData | null {
  if (body === undefined) return null;
  return body instanceof FormData ? body : JSON.stringify(body);
}

/** `crypto.randomUUID` is missing in pages that came over plain http. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @throws {OpenImagineError} `bad-reply`. */
export async function readReply<T>(response: Response, needed: Needed): Promise<T> {
  const text = await response.text().catch((cause: unknown) => {
    throw unreachable(response.url, cause);
  });
  const reply = parseJson(text);
  const missing = Object.entries(needed).find(([name, type]) => !hasField(reply, name, type));
  if (missing === undefined) return reply as T;
  throw new OpenImagineError(`The server answered without \`${missing[0]}\`, or with no JSON at all.`, {
    status: response.status,
    code: 'bad-reply',
    requestId: response.headers.get('x-request-id') ?? undefined,
  });
}

function hasField(reply: unknown, name: string, type: Needed[string]): boolean {
  if (typeof reply !== 'object' || reply === null) return false;
  const value = (reply as Record<string, unknown>)[name];
  return type === 'array' ? Array.isArray(value) : typeof value === type;
}

/** @throws {OpenImagineError} `aborted`. */
export async function pause(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  if (signal?.aborted) throw abortedError(signal);
  await new Promise<void>((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(abortedError(signal!));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, seconds * 1000);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

async function send(fetchIt: typeof fetch, url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetchIt(url, init);
  } catch (cause) {
    throw unreachable(url, cause);
  }
  if (!response.ok) throw await readError(response);
  return response;
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** What a network failure means, before the reply or in the middle of it. */
export function unreachable(url: string, cause: unknown): OpenImagineError {
  const { origin, hostname } = URL.canParse(url) ? new URL(url) : { origin: url, hostname: '' };
  const { message, cause: inner } = cause as Error;
  const reason = (inner as Error | undefined)?.message || message;
  const advice = LOOPBACK.test(hostname) ? ' Is the server running? Start it with: openimagine serve' : '';
  return new OpenImagineError(`${origin} cannot be reached (${reason}).${advice}`, {
    status: 0,
    code: 'unreachable',
    cause,
  });
}
