import { readSceneQuestion, type SceneReply } from '@openimagine/contract';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';
import { readScene } from '../operations/scenes.ts';
import { goneSignal } from './gone-signal.ts';

/** Prompts, read and not drawn. */
export function sceneRoutes(app: FastifyInstance, context: Context): void {
  app.post('/v1/scenes', async (request, reply): Promise<SceneReply> => {
    const question = readSceneQuestion(request.body);
    const { scene, description, seed } = await readScene(context, request.caller, question, goneSignal(reply));
    return {
      object: 'scene',
      model: question.model,
      seed,
      revised_prompt: description,
      scene: scene as SceneReply['scene'],
    };
  });
}
