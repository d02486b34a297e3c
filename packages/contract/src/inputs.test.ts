import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiError } from './errors.ts';
import { quoteImage, readImageEditOrder, readImageOrder } from './images.ts';
import type { InputFacts } from './inputs.ts';
import { quoteVideo, readVideoEditOrder, readVideoExtensionOrder, readVideoOrder } from './videos.ts';

const A = 'https://example.com/a.png';
const B = 'https://example.com/b.png';
const PIXEL = 'data:image/png;base64,iVBORw0KGgo=';
const CLIP = 'https://example.com/a.mp4';

const refusedBy = (read: (body: unknown) => unknown, body: unknown): string => {
  try {
    read(body);
  } catch (error) {
    if (error instanceof ApiError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'accepted';
};
const image = (width: number, height: number): InputFacts => ({
  kind: 'image',
  role: 'source',
  field: 'image',
  width,
  height,
});
const video = (changes: Partial<Extract<InputFacts, { kind: 'video' }>> = {}): InputFacts => ({
  kind: 'video',
  role: 'video',
  field: 'video',
  width: 1280,
  height: 720,
  durationSeconds: 5,
  framesPerSecond: 30,
  hasAudio: true,
  ...changes,
});

describe('an input', () => {
  it.each([
    [A, { type: 'url', url: A }],
    [{ url: A }, { type: 'url', url: A }],
    [
      { url: A, type: 'image_url' },
      { type: 'url', url: A },
    ],
    [{ image_url: A }, { type: 'url', url: A }],
    [{ image_url: { url: A } }, { type: 'url', url: A }],
    [
      { url: A, image_url: A },
      { type: 'url', url: A },
    ],
    [{ url: PIXEL }, { type: 'data', url: PIXEL }],
    [{ file_id: 'file_1f2e' }, { type: 'file', fileId: 'file_1f2e' }],
    ['file_1f2e', { type: 'file', fileId: 'file_1f2e' }],
    [
      { url: null, file_id: 'file_1f2e' },
      { type: 'file', fileId: 'file_1f2e' },
    ],
  ])('%j is understood', (value, source) => {
    expect(readImageEditOrder({ prompt: 'a', image: value }).inputs).toEqual([
      { role: 'source', field: 'image', source },
    ]);
  });

  it.each([
    [{ url: A, file_id: 'file_1' }, /more than one/],
    [{ url: A, image_url: B }, /more than one/],
    [{ type: 'image_url' }, /neither/],
    ['ftp://example.com/a.png', /expected an http\(s\) URL/],
    ['/etc/passwd', /expected an http\(s\) URL/],
    ['data:image/png,abc', /holds no base64/],
    [`https://example.com/${'a'.repeat(9000)}`, /at most 8192 characters/],
  ])('%j is refused, naming the field', (value, why) => {
    const message = refusedBy(readImageEditOrder, { prompt: 'a', image: value });
    expect(message).toMatch(/^invalid-argument: `image`/);
    expect(message).toMatch(why);
  });

  it('never costs a stack, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('image', 'images', 'video', 'keyframes', 'reference_images'),
        (value, field) => {
          for (const read of [
            readImageOrder,
            readImageEditOrder,
            readVideoOrder,
            readVideoEditOrder,
            readVideoExtensionOrder,
          ]) {
            expect(refusedBy(read, { prompt: 'a', [field]: value })).toMatch(/^(accepted|[a-z-]+: .+)$/s);
          }
        },
      ),
    );
  });
});

