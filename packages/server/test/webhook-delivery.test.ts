import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWebhookEndpointOrder, readWebhookMessagePage } from '@openimagine/contract';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../src/accounts/keys.ts';
import { createVideo } from '../src/operations/create-video.ts';
import { createWebhookEndpoint } from '../src/operations/create-webhook-endpoint.ts';
import { getWebhookEndpoint } from '../src/operations/list-webhook-endpoints.ts';
import { getWebhookMessage, listWebhookMessages } from '../src/operations/list-webhook-messages.ts';
import { replayWebhookMessage } from '../src/operations/replay-webhook-message.ts';
import { disableWebhookEndpoint, enableWebhookEndpoint } from '../src/operations/switch-webhook-endpoint.ts';
import { getTeamSecret } from '../src/operations/webhook-secrets.ts';
import { enqueueWebhooks } from '../src/webhooks/enqueue.ts';
import type { WebhookMessage } from '../src/webhooks/message.ts';
import { RETRY_DELAYS_MS } from '../src/webhooks/retry-delay.ts';
import { createDatabase, dropDatabase } from './postgres.ts';
import { ensurePreparedDatabase } from './prepared-data.ts';
import { createTestEngine } from './test-engine.ts';
import { makeTeam, openTestServer, startTestServer, type TestServer, until, videoOrder } from './test-server.ts';
import { openReceiver, verify, type WebhookReceiver } from './webhook-receiver.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

