import { rm } from 'node:fs/promises';
import { probeImage, probeVideo } from '@openimagine/media';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFolder, type ServerProcess, startServer } from './server-process.ts';

describe('one server in front of another', () => {
  let back: ServerProcess;
  let dataDir: string;
  const startFront = (): Promise<ServerProcess> =>
    startServer({ dataDir, env: { OPENIMAGINE_UPSTREAM_URL: back.url, OPENIMAGINE_UPSTREAM_API_KEY: back.apiKey } });
  const madeAtTheBack = async (kind: 'image' | 'video'): Promise<number> => {
    const metrics = await (await fetch(`${back.url}/metrics`)).text();
    const counts = [
      ...metrics.matchAll(new RegExp(`openimagine_generations\\{kind="${kind}",state="\\w+"\\} (\\d+)`, 'g')),
    ];
    return counts.reduce((sum, [, count]) => sum + Number(count), 0);
  };
  beforeAll(async () => {
    back = await startServer();
    dataDir = await newFolder();
  });
  afterAll(async () => {
    await back[Symbol.asyncDispose]();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('passes pictures through', async () => {
    await using front = await startFront();
    const { data } = await front.client.images.generate({
      prompt: 'a lighthouse on a cliff',
      n: 2,
      aspect_ratio: '16:9',
      seed: 3,
    });
    for (const { url } of data) {
      expect(url).toContain(front.url);
      expect(probeImage(await front.client.download(url!))).toMatchObject({ width: 1360, height: 768 });
    }
    expect(data.map(({ seed }) => seed)).toEqual([3, 4]);
  });

  it('is killed and restarted while the back renders: the video is found again, and was made once', async () => {
    const before = await madeAtTheBack('video');
    const first = await startFront();
    const { request_id } = await first.client.videos.create({
      prompt: 'a red fox trotting through a snowy forest',
      duration: 4,
    });
    await expect.poll(() => madeAtTheBack('video'), { timeout: 20_000 }).toBe(before + 1);
    // Until the reference is persisted the upstream's own idempotency would help; this test is about the reference.
    await expect
      .poll(async () => ((await first.client.videos.get(request_id)) as { progress: number }).progress, {
        timeout: 60_000,
      })
      .toBeGreaterThan(0);
    await first.stop('SIGKILL');
    await using second = await startFront();
    await expect
      .poll(async () => (await second.client.videos.get(request_id)).status, { timeout: 240_000, interval: 300 })
      .toBe('done');
    const done = await second.client.videos.get(request_id);
    if (done.status !== 'done') throw new Error('unreachable');
    expect(await probeVideo(await second.client.download(done.video.url!))).toMatchObject({
      frameCount: 96,
      width: 854,
      height: 480,
    });
    expect(await madeAtTheBack('video')).toBe(before + 1);
  });

  it('says so when the upstream refuses the key', async () => {
    await using front = await startServer({
      env: { OPENIMAGINE_UPSTREAM_URL: back.url, OPENIMAGINE_UPSTREAM_API_KEY: 'xai-wrong' },
    });
    await expect(front.client.images.generate({ prompt: 'a cat' })).rejects.toMatchObject({
      status: expect.any(Number),
      message: expect.not.stringContaining('xai-wrong'),
    });
  });
});
