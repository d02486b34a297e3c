const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** After each attempt that failed: those that Standard Webhooks suggests, as far as a little over a day. */
export const RETRY_DELAYS_MS: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
];

/** A receiver that comes back must not meet everything that it has missed in the same second. */
const JITTER = 0.2;

/**
 * How long to wait after the n-th attempt, in milliseconds: its delay, a fifth shorter to a fifth longer.
 * @param failed Attempts so far, all of which failed; from 1.
 * @param chance From 0 to 1.
 * @returns Undefined when that was the last.
 */
export function retryDelayMs(failed: number, chance: number): number | undefined {
  const delayMs = RETRY_DELAYS_MS[failed - 1];
  return delayMs === undefined ? undefined : Math.round(delayMs * (1 - JITTER + 2 * JITTER * chance));
}
