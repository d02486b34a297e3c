import type { Context } from '../context.ts';

const tails = new WeakMap<Context, Map<string, Promise<void>>>();

/** Runs works of one name one after the other, in this process, in the order they came. Those of other names do not wait. */
export async function inTurn<T>(context: Context, name: string, work: () => Promise<T>): Promise<T> {
  const mine = tails.get(context) ?? new Map<string, Promise<void>>();
  tails.set(context, mine);
  const before = mine.get(name);
  const { promise, resolve } = Promise.withResolvers<void>();
  mine.set(name, promise);
  try {
    await before;
    return await work();
  } finally {
    resolve();
    if (mine.get(name) === promise) mine.delete(name);
  }
}
