import { describe, expect, it } from 'vitest';
import { ffmpegClip, hasFfmpeg } from '../test/make-clip.ts';
import { TINY, tinyFilm, tinySegment } from '../test/tiny-film.ts';
import { type DecodedAudio, decodeAudio } from './decode-audio.ts';
import { readAudioPackets } from './film/audio-packets.ts';
import { inspectMedia } from './inspect/inspect-media.ts';
import { resampleTo48k } from './mix-audio.ts';
import { muxFilm } from './mux-film.ts';

const VIDEO = ['-f', 'lavfi', '-i', 'color=black:size=64x64:rate=24:duration=2'];
const TONE = [...VIDEO, '-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=44100:duration=2', '-c:v', 'libx264'];

/** How much of the sound is a tone of 440 Hz, in step with one that begins at zero: 1 is all of it. */
function inStep(sound: DecodedAudio): number {
  const stereo = resampleTo48k(sound);
  let [product, own, ideal] = [0, 0, 0];
  for (let i = 24_000; i < 48_000 * 1.5; i++) {
    const wanted = Math.sin((2 * Math.PI * 440 * i) / 48_000);
    const found = stereo[i * 2]!;
    product += wanted * found;
    own += found ** 2;
    ideal += wanted ** 2;
  }
  return product / Math.sqrt(own * ideal);
}

it('sound of a film that has none is undefined', async () => {
  expect(await decodeAudio(await tinyFilm(1, { sound: false }))).toBeUndefined();
});

describe.skipIf(!hasFfmpeg())('sound made by ffmpeg (skipped where it is not installed)', () => {
  it.each([
    ['aac', ['-c:a', 'aac']],
    ['mp3', ['-c:a', 'libmp3lame']],
    ['opus', ['-c:a', 'libopus', '-ar', '48000']],
    ['flac', ['-c:a', 'flac', '-strict', '-2']],
    ['ac3', ['-c:a', 'ac3']],
  ])('in %s is heard when it should be, and copied so that it still is', async (format, args) => {
    const clip = ffmpegClip(...TONE, ...args);
    const sound = (await decodeAudio(clip))!;
    expect(inStep(sound)).toBeGreaterThan(0.995);
    expect(await inspectMedia(clip)).toMatchObject({ audio: { durationSeconds: expect.closeTo(2, 1) } });
    const audio = (await readAudioPackets(clip))!;
    expect(audio.format).toBe(format);
    const copy = await muxFilm({ ...TINY, segments: [await tinySegment(0, 48)], audio });
    expect((await readAudioPackets(copy))!.packets.map(({ data }) => data)).toEqual(
      audio.packets.map(({ data }) => data),
    );
    expect(inStep((await decodeAudio(copy))!)).toBeGreaterThan(0.995);
  });

  it.each(['pcm_s16le', 'pcm_s16be', 'pcm_s24le', 'pcm_s32le', 'pcm_f32le'])(
    'in %s is heard, but not copied',
    async (codec) => {
      const clip = ffmpegClip(...TONE, '-c:a', codec, '-f', 'mov');
      expect(inStep((await decodeAudio(clip))!)).toBeGreaterThan(0.9999);
      await expect(readAudioPackets(clip)).rejects.toMatchObject({ kind: 'unsupported' });
    },
  );

  it('of six channels is heard on its sides', async () => {
    const pan = '[1]pan=5.1|FL=c0|FR=0*c0|FC=0*c0|LFE=0*c0|BL=0*c0|BR=0*c0[a]';
    const clip = ffmpegClip(
      ...TONE.slice(0, -2),
      '-filter_complex',
      pan,
      '-map',
      '0:v',
      '-map',
      '[a]',
      '-c:v',
      'libx264',
      '-c:a',
      'aac',
    );
    const sound = (await decodeAudio(clip))!;
    expect(sound.channels).toBe(6);
    const stereo = resampleTo48k(sound);
    const level = (side: number) =>
      Math.sqrt(stereo.reduce((sum, v, i) => (i % 2 === side ? sum + v * v : sum), 0) / 96_000);
    expect(level(0)).toBeGreaterThan(0.02);
    expect(level(1)).toBeLessThan(0.001);
  });

  it('that we do not decode is told apart from what is damaged', async () => {
    const clip = ffmpegClip(...TONE, '-c:a', 'eac3');
    await expect(decodeAudio(clip)).rejects.toMatchObject({ kind: 'unsupported' });
    expect((await readAudioPackets(clip))!.format).toBe('eac3');
    expect(await inspectMedia(clip)).toMatchObject({ kind: 'video', audio: { codec: 'ec-3' } });
  });
});
