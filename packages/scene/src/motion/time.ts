/** Eased time. All of it is 0 at 0 s, with no jump in speed there. */

/** 0 → 1 over some seconds, smoothly at both ends. */
export function rise(seconds: number, over: number): number {
  const t = Math.min(1, Math.max(0, seconds / over));
  return t * t * (3 - 2 * t);
}

/** How far something has come that reaches its speed, 1 a second, over some seconds: the integral of `rise`. */
export function travelled(seconds: number, over = 1): number {
  if (seconds <= 0) return 0;
  if (seconds >= over) return seconds - over / 2;
  const t = seconds / over;
  return over * t * t * t * (1 - t / 2);
}

/** 0 at the start, 1 at the end, gathering speed and losing it. @param edge Share of the time that each takes. */
export function journey(seconds: number, total: number, edge = 0.25): number {
  const t = Math.min(1, Math.max(0, seconds / total));
  const whole = 1 - edge;
  if (t < 1 - edge) return travelled(t, edge) / whole;
  return 1 - travelled(1 - t, edge) / whole;
}
