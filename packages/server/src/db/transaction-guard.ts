import { AsyncLocalStorage } from 'node:async_hooks';

/** Shared by all databases of the process: no transaction has any business with another database either. */
const current = new AsyncLocalStorage<{ isOpen: boolean; readonly afterwards: (() => void)[] }>();

/**
 * Runs `work` so that `assertOutsideTransaction` throws within it, until it has ended.
 * @param afterwards Takes what `afterCommit` is given; the caller calls them once it has committed.
 */
export async function insideTransaction<T>(work: () => Promise<T>, afterwards: (() => void)[] = []): Promise<T> {
  const transaction = { isOpen: true, afterwards };
  try {
    return await current.run(transaction, work);
  } finally {
    // What was started inside and outlives the transaction may use the outer handle again.
    transaction.isOpen = false;
  }
}

/**
 * PGlite has one connection: whoever waits for the outer handle inside a transaction waits for ever. An error at once is
 * found by the first test that gets there.
 */
export function assertOutsideTransaction(): void {
  if (current.getStore()?.isOpen === true) {
    throw new Error('The outer database handle was used inside a transaction; use the transaction that was handed in');
  }
}

/** Has something done once the transaction that runs has committed, and not if it does not. Must not throw. */
export function afterCommit(callback: () => void): void {
  const transaction = current.getStore();
  if (transaction?.isOpen !== true) throw new Error('There is no transaction to wait for');
  transaction.afterwards.push(callback);
}
