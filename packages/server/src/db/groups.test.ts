import { describe, expect, it } from 'vitest';
import { createGroups, done, type GroupOptions, type Groups, refused } from './groups.ts';

/** Doubles numbers and refuses odd ones; each group waits until it is let go. */
function doubling(options: Partial<GroupOptions<number, number>> = {}) {
  const seen: (readonly number[])[] = [];
  const gates: PromiseWithResolvers<void>[] = [];
  const begun = new EventTarget();
  const groups: Groups<number, number> = createGroups({
    sizeMax: 10,
    atOnce: 1,
    work: async (items) => {
      seen.push(items);
      const gate = Promise.withResolvers<void>();
      gates.push(gate);
      begun.dispatchEvent(new Event('begun'));
      await gate.promise;
      return items.map((item) => (item % 2 === 0 ? done(item * 2) : refused(new RangeError(`${item} is odd`))));
    },
    ...options,
  });
  const next = (): Promise<unknown> =>
    new Promise((resolve) => begun.addEventListener('begun', resolve, { once: true }));
  return { groups, seen, gates, next };
}

describe('groups', () => {
  it('take whoever came in the same turn; who comes while one is under way shares the next', async () => {
    const { groups, seen, gates, next } = doubling();
    const first = [groups.add(2), groups.add(4)];
    await next();
    const second = [groups.add(6), groups.add(8), groups.add(10)];
    const third = next();
    gates[0]?.resolve();
    expect(await Promise.all(first)).toEqual([4, 8]);
    await third;
    gates[1]?.resolve();
    expect(await Promise.all(second)).toEqual([12, 16, 20]);
    expect(seen).toEqual([
      [2, 4],
      [6, 8, 10],
    ]);
  });

  it('give each its own outcome', async () => {
    const { groups, gates, next } = doubling();
    const all = [groups.add(2), groups.add(3), groups.add(4)];
    await next();
    gates[0]?.resolve();
    const [two, three, four] = await Promise.allSettled(all);
    expect([two, four]).toMatchObject([{ value: 4 }, { value: 8 }]);
    expect(three).toMatchObject({ reason: expect.any(RangeError) });
  });

  it('that fail are told to all of them, and to nobody else', async () => {
    const { groups, gates, next } = doubling();
    const all = [groups.add(2), groups.add(4)];
    await next();
    const later = groups.add(6);
    const again = next();
    gates[0]?.reject(new Error('the database is gone'));
    for (const one of all) await expect(one).rejects.toThrow('the database is gone');
    await again;
    gates[1]?.resolve();
    expect(await later).toBe(12);
  });

  it('hold no more than they may, and never two of one name', async () => {
    const { groups, seen, gates, next } = doubling({ sizeMax: 3, apart: (item) => (item < 10 ? undefined : 'large') });
    const all = [20, 30, 2, 40, 4, 6].map((item) => groups.add(item));
    for (let group = 0; group < 3; group++) {
      await next();
      gates[group]?.resolve();
    }
    expect(await Promise.all(all)).toEqual([40, 60, 4, 80, 8, 12]);
    expect(seen).toEqual([[20, 2, 4], [30, 6], [40]]);
  });

  it('are worked on at once, as many as may be', async () => {
    const { groups, seen, gates, next } = doubling({ atOnce: 2 });
    const all = [groups.add(2)];
    await next();
    all.push(groups.add(4));
    await next();
    all.push(groups.add(6));
    const third = next();
    expect(seen).toEqual([[2], [4]]);
    gates[1]?.resolve();
    expect(await all[1]).toBe(8);
    await third;
    for (const gate of gates) gate.resolve();
    expect(await Promise.all(all)).toEqual([4, 8, 12]);
  });
});
