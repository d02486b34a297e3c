import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { ENDPOINTS, ERRORS, ErrorBody, type ErrorCode, ImageResponse, VideoStatus } from '@openimagine/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureManagementKey } from '../src/accounts/management-key.ts';
import { verifyAssetUrl } from '../src/delivery/signed-paths.ts';
import { type HttpServer, openHttpServer } from '../src/http/http-server.ts';
import { createTestEngine, type TestEngine } from './test-engine.ts';
import { makeTeam, startTestServer, type TestServer, until } from './test-server.ts';

const KEY = 'a-key-of-the-tests';
const KIBI = 1024;

describe('the HTTP door', () => {
  let engine: TestEngine;
  let server: TestServer;
  let http: HttpServer;
  beforeAll(async () => {
    engine = createTestEngine();
    server = await startTestServer(engine);
    http = await openHttpServer(server.context, {
      host: '127.0.0.1',
      port: 0,
      publicUrl: undefined,
      managementKey: await ensureManagementKey(server.dataDir),
    });
  });
  afterAll(async () => {
    await http.close();
    await server.close();
  });

  const send = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(http.url + path, { ...init, headers: { authorization: `Bearer ${KEY}`, ...init.headers } });
  const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    send(path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  const expectError = async (response: Response, code: ErrorCode): Promise<ErrorBody> => {
    const body = ErrorBody.parse(await response.json());
    expect([response.status, body.code]).toEqual([ERRORS[code].http, code]);
    expect(response.headers.get('x-request-id')).toBe(body.request_id);
    expect(JSON.stringify(body)).not.toMatch(/node_modules|\.ts:|\n\s+at /);
    return body;
  };
  const doneVideo = async (
    fields: object = {},
    headers: Record<string, string> = {},
  ): Promise<Extract<VideoStatus, { status: 'done' }>> => {
    const { request_id } = (await (
      await post('/v1/videos/generations', { prompt: 'a fox', duration: 1, ...fields })
    ).json()) as { request_id: string };
    for (;;) {
      const response = await send(`/v1/videos/${request_id}`, { headers });
      const status = VideoStatus.parse(await response.json());
      expect(response.status).toBe(status.status === 'pending' ? 202 : 200);
      if (status.status === 'done') return status;
      expect(status.status).toBe('pending');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  it('has every endpoint of the contract, each behind its key, and no other method on it', async () => {
    for (const { path, method, needsKey, emulatorOnly } of ENDPOINTS) {
      if (emulatorOnly) continue;
      const real = path.replace('{model_id}', 'grok-imagine-image').replaceAll(/\{\w+\}/g, 'unknown');
      const open = await fetch(http.url + real, { method: method.toUpperCase() });
      expect(open.status, `${method} ${path} without a key`).toBe(needsKey ? 401 : 200);
      expect(open.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      const wrong = await send(real, { method: 'PATCH' });
      expect(wrong.headers.get('allow')?.toLowerCase()).toContain(method);
      await expectError(wrong, 'method-not-allowed');
    }
  });

  it('draws pictures as URLs and as base64, with seed, price and what was drawn', async () => {
    const byUrl = ImageResponse.parse(
      await (await post('/v1/images/generations', { prompt: 'a fox', n: 2, seed: 7 })).json(),
    );
    expect(byUrl).toMatchObject({
      model: 'grok-imagine-image',
      usage: { cost_in_usd_ticks: 400_000_000 },
      data: [{ seed: 7, revised_prompt: 'Drawn: a fox', respect_moderation: true }, { seed: 8 }],
    });
    expect(byUrl.data[0]!.url).toMatch(new RegExp(`^${http.url}/assets/`));
    expect(byUrl.data[0]!.expires_at! * 1000).toBeGreaterThan(server.context.now().getTime() + 86_000_000);
    expect(await (await fetch(byUrl.data[1]!.url!)).text()).toBe('image.generate a fox 8');
    const inline = ImageResponse.parse(
      await (await post('/v1/images/generations', { prompt: 'a fox', response_format: 'b64_json', seed: 7 })).json(),
    );
    expect(Buffer.from(inline.data[0]!.b64_json!, 'base64').toString()).toBe('image.generate a fox 7');
    expect(inline.data[0]!.url).toBeUndefined();
  });

  it('pictures of which moderation refused some come as n entries in order, the refused ones without bytes', async () => {
    engine.behave({ type: 'partly-moderated', indexes: [1] });
    for (const response_format of ['url', 'b64_json']) {
      const response = await post('/v1/images/generations', { prompt: 'a fox', n: 3, seed: 7, response_format });
      const { data, usage } = ImageResponse.parse(await response.json());
      expect(data.map(({ seed, respect_moderation }) => [seed, respect_moderation])).toEqual([
        [7, true],
        [8, false],
        [9, true],
      ]);
      expect(data[1]).toEqual({ mime_type: 'image/jpeg', revised_prompt: '', respect_moderation: false, seed: 8 });
      expect(usage.cost_in_usd_ticks).toBe(600_000_000);
    }
    engine.behave({ type: 'instant' });
  });

  it('carries a video from pending to done', async () => {
    expect(await doneVideo({ seed: 5, resolution: '720p' })).toMatchObject({
      model: 'grok-imagine-video',
      progress: 100,
      video: { duration: 1, seed: 5, respect_moderation: true, revised_prompt: 'Drawn: a fox' },
      usage: { cost_in_usd_ticks: 700_000_000 },
    });
  });

  it.each([
    ['no body', () => send('/v1/images/generations', { method: 'POST' }), 'unsupported-media-type'],
    ['an empty body', () => post('/v1/images/generations', ''), 'unsupported-media-type'],
    [
      'another type',
      () => post('/v1/images/generations', 'prompt=a', { 'content-type': 'application/x-www-form-urlencoded' }),
      'unsupported-media-type',
    ],
    [
      'a form',
      () => send('/v1/images/generations', { method: 'POST', body: new FormData() }),
      'unsupported-media-type',
    ],
    ['malformed JSON', () => post('/v1/images/generations', '{"prompt": '), 'invalid-argument'],
    ['a bare null', () => post('/v1/images/generations', 'null'), 'unprocessable'],
    ['a wrong type', () => post('/v1/images/generations', { prompt: 1 }), 'unprocessable'],
    ['an empty prompt', () => post('/v1/images/generations', { prompt: '' }), 'invalid-argument'],
    ['a long prompt', () => post('/v1/images/generations', { prompt: 'a'.repeat(8001) }), 'invalid-argument'],
    ['a large prompt', () => post('/v1/images/generations', { prompt: 'a'.repeat(1024 * KIBI) }), 'invalid-argument'],
    [
      'a form for an edit',
      () => send('/v1/images/edits', { method: 'POST', body: new FormData() }),
      'unsupported-media-type',
    ],
    ['an unknown model', () => post('/v1/videos/generations', { prompt: 'a', model: 'sora' }), 'not-found'],
    ['an unknown id', () => send('/v1/videos/00000000-0000-4000-8000-000000000000'), 'not-found'],
    ['an unknown model id', () => send('/v1/models/none'), 'not-found'],
    ['an endless id', () => send(`/v1/videos/${'a'.repeat(300)}`), 'not-found'],
    ['an unknown path', () => send('/v1/nothing'), 'not-found'],
    ['a broken path', () => send('/v1/videos/%E0%A4%A'), 'invalid-argument'],
    ['an unsigned asset', () => fetch(`${http.url}/assets/00000000-0000-4000-8000-000000000000.mp4`), 'not-found'],
    [
      'a bad idempotency key',
      () => post('/v1/videos/generations', { prompt: 'a' }, { 'idempotency-key': 'a'.repeat(256) }),
      'invalid-argument',
    ],
    [
      'an unknown key',
      () => send('/v1/models', { headers: { authorization: 'Bearer xai-unknown' } }),
      'unauthenticated',
    ],
    ['another scheme', () => send('/v1/models', { headers: { authorization: 'Basic YTpi' } }), 'unauthenticated'],
  ] as const)('answers %s with a clear error', async (_name, request, code) => {
    await expectError(await request(), code);
  });

  /** A request whose body is promised and does not come. */
  const promiseBody = (path: string, bytes: number): ClientRequest => {
    const asked = request(http.url + path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${KEY}`,
        'content-type': 'application/json',
        'content-length': bytes,
        expect: '100-continue',
      },
    });
    asked.on('error', () => undefined);
    asked.flushHeaders();
    return asked;
  };
  const answerTo = async (asked: ClientRequest): Promise<number | undefined> => {
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    answer.resume();
    asked.destroy();
    return answer.statusCode;
  };

  it('refuses 100 MB without reading them, and answers others meanwhile', async () => {
    expect(await answerTo(promiseBody('/v1/images/edits', 100 * KIBI * KIBI))).toBe(413);
    expect((await send('/v1/models')).status).toBe(200);
  });

  it('says how much JSON a route with pictures reads', async () => {
    const asked = promiseBody('/v1/images/edits', 100 * KIBI * KIBI);
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    expect((await answer.toArray()).join('')).toContain('at most 96 MiB of JSON');
    asked.destroy();
  });

  it.each([
    ['lists in lists', '['.repeat(3_000_000)],
    ['keys', `{${Array.from({ length: 300_000 }, (_, key) => `"${key.toString(36)}":1`).join(',')}}`],
  ])('refuses a body of countless %s before it is parsed', async (_name, body) => {
    const refused = await expectError(await post('/v1/images/edits', body), 'invalid-argument');
    expect(refused.error).toMatch(/more than 20000 commas and brackets/);
  });

  it('takes many small bodies without a length at once', async () => {
    engine.behave({ type: 'waiting' });
    const inChunks = (): Promise<Response> =>
      send('/v1/images/generations', {
        method: 'POST',
        body: new Blob([JSON.stringify({ prompt: 'a fox' })]).stream(),
        duplex: 'half',
        headers: { 'content-type': 'application/json' },
      } as RequestInit);
    const drawing = Array.from({ length: 6 }, inChunks);
    await until(() => engine.runs.length > 0);
    engine.behave({ type: 'instant' });
    engine.finish();
    expect((await Promise.all(drawing)).map(({ status }) => status)).toEqual(drawing.map(() => 200));
  });

  it('takes only so many large bodies at once, and tells the next to come again', async () => {
    const begun = Array.from({ length: 4 }, () => promiseBody('/v1/images/edits', 90 * KIBI * KIBI));
    await Promise.all(begun.map((asked) => once(asked, 'continue')));
    expect(await answerTo(promiseBody('/v1/videos/edits', 90 * KIBI * KIBI))).toBe(429);
    for (const asked of begun) asked.destroy();
    await until(async () => {
      const again = promiseBody('/v1/videos/edits', 90 * KIBI * KIBI);
      const outcome = await Promise.race([
        once(again, 'continue').then(() => 100),
        once(again, 'response').then(() => 429),
      ]);
      again.destroy();
      return outcome === 100;
    });
  });

  it('reads a body without a length only as far as the longest one, and gives its memory back', async () => {
    const chunk = new Uint8Array(KIBI * KIBI);
    let sent = 0;
    const body = new ReadableStream({
      pull: (controller) => (sent++ < 100 ? controller.enqueue(chunk) : controller.close()),
    });
    const big = send('/v1/images/generations', {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { 'content-type': 'application/json' },
    } as RequestInit).then(
      (response) => response.status,
      () => 'cut off',
    );
    expect((await send('/v1/models')).status).toBe(200);
    expect([413, 'cut off']).toContain(await big);
  });

  it('gives one reply for one idempotency key, and refuses another body under it', async () => {
    const first = await post(
      '/v1/videos/generations',
      { prompt: 'once', duration: 1 },
      { 'idempotency-key': 'order-1' },
    );
    const again = await post(
      '/v1/videos/generations',
      { prompt: 'once', duration: 1 },
      { 'idempotency-key': 'order-1' },
    );
    expect(await again.json()).toEqual(await first.json());
    await expectError(
      await post('/v1/videos/generations', { prompt: 'twice', duration: 1 }, { 'idempotency-key': 'order-1' }),
      'idempotency-mismatch',
    );
  });

  it('serves assets in parts, by HEAD, from caches, and to any origin', async () => {
    const { video } = await doneVideo({ seed: 1 });
    const whole = await fetch(video.url);
    const text = await whole.text();
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'video/mp4',
      'accept-ranges': 'bytes',
      'access-control-allow-origin': '*',
      'content-length': String(text.length),
    });
    const part = await fetch(video.url, { headers: { range: 'bytes=6-9' } });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      `bytes 6-9/${text.length}`,
      text.slice(6, 10),
    ]);
    const tail = await fetch(video.url, { headers: { range: 'bytes=-3' } });
    expect([tail.status, await tail.text()]).toEqual([206, text.slice(-3)]);
    const beyond = await fetch(video.url, { headers: { range: 'bytes=100000-' } });
    expect(beyond.headers.get('content-range')).toBe(`bytes */${text.length}`);
    await expectError(beyond, 'range-not-satisfiable');
    const etag = whole.headers.get('etag')!;
    expect((await fetch(video.url, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await fetch(video.url, { headers: { range: 'bytes=0-1', 'if-range': '"other"' } })).status).toBe(200);
    const head = await fetch(video.url, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
      200,
      String(text.length),
      '',
    ]);
    const preflight = await fetch(video.url, {
      method: 'OPTIONS',
      headers: { origin: 'http://elsewhere.example', 'access-control-request-method': 'GET' },
    });
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, HEAD']);
  });

  it('refuses an asset whose signature or expiry was touched', async () => {
    const { video } = await doneVideo({ seed: 2 });
    const url = new URL(video.url);
    for (const [name, value] of [
      ['expires', '9999999999'],
      ['signature', 'AAAA'],
    ] as const) {
      const forged = new URL(url);
      forged.searchParams.set(name, value);
      await expectError(await fetch(forged), 'not-found');
    }
  });

  it('puts the bytes into the URL for the AI SDK on a private host, and for nobody else', async () => {
    for (const agent of [
      'ai-sdk/xai/4.0.1 runtime/node.js/24',
      'ai-sdk-xai/5.0.12 ai/7.0.173',
      'ai/7.0.173 ai-sdk/provider-utils/5.0.0',
    ]) {
      const { video } = await doneVideo({ seed: 3 }, { 'user-agent': agent });
      expect(Buffer.from(video.url.slice('data:video/mp4;base64,'.length), 'base64').toString()).toBe(
        'video.generate a fox 3',
      );
    }
    const { video } = await doneVideo({ seed: 3 }, { 'user-agent': 'curl/8.0 (mailto:ai/agent)' });
    expect(video.url).toMatch(/^http:/);
  });

  it('never repeats a stranger’s host in its links', async () => {
    const { request_id } = (await (await post('/v1/videos/generations', { prompt: 'a fox', duration: 1 })).json()) as {
      request_id: string;
    };
    await expect.poll(async () => (await send(`/v1/videos/${request_id}`)).status).toBe(200);
    const port = Number(new URL(http.url).port);
    const raw = await rawRequest(
      port,
      `GET /v1/videos/${request_id} HTTP/1.1\r\nHost: evil.example\r\nAuthorization: Bearer ${KEY}\r\nConnection: close\r\n\r\n`,
    );
    expect(raw).toContain('200 OK');
    expect(raw).not.toContain('evil.example');
  });

  it('answers what is no HTTP with a readable error', async () => {
    const port = Number(new URL(http.url).port);
    expect(await rawRequest(port, 'NONSENSE\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400 [\s\S]*x-request-id: [\s\S]*"code":"invalid-argument"/,
    );
  });

  it('lists models by id, alias and kind', async () => {
    const all = (await (await send('/v1/models')).json()) as { data: { id: string }[] };
    expect(all.data).toHaveLength(6);
    expect(await (await send('/v1/models/grok-imagine-image-pro')).json()).toMatchObject({
      id: 'grok-imagine-image-quality',
      object: 'model',
    });
    expect(await (await send('/v1/image-generation-models/grok-imagine-image')).json()).toMatchObject({
      image_price: 2,
      max_prompt_length: 8000,
      output_modalities: ['image'],
    });
    expect(await (await send('/v1/video-generation-models')).json()).toMatchObject({
      models: [{ output_modalities: ['video'] }, {}, {}],
    });
  });

  it('shows a key without its secret', async () => {
    const info = await (await send('/v1/api-key')).json();
    expect(info).toMatchObject({
      team_id: server.caller.teamId,
      api_key_id: server.caller.keyId,
      api_key_disabled: false,
      acls: ['api-key:model:*', 'api-key:endpoint:*'],
    });
    expect(JSON.stringify(info)).not.toContain(KEY);
  });

  it('gives another team 404 for a video, and its key cannot manage keys', async () => {
    const other = await makeTeam(server, 'other');
    const { key } = await server.context.keys.create({ teamId: other.teamId, name: 'other' });
    const { request_id } = (await (await post('/v1/videos/generations', { prompt: 'a fox', duration: 1 })).json()) as {
      request_id: string;
    };
    await expectError(
      await send(`/v1/videos/${request_id}`, { headers: { authorization: `Bearer ${key}` } }),
      'not-found',
    );
    await expectError(await send(`/auth/teams/${server.caller.teamId}/api-keys`), 'unauthenticated');
  });

  it('draws what a client cut in half, and what holds a zero character', async () => {
    const reply = ImageResponse.parse(
      await (await post('/v1/images/generations', '{"prompt":"a fox \\ud83e and \\u0000 a hen"}')).json(),
    );
    expect(reply.data[0]!.revised_prompt).toBe('Drawn: a fox \ufffd and  a hen');
  });

  it('answers trailing slashes, whole URLs and unknown expectations like the plain ones', async () => {
    const { port } = new URL(http.url);
    const auth = `Authorization: Bearer ${KEY}\r\nConnection: close\r\n\r\n`;
    expect(
      await rawRequest(Number(port), `GET http://localhost:${port}/v1/models HTTP/1.1\r\nHost: localhost\r\n${auth}`),
    ).toContain('200 OK');
    expect(
      await rawRequest(
        Number(port),
        `PATCH http://localhost:${port}/v1/models/ HTTP/1.1\r\nHost: localhost\r\n${auth}`,
      ),
    ).toContain('405 Method');
    expect(
      await rawRequest(Number(port), `GET /v1/models HTTP/1.1\r\nHost: localhost\r\nExpect: foo\r\n${auth}`),
    ).toContain('200 OK');
    expect(await rawRequest(Number(port), `GET /v1/models HTTP/1.1\r\n${auth}`)).toContain('200 OK');
  });

  it('says with the right code that headers are too large', async () => {
    const { port } = new URL(http.url);
    expect(
      await rawRequest(Number(port), `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(20 * KIBI)}\r\n\r\n`),
    ).toMatch(/^HTTP\/1\.1 431[\s\S]*"code":"headers-too-large"/);
  });

  it('says that a file is missing, and lets nobody cache that', async () => {
    const { video } = await doneVideo({ seed: 4 });
    const { signingSecret, store, database } = server.context;
    const signed = verifyAssetUrl(signingSecret, video.url)!;
    const row = await database.query
      .selectFrom('assets')
      .where('id', '=', signed.assetId)
      .select('object_key')
      .executeTakeFirstOrThrow();
    await store.delete(row.object_key);
    const gone = await fetch(video.url);
    expect([gone.headers.get('cache-control'), gone.headers.get('etag'), gone.headers.get('expires')]).toEqual([
      'no-store',
      null,
      null,
    ]);
    expect((await expectError(gone, 'gone')).error).toContain('deleted before its time');
    expect((await fetch(video.url, { method: 'HEAD' })).status).toBe(410);
  });

  it('describes itself without loading anything from elsewhere', async () => {
    const openapi = (await (await fetch(`${http.url}/openapi.json`)).json()) as {
      openapi: string;
      servers: { url: string }[];
    };
    expect(openapi).toMatchObject({ openapi: '3.1.0', servers: [{ url: http.url }] });
    const page = await fetch(`${http.url}/docs`);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await page.text();
    expect(html.replaceAll(http.url, '')).not.toMatch(/(src|href)="?(https?:)?\/\//);
    for (const { path } of ENDPOINTS) expect(html).toContain(path);
  });

  it('counts for Prometheus', async () => {
    const metrics = await (await fetch(`${http.url}/metrics`)).text();
    expect(metrics).toMatch(/openimagine_http_requests_total\{route="\/v1\/models",method="GET",status="200"\} [1-9]/);
    expect(metrics).toMatch(/openimagine_generations\{kind="video",state="done"\} [1-9]/);
  });
});

it('tells an image call that still waits when it stops to try again, and does not draw it later', async () => {
  const engine = createTestEngine({ behaviours: [{ type: 'hanging' }] });
  const server = await startTestServer(engine);
  const managementKey = await ensureManagementKey(server.dataDir);
  const http = await openHttpServer(server.context, {
    host: '127.0.0.1',
    port: 0,
    publicUrl: undefined,
    managementKey,
  });
  const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' };
  const waiting = fetch(`${http.url}/v1/images/generations`, { method: 'POST', headers, body: '{"prompt":"a fox"}' });
  await until(() => engine.runs.length === 1);
  await Promise.all([http.close(), server.context.close()]);
  const reply = await waiting;
  expect([reply.status, ErrorBody.parse(await reply.json()).code]).toEqual([503, 'unavailable']);
  await server.restart();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(engine.runs).toHaveLength(1);
  await server.close();
});

it('stops although a client never finishes its request', async () => {
  const server = await startTestServer(createTestEngine());
  const managementKey = await ensureManagementKey(server.dataDir);
  const http = await openHttpServer(server.context, {
    host: '127.0.0.1',
    port: 0,
    publicUrl: undefined,
    managementKey,
    closeTimeoutMs: 100,
  });
  const socket = connect(Number(new URL(http.url).port), '127.0.0.1');
  const ended = new Promise((resolve) => socket.on('close', resolve).on('error', () => undefined));
  socket.write(
    `POST /v1/images/generations HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${KEY}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
  );
  await new Promise((resolve) => setTimeout(resolve, 100));
  await http.close();
  await ended;
  await server.close();
});

function rawRequest(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let reply = '';
    socket.on('data', (chunk) => (reply += chunk.toString()));
    socket.on('end', () => resolve(reply));
    socket.on('error', reject);
  });
}