describe('the delivery of webhooks', () => {
  let server: TestServer;
  let receiver: WebhookReceiver;
  beforeAll(async () => {
    // Sweeps are called by the tests: what they count must not happen by itself.
    server = await startTestServer(createTestEngine(), { allowPrivateFetch: true, settings: { sweepMs: HOUR_MS } });
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    receiver = await openReceiver();
  });
  afterEach(() => receiver.close());

  const messagesOf = async (caller: Pick<Caller, 'teamId'>, query: object = {}): Promise<readonly WebhookMessage[]> =>
    (await listWebhookMessages(server.context, caller, readWebhookMessagePage({ limit: '1000', ...query }))).messages;
  /** Something happens to a team, as when a batch ends. */
  const tell = async ({ teamId }: Pick<Caller, 'teamId'>, webhookUrl?: string): Promise<void> => {
    const about = async () => ({ event: 'batch.completed' as const, data: {} });
    await server.context.database.withTransaction((tx) =>
      enqueueWebhooks(server.context, tx, { teamId, webhookUrl, about }),
    );
  };
  const endpointOf = async (caller: Caller, path = ''): Promise<string> => {
    const order = readWebhookEndpointOrder({ url: receiver.url + path });
    return (await createWebhookEndpoint(server.context, caller, order)).endpoint.id;
  };
  const later = async (ms: number): Promise<void> => {
    server.advance(ms);
    await server.context.sweep();
  };
  const only = async (caller: Caller): Promise<WebhookMessage> => (await messagesOf(caller))[0]!;
  const attempted = async (caller: Caller, count: number): Promise<WebhookMessage> => {
    await until(async () => (await only(caller)).attempts === count);
    return only(caller);
  };

  it('tries again after 5 s, 5 min, 30 min, 2, 5, 10 and 14 h, each a fifth sooner or later, and then no more', async () => {
    const team = await makeTeam(server, 'retries');
    receiver.answer(503);
    let beforeMs = server.context.now().getTime();
    await tell(team, receiver.url);
    for (const [index, delayMs] of RETRY_DELAYS_MS.entries()) {
      const { state, nextAt } = await attempted(team, index + 1);
      expect(state).toBe('pending');
      expect(nextAt!.getTime()).toBeGreaterThanOrEqual(beforeMs + 0.8 * delayMs);
      expect(nextAt!.getTime()).toBeLessThanOrEqual(server.context.now().getTime() + 1.2 * delayMs);
      await later(Math.max(0, nextAt!.getTime() - server.context.now().getTime() - 2_000));
      expect(receiver.received).toHaveLength(index + 1);
      beforeMs = server.context.now().getTime();
      await later(2_000);
    }
    const { state, endedAt, id } = await attempted(team, RETRY_DELAYS_MS.length + 1);
    expect([state, endedAt instanceof Date]).toEqual(['failed', true]);
    await later(30 * HOUR_MS);
    expect(receiver.received).toHaveLength(RETRY_DELAYS_MS.length + 1);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([id]));

    receiver.answer(200);
    await replayWebhookMessage(server.context, team, id);
    await until(async () => (await only(team)).state === 'delivered');
  });

  it('loses nothing to a receiver that is down for an hour, over a restart in between', async () => {
    const team = await makeTeam(server, 'down');
    receiver.answer((_, response) => void response.destroy());
    for (let count = 0; count < 60; count++) {
      await tell(team, `${receiver.url}/${count}`);
      if (count === 30) await server.restart();
      if (count % 10 === 0) await later(6 * MINUTE_MS);
    }
    expect((await messagesOf(team, { status: 'delivered' })).length).toBe(0);
    receiver.answer(204);
    await server.restart();
    // At most one more of the delays that were drawn within the hour.
    for (let turn = 0; turn < 8; turn++) await later(30 * MINUTE_MS);
    await until(async () => (await messagesOf(team, { status: 'delivered' })).length === 60);
    const paths = new Set(receiver.received.map(({ path }) => path));
    expect(paths.size).toBe(60);
  });

  it('disables an endpoint that answers 410, or has failed for five days; enabled again it gets what waited', async () => {
    const { context } = server;
    const team = await makeTeam(server, 'gone');
    const id = await endpointOf(team);
    receiver.answer(410);
    await tell(team);
    await until(async () => (await only(team)).state === 'failed');
    expect(await getWebhookEndpoint(context, team, id)).toMatchObject({ disabledReason: 'gone' });
    await expect(replayWebhookMessage(context, team, (await only(team)).id)).rejects.toThrow('disabled');
    await tell(team);
    expect(await messagesOf(team)).toHaveLength(1);

    await enableWebhookEndpoint(context, team, id);
    receiver.answer(500);
    await tell(team);
    await attempted(team, 1);
    await later(4 * DAY_MS);
    await attempted(team, 2);
    expect(await getWebhookEndpoint(context, team, id)).toMatchObject({ disabledReason: undefined });
    await later(1 * DAY_MS);
    await attempted(team, 3);
    expect(await getWebhookEndpoint(context, team, id)).toMatchObject({ disabledReason: 'failing' });
    receiver.answer(200);
    await later(DAY_MS);
    expect((await only(team)).attempts).toBe(3);
    await enableWebhookEndpoint(context, team, id);
    await until(async () => (await only(team)).state === 'delivered');
  });

  it('forgives an endpoint its failures once something was delivered', async () => {
    const { context } = server;
    const team = await makeTeam(server, 'forgiven');
    const id = await endpointOf(team);
    receiver.answer(500);
    await tell(team);
    await attempted(team, 1);
    receiver.answer(200);
    await later(4 * DAY_MS);
    await until(async () => (await only(team)).state === 'delivered');
    receiver.answer(500);
    await tell(team);
    await attempted(team, 1);
    await later(2 * DAY_MS);
    await attempted(team, 2);
    expect(await getWebhookEndpoint(context, team, id)).toMatchObject({ disabledReason: undefined });
  });

  it('lets what is for a disabled endpoint wait, and sends nothing to it', async () => {
    const { context } = server;
    const team = await makeTeam(server, 'paused');
    const id = await endpointOf(team);
    receiver.answer(500);
    await tell(team);
    await attempted(team, 1);
    receiver.answer(200);
    await disableWebhookEndpoint(context, team, id);
    await later(HOUR_MS);
    expect(receiver.received).toHaveLength(1);
    await enableWebhookEndpoint(context, team, id);
    await until(async () => (await only(team)).state === 'delivered');
  });

  it('follows no redirect, and takes no more of an answer than its beginning', async () => {
    const team = await makeTeam(server, 'answers');
    const elsewhere = await openReceiver();
    receiver.answer((_, response) => void response.writeHead(302, { location: elsewhere.url }).end());
    await tell(team, receiver.url);
    const redirected = await attempted(team, 1);
    expect((await getWebhookMessage(server.context, team, redirected.id)).attempts).toMatchObject([{ status: 302 }]);
    expect(elsewhere.received).toEqual([]);
    await elsewhere.close();

    let sentBytes = 0;
    const closed = Promise.withResolvers<void>();
    receiver.answer((_, response) => {
      response.writeHead(200);
      const chunk = Buffer.alloc(65_536);
      const write = (): void => {
        while (!response.destroyed && response.write(chunk)) sentBytes += chunk.length;
      };
      response
        .on('drain', write)
        .on('close', closed.resolve)
        .on('error', () => undefined);
      write();
    });
    await tell(team, `${receiver.url}/endless`);
    await until(async () => (await messagesOf(team, { status: 'delivered' })).length === 1);
    await closed.promise;
    expect(sentBytes).toBeLessThan(64 * 1024 * 1024);
  });

  it('goes on beside a receiver that is slow: for others, and for the same team', async () => {
    const [slow, quick] = [await makeTeam(server, 'slow'), await makeTeam(server, 'quick')];
    const held: (() => void)[] = [];
    receiver.answer(({ path }, response) => {
      const end = (): void => void response.writeHead(204).end();
      if (path === '/slow') held.push(end);
      else end();
    });
    for (let count = 0; count < 40; count++) await tell(slow, `${receiver.url}/slow`);
    for (const team of [slow, quick]) await tell(team, `${receiver.url}/quick`);
    for (const team of [slow, quick])
      await until(async () => (await messagesOf(team, { status: 'delivered' })).length === 1);
    expect(held).toHaveLength(4);
    receiver.answer(204);
    for (const end of held) end();
    await until(async () => (await messagesOf(slow, { status: 'delivered' })).length === 41);
  });

  it('sends a backlog of hundreds, each once', async () => {
    const team = await makeTeam(server, 'many');
    const { context } = server;
    const about = async () => ({ event: 'batch.completed' as const, data: {} });
    await context.database.withTransaction(async (tx) => {
      for (let count = 0; count < 300; count++)
        await enqueueWebhooks(context, tx, { teamId: team.teamId, webhookUrl: `${receiver.url}/${count % 10}`, about });
    });
    await receiver.got(300);
    await until(async () => (await messagesOf(team, { status: 'delivered' })).length === 300);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(300);
    expect(receiver.received).toHaveLength(300);
  });
});

