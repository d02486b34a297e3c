import { getEventListeners } from 'node:events';
import { EngineError } from '@openimagine/engines';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claimGeneration } from '../src/jobs/claim.ts';
import { commitDone, commitFailed } from '../src/jobs/commit.ts';
import { storeOutput } from '../src/jobs/outputs.ts';
import { createImage } from '../src/operations/create-image.ts';
import { createVideo } from '../src/operations/create-video.ts';
import { getVideo } from '../src/operations/get-video.ts';
import { createTestEngine, type TestEngine } from './test-engine.ts';
import {
  imageOrder,
  ledgerSums,
  pollVideo,
  startTestServer,
  type TestServer,
  until,
  videoOrder,
} from './test-server.ts';

const FAILED = {
  status: 'failed',
  error: { code: 'internal_error', message: expect.stringContaining('Nothing is billed') },
};
const NOTHING = { all: 0n, held: 0n, revenue: 0n };

describe('attempts', () => {
  let server: TestServer;
  let engine: TestEngine;
  let deadlineMs: number;
  let sumsBefore: Awaited<ReturnType<typeof ledgerSums>>;
  beforeAll(async () => {
    engine = createTestEngine();
    server = await startTestServer(engine, { settings: { deadlineMs: () => deadlineMs } });
  });
  beforeEach(async () => {
    deadlineMs = 60_000;
    sumsBefore = await ledgerSums(server);
  });
  afterAll(() => server.close());
  /** What this test has done to the ledger. */
  const sums = async (): Promise<typeof sumsBefore> => {
    const { all, held, revenue } = await ledgerSums(server);
    return { all, held: held - sumsBefore.held, revenue: revenue - sumsBefore.revenue };
  };

  /** Another process owns the row from here on, for as long as the tests take. */
  const takeAway = async (generationId: string): Promise<void> => {
    await server.context.database.query
      .updateTable('generations')
      .set({ attempt_token: server.context.randomUUID(), lease_until: new Date('2100-01-01') })
      .where('id', '=', generationId)
      .execute();
  };

  it('an engine that crashes is tried three times, then the video has failed and the hold is released', async () => {
    engine.behave({ type: 'crashing' });
    const { requestId } = await createVideo(server.context, server.caller, videoOrder());
    expect(await pollVideo(server, requestId)).toEqual(FAILED);
    expect(engine.runs).toHaveLength(3);
    expect(new Set(engine.runs.map((run) => run.generationId))).toEqual(new Set([requestId]));
    expect(await sums()).toEqual(NOTHING);
  });

  it('an engine that crashes once is repeated with the same seed, and billed once', async () => {
    engine.behave({ type: 'crashing' }, { type: 'instant' });
    const generation = await createImage(server.context, server.caller, imageOrder());
    expect(generation.state).toBe('done');
    expect(new Set(engine.runs.map((run) => run.seed))).toEqual(new Set([generation.seed]));
    expect(await sums()).toEqual({ all: 0n, held: 0n, revenue: 200_000_000n });
  });

  it('an engine that hangs is ended by the deadline, and not pending for ever', async () => {
    engine.behave({ type: 'hanging' });
    deadlineMs = 100;
    const { requestId } = await createVideo(server.context, server.caller, videoOrder());
    expect(await pollVideo(server, requestId)).toEqual(FAILED);
    expect(engine.runs).toHaveLength(3);
    expect(await sums()).toEqual(NOTHING);
  });

  it('an output that never ends is ended by the deadline, and its source is told', async () => {
    let cancelled = 0;
    engine.behave({ type: 'endless', onCancel: () => cancelled++ });
    deadlineMs = 100;
    const { requestId } = await createVideo(server.context, server.caller, videoOrder());
    expect(await pollVideo(server, requestId)).toEqual(FAILED);
    expect(engine.runs).toHaveLength(3);
    expect(cancelled).toBe(3);
    expect(await sums()).toEqual(NOTHING);
  });

  it('words that PostgreSQL cannot hold do not make a picture be drawn again and again', async () => {
    engine.behave({ type: 'saying', revisedPrompt: 'a\0 fox \ud83d' });
    const generation = await createImage(server.context, server.caller, imageOrder());
    expect(generation.assets[0]?.revisedPrompt).toBe('a fox \ufffd');
    expect(engine.runs).toHaveLength(1);
    engine.behave({ type: 'failing', error: new EngineError('invalid_request', 'a\0 reason') });
    const failing = createImage(server.context, server.caller, imageOrder());
    await expect(failing).rejects.toMatchObject({ code: 'invalid-argument', message: 'a reason' });
  });

  it('pictures of which moderation refused some are billed whole, and say which', async () => {
    engine.behave({ type: 'partly-moderated', indexes: [2, 0] });
    const generation = await createImage(server.context, server.caller, imageOrder({ n: 4 }));
    expect(generation).toMatchObject({ state: 'done', moderatedIndexes: [0, 2], billedTicks: 800_000_000 });
    expect(generation.assets.map(({ index }) => index)).toEqual([1, 3]);
    expect(engine.runs).toHaveLength(1);
    engine.behave({ type: 'partly-moderated', indexes: [0, 1] });
    await expect(createImage(server.context, server.caller, imageOrder({ n: 2 }))).rejects.toMatchObject({
      code: 'imagine:content-moderated',
      billedTicks: 400_000_000,
    });
    expect(await sums()).toEqual({ all: 0n, held: 0n, revenue: 1_200_000_000n });
  });

  it('who has waited leaves no listener behind', async () => {
    engine.behave({ type: 'crashing' }, { type: 'instant' });
    const { signal } = new AbortController();
    await createImage(server.context, server.caller, imageOrder(), { signal });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('an engine that ends without an output has not done its work', async () => {
    engine.behave({ type: 'empty' });
    const { requestId } = await createVideo(server.context, server.caller, videoOrder());
    expect(await pollVideo(server, requestId)).toEqual(FAILED);
  });

  it.each([
    ['invalid_request', 'invalid_argument', 'invalid-argument', 'the seed is odd'],
    ['unsupported', 'failed_precondition', 'invalid-argument', 'no such style'],
    ['quota', 'service_unavailable', 'unavailable', 'cannot be reached'],
  ] as const)('a verdict of %s is final: %s for a video, %s for an image', async (kind, jobCode, apiCode, says) => {
    engine.behave({ type: 'failing', error: new EngineError(kind, says) });
    const { requestId } = await createVideo(server.context, server.caller, videoOrder());
    expect(await pollVideo(server, requestId)).toMatchObject({
      status: 'failed',
      error: { code: jobCode, message: expect.stringContaining(says) },
    });
    await expect(createImage(server.context, server.caller, imageOrder())).rejects.toMatchObject({ code: apiCode });
    expect(engine.runs).toHaveLength(2);
    expect(await sums()).toEqual(NOTHING);
  });

  it('a result that moderation refuses is billed; a prompt that the engine refuses is not', async () => {
    engine.behave({ type: 'moderated', stage: 'output' }, { type: 'moderated', stage: 'input' });
    const refused = { code: 'imagine:content-moderated' };
    await expect(createImage(server.context, server.caller, imageOrder())).rejects.toMatchObject({
      ...refused,
      billedTicks: 200_000_000,
    });
    await expect(createImage(server.context, server.caller, imageOrder())).rejects.toMatchObject({
      ...refused,
      billedTicks: 0,
    });
    expect(await sums()).toEqual({ all: 0n, held: 0n, revenue: 200_000_000n });
  });

  it('a stale attempt commits nothing and leaves no file', async () => {
    engine.behave({ type: 'waiting' });
    const { context } = server;
    const { requestId } = await createVideo(context, server.caller, videoOrder());
    await until(() => engine.runs.length === 1);
    // The row as if its lease had ended and another process had taken it.
    await takeAway(requestId);
    engine.finish();
    await until(() => !context.worker.isRunning(requestId));
    expect(await getVideo(context, server.caller, requestId)).toMatchObject({ status: 'pending' });
    const assets = context.database.query.selectFrom('assets').where('generation_id', '=', requestId).selectAll();
    expect(await assets.execute()).toEqual([]);
    expect(await context.store.head(`generations/${requestId}/1-0.mp4`)).toBeUndefined();
    expect((await sums()).held).toBe(500_000_000n);
  });

  it('an attempt whose claim is taken away is told within seconds', async () => {
    engine.behave({ type: 'waiting' });
    const { context } = server;
    const { requestId } = await createVideo(context, server.caller, videoOrder());
    await until(() => engine.runs.length === 1);
    await takeAway(requestId);
    await until(() => !context.worker.isRunning(requestId));
  });

  it('ends once: whoever commits second with the same claim changes nothing', async () => {
    // The only worker of videos is busy with the first.
    engine.behave({ type: 'waiting' });
    const { context, caller } = server;
    const first = await createVideo(context, caller, videoOrder());
    const { requestId } = await createVideo(context, caller, videoOrder({ prompt: 'second in the queue' }));
    const claim = (await claimGeneration(context, requestId))!;
    expect(await claimGeneration(context, requestId)).toBeUndefined();
    const output = { mime: 'video/mp4', open: async () => new Blob(['film']).stream() };
    const outputs = [await storeOutput(context, claim, 0, output, new AbortController().signal)];
    expect(await commitDone(context, claim, { outputs, moderatedIndexes: [], delivered: [] })).toBe(true);
    expect(await commitDone(context, claim, { outputs, moderatedIndexes: [], delivered: [] })).toBe(false);
    expect(await commitFailed(context, claim, { code: 'internal_error', message: 'too late' })).toBe(false);
    expect(await getVideo(context, caller, requestId)).toMatchObject({ status: 'done' });
    expect((await sums()).revenue).toBe(500_000_000n);
    await until(() => engine.runs.length === 1);
    engine.finish();
    expect((await pollVideo(server, first.requestId)).status).toBe('done');
  });

  it('progress is seen by polls as it comes, and never falls', async () => {
    engine.behave({ type: 'waiting', progress: 0.42 });
    const { requestId } = await createVideo(server.context, server.caller, videoOrder());
    const progress = async (): Promise<number> => {
      const state = await getVideo(server.context, server.caller, requestId);
      return state.status === 'pending' ? state.progress : 100;
    };
    expect(await progress()).toBeLessThanOrEqual(42);
    await until(async () => (await progress()) === 42);
    engine.finish();
    await until(async () => (await progress()) === 100);
  });
});
