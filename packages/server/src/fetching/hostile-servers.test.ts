import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createGuardedClient, FetchError, type FetchErrorKind } from './guarded-client.ts';
import type { FetchLimits } from './limits.ts';
import { fetchAll, fetchError } from './testing/attempt.ts';
import { drip, pour, startRawServer } from './testing/raw-server.ts';

const OK = 'HTTP/1.1 200 OK\r\n';
const PIECE = Buffer.alloc(16 * 1024, 120);
const BOMB = gzipSync(Buffer.alloc(16 * 2 ** 20));
/** Short ones: what they limit goes on for ever here. */
const SHORT: Partial<FetchLimits> = { answerMs: 60, stallMs: 60, graceMs: 60 };

interface Trick {
  readonly name: string;
  readonly play: (socket: Socket) => void;
  readonly kind: FetchErrorKind;
  readonly limits?: Partial<FetchLimits>;
  readonly timeoutMs?: number;
}

const chunked = (socket: Socket, text: string): void => {
  socket.write(`${OK}Transfer-Encoding: chunked\r\n\r\n${text}`);
};

const TRICKS: readonly Trick[] = [
  {
    name: 'claims more than is allowed',
    kind: 'too_large',
    play: (socket) => socket.write(`${OK}Content-Length: 100001\r\n\r\n`),
  },
  {
    name: 'claims nothing and sends without end',
    kind: 'too_large',
    play(socket) {
      socket.write(`${OK}\r\n`);
      pour(socket, PIECE);
    },
  },
  {
    name: 'sends chunks without end',
    kind: 'too_large',
    play(socket) {
      chunked(socket, '');
      pour(socket, Buffer.concat([Buffer.from('4000\r\n'), PIECE, Buffer.from('\r\n')]));
    },
  },
  {
    name: 'claims a chunk of many gigabytes',
    kind: 'too_large',
    play(socket) {
      chunked(socket, 'ffffffffff\r\n');
      pour(socket, PIECE);
    },
  },
  { name: 'claims a chunk of no number', kind: 'unreachable', play: (socket) => chunked(socket, 'zz\r\nhello\r\n') },
  {
    name: 'hides much in a chunk extension',
    kind: 'too_slow',
    limits: SHORT,
    play(socket) {
      chunked(socket, `5;${'x'.repeat(100_000)}`);
      pour(socket, PIECE);
    },
  },
  {
    name: 'sends less than it claims',
    kind: 'unreachable',
    play: (socket) => socket.end(`${OK}Content-Length: 10\r\n\r\nhello`),
  },
  {
    name: 'ends in the middle of a chunk',
    kind: 'unreachable',
    play: (socket) => {
      chunked(socket, '10\r\nhello');
      socket.end();
    },
  },
  {
    name: 'resets the connection in the middle',
    kind: 'unreachable',
    play: (socket) => {
      socket.write(`${OK}Content-Length: 10\r\n\r\nhello`, () => socket.resetAndDestroy());
    },
  },
  {
    name: 'claims two lengths',
    kind: 'unreachable',
    play: (socket) => socket.end(`${OK}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello`),
  },
  {
    name: 'claims a length and chunks',
    kind: 'unreachable',
    play: (socket) => socket.end(`${OK}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n`),
  },
  {
    name: 'claims a negative length',
    kind: 'unreachable',
    play: (socket) => socket.end(`${OK}Content-Length: -5\r\n\r\nhello`),
  },
  {
    name: 'claims a length beyond numbers',
    kind: 'unreachable',
    play: (socket) => socket.end(`${OK}Content-Length: ${'9'.repeat(40)}\r\n\r\nhello`),
  },
  {
    name: 'sends a gzip bomb',
    kind: 'bad_encoding',
    play: (socket) => socket.end(Buffer.concat([Buffer.from(`${OK}Content-Encoding: gzip\r\n\r\n`), BOMB])),
  },
  {
    name: 'sends a gzip bomb as transfer encoding',
    kind: 'bad_encoding',
    play: (socket) => socket.end(`${OK}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n`),
  },
  {
    name: 'packs twice',
    kind: 'bad_encoding',
    play: (socket) => socket.end(`${OK}Content-Encoding: gzip, br\r\n\r\nx`),
  },
  {
    name: 'packs in two headers',
    kind: 'bad_encoding',
    play: (socket) => socket.end(`${OK}Content-Encoding: identity\r\nContent-Encoding: gzip\r\n\r\nx`),
  },
  { name: 'accepts and is silent', kind: 'too_slow', limits: SHORT, play: () => undefined },
  {
    name: 'drips a header that never ends',
    kind: 'too_slow',
    limits: SHORT,
    play(socket) {
      socket.write(`${OK}X-Long: `);
      drip(socket, 'x');
    },
  },
  {
    name: 'drips headers without end',
    kind: 'too_slow',
    limits: SHORT,
    play(socket) {
      socket.write(OK);
      drip(socket, 'X: y\r\n');
    },
  },
  {
    name: 'floods with headers',
    kind: 'too_large',
    play(socket) {
      socket.write(OK);
      pour(socket, Buffer.from('X-Flood: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n'.repeat(100)));
    },
  },
  {
    name: 'floods with one header',
    kind: 'too_large',
    play(socket) {
      socket.write(`${OK}X-Long: `);
      pour(socket, PIECE);
    },
  },
  {
    name: 'floods with interim answers',
    kind: 'unreachable',
    play: (socket) => pour(socket, Buffer.from('HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'.repeat(50))),
  },
  {
    name: 'sends a byte and is silent',
    kind: 'too_slow',
    limits: SHORT,
    play: (socket) => socket.write(`${OK}Content-Length: 10\r\n\r\nh`),
  },
  {
    name: 'drips its body slower than the slowest rate',
    kind: 'too_slow',
    limits: { graceMs: 60, bytesPerSecondMin: 1e6 },
    play(socket) {
      socket.write(`${OK}\r\n`);
      drip(socket, 'x');
    },
  },
  {
    name: 'drips its body for longer than the whole may take',
    kind: 'too_slow',
    timeoutMs: 80,
    play(socket) {
      socket.write(`${OK}\r\n`);
      drip(socket, 'x');
    },
  },
  { name: 'closes at once', kind: 'unreachable', play: (socket) => socket.end() },
  { name: 'resets at once', kind: 'unreachable', play: (socket) => socket.resetAndDestroy() },
  {
    name: 'answers in nonsense',
    kind: 'unreachable',
    play: (socket) => socket.end('hello, this is no HTTP at all\r\n\r\n'),
  },
  { name: 'answers as SSH does', kind: 'unreachable', play: (socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n') },
  { name: 'answers as Redis does', kind: 'unreachable', play: (socket) => socket.end('-ERR unknown command\r\n') },
  {
    name: 'answers in HTTP/2',
    kind: 'unreachable',
    play: (socket) => socket.end(Buffer.from('000012040000000000', 'hex')),
  },
  {
    name: 'answers with bytes of all kinds',
    kind: 'unreachable',
    play: (socket) => socket.end(Buffer.from(Array.from({ length: 256 }, (_, index) => index))),
  },
  { name: 'has a status of no number', kind: 'unreachable', play: (socket) => socket.end('HTTP/1.1 abc OK\r\n\r\n') },
  {
    name: 'has a status beyond numbers',
    kind: 'unreachable',
    play: (socket) => socket.end('HTTP/1.1 99999999999 OK\r\n\r\n'),
  },
  {
    name: 'has a header of control characters',
    kind: 'unreachable',
    play: (socket) => socket.end(`${OK}X: a\0b\r\n\r\n`),
  },
  {
    name: 'switches protocols',
    kind: 'unreachable',
    play: (socket) => socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'),
  },
  {
    name: 'answers 206',
    kind: 'bad_status',
    play: (socket) =>
      socket.end('HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-4/9\r\nContent-Length: 5\r\n\r\nhello'),
  },
  { name: 'answers 204', kind: 'bad_status', play: (socket) => socket.end('HTTP/1.1 204 No Content\r\n\r\n') },
  { name: 'answers 304', kind: 'bad_status', play: (socket) => socket.end('HTTP/1.1 304 Not Modified\r\n\r\n') },
  {
    name: 'answers 404 with a page without end',
    kind: 'bad_status',
    play(socket) {
      socket.write('HTTP/1.1 404 Not Found\r\n\r\n');
      pour(socket, PIECE);
    },
  },
  {
    name: 'answers 401 and asks for a password',
    kind: 'bad_status',
    play: (socket) => socket.end('HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n'),
  },
  { name: 'answers 500', kind: 'bad_status', play: (socket) => socket.end('HTTP/1.1 500 Oops\r\n\r\n') },
];

it.each(TRICKS)(
  'a server that $name: $kind, and nobody is left connected',
  async ({ play, kind, limits, timeoutMs }) => {
    await using server = await startRawServer(play);
    const error = await fetchError(server.origin, { bytesMax: 100_000, timeoutMs }, { limits });
    expect([error.kind, error.message]).toEqual([kind, error.message]);
    await server.whenAlone();
    expect(server.seen.accepted).toBe(1);
  },
);

it('a server that answers in any bytes whatever gives a file or a FetchError', async () => {
  let answer = Buffer.alloc(0);
  await using server = await startRawServer((socket) => socket.end(answer));
  const parts = ['HTTP/1.1 200 OK\r\n', 'HTTP/1.0 302 \r\n', 'Location: ', '/', 'Content-Length: 3\r\n', '\r\n', 'abc'];
  const more = [
    'Transfer-Encoding: chunked\r\n',
    '3\r\nabc\r\n',
    '0\r\n\r\n',
    '\r',
    '\n',
    '\0',
    ':',
    'HTTP/1.1 100 \r\n\r\n',
  ];
  const piece = fc.oneof(
    fc.constantFrom(...parts, ...more).map((text) => Buffer.from(text)),
    fc.uint8Array({ maxLength: 8 }).map((bytes) => Buffer.from(bytes)),
  );
  let files = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      answer = Buffer.concat(pieces);
      const result = await fetchAll(server.origin, { bytesMax: 1000 }).catch((error: unknown) => error);
      if (!(result instanceof FetchError)) expect(result).toHaveProperty('bytes');
      if (!(result instanceof Error)) files++;
    }),
    { numRuns: 500, seed: 3, examples: [[[Buffer.from('HTTP/1.1 200 OK\r\n\r\nabc')]]] },
  );
  expect(files).toBeGreaterThan(0);
  await server.whenAlone();
});

