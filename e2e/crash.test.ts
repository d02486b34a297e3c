import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { probeVideo } from '@openimagine/media';
import { afterAll, describe, expect, it } from 'vitest';
import { descendantsOf, isAlive } from './processes.ts';
import { newFolder, type ServerProcess, startServer } from './server-process.ts';

const VIDEO = { prompt: 'a sailboat drifting on the sea at sunset', duration: 4 } as const;

async function progressOf({ client }: ServerProcess, requestId: string): Promise<number> {
  const status = await client.videos.get(requestId);
  return status.status === 'pending' ? status.progress : 100;
}

async function videosRunning({ url }: ServerProcess): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/openimagine_generations\{kind="video",state="running"\} (\d+)/.exec(metrics)?.[1] ?? 0);
}

async function storedFiles(dataDir: string): Promise<string[]> {
  const entries = await readdir(join(dataDir, 'objects'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map(({ name }) => name);
}

describe('when something is killed', () => {
  const folders: string[] = [];
  afterAll(async () => {
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  });

  it('the server, mid-render: no child outlives it, and after the next start the same request finishes, once', async () => {
    const dataDir = await newFolder();
    folders.push(dataDir);
    const first = await startServer({ dataDir });
    const { request_id } = await first.client.videos.create(VIDEO);
    await expect.poll(() => progressOf(first, request_id), { timeout: 60_000 }).toBeGreaterThan(5);
    const children = descendantsOf(first.pid);
    expect(children.length).toBeGreaterThan(1);
    await first.stop('SIGKILL');
    await expect.poll(() => children.filter(isAlive), { timeout: 10_000 }).toEqual([]);

    await using second = await startServer({ dataDir });
    const ready = performance.now();
    await expect.poll(() => videosRunning(second), { timeout: 60_000, interval: 50 }).toBeGreaterThan(0);
    console.log(`the attempt ran again ${((performance.now() - ready) / 1000).toFixed(1)} s after readiness`);
    await expect.poll(() => progressOf(second, request_id), { timeout: 240_000, interval: 200 }).toBe(100);
    const done = await second.client.videos.get(request_id);
    if (done.status !== 'done') throw new Error(`it ended as ${JSON.stringify(done)}`);
    expect(await probeVideo(await second.client.download(done.video.url!))).toMatchObject({
      frameCount: 96,
      width: 854,
    });
    expect(await storedFiles(dataDir)).toHaveLength(1);
    expect(await (await fetch(`${second.url}/metrics`)).text()).toMatch(
      /openimagine_generations\{kind="video",state="done"\} 1\n/,
    );
  });

  it('a render child, once: the attempt is repeated and the video is whole', async () => {
    await using server = await startServer();
    const { request_id } = await server.client.videos.create(VIDEO);
    await expect.poll(() => progressOf(server, request_id), { timeout: 60_000 }).toBeGreaterThan(5);
    for (const child of descendantsOf(server.pid)) process.kill(child, 'SIGKILL');
    await expect.poll(() => progressOf(server, request_id), { timeout: 240_000, interval: 200 }).toBe(100);
    expect(await server.client.videos.get(request_id)).toMatchObject({ status: 'done', video: { duration: 4 } });
  });

  it('the render children, again and again: three attempts, then failed, and nothing is billed', async () => {
    await using server = await startServer();
    const { request_id } = await server.client.videos.create({ ...VIDEO, duration: 15, resolution: '720p' });
    const killing = setInterval(() => {
      for (const child of descendantsOf(server.pid)) process.kill(child, 'SIGKILL');
    }, 300);
    try {
      await expect.poll(() => progressOf(server, request_id), { timeout: 240_000, interval: 200 }).toBe(100);
    } finally {
      clearInterval(killing);
    }
    expect(await server.client.videos.get(request_id)).toMatchObject({
      status: 'failed',
      error: { code: 'internal_error' },
    });
    // The server itself is unharmed.
    expect((await server.client.images.generate({ prompt: 'a red house' })).data).toHaveLength(1);
  });

  it('whoever reads its log: the server goes on', async () => {
    // Nobody is there, so each attempt is told in the log.
    const env = { OPENIMAGINE_UPSTREAM_URL: 'http://127.0.0.1:9', OPENIMAGINE_UPSTREAM_API_KEY: 'xai-none' };
    await using server = await startServer({ env });
    server.closeOutput();
    await expect(server.client.images.generate({ prompt: 'a cat' })).rejects.toMatchObject({
      status: expect.any(Number),
    });
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect(await server.stop()).toBe(0);
  });

  it('nothing: SIGTERM and Ctrl-C both end it cleanly in mid-render, with all its children', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const server = await startServer();
      await server.client.videos.create(VIDEO);
      await expect.poll(() => videosRunning(server), { timeout: 60_000 }).toBe(1);
      const children = descendantsOf(server.pid);
      expect(await server.stop(signal)).toBe(0);
      await expect.poll(() => children.filter(isAlive), { timeout: 5_000 }).toEqual([]);
      await rm(server.dataDir, { recursive: true, force: true });
    }
  });
});
