import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { connect, constants } from 'node:http2';
import { join } from 'node:path';
import { create, type MessageInitShape, toBinary } from '@bufbuild/protobuf';
import { timestampMs } from '@bufbuild/protobuf/wkt';
import type { Client } from '@connectrpc/connect';
import { LIMITS } from '@openimagine/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type File,
  Files,
  FilesSortBy,
  Ordering,
  RetrieveFileContentRequestSchema,
  type UploadFileChunkSchema,
} from '../src/grpc/gen/xai/api/v1/files_pb.ts';
import { TEST_KEY } from './test-door.ts';
import { failureOf, startTestGrpcSystem, type TestGrpcSystem } from './test-grpc.ts';
import { until } from './test-server.ts';

type Chunk = MessageInitShape<typeof UploadFileChunkSchema>;

const init = (name: string, expiresAfter?: number): Chunk => ({
  chunk: {
    case: 'init',
    value: { name, ...(expiresAfter === undefined ? {} : { expiresAfter: BigInt(expiresAfter) }) },
  },
});
const data = (value: Uint8Array): Chunk => ({ chunk: { case: 'data', value: new Uint8Array(value) } });

async function* pieces(name: string, content: Uint8Array, size = 3 * 1024 * 1024): AsyncGenerator<Chunk> {
  yield init(name);
  for (let at = 0; at < content.byteLength; at += size) yield data(content.subarray(at, at + size));
}

async function* stream(...chunks: readonly Chunk[]): AsyncGenerator<Chunk> {
  yield* chunks;
}

