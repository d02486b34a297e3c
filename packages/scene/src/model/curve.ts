/** A smooth curve through values at even steps (Catmull-Rom), between the middle two: `from` at t = 0, `to` at t = 1. */
export function curveAt(before: number, from: number, to: number, after: number, t: number): number {
  return (
    from +
    0.5 * t * (to - before + t * (2 * before - 5 * from + 4 * to - after + t * (3 * (from - to) + after - before)))
  );
}
