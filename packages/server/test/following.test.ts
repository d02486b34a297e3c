import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LIMITS } from '@openimagine/contract';
import { openFsStore } from '@openimagine/storage';
import { fastify } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openEventStream } from '../src/http/event-stream.ts';
import { videoEventRoutes } from '../src/http/video-event-routes.ts';
import { awaitVideo } from '../src/operations/await-video.ts';
import { cancelVideo } from '../src/operations/cancel-generation.ts';
import { createVideo } from '../src/operations/create-video.ts';
import { createDatabase, dropDatabase } from './postgres.ts';
import { openTestDoor, startTestSystem, type TestSystem } from './test-door.ts';
import { createTestEngine, type TestEngine } from './test-engine.ts';
import { makeTeam, openTestServer, startTestServer, type TestServer, until, videoOrder } from './test-server.ts';

interface ServerEvent {
  readonly id: string;
  readonly event: string;
  readonly data: { readonly status: string; readonly progress?: number; readonly position?: number };
}

/** Reads a stream as a browser does: blocks of fields between empty lines. */
async function* eventsOf(response: Response): AsyncGenerator<ServerEvent> {
  let text = '';
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const fields = new Map(
        text
          .slice(0, end)
          .split('\n')
          .map((line) => line.split(/: (.*)/s) as [string, string]),
      );
      text = text.slice(end + 2);
      if (fields.has('data'))
        yield { id: fields.get('id')!, event: fields.get('event')!, data: JSON.parse(fields.get('data')!) };
    }
  }
}

