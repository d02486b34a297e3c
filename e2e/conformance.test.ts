import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createXai } from '@ai-sdk/xai';
import { probeImage, probeVideo } from '@openimagine/media';
import { generateImage, experimental_generateVideo as generateVideo } from 'ai';
import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand, type ServerProcess, startServer } from './server-process.ts';

type Fields = Readonly<Record<string, unknown>>;

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: each case looks into another shape.
  readonly body: any;
}

const IMAGES = '/v1/images/generations';
const EDITS = '/v1/images/edits';
const VIDEOS = '/v1/videos/generations';
const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';

/** The 50 cases of the API's description, each as one test of a real server; its media are made by the emulator at once. */
describe('conformance', () => {
  let server: ServerProcess;
  let photo: string;
  let stranger: string;
  beforeAll(async () => {
    server = await startServer({ args: ['--emulate', '--latency', 'instant'] });
    const bytes = await readFile(new URL('../examples/inputs/coffee.jpg', import.meta.url));
    photo = `data:image/jpeg;base64,${bytes.toString('base64')}`;
    await manage('team', 'create', 'strangers');
    stranger = await makeKey('theirs', '--team', 'strangers');
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
  });

  const manage = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await runCommand([...args, '--json'], {
      OPENIMAGINE_URL: server.url,
      OPENIMAGINE_DATA: server.dataDir,
    });
    expect([code, stderr]).toEqual([0, '']);
    return stdout;
  };
  const makeKey = async (name: string, ...options: string[]): Promise<string> =>
    (JSON.parse(await manage('key', 'create', name, ...options)) as { apiKey: string }).apiKey;

  const send = async (path: string, init: RequestInit = {}, key = server.apiKey): Promise<Reply> => {
    const headers = { authorization: `Bearer ${key}`, ...(init.headers as Record<string, string> | undefined) };
    const response = await fetch(server.url + path, { ...init, headers });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
  const post = (path: string, body: unknown, headers: Record<string, string> = {}, key?: string): Promise<Reply> =>
    send(
      path,
      { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } },
      key,
    );
  const image = (fields: Fields = {}, faults?: string): Promise<Reply> =>
    post(IMAGES, { prompt: 'a fox', ...fields }, scenario(faults));
  const edit = (fields: Fields): Promise<Reply> => post(EDITS, { prompt: 'make it snow', ...fields });
  const submit = (fields: Fields, faults?: string): Promise<Reply> =>
    post(VIDEOS, { prompt: 'a fox', duration: 1, ...fields }, scenario(faults));
  const scenario = (faults?: string): Record<string, string> =>
    faults === undefined ? {} : { 'x-openimagine-scenario': faults };
  const poll = (id: string, key?: string): Promise<Reply> => send(`/v1/videos/${id}`, {}, key);
  const ended = async (submitted: Reply): Promise<Reply> => {
    expect(submitted).toMatchObject({ status: 200, body: { request_id: expect.any(String) } });
    for (;;) {
      const reply = await poll(submitted.body.request_id);
      if (reply.status !== 202) return reply;
      expect(reply.body).toMatchObject({ status: 'pending', progress: expect.any(Number) });
      await sleep(50);
    }
  };
  const done = async (fields: Fields, faults?: string): Promise<Reply> => {
    const reply = await ended(await submit(fields, faults));
    expect(reply).toMatchObject({ status: 200, body: { status: 'done', progress: 100 } });
    return reply;
  };
  const bytesOf = async (url: string): Promise<Uint8Array> => {
    const response = await fetch(url);
    expect(response.status).toBe(200);
    return new Uint8Array(await response.arrayBuffer());
  };
  const filmOf = async ({ body }: Reply) => probeVideo(await bytesOf(body.video.url));
  const clip = async (seconds: number): Promise<string> => (await done({ duration: seconds })).body.video.url;
  const refuses = (reply: Reply, status: number, code: string, error = /\w/): void => {
    expect(reply).toMatchObject({ status, body: { code, error: expect.stringMatching(error) } });
  };
  const billed = (reply: Reply): number => reply.body.usage.cost_in_usd_ticks;
  const upload = (fields: readonly (readonly [string, string | Blob])[]): Promise<Reply> => {
    const body = new FormData();
    for (const [name, value] of fields) body.append(name, value);
    return send('/v1/files', { method: 'POST', body });
  };
  const uploaded = async (content: Uint8Array<ArrayBuffer> | string = 'hello'): Promise<string> =>
    (await upload([['file', new Blob([content])]])).body.id;
  const photoBytes = (): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(photo.split(',')[1]!, 'base64'));
  const totals = async (): Promise<{ count: number; cost_in_usd_ticks: number }> =>
    (await send('/v1/generations?limit=1')).body.totals;

  it('conformance 1: a picture by model and prompt', async () => {
    const reply = await image({ model: 'grok-imagine-image' });
    expect([reply.status, billed(reply), reply.body.data.length]).toEqual([200, 200_000_000, 1]);
    expect(probeImage(await bytesOf(reply.body.data[0].url)).format).toBe('jpeg');
  });

  it('conformance 2: three pictures in bare base64', async () => {
    const reply = await image({ n: 3, response_format: 'b64_json' });
    expect([reply.body.data.length, billed(reply)]).toEqual([3, 600_000_000]);
    for (const { b64_json } of reply.body.data) {
      expect(b64_json).not.toMatch(/^data:/);
      expect(probeImage(Buffer.from(b64_json, 'base64')).format).toBe('jpeg');
    }
  });

  it('conformance 3: eleven pictures, and none', async () => {
    refuses(await image({ n: 11 }), 400, 'invalid-argument');
    refuses(await image({ n: 0 }), 400, 'invalid-argument');
  });

  it('conformance 4: a ratio and a resolution', async () => {
    const { body } = await image({ aspect_ratio: '16:9', resolution: '2k' });
    const { width, height } = probeImage(await bytesOf(body.data[0].url));
    expect(Math.abs(width / height / (16 / 9) - 1)).toBeLessThan(0.015);
    expect(Math.abs((width * height) / 4_194_304 - 1)).toBeLessThan(0.05);
  });

  it('conformance 5: a ratio that there is not', async () => {
    refuses(await image({ aspect_ratio: '7:5' }), 422, 'unprocessable');
  });

  it('conformance 6: low and high quality of 2.0', async () => {
    const low = await image({ model: 'grok-imagine-image-2.0', quality: 'low' });
    expect([low.status, billed(low)]).toEqual([200, 400_000_000]);
    refuses(await image({ model: 'grok-imagine-image-2.0', quality: 'high' }), 400, 'invalid-argument');
  });

  it('conformance 7: quality where there is but one', async () => {
    expect((await image({ model: 'grok-imagine-image', quality: 'low' })).status).toBe(200);
  });

  it('conformance 8: no prompt, and an empty one', async () => {
    refuses(await post(IMAGES, { model: 'grok-imagine-image' }), 422, 'unprocessable', /prompt/);
    refuses(await image({ prompt: '' }), 400, 'invalid-argument', /prompt/);
  });

  it('conformance 9: an unknown model', async () => {
    refuses(await image({ model: 'grok-imagine-nothing' }), 404, 'not-found');
    refuses(await submit({ model: 'grok-imagine-nothing' }), 404, 'not-found');
  });

  it('conformance 10: no key, and a wrong one', async () => {
    const missing = await fetch(`${server.url}/v1/models`);
    expect([missing.status, await missing.json()]).toMatchObject([401, { code: 'unauthenticated' }]);
    refuses(await send('/v1/models', {}, 'xai-wrong'), 401, 'unauthenticated');
    await using strict = await startServer({ args: ['--wrong-key-status', '400'] });
    const answer = (headers: Record<string, string>) => fetch(`${strict.url}/v1/models`, { headers });
    expect((await answer({ authorization: 'Bearer xai-wrong' })).status).toBe(400);
    expect((await answer({})).status).toBe(401);
  });

  it('conformance 11: a key that may not draw', async () => {
    const key = await makeKey('films', '--endpoints', 'video');
    refuses(await post(IMAGES, { prompt: 'a fox' }, {}, key), 403, 'permission-denied');
    expect((await post(VIDEOS, { prompt: 'a fox', duration: 1 }, {}, key)).status).toBe(200);
  });

  it('conformance 12: no credits, and nothing is accepted', async () => {
    const before = await totals();
    refuses(await image({}, 'payment-required'), 402, 'insufficient-credits');
    refuses(await submit({}, 'payment-required'), 402, 'insufficient-credits');
    expect((await totals()).count).toBe(before.count);
  });

  it('conformance 13: over the rate limit, and then not', async () => {
    const key = await makeKey('slow', '--set', 'requests_per_minute=1');
    expect((await post(IMAGES, { prompt: 'a fox' }, {}, key)).status).toBe(200);
    const limited = await post(IMAGES, { prompt: 'a fox' }, {}, key);
    refuses(limited, 429, 'resource-exhausted');
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    const { images } = await generateImage({
      model: xai().image('grok-imagine-image'),
      prompt: 'a patient fox',
      headers: scenario('rate-limited;retry_after=1;times=1'),
    });
    expect(images).toHaveLength(1);
  });

  it('conformance 14: the edit of a picture has its shape', async () => {
    const reply = await edit({ image: { url: photo, type: 'image_url' } });
    expect([reply.status, billed(reply)]).toEqual([200, 220_000_000]);
    const { width, height } = probeImage(await bytesOf(reply.body.data[0].url));
    expect(Math.abs(width / height / 1.5 - 1)).toBeLessThan(0.015);
  });

  it('conformance 15: an edit of two pictures, with a ratio', async () => {
    const { status, body } = await edit({ images: [{ url: photo }, { url: photo }], aspect_ratio: '1:1' });
    expect(status).toBe(200);
    expect(probeImage(await bytesOf(body.data[0].url))).toMatchObject({ width: 1024, height: 1024 });
  });

  it('conformance 16: `image` beside `images`, and neither', async () => {
    refuses(await edit({ image: { url: photo }, images: [{ url: photo }] }), 400, 'invalid-argument');
    refuses(await edit({}), 400, 'invalid-argument');
  });

  it('conformance 17: an uploaded picture, and one of another team', async () => {
    const file_id = await uploaded(photoBytes());
    expect((await edit({ image: { file_id } })).status).toBe(200);
    refuses(await post(EDITS, { prompt: 'a', image: { file_id } }, {}, stranger), 404, 'not-found');
  });

  it('conformance 18: an edit as a form', async () => {
    const body = new FormData();
    body.append('prompt', 'make it snow');
    refuses(await send(EDITS, { method: 'POST', body }), 415, 'unsupported-media-type');
  });

  it('conformance 19: a prompt that is blocked', async () => {
    const blocked = await image({}, 'moderated-prompt');
    refuses(blocked, 400, 'imagine:content-moderated');
    expect(billed(blocked)).toEqual(expect.any(Number));
    const refused = await image({}, 'moderated-output');
    refuses(refused, 400, 'imagine:content-moderated');
    expect(billed(refused)).toBe(200_000_000);
  });

  it('conformance 20: a video from text, with all defaults', async () => {
    const submitted = await post(VIDEOS, { model: 'grok-imagine-video', prompt: 'a fox' }, scenario('slow;seconds=1'));
    expect((await poll(submitted.body.request_id)).status).toBe(202);
    const reply = await ended(submitted);
    expect(reply.body).toMatchObject({ status: 'done', video: { duration: 8 }, usage: { cost_in_usd_ticks: 4e9 } });
    expect(await filmOf(reply)).toMatchObject({ width: 854, height: 480, frameCount: 192 });
  });

  it('conformance 21: a duration as text, and `seconds`', async () => {
    expect((await done({ duration: '10' })).body.video.duration).toBe(10);
    expect((await done({ duration: undefined, seconds: 5 })).body.video.duration).toBe(5);
  });

  it('conformance 22: sixteen seconds', async () => {
    refuses(await submit({ duration: 16 }), 400, 'invalid-argument', /1 to 15/);
  });

  it('conformance 23: 1080p by model', async () => {
    refuses(await submit({ model: 'grok-imagine-video', resolution: '1080p' }), 400, 'invalid-argument', /1080p/);
    const reply = await done({ model: 'grok-imagine-video-1.5', resolution: '1080p' });
    expect(await filmOf(reply)).toMatchObject({ width: 1920, height: 1080 });
  });

  it.each([
    ['an object', () => ({ image: { url: photo } })],
    ['`image_url`', () => ({ image_url: photo })],
    ['a string', () => ({ image: photo })],
    ['`input_reference`', () => ({ input_reference: { url: photo } })],
  ])('conformance 24: a first frame as %s', async (_, fields) => {
    const submitted = await submit(fields());
    expect(await filmOf(await ended(submitted))).toMatchObject({ width: 720, height: 480 });
    const generation = await send(`/v1/generations/${submitted.body.request_id}`);
    expect(generation.body.operation).toBe('video.fromImage');
  });

  it('conformance 25: a picture without a prompt', async () => {
    expect((await post(VIDEOS, { image: { url: photo }, duration: 1 })).status).toBe(200);
  });

  it('conformance 26: text without a prompt', async () => {
    refuses(await post(VIDEOS, { duration: 1 }), 400, 'invalid-argument', /prompt/);
  });

  it('conformance 27: seven and eight references', async () => {
    const references = (count: number) => submit({ reference_images: Array(count).fill({ url: photo }) });
    expect((await references(7)).status).toBe(200);
    refuses(await references(8), 400, 'invalid-argument', /1 to 7/);
  });

  it('conformance 28: a first frame beside references on the first model', async () => {
    const fields = { image: { url: photo }, reference_images: [{ url: photo }] };
    refuses(await submit({ model: 'grok-imagine-video', ...fields }), 400, 'invalid-argument');
    expect((await submit({ model: 'grok-imagine-video-1.5', ...fields })).status).toBe(200);
  });

  it('conformance 29: a last frame, and keyframes', async () => {
    const framed = (fields: Fields) => submit({ model: 'grok-imagine-video-1.5', duration: 3, ...fields });
    const keyframes = (...times: number[]) => ({
      keyframes: times.map((timestamp_s) => ({ image: { url: photo }, timestamp_s })),
    });
    expect((await framed({ last_frame: { url: photo } })).status).toBe(200);
    expect((await framed(keyframes(1 / 3, 1, 2, 7 / 3))).status).toBe(200);
    refuses(await framed(keyframes(1 / 3, 2 / 3, 1, 2, 7 / 3)), 400, 'invalid-argument', /at most 4/);
    refuses(await framed(keyframes(3)), 400, 'invalid-argument', /between 0 and 3/);
    refuses(await submit({ model: 'grok-imagine-video', last_frame: { url: photo } }), 400, 'invalid-argument');
  });

  it('conformance 30: voices, known and unknown', async () => {
    const speaking = (...voices: object[]) =>
      submit({ model: 'grok-imagine-video-1.5', prompt: 'a man says "hello"', reference_audios: voices });
    expect((await ended(await speaking({ voice_id: 'Eve' }, { voice_id: 'leo' }))).body.status).toBe('done');
    refuses(await speaking({ voice_id: 'bob' }), 400, 'invalid-argument', /eve, ara, rex, sal, leo/);
    refuses(await speaking({ url: 'https://example.com/voice.mp3' }), 403, 'permission-denied');
    refuses(await speaking(...Array(4).fill({ voice_id: 'eve' })), 400, 'invalid-argument', /at most 3/);
  });

  it('conformance 31: a video without sound', async () => {
    expect(await filmOf(await done({ generate_audio: false }))).not.toHaveProperty('audio');
    expect(await filmOf(await done({ generate_audio: true }))).toMatchObject({ audio: { channels: 2 } });
  });

  it('conformance 32: an edit by either route', async () => {
    const url = await clip(2);
    const byRoute = await ended(await post('/v1/videos/edits', { prompt: 'make it snow', video: { url } }));
    const byField = await ended(await post(VIDEOS, { prompt: 'make it snow', video_url: url }));
    for (const reply of [byRoute, byField]) {
      expect(reply.body).toMatchObject({ status: 'done', video: { duration: 2 } });
      expect((await filmOf(reply)).frameCount).toBe(48);
    }
    expect(billed(byRoute)).toBe(billed(byField));
  });

  it('conformance 33: six seconds more, and too little to begin with', async () => {
    const extend = async (seconds: number) =>
      post('/v1/videos/extensions', { prompt: 'it goes on', video: { url: await clip(seconds) } });
    const reply = await ended(await extend(5));
    expect(reply.body).toMatchObject({ status: 'done', video: { duration: 11 } });
    expect(Math.abs((await filmOf(reply)).durationSeconds - 11)).toBeLessThan(0.1);
    refuses(await extend(1), 400, 'invalid-argument', /2 to 30 seconds/);
  });

  it('conformance 34: a poll of nothing, and of what is another team’s', async () => {
    refuses(await poll(UNKNOWN_ID), 404, 'not-found');
    refuses(await poll('nonsense'), 404, 'not-found');
    const { body } = await submit({});
    refuses(await poll(body.request_id, stranger), 404, 'not-found');
  });

  it('conformance 35: a poll of what failed', async () => {
    const reply = await ended(await submit({}, 'failed;code=internal_error'));
    expect(reply).toMatchObject({
      status: 200,
      body: { status: 'failed', error: { code: 'internal_error', message: expect.stringMatching(/\w/) } },
    });
    expect(reply.body).not.toHaveProperty('video');
  });

  it('conformance 36: a result that is stored, and public', async () => {
    const storage_options = { filename: 'fox.mp4', public_url: true };
    const { file_output } = (await done({ storage_options })).body.video;
    expect(file_output).toMatchObject({ file_id: expect.stringMatching(/^file_/), filename: 'fox.mp4' });
    expect((await probeVideo(await bytesOf(file_output.public_url))).frameCount).toBe(24);
    const { data } = (await send('/v1/files')).body as { data: { id: string }[] };
    expect(data.map(({ id }) => id)).toContain(file_output.file_id);
  });

  it('conformance 37: a result that could not be stored', async () => {
    const folder = join(server.dataDir, 'objects/files');
    await uploaded();
    await rename(folder, `${folder}-aside`);
    await writeFile(folder, 'in the way');
    try {
      const { video } = (await done({ storage_options: { filename: 'fox.mp4' } })).body;
      expect(video).toMatchObject({ storage_error: expect.stringMatching(/\w/), url: expect.any(String) });
      expect(video).not.toHaveProperty('file_output');
    } finally {
      await rename(folder, `${folder}-was-in-the-way`);
      await rename(`${folder}-aside`, folder);
    }
  });

  it('conformance 38: uploads that are refused', async () => {
    const file = ['file', new Blob(['hello'])] as const;
    refuses(await upload([file, ['expires_after', '7200']]), 400, 'invalid-argument', /before/);
    refuses(await upload([['expires_after', '3599'], file]), 400, 'invalid-argument', /3600/);
    refuses(await upload([['file', new Blob([new Uint8Array(51_000_000)])]]), 413, 'payload-too-large');
  });

  it('conformance 39: files, listed, read and deleted', async () => {
    const ids = [await uploaded('one'), await uploaded('two')];
    const first = (await send('/v1/files?limit=1')).body;
    expect(first).toMatchObject({ data: [expect.any(Object)], pagination_token: expect.any(String) });
    const next = (await send(`/v1/files?limit=1&pagination_token=${first.pagination_token}`)).body;
    expect(next.data[0].id).not.toBe(first.data[0].id);
    expect((await send(`/v1/files/${ids[0]}`)).body).toMatchObject({ id: ids[0], object: 'file', bytes: 3 });
    expect((await send(`/v1/files/${ids[0]}/content`)).body).toBe('one');
    const deleted = await send(`/v1/files/${ids[0]}`, { method: 'DELETE' });
    expect(deleted.body).toEqual({ id: ids[0], object: 'file', deleted: true });
    for (const path of [`/v1/files/${ids[0]}`, `/v1/files/${ids[0]}/content`, '/v1/files/file_nothing'])
      refuses(await send(path), 404, 'not-found');
  });

  it('conformance 40: a public URL, revoked twice', async () => {
    const id = await uploaded('public');
    const { public_url } = (await post(`/v1/files/${id}/public-url`, {})).body;
    expect(await (await fetch(public_url)).text()).toBe('public');
    expect((await post(`/v1/files/${id}/public-url/revoke`, {})).body).toEqual({ id, revoked: true });
    expect((await post(`/v1/files/${id}/public-url/revoke`, {})).body).toEqual({ id, revoked: false });
    expect((await fetch(public_url)).status).toBe(404);
  });

  it('conformance 41: batches, inline and by a file', async () => {
    const lines = [
      { custom_id: 'picture', method: 'POST', url: IMAGES, body: { prompt: 'a fox' } },
      { custom_id: 'film', method: 'POST', url: VIDEOS, body: { prompt: 'a fox', duration: 1 } },
      { custom_id: 'blocked', method: 'POST', url: IMAGES, body: { prompt: BLOCKED_PROMPT } },
    ];
    const input_file_id = await uploaded(lines.map((line) => JSON.stringify(line)).join('\n'));
    const byFile = await createBatch({ name: 'by a file', input_file_id });
    const inline = await createBatch({ name: 'inline' });
    const batch_requests = lines.map(({ custom_id, url, body }) => ({
      batch_request_id: custom_id,
      batch_request: { [url === IMAGES ? 'image_generation' : 'video_generation']: body },
    }));
    expect((await post(`/v1/batches/${inline}/requests`, { batch_requests })).status).toBe(200);
    for (const id of [byFile, inline]) {
      await expect
        .poll(async () => (await send(`/v1/batches/${id}`)).body.state, { timeout: 60_000 })
        .toMatchObject({ num_requests: 3, num_pending: 0, num_success: 2, num_error: 1 });
      const { results } = (await send(`/v1/batches/${id}/results`)).body as {
        results: { batch_request_id: string; batch_result: { response?: object; error?: object } }[];
      };
      const byId = Object.fromEntries(results.map((result) => [result.batch_request_id, result.batch_result]));
      expect(byId).toMatchObject({
        picture: { response: { image_generation: { data: [expect.any(Object)] } } },
        film: { response: { video_generation: { video: { url: expect.any(String) } } } },
        blocked: { error: { message: expect.stringMatching(/moderat/i) } },
      });
    }
  });

  it('conformance 42: a batch that is cancelled', async () => {
    const id = await createBatch({ name: 'cancelled' });
    const prompt = `a fox ${scenarioTag('stuck')}`;
    const batch_requests = [1, 2].map(() => ({ batch_request: { video_generation: { prompt, duration: 1 } } }));
    await post(`/v1/batches/${id}/requests`, { batch_requests });
    const cancelled = await post(`/v1/batches/${id}:cancel`, {});
    expect(cancelled.body.cancel_time).toMatch(/^\d{4}-/);
    await expect
      .poll(async () => (await send(`/v1/batches/${id}`)).body.state, { timeout: 30_000 })
      .toMatchObject({ num_requests: 2, num_pending: 0, num_cancelled: 2 });
  });

  it('conformance 43: models, and the key', async () => {
    const models = (await send('/v1/models')).body;
    expect(models).toMatchObject({ object: 'list', data: expect.arrayContaining([]) });
    expect(models.data[0]).toEqual({
      id: expect.any(String),
      created: expect.any(Number),
      object: 'model',
      owned_by: 'xai',
    });
    expect((await send('/v1/models/grok-imagine-image-pro')).body.id).toBe('grok-imagine-image-quality');
    refuses(await send('/v1/models/nothing'), 404, 'not-found');
    const [picture] = (await send('/v1/image-generation-models')).body.models;
    expect(picture).toMatchObject({ max_prompt_length: expect.any(Number), image_price: 2, aliases: [] });
    const films = (await send('/v1/video-generation-models')).body.models;
    expect(films[0]).toMatchObject({ output_modalities: ['video'], object: 'model' });
    for (const list of ['language', 'embedding'])
      expect((await send(`/v1/${list}-models`)).body).toEqual({ models: [] });
    expect((await send('/v1/api-key')).body).toMatchObject({
      redacted_api_key: expect.any(String),
      acls: ['api-key:model:*', 'api-key:endpoint:*'],
      team_blocked: false,
      api_key_blocked: false,
      api_key_disabled: false,
    });
  });

  it('conformance 44: the AI SDK on localhost', async () => {
    const { images } = await generateImage({
      model: xai().image('grok-imagine-image'),
      prompt: { text: 'make it snow', images: [Buffer.from(photoBytes())] },
    });
    expect(images).toHaveLength(1);
    const film = async (options: object, xaiOptions: object = {}) => {
      const { video } = await generateVideo({
        model: xai().video('grok-imagine-video'),
        prompt: 'a fox',
        providerOptions: { xai: { pollIntervalMs: 100, ...xaiOptions } },
        ...options,
      });
      return video.uint8Array;
    };
    const source = await film({ duration: 2 });
    const videoUrl = `data:video/mp4;base64,${Buffer.from(source).toString('base64')}`;
    for (const bytes of [
      source,
      await film({}, { mode: 'edit-video', videoUrl }),
      await film({ duration: 1 }, { mode: 'extend-video', videoUrl }),
      await film({ duration: 1 }, { mode: 'reference-to-video', referenceImageUrls: [photo] }),
    ])
      expect((await probeVideo(bytes)).frameCount).toBeGreaterThanOrEqual(24);
  });

  it('conformance 45: the OpenAI client', async () => {
    const openai = new OpenAI({ baseURL: `${server.url}/v1`, apiKey: server.apiKey });
    const { data } = await openai.images.generate({ model: 'grok-imagine-image', prompt: 'a fox' });
    expect(probeImage(await bytesOf(data![0]!.url!)).format).toBe('jpeg');
  });

  it('conformance 46: the poll loop of the article, that never looks at the HTTP code', async () => {
    const { request_id } = (await submit({ duration: 10, resolution: '720p' }, 'slow;seconds=1')).body;
    for (;;) {
      const { body } = await poll(request_id);
      if (body.status === 'done') break;
      expect(body.status).toBe('pending');
      await sleep(100);
    }
    const key = await makeKey('article', '--set', 'failure_word=error');
    const failing = await post(VIDEOS, { prompt: 'a fox' }, scenario('failed;code=internal_error'), key);
    await expect
      .poll(async () => (await poll(failing.body.request_id, key)).body.status, { timeout: 30_000 })
      .toBe('error');
  });

  it('conformance 47: fields that nobody knows', async () => {
    const unknown = { output_format: 'png', sync_mode: true, background: {}, whatever: [1, 2] };
    expect((await image(unknown)).status).toBe(200);
    expect((await submit({ ...unknown, fps: 30, n: 2 })).status).toBe(200);
  });

  it('conformance 48: a 5xx, and the same call again', async () => {
    const before = await totals();
    const body = { prompt: 'a fox that is asked for twice' };
    const headers = scenario('http-503;times=1');
    refuses(await post(IMAGES, body, headers), 503, 'unavailable');
    expect((await post(IMAGES, body, headers)).status).toBe(200);
    const after = await totals();
    expect(after.count - before.count).toBe(1);
  });

  it('conformance 49: broken JSON, and no body', async () => {
    const headers = { 'content-type': 'application/json' };
    refuses(await send(IMAGES, { method: 'POST', body: '{"prompt":', headers }), 400, 'invalid-argument');
    refuses(await send(IMAGES, { method: 'POST' }), 415, 'unsupported-media-type');
  });

  it('conformance 50: a result after its time', async () => {
    const submitted = await submit({});
    const { url } = (await ended(submitted)).body.video;
    await post('/x/clock', { advance_seconds: 25 * 3_600 });
    const gone = await fetch(url);
    expect([gone.status, await gone.json()]).toMatchObject([410, { code: 'gone' }]);
    expect(await poll(submitted.body.request_id)).toMatchObject({ status: 200, body: { status: 'expired' } });
  });

  const xai = () => createXai({ baseURL: `${server.url.replace('127.0.0.1', 'localhost')}/v1`, apiKey: server.apiKey });
  const createBatch = async (body: object): Promise<string> => {
    // One a second and team.
    for (;;) {
      const reply = await post('/v1/batches', body);
      if (reply.status === 429) await sleep(500);
      else return reply.body.batch_id;
    }
  };
});

/** How a prompt asks for a scenario. */
function scenarioTag(faults: string): string {
  return `[[scenario: ${faults}]]`;
}
const BLOCKED_PROMPT = `a fox ${scenarioTag('moderated-prompt')}`;
