import { chmod, mkdir, mkdtemp, readdir, readFile, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Context, createContext } from '../src/context.ts';
import { createDatabase, dropDatabase } from './postgres.ts';
import { ensurePreparedDatabase } from './prepared-data.ts';
import { createTestEngine } from './test-engine.ts';

describe('the key of the local commands', () => {
  let dataDir: string;
  let databaseUrl: string | undefined;
  let keyFile: string;
  let context: Context | undefined;
  beforeEach(async () => {
    databaseUrl = await createDatabase();
    if (databaseUrl === undefined) await ensurePreparedDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'openimagine-key-'));
    keyFile = join(dataDir, 'api-key');
  });
  afterEach(async () => {
    await stop();
    await rm(dataDir, { recursive: true, force: true });
    await dropDatabase(databaseUrl);
  });

  async function start(presetKey?: string): Promise<Context> {
    context = await createContext({ dataDir, databaseUrl, engines: [createTestEngine()], presetKey });
    return context;
  }
  async function stop(): Promise<void> {
    await context?.close();
    context = undefined;
  }
  const keyInFile = async (): Promise<string> => (await readFile(keyFile, 'utf8')).trim();

  it('is not lost when its file could not be written at the first start', async () => {
    await mkdir(join(keyFile, 'in-the-way'), { recursive: true });
    await expect(start()).rejects.toMatchObject({ code: 'unwritable', message: expect.stringContaining(keyFile) });
    expect((await readdir(dataDir)).filter((name) => name.startsWith('api-key'))).toEqual(['api-key']);
    await rmdir(join(keyFile, 'in-the-way'));
    await rmdir(keyFile);
    const { keys, firstKey } = await start();
    expect(firstKey.newKey).toBe(await keyInFile());
    expect(await keys.list(firstKey.teamId)).toHaveLength(1);
    expect(await keys.authenticate(firstKey.newKey!)).toMatchObject({ teamId: firstKey.teamId });
  });

  it('that was written and never stored, as after a crash, is replaced', async () => {
    await writeFile(keyFile, 'xai-oi-never-stored\n');
    await chmod(keyFile, 0o644);
    const { keys, firstKey } = await start();
    expect(firstKey.newKey).toBe(await keyInFile());
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
    await keys.authenticate(firstKey.newKey!);
  });

  it.each(['its file is gone', 'it was revoked'])('is made anew when %s, and shown once', async (loss) => {
    const before = await start();
    const old = before.firstKey.newKey!;
    if (loss === 'it was revoked') {
      const { keyId, teamId } = await before.keys.authenticate(old);
      await before.keys.revoke(teamId, keyId);
      await before.keys.create({ teamId, name: 'another' });
    } else await rm(keyFile);
    await stop();

    const { keys, firstKey } = await start();
    expect(firstKey.newKey).toBe(await keyInFile());
    expect(firstKey.newKey).not.toBe(old);
    await keys.authenticate(firstKey.newKey!);
    expect((await keys.list(firstKey.teamId)).map(({ name }) => name)).toContain('local key');
    await stop();
    expect((await start()).firstKey.newKey).toBeUndefined();
  });

  it('that the operator set and then revoked stops the start with one line that says so', async () => {
    const preset = 'a-preset-key-of-the-operator';
    const { keys } = await start(preset);
    const { keyId, teamId } = await keys.authenticate(preset);
    await keys.revoke(teamId, keyId);
    await stop();
    await expect(start(preset)).rejects.toMatchObject({
      name: 'StartError',
      code: 'invalid_key',
      message: 'The key in OPENIMAGINE_API_KEY was revoked. Choose another one.',
    });
    await start('another-key-of-the-operator');
    expect(await keyInFile()).toBe('another-key-of-the-operator');
  });
});
