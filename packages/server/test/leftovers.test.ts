import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { StorageError } from '@openimagine/storage';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { claimGeneration } from '../src/jobs/claim.ts';
import { storeOutput } from '../src/jobs/outputs.ts';
import { createVideo } from '../src/operations/create-video.ts';
import { createTestEngine, type TestEngineOptions } from './test-engine.ts';
import { ledgerSums, pollVideo, startTestServer, type TestServer, until, videoOrder } from './test-server.ts';

const NOTHING = { all: 0n, held: 0n, revenue: 0n };

describe('files of attempts that died', () => {
  let server: TestServer;
  afterEach(() => server.close());

  /** A video of which a claim has stored its film and then died; `attempts` are counted so far. */
  const diedAfterStoring = async (attempts: number): Promise<string> => {
    const engine = createTestEngine({ behaviours: [{ type: 'waiting' }, { type: 'crashing' }] });
    server = await startTestServer(engine, { settings: { sweepMs: 60_000 } });
    const { context, caller } = server;
    // The only worker of videos is busy with another.
    await createVideo(context, caller, videoOrder());
    await until(() => engine.runs.length === 1);
    const { requestId } = await createVideo(context, caller, videoOrder());
    const claim = (await claimGeneration(context, requestId))!;
    const output = { mime: 'video/mp4', open: async () => new Blob(['film']).stream() };
    await storeOutput(context, claim, 0, output, new AbortController().signal);
    expect(await storedFiles(server)).toEqual([`generations/${requestId}/1-0.mp4`]);
    await context.database.query
      .updateTable('generations')
      .set({ state: 'queued', attempt_token: null, lease_until: null, attempts })
      .where('id', '=', requestId)
      .execute();
    context.generations.changed(requestId);
    return requestId;
  };

  it('go when the attempts are used up', async () => {
    const id = await diedAfterStoring(3);
    expect(await claimGeneration(server.context, id)).toBeUndefined();
    expect((await server.context.generations.find(id))?.state).toBe('failed');
    expect(await storedFiles(server)).toEqual([]);
  });

  it('go when the last attempt fails', async () => {
    const id = await diedAfterStoring(2);
    await server.context.worker.look(id);
    expect((await server.context.generations.find(id))?.state).toBe('failed');
    expect(await storedFiles(server)).toEqual([]);
  });

  it('go when the generation is given up', async () => {
    const id = await diedAfterStoring(1);
    server.advance(25 * 3_600_000);
    await server.context.sweep();
    expect((await server.context.generations.find(id))?.state).toBe('failed');
    expect(await storedFiles(server)).toEqual([]);
  });
});

describe('a result that cannot be committed', () => {
  let server: TestServer;
  afterEach(() => server.close());

  it.each<[string, TestEngineOptions]>([
    ['begins afresh', {}],
    ['finds its job again', { onResume: { type: 'instant' } }],
  ])('is given up after three attempts and leaves no file, where the engine %s', async (_what, options) => {
    const engine = createTestEngine(options);
    server = await startTestServer(engine);
    await refuseAssets(server);
    const { requestId } = await createVideo(server.context, server.caller, videoOrder());
    expect(await pollVideo(server, requestId)).toMatchObject({ status: 'failed', error: { code: 'internal_error' } });
    expect(engine.runs.length + engine.resumed.length).toBe(3);
    await until(() => !server.context.worker.isRunning(requestId));
    expect(await storedFiles(server)).toEqual([]);
    expect(await ledgerSums(server)).toEqual(NOTHING);
  });
});

describe('an output', () => {
  it('whose store fails before it reads is cancelled', async () => {
    let cancelled = 0;
    const engine = createTestEngine({ behaviours: [{ type: 'endless', onCancel: () => cancelled++ }] });
    const server = await startTestServer(engine);
    const put = () => Promise.reject(new StorageError('no_space', 'The disk is full'));
    await server.restart({ store: { ...server.context.store, put } });
    const { requestId } = await createVideo(server.context, server.caller, videoOrder());
    expect((await pollVideo(server, requestId)).status).toBe('failed');
    expect(cancelled).toBe(engine.runs.length);
    await server.close();
  });
});

/** As a database does that is out of room, or has a bug of ours to complain about. */
async function refuseAssets({ context }: TestServer): Promise<void> {
  const { query } = context.database;
  await sql`create function refuse() returns trigger language plpgsql as 'begin raise exception ''refused''; end'`.execute(
    query,
  );
  await sql`create trigger refuse before insert on assets for each row execute function refuse()`.execute(query);
}

async function storedFiles({ dataDir }: TestServer): Promise<string[]> {
  const root = join(dataDir, 'objects');
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}
