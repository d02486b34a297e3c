import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeFolderLock, lockFolder } from './folder-lock.ts';
import { processStart } from './process-identity.ts';

describe('the lock of a data folder', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'openimagine-lock-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const write = (owner: object | string) =>
    writeFile(join(folder, 'lock'), typeof owner === 'string' ? owner : JSON.stringify(owner));

  it('is held by one owner at a time, named in the refusal, and free after release', async () => {
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder, { patienceMs: 0 })).rejects.toMatchObject({
      code: 'in_use',
      message: expect.stringContaining(`process ${process.pid}.`),
    });
    expect(await describeFolderLock(folder)).toBe(`process ${process.pid}`);
    await lock.release();
    expect(await describeFolderLock(folder)).toBeUndefined();
    await (await lockFolder(folder)).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is won by one of many who try at once, also over a dead lock', async () => {
    const dead = { pid: 2 ** 22 + 1, processStart: 'x', host: hostname() };
    for (const leftover of [undefined, ...Array.from({ length: 20 }, () => dead)]) {
      if (leftover !== undefined) await write(leftover);
      const tries = await Promise.allSettled(Array.from({ length: 16 }, () => lockFolder(folder, { patienceMs: 0 })));
      const won = tries.filter((result) => result.status === 'fulfilled');
      expect(won).toHaveLength(1);
      await won[0]?.value.release();
    }
  });

  it('of another living process is respected, and taken over once that was killed', async () => {
    const source = `import { lockFolder } from ${JSON.stringify(new URL('./folder-lock.ts', import.meta.url).href)};
      await lockFolder(process.argv[2]); process.send('locked'); setInterval(() => {}, 1000);`;
    const file = join(await mkdtemp(join(tmpdir(), 'openimagine-lock-child-')), 'child.mjs');
    await writeFile(file, source);
    const child = fork(file, [folder], { execArgv: [] });
    await once(child, 'message');
    await expect(lockFolder(folder, { patienceMs: 0 })).rejects.toMatchObject({ code: 'in_use' });
    child.kill('SIGKILL');
    await once(child, 'exit');
    await (await lockFolder(folder)).release();
  });

  it('whose process id now belongs to another process is dead', async () => {
    await write({ pid: process.pid, processStart: 'an earlier life', host: hostname() });
    await (await lockFolder(folder)).release();
  });

  it('of another machine lives as long as it is touched', async () => {
    await write({ pid: 1, processStart: 'x', host: 'another-machine' });
    await expect(lockFolder(folder, { patienceMs: 0 })).rejects.toThrow('process 1 on another-machine');
    const old = new Date(Date.now() - 60_000);
    await utimes(join(folder, 'lock'), old, old);
    await (await lockFolder(folder)).release();
  });

  it('that is no lock at all, such as a file cut short by a crash, is replaced', async () => {
    for (const text of ['', '{', '[]', 'null', '{"pid":"1"}']) {
      await write(text);
      await (await lockFolder(folder)).release();
    }
  });

  it('of a server that is still ending is waited for', async () => {
    const lock = await lockFolder(folder);
    const waiting = lockFolder(folder, { patienceMs: 60_000 });
    setTimeout(() => void lock.release(), 150);
    await (await waiting).release();
  });

  it('whose owner is a zombie is dead', async () => {
    // `exec` leaves a parent that never asks what became of its child.
    const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 100'], { stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      const [line] = (await once(parent.stdout, 'data')) as [Buffer];
      const pid = Number(line.toString());
      await expect.poll(() => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') Z')).toContain(') Z');
      expect(processStart(pid)).toBeUndefined();
    } finally {
      parent.kill('SIGKILL');
      await once(parent, 'exit');
    }
  });

  it('that another has taken over is neither touched nor released, and its loss is told once', async () => {
    let losses = 0;
    const lock = await lockFolder(folder, { onLost: () => losses++ });
    expect(await lock.renew()).toBe(true);
    const theirs = JSON.stringify({ pid: 1, processStart: 'x', host: 'another-machine' });
    await write(theirs);
    const old = new Date(Date.now() - 10_000);
    await utimes(join(folder, 'lock'), old, old);
    expect([await lock.renew(), await lock.renew(), losses]).toEqual([false, false, 1]);
    await lock.release();
    expect(await readFile(join(folder, 'lock'), 'utf8')).toBe(theirs);
    expect(Math.abs((await stat(join(folder, 'lock'))).mtimeMs - old.getTime())).toBeLessThan(1_000);
    await rm(join(folder, 'lock'));
  });

  it('is lost with its folder', async () => {
    const gone = join(folder, 'gone');
    await mkdir(gone);
    let losses = 0;
    const lock = await lockFolder(gone, { onLost: () => losses++ });
    await rm(gone, { recursive: true });
    expect([await lock.renew(), losses]).toEqual([false, 1]);
    await lock.release();
  });

  it('that was released is not reported as lost', async () => {
    let losses = 0;
    const lock = await lockFolder(folder, { onLost: () => losses++ });
    await lock.release();
    expect([await lock.renew(), losses]).toEqual([false, 0]);
  });

  it.skipIf(process.getuid?.() === 0)('needs a folder that can be written', async () => {
    await chmod(folder, 0o500);
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'unwritable' });
    await chmod(folder, 0o700);
  });

  it('in a folder that is not there is refused as unwritable', async () => {
    await expect(lockFolder(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'unwritable' });
  });
});

describe('the identity of a process', () => {
  it('is the same each time and absent for a process that is not there', () => {
    expect(processStart(process.pid)).toBe(processStart(process.pid));
    expect(processStart(process.pid)).toBeTruthy();
    expect(processStart(2 ** 22 + 1)).toBeUndefined();
  });
});
