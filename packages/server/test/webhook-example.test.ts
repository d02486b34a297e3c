import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openTestDoor } from './test-door.ts';
import { createTestEngine } from './test-engine.ts';
import { startTestServer, until } from './test-server.ts';

const PACKAGE = fileURLToPath(new URL('..', import.meta.url));
const DOCS = new URL('../../../docs/REST.md', import.meta.url);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

it('the receiver of the documentation verifies what it is told, as it stands there', async () => {
  const code = /```js\n(import [^`]*standardwebhooks[^`]*)```/.exec(await readFile(DOCS, 'utf8'))![1]!;
  const server = await startTestServer(createTestEngine(), { allowPrivateFetch: true });
  const door = await openTestDoor(server);
  const port = await freePort();
  const { secret } = (await (await door.send('/v1/webhook-secret')).json()) as { secret: string };
  const receiver = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: PACKAGE,
    env: { ...process.env, WEBHOOK_SECRET: secret, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = `http://127.0.0.1:${port}/hook`;
    const forged = (): Promise<number> =>
      fetch(url, { method: 'POST', body: '{}' }).then(
        ({ status }) => status,
        () => 0,
      );
    await until(async () => (await forged()) === 400);
    const lines = createInterface({ input: receiver.stdout })[Symbol.asyncIterator]();
    const order = { prompt: 'a fox', duration: 1, webhook_url: url };
    const { request_id } = (await (await door.post('/v1/videos/generations', order)).json()) as { request_id: string };
    expect((await lines.next()).value).toMatch(new RegExp(`^video\\.completed ${request_id} ${door.url}/assets/`));
  } finally {
    receiver.kill();
    await door.http.close();
    await server.close();
  }
});
