import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { create, toBinary } from '@bufbuild/protobuf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  GenerateImageRequestSchema,
  ImageResponseSchema,
} from '../packages/server/src/grpc/gen/xai/api/v1/image_pb.ts';
import { createGrpcClient } from './grpc-client.ts';
import { type ServerProcess, startServer } from './server-process.ts';

const MiB = 1024 * 1024;
const MUTATIONS = 3_000;
const AT_ONCE = 20;
const SEED = 20_261_122;
/** How long a client waits for an answer that may never come. */
const PATIENCE_MS = 250;

const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
const SETTINGS = frame(4, 0, 0);
const DATA = 0;
const HEADERS = 1;
const END_STREAM = 1;
const END_HEADERS = 4;

describe('malformed frames and messages', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServer({ args: ['--emulate', '--latency', 'instant'], env: { OPENIMAGINE_LOG: 'error' } });
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
  });

  const port = (): number => Number(new URL(server.url).port);
  const order = Buffer.from(
    toBinary(
      GenerateImageRequestSchema,
      create(GenerateImageRequestSchema, { prompt: 'a fox', model: 'grok-imagine-image' }),
    ),
  );
  const call = (body: Buffer, { headers = {}, flags = END_STREAM } = {}): Buffer =>
    Buffer.concat([
      PREFACE,
      SETTINGS,
      frame(HEADERS, END_HEADERS, 1, headersOf(server, headers)),
      ...piecesOf(body).map((piece, index, { length }) => frame(DATA, index === length - 1 ? flags : 0, 1, piece)),
    ]);
  const answers = async (): Promise<void> => {
    const client = createGrpcClient(server);
    const generate = {
      path: '/xai_api.Image/GenerateImage',
      input: GenerateImageRequestSchema,
      output: ImageResponseSchema,
    };
    const { images } = await client.call(generate, { prompt: 'a fox', model: 'grok-imagine-image' });
    expect(images).toHaveLength(1);
    client.close();
  };

  it('answers a call that is written by hand', async () => {
    const answer = await exchange(port(), [call(message(order))], 20_000, '/assets/');
    expect(answer.includes(`${server.url}/assets/`)).toBe(true);
  });

  it.each<[string, (whole: Buffer) => readonly Buffer[]]>([
    ['garbage after the preface', () => [PREFACE, Buffer.alloc(4_096, 'x')]],
    ['a frame longer than allowed', () => [PREFACE, SETTINGS, frame(DATA, 0, 1, Buffer.alloc(MiB))]],
    ['a frame that claims 16 MiB and sends none', () => [PREFACE, SETTINGS, Buffer.from('ffffff000000000001', 'hex')]],
    ['data for a stream that never was', () => [PREFACE, SETTINGS, frame(DATA, 1, 7, order)]],
    ['a header block that is no HPACK', () => [PREFACE, SETTINGS, frame(HEADERS, 5, 1, Buffer.alloc(64, 0xff))]],
    [
      'continuations without an end',
      () => [
        PREFACE,
        SETTINGS,
        frame(HEADERS, 0, 1),
        ...Array.from({ length: 5_000 }, () => frame(9, 0, 1, Buffer.alloc(128))),
      ],
    ],
    ['ten thousand settings', () => [PREFACE, ...Array.from({ length: 10_000 }, () => SETTINGS)]],
    [
      'ten thousand pings',
      () => [PREFACE, SETTINGS, ...Array.from({ length: 10_000 }, () => frame(6, 0, 0, Buffer.alloc(8)))],
    ],
    ['a window that overflows', () => [PREFACE, SETTINGS, frame(8, 0, 0, Buffer.from('7fffffff', 'hex'))]],
    ['a message shorter than its prefix says', () => [call(message(order, order.length + 100))]],
    ['a message longer than its prefix says', () => [call(message(order, 3))]],
    ['a message that claims 4 GiB', () => [call(message(order, 0xffff_ffff))]],
    ['half a length prefix', () => [call(Buffer.from([0, 0, 0]))]],
    ['two messages where one is asked for', () => [call(Buffer.concat([message(order), message(order)]))]],
    ['no message at all', () => [call(Buffer.alloc(0))]],
    ['a compressed message in no known way', () => [call(message(order, order.length, 1))]],
    ['gzip that is none', () => [call(message(order, order.length, 1), { headers: { 'grpc-encoding': 'gzip' } })]],
    ['a message that is no protobuf', () => [call(message(Buffer.alloc(64, 0xff)))]],
    ['groups in groups in groups', () => [call(message(Buffer.alloc(100_000, 0x0b)))]],
  ])('%s', async (_name, make) => {
    await exchange(port(), make(order), PATIENCE_MS);
    await answers();
  });

  it('a bomb of gzip is refused without being unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(1_024 * MiB));
    const before = memoryMb(server.pid);
    const packed = call(message(bomb, bomb.length, 1), { headers: { 'grpc-encoding': 'gzip' } });
    await Promise.all(Array.from({ length: 4 }, () => exchange(port(), [packed], 4_000)));
    await answers();
    const after = memoryMb(server.pid);
    console.log(`gzip bombs of 4 × 1 GiB: ${before} → ${after} MB`);
    expect(after - before).toBeLessThan(300);
  });

  it(`${MUTATIONS} mutations of a call: no crash, and the memory they took is given back`, async () => {
    const random = mulberry(SEED);
    const whole = call(message(order));
    const run = async (amount: number): Promise<void> => {
      for (let done = 0; done < amount; done += AT_ONCE)
        await Promise.all(Array.from({ length: AT_ONCE }, () => exchange(port(), mutate(whole, random), 60)));
    };
    await run(MUTATIONS / 3);
    const before = memoryMb(server.pid);
    await run((MUTATIONS * 2) / 3);
    const after = memoryMb(server.pid);
    console.log(`${MUTATIONS} mutations, seed ${SEED}: ${before} → ${after} MB`);
    expect(after - before).toBeLessThan(150);
    await answers();
    expect(server.log()).not.toMatch(/"level":"error"|node_modules/);
  });
});

