import { ERRORS, ErrorBody, type ErrorCode } from '@openimagine/contract';
import { expect } from 'vitest';
import { ensureManagementKey } from '../src/accounts/management-key.ts';
import { type HttpServer, openHttpServer } from '../src/http/http-server.ts';
import type { TestServer } from './test-server.ts';

/** The HTTP door of a test server, with the key of the tests in hand. */
export interface TestDoor {
  readonly http: HttpServer;
  readonly url: string;
  send(path: string, init?: RequestInit): Promise<Response>;
  /** @param body An object, or text that is sent as it is. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Checks status, code and shape of an error. */
  expectError(response: Response, code: ErrorCode): Promise<ErrorBody>;
}

export const TEST_KEY = 'a-key-of-the-tests';

export async function openTestDoor(server: TestServer, key = TEST_KEY): Promise<TestDoor> {
  const http = await openHttpServer(server.context, {
    host: '127.0.0.1',
    port: 0,
    publicUrl: undefined,
    managementKey: await ensureManagementKey(server.dataDir),
  });
  const send: TestDoor['send'] = (path, init = {}) =>
    fetch(http.url + path, { ...init, headers: { authorization: `Bearer ${key}`, ...init.headers } });
  return {
    http,
    url: http.url,
    send,
    post: (path, body, headers = {}) =>
      send(path, {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      }),
    async expectError(response, code) {
      const body = ErrorBody.parse(await response.json());
      expect([response.status, body.code]).toEqual([ERRORS[code].http, code]);
      expect(response.headers.get('x-request-id')).toBe(body.request_id);
      expect(JSON.stringify(body)).not.toMatch(/node_modules|\.ts:|\n\s+at /);
      return body;
    },
  };
}
