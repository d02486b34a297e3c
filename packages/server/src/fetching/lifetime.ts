import { FetchError } from './fetch-error.ts';

/** One fetch, from the call to the last byte: what ends it, and what ends with it. */
export interface Lifetime {
  /** Aborts when the fetch is over, well or not; its reason is what the caller is told. */
  readonly signal: AbortSignal;
  fail(reason: unknown): void;
  /** Fails after `ms`. @returns Call it when what was limited is done. */
  limit(ms: number, error: () => FetchError): () => void;
  /** Settles as `work` does, or rejects with the reason as soon as the fetch is over. */
  race<T>(work: Promise<T>): Promise<T>;
  end(): void;
}

/** @param outer The caller's: its reason is passed on. */
export function openLifetime(outer: AbortSignal | undefined): Lifetime {
  const controller = new AbortController();
  const { signal } = controller;
  const fail = (reason: unknown): void => controller.abort(reason);
  const onOuterAbort = (): void => fail(outer?.reason);
  if (outer?.aborted) onOuterAbort();
  outer?.addEventListener('abort', onOuterAbort, { signal });
  return {
    signal,
    fail,
    limit: (ms, error) => limit(ms, error, controller),
    race: (work) => race(work, signal),
    end: () => fail(new FetchError('unreachable', 'The transfer is over.')),
  };
}

function limit(ms: number, error: () => FetchError, controller: AbortController): () => void {
  let turn: NodeJS.Immediate | undefined;
  // After an event loop that was busy for longer than `ms`, what came meanwhile is read before the other side is blamed.
  const timer = setTimeout(() => (turn = setImmediate(() => controller.abort(error()))), Math.max(0, ms));
  const clear = (): void => {
    clearTimeout(timer);
    clearImmediate(turn);
    controller.signal.removeEventListener('abort', clear);
  };
  controller.signal.addEventListener('abort', clear);
  if (controller.signal.aborted) clear();
  return clear;
}

async function race<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const over = Promise.withResolvers<never>();
  const onAbort = (): void => over.reject(signal.reason);
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort);
  try {
    return await Promise.race([over.promise, work]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
