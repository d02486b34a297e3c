import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, expect, it, vi } from 'vitest';
import { VERSION } from '../version.ts';
import { createGuardedClient } from './guarded-client.ts';
import { createDnsResolver } from './resolve-name.ts';
import { fetchAll, fetchError } from './testing/attempt.ts';
import { CERTIFICATE, type RawServer, startRawServer } from './testing/raw-server.ts';

const HELLO = 'HTTP/1.1 200 OK\r\nContent-Type: Image/PNG; charset=x\r\nContent-Length: 5\r\n\r\nhello';
const MiB = 2 ** 20;

/** Answers `/to?X` with a redirect to X, `/hops/n` with one to `/hops/n-1`, and the rest with `hello`. */
function startRedirector(options?: { isTls?: boolean }): Promise<RawServer> {
  return startRawServer((socket, path) => {
    const hops = Number(/^\/hops\/(\d+)/.exec(path)?.[1] ?? 0);
    const location = hops > 0 ? `/hops/${hops - 1}` : /^\/to\?(.*)$/.exec(path)?.[1];
    socket.end(location === undefined ? HELLO : redirect(location));
  }, options);
}

function redirect(location: string, more = ''): string {
  return `HTTP/1.1 302 Found\r\nLocation: ${location}\r\n${more}Content-Length: 0\r\n\r\n`;
}

/** Without it, what is measured is when the collector last came by. */
setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

afterEach(() => {
  vi.unstubAllEnvs();
});

it('fetches a file, and says its type and length as the other side does', async () => {
  await using server = await startRedirector();
  const client = createGuardedClient({ allowPrivate: true });
  const fetched = await client.fetch(`${server.origin}/a.png#part`, { bytesMax: 5 });
  expect(fetched).toMatchObject({ mime: 'image/png', sizeBytes: 5, url: `${server.origin}/a.png` });
  expect(await new Response(fetched.body).text()).toBe('hello');
  await server.whenAlone();
  await client.close();
});

it('outlives an end that comes while nobody reads', async () => {
  const size = 64 * 1024;
  await using server = await startRawServer((socket) => {
    socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${size}\r\nConnection: close\r\n\r\n`);
    socket.end(Buffer.alloc(size));
  });
  const client = createGuardedClient({ allowPrivate: true });
  const { body } = await client.fetch(server.origin, { bytesMax: size });
  await server.whenAlone();
  expect((await new Response(body).arrayBuffer()).byteLength).toBe(size);
  await client.close();
});

it('says who asks, and nothing else: no cookie, credentials or referrer, also after a redirect', async () => {
  await using server = await startRawServer((socket, path) =>
    socket.end(path === '/' ? redirect('/next', 'Set-Cookie: a=b\r\n') : HELLO),
  );
  await fetchAll(`${server.origin}/`, { accept: 'image/*' });
  const lines = (path: string): string[] => [
    `GET ${path} HTTP/1.1`,
    'accept-encoding: identity',
    'accept: image/*',
    'connection: close',
    `host: 127.0.0.1:${server.port}`,
    `user-agent: OpenImagine/${VERSION}`,
  ];
  const heads = server.heads.map((head) => head.trim().split('\r\n'));
  expect(heads.map(([first = '', ...rest]) => [first, ...rest.sort()])).toEqual([lines('/'), lines('/next')]);
});

it('takes an answer without a length, until the connection ends', async () => {
  await using server = await startRawServer((socket) => socket.end('HTTP/1.0 200 OK\r\n\r\nhello'));
  const client = createGuardedClient({ allowPrivate: true });
  const { sizeBytes, mime, body } = await client.fetch(server.origin, { bytesMax: 5 });
  expect([sizeBytes, mime, await new Response(body).text()]).toEqual([undefined, undefined, 'hello']);
  await client.close();
});

it('follows five redirects, and not six', async () => {
  await using server = await startRedirector();
  expect((await fetchAll(`${server.origin}/hops/5`)).url).toBe(`${server.origin}/hops/0`);
  expect(server.seen.accepted).toBe(6);
  expect((await fetchError(`${server.origin}/hops/6`)).kind).toBe('too_many_redirects');
  expect(server.seen.accepted).toBe(12);
});

it.each([301, 302, 303, 307, 308])('follows a %i, relative or without a scheme', async (status) => {
  await using server = await startRawServer((socket, path) =>
    socket.end(
      path === '/a/b'
        ? redirect('../c').replace('302', String(status))
        : path === '/c'
          ? redirect(`//127.0.0.1:${server.port}/d`)
          : HELLO,
    ),
  );
  expect((await fetchAll(`${server.origin}/a/b`)).url).toBe(`${server.origin}/d`);
});