/** Bytes that are flipped, cut off, doubled or moved, and sent in one piece or several. */
function mutate(whole: Buffer, random: () => number): readonly Buffer[] {
  const bytes = Buffer.from(whole);
  const below = (limit: number): number => Math.floor(random() * limit);
  const kind = below(4);
  const from = random() < 0.8 ? PREFACE.length : 0;
  for (let n = below(8); n >= 0; n--) bytes[from + below(bytes.length - from)] = below(256);
  const cut = below(bytes.length);
  if (kind === 1) return [bytes.subarray(0, cut)];
  if (kind === 2) return [bytes.subarray(0, cut), bytes.subarray(cut)];
  if (kind === 3) return [bytes, bytes.subarray(PREFACE.length + below(bytes.length - PREFACE.length))];
  return [bytes];
}

/** @returns What came back until the connection ended, or in time, or until it held what was waited for. */
function exchange(port: number, chunks: readonly Buffer[], patienceMs: number, awaited?: string): Promise<Buffer> {
  return new Promise((resolve) => {
    const answer: Buffer[] = [];
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => void send());
    const finish = (): void => {
      clearTimeout(patience);
      socket.destroy();
      resolve(Buffer.concat(answer));
    };
    const patience = setTimeout(finish, patienceMs);
    const send = async (): Promise<void> => {
      for (const chunk of chunks) {
        if (socket.destroyed) return;
        socket.write(chunk);
        if (chunks.length < 10) await new Promise((next) => setImmediate(next));
      }
    };
    socket.on('data', (data) => {
      answer.push(data);
      if (awaited !== undefined && data.includes(awaited)) finish();
    });
    socket.on('error', finish);
    socket.on('close', finish);
  });
}

function frame(type: number, flags: number, stream: number, payload: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(9);
  head.writeUIntBE(payload.length, 0, 3);
  head[3] = type;
  head[4] = flags;
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
}

/** gRPC's: whether it is compressed, how long it claims to be, and its bytes. */
function message(bytes: Buffer, claimed = bytes.length, isCompressed = 0): Buffer {
  const head = Buffer.alloc(5);
  head[0] = isCompressed;
  head.writeUInt32BE(claimed, 1);
  return Buffer.concat([head, bytes]);
}

/** Of the longest frame that needs no negotiation. */
function piecesOf(body: Buffer): readonly Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0; at < body.length; at += 16_384) pieces.push(body.subarray(at, at + 16_384));
  return pieces.length === 0 ? [body] : pieces;
}

/** A header block of literals that are not indexed: the simplest that HPACK knows. */
function headersOf({ url, apiKey }: ServerProcess, more: Readonly<Record<string, string>>): Buffer {
  const headers = {
    ':method': 'POST',
    ':scheme': 'http',
    ':path': '/xai_api.Image/GenerateImage',
    ':authority': new URL(url).host,
    'content-type': 'application/grpc',
    te: 'trailers',
    authorization: `Bearer ${apiKey}`,
    ...more,
  };
  const text = (value: string): Buffer => {
    if (value.length > 126) throw new Error(`too long for a length of one byte: ${value}`);
    return Buffer.concat([Buffer.from([value.length]), Buffer.from(value)]);
  };
  return Buffer.concat(Object.entries(headers).flatMap(([name, value]) => [Buffer.from([0]), text(name), text(value)]));
}

/** Linux only. */
function memoryMb(pid: number): number {
  const [, kb] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kb) / 1024);
}

/** The same numbers for the same seed. @see https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
