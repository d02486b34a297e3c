import { inspect } from 'node:util';
import { LIMITS } from '@openimagine/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVideo } from '../src/operations/create-video.ts';
import { exchange, liveBytes, type RawExchange } from './hostile-clients.ts';
import { openTestDoor, TEST_KEY, type TestDoor } from './test-door.ts';
import { createTestEngine, type TestEngine } from './test-engine.ts';
import { startTestServer, type TestServer, until, videoOrder } from './test-server.ts';

const ROUNDS = 40;
const AT_ONCE = 30;
const MiB = 1024 * 1024;

/** What a client may say it has seen last, and how it reads. */
const readers = fc.record({
  lastEventId: fc.oneof(
    fc.constantFrom(undefined, '', '0', '-1', '1e999', 'end', 'done', 'queued-1', '\x7f', 'x'.repeat(5_000), 'é'),
    fc.string({ maxLength: 30 }).map((text) => text.replaceAll(/[^\x20-\x7e]/g, '?')),
    fc.integer().map(String),
  ),
  head: fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'POST'),
  again: fc.boolean(),
  isDeaf: fc.boolean(),
  ending: fc.constantFrom('wait', 'end', 'hang-up'),
  cut: fc.oneof(
    { weight: 4, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  ),
});

describe('readers of events that are up to something', () => {
  let engine: TestEngine;
  let server: TestServer;
  let door: TestDoor;
  const failures: string[] = [];
  beforeAll(async () => {
    engine = createTestEngine({ behaviours: [{ type: 'waiting' }] });
    const note = (message: string, fields: object = {}): void => void failures.push(`${message} ${inspect(fields)}`);
    const log = { debug: () => undefined, info: () => undefined, warn: note, error: note };
    server = await startTestServer(engine, { log });
    door = await openTestDoor(server);
  });
  afterAll(async () => {
    engine.finish();
    await door.http.close();
    await server.close();
  });

  it(`${ROUNDS * AT_ONCE} of them: no 5xx, every place is given back, and memory stays flat`, async () => {
    const port = Number(new URL(door.url).port);
    const { requestId } = await createVideo(server.context, server.caller, videoOrder());
    const path = `/v1/videos/${requestId}/events`;
    const statuses = new Map<number | undefined, number>();
    const live: number[] = [];
    let rounds = 0;
    const toExchange = ({ lastEventId, head, again, isDeaf, ending, cut }: ReaderOf<typeof readers>): RawExchange => {
      const id = lastEventId === undefined ? '' : `Last-Event-ID: ${lastEventId}\r\n`;
      const request = `${head} ${path} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${TEST_KEY}\r\n${id}\r\n`;
      // Another one behind it, before the first has ended.
      const all = Buffer.from(again ? request + request : request, 'latin1');
      return {
        chunks: [all.subarray(0, Math.ceil(all.length * cut))],
        ending: ending as RawExchange['ending'],
        isWhole: cut === 1 && !isDeaf,
        isDeaf,
      };
    };
    await fc.assert(
      fc.asyncProperty(fc.array(readers, { minLength: AT_ONCE, maxLength: AT_ONCE }), async (together) => {
        for (const status of await Promise.all(together.map((each) => exchange(port, toExchange(each)))))
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (++rounds % 4 === 0) live.push(liveBytes());
      }),
      { numRuns: ROUNDS, seed: 1, endOnFailure: true },
    );
    expect(failures).toEqual([]);
    expect([...statuses.keys()].filter((status) => status !== undefined && status >= 500)).toEqual([]);
    for (const status of [200, undefined]) expect(statuses.get(status), `${status}`).toBeGreaterThan(20);
    const half = live.length / 2;
    expect((Math.min(...live.slice(half)) - Math.max(...live.slice(1, half))) / MiB).toBeLessThan(4);

    // As many as one key may have open at once find room, and all of them learn of the end.
    const open = async (): Promise<Response[]> => {
      const streams = await Promise.all(Array.from({ length: LIMITS.eventStreamsPerKey }, () => door.send(path)));
      if (streams.every(({ status }) => status === 200)) return streams;
      await Promise.all(streams.map(({ body }) => body?.cancel()));
      return [];
    };
    let streams: Response[] = [];
    await until(async () => {
      streams = await open();
      return streams.length > 0;
    });
    engine.finish();
    for (const stream of streams) expect(await stream.text()).toContain('event: done');
  }, 240_000);
});

type ReaderOf<T> = T extends fc.Arbitrary<infer Value> ? Value : never;