describe('an image edit', () => {
  it('has the shape of its picture, whatever ratio is asked for', () => {
    const order = readImageEditOrder({ prompt: 'a', image: A, aspect_ratio: '16:9' });
    const quote = quoteImage(order, [image(3000, 2000)]);
    expect(quote.width / quote.height).toBeCloseTo(1.5, 1);
    expect(quote.width * quote.height).toBeGreaterThan(0.95 * 1024 * 1024);
    expect(quote.priceTicks).toBe(200_000_000 + 20_000_000);
  });

  it('has the shape of the first of several, or the one that is asked for', () => {
    const facts = [image(900, 1600), image(10, 10)];
    expect(quoteImage(readImageEditOrder({ prompt: 'a', images: [A, B] }), facts).aspectRatio).toBe('9:16');
    const wide = quoteImage(readImageEditOrder({ prompt: 'a', images: [A, B], aspect_ratio: '16:9' }), facts);
    expect([wide.width, wide.height]).toEqual([1360, 768]);
    expect(wide.priceTicks).toBe(200_000_000 + 2 * 20_000_000);
  });

  it('keeps within what can be drawn for extreme shapes', () => {
    for (const [width, height] of [
      [1, 1],
      [1, 5000],
      [5000, 1],
    ] as const) {
      const quote = quoteImage(readImageEditOrder({ prompt: 'a', image: A }), [image(width, height)]);
      expect([quote.width % 2, quote.height % 2]).toEqual([0, 0]);
      expect(Math.max(quote.width, quote.height)).toBeLessThanOrEqual(3232);
    }
  });

  it.each([
    [{ prompt: 'a' }, /^invalid-argument: An edit needs a picture/],
    [{ image: A }, /^unprocessable: .*`prompt`/],
    [{ prompt: 'a', image: A, images: [B] }, /cannot be given together/],
    [{ prompt: 'a', images: [A, A, A, A] }, /at most 3/],
    [{ prompt: 'a', images: [A, A, A, A, A, A], model: 'grok-imagine-image-2.0' }, /at most 5/],
    [{ prompt: 'put <IMAGE_3> here', images: [A, B] }, /<IMAGE_3>.*2 pictures/],
    [{ prompt: 'put <IMAGE_1234> here', images: [A, B] }, /<IMAGE_1234>.*2 pictures/],
    [{ prompt: 'put <IMAGE_-1> here', images: [A, B] }, /<IMAGE_-1>.*2 pictures/],
    [{ prompt: 'a', image: 'iVBORw0KGgo/AAAA+'.repeat(40) }, /`image`.*bare base64.*data:image/],
    ['a', /^unprocessable: .*expected an object \(got "a"\)/],
  ])('%j is refused', (body, why) => expect(refusedBy(readImageEditOrder, body)).toMatch(why));

  it('is what a generation with a picture in it becomes', () => {
    for (const fields of [{ image: A }, { image_url: A }, { images: [{ url: A }] }]) {
      expect(readImageOrder({ prompt: 'a', ...fields }).operation).toBe('image.edit');
    }
  });

  it('tags count from 0, or from 1 when the highest says so', () => {
    expect(refusedBy(readImageEditOrder, { prompt: '<IMAGE_1> on <IMAGE_2>', images: [A, B] })).toBe('accepted');
    expect(refusedBy(readImageEditOrder, { prompt: '<IMAGE_0> on <IMAGE_2>', images: [A, B] })).toMatch(/<IMAGE_2>/);
  });
});

