import { spawn } from 'node:child_process';
import { getEventListeners, once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { type ChildPool, type ChildPoolOptions, createChildPool } from './child-pool.ts';
import { MediaError } from './media-error.ts';

const ENTRY = new URL('../test/echo-child.ts', import.meta.url);
const pools: ChildPool[] = [];

function openPool(options: Partial<ChildPoolOptions> = {}): ChildPool {
  const pool = createChildPool({ entry: ENTRY, size: 1, ...options });
  pools.push(pool);
  return pool;
}

async function kindOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(MediaError);
  return (error as MediaError).kind;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function untilGone(pid: number): Promise<void> {
  while (isRunning(pid)) await sleep(10);
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

describe('child pool', () => {
  it('hands typed arrays there and back', async () => {
    const bytes = Uint8Array.from([1, 2, 3]);
    expect(await openPool().run('echo', { bytes })).toEqual({ bytes });
  });

  it('reports progress in order and reuses a warm child', async () => {
    const pool = openPool();
    const steps: unknown[] = [];
    const first = await pool.run('count', 3, { onProgress: (value) => steps.push(value) });
    expect(steps).toEqual([1, 2, 3]);
    expect(await pool.run('count', 0)).toBe(first);
  });

  it('replaces a child after its share of tasks', async () => {
    const pool = openPool({ tasksPerChild: 1 });
    const first = await pool.run('count', 0);
    expect(await pool.run('count', 0)).not.toBe(first);
  });

  it.skipIf(process.platform !== 'linux')('renews a child that has grown, but none that works', async () => {
    const pool = openPool();
    const first = await pool.run('count', 0);
    await pool.renew({ residentBytesMax: 1e9 });
    expect(pool.pids()).toEqual([first]);
    const working = pool.run('fill', 20);
    await pool.renew({ residentBytesMax: 1e6 });
    await working;
    expect(pool.pids()).toEqual([first]);
    await pool.renew({ residentBytesMax: 1e6 });
    expect(pool.pids()).toHaveLength(1);
    expect(await pool.run('count', 0)).toBe(pool.pids()[0]);
    expect(pool.pids()).not.toContain(first);
  });

  it('a task that throws keeps its error and its child', async () => {
    const pool = openPool();
    const pid = await pool.run('count', 0);
    const error: MediaError = await pool.run('fail', null).then(
      () => expect.unreachable(),
      (reason) => reason,
    );
    expect(error.kind).toBe('task_failed');
    expect(error.cause).toMatchObject({ name: 'TypeError', message: 'a task that cannot', kind: 'unsupported' });
    expect(await pool.run('count', 0)).toBe(pid);
  });

  it('a child that crashes fails its own task alone', async () => {
    const pool = openPool();
    const crashing = kindOf(pool.run('crash', null));
    const behind = pool.run('echo', 'still served');
    expect(await crashing).toBe('child_crashed');
    expect(await behind).toBe('still served');
  });

  it('a task beyond its deadline is killed, though it never yields', async () => {
    const pool = openPool();
    await pool.warm();
    expect(await kindOf(pool.run('hang', null, { deadlineMs: 50 }))).toBe('deadline');
    expect(await pool.run('echo', 1)).toBe(1);
  });

  it('an aborted task stops running; an aborted waiting task never starts', async () => {
    const pool = openPool();
    await pool.warm();
    const [pid] = pool.pids();
    const running = new AbortController();
    const waiting = new AbortController();
    const first = kindOf(pool.run('hang', null, { signal: running.signal }));
    const second = kindOf(pool.run('echo', 2, { signal: waiting.signal }));
    waiting.abort();
    expect(await second).toBe('aborted');
    running.abort();
    expect(await first).toBe('aborted');
    await untilGone(pid!);
  });

  it('closing rejects what runs and what waits, and leaves no child', async () => {
    const pool = openPool();
    await pool.warm();
    const pids = pool.pids();
    const outcomes = Promise.all([kindOf(pool.run('wait', null)), kindOf(pool.run('echo', 1))]);
    await pool.close();
    expect(await outcomes).toEqual(['closed', 'closed']);
    expect(await kindOf(pool.run('echo', 1))).toBe('closed');
    for (const pid of pids) expect(isRunning(pid)).toBe(false);
  });

  it('a child that cannot be loaded fails the task instead of waiting', async () => {
    const pool = openPool({ entry: new URL('../test/no-such-child.ts', import.meta.url) });
    expect(await kindOf(pool.run('echo', 1))).toBe('child_crashed');
  });

  it('children see none of the secrets in the environment', async () => {
    process.env.SECRET_KEY = 'xai-secret';
    const names = await openPool().run('environment', null);
    delete process.env.SECRET_KEY;
    expect(names).toContain('PATH');
    expect(names).not.toContain('SECRET_KEY');
  });

  it('a bare child sees next to nothing of the environment', async () => {
    const names = (await openPool({ isBare: true }).run('environment', null)) as string[];
    // What Node itself tells a forked child, and how we want its memory handled.
    const isOurs = (name: string) => /^(?:NODE_|MALLOC_)/.test(name) || name === 'LD_LIBRARY_PATH';
    expect(names.filter((name) => !isOurs(name))).toEqual([]);
  });

  it('a confined child reads and writes where it may, and starts no programs', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'confined-'));
    const elsewhere = await mkdtemp(join(tmpdir(), 'elsewhere-'));
    await writeFile(join(folder, 'film'), 'mine');
    await writeFile(join(elsewhere, 'secret'), 'not mine');
    const pool = openPool({ confinedTo: { reads: [folder], writes: [folder] } });
    expect(await pool.run('read', join(folder, 'film'))).toBe('mine');
    await pool.run('write', join(folder, 'result'));
    expect(await readFile(join(folder, 'result'), 'utf8')).toBe('written');
    const refused = { kind: 'task_failed', cause: { kind: 'ERR_ACCESS_DENIED' } };
    await expect(pool.run('read', join(elsewhere, 'secret'))).rejects.toMatchObject(refused);
    await expect(pool.run('write', join(elsewhere, 'result'))).rejects.toMatchObject(refused);
    await expect(pool.run('start', process.execPath)).rejects.toMatchObject(refused);
    await Promise.all([folder, elsewhere].map((path) => rm(path, { recursive: true })));
  });

  it.skipIf(process.platform !== 'linux')(
    'a child that takes too much memory is killed, and only that one',
    async () => {
      const pool = openPool({ memoryBytesMax: 250e6 });
      expect(await pool.run('fill', 20)).toBe(20);
      const error = await pool.run('fill', 2000).then(
        () => expect.unreachable(),
        (reason: MediaError) => reason,
      );
      expect(error.kind).toBe('too_large');
      expect(error.message).toMatch(/within 250 MB of memory, this one took \d+ MB and more/);
      expect(await pool.run('echo', 'still served')).toBe('still served');
    },
  );

  it('leaves no listener on a signal that outlives its tasks', async () => {
    const pool = openPool();
    const { signal } = new AbortController();
    await Promise.all(Array.from({ length: 5 }, (_, i) => pool.run('echo', i, { signal })));
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('gives way when it is niced', async () => {
    const pool = openPool({ niceness: 10 });
    await pool.warm();
    expect(getPriority(pool.pids()[0]!)).toBe(10);
  });

  it('children end with a parent that is killed, even in the middle of a task that never yields', async () => {
    const parent = spawn(process.execPath, [new URL('../test/pool-parent.ts', import.meta.url).pathname], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(parent.stdout, 'data');
    const pids = String(line).trim().split(' ').map(Number);
    expect(pids).toHaveLength(2);
    parent.kill('SIGKILL');
    await Promise.all(pids.map(untilGone));
  });
});
