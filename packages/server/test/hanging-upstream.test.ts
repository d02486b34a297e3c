import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createXaiEngine } from '@openimagine/engines';
import { expect, it } from 'vitest';
import { createImage } from '../src/operations/create-image.ts';
import { imageOrder, ledgerSums, startTestServer } from './test-server.ts';

it('an upstream that hangs is asked for the same pictures three times, not without end', async () => {
  const keys: unknown[] = [];
  const upstream = createServer((request) => void keys.push(request.headers['idempotency-key']));
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  const { port } = upstream.address() as AddressInfo;
  const engine = createXaiEngine({ baseUrl: `http://127.0.0.1:${port}`, apiKey: 'a-key' });
  const server = await startTestServer(engine, { settings: { deadlineMs: () => 300 } });
  try {
    await expect(createImage(server.context, server.caller, imageOrder())).rejects.toMatchObject({
      code: 'internal-error',
    });
    server.advance(3_600_000);
    await server.context.sweep();
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(await ledgerSums(server)).toEqual({ all: 0n, held: 0n, revenue: 0n });
  } finally {
    await server.close();
    upstream.closeAllConnections();
    upstream.close();
  }
});
