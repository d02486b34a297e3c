import { checkExpiresAfter, type FileListOrder, inputError, readFileListOrder } from '@openimagine/contract';
import type { NewFile } from '../operations/create-file.ts';
import { pageBody, seconds } from './decode-media.ts';
import { FilesSortBy, type ListFilesRequest, Ordering, type UploadFileChunk } from './gen/xai/api/v1/files_pb.ts';

/** What the first message of an upload says, and what those behind it hold. */
export interface UploadMessages {
  readonly file: NewFile;
  /** To be read once. @throws {ApiError} `invalid-argument` for a message that is no piece of the content. */
  readonly content: AsyncIterable<Uint8Array>;
}

/** Reads the first message; the others are read as the content is. @throws {ApiError} `invalid-argument`. */
export async function readUpload(chunks: AsyncIterable<UploadFileChunk>): Promise<UploadMessages> {
  const messages = chunks[Symbol.asyncIterator]();
  const first = await messages.next();
  if (first.done) throw wrong('init', 'missing', 'The stream holds no message. Send `init` first, then the content.');
  const { chunk } = first.value;
  if (chunk.case !== 'init')
    throw wrong('init', 'missing', 'The first message must be `init`, with the name of the file; its content follows.');
  const { name, expiresAfter } = chunk.value;
  return {
    file: { filename: name, expiresAfterSeconds: checkExpiresAfter(seconds(expiresAfter), 'expires_after') },
    content: contentOf({ [Symbol.asyncIterator]: () => messages }),
  };
}

async function* contentOf(chunks: AsyncIterable<UploadFileChunk>): AsyncGenerator<Uint8Array> {
  for await (const { chunk } of chunks) {
    if (chunk.case === 'init')
      throw wrong('init', 'conflicting', '`init` came twice. Upload one file at a time, each by a call of its own.');
    if (chunk.case === undefined)
      throw wrong('data', 'missing', 'A message of the stream holds nothing. Send `data` with a piece of the content.');
    // However many of them come, nothing is kept of them.
    if (chunk.value.byteLength > 0) yield chunk.value;
  }
}

function wrong(input: string, reason: 'missing' | 'conflicting', message: string): Error {
  return inputError(input, reason, message);
}

const ORDERS: Readonly<Record<number, string>> = { [Ordering.ASCENDING]: 'asc', [Ordering.DESCENDING]: 'desc' };
const SORTS: Readonly<Record<number, string>> = {
  [FilesSortBy.CREATED_AT]: 'created_at',
  [FilesSortBy.FILENAME]: 'filename',
  [FilesSortBy.SIZE]: 'size',
};

/** @throws {ApiError} As the REST call with the same query. */
export function decodeFileList(request: ListFilesRequest): FileListOrder {
  const { order, sortBy, filter } = request;
  return readFileListOrder({
    ...pageBody(request),
    // A number that the enum does not have is refused as a word that the query does not have.
    order: ORDERS[order] ?? String(order),
    sort_by: sortBy === undefined ? undefined : (SORTS[sortBy] ?? String(sortBy)),
    filter,
  });
}
