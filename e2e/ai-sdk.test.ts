import { readFile } from 'node:fs/promises';
import { createXai } from '@ai-sdk/xai';
import { probeImage, probeVideo } from '@openimagine/media';
import { generateImage, experimental_generateVideo as generateVideo } from 'ai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServerProcess, startServer } from './server-process.ts';

const photo = (name: string): Promise<Buffer> => readFile(new URL(`../examples/inputs/${name}`, import.meta.url));

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

  it('generateImage edits pictures', async () => {
    const { images } = await generateImage({
      model: xai.image('grok-imagine-image'),
      prompt: { text: 'make it black and white', images: [await photo('coffee.jpg')] },
    });
    const { width, height } = probeImage(images[0]!.uint8Array);
    expect(Math.abs(width / height / 1.5 - 1)).toBeLessThan(0.015);
    const pasted = await generateImage({
      model: xai.image('grok-imagine-image'),
      prompt: {
        text: 'Put the dog from <IMAGE_1> on the sofa in <IMAGE_0>',
        images: [await photo('drawn-sofa.jpg'), await photo('dog.jpg')],
      },
    });
    expect(pasted.images).toHaveLength(1);
  });

  it('experimental_generateVideo animates a picture, edits what came of it, and makes it longer', async () => {
    const animated = await generateVideo({
      model: xai.video('grok-imagine-video'),
      prompt: { image: await photo('lake.jpg'), text: 'the clouds drift' },
      duration: 2,
    });
    expect(await probeVideo(animated.video.uint8Array)).toMatchObject({ width: 854, height: 480, frameCount: 48 });
    const videoUrl = `data:video/mp4;base64,${Buffer.from(animated.video.uint8Array).toString('base64')}`;
    const edited = await generateVideo({
      model: xai.video('grok-imagine-video'),
      prompt: 'make it snow',
      providerOptions: { xai: { mode: 'edit-video', videoUrl } },
    });
    expect(await probeVideo(edited.video.uint8Array)).toMatchObject({ width: 854, height: 480, frameCount: 48 });
    const extended = await generateVideo({
      model: xai.video('grok-imagine-video'),
      prompt: 'the clouds drift on',
      duration: 2,
      providerOptions: { xai: { mode: 'extend-video', videoUrl } },
    });
    const { durationSeconds } = await probeVideo(extended.video.uint8Array);
    expect(Math.abs(durationSeconds - 4)).toBeLessThan(0.1);
  });

  it('experimental_generateVideo takes references, and a last frame', async () => {
    const dataUrl = async (name: string) => `data:image/jpeg;base64,${(await photo(name)).toString('base64')}`;
    const walked = await generateVideo({
      model: xai.video('grok-imagine-video'),
      prompt: '<IMAGE_0> walks through <IMAGE_1>',
      duration: 1,
      aspectRatio: '16:9',
      providerOptions: {
        xai: {
          mode: 'reference-to-video',
          referenceImageUrls: [await dataUrl('dog.jpg'), await dataUrl('meadow.jpg')],
        },
      },
    });
    expect(await probeVideo(walked.video.uint8Array)).toMatchObject({ width: 854, height: 480, frameCount: 24 });
    const framed = await generateVideo({
      model: xai.video('grok-imagine-video-1.5'),
      prompt: 'the sun sets',
      duration: 1,
      frameImages: [
        { frameType: 'first_frame', image: await photo('lake.jpg') },
        { frameType: 'last_frame', image: await photo('sea.jpg') },
      ],
    });
    expect((await probeVideo(framed.video.uint8Array)).frameCount).toBe(24);
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
