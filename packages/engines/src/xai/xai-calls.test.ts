import { expect, it } from 'vitest';
import type { EngineRequest } from '../engine.ts';
import { videoCall } from './xai-calls.ts';

const REQUEST: EngineRequest = {
  generationId: 'generation',
  operation: 'video.generate',
  model: 'grok-imagine-video-1.5',
  prompt: 'a woman says "hello"',
  count: 1,
  inputs: [],
  seconds: 5,
  aspectRatio: '16:9',
  resolution: '720p',
  width: 1280,
  height: 720,
  seed: 1,
  audio: true,
};

it('passes voices on by their names, and says nothing of them where none was asked for', async () => {
  const { body } = await videoCall({ ...REQUEST, voices: ['eve', 'leo'] });
  expect(body.reference_audios).toEqual([{ voice_id: 'eve' }, { voice_id: 'leo' }]);
  expect((await videoCall(REQUEST)).body).not.toHaveProperty('reference_audios');
});
