import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect as connectH2 } from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { connect as connectTls } from 'node:tls';
import { Agent, fetch, type RequestInit, type Response } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureManagementKey } from '../src/accounts/management-key.ts';
import { type HttpServer, openHttpServer } from '../src/http/http-server.ts';
import { makeCertificate } from './certificates.ts';
import { rawRequest, TEST_KEY } from './test-door.ts';
import { createTestEngine } from './test-engine.ts';
import { startTestServer, type TestServer } from './test-server.ts';

const MiB = 1024 * 1024;
const folder = mkdtempSync(join(tmpdir(), 'openimagine-port-'));
const files = makeCertificate(folder);
const ca = readFileSync(files.ca, 'utf8');
const certificate = { cert: readFileSync(files.cert, 'utf8'), key: readFileSync(files.key, 'utf8') };
afterAll(() => rmSync(folder, { recursive: true }));

/** What a client may find at the port: by which version it comes, and whether that is encrypted. */
const DOORS = [
  { name: 'HTTP/2 in clear text', isEncrypted: false, allowH2: true },
  { name: 'HTTP/2 over TLS', isEncrypted: true, allowH2: true },
  { name: 'HTTP/1 over TLS', isEncrypted: true, allowH2: false },
] as const;

interface Headers {
  readonly headers?: Readonly<Record<string, string>>;
}

describe.each(DOORS)('REST over $name', ({ isEncrypted, allowH2 }) => {
  let server: TestServer;
  let http: HttpServer;
  let agent: Agent;
  const makeAgent = (): Agent => {
    // Its types do not know how to begin HTTP/2 in clear text.
    const options = { allowH2, useH2c: allowH2 && !isEncrypted, connect: { ca } };
    return new Agent(options);
  };
  beforeAll(async () => {
    server = await startTestServer(createTestEngine());
    http = await openHttpServer(server.context, {
      host: '127.0.0.1',
      port: 0,
      publicUrl: undefined,
      managementKey: await ensureManagementKey(server.dataDir),
      tls: isEncrypted ? certificate : undefined,
    });
    agent = makeAgent();
  });
  afterAll(async () => {
    await agent.destroy();
    await http.close();
    await server.close();
  });

  const send = (path: string, { headers, ...init }: Omit<RequestInit, 'headers'> & Headers = {}): Promise<Response> =>
    fetch(path.startsWith('/') ? http.url + path : path, {
      ...init,
      dispatcher: agent,
      headers: { authorization: `Bearer ${TEST_KEY}`, ...headers },
    });
  const post = (path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    send(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });

  it('names itself by what it speaks', async () => {
    expect(http.url).toMatch(isEncrypted ? /^https:/ : /^http:/);
    expect(await (await send('/openapi.json')).json()).toMatchObject({ servers: [{ url: http.url }] });
    expect((await send('/docs')).headers.get('content-type')).toMatch(/^text\/html/);
    expect((await send('/nowhere')).status).toBe(404);
  });

  it('draws pictures, and serves them whole, in parts, by HEAD and from caches', async () => {
    const made = await post('/v1/images/generations', { prompt: 'a fox' });
    const { data } = (await made.json()) as { data: [{ url: string }] };
    const [{ url }] = data;
    expect(url.startsWith(`${http.url}/assets/`)).toBe(true);
    const whole = await send(url);
    const bytes = Buffer.from(await whole.arrayBuffer());
    expect(Number(whole.headers.get('content-length'))).toBe(bytes.length);
    const part = await send(url, { headers: { range: 'bytes=2-5' } });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 2-5/${bytes.length}`]);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(2, 6));
    const head = await send(url, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes.length)]);
    const cached = await send(url, { headers: { 'if-none-match': whole.headers.get('etag')! } });
    expect(cached.status).toBe(304);
  });

  it('gives one reply for one idempotency key', async () => {
    const ask = async () => {
      const reply = await post('/v1/videos/generations', { prompt: 'a fox' }, { 'idempotency-key': 'one' });
      return await reply.json();
    };
    expect(await ask()).toEqual(await ask());
  });

  it('tells of a video by events, to its end', async () => {
    const order = await post('/v1/videos/generations', { prompt: 'a fox', duration: 1 });
    const { request_id } = (await order.json()) as { request_id: string };
    const events = await send(`/v1/videos/${request_id}/events`);
    expect(events.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(await events.text()).toMatch(/event: .*done/);
  });

  it('takes a file', async () => {
    const form = new FormData();
    form.append('file', new Blob([Buffer.alloc(3 * MiB, 'a')]), 'notes.txt');
    const { body, headers } = new Request('http://localhost', { method: 'POST', body: form }) as unknown as {
      body: ReadableStream;
      headers: globalThis.Headers;
    };
    const reply = await send('/v1/files', {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { 'content-type': headers.get('content-type')! },
    });
    expect(await reply.json()).toMatchObject({ bytes: 3 * MiB, filename: 'notes.txt' });
  });

  it('refuses a body that is too long, and goes on', async () => {
    const tooLong = post('/v1/videos/generations', { prompt: 'a'.repeat(100 * MiB) }).then(
      ({ status }) => status,
      () => 'cut off',
    );
    expect([413, 'cut off']).toContain(await tooLong);
    // The client's connection may be full of its own bytes.
    await agent.destroy();
    agent = makeAgent();
    expect((await send('/v1/models')).status).toBe(200);
  });
});

describe('a port with a certificate', () => {
  let server: TestServer;
  let http: HttpServer;
  let port: number;
  beforeAll(async () => {
    server = await startTestServer(createTestEngine());
    http = await openHttpServer(server.context, {
      host: '127.0.0.1',
      port: 0,
      publicUrl: undefined,
      managementKey: await ensureManagementKey(server.dataDir),
      tls: certificate,
    });
    port = Number(new URL(http.url).port);
  });
  afterAll(async () => {
    await http.close();
    await server.close();
  });

  it('tells whoever comes without TLS what it speaks', async () => {
    expect(await rawRequest(port, 'GET / HTTP/1.1\r\nhost: x\r\n\r\n')).toMatch(
      /^HTTP\/1.1 400 (.|\s)*This port speaks TLS/,
    );
  });

  it('speaks HTTP/1 with clients that offer nothing else, and no TLS before 1.2', async () => {
    const socket = connectTls({ port, host: '127.0.0.1', ca });
    socket.write('GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
    expect(await text(socket)).toMatch(/^HTTP\/1.1 200 /);
    const old = connectTls({ port, host: '127.0.0.1', ca, minVersion: 'TLSv1', maxVersion: 'TLSv1.1' });
    await expect(
      new Promise((resolve, reject) => old.on('secureConnect', resolve).on('error', reject)),
    ).rejects.toThrow();
  });

  it('stops although somebody is still shaking hands, and somebody idles', async () => {
    const idle = connectH2(http.url, { ca });
    idle.on('error', () => undefined);
    await new Promise((resolve) => idle.once('remoteSettings', resolve));
    const gone = new Promise((resolve) => idle.once('close', resolve));
    await http.close();
    await gone;
  });
});
