import { describe, expect, it } from 'vitest';
import { against, CREATED, type Reply, type Scripted } from '../test/scripted-server.ts';
import type { Client } from './client.ts';

const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);
const DATA_URL = 'data:image/jpeg;base64,/9j/4A==';
const IMAGES: Reply = {
  status: 200,
  body: { model: 'm', data: [{ url: 'http://localhost/a.jpg' }, { url: '', respect_moderation: false }] },
};
const QUOTE: Reply = {
  status: 200,
  body: {
    model: 'm',
    operation: 'video.extend',
    lines: [{ item: 'output_video_second', quantity: 6, unit_cost_in_usd_ticks: 1, cost_in_usd_ticks: 6 }],
    cost_in_usd_ticks: 6,
    cost_in_usd: '0.00',
  },
};

const sent = ({ seen }: Scripted, index = 0): unknown => JSON.parse(seen[index]!.body);

describe('what is sent', () => {
  it('has the names of the wire', async () => {
    await using server = await against([CREATED]);
    await server.client.submit.generateVideo({
      prompt: 'a fox',
      aspectRatio: '16:9',
      generateAudio: false,
      image: 'https://example.com/a.jpg',
      lastFrame: JPEG,
      keyframes: [{ image: { fileId: 'file_1' }, atSeconds: 2 }],
      referenceImages: [new URL('https://example.com/b.jpg')],
      voices: ['eve'],
      storage: { filename: 'fox.mp4', expiresAfterSeconds: 3600, publicUrl: { expiresAfterSeconds: 7200 } },
      uploadUrl: 'https://example.com/put',
      webhookUrl: 'https://example.com/hook',
      seed: undefined,
    });
    expect(sent(server)).toEqual({
      prompt: 'a fox',
      aspect_ratio: '16:9',
      generate_audio: false,
      image: { url: 'https://example.com/a.jpg' },
      last_frame: { url: DATA_URL },
      keyframes: [{ image: { file_id: 'file_1' }, timestamp_s: 2 }],
      reference_images: [{ url: 'https://example.com/b.jpg' }],
      reference_audios: [{ voice_id: 'eve' }],
      storage_options: { filename: 'fox.mp4', expires_after: 3600, public_url: { expires_after: 7200 } },
      output: { upload_url: 'https://example.com/put' },
      webhook_url: 'https://example.com/hook',
    });
  });

  it('is one picture to edit, or several', async () => {
    await using server = await against([IMAGES]);
    await server.client.editImage({ prompt: 'make it snow', image: new Blob([JPEG], { type: 'image/jpeg' }) });
    await server.client.editImage({ prompt: 'both', image: [JPEG, DATA_URL], responseFormat: 'url' });
    expect([sent(server), sent(server, 1)]).toEqual([
      { prompt: 'make it snow', image: { url: DATA_URL } },
      { prompt: 'both', images: [{ url: DATA_URL }, { url: DATA_URL }], response_format: 'url' },
    ]);
    expect(server.calls()).toEqual(Array(2).fill('POST /v1/images/edits'));
  });

  it('goes to the paths of edits and extensions, also to ask for the price', async () => {
    await using server = await against(({ headers }) => (headers['x-dry-run'] === 'true' ? QUOTE : CREATED));
    const video = { prompt: 'it snows', video: 'https://example.com/a.mp4' };
    await server.client.submit.editVideo(video);
    await server.client.submit.extendVideo({ ...video, duration: 3 });
    expect(await server.client.quote.extendVideo(video)).toEqual({
      model: 'm',
      operation: 'video.extend',
      lines: [{ item: 'output_video_second', quantity: 6, unitCostInUsdTicks: 1, costInUsdTicks: 6 }],
      costInUsdTicks: 6,
      costInUsd: '0.00',
    });
    expect(server.calls()).toEqual(['/edits', '/extensions', '/extensions'].map((end) => `POST /v1/videos${end}`));
    expect(sent(server, 1)).toEqual({ prompt: 'it snows', duration: 3, video: { url: 'https://example.com/a.mp4' } });
  });

  it('a result of before can be an input', async () => {
    await using server = await against([IMAGES, CREATED]);
    const { image } = await server.client.generateImage({ prompt: 'a fox' });
    await server.client.submit.generateVideo({ image });
    expect(sent(server, 1)).toEqual({ image: { url: 'http://localhost/a.jpg' } });
  });

  it('a path is refused with the way to read it', async () => {
    await using server = await against([CREATED]);
    await expect(server.client.submit.generateVideo({ image: 'cat.png' })).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringMatching(/got "cat\.png".*openAsBlob/),
    });
    expect(server.seen).toHaveLength(0);
  });
});

