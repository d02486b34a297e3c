import type { FrameTime } from '../clip/clip-times.ts';

/** Ticks a second that films are written with: whole rates, NTSC's, and what common muxers choose. The coarsest that fits is best. */
const TIMESCALES = [
  24, 25, 30, 50, 60, 600, 1000, 12_800, 15_360, 16_000, 24_000, 30_000, 48_000, 60_000, 90_000, 120_000,
];
/** For whatever fits none of these. */
const FINEST = 1_000_000;
/** Times may have been rounded to microseconds on their way. */
const TOLERANCE_SECONDS = 1e-6;

/** Ticks a second in which every frame's time is a whole number, so that a rate such as 30000/1001 is kept exactly. */
export function timescaleOf(times: readonly FrameTime[]): number {
  const moments = times.flatMap(({ seconds, duration }) => [seconds, seconds + duration]);
  const fits = (ticks: number) =>
    moments.every((seconds) => Math.abs(seconds - Math.round(seconds * ticks) / ticks) <= TOLERANCE_SECONDS);
  return TIMESCALES.find(fits) ?? FINEST;
}
