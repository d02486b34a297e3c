import { describe, expect, it } from 'vitest';
import { ApiError } from './errors.ts';
import { VIDEO_ASPECT_RATIOS, VIDEO_RESOLUTIONS } from './models.ts';
import { ratioOf, videoSize } from './sizes.ts';
import { quoteVideo, readVideoOrder } from './videos.ts';

describe('a video request', () => {
  it('is 8 seconds of 16:9 at 480p with sound by default, at $0.40', () => {
    expect(readVideoOrder({ prompt: 'a fox' })).toEqual({
      kind: 'video',
      operation: 'video.generate',
      model: 'grok-imagine-video',
      prompt: 'a fox',
      durationSeconds: 8,
      aspectRatio: '16:9',
      resolution: '480p',
      inputs: [],
      audio: true,
    });
    expect(quoteVideo(readVideoOrder({ prompt: 'a fox' }), [])).toEqual({
      width: 854,
      height: 480,
      aspectRatio: '16:9',
      resolution: '480p',
      durationSeconds: 8,
      totalSeconds: 8,
      priceLines: [{ item: 'output_video_second', quantity: 8, unitTicks: 500_000_000, ticks: 4_000_000_000 }],
      priceTicks: 4_000_000_000,
    });
  });

  it.each([
    [{ duration: 10, resolution: '720p' }, 7_000_000_000],
    [{ duration: 15, resolution: '720p' }, 10_500_000_000],
    [{ model: 'grok-imagine-video-1.5', duration: 2, resolution: '1080p' }, 5_000_000_000],
    [{ model: 'grok-imagine-video-1.5-preview', duration: 1 }, 800_000_000],
    [{ model: 'grok-imagine-video-1.5-lite', duration: 1, resolution: '1080p' }, 1_400_000_000],
    [{ duration: 1, generate_audio: false }, 500_000_000],
  ])('%j costs %d ticks', (fields, ticks) => {
    expect(quoteVideo(readVideoOrder({ prompt: 'a fox', ...fields }), []).priceTicks).toBe(ticks);
  });

  it('takes the length as a number, as text, and as seconds', () => {
    expect(readVideoOrder({ prompt: 'a', duration: '10' }).durationSeconds).toBe(10);
    expect(readVideoOrder({ prompt: 'a', seconds: 5 }).durationSeconds).toBe(5);
    expect(readVideoOrder({ prompt: 'a', seconds: '5', duration: 5 }).durationSeconds).toBe(5);
  });

  it.each([
    [{ prompt: 'a', duration: 'ten' }, 'unprocessable'],
    [{ prompt: 'a', duration: 2.5 }, 'unprocessable'],
    [{ prompt: 'a', duration: [] }, 'unprocessable'],
    [{ prompt: 'a', aspect_ratio: '2:1' }, 'unprocessable'],
    [{ prompt: 'a', generate_audio: 'no' }, 'unprocessable'],
    [{}, 'invalid-argument'],
    [{ prompt: 'a', duration: 0 }, 'invalid-argument'],
    [{ prompt: 'a', duration: 16 }, 'invalid-argument'],
    [{ prompt: 'a', duration: 5, seconds: 6 }, 'invalid-argument'],
    [{ prompt: 'a', resolution: '1080p' }, 'invalid-argument'],
    [{ prompt: 'a', model: 'sora' }, 'not-found'],
  ])('%j is refused with %s', (body, code) => {
    expect(() => readVideoOrder(body)).toThrow(expect.objectContaining({ name: 'ApiError', code }));
    expect(() => readVideoOrder(body)).toThrow(ApiError);
  });

  it('treats empty lists and null as absent modes', () => {
    expect(readVideoOrder({ prompt: 'a', image: null, reference_images: [] }).durationSeconds).toBe(8);
  });

  it('gives every ratio even sides with the asked short side', () => {
    for (const ratio of VIDEO_ASPECT_RATIOS) {
      for (const resolution of VIDEO_RESOLUTIONS) {
        const { width, height } = videoSize(ratio, resolution);
        expect([width % 2, height % 2]).toEqual([0, 0]);
        expect(`${Math.min(width, height)}p`).toBe(resolution);
        expect(Math.abs(width / height / ratioOf(ratio) - 1)).toBeLessThan(0.005);
      }
    }
    expect(videoSize('21:9', '720p')).toEqual({ width: 1680, height: 720 });
    expect(videoSize('2:3', '480p')).toEqual({ width: 480, height: 720 });
  });
});
