import { execFileSync } from 'node:child_process';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFolder, type ServerProcess, startServer } from './server-process.ts';

const SOCKETS = 10_000;
const MiB = 1024 * 1024;

describe('what hurts nobody else', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
  });

  it('10,000 idle sockets', async () => {
    const { port } = new URL(server.url);
    const sockets: Socket[] = [];
    try {
      for (let opened = 0; opened < SOCKETS; opened += 500) {
        await Promise.all(Array.from({ length: 500 }, () => open(Number(port), sockets)));
      }
      expect(sockets.filter((socket) => !socket.destroyed).length).toBeGreaterThan(SOCKETS * 0.9);
      expect((await server.client.models.list()).data).toHaveLength(6);
      expect((await server.client.images.generate({ prompt: 'a red house' })).data).toHaveLength(1);
    } finally {
      for (const socket of sockets) socket.destroy();
    }
  });

  it('a body of 100 MB', async () => {
    const big = fetch(`${server.url}/v1/images/generations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${server.apiKey}`, 'content-type': 'application/json' },
      body: Buffer.alloc(100 * MiB, 'a'),
    }).then(
      ({ status }) => status,
      () => 'cut off',
    );
    expect((await server.client.models.list()).data).toHaveLength(6);
    expect([413, 'cut off']).toContain(await big);
  });

  it('a client that hangs up during an image: the picture is finished, and can be had by its idempotency key', async () => {
    const options = { idempotencyKey: 'hung-up' };
    const params = { prompt: 'a castle on a hill', resolution: '2k', n: 4 } as const;
    const before = await imagesMade(server);
    const hangUp = new AbortController();
    const hung = server.client.images.generate(params, { ...options, signal: hangUp.signal });
    await expect.poll(() => imagesMade(server)).toBe(before + 1);
    hangUp.abort();
    await expect(hung).rejects.toThrow();
    const { data } = await server.client.images.generate(params, options);
    expect(data).toHaveLength(4);
    expect((await server.client.download(data[0]!.url!)).length).toBeGreaterThan(50_000);
    expect(await imagesMade(server)).toBe(before + 1);
  });

  it('a long video: pictures do not wait behind it', async () => {
    const { request_id } = await server.client.videos.create({
      prompt: 'waves on a beach',
      duration: 10,
      resolution: '720p',
    });
    await server.client.images.generate({ prompt: 'a blue car' });
    expect((await server.client.videos.get(request_id)).status).toBe('pending');
  });
});

const small = await smallDisk();

describe.skipIf(small === undefined)('a full disk (needs the right to mount)', () => {
  afterAll(async () => {
    execFileSync('umount', ['-l', join(small!, 'objects')]);
    await rm(small!, { recursive: true, force: true });
  });

  it('fails what needs room, bills nothing, keeps answering, and recovers', async () => {
    await using server = await startServer({ dataDir: small! });
    const filler = join(small!, 'objects', 'filler');
    const { bavail, bsize } = await statfs(join(small!, 'objects'));
    await writeFile(filler, Buffer.alloc(bavail * bsize - 4096));
    await expect(server.client.images.generate({ prompt: 'a red house' })).rejects.toMatchObject({
      status: expect.toSatisfy((status: number) => status >= 500),
    });
    expect((await server.client.models.list()).data).toHaveLength(6);
    await rm(filler);
    expect((await server.client.images.generate({ prompt: 'a red house' })).usage).toEqual({
      cost_in_usd_ticks: 200_000_000,
    });
  });
});

/** A data folder whose objects lie on a disk of 8 MiB; undefined where nothing can be mounted. */
async function smallDisk(): Promise<string | undefined> {
  const folder = await newFolder();
  await mkdir(join(folder, 'objects'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', join(folder, 'objects')], { stdio: 'ignore' });
    return folder;
  } catch {
    console.warn('skipped: this user cannot mount a small disk');
    await rm(folder, { recursive: true });
    return undefined;
  }
}

/** Images accepted so far, whatever became of them. */
async function imagesMade({ url }: ServerProcess): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return [...metrics.matchAll(/openimagine_generations\{kind="image",state="\w+"\} (\d+)/g)].reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  );
}

function open(port: number, into: Socket[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve());
    socket.on('error', reject);
    into.push(socket);
  });
}
