import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createImage } from '../src/operations/create-image.ts';
import { createVideo } from '../src/operations/create-video.ts';
import { assetPath, readAsset } from '../src/operations/read-asset.ts';
import { createTestEngine } from './test-engine.ts';
import { imageOrder, ledgerSums, pollVideo, startTestServer, type TestServer, videoOrder } from './test-server.ts';

describe('one request from its acceptance to its file', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(createTestEngine());
  });
  afterAll(() => server.close());

  it('an image call returns when every picture is stored, with its seed and its price', async () => {
    const generation = await createImage(server.context, server.caller, imageOrder({ n: 3, seed: 41 }));
    expect(generation).toMatchObject({
      state: 'done',
      seed: 41,
      billedTicks: 600_000_000,
      model: 'grok-imagine-image',
    });
    expect(generation.assets.map(({ index, mime, width }) => [index, mime, width])).toEqual([
      [0, 'image/jpeg', 1024],
      [1, 'image/jpeg', 1024],
      [2, 'image/jpeg', 1024],
    ]);
    expect(generation.assets[0]?.revisedPrompt).toBe('Drawn: a fox');
  });

  it('a video is accepted at once, and polled until its file can be read', async () => {
    const { context, caller } = server;
    const { requestId } = await createVideo(context, caller, videoOrder({ seed: 7 }));
    const state = await pollVideo(server, requestId);
    if (state.status !== 'done') throw new Error(`the video ended as ${state.status}`);
    const readable = await readAsset(context, `http://any.host:99${assetPath(context, state.asset)}`);
    expect(await new Response(await readable.open()).text()).toBe('video.generate a fox runs 7');
    expect(await new Response(await readable.open({ start: 0, end: 4 })).text()).toBe('video');
  });

  it('leaves a ledger that sums to zero and holds nothing', async () => {
    expect(await ledgerSums(server)).toEqual({ all: 0n, held: 0n, revenue: 600_000_000n + 500_000_000n });
  });
});
