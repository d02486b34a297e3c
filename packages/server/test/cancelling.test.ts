import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFsStore } from '@openimagine/storage';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claimGeneration } from '../src/jobs/claim.ts';
import { commitFailed } from '../src/jobs/commit.ts';
import { cancelGeneration, cancelVideo } from '../src/operations/cancel-generation.ts';
import { createImage } from '../src/operations/create-image.ts';
import { createVideo } from '../src/operations/create-video.ts';
import { getVideo } from '../src/operations/get-video.ts';
import { createDatabase, dropDatabase } from './postgres.ts';
import { startTestSystem, type TestSystem } from './test-door.ts';
import { createTestEngine, type TestEngine } from './test-engine.ts';
import {
  imageOrder,
  ledgerSums,
  makeTeam,
  openTestServer,
  pollVideo,
  type TestServer,
  until,
  videoOrder,
} from './test-server.ts';

const NOTHING = { all: 0n, held: 0n, revenue: 0n };
const CANCELLED = {
  status: 'failed',
  error: { code: 'failed_precondition', message: 'The generation was cancelled.' },
};

/** @returns By generation, how its hold was ended. */
async function closings({ context }: TestServer): Promise<Map<string, string[]>> {
  const rows = await context.database.query
    .selectFrom('ledger_entries')
    .where('account', 'like', 'held:%')
    .where('kind', 'in', ['settle', 'release'])
    .select(['generation_id', 'kind'])
    .execute();
  const found = new Map<string, string[]>();
  for (const { generation_id, kind } of rows) found.set(generation_id, [...(found.get(generation_id) ?? []), kind]);
  return found;
}

