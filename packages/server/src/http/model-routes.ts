import {
  ApiError,
  findModel,
  imageGenerationModels,
  imageModel,
  modelEntries,
  videoGenerationModels,
  videoModel,
} from '@openimagine/contract';
import type { FastifyInstance } from 'fastify';
import { mayMake } from '../accounts/access.ts';

interface ModelParams {
  Params: { model_id: string };
}

/** The model lists. A key sees only the models that it may use. */
export function modelRoutes(app: FastifyInstance): void {
  app.get('/v1/models', (request) => ({
    object: 'list',
    data: modelEntries().filter(({ id }) => mayMake(request.caller, id)),
  }));
  app.get<ModelParams>('/v1/models/:model_id', (request) => {
    const name = request.params.model_id;
    const id = findModel(name)?.id;
    return oneOf(modelEntries(), id, name, (model) => mayMake(request.caller, model));
  });
  for (const path of ['/v1/language-models', '/v1/embedding-models']) app.get(path, () => ({ models: [] }));
  app.get('/v1/image-generation-models', (request) => ({
    models: imageGenerationModels().filter(({ id }) => mayMake(request.caller, id)),
  }));
  app.get<ModelParams>('/v1/image-generation-models/:model_id', (request) => {
    const name = request.params.model_id;
    return oneOf(imageGenerationModels(), imageModel(name).id, name, (model) => mayMake(request.caller, model));
  });
  app.get('/v1/video-generation-models', (request) => ({
    models: videoGenerationModels().filter(({ id }) => mayMake(request.caller, id)),
  }));
  app.get<ModelParams>('/v1/video-generation-models/:model_id', (request) => {
    const name = request.params.model_id;
    return oneOf(videoGenerationModels(), videoModel(name).id, name, (model) => mayMake(request.caller, model));
  });
}

function oneOf<T extends { id: string }>(
  models: readonly T[],
  id: string | undefined,
  asked: string,
  allowed: (id: string) => boolean,
): T {
  const found = models.find((model) => model.id === id && allowed(model.id));
  if (found === undefined)
    throw new ApiError(
      'not-found',
      `The model "${asked.slice(0, 80)}" does not exist. GET /v1/models lists those that do.`,
    );
  return found;
}
