/** Money is counted in ticks: 1 USD = 10,000,000,000 ticks, 1 cent = 100,000,000. Always a whole number. */
export const TICKS_PER_USD = 10_000_000_000;

/** Ticks of a price written in US cents with at most eight decimals, such as `0.2`. */
export function ticksFromCents(cents: number): number {
  return Math.round(cents * (TICKS_PER_USD / 100));
}

/** `$0.07`, `$0.002`: as many decimals as the amount needs, at least two. */
export function formatTicks(ticks: number | bigint): string {
  const amount = Number(ticks) / TICKS_PER_USD;
  const decimals = (amount.toFixed(10).replace(/0+$/, '').split('.')[1] ?? '').length;
  return `$${amount.toFixed(Math.max(2, decimals))}`;
}
