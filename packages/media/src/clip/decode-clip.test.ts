import { describe, expect, it } from 'vitest';
import { ffmpegClip, flat, hasFfmpeg, makeClip } from '../../test/make-clip.ts';
import { append, findBox, indexLast, mp4Box, patch32, uint32 } from '../../test/make-mp4.ts';
import { type DecodedFrame, decodeFrames, type FrameOptions } from '../decode-video.ts';
import { toRgba } from '../i420.ts';
import { inspectMedia } from '../inspect/inspect-media.ts';
import { clipTimes } from './clip-times.ts';

const [WIDTH, HEIGHT] = [96, 64];
const FFMPEG = hasFfmpeg();

async function framesOf(clip: Uint8Array, options?: FrameOptions): Promise<DecodedFrame[]> {
  return Array.fromAsync(decodeFrames(clip, options));
}

/** Frame i is grey of level 30 + 4 i. */
const levelOf = (frame: number) => 30 + 4 * frame;
const grayClip = (options: Partial<Parameters<typeof makeClip>[0]> = {}) =>
  makeClip({
    codec: 'avc',
    width: WIDTH,
    height: HEIGHT,
    count: 24,
    paint: (i) => flat(WIDTH, HEIGHT, levelOf(i)),
    ...options,
  });
const levels = (frames: readonly DecodedFrame[]) => frames.map(({ data }) => Math.round((data[1000]! - 30) / 4));
const upTo = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

describe.each(['avc', 'hevc', 'av1'] as const)('a clip in %s', (codec) => {
  it('is told, timed and decoded frame by frame', async () => {
    const clip = await grayClip({ codec });
    expect(await inspectMedia(clip)).toEqual({
      kind: 'video',
      mime: 'video/mp4',
      width: WIDTH,
      height: HEIGHT,
      durationSeconds: 1,
      frameCount: 24,
      framesPerSecond: 24,
      isVariableRate: false,
      rotation: 0,
      videoCodec: expect.stringMatching({ avc: /^avc1\./, hevc: /^h(vc|ev)1\./, av1: /^av01\./ }[codec]),
    });
    const frames = await framesOf(clip);
    expect(levels(frames)).toEqual(upTo(0, 24));
    expect(frames.map(({ index }) => index)).toEqual(upTo(0, 24));
    for (const [i, { seconds, duration }] of (await clipTimes(clip)).entries()) {
      expect(seconds).toBeCloseTo(i / 24, 5);
      expect(duration).toBeCloseTo(1 / 24, 5);
      expect(frames[i]!.seconds).toBeCloseTo(i / 24, 5);
    }
  });

  it('is decoded from its middle, by frame or by time, and for as long as asked', async () => {
    const clip = await grayClip({ codec, keyEvery: 8 });
    expect(levels(await framesOf(clip, { fromFrame: 13, count: 5 }))).toEqual(upTo(13, 18));
    expect(levels(await framesOf(clip, { fromFrame: 16 }))).toEqual(upTo(16, 24));
    const byTime = await framesOf(clip, { fromSeconds: 0.5, count: 2 });
    expect(levels(byTime)).toEqual([12, 13]);
    expect(byTime.map(({ index }) => index)).toEqual([12, 13]);
    expect(byTime[0]!.seconds).toBeCloseTo(0.5, 5);
    expect(levels(await framesOf(clip, { fromSeconds: 0.52, count: 1 }))).toEqual([12]);
    expect(await framesOf(clip, { fromFrame: 24 })).toEqual([]);
    expect(await framesOf(clip, { count: 0 })).toEqual([]);
  });
});

