import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { accessNeeded, ENDPOINTS, type Endpoint, type ErrorCode } from '@openimagine/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everything, makeRefusedKeys, type RefusedKeys, someOfEach } from './refused-keys.ts';
import { createThingMaker, parametersOf, ROUTE_ROWS, SHARED_PARAMETERS, type ThingMaker } from './route-rows.ts';
import { openTestDoor, type TestDoor } from './test-door.ts';
import { createTestEngine, type TestEngine } from './test-engine.ts';
import { startTestServer, type TestServer } from './test-server.ts';

/** Each route of the contract, asked by everybody who may not. A route that is added gets its tests here by itself. */
describe('every route', () => {
  let engine: TestEngine;
  let server: TestServer;
  let door: TestDoor;
  let things: ThingMaker;
  let keys: RefusedKeys;
  let managementKey: string;
  let sink: Awaited<ReturnType<typeof openSink>>;
  beforeAll(async () => {
    engine = createTestEngine();
    server = await startTestServer(engine, { allowPrivateFetch: true, emulate: { latency: 'draft' } });
    door = await openTestDoor(server);
    managementKey = (await readFile(join(server.dataDir, 'management-key'), 'utf8')).trim();
    keys = await makeRefusedKeys(server);
    const { context, caller } = server;
    sink = await openSink();
    things = await createThingMaker(door, engine, {
      id: caller.teamId,
      hookUrl: sink.url,
      newKeyId: async () => (await context.keys.create({ teamId: caller.teamId, name: 'made' })).apiKey.id,
    });
  });
  afterAll(async () => {
    engine.finish();
    await door.http.close();
    await server.close();
    await sink.close();
  });

  it('has a row here, and no row is without its route', () => {
    const named = ENDPOINTS.map(({ operationId }) => operationId);
    const missing = named.filter((operationId) => ROUTE_ROWS[operationId] === undefined);
    expect(
      missing,
      'New endpoints. Add to ROUTE_ROWS in packages/server/test/route-rows.ts a body that works, if they take one',
    ).toEqual([]);
    expect(Object.keys(ROUTE_ROWS).filter((operationId) => !named.includes(operationId))).toEqual([]);
  });

  for (const endpoint of ENDPOINTS) {
    const { method, path, operationId, needsKey, needsManagementKey = false } = endpoint;
    const row = ROUTE_ROWS[operationId] ?? {};
    const title = `${method.toUpperCase()} ${path}`;

    const call = async (key: string | undefined, values: Readonly<Record<string, string>>, body?: object) => {
      const isForm = body instanceof FormData;
      const url = door.url + path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name]!));
      const response = await fetch(url, {
        method: method.toUpperCase(),
        headers: {
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
          ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      });
      return { response, status: response.status, text: await response.text() };
    };
    const refused = async (code: ErrorCode, who: string, ...request: Parameters<typeof call>): Promise<void> => {
      const { status, text } = await call(...request);
      const body = JSON.parse(text) as { code?: string };
      expect([who, body.code, status]).toEqual([who, code, expect.any(Number)]);
    };

    if (!needsKey) {
      it(`${title} is open to all`, async () => {
        expect((await call(undefined, {})).status).toBe(200);
      });
      continue;
    }

    it(`${title} is refused to whom it is not for, and changes nothing then`, async () => {
      await anotherSecond(door);
      const values = await valuesOf(endpoint, things);
      const body = await row.body?.(things);
      const before = await everything(server);
      await refused('unauthenticated', 'no key', undefined, values, body);
      await refused('unauthenticated', 'a wrong key', 'xai-wrong', values, body);
      await refused('unauthenticated', 'a revoked key', keys.revoked, values, body);
      await refused('unauthenticated', 'an expired key', keys.expired, values, body);
      if (needsManagementKey) {
        await refused('unauthenticated', 'an API key', 'a-key-of-the-tests', values, body);
        await refused('unauthenticated', 'a disabled key', keys.disabled, values, body);
      } else {
        await refused('unauthenticated', 'the management key', managementKey, values, body);
        await refused('permission-denied', 'a disabled key', keys.disabled, values, body);
        if (accessNeeded(endpoint) !== undefined)
          await refused('permission-denied', 'a key without the access', keys.powerless, values, body);
        if (namesThings(endpoint) || JSON.stringify(body ?? {}).includes('file_id'))
          await refused('not-found', 'another team', keys.other, values, body);
      }
      const after = await everything(server);
      expect({
        gone: before.filter((line) => !after.includes(line)),
        made: after.filter((line) => !before.includes(line)),
      }).toEqual({ gone: [], made: [] });
    });

    it(`${title} works for whom it is, and shows nobody else what is theirs`, async () => {
      await anotherSecond(door);
      const made = await valuesOf(endpoint, things);
      const body = await row.body?.(things);
      const ids = [server.caller.teamId, ...(await someOfEach(server))];
      if (!needsManagementKey && !namesThings(endpoint) && !JSON.stringify(body ?? {}).includes('file_id')) {
        for (const key of [keys.other, keys.powerless]) {
          const { text } = await call(key, made, body);
          const shown = ids.filter((id) => text.includes(id));
          expect(shown).toEqual(operationId === 'getApiKey' && key === keys.powerless ? [server.caller.teamId] : []);
        }
      }
      const values = (await row.ownValues?.(things)) ?? made;
      const { status, text } = await call(needsManagementKey ? managementKey : 'a-key-of-the-tests', values, body);
      expect([status, status === (row.ownStatus ?? 200) ? '' : text]).toEqual([row.ownStatus ?? 200, '']);
      engine.finish();
      engine.behave({ type: 'instant' });
    });
  }
});

/** Takes whatever it is told. */
async function openSink(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const sink = createServer(
    (request, response) => void request.resume().on('end', () => response.writeHead(204).end()),
  );
  await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(sink.address() as AddressInfo).port}/hook`,
    close: () =>
      new Promise((resolve) => {
        sink.close(() => resolve());
        sink.closeAllConnections();
      }),
  };
}

/** A team may begin one batch in a second. */
async function anotherSecond(door: TestDoor): Promise<void> {
  expect((await door.post('/x/clock', { advance_seconds: 1.1 })).status).toBe(200);
}

function namesThings(endpoint: Endpoint): boolean {
  return parametersOf(endpoint).some((name) => !SHARED_PARAMETERS.includes(name));
}

async function valuesOf(endpoint: Endpoint, things: ThingMaker): Promise<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const name of parametersOf(endpoint)) {
    // Of the three kinds of models each has its own route.
    values[name] = endpoint.path.startsWith('/v1/video-') ? 'grok-imagine-video' : await things.make(name);
  }
  return values;
}
