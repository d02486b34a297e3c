import { z } from 'zod';
import { ERROR_REASONS } from './errors.ts';
import { LIMITS } from './limits.ts';
import {
  DEFAULT_VIDEO_MODEL,
  type ImageModel,
  type ImageModelId,
  imageModels,
  MODELS,
  type VideoModel,
  videoModels,
} from './models.ts';
import { imagePriceLine } from './prices.ts';
import { ticksFromCents } from './ticks.ts';

export const ModelEntry = z.object({
  id: z.string(),
  created: z.int(),
  object: z.literal('model'),
  owned_by: z.string(),
});
export const ModelList = z.object({ object: z.literal('list'), data: z.array(ModelEntry) });

const generationModel = {
  id: z.string(),
  fingerprint: z.string(),
  created: z.int(),
  object: z.literal('model'),
  owned_by: z.string(),
  version: z.string(),
  input_modalities: z.array(z.string()),
  output_modalities: z.array(z.string()),
  aliases: z.array(z.string()),
};
export const ImageGenerationModel = z.object({
  ...generationModel,
  max_prompt_length: z.int(),
  image_price: z.int().describe('US cents for one picture at 1k and medium quality.'),
});
export const VideoGenerationModel = z.object(generationModel);
export const ImageGenerationModelList = z.object({ models: z.array(ImageGenerationModel) });
export const VideoGenerationModelList = z.object({ models: z.array(VideoGenerationModel) });

/** The lists that clients of a language API ask for. */
export const NoModels = z.object({ models: z.array(z.never()) });

export type ModelEntry = z.infer<typeof ModelEntry>;
export type ImageGenerationModel = z.infer<typeof ImageGenerationModel>;
export type VideoGenerationModel = z.infer<typeof VideoGenerationModel>;

const OWNER = 'xai';

export function modelEntries(): ModelEntry[] {
  return MODELS.map(({ id, created }) => ({ id, created, object: 'model', owned_by: OWNER }));
}

export function imageGenerationModels(): ImageGenerationModel[] {
  return imageModels.map((model) => ({
    ...describe(model, ['text', 'image']),
    max_prompt_length: LIMITS.promptCharacters,
    image_price: cents(model),
  }));
}

export function videoGenerationModels(): VideoGenerationModel[] {
  // Edits and extensions are the first model's, whichever is asked for.
  return videoModels.map((model) =>
    describe(model, model.id === DEFAULT_VIDEO_MODEL ? ['text', 'image', 'video'] : ['text', 'image']),
  );
}

function describe(model: ImageModel | VideoModel, inputs: string[]): VideoGenerationModel {
  return {
    id: model.id,
    fingerprint: `fp_${model.id.replaceAll(/[^a-z0-9]/g, '')}_${model.version}`,
    created: model.created,
    object: 'model',
    owned_by: OWNER,
    version: model.version,
    input_modalities: inputs,
    output_modalities: [model.kind],
    aliases: [...model.aliases],
  };
}

function cents(model: ImageModel & { readonly id: ImageModelId }): number {
  const { ticks } = imagePriceLine({
    model: model.id,
    resolution: '1k',
    quality: model.qualities.length > 0 ? 'medium' : undefined,
    count: 1,
  });
  return Math.round(ticks / ticksFromCents(1));
}

/** The reply of `GET /v1/api-key`: the key that asked, without its secret. */
export const ApiKeyInfo = z.object({
  redacted_api_key: z.string(),
  user_id: z.string(),
  name: z.string(),
  create_time: z.string().describe('RFC 3339.'),
  modify_time: z.string().describe('RFC 3339.'),
  modified_by: z.string(),
  team_id: z.string(),
  acls: z.array(z.string()),
  api_key_id: z.string(),
  team_blocked: z.boolean(),
  api_key_blocked: z.boolean(),
  api_key_disabled: z.boolean(),
});
export type ApiKeyInfo = z.infer<typeof ApiKeyInfo>;

/** Which part of a request is at fault. */
export const ErrorDetailBody = z.object({
  input: z.string().describe('The field: `prompt`, `image`, `images[2]`, `video`; or `output[0]` for a result.'),
  reason: z.string().describe(
    `One of ${Object.keys(ERROR_REASONS)
      .map((reason) => `\`${reason}\``)
      .join(', ')}.`,
  ),
  category: z.string().optional().describe('Of moderation: what it was refused for.'),
});

/** The body of every error. */
export const ErrorBody = z.object({
  code: z.string().describe('A code of the catalogue, such as `invalid-argument`.'),
  error: z.string().describe('What was expected, what came, and what to do.'),
  request_id: z.string(),
  usage: z.object({ cost_in_usd_ticks: z.int() }).optional(),
  details: z.array(ErrorDetailBody).optional(),
});
export type ErrorBody = z.infer<typeof ErrorBody>;
