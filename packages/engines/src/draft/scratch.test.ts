import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { clearScratch, makeScratch } from './scratch.ts';

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'scratch-test-'));
});
afterEach(() => rm(parent, { recursive: true }));

it('what a killed process left is cleared; what is in use, or somebody else’s, stays', async () => {
  const own = basename(await makeScratch(parent));
  const ended = spawnSync(process.execPath, ['-e', '']).pid;
  const left = own.replace(`.${process.pid}-`, `.${ended}-`);
  await mkdir(join(parent, left));
  await writeFile(join(parent, left, 'input-0'), 'bytes');
  const others = [`openimagine-draft-elsewhere.${ended}-abc`, 'openimagine-media-xyz'];
  for (const name of others) await mkdir(join(parent, name));
  await clearScratch(parent);
  expect((await readdir(parent)).sort()).toEqual([own, ...others].sort());
});

it('nothing happens where there is no such folder', async () => {
  await expect(clearScratch(join(parent, 'none'))).resolves.toBeUndefined();
});
