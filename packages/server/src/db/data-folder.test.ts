import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeTreeToOthers, ensureDataFolder, makeFolder, openTreeToReaders } from './data-folder.ts';

describe('the data folder', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'openimagine-folder-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o7777;

  it('is made with what is missing above it, and is its owner’s alone', async () => {
    const path = join(folder, 'a', 'b', 'data');
    await ensureDataFolder(path);
    expect(await modeOf(path)).toBe(0o700);
    await ensureDataFolder(path);
  });

  it('that was open to everyone is closed', async () => {
    const path = join(folder, 'open');
    await mkdir(path);
    await chmod(path, 0o777);
    await ensureDataFolder(path);
    expect(await modeOf(path)).toBe(0o700);
  });

  it('that everyone shares, such as /tmp, stays open, and what is ours in it is closed', async () => {
    const path = join(folder, 'shared');
    for (const name of ['', 'db', 'objects', 'tmp', 'theirs']) await mkdir(join(path, name));
    await chmod(path, 0o1777);
    await ensureDataFolder(path);
    expect(await modeOf(path)).toBe(0o1777);
    for (const name of ['db', 'objects', 'tmp']) expect(await modeOf(join(path, name))).toBe(0o700);
    expect(await modeOf(join(path, 'theirs'))).not.toBe(0o700);
  });

  it('of files that everyone could write is closed to the last file, and one for all is opened to readers only', async () => {
    const path = join(folder, 'tree');
    await makeFolder(join(path, 'deep'));
    for (const name of ['file', 'deep/file']) {
      await writeFile(join(path, name), '');
      await chmod(join(path, name), 0o666);
    }
    await chmod(join(path, 'deep'), 0o755);
    await closeTreeToOthers(path);
    const modes = () => Promise.all(['', 'deep', 'file', 'deep/file'].map((name) => modeOf(join(path, name))));
    expect(await modes()).toEqual([0o700, 0o700, 0o600, 0o600]);
    await openTreeToReaders(path);
    expect(await modes()).toEqual([0o755, 0o755, 0o644, 0o644]);
  });

  it.each([
    ['/proc/nope', 'where a recursive mkdir hangs'],
    ['/proc/nope/deeper', 'below that'],
    ['/dev/null/data', 'below a file'],
    ['/dev/null', 'a file'],
  ])('%s is refused at once: %s', async (path) => {
    await expect(ensureDataFolder(path)).rejects.toMatchObject({ code: 'unwritable' });
  });
});
