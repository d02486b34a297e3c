import { EngineError, type EngineRequest, type ModelCapability } from '../engine.ts';

export const IMAGE_RATIOS: readonly string[] = [
  ...['1:1', '3:4', '4:3', '9:16', '16:9', '2:3', '3:2', '9:19.5', '19.5:9', '9:20', '20:9', '1:2', '2:1'],
  ...['21:9', '5:2'],
];
export const VIDEO_RATIOS: readonly string[] = ['1:1', '16:9', '9:16', '4:3', '3:4', '3:2', '2:3', '21:9', '5:2'];
const IMAGE_MODELS: Readonly<Record<string, readonly string[]>> = {
  'grok-imagine-image': ['1k', '2k'],
  'grok-imagine-image-quality': ['1k', '1.5k', '2k'],
  'grok-imagine-image-2.0': ['1k', '1.5k', '2k'],
};
const VIDEO_MODELS: Readonly<Record<string, readonly string[]>> = {
  'grok-imagine-video': ['480p', '720p'],
  'grok-imagine-video-1.5': ['480p', '720p', '1080p'],
  'grok-imagine-video-1.5-lite': ['480p', '720p', '1080p'],
};

/** Inputs travel inside the request, as base64; the documented limit of a body is not known to be higher. */
export const INPUT_BYTES_MAX = 64 * 1024 * 1024;

const INPUTS = { inputBytesMax: INPUT_BYTES_MAX } as const;
const FILM = { durationsSeconds: { min: 1, max: 15, step: 1 }, aspectRatios: VIDEO_RATIOS, outputsMax: 1 } as const;

/** As the documentation of the API has them. */
export const XAI_MODELS: readonly ModelCapability[] = [
  ...Object.entries(IMAGE_MODELS).map(
    ([model, resolutions]): ModelCapability => ({
      model,
      operations: {
        'image.generate': { aspectRatios: IMAGE_RATIOS, resolutions, outputsMax: 10 },
        'image.edit': { aspectRatios: IMAGE_RATIOS, resolutions, outputsMax: 10, imagesMax: 5, ...INPUTS },
      },
      audio: 'never',
      seed: false,
      negativePrompt: false,
    }),
  ),
  ...Object.entries(VIDEO_MODELS).map(
    ([model, resolutions]): ModelCapability => ({
      model,
      operations: {
        'video.generate': { ...FILM, resolutions },
        'video.fromImage': { ...FILM, ...INPUTS, resolutions, imagesMax: 6, promptOptional: true },
        ...(model === 'grok-imagine-video-1.5-lite'
          ? {}
          : {
              'video.fromReferences': {
                ...FILM,
                ...INPUTS,
                resolutions: ['480p', '720p'],
                imagesMax: 13,
                promptOptional: true,
              },
            }),
        ...(model === 'grok-imagine-video'
          ? {
              'video.edit': { ...INPUTS, inputVideoSecondsMax: 8.7, outputsMax: 1 },
              'video.extend': {
                ...INPUTS,
                inputVideoSecondsMax: 30,
                durationsSeconds: { min: 1, max: 10, step: 1 },
                outputsMax: 1,
              },
            }
          : {}),
      },
      audio: 'optional',
      seed: false,
      negativePrompt: false,
    }),
  ),
];

/** @throws {EngineError} what can be told without asking the upstream. */
export function checkRequest(request: EngineRequest): void {
  const model = XAI_MODELS.find(({ model }) => model === request.model);
  if (!model?.operations[request.operation]) {
    throw new EngineError('unsupported', `${request.model} cannot do ${request.operation}`);
  }
  const { outputsMax = 1, promptOptional } = model.operations[request.operation]!;
  if (!(request.count >= 1 && request.count <= outputsMax)) {
    throw new EngineError('invalid_request', `expected 1 to ${outputsMax} outputs, got ${request.count}`);
  }
  if (!promptOptional && request.prompt.trim() === '') throw new EngineError('invalid_request', 'expected a prompt');
  const wantsInput = !request.operation.endsWith('.generate');
  if (wantsInput !== request.inputs.length > 0) {
    throw new EngineError(
      'invalid_request',
      `expected ${wantsInput ? 'an input' : 'no input media'} for ${request.operation}`,
    );
  }
}
