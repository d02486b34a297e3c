import { beforeAll, describe, expect, it } from 'vitest';
import { makeGif } from '../../test/make-gif.ts';
import { makeJpeg } from '../../test/make-jpeg.ts';
import { findBox, indexLast, patch32, TABLES } from '../../test/make-mp4.ts';
import { makePng } from '../../test/make-png.ts';
import { makeWebp, webpHeader, webpPicture } from '../../test/make-webp.ts';
import { fragmentedFilm, tinyFilm } from '../../test/tiny-film.ts';
import { decodeFrames } from '../decode-video.ts';
import { readAudioPackets } from '../film/audio-packets.ts';
import { MediaError } from '../media-error.ts';
import { openPhoto } from '../photo/open-photo.ts';
import { CLIP_LIMITS } from './clip-limits.ts';
import { inspectMedia } from './inspect-media.ts';

/** Not chance: the same damage in every run. */
function damage(bytes: Uint8Array, round: number, within = bytes.length): Uint8Array {
  let state = round * 7919 + 13;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % below;
  };
  const copy = Uint8Array.from(bytes);
  for (let i = next(5); i >= 0; i--) copy[next(within)] = [0, 255, 128, next(256)][next(4)]!;
  return round % 7 === 6 ? copy.subarray(0, next(copy.length)) : copy;
}

/** @returns What came of it, opened as far as a caller would. */
async function openAll(bytes: Uint8Array): Promise<string> {
  try {
    const facts = await inspectMedia(bytes);
    if (facts.kind === 'image') await openPhoto(bytes);
    else {
      await Array.fromAsync(decodeFrames(bytes, { upright: true, count: 3 }));
      if (facts.audio) await readAudioPackets(bytes);
    }
    return 'opened';
  } catch (error) {
    return error instanceof MediaError ? error.kind : `not ours: ${error}`;
  }
}

const ENDS = ['opened', 'damaged', 'unsupported', 'too_large'];

describe('a damaged file is opened or refused, whatever is broken in it', () => {
  it.each([
    ['JPEG', async () => makeJpeg({ width: 40, height: 24, values: [120, 90, 160] })],
    ['PNG', async () => makePng({ width: 40, height: 24 }, Buffer.alloc(24 * 121, 3))],
    ['GIF', async () => makeGif({ width: 16, height: 16, frames: [Buffer.alloc(256, 9), Buffer.alloc(256, 5)] })],
    ['WebP', async () => makeWebp([webpHeader(32, 32), await webpPicture(32, 32, 'red')])],
  ])('%s', async (_name, make) => {
    const bytes = await make();
    expect(await openAll(bytes)).toBe('opened');
    for (let round = 0; round < 60; round++) expect(ENDS).toContain(await openAll(damage(bytes, round)));
  });

  it.each([
    ['MP4', async () => tinyFilm(1)],
    ['MP4 in fragments', fragmentedFilm],
  ])('%s', async (_name, make) => {
    const bytes = await make();
    expect(await openAll(bytes)).toBe('opened');
    // The index stands in front; the rest is packets.
    for (let round = 0; round < 30; round++) expect(ENDS).toContain(await openAll(damage(bytes, round, 1600)));
    for (let round = 0; round < 10; round++) expect(ENDS).toContain(await openAll(damage(bytes, round)));
  });
});

describe('a long film', () => {
  /** Its first packets stand in front of its last. */
  const breakAt = (film: Uint8Array, share: number) => {
    const copy = Uint8Array.from(film);
    return copy.fill(0xff, Math.floor(film.length * share), Math.floor(film.length * share) + 300);
  };

  it('is refused when its beginning or its last stretch is broken', async () => {
    const film = await tinyFilm(4);
    const { start } = findBox(film, 'mdat');
    for (const share of [start / film.length + 0.01, 0.98]) {
      await expect(inspectMedia(breakAt(film, share))).rejects.toMatchObject({ kind: 'damaged' });
    }
  });

  it('that is broken between is found out by whoever decodes all of it', async () => {
    const film = breakAt(await tinyFilm(6, { sound: false }), 0.55);
    expect(await inspectMedia(film)).toMatchObject({ frameCount: 144 });
    await expect(Array.fromAsync(decodeFrames(film))).rejects.toMatchObject({ kind: 'damaged' });
  });

  it('whose packets lie behind its end is refused before any is decoded', async () => {
    const film = indexLast(await tinyFilm(4));
    const short = patch32(film, [...TABLES, 'stco'], 8, film.length - 100);
    await expect(inspectMedia(short)).rejects.toThrow(/points behind the end/);
  });
});

describe('limits', () => {
  let film: Uint8Array;
  beforeAll(async () => {
    film = await tinyFilm(2);
  });
  const kindOf = (limit: Partial<typeof CLIP_LIMITS>) =>
    inspectMedia(film, { clip: { ...CLIP_LIMITS, ...limit } }).then(
      () => 'sound',
      (error: MediaError) => error.kind,
    );

  it.each([
    ['bytesMax', (film_: Uint8Array) => film_.length],
    ['secondsMax', () => 2],
    ['pixelsMax', () => 96 * 64],
    ['framesMax', () => 48],
    ['tracksMax', () => 2],
  ] as const)('of %s hold on both sides', async (name, exact) => {
    expect(await kindOf({ [name]: exact(film) })).toBe('sound');
    expect(await kindOf({ [name]: exact(film) - 1 })).toBe('too_large');
  });
});
