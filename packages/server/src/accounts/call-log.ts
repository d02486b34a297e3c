/** When calls were admitted, oldest first, for as far back as any limit looks. */
export interface CallLog {
  /** Admitted later than `afterMs`. */
  countAfter(afterMs: number): number;
  /** When the `n`th last one was admitted; 1 is the last. There must be as many. */
  nthLast(n: number): number;
  /** Times never go back. */
  add(atMs: number): void;
  /** Forgets what was admitted at `untilMs` or before. */
  forget(untilMs: number): void;
  /** Minus infinity while it is empty. */
  readonly lastMs: number;
}

/** Forgotten entries at the front are cut off once they are as many, and most of all. */
const CUT_MIN = 1_024;

export function createCallLog(): CallLog {
  let times: number[] = [];
  let start = 0;

  /** Index of the first that is later than `afterMs`. */
  const firstAfter = (afterMs: number): number => {
    let low = start;
    let high = times.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (times[middle]! > afterMs) high = middle;
      else low = middle + 1;
    }
    return low;
  };

  return {
    countAfter: (afterMs) => times.length - firstAfter(afterMs),
    nthLast: (n) => times[times.length - n]!,
    add: (atMs) => {
      times.push(atMs);
    },
    forget(untilMs) {
      start = firstAfter(untilMs);
      if (start < CUT_MIN || start * 2 < times.length) return;
      times = times.slice(start);
      start = 0;
    },
    get lastMs() {
      return times.length > start ? times.at(-1)! : Number.NEGATIVE_INFINITY;
    },
  };
}
