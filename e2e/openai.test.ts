import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { probeImage, probeVideo } from '@openimagine/media';
import OpenAI, { toFile } from 'openai';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { clientSuite } from './compatibility.ts';
import { type ServerProcess, startServer } from './server-process.ts';

type Video = OpenAI.Video;

/** Shorter than OpenAI allowed. */
const SECOND = '1' as OpenAI.VideoSeconds;

describe('the OpenAI client', () => {
  let server: ServerProcess;
  let openai: OpenAI;
  beforeAll(async () => {
    server = await startServer({ args: ['--emulate', '--latency', 'instant'] });
    openai = new OpenAI({ baseURL: `${server.url}/v1`, apiKey: server.apiKey, maxRetries: 0 });
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
  });

  const scenario = (faults: string) => ({ headers: { 'x-openimagine-scenario': faults } });
  const ended = async (id: string): Promise<Video> => {
    for (;;) {
      const video = await openai.videos.retrieve(id);
      if (video.status === 'completed' || video.status === 'failed') return video;
      await sleep(100);
    }
  };
  const made = async (body: OpenAI.VideoCreateParams): Promise<Video> => {
    const video = await ended((await openai.videos.create(body)).id);
    expect(video.status).toBe('completed');
    return video;
  };
  const download = async (id: string): Promise<Uint8Array> =>
    new Uint8Array(await (await openai.videos.downloadContent(id)).arrayBuffer());

  const { works, lacks, end } = clientSuite(1, { openai: 'openai' });

  works('`images.generate`: URLs, base64, several, sizes', async () => {
    const one = await openai.images.generate({ model: 'grok-imagine-image', prompt: 'a fox', size: '1792x1024' });
    const bytes = await (await fetch(one.data![0]!.url!)).arrayBuffer();
    expect(probeImage(new Uint8Array(bytes))).toMatchObject({ width: 1360, height: 768 });
    const three = await openai.images.generate({
      model: 'grok-imagine-image',
      prompt: 'a fox',
      n: 3,
      response_format: 'b64_json',
    });
    expect(three.data!.map(({ b64_json }) => probeImage(Buffer.from(b64_json!, 'base64')).format)).toEqual(
      Array(3).fill('jpeg'),
    );
  });

  lacks('`images.edit`', 'it sends a form, which xAI does not take either: 415, with the reason', async () => {
    const image = await toFile(await photo('coffee.jpg'), 'coffee.jpg', { type: 'image/jpeg' });
    const refused = openai.images.edit({ model: 'grok-imagine-image', prompt: 'make it blue', image });
    await expect(refused).rejects.toMatchObject({ status: 415 });
  });

  works('`videos.create` and `retrieve`, by models, seconds and sizes of Sora', async () => {
    const video = await made({ prompt: 'a fox', model: 'sora-2', seconds: '4', size: '1280x720' });
    expect(video).toMatchObject({ object: 'video', progress: 100, seconds: '4', size: '1280x720', error: null });
    expect(video.completed_at).toBeGreaterThanOrEqual(video.created_at);
    expect(await made({ prompt: 'a fox', model: 'sora-2-pro', seconds: SECOND, size: '1024x1792' })).toMatchObject({
      size: '1080x1920',
    });
  });

  works('`videos.create` with `input_reference`: a file, or a URL', async () => {
    const file = await toFile(await photo('coffee.jpg'), 'coffee.jpg', { type: 'image/jpeg' });
    expect(await made({ prompt: 'it steams', seconds: SECOND, input_reference: file })).toMatchObject({
      size: '1080x720',
    });
    const image_url = `data:image/jpeg;base64,${(await photo('coffee.jpg')).toString('base64')}`;
    expect(await made({ prompt: 'it steams', seconds: SECOND, input_reference: { image_url } })).toMatchObject({
      size: '1080x720',
    });
  });

  works('`videos.downloadContent`', async () => {
    const { id } = await made({ prompt: 'a fox', seconds: SECOND, size: '720x1280' });
    expect(await probeVideo(await download(id))).toMatchObject({ width: 720, height: 1280, frameCount: 24 });
    await expect(openai.videos.downloadContent(id, { variant: 'thumbnail' })).rejects.toMatchObject({ status: 400 });
  });

  works('`videos.list`, over several pages', async () => {
    const ids: string[] = [];
    for await (const { id } of openai.videos.list({ limit: 2 })) ids.push(id);
    expect(ids.length).toBeGreaterThanOrEqual(5);
    expect(new Set(ids).size).toBe(ids.length);
    const oldest = await openai.videos.list({ limit: 1, order: 'asc' });
    expect(oldest.data[0]!.id).toBe(ids.at(-1));
  });

  works('`videos.remix`', async () => {
    const source = await made({ prompt: 'a fox', seconds: SECOND, size: '1280x720' });
    const remix = await ended((await openai.videos.remix(source.id, { prompt: 'make it snow' })).id);
    expect(remix).toMatchObject({ status: 'completed', remixed_from_video_id: source.id, seconds: '1' });
  });

  works('`videos.delete`', async () => {
    const { id } = await made({ prompt: 'a fox', seconds: SECOND });
    expect(await openai.videos.delete(id)).toEqual({ id, object: 'video.deleted', deleted: true });
    await expect(openai.videos.retrieve(id)).rejects.toBeInstanceOf(OpenAI.NotFoundError);
  });

  lacks(
    '`videos.edit`, `videos.extend`',
    'they send forms to paths where xAI takes JSON: 415; `remix` edits',
    async () => {
      const { id } = await made({ prompt: 'a fox', seconds: SECOND });
      const edited = openai.videos.edit({ prompt: 'make it snow', video: { id } });
      await expect(edited).rejects.toMatchObject({ status: 415 });
      const extended = openai.videos.extend({ prompt: 'it goes on', seconds: '4', video: { id } });
      await expect(extended).rejects.toMatchObject({ status: 415 });
    },
  );

  works('failed and moderated videos, with code and message', async () => {
    const failed = await openai.videos.create({ prompt: 'a fox' }, scenario('failed;code=internal_error'));
    expect(await ended(failed.id)).toMatchObject({ status: 'failed', error: { code: 'internal_error' } });
    const moderated = await openai.videos.create({ prompt: 'a fox' }, scenario('moderated-output'));
    expect(await ended(moderated.id)).toMatchObject({ status: 'failed', error: { code: 'moderation_blocked' } });
    const prompt = openai.images.generate(
      { model: 'grok-imagine-image', prompt: 'a fox' },
      scenario('moderated-prompt'),
    );
    await expect(prompt).rejects.toBeInstanceOf(OpenAI.BadRequestError);
  });

  works('errors as its own classes, with our message', async () => {
    await expect(openai.videos.create({ prompt: '' })).rejects.toThrow(/prompt/);
    await expect(openai.videos.create({ prompt: 'a', model: 'sora-9' })).rejects.toBeInstanceOf(OpenAI.NotFoundError);
    const stranger = new OpenAI({ baseURL: `${server.url}/v1`, apiKey: 'xai-unknown', maxRetries: 0 });
    await expect(stranger.videos.list()).rejects.toBeInstanceOf(OpenAI.AuthenticationError);
  });

  works('retries after 429 and 503', async () => {
    const patient = new OpenAI({ baseURL: `${server.url}/v1`, apiKey: server.apiKey, maxRetries: 2 });
    const limited = scenario('rate-limited;retry_after=1;times=1');
    const { data } = await patient.images.generate({ model: 'grok-imagine-image', prompt: 'retried' }, limited);
    expect(data).toHaveLength(1);
    const busy = await patient.videos.create({ prompt: 'retried' }, scenario('http-503;times=1'));
    expect(busy.object).toBe('video');
  });

  works('`files`: create, list, retrieve, content, delete', async () => {
    const content = await photo('coffee.jpg');
    const file = await openai.files.create({
      file: await toFile(content, 'coffee.jpg', { type: 'image/jpeg' }),
      purpose: 'user_data',
    });
    expect(file).toMatchObject({ object: 'file', bytes: content.byteLength, filename: 'coffee.jpg' });
    expect((await Array.fromAsync(await openai.files.list())).map(({ id }) => id)).toContain(file.id);
    expect((await openai.files.retrieve(file.id)).id).toBe(file.id);
    const read = Buffer.from(await (await openai.files.content(file.id)).arrayBuffer());
    expect(read.equals(content)).toBe(true);
    expect(await made({ prompt: 'it steams', seconds: SECOND, input_reference: { file_id: file.id } })).toMatchObject({
      size: '1080x720',
    });
    expect(await openai.files.delete(file.id)).toMatchObject({ id: file.id, deleted: true });
  });

  works('`models.list`', async () => {
    const models = await Array.fromAsync(await openai.models.list());
    expect(models.map(({ id }) => id)).toContain('grok-imagine-video');
  });

  end();
});

function photo(name: string): Promise<Buffer> {
  return readFile(new URL(`../examples/inputs/${name}`, import.meta.url));
}
