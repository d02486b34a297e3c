import { expect, it } from 'vitest';
import { limitBytes } from './limit-bytes.ts';

const bodyOf = (...sizes: number[]): ReadableStream<Uint8Array> =>
  ReadableStream.from(sizes.map((size) => new Uint8Array(size)));
const read = async (body: ReadableStream<Uint8Array>): Promise<number> =>
  Buffer.concat(await Array.fromAsync(limitBytes(body, 10, () => new RangeError('too many')))).length;

it('passes as many bytes as may come, and throws at the next', async () => {
  expect(await read(bodyOf(4, 0, 6))).toBe(10);
  await expect(read(bodyOf(4, 6, 1))).rejects.toThrow(new RangeError('too many'));
});

it('cancels a source that sends too much', async () => {
  let isCancelled = false;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(4)),
    cancel: () => {
      isCancelled = true;
    },
  });
  await expect(read(endless)).rejects.toThrow(RangeError);
  expect(isCancelled).toBe(true);
});
