import { describe, expect, it } from 'vitest';
import { createBodyBudget } from '../body-budget.ts';
import { type BodyBounds, boundBody } from './bound-body.ts';

const KiB = 1024;
const bounds: BodyBounds = {
  messageBytesMax: 1_000 * KiB,
  budget: undefined,
  timeoutMs: 60_000,
  deadlineMs: undefined,
  isStreamed: false,
};

/** A message as it goes over the wire. */
const message = (bytes: number): Uint8Array => {
  const framed = new Uint8Array(5 + bytes);
  new DataView(framed.buffer).setUint32(1, bytes);
  return framed;
};
const inPieces = function* (bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size);
};
const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const toAsync = async function* <T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
};
const silent = async function* (): AsyncGenerator<Uint8Array> {
  yield message(10).subarray(0, 7);
  await new Promise(() => undefined);
};
const sizeOf = async (body: AsyncIterable<Uint8Array>): Promise<number> => {
  let bytes = 0;
  for await (const piece of body) bytes += piece.byteLength;
  return bytes;
};

describe('boundBody', () => {
  it.each([1, 4, 5, 1_000, 65_536, 1_000_000])('passes messages on in pieces of %i bytes', async (size) => {
    const sent = joined(message(0), message(3), message(100 * KiB));
    const { body } = boundBody(toAsync(inPieces(sent, size)), bounds);
    expect(await sizeOf(body)).toBe(sent.byteLength);
  });

  it('refuses a message by its length, before it has come', async () => {
    const { body } = boundBody(toAsync([message(2_000 * KiB).subarray(0, 5)]), bounds);
    await expect(sizeOf(body)).rejects.toMatchObject({ code: 'payload-too-large' });
  });

  it('counts what is held of one message until it is released', async () => {
    const budget = createBodyBudget(500 * KiB);
    const { body, release } = boundBody(toAsync(inPieces(message(400 * KiB), 64 * KiB)), { ...bounds, budget });
    await sizeOf(body);
    expect(() => budget.take(200 * KiB)).toThrow();
    release();
    budget.take(500 * KiB)();
  });

  it('counts of a stream only the message that is coming', async () => {
    const budget = createBodyBudget(500 * KiB);
    const stream = joined(...Array.from({ length: 20 }, () => message(200 * KiB)));
    const { body } = boundBody(toAsync(inPieces(stream, 64 * KiB)), { ...bounds, budget, isStreamed: true });
    expect(await sizeOf(body)).toBe(stream.byteLength);
    const one = boundBody(toAsync(inPieces(message(600 * KiB), 64 * KiB)), { ...bounds, budget, isStreamed: true });
    await expect(sizeOf(one.body)).rejects.toMatchObject({ code: 'resource-exhausted' });
  });

  it('waits for a message for so long and no longer, and not beyond the deadline of its call', async () => {
    await expect(sizeOf(boundBody(silent(), { ...bounds, timeoutMs: 20 }).body)).rejects.toMatchObject({
      code: 'request-timeout',
    });
    await expect(sizeOf(boundBody(silent(), { ...bounds, deadlineMs: 20 }).body)).rejects.toThrow(/deadline/);
  });
});