describe('a video from pictures', () => {
  const modern = { model: 'grok-imagine-video-1.5' };

  it.each([{ image: { url: A } }, { image: A }, { image_url: A }, { input_reference: { url: A } }])(
    '%j is its first frame, and its shape',
    (fields) => {
      const order = readVideoOrder({ ...fields, aspect_ratio: '16:9', resolution: '720p' });
      expect(order).toMatchObject({ operation: 'video.fromImage', prompt: '', inputs: [{ role: 'firstFrame' }] });
      expect(quoteVideo(order, [image(400, 300)])).toMatchObject({ width: 960, height: 720, aspectRatio: '4:3' });
    },
  );

  it('bills each picture once', () => {
    expect(quoteVideo(readVideoOrder({ image: A, duration: 1 }), [image(16, 9)]).priceTicks).toBe(520_000_000);
    const framed = readVideoOrder({ ...modern, image: A, last_frame: B, duration: 1 });
    expect(quoteVideo(framed, [image(16, 9), image(16, 9)]).priceTicks).toBe(800_000_000 + 200_000_000);
  });

  it('keeps references in their order, and 16:9', () => {
    const order = readVideoOrder({ prompt: '<IMAGE_0> in <IMAGE_1>', reference_images: [A, { url: B }] });
    expect(order.operation).toBe('video.fromReferences');
    expect(order.inputs.map(({ role, field }) => `${role} ${field}`)).toEqual([
      'reference reference_images[0]',
      'reference reference_images[1]',
    ]);
    expect(order.aspectRatio).toBe('16:9');
  });

  it('takes keyframes on thirds of a second', () => {
    const order = readVideoOrder({
      ...modern,
      prompt: 'a',
      keyframes: [
        { image: A, timestamp_s: 2.33 },
        { image: B, timestamp_s: 4 },
      ],
    });
    expect(order.inputs.map(({ atSeconds }) => atSeconds)).toEqual([7 / 3, 4]);
  });

  const seven = Array.from({ length: 7 }, () => A);
  const keyframes = (count: number, at = 1) =>
    Array.from({ length: count }, (_, k) => ({ image: A, timestamp_s: at + k }));
  it.each<[object, RegExp]>([
    [{ prompt: 'a', reference_images: seven }, /^accepted$/],
    [{ prompt: 'a', reference_images: [...seven, A] }, /1 to 7/],
    [{ prompt: 'a', reference_images: seven, duration: 11 }, /at most 10 seconds/],
    [{ ...modern, prompt: 'a', reference_images: seven, duration: 15 }, /^accepted$/],
    [{ ...modern, prompt: 'a', reference_images: seven, resolution: '1080p' }, /at most 720p/],
    [
      { prompt: 'a', reference_images: [A], model: 'grok-imagine-video-1.5-lite' },
      /not supported for grok-imagine-video-1.5-lite/,
    ],
    [{ prompt: 'a', image: A, reference_images: [A] }, /cannot be given together/],
    [{ ...modern, prompt: 'a', image: A, reference_images: [A] }, /^accepted$/],
    [{ prompt: 'a', last_frame: A }, /`last_frame` is not supported for grok-imagine-video\./],
    [{ ...modern, prompt: 'a', last_frame: A }, /^accepted$/],
    [{ ...modern, prompt: 'a', keyframes: keyframes(4) }, /^accepted$/],
    [{ ...modern, prompt: 'a', keyframes: keyframes(5) }, /at most 4/],
    [{ ...modern, prompt: 'a', keyframes: keyframes(1, 8) }, /between 0 and 8/],
    [{ ...modern, prompt: 'a', keyframes: keyframes(1, 0) }, /between 0 and 8/],
    [{ ...modern, prompt: 'a', keyframes: keyframes(1, 1.5) }, /thirds of a second/],
    [{ ...modern, prompt: 'a', keyframes: [{ timestamp_s: 1 }] }, /^unprocessable/],
    [
      { ...modern, keyframes: [...keyframes(2), ...keyframes(1, 2.01)] },
      /`keyframes\[1\].image` and `keyframes\[2\].image` are both to be reached at 2 seconds/,
    ],
    [{ ...modern, keyframes: [null] }, /expected an object with `image` and `timestamp_s` \(got null\)/],
    [{ image: A, duration: 'x' }, /`duration`: expected a whole number of seconds, or the same as text \(got "x"\)/],
    [{ image: A, image_url: B }, /different files/],
    [{ image: null, prompt: null }, /needs a `prompt`/],
  ])('%j: %s', (body, what) => expect(refusedBy(readVideoOrder, body)).toMatch(what));
});

