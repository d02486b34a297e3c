import {
  type WebhookEndpointBody,
  WebhookMessageDetail,
  WebhookMessageList,
  WebhookPayload,
} from '@openimagine/contract';
import { EngineError } from '@openimagine/engines';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openTestDoor, type TestDoor } from './test-door.ts';
import { createTestEngine, type TestEngine } from './test-engine.ts';
import { startTestServer, type TestServer, until } from './test-server.ts';
import { openReceiver, verify, type WebhookReceiver } from './webhook-receiver.ts';

const VIDEOS = '/v1/videos/generations';
const IMAGES = '/v1/images/generations';
const ENDPOINTS = '/v1/webhook-endpoints';
const DAY_MS = 24 * 3_600_000;

interface Made extends WebhookEndpointBody {
  readonly secret: string;
}

describe('webhooks', () => {
  let engine: TestEngine;
  let server: TestServer;
  let door: TestDoor;
  let receiver: WebhookReceiver;
  let count = 0;
  beforeAll(async () => {
    engine = createTestEngine();
    server = await startTestServer(engine, { allowPrivateFetch: true });
    door = await openTestDoor(server);
    receiver = await openReceiver();
  });
  afterAll(async () => {
    await door.http.close();
    await server.close();
    await receiver.close();
  });
  afterEach(async () => {
    engine.behave({ type: 'instant' });
    receiver.answer(204);
    for (const { id } of await endpoints()) await door.send(`${ENDPOINTS}/${id}`, { method: 'DELETE' });
  });

  const json = async <T>(response: Response): Promise<T> => {
    expect(response.status).toBe(200);
    return (await response.json()) as T;
  };
  const endpoints = async (): Promise<WebhookEndpointBody[]> =>
    (await json<{ data: WebhookEndpointBody[] }>(await door.send(ENDPOINTS))).data;
  /** At a path of its own, so that tests do not hear each other. */
  const makeEndpoint = async (fields: object = {}): Promise<Made & { readonly path: string }> => {
    const path = `/hook-${++count}`;
    const made = await json<Made>(await door.post(ENDPOINTS, { url: receiver.url + path, ...fields }));
    return { ...made, path };
  };
  const video = async (fields: object = {}): Promise<string> =>
    (await json<{ request_id: string }>(await door.post(VIDEOS, { prompt: 'a fox', duration: 1, ...fields })))
      .request_id;
  const poll = async (id: string): Promise<object> => (await (await door.send(`/v1/videos/${id}`)).json()) as object;
  const messages = async (query = ''): Promise<WebhookMessageList> =>
    WebhookMessageList.parse(await json(await door.send(`/v1/webhook-messages${query}`)));
  const message = async (id: string): Promise<WebhookMessageDetail> =>
    WebhookMessageDetail.parse(await json(await door.send(`/v1/webhook-messages/${id}`)));
  const post = (path: string, body: object = {}) => door.post(path, body);

  it('tell of a video what its poll says, signed for the official verifier', async () => {
    const { path, secret } = await makeEndpoint();
    const id = await video();
    const [first] = await receiver.got(1, path);
    const payload = WebhookPayload.parse(verify(secret, first!));
    expect(payload).toMatchObject({ type: 'video.completed', data: { request_id: id, ...(await poll(id)) } });
    expect(JSON.stringify(payload)).toContain(`${door.url}/assets/`);
    const { url } = (payload.data as { video: { url: string } }).video;
    expect((await fetch(url)).status).toBe(200);
    expect(() => verify(secret, { ...first!, body: first!.body.replace('done', 'lost') })).toThrow('No matching');
    await until(async () => (await messages(`?generation_id=${id}`)).data[0]?.status === 'delivered');
    const [told] = (await messages(`?generation_id=${id}`)).data;
    expect(first!.headers['webhook-id']).toBe(told!.id);
    expect(first!.headers['content-type']).toBe('application/json');
  });

  it('go to the `webhook_url` of a request, signed with the secret of the team', async () => {
    const response = await door.post(IMAGES, {
      prompt: 'a fox',
      n: 2,
      response_format: 'b64_json',
      webhook_url: `${receiver.url}/mine?x=1`,
    });
    const reply = await json<{ data: { b64_json: string; seed: number }[] }>(response);
    const [first] = await receiver.got(1, '/mine?x=1');
    const { secret } = await json<{ secret: string }>(await door.send('/v1/webhook-secret'));
    const { type, data } = verify(secret, first!) as { type: string; data: { data: { url: string; seed: number }[] } };
    expect(type).toBe('image.completed');
    expect(data.data.map(({ seed }) => seed)).toEqual(reply.data.map(({ seed }) => seed));
    expect(first!.body).not.toContain('b64_json');
    expect((await fetch(data.data[1]!.url)).status).toBe(200);
  });

  it('tell of every other end: failed, refused, cancelled', async () => {
    const { path, secret } = await makeEndpoint();
    const told = async (nth: number): Promise<object> =>
      verify(secret, (await receiver.got(nth, path))[nth - 1]!) as object;

    engine.behave({ type: 'failing', error: new EngineError('invalid_request', 'No.') });
    const failed = await video();
    expect(await told(1)).toMatchObject({
      type: 'video.failed',
      data: { request_id: failed, ...(await poll(failed)) },
    });

    engine.behave({ type: 'moderated', stage: 'output' });
    await door.post(IMAGES, { prompt: 'a fox' });
    expect(await told(2)).toMatchObject({
      type: 'image.failed',
      data: {
        status: 'failed',
        error: { code: 'invalid_argument', details: [{ input: 'output[0]', reason: 'moderated' }] },
        usage: { cost_in_usd_ticks: expect.any(Number) },
      },
    });

    engine.behave({ type: 'waiting' });
    const cancelled = await video();
    await until(() => engine.runs.length === 1);
    expect((await door.send(`/v1/videos/${cancelled}`, { method: 'DELETE' })).status).toBeLessThan(300);
    expect(await told(3)).toMatchObject({
      type: 'video.cancelled',
      data: { request_id: cancelled, ...(await poll(cancelled)) },
    });
  });

  it('are told only of the events that they asked for, and nothing while they are disabled', async () => {
    const all = await makeEndpoint();
    const failures = await makeEndpoint({ events: ['video.failed', 'image.failed'] });
    const pictures = await makeEndpoint({ events: ['image.completed'] });
    expect(failures).toMatchObject({ events: ['video.failed', 'image.failed'], status: 'enabled' });
    const disabled = await json<WebhookEndpointBody>(await post(`${ENDPOINTS}/${pictures.id}/disable`));
    expect(disabled).toMatchObject({ status: 'disabled', disabled_reason: 'requested' });
    await door.post(IMAGES, { prompt: 'a fox' });
    await receiver.got(1, all.path);
    await json(await post(`${ENDPOINTS}/${pictures.id}/enable`));
    await door.post(IMAGES, { prompt: 'a fox' });
    await receiver.got(2, all.path);
    expect(await receiver.got(1, pictures.path)).toHaveLength(1);
    expect(receiver.received.filter(({ path }) => path === failures.path)).toEqual([]);
  });

  it('show a secret once, and sign with the old one too until its overlap ends', async () => {
    const { id, path, secret } = await makeEndpoint();
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    expect(await (await door.send(ENDPOINTS)).text()).not.toContain('whsec_');
    const rotated = await json<Made>(await post(`${ENDPOINTS}/${id}/rotate-secret`));
    expect(rotated.secret).not.toBe(secret);
    await video();
    const [first] = await receiver.got(1, path);
    expect(first!.headers['webhook-signature']!.split(' ')).toHaveLength(2);
    for (const either of [secret, rotated.secret]) expect(verify(either, first!)).toHaveProperty('type');

    server.advance(DAY_MS);
    await video();
    const second = (await receiver.got(2, path))[1]!;
    expect(verify(rotated.secret, second)).toHaveProperty('type');
    expect(() => verify(secret, second)).toThrow('No matching');

    await json(await post(`${ENDPOINTS}/${id}/rotate-secret`, { overlap_seconds: 0 }));
    await video();
    const third = (await receiver.got(3, path))[2]!;
    expect(() => verify(rotated.secret, third)).toThrow('No matching');
    await door.expectError(await post(`${ENDPOINTS}/${id}/rotate-secret`, { overlap_seconds: -1 }), 'invalid-argument');
  });

  it('keep one team secret, which rotates with an overlap as well', async () => {
    interface Secret {
      readonly secret: string;
      readonly previous_secret_until: number | null;
    }
    const before = await json<Secret>(await door.send('/v1/webhook-secret'));
    expect(await json<Secret>(await door.send('/v1/webhook-secret'))).toEqual(before);
    const headers = { 'idempotency-key': 'rotate-once' };
    const after = await json<Secret>(await door.post('/v1/webhook-secret/rotate', { overlap_seconds: 60 }, headers));
    expect(await json<Secret>(await door.post('/v1/webhook-secret/rotate', { overlap_seconds: 60 }, headers))).toEqual(
      after,
    );
    expect(after.secret).not.toBe(before.secret);
    expect(after.previous_secret_until).toBeCloseTo(server.context.now().getTime() / 1000 + 60, -1);
    await video({ webhook_url: `${receiver.url}/both` });
    const [first] = await receiver.got(1, '/both');
    for (const { secret } of [before, after]) expect(verify(secret, first!)).toHaveProperty('type');
  });

  it('are logged with every attempt, in pages, and replayed under the same id', async () => {
    const { id, path } = await makeEndpoint();
    receiver.answer(500);
    await video();
    await receiver.got(1, path);
    const query = `?endpoint_id=${id}`;
    await until(async () => (await messages(query)).data[0]!.attempts === 1);
    receiver.answer(204);
    const [one] = (await messages(query)).data;
    const replayed = await json<object>(await post(`/v1/webhook-messages/${one!.id}/replay`));
    expect(replayed).toMatchObject({ status: 'pending', attempts: 0 });
    const [first, second] = await receiver.got(2, path);
    expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    expect(second!.body).toBe(first!.body);
    await until(async () => (await messages(query)).data[0]!.status === 'delivered');
    const detail = await message(one!.id);
    expect(detail.attempt_log).toEqual([
      { at: expect.any(String), duration_ms: expect.any(Number), status: 500, error: 'It answered with status 500.' },
      { at: expect.any(String), duration_ms: expect.any(Number), status: 204, error: null },
    ]);
    expect(detail.payload).toEqual(first!.payload);

    await post(`/v1/webhook-messages/${one!.id}/replay`);
    await receiver.got(3, path);
    await video();
    await video();
    await receiver.got(5, path);
    const page = await messages(`${query}&limit=2`);
    expect(page).toMatchObject({ has_more: true, pagination_token: page.data[1]!.id });
    const rest = await messages(`${query}&limit=2&pagination_token=${page.pagination_token}`);
    expect(rest).toMatchObject({ has_more: false, pagination_token: null, data: [{ id: one!.id }] });
    expect((await messages(`${query}&event=image.failed`)).data).toEqual([]);
    for (const bad of ['?status=lost', '?event=x', '?endpoint_id=x', '?limit=0', `?pagination_token=${id}`])
      await door.expectError(await door.send(`/v1/webhook-messages${bad}`), 'invalid-argument');
  });

  it('forget what is thirty days old', async () => {
    const { id, path } = await makeEndpoint();
    await video();
    await receiver.got(1, path);
    const [one] = (await messages(`?endpoint_id=${id}`)).data;
    server.advance(29 * DAY_MS);
    await server.context.sweep();
    expect((await message(one!.id)).id).toBe(one!.id);
    server.advance(DAY_MS + 60_000);
    await server.context.sweep();
    await door.expectError(await door.send(`/v1/webhook-messages/${one!.id}`), 'not-found');
  });

  it('are a team’s own: others find nothing of them', async () => {
    const { id, path } = await makeEndpoint();
    await video();
    await receiver.got(1, path);
    const [one] = (await messages(`?endpoint_id=${id}`)).data;
    const { context } = server;
    const teamId = context.randomUUID();
    await context.database.query
      .insertInto('teams')
      .values({ id: teamId, name: 'other', created_at: context.now() })
      .execute();
    const { key } = await context.keys.create({ teamId, name: 'other' });
    const headers = { authorization: `Bearer ${key}` };
    const calls: readonly (readonly [string, string])[] = [
      ['GET', `${ENDPOINTS}/${id}`],
      ['DELETE', `${ENDPOINTS}/${id}`],
      ['POST', `${ENDPOINTS}/${id}/rotate-secret`],
      ['POST', `${ENDPOINTS}/${id}/disable`],
      ['POST', `${ENDPOINTS}/${id}/enable`],
      ['GET', `/v1/webhook-messages/${one!.id}`],
      ['POST', `/v1/webhook-messages/${one!.id}/replay`],
      ['GET', `${ENDPOINTS}/nonsense`],
      ['GET', '/v1/webhook-messages/nonsense'],
    ];
    for (const [method, path] of calls) await door.expectError(await door.send(path, { method, headers }), 'not-found');
    for (const path of [ENDPOINTS, '/v1/webhook-messages'])
      expect(await json(await door.send(path, { headers }))).toMatchObject({ data: [] });
    await door.expectError(
      await door.send(`/v1/webhook-messages?pagination_token=${one!.id}`, { headers }),
      'invalid-argument',
    );
    const [mine, theirs] = await Promise.all(
      [{}, { headers }].map(async (init) => json<{ secret: string }>(await door.send('/v1/webhook-secret', init))),
    );
    expect(mine!.secret).not.toBe(theirs!.secret);
    const none = await context.keys.create({ teamId, name: 'none', acls: ['api-key:endpoint:video'] });
    await door.expectError(
      await door.send(ENDPOINTS, { headers: { authorization: `Bearer ${none.key}` } }),
      'permission-denied',
    );
  });

  it('are refused with a sentence: no URL, a strange event, one too many; the same key twice makes one', async () => {
    const url = `${receiver.url}/x`;
    await door.expectError(await post(ENDPOINTS, {}), 'unprocessable');
    await door.expectError(await post(ENDPOINTS, { url: 7 }), 'unprocessable');
    await door.expectError(await post(ENDPOINTS, { url, events: ['video.lost'] }), 'unprocessable');
    for (const bad of ['ftp://x.example/', 'no url', 'https://me@x.example/', 'http://169.254.169.254/latest'])
      await door.expectError(await post(ENDPOINTS, { url: bad }), 'invalid-argument');
    await door.expectError(await post(ENDPOINTS, { url, description: 'x'.repeat(501) }), 'invalid-argument');
    const headers = { 'idempotency-key': 'endpoint-once' };
    const both = await Promise.all([0, 1].map(async () => json<Made>(await door.post(ENDPOINTS, { url }, headers))));
    expect(both[0]).toEqual(both[1]);
    for (let made = 1; made < 20; made++) await makeEndpoint();
    await door.expectError(await post(ENDPOINTS, { url }), 'invalid-argument');
    expect(await endpoints()).toHaveLength(20);
  });
});
