import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readImageEditOrder } from '@openimagine/contract';
import { encodeJpeg } from '@openimagine/media';
import { type ObjectStore, openFsStore } from '@openimagine/storage';
import { type Insertable, sql } from 'kysely';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GenerationsTable } from '../src/db/tables.ts';
import { createImage } from '../src/operations/create-image.ts';
import { createTestEngine, type TestEngine } from './test-engine.ts';
import { imageOrder, startTestServer, type TestServer, until } from './test-server.ts';

const DAY_MS = 24 * 3_600_000;

describe('the sweeper', () => {
  let server: TestServer;
  let folder: string;
  let store: ObjectStore;
  let engine: TestEngine;
  let picture: string;
  let attempts: number;
  const stuck = new Set<string>();
  beforeAll(async () => {
    const jpeg = await encodeJpeg({ width: 30, height: 20, rgba: new Uint8Array(2400).fill(200) });
    picture = `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`;
  });
  beforeEach(async () => {
    stuck.clear();
    attempts = 0;
    engine = createTestEngine();
    folder = await mkdtemp(join(tmpdir(), 'openimagine-sweeping-'));
    store = await openFsStore(folder);
    const stubborn: ObjectStore = {
      ...store,
      delete: async (key) => {
        attempts++;
        if (stuck.has(key)) throw new Error('read-only file system');
        await store.delete(key);
      },
    };
    server = await startTestServer(engine, { store: stubborn, settings: { sweepMs: 10 * DAY_MS } });
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

  /** An edit of a picture that has ended, with its input still in storage. @returns The input's key. */
  const edit = async (): Promise<string> => {
    const order = readImageEditOrder({ prompt: 'a', image: picture });
    const { request } = await createImage(server.context, server.caller, order);
    return request.inputs![0]!.objectKey;
  };

  /** More ended generations like the one of this input, each with a file that is stuck. */
  const repeat = async (key: string, count: number): Promise<void> => {
    const { query } = server.context.database;
    const generationId = key.split('/')[1]!;
    const row = await query
      .selectFrom('generations')
      .where('id', '=', generationId)
      .selectAll()
      .executeTakeFirstOrThrow();
    for (let index = 0; index < count; index++) {
      const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
      const request = JSON.stringify(row.request).replaceAll(generationId, id);
      const values = { ...row, id, request, engine_ref: null, moderated_indexes: '[]' };
      await query
        .insertInto('generations')
        .values(values as Insertable<GenerationsTable>)
        .execute();
      stuck.add(await put(`inputs/${id}/0`));
    }
  };

  it('goes on to other inputs when some cannot be deleted, and comes back for those', async () => {
    await repeat(await edit(), 100);
    const behind = await edit();
    await server.context.sweep();
    const tried = attempts;
    await server.context.sweep();
    expect(await store.head(behind)).toBeUndefined();
    await server.context.sweep();
    // Those that are stuck were tried once, and not at every sweep.
    expect(attempts - tried).toBeLessThan(10);
    const first = [...stuck][0]!;
    stuck.clear();
    await server.context.sweep();
    expect(await store.head(first)).toBeDefined();
    server.advance(11 * 60_000);
    await server.context.sweep();
    expect(await store.head(first)).toBeUndefined();
  });

  const put = async (key: string): Promise<string> => {
    await store.put(key, new Uint8Array(10), { mime: 'image/jpeg' });
    return key;
  };
  const unknown = (): string => server.context.randomUUID();

  it('deletes inputs that a killed process has stored for a request that never was, once they are an hour old', async () => {
    const orphan = await put(`inputs/${unknown()}/0`);
    await server.context.sweep();
    server.advance(45 * 60_000);
    await server.context.sweep();
    expect(await store.head(orphan)).toBeDefined();
    server.advance(20 * 60_000);
    await server.context.sweep();
    expect(await store.head(orphan)).toBeUndefined();
  });

  it('deletes outputs that no asset owns, also of a generation that has ended', async () => {
    const [kept] = await draw(1);
    const orphans = [await put(`generations/${unknown()}/1-0.jpg`), await put(kept!.replace('1-0.jpg', '2-0.jpg'))];
    server.advance(2 * 3_600_000);
    await server.context.sweep();
    for (const key of orphans) expect(await store.head(key), key).toBeUndefined();
    expect(await store.head(kept!)).toBeDefined();
  });

  it('leaves what is still needed, however old, and what is not its own', async () => {
    engine.behave({ type: 'waiting' });
    const drawing = edit();
    await until(() => engine.runs.length === 1);
    const id = engine.runs[0]!.generationId;
    const input = `inputs/${id}/0`;
    expect(await store.head(input)).toBeDefined();
    const strange = [await put('inputs/notes.txt'), await put(`generations/${id}/1-0.jpg`), await put('other/thing')];
    server.advance(5 * 3_600_000);
    await server.context.sweep();
    for (const key of [input, ...strange]) expect(await store.head(key), key).toBeDefined();
    engine.finish();
    await drawing;
  });

  it('tries an unowned object that cannot be deleted again at its next look, and the others meanwhile', async () => {
    const keys = [await put(`inputs/${unknown()}/0`), await put(`inputs/${unknown()}/0`)];
    stuck.add(keys[0]!);
    server.advance(2 * 3_600_000);
    await server.context.sweep();
    expect([await store.head(keys[0]!), await store.head(keys[1]!)]).toEqual([expect.anything(), undefined]);
    const tried = attempts;
    await server.context.sweep();
    expect(attempts).toBe(tried);
    stuck.clear();
    server.advance(16 * 60_000);
    await server.context.sweep();
    expect(await store.head(keys[0]!)).toBeUndefined();
  });

  it('does all else when one of its parts fails', async () => {
    const [key] = await draw(1);
    server.advance(DAY_MS);
    await sql`alter table idempotency rename to elsewhere`.execute(server.context.database.query);
    await server.context.sweep();
    expect(await store.head(key!)).toBeUndefined();
  });
});
