import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isAlive } from './processes.ts';
import { findProgram } from './requirements.ts';
import { newFolder, runCommand, startServer } from './server-process.ts';

async function refusal(args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const { code, stderr, stdout } = await runCommand(['serve', ...args], env);
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).not.toMatch(/\n\s+at /);
  return stderr;
}

describe('openimagine serve', () => {
  it('keeps the first key for the local commands, readable by its owner only, and takes a preset one', async () => {
    await using server = await startServer();
    expect(server.apiKey).toMatch(/^xai-/);
    for (const name of ['api-key', 'management-key'])
      expect((await stat(join(server.dataDir, name))).mode & 0o777).toBe(0o600);
    await using preset = await startServer({ env: { OPENIMAGINE_API_KEY: 'preset-key-for-continuous-integration' } });
    expect(preset.apiKey).toBe('preset-key-for-continuous-integration');
    expect((await preset.client.models.list()).data).toHaveLength(6);
  });

  it('makes every folder and file its owner’s alone, also those that the database and the renderer write', async () => {
    await using server = await startServer();
    await server.client.images.generate({ prompt: 'a fox' });
    const entries = await readdir(server.dataDir, { withFileTypes: true, recursive: true });
    expect(entries.length).toBeGreaterThan(900);
    const open: string[] = [];
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name);
      // The database removes files meanwhile, and makes some that nothing but their closed folder protects.
      const mode = (await stat(path).catch(() => undefined))?.mode ?? 0;
      const isOfDatabase = entry.isFile() && path.includes('/db/');
      if ((mode & 0o077) !== 0 && !isOfDatabase) open.push(`${path} ${mode.toString(8)}`);
    }
    expect(open).toEqual([]);
    expect((await stat(join(server.dataDir, 'db', 'global', 'pg_control'))).mode & 0o777).toBe(0o600);
    expect((await stat(server.dataDir)).mode & 0o777).toBe(0o700);
  });

  it('shows a key again when its file was lost, so that the local commands work', async () => {
    const dataDir = await newFolder();
    const first = await startServer({ dataDir });
    await first.stop();
    await rm(join(dataDir, 'api-key'));
    const again = await startServer({ dataDir });
    expect(again.apiKey).not.toBe(first.apiKey);
    expect((await again.client.models.list()).data).toHaveLength(6);
    await again.stop();
    await rm(dataDir, { recursive: true });
  });

  it.skipIf(findProgram('curl') === undefined)('prints a curl line that works when pasted', async () => {
    const dataDir = await newFolder();
    const { spawn } = await import('node:child_process');
    const child = spawn(process.execPath, [
      new URL('../packages/cli/bin/openimagine.mjs', import.meta.url).pathname,
      'serve',
      '--port',
      '0',
      '--data',
      dataDir,
    ]);
    try {
      let printed = '';
      child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
      await expect.poll(() => printed, { timeout: 60_000 }).toContain('Your first video');
      const command = /curl [\s\S]*?'\n/.exec(printed)![0];
      const { runProgram } = await import('./server-process.ts');
      const { stdout } = await runProgram('sh', ['-c', command.replace('curl', 'curl -sS')]);
      expect(JSON.parse(stdout)).toMatchObject({ data: [{ mime_type: 'image/jpeg' }] });
    } finally {
      child.kill();
      await new Promise((resolve) => child.once('exit', resolve));
      await rm(dataDir, { recursive: true, force: true });
    }
  });

  it('says in one line that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const dataDir = await newFolder();
    expect(await refusal(['--port', String(port), '--data', dataDir])).toMatch(new RegExp(`Port ${port} .* is taken`));
    other.close();
    await rm(dataDir, { recursive: true });
  });

  it('says in one line that the folder is in use, and leaves the owner alone', async () => {
    await using server = await startServer();
    expect(await refusal(['--port', '0', '--data', server.dataDir])).toContain(`in use by process ${server.pid}`);
    expect((await server.client.models.list()).data).toHaveLength(6);
  });

  it('says in one line that a database folder without PG_VERSION is damaged, and overwrites nothing', async () => {
    const dataDir = await newFolder();
    await mkdir(join(dataDir, 'db'));
    await writeFile(join(dataDir, 'db', 'precious'), 'data');
    expect(await refusal(['--port', '0', '--data', dataDir])).toMatch(/db/);
    expect(await readFile(join(dataDir, 'db', 'precious'), 'utf8')).toBe('data');
    await rm(dataDir, { recursive: true });
  });

  it('says in one line that a database that lost its log is damaged, and leaves it as it is', async () => {
    const dataDir = await newFolder();
    await (await startServer({ dataDir })).stop();
    const log = join(dataDir, 'db', 'pg_wal');
    const segments = (await readdir(log)).filter((name) => /^[0-9A-F]{24}$/.test(name));
    expect(segments.length).toBeGreaterThan(0);
    for (const name of segments) await rm(join(log, name));
    // Its pid file says nothing about the data.
    const listed = async () => (await readdir(join(dataDir, 'db'))).filter((name) => name !== 'postmaster.pid').sort();
    const before = await listed();
    expect(await refusal(['--port', '0', '--data', dataDir])).toMatch(/is damaged and was left as it is/);
    expect(await listed()).toEqual(before);
    expect((await readdir(log)).filter((name) => segments.includes(name))).toEqual([]);
    await rm(dataDir, { recursive: true });
  });

  it('starts at once after its forerunner was killed', async () => {
    const dataDir = await newFolder();
    for (let start = 0; start < 2; start++) {
      const server = await startServer({ dataDir });
      process.kill(server.pid, 'SIGKILL');
    }
    await (await startServer({ dataDir })).stop();
    await rm(dataDir, { recursive: true });
  });

  it.each(['its lock', 'its folder'])('ends with exit code 1 and says why when %s is gone', async (what) => {
    const server = await startServer();
    await rm(what === 'its lock' ? join(server.dataDir, 'lock') : server.dataDir, { recursive: true, force: true });
    await expect.poll(() => server.log(), { timeout: 30_000 }).toContain('data-folder-lost');
    await expect.poll(() => isAlive(server.pid), { timeout: 30_000 }).toBe(false);
    expect(await server.stop()).toBe(1);
    await rm(server.dataDir, { recursive: true, force: true });
  });

  it.skipIf(process.platform !== 'linux')(
    'says in one line, at once, that no folder can be made in /proc',
    async () => {
      expect(await refusal(['--port', '0', '--data', '/proc/nope'])).toMatch(/\/proc\/nope cannot be made/);
    },
  );

  it('says in one line that --data is empty', async () => {
    expect(await refusal(['--port', '0', '--data', ''])).toMatch(/--data needs a folder/);
  });

  it('says in one line that the folder cannot be written', async () => {
    const folder = await newFolder();
    const file = join(folder, 'file');
    await writeFile(file, '');
    expect(await refusal(['--port', '0', '--data', join(file, 'data')])).toMatch(/cannot be/);
    if (process.getuid?.() !== 0) {
      await chmod(folder, 0o500);
      expect(await refusal(['--port', '0', '--data', join(folder, 'data')])).toMatch(/cannot be/);
      await chmod(folder, 0o700);
    }
    await rm(folder, { recursive: true });
  });

  it.each([
    [['--port', 'eighty'], {}, /--port must be a whole number/],
    [['--port', '70000'], {}, /--port must be a whole number from 0 to 65535/],
    [['--public-url', 'example'], {}, /--public-url must be an http or https URL/],
    [['--port', '0'], { OPENIMAGINE_API_KEY: 'short' }, /OPENIMAGINE_API_KEY must be/],
    [['--port', '0'], { OPENIMAGINE_UPSTREAM_URL: 'http://127.0.0.1:1' }, /OPENIMAGINE_UPSTREAM_API_KEY/],
    [['--port', '0'], { DATABASE_URL: 'postgres://127.0.0.1:1/none' }, /database/i],
  ])('says in one line what is wrong with %j %j', async (args, env, message) => {
    const dataDir = await newFolder();
    expect(await refusal([...args, '--data', dataDir], env)).toMatch(message);
    await rm(dataDir, { recursive: true, force: true });
  });
});
