import { DEFAULT_KEY_SETTINGS, type KeySettings } from '@openimagine/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRateLimits, type RateLimits } from './rate-limits.ts';

function start(pollsPerSecond?: number): { limits: RateLimits; advance(ms: number): void } {
  let nowMs = 1_800_000_000_000;
  const limits = createRateLimits({ now: () => new Date(nowMs), pollsPerSecond });
  return {
    limits,
    advance: (ms) => {
      nowMs += ms;
    },
  };
}

function key(settings: Partial<KeySettings>, keyId = 'a'): { keyId: string; settings: KeySettings } {
  return { keyId, settings: { ...DEFAULT_KEY_SETTINGS, ...settings } };
}

/** The most that any window of the length holds. */
function fullest(times: readonly number[], windowMs: number): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + windowMs).length));
}

describe('rate limits', () => {
  it('never admit more than the limit in any second or minute, whatever comes when', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 20_000 })), {
          maxLength: 150,
        }),
        (requestsPerSecond, requestsPerMinute, pauses) => {
          const { limits, advance } = start();
          const caller = key({ requestsPerSecond, requestsPerMinute });
          const admitted: number[] = [];
          let atMs = 0;
          for (const pause of pauses) {
            advance(pause);
            atMs += pause;
            const room =
              admitted.filter((at) => at > atMs - 1_000).length < requestsPerSecond &&
              admitted.filter((at) => at > atMs - 60_000).length < requestsPerMinute;
            const verdict = limits.take(caller, 'requests');
            // Neither too many nor too few.
            expect(verdict.isAdmitted).toBe(room);
            if (verdict.isAdmitted) admitted.push(atMs);
          }
          expect(fullest(admitted, 1_000)).toBeLessThanOrEqual(requestsPerSecond);
          expect(fullest(admitted, 60_000)).toBeLessThanOrEqual(requestsPerMinute);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('say exactly when to come back: not a millisecond earlier is there room', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 10 }),
        fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 60 }),
        (requestsPerSecond, requestsPerMinute, pauses) => {
          const { limits, advance } = start();
          const caller = key({ requestsPerSecond, requestsPerMinute });
          for (const pause of pauses) {
            advance(pause);
            const { waitMs } = limits.take(caller, 'requests');
            if (waitMs === 0) continue;
            advance(waitMs - 1);
            expect(limits.take(caller, 'requests')).toMatchObject({ isAdmitted: false, waitMs: 1 });
            advance(1);
            expect(limits.take(caller, 'requests').isAdmitted).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('hold while the clock is set back, and for no longer than before', () => {
    const { limits, advance } = start();
    const caller = key({ requestsPerSecond: 2 });
    for (const isAdmitted of [true, true, false]) expect(limits.take(caller, 'requests').isAdmitted).toBe(isAdmitted);
    advance(-3_600_000);
    expect(limits.take(caller, 'requests')).toMatchObject({ isAdmitted: false, waitMs: 1_000 });
    advance(1_000);
    expect(limits.take(caller, 'requests').isAdmitted).toBe(true);
  });

  it('hold whatever a clock does that is set back and forth: only time that passes forwards counts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: -100_000, max: 0 })), { maxLength: 120 }),
        (requestsPerSecond, steps) => {
          const { limits, advance } = start();
          const admitted: number[] = [];
          let passedMs = 0;
          for (const step of steps) {
            advance(step);
            passedMs += Math.max(0, step);
            if (limits.take(key({ requestsPerSecond }), 'requests').isAdmitted) admitted.push(passedMs);
          }
          expect(fullest(admitted, 1_000)).toBeLessThanOrEqual(requestsPerSecond);
          expect(admitted.length).toBeGreaterThanOrEqual(Math.min(steps.length, requestsPerSecond));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('tell what is left of each window, and when all of it is there again', () => {
    const { limits, advance } = start();
    const caller = key({ requestsPerSecond: 2, requestsPerMinute: 100 });
    limits.take(caller, 'requests');
    advance(300);
    expect(limits.take(caller, 'requests').quotas).toEqual([
      { name: 'second', limit: 2, windowSeconds: 1, remaining: 0, resetMs: 1_000 },
      { name: 'minute', limit: 100, windowSeconds: 60, remaining: 98, resetMs: 60_000 },
    ]);
    advance(800);
    expect(limits.take(caller, 'requests').quotas[0]).toMatchObject({ remaining: 0 });
    advance(10_000);
    expect(limits.take(caller, 'requests').quotas).toMatchObject([{ remaining: 1 }, { remaining: 96 }]);
  });

  it('count each key apart, and reading apart from creating', () => {
    const { limits } = start(3);
    const one = { requestsPerSecond: 1 };
    expect(limits.take(key(one), 'requests').isAdmitted).toBe(true);
    expect(limits.take(key(one), 'requests').isAdmitted).toBe(false);
    expect(limits.take(key(one, 'b'), 'requests').isAdmitted).toBe(true);
    for (let polls = 0; polls < 3; polls++) expect(limits.take(key(one), 'polls').isAdmitted).toBe(true);
    expect(limits.take(key(one), 'polls')).toMatchObject({ isAdmitted: false, quotas: [{ name: 'polls', limit: 3 }] });
    expect(limits.take(key({ pollsPerSecond: 4 }), 'polls').isAdmitted).toBe(true);
  });

  it('limit nothing that is not said to be limited', () => {
    const { limits } = start();
    for (let calls = 0; calls < 10_000; calls++) {
      expect(limits.take(key({}), 'requests')).toEqual({ isAdmitted: true, quotas: [], waitMs: 0 });
      limits.take(key({}), 'polls');
    }
  });

  it('follow a limit that is changed meanwhile', () => {
    const { limits, advance } = start();
    for (let calls = 0; calls < 5; calls++) limits.take(key({ requestsPerSecond: 5 }), 'requests');
    expect(limits.take(key({ requestsPerSecond: 2 }), 'requests')).toMatchObject({ isAdmitted: false });
    expect(limits.take(key({ requestsPerSecond: 6 }), 'requests').isAdmitted).toBe(true);
    advance(1_000);
    expect(limits.take(key({ requestsPerSecond: 2 }), 'requests').quotas[0]).toMatchObject({ remaining: 1 });
  });

  it('forget the calls of keys that have gone, and stay right with many of them', () => {
    const { limits, advance } = start();
    for (let index = 0; index < 12_000; index++) limits.take(key({ requestsPerMinute: 1 }, `k${index}`), 'requests');
    expect(limits.take(key({ requestsPerMinute: 1 }, 'k11999'), 'requests').isAdmitted).toBe(false);
    advance(60_000);
    for (let index = 0; index < 12_000; index++) limits.take(key({ requestsPerMinute: 1 }, `m${index}`), 'requests');
    expect(limits.take(key({ requestsPerMinute: 1 }, 'm0'), 'requests').isAdmitted).toBe(false);
    expect(limits.take(key({ requestsPerMinute: 1 }, 'k0'), 'requests').isAdmitted).toBe(true);
  });
});
