import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createImage } from '../src/operations/create-image.ts';
import { createVideo } from '../src/operations/create-video.ts';
import { getVideo } from '../src/operations/get-video.ts';
import { assetPath, readAsset } from '../src/operations/read-asset.ts';
import { createTestEngine } from './test-engine.ts';
import { imageOrder, pollVideo, startTestServer, type TestServer, videoOrder } from './test-server.ts';

describe('results that have expired', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(createTestEngine());
  });
  afterAll(() => server.close());

  it('live for a day to the second, then the poll says expired, the URL says gone, and the file is deleted', async () => {
    const { context, caller } = server;
    const { requestId } = await createVideo(context, caller, videoOrder());
    const state = await pollVideo(server, requestId);
    if (state.status !== 'done') throw new Error(state.status);
    const url = assetPath(context, state.asset);
    expect(Number(/expires=(\d+)/.exec(url)?.[1])).toBe(Math.floor(state.asset.expiresAt.getTime() / 1000));

    server.advance(24 * 3_600_000 - 60_000);
    await context.sweep();
    expect((await getVideo(context, caller, requestId)).status).toBe('done');
    expect((await readAsset(context, url)).asset.sizeBytes).toBe(state.asset.sizeBytes);

    server.advance(60_000);
    // Before the sweeper has come by, too.
    expect((await getVideo(context, caller, requestId)).status).toBe('expired');
    await expect(readAsset(context, url)).rejects.toMatchObject({ code: 'gone', http: 410 });
    expect(await context.store.head(state.asset.objectKey)).toBeDefined();

    await context.sweep();
    expect(await context.store.head(state.asset.objectKey)).toBeUndefined();
    expect((await getVideo(context, caller, requestId)).status).toBe('expired');
    await expect(readAsset(context, url)).rejects.toMatchObject({ code: 'gone' });
    const rows = await context.database.query
      .selectFrom('generations')
      .where('id', '=', requestId)
      .select('state')
      .execute();
    expect(rows).toEqual([{ state: 'expired' }]);
  });

  it('were pictures: an old idempotency key says so', async () => {
    const submit = () => createImage(server.context, server.caller, imageOrder(), { idempotencyKey: 'old' });
    await submit();
    server.advance(24 * 3_600_000);
    await expect(submit()).rejects.toMatchObject({ code: 'gone' });
  });
});

describe('asset URLs', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(createTestEngine());
  });
  afterAll(() => server.close());

  it('are recognised under any host, and refused when a character of them is changed', async () => {
    const { context } = server;
    const generation = await createImage(context, server.caller, imageOrder());
    const path = assetPath(context, generation.assets[0]!);
    for (const host of ['', 'http://127.0.0.1:8080', 'https://media.example', 'http://[::1]:9']) {
      expect((await readAsset(context, host + path)).asset.id).toBe(generation.assets[0]?.id);
    }
    const longer = path.replace(/expires=(\d+)/, (_, expires) => `expires=${Number(expires) + 1}`);
    const flipped = path.replace(/[0-9a-f](?=\.jpg)/, (digit) => (digit === '0' ? '1' : '0'));
    for (const other of [
      longer,
      flipped,
      path.slice(0, -1),
      `${path}A`,
      path.split('?')[0]!,
      path.replace('.jpg', '.mp4'),
      '/assets/',
      `ftp://x${path}`,
    ]) {
      await expect(readAsset(context, other), other).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('stay valid after a restart', async () => {
    const generation = await createImage(server.context, server.caller, imageOrder());
    const path = assetPath(server.context, generation.assets[0]!);
    await server.restart();
    expect((await readAsset(server.context, path)).asset.id).toBe(generation.assets[0]?.id);
    expect(assetPath(server.context, generation.assets[0]!)).toBe(path);
  });
});
