import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CreatedKey } from '@openimagine/contract';
import { ensureManagementKey } from '../src/accounts/management-key.ts';
import type { ContextOptions } from '../src/context.ts';
import { openHttpServer } from '../src/http/http-server.ts';
import { createTestEngine, type TestEngine } from './test-engine.ts';
import { startTestServer, type TestServer } from './test-server.ts';

export type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Response>;

/** A running system behind its HTTP door. */
export interface TestHttp extends AsyncDisposable {
  readonly url: string;
  readonly server: TestServer;
  readonly engine: TestEngine;
  /** Calls with a key; an empty one sends no key's text after `Bearer`. */
  as(key: string): Call;
  /** Calls with the management key. */
  readonly manage: Call;
  /** Of the first team. */
  makeKey(fields: object): Promise<CreatedKey>;
  close(): Promise<void>;
}

export async function startTestHttp(
  options: Partial<ContextOptions> & { readonly wrongKeyStatus?: 400 | 401; readonly engine?: TestEngine } = {},
): Promise<TestHttp> {
  const { wrongKeyStatus, engine = createTestEngine(), ...contextOptions } = options;
  const server = await startTestServer(engine, contextOptions);
  const door = await openHttpServer(server.context, {
    host: '127.0.0.1',
    port: 0,
    publicUrl: undefined,
    managementKey: await ensureManagementKey(server.dataDir),
    wrongKeyStatus,
  });
  const as =
    (key: string): Call =>
    (method, path, body, headers = {}) =>
      fetch(door.url + path, {
        method,
        headers: {
          authorization: `Bearer ${key}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
  const manage = as((await readFile(join(server.dataDir, 'management-key'), 'utf8')).trim());
  const close = async (): Promise<void> => {
    await door.close();
    await server.close();
  };
  return {
    url: door.url,
    server,
    engine,
    as,
    manage,
    async makeKey(fields) {
      const path = `/auth/teams/${server.context.firstKey.teamId}/api-keys`;
      return CreatedKey.parse(await (await manage('POST', path, { name: 'test', ...fields })).json());
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
