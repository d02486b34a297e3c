import { abortedError, invalidInput, OpenImagineError, parseJson, readError } from './errors.ts';

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

export interface SentOptions extends CallOptions {
  /** True: the caller itself decides what is to be sent again. */
  readonly once?: boolean | undefined;
  /** How long after an abort the running request may still be answered: what it made is to be cancelled. Default 0. */
  readonly answerMsAfterAbort?: number | undefined;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Fields without which a reply is of no use. What another server of this API leaves out is not among them. */
export type Needed = Readonly<Record<string, 'string' | 'number' | 'array'>>;

/** Sends calls with the key, again when that is safe. */
export interface Transport {
  /** @param body JSON, or a form. @throws {OpenImagineError} for every status that is not good. */
  call(method: Method, path: string, body?: unknown, options?: SentOptions): Promise<Response>;
  /** @throws {OpenImagineError} `bad-reply` where the reply lacks what is needed. */
  json<T>(needed: Needed, method: Method, path: string, body?: unknown, options?: SentOptions): Promise<T>;
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

/** @throws {OpenImagineError} `invalid-input` when `baseUrl` is no http(s) URL, or there is no key. */
export function createTransport(options: ClientOptions): Transport {
  const root = rootOf(options);
  const isIdempotent = !WITHOUT_IDEMPOTENCY.test(new URL(root).hostname);
  const fetchIt: typeof fetch = options.fetch ?? ((...args) => globalThis.fetch(...args));
  const retries = options.retries ?? RETRIES;
  if (typeof retries !== 'number' || !(retries >= 0))
    throw invalidInput(`\`retries\` must be a number, 0 or more; got ${String(retries)}.`);
  const exchange = async <T>(
    method: Method,
    path: string,
    body: unknown,
    callOptions: SentOptions = {},
    read: (response: Response) => Promise<T>,
  ): Promise<T> => {
    const encoded = encode(method, body, options, callOptions);
    const deadline = abortLater(callOptions);
    const init = { ...encoded, signal: deadline.signal ?? null };
    // 429 and 503 mean that nothing was accepted; of anything else a creating call cannot tell.
    const mayRepeat = ({ status }: OpenImagineError): boolean =>
      method !== 'POST' || isIdempotent || status === 429 || status === 503;
    const once = async (): Promise<T> => await read(await send(fetchIt, `${root}${path}`, init));
    return await transport
      .repeat(once, callOptions, callOptions.once ? () => false : mayRepeat)
      .finally(deadline.clear);
  };
  const transport: Transport = {
    async repeat(work, { signal }, mayRepeat = () => true) {
      for (let attempt = 0; ; attempt++) {
        if (signal?.aborted) throw abortedError(signal);
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
    json: <T>(needed: Needed, method: Method, path: string, body?: unknown, callOptions?: SentOptions) =>
      exchange(method, path, body, callOptions, (response) => readReply<T>(response, needed)),
    async fetchResult(url, callOptions = {}) {
      return await send(fetchIt, url, { headers: { ...callOptions.headers }, signal: callOptions.signal ?? null });
    },
  };
  return transport;
}

function rootOf(options: ClientOptions): string {
  if (typeof options !== 'object' || options === null)
    throw invalidInput("A client needs { baseUrl, apiKey }, such as { baseUrl: 'http://localhost:8080', apiKey }.");
  const { baseUrl, apiKey } = options;
  const root = String(baseUrl).trim().replace(/\/+$/, '').replace(/\/v1$/, '');
  const wrong = (why: string): OpenImagineError =>
    invalidInput(`\`baseUrl\` must be a URL such as http://localhost:8080; got "${baseUrl}"${why}.`);
  if (!/^https?:\/\//i.test(root)) throw wrong(root.includes('://') ? '' : ', where "http://" is missing');
  const url = URL.canParse(root) ? new URL(root) : undefined;
  if (url === undefined) throw wrong('');
  // An empty query or fragment leaves its sign alone, and would swallow every path.
  if (/[?#]/.test(root)) throw wrong(', which has a query or a fragment');
  if (url.username !== '' || url.password !== '')
    throw invalidInput('`baseUrl` must hold no user name and no password: the key is `apiKey`.');
  // Programs in JavaScript hand over a variable of the environment that nobody has set.
  if (typeof apiKey !== 'string' || !/^[\x21-\x7e]+$/.test(apiKey))
    throw invalidInput(
      '`apiKey` must be a key such as the server prints at its first start; it is missing or has other characters.',
    );
  return root;
}

/** @throws {OpenImagineError} `invalid-input` for what no request can hold, such as a header with a line break. */
function encode(method: Method, body: unknown, options: ClientOptions, callOptions: CallOptions): RequestInit {
  try {
    return { method, headers: headersOf(method, body, options, callOptions), body: encodeBody(body) };
  } catch (cause) {
    throw invalidInput(`The call cannot be sent: ${(cause as Error).message}.`, cause);
  }
}

/** The signal of a call, or one that follows it later. */
function abortLater({ signal, answerMsAfterAbort = 0 }: SentOptions): {
  readonly signal: AbortSignal | undefined;
  readonly clear: () => void;
} {
  if (signal === undefined || answerMsAfterAbort === 0) return { signal, clear: () => undefined };
  const late = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const begin = (): void => {
    timer = setTimeout(() => late.abort(signal.reason), answerMsAfterAbort);
  };
  signal.addEventListener('abort', begin, { once: true });
  const clear = (): void => {
    signal.removeEventListener('abort', begin);
    clearTimeout(timer);
  };
  return { signal: late.signal, clear };
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
    throw brokenOff(response.url, cause);
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

/** An id as part of a path. @throws {OpenImagineError} `invalid-input` for one that would lead to another path. */
export function pathPart(id: string): string {
  if (typeof id !== 'string' || /^\s*\.{0,2}\s*$/.test(id))
    throw invalidInput(`Expected an id; got ${typeof id === 'string' ? `"${id}"` : String(id)}.`);
  return encodeURIComponent(id);
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;
const UNTRUSTED = /^(DEPTH_ZERO_)?SELF_SIGNED_CERT|^UNABLE_TO_(VERIFY_LEAF|GET_ISSUER)|^CERT_UNTRUSTED$/;

/** What a network failure means before the reply. */
function unreachable(url: string, cause: unknown): OpenImagineError {
  const { origin, hostname } = URL.canParse(url) ? new URL(url) : { origin: url, hostname: '' };
  const { code } = reasonOf(cause);
  const advice = UNTRUSTED.test(code)
    ? ' Its certificate is not trusted here: name the file of the one that signed it in NODE_EXTRA_CA_CERTS.'
    : LOOPBACK.test(hostname) && (code === '' || code === 'ECONNREFUSED')
      ? ' Is the server running? Start it with: openimagine serve'
      : '';
  return ofNetwork(`${origin} cannot be reached (${reasonOf(cause).reason}).${advice}`, cause);
}

/** What it means in the middle of a reply. */
export function brokenOff(url: string, cause: unknown): OpenImagineError {
  const from = URL.canParse(url) ? new URL(url).origin : 'the server';
  return ofNetwork(`The answer of ${from} broke off (${reasonOf(cause).reason}).`, cause);
}

function ofNetwork(message: string, cause: unknown): OpenImagineError {
  return new OpenImagineError(message, { status: 0, code: 'unreachable', cause });
}

function reasonOf(cause: unknown): { readonly reason: string; readonly code: string } {
  const { message, cause: inner } = Object(cause) as Error;
  const { message: why, code } = Object(inner) as { message?: string; code?: unknown };
  return { reason: why || message || String(cause), code: typeof code === 'string' ? code : '' };
}
