import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
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
    await expect(lockFolder(folder)).rejects.toMatchObject({
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
    for (const leftover of [undefined, { pid: 2 ** 22 + 1, processStart: 'x', host: hostname() }]) {
      if (leftover !== undefined) await write(leftover);
      const tries = await Promise.allSettled(Array.from({ length: 16 }, () => lockFolder(folder)));
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
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'in_use' });
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
    await expect(lockFolder(folder)).rejects.toThrow('process 1 on another-machine');
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