it('a server that sends more than it claims is heard up to what it claimed', async () => {
  await using server = await startRawServer((socket) => {
    socket.write(`${OK}Content-Length: 5\r\n\r\nhello`);
    pour(socket, PIECE);
  });
  expect(new TextDecoder().decode((await fetchAll(server.origin, { bytesMax: 5 })).bytes)).toBe('hello');
  await server.whenAlone();
});

it('a body of exactly what is allowed passes, and one byte more does not', async () => {
  await using server = await startRawServer((socket, path) =>
    socket.end(`${OK}\r\n${'x'.repeat(Number(path.slice(1)))}`),
  );
  expect((await fetchAll(`${server.origin}/1000`, { bytesMax: 1000 })).bytes).toHaveLength(1000);
  expect((await fetchError(`${server.origin}/1001`, { bytesMax: 1000 })).kind).toBe('too_large');
});

it('a slow consumer is not the fault of the sender', async () => {
  await using server = await startRawServer((socket) => {
    socket.write(`${OK}\r\n`);
    pour(socket, PIECE);
  });
  const client = createGuardedClient({ allowPrivate: true, limits: { stallMs: 100, graceMs: 100 } });
  const { body } = await client.fetch(server.origin, { bytesMax: 1e6 });
  const reader = body.getReader();
  for (let round = 0; round < 3; round++) {
    expect((await reader.read()).done).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  await reader.cancel();
  await client.close();
});

it('a sender is made to wait when nobody reads, instead of filling our memory', async () => {
  const stalled = Promise.withResolvers<number>();
  await using server = await startRawServer((socket) => {
    socket.write(`${OK}\r\n`);
    pour(socket, PIECE);
    let written = 0;
    const timer = setInterval(() => {
      if (socket.bytesWritten === written) stalled.resolve(written);
      written = socket.bytesWritten;
    }, 50);
    socket.once('close', () => clearInterval(timer));
  });
  const client = createGuardedClient({ allowPrivate: true });
  const { body } = await client.fetch(server.origin, { bytesMax: 1e9 });
  // The kernel's buffers on both sides are most of it.
  expect(await stalled.promise).toBeLessThan(16 * 2 ** 20);
  await body.cancel();
  await server.whenAlone();
  await client.close();
});
