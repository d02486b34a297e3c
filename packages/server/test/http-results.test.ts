import { ImageResponse } from '@openimagine/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAssetUrl } from '../src/delivery/signed-paths.ts';
import type { HttpServer } from '../src/http/http-server.ts';
import { expectError, rawRequest, startTestSystem, TEST_KEY, type TestSystem } from './test-door.ts';
import type { TestEngine } from './test-engine.ts';
import type { TestServer } from './test-server.ts';

describe('results at the HTTP door', () => {
  let door: TestSystem;
  let engine: TestEngine;
  let server: TestServer;
  let http: HttpServer;
  beforeAll(async () => {
    door = await startTestSystem();
    ({ engine, server, http } = door);
  });
  afterAll(() => door.close());

  const send: TestSystem['send'] = (...given) => door.send(...given);
  const post: TestSystem['post'] = (...given) => door.post(...given);
  const doneVideo: TestSystem['doneVideo'] = (...given) => door.doneVideo(...given);

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

  it('says that a video of less than half a second lasts one, since it tells whole seconds and it is not nothing', async () => {
    const { request_id } = (await (await post('/v1/videos/generations', { prompt: 'a fox', duration: 1 })).json()) as {
      request_id: string;
    };
    const { database, generations } = server.context;
    await expect.poll(async () => (await send(`/v1/videos/${request_id}`)).status).toBe(200);
    await database.query
      .updateTable('assets')
      .set({ duration_seconds: 0.3 })
      .where('generation_id', '=', request_id)
      .execute();
    generations.changed(request_id);
    expect(await (await send(`/v1/videos/${request_id}`)).json()).toMatchObject({ video: { duration: 1 } });
  });

  it('serves assets in parts, by HEAD, from caches, and to any origin', async () => {
    const { video } = await doneVideo({ seed: 1 });
    const whole = await fetch(video.url!);
    const text = await whole.text();
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'video/mp4',
      'accept-ranges': 'bytes',
      'access-control-allow-origin': '*',
      'content-length': String(text.length),
    });
    const part = await fetch(video.url!, { headers: { range: 'bytes=6-9' } });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      `bytes 6-9/${text.length}`,
      text.slice(6, 10),
    ]);
    const tail = await fetch(video.url!, { headers: { range: 'bytes=-3' } });
    expect([tail.status, await tail.text()]).toEqual([206, text.slice(-3)]);
    const beyond = await fetch(video.url!, { headers: { range: 'bytes=100000-' } });
    expect(beyond.headers.get('content-range')).toBe(`bytes */${text.length}`);
    await expectError(beyond, 'range-not-satisfiable');
    const etag = whole.headers.get('etag')!;
    expect((await fetch(video.url!, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await fetch(video.url!, { headers: { range: 'bytes=0-1', 'if-range': '"other"' } })).status).toBe(200);
    const head = await fetch(video.url!, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
      200,
      String(text.length),
      '',
    ]);
    const preflight = await fetch(video.url!, {
      method: 'OPTIONS',
      headers: { origin: 'http://elsewhere.example', 'access-control-request-method': 'GET' },
    });
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, HEAD']);
  });

  it('refuses an asset whose signature or expiry was touched', async () => {
    const { video } = await doneVideo({ seed: 2 });
    const url = new URL(video.url!);
    for (const [name, value] of [
      ['expires', '9999999999'],
      ['signature', 'AAAA'],
    ] as const) {
      const forged = new URL(url);
      forged.searchParams.set(name, value);
      await expectError(await fetch(forged), 'not-found');
    }
  });

  it('says that a file is missing, and lets nobody cache that', async () => {
    const { video } = await doneVideo({ seed: 4 });
    const { signingSecret, store, database } = server.context;
    const signed = verifyAssetUrl(signingSecret, video.url!)!;
    const row = await database.query
      .selectFrom('assets')
      .where('id', '=', signed.assetId)
      .select('object_key')
      .executeTakeFirstOrThrow();
    await store.delete(row.object_key);
    const gone = await fetch(video.url!);
    expect([gone.headers.get('cache-control'), gone.headers.get('etag'), gone.headers.get('expires')]).toEqual([
      'no-store',
      null,
      null,
    ]);
    expect((await expectError(gone, 'gone')).error).toContain('deleted before its time');
    expect((await fetch(video.url!, { method: 'HEAD' })).status).toBe(410);
  });

  it('puts the bytes into the URL for the AI SDK on a private host, and for nobody else', async () => {
    for (const agent of [
      'ai-sdk/xai/4.0.1 runtime/node.js/24',
      'ai-sdk-xai/5.0.12 ai/7.0.173',
      'ai/7.0.173 ai-sdk/provider-utils/5.0.0',
    ]) {
      const { video } = await doneVideo({ seed: 3 }, { 'user-agent': agent });
      expect(Buffer.from(video.url!.slice('data:video/mp4;base64,'.length), 'base64').toString()).toBe(
        'video.generate a fox 3',
      );
    }
    const { video } = await doneVideo({ seed: 3 }, { 'user-agent': 'curl/8.0 (mailto:ai/agent)' });
    expect(video.url!).toMatch(/^http:/);
  });

  it('never repeats a stranger’s host in its links', async () => {
    const { request_id } = (await (await post('/v1/videos/generations', { prompt: 'a fox', duration: 1 })).json()) as {
      request_id: string;
    };
    await expect.poll(async () => (await send(`/v1/videos/${request_id}`)).status).toBe(200);
    const port = Number(new URL(http.url).port);
    const raw = await rawRequest(
      port,
      `GET /v1/videos/${request_id} HTTP/1.1\r\nHost: evil.example\r\nAuthorization: Bearer ${TEST_KEY}\r\nConnection: close\r\n\r\n`,
    );
    expect(raw).toContain('200 OK');
    expect(raw).not.toContain('evil.example');
  });
});
