import { ReadSceneBody, SceneReply } from '../scenes.ts';
import { type Endpoint, reply } from './endpoint.ts';

export const sceneEndpoints: readonly Endpoint[] = [
  {
    method: 'post',
    path: '/v1/scenes',
    operationId: 'readScene',
    summary: 'Read a prompt into the scene that would be drawn; free, and nothing is made',
    tag: 'Images',
    needsKey: true,
    body: { name: 'ReadScene', schema: ReadSceneBody },
    replies: { 200: reply('Scene', SceneReply, 'The scene, to be corrected and sent in place of the prompt.') },
    errors: [
      'invalid-argument',
      'imagine:content-moderated',
      'unauthenticated',
      'permission-denied',
      'not-found',
      'payload-too-large',
      'unsupported-media-type',
      'unprocessable',
      'resource-exhausted',
      'unavailable',
    ],
  },
];
