import { EngineError, type EngineRequest, type ModelCapability } from '../engine.ts';

const IMAGE_RATIOS = [
  ...['1:1', '3:4', '4:3', '9:16', '16:9', '2:3', '3:2', '9:19.5', '19.5:9', '9:20', '20:9', '1:2', '2:1'],
  ...['21:9', '5:2'],
];
const VIDEO_RATIOS = ['1:1', '16:9', '9:16', '4:3', '3:4', '3:2', '2:3', '21:9', '5:2'];
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

/** As the documentation of the API has them. */
export const XAI_MODELS: readonly ModelCapability[] = [
  ...Object.entries(IMAGE_MODELS).map(
    ([model, resolutions]): ModelCapability => ({
      model,
      operations: { 'image.generate': { aspectRatios: IMAGE_RATIOS, resolutions, outputsMax: 10 } },
      audio: 'never',
      seed: false,
      negativePrompt: false,
    }),
  ),
  ...Object.entries(VIDEO_MODELS).map(
    ([model, resolutions]): ModelCapability => ({
      model,
      operations: {
        'video.generate': {
          durationsSeconds: { min: 1, max: 15, step: 1 },
          aspectRatios: VIDEO_RATIOS,
          resolutions,
          outputsMax: 1,
        },
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
  const outputsMax = model.operations[request.operation]?.outputsMax ?? 1;
  if (!(request.count >= 1 && request.count <= outputsMax)) {
    throw new EngineError('invalid_request', `expected 1 to ${outputsMax} outputs, got ${request.count}`);
  }
  if (request.prompt.trim() === '') throw new EngineError('invalid_request', 'expected a prompt');
}
