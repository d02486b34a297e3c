import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiError } from '@openimagine/contract';
import { type FastifyInstance, fastify } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withIdempotentReply } from '../src/http/idempotent-reply.ts';
import { answerErrors } from '../src/http/reply-errors.ts';
import { createVideo } from '../src/operations/create-video.ts';
import { answerOnce } from '../src/submitting/answer-once.ts';
import { fingerprintOf } from '../src/submitting/fingerprint.ts';
import { createDatabase, dropDatabase } from './postgres.ts';
import { createTestEngine } from './test-engine.ts';
import { makeTeam, openTestServer, startTestServer, type TestServer, until, videoOrder } from './test-server.ts';

describe('the reply of a creating call that makes no generation', () => {
  let server: TestServer;
  let app: FastifyInstance;
  let made: string[];
  let gate: Promise<void>;
  let failure: Error | undefined;

  beforeAll(async () => {
    server = await startTestServer(createTestEngine());
    app = fastify();
    answerErrors(app, server.context.log);
    made = [];
    gate = Promise.resolve();
    const caller = server.caller;
    app.addHook('onRequest', (request, _reply, next) => {
      request.caller = caller;
      next();
    });
    app.post('/v1/things/:name', (request, reply) =>
      withIdempotentReply(server.context, request, reply, async () => {
        await gate;
        if (failure !== undefined) throw failure;
        made.push(server.context.randomUUID());
        reply.code(201);
        return { z: made.at(-1), a: 'ä' };
      }),
    );
  });
  afterAll(async () => {
    await app.close();
    await server.close();
  });

  const post = (key: string | undefined, payload: object = { a: 1 }, name = 'x') =>
    app.inject({
      method: 'POST',
      url: `/v1/things/${name}`,
      payload,
      headers: key === undefined ? {} : { 'idempotency-key': key },
    });

  it('is the same for 64 parallel calls with one key, byte for byte, and says which are replays', async () => {
    const before = made.length;
    const opened = Promise.withResolvers<void>();
    gate = opened.promise;
    const calls = Array.from({ length: 64 }, () => post('many'));
    opened.resolve();
    const replies = await Promise.all(calls);
    expect(made.length - before).toBe(1);
    expect(new Set(replies.map(({ body }) => body)).size).toBe(1);
    expect(new Set(replies.map(({ statusCode }) => statusCode))).toEqual(new Set([201]));
    expect(replies.filter(({ headers }) => headers['idempotent-replayed'] === 'true')).toHaveLength(63);
    expect(replies.every(({ headers }) => headers['content-type'] === 'application/json; charset=utf-8')).toBe(true);
  });

  it('is refused for another body or another path, and not for the same in another order', async () => {
    const first = await post('body', { a: 1, b: [{ c: 1, d: 2 }] });
    expect((await post('body', { b: [{ d: 2, c: 1 }], a: 1 })).body).toBe(first.body);
    expect((await post('body', { a: 1, b: [{ c: 1, d: 3 }] })).json()).toMatchObject({ code: 'idempotency-mismatch' });
    expect((await post('body', { a: 1, b: [{ c: 1, d: 2 }] }, 'y')).statusCode).toBe(422);
  });

  it('without a key is another each time', async () => {
    expect((await post(undefined)).body).not.toBe((await post(undefined)).body);
  });

  it('a call that failed frees its key', async () => {
    failure = new ApiError('unavailable', 'Not now.');
    expect((await post('fails')).statusCode).toBe(503);
    failure = undefined;
    const second = await post('fails');
    expect([second.statusCode, second.headers['idempotent-replayed']]).toEqual([201, undefined]);
  });

  it('is forgotten after a day, with or without a sweep', async () => {
    const first = await post('day');
    server.advance(25 * 3_600_000);
    const second = await post('day');
    expect(second.body).not.toBe(first.body);
    server.advance(25 * 3_600_000);
    await server.context.sweep();
    const rows = server.context.database.query.selectFrom('idempotent_replies').selectAll();
    expect(await rows.execute()).toEqual([]);
  });

  it('belongs to a team', async () => {
    const other = await makeTeam(server, 'other');
    const once = { key: 'team', fingerprint: fingerprintOf(1) };
    const answer = (teamId: string, body: string) =>
      answerOnce(server.context, { teamId, once }, async () => ({ status: 200, body }));
    expect(await answer(server.caller.teamId, 'ours')).toEqual({ status: 200, body: 'ours', isReplay: false });
    expect(await answer(other.teamId, 'theirs')).toEqual({ status: 200, body: 'theirs', isReplay: false });
    expect(await answer(server.caller.teamId, 'again')).toEqual({ status: 200, body: 'ours', isReplay: true });
  });

  it('and a generation never share a key', async () => {
    const { context, caller } = server;
    const submit = (idempotencyKey: string) => createVideo(context, caller, videoOrder(), { idempotencyKey });
    await submit('of a video');
    expect((await post('of a video')).json()).toMatchObject({ code: 'idempotency-mismatch' });
    expect((await post('of a thing')).statusCode).toBe(201);
    await expect(submit('of a thing')).rejects.toMatchObject({ code: 'idempotency-mismatch' });
  });

  it('kept in the transaction of the work, it outlives a crash right after it; with it goes what is rolled back', async () => {
    const { teamId } = server.caller;
    const { context } = server;
    const once = { key: 'crash', fingerprint: fingerprintOf(1) };
    const kept = { status: 200, body: '{"kept":true}' };
    const crashing = answerOnce(context, { teamId, once }, async (keep) => {
      await context.database.withTransaction((tx) => keep(tx, kept));
      throw new Error('the process dies here');
    });
    await expect(crashing).rejects.toThrow('dies');
    expect(await answerOnce(context, { teamId, once }, async () => ({ status: 200, body: 'twice' }))).toEqual({
      ...kept,
      isReplay: true,
    });
    const other = { key: 'rollback', fingerprint: fingerprintOf(1) };
    const rolledBack = answerOnce(context, { teamId, once: other }, (keep) =>
      context.database.withTransaction(async (tx) => {
        await keep(tx, kept);
        throw new Error('rolled back');
      }),
    );
    await expect(rolledBack).rejects.toThrow('rolled back');
    expect(
      await answerOnce(context, { teamId, once: other }, async () => ({ status: 200, body: 'anew' })),
    ).toMatchObject({ body: 'anew', isReplay: false });
  });

  it('a body nested too deeply to be compared is refused', () => {
    let deep: unknown = [];
    for (let depth = 0; depth < 50_000; depth++) deep = [deep];
    expect(() => fingerprintOf(deep)).toThrow(ApiError);
  });
});

