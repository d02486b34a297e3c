/** A clock that goes as the real one does, and jumps ahead when it is told to. */
export interface VirtualClock {
  now(): Date;
  /** How far it is ahead of the real one, in milliseconds. */
  aheadMs(): number;
  /** Real time, in milliseconds, that has passed since the clock showed `then`: jumps take none. */
  passedMs(then: Date): number;
  /** Jumps; whoever sleeps past the new time wakes. */
  advance(ms: number): void;
  /** Resolves when the clock shows that much more. @throws the signal's reason when it is aborted first. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** Jumps that are remembered. */
const JUMPS_MAX = 10_000;

/** Node fires at once what it is to wait longer for. */
const TIMEOUT_MS_MAX = 2 ** 31 - 1;

export function createVirtualClock(realNowMs: () => number = Date.now): VirtualClock {
  let aheadMs = 0;
  /** What the clock showed before each, oldest first. */
  const jumps: { readonly atMs: number; readonly byMs: number }[] = [];
  const sleepers = new Set<() => void>();
  const nowMs = (): number => realNowMs() + aheadMs;
  return {
    now: () => new Date(nowMs()),
    aheadMs: () => aheadMs,
    passedMs(then) {
      let passedMs = nowMs() - then.getTime();
      for (let last = jumps.length - 1; last >= 0 && jumps[last]!.atMs >= then.getTime(); last--)
        passedMs -= jumps[last]!.byMs;
      return passedMs;
    },
    advance(ms) {
      jumps.push({ atMs: nowMs(), byMs: ms });
      if (jumps.length > JUMPS_MAX) jumps.shift();
      aheadMs += ms;
      for (const look of [...sleepers]) look();
    },
    async sleep(ms, signal) {
      signal.throwIfAborted();
      const dueMs = nowMs() + ms;
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      let timer: NodeJS.Timeout | undefined;
      const look = (): void => {
        clearTimeout(timer);
        const leftMs = dueMs - nowMs();
        if (leftMs <= 0) resolve();
        else timer = setTimeout(look, Math.min(leftMs, TIMEOUT_MS_MAX));
      };
      const onAbort = (): void => reject(signal.reason);
      signal.addEventListener('abort', onAbort, { once: true });
      sleepers.add(look);
      look();
      try {
        await promise;
      } finally {
        clearTimeout(timer);
        sleepers.delete(look);
        signal.removeEventListener('abort', onAbort);
      }
    },
  };
}
