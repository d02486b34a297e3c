/** A fixed number of places. Owners that wait take turns, each with its requests in the order in which they came. */
export interface Slots {
  /** @returns Gives the place back, once. @throws the signal's reason when it aborts while waiting. */
  take(owner: string, signal: AbortSignal): Promise<() => void>;
}

export interface SlotOptions {
  readonly count: number;
  /** So many at once for one owner, also where more are free. Default: all. */
  readonly perOwner?: number | undefined;
}

type Waiter = () => void;

export function createSlots({ count, perOwner = count }: SlotOptions): Slots {
  let free = count;
  const held = new Map<string, number>();
  /** Owners in the order of their turns. None is without a waiter. */
  const waiting = new Map<string, Set<Waiter>>();
  const mayHave = (owner: string): boolean => free > 0 && (held.get(owner) ?? 0) < perOwner;

  const giveTo = (owner: string): (() => void) => {
    free--;
    held.set(owner, (held.get(owner) ?? 0) + 1);
    let isGivenBack = false;
    return () => {
      if (isGivenBack) return;
      isGivenBack = true;
      free++;
      const left = (held.get(owner) ?? 0) - 1;
      if (left > 0) held.set(owner, left);
      else held.delete(owner);
      wakeNext();
    };
  };
  const leave = (owner: string, waiter: Waiter): boolean => {
    const waiters = waiting.get(owner);
    const wasWaiting = waiters?.delete(waiter) ?? false;
    if (waiters?.size === 0) waiting.delete(owner);
    return wasWaiting;
  };
  const wakeNext = (): void => {
    for (const [owner, waiters] of waiting) {
      if (!mayHave(owner)) continue;
      const [waiter] = waiters;
      waiting.delete(owner);
      waiting.set(owner, waiters);
      waiter?.();
      return;
    }
  };

  return {
    async take(owner, signal) {
      signal.throwIfAborted();
      if (mayHave(owner)) return giveTo(owner);
      const turn = Promise.withResolvers<() => void>();
      const onTurn = (): void => {
        leave(owner, onTurn);
        turn.resolve(giveTo(owner));
      };
      const onAbort = (): void => {
        if (leave(owner, onTurn)) turn.reject(signal.reason);
      };
      const waiters = waiting.get(owner) ?? new Set();
      waiting.set(owner, waiters.add(onTurn));
      signal.addEventListener('abort', onAbort);
      try {
        return await turn.promise;
      } finally {
        signal.removeEventListener('abort', onAbort);
      }
    },
  };
}
