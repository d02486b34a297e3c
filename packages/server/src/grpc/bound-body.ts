import { ApiError, LIMITS } from '@openimagine/contract';
import type { BodyBudget } from '../body-budget.ts';

/** A whole message, or the next piece of a stream, must have come by then. */
const BODY_TIMEOUT_MS = 120_000;

/**
 * A body that comes in time, and whose bytes are counted while they are held. A stream is used up as it comes, so it counts
 * for nothing.
 * @returns `release`: nothing of it is held any more.
 */
export function boundBody(
  body: AsyncIterable<Uint8Array>,
  { isStreamed, budget, timeoutMs = BODY_TIMEOUT_MS }: BodyBounds,
): { readonly body: AsyncIterable<Uint8Array>; readonly release: () => void } {
  const held: (() => void)[] = [];
  const release = (): void => {
    for (const giveBack of held.splice(0)) giveBack();
  };
  return { body: read(), release };

  async function* read(): AsyncGenerator<Uint8Array> {
    const iterator = body[Symbol.asyncIterator]();
    let bytes = 0;
    let deadline = later(timeoutMs);
    try {
      for (;;) {
        const next = await Promise.race([iterator.next(), deadline.passed]);
        if (next.done) return;
        bytes += next.value.byteLength;
        if (isStreamed) {
          deadline.clear();
          deadline = later(timeoutMs);
        } else if (bytes > LIMITS.textBodyBytes) held.push(budget.take(next.value.byteLength));
        yield next.value;
      }
    } finally {
      deadline.clear();
      // Not awaited: where the time is up, it waits for a piece that may never come.
      iterator.return?.()?.catch(() => undefined);
    }
  }
}

export interface BodyBounds {
  readonly isStreamed: boolean;
  readonly budget: BodyBudget;
  readonly timeoutMs?: number;
}

function later(ms: number): { readonly passed: Promise<never>; clear(): void } {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => undefined);
  const timer = setTimeout(() => {
    reject(new ApiError('request-timeout', 'The message did not arrive whole in time; nothing was accepted.'));
  }, ms);
  return { passed: promise, clear: () => clearTimeout(timer) };
}
