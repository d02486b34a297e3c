import { invalidInput, readSafely } from './errors.ts';
import { chunksOf, type Media, mediaBehindKey } from './media.ts';
import { type CallOptions, type Needed, pathPart, type Transport } from './transport.ts';
import type { FilePage, FileReply } from './wire.ts';

/** A file of the team: uploaded, or a result that was stored. */
export interface FileInfo {
  readonly id: string;
  readonly filename: string;
  readonly bytes: number;
  readonly purpose: string;
  readonly createdAt: Date;
  /** Undefined: it is kept until it is deleted. */
  readonly expiresAt: Date | undefined;
  /** Where anybody can fetch it, while it is published. */
  readonly publicUrl: string | undefined;
  readonly publicUrlExpiresAt: Date | undefined;
}

export interface UploadOptions extends CallOptions {
  /** Default: the name of a `File`, or `file`. */
  readonly filename?: string | undefined;
  /** 3,600 to 2,592,000. Default: kept until it is deleted. */
  readonly expiresAfterSeconds?: number | undefined;
  readonly purpose?: string | undefined;
}

export interface ListFilesParams {
  /** Such as `name = "a.png" AND size_bytes > 1000`; see docs/REST.md for its words. */
  readonly filter?: string | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
  readonly sortBy?: 'created_at' | 'filename' | 'size' | undefined;
  /** How many are fetched at a time, 1 to 1,000. */
  readonly pageSize?: number | undefined;
}

export interface Publication {
  readonly publicUrl: string;
  /** Undefined: as long as the file. */
  readonly expiresAt: Date | undefined;
}

/** What can be uploaded. Of a file on disk: `await openAsBlob(path)` of `node:fs`, which reads it as it is sent. */
export type Content = Blob | Uint8Array | ArrayBuffer | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** Files of the team. Every method throws `OpenImagineError`. */
export interface Files {
  /** At most 50 MB. A stream is collected first, so that it can be sent again when a call fails. */
  upload(content: Content, options?: UploadOptions): Promise<FileInfo>;
  /** All of them, newest first; pages are fetched as they are reached. */
  list(params?: ListFilesParams, options?: CallOptions): AsyncIterable<FileInfo>;
  get(fileId: string, options?: CallOptions): Promise<FileInfo>;
  content(fileId: string): Media;
  delete(fileId: string, options?: CallOptions): Promise<void>;
  /** Gives it a URL that needs no key. @param options.expiresAfterSeconds 3,600 to 2,592,000. Default: as long as the file. */
  publish(
    fileId: string,
    options?: CallOptions & { readonly expiresAfterSeconds?: number | undefined },
  ): Promise<Publication>;
  /** Takes the URL back at once. @returns False when there was none. */
  revoke(fileId: string, options?: CallOptions): Promise<boolean>;
}

const BYTES_MAX = 50_000_000;
const FILE: Needed = { id: 'string' };

export function createFiles(transport: Transport): Files {
  return {
    async upload(content, { filename, expiresAfterSeconds, purpose, ...options } = {}) {
      const blob = await collect(content);
      const form = new FormData();
      // What is said of a file must stand before it.
      if (expiresAfterSeconds !== undefined) form.set('expires_after', String(expiresAfterSeconds));
      if (purpose !== undefined) form.set('purpose', purpose);
      form.set('file', blob, filename ?? (blob instanceof File ? blob.name : 'file'));
      return fileInfo(await transport.json<FileReply>(FILE, 'POST', '/v1/files', form, options));
    },
    async *list({ filter, order, sortBy, pageSize } = {}, options = {}) {
      let token: string | null = null;
      do {
        const query: string = queryOf({ filter, order, sort_by: sortBy, limit: pageSize, pagination_token: token });
        const path = `/v1/files${query}`;
        const page: FilePage = await transport.json({ data: 'array' }, 'GET', path, undefined, options);
        yield* readSafely(() => page.data.map(fileInfo));
        token = page.pagination_token ?? null;
      } while (token !== null);
    },
    get: async (fileId, options) =>
      fileInfo(await transport.json<FileReply>(FILE, 'GET', pathOf(fileId), undefined, options)),
    content: (fileId) => mediaBehindKey(transport, `${pathOf(fileId)}/content`),
    async delete(fileId, options) {
      await transport.call('DELETE', pathOf(fileId), undefined, options);
    },
    async publish(fileId, { expiresAfterSeconds, ...options } = {}) {
      const reply = await transport.json<{ public_url: string; expires_at?: number }>(
        { public_url: 'string' },
        'POST',
        `${pathOf(fileId)}/public-url`,
        { expires_after: expiresAfterSeconds },
        options,
      );
      return { publicUrl: reply.public_url, expiresAt: dateOf(reply.expires_at) };
    },
    async revoke(fileId, options) {
      const path = `${pathOf(fileId)}/public-url/revoke`;
      return (await transport.json<{ revoked: boolean }>({}, 'POST', path, {}, options)).revoked;
    },
  };
}

function pathOf(fileId: string): string {
  return `/v1/files/${pathPart(fileId)}`;
}

function fileInfo(file: FileReply): FileInfo {
  return {
    id: file.id,
    filename: file.filename,
    bytes: file.bytes,
    purpose: file.purpose,
    createdAt: dateOf(file.created_at) ?? new Date(0),
    expiresAt: dateOf(file.expires_at),
    publicUrl: file.public_url,
    publicUrlExpiresAt: dateOf(file.public_url_expires_at),
  };
}

/** @param seconds Unix seconds. */
export function dateOf(seconds: number | null | undefined): Date | undefined {
  return typeof seconds === 'number' ? new Date(seconds * 1000) : undefined;
}

/** `?a=1&b=2` of what is given; empty of nothing. */
export function queryOf(params: object): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== null) query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** @throws {OpenImagineError} `invalid-input` beyond the limit: a server that refuses the rest would be asked again. */
async function collect(content: Content): Promise<Blob> {
  if (content instanceof Blob) {
    assertSize(content.size);
    return content;
  }
  if (content instanceof Uint8Array || content instanceof ArrayBuffer) return await collect(new Blob([content]));
  const isStream = content instanceof ReadableStream || typeof Object(content)[Symbol.asyncIterator] === 'function';
  if (!isStream) throw invalidInput(`Expected a Blob, bytes or a stream of them; got ${String(content)}.`);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of content instanceof ReadableStream ? chunksOf(content) : content) {
    bytes += chunk.length;
    assertSize(bytes);
    chunks.push(chunk);
  }
  return new Blob(chunks);
}

function assertSize(bytes: number): void {
  if (bytes <= BYTES_MAX) return;
  throw invalidInput(`A file can have at most ${BYTES_MAX / 1e6} MB; this one has more.`);
}
