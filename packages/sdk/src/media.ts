import { abortedError, invalidInput, OpenImagineError, readSafely } from './errors.ts';
import { brokenOff, randomKey, type Transport } from './transport.ts';

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
}

/** The bytes of a picture or a video, fetched when they are asked for. A download that breaks off is begun again. */
export interface Media {
  /** Where it can be fetched without a key; undefined where only its bytes came with the reply, or it was put elsewhere. */
  readonly url: string | undefined;
  bytes(options?: ReadOptions): Promise<Uint8Array>;
  blob(options?: ReadOptions): Promise<Blob>;
  /** As it comes; what breaks off here is the reader's to begin again. */
  stream(options?: ReadOptions): Promise<ReadableStream<Uint8Array>>;
  /** Node only: streams it to a file that appears under its name when it is whole, and not before. */
  save(path: string, options?: ReadOptions): Promise<void>;
}

type Open = (options: ReadOptions) => Promise<Response>;

/** Of what lies behind a URL. */
export function mediaAt(transport: Transport, url: string): Media {
  return createMedia(transport, url, (options) => transport.fetchResult(url, options));
}

/** Of what has a path of its own behind the key. */
export function mediaBehindKey(transport: Transport, path: string): Media {
  return createMedia(transport, undefined, (options) => transport.call('GET', path, undefined, options));
}

/** Of what came inside the reply. @param url Where it is, too, if anywhere. */
export function mediaOfBase64(transport: Transport, base64: string, type: string, url: string | undefined): Media {
  const open = async (): Promise<Response> => {
    const text = readSafely(() => atob(base64));
    const bytes = Uint8Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
    return new Response(bytes, { headers: { 'content-type': type } });
  };
  return createMedia(transport, url, open);
}

/** Of what is not there: every way to read it throws. */
export function mediaWithout(transport: Transport, error: OpenImagineError): Media {
  return createMedia(transport, undefined, () => Promise.reject(error));
}

function createMedia(transport: Transport, url: string | undefined, open: Open): Media {
  const whole = <T>(options: ReadOptions, read: (response: Response) => Promise<T>): Promise<T> =>
    transport.repeat(async () => {
      const response = await open(options);
      return await read(response).catch((cause: unknown) => {
        throw cause instanceof OpenImagineError ? cause : brokenOff(response.url, cause);
      });
    }, options);
  return {
    url,
    bytes: (options = {}) => whole(options, async (response) => new Uint8Array(await response.arrayBuffer())),
    blob: (options = {}) => whole(options, (response) => response.blob()),
    async stream(options = {}) {
      const { body, url: from } = await transport.repeat(() => open(options), options);
      return body === null ? new Blob([]).stream() : readableFrom(body, from, options);
    },
    async save(path, options = {}) {
      if (typeof path !== 'string' || path === '') throw invalidInput('`save` needs the name of a file.');
      await whole(options, (response) => saveTo(path, response, options));
    },
  };
}

/** The same bytes; what breaks off is told as everywhere. */
function readableFrom(
  body: ReadableStream<Uint8Array>,
  url: string,
  { signal }: ReadOptions,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (cause) {
        controller.error(signal?.aborted ? abortedError(signal) : brokenOff(url, cause));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

type FileSystem = typeof import('node:fs/promises');

/** By a name that bundlers do not see through: pages never come here. */
async function fileSystem(): Promise<FileSystem> {
  const name = 'node:fs/promises';
  try {
    return (await import(/* @vite-ignore */ /* webpackIgnore: true */ name)) as FileSystem;
  } catch (cause) {
    throw notSaved('Files can be saved by Node only. Use blob(), bytes() or stream() here.', cause);
  }
}

async function saveTo(path: string, response: Response, { signal }: ReadOptions): Promise<void> {
  const { open, rename, rm } = await fileSystem();
  const partial = `${path}.${randomKey()}.part`;
  const failed = (cause: unknown): never => {
    throw notSaved(`${path} cannot be written: ${(cause as Error).message}.`, cause);
  };
  const file = await open(partial, 'wx').catch(failed);
  try {
    for await (const chunk of chunksOf(response.body)) {
      if (signal?.aborted) throw abortedError(signal);
      for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at).catch(failed)).bytesWritten;
    }
    await file.close();
    await rename(partial, path).catch(failed);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(partial, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Not every browser iterates over a stream by itself. Whoever stops early ends the stream. */
export async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array, void, undefined> {
  if (body === null) return;
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function notSaved(message: string, cause: unknown): OpenImagineError {
  return new OpenImagineError(message, { status: 0, code: 'not-saved', cause });
}