describe('following a video', () => {
  let server: TestServer;
  let engine: TestEngine;
  let door: TestSystem;
  beforeAll(async () => {
    door = await startTestSystem();
    ({ server, engine } = door);
  });
  afterAll(() => door.close());
  beforeEach(() => engine.behave({ type: 'waiting', progress: 0.42 }));

  const start = async (prompt = 'a fox runs'): Promise<string> =>
    (await createVideo(server.context, server.caller, videoOrder({ prompt }))).requestId;
  const follow = (requestId: string, headers: Record<string, string> = {}): Promise<Response> =>
    door.send(`/v1/videos/${requestId}/events`, { headers });
  const poll = async (requestId: string): Promise<unknown> => (await door.send(`/v1/videos/${requestId}`)).json();

  describe('by a poll that waits', () => {
    it('answers as soon as the video has ended, many at once', async () => {
      const requestId = await start();
      const waiting = Array.from({ length: 20 }, () => door.send(`/v1/videos/${requestId}?wait=60`));
      await until(() => engine.runs.length === 1);
      engine.finish();
      const replies = await Promise.all(waiting.map(async (reply) => (await reply).json()));
      expect(replies).toEqual(Array.from({ length: 20 }, () => expect.objectContaining({ status: 'done' })));
    });

    it('answers pending when its time is up, and at once when there is nothing to wait for', async () => {
      const requestId = await start();
      const pending = await door.send(`/v1/videos/${requestId}?wait=1`);
      expect([pending.status, await pending.json()]).toMatchObject([202, { status: 'pending' }]);
      await cancelVideo(server.context, server.caller, requestId);
      expect(await (await door.send(`/v1/videos/${requestId}?wait=60`)).json()).toMatchObject({ status: 'failed' });
      await door.expectError(await door.send('/v1/videos/11111111-1111-4111-8111-111111111111?wait=60'), 'not-found');
    });

    it.each(['61', '-1', '1.5', 'soon', ''])('wait=%s is refused', async (wait) => {
      const body = await door.expectError(await door.send(`/v1/videos/x?wait=${wait}`), 'invalid-argument');
      expect(body.details).toEqual([{ input: 'wait', reason: 'wrong-value' }]);
    });

    it('stops waiting when the client has gone, and leaves nothing behind', async () => {
      const requestId = await start();
      const leaving = new AbortController();
      const waiting = awaitVideo(server.context, server.caller, requestId, { waitMs: 60_000, signal: leaving.signal });
      leaving.abort(new Error('gone'));
      await expect(waiting).rejects.toThrow('gone');
      expect(server.context.generations.awaited()).toEqual([]);
      await cancelVideo(server.context, server.caller, requestId);
    });
  });

  describe('by events', () => {
    it('tells its place in the queue, its progress and its end, with the body of a poll', async () => {
      const first = await start('first');
      const requestId = await start('second');
      await until(() => engine.runs.length === 1);
      const response = await follow(requestId);
      expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
      const seen: ServerEvent[] = [];
      for await (const event of eventsOf(response)) {
        seen.push(event);
        if (event.event === 'queued') engine.finish();
        if (event.data.progress === 42) engine.finish();
      }
      expect(seen[0]).toEqual({
        id: 'queued-1',
        event: 'queued',
        data: { status: 'pending', progress: 0, position: 1 },
      });
      const progress = seen.filter(({ event }) => event === 'progress').map(({ data }) => data.progress!);
      expect(progress).toContain(42);
      expect(progress).toEqual(progress.toSorted((a, b) => a - b));
      expect(seen.at(-1)).toEqual({ id: 'end', event: 'done', data: await poll(requestId) });
      expect(await poll(first)).toMatchObject({ status: 'done' });
    });

    it('can be taken up again where it broke off, and ends for good', async () => {
      const requestId = await start();
      await until(async () => ((await poll(requestId)) as { progress: number }).progress === 42);
      for await (const event of eventsOf(await follow(requestId))) {
        expect(event.id).toBe('progress-42');
        break;
      }
      const resumed = await follow(requestId, { 'last-event-id': 'progress-42' });
      engine.finish();
      const rest: string[] = [];
      for await (const event of eventsOf(resumed)) rest.push(event.id);
      expect(rest).not.toContain('progress-42');
      expect(rest.at(-1)).toBe('end');
      const again = await follow(requestId, { 'last-event-id': 'end' });
      expect([again.status, await again.text()]).toEqual([204, '']);
      const afresh: string[] = [];
      for await (const event of eventsOf(await follow(requestId, { 'last-event-id': 'nonsense' })))
        afresh.push(event.event);
      expect(afresh).toEqual(['done']);
    });

    it('tells a failure and a cancel', async () => {
      const requestId = await start();
      const response = await follow(requestId);
      await cancelVideo(server.context, server.caller, requestId);
      const seen: ServerEvent[] = [];
      for await (const event of eventsOf(response)) seen.push(event);
      expect(seen.at(-1)).toEqual({
        id: 'end',
        event: 'failed',
        data: {
          status: 'failed',
          error: { code: 'failed_precondition', message: 'The generation was cancelled.' },
        },
      });
    });

    it('an unknown video, and that of another team, is an error as everywhere', async () => {
      await door.expectError(await follow('11111111-1111-4111-8111-111111111111'), 'not-found');
      const requestId = await start();
      const other = await makeTeam(server, 'other');
      const { key } = await server.context.keys.create({ teamId: other.teamId, name: 'theirs' });
      await door.expectError(await follow(requestId, { authorization: `Bearer ${key}` }), 'not-found');
      const head = await door.send(`/v1/videos/${requestId}/events`, { method: 'HEAD' });
      expect(head.status).toBe(405);
      await cancelVideo(server.context, server.caller, requestId);
    });

    it('only so many streams of a key are open; one that is closed makes room', async () => {
      const requestId = await start();
      const closing = Array.from({ length: LIMITS.eventStreamsPerKey }, () => new AbortController());
      const url = `/v1/videos/${requestId}/events`;
      await Promise.all(closing.map(({ signal }) => door.send(url, { signal })));
      await door.expectError(await follow(requestId), 'resource-exhausted');
      closing[0]!.abort();
      await until(async () => {
        const leaving = new AbortController();
        const { status } = await door.send(url, { signal: leaving.signal });
        leaving.abort();
        return status === 200;
      });
      for (const each of closing) each.abort();
      await cancelVideo(server.context, server.caller, requestId);
    });
  });

  it('a stream is kept alive, and ends when its key is revoked', async () => {
    const { context, caller } = server;
    const { apiKey, key } = await context.keys.create({ teamId: caller.teamId, name: 'short-lived' });
    const app = fastify();
    app.addHook('onRequest', (request, _reply, next) => {
      request.caller = caller;
      next();
    });
    videoEventRoutes(app, context, { publicUrl: (_request, path) => path, keepAliveMs: 20 });
    const url = await app.listen({ host: '127.0.0.1', port: 0 });
    const requestId = await start();
    const response = await fetch(`${url}/v1/videos/${requestId}/events`, {
      headers: { authorization: `Bearer ${key}` },
    });
    let text = '';
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      if (text.includes(': keep-alive\n\n')) await context.keys.revoke(caller.teamId, apiKey.id);
    }
    expect(text).toContain('retry: 2000\n\n');
    expect(text).not.toContain('event: done');
    await app.close();
    await cancelVideo(context, caller, requestId);
  });

  it('who reads nothing is dropped before much piles up for them', async () => {
    const app = fastify();
    let sent = 0;
    let dropped = false;
    app.get('/', (_request, reply) => {
      const stream = openEventStream(reply);
      reply.raw.once('close', () => (dropped = true));
      const sending = setInterval(() => {
        if (dropped) return clearInterval(sending);
        for (let index = 0; index < 20; index++)
          stream.send({ type: 'progress', id: String(sent++), data: { filler: 'x'.repeat(1_000) } });
      }, 0);
    });
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as { port: number };
    const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n'));
    socket.pause();
    await until(() => dropped);
    // The kernel's buffers take a few megabytes; ours took their limit and no more.
    expect(sent).toBeLessThan(30_000);
    socket.destroy();
    await app.close();
  });
});

