import { probeImage, probeVideo } from '@openimagine/media';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMediaFinisher } from '../src/jobs/media-finisher.ts';
import { openTestDoor, type TestDoor } from './test-door.ts';
import { createTestEngine } from './test-engine.ts';
import { startTestServer, type TestServer, until } from './test-server.ts';

const IMAGES = '/v1/images/generations';
const VIDEOS = '/v1/videos/generations';
const DAY_SECONDS = 86_400;

interface Poll {
  readonly status: string;
  readonly progress?: number;
  readonly error?: { readonly code: string; readonly message: string };
  readonly video?: { readonly url: string; readonly expires_at: number };
  readonly usage?: { readonly cost_in_usd_ticks: number };
}

describe('a server that emulates', () => {
  let server: TestServer;
  let door: TestDoor;
  beforeAll(async () => {
    server = await startTestServer(createTestEngine({ concurrency: { images: 4, videos: 4 } }), {
      emulate: { latency: 'draft' },
    });
    door = await openTestDoor(server);
  });
  afterAll(async () => {
    await door.http.close();
    await server.close();
  });

  const image = (scenario: string, fields: object = {}) =>
    door.post(IMAGES, { prompt: 'a fox', ...fields }, { 'x-openimagine-scenario': scenario });
  const submit = async (scenario: string, fields: object = {}): Promise<string> => {
    const response = await door.post(
      VIDEOS,
      { prompt: 'a fox', duration: 1, ...fields },
      scenario === '' ? {} : { 'x-openimagine-scenario': scenario },
    );
    expect(response.status).toBe(200);
    return ((await response.json()) as { request_id: string }).request_id;
  };
  const poll = async (id: string): Promise<Poll> => (await (await door.send(`/v1/videos/${id}`)).json()) as Poll;
  const ended = async (id: string): Promise<Poll> => {
    let state: Poll = { status: 'pending' };
    await until(async () => {
      state = await poll(id);
      return state.status !== 'pending';
    });
    return state;
  };
  const advance = async (seconds: number): Promise<void> => {
    const response = await door.post('/x/clock', { advance_seconds: seconds });
    expect(response.status).toBe(200);
  };

  it('refuses before anything is accepted: payment, prompt, rate, overload', async () => {
    await door.expectError(await image('payment-required'), 'insufficient-credits');
    expect(await door.expectError(await image('moderated-prompt'), 'imagine:content-moderated')).toMatchObject({
      usage: { cost_in_usd_ticks: 0 },
      details: [{ input: 'prompt', reason: 'moderated' }],
    });
    const limited = await image('rate-limited;retry_after=2');
    expect(limited.headers.get('retry-after')).toBe('2');
    await door.expectError(limited, 'resource-exhausted');
    await door.expectError(await image('http-503'), 'unavailable');
  });

  it('refuses as often as it is told to, and then accepts', async () => {
    const scenario = 'http-503;times=2';
    const statuses = [];
    for (let call = 0; call < 4; call++) statuses.push((await image(scenario, { prompt: 'twice' })).status);
    expect(statuses).toEqual([503, 503, 200, 200]);
    expect((await image(scenario, { prompt: 'another' })).status).toBe(503);
  });

  it('says what it cannot read, and accepts nothing', async () => {
    const body = await door.expectError(await image('explode'), 'invalid-argument');
    expect(body.error).toContain('moderated-prompt');
  });

  it('fails with the code that is asked for, and bills nothing', async () => {
    const state = await ended(await submit('failed;code=permission_denied'));
    expect(state).toMatchObject({ status: 'failed', error: { code: 'permission_denied' } });
    await door.expectError(await image('failed;code=service_unavailable'), 'unavailable');
  });

  it('has outputs refused by moderation: all of them, or one', async () => {
    const all = await door.expectError(await image('moderated-output', { n: 2 }), 'imagine:content-moderated');
    expect(all.usage?.cost_in_usd_ticks).toBe(400_000_000);
    const one = (await (await image('moderated-output;index=1', { n: 2 })).json()) as {
      data: { respect_moderation: boolean; url?: string }[];
    };
    expect(one.data.map(({ respect_moderation, url }) => [respect_moderation, url !== undefined])).toEqual([
      [true, true],
      [false, false],
    ]);
    const video = await ended(await submit('moderated-output'));
    expect(video).toMatchObject({ status: 'failed', error: { code: 'invalid_argument' } });
  });

  it('takes a tag in the prompt, and does not draw it', async () => {
    const state = await ended(await submit('', { prompt: 'a fox [[scenario: failed;code=failed_precondition]]' }));
    expect(state).toMatchObject({ status: 'failed', error: { code: 'failed_precondition' } });
    const drawn = (await (await door.post(IMAGES, { prompt: 'a fox [[scenario: dead-url]]' })).json()) as {
      data: { revised_prompt: string; url: string }[];
    };
    expect(drawn.data[0]?.revised_prompt).toBe('Drawn: a fox');
    expect((await fetch(drawn.data[0]!.url)).status).toBe(404);
  });

  it('answers polls without a body, and with 503, as told', async () => {
    const slow = await submit('empty-202,slow;seconds=3600');
    const response = await door.send(`/v1/videos/${slow}`);
    expect([response.status, await response.text()]).toEqual([202, '']);
    const flaky = await submit('http-503;on=poll;times=2');
    const statuses = [];
    for (let call = 0; call < 3; call++) statuses.push((await door.send(`/v1/videos/${flaky}`)).status);
    expect(statuses.slice(0, 2)).toEqual([503, 503]);
    expect(statuses[2]).toBeLessThan(300);
  });

  it('cuts a video off, and says how long the rest is', async () => {
    const { video } = await ended(await submit('truncated-video'));
    const response = await fetch(video!.url);
    const bytes = await response.arrayBuffer();
    const whole = 'video.generate a fox '.length;
    expect(bytes.byteLength).toBeLessThan(whole);
    expect(response.headers.get('content-length')).toBe(String(bytes.byteLength));
  });

  it('lets results expire at once', async () => {
    expect(await ended(await submit('expired'))).toEqual({ status: 'expired' });
  });

  it('lets time jump: the slow ends, the stuck is given up, URLs die', async () => {
    const done = await ended(await submit(''));
    const slow = await submit('slow;seconds=7200');
    const stuck = await submit('stuck');
    expect(await poll(slow)).toMatchObject({ status: 'pending', progress: 0 });
    await advance(7_300);
    expect(await ended(slow)).toMatchObject({ status: 'done' });
    expect((await fetch(done.video!.url)).status).toBe(200);
    expect(await poll(stuck)).toMatchObject({ status: 'pending' });
    await advance(DAY_SECONDS);
    expect(await ended(stuck)).toMatchObject({ status: 'failed', error: { code: 'internal_error' } });
    expect((await fetch(done.video!.url)).status).toBe(410);
  });

  it('lets time jump while something is stored: what is not committed yet is not swept away', async () => {
    const key = `files/${server.context.randomUUID()}`;
    await server.context.store.put(key, new Uint8Array(10), { mime: 'video/mp4' });
    await advance(7_300);
    expect(await server.context.store.head(key)).toBeDefined();
  });

  it('refuses a clock that goes back or stands', async () => {
    for (const seconds of [0, -1, 1e12])
      await door.expectError(await door.post('/x/clock', { advance_seconds: seconds }), 'invalid-argument');
    await door.expectError(await door.post('/x/clock', {}), 'unprocessable');
  });

  it('holds a result back as long as people report of Grok', async () => {
    const response = await door.post(VIDEOS, { prompt: 'a fox', duration: 1 }, { 'x-openimagine-latency': 'grok' });
    const { request_id: id } = (await response.json()) as { request_id: string };
    await until(async () => ((await poll(id)).progress ?? 0) >= 50);
    expect((await poll(id)).status).toBe('pending');
    await advance(31);
    expect(await ended(id)).toMatchObject({ status: 'done' });
  });
});

