import { describe, expect, it } from 'vitest';
import { TINY, tinyFilm, tinySegment, tone } from '../../test/tiny-film.ts';
import { clipTimes } from '../clip/clip-times.ts';
import { decodeAudio } from '../decode-audio.ts';
import { encodeAudio } from '../encode-audio.ts';
import { inspectMedia } from '../inspect/inspect-media.ts';
import { isFastStart } from '../mp4-boxes.ts';
import { muxFilm } from '../mux-film.ts';
import { cutAudio, readAudioPackets } from './audio-packets.ts';
import { NOTE_BYTES_MAX, readFilmNote } from './film-note.ts';
import { readSegments } from './read-segments.ts';

describe('copied sound', () => {
  it('keeps every byte of every packet and every sample in its place, however often it is copied', async () => {
    const first = await tinyFilm(2);
    const sound = (await readAudioPackets(first))!;
    const segments = [await tinySegment(0, 48)];
    const copy = await muxFilm({ ...TINY, segments, audio: sound });
    const again = await muxFilm({ ...TINY, segments, audio: (await readAudioPackets(copy))! });
    expect(sound).toMatchObject({ format: 'aac', codec: 'mp4a.40.2', sampleRate: 48_000, channels: 2 });
    expect(sound.packets[0]!.seconds).toBeCloseTo(-1024 / 48_000, 6);
    expect((await readAudioPackets(again))!.packets).toEqual(sound.packets);
    expect(await decodeAudio(again)).toEqual(await decodeAudio(first));
  });

  it('is cut to the sample', async () => {
    const sound = cutAudio((await readAudioPackets(await tinyFilm(2)))!, 0.5);
    const film = await muxFilm({ ...TINY, segments: [await tinySegment(0, 12)], audio: sound });
    const decoded = (await decodeAudio(film))!;
    expect(decoded.samples.length).toBe(48_000);
    const wanted = tone(2).subarray(0, 48_000);
    const error = decoded.samples.reduce((sum, value, i) => sum + (value - wanted[i]!) ** 2, 0);
    expect(Math.sqrt(error / 24_000)).toBeLessThan(0.02);
  });

  it('that begins late still begins late', async () => {
    const track = await encodeAudio(tone(0.5));
    const packets = track.packets.map((data, i) => ({
      data,
      seconds: 0.25 + (i * 1024) / 48_000,
      duration: 1024 / 48_000,
    }));
    const { codec, decoderConfig, sampleRate, channels } = track;
    const audio = { format: 'aac', codec, decoderConfig, sampleRate, channels, packets } as const;
    const film = await muxFilm({ ...TINY, segments: [await tinySegment(0, 24)], audio });
    expect((await readAudioPackets(film))!.packets[0]!.seconds).toBeCloseTo(0.25, 4);
  });

  it('is undefined of a silent film', async () => {
    expect(await readAudioPackets(await tinyFilm(1, { sound: false }))).toBeUndefined();
  });
});

describe('frames of variable rate', () => {
  const durations = [0.04, 0.1, 0.033, 0.5, 0.02, 0.0417];
  let end = 0;
  const times = durations.map((duration) => {
    end += duration;
    return { seconds: end - duration, duration };
  });

  it('are shown when they should be', async () => {
    const film = await muxFilm({ ...TINY, segments: [await tinySegment(0, 6)], times });
    const read = await clipTimes(film);
    for (const [i, { seconds, duration }] of times.entries()) {
      expect(read[i]!.seconds).toBeCloseTo(seconds, 4);
      expect(read[i]!.duration).toBeCloseTo(duration, 4);
    }
    expect(await inspectMedia(film)).toMatchObject({
      frameCount: 6,
      isVariableRate: true,
      durationSeconds: expect.closeTo(0.7347, 4),
    });
  });

  it('must be as many as there are times, and those must grow', async () => {
    const segments = [await tinySegment(0, 6)];
    const bad = [
      times.slice(1),
      times.map((time) => ({ ...time, seconds: 1 - time.seconds })),
      [...times.slice(0, 5), { seconds: 1, duration: 0 }],
    ];
    for (const wrong of bad) {
      await expect(muxFilm({ ...TINY, segments, times: wrong })).rejects.toMatchObject({ kind: 'encode_failed' });
    }
  });
});

describe('a note', () => {
  it('travels in the film, which stays as sound as it was', async () => {
    const segments = [await tinySegment(0, 24)];
    const note = JSON.stringify({ prompt: 'a </script> 猫 <svg onload="…">', filler: 'x'.repeat(200_000) });
    const film = await muxFilm({ ...TINY, segments, note });
    expect(readFilmNote(film)).toBe(note);
    expect(isFastStart(film)).toBe(true);
    expect(await inspectMedia(film)).toEqual(await inspectMedia(await muxFilm({ ...TINY, segments })));
    expect(Buffer.from(film).includes('script')).toBe(false);
  });

  it('is not found where there is none, and not believed when it is damaged or too long', async () => {
    const segments = [await tinySegment(0, 2)];
    expect(readFilmNote(await muxFilm({ ...TINY, segments }))).toBeUndefined();
    await expect(muxFilm({ ...TINY, segments, note: 'x'.repeat(NOTE_BYTES_MAX + 1) })).rejects.toMatchObject({
      kind: 'encode_failed',
    });
    const film = await muxFilm({ ...TINY, segments, note: 'a note that is broken' });
    film.fill(0xff, film.length - 12);
    expect(readFilmNote(film)).toBeUndefined();
  });
});

describe('segments of a film', () => {
  it('of ours are read back, and more are appended without encoding anew', async () => {
    const film = await tinyFilm(3, { sound: false });
    const segments = (await readSegments(film, 24))!;
    expect(segments).toEqual([await tinySegment(0, 48), await tinySegment(48, 24)]);
    const longer = await muxFilm({ ...TINY, segments: [...segments, await tinySegment(72, 24)] });
    expect(
      Buffer.compare(
        longer,
        await muxFilm({
          ...TINY,
          segments: [await tinySegment(0, 48), await tinySegment(48, 24), await tinySegment(72, 24)],
        }),
      ),
    ).toBe(0);
    expect(await inspectMedia(longer)).toMatchObject({ frameCount: 96, durationSeconds: 4 });
  });

  it('are not joinable with another rate, or when they were made for a bit rate', async () => {
    const film = await tinyFilm(1, { sound: false });
    expect(await readSegments(film, 25)).toBeUndefined();
    const steered = await tinySegment(0, 24, undefined, { bitsPerSecond: 1_000_000 });
    expect(await readSegments(await muxFilm({ ...TINY, segments: [steered] }), 24)).toBeUndefined();
  });
});
