import type { Readable } from 'node:stream';
import { type AddressRules, assertAllowedAsWritten, findCheckedAddresses } from './checked-addresses.ts';
import { FetchError } from './fetch-error.ts';
import { assertPlainFile, claimedBytes, claimedMime, locationOf } from './judge-answer.ts';
import { type Lifetime, openLifetime } from './lifetime.ts';
import { FETCH_LIMITS, type FetchLimits } from './limits.ts';
import { type Meter, openMeteredBody, tooLarge } from './metered-body.ts';
import { type Answer, openAnswer } from './open-answer.ts';
import { createDnsResolver, type ResolveName, resolveBySystem } from './resolve-name.ts';
import { createSlots } from './slots.ts';
import { readTargetUrl, siteOf } from './target-url.ts';

export { FetchError, type FetchErrorKind } from './fetch-error.ts';

export interface GuardedClientOptions {
  /** Development: this machine and private networks too. Where clouds keep credentials stays out of reach. */
  readonly allowPrivate: boolean;
  /** Origins, as `http://10.0.0.7:8188`, that may be private: the configured upstream's. */
  readonly trustedOrigins?: readonly string[] | undefined;
  /** All addresses of a name. Default: the machine's name servers, and its hosts file where private is allowed. */
  readonly resolve?: ResolveName | undefined;
  /** In place of some of `FETCH_LIMITS`. */
  readonly limits?: Partial<FetchLimits> | undefined;
}

export interface FetchRequest {
  readonly bytesMax: number;
  /** On whose behalf: owners that wait for a connection take turns. Default: nobody's in particular. */
  readonly owner?: string | undefined;
  /** Ends the connection at once; `fetch`, or the body, then rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** From the call to the last byte, redirects included. Default: 10 s, for pictures. */
  readonly timeoutMs?: number | undefined;
  /** As the header. Default: anything. */
  readonly accept?: string | undefined;
}

/** Something to be sent to what a user names. */
export interface SendRequest {
  readonly method: 'PUT' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  /** A stream is read once: with it, `content-length` among the headers. */
  readonly body: Uint8Array | Readable;
  readonly owner?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** From the call to the end of the answer. */
  readonly timeoutMs: number;
}

export interface SentAnswer {
  readonly status: number;
  /** Its beginning, at most `ANSWER_BYTES_MAX` bytes as text. */
  readonly text: string;
}

export interface FetchedBody {
  /** As the other side says, in lower case, without parameters. Never to be relied on. */
  readonly mime: string | undefined;
  /** As the other side says; undefined when it does not. */
  readonly sizeBytes: number | undefined;
  /** After redirects. */
  readonly url: string;
  /** To be read to its end or cancelled. It rejects with a `FetchError` past `bytesMax`, when it is too slow, or cut off. */
  readonly body: ReadableStream<Uint8Array>;
}

/**
 * The one way to fetch what a user names. It connects to public addresses only, checked for every connection, so that
 * neither a name's changing addresses nor a redirect lead elsewhere; and everything it does has a limit.
 */
export interface GuardedClient {
  /** @throws {FetchError} for whatever keeps the URL from being fetched; the reason of the signal when that aborts. */
  fetch(url: string, request: FetchRequest): Promise<FetchedBody>;
  /**
   * Sends, by the same rules. Redirects are not followed: what is sent is for this address alone.
   * @returns Whatever was answered. @throws {FetchError} when nothing was; the reason of the signal when that aborts.
   */
  send(url: string, request: SendRequest): Promise<SentAnswer>;
  /**
   * Judges a URL by what can be told without asking anybody, to refuse it early: it is judged again when it is called.
   * @throws {FetchError} `bad_url`, `forbidden_address`
   */
  assertAllowed(url: string): void;
  /** Ends what is under way, and resolves when every connection is gone. */
  close(): Promise<void>;
}

interface Parts {
  readonly limits: FetchLimits;
  readonly rules: AddressRules;
}

export function createGuardedClient(options: GuardedClientOptions): GuardedClient {
  const limits = { ...FETCH_LIMITS, ...options.limits };
  const parts: Parts = { limits, rules: createRules(options) };
  const slots = createSlots({ count: limits.connectionsMax, perOwner: limits.connectionsPerOwnerMax });
  const running = new Map<Lifetime, Promise<void>>();
  let isClosed = false;

  /** Runs a transfer in its turn and its time; what it leaves open is closed when it is over. */
  const transferring = async <T>(
    url: string,
    request: Pick<FetchRequest, 'owner' | 'signal' | 'timeoutMs'>,
    work: (target: URL, transfer: Transfer) => Promise<T>,
  ): Promise<T> => {
    if (isClosed) throw stopping();
    const target = readTargetUrl(url, limits.urlCharactersMax);
    const life = openLifetime(request.signal);
    const transfer: Transfer = { life };
    running.set(
      life,
      whenOver(transfer).finally(() => running.delete(life)),
    );
    const timeoutMs = request.timeoutMs ?? limits.timeoutMs;
    life.limit(timeoutMs, () => (transfer.giveBack === undefined ? busy() : overtime(timeoutMs)));
    try {
      transfer.giveBack = await slots.take(request.owner ?? '', life.signal);
      // Its turn and its end may have come in the same moment.
      if (life.signal.aborted) transfer.giveBack();
      life.signal.throwIfAborted();
      return await work(target, transfer);
    } catch (error) {
      life.fail(error);
      throw life.signal.reason;
    }
  };

  return {
    fetch: (url, request) => transferring(url, request, (target, transfer) => follow(target, request, transfer, parts)),
    send: (url, request) => transferring(url, request, (target, transfer) => deliver(target, request, transfer, parts)),
    assertAllowed(url) {
      const target = readTargetUrl(url, limits.urlCharactersMax);
      assertAllowedAsWritten(target, siteOf(target, 0), parts.rules);
    },
    async close() {
      isClosed = true;
      const ends = [...running.values()];
      for (const life of running.keys()) life.fail(stopping());
      await Promise.all(ends);
    },
  };
}

