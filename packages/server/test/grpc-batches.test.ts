import type { MessageInitShape } from '@bufbuild/protobuf';
import { anyUnpack, timestampMs } from '@bufbuild/protobuf/wkt';
import type { Client } from '@connectrpc/connect';
import { GRPC_STATUS } from '@openimagine/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BadRequestSchema } from '../src/grpc/gen/google/rpc/error_details_pb.ts';
import {
  type Batch,
  BatchMgmt,
  type BatchRequestSchema,
  type BatchResult,
  BatchRequestMetadata_State as State,
} from '../src/grpc/gen/xai/api/v1/batch_pb.ts';
import { Files } from '../src/grpc/gen/xai/api/v1/files_pb.ts';
import { type ImageAspectRatio, ImageFormat, type ImageResponse } from '../src/grpc/gen/xai/api/v1/image_pb.ts';
import type { VideoResponse } from '../src/grpc/gen/xai/api/v1/video_pb.ts';
import { deleteVideo } from '../src/operations/delete-video.ts';
import { EngineError } from './test-engine.ts';
import { failureOf, openTestGrpcDoor, startTestGrpcSystem, type TestGrpcSystem } from './test-grpc.ts';
import { until } from './test-server.ts';

type Added = MessageInitShape<typeof BatchRequestSchema>;
type ImageFields = Extract<NonNullable<Added['request']>, { case: 'imageRequest' }>['value'];
type VideoFields = Extract<NonNullable<Added['request']>, { case: 'videoRequest' }>['value'];

const image = (batchRequestId: string, fields: ImageFields = {}): Added => ({
  batchRequestId,
  request: { case: 'imageRequest', value: { prompt: 'a fox', ...fields } as ImageFields },
});
const video = (batchRequestId: string, fields: VideoFields = {}): Added => ({
  batchRequestId,
  request: { case: 'videoRequest', value: { prompt: 'a fox runs', duration: 1, ...fields } as VideoFields },
});

