import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RETRY_DELAYS_MS, retryDelayMs } from './retry-delay.ts';

const HOUR = 3_600_000;

it('waits longer each time, for a good day together, and then no more', () => {
  expect(RETRY_DELAYS_MS.toSorted((a, b) => a - b)).toEqual(RETRY_DELAYS_MS);
  const sumMs = RETRY_DELAYS_MS.reduce((sum, delayMs) => sum + delayMs, 0);
  expect(sumMs).toBeGreaterThan(24 * HOUR);
  expect(sumMs).toBeLessThan(36 * HOUR);
  expect(retryDelayMs(RETRY_DELAYS_MS.length + 1, 0)).toBeUndefined();
});

it('keeps its jitter within a fifth, and its waits in order', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: RETRY_DELAYS_MS.length }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (failed, chance) => {
        const delayMs = retryDelayMs(failed, chance)!;
        const planned = RETRY_DELAYS_MS[failed - 1]!;
        expect(delayMs).toBeGreaterThanOrEqual(0.8 * planned);
        expect(delayMs).toBeLessThanOrEqual(1.2 * planned);
      },
    ),
  );
  expect(retryDelayMs(1, 0.5)).toBe(5_000);
  expect([retryDelayMs(1, 0), retryDelayMs(1, 1)]).toEqual([4_000, 6_000]);
});