describe('a receiver that does not come to an end', () => {
  const ATTEMPT_MS = 300;
  let server: TestServer;
  let receiver: WebhookReceiver;
  beforeAll(async () => {
    const settings = { webhookAttemptMs: ATTEMPT_MS };
    server = await startTestServer(createTestEngine(), { allowPrivateFetch: true, settings });
    receiver = await openReceiver();
  });
  afterAll(async () => {
    await server.close();
    await receiver.close();
  });

  it.each([
    ['that answers nothing', () => undefined],
    ['that does not end its answer', (response: ServerResponse) => response.writeHead(200).flushHeaders()],
  ] as const)('is given up, %s', async (name, begin) => {
    const { context } = server;
    const team = await makeTeam(server, name);
    receiver.answer((_, response) => void begin(response));
    await context.database.withTransaction((tx) => {
      const about = async () => ({ event: 'batch.completed' as const, data: {} });
      return enqueueWebhooks(context, tx, { teamId: team.teamId, webhookUrl: receiver.url, about });
    });
    const all = async () => (await listWebhookMessages(context, team, readWebhookMessagePage({}))).messages;
    await until(async () => (await all())[0]!.attempts === 1);
    const { attempts } = await getWebhookMessage(context, team, (await all())[0]!.id);
    expect(attempts).toMatchObject([{ status: undefined, error: expect.stringContaining('in time') }]);
    expect(attempts[0]!.durationMs).toBeGreaterThanOrEqual(ATTEMPT_MS - 1);
  });
});

