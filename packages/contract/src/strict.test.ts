import { describe, expect, it } from 'vitest';
import { readImageEditOrder, readImageOrder } from './images.ts';
import { assertStrict, type CreatingPath, isCreatingPath } from './strict.ts';
import { readVideoEditOrder, readVideoExtensionOrder, readVideoOrder } from './videos.ts';

const READERS: Readonly<Record<CreatingPath, (body: unknown) => unknown>> = {
  '/v1/images/generations': readImageOrder,
  '/v1/images/edits': readImageEditOrder,
  '/v1/videos/generations': readVideoOrder,
  '/v1/videos/edits': readVideoEditOrder,
  '/v1/videos/extensions': readVideoExtensionOrder,
};
const CAT = { url: 'https://example.com/cat.jpg' };
const CLIP = { url: 'https://example.com/clip.mp4' };

describe('strict', () => {
  it.each<[CreatingPath, object, string]>([
    ['/v1/images/generations', { size: '1024x1024' }, '`aspect_ratio` and `resolution`'],
    ['/v1/images/generations', { style: 'vivid' }, 'put it into the prompt'],
    ['/v1/images/generations', { seed: 7 }, 'no seeds'],
    ['/v1/images/generations', { image: CAT }, '/v1/images/edits'],
    ['/v1/images/generations', { images: [CAT] }, '/v1/images/edits'],
    ['/v1/images/generations', { image_url: CAT.url }, '/v1/images/edits'],
    ['/v1/images/edits', { image_url: CAT.url }, '`image` with a `url`'],
    ['/v1/images/edits', { image: CAT.url }, 'an object with `url` or `file_id`'],
    ['/v1/images/edits', { images: [CAT, CAT.url] }, '`images[1]`'],
    ['/v1/images/edits', { image: CAT, size: '1024x1024' }, '`aspect_ratio`'],
    ['/v1/videos/generations', { image_url: CAT.url }, '`image` with a `url`'],
    ['/v1/videos/generations', { video: CLIP }, '/v1/videos/edits'],
    ['/v1/videos/generations', { video_url: CLIP.url }, '/v1/videos/edits'],
    ['/v1/videos/generations', { reference_images: [CAT.url] }, '`reference_images[0]`'],
    ['/v1/videos/edits', { video_url: CLIP.url }, '`video` with a `url`'],
    ['/v1/videos/edits', { video: CLIP, model: 'grok-imagine-video-1.5' }, 'makes no edits; use grok-imagine-video'],
    ['/v1/videos/extensions', { video: CLIP, model: 'grok-imagine-video-1.5-preview' }, 'makes no extensions'],
  ])('%s refuses %j, which is understood otherwise', (path, fields, instead) => {
    const body = { prompt: 'a cat', ...fields };
    expect(READERS[path](body)).toHaveProperty('kind');
    expect(() => assertStrict(path, body)).toThrow(
      expect.objectContaining({ code: 'invalid-argument', message: expect.stringContaining(instead) }),
    );
  });

  it.each<[CreatingPath, object]>([
    ['/v1/images/generations', { n: 2, aspect_ratio: '16:9', resolution: '2k', quality: 'low', user: 'u' }],
    ['/v1/images/generations', { size: null, seed: null, images: [], output_format: 'png', sync_mode: true }],
    ['/v1/images/edits', { image: { ...CAT, type: 'image_url' } }],
    ['/v1/images/edits', { images: [{ image_url: CAT.url }, { url: 'data:image/png;base64,AAAA' }] }],
    ['/v1/videos/generations', { duration: '8', resolution: '720p', image: CAT, generate_audio: false }],
    ['/v1/videos/generations', { seconds: 8, input_reference: CAT }],
    ['/v1/videos/edits', { video: CLIP, model: 'grok-imagine-video' }],
    ['/v1/videos/extensions', { video: CLIP, duration: 3 }],
  ])('%s lets %j be', (path, fields) => {
    expect(() => assertStrict(path, { prompt: 'a cat', ...fields })).not.toThrow();
  });

  it('leaves what is no object to the reader of the body, and other paths alone', () => {
    for (const body of [null, 7, 'text', [], undefined])
      expect(() => assertStrict('/v1/images/edits', body)).not.toThrow();
    expect(isCreatingPath('/v1/files')).toBe(false);
    expect(isCreatingPath('/v1/videos/edits')).toBe(true);
  });
});
