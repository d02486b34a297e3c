import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVideo } from '../src/operations/create-video.ts';
import { ensurePreparedDatabase } from './prepared-data.ts';
import { createTestEngine } from './test-engine.ts';
import { ledgerSums, openTestServer, pollVideo, type TestServer, videoOrder } from './test-server.ts';

describe('a server killed with -9 in the middle of a video', () => {
  let dataDir: string;
  let server: TestServer;
  beforeAll(async () => {
    await ensurePreparedDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'openimagine-kill-'));
  });
  afterAll(async () => {
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('finishes each accepted video under its own id after the next start, and bills it once', async () => {
    const child = fork(new URL('./killed-server.ts', import.meta.url), [dataDir], { execArgv: [] });
    const [ids] = (await once(child, 'message')) as [string[]];
    child.kill('SIGKILL');
    await once(child, 'exit');

    const engine = createTestEngine();
    server = await openTestServer(engine, { dataDir, databaseUrl: undefined });
    for (const id of ids) expect((await pollVideo(server, id)).status).toBe('done');
    expect(engine.runs.map(({ seed }) => seed).sort()).toEqual([0, 1, 2]);
    const again = await createVideo(server.context, server.caller, videoOrder({ seed: 0 }), {
      idempotencyKey: 'video-0',
    });
    expect(again.requestId).toBe(ids[0]);
    expect(await ledgerSums(server)).toEqual({ all: 0n, held: 0n, revenue: 1_500_000_000n });
  });
});
