import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exchange, liveBytes, type RawExchange } from './hostile-clients.ts';
import { openTestDoor, TEST_KEY, type TestDoor } from './test-door.ts';
import { createTestEngine } from './test-engine.ts';
import { startTestServer, type TestServer, until } from './test-server.ts';

const ROUNDS = 50;
const AT_ONCE = 48;
const MiB = 1024 * 1024;

/** Mostly what a boundary may be; what is declared is not always what comes. */
const boundary = fc.oneof(
  { weight: 8, arbitrary: fc.constant('xyz') },
  { weight: 1, arbitrary: fc.constantFrom('', '"', '"xyz"', '-', 'x'.repeat(300), 'ä', 'xyz; charset=utf-8') },
);
const disposition = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'form-data; name="file"; filename="a.png"',
      'form-data; name="purpose"',
      'form-data; name="input_reference"; filename="a.png"',
      'form-data; name="expires_after"',
      'form-data; name="expires_after[seconds]"',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'form-data',
      'form-data; name',
      'form-data; name=""; filename=""',
      'form-data; name="__proto__"',
      'form-data; name="file"; filename*=UTF-8\'\'%ff%00%c3',
      `form-data; name="${'n'.repeat(100_000)}"`,
      'attachment; filename="../../../etc/passwd"',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 60 }) },
);
const content = fc.oneof(
  { weight: 5, arbitrary: fc.string({ maxLength: 40 }) },
  { weight: 3, arbitrary: fc.uint8Array({ maxLength: 6_000 }).map((bytes) => Buffer.from(bytes).toString('latin1')) },
  { weight: 1, arbitrary: fc.constantFrom('\r\n--xyz', '\r\n--xyz--\r\n', '3600', 'a'.repeat(200_000)) },
);
const part = fc
  .tuple(disposition, content, fc.constantFrom('\r\n', '\n', '\r\n\r\n', ''), fc.integer({ min: 0, max: 30 }))
  .map(
    ([said, bytes, gap, more]) =>
      `--xyz\r\nContent-Disposition: ${said}\r\n${'X-More: y\r\n'.repeat(more < 28 ? 0 : more ** 2)}${gap}${bytes}\r\n`,
  );
const form = fc.oneof(
  {
    weight: 12,
    arbitrary: content.map((bytes) => `${fieldOf('purpose')}${FILE_HEAD}${bytes || 'a'}\r\n--xyz--\r\n`),
  },
  {
    weight: 20,
    arbitrary: fc
      .tuple(fc.array(part, { maxLength: 5 }), fc.constantFrom('--xyz--\r\n', '--xyz--', '--xyz', '--xy', ''))
      .map(([parts, end]) => parts.join('') + end),
  },
  { weight: 2, arbitrary: fc.string({ maxLength: 300 }) },
  // Parts without an end.
  { weight: 1, arbitrary: fc.integer({ min: 30, max: 3_000 }).map((count) => fieldOf('a').repeat(count)) },
);

const FILE_HEAD = '--xyz\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n';

function fieldOf(name: string): string {
  return `--xyz\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n1\r\n`;
}

const exchanges = fc
  .record({
    path: fc.constantFrom('/v1/files', '/v1/files', '/v1/videos'),
    boundary,
    form,
    framing: fc.constantFrom('length', 'length', 'chunked', 'short', 'long', 'broken-chunks'),
    pieces: fc.integer({ min: 1, max: 5 }),
    cut: fc.oneof(
      { weight: 3, arbitrary: fc.constant(1) },
      { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
    ),
    ending: fc.constantFrom('wait', 'wait', 'end', 'hang-up'),
  })
  .map((wanted): RawExchange => {
    const body = Buffer.from(wanted.form, 'latin1');
    const { lengthHeader, framed } = frame(body, wanted.framing);
    const head = Buffer.from(
      `POST ${wanted.path} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${TEST_KEY}\r\n${lengthHeader}\r\n` +
        `Content-Type: multipart/form-data; boundary=${wanted.boundary}\r\n\r\n`,
      'latin1',
    );
    const all = Buffer.concat([head, framed]);
    const sent = all.subarray(0, Math.ceil(all.length * wanted.cut));
    const size = Math.max(1, Math.ceil(sent.length / wanted.pieces));
    const chunks = Array.from({ length: Math.ceil(sent.length / size) }, (_, index) =>
      sent.subarray(index * size, (index + 1) * size),
    );
    const isWhole = wanted.cut === 1 && (wanted.framing === 'length' || wanted.framing === 'chunked');
    return { chunks, ending: wanted.ending as RawExchange['ending'], isWhole };
  });

function frame(body: Buffer, framing: string): { readonly lengthHeader: string; readonly framed: Buffer } {
  if (framing === 'chunked' || framing === 'broken-chunks') {
    const size = framing === 'chunked' ? body.length.toString(16) : 'zz';
    const last = body.length === 0 ? '' : '\r\n0';
    return {
      lengthHeader: 'Transfer-Encoding: chunked',
      framed: Buffer.concat([Buffer.from(`${size}\r\n`), body, Buffer.from(`${last}\r\n\r\n`)]),
    };
  }
  const off = framing === 'short' ? -Math.min(5, body.length) : framing === 'long' ? 1_000 : 0;
  return { lengthHeader: `Content-Length: ${body.length + off}`, framed: body };
}

describe('forms that are none', () => {
  let server: TestServer;
  let door: TestDoor;
  const failures: string[] = [];
  beforeAll(async () => {
    const note = (message: string, fields: object = {}): void => void failures.push(`${message} ${inspect(fields)}`);
    const log = { debug: () => undefined, info: () => undefined, warn: note, error: note };
    server = await startTestServer(createTestEngine(), { log });
    door = await openTestDoor(server);
  });
  afterAll(async () => {
    await door.http.close();
    await server.close();
  });

  const filesBelow = async (folder: string): Promise<number> => {
    const entries = await readdir(join(server.dataDir, folder), { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).length;
  };

  const filesKept = async (): Promise<number> => {
    const rows = await server.context.database.query.selectFrom('files').select('id').execute();
    return rows.length;
  };

  it(`${ROUNDS * AT_ONCE} of them: no 5xx, nothing is left behind, and memory stays flat`, async () => {
    const port = Number(new URL(door.url).port);
    const statuses = new Map<number | undefined, number>();
    const live: number[] = [];
    let rounds = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(exchanges, { minLength: AT_ONCE, maxLength: AT_ONCE }), async (together) => {
        for (const status of await Promise.all(together.map((each) => exchange(port, each))))
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (++rounds % 5 === 0) live.push(liveBytes());
      }),
      { numRuns: ROUNDS, seed: 1, endOnFailure: true },
    );
    expect(failures).toEqual([]);
    expect([...statuses.keys()].filter((status) => status !== undefined && status >= 500)).toEqual([]);
    // The generator must reach all of it: forms that are kept, that are refused, that are too large, and no answer.
    for (const status of [200, 400, undefined]) expect(statuses.get(status), `${status}`).toBeGreaterThan(20);

    // Who hung up does not know whether the file was kept.
    await until(async () => (await filesBelow('objects')) === (await filesKept()));
    expect(await filesKept()).toBeGreaterThanOrEqual(statuses.get(200)!);
    expect(await filesBelow('incoming')).toBe(0);
    const half = live.length / 2;
    expect((Math.min(...live.slice(half)) - Math.max(...live.slice(1, half))) / MiB).toBeLessThan(8);
    expect((await door.send('/v1/files?limit=1')).status).toBe(200);
  }, 240_000);
});
