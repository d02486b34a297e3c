import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { ImageResponse } from '@openimagine/contract';
import { encodeJpeg } from '@openimagine/media';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpServer } from '../src/http/http-server.ts';
import { expectError, rawRequest, startTestSystem, TEST_KEY, type TestSystem } from './test-door.ts';
import type { TestEngine } from './test-engine.ts';
import { type TestServer, until } from './test-server.ts';

const KIBI = 1024;

describe('requests at the HTTP door', () => {
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
        authorization: `Bearer ${TEST_KEY}`,
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

  it('does not count bodies whose pictures are being drawn: only what is still to be stored is in the way of the next', async () => {
    engine.behave({ type: 'waiting' });
    const picture = await encodeJpeg({ width: 30, height: 20, rgba: new Uint8Array(2400).fill(200) });
    const image = `data:image/jpeg;base64,${Buffer.from(picture).toString('base64')}`;
    const body = JSON.stringify({ prompt: 'a', image }).padEnd(90 * KIBI * KIBI);
    const drawing: Promise<Response>[] = [];
    for (let count = 1; count <= 5; count++) {
      drawing.push(post('/v1/images/edits', body));
      await until(async () => {
        const { context } = server;
        const rows = await context.database.query
          .selectFrom('generations')
          .where('operation', '=', 'image.edit')
          .select('id')
          .execute();
        return rows.length === count;
      });
    }
    engine.behave({ type: 'instant' });
    engine.finish();
    expect((await Promise.all(drawing)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
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

  it('answers what is no HTTP with a readable error', async () => {
    const port = Number(new URL(http.url).port);
    expect(await rawRequest(port, 'NONSENSE\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400 [\s\S]*x-request-id: [\s\S]*"code":"invalid-argument"/,
    );
  });

  it('draws what a client cut in half, and what holds a zero character', async () => {
    const reply = ImageResponse.parse(
      await (await post('/v1/images/generations', '{"prompt":"a fox \\ud83e and \\u0000 a hen"}')).json(),
    );
    expect(reply.data[0]!.revised_prompt).toBe('Drawn: a fox \ufffd and  a hen');
  });

  it('answers trailing slashes, whole URLs and unknown expectations like the plain ones', async () => {
    const { port } = new URL(http.url);
    const auth = `Authorization: Bearer ${TEST_KEY}\r\nConnection: close\r\n\r\n`;
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
});
