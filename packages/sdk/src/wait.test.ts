import { describe, expect, it } from 'vitest';
import { against, CREATED, DONE, events, NO_STREAM, pending } from '../test/scripted-server.ts';

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

  it('passes on what a listener throws', async () => {
    await using server = await against([events([['progress-40', 'progress', PROGRESS]])]);
    const onProgress = (): never => {
      throw new RangeError('mine');
    };
    await expect(server.client.video('v-1').wait({ onProgress })).rejects.toThrow(RangeError);
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
