/** A fixed number of places, given out in the order in which they were asked for. */
export interface Slots {
  /** @returns Gives the place back, once. @throws the signal's reason when it aborts while waiting. */
  take(signal: AbortSignal): Promise<() => void>;
}

export function createSlots(count: number): Slots {
  let free = count;
  const waiting = new Set<() => void>();
  const giveBack = (): void => {
    const [next] = waiting;
    if (next === undefined) free++;
    else next();
  };
  const onceGiven = (): (() => void) => {
    let isGiven = false;
    return () => {
      if (isGiven) return;
      isGiven = true;
      giveBack();
    };
  };
  return {
    async take(signal) {
      signal.throwIfAborted();
      if (free > 0) {
        free--;
        return onceGiven();
      }
      const turn = Promise.withResolvers<void>();
      const onTurn = (): void => {
        waiting.delete(onTurn);
        turn.resolve();
      };
      const onAbort = (): void => {
        if (waiting.delete(onTurn)) turn.reject(signal.reason);
      };
      waiting.add(onTurn);
      signal.addEventListener('abort', onAbort);
      try {
        await turn.promise;
      } finally {
        signal.removeEventListener('abort', onAbort);
      }
      return onceGiven();
    },
  };
}
