import { describe, expect, it, vi } from 'vitest';
import { against, CREATED, DONE, events, NO_STREAM, pending } from '../test/scripted-server.ts';
import { createClient } from './client.ts';

const PROGRESS = { status: 'pending', progress: 40 };
const FAILED = { status: 'failed', error: { code: 'internal_error', message: 'The engine failed.' } };

describe('waiting for a video', () => {
  it('follows its events: place, progress, end', async () => {
    await using server = await against([
      CREATED,
      events([
        ['queued-2', 'queued', { status: 'pending', progress: 0, position: 2 }],
        ['progress-40', 'progress', PROGRESS],
        ['progress-30', 'progress', { status: 'pending', progress: 30 }],
        ['end', 'done', DONE.body],
      ]),
    ]);
    const shown: unknown[] = [];
    const video = await server.client.generateVideo({ prompt: 'a' }, { onProgress: (...how) => shown.push(how) });
    expect(video).toMatchObject({ id: 'v-1', duration: 1, seed: 1, revisedPrompt: 'A fox.', costInUsdTicks: 5 });
    expect(video.expiresAt).toEqual(new Date(2_000));
    expect(shown).toEqual([
      [0, 2],
      [40, undefined],
      [100, undefined],
    ]);
    expect(server.calls()).toEqual(['POST /v1/videos/generations', 'GET /v1/videos/v-1/events']);
  });

  it.each([
    NO_STREAM,
    { ...NO_STREAM, status: 405 },
    { ...NO_STREAM, status: 429, headers: { 'retry-after': '59' } },
    { status: 200, body: { status: 'pending', progress: 1 } },
  ])('polls where no stream is offered: %j', async (reply) => {
    await using server = await against([CREATED, reply, pending(10), { status: 202, body: '' }, pending(7), DONE]);
    const shown: number[] = [];
    const options = { pollMs: 1, onProgress: (percent: number) => shown.push(percent) };
    expect((await server.client.generateVideo({ prompt: 'a' }, options)).id).toBe('v-1');
    expect(shown).toEqual([10, 100]);
    expect(server.calls().slice(1)).toEqual(['GET /v1/videos/v-1/events', ...Array(4).fill('GET /v1/videos/v-1')]);
  });

  it('takes a stream that breaks up again where it broke off', async () => {
    await using server = await against([
      events([['progress-40', 'progress', PROGRESS]], 'id: half'),
      events([['end', 'done', DONE.body]]),
    ]);
    expect((await server.client.video('v-1').wait()).id).toBe('v-1');
    expect(server.seen.map(({ headers }) => headers['last-event-id'])).toEqual([undefined, 'progress-40']);
  });

  it('polls when the stream keeps breaking', async () => {
    await using server = await against((call) => (call.path!.endsWith('/events') ? events([]) : DONE));
    expect((await server.client.video('v-1').wait({ pollMs: 1 })).id).toBe('v-1');
    expect(server.calls()).toEqual([...Array(3).fill('GET /v1/videos/v-1/events'), 'GET /v1/videos/v-1']);
  });

  it('outlives a server that restarts', async () => {
    const down = { status: 503, body: { code: 'unavailable', error: 'Stopping.' }, headers: { 'retry-after': '0' } };
    await using server = await against([NO_STREAM, down, down, down, down, DONE]);
    expect((await server.client.video('v-1').wait({ pollMs: 1 })).id).toBe('v-1');
  });

  it.each([
    [FAILED, 'internal_error', 'The engine failed.'],
    [{ status: 'error', error: FAILED.error }, 'internal_error', 'The engine failed.'],
    [{ status: 'expired' }, 'expired', 'The video v-1 has expired.'],
  ])('tells why a video did not come: %j', async (body, code, message) => {
    await using polled = await against([NO_STREAM, { status: 200, body }]);
    const error = { code, message, videoRequestId: 'v-1' };
    await expect(polled.client.video('v-1').wait()).rejects.toMatchObject(error);
    await using followed = await against([events([['end', code === 'expired' ? 'expired' : 'failed', body]])]);
    await expect(followed.client.video('v-1').wait()).rejects.toMatchObject(error);
    expect(followed.seen).toHaveLength(1);
  });

  it('names the video in whatever error ends it', async () => {
    await using server = await against([{ status: 401, body: { code: 'unauthenticated', error: 'No.' } }]);
    const error = { status: 401, code: 'unauthenticated', videoRequestId: 'v-1' };
    await expect(server.client.video('v-1').wait()).rejects.toMatchObject(error);
  });

  it.each([true, false])(
    'ends when it is aborted; the video goes on unless cancelOnAbort: %s',
    async (cancelOnAbort) => {
      await using server = await against((call) => (call.method === 'POST' ? CREATED : pending(1)));
      const stop = new AbortController();
      const options = { pollMs: 1, signal: stop.signal, cancelOnAbort, onProgress: () => stop.abort() };
      await expect(server.client.generateVideo({ prompt: 'a' }, options)).rejects.toMatchObject({
        code: 'aborted',
        videoRequestId: 'v-1',
      });
      expect(server.calls().filter((call) => call.startsWith('DELETE'))).toEqual(
        cancelOnAbort ? ['DELETE /v1/videos/v-1'] : [],
      );
    },
  );

  it('that was done without a video is told as such, polled or followed', async () => {
    const done = { status: 'done' };
    await using polled = await against([NO_STREAM, { status: 200, body: done }]);
    const error = { name: 'OpenImagineError', code: 'bad-reply', videoRequestId: 'v-1' };
    await expect(polled.client.video('v-1').wait()).rejects.toMatchObject(error);
    await using followed = await against([events([['end', 'done', done]])]);
    await expect(followed.client.video('v-1').wait()).rejects.toMatchObject(error);
  });

  it('polls where an event has no end, and keeps no more than a mebibyte of it', async () => {
    const endless = { ...events([]), body: `data: ${'x'.repeat(3 * 1024 * 1024)}` };
    await using server = await against(({ path }) => (path!.endsWith('/events') ? endless : DONE));
    const told = (async () => {
      for await (const event of server.client.video('v-1').events()) expect(event).toBeUndefined();
    })();
    await expect(told).rejects.toMatchObject({ code: 'bad-reply', message: expect.stringContaining('1048576') });
    expect((await server.client.video('v-1').wait()).id).toBe('v-1');
  });

  it('passes on what a listener throws', async () => {
    await using server = await against([events([['progress-40', 'progress', PROGRESS]])]);
    const onProgress = (): never => {
      throw new RangeError('mine');
    };
    await expect(server.client.video('v-1').wait({ onProgress })).rejects.toThrow(RangeError);
  });
});