describe('frames', () => {
  /** Bright in the stored picture's top left quarter. */
  const corner = (width: number, height: number) => {
    const data = flat(width, height, 40);
    for (let y = 0; y < height / 2; y++) data.fill(200, y * width, y * width + width / 2);
    for (const [plane, value] of [90, 170].entries()) {
      const at = width * height + (plane * width * height) / 4;
      for (let y = 0; y < height / 4; y++) data.fill(value, at + (y * width) / 2, at + (y * width) / 2 + width / 4);
    }
    return data;
  };
  const brightCorner = ({ width, height, data }: DecodedFrame) => {
    const at = (x: number, y: number) => {
      const chroma = width * height + (y >> 1) * (width >> 1) + (x >> 1);
      return data[y * width + x]! > 150 && data[chroma]! < 110 && data[chroma + (width * height) / 4]! > 150;
    };
    const names = ['top left', 'top right', 'bottom left', 'bottom right'];
    return names.filter((_, i) => at(i % 2 ? width - 8 : 8, i > 1 ? height - 8 : 8)).join();
  };

  it.each([
    [0, 'top left'],
    [90, 'top right'],
    [180, 'bottom right'],
    [270, 'bottom left'],
  ] as const)('turned by %i degrees are upright when asked', async (rotation, where) => {
    const clip = await grayClip({ rotation, count: 2, paint: () => corner(WIDTH, HEIGHT) });
    const [frame] = await framesOf(clip, { upright: true, count: 1 });
    const isSideways = rotation % 180 !== 0;
    expect([frame!.width, frame!.height]).toEqual(isSideways ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT]);
    expect(brightCorner(frame!)).toBe(where);
    const [stored] = await framesOf(clip, { count: 1 });
    expect(brightCorner(stored!)).toBe('top left');
    expect(await inspectMedia(clip)).toMatchObject({ rotation, width: frame!.width, height: frame!.height });
  });

  it('are scaled when asked', async () => {
    const [frame] = await framesOf(await grayClip({ paint: () => corner(WIDTH, HEIGHT) }), {
      size: { width: 48, height: 32 },
      count: 1,
    });
    expect([frame!.width, frame!.height, frame!.data.length]).toEqual([48, 32, 48 * 32 * 1.5]);
    expect(brightCorner(frame!)).toBe('top left');
  });

  it('of odd sides lose their last column and row, and keep their colours in place', async () => {
    const paint = () => {
      const data = flat(97, 65, 100, 90, 170);
      for (let y = 0; y < 65; y++) data.fill(180, y * 97 + 48, y * 97 + 97);
      return data;
    };
    const clip = await makeClip({ codec: 'av1', width: 97, height: 65, count: 3, paint });
    const [frame] = await framesOf(clip, { count: 1 });
    expect([frame!.width, frame!.height, frame!.data.length]).toEqual([96, 64, 96 * 64 * 1.5]);
    const { data } = frame!;
    for (let y = 0; y < 64; y++) {
      expect(Math.abs(data[y * 96 + 20]! - 100)).toBeLessThan(14);
      expect(Math.abs(data[y * 96 + 80]! - 180)).toBeLessThan(14);
    }
    for (let i = 0; i < 48 * 32; i++) {
      expect(Math.abs(data[96 * 64 + i]! - 90)).toBeLessThan(8);
      expect(Math.abs(data[96 * 64 + 48 * 32 + i]! - 170)).toBeLessThan(8);
    }
  });

  it('before the beginning, where an edit list cuts, are not shown and not counted', async () => {
    const clip = await grayClip({ shiftSeconds: -0.25 });
    expect(levels(await framesOf(clip))).toEqual(upTo(6, 24));
    expect((await framesOf(clip, { fromFrame: 2, count: 1 })).map(({ index }) => index)).toEqual([2]);
    expect(levels(await framesOf(clip, { fromFrame: 2, count: 1 }))).toEqual([8]);
    expect(await inspectMedia(clip)).toMatchObject({ frameCount: 18, durationSeconds: 0.75 });
  });

  it('behind the end, where an edit list cuts, are not shown and not counted either', async () => {
    const edits = mp4Box('edts', mp4Box('elst', uint32(0, 1, 0, 0, 0x10000)));
    const clip = append(indexLast(await grayClip()), ['moov', 'trak'], edits);
    const timescale = clip.readUInt32BE(findBox(clip, 'moov', 'mvhd').start + 12);
    const cut = patch32(clip, ['moov', 'trak', 'edts', 'elst'], 8, Math.round(timescale * 0.51));
    expect(levels(await framesOf(cut))).toEqual(upTo(0, 13));
    expect((await clipTimes(cut)).at(-1)!.duration).toBeCloseTo(0.01, 3);
    expect(await inspectMedia(cut)).toMatchObject({ frameCount: 13, durationSeconds: expect.closeTo(0.51, 4) });
  });

  it.each([
    ['BT.601', { matrix: 'smpte170m', fullRange: false }, [81, 90, 240], [255, 0, 0]],
    ['BT.601 full range', { matrix: 'smpte170m', fullRange: true }, [76, 85, 255], [254, 0, 0]],
    ['BT.709 full range', { matrix: 'bt709', fullRange: true }, [182, 30, 12], [0, 255, 1]],
    ['BT.709', { matrix: 'bt709', fullRange: false }, [112, 170, 100], [62, 118, 200]],
  ] as const)('in %s come out in our colours', async (_name, tags, [y, u, v], rgb) => {
    const colorSpace = { primaries: 'bt709', transfer: 'bt709', ...tags } as const;
    const clip = await grayClip({ count: 2, paint: () => flat(WIDTH, HEIGHT, y, u, v), colorSpace });
    const [frame] = await framesOf(clip, { count: 1 });
    const shown = toRgba(frame!).subarray(4000, 4003);
    for (const [i, value] of rgb.entries()) expect(Math.abs(shown[i]! - value)).toBeLessThanOrEqual(3);
  });
});