it.each([
  'file:///etc/passwd',
  'ftp://127.0.0.1/a',
  'data:image/png;base64,AAAA',
  'javascript:alert(1)',
  'gopher://127.0.0.1/',
  'http://user:secret@127.0.0.1/',
  'http://',
  'http://127.0.0.1:0/',
])('goes nowhere when redirected to %s', async (location) => {
  await using server = await startRedirector();
  const error = await fetchError(`${server.origin}/to?${location}`);
  expect(error.kind).toBe('bad_url');
  expect(error.message).not.toContain('secret');
});

it('refuses a redirect that says no place, or two', async () => {
  await using server = await startRawServer((socket, path) =>
    socket.end(path === '/none' ? 'HTTP/1.1 302 Found\r\n\r\n' : redirect('/a', 'Location: /b\r\n')),
  );
  expect((await fetchError(`${server.origin}/none`)).kind).toBe('bad_status');
  expect((await fetchError(`${server.origin}/two`)).kind).toBe('bad_status');
});

it('reaches a trusted origin on loopback, and from there no other', async () => {
  await using trusted = await startRedirector();
  await using other = await startRedirector();
  const options = { allowPrivate: false, trustedOrigins: [`${trusted.origin}/v1`] };
  expect((await fetchAll(`${trusted.origin}/hops/1`, {}, options)).bytes).toHaveLength(5);
  for (const url of [`${other.origin}/`, `${trusted.origin}/to?${other.origin}/`, `http://localhost:${trusted.port}/`])
    expect((await fetchError(url, {}, options)).kind).toBe('forbidden_address');
  expect(other.seen.accepted).toBe(0);
});

it('asks the resolver once for each connection, and connects to what it said', async () => {
  await using server = await startRedirector();
  const asked: string[] = [];
  const resolve = async (name: string): Promise<string[]> => {
    asked.push(name);
    return ['127.0.0.1'];
  };
  const url = `http://Pictures.Example.COM.:${server.port}`;
  await fetchAll(`${url}/hops/2`, {}, { resolve });
  expect(asked).toEqual(Array.from({ length: 3 }, () => 'pictures.example.com'));
  expect(server.heads.every((head) => head.includes(`\r\nhost: pictures.example.com:${server.port}\r\n`))).toBe(true);
});

it('tries the next address of a name when one is not there', async () => {
  await using server = await startRedirector();
  const resolve = async (): Promise<string[]> => ['::1', '127.99.99.99', '127.0.0.1'];
  expect((await fetchAll(`http://pictures.example.com:${server.port}/`, {}, { resolve })).bytes).toHaveLength(5);
});

it('finds names of this machine by its hosts file, where they are allowed', async () => {
  await using server = await startRedirector();
  expect((await fetchAll(`http://localhost:${server.port}/`)).url).toBe(`http://localhost:${server.port}/`);
});

it('does not wait for ever for a name server that never answers', async () => {
  const silent = createSocket('udp4').bind(0, '127.0.0.1');
  await once(silent, 'listening');
  const resolve = createDnsResolver([`127.0.0.1:${silent.address().port}`]);
  const error = await fetchError('http://pictures.example.com/', {}, { resolve, limits: { answerMs: 50 } });
  expect(error.kind).toBe('too_slow');
  silent.close();
});

it.each([
  ['no address', async () => [], 'unresolved'],
  ['an error', async () => Promise.reject(new Error('queryA ESERVFAIL at 10.0.0.53')), 'unresolved'],
  ['what is no address', async () => ['localhost'], 'forbidden_address'],
  ['an address with a zone', async () => ['fe80::1%lo'], 'forbidden_address'],
] as const)('a resolver that gives %s ends the fetch', async (_what, resolve, kind) => {
  const error = await fetchError('http://pictures.example.com/', {}, { resolve });
  expect(error.kind).toBe(kind);
  expect(error.message).not.toContain('10.0.0.53');
});

