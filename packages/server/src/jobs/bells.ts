/** Who wants to know when something has changed, by its id. */
export interface Bells {
  hang(id: string): Bell;
  /** Heard by all bells of the id. */
  ring(id: string): void;
  /** Those that have a bell. */
  ids(): string[];
}

export interface Bell {
  /** Resolves at the first ring from now on. */
  next(): Promise<void>;
  ring(): void;
  remove(): void;
}

export function createBells(): Bells {
  const hung = new Map<string, Set<Bell>>();
  return {
    hang(id) {
      const set = hung.get(id) ?? new Set<Bell>();
      hung.set(id, set);
      let { promise, resolve } = Promise.withResolvers<void>();
      const bell: Bell = {
        next() {
          ({ promise, resolve } = Promise.withResolvers<void>());
          return promise;
        },
        ring: () => resolve(),
        remove() {
          set.delete(bell);
          if (set.size === 0 && hung.get(id) === set) hung.delete(id);
        },
      };
      set.add(bell);
      return bell;
    },
    ring(id) {
      for (const bell of hung.get(id) ?? []) bell.ring();
    },
    ids: () => [...hung.keys()],
  };
}
