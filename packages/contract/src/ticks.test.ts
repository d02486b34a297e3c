import { expect, it } from 'vitest';
import { formatTicks, ticksFromCents } from './ticks.ts';

it('counts a cent as 100,000,000 ticks, and parts of a cent exactly', () => {
  expect(ticksFromCents(1)).toBe(100_000_000);
  expect(ticksFromCents(0.2)).toBe(20_000_000);
});

it('writes as many decimals as an amount needs, and at least two', () => {
  expect(formatTicks(4_000_000_000)).toBe('$0.40');
  expect(formatTicks(20_000_000)).toBe('$0.002');
  expect(formatTicks(0)).toBe('$0.00');
});
