import { describe, expect, it } from 'vitest';
import { against, CREATED } from '../test/scripted-server.ts';
import { createClient } from './client.ts';
import { OpenImagineError } from './errors.ts';
import type { ClientOptions } from './transport.ts';

const ERROR = { code: 'unavailable', error: 'The server is stopping.', request_id: 'r-1' };
const BUSY = { status: 503, body: ERROR, headers: { 'retry-after': '0' } };
const IMAGES = {
  status: 200,
  body: { created: 1, model: 'm', data: [{ url: 'http://localhost/a.jpg' }], usage: { cost_in_usd_ticks: 1 } },
};

describe('a call', () => {
  it('is repeated with the same idempotency key when nothing was accepted', async () => {
    await using server = await against([BUSY, CREATED]);
    expect((await server.client.submit.generateVideo({ prompt: 'a fox' })).id).toBe('v-1');
    const [first, second] = server.seen;
    expect(first!.headers['idempotency-key']).toMatch(/^[0-9a-f]{32}$/);
    expect([second!.headers['idempotency-key'], second!.body]).toEqual([
      first!.headers['idempotency-key'],
      first!.body,
    ]);
    expect([server.calls()[0], first!.body]).toEqual(['POST /v1/videos/generations', '{"prompt":"a fox"}']);
    expect(first!.headers.authorization).toBe('Bearer k');
  });

  it('is repeated after an answer that was lost on its way, with the same idempotency key', async () => {
    await using server = await against([{ ...IMAGES, brokenAfter: 10 }, IMAGES]);
    const { images } = await server.client.generateImage({ prompt: 'a fox' });
    expect(images).toHaveLength(1);
    expect(new Set(server.seen.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(server.seen).toHaveLength(2);
  });

  it('that creates is not repeated after a lost answer where no idempotency key is known', async () => {
    const asked: string[] = [];
    const lost: typeof fetch = (url, init) => {
      asked.push(`${init?.method} ${url}`);
      return Promise.reject(new TypeError('fetch failed'));
    };
    const client = createClient({ baseUrl: 'https://api.x.ai/v1', apiKey: 'k', fetch: lost, retries: 1 });
    await expect(client.submit.generateVideo({ prompt: 'a fox' })).rejects.toMatchObject({ code: 'unreachable' });
    expect(asked).toEqual(['POST https://api.x.ai/v1/videos/generations']);
    await expect(client.models.list()).rejects.toMatchObject({ code: 'unreachable' });
    expect(asked).toHaveLength(3);
  });

  it('waits as long as it is asked to before it is repeated', async () => {
    await using server = await against([{ ...BUSY, status: 429, headers: { 'retry-after': '1' } }, IMAGES]);
    const started = performance.now();
    await server.client.generateImage({ prompt: 'a' });
    expect(performance.now() - started).toBeGreaterThan(950);
  });

  it('is not repeated when it was refused for good, and the error tells all that the server told', async () => {
    const body = {
      code: 'imagine:content-moderated',
      error: 'No.',
      request_id: 'r-2',
      usage: { cost_in_usd_ticks: 7 },
      details: [{ input: 'prompt', reason: 'moderated', category: 'violence' }],
    };
    await using server = await against([{ status: 400, body }]);
    await expect(server.client.generateImage({ prompt: 'a' })).rejects.toMatchObject({
      name: 'OpenImagineError',
      status: 400,
      code: 'imagine:content-moderated',
      message: 'No.',
      requestId: 'r-2',
      costInUsdTicks: 7,
      details: [{ input: 'prompt', reason: 'moderated', category: 'violence' }],
      retryable: false,
    });
    expect(server.seen).toHaveLength(1);
  });

  it('gives up after its retries', async () => {
    await using server = await against([{ ...BUSY, status: 429 }], { retries: 1 });
    await expect(server.client.models.list()).rejects.toMatchObject({ status: 429, retryAfterSeconds: 0 });
    expect(server.seen).toHaveLength(2);
  });

  it.each([
    { status: 200, body: 'not json' },
    { status: 200, body: { data: 'nothing' } },
    { status: 502, body: '<html>bad gateway</html>' },
  ])('says that a reply cannot be read: %j', async (reply) => {
    await using server = await against([reply], { retries: 0 });
    await expect(server.client.models.list()).rejects.toMatchObject({ code: 'bad-reply', status: reply.status });
  });

  it('reads an error as OpenAI nests it', async () => {
    await using server = await against([{ status: 400, body: { error: { message: 'No.' } } }]);
    await expect(server.client.models.list()).rejects.toMatchObject({ message: 'No.', status: 400 });
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

  it('ends when its signal is aborted, also while it waits to be repeated', async () => {
    await using server = await against([{ ...BUSY, headers: { 'retry-after': '30' } }]);
    const error = await server.client.models.list({ signal: AbortSignal.timeout(50) }).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'aborted', retryable: false, cause: { name: 'TimeoutError' } });
    const before = AbortSignal.abort();
    await expect(server.client.models.list({ signal: before })).rejects.toMatchObject({ code: 'aborted' });
    expect(server.seen).toHaveLength(1);
  });

  it('is not repeated when it is asked to wait for longer than a minute', async () => {
    await using server = await against([{ ...BUSY, headers: { 'retry-after': '3600' } }]);
    await expect(server.client.models.list()).rejects.toMatchObject({ status: 503, retryAfterSeconds: 3600 });
    expect(server.seen).toHaveLength(1);
  });

  it('wants a URL and a key', () => {
    for (const apiKey of ['', 'two words', undefined as unknown as string])
      expect(() => createClient({ baseUrl: 'http://localhost', apiKey })).toThrow(/`apiKey` must be a key/);
    expect(() => createClient({ baseUrl: 'nonsense', apiKey: 'k' })).toThrow(/`baseUrl` must be a URL.*"nonsense"/);
    expect(() => createClient(undefined as unknown as ClientOptions)).toThrow(OpenImagineError);
  });

  it.each([
    ['localhost:8080', /got "localhost:8080", where "http:\/\/" is missing\.$/],
    ['ftp://localhost', /got "ftp:\/\/localhost"\.$/],
    ['http://localhost:8080/?a=1', /has a query or a fragment/],
    ['http://localhost:8080/#', /has a query or a fragment/],
    ['http://me:secret@localhost', /no user name and no password/],
    ['http://', /must be a URL/],
  ])('refuses a base URL that leads nowhere: %s', (baseUrl, message) => {
    expect(() => createClient({ baseUrl, apiKey: 'k' })).toThrow(message);
  });

  it('refuses retries that would never end', () => {
    for (const retries of [Number.NaN, -1, '2' as unknown as number])
      expect(() => createClient({ baseUrl: 'http://localhost', apiKey: 'k', retries })).toThrow(/`retries` must be/);
  });

  it('says what is missing where a certificate is not trusted', async () => {
    const untrusted: typeof fetch = () => {
      const cause = Object.assign(new Error('self-signed certificate'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
      return Promise.reject(new TypeError('fetch failed', { cause }));
    };
    const client = createClient({ baseUrl: 'https://localhost', apiKey: 'k', fetch: untrusted, retries: 0 });
    const error = await client.models.list().catch((cause: unknown) => cause as Error);
    expect(error).toMatchObject({ code: 'unreachable', message: expect.stringContaining('NODE_EXTRA_CA_CERTS') });
    expect(error).toMatchObject({ message: expect.not.stringContaining('Is the server running') });
  });

  it('cut off says that the answer broke off, not that nobody is there', async () => {
    await using server = await against([{ ...IMAGES, brokenAfter: 10 }], { retries: 0 });
    const error = await server.client.models.list().catch((cause: unknown) => cause as Error);
    expect(error).toMatchObject({ code: 'unreachable', message: expect.stringMatching(/broke off \(.+\)\.$/) });
  });

  it('takes headers of every call and of one', async () => {
    await using server = await against([IMAGES], { headers: { 'x-a': '1', 'x-b': '1' } });
    await server.client.generateImage(
      { prompt: 'a' },
      { headers: { 'X-B': '2', 'Idempotency-Key': 'other' }, idempotencyKey: 'mine' },
    );
    expect(server.seen[0]!.headers).toMatchObject({ 'x-a': '1', 'x-b': '2', 'idempotency-key': 'mine' });
  });
});