describe('batches over gRPC', () => {
  let system: TestGrpcSystem;
  let batches: Client<typeof BatchMgmt>;
  const create = (fields: { name?: string; inputFileId?: string } = {}): Promise<Batch> => {
    // One may be begun in any second.
    system.server.advance(1_000);
    return batches.createBatch({ name: 'a batch', ...fields });
  };
  const completed = async (batchId: string): Promise<Batch> => {
    await until(async () => (await batches.getBatch({ batchId })).state?.numPending === 0n);
    return await batches.getBatch({ batchId });
  };
  const resultsOf = async (batchId: string): Promise<BatchResult[]> =>
    (await batches.listBatchResults({ batchId })).results;
  beforeAll(async () => {
    system = await startTestGrpcSystem();
    batches = system.client(BatchMgmt);
  });
  beforeEach(() => system.engine.behave({ type: 'instant' }));
  afterAll(() => system[Symbol.asyncDispose]());

  it('begin empty, take pictures and videos, and hand out what their own calls would', async () => {
    const made = await create();
    expect(made).toMatchObject({ name: 'a batch', createApiKeyId: system.server.caller.keyId });
    expect(made.state).toMatchObject({ numRequests: 0n, numPending: 0n, numSuccess: 0n, numError: 0n });
    expect([made.cancelTime, made.cancelByXaiMessage, made.inputFileId]).toEqual([undefined, undefined, undefined]);
    expect(timestampMs(made.expireTime!) - timestampMs(made.createTime!)).toBe(24 * 3_600_000);
    const { batchId } = made;
    expect(
      await batches.addBatchRequests({
        batchId,
        batchRequests: [
          image('two', { n: 2 }),
          video('film'),
          image('raw', { format: ImageFormat.IMG_FORMAT_BASE64 }),
          image(''),
        ],
      }),
    ).toEqual({ $typeName: 'google.protobuf.Empty' });
    const done = await completed(batchId);
    expect(done.state).toMatchObject({ numRequests: 4n, numSuccess: 4n, numPending: 0n });
    const { costBreakdown } = done;
    expect(costBreakdown?.totalCostUsdTicks).toBeGreaterThan(0n);
    expect(costBreakdown?.endpointCosts.map(({ endpoint, requestCount }) => [endpoint, requestCount])).toEqual([
      ['/v1/images/generations', 3n],
      ['/v1/videos/generations', 1n],
    ]);
    expect(costBreakdown?.calculationTime).toBeDefined();

    const [two, film, raw, unnamed] = await resultsOf(batchId);
    const pictures = imagesOf(two!);
    expect(pictures.images.map(({ respectModeration }) => respectModeration)).toEqual([true, true]);
    expect(pictures.usage?.costInUsdTicks).toBeGreaterThan(0n);
    const { value: url } = pictures.images[0]!.image as { value: string };
    expect(url.startsWith(system.url)).toBe(true);
    // An hour, as over REST.
    const expires = Number(new URL(url).searchParams.get('expires')) * 1_000;
    expect(expires - system.server.context.now().getTime()).toBeGreaterThan(3_500_000);
    expect(expires - system.server.context.now().getTime()).toBeLessThan(3_700_000);
    const ended = videoOf(film!);
    expect(ended.video).toMatchObject({ duration: 1, respectModeration: true });
    expect(ended.video?.url.startsWith(system.url)).toBe(true);
    expect((imagesOf(raw!).images[0]!.image as { value: string }).value).toMatch(/^data:image\/jpeg;base64,/);
    expect(unnamed!.batchRequestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('edit and extend where a request says what', async () => {
    const { batchId } = await create();
    const missing = { source: { case: 'url' as const, value: 'http://127.0.0.1:9/none.mp4' } };
    await batches.addBatchRequests({
      batchId,
      batchRequests: [
        image('edited', { image: { source: { case: 'fileId', value: 'file_none' } } }),
        video('edited-video', { video: missing, duration: undefined } as VideoFields),
        {
          batchRequestId: 'longer',
          request: { case: 'videoExtensionRequest', value: { prompt: 'a fox sits', video: missing } },
        },
      ],
    });
    const { batchRequestMetadata } = await batches.listBatchRequestMetadata({ batchId });
    expect(batchRequestMetadata.map(({ endpoint }) => endpoint)).toEqual([
      '/v1/images/edits',
      '/v1/videos/edits',
      '/v1/videos/extensions',
    ]);
    await completed(batchId);
    const [edited] = await resultsOf(batchId);
    const { error, fields } = errorOf(edited!);
    expect([error.code, fields]).toEqual([GRPC_STATUS.NOT_FOUND, ['image']]);
    const found = await batches.getBatchRequestResult({ batchId, batchRequestId: 'longer' });
    expect(found.request?.request.case).toBe('videoExtensionRequest');
  });

  it('refuse what cannot be in one, naming the request, and add nothing of it', async () => {
    const { batchId } = await create();
    const refused = async (...batchRequests: readonly Added[]) => {
      const failure = await failureOf(batches.addBatchRequests({ batchId, batchRequests: [...batchRequests] }));
      expect(failure.status).toBe('InvalidArgument');
      return failure;
    };
    expect((await refused()).code).toBe('invalid-argument');
    expect((await refused({ request: { case: 'completionRequest', value: {} } })).message).toContain('language models');
    expect((await refused(image('a'), { batchRequestId: 'b' })).message).toContain('batch_requests[1]');
    expect((await refused(image('a'), image('b', { aspectRatio: 99 as ImageAspectRatio }))).fields).toEqual([
      'batch_requests[1].aspect_ratio',
    ]);
    expect((await refused(image('a'), image('a'))).message).toContain('"a"');
    await refused(image('x'.repeat(257)));
    expect((await batches.getBatch({ batchId })).state?.numRequests).toBe(0n);
    // What its own call would refuse is an error of that request alone.
    await batches.addBatchRequests({ batchId, batchRequests: [image('good'), image('bad', { n: 99 })] });
    const done = await completed(batchId);
    expect(done.state).toMatchObject({ numSuccess: 1n, numError: 1n });
    const bad = (await resultsOf(batchId)).find(({ batchRequestId }) => batchRequestId === 'bad');
    expect(errorOf(bad!).error.code).toBe(GRPC_STATUS.INVALID_ARGUMENT);
    expect((await failureOf(batches.createBatch({ name: '' }))).fields).toEqual(['name']);
  });

  it('tell what became of each request, and list those of a state', async () => {
    system.engine.behave(
      { type: 'instant' },
      { type: 'failing', error: new EngineError('invalid_request', 'the engine will not') },
      { type: 'waiting' },
    );
    const { batchId } = await create();
    for (const id of ['good', 'bad', 'slow']) {
      await batches.addBatchRequests({ batchId, batchRequests: [image(id)] });
      await until(async () => (await listed(id === 'slow' ? [State.PENDING] : [])).includes(id));
      if (id !== 'slow') await until(async () => (await resultsOf(batchId)).length === (id === 'good' ? 1 : 2));
    }
    async function listed(status: State[]): Promise<string[]> {
      const { batchRequestMetadata } = await batches.listBatchRequestMetadata({ batchId, status });
      return batchRequestMetadata.map(({ batchRequestId }) => batchRequestId);
    }
    expect(await listed([])).toEqual(['good', 'bad', 'slow']);
    expect(await listed([State.SUCCEEDED])).toEqual(['good']);
    expect(await listed([State.FAILED, State.PENDING])).toEqual(['bad', 'slow']);
    expect(await listed([State.CANCELLED])).toEqual([]);
    expect(await failureOf(listed([State.UNKNOWN]))).toMatchObject({ status: 'InvalidArgument', fields: ['status'] });

    const get = (batchRequestId: string) => batches.getBatchRequestResult({ batchId, batchRequestId });
    const good = await get('good');
    expect(good.request).toMatchObject({
      batchRequestId: 'good',
      request: { case: 'imageRequest', value: { prompt: 'a fox', model: 'grok-imagine-image' } },
    });
    expect(imagesOf(good.result!).images).toHaveLength(1);
    expect(errorOf((await get('bad')).result!).error.code).not.toBe(0);
    expect((await get('slow')).result).toBeUndefined();
    expect(await failureOf(get('none'))).toMatchObject({ status: 'NotFound', code: 'not-found' });

    const cancelled = await batches.cancelBatch({ batchId });
    expect(cancelled.cancelTime).toBeDefined();
    await completed(batchId);
    expect(await listed([State.CANCELLED])).toEqual(['slow']);
    expect(errorOf((await get('slow')).result!).error.code).toBe(GRPC_STATUS.CANCELLED);
    expect(await failureOf(batches.addBatchRequests({ batchId, batchRequests: [image('more')] }))).toMatchObject({
      status: 'InvalidArgument',
    });
  });

  it('come in pages whose last has no token', async () => {
    const { batchId } = await create();
    await batches.addBatchRequests({ batchId, batchRequests: ['a', 'b', 'c'].map((id) => image(id)) });
    await completed(batchId);
    const ids: string[] = [];
    let token: string | undefined;
    do {
      const page = await batches.listBatchResults({ batchId, limit: 1, ...(token && { paginationToken: token }) });
      ids.push(...page.results.map(({ batchRequestId }) => batchRequestId));
      token = page.paginationToken;
    } while (token !== undefined);
    expect(ids).toEqual(['a', 'b', 'c']);
    const first = await batches.listBatchRequestMetadata({ batchId, limit: 2 });
    expect(first.batchRequestMetadata).toHaveLength(2);
    const last = await batches.listBatchRequestMetadata({ batchId, limit: 2, paginationToken: first.paginationToken! });
    expect([last.batchRequestMetadata.length, last.paginationToken]).toEqual([1, undefined]);
    await create();
    const newest = await batches.listBatches({ limit: 1 });
    expect(newest.batches).toHaveLength(1);
    const next = await batches.listBatches({ limit: 1, paginationToken: newest.paginationToken! });
    expect(next.batches[0]!.batchId).toBe(batchId);
    for (const list of [batches.listBatchResults, batches.listBatchRequestMetadata, batches.listBatches])
      expect(await failureOf(list({ batchId, paginationToken: 'nothing' }))).toMatchObject({
        status: 'InvalidArgument',
      });
  });

  it('end a page early where pictures would make it larger than clients take', async () => {
    await using own = await startTestGrpcSystem();
    const raw = { format: ImageFormat.IMG_FORMAT_BASE64 };
    const { batchId } = await own.client(BatchMgmt).createBatch({ name: 'large' });
    const batchRequests = ['a', 'b', 'c'].map((id) => image(id, raw));
    await own.client(BatchMgmt).addBatchRequests({ batchId, batchRequests });
    await until(async () => (await own.client(BatchMgmt).getBatch({ batchId })).state?.numSuccess === 3n);
    // The engine of these tests draws in text: this stands for what a real one makes.
    const bytes = new Uint8Array(6 * 1024 * 1024);
    const { query } = own.server.context.database;
    for (const { object_key, mime } of await query.selectFrom('assets').select(['object_key', 'mime']).execute())
      await own.server.context.store.put(object_key, bytes, { mime });
    await query
      .updateTable('assets')
      .set({ size_bytes: `${bytes.byteLength}` })
      .execute();
    // So that nothing is remembered.
    await own.server.restart();
    const door = await openTestGrpcDoor(own.server);
    const reopened = door.client(BatchMgmt);
    const first = await reopened.listBatchResults({ batchId });
    expect(first.results.map(({ batchRequestId }) => batchRequestId)).toEqual(['a', 'b']);
    expect((imagesOf(first.results[1]!).images[0]!.image as { value: string }).value).toHaveLength(
      8 * 1024 * 1024 + 23,
    );
    const last = await reopened.listBatchResults({ batchId, paginationToken: first.paginationToken! });
    expect(last.results.map(({ batchRequestId }) => batchRequestId)).toEqual(['c']);
    expect(last.paginationToken).toBeUndefined();
    await door.close();
  });

  it('keep no result back because another is gone, deleted or expired', async () => {
    const { context, caller } = system.server;
    const { batchId } = await create();
    const raw = { format: ImageFormat.IMG_FORMAT_BASE64 };
    const batchRequests = [image('gone', raw), video('deleted'), image('good'), video('film')];
    await batches.addBatchRequests({ batchId, batchRequests });
    await completed(batchId);
    const rows = await context.database.query
      .selectFrom('batch_requests')
      .where('batch_id', '=', batchId)
      .select(['request_id', 'generation_id'])
      .execute();
    const idOf = (name: string): string => rows.find(({ request_id }) => request_id === name)!.generation_id!;
    await context.store.delete((await context.generations.find(idOf('gone')))!.assets[0]!.objectKey);
    await deleteVideo(context, caller, idOf('deleted'));
    const [gone, deleted, good, film] = await resultsOf(batchId);
    expect(errorOf(gone!).error.code).toBe(GRPC_STATUS.NOT_FOUND);
    expect(errorOf(deleted!).error.code).toBe(GRPC_STATUS.NOT_FOUND);
    expect(imagesOf(good!).images).toHaveLength(1);
    expect(videoOf(film!).video?.url).toMatch(/^http/);
    // Results of a batch outlive it.
    system.server.advance(context.settings.batchLifeMs + context.settings.retentionMs + 1_000);
    await until(async () => {
      await context.sweep();
      return (await resultsOf(batchId)).every(({ result }) => result.case === 'error');
    });
    for (const result of await resultsOf(batchId)) expect(errorOf(result).error.code).toBe(GRPC_STATUS.NOT_FOUND);
  });

  it('are made of a file, and sealed then', async () => {
    const files = system.client(Files);
    const line = { custom_id: 'one', method: 'POST', url: '/v1/images/generations', body: { prompt: 'a fox' } };
    const upload = async function* () {
      yield { chunk: { case: 'init' as const, value: { name: 'a.jsonl' } } };
      yield { chunk: { case: 'data' as const, value: new TextEncoder().encode(JSON.stringify(line)) } };
    };
    const { id: inputFileId } = await files.uploadFile(upload());
    const made = await create({ inputFileId });
    expect(made.inputFileId).toBe(inputFileId);
    expect((await completed(made.batchId)).state).toMatchObject({ numRequests: 1n, numSuccess: 1n });
    expect(
      await failureOf(batches.addBatchRequests({ batchId: made.batchId, batchRequests: [image('more')] })),
    ).toMatchObject({ status: 'InvalidArgument' });
    expect(await failureOf(create({ inputFileId: 'file_none' }))).toMatchObject({ status: 'NotFound' });
  });

  it('are limited in how often, and made once for each idempotency key', async () => {
    const headers = { 'idempotency-key': 'batch-one' };
    system.server.advance(1_000);
    const first = await batches.createBatch({ name: 'once' }, { headers });
    expect((await batches.createBatch({ name: 'once' }, { headers })).batchId).toBe(first.batchId);
    expect(await failureOf(batches.createBatch({ name: 'another' }, { headers }))).toMatchObject({
      code: 'idempotency-mismatch',
    });
    expect(await failureOf(batches.createBatch({ name: 'too soon' }))).toMatchObject({
      status: 'ResourceExhausted',
      code: 'resource-exhausted',
    });
    const { batchId } = first;
    const add = { headers: { 'idempotency-key': 'add-one' } };
    await batches.addBatchRequests({ batchId, batchRequests: [image('')] }, add);
    await batches.addBatchRequests({ batchId, batchRequests: [image('')] }, add);
    expect((await batches.getBatch({ batchId })).state?.numRequests).toBe(1n);
  });

  it('that are unknown are not found', async () => {
    for (const batchId of ['', 'none', '00000000-0000-4000-8000-000000000000']) {
      const calls = [
        () => batches.getBatch({ batchId }),
        () => batches.cancelBatch({ batchId }),
        () => batches.addBatchRequests({ batchId, batchRequests: [image('a')] }),
        () => batches.listBatchRequestMetadata({ batchId }),
        () => batches.listBatchResults({ batchId }),
        () => batches.getBatchRequestResult({ batchId, batchRequestId: 'a' }),
      ];
      for (const call of calls)
        expect(await failureOf(call())).toMatchObject({ status: 'NotFound', code: 'not-found' });
    }
  });
});

function imagesOf({ result }: BatchResult): ImageResponse {
  if (result.case === 'response' && result.value.response.case === 'imageResponse') return result.value.response.value;
  throw new Error(`no pictures, but ${result.case}`);
}

function videoOf({ result }: BatchResult): VideoResponse {
  if (result.case === 'response' && result.value.response.case === 'videoResponse') return result.value.response.value;
  throw new Error(`no video, but ${result.case}`);
}

function errorOf({ result }: BatchResult) {
  if (result.case !== 'error') throw new Error(`no error, but ${result.case}`);
  const bad = result.value.details.map((detail) => anyUnpack(detail, BadRequestSchema));
  return {
    error: result.value,
    fields: bad.flatMap((each) => each?.fieldViolations ?? []).map(({ field }) => field),
  };
}
