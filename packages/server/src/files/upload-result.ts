import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StoredObject } from '@openimagine/storage';
import type { Context } from '../context.ts';
import { FetchError, type FetchErrorKind } from '../fetching/guarded-client.ts';

/** What goes wrong on the way may go right the next time; a host that is down for longer is its owner's to see to. */
const TRIES = 3;
const FIRST_WAIT_MS = 500;
const TRY_MS_MAX = 60_000;

/**
 * Puts a stored object to a URL that a caller gave, by the guarded client; a failure that may pass is tried again.
 * @returns Undefined when it was taken, else why it was not, for the caller.
 * @throws the reason of the signal alone.
 */
export async function uploadResult(
  context: Context,
  task: {
    readonly object: StoredObject;
    readonly url: string;
    readonly owner: string;
    readonly signal: AbortSignal;
  },
): Promise<string | undefined> {
  let failure = '';
  for (let tries = 0; tries < TRIES; tries++) {
    if (tries > 0) await sleep(FIRST_WAIT_MS * 2 ** tries, undefined, { signal: task.signal });
    const outcome = await tryOnce(context, task);
    if (outcome === undefined) return undefined;
    failure = outcome.failure;
    if (outcome.isFinal) break;
  }
  return failure;
}

async function tryOnce(
  context: Context,
  { object, url, owner, signal }: Parameters<typeof uploadResult>[1],
): Promise<{ readonly failure: string; readonly isFinal: boolean } | undefined> {
  let body: Readable | undefined;
  try {
    const stored = await context.store.get(object.key);
    if (stored === undefined) return { failure: 'it is gone.', isFinal: true };
    body = Readable.fromWeb(stored.body);
    // Where the connection fails nobody reads it, and its own end is no news.
    body.on('error', () => undefined);
    const { status } = await context.fetcher.send(url, {
      method: 'PUT',
      headers: { 'content-type': object.mime, 'content-length': String(object.sizeBytes) },
      body,
      owner,
      signal,
      timeoutMs: TRY_MS_MAX,
    });
    if (status >= 200 && status < 300) return undefined;
    const isFinal = status < 500 && status !== 408 && status !== 425 && status !== 429;
    return { failure: `it answered with status ${status}.`, isFinal };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof FetchError) return { failure: messageOf(error), isFinal: FINAL.has(error.kind) };
    context.log.error('result-not-read', { key: object.key, error });
    return { failure: 'it cannot be read just now.', isFinal: false };
  } finally {
    body?.destroy();
  }
}

/** No other try will end otherwise. */
const FINAL: ReadonlySet<FetchErrorKind> = new Set(['forbidden_address', 'bad_url']);

/** The message of a forbidden address is for who wants something fetched. */
function messageOf({ kind, message }: FetchError): string {
  if (kind !== 'forbidden_address') return message;
  return (
    'its host is not on the public internet. Name one that is; in development, the server can be started with ' +
    '--allow-private-fetch.'
  );
}
