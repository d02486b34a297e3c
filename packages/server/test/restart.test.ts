import { EngineError } from '@openimagine/engines';
import type { ObjectStore } from '@openimagine/storage';
import { afterEach, describe, expect, it } from 'vitest';
import { createImage } from '../src/operations/create-image.ts';
import { createVideo } from '../src/operations/create-video.ts';
import { getVideo } from '../src/operations/get-video.ts';
import { createTestEngine } from './test-engine.ts';
import {
  imageOrder,
  ledgerSums,
  pollVideo,
  startTestServer,
  type TestServer,
  until,
  videoOrder,
} from './test-server.ts';

describe('a restart', () => {
  let server: TestServer;
  afterEach(() => server.close());

  it('finishes what was running and what was waiting, once each, and counts no attempt', async () => {
    const before = createTestEngine({ behaviours: [{ type: 'waiting' }] });
    server = await startTestServer(before);
    const ids: string[] = [];
    for (let index = 0; index < 3; index++)
      ids.push((await createVideo(server.context, server.caller, videoOrder())).requestId);
    await until(() => before.runs.length === 1);
    const after = createTestEngine();
    await server.restart({ engines: [after] });
    for (const id of ids) expect((await pollVideo(server, id)).status).toBe('done');
    expect(after.runs.map((run) => run.generationId).sort()).toEqual(ids.toSorted());
    const rows = await server.context.database.query.selectFrom('generations').select('attempts').execute();
    expect(rows.map(({ attempts }) => attempts)).toEqual([1, 1, 1]);
    expect(await ledgerSums(server)).toEqual({ all: 0n, held: 0n, revenue: 1_500_000_000n });
  });

  it('asks for an accepted job by its ref, and does not buy it twice', async () => {
    const before = createTestEngine({ behaviours: [{ type: 'waiting' }], onResume: { type: 'instant' } });
    server = await startTestServer(before);
    const { requestId } = await createVideo(server.context, server.caller, videoOrder());
    await until(() => before.runs.length === 1);
    const after = createTestEngine({ onResume: { type: 'instant' } });
    await server.restart({ engines: [after] });
    expect((await pollVideo(server, requestId)).status).toBe('done');
    expect(after.runs).toEqual([]);
    expect(after.resumed).toEqual([{ engine: 'test', id: 'job-1' }]);
  });

  it('lets what is nearly done finish first', async () => {
    const engine = createTestEngine({ behaviours: [{ type: 'waiting' }] });
    server = await startTestServer(engine, { settings: { drainMs: 5_000 } });
    const { requestId } = await createVideo(server.context, server.caller, videoOrder());
    await until(() => engine.runs.length === 1);
    setTimeout(() => engine.finish(), 100);
    await server.restart();
    expect((await getVideo(server.context, server.caller, requestId)).status).toBe('done');
    expect(engine.runs).toHaveLength(1);
  });

  it('tells a waiting image call to try again, and neither draws nor bills it later', async () => {
    const engine = createTestEngine({ behaviours: [{ type: 'waiting' }] });
    server = await startTestServer(engine);
    const waiting = createImage(server.context, server.caller, imageOrder());
    waiting.catch(() => undefined);
    await until(() => engine.runs.length === 1);
    const after = createTestEngine();
    await server.restart({ engines: [after] });
    await expect(waiting).rejects.toMatchObject({ code: 'unavailable' });
    expect(await createImage(server.context, server.caller, imageOrder())).toMatchObject({ state: 'done' });
    expect(after.runs).toHaveLength(1);
    expect(await ledgerSums(server)).toEqual({ all: 0n, held: 0n, revenue: 200_000_000n });
  });

  it.each(['the output never ends', 'the store hangs'])('does not wait for ever where %s', async (what) => {
    const hangs: Partial<ObjectStore> = what === 'the store hangs' ? { put: () => new Promise(() => undefined) } : {};
    let opened = 0;
    const engine = createTestEngine({ behaviours: [{ type: 'endless', onOpen: () => opened++ }] });
    server = await startTestServer(engine);
    const store = { ...server.context.store, ...hangs };
    await server.restart({ store });
    const { requestId } = await createVideo(server.context, server.caller, videoOrder());
    await until(() => opened === 1);
    await server.restart({ engines: [createTestEngine()] });
    expect((await pollVideo(server, requestId)).status).toBe('done');
  });

  it('accepts nothing while it stops', async () => {
    const engine = createTestEngine({ behaviours: [{ type: 'waiting' }] });
    server = await startTestServer(engine, { settings: { drainMs: 300 } });
    await createVideo(server.context, server.caller, videoOrder());
    await until(() => engine.runs.length === 1);
    const { context, caller } = server;
    const restarted = server.restart();
    await expect(createVideo(context, caller, videoOrder())).rejects.toMatchObject({ code: 'unavailable', http: 503 });
    expect(await context.isReady()).toBe(false);
    await restarted;
  });
});