/** What is given back when the lifetime is over. */
interface Transfer {
  readonly life: Lifetime;
  giveBack?: () => void;
  answer?: Answer;
}

async function whenOver(transfer: Transfer): Promise<void> {
  const over = Promise.withResolvers<void>();
  const { signal } = transfer.life;
  if (signal.aborted) over.resolve();
  signal.addEventListener('abort', () => over.resolve(), { once: true });
  await over.promise;
  await transfer.answer?.close();
  transfer.giveBack?.();
}

/** Asks, and asks again where the answer points to, each time by all rules anew. */
async function follow(first: URL, request: FetchRequest, transfer: Transfer, parts: Parts): Promise<FetchedBody> {
  const { limits, rules } = parts;
  const { life } = transfer;
  let url = first;
  for (let redirects = 0; redirects <= limits.redirectsMax; redirects++) {
    const site = siteOf(url, redirects);
    const clear = life.limit(limits.answerMs, () => silent(site));
    const addresses = await life.race(findCheckedAddresses(url, site, rules));
    const answer = await openAnswer({ url, site, addresses, accept: request.accept ?? '*/*' }, life, limits);
    transfer.answer = answer;
    clear();
    const location = locationOf(answer, site);
    if (location === undefined) return toFetchedBody(url, answer, { site, bytesMax: request.bytesMax, life, limits });
    await answer.close();
    url = readTargetUrl(location, limits.urlCharactersMax, url);
  }
  throw new FetchError(
    'too_many_redirects',
    `The URL redirects more than ${limits.redirectsMax} times. Use the one where it ends.`,
  );
}

/** Of an answer to what was sent: enough for a log line. */
const ANSWER_BYTES_MAX = 2_048;

async function deliver(url: URL, request: SendRequest, transfer: Transfer, parts: Parts): Promise<SentAnswer> {
  const { limits, rules } = parts;
  const { life } = transfer;
  const site = siteOf(url, 0);
  const addresses = await life.race(findCheckedAddresses(url, site, rules));
  const { method, headers, body } = request;
  const answer = await openAnswer(
    { url, site, addresses, accept: '*/*', send: { method, headers, body } },
    life,
    limits,
  );
  transfer.answer = answer;
  const text = await life.race(beginningOf(answer.body));
  life.end();
  return { status: answer.status, text };
}

async function beginningOf(body: Readable): Promise<string> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    sizeBytes += chunk.byteLength;
    if (sizeBytes >= ANSWER_BYTES_MAX) break;
  }
  return new TextDecoder().decode(Buffer.concat(chunks).subarray(0, ANSWER_BYTES_MAX));
}

function toFetchedBody(url: URL, answer: Answer, meter: Meter): FetchedBody {
  assertPlainFile(answer, meter.site);
  const sizeBytes = claimedBytes(answer);
  if (sizeBytes !== undefined && sizeBytes > meter.bytesMax) throw tooLarge(meter.site, meter.bytesMax);
  return { mime: claimedMime(answer), sizeBytes, url: url.href, body: openMeteredBody(answer, meter) };
}

function createRules({ allowPrivate, trustedOrigins = [], resolve }: GuardedClientOptions): AddressRules {
  const trusted = new Set(trustedOrigins.map((origin) => new URL(origin).origin));
  const isNearbyAllowed = (url: URL): boolean => allowPrivate || trusted.has(url.origin);
  const ask = createDnsResolver();
  return {
    isNearbyAllowed,
    resolve: (url) => {
      if (resolve !== undefined) return resolve(url.hostname);
      return isNearbyAllowed(url) ? resolveBySystem(url.hostname) : ask(url.hostname);
    },
  };
}

function stopping(): FetchError {
  return new FetchError('busy', 'The server is stopping. Try again shortly.');
}

function busy(): FetchError {
  return new FetchError('busy', 'The server is fetching too many files at once. Try again shortly.');
}

function overtime(timeoutMs: number): FetchError {
  return new FetchError(
    'too_slow',
    `The transfer took longer than ${timeoutMs / 1000} s. Use a faster host or a smaller file.`,
  );
}

function silent(site: string): FetchError {
  return new FetchError('too_slow', `${site} did not answer in time. Try again, or use a faster host.`);
}
