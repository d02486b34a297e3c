import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import type { Client } from '@connectrpc/connect';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createBodyBudget } from '../src/body-budget.ts';
import { Health } from '../src/grpc/gen/grpc/health/v1/health_pb.ts';
import { BatchMgmt } from '../src/grpc/gen/xai/api/v1/batch_pb.ts';
import { Image, ImageQuality } from '../src/grpc/gen/xai/api/v1/image_pb.ts';
import { ExtendVideoRequestSchema, GenerateVideoRequestSchema, Video } from '../src/grpc/gen/xai/api/v1/video_pb.ts';
import { failureOf, openTestGrpcDoor, startTestGrpcSystem, type TestGrpcSystem } from './test-grpc.ts';
import { until } from './test-server.ts';

const AGAIN = { headers: { 'grpc-previous-rpc-attempts': '1' } };

let system: TestGrpcSystem;
let images: Client<typeof Image>;
let videos: Client<typeof Video>;
beforeAll(async () => {
  system = await startTestGrpcSystem();
  images = system.client(Image);
  videos = system.client(Video);
});
afterAll(() => system.close());
beforeEach(() => system.engine.behave({ type: 'instant' }));

const made = async (prompt: string): Promise<number> => {
  const rows = await system.server.context.database.query.selectFrom('generations').select('request').execute();
  return rows.filter(({ request }) => JSON.stringify(request).includes(prompt)).length;
};

describe('a call that a client sends again because its connection broke', () => {
  it('gets what its first try began, and nothing is made twice', async () => {
    system.engine.behave({ type: 'waiting' });
    const lost = images.generateImage({ prompt: 'a fox once' }).catch((error: unknown) => error);
    await until(() => system.engine.runs.length === 1);
    system.cut();
    expect(await lost).toBeInstanceOf(Error);
    const again = images.generateImage({ prompt: 'a fox once' }, AGAIN);
    system.engine.finish();
    expect((await again).images).toHaveLength(1);
    expect(await made('a fox once')).toBe(1);
  });

  it('is told from others like it: each gets one of its own', async () => {
    system.engine.behave({ type: 'waiting' });
    const leaving = new AbortController();
    const lost = [1, 2, 3].map(() =>
      images.generateImage({ prompt: 'a fox thrice' }, { signal: leaving.signal }).catch(() => 'lost'),
    );
    await until(async () => (await made('a fox thrice')) === 3);
    leaving.abort();
    expect(await Promise.all(lost)).toEqual(['lost', 'lost', 'lost']);
    const again = [1, 2, 3].map(() => images.generateImage({ prompt: 'a fox thrice' }, AGAIN));
    const finishing = setInterval(() => system.engine.finish(), 20);
    const urls = (await Promise.all(again)).map((reply) => reply.images[0]!.image.value);
    clearInterval(finishing);
    expect(new Set(urls).size).toBe(3);
    expect(await made('a fox thrice')).toBe(3);
  });

  it('is begun anew where no first try came through, and so is one that is no other try', async () => {
    await videos.generateVideo({ prompt: 'a fox anew', duration: 1 }, AGAIN);
    await videos.generateVideo({ prompt: 'a fox anew', duration: 1 });
    expect(await made('a fox anew')).toBe(2);
  });

  it('finds its first try after a restart, too', async () => {
    const { requestId } = await videos.generateVideo({ prompt: 'a fox before', duration: 1 });
    // As another process: one that knows of no calls.
    const door = await openTestGrpcDoor(system.server);
    const again = await door.client(Video).generateVideo({ prompt: 'a fox before', duration: 1 }, AGAIN);
    expect(again.requestId).toBe(requestId);
    await door.close();
  });

  it('adds nothing twice to a batch', async () => {
    const batches = system.client(BatchMgmt);
    const { batchId } = await batches.createBatch({ name: 'foxes' });
    const request = { case: 'imageRequest', value: { prompt: 'a fox in a batch' } } as const;
    const adding = { batchId, batchRequests: [{ request }] };
    await batches.addBatchRequests(adding);
    await batches.addBatchRequests(adding, AGAIN);
    expect((await batches.getBatch({ batchId })).state?.numRequests).toBe(1n);
  });
});

describe('a message', () => {
  it('of a stranger is short', async () => {
    const health = system.client(Health, '');
    expect(await failureOf(health.check({ service: 'x'.repeat(70_000) }))).toMatchObject({
      status: 'ResourceExhausted',
      code: 'payload-too-large',
    });
  });

  it('that finds no room is told to come again, in words', async () => {
    const door = await openTestGrpcDoor(system.server, createBodyBudget(1_000_000));
    const image = { source: { case: 'imageUrl' as const, value: `data:image/png;base64,${'A'.repeat(2_000_000)}` } };
    expect(await failureOf(door.client(Image).generateImage({ prompt: 'a fox', image }))).toMatchObject({
      status: 'ResourceExhausted',
      code: 'resource-exhausted',
      message: expect.stringContaining('large bodies'),
    });
    expect((await door.client(Image).generateImage({ prompt: 'a fox' })).images).toHaveLength(1);
    await door.close();
  });

  it('with a field that is not known is refused, however deep the field lies', async () => {
    const unknown = [{ no: 1023, wireType: 0, data: new Uint8Array([1]) }];
    const nested = create(GenerateVideoRequestSchema, { prompt: 'a fox', keyframes: [{ timestampS: 1 }] });
    nested.keyframes[0]!.$unknown = unknown;
    const sent = fromBinary(GenerateVideoRequestSchema, toBinary(GenerateVideoRequestSchema, nested));
    expect(await failureOf(videos.generateVideo(sent))).toMatchObject({
      status: 'InvalidArgument',
      fields: ['keyframes[0].field 1023'],
    });
    const extension = create(ExtendVideoRequestSchema, { prompt: 'a fox' });
    extension.$unknown = unknown;
    expect(await failureOf(videos.extendVideo(extension))).toMatchObject({ fields: ['field 1023'] });
  });

  it('with a quality or a time that there is not is refused', async () => {
    const high = images.generateImage({ prompt: 'a fox', quality: ImageQuality.IMG_QUALITY_HIGH });
    expect(await failureOf(high)).toMatchObject({ status: 'InvalidArgument', fields: ['quality'] });
    const never = videos.generateVideo({ prompt: 'a fox', keyframes: [{ timestampS: Number.NaN }] });
    expect(await failureOf(never)).toMatchObject({ status: 'InvalidArgument', fields: ['keyframes'] });
  });
});

it('a deadline in a hundred years is none', async () => {
  const headers = { 'grpc-timeout': '99999999H' };
  expect((await images.generateImage({ prompt: 'a fox' }, { headers })).images).toHaveLength(1);
});
