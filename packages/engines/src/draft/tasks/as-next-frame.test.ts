import { decodeFrames, type I420Frame, muxFilm, openSegmentEncoder } from '@openimagine/media';
import { describe, expect, it } from 'vitest';
import { asNextFrame } from './as-next-frame.ts';
import { lumaSsim } from './luma-ssim.ts';
import { sharpnessOf } from './small-luma.ts';

const SHAPE = { width: 128, height: 96, framesPerSecond: 24 } as const;
const PIXELS = SHAPE.width * SHAPE.height;

/** Grass under grain: blades that stand still, and noise that is another in each frame. */
function grass(index: number): I420Frame {
  const data = new Uint8Array((PIXELS * 3) / 2).fill(128);
  let state = 12345 + index * 7919;
  for (let i = 0; i < PIXELS; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const [x, y] = [i % SHAPE.width, Math.floor(i / SHAPE.width)];
    data[i] = 110 + 18 * Math.sin(x * 1.9 + Math.sin(y * 0.7) * 2) + ((state >>> 24) / 255 - 0.5) * 24;
  }
  return { width: SHAPE.width, height: SHAPE.height, data };
}

async function coded(frames: readonly I420Frame[]): Promise<I420Frame[]> {
  using encoder = await openSegmentEncoder(SHAPE);
  for (const frame of frames) await encoder.add(frame);
  const film = await muxFilm({ ...SHAPE, segments: [await encoder.finish()] });
  return Array.fromAsync(decodeFrames(film));
}

const detailOf = ({ width, height, data }: I420Frame): number =>
  sharpnessOf({ width, height, data: data.subarray(0, PIXELS) });

describe('a frame that follows a film in a group of pictures of its own', () => {
  it('is as like the last one as if it were in the same group, and no less sharp', async () => {
    const film = await coded(Array.from({ length: 24 }, (_, i) => grass(i)));
    const [last, next] = [film.at(-1)!, grass(24)];
    const usual = lumaSsim(film.at(-2)!, last);
    const [asItIs] = await coded([next]);
    const [settled] = await coded([await asNextFrame(last, next)]);
    expect(lumaSsim(last, asItIs!)).toBeLessThan(usual - 0.02);
    expect(lumaSsim(last, settled!)).toBeGreaterThan(usual - 0.02);
    expect(detailOf(settled!)).toBeGreaterThan(0.8 * detailOf(last));
  });

  it('still shows what is new in it', async () => {
    const film = await coded(Array.from({ length: 6 }, (_, i) => grass(i)));
    const next = grass(6);
    for (let y = 30; y < 60; y++) next.data.fill(230, y * SHAPE.width + 40, y * SHAPE.width + 70);
    const settled = await asNextFrame(film.at(-1)!, next);
    expect(settled.data[45 * SHAPE.width + 55]).toBeGreaterThan(220);
    expect(lumaSsim(settled, next)).toBeGreaterThan(0.7);
  });
});
