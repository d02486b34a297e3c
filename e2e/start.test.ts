import { chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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

  it('prints a curl line that works when pasted', async () => {
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

  it('says in one line that the folder is damaged, and overwrites nothing', async () => {
    const dataDir = await newFolder();
    await mkdir(join(dataDir, 'db'));
    await writeFile(join(dataDir, 'db', 'precious'), 'data');
    expect(await refusal(['--port', '0', '--data', dataDir])).toMatch(/db/);
    expect(await readFile(join(dataDir, 'db', 'precious'), 'utf8')).toBe('data');
    await rm(dataDir, { recursive: true });
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
