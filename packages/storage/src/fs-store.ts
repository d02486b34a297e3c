import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, opendir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { decodeTrailer, encodeTrailer, TRAILER_BYTES } from './fs-trailer.ts';
import { type ListedObject, type ObjectStore, StorageError, type StoredObject } from './object-store.ts';

type FileHandle = Awaited<ReturnType<typeof open>>;

/** Large enough that a 1080p film takes a few hundred reads, small enough that a hundred readers fit in memory. */
const CHUNK_BYTES = 64 * 1024;
const PARTIAL_FOLDER = '.partial';
const KEY_SEGMENT = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;
const KEY_CHARACTERS_MAX = 512;
/** Of two hundred that put and delete at once in the same two folders, a few needed a second one, and none a third. */
const PUBLISH_ROUNDS = 20;

/**
 * Keeps objects as files below `root`, which is created when it is missing. Each file is the object followed by a small
 * trailer that holds its type and digest: one rename publishes both, and the file still opens as a picture or a film.
 * @param root This process's own: half-written files of an earlier process are deleted.
 * @param options.now What `storedAt` is read from. Default: the system's clock.
 * @throws {StorageError} `unavailable` when the folder cannot be created.
 */
export async function openFsStore(root: string, options: { readonly now?: () => Date } = {}): Promise<ObjectStore> {
  const { now = () => new Date() } = options;
  const partials = join(root, PARTIAL_FOLDER);
  try {
    await mkdir(partials, { recursive: true });
    for (const name of await readdir(partials)) await rm(join(partials, name), { force: true });
  } catch (error) {
    throw storageError(error, `The storage folder ${root} cannot be used`);
  }
  return {
    name: 'fs',
    put: (key, body, { mime }) => put({ root, now }, key, body, mime),
    head: async (key) => {
      const found = await openObject(root, key);
      await found?.handle.close();
      return found?.object;
    },
    get: (key, range) => get(root, key, range),
    delete: (key) => remove(root, key),
    list: (prefix) => list(root, prefix),
  };
}

/** Where objects are put, and when that is. */
interface Place {
  readonly root: string;
  readonly now: () => Date;
}

async function put(
  { root, now }: Place,
  key: string,
  body: ReadableStream<Uint8Array> | Uint8Array,
  mime: string,
): Promise<StoredObject> {
  const path = pathOf(root, key);
  const partial = join(root, PARTIAL_FOLDER, randomUUID());
  try {
    const object = await writePartial(partial, key, body, { mime, now });
    await publish(partial, path);
    return object;
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw storageError(error, `The object ${key} could not be stored`);
  }
}

/** Whoever deletes the last object of a folder removes it, which may be just before this one is put into it. */
async function publish(partial: string, path: string): Promise<void> {
  for (let round = 1; ; round++) {
    try {
      await mkdir(dirname(path), { recursive: true });
      return await rename(partial, path);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT' || round === PUBLISH_ROUNDS) throw error;
    }
  }
}

async function writePartial(
  partial: string,
  key: string,
  body: ReadableStream<Uint8Array> | Uint8Array,
  { mime, now }: { readonly mime: string; readonly now: () => Date },
): Promise<StoredObject> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const handle = await open(partial, 'wx');
  try {
    for await (const chunk of body instanceof Uint8Array ? [body] : body) {
      hash.update(chunk);
      sizeBytes += chunk.byteLength;
      await writeAll(handle, chunk);
    }
    const object = { key, sizeBytes, mime, sha256: hash.digest('hex') };
    await writeAll(handle, encodeTrailer(object));
    const storedAt = now();
    await handle.utimes(storedAt, storedAt);
    // Without it a power cut after the rename can leave a whole name with half a content.
    await handle.datasync();
    return object;
  } finally {
    await handle.close();
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let offset = 0; offset < bytes.byteLength; ) {
    const { bytesWritten } = await handle.write(bytes, offset, bytes.byteLength - offset);
    offset += bytesWritten;
  }
}

async function get(
  root: string,
  key: string,
  range?: { readonly start: number; readonly end: number },
): Promise<{ readonly object: StoredObject; readonly body: ReadableStream<Uint8Array> } | undefined> {
  const found = await openObject(root, key);
  if (found === undefined) return undefined;
  const { handle, object } = found;
  const start = range?.start ?? 0;
  const end = Math.min(range === undefined ? object.sizeBytes : range.end + 1, object.sizeBytes);
  return { object, body: streamOf(handle, start, end) };
}

