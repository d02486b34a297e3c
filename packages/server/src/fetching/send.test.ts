import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { createGuardedClient, type GuardedClient } from './guarded-client.ts';
import { pour, startRawServer } from './testing/raw-server.ts';

const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';
const MiB = 2 ** 20;

function put(client: GuardedClient, url: string, more: object = {}): Promise<{ status: number; text: string }> {
  return client.send(url, {
    method: 'PUT',
    headers: { 'content-type': 'video/mp4' },
    body: Buffer.from('film'),
    timeoutMs: 5_000,
    ...more,
  });
}

/** A body that never ends, and what has been taken of it. */
function endless(): { readonly body: Readable; readonly headers: Record<string, string> } {
  const body = new Readable({ read: () => void body.push(Buffer.alloc(64 * 1024)) });
  body.on('error', () => undefined);
  return { body, headers: { 'content-length': String(2 ** 40) } };
}

it('sends what it is given, and gives back the status and what was said', async () => {
  await using server = await startRawServer((socket) => socket.end(OK));
  await using files = new AsyncDisposableStack();
  const client = createGuardedClient({ allowPrivate: true });
  files.defer(() => client.close());
  expect(await put(client, `${server.origin}/a?signature=b#c`)).toEqual({ status: 200, text: 'ok' });
  const [head] = server.heads;
  expect(head).toMatch(/^PUT \/a\?signature=b HTTP\/1\.1\r\n/);
  expect(head).toMatch(/content-type: video\/mp4\r\n/i);
  expect(head).toMatch(/content-length: 4\r\n/i);
  expect(head).not.toMatch(/authorization|cookie|referer/i);
  await server.whenAlone();
});

it('sends nothing to where an answer points', async () => {
  await using other = await startRawServer((socket) => socket.end(OK));
  await using server = await startRawServer((socket) =>
    socket.end(`HTTP/1.1 307 Temporary Redirect\r\nLocation: ${other.origin}/\r\nContent-Length: 0\r\n\r\n`),
  );
  const client = createGuardedClient({ allowPrivate: true });
  expect((await put(client, server.origin)).status).toBe(307);
  expect(other.seen.accepted).toBe(0);
  await client.close();
});

it.each([
  ['an address of this machine', (port: number) => `http://127.0.0.1:${port}/`],
  ['another spelling of it', (port: number) => `http://0x7f.1:${port}/`],
  ['a mapped one', (port: number) => `http://[::ffff:127.0.0.1]:${port}/`],
  ['a local name', (port: number) => `http://localhost:${port}/`],
  ['a name that stands for it', (port: number) => `http://bucket.example:${port}/`],
  ['where clouds keep credentials', () => 'http://169.254.169.254/latest/'],
])('sends nothing to %s', async (_what, urlOf) => {
  await using server = await startRawServer((socket) => socket.end(OK));
  const client = createGuardedClient({ allowPrivate: false, resolve: async () => ['127.0.0.1'] });
  await expect(put(client, urlOf(server.port))).rejects.toMatchObject({ kind: 'forbidden_address' });
  expect(server.seen.accepted).toBe(0);
  await client.close();
});

it.each(['ftp://bucket.example/', 'http://user@bucket.example/', 'http://:secret@bucket.example/', 'no url'])(
  'refuses %s',
  async (url) => {
    const client = createGuardedClient({ allowPrivate: true });
    await expect(put(client, url)).rejects.toMatchObject({ kind: 'bad_url' });
    await client.close();
  },
);

it.each<[string, (socket: Socket) => void, { status: number } | string]>([
  ['never reads', () => undefined, 'too_slow'],
  ['answers before it has read all', (socket) => socket.write(OK), { status: 200 }],
  [
    'refuses before it has read all',
    (socket) => socket.end('HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n'),
    { status: 403 },
  ],
  ['hangs up', (socket) => socket.destroy(), 'unreachable'],
])('leaves no connection behind with one that %s', async (_what, script, expected) => {
  await using server = await startRawServer(script);
  const client = createGuardedClient({ allowPrivate: true });
  const { body, headers } = endless();
  const sent = put(client, server.origin, { body, headers, timeoutMs: 300 });
  if (typeof expected === 'string') await expect(sent).rejects.toMatchObject({ kind: expected });
  else expect(await sent).toMatchObject(expected);
  body.destroy();
  await server.whenAlone();
  await client.close();
});

it('keeps the beginning of an answer without an end, and hangs up', async () => {
  await using server = await startRawServer((socket) => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    pour(socket, Buffer.alloc(MiB, 'x'));
  });
  const client = createGuardedClient({ allowPrivate: true });
  const { text } = await put(client, server.origin);
  expect(text).toBe('x'.repeat(2_048));
  await server.whenAlone();
  await client.close();
});

it.each([
  ['shorter than was said', () => Readable.from([Buffer.from('ab')])],
  ['longer than was said', () => Readable.from([Buffer.from('abcdef')])],
  ['that breaks', () => new Readable({ read: () => void 0 }).destroy(new Error('the disk is gone'))],
])('ends with a body %s', async (_what, bodyOf) => {
  await using server = await startRawServer(() => undefined);
  const client = createGuardedClient({ allowPrivate: true });
  const body = bodyOf();
  body.on('error', () => undefined);
  const sent = put(client, server.origin, { body, headers: { 'content-length': '4' }, timeoutMs: 1_000 });
  await expect(sent).rejects.toMatchObject({ name: 'FetchError' });
  await server.whenAlone();
  await client.close();
});

it('ends with the reason of its signal', async () => {
  await using server = await startRawServer(() => stopping.abort('claim-lost'));
  const stopping = new AbortController();
  const client = createGuardedClient({ allowPrivate: true });
  await expect(put(client, server.origin, { signal: stopping.signal })).rejects.toBe('claim-lost');
  await server.whenAlone();
  await client.close();
});
