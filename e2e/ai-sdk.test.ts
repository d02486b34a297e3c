import { createXai } from '@ai-sdk/xai';
import { probeImage, probeVideo } from '@openimagine/media';
import { generateImage, experimental_generateVideo as generateVideo } from 'ai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServerProcess, startServer } from './server-process.ts';

describe('the Vercel AI SDK, against localhost', () => {
  let server: ServerProcess;
  let xai: ReturnType<typeof createXai>;
  beforeAll(async () => {
    server = await startServer();
    xai = createXai({ baseURL: `${server.url.replace('127.0.0.1', 'localhost')}/v1`, apiKey: server.apiKey });
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
  });

  it('generateImage', async () => {
    const { images } = await generateImage({
      model: xai.image('grok-imagine-image'),
      prompt: 'two black cats on a red sofa',
      n: 2,
      aspectRatio: '16:9',
    });
    expect(images).toHaveLength(2);
    for (const image of images)
      expect(probeImage(image.uint8Array)).toMatchObject({ format: 'jpeg', width: 1360, height: 768 });
  });

  it('experimental_generateVideo downloads the result, although the host is private', async () => {
    const { video } = await generateVideo({
      model: xai.video('grok-imagine-video'),
      prompt: 'a red fox trotting through a snowy forest',
      duration: 2,
      aspectRatio: '16:9',
      resolution: '854x480',
    });
    expect(await probeVideo(video.uint8Array)).toMatchObject({
      width: 854,
      height: 480,
      frameCount: 48,
      audio: { codec: expect.stringContaining('mp4a'), channels: 2 },
    });
  });

  it('tells its user why a request was refused', async () => {
    const refused = generateVideo({
      model: xai.video('grok-imagine-video'),
      prompt: 'a fox',
      duration: 16,
      maxRetries: 0,
    });
    await expect(refused).rejects.toThrow(/duration.*1 to 15/);
  });
});