describe('a video from a video', () => {
  it('an edit keeps length, rate and shape, at most 720p', () => {
    for (const read of [readVideoEditOrder, readVideoOrder]) {
      const order = read({ prompt: 'make it rain', video_url: CLIP, duration: 15, resolution: '480p' });
      expect(order).toMatchObject({ operation: 'video.edit', model: 'grok-imagine-video' });
      expect(quoteVideo(order, [video({ width: 1920, height: 1080 })])).toMatchObject({
        width: 1280,
        height: 720,
        durationSeconds: 5,
        totalSeconds: 5,
        framesPerSecond: 30,
        priceTicks: 5 * 700_000_000 + 5 * 100_000_000,
      });
    }
  });

  it('an odd or small size becomes even and stays small', () => {
    const order = readVideoEditOrder({ prompt: 'a', video: { url: CLIP } });
    expect(quoteVideo(order, [video({ width: 321, height: 181 })])).toMatchObject({
      width: 320,
      height: 180,
      resolution: '480p',
    });
  });

  it('an extension adds seconds to what is there, and bills both', () => {
    const order = readVideoExtensionOrder({ prompt: 'it flies on', video: CLIP });
    expect(quoteVideo(order, [video()])).toMatchObject({
      durationSeconds: 6,
      totalSeconds: 11,
      priceTicks: 6 * 700_000_000 + 5 * 100_000_000,
    });
  });

  it('goes to the first video model, whichever was asked for', () => {
    expect(readVideoEditOrder({ prompt: 'a', video: CLIP, model: 'grok-imagine-video-1.5' }).model).toBe(
      'grok-imagine-video',
    );
    expect(refusedBy(readVideoEditOrder, { prompt: 'a', video: CLIP, model: 'sora' })).toMatch(/^not-found/);
  });

  it.each([
    [readVideoEditOrder, {}, 8.8, /at most 8.7/],
    [readVideoEditOrder, {}, 8.7, /^accepted$/],
    [readVideoExtensionOrder, {}, 1, /2 to 30 seconds; this one has 1.00/],
    [readVideoExtensionOrder, {}, 31, /2 to 30/],
    [readVideoExtensionOrder, { duration: 11 }, 5, /1 to 10/],
    [readVideoExtensionOrder, { duration: 1 }, 5, /^accepted$/],
  ])('%o %j of %d s: %s', (read, fields, durationSeconds, what) => {
    const outcome = refusedBy((body) => quoteVideo(read(body), [video({ durationSeconds })]), {
      prompt: 'a',
      video: CLIP,
      ...fields,
    });
    expect(outcome).toMatch(what);
  });

  it.each([
    [{ prompt: 'a' }, /^invalid-argument: A `video` is missing/],
    [{ video: CLIP }, /^unprocessable: .*`prompt`/],
    [{ prompt: '', video: CLIP }, /prompt is empty/],
  ])('%j is refused', (body, why) => {
    expect(refusedBy(readVideoEditOrder, body)).toMatch(why);
    expect(refusedBy(readVideoExtensionOrder, body)).toMatch(why);
  });

  it.each([
    { image: A },
    { image_url: A },
    { input_reference: { url: A } },
    { reference_images: [A] },
    { last_frame: A },
    { keyframes: [{ image: A, timestamp_s: 1 }] },
  ])('refuses to leave out pictures that came beside it: %j', (pictures) => {
    for (const read of [readVideoOrder, readVideoEditOrder, readVideoExtensionOrder]) {
      expect(refusedBy(read, { prompt: 'a', video: CLIP, ...pictures })).toMatch(
        /^invalid-argument: `\w+` and `video` cannot be given together/,
      );
    }
  });

  it('takes empty fields beside it for absent ones', () => {
    const body = { prompt: 'a', video_url: CLIP, image: null, image_url: '', last_frame: {}, reference_images: [] };
    expect(readVideoOrder(body).operation).toBe('video.edit');
  });
});

describe('a body that is made to take long', () => {
  const quickly = (body: unknown): string => {
    const beganMs = performance.now();
    const why = refusedBy(readImageEditOrder, body);
    expect(performance.now() - beganMs).toBeLessThan(1_000);
    expect(why.length).toBeLessThan(300);
    return why;
  };

  it('is refused at once for a prompt of many megabytes', () => {
    expect(quickly({ prompt: 'a'.repeat(50_000_000), image: A })).toMatch(/has 50000000 characters; at most 8000/);
  });

  it('is refused before a million wrong elements are looked at', () => {
    const wrong = Array.from({ length: 1_000_000 }, () => 1);
    expect(quickly({ prompt: 'a', images: wrong })).toMatch(/`images` may hold at most 1000 items; got 1000000/);
    expect(refusedBy(readImageEditOrder, { prompt: 'a', images: wrong.slice(0, 1_000) })).toMatch(/^unprocessable/);
  });

  it('does not get its own megabytes back in the message about a file id', () => {
    expect(quickly({ prompt: 'a', image: { file_id: 'f'.repeat(50_000_000) } })).toMatch(/^not-found: `image`/);
  });
});