describe('a key of a process that died', () => {
  it('is taken over by the next call', async () => {
    const server = await startTestServer(createTestEngine());
    const { teamId } = server.caller;
    const { context } = server;
    const once = { key: 'dead', fingerprint: fingerprintOf(1) };
    const row = { team_id: teamId, ...once, token: context.randomUUID(), status: null, body: null };
    const at = context.now();
    await context.database.query
      .insertInto('idempotent_replies')
      .values({ ...row, lease_until: new Date(at.getTime() + 1_000), created_at: at })
      .execute();
    server.advance(1_001);
    expect(await answerOnce(context, { teamId, once }, async () => ({ status: 200, body: 'mine' }))).toMatchObject({
      body: 'mine',
    });
    await server.close();
  });
});

describe.skipIf(process.env.DATABASE_URL_TEST === undefined)('two processes and one key', () => {
  it('work once, and the second waits for the reply of the first', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'openimagine-once-'));
    const databaseUrl = await createDatabase();
    const open = (name: string) =>
      openTestServer(createTestEngine(), { dataDir: join(folder, name), databaseUrl: databaseUrl! });
    const [first, second] = await Promise.all([open('a'), open('b')]);
    const { teamId } = first.caller;
    const once = { key: 'both', fingerprint: fingerprintOf(1) };
    const opened = Promise.withResolvers<void>();
    let works = 0;
    const answer = ({ context }: TestServer) =>
      answerOnce(context, { teamId, once }, async () => {
        works++;
        await opened.promise;
        return { status: 200, body: 'once' };
      });
    const replies = [answer(first), answer(second)];
    await until(() => works === 1);
    opened.resolve();
    expect((await Promise.all(replies)).map(({ body }) => body)).toEqual(['once', 'once']);
    expect(works).toBe(1);
    await first.close();
    await second.close();
    await dropDatabase(databaseUrl);
    await rm(folder, { recursive: true, force: true });
  });
});
