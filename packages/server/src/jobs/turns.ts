/** Work that is done again and again, and never twice at once. */
export interface Turns {
  /** Done from beginning to end after this call: while a turn is under way, all callers share the next. */
  take(): Promise<void>;
  readonly isTaken: boolean;
  /** Resolves when nothing is under way, whatever became of it. */
  ended(): Promise<void>;
}

export function createTurns(work: () => Promise<void>): Turns {
  let current: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  const begin = (): Promise<void> => {
    next = undefined;
    current = work().finally(() => {
      if (next === undefined) current = undefined;
    });
    return current;
  };
  return {
    take() {
      if (current === undefined) return begin();
      next ??= current.catch(() => undefined).then(begin);
      return next;
    },
    get isTaken() {
      return current !== undefined;
    },
    async ended() {
      while (current !== undefined) await (next ?? current).catch(() => undefined);
    },
  };
}
