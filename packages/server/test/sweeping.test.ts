import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ObjectStore, openFsStore } from '@openimagine/storage';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createImage } from '../src/operations/create-image.ts';
import { createTestEngine } from './test-engine.ts';
import { imageOrder, startTestServer, type TestServer } from './test-server.ts';

const DAY_MS = 24 * 3_600_000;

describe('the sweeper', () => {
  let server: TestServer;
  let folder: string;
  let store: ObjectStore;
  const stuck = new Set<string>();
  beforeEach(async () => {
    stuck.clear();
    folder = await mkdtemp(join(tmpdir(), 'openimagine-sweeping-'));
    store = await openFsStore(folder);
    const stubborn: ObjectStore = {
      ...store,
      delete: async (key) => {
        if (stuck.has(key)) throw new Error('read-only file system');
        await store.delete(key);
      },
    };
    server = await startTestServer(createTestEngine(), { store: stubborn, settings: { sweepMs: 10 * DAY_MS } });
  });
  afterEach(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });
  const draw = async (n: number): Promise<string[]> => {
    const { assets } = await createImage(server.context, server.caller, imageOrder({ n }));
    return assets.map(({ objectKey }) => objectKey);
  };

  it('goes on to other files when some cannot be deleted, and comes back for those', async () => {
    for (let index = 0; index < 10; index++) for (const key of await draw(10)) stuck.add(key);
    server.advance(1_000);
    const [behind] = await draw(1);
    server.advance(DAY_MS);
    await server.context.sweep();
    await server.context.sweep();
    expect(await store.head(behind!)).toBeUndefined();
    const first = [...stuck][0]!;
    stuck.clear();
    await server.context.sweep();
    expect(await store.head(first)).toBeDefined();
    server.advance(11 * 60_000);
    await server.context.sweep();
    expect(await store.head(first)).toBeUndefined();
  });

  it('does all else when one of its parts fails', async () => {
    const [key] = await draw(1);
    server.advance(DAY_MS);
    await sql`alter table idempotency rename to elsewhere`.execute(server.context.database.query);
    await server.context.sweep();
    expect(await store.head(key!)).toBeUndefined();
  });
});
