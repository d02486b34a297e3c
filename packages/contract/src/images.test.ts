import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiError } from './errors.ts';
import { quoteImage, readImageOrder } from './images.ts';
import { IMAGE_ASPECT_RATIOS, IMAGE_RESOLUTIONS } from './models.ts';
import { imageSize, ratioOf } from './sizes.ts';

function refusal(body: unknown): { code: string; message: string } {
  try {
    readImageOrder(body);
  } catch (error) {
    if (error instanceof ApiError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error(`accepted ${JSON.stringify(body)}`);
}

describe('an image request', () => {
  it('needs nothing but a prompt', () => {
    expect(readImageOrder({ prompt: 'a cat' })).toEqual({
      kind: 'image',
      operation: 'image.generate',
      model: 'grok-imagine-image',
      prompt: 'a cat',
      count: 1,
      aspectRatio: '1:1',
      resolution: '1k',
      inputs: [],
      responseFormat: 'url',
    });
    expect(quoteImage(readImageOrder({ prompt: 'a cat' }), [])).toEqual({
      width: 1024,
      height: 1024,
      aspectRatio: '1:1',
      priceLines: [{ item: 'output_image', quantity: 1, unitTicks: 200_000_000, ticks: 200_000_000 }],
      priceTicks: 200_000_000,
    });
  });

  it('takes null for absent and ignores fields that it does not know', () => {
    const order = readImageOrder({
      prompt: 'a cat',
      n: null,
      aspect_ratio: null,
      seed: null,
      style: 'vivid',
      sync_mode: true,
      output_format: 'png',
    });
    expect(order).toEqual(readImageOrder({ prompt: 'a cat' }));
  });

  it.each([
    [{ model: 'grok-imagine-image' }, 200_000_000],
    [{ model: 'grok-imagine-image', resolution: '2k', n: 3 }, 600_000_000],
    [{ model: 'grok-imagine-image', quality: 'high' }, 200_000_000],
    [{ model: 'grok-imagine-image-quality' }, 500_000_000],
    [{ model: 'grok-imagine-image-pro', resolution: '1.5k' }, 600_000_000],
    [{ model: 'grok-imagine-image-2.0', quality: 'low' }, 400_000_000],
    [{ model: 'grok-imagine-image-2.0' }, 600_000_000],
    [{ model: 'grok-imagine-image-2.0', resolution: '2k', n: 10 }, 8_000_000_000],
  ])('%j costs %d ticks', (fields, ticks) => {
    expect(quoteImage(readImageOrder({ prompt: 'a cat', ...fields }), []).priceTicks).toBe(ticks);
  });

  it.each([
    [{}, 'unprocessable'],
    [{ prompt: 5 }, 'unprocessable'],
    [null, 'unprocessable'],
    [[], 'unprocessable'],
    [{ prompt: 'a', n: '3' }, 'unprocessable'],
    [{ prompt: 'a', aspect_ratio: '7:5' }, 'unprocessable'],
    [{ prompt: 'a', resolution: '4k' }, 'unprocessable'],
    [{ prompt: 'a', response_format: 'png' }, 'unprocessable'],
    [{ prompt: '' }, 'invalid-argument'],
    [{ prompt: ' \n' }, 'invalid-argument'],
    [{ prompt: 'a'.repeat(8001) }, 'invalid-argument'],
    [{ prompt: 'a', n: 0 }, 'invalid-argument'],
    [{ prompt: 'a', n: 11 }, 'invalid-argument'],
    [{ prompt: 'a', resolution: '1.5k' }, 'invalid-argument'],
    [{ prompt: 'a', model: 'grok-imagine-image-2.0', quality: 'high' }, 'invalid-argument'],
    [{ prompt: 'a', seed: -1 }, 'invalid-argument'],
    [{ prompt: 'a', seed: 1.5 }, 'invalid-argument'],
    [{ prompt: 'a', seed: 4294967295, n: 2 }, 'invalid-argument'],
    [{ prompt: '\0' }, 'invalid-argument'],
    [{ prompt: 'a', size: 'large' }, 'invalid-argument'],
    [{ prompt: 'a', size: '9999x10' }, 'invalid-argument'],
    [{ prompt: 'a', size: '1024x1024', aspect_ratio: '16:9' }, 'invalid-argument'],
    [{ prompt: 'a', storage_options: { filename: ' ' } }, 'invalid-argument'],
    [{ prompt: 'a', model: 'dall-e-3' }, 'not-found'],
    [{ prompt: 'a', model: 'grok-imagine-video' }, 'not-found'],
  ])('%j is refused with %s', (body, code) => {
    expect(refusal(body).code).toBe(code);
  });

  it('names the field, what was expected and what came', () => {
    expect(refusal({ prompt: 'a', aspect_ratio: '7:5' }).message).toMatch(
      /`aspect_ratio`: expected one of: auto, 1:1.*got "7:5"/,
    );
    expect(refusal({}).message).toMatch(/`prompt`: expected text \(it is missing\)/);
  });

  it('cleans what no database can hold out of a prompt', () => {
    expect(readImageOrder({ prompt: 'a\0b \ud83e', user: 'x\0y' })).toMatchObject({ prompt: 'ab \ufffd', user: 'xy' });
  });

  it('refuses nesting deeper than the stack', () => {
    const deep = JSON.parse(`{"prompt":${'['.repeat(200_000)}${']'.repeat(200_000)}}`) as object;
    expect(refusal(deep)).toEqual({ code: 'unprocessable', message: expect.stringContaining('a deeply nested list') });
  });

  it('counts characters, not code units, at the edge of the prompt limit', () => {
    expect(readImageOrder({ prompt: '🦊'.repeat(8000) }).prompt).toHaveLength(16000);
  });

  it.each([
    ['1024x1024', '1:1', '1k'],
    ['256x256', '1:1', '1k'],
    ['1792x1024', '16:9', '1k'],
    ['1024x1792', '9:16', '1k'],
    ['2048x2048', '1:1', '2k'],
    ['1536x1024', '3:2', '1k'],
  ])('maps size %s to %s at %s', (size, aspectRatio, resolution) => {
    expect(readImageOrder({ prompt: 'a', size })).toMatchObject({ aspectRatio, resolution });
  });

  it('gives every ratio and resolution sides that are multiples of 16, near the ratio and the area', () => {
    for (const ratio of IMAGE_ASPECT_RATIOS) {
      for (const resolution of IMAGE_RESOLUTIONS) {
        const { width, height } = imageSize(ratio, resolution);
        expect([width % 16, height % 16], `${ratio} ${resolution}`).toEqual([0, 0]);
        expect(Math.abs(width / height / ratioOf(ratio) - 1), `${ratio} ${resolution}`).toBeLessThan(0.016);
        const megapixels = { '1k': 1.05, '1.5k': 2.36, '2k': 4.19 }[resolution];
        expect(Math.abs((width * height) / 1e6 / megapixels - 1), `${ratio} ${resolution}`).toBeLessThan(0.02);
      }
    }
  });

  it('answers any JSON with an order or a coded error', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.record(
          {
            prompt: fc.jsonValue(),
            n: fc.jsonValue(),
            size: fc.jsonValue(),
            seed: fc.jsonValue(),
            model: fc.jsonValue(),
          },
          { requiredKeys: [] },
        ),
        (any, body) => {
          for (const candidate of [any, body]) {
            try {
              expect(quoteImage(readImageOrder(candidate), []).priceTicks).toBeGreaterThan(0);
            } catch (error) {
              expect(error).toBeInstanceOf(ApiError);
            }
          }
        },
      ),
    );
  });
});