describe('an outcome that is not known', () => {
  let server: TestServer;
  afterEach(() => server.close());

  it('stays pending with the money held, and is asked for again until it is', async () => {
    const lost = { type: 'failing', error: new EngineError('lost', 'the connection broke') } as const;
    const engine = createTestEngine({ behaviours: [lost], onResume: { type: 'instant' } });
    server = await startTestServer(engine);
    const { requestId } = await createVideo(server.context, server.caller, videoOrder());
    await until(async () => (await server.context.generations.find(requestId))?.state === 'unresolved');
    expect(await getVideo(server.context, server.caller, requestId)).toMatchObject({ status: 'pending' });
    expect((await ledgerSums(server)).held).toBe(500_000_000n);
    server.advance(60_000);
    await server.context.sweep();
    expect((await pollVideo(server, requestId)).status).toBe('done');
    expect(engine.runs).toHaveLength(1);
    expect(engine.resumed).toHaveLength(1);
  });

  it('ends as soon as the engine says that the job is no more, and what was held is released', async () => {
    const lost = { type: 'failing', error: new EngineError('lost', 'the connection broke') } as const;
    const gone = { type: 'failing', error: new EngineError('bad_response', 'no such job') } as const;
    server = await startTestServer(createTestEngine({ behaviours: [lost], onResume: gone }));
    const { requestId } = await createVideo(server.context, server.caller, videoOrder());
    await until(async () => (await server.context.generations.find(requestId))?.state === 'unresolved');
    server.advance(60_000);
    await server.context.sweep();
    expect(await pollVideo(server, requestId)).toMatchObject({ status: 'failed', error: { code: 'internal_error' } });
    expect(await ledgerSums(server)).toEqual({ all: 0n, held: 0n, revenue: 0n });
  });

  it('is given up after a day, and what was held is released', async () => {
    const lost = { type: 'failing', error: new EngineError('lost', 'the connection broke') } as const;
    const engine = createTestEngine({ behaviours: [lost], onResume: lost });
    server = await startTestServer(engine, { settings: { sweepMs: 60_000 } });
    const { requestId } = await createVideo(server.context, server.caller, videoOrder());
    await until(async () => (await server.context.generations.find(requestId))?.state === 'unresolved');
    server.advance(25 * 3_600_000);
    await server.context.sweep();
    await until(async () => {
      await server.context.sweep();
      return (await getVideo(server.context, server.caller, requestId)).status === 'failed';
    });
    expect(await ledgerSums(server)).toEqual({ all: 0n, held: 0n, revenue: 0n });
  });

  it('without a ref to ask by is tried again, since the id of the generation tells the engine that it repeats', async () => {
    const lost = { type: 'failing', error: new EngineError('lost', 'the connection broke') } as const;
    const engine = createTestEngine({ behaviours: [lost, { type: 'instant' }] });
    server = await startTestServer(engine);
    const { requestId } = await createVideo(server.context, server.caller, videoOrder());
    expect((await pollVideo(server, requestId)).status).toBe('done');
    expect(engine.runs).toHaveLength(2);
  });
});

describe('the sweeper', () => {
  let server: TestServer;
  afterEach(() => server.close());

  it('takes a generation from an owner that died, and finishes it', async () => {
    server = await startTestServer(createTestEngine(), { settings: { sweepMs: 60_000 } });
    const { context, caller } = server;
    const { requestId } = await createVideo(context, caller, videoOrder());
    await pollVideo(server, requestId);
    const { requestId: dead } = await insertRunning(server, requestId);
    await context.sweep();
    expect((await getVideo(context, caller, dead)).status).toBe('pending');
    server.advance(10_000);
    await context.sweep();
    expect((await pollVideo(server, dead)).status).toBe('done');
  });

  it('repeats a wake-up that was lost', async () => {
    server = await startTestServer(createTestEngine(), { settings: { sweepMs: 60_000 } });
    const { context, caller } = server;
    const { requestId } = await createVideo(context, caller, videoOrder());
    await pollVideo(server, requestId);
    const { requestId: forgotten } = await insertRunning(server, requestId);
    await context.database.query
      .updateTable('generations')
      .set({ state: 'queued', attempt_token: null, lease_until: null })
      .where('id', '=', forgotten)
      .execute();
    context.generations.changed(forgotten);
    server.advance(6_000);
    await context.sweep();
    expect((await pollVideo(server, forgotten)).status).toBe('done');
  });
});

/** A copy of a generation, held, and claimed by a process that is no more. */
async function insertRunning({ context }: TestServer, like: string): Promise<{ requestId: string }> {
  const { hold } = await import('../src/ledger/ledger.ts');
  const id = context.randomUUID();
  const now = context.now();
  await context.database.withTransaction(async (tx) => {
    const rows = await tx.selectFrom('generations').where('id', '=', like).selectAll().execute();
    const row = rows[0]!;
    await tx
      .insertInto('generations')
      .values({
        id,
        team_id: row.team_id,
        api_key_id: row.api_key_id,
        kind: row.kind,
        operation: row.operation,
        model: row.model,
        engine: row.engine,
        state: 'running',
        request: JSON.stringify({ ...row.request, generationId: id }),
        price_ticks: String(row.price_ticks),
        seed: String(row.seed),
        attempts: 1,
        claims: 1,
        attempt_token: context.randomUUID(),
        lease_until: new Date(now.getTime() + 8_000),
        created_at: now,
      })
      .execute();
    await hold(tx, { teamId: row.team_id, generationId: id, at: now, amountTicks: BigInt(row.price_ticks) });
  });
  return { requestId: id };
}