describe('cancelling', () => {
  let server: TestServer;
  let engine: TestEngine;
  let door: TestSystem;
  beforeAll(async () => {
    door = await startTestSystem();
    ({ server, engine } = door);
  });
  afterAll(() => door.close());
  beforeEach(() => engine.behave({ type: 'waiting' }));

  const cancel = (requestId: string): Promise<Response> => door.send(`/v1/videos/${requestId}`, { method: 'DELETE' });

  it('ends a running video at once: nothing is billed, its attempt ends, and the next is taken up', async () => {
    const { context, caller } = server;
    const { requestId } = await createVideo(context, caller, videoOrder());
    const { requestId: next } = await createVideo(context, caller, videoOrder({ prompt: 'next' }));
    await until(() => engine.runs.length === 1);
    const reply = await cancel(requestId);
    expect([reply.status, await reply.json()]).toEqual([200, { request_id: requestId, status: 'cancelled' }]);
    expect(await getVideo(context, caller, requestId)).toEqual(CANCELLED);
    await until(() => !context.worker.isRunning(requestId));
    await until(() => engine.runs.length === 2);
    engine.finish();
    expect((await pollVideo(server, next)).status).toBe('done');
    expect(await ledgerSums(server)).toEqual({ all: 0n, held: 0n, revenue: 500_000_000n });
    expect(await context.store.head(`generations/${requestId}/1-0.mp4`)).toBeUndefined();
  });

  it('ends one that waits, which is then never begun', async () => {
    const { context, caller } = server;
    const { requestId: first } = await createVideo(context, caller, videoOrder());
    const { requestId } = await createVideo(context, caller, videoOrder({ prompt: 'never' }));
    await until(() => engine.runs.length === 1);
    expect((await cancel(requestId)).status).toBe(200);
    engine.finish();
    await pollVideo(server, first);
    await context.sweep();
    expect(engine.runs.map(({ prompt }) => prompt)).toEqual(['a fox runs']);
    expect((await ledgerSums(server)).held).toBe(0n);
  });

  it('twice is as good as once; one that has ended otherwise is refused, another team has none', async () => {
    const { context, caller } = server;
    const { requestId } = await createVideo(context, caller, videoOrder());
    expect((await cancel(requestId)).status).toBe(200);
    expect((await cancel(requestId)).status).toBe(200);
    engine.behave({ type: 'instant' });
    const { requestId: done } = await createVideo(context, caller, videoOrder());
    await pollVideo(server, done);
    const refused = await door.expectError(await cancel(done), 'invalid-argument');
    expect(refused.error).toContain('done');
    await door.expectError(await cancel('11111111-1111-4111-8111-111111111111'), 'not-found');
    await door.expectError(await cancel('nothing'), 'not-found');
    const other = await makeTeam(server, 'other');
    await expect(cancelVideo(context, other, requestId)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('a picture is no video, but can be cancelled as a generation; whoever waits for it is told', async () => {
    const { context, caller } = server;
    const waiting = createImage(context, caller, imageOrder());
    waiting.catch(() => undefined);
    await until(() => engine.runs.length === 1);
    const { generationId } = engine.runs[0]!;
    await door.expectError(await cancel(generationId), 'not-found');
    await cancelGeneration(context, caller, generationId);
    await expect(waiting).rejects.toMatchObject({
      code: 'invalid-argument',
      message: expect.stringContaining('cancelled'),
    });
  });

  it('against its end: each is settled or released, once, and says so, 100 times', async () => {
    engine.behave({ type: 'instant' });
    const { context, caller } = server;
    const before = await ledgerSums(server);
    const outcomes = { done: 0, cancelled: 0 };
    let delayMs = 10;
    for (let round = 0; round < 100; round++) {
      const { requestId } = await createVideo(context, caller, videoOrder());
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      const cancelled = await cancelVideo(context, caller, requestId).then(
        () => true,
        () => false,
      );
      const { status } = await pollVideo(server, requestId);
      expect(status).toBe(cancelled ? 'failed' : 'done');
      outcomes[cancelled ? 'cancelled' : 'done']++;
      // Whichever was too late is given more time: somewhere in between they meet, on any machine.
      delayMs = Math.max(0, delayMs + (cancelled ? 3 : -3));
      expect((await closings(server)).get(requestId)).toEqual([cancelled ? 'release' : 'settle']);
      await until(() => !context.worker.isRunning(requestId));
    }
    const after = await ledgerSums(server);
    expect(after.revenue - before.revenue).toBe(BigInt(outcomes.done) * 500_000_000n);
    expect([after.all, after.held]).toEqual([0n, 0n]);
    expect(outcomes.cancelled).toBeGreaterThan(0);
    expect(outcomes.done).toBeGreaterThan(0);
  });

  it('at the very moment of another end: the two commits, side by side, 50 times', async () => {
    // The only worker of videos is busy, so that the claims are ours.
    const { context, caller } = server;
    const { requestId: busy } = await createVideo(context, caller, videoOrder());
    await until(() => engine.runs.length === 1);
    for (let round = 0; round < 50; round++) {
      const { requestId } = await createVideo(context, caller, videoOrder({ prompt: `round ${round}` }));
      const claim = (await claimGeneration(context, requestId))!;
      const failed = commitFailed(context, claim, { code: 'internal_error', message: 'it failed' });
      const cancelled = cancelVideo(context, caller, requestId).then(
        () => true,
        () => false,
      );
      const ends = [await failed, await cancelled];
      expect(ends.filter(Boolean)).toHaveLength(1);
      expect((await closings(server)).get(requestId)).toEqual(['release']);
    }
    await cancelVideo(context, caller, busy);
  });
});

describe.skipIf(process.env.DATABASE_URL_TEST === undefined)('cancelling in another process', () => {
  it('ends the attempt of the one that runs it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'openimagine-cancel-'));
    const databaseUrl = await createDatabase();
    const store = await openFsStore(join(folder, 'objects'));
    const engine = createTestEngine({ behaviours: [{ type: 'waiting' }] });
    const open = (name: string) => openTestServer(engine, { dataDir: join(folder, name), databaseUrl, store });
    const [first, second] = [await open('a'), await open('b')];
    const { requestId } = await createVideo(first.context, first.caller, videoOrder());
    await until(() => engine.runs.length === 1);
    const [running, other] = first.context.worker.isRunning(requestId) ? [first, second] : [second, first];
    await cancelVideo(other.context, other.caller, requestId);
    await until(() => !running.context.worker.isRunning(requestId));
    expect(await ledgerSums(first)).toEqual(NOTHING);
    await until(async () => (await getVideo(running.context, running.caller, requestId)).status === 'failed');
    await first.close();
    await second.close();
    await dropDatabase(databaseUrl);
    await rm(folder, { recursive: true, force: true });
  });
});
