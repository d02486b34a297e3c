import { probeImage } from '@openimagine/media';
import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServerProcess, startServer } from './server-process.ts';

describe('the OpenAI client', () => {
  let server: ServerProcess;
  let openai: OpenAI;
  beforeAll(async () => {
    server = await startServer();
    openai = new OpenAI({ baseURL: `${server.url}/v1`, apiKey: server.apiKey, maxRetries: 0 });
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
  });

  it('draws several pictures as base64', async () => {
    const { data } = await openai.images.generate({
      model: 'grok-imagine-image',
      prompt: 'a red house by a lake',
      n: 2,
      response_format: 'b64_json',
    });
    expect(data).toHaveLength(2);
    for (const image of data ?? [])
      expect(probeImage(Buffer.from(image.b64_json!, 'base64'))).toMatchObject({
        format: 'jpeg',
        width: 1024,
        height: 1024,
      });
  });

  it('has its size mapped to a ratio, never dropped', async () => {
    const { data } = await openai.images.generate({
      model: 'grok-imagine-image',
      prompt: 'a lighthouse',
      size: '1792x1024',
      response_format: 'b64_json',
    });
    expect(probeImage(Buffer.from(data![0]!.b64_json!, 'base64'))).toMatchObject({ width: 1360, height: 768 });
  });

  it('reads our errors as its own', async () => {
    await expect(openai.images.generate({ model: 'dall-e-3', prompt: 'a cat' })).rejects.toMatchObject({
      status: 404,
      name: expect.anything(),
    });
    const stranger = new OpenAI({ baseURL: `${server.url}/v1`, apiKey: 'xai-unknown', maxRetries: 0 });
    await expect(stranger.images.generate({ model: 'grok-imagine-image', prompt: 'a cat' })).rejects.toBeInstanceOf(
      OpenAI.AuthenticationError,
    );
  });

  it('lists the models', async () => {
    const models = await Array.fromAsync(await openai.models.list());
    expect(models.map(({ id }) => id)).toContain('grok-imagine-video');
  });
});