describe('what is larger than a mebibyte', () => {
  const large = new Uint8Array(1024 * 1024 + 1);
  const file = { status: 200, body: { id: 'file_7', filename: 'file', bytes: large.length, created_at: 1 } };

  it('is uploaded for an hour and named by its id; sent again it is the same request', async () => {
    await using server = await against(({ path }) => (path === '/v1/files' ? file : CREATED));
    const params = { video: large, prompt: 'make it snow' };
    for (let i = 0; i < 2; i++) await server.client.submit.editVideo(params, { idempotencyKey: 'order-1' });
    expect(server.calls()).toEqual(Array(2).fill(['POST /v1/files', 'POST /v1/videos/edits']).flat());
    expect(server.seen.map(({ headers }) => headers['idempotency-key'])).toEqual(
      Array(2).fill(['order-1-input-0', 'order-1']).flat(),
    );
    expect(server.seen[0]!.body).toMatch(/name="expires_after"\r\n\r\n3600\r\n.*name="file"; filename="file"/s);
    expect(sent(server, 1)).toEqual({ prompt: 'make it snow', video: { file_id: 'file_7' } });
  });

  it('goes inside the request where files are not allowed', async () => {
    const refused = { status: 403, body: { code: 'permission-denied', error: 'No files.' } };
    await using server = await against(({ path }) => (path === '/v1/files' ? refused : CREATED));
    await server.client.submit.editVideo({ video: large, prompt: 'a' });
    expect(sent(server, 1)).toMatchObject({
      video: { url: expect.stringMatching(/^data:application\/octet-stream;/) },
    });
  });
});

describe('a mistake of the program is an OpenImagineError, before anything is sent', () => {
  type Of<T> = (client: Client) => T;
  const wrong: readonly (readonly [string, Of<unknown>])[] = [
    ['no parameters', (client) => client.generateImage(undefined as never)],
    ['a picture that is null', (client) => client.generateVideo({ image: null as never })],
    ['a picture that is a number', (client) => client.editImage({ prompt: 'a', image: 5 as never })],
    ['a picture that is an empty object', (client) => client.generateVideo({ image: {} as never })],
    ['a picture without bytes', (client) => client.generateVideo({ image: new Uint8Array() })],
    ['references that are no list', (client) => client.generateVideo({ referenceImages: 5 as never })],
    ['an upload of nothing', (client) => client.files.upload(null as never)],
    ['a BigInt', (client) => client.generateImage({ prompt: 'a', seed: 1n as never })],
    ['a bad name of a header', (client) => client.models.list({ headers: { 'a b': 'c' } })],
    ['an empty id of a video', async (client) => client.video('').wait()],
    ['an id that climbs', async (client) => client.video('..').status()],
    ['an empty id of a file', (client) => client.files.get('')],
    ['an empty id of a generation', (client) => client.generations.get(' ')],
    ['an id that is missing', (client) => client.videos.get(undefined as never)],
  ];

  it.each(wrong)('%s', async (_, call) => {
    await using server = await against([CREATED]);
    const refused = Promise.resolve(call(server.client));
    await expect(refused).rejects.toMatchObject({ name: 'OpenImagineError', code: 'invalid-input' });
    expect(server.seen).toEqual([]);
  });

  it('an empty picture is named as such', async () => {
    await using server = await against([CREATED]);
    await expect(server.client.generateVideo({ image: new Blob([]) })).rejects.toThrow(/is empty: it has 0 bytes/);
  });
});

describe('what comes back', () => {
  it.each([{ data: [null] }, { data: [5, null] }])('%j is a reply that cannot be read', async (body) => {
    await using server = await against([{ status: 200, body }]);
    const error = { name: 'OpenImagineError', code: 'bad-reply' };
    await expect(server.client.generateImage({ prompt: 'a' })).rejects.toMatchObject(error);
  });

  it('a picture that moderation refused has nothing to read', async () => {
    await using server = await against([IMAGES]);
    const { image, images } = await server.client.generateImage({ prompt: 'a fox', n: 2 });
    expect(image).toBe(images[0]);
    expect(images.map(({ respectModeration, url }) => [respectModeration, url])).toEqual([
      [true, 'http://localhost/a.jpg'],
      [false, undefined],
    ]);
    await expect(images[1]!.bytes()).rejects.toMatchObject({ code: 'imagine:content-moderated' });
  });

  it('a reply without pictures is an error, not an empty list', async () => {
    await using server = await against([{ status: 200, body: { model: 'm', data: [] } }]);
    await expect(server.client.generateImage({ prompt: 'a' })).rejects.toMatchObject({ code: 'no-result' });
  });
});