describe('the instant latency', () => {
  it('answers with test cards of the asked size, length and tracks', async () => {
    await using files = new AsyncDisposableStack();
    const server = await startTestServer(createTestEngine({ behaviours: [{ type: 'hanging' }] }), {
      emulate: { latency: 'instant' },
    });
    files.defer(() => server.close());
    const door = await openTestDoor(server);
    files.defer(() => door.http.close());
    const finisher = await openMediaFinisher(`${server.dataDir}/looked-at`);
    files.defer(() => finisher.close());
    const image = (await (
      await door.post(IMAGES, { prompt: 'a fox', aspect_ratio: '16:9', response_format: 'b64_json' })
    ).json()) as { data: { b64_json: string }[] };
    expect(probeImage(Buffer.from(image.data[0]!.b64_json, 'base64'))).toMatchObject({ width: 1360, height: 768 });
    const { request_id: id } = (await (
      await door.post(VIDEOS, { prompt: 'a fox', duration: 2, aspect_ratio: '9:16' })
    ).json()) as { request_id: string };
    let url = '';
    await until(async () => {
      const state = (await (await door.send(`/v1/videos/${id}`)).json()) as Poll;
      url = state.video?.url ?? '';
      return state.status === 'done';
    });
    expect(await probeVideo(new Uint8Array(await (await fetch(url)).arrayBuffer()))).toMatchObject({
      width: 480,
      height: 854,
      frameCount: 48,
      audio: { codec: 'mp4a.40.2', channels: 2 },
    });
  });
});

describe('a server that does not', () => {
  it('knows neither the clock nor the switches', async () => {
    await using files = new AsyncDisposableStack();
    const server = await startTestServer(createTestEngine());
    files.defer(() => server.close());
    const door = await openTestDoor(server);
    files.defer(() => door.http.close());
    await door.expectError(await door.post('/x/clock', { advance_seconds: 1 }), 'not-found');
    expect((await door.post(IMAGES, { prompt: 'a fox' }, { 'x-openimagine-scenario': 'http-503' })).status).toBe(200);
    expect((await door.post(IMAGES, { prompt: 'a fox [[scenario: http-503]]' })).status).toBe(200);
    const document = (await (await fetch(`${door.url}/openapi.json`)).json()) as { paths: object };
    expect(Object.keys(document.paths).filter((path) => path.startsWith('/x/'))).toEqual([]);
  });
});
