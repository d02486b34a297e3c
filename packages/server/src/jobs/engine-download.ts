import { EngineError, type EngineErrorKind } from '@openimagine/engines';
import type { Context } from '../context.ts';
import { FetchError, type FetchErrorKind } from '../fetching/guarded-client.ts';

/** A finished film from a slow upstream; the attempt's own deadline is the shorter one as a rule. */
const DOWNLOAD_MS_MAX = 600_000;

const KINDS: Readonly<Record<FetchErrorKind, EngineErrorKind>> = {
  bad_url: 'bad_response',
  forbidden_address: 'bad_response',
  unresolved: 'unavailable',
  unreachable: 'unavailable',
  too_many_redirects: 'bad_response',
  bad_status: 'unavailable',
  too_large: 'bad_response',
  too_slow: 'timeout',
  bad_encoding: 'bad_response',
  busy: 'unavailable',
};

/**
 * Fetches what an engine's upstream named, by the guarded client: an upstream must not make us reach where it cannot.
 * @throws {EngineError} As `EngineContext.download` says.
 */
export async function download(
  context: Context,
  url: string,
  { bytesMax, signal }: { readonly bytesMax: number; readonly signal: AbortSignal },
): Promise<ReadableStream<Uint8Array>> {
  if (url.startsWith('data:')) return unpackDataUrl(url, bytesMax);
  try {
    const { body } = await context.resultFetcher.fetch(url, { bytesMax, signal, timeoutMs: DOWNLOAD_MS_MAX });
    return withEngineErrors(body);
  } catch (error) {
    throw toEngineError(error);
  }
}

function unpackDataUrl(url: string, bytesMax: number): ReadableStream<Uint8Array> {
  const match = /^data:[^,]{0,200};base64,/i.exec(url);
  const bytes = match === null ? Buffer.alloc(0) : Buffer.from(url.slice(match[0].length), 'base64');
  if (bytes.length > 0 && bytes.length <= bytesMax) return new Blob([bytes]).stream();
  throw new EngineError('bad_response', 'the result came as a data URL that cannot be read');
}

function withEngineErrors(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        controller.error(toEngineError(error));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

function toEngineError(error: unknown): unknown {
  if (!(error instanceof FetchError)) return error;
  // A file that is not there will not be there in a second either.
  const isMissing = error.status !== undefined && error.status < 500;
  return new EngineError(
    isMissing ? 'bad_response' : KINDS[error.kind],
    `downloading the result failed: ${error.message}`,
    { cause: error },
  );
}
