import { describe, expect, it } from 'vitest';
import { findBox } from '../../test/make-mp4.ts';
import { TINY, tinySegment } from '../../test/tiny-film.ts';
import { clipTimes, type FrameTime } from '../clip/clip-times.ts';
import { muxFilm } from '../mux-film.ts';
import { timescaleOf } from './timescale.ts';

const even = (count: number, seconds: number): FrameTime[] =>
  Array.from({ length: count }, (_, i) => ({ seconds: i * seconds, duration: seconds }));

describe('the timescale of a film', () => {
  it.each([
    [24, 1 / 24],
    [25, 1 / 25],
    [24_000, 1001 / 24_000],
    [30_000, 1001 / 30_000],
    [60_000, 1001 / 60_000],
    [15_360, 1 / 15_360 + 1 / 30],
  ])('of %d ticks fits frames of %d s', (ticks, seconds) => {
    expect(timescaleOf(even(240, seconds))).toBe(ticks);
  });

  it('fits times that were rounded to microseconds, and any others to the nearest one', () => {
    const rounded = even(240, 1001 / 30_000).map(({ seconds, duration }) => ({
      seconds: Math.round(seconds * 1e6) / 1e6,
      duration,
    }));
    expect(timescaleOf(rounded)).toBe(30_000);
    expect(timescaleOf([{ seconds: 0.123_457, duration: Math.SQRT2 }])).toBe(1_000_000);
  });

  it('keeps 30000/1001 frames a second exactly', async () => {
    const times = even(6, 1001 / 30_000);
    const film = await muxFilm({ ...TINY, framesPerSecond: 29.97, segments: [await tinySegment(0, 6)], times });
    const header = findBox(film, 'moov', 'trak', 'mdia', 'mdhd');
    const view = new DataView(film.buffer, film.byteOffset);
    expect([view.getUint32(header.start + 12), view.getUint32(header.start + 16)]).toEqual([30_000, 6 * 1001]);
    expect(await clipTimes(film)).toHaveLength(6);
  });
});