describe('webhooks of a server that fetches nothing private', () => {
  let server: TestServer;
  let receiver: WebhookReceiver;
  beforeAll(async () => {
    server = await startTestServer(createTestEngine());
    receiver = await openReceiver();
  });
  afterAll(async () => {
    await server.close();
    await receiver.close();
  });

  it('are refused at once where the target says that it is private', async () => {
    const { context, caller } = server;
    const refusal = { code: 'invalid-argument', message: expect.stringContaining('public internet') };
    for (const url of [
      receiver.url,
      'http://localhost:9/',
      'http://10.0.0.7/',
      'http://[::1]/',
      'http://0x7f.1/',
      'http://169.254.169.254/latest/meta-data/',
      'http://metadata.google.internal/',
    ]) {
      const order = readWebhookEndpointOrder({ url });
      await expect(createWebhookEndpoint(context, caller, order)).rejects.toMatchObject(refusal);
      await expect(createVideo(context, caller, videoOrder({ webhook_url: url }), {})).rejects.toMatchObject({
        ...refusal,
        details: [{ input: 'webhook_url', reason: 'wrong-value' }],
      });
    }
  });

  it('connect to nothing private at delivery either, and are not tried again', async () => {
    const { context, caller } = server;
    const about = async () => ({ event: 'batch.completed' as const, data: {} });
    await context.database.withTransaction((tx) =>
      enqueueWebhooks(context, tx, { teamId: caller.teamId, webhookUrl: receiver.url, about }),
    );
    const page = readWebhookMessagePage({ status: 'failed' });
    await until(async () => (await listWebhookMessages(context, caller, page)).messages.length === 1);
    const [failed] = (await listWebhookMessages(context, caller, page)).messages;
    const { attempts } = await getWebhookMessage(context, caller, failed!.id);
    expect(attempts).toMatchObject([{ status: undefined, error: expect.stringContaining('public internet') }]);
    expect(receiver.received).toEqual([]);
  });
});

describe('a server killed with -9 between a commit and its webhook', () => {
  let dataDir: string;
  let server: TestServer | undefined;
  let receiver: WebhookReceiver;
  beforeAll(async () => {
    await ensurePreparedDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'openimagine-kill-'));
    receiver = await openReceiver();
  });
  afterAll(async () => {
    await server?.close();
    await receiver.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('tells of each video after the next start, signed as before', async () => {
    // Nothing is ever answered, so that every message is under way or waits when the server dies.
    receiver.answer(() => undefined);
    const args = [dataDir, `${receiver.url}/hook`];
    const child = fork(new URL('./killed-webhook-server.ts', import.meta.url), args, { execArgv: [] });
    const [ids] = (await once(child, 'message')) as [string[]];
    await receiver.got(1);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const before = receiver.received.length;
    receiver.answer(204);
    server = await openTestServer(createTestEngine(), { dataDir, databaseUrl: undefined, allowPrivateFetch: true });
    const { context, caller } = server;
    await until(
      async () =>
        (await listWebhookMessages(context, caller, readWebhookMessagePage({ status: 'delivered' }))).messages
          .length === ids.length,
    );
    const { secret } = await getTeamSecret(context, caller);
    const told = receiver.received.slice(before).map((one) => verify(secret, one) as { data: { request_id: string } });
    expect(told.map(({ data }) => data.request_id).sort()).toEqual([...ids].sort());
  });
});

describe.skipIf(process.env.DATABASE_URL_TEST === undefined)('webhooks of two processes on one PostgreSQL', () => {
  let folder: string;
  let databaseUrl: string | undefined;
  let servers: readonly TestServer[];
  let receiver: WebhookReceiver;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'openimagine-hooks-'));
    databaseUrl = await createDatabase();
    const open = (name: string) =>
      openTestServer(createTestEngine(), { dataDir: join(folder, name), databaseUrl, allowPrivateFetch: true });
    servers = await Promise.all([open('first'), open('second')]);
    receiver = await openReceiver();
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
    await receiver.close();
    await dropDatabase(databaseUrl);
    await rm(folder, { recursive: true, force: true });
  });

  it('are sent once each, whoever wrote them, with both looking at the same rows', async () => {
    const about = async () => ({ event: 'batch.completed' as const, data: {} });
    for (const { context, caller } of servers)
      await context.database.withTransaction(async (tx) => {
        for (let count = 0; count < 100; count++) {
          const webhookUrl = `${receiver.url}/${count % 10}`;
          await enqueueWebhooks(context, tx, { teamId: caller.teamId, webhookUrl, about });
        }
      });
    for (const { context } of servers) context.webhooks.wake();
    const { context, caller } = servers[0]!;
    const page = readWebhookMessagePage({ status: 'delivered', limit: '1000' });
    await until(async () => (await listWebhookMessages(context, caller, page)).messages.length === 200);
    expect(receiver.received).toHaveLength(200);
  });
});
