import { expect, it } from 'vitest';
import { createVirtualClock } from './virtual-clock.ts';

const DAY_MS = 86_400_000;
const never = new AbortController().signal;

it('goes with the real clock, and jumps', () => {
  const real = { ms: 1_000 };
  const clock = createVirtualClock(() => real.ms);
  expect(clock.now()).toEqual(new Date(1_000));
  clock.advance(DAY_MS);
  real.ms = 1_500;
  expect(clock.now()).toEqual(new Date(1_500 + DAY_MS));
  expect(clock.aheadMs()).toBe(DAY_MS);
});

it('wakes who sleeps past the new time, and nobody else', async () => {
  const clock = createVirtualClock(() => 0);
  const awake: string[] = [];
  const hour = clock.sleep(DAY_MS / 24, never).then(() => awake.push('hour'));
  // Longer than the longest timer of Node, which would fire at once.
  void clock.sleep(40 * DAY_MS, never).then(() => awake.push('40 days'));
  clock.advance(DAY_MS);
  await hour;
  await new Promise((resolve) => setImmediate(resolve));
  expect(awake).toEqual(['hour']);
});

it('ends a sleep with the reason of its signal', async () => {
  const clock = createVirtualClock();
  const ending = new AbortController();
  const sleep = clock.sleep(DAY_MS, ending.signal);
  ending.abort('shutdown');
  await expect(sleep).rejects.toBe('shutdown');
  await expect(clock.sleep(1, AbortSignal.abort('gone'))).rejects.toBe('gone');
});

it('knows how long ago something was, jumps aside', () => {
  const real = { ms: 1_000 };
  const clock = createVirtualClock(() => real.ms);
  const first = clock.now();
  real.ms += 10;
  clock.advance(DAY_MS);
  const second = clock.now();
  real.ms += 5;
  clock.advance(DAY_MS);
  expect([clock.passedMs(first), clock.passedMs(second), clock.passedMs(clock.now())]).toEqual([15, 5, 0]);
});
