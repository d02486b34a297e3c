import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { describeObjectStore } from './conformance.ts';
import { openFsStore } from './fs-store.ts';

const folders: string[] = [];

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'openimagine-storage-'));
  folders.push(folder);
  return folder;
}

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

describeObjectStore('fs', async () => openFsStore(await makeFolder()));

describe('files of the fs store', () => {
  it('begin with the very bytes that were put, so a viewer can open them', async () => {
    const root = await makeFolder();
    const store = await openFsStore(root);
    await store.put('g/one.jpg', new TextEncoder().encode('content'), { mime: 'image/jpeg' });
    expect((await readFile(join(root, 'g/one.jpg'))).subarray(0, 7).toString()).toBe('content');
  });

  it('leave no partial file behind, whether a put succeeds or breaks', async () => {
    const root = await makeFolder();
    const store = await openFsStore(root);
    await store.put('ok', new Uint8Array(10), { mime: 'image/jpeg' });
    const broken = new ReadableStream<Uint8Array>({ start: (controller) => controller.error(new Error('broken')) });
    await expect(store.put('bad', broken, { mime: 'image/jpeg' })).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await readdir(join(root, '.partial'))).toEqual([]);
  });

  it('that a process left half-written when it was killed are gone at the next start', async () => {
    const root = await makeFolder();
    await openFsStore(root);
    await writeFile(join(root, '.partial', 'half'), 'a moment ago');
    await openFsStore(root);
    expect(await readdir(join(root, '.partial'))).toEqual([]);
  });

  it('that were cut short are refused rather than served', async () => {
    const root = await makeFolder();
    const store = await openFsStore(root);
    await store.put('cut', new Uint8Array(1_000), { mime: 'image/jpeg' });
    await truncate(join(root, 'cut'), 900);
    await expect(store.get('cut')).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('share no folder with what was deleted: empty folders go', async () => {
    const root = await makeFolder();
    const store = await openFsStore(root);
    await store.put('x/y/z', new Uint8Array(1), { mime: 'image/jpeg' });
    await store.delete('x/y/z');
    expect(await readdir(root)).toEqual(['.partial']);
  });

  it('survive a restart', async () => {
    const root = await makeFolder();
    await (await openFsStore(root)).put('kept', new Uint8Array(5), { mime: 'video/mp4' });
    expect(await (await openFsStore(root)).head('kept')).toMatchObject({ mime: 'video/mp4', sizeBytes: 5 });
  });

  it('are as old as the clock says that was given, not as the system’s', async () => {
    const storedAt = new Date('2031-02-03T04:05:06Z');
    const store = await openFsStore(await makeFolder(), { now: () => storedAt });
    await store.put('later', new Uint8Array(5), { mime: 'image/jpeg' });
    expect(await Array.fromAsync(store.list(''))).toEqual([{ key: 'later', storedAt }]);
  });

  it('need a folder that can be made', async () => {
    const root = await makeFolder();
    await writeFile(join(root, 'file'), '');
    await expect(openFsStore(join(root, 'file'))).rejects.toMatchObject({ kind: 'unavailable' });
  });
});