it('verifies certificates, whatever the environment says', async () => {
  await using server = await startRedirector({ isTls: true });
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
  const error = await fetchError(`${server.origin}/`);
  expect([error.kind, error.message]).toEqual(['unreachable', expect.stringContaining('certificate')]);
  expect(server.heads).toEqual([]);
});

it('speaks TLS to a host whose certificate is for its name, and does not go from there to clear text', async () => {
  await using server = await startRedirector({ isTls: true });
  await using plain = await startRedirector();
  const authorities = getCACertificates('default');
  setDefaultCACertificates([...authorities, CERTIFICATE]);
  try {
    const resolve = async (): Promise<string[]> => ['127.0.0.1'];
    const get = (origin: string, path: string) => fetchError(`${origin}:${server.port}${path}`, {}, { resolve });
    expect((await fetchAll(`https://localhost:${server.port}/hops/1`, {}, { resolve })).bytes).toHaveLength(5);
    expect((await fetchAll(`${server.origin}/`)).bytes).toHaveLength(5);
    expect((await get('https://pictures.example.com', '/')).message).toContain('certificate');
    expect((await get('https://localhost', `/to?${plain.origin}/`)).message).toContain('from https to http');
    expect(plain.seen.accepted).toBe(0);
  } finally {
    setDefaultCACertificates(authorities);
  }
});

it('never asks a proxy of the environment', async () => {
  await using server = await startRedirector();
  const proxy = createServer((_request, response) => response.end('proxied'));
  let proxied = 0;
  proxy.on('connection', () => proxied++).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address() as { port: number };
  for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'ALL_PROXY', 'all_proxy'])
    vi.stubEnv(name, `http://127.0.0.1:${address.port}`);
  vi.stubEnv('NODE_USE_ENV_PROXY', '1');
  expect((await fetchAll(`${server.origin}/`)).bytes).toHaveLength(5);
  expect(proxied).toBe(0);
  proxy.close();
});

it('opens no more connections than it may, and the rest follow in turn', async () => {
  const active = { now: 0, most: 0 };
  await using server = await startRawServer((socket) => {
    active.most = Math.max(active.most, ++active.now);
    setTimeout(() => {
      active.now--;
      socket.end(HELLO);
    }, 5);
  });
  const client = createGuardedClient({ allowPrivate: true, limits: { connectionsMax: 3 } });
  const all = Array.from({ length: 20 }, async () => {
    const { body } = await client.fetch(server.origin, { bytesMax: 5 });
    return await new Response(body).text();
  });
  expect(await Promise.all(all)).toEqual(Array.from({ length: 20 }, () => 'hello'));
  expect(server.seen.accepted).toBe(20);
  expect(active.most).toBe(3);
  await client.close();
});

it('who waits for a connection in vain is told that it is our fault, and takes no place with them', async () => {
  const heard = Promise.withResolvers<void>();
  await using server = await startRawServer((socket, path) => {
    if (path === '/ok') socket.end(HELLO);
    else heard.resolve();
  });
  const client = createGuardedClient({ allowPrivate: true, limits: { connectionsMax: 1 } });
  const stop = new AbortController();
  const first = client.fetch(`${server.origin}/silent`, { bytesMax: 5, signal: stop.signal });
  await heard.promise;
  const waiting = client.fetch(`${server.origin}/ok`, { bytesMax: 5, timeoutMs: 20 });
  await expect(waiting).rejects.toMatchObject({ kind: 'busy', message: expect.stringContaining('too many files') });
  expect(server.seen.accepted).toBe(1);
  stop.abort();
  await expect(first).rejects.toBe(stop.signal.reason);
  const { body } = await client.fetch(`${server.origin}/ok`, { bytesMax: 5 });
  expect(await new Response(body).text()).toBe('hello');
  await client.close();
});

