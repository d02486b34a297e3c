import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ensureManagementKey } from '../src/accounts/management-key.ts';
import { openHttpServer } from '../src/http/http-server.ts';
import { createTestEngine } from './test-engine.ts';
import { startTestServer, type TestServer, until } from './test-server.ts';

describe('/readyz', () => {
  const endings: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const end of endings.splice(0).reverse()) await end().catch(() => undefined);
  });

  async function start(onLost?: () => void): Promise<{ server: TestServer; ask: () => Promise<[number, unknown]> }> {
    const server = await startTestServer(createTestEngine(), { onLost });
    endings.push(() => rm(server.dataDir, { recursive: true, force: true }), server.close);
    const managementKey = await ensureManagementKey(server.dataDir);
    const http = await openHttpServer(server.context, {
      host: '127.0.0.1',
      port: 0,
      publicUrl: undefined,
      managementKey,
      closeTimeoutMs: 100,
    });
    endings.push(http.close);
    const ask = async (): Promise<[number, unknown]> => {
      const response = await fetch(`${http.url}/readyz`);
      return [response.status, await response.json()];
    };
    return { server, ask };
  }
  const UNAVAILABLE = [503, expect.objectContaining({ code: 'unavailable' })];

  it('is 503 when the database is dead, and no fault of the server', async () => {
    const { server, ask } = await start();
    expect(await ask()).toEqual([200, { status: 'ready' }]);
    await server.context.database.close();
    expect(await ask()).toEqual(UNAVAILABLE);
  });

  it('is 503 once another process owns the data folder, and the other’s lock stays', async () => {
    let losses = 0;
    const { server, ask } = await start(() => losses++);
    const lock = join(server.dataDir, 'lock');
    await writeFile(lock, 'somebody else');
    await until(() => losses > 0);
    expect(await ask()).toEqual(UNAVAILABLE);
    expect(server.context.isStopping).toBe(true);
    if (server.context.database.kind === 'pglite')
      expect(() => server.context.database.query).toThrow('another process');
    await server.context.close().catch(() => undefined);
    expect([losses, await readFile(lock, 'utf8')]).toEqual([1, 'somebody else']);
  });
});