describe('cancelOnAbort while the video is submitted', () => {
  const cancelled = { status: 200, body: { request_id: 'v-1', status: 'cancelled' } };

  it.each(['task', 'call'] as const)('cancels what the running request made: %s', async (kind) => {
    const stop = new AbortController();
    await using server = await against(({ method }) => {
      if (method !== 'POST') return cancelled;
      stop.abort();
      return CREATED;
    });
    const { generateVideo, videos } = server.client;
    const generate = kind === 'task' ? generateVideo : videos.generate;
    const ended = generate({ prompt: 'a' }, { signal: stop.signal, cancelOnAbort: true });
    await expect(ended).rejects.toMatchObject({ code: 'aborted', videoRequestId: 'v-1' });
    expect(server.calls()).toEqual(['POST /v1/videos/generations', 'DELETE /v1/videos/v-1']);
  });

  it('gives up a server that never answers ten seconds after the abort', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const stop = new AbortController();
      const silent: typeof fetch = (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new DOMException('Aborted.', 'AbortError')));
          stop.abort();
        });
      const client = createClient({ baseUrl: 'http://localhost', apiKey: 'k', fetch: silent });
      let error: unknown;
      const ended = client
        .generateVideo({ prompt: 'a' }, { signal: stop.signal, cancelOnAbort: true })
        .catch((cause: unknown) => (error = cause));
      await vi.advanceTimersByTimeAsync(9_999);
      expect(error).toBeUndefined();
      await vi.advanceTimersByTimeAsync(1);
      await ended;
      expect(error).toMatchObject({ code: 'aborted' });
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('sends nothing when the signal was aborted before', async () => {
    await using server = await against([CREATED]);
    const options = { signal: AbortSignal.abort(), cancelOnAbort: true };
    const image = new Uint8Array(1024 * 1024 + 1);
    await expect(server.client.generateVideo({ prompt: 'a' }, options)).rejects.toMatchObject({ code: 'aborted' });
    await expect(server.client.generateVideo({ image }, options)).rejects.toMatchObject({ code: 'aborted' });
    expect(server.seen).toEqual([]);
  });

  it('sends nothing again after the abort', async () => {
    const stop = new AbortController();
    await using server = await against(() => {
      stop.abort();
      return { status: 503, body: { code: 'unavailable', error: 'Stopping.' }, headers: { 'retry-after': '0' } };
    });
    const options = { signal: stop.signal, cancelOnAbort: true };
    await expect(server.client.generateVideo({ prompt: 'a' }, options)).rejects.toMatchObject({ code: 'aborted' });
    expect(server.calls()).toEqual(['POST /v1/videos/generations']);
  });
});

describe('the handle of a video', () => {
  it('tells how it is, follows and cancels it', async () => {
    await using server = await against([
      DONE,
      events([['end', 'done', DONE.body]]),
      { status: 200, body: { request_id: 'v-1', status: 'cancelled' } },
    ]);
    const video = server.client.video('v-1');
    expect((await video.status({ waitSeconds: 30 })).status).toBe('done');
    const told: string[] = [];
    for await (const { type } of video.events()) told.push(type);
    expect(told).toEqual(['done']);
    await video.cancel();
    expect(server.calls()).toEqual([
      'GET /v1/videos/v-1?wait=30',
      'GET /v1/videos/v-1/events',
      'DELETE /v1/videos/v-1',
    ]);
  });
});
