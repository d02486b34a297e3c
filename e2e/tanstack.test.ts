import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { probeImage, probeVideo } from '@openimagine/media';
import { generateImage, generateVideo, getVideoJobStatus } from '@tanstack/ai';
import { createGrokImage, createGrokVideo } from '@tanstack/ai-grok';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { clientSuite } from './compatibility.ts';
import { type ServerProcess, startServer } from './server-process.ts';

describe('TanStack AI', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServer({ args: ['--emulate', '--latency', 'instant'] });
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
  });

  const settings = (faults?: string) => ({
    baseURL: `${server.url}/v1`,
    // Its video adapter has a `fetch` of its own choosing, which is how its users add headers.
    ...(faults === undefined
      ? {}
      : {
          fetch: (input: Parameters<typeof fetch>[0], init: RequestInit = {}) => {
            const headers = new Headers(init.headers);
            headers.set('x-openimagine-scenario', faults);
            return fetch(input, { ...init, headers });
          },
        }),
  });
  const imageAdapter = (faults?: string) => createGrokImage('grok-imagine-image', server.apiKey, settings(faults));
  const videoAdapter = (
    model: 'grok-imagine-video' | 'grok-imagine-video-1.5' = 'grok-imagine-video',
    faults?: string,
  ) => createGrokVideo(model, server.apiKey, settings(faults));
  const photoPart = async (name: string, role?: 'reference') => ({
    type: 'image' as const,
    source: { type: 'data' as const, mimeType: 'image/jpeg' as const, value: (await photo(name)).toString('base64') },
    ...(role === undefined ? {} : { metadata: { role } }),
  });
  const text = (content: string) => ({ type: 'text' as const, content });

  type Adapter = ReturnType<typeof videoAdapter>;
  const ended = async (adapter: Adapter, jobId: string) => {
    for (;;) {
      const status = await getVideoJobStatus({ adapter, jobId });
      if (status.status === 'completed' || status.status === 'failed') return status;
      await sleep(100);
    }
  };
  const film = async (adapter: Adapter, options: Partial<Parameters<typeof generateVideo<Adapter>>[0]>) => {
    const { jobId } = await generateVideo({ adapter, prompt: 'a fox', ...options });
    const status = await ended(adapter, jobId);
    expect(status).toMatchObject({ status: 'completed', url: expect.any(String) });
    return new Uint8Array(await (await fetch(status.url!)).arrayBuffer());
  };

  const { works, end } = clientSuite(5, { '@tanstack/ai-grok': '@tanstack/ai-grok', '@tanstack/ai': '@tanstack/ai' });

  works('images: several, of a ratio and resolution', async () => {
    const { images } = await generateImage({
      adapter: imageAdapter(),
      prompt: 'a fox',
      numberOfImages: 2,
      size: '16:9_2k',
    });
    expect(images).toHaveLength(2);
    const bytes = await (await fetch(images[0]!.url!)).arrayBuffer();
    expect(probeImage(new Uint8Array(bytes))).toMatchObject({ width: 2736, height: 1536 });
  });

  works('image edits: of one picture, of several', async () => {
    const edit = async (...names: string[]) =>
      generateImage({
        adapter: imageAdapter(),
        prompt: [text('put them together'), ...(await Promise.all(names.map((name) => photoPart(name))))],
      });
    expect((await edit('coffee.jpg')).images).toHaveLength(1);
    expect((await edit('drawn-sofa.jpg', 'dog.jpg')).images).toHaveLength(1);
  });

  works('video from text, with its cost', async () => {
    const adapter = videoAdapter();
    const { jobId } = await generateVideo({ adapter, prompt: 'a fox', duration: 2, size: '16:9_720p' });
    const status = await ended(adapter, jobId);
    expect(status).toMatchObject({ status: 'completed', usage: { cost: 2 * 0.07 } });
    const bytes = new Uint8Array(await (await fetch(status.url!)).arrayBuffer());
    expect(await probeVideo(bytes)).toMatchObject({ width: 1280, height: 720, frameCount: 48 });
  });

  works('video from a picture', async () => {
    const bytes = await film(videoAdapter(), {
      duration: 1,
      prompt: [text('it steams'), await photoPart('coffee.jpg')],
    });
    expect(await probeVideo(bytes)).toMatchObject({ width: 720, height: 480 });
  });

  works('video from references, with a preset voice', async () => {
    const bytes = await film(videoAdapter('grok-imagine-video-1.5'), {
      duration: 1,
      prompt: [text('the dog says "hello"'), await photoPart('dog.jpg', 'reference')],
      modelOptions: { reference_audios: [{ voice_id: 'eve' }] },
    });
    expect(await probeVideo(bytes)).toMatchObject({ frameCount: 24, audio: {} });
  });

  works('edit and extension of a video', async () => {
    const source = Buffer.from(await film(videoAdapter(), { duration: 2 })).toString('base64');
    const video = {
      type: 'video' as const,
      source: { type: 'data' as const, mimeType: 'video/mp4' as const, value: source },
    };
    const edited = await film(videoAdapter(), {
      prompt: [text('make it snow'), video],
      modelOptions: { mode: 'edit' },
    });
    expect((await probeVideo(edited)).frameCount).toBe(48);
    const longer = await film(videoAdapter(), {
      prompt: [text('it goes on'), video],
      duration: 2,
      modelOptions: { mode: 'extend' },
    });
    expect(Math.abs((await probeVideo(longer)).durationSeconds - 4)).toBeLessThan(0.1);
  });

  works('refusals, with our message', async () => {
    const refused = generateVideo({ adapter: videoAdapter(), prompt: 'x'.repeat(8_001) });
    await expect(refused).rejects.toThrow(/8001 characters/);
    const stranger = createGrokImage('grok-imagine-image', 'xai-unknown', settings());
    await expect(generateImage({ adapter: stranger, prompt: 'a fox' })).rejects.toThrow(/401/);
  });

  works('moderated and failed results', async () => {
    const moderated = generateImage({ adapter: imageAdapter('moderated-prompt'), prompt: 'a fox' });
    await expect(moderated).rejects.toThrow(/moderat/i);
    for (const [faults, message] of [
      ['moderated-output', /moderat/i],
      ['failed;code=internal_error', /internal|fail/i],
    ] as const) {
      const adapter = videoAdapter('grok-imagine-video', faults);
      const { jobId } = await generateVideo({ adapter, prompt: 'a fox', duration: 1 });
      const status = await ended(adapter, jobId);
      expect(status.status).toBe('failed');
      expect(JSON.stringify(status)).toMatch(message);
    }
  });

  works('retries after 429, on images', async () => {
    const adapter = imageAdapter('rate-limited;retry_after=1;times=1');
    expect((await generateImage({ adapter, prompt: 'retried' })).images).toHaveLength(1);
  });

  end();
});

function photo(name: string): Promise<Buffer> {
  return readFile(new URL(`../examples/inputs/${name}`, import.meta.url));
}
