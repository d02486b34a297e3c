import { once } from 'node:events';
import { type ClientHttp2Session, connect as connectH2, constants } from 'node:http2';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, expect, it } from 'vitest';
import { createPort, type Port } from './port.ts';

const HEAD_TIMEOUT_MS = 300;
const MiB = 1024 * 1024;
const PREFACE = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';
const EMPTY_SETTINGS = Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]);

const opened: { destroy(): void }[] = [];
afterEach(() => {
  for (const each of opened.splice(0)) each.destroy();
});

async function openPort(host = '127.0.0.1'): Promise<Port & { readonly number: number }> {
  const port = createPort({
    tls: undefined,
    headTimeoutMs: HEAD_TIMEOUT_MS,
    bodyTimeoutMs: HEAD_TIMEOUT_MS,
    onGrpc: (request, response) => {
      if (request.url === '/slow') setTimeout(() => response.end('slow'), 200);
      else response.end(request.url === '/big' ? Buffer.alloc(20 * MiB) : 'grpc');
    },
  });
  port.serve((request, response) => {
    response.writeHead(200, { connection: 'close', 'keep-alive': 'timeout=5', 'x-version': request.httpVersion });
    if (request.url === '/unread') response.end('unread');
    else request.on('data', () => undefined).on('end', () => response.end('http'));
  });
  port.server.listen(0, host);
  await once(port.server, 'listening');
  const { port: number } = port.server.address() as AddressInfo;
  opened.push({
    destroy: () => {
      port.drain();
      port.destroy();
      port.server.close();
    },
  });
  return { ...port, number };
}

function openSocket(port: number, host = '127.0.0.1'): Socket {
  const socket = connect({ port, host, noDelay: true });
  socket.on('error', () => undefined);
  opened.push(socket);
  return socket;
}

function openSession(port: number): ClientHttp2Session {
  const session = connectH2(`http://127.0.0.1:${port}`);
  session.on('error', () => undefined);
  opened.push(session);
  return session;
}

