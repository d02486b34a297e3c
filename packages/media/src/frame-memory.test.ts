import { expect, it } from 'vitest';
import { decodeFrames } from './decode-video.ts';
import { openSegmentEncoder } from './encode-video.ts';
import { muxFilm } from './mux-film.ts';

const SIZE = { width: 1280, height: 720 };
const FRAMES = 144;
const MIB = 1024 * 1024;
/** Kept frames would be 190 MiB; codecs and their threads take about 60. */
const GROWTH_MIB_MAX = 120;

it('encoding and decoding let go of their frames', async () => {
  const data = new Uint8Array((SIZE.width * SIZE.height * 3) / 2).fill(128);
  const before = process.memoryUsage().rss;
  using encoder = await openSegmentEncoder({ ...SIZE, framesPerSecond: 24 });
  for (let frame = 0; frame < FRAMES; frame++) await encoder.add({ ...SIZE, data: data.fill(frame, 0, 4096) });
  const film = await muxFilm({ ...SIZE, framesPerSecond: 24, segments: [await encoder.finish()] });
  const encoded = process.memoryUsage().rss;
  let count = 0;
  for await (const frame of decodeFrames(film)) count += frame.index >= 0 ? 1 : 0;
  const decoded = process.memoryUsage().rss;
  expect(count).toBe(FRAMES);
  expect((encoded - before) / MIB).toBeLessThan(GROWTH_MIB_MAX);
  expect((decoded - encoded) / MIB).toBeLessThan(GROWTH_MIB_MAX);
});