describe('files over gRPC', () => {
  let system: TestGrpcSystem;
  let files: Client<typeof Files>;
  const upload = (name: string, content: Uint8Array | string): Promise<File> =>
    files.uploadFile(pieces(name, Buffer.from(content)));
  beforeEach(async () => {
    system = await startTestGrpcSystem();
    files = system.client(Files);
  });
  afterEach(() => system[Symbol.asyncDispose]());

  it('are uploaded in pieces, read back the same, and deleted', async () => {
    const content = randomBytes(7 * 1024 * 1024 + 5);
    const file = await files.uploadFile(pieces('a film.mp4', content));
    expect(file).toMatchObject({ filename: 'a film.mp4', size: BigInt(content.byteLength) });
    expect(file.id).toMatch(/^file_/);
    expect(file.expiresAt).toBeUndefined();
    expect(file.publicUrl).toBeUndefined();
    expect(Math.abs(timestampMs(file.createdAt!) - Date.now())).toBeLessThan(60_000);

    const read: Uint8Array[] = [];
    for await (const piece of files.retrieveFileContent({ fileId: file.id })) read.push(piece.data);
    expect(Math.max(...read.map(({ byteLength }) => byteLength))).toBeLessThanOrEqual(1024 * 1024);
    expect(Buffer.concat(read).equals(content)).toBe(true);

    expect(await files.retrieveFile({ fileId: file.id })).toEqual(file);
    expect(await files.deleteFile({ fileId: file.id })).toMatchObject({ id: file.id, deleted: true });
    const gone = { status: 'NotFound', code: 'not-found' };
    expect(await failureOf(files.retrieveFile({ fileId: file.id }))).toMatchObject(gone);
    expect(await failureOf(files.deleteFile({ fileId: file.id }))).toMatchObject(gone);
    expect(await failureOf(files.retrieveFileContent({ fileId: file.id }))).toMatchObject(gone);
  });

  it('live as long as their upload says', async () => {
    const file = await files.uploadFile(stream(init('a.txt', 7_200), data(Buffer.from('text'))));
    expect(timestampMs(file.expiresAt!) - timestampMs(file.createdAt!)).toBe(7_200_000);
    system.server.advance(7_201_000);
    expect(await failureOf(files.retrieveFile({ fileId: file.id }))).toMatchObject({ status: 'NotFound' });
  });

  it('are refused with a sentence where the upload is none, and nothing of it is kept', async () => {
    const text = data(Buffer.from('text'));
    const refused = async (...chunks: readonly Chunk[]): Promise<readonly string[]> => {
      const failure = await failureOf(files.uploadFile(stream(...chunks)));
      expect([failure.status, failure.code]).toEqual(['InvalidArgument', 'invalid-argument']);
      expect(failure.message).toMatch(/\. |\.$/);
      return failure.fields;
    };
    expect(await refused()).toEqual(['init']);
    expect(await refused(text)).toEqual(['init']);
    expect(await refused({})).toEqual(['init']);
    expect(await refused(init('a.txt'), text, init('b.txt'), text)).toEqual(['init']);
    expect(await refused(init('a.txt'), text, {})).toEqual(['data']);
    expect(await refused(init('a.txt', 60), text)).toEqual(['expires_after']);
    await refused(init('empty.txt'));
    await refused(init('empty.txt'), data(new Uint8Array()), data(new Uint8Array()));
    expect((await files.listFiles({})).data).toEqual([]);
    await until(async () => (await stored(system)).length === 0);
  });

  it('of more than the most that is kept are refused, and nothing of them is kept', async () => {
    const most = new Uint8Array(LIMITS.fileBytes);
    expect(await files.uploadFile(pieces('a.bin', most))).toMatchObject({ size: BigInt(LIMITS.fileBytes) });
    const more = new Uint8Array(LIMITS.fileBytes + 1);
    expect(await failureOf(files.uploadFile(pieces('a.bin', more)))).toMatchObject({
      status: 'ResourceExhausted',
      code: 'payload-too-large',
    });
    expect((await files.listFiles({})).data).toHaveLength(1);
    await until(async () => (await stored(system)).length === 1);
  });

  it('whose client goes away while it sends them leave nothing, and are no fault of the server', async () => {
    const faults: unknown[] = [];
    Object.assign(system.server.context.log, { error: (...fault: unknown[]) => faults.push(fault) });
    const gone = new AbortController();
    const endless = async function* (): AsyncGenerator<Chunk> {
      yield init('a.bin');
      for (let sent = 0; ; sent++) {
        if (sent === 5) gone.abort();
        yield data(new Uint8Array(100_000));
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    expect(await failureOf(files.uploadFile(endless(), { signal: gone.signal }))).toMatchObject({ status: 'Canceled' });
    const cut = async function* (): AsyncGenerator<Chunk> {
      yield init('b.bin');
      for (let sent = 0; sent < 20; sent++) {
        if (sent === 5) system.cut();
        yield data(new Uint8Array(100_000));
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    expect((await failureOf(files.uploadFile(cut()))).code).toBeUndefined();
    await until(async () => (await stored(system)).length === 0);
    expect((await files.listFiles({})).data).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('are uploaded once for each idempotency key', async () => {
    const headers = { 'idempotency-key': 'one' };
    const first = await files.uploadFile(pieces('a.txt', Buffer.from('text')), { headers });
    let replayed: string | null = null;
    const onHeader = (header: Headers): void => {
      replayed = header.get('idempotent-replayed');
    };
    expect(await files.uploadFile(pieces('a.txt', Buffer.from('text')), { headers, onHeader })).toEqual(first);
    expect(replayed).toBe('true');
    expect(await failureOf(files.uploadFile(pieces('a.txt', Buffer.from('other')), { headers }))).toMatchObject({
      status: 'InvalidArgument',
      code: 'idempotency-mismatch',
    });
    expect((await files.listFiles({})).data).toHaveLength(1);
    await until(async () => (await stored(system)).length === 1);
  });

  it('are listed in every order, by a filter, page by page', async () => {
    for (const [name, size] of Object.entries({ b: 30, a: 10, c: 20 })) {
      await upload(name, 'x'.repeat(size));
      system.server.advance(1_000);
    }
    const names = async (request: Parameters<typeof files.listFiles>[0]): Promise<string> =>
      (await files.listFiles(request)).data.map(({ filename }) => filename).join('');
    expect(await names({})).toBe('bac');
    expect(await names({ order: Ordering.DESCENDING })).toBe('cab');
    expect(await names({ sortBy: FilesSortBy.FILENAME })).toBe('abc');
    expect(await names({ sortBy: FilesSortBy.SIZE, order: Ordering.DESCENDING })).toBe('bca');
    expect(await names({ filter: 'size_bytes > 10 AND name != "c"' })).toBe('b');

    const first = await files.listFiles({ limit: 2 });
    expect(first.data.map(({ filename }) => filename)).toEqual(['b', 'a']);
    const last = await files.listFiles({ limit: 2, paginationToken: first.paginationToken! });
    expect(last.data.map(({ filename }) => filename)).toEqual(['c']);
    expect(last.paginationToken).toBeUndefined();

    for (const wrong of [
      { limit: -1 },
      { limit: 1_001 },
      { order: 7 as Ordering },
      { sortBy: 9 as FilesSortBy },
      { filter: 'size_bytes >' },
      { paginationToken: 'nothing' },
    ]) {
      expect(await failureOf(files.listFiles(wrong))).toMatchObject({ status: 'InvalidArgument' });
    }
  });

  it('are published and taken back', async () => {
    const { id: fileId } = await upload('a.txt', 'text');
    expect(await files.revokePublicUrl({ fileId })).toMatchObject({ fileId, revoked: false });
    const published = await files.createPublicUrl({ fileId, expiresAfter: 3_600n });
    expect(published.publicUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/public\/[\w-]{43}\/a\.txt$/);
    expect(published.publicUrl.startsWith(system.url)).toBe(true);
    const file = await files.retrieveFile({ fileId });
    expect(file.publicUrl).toBe(published.publicUrl);
    expect(file.publicUrlExpiresAt).toEqual(published.expiresAt);
    expect((await files.createPublicUrl({ fileId })).expiresAt).toBeUndefined();
    expect(await files.revokePublicUrl({ fileId })).toMatchObject({ fileId, revoked: true });
    expect(await files.revokePublicUrl({ fileId })).toMatchObject({ fileId, revoked: false });
    expect((await files.retrieveFile({ fileId })).publicUrl).toBeUndefined();
    expect(await failureOf(files.createPublicUrl({ fileId, expiresAfter: 0n }))).toMatchObject({
      status: 'InvalidArgument',
      fields: ['expires_after'],
    });
    for (const call of [files.createPublicUrl, files.revokePublicUrl])
      expect(await failureOf(call({ fileId: 'file_none' }))).toMatchObject({ status: 'NotFound' });
  });

  it('whose content is gone say so', async () => {
    const { id: fileId } = await upload('a.txt', 'text');
    await system.server.context.store.delete(`files/${fileId.slice(5)}`);
    expect(await failureOf(files.retrieveFileContent({ fileId }))).toMatchObject({ status: 'NotFound', code: 'gone' });
  });

  it('that are read by a client who stops are let go of', async () => {
    const { id: fileId } = await upload('a.bin', new Uint8Array(LIMITS.fileBytes));
    const { context } = system.server;
    const open = context.store.get.bind(context.store);
    let cancelled = 0;
    let readBytes = 0;
    Object.assign(context.store, {
      get: async (...asked: Parameters<typeof open>) => {
        const found = await open(...asked);
        const reader = found!.body.getReader();
        const body = new ReadableStream<Uint8Array>(
          {
            async pull(controller) {
              const next = await reader.read();
              if (next.done) return controller.close();
              readBytes += next.value.byteLength;
              controller.enqueue(next.value);
            },
            async cancel() {
              cancelled++;
              await reader.cancel();
            },
          },
          { highWaterMark: 0 },
        );
        return { ...found!, body };
      },
    });
    const gone = new AbortController();
    const content = files.retrieveFileContent({ fileId }, { signal: gone.signal })[Symbol.asyncIterator]();
    await content.next();
    await new Promise((resolve) => setTimeout(resolve, 300));
    // Nobody reads on, so nobody sends on.
    expect(readBytes).toBeLessThan(LIMITS.fileBytes / 4);
    gone.abort();
    await until(() => cancelled === 1);
    const cut = files.retrieveFileContent({ fileId })[Symbol.asyncIterator]();
    await cut.next();
    system.cut();
    await until(() => cancelled === 2);
    await readNothing(system.url, fileId);
    await until(() => cancelled === 3);
  });
});

/** Asks for the content of a file, takes hardly a byte of it, and goes. */
async function readNothing(url: string, fileId: string): Promise<void> {
  const session = connect(url, { settings: { initialWindowSize: 100 } });
  const stream = session.request({
    ':method': 'POST',
    ':path': '/xai_api.Files/RetrieveFileContent',
    'content-type': 'application/grpc+proto',
    authorization: `Bearer ${TEST_KEY}`,
  });
  const message = toBinary(RetrieveFileContentRequestSchema, create(RetrieveFileContentRequestSchema, { fileId }));
  const head = Buffer.alloc(5);
  head.writeUInt32BE(message.byteLength, 1);
  stream.end(Buffer.concat([head, message]));
  await once(stream, 'response');
  stream.close(constants.NGHTTP2_CANCEL);
  await once(stream, 'close');
  session.destroy();
}

/** Objects of files, and what is on its way to become one. */
async function stored({ server }: TestGrpcSystem): Promise<string[]> {
  const names = await readdir(join(server.dataDir, 'objects'), { recursive: true, withFileTypes: true });
  return names.filter((entry) => entry.isFile()).map(({ name }) => name);
}
