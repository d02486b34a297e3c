import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeExampleClip } from '@openimagine/engines/example-clips';
import { coverPicture, decodeFrames, openPhoto, probeImage, probeVideo } from '@openimagine/media';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServerProcess, startServer } from './server-process.ts';
import { lumaOfRgba, ssim } from './ssim.ts';

const photo = (name: string): Promise<Buffer> => readFile(new URL(`../examples/inputs/${name}`, import.meta.url));

interface Done {
  readonly status: string;
  readonly video: { readonly url: string; readonly duration: number; readonly revised_prompt: string };
  readonly usage: { readonly cost_in_usd_ticks: number };
}

/** The shapes of the documentation and of a published article, sent as they stand there. */
describe('pictures and videos as input', () => {
  let server: ServerProcess;
  let site: ReturnType<typeof createServer>;
  let origin: string;
  let clip: Uint8Array;
  beforeAll(async () => {
    server = await startServer({ args: ['--allow-private-fetch'] });
    clip = await makeExampleClip('portrait', { seconds: 3, width: 640, height: 360 });
    const files: Record<string, () => Promise<Uint8Array>> = {
      '/lake.jpg': () => photo('lake.jpg'),
      '/coffee.jpg': () => photo('coffee.jpg'),
      '/clip.mp4': async () => clip,
    };
    site = createServer((request, response) => {
      const file = files[request.url ?? ''];
      if (file === undefined) response.writeHead(404).end();
      else file().then((bytes) => response.end(bytes));
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    site.close();
    await server[Symbol.asyncDispose]();
  });

  const post = async (path: string, body: object): Promise<{ status: number; reply: Record<string, unknown> }> => {
    const response = await fetch(server.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${server.apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, reply: (await response.json()) as Record<string, unknown> };
  };
  const finish = async (path: string, body: object): Promise<Done> => {
    const { status, reply } = await post(path, body);
    expect({ status, reply }).toMatchObject({ status: 200, reply: { request_id: expect.any(String) } });
    let state: unknown;
    await expect
      .poll(
        async () => {
          state = await server.client.videos.get(String(reply.request_id));
          return (state as Done).status;
        },
        { timeout: 240_000, interval: 300 },
      )
      .not.toBe('pending');
    return state as Done;
  };
  const download = async (url: string): Promise<Uint8Array> => server.client.download(url);

  it.each([
    ['image_url', () => ({ image_url: `${origin}/lake.jpg` })],
    ['image', () => ({ image: { url: `${origin}/lake.jpg` } })],
  ])('animates a picture given as %s, whose first frame it is', async (_name, fields) => {
    const prompt = 'The clouds drift slowly and the water ripples, camera pushes in';
    const { status, video, usage } = await finish('/v1/videos/generations', {
      model: 'grok-imagine-video',
      prompt,
      duration: 2,
      ...fields(),
    });
    expect([status, video.duration]).toEqual(['done', 2]);
    expect(usage.cost_in_usd_ticks).toBe(2 * 500_000_000 + 20_000_000);
    const film = await download(video.url);
    expect(await probeVideo(film)).toMatchObject({ width: 854, height: 480, frameCount: 48, audio: { channels: 2 } });
    const source = coverPicture(await openPhoto(await photo('lake.jpg')), 854, 480);
    for await (const { width, height, data } of decodeFrames(film)) {
      expect(ssim({ width, height, luma: data.subarray(0, width * height) }, lumaOfRgba(source))).toBeGreaterThan(0.97);
      break;
    }
  });

  it.each([
    ['the article, through generations', '/v1/videos/generations', () => ({ video_url: `${origin}/clip.mp4` })],
    ['the documentation', '/v1/videos/edits', () => ({ video: { url: `${origin}/clip.mp4` } })],
  ])('edits a video as in %s', async (_name, path, fields) => {
    const { status, video, usage } = await finish(path, { prompt: 'Make it black and white', ...fields() });
    expect(status).toBe('done');
    expect(usage.cost_in_usd_ticks).toBe(3 * 500_000_000 + 3 * 100_000_000);
    const film = await download(video.url);
    expect(await probeVideo(film)).toMatchObject({ width: 640, height: 360, frameCount: 72, audio: {} });
    for await (const { width, height, data } of decodeFrames(film)) {
      const chroma = data.subarray(width * height);
      expect(chroma.reduce((most, value) => Math.max(most, Math.abs(value - 128)), 0)).toBeLessThan(6);
      break;
    }
  });

  it('extends a video, also one that it has made itself', async () => {
    const made = await finish('/v1/videos/generations', { prompt: 'a red ball on a meadow', duration: 2 });
    for (const url of [made.video.url, `${origin}/clip.mp4`]) {
      const seconds = url === made.video.url ? 2 : 3;
      const { status, video } = await finish('/v1/videos/extensions', {
        prompt: 'it goes on',
        video: { url },
        duration: 2,
      });
      expect([status, video.duration]).toEqual(['done', seconds + 2]);
      const probe = await probeVideo(await download(video.url));
      expect(Math.abs(probe.durationSeconds - seconds - 2)).toBeLessThan(0.1);
    }
  });

  it('fails an edit that nobody is there for, says why, and bills nothing', async () => {
    const still = await finish('/v1/videos/generations', { image: `${origin}/coffee.jpg`, duration: 1 });
    const { status, ...state } = await finish('/v1/videos/edits', {
      prompt: 'Give the woman a silver necklace',
      video: { url: still.video.url },
    });
    expect(status).toBe('failed');
    expect(state).toMatchObject({
      error: { code: 'invalid_argument', message: expect.stringMatching(/found|person|woman/i) },
    });
  });

  it('edits one picture, and puts two together', async () => {
    const { status, reply } = await post('/v1/images/edits', {
      prompt: 'Make it black and white and add the title "WINTER" at the top',
      image: { url: `${origin}/lake.jpg`, type: 'image_url' },
    });
    expect({ status, reply }).toMatchObject({ status: 200, reply: { usage: { cost_in_usd_ticks: 220_000_000 } } });
    const [{ url }] = reply.data as [{ url: string }];
    const { width, height } = probeImage(await download(url));
    expect(Math.abs(width / height / (1440 / 810) - 1)).toBeLessThan(0.015);
    const dataUrl = async (name: string) => `data:image/jpeg;base64,${(await photo(name)).toString('base64')}`;
    const pasted = await post('/v1/images/edits', {
      prompt: 'Put the dog from <IMAGE_1> on the sofa in <IMAGE_0>',
      images: [{ url: await dataUrl('drawn-sofa.jpg') }, { url: await dataUrl('dog.jpg') }],
    });
    expect(pasted).toMatchObject({ status: 200, reply: { usage: { cost_in_usd_ticks: 240_000_000 } } });
  });

  it('refuses what it cannot use, at once and with a reason', async () => {
    expect(await post('/v1/images/edits', { prompt: 'a', image: { url: `${origin}/none.jpg` } })).toMatchObject({
      status: 400,
      reply: { code: 'invalid-argument', error: expect.stringMatching(/Fetching image failed/) },
    });
    expect(await post('/v1/videos/edits', { prompt: 'a', video: { url: `${origin}/lake.jpg` } })).toMatchObject({
      status: 400,
      reply: { error: expect.stringMatching(/expected an MP4 video, got a image|expected an MP4 video/) },
    });
  });
});
