import { connect } from 'node:net';
import { ENDPOINTS, ErrorBody } from '@openimagine/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureManagementKey } from '../src/accounts/management-key.ts';
import { type HttpServer, openHttpServer } from '../src/http/http-server.ts';
import { expectError, startTestSystem, TEST_KEY, type TestSystem } from './test-door.ts';
import { createTestEngine } from './test-engine.ts';
import { makeTeam, startTestServer, type TestServer, until } from './test-server.ts';

describe('the HTTP door', () => {
  let door: TestSystem;
  let server: TestServer;
  let http: HttpServer;
  beforeAll(async () => {
    door = await startTestSystem();
    ({ server, http } = door);
  });
  afterAll(() => door.close());

  const send: TestSystem['send'] = (...given) => door.send(...given);
  const post: TestSystem['post'] = (...given) => door.post(...given);
  const doneVideo: TestSystem['doneVideo'] = (...given) => door.doneVideo(...given);

  it('has every endpoint of the contract, each behind its key, and no other method on it', async () => {
    for (const { path, method, needsKey, emulatorOnly } of ENDPOINTS) {
      if (emulatorOnly) continue;
      const real = path.replace('{model_id}', 'grok-imagine-image').replaceAll(/\{\w+\}/g, 'unknown');
      const open = await fetch(http.url + real, { method: method.toUpperCase() });
      expect(open.status, `${method} ${path} without a key`).toBe(needsKey ? 401 : 200);
      expect(open.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      const wrong = await send(real, { method: 'PATCH' });
      expect(wrong.headers.get('allow')?.toLowerCase()).toContain(method);
      await expectError(wrong, 'method-not-allowed');
    }
  });

  it('names the methods of a path alone, not those of one with a parameter in its place', async () => {
    for (const path of ['/v1/videos/edits', '/v1/videos/extensions', '/v1/batches/unknown:cancel'])
      expect((await send(path, { method: 'PATCH' })).headers.get('allow')).toBe('POST');
    const query = await send('/v1/models', { method: 'QUERY' });
    expect(query.headers.get('allow')).toBe('GET, HEAD');
    await expectError(query, 'method-not-allowed');
  });

  it('lists models by id, alias and kind', async () => {
    const all = (await (await send('/v1/models')).json()) as { data: { id: string }[] };
    expect(all.data).toHaveLength(6);
    expect(await (await send('/v1/models/grok-imagine-image-pro')).json()).toMatchObject({
      id: 'grok-imagine-image-quality',
      object: 'model',
    });
    expect(await (await send('/v1/image-generation-models/grok-imagine-image')).json()).toMatchObject({
      image_price: 2,
      max_prompt_length: 8000,
      output_modalities: ['image'],
    });
    expect(await (await send('/v1/video-generation-models')).json()).toMatchObject({
      models: [{ output_modalities: ['video'] }, {}, {}],
    });
  });

  it('shows a key without its secret', async () => {
    const info = await (await send('/v1/api-key')).json();
    expect(info).toMatchObject({
      team_id: server.caller.teamId,
      api_key_id: server.caller.keyId,
      api_key_disabled: false,
      acls: ['api-key:model:*', 'api-key:endpoint:*'],
    });
    expect(JSON.stringify(info)).not.toContain(TEST_KEY);
  });

  it('gives another team 404 for a video, and its key cannot manage keys', async () => {
    const other = await makeTeam(server, 'other');
    const { key } = await server.context.keys.create({ teamId: other.teamId, name: 'other' });
    const { request_id } = (await (await post('/v1/videos/generations', { prompt: 'a fox', duration: 1 })).json()) as {
      request_id: string;
    };
    await expectError(
      await send(`/v1/videos/${request_id}`, { headers: { authorization: `Bearer ${key}` } }),
      'not-found',
    );
    await expectError(await send(`/auth/teams/${server.caller.teamId}/api-keys`), 'unauthenticated');
  });

  it('describes itself without loading anything from elsewhere', async () => {
    const openapi = (await (await fetch(`${http.url}/openapi.json`)).json()) as {
      openapi: string;
      servers: { url: string }[];
    };
    expect(openapi).toMatchObject({ openapi: '3.1.0', servers: [{ url: http.url }] });
    const page = await fetch(`${http.url}/docs`);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await page.text();
    expect(html.replaceAll(http.url, '')).not.toMatch(/(src|href)="?(https?:)?\/\//);
    for (const { path } of ENDPOINTS) expect(html).toContain(path);
  });

  it('counts for Prometheus', async () => {
    await send('/v1/models');
    await doneVideo();
    const metrics = await (await fetch(`${http.url}/metrics`)).text();
    expect(metrics).toMatch(/openimagine_http_requests_total\{route="\/v1\/models",method="GET",status="200"\} [1-9]/);
    expect(metrics).toMatch(/openimagine_generations\{kind="video",state="done"\} [1-9]/);
  });
});

it('tells an image call that still waits when it stops to try again, and does not draw it later', async () => {
  const engine = createTestEngine({ behaviours: [{ type: 'hanging' }] });
  const server = await startTestServer(engine);
  const managementKey = await ensureManagementKey(server.dataDir);
  const http = await openHttpServer(server.context, {
    host: '127.0.0.1',
    port: 0,
    publicUrl: undefined,
    managementKey,
  });
  const headers = { authorization: `Bearer ${TEST_KEY}`, 'content-type': 'application/json' };
  const waiting = fetch(`${http.url}/v1/images/generations`, { method: 'POST', headers, body: '{"prompt":"a fox"}' });
  await until(() => engine.runs.length === 1);
  await Promise.all([http.close(), server.context.close()]);
  const reply = await waiting;
  expect([reply.status, ErrorBody.parse(await reply.json()).code]).toEqual([503, 'unavailable']);
  await server.restart();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(engine.runs).toHaveLength(1);
  await server.close();
});

it('stops although a client never finishes its request', async () => {
  const server = await startTestServer(createTestEngine());
  const managementKey = await ensureManagementKey(server.dataDir);
  const http = await openHttpServer(server.context, {
    host: '127.0.0.1',
    port: 0,
    publicUrl: undefined,
    managementKey,
    closeTimeoutMs: 100,
  });
  const socket = connect(Number(new URL(http.url).port), '127.0.0.1');
  const ended = new Promise((resolve) => socket.on('close', resolve).on('error', () => undefined));
  socket.write(
    `POST /v1/images/generations HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${TEST_KEY}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
  );
  await new Promise((resolve) => setTimeout(resolve, 100));
  await http.close();
  await ended;
  await server.close();
});
