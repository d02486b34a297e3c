import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFsStore } from '@openimagine/storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createImage } from '../src/operations/create-image.ts';
import { createVideo } from '../src/operations/create-video.ts';
import { assetPath, readAsset } from '../src/operations/read-asset.ts';
import { createDatabase, dropDatabase } from './postgres.ts';
import { createTestEngine } from './test-engine.ts';
import { imageOrder, ledgerSums, openTestServer, pollVideo, type TestServer, videoOrder } from './test-server.ts';

describe.skipIf(process.env.DATABASE_URL_TEST === undefined)('two processes on one PostgreSQL', () => {
  const engines = [createTestEngine(), createTestEngine()] as const;
  let folder: string;
  let databaseUrl: string | undefined;
  let first: TestServer;
  let second: TestServer;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'openimagine-fleet-'));
    databaseUrl = await createDatabase();
    const store = await openFsStore(join(folder, 'objects'));
    const open = (index: 0 | 1) =>
      openTestServer(engines[index], { dataDir: join(folder, String(index)), databaseUrl, store });
    [first, second] = await Promise.all([open(0), open(1)]);
  });
  afterAll(async () => {
    await first.close();
    await second.close();
    await dropDatabase(databaseUrl);
    await rm(folder, { recursive: true, force: true });
  });

  it('that start together agree on the team', () => {
    expect(second.caller.teamId).toBe(first.caller.teamId);
  });

  it('share the work, run each video once, and each sees what the other has done', async () => {
    const created = await Promise.all(
      Array.from({ length: 40 }, () => createVideo(first.context, first.caller, videoOrder())),
    );
    for (const { requestId } of created) {
      const state = await pollVideo(second, requestId);
      expect(state.status).toBe('done');
      if (state.status === 'done')
        expect((await readAsset(first.context, assetPath(second.context, state.asset))).asset.id).toBe(state.asset.id);
    }
    expect(engines[0].runs.length + engines[1].runs.length).toBe(40);
    expect(await ledgerSums(first)).toEqual({ all: 0n, held: 0n, revenue: 40n * 500_000_000n });
  });

  it('one idempotency key at both is one picture', async () => {
    const before = engines[0].runs.length + engines[1].runs.length;
    const submits = Array.from({ length: 32 }, (_, index) => {
      const { context, caller } = index % 2 === 0 ? first : second;
      return createImage(context, caller, imageOrder(), { idempotencyKey: 'both' });
    });
    expect(new Set((await Promise.all(submits)).map(({ id }) => id)).size).toBe(1);
    expect(engines[0].runs.length + engines[1].runs.length - before).toBe(1);
  });

  it('a key revoked at one is soon unknown to the other', async () => {
    const { apiKey, key } = await first.context.keys.create({ teamId: first.caller.teamId, name: 'shared' });
    await second.context.keys.authenticate(key);
    await first.context.keys.revoke(first.caller.teamId, apiKey.id);
    await expect(first.context.keys.authenticate(key)).rejects.toMatchObject({ code: 'unauthenticated' });
    second.advance(2_001);
    await expect(second.context.keys.authenticate(key)).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});
