import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { CreatedKey, ERRORS, ErrorBody, type ErrorCode, VideoStatus } from '@openimagine/contract';
import { expect } from 'vitest';
import { ensureManagementKey } from '../src/accounts/management-key.ts';
import type { ContextOptions } from '../src/context.ts';
import { type HttpServer, openHttpServer } from '../src/http/http-server.ts';
import { createTestEngine, type TestEngine } from './test-engine.ts';
import { startTestServer, type TestServer } from './test-server.ts';

export const TEST_KEY = 'a-key-of-the-tests';

export type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Response>;

type DoneVideo = Extract<VideoStatus, { status: 'done' }>;

/** The HTTP door of a test server, with the key of the tests in hand. */
export interface TestDoor {
  readonly http: HttpServer;
  readonly url: string;
  send(path: string, init?: RequestInit): Promise<Response>;
  /** @param body An object, or text that is sent as it is. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Calls with another key; an empty one sends no key's text after `Bearer`. */
  as(key: string): Call;
  /** Calls with the management key. */
  readonly manage: Call;
  /** Of the first team. */
  makeKey(fields: object): Promise<CreatedKey>;
  /** Orders a video and polls until it is done. @param headers Of the polls. */
  doneVideo(fields?: object, headers?: Record<string, string>): Promise<DoneVideo>;
  /** As the function of this name. */
  expectError(response: Response, code: ErrorCode): Promise<ErrorBody>;
}

export async function openTestDoor(
  server: TestServer,
  options: { readonly wrongKeyStatus?: 400 | 401 | undefined } = {},
): Promise<TestDoor> {
  const http = await openHttpServer(server.context, {
    host: '127.0.0.1',
    port: 0,
    publicUrl: undefined,
    managementKey: await ensureManagementKey(server.dataDir),
    ...options,
  });
  const as = callsWith(http.url);
  const manage = as((await readFile(join(server.dataDir, 'management-key'), 'utf8')).trim());
  const send: TestDoor['send'] = (path, init = {}) =>
    fetch(http.url + path, { ...init, headers: { authorization: `Bearer ${TEST_KEY}`, ...init.headers } });
  const post: TestDoor['post'] = (path, body, headers = {}) =>
    send(path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  return {
    http,
    url: http.url,
    send,
    post,
    as,
    manage,
    async makeKey(fields) {
      const path = `/auth/teams/${server.context.firstKey.teamId}/api-keys`;
      return CreatedKey.parse(await (await manage('POST', path, { name: 'test', ...fields })).json());
    },
    async doneVideo(fields = {}, headers = {}) {
      const order = { prompt: 'a fox', duration: 1, ...fields };
      const { request_id } = (await (await post('/v1/videos/generations', order)).json()) as { request_id: string };
      for (;;) {
        const response = await send(`/v1/videos/${request_id}`, { headers });
        const status = VideoStatus.parse(await response.json());
        expect(response.status).toBe(status.status === 'pending' ? 202 : 200);
        if (status.status === 'done') return status;
        expect(status.status).toBe('pending');
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    expectError,
  };
}

function callsWith(url: string): TestDoor['as'] {
  return (key) =>
    (method, path, body, headers = {}) =>
      fetch(url + path, {
        method,
        headers: {
          authorization: `Bearer ${key}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
}

/** A running system behind its door. */
export interface TestSystem extends TestDoor, AsyncDisposable {
  readonly engine: TestEngine;
  readonly server: TestServer;
  close(): Promise<void>;
}

export async function startTestSystem(
  options: Partial<ContextOptions> & { readonly wrongKeyStatus?: 400 | 401; readonly engine?: TestEngine } = {},
): Promise<TestSystem> {
  const { wrongKeyStatus, engine = createTestEngine(), ...contextOptions } = options;
  const server = await startTestServer(engine, contextOptions);
  const door = await openTestDoor(server, { wrongKeyStatus });
  const close = async (): Promise<void> => {
    await door.http.close();
    await server.close();
  };
  return { ...door, engine, server, close, [Symbol.asyncDispose]: close };
}

/** Expects an error of this code, in the one shape, that tells nothing of where it came from. */
export async function expectError(response: Response, code: ErrorCode): Promise<ErrorBody> {
  const body = ErrorBody.parse(await response.json());
  expect([response.status, body.code]).toEqual([ERRORS[code].http, code]);
  expect(response.headers.get('x-request-id')).toBe(body.request_id);
  expect(JSON.stringify(body)).not.toMatch(/node_modules|\.ts:|\n\s+at /);
  return body;
}

/** Sends bytes as they are. @returns All that comes back until the connection ends. */
export function rawRequest(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let reply = '';
    socket.on('data', (chunk) => (reply += chunk.toString()));
    socket.on('end', () => resolve(reply));
    socket.on('error', reject);
  });
}
