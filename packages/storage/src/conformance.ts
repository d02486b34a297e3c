import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ObjectStore, StorageError } from './object-store.ts';

/** What every driver promises. One line per driver runs it whole. */
export function describeObjectStore(name: string, make: () => Promise<ObjectStore>): void {
  describe(`object store ${name}`, () => {
    let store: ObjectStore;
    beforeAll(async () => {
      store = await make();
    });
    afterAll(async () => {
      await store.close?.();
    });

    it('returns the bytes, type, size and digest that were put', async () => {
      const bytes = pattern(200_000, 7);
      const stored = await store.put('a/picture.jpg', bytes, { mime: 'image/jpeg' });
      const expected = { key: 'a/picture.jpg', sizeBytes: 200_000, mime: 'image/jpeg', sha256: sha256(bytes) };
      expect(stored).toEqual(expected);
      expect(await store.head('a/picture.jpg')).toEqual(expected);
      const read = await store.get('a/picture.jpg');
      expect(read?.object).toEqual(expected);
      expect(sha256(await bytesOf(read!.body))).toBe(expected.sha256);
    });

    it('stores a stream of many chunks', async () => {
      const chunks = Array.from({ length: 50 }, (_, index) => pattern(10_000, index));
      const stored = await store.put('b/film.mp4', streamOf(chunks), { mime: 'video/mp4' });
      expect(stored.sizeBytes).toBe(500_000);
      expect(sha256(await bytesOf((await store.get('b/film.mp4'))!.body))).toBe(stored.sha256);
    });

    it('stores an object of no bytes', async () => {
      await store.put('empty', new Uint8Array(0), { mime: 'application/octet-stream' });
      expect((await store.head('empty'))?.sizeBytes).toBe(0);
      expect(await bytesOf((await store.get('empty'))!.body)).toHaveLength(0);
    });

    it('reads inclusive ranges: the first byte, the middle, the last', async () => {
      const bytes = pattern(100_000, 3);
      await store.put('ranges', bytes, { mime: 'video/mp4' });
      for (const [start, end] of [
        [0, 0],
        [1, 70_000],
        [99_999, 99_999],
        [0, 99_999],
      ] as const) {
        const part = await bytesOf((await store.get('ranges', { start, end }))!.body);
        expect(Buffer.compare(part, bytes.subarray(start, end + 1)), `${start}-${end}`).toBe(0);
      }
    });

    it('answers undefined for what is not there, also below and above an existing key', async () => {
      await store.put('deep/down/object', pattern(10, 1), { mime: 'image/jpeg' });
      for (const key of ['nothing', 'deep', 'deep/down', 'deep/down/object/below', 'deep/down/other']) {
        expect(await store.head(key), key).toBeUndefined();
        expect(await store.get(key), key).toBeUndefined();
      }
    });

    it('replaces an object, and a reader of the old one still sees all of it', async () => {
      const before = pattern(300_000, 1);
      const after = pattern(1_000, 2);
      await store.put('replaced', before, { mime: 'image/jpeg' });
      const reading = await store.get('replaced');
      await store.put('replaced', after, { mime: 'image/png' });
      expect(sha256(await bytesOf(reading!.body))).toBe(sha256(before));
      expect(await store.head('replaced')).toMatchObject({
        mime: 'image/png',
        sizeBytes: 1_000,
        sha256: sha256(after),
      });
    });

    it('shows nothing of an object whose stream breaks, and keeps the one before', async () => {
      const broken = new ReadableStream<Uint8Array>({
        pull(controller) {
          controller.enqueue(pattern(1_000, 9));
          controller.error(new Error('the source broke'));
        },
      });
      await expect(store.put('broken', broken, { mime: 'image/jpeg' })).rejects.toThrow();
      expect(await store.head('broken')).toBeUndefined();
    });

    it('lets a reader go away in the middle', async () => {
      await store.put('abandoned', pattern(1_000_000, 4), { mime: 'video/mp4' });
      const reader = (await store.get('abandoned'))!.body.getReader();
      await reader.read();
      await reader.cancel();
      expect((await store.head('abandoned'))?.sizeBytes).toBe(1_000_000);
    });

    it('deletes, and deleting again is no error', async () => {
      await store.put('c/gone', pattern(10, 1), { mime: 'image/jpeg' });
      await store.delete('c/gone');
      await store.delete('c/gone');
      expect(await store.head('c/gone')).toBeUndefined();
    });

    it('lists what is below a prefix, at any depth and from empty to large, and nothing else', async () => {
      const before = Date.now();
      const keys = ['list/a', 'list/b/c', 'list/b/d/e.jpg'];
      for (const key of [...keys, 'listless', 'other/list/x'])
        await store.put(key, pattern(10, 1), { mime: 'image/jpeg' });
      expect(await keysBelow('list/')).toEqual(keys);
      expect(await keysBelow('list/b/d/')).toEqual(['list/b/d/e.jpg']);
      expect(await keysBelow('list/a/')).toEqual([]);
      expect(await keysBelow('nothing/at/all/')).toEqual([]);
      expect(await keysBelow('')).toEqual(expect.arrayContaining([...keys, 'listless', 'other/list/x']));
      for await (const { storedAt } of store.list('list/')) {
        // Clocks of media may be a few seconds off, and count in whole ones.
        expect(Math.abs(storedAt.getTime() - before)).toBeLessThan(60_000);
      }
    });

    it('lists no object that was deleted, and goes on while its reader deletes', async () => {
      const keys = Array.from({ length: 20 }, (_, index) => `many/${index % 5}/${index}`);
      for (const key of keys) await store.put(key, pattern(10, 1), { mime: 'image/jpeg' });
      await store.delete(keys[0]!);
      const seen: string[] = [];
      for await (const { key } of store.list('many/')) {
        seen.push(key);
        await store.delete(key);
      }
      expect(seen.sort()).toEqual(keys.slice(1).sort());
      expect(await keysBelow('many/')).toEqual([]);
    });

    it('lists nothing of an object that is still being written', async () => {
      let finish = (): void => undefined;
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(pattern(1_000, 1));
          finish = () => controller.close();
        },
      });
      const storing = store.put('slow/object', body, { mime: 'video/mp4' });
      expect(await keysBelow('slow/')).toEqual([]);
      finish();
      await storing;
      expect(await keysBelow('slow/')).toEqual(['slow/object']);
    });

    it('takes only whole segments as a prefix', async () => {
      for (const prefix of ['lis', '/', '../', 'a/../', '.hidden/', 'a//']) {
        await expect(keysBelow(prefix), prefix).rejects.toMatchObject({ kind: 'invalid_key' });
      }
    });

    const keysBelow = async (prefix: string): Promise<string[]> =>
      (await Array.fromAsync(store.list(prefix), ({ key }) => key)).sort();

    it('stores next to what is deleted at the same moment', async () => {
      const rounds = Array.from({ length: 200 }, (_, index) => `shared/${index % 2}/${index}`);
      await Promise.all(
        rounds.map(async (key) => {
          await store.put(key, pattern(10, 1), { mime: 'image/jpeg' });
          await store.delete(key);
        }),
      );
      expect(await keysBelow('shared/')).toEqual([]);
    });

    it('refuses keys that could leave the store', async () => {
      for (const key of [
        '',
        '/etc',
        '../up',
        'a/../b',
        'a//b',
        '.hidden',
        'a/.b',
        'a b',
        'a\\b',
        'a\0',
        'é',
        'a/',
        'x'.repeat(600),
      ]) {
        await expect(store.put(key, new Uint8Array(1), { mime: 'image/jpeg' }), key).rejects.toMatchObject({
          kind: 'invalid_key',
        });
        await expect(store.head(key), key).rejects.toBeInstanceOf(StorageError);
        await expect(store.get(key), key).rejects.toBeInstanceOf(StorageError);
        await expect(store.delete(key), key).rejects.toBeInstanceOf(StorageError);
      }
    });
  });
}

function pattern(length: number, seed: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (index * 31 + seed * 17 + (index >> 8)) & 255);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function bytesOf(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(body).arrayBuffer());
}

function streamOf(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}
