import type { MessageInitShape } from '@bufbuild/protobuf';
import type { ConnectRouter } from '@connectrpc/connect';
import { ApiError, type ImageGenerationModel, imageGenerationModels, imageModel } from '@openimagine/contract';
import { mayMake } from '../accounts/access.ts';
import type { Caller } from '../accounts/keys.ts';
import { callOf } from './call.ts';
import { timestamp } from './encode-media.ts';
import { type ImageGenerationModelSchema, Modality, Models } from './gen/xai/api/v1/models_pb.ts';

const MODALITIES: Readonly<Record<string, Modality>> = { text: Modality.TEXT, image: Modality.IMAGE };

/** The models of pictures. A key sees only those that it may use; of language and embedding models there are none. */
export function modelService(router: ConnectRouter): void {
  router.service(Models, {
    listLanguageModels: () => ({ models: [] }),
    listEmbeddingModels: () => ({ models: [] }),
    listImageGenerationModels: (_, call) => ({ models: modelsOf(callOf(call).caller).map(modelMessage) }),
    getLanguageModel({ name }) {
      throw noModel(name);
    },
    getEmbeddingModel({ name }) {
      throw noModel(name);
    },
    getImageGenerationModel({ name }, call) {
      const { id } = imageModel(name);
      const found = modelsOf(callOf(call).caller).find((model) => model.id === id);
      if (found === undefined) throw noModel(name);
      return modelMessage(found);
    },
  });
}

function modelsOf(caller: Caller): ImageGenerationModel[] {
  return imageGenerationModels().filter(({ id }) => mayMake(caller, id));
}

function modelMessage(model: ImageGenerationModel): MessageInitShape<typeof ImageGenerationModelSchema> {
  const modalities = (words: readonly string[]): Modality[] =>
    words.map((word) => MODALITIES[word] ?? Modality.INVALID_MODALITY);
  return {
    name: model.id,
    aliases: model.aliases,
    version: model.version,
    inputModalities: modalities(model.input_modalities),
    outputModalities: modalities(model.output_modalities),
    imagePrice: BigInt(model.image_price),
    created: timestamp(model.created),
    maxPromptLength: model.max_prompt_length,
    systemFingerprint: model.fingerprint,
  };
}

function noModel(name: string): ApiError {
  return new ApiError(
    'not-found',
    `The model "${name.slice(0, 80)}" does not exist. ListImageGenerationModels lists those of pictures.`,
  );
}
