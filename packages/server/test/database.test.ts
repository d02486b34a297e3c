import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createContext } from '../src/context.ts';
import { openDatabase } from '../src/db/database.ts';
import { countGenerations } from '../src/operations/count-generations.ts';
import { createVideo } from '../src/operations/create-video.ts';
import { ensurePreparedDatabase } from './prepared-data.ts';
import { createTestEngine } from './test-engine.ts';
import { pollVideo, startTestServer, type TestServer, videoOrder } from './test-server.ts';

const folders: string[] = [];
async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'openimagine-data-'));
  folders.push(folder);
  return folder;
}
beforeAll(ensurePreparedDatabase);
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});
const start = (dataDir: string, more: object = {}) =>
  createContext({ dataDir, engines: [createTestEngine()], ...more });

describe('the first start', () => {
  it('makes everything from an empty folder, and the first submit on the cold queue commits', async () => {
    const dataDir = await makeFolder();
    const context = await start(dataDir);
    const { newKey, keyFile } = context.firstKey;
    expect(newKey).toMatch(/^xai-oi-/);
    expect((await readFile(keyFile, 'utf8')).trim()).toBe(newKey);
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
    const caller = await context.keys.authenticate(newKey!);
    expect((await createVideo(context, caller, videoOrder())).requestId).toMatch(/^[0-9a-f-]{36}$/);
    await context.close();

    const again = await start(dataDir);
    expect(again.firstKey).toEqual({ teamId: caller.teamId, newKey: undefined, keyFile });
    expect(await again.keys.authenticate(newKey!)).toEqual(caller);
    expect(await again.keys.list(caller.teamId)).toHaveLength(1);
    await again.close();
    expect(await readdir(dataDir)).not.toContain('lock');
  });

  it('that was killed half-way left its unfinished database beside, and the next one begins anew', async () => {
    const dataDir = await makeFolder();
    await mkdir(join(dataDir, 'db.partial-of-the-dead', 'base'), { recursive: true });
    await (await start(dataDir)).close();
    expect((await readdir(dataDir)).sort()).toEqual(['api-key', 'db', 'incoming', 'objects', 'tmp']);
  });

  it('takes a key from the operator, and adds it beside the others when it changes', async () => {
    const dataDir = await makeFolder();
    const first = await start(dataDir, { presetKey: 'the-first-preset-key' });
    expect(first.firstKey.newKey).toBeUndefined();
    await first.close();
    const second = await start(dataDir, { presetKey: 'the-second-preset-key' });
    const callers = await Promise.all(
      ['the-first-preset-key', 'the-second-preset-key'].map((key) => second.keys.authenticate(key)),
    );
    expect(callers[0]?.teamId).toBe(callers[1]?.teamId);
    expect(await readFile(join(dataDir, 'api-key'), 'utf8')).toBe('the-second-preset-key\n');
    await second.close();
  });

  it('refuses a preset key that can be guessed, and leaves the folder free', async () => {
    const dataDir = await makeFolder();
    for (const presetKey of ['short', 'fifteen-letters', 'with a space in it', 'x'.repeat(257)]) {
      await expect(start(dataDir, { presetKey }), presetKey).rejects.toMatchObject({ code: 'invalid_key' });
    }
    await (await start(dataDir, { presetKey: 'sixteen-letters!' })).close();
  });
});

describe('a data folder that cannot be used', () => {
  it('is refused while another has it, and nothing in it changes', async () => {
    const dataDir = await makeFolder();
    const context = await start(dataDir);
    await expect(start(dataDir)).rejects.toMatchObject({ code: 'in_use', message: expect.not.stringContaining('\n') });
    expect(await context.isReady()).toBe(true);
    await context.close();
  });

  it('is refused when the database lost its PG_VERSION, and is not overwritten', async () => {
    const dataDir = await makeFolder();
    await mkdir(join(dataDir, 'db', 'base'), { recursive: true });
    await writeFile(join(dataDir, 'db', 'base', 'precious'), 'rows');
    await expect(start(dataDir)).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringContaining('left as it is'),
    });
    expect(await readdir(join(dataDir, 'db'))).toEqual(['base']);
    expect(await readFile(join(dataDir, 'db', 'base', 'precious'), 'utf8')).toBe('rows');
    expect(await readdir(dataDir)).toEqual(['db']);
  });

  it('is refused when the control file is damaged, with one line, and is left as it is', async () => {
    const dataDir = await makeFolder();
    await (await start(dataDir)).close();
    const control = join(dataDir, 'db', 'global', 'pg_control');
    const size = (await stat(control)).size;
    await writeFile(control, Buffer.alloc(size, 7));
    await expect(start(dataDir)).rejects.toMatchObject({ code: 'damaged', message: expect.not.stringContaining('\n') });
    expect(await readFile(control)).toEqual(Buffer.alloc(size, 7));
    expect(await readdir(dataDir)).not.toContain('lock');
  });

  it('is refused when it cannot be made', async () => {
    const dataDir = await makeFolder();
    await writeFile(join(dataDir, 'file'), '');
    await expect(start(join(dataDir, 'file', 'data'))).rejects.toMatchObject({ code: 'unwritable' });
    await expect(start(join(dataDir, 'file'))).rejects.toMatchObject({ code: 'unwritable' });
  });

  it('an unreachable PostgreSQL is one clear line without the password', async () => {
    const databaseUrl = 'postgres://someone:secret@127.0.0.1:1/none';
    const error = await openDatabase({ dataDir: await makeFolder(), databaseUrl }).catch((caught: Error) => caught);
    expect(error).toMatchObject({ code: 'database_unreachable', message: expect.stringMatching(/^[^\n]*$/) });
    expect((error as Error).message).not.toContain('secret');
  });

  it('a copy of a stopped one is whole', async () => {
    const [from, to] = [await makeFolder(), await makeFolder()];
    const context = await start(from);
    const key = context.firstKey.newKey!;
    await context.close();
    await cp(from, to, { recursive: true });
    const copied = await start(to);
    expect(await copied.keys.authenticate(key)).toHaveProperty('teamId');
    await copied.close();
  });
});

describe('transactions', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(createTestEngine());
  });
  afterAll(() => server.close());

  it('refuse the outer handle at once, where it would wait for ever', async () => {
    const { database } = server.context;
    const outer = database.withTransaction(async () => database.query.selectFrom('teams').selectAll().execute());
    await expect(outer).rejects.toThrow('outer database handle');
    const nested = database.withTransaction(async () => database.withTransaction(async () => 1));
    await expect(nested).rejects.toThrow('outer database handle');
    expect(await database.withTransaction(async () => 'fine')).toBe('fine');
  });

  it('a submit that fails half-way leaves no row, no hold and no wake-up', async () => {
    const { context, caller } = server;
    const before = await countGenerations(context);
    const submit = context.database.withTransaction(async (tx) => {
      await context.queue.wake(tx, { kind: 'video', generationId: context.randomUUID() });
      throw new Error('the disk is on fire');
    });
    await expect(submit).rejects.toThrow('on fire');
    expect(await countGenerations(context)).toEqual(before);
    const { requestId } = await createVideo(context, caller, videoOrder());
    expect((await pollVideo(server, requestId)).status).toBe('done');
  });

  it('a hundred submits at once all commit, in the order of a queue', async () => {
    const { context, caller } = server;
    const created = await Promise.all(Array.from({ length: 100 }, () => createVideo(context, caller, videoOrder())));
    const states = await Promise.all(created.map(({ requestId }) => pollVideo(server, requestId)));
    expect(new Set(states.map(({ status }) => status))).toEqual(new Set(['done']));
  });
});