it('an abort ends the connection at once, wherever the fetch is', async () => {
  const heard = { silent: Promise.withResolvers<void>(), body: Promise.withResolvers<void>() };
  await using server = await startRawServer((socket, path) => {
    if (path === '/body') socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhello');
    heard[path === '/body' ? 'body' : 'silent'].resolve();
  });
  const client = createGuardedClient({ allowPrivate: true });
  const reason = new Error('the caller hung up');

  await expect(client.fetch(server.origin, { bytesMax: 5, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  expect(server.seen.accepted).toBe(0);

  const early = new AbortController();
  const answer = client.fetch(server.origin, { bytesMax: 5, signal: early.signal });
  await heard.silent.promise;
  early.abort(reason);
  await expect(answer).rejects.toBe(reason);
  await server.whenAlone();

  const late = new AbortController();
  const { body } = await client.fetch(`${server.origin}/body`, { bytesMax: 1000, signal: late.signal });
  const reader = body.getReader();
  await reader.read();
  const next = reader.read();
  late.abort(reason);
  await expect(next).rejects.toBe(reason);
  await server.whenAlone();
  await client.close();
});

it('an abort ends a TLS handshake that never comes to an end', async () => {
  const accepted = Promise.withResolvers<void>();
  await using server = await startRawServer(() => accepted.resolve());
  const stop = new AbortController();
  const answer = fetchAll(server.origin.replace('http', 'https'), { signal: stop.signal });
  await accepted.promise;
  stop.abort(new Error('enough'));
  await expect(answer).rejects.toThrow('enough');
  await server.whenAlone();
});

it('a body that is cancelled, and one that nobody reads, keep no connection', async () => {
  await using server = await startRawServer((socket) => socket.write('HTTP/1.1 200 OK\r\n\r\nhello'));
  const client = createGuardedClient({ allowPrivate: true });
  const cancelled = await client.fetch(server.origin, { bytesMax: 5 });
  await cancelled.body.cancel();
  await server.whenAlone();
  const unread = await client.fetch(server.origin, { bytesMax: 5, timeoutMs: 1_000 });
  await server.whenAlone();
  await expect(unread.body.getReader().read()).rejects.toMatchObject({ kind: 'too_slow' });
  await client.close();
});

it('close ends what is under way, and takes nothing new', async () => {
  const heard = Promise.withResolvers<void>();
  await using server = await startRawServer(() => heard.resolve());
  const client = createGuardedClient({ allowPrivate: true });
  const answer = client.fetch(server.origin, { bytesMax: 5 });
  const told = expect(answer).rejects.toMatchObject({ kind: 'busy', message: /stopping/ });
  await heard.promise;
  await client.close();
  await told;
  await server.whenAlone();
  await expect(client.fetch(server.origin, { bytesMax: 5 })).rejects.toMatchObject({ kind: 'busy' });
  await client.close();
});

it('a URL is refused before anything is looked up', async () => {
  const resolve = async (): Promise<string[]> => Promise.reject(new Error('asked'));
  for (const url of [
    '',
    'x',
    'file:///etc/passwd',
    'http://a:b@example.com/',
    `http://example.com/${'x'.repeat(9000)}`,
  ])
    expect((await fetchError(url, {}, { resolve })).kind, url).toBe('bad_url');
});

it('a large body passes through, and little of it is held at any time', async () => {
  const piece = Buffer.alloc(64 * 1024, 1);
  let left = 1024;
  await using server = await startRawServer((socket) => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    const write = (): void => {
      while (left-- > 0) if (!socket.write(piece)) return void socket.once('drain', write);
      socket.end();
    };
    write();
  });
  const client = createGuardedClient({ allowPrivate: true });
  const { body } = await client.fetch(server.origin, { bytesMax: 64 * MiB });
  const heldBytes = async (): Promise<number> => {
    collectGarbage();
    // Buffers are freed behind the collector's back, and what this turn still holds only after it.
    await new Promise((resolve) => setImmediate(resolve));
    collectGarbage();
    return process.memoryUsage().arrayBuffers;
  };
  const before = await heldBytes();
  let [received, most, looks] = [0, 0, 0];
  for await (const chunk of body) {
    received += chunk.byteLength;
    if (received < (looks + 1) * 8 * MiB) continue;
    looks++;
    most = Math.max(most, (await heldBytes()) - before);
  }
  expect([received, looks]).toEqual([64 * MiB, 8]);
  expect(most).toBeLessThan(4 * MiB);
  await client.close();
});
