import { describe, expect, it } from 'vitest';
import { paintFrame, TINY, tinyFilm, tinySegment, tone, wander } from '../test/tiny-film.ts';
import { decodeAudio } from './decode-audio.ts';
import { decodeFrames } from './decode-video.ts';
import { toRgba } from './i420.ts';
import { muxFilm } from './mux-film.ts';
import { probeVideo } from './probe-video.ts';

describe('a film', () => {
  it.each([1, 3, 5])('of %i seconds has exactly its frames and its sound', async (seconds) => {
    expect(await probeVideo(await tinyFilm(seconds))).toEqual({
      container: 'mp4',
      width: TINY.width,
      height: TINY.height,
      frameCount: seconds * 24,
      framesPerSecond: 24,
      durationSeconds: seconds,
      videoCodec: expect.stringMatching(/^avc1\.6400/),
      color: { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: false },
      audio: { codec: 'mp4a.40.2', sampleRate: 48_000, channels: 2, durationSeconds: seconds },
      isFastStart: true,
    });
  });

  it('that is silent has no audio track', async () => {
    expect((await probeVideo(await tinyFilm(1, { sound: false }))).audio).toBeUndefined();
    expect(await decodeAudio(await tinyFilm(1, { sound: false }))).toBeUndefined();
  });

  it('keeps its colours within three levels', async () => {
    const film = await tinyFilm(1, { paint: () => [200, 40, 40] });
    for await (const frame of decodeFrames(film)) {
      const [red = 0, green = 0, blue = 0] = toRgba(frame).subarray(4000, 4003);
      expect(Math.max(Math.abs(red - 200), Math.abs(green - 40), Math.abs(blue - 40))).toBeLessThanOrEqual(3);
    }
  });

  it('shows frame i at i / 24 seconds, across the joints of its segments', async () => {
    let index = 0;
    for await (const frame of decodeFrames(await tinyFilm(3))) {
      expect(frame.seconds).toBeCloseTo(index / 24, 5);
      const wanted = paintFrame(wander, index);
      const found = toRgba(frame);
      const error = wanted.reduce((sum, value, i) => sum + Math.abs(value - found[i]!), 0) / wanted.length;
      expect(error).toBeLessThan(12);
      index++;
    }
    expect(index).toBe(72);
  });

  it('plays its sound from the first sample on', async () => {
    const decoded = await decodeAudio(await tinyFilm(1));
    const wanted = tone(1);
    expect(decoded?.samples.length).toBe(wanted.length);
    const energy = (from: number) => {
      let sum = 0;
      for (let i = from; i < from + 4800; i += 2) sum += (decoded!.samples[i]! - wanted[i]!) ** 2;
      return Math.sqrt(sum / 2400);
    };
    // 0.35 is the tone's own level: a shift by one packet would leave an error of about that size.
    expect(energy(20_000)).toBeLessThan(0.02);
  });

  it('made twice is equal byte for byte', async () => {
    const [one, two] = [await tinyFilm(3), await tinyFilm(3)];
    expect(Buffer.compare(one, two)).toBe(0);
  });

  it('a segment does not depend on what was encoded before or beside it', async () => {
    const alone = await tinySegment(48, 24);
    const [, beside] = await Promise.all([tinySegment(0, 48), tinySegment(48, 24)]);
    expect(beside).toEqual(alone);
    expect(alone.packets.map(({ isKey }) => isKey).filter(Boolean)).toEqual([true]);
    expect(alone.packets[0]?.isKey).toBe(true);
  });

  it('refuses segments of another size, and none at all', async () => {
    const segment = await tinySegment(0, 2);
    const other = { ...segment, decoderConfig: Uint8Array.of(1, 2, 3, 4) };
    await expect(muxFilm({ ...TINY, segments: [segment, other] })).rejects.toMatchObject({ kind: 'encode_failed' });
    await expect(muxFilm({ ...TINY, segments: [] })).rejects.toMatchObject({ kind: 'encode_failed' });
  });
});
