import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Client, createClient } from './client.ts';
import { OpenImagineError } from './errors.ts';

interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Record<string, string>;
}

interface Seen {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly idempotencyKey: string | undefined;
  readonly dryRun: string | undefined;
  readonly lastEventId: string | undefined;
  readonly body: string;
}

const ERROR = { code: 'unavailable', error: 'The server is stopping.', request_id: 'r-1' };
const DONE = {
  status: 'done',
  progress: 100,
  model: 'grok-imagine-video',
  video: {
    url: 'http://localhost/a.mp4',
    duration: 1,
    respect_moderation: true,
    seed: 1,
    expires_at: 2,
    revised_prompt: 'A fox.',
  },
  usage: { cost_in_usd_ticks: 5 },
};

describe('the client', () => {
  let server: Server | undefined;
  afterEach(() => void server?.close());

  /** A server that gives these replies in order, the last one again and again. */
  async function against(
    replies: readonly Reply[],
    retries?: number,
  ): Promise<{ client: Client; seen: Seen[]; url: string }> {
    const seen: Seen[] = [];
    const listening = createServer(async (request, response) => {
      seen.push({
        method: request.method,
        path: request.url,
        idempotencyKey: request.headers['idempotency-key'] as string | undefined,
        dryRun: request.headers['x-dry-run'] as string | undefined,
        lastEventId: request.headers['last-event-id'] as string | undefined,
        body: await textOf(request),
      });
      const { status, body, headers } = replies[Math.min(seen.length, replies.length) - 1]!;
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(typeof body === 'string' ? body : JSON.stringify(body));
    });
    server = listening;
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
    return { client: createClient({ baseUrl: `${url}/v1/`, apiKey: 'k', retries }), seen, url };
  }

  it('repeats a refused creation with the same idempotency key, and only when nothing was accepted', async () => {
    const { client, seen } = await against([
      { status: 503, body: ERROR, headers: { 'retry-after': '0' } },
      { status: 200, body: { request_id: 'v-1' } },
    ]);
    expect(await client.videos.create({ prompt: 'a fox' })).toEqual({ request_id: 'v-1' });
    expect(seen).toHaveLength(2);
    expect(seen[0]!.idempotencyKey).toMatch(/^[0-9a-f-]{36}$/);
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[0]).toMatchObject({ method: 'POST', path: '/v1/videos/generations', body: '{"prompt":"a fox"}' });
  });

  it('does not repeat what was refused for good', async () => {
    const { client, seen } = await against([
      { status: 400, body: { code: 'invalid-argument', error: 'No.', request_id: 'r-2' } },
    ]);
    await expect(client.images.generate({ prompt: 'a' })).rejects.toMatchObject({
      name: 'OpenImagineError',
      status: 400,
      code: 'invalid-argument',
      message: 'No.',
      retryable: false,
    });
    expect(seen).toHaveLength(1);
  });

  it('gives up after its retries', async () => {
    const { client, seen } = await against(
      [{ status: 429, body: { ...ERROR, code: 'resource-exhausted' }, headers: { 'retry-after': '0' } }],
      1,
    );
    await expect(client.models.list()).rejects.toMatchObject({
      status: 429,
      code: 'resource-exhausted',
      retryAfterSeconds: 0,
    });
    expect(seen).toHaveLength(2);
  });

  it('waits for a video, and its progress never falls', async () => {
    const pending = (progress: number): Reply => ({ status: 202, body: { status: 'pending', progress } });
    const { client } = await against([
      { status: 200, body: { request_id: 'v-1' } },
      pending(10),
      pending(40),
      pending(30),
      { status: 200, body: DONE },
    ]);
    const shown: number[] = [];
    const done = await client.videos.generate(
      { prompt: 'a fox' },
      { pollMs: 1, onProgress: (percent) => shown.push(percent) },
    );
    expect(done.video.revised_prompt).toBe('A fox.');
    expect(shown).toEqual([10, 40, 100]);
  });

  it.each([
    [
      { status: 'failed', error: { code: 'internal_error', message: 'The engine failed.' } },
      'internal_error',
      'The engine failed.',
    ],
    [{ status: 'expired' }, 'expired', 'The video v-1 has expired.'],
  ])('tells why a video did not come: %j', async (body, code, message) => {
    const { client } = await against([
      { status: 200, body: { request_id: 'v-1' } },
      { status: 200, body },
    ]);
    await expect(client.videos.generate({ prompt: 'a' }, { pollMs: 1 })).rejects.toMatchObject({ code, message });
  });

  it.each([
    [{ status: 200, body: 'not json' }, 'bad-reply'],
    [{ status: 200, body: { data: 'nothing' } }, 'bad-reply'],
    [{ status: 502, body: '<html>bad gateway</html>' }, 'bad-reply'],
  ])('says that a reply cannot be read: %j', async (reply, code) => {
    const { client } = await against([reply], 0);
    await expect(client.models.list()).rejects.toMatchObject({ name: 'OpenImagineError', code, status: reply.status });
  });

  it('asks for a price without buying, cancels, waits, and lists', async () => {
    const quote = {
      object: 'price_quote',
      model: 'm',
      operation: 'o',
      lines: [],
      cost_in_usd_ticks: 5,
      cost_in_usd: '0',
    };
    const list = { object: 'list', data: [], pagination_token: null, totals: { count: 0, cost_in_usd_ticks: 0 } };
    const { client, seen } = await against([
      { status: 200, body: quote },
      { status: 200, body: { request_id: 'v-1', status: 'cancelled' } },
      { status: 200, body: DONE },
      { status: 200, body: list },
    ]);
    expect((await client.videos.quote({ prompt: 'a fox' })).cost_in_usd_ticks).toBe(5);
    expect((await client.videos.cancel('v-1')).status).toBe('cancelled');
    expect((await client.videos.get('v-1', { waitSeconds: 30 })).status).toBe('done');
    expect((await client.generations.list({ kind: 'video', limit: 5 })).totals.count).toBe(0);
    expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /v1/videos/generations',
      'DELETE /v1/videos/v-1',
      'GET /v1/videos/v-1?wait=30',
      'GET /v1/generations?kind=video&limit=5',
    ]);
    expect(seen.map(({ dryRun }) => dryRun)).toEqual(['true', undefined, undefined, undefined]);
  });

  it('follows a video, and takes a stream that breaks up again where it broke off', async () => {
    const block = (id: string, event: string, data: object): string =>
      `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
    const events = { 'content-type': 'text/event-stream' };
    const queued = block('queued-2', 'queued', { status: 'pending', progress: 0, position: 2 });
    const progress = block('progress-40', 'progress', { status: 'pending', progress: 40 });
    const { client, seen } = await against([
      { status: 200, headers: events, body: `retry: 2000\n\n: keep-alive\n\n${queued}${progress}id: half` },
      { status: 200, headers: events, body: block('end', 'done', DONE) },
    ]);
    const told = [];
    for await (const { type, position, status } of client.videos.events('v-1'))
      told.push([type, position, status.status]);
    expect(told).toEqual([
      ['queued', 2, 'pending'],
      ['progress', undefined, 'pending'],
      ['done', undefined, 'done'],
    ]);
    expect(seen.map(({ lastEventId }) => lastEventId)).toEqual([undefined, 'progress-40']);
  });

  it('says that nobody is there', async () => {
    const client = createClient({ baseUrl: 'http://127.0.0.1:1', apiKey: 'k', retries: 0 });
    const refused = client.models.list();
    await expect(refused).rejects.toBeInstanceOf(OpenImagineError);
    await expect(refused).rejects.toMatchObject({
      code: 'unreachable',
      status: 0,
      message: expect.stringContaining('openimagine serve'),
    });
  });

  it('stops waiting when it is told to', async () => {
    const { client } = await against([
      { status: 200, body: { request_id: 'v-1' } },
      { status: 202, body: { status: 'pending', progress: 1 } },
    ]);
    const stop = new AbortController();
    await expect(
      client.videos.generate(
        { prompt: 'a' },
        { pollMs: 1, signal: stop.signal, onProgress: () => stop.abort(new Error('enough')) },
      ),
    ).rejects.toThrow();
  });
});

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
