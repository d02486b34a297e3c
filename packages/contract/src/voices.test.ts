import { expect, it } from 'vitest';
import { ApiError } from './errors.ts';
import { readVideoOrder } from './videos.ts';

const speaking = (reference_audios: unknown, fields: object = {}) => ({
  model: 'grok-imagine-video-1.5',
  prompt: 'a woman says "hello"',
  reference_audios,
  ...fields,
});

function refusal(body: unknown): ApiError {
  try {
    readVideoOrder(body);
  } catch (error) {
    if (error instanceof ApiError) return error;
  }
  throw new Error('it was not refused');
}

it('takes up to three known voices, in any case, in their order', () => {
  const body = speaking([{ voice_id: 'Eve' }, { voice_id: ' REX ' }, { voice_id: 'sal', url: null }]);
  expect(readVideoOrder(body).voices).toEqual(['eve', 'rex', 'sal']);
  for (const none of [null, [], undefined]) expect(readVideoOrder(speaking(none))).not.toHaveProperty('voices');
});

it.each([
  ['an unknown voice', speaking([{ voice_id: 'bob' }]), 'invalid-argument', /eve, ara, rex, sal, leo; got "bob"/],
  ['four voices', speaking(Array(4).fill({ voice_id: 'eve' })), 'invalid-argument', /at most 3 voices; got 4/],
  ['a clip', speaking([{ url: 'https://example.com/a.mp3' }]), 'permission-denied', /clips of its own/],
  ['both', speaking([{ voice_id: 'eve', url: 'https://example.com/a.mp3' }]), 'invalid-argument', /both came/],
  ['neither', speaking([{}]), 'invalid-argument', /neither came/],
  ['a name alone', speaking(['eve']), 'unprocessable', /reference_audios/],
  ['1080p', speaking([{ voice_id: 'eve' }], { resolution: '1080p' }), 'invalid-argument', /at most 720p/],
  ['the first model', speaking([{ voice_id: 'eve' }], { model: 'grok-imagine-video' }), 'invalid-argument', /1\.5/],
])('refuses %s', (_what, body, code, message) => {
  expect(refusal(body)).toMatchObject({ code, message: expect.stringMatching(message) });
});