interface Answer {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

async function ask(session: ClientHttp2Session, headers: Record<string, string>, body?: string): Promise<Answer> {
  const stream = session.request({ ':method': 'POST', ...headers }, { endStream: body === undefined });
  const answered = Promise.withResolvers<Answer>();
  let head: Answer['headers'] = {};
  let text = '';
  stream.on('response', (given) => (head = given));
  stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  stream.on('error', answered.reject);
  stream.on('close', () => answered.resolve({ headers: head, text }));
  if (body !== undefined) stream.end(body);
  return await answered.promise;
}

async function firstBytes(socket: Socket): Promise<string> {
  const [chunk] = (await once(socket, 'data')) as [Buffer];
  return chunk.toString('latin1');
}

/** Each piece in a packet of its own. */
async function sendInPieces(socket: Socket, pieces: readonly (string | Buffer)[]): Promise<void> {
  for (const piece of pieces) {
    socket.write(piece);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

it.each([
  ['P', 'RI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['PR', 'I * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['PRI ', '* HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  [...PREFACE],
])('knows HTTP/2 by its preface, in whatever pieces it comes: %s + …', async (...pieces: readonly string[]) => {
  const port = await openPort();
  const socket = openSocket(port.number);
  const answer = firstBytes(socket);
  await sendInPieces(socket, [...pieces, EMPTY_SETTINGS]);
  // A SETTINGS frame: its type is the fourth byte.
  expect((await answer).charCodeAt(3)).toBe(4);
});

it.each([
  [['GET / HTTP/1.1\r\nhost: x\r\n\r\n']],
  [['P', 'OST / HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\n', 'hi']],
  [['PR', 'OPFIND / HTTP/1.1\r\nhost: x\r\n\r\n']],
  [['PRIX', ' / HTTP/1.1\r\nhost: x\r\n\r\n']],
])('gives everything else to HTTP/1, whole: %j', async (pieces) => {
  const port = await openPort();
  const socket = openSocket(port.number);
  const answer = firstBytes(socket);
  await sendInPieces(socket, pieces);
  expect(await answer).toMatch(
    pieces[0]?.startsWith('PRIX') ? /^HTTP\/1.1 400/ : /^HTTP\/1.1 200 (.|\s)*x-version: 1.1/,
  );
});

it('answers a request that asks for h2c over HTTP/1', async () => {
  const port = await openPort();
  const socket = openSocket(port.number);
  const answer = firstBytes(socket);
  socket.write(
    'GET / HTTP/1.1\r\nhost: x\r\nconnection: upgrade, http2-settings\r\nupgrade: h2c\r\nhttp2-settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n',
  );
  expect(await answer).toMatch(/^HTTP\/1.1 200 /);
});

it.each(['', 'P', 'PRI', 'PRI * HTTP/2.0\r\n\r\n', `${PREFACE}`])(
  'closes a connection that says no more than %j',
  async (said) => {
    const port = await openPort();
    const socket = openSocket(port.number);
    const since = performance.now();
    const closed = once(socket, 'close');
    socket.resume();
    if (said !== '') socket.write(said);
    await closed;
    expect(performance.now() - since).toBeGreaterThan(HEAD_TIMEOUT_MS - 50);
  },
);

it('closes a connection whose client hangs up with half a preface', async () => {
  const port = await openPort();
  const socket = openSocket(port.number);
  const closed = once(socket, 'close');
  socket.resume();
  socket.end('PR');
  await closed;
});

it('tells gRPC by its content type; the rest goes where HTTP/1 goes, without what HTTP/2 forbids', async () => {
  const port = await openPort();
  const session = openSession(port.number);
  expect(await ask(session, { 'content-type': 'application/grpc+proto' })).toMatchObject({ text: 'grpc' });
  const { headers, text } = await ask(session, { 'content-type': 'application/json' }, '{}');
  expect([text, headers['x-version']]).toEqual(['http', '2.0']);
  expect(Object.keys(headers)).not.toContain('connection');
  expect(Object.keys(headers)).not.toContain('keep-alive');
});

it('answers calls of a client that is still to read many long answers', async () => {
  const port = await openPort();
  const session = openSession(port.number);
  for (let n = 0; n < 10; n++) {
    const stream = session.request({ ':path': '/big', 'content-type': 'application/grpc' });
    stream.on('error', () => undefined);
    await once(stream, 'response');
  }
  expect(await ask(session, { 'content-type': 'application/grpc' })).toMatchObject({ text: 'grpc' });
});

it('resets a call to nowhere', async () => {
  const port = await openPort();
  const session = openSession(port.number);
  const stream = session.request({ ':authority': 'x:99999', 'content-type': 'application/grpc' });
  await expect(once(stream, 'close')).rejects.toThrow('NGHTTP2_PROTOCOL_ERROR');
});

it('ends a body that does not come, and one that nobody reads', async () => {
  const port = await openPort();
  const session = openSession(port.number);
  const stuck = session.request({ ':method': 'POST' }, { endStream: false });
  stuck.on('error', () => undefined);
  await once(stuck, 'close');
  expect(stuck.rstCode).toBe(constants.NGHTTP2_CANCEL);
  const unread = session.request({ ':method': 'POST', ':path': '/unread' }, { endStream: false });
  unread.write('x');
  unread.resume();
  await once(unread, 'close');
  expect(unread.rstCode).toBe(constants.NGHTTP2_NO_ERROR);
});

it('lets calls under way finish when it drains, tells clients to go, and takes nothing new', async () => {
  const port = await openPort();
  const session = openSession(port.number);
  const slow = ask(session, { ':path': '/slow', 'content-type': 'application/grpc' });
  const told = once(session, 'goaway');
  await new Promise((resolve) => setTimeout(resolve, 50));
  port.drain();
  await told;
  const late = openSocket(port.number);
  const refused = once(late, 'close');
  late.resume();
  expect((await slow).text).toBe('slow');
  await refused;
  await once(session, 'close');
});

it('tells a client that begins and cancels thousands of calls to go', async () => {
  const port = await openPort();
  const session = openSession(port.number);
  const told = once(session, 'goaway');
  let isTold = false;
  void told.then(() => (isTold = true));
  for (let n = 0; n < 3_000 && !isTold; n++) {
    const stream = session.request({ ':method': 'POST', 'content-type': 'application/grpc' }, { endStream: false });
    stream.on('error', () => undefined);
    stream.close(constants.NGHTTP2_CANCEL);
    if (n % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  await told;
  expect(await ask(openSession(port.number), { 'content-type': 'application/grpc' })).toMatchObject({ text: 'grpc' });
});

const hasIpv6 = Object.values(networkInterfaces()).some((each) => each?.some(({ address }) => address === '::1'));

it.skipIf(!hasIpv6)('listens at the other addresses of its host, too', async () => {
  const port = await openPort('127.0.0.1');
  await port.listenAlsoAt(['::1', '127.0.0.1']);
  for (const host of ['127.0.0.1', '::1']) {
    const socket = openSocket(port.number, host);
    const answer = firstBytes(socket);
    socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
    expect(await answer).toMatch(/^HTTP\/1.1 200 /);
  }
});
