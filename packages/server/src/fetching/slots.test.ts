import { expect, it } from 'vitest';
import { createSlots, type Slots } from './slots.ts';

/** Takes places one after the other, and notes in which order they are given. */
function takeAll(slots: Slots, owners: string): { given: string[]; giveBack: (owner: string) => void } {
  const given: string[] = [];
  const releases: [string, () => void][] = [];
  for (const owner of owners) {
    void slots.take(owner, new AbortController().signal).then((release) => {
      given.push(owner);
      releases.push([owner, release]);
    });
  }
  return {
    given,
    giveBack(owner) {
      const index = releases.findIndex(([of]) => of === owner);
      releases.splice(index, 1)[0]![1]();
    },
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('an owner that asks once waits for one of an owner that asked a hundred times, not for all', async () => {
  const slots = createSlots({ count: 1 });
  const { given, giveBack } = takeAll(slots, `${'a'.repeat(100)}b${'c'.repeat(3)}`);
  for (let turn = 0; turn < 6; turn++) {
    await settled();
    giveBack(given.at(-1)!);
  }
  await settled();
  expect(given.join('')).toBe('aabcaca');
});

it('one owner takes only its share, however much is free, and more as it gives back', async () => {
  const slots = createSlots({ count: 8, perOwner: 2 });
  const { given, giveBack } = takeAll(slots, 'aaaab');
  await settled();
  expect(given.join('')).toBe('aab');
  giveBack('b');
  await settled();
  expect(given.join('')).toBe('aab');
  giveBack('a');
  await settled();
  expect(given.join('')).toBe('aaba');
});

it('who stops waiting is passed over, and gets the reason', async () => {
  const slots = createSlots({ count: 1 });
  const release = await slots.take('a', new AbortController().signal);
  const leaving = new AbortController();
  const gone = slots.take('b', leaving.signal);
  const stays = slots.take('c', new AbortController().signal);
  const reason = new Error('hung up');
  leaving.abort(reason);
  await expect(gone).rejects.toBe(reason);
  release();
  (await stays)();
  await expect(slots.take('d', AbortSignal.abort(reason))).rejects.toBe(reason);
  expect(typeof (await slots.take('b', new AbortController().signal))).toBe('function');
});

it('a place that is given back twice is free once', async () => {
  const slots = createSlots({ count: 1 });
  const release = await slots.take('a', new AbortController().signal);
  release();
  release();
  const { given } = takeAll(slots, 'ab');
  await settled();
  expect(given).toEqual(['a']);
});
