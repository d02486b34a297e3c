import { ApiError, cleanFilename, LIMITS } from '@openimagine/contract';
import { MediaError, sniffMedia } from '@openimagine/media';
import { StorageError, type StoredObject } from '@openimagine/storage';
import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/tables.ts';
import { fileKey, type StoredFile, toStoredFile } from '../files/file.ts';
import { toStorableText } from '../jobs/storable-text.ts';

export interface NewFile {
  readonly filename: string;
  readonly purpose?: string | undefined;
  /** Absent: kept until it is deleted. */
  readonly expiresAfterSeconds?: number | undefined;
}

/** A content that is stored, and nobody's file yet. */
export interface ReceivedFile {
  readonly id: string;
  readonly object: StoredObject;
}

/**
 * Streams a file's content into storage.
 * @param mime As its sender says; what it holds decides where that can be told.
 * @throws {ApiError} `payload-too-large`, `invalid-argument` for an empty one, `unavailable` where there is no room; nothing
 * of it is kept then. Whatever its body throws.
 */
export async function receiveFile(
  context: Context,
  body: AsyncIterable<Uint8Array>,
  mime: string | undefined,
): Promise<ReceivedFile> {
  const id = context.randomUUID();
  try {
    return { id, object: await store(context, fileKey(id), body, mime) };
  } catch (error) {
    throw causeOf(error);
  }
}

/** The store names a body that failed as its cause; what that says is for the caller. */
function causeOf(error: unknown): unknown {
  if (!(error instanceof StorageError)) return error;
  if (error.cause !== undefined && error.kind === 'unavailable') return error.cause;
  return new ApiError('unavailable', 'The file cannot be stored just now. Try again later.', { cause: error });
}

/**
 * Makes what was received a file of the team.
 * @throws when it cannot be. Its content is left to the sweeper then: a commit whose answer was lost may have gone through.
 */
export async function createFile(
  context: Context,
  tx: Tx,
  caller: Caller,
  { id, object, ...file }: NewFile & ReceivedFile,
): Promise<StoredFile> {
  const now = context.now();
  const { expiresAfterSeconds } = file;
  const rows = await tx
    .insertInto('files')
    .values({
      id,
      team_id: caller.teamId,
      api_key_id: caller.keyId,
      filename: cleanFilename(file.filename),
      purpose: toStorableText(file.purpose ?? ''),
      mime: object.mime,
      size_bytes: String(object.sizeBytes),
      sha256: object.sha256,
      object_key: object.key,
      created_at: now,
      expires_at: expiresAfterSeconds === undefined ? null : new Date(now.getTime() + expiresAfterSeconds * 1_000),
    })
    .returningAll()
    .execute();
  return toStoredFile(rows[0]!, now);
}

/** Of what becomes no file. What cannot be deleted now is the sweeper's, and no news to the caller. */
export async function discardReceived({ store, log }: Context, { object }: ReceivedFile): Promise<void> {
  await store
    .delete(object.key)
    .catch((error: unknown) => log.warn('file-not-deleted', { objectKey: object.key, error }));
}

/** Enough of a file to tell what it is. */
const HEAD_BYTES = 4_500;
const MIMES = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  mp4: 'video/mp4',
} as const;
const PLAIN_MIME = /^[a-z0-9][a-z0-9.+-]{0,60}\/[a-z0-9][a-z0-9.+-]{0,60}$/;

async function store(
  context: Context,
  key: string,
  body: AsyncIterable<Uint8Array>,
  mime: string | undefined,
): Promise<StoredObject> {
  const iterator = measured(body)[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let headBytes = 0;
  while (headBytes < HEAD_BYTES) {
    const next = await iterator.next();
    if (next.done) break;
    head.push(next.value);
    headBytes += next.value.byteLength;
  }
  if (headBytes === 0) throw new ApiError('invalid-argument', '`file` is empty. Send a file with content.');
  const rest = async function* (): AsyncGenerator<Uint8Array> {
    yield* head;
    yield* { [Symbol.asyncIterator]: () => iterator };
  };
  return context.store.put(key, ReadableStream.from(rest()), { mime: mimeOf(Buffer.concat(head), mime) });
}

async function* measured(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let sizeBytes = 0;
  for await (const chunk of body) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > LIMITS.fileBytes) throw tooLarge();
    yield chunk;
  }
}

function tooLarge(): ApiError {
  return new ApiError(
    'payload-too-large',
    `The file is larger than ${LIMITS.fileBytes / 1e6} MB, the most that is kept. Send a smaller one.`,
  );
}

function mimeOf(head: Uint8Array, said: string | undefined): string {
  try {
    return MIMES[sniffMedia(head)];
  } catch (error) {
    if (!(error instanceof MediaError)) throw error;
    const plain = said?.split(';')[0]?.trim().toLowerCase() ?? '';
    return PLAIN_MIME.test(plain) ? plain : 'application/octet-stream';
  }
}
