import { expect, it } from 'vitest';
import { ApiError } from './errors.ts';
import { readImageEditOrder, readImageOrder } from './images.ts';
import type { InputFacts } from './inputs.ts';
import { LIMITS } from './limits.ts';
import { quoteVideo, readVideoEditOrder, readVideoExtensionOrder, readVideoOrder } from './videos.ts';

const URL = 'https://example.com/a.jpg';
const prompt = 'a fox';

/** @returns The details of the refusal, short: `input reason`. */
function faults(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof ApiError) return error.details.map(({ input, reason }) => `${input} ${reason}`);
    throw error;
  }
  throw new Error('It was accepted');
}

it.each([
  [{}, ['prompt missing']],
  [{ prompt: 1 }, ['prompt wrong-kind']],
  [{ prompt: ' ' }, ['prompt missing']],
  [{ prompt: 'a'.repeat(8_001) }, ['prompt too-long']],
  [{ prompt: '<IMAGE_0>' }, ['prompt wrong-value']],
  [{ prompt, n: '1' }, ['n wrong-kind']],
  [{ prompt, n: 11 }, ['n wrong-value']],
  [{ prompt, model: 'x' }, ['model not-found']],
  [{ prompt, aspect_ratio: '7:5' }, ['aspect_ratio wrong-value']],
  [{ prompt, resolution: '1.5k' }, ['resolution wrong-value']],
  [{ prompt, model: 'grok-imagine-image-2.0', quality: 'high' }, ['quality wrong-value']],
  [{ prompt, size: 'large' }, ['size wrong-value']],
  [{ prompt, size: '10x1000' }, ['size wrong-value']],
  [{ prompt, size: '1024x1024', aspect_ratio: '16:9' }, ['size conflicting']],
  [{ prompt, seed: -1 }, ['seed wrong-value']],
  [{ prompt, image: {}, images: [{ url: 5 }] }, ['images[0] wrong-kind']],
  [{ prompt, image: { url: URL, file_id: 'file_1' } }, ['image conflicting']],
  [{ prompt, image: { url: '' } }, ['image missing']],
  [{ prompt, image: 'ftp://example.com' }, ['image wrong-value']],
  [{ prompt, image: 'data:image/png,abc' }, ['image not-readable']],
  [{ prompt, image: URL, images: [URL] }, ['image conflicting', 'images conflicting']],
  [{ prompt, images: [URL, 'x'] }, ['images[1] wrong-value']],
  [{ prompt, images: [URL, URL, URL, URL] }, ['images too-long']],
  [{ prompt, images: new Array(LIMITS.listItems + 1).fill(URL) }, ['images too-long']],
])('a picture of %j: %j', (body, expected) => {
  expect(faults(() => readImageOrder(body))).toEqual(expected);
});

it.each([
  [{ prompt, duration: 16 }, ['duration wrong-value']],
  [{ prompt, duration: 5, seconds: 6 }, ['duration conflicting', 'seconds conflicting']],
  [{ prompt, generate_audio: 'yes' }, ['generate_audio wrong-kind']],
  [{ prompt, resolution: '1080p' }, ['resolution wrong-value']],
  [{ prompt, image: URL, image_url: `${URL}?2` }, ['image conflicting', 'image_url conflicting']],
  [{ prompt, image: URL, reference_images: [URL] }, ['image conflicting', 'reference_images conflicting']],
  [{ prompt, reference_images: [URL, 5] }, ['reference_images[1] wrong-kind']],
  [{ prompt, last_frame: URL }, ['last_frame wrong-value']],
  [{ model: 'grok-imagine-video-1.5', keyframes: [{ image: URL }] }, ['keyframes[0].timestamp_s missing']],
  [
    { model: 'grok-imagine-video-1.5', keyframes: [{ image: URL, timestamp_s: 9 }] },
    ['keyframes[0].timestamp_s wrong-value'],
  ],
  [
    {
      model: 'grok-imagine-video-1.5',
      keyframes: [1, 1].map((timestamp_s) => ({ image: URL, timestamp_s })),
    },
    ['keyframes[0].image conflicting', 'keyframes[1].image conflicting'],
  ],
])('a video of %j: %j', (body, expected) => {
  expect(faults(() => readVideoOrder(body))).toEqual(expected);
});

it('edits and extensions name what they miss, or cannot take together', () => {
  expect(faults(() => readImageEditOrder({ prompt }))).toEqual(['image missing']);
  expect(faults(() => readVideoEditOrder({ prompt }))).toEqual(['video missing']);
  expect(faults(() => readVideoEditOrder({ prompt, video: URL, image: URL }))).toEqual([
    'image conflicting',
    'video conflicting',
  ]);
  expect(faults(() => readVideoExtensionOrder({ prompt, video: URL, duration: 11 }))).toEqual(['duration wrong-value']);
});

it.each([
  [9, 'too-long'],
  [0.5, undefined],
])('a video of %d seconds to edit', (durationSeconds, reason) => {
  const order = readVideoEditOrder({ prompt, video: URL });
  const sizes = { role: 'video', field: 'video', width: 640, height: 360 } as const;
  const facts: InputFacts = { ...sizes, kind: 'video', durationSeconds, framesPerSecond: 24, hasAudio: false };
  if (reason === undefined) expect(quoteVideo(order, [facts]).durationSeconds).toBe(durationSeconds);
  else expect(faults(() => quoteVideo(order, [facts]))).toEqual([`video ${reason}`]);
});

it('a body that is no object is about no field', () => {
  expect(faults(() => readImageOrder(null))).toEqual([]);
});