/** Closes the handle at the end, on error, and when the reader goes away. */
function streamOf(handle: FileHandle, start: number, end: number): ReadableStream<Uint8Array> {
  let position = start;
  return new NodeReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          if (position < end) {
            const chunk = new Uint8Array(Math.min(CHUNK_BYTES, end - position));
            const { bytesRead } = await handle.read(chunk, 0, chunk.byteLength, position);
            if (bytesRead === 0) throw new StorageError('unavailable', 'A stored file is shorter than it was written');
            position += bytesRead;
            controller.enqueue(chunk.subarray(0, bytesRead));
          }
          if (position >= end) {
            await handle.close();
            controller.close();
          }
        } catch (error) {
          await handle.close().catch(() => undefined);
          controller.error(error);
        }
      },
      cancel: () => handle.close(),
    },
    { highWaterMark: 0 },
  ) as ReadableStream<Uint8Array>;
}

async function openObject(
  root: string,
  key: string,
): Promise<{ handle: FileHandle; object: StoredObject } | undefined> {
  const path = pathOf(root, key);
  let handle: FileHandle;
  try {
    handle = await open(path, 'r');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw storageError(error, `The object ${key} could not be opened`);
  }
  try {
    const info = await handle.stat();
    // A folder on the way to other keys is no object.
    if (!info.isFile()) {
      await handle.close();
      return undefined;
    }
    const sizeBytes = info.size - TRAILER_BYTES;
    const trailer = new Uint8Array(TRAILER_BYTES);
    if (sizeBytes >= 0) await handle.read(trailer, 0, TRAILER_BYTES, sizeBytes);
    const about = decodeTrailer(trailer);
    if (about === undefined) throw new StorageError('unavailable', `The file of ${key} is damaged`);
    return { handle, object: { key, sizeBytes, ...about } };
  } catch (error) {
    await handle.close().catch(() => undefined);
    throw storageError(error, `The object ${key} could not be read`);
  }
}

async function remove(root: string, key: string): Promise<void> {
  const path = pathOf(root, key);
  try {
    await rm(path, { force: true });
  } catch (error) {
    throw storageError(error, `The object ${key} could not be deleted`);
  }
  // Folders that are now empty go too; the first that is not ends the climb.
  for (let folder = dirname(path); folder !== root && folder.startsWith(root); folder = dirname(folder)) {
    try {
      await rmdir(folder);
    } catch {
      return;
    }
  }
}

async function* list(root: string, prefix: string): AsyncGenerator<ListedObject> {
  if (prefix !== '' && !prefix.endsWith('/')) {
    throw new StorageError('invalid_key', 'A prefix is empty, or segments of a key that are each followed by "/"');
  }
  const folder = prefix === '' ? root : pathOf(root, prefix.slice(0, -1));
  try {
    for await (const entry of await opendir(folder)) {
      // Half-written files lie in a folder whose name is no segment; so may whatever else keeps a file next to ours.
      if (!KEY_SEGMENT.test(entry.name)) continue;
      const key = prefix + entry.name;
      if (entry.isDirectory()) yield* list(root, `${key}/`);
      else if (entry.isFile()) yield* describe(key, join(folder, entry.name));
    }
  } catch (error) {
    // Never there, or emptied and removed while it was read.
    if (!isMissing(error)) throw storageError(error, `The objects below ${prefix} could not be listed`);
  }
}

/** Nothing, when the file is gone by now. */
async function* describe(key: string, path: string): AsyncGenerator<ListedObject> {
  const info = await stat(path).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (info !== undefined) yield { key, storedAt: info.mtime };
}

function pathOf(root: string, key: string): string {
  const segments = key.split('/');
  if (key.length > KEY_CHARACTERS_MAX || !segments.every((segment) => KEY_SEGMENT.test(segment)))
    throw new StorageError('invalid_key', 'An object key is segments of [A-Za-z0-9._-] joined by "/"');
  return join(root, ...segments);
}

function storageError(error: unknown, message: string): StorageError {
  if (error instanceof StorageError) return error;
  const code = codeOf(error);
  const kind = code === 'ENOSPC' || code === 'EDQUOT' ? 'no_space' : 'unavailable';
  return new StorageError(kind, `${message}${code === undefined ? '' : ` (${code})`}`, { cause: error });
}

function isMissing(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
