import { expect, it } from 'vitest';
import { createTurns } from './turns.ts';

/** Work that goes on until it is told to end. */
function openWork() {
  const begun: PromiseWithResolvers<void>[] = [];
  const turns = createTurns(() => {
    const turn = Promise.withResolvers<void>();
    begun.push(turn);
    return turn.promise;
  });
  return { begun, turns };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('gives whoever comes during a turn a whole one of their own, and all of them the same', async () => {
  const { begun, turns } = openWork();
  const first = turns.take();
  const second = turns.take();
  expect(turns.take()).toBe(second);
  expect(begun).toHaveLength(1);
  begun[0]!.resolve();
  await first;
  await settled();
  expect([begun.length, turns.isTaken]).toEqual([2, true]);
  const third = turns.take();
  begun[1]!.resolve();
  await second;
  await settled();
  begun[2]!.resolve();
  await third;
  await turns.ended();
  expect([begun.length, turns.isTaken]).toEqual([3, false]);
});

it('goes on after a turn that failed', async () => {
  const { begun, turns } = openWork();
  const first = turns.take();
  const second = turns.take();
  begun[0]!.reject(new Error('no luck'));
  await expect(first).rejects.toThrow('no luck');
  await settled();
  begun[1]!.resolve();
  await second;
  expect(turns.isTaken).toBe(false);
});