describe.skipIf(!FFMPEG)('clips made by ffmpeg (skipped where it is not installed)', () => {
  const COLORS = 'color=c=0xc82828:size=128x96:rate=24:duration=0.5';
  it.each([
    ['4:2:2', ['-c:v', 'libx264', '-pix_fmt', 'yuv422p']],
    ['4:4:4', ['-c:v', 'libx264', '-pix_fmt', 'yuv444p']],
    ['10 bits', ['-c:v', 'libx264', '-pix_fmt', 'yuv420p10le']],
    ['4:2:2 in 10 bits', ['-c:v', 'libx264', '-pix_fmt', 'yuv422p10le']],
    [
      'H.265 in 10 bits',
      ['-c:v', 'libx265', '-x265-params', 'log-level=none', '-tag:v', 'hvc1', '-pix_fmt', 'yuv420p10le'],
    ],
    [
      'H.265, 4:4:4 in 12 bits',
      ['-c:v', 'libx265', '-x265-params', 'log-level=none', '-tag:v', 'hvc1', '-pix_fmt', 'yuv444p12le'],
    ],
    ['full range', ['-vf', 'scale=out_range=full', '-color_range', 'pc', '-c:v', 'libx264', '-pix_fmt', 'yuvj420p']],
  ])('in %s show their colour within two levels', async (_name, args) => {
    const clip = ffmpegClip('-f', 'lavfi', '-i', COLORS, '-preset', 'ultrafast', ...args);
    const [frame] = await framesOf(clip, { count: 1 });
    const [red, green, blue] = toRgba(frame!).subarray(20_000, 20_003);
    // One more for 4:2:0 in limited range, on the way there.
    expect(Math.max(Math.abs(red! - 200), Math.abs(green! - 40), Math.abs(blue! - 40))).toBeLessThanOrEqual(3);
    expect(await inspectMedia(clip)).toMatchObject({ frameCount: 12, width: 128, height: 96 });
  });

  it.each([
    ['H.264', ['-c:v', 'libx264', '-bf', '3', '-g', '8']],
    [
      'H.265 with open groups',
      ['-c:v', 'libx265', '-x265-params', 'log-level=none:keyint=8:bframes=3:open-gop=1', '-tag:v', 'hvc1'],
    ],
  ])('whose frames are stored in another order are shown in the right one: %s', async (_name, args) => {
    const ramp = ['-f', 'lavfi', '-i', "color=black:size=128x96:rate=24:duration=1,geq=lum='30+4*N':cb=128:cr=128"];
    const clip = ffmpegClip(...ramp, '-pix_fmt', 'yuv420p', ...args);
    const frames = await framesOf(clip);
    expect(levels(frames)).toEqual(upTo(0, 24));
    for (const [i, { seconds }] of frames.entries()) expect(seconds).toBeCloseTo(i / 24, 4);
    for (const from of [3, 8, 11, 16, 21]) {
      expect(levels(await framesOf(clip, { fromFrame: from, count: 3 }))).toEqual(upTo(from, from + 3));
    }
  });

  it('of variable rate keep the times of their frames', async () => {
    const source = 'testsrc2=size=128x96:rate=30:duration=2';
    const clip = ffmpegClip(
      '-f',
      'lavfi',
      '-i',
      source,
      '-vf',
      "select='not(mod(n,7))+not(mod(n,5))',setpts=PTS",
      '-vsync',
      'vfr',
      '-c:v',
      'libx264',
      '-pix_fmt',
      'yuv420p',
    );
    const shown = upTo(0, 60).filter((n) => n % 7 === 0 || n % 5 === 0);
    expect((await clipTimes(clip)).map(({ seconds }) => Math.round(seconds * 30))).toEqual(shown);
    expect((await framesOf(clip)).map(({ seconds }) => Math.round(seconds * 30))).toEqual(shown);
    expect(await inspectMedia(clip)).toMatchObject({ isVariableRate: true, frameCount: shown.length });
  });

  it.each([
    ['grey H.265', ['-c:v', 'libx265', '-x265-params', 'log-level=none', '-tag:v', 'hvc1', '-pix_fmt', 'gray']],
    ['red, green and blue', ['-c:v', 'libx264rgb', '-pix_fmt', 'rgb24']],
  ])('in %s are refused when they come in', async (_name, args) => {
    const clip = ffmpegClip('-f', 'lavfi', '-i', COLORS, ...args);
    await expect(inspectMedia(clip)).rejects.toMatchObject({ kind: 'unsupported' });
  });

  it('with pixels that are not square are stretched when upright', async () => {
    const clip = ffmpegClip('-f', 'lavfi', '-i', COLORS, '-vf', 'setsar=4/3', '-c:v', 'libx264', '-pix_fmt', 'yuv420p');
    const [frame] = await framesOf(clip, { upright: true, count: 1 });
    expect([frame!.width, frame!.height]).toEqual([172, 96]);
    expect(await inspectMedia(clip)).toMatchObject({ width: 171, height: 96 });
  });
});
