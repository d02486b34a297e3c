import { describe, expect, it } from 'vitest';
import { ApiError } from './errors.ts';
import { readImageEditOrder, readImageOrder } from './images.ts';
import { LIMITS } from './limits.ts';
import { readSceneQuestion } from './scenes.ts';
import { readVideoEditOrder, readVideoExtensionOrder, readVideoOrder } from './videos.ts';

const scene = { version: 1, set: 'room', actors: [{ word: '<IMAGE_3>' }] };
const picture = { url: 'https://example.com/a.jpg' };

function refusal(read: () => unknown): Pick<ApiError, 'code' | 'message' | 'details'> {
  try {
    read();
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error('It was not refused');
}

describe('a scene in place of a prompt', () => {
  it.each([
    ['a picture', readImageOrder],
    ['a video', readVideoOrder],
  ])('is taken for %s, and is its prompt as text', (_what, read) => {
    for (const prompt of [undefined, null, '', ' '])
      expect(read({ prompt, scene })).toMatchObject({ prompt: JSON.stringify(scene), scene });
    expect(read({ prompt: 'a fox', scene: null })).not.toHaveProperty('scene');
  });

  it.each([readImageOrder, readVideoOrder])(
    '%#: is refused beside a prompt, with the wrong type, or too long',
    (read) => {
      expect(refusal(() => read({ prompt: 'a fox', scene }))).toMatchObject({
        code: 'invalid-argument',
        details: [
          { input: 'scene', reason: 'conflicting' },
          { input: 'prompt', reason: 'conflicting' },
        ],
      });
      for (const wrong of ['a room', 1, true, [scene]])
        expect(refusal(() => read({ scene: wrong }))).toMatchObject({
          code: 'unprocessable',
          details: [{ input: 'scene' }],
        });
      const long = { ...scene, word: 'x'.repeat(LIMITS.sceneCharacters) };
      expect(refusal(() => read({ scene: long })).message).toMatch(/at most 65536 characters as JSON; got 65\d+/);
    },
  );

  it('is refused where something else is given', () => {
    const reads = [
      () => readImageOrder({ scene, image: picture }),
      () => readImageEditOrder({ prompt: 'a fox', scene, image: picture }),
      () => readVideoOrder({ scene, image: picture }),
      () => readVideoOrder({ prompt: 'a fox', scene, video: picture }),
      () => readVideoEditOrder({ prompt: 'a fox', scene, video: picture }),
      () => readVideoExtensionOrder({ prompt: 'a fox', scene, video: picture }),
    ];
    for (const read of reads)
      expect(refusal(read)).toMatchObject({ code: 'invalid-argument', details: [{ input: 'scene' }] });
  });

  it('without one a prompt is needed as before', () => {
    expect(refusal(() => readImageOrder({}))).toMatchObject({ code: 'unprocessable', details: [{ input: 'prompt' }] });
    expect(refusal(() => readVideoOrder({}))).toMatchObject({
      code: 'invalid-argument',
      details: [{ input: 'prompt' }],
    });
  });
});

it('asks how a prompt is read', () => {
  expect(readSceneQuestion({ prompt: 'a fox' })).toEqual({ prompt: 'a fox', model: 'grok-imagine-image' });
  expect(readSceneQuestion({ prompt: 'a fox', seed: 3 })).toMatchObject({ seed: 3 });
  expect(refusal(() => readSceneQuestion({ prompt: ' ' })).details).toEqual([{ input: 'prompt', reason: 'missing' }]);
  expect(refusal(() => readSceneQuestion({ prompt: 'a fox', seed: -1 })).code).toBe('invalid-argument');
  expect(refusal(() => readSceneQuestion({ prompt: 'a fox', model: 'none' })).code).toBe('not-found');
});