it('a stop ends those who follow, and the video is there after the next start', async () => {
  const engine = createTestEngine({ behaviours: [{ type: 'waiting' }, { type: 'instant' }] });
  const server = await startTestServer(engine);
  const door = await openTestDoor(server);
  const { requestId } = await createVideo(server.context, server.caller, videoOrder());
  await until(() => engine.runs.length === 1);
  const response = await door.send(`/v1/videos/${requestId}/events`);
  const reading = response.text();
  const signal = new AbortController().signal;
  const waiting = awaitVideo(server.context, server.caller, requestId, { waitMs: 60_000, signal });
  waiting.catch(() => undefined);
  await Promise.all([door.http.close(), server.context.close()]);
  expect(await reading).not.toContain('event: failed');
  await expect(waiting).rejects.toMatchObject({ code: 'unavailable' });
  await server.restart();
  const after = await awaitVideo(server.context, server.caller, requestId, { waitMs: 20_000, signal });
  expect(after).toMatchObject({ status: 'done' });
  await server.close();
});

describe.skipIf(process.env.DATABASE_URL_TEST === undefined)('following a video that another process makes', () => {
  it('tells its progress and its end, without a statement for each who follows', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'openimagine-follow-'));
    const databaseUrl = await createDatabase();
    const store = await openFsStore(join(folder, 'objects'));
    const busy = createTestEngine({ behaviours: [{ type: 'waiting', progress: 0.3 }] });
    const open = (name: string) => openTestServer(busy, { dataDir: join(folder, name), databaseUrl, store });
    const [first, second] = [await open('a'), await open('b')];
    const { requestId } = await createVideo(first.context, first.caller, videoOrder());
    await until(() => busy.runs.length === 1);
    const other = first.context.worker.isRunning(requestId) ? second : first;
    const door = await openTestDoor(other);
    const response = await door.send(`/v1/videos/${requestId}/events`);
    const seen: string[] = [];
    for await (const event of eventsOf(response)) {
      seen.push(event.id);
      if (event.id === 'progress-30') busy.finish();
    }
    expect(seen).toContain('progress-30');
    expect(seen.at(-1)).toBe('end');
    await door.http.close();
    await first.close();
    await second.close();
    await dropDatabase(databaseUrl);
    await rm(folder, { recursive: true, force: true });
  });
});
