import { beforeAll, describe, expect, it } from 'vitest';
import { tinyFilm } from '../test/tiny-film.ts';
import { MediaError } from './media-error.ts';
import { FILM_LIMITS } from './open-film.ts';
import { probeVideo } from './probe-video.ts';

describe('probing a film', () => {
  let film: Uint8Array;
  beforeAll(async () => {
    film = await tinyFilm(2);
  });
  const kindOf = (bytes: Uint8Array, limits = FILM_LIMITS, isSampled = false) =>
    probeVideo(bytes, { limits, isSampled }).then(
      () => 'sound',
      (error: unknown) => (error instanceof MediaError ? error.kind : error),
    );

  it('finds a truncated file damaged, though its index is whole', async () => {
    expect(await kindOf(film.subarray(0, film.length / 2))).toBe('damaged');
    expect(await kindOf((await tinyFilm(6)).subarray(0, -400), FILM_LIMITS, true)).toBe('damaged');
  });

  it('measures the same when only parts of it are decoded', async () => {
    const long = await tinyFilm(6);
    expect(await probeVideo(long, { isSampled: true })).toEqual(await probeVideo(long));
  });

  it('finds what is no MP4 unsupported', async () => {
    expect(await kindOf(new Uint8Array(0))).toBe('unsupported');
    expect(await kindOf(Buffer.from('<html>not found</html>'.repeat(100)))).toBe('unsupported');
    expect(await kindOf(film.subarray(0, 64))).toBe('unsupported');
  });

  it.each([
    ['bytes', { bytesMax: 100 }],
    ['seconds', { secondsMax: 1.9 }],
    ['pixels', { pixelsMax: 96 * 63 }],
    ['frames', { framesMax: 47 }],
  ])('refuses more %s than the limit, and takes the limit itself', async (_what, limit) => {
    expect(await kindOf(film, { ...FILM_LIMITS, ...limit })).toBe('too_large');
    const exact = { bytesMax: film.length, secondsMax: 2, pixelsMax: 96 * 64, framesMax: 48 };
    expect(await kindOf(film, exact)).toBe('sound');
  });

  it('answers every damaged media byte with a media error or a probe', async () => {
    const mediaStart = film.length - 20_000 > 3000 ? 3000 : Math.floor(film.length / 4);
    for (let round = 0; round < 12; round++) {
      const broken = Uint8Array.from(film);
      for (let i = 0; i < 30; i++)
        broken[mediaStart + ((round * 7919 + i * 104_729) % (film.length - mediaStart))] = i * 8;
      expect(['sound', 'damaged', 'unsupported', 'too_large']).toContain(await kindOf(broken));
    }
  });
});
