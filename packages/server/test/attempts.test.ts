import { EngineError } from '@openimagine/engines';
import { afterEach, describe, expect, it } from 'vitest';
import { claimGeneration } from '../src/jobs/claim.ts';
import { commitDone, commitFailed } from '../src/jobs/commit.ts';
import { storeOutput } from '../src/jobs/outputs.ts';
import { createImage } from '../src/operations/create-image.ts';
import { createVideo } from '../src/operations/create-video.ts';
import { getVideo } from '../src/operations/get-video.ts';
import { type Behaviour, createTestEngine } from './test-engine.ts';
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
  afterEach(() => server.close());

  it('an engine that crashes is tried three times, then the video has failed and the hold is released', async () => {
    const engine = createTestEngine({ behaviours: [{ type: 'crashing' }] });
    server = await startTestServer(engine);
    const { requestId } = await createVideo(server.context, server.caller, videoOrder());
    expect(await pollVideo(server, requestId)).toEqual(FAILED);
    expect(engine.runs).toHaveLength(3);
    expect(new Set(engine.runs.map((run) => run.generationId))).toEqual(new Set([requestId]));
    expect(await ledgerSums(server)).toEqual(NOTHING);
  });

  it('an engine that crashes once is repeated with the same seed, and billed once', async () => {
    const engine = createTestEngine({ behaviours: [{ type: 'crashing' }, { type: 'instant' }] });
    server = await startTestServer(engine);
    const generation = await createImage(server.context, server.caller, imageOrder());
    expect(generation.state).toBe('done');
    expect(new Set(engine.runs.map((run) => run.seed))).toEqual(new Set([generation.seed]));
    expect(await ledgerSums(server)).toEqual({ all: 0n, held: 0n, revenue: 200_000_000n });
  });

  it('an engine that hangs is ended by the deadline, and not pending for ever', async () => {
    const engine = createTestEngine({ behaviours: [{ type: 'hanging' }] });
    server = await startTestServer(engine, { settings: { deadlineMs: () => 100 } });
    const { requestId } = await createVideo(server.context, server.caller, videoOrder());
    expect(await pollVideo(server, requestId)).toEqual(FAILED);
    expect(engine.runs).toHaveLength(3);
    expect(await ledgerSums(server)).toEqual(NOTHING);
  });

  it('an engine that ends without an output has not done its work', async () => {
    server = await startTestServer(createTestEngine({ behaviours: [{ type: 'empty' }] }), {
      settings: { attemptsMax: 1 },
    });
    const { requestId } = await createVideo(server.context, server.caller, videoOrder());
    expect(await pollVideo(server, requestId)).toEqual(FAILED);
  });

  it.each([
    ['invalid_request', 'invalid_argument', 'invalid-argument', 'the seed is odd'],
    ['unsupported', 'failed_precondition', 'invalid-argument', 'no such style'],
    ['quota', 'service_unavailable', 'unavailable', 'cannot be reached'],
  ] as const)('a verdict of %s is final: %s for a video, %s for an image', async (kind, jobCode, apiCode, says) => {
    const behaviours: Behaviour[] = [{ type: 'failing', error: new EngineError(kind, says) }];
    const engine = createTestEngine({ behaviours });
    server = await startTestServer(engine);
    const { requestId } = await createVideo(server.context, server.caller, videoOrder());
    expect(await pollVideo(server, requestId)).toMatchObject({
      status: 'failed',
      error: { code: jobCode, message: expect.stringContaining(says) },
    });
    await expect(createImage(server.context, server.caller, imageOrder())).rejects.toMatchObject({ code: apiCode });
    expect(engine.runs).toHaveLength(2);
    expect(await ledgerSums(server)).toEqual(NOTHING);
  });

  it('a result that moderation refuses is billed; a prompt that the engine refuses is not', async () => {
    const behaviours: Behaviour[] = [
      { type: 'moderated', stage: 'output' },
      { type: 'moderated', stage: 'input' },
    ];
    server = await startTestServer(createTestEngine({ behaviours }));
    const refused = { code: 'imagine:content-moderated' };
    await expect(createImage(server.context, server.caller, imageOrder())).rejects.toMatchObject({
      ...refused,
      billedTicks: 200_000_000,
    });
    await expect(createImage(server.context, server.caller, imageOrder())).rejects.toMatchObject({
      ...refused,
      billedTicks: 0,
    });
    expect(await ledgerSums(server)).toEqual({ all: 0n, held: 0n, revenue: 200_000_000n });
  });

  it('a stale attempt commits nothing and leaves no file', async () => {
    const engine = createTestEngine({ behaviours: [{ type: 'waiting' }] });
    server = await startTestServer(engine);
    const { context } = server;
    const { requestId } = await createVideo(context, server.caller, videoOrder());
    await until(() => engine.runs.length === 1);
    // The row as if its lease had ended and another process had taken it.
    const taken = context.randomUUID();
    await context.database.query
      .updateTable('generations')
      .set({ attempt_token: taken })
      .where('id', '=', requestId)
      .execute();
    engine.finish();
    await until(() => !context.worker.isRunning(requestId));
    expect(await getVideo(context, server.caller, requestId)).toMatchObject({ status: 'pending' });
    expect(await context.database.query.selectFrom('assets').selectAll().execute()).toEqual([]);
    expect(await context.store.head(`generations/${requestId}/1-0.mp4`)).toBeUndefined();
    expect((await ledgerSums(server)).held).toBe(500_000_000n);
  });

  it('an attempt whose claim is taken away is told within seconds', async () => {
    const engine = createTestEngine({ behaviours: [{ type: 'waiting' }] });
    server = await startTestServer(engine);
    const { context } = server;
    const { requestId } = await createVideo(context, server.caller, videoOrder());
    await until(() => engine.runs.length === 1);
    await context.database.query
      .updateTable('generations')
      .set({ attempt_token: context.randomUUID() })
      .where('id', '=', requestId)
      .execute();
    await until(() => !context.worker.isRunning(requestId));
  });

  it('ends once: whoever commits second with the same claim changes nothing', async () => {
    server = await startTestServer(
      createTestEngine({ behaviours: [{ type: 'waiting' }], concurrency: { images: 1, videos: 1 } }),
    );
    const { context, caller } = server;
    await createVideo(context, caller, videoOrder());
    const { requestId } = await createVideo(context, caller, videoOrder({ prompt: 'second in the queue' }));
    const claim = (await claimGeneration(context, requestId))!;
    expect(await claimGeneration(context, requestId)).toBeUndefined();
    const output = { mime: 'video/mp4', open: async () => new Blob(['film']).stream() };
    const outputs = [await storeOutput(context, claim, 0, output, new AbortController().signal)];
    expect(await commitDone(context, claim, outputs)).toBe(true);
    expect(await commitDone(context, claim, outputs)).toBe(false);
    expect(await commitFailed(context, claim, { code: 'internal_error', message: 'too late' })).toBe(false);
    expect(await getVideo(context, caller, requestId)).toMatchObject({ status: 'done' });
    expect((await ledgerSums(server)).revenue).toBe(500_000_000n);
  });

  it('progress is seen by polls as it comes, and never falls', async () => {
    const engine = createTestEngine({ behaviours: [{ type: 'waiting', progress: 0.42 }] });
    server = await startTestServer(engine);
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
