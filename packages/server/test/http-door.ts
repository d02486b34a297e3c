import { connect } from 'node:net';
import { ERRORS, ErrorBody, type ErrorCode, VideoStatus } from '@openimagine/contract';
import { expect } from 'vitest';
import { ensureManagementKey } from '../src/accounts/management-key.ts';
import { type HttpServer, openHttpServer } from '../src/http/http-server.ts';
import { createTestEngine, type TestEngine } from './test-engine.ts';
import { startTestServer, type TestServer } from './test-server.ts';

export const KEY = 'a-key-of-the-tests';

type DoneVideo = Extract<VideoStatus, { status: 'done' }>;

/** A running system with its HTTP door, and a client that holds the key. */
export interface HttpDoor {
  readonly engine: TestEngine;
  readonly server: TestServer;
  readonly http: HttpServer;
  send(path: string, init?: RequestInit): Promise<Response>;
  /** @param body A string is sent as it is, anything else as JSON. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Orders a video and polls until it is done. @param headers Of the polls. */
  doneVideo(fields?: object, headers?: Record<string, string>): Promise<DoneVideo>;
  close(): Promise<void>;
}

export async function openHttpDoor(): Promise<HttpDoor> {
  const engine = createTestEngine();
  const server = await startTestServer(engine);
  const http = await openHttpServer(server.context, {
    host: '127.0.0.1',
    port: 0,
    publicUrl: undefined,
    managementKey: await ensureManagementKey(server.dataDir),
  });
  const send: HttpDoor['send'] = (path, init = {}) =>
    fetch(http.url + path, { ...init, headers: { authorization: `Bearer ${KEY}`, ...init.headers } });
  const post: HttpDoor['post'] = (path, body, headers = {}) =>
    send(path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  const doneVideo = async (fields: object = {}, headers: Record<string, string> = {}): Promise<DoneVideo> => {
    const { request_id } = (await (
      await post('/v1/videos/generations', { prompt: 'a fox', duration: 1, ...fields })
    ).json()) as { request_id: string };
    for (;;) {
      const response = await send(`/v1/videos/${request_id}`, { headers });
      const status = VideoStatus.parse(await response.json());
      expect(response.status).toBe(status.status === 'pending' ? 202 : 200);
      if (status.status === 'done') return status;
      expect(status.status).toBe('pending');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  return {
    engine,
    server,
    http,
    send,
    post,
    doneVideo,
    async close() {
      await http.close();
      await server.close();
    },
  };
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
