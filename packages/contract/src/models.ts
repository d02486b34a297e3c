import { type ApiError, inputError } from './errors.ts';

/** Ratios that a picture can have, width : height. `auto` is 1:1 when there is no input to follow. */
export const IMAGE_ASPECT_RATIOS = [
  '1:1',
  '3:4',
  '4:3',
  '9:16',
  '16:9',
  '2:3',
  '3:2',
  '9:19.5',
  '19.5:9',
  '9:20',
  '20:9',
  '1:2',
  '2:1',
  '21:9',
  '5:2',
] as const;
export const VIDEO_ASPECT_RATIOS = ['1:1', '16:9', '9:16', '4:3', '3:4', '3:2', '2:3', '21:9', '5:2'] as const;
export const IMAGE_RESOLUTIONS = ['1k', '1.5k', '2k'] as const;
export const VIDEO_RESOLUTIONS = ['480p', '720p', '1080p'] as const;
export const IMAGE_QUALITIES = ['low', 'medium'] as const;

export type ImageAspectRatio = (typeof IMAGE_ASPECT_RATIOS)[number];
export type VideoAspectRatio = (typeof VIDEO_ASPECT_RATIOS)[number];
export type ImageResolution = (typeof IMAGE_RESOLUTIONS)[number];
export type VideoResolution = (typeof VIDEO_RESOLUTIONS)[number];
export type ImageQuality = (typeof IMAGE_QUALITIES)[number];

interface ModelBase {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly version: string;
  /** Unix seconds. */
  readonly created: number;
}

export interface ImageModel extends ModelBase {
  readonly kind: 'image';
  readonly resolutions: readonly ImageResolution[];
  /** Empty: the model has one quality, and the field is ignored. */
  readonly qualities: readonly ImageQuality[];
  /** How many pictures an edit may start from. */
  readonly inputImagesMax: number;
}

export interface VideoModel extends ModelBase {
  readonly kind: 'video';
  readonly resolutions: readonly VideoResolution[];
  /** Seconds that a video from reference pictures may have; 0: the model takes no references. */
  readonly referenceSecondsMax: number;
  /** Takes a last frame and keyframes, and a first frame beside references. */
  readonly frames: boolean;
}

/** What each public model offers. Which engine serves it is configuration, not contract. */
export const MODELS = [
  {
    kind: 'image',
    id: 'grok-imagine-image',
    aliases: [],
    version: '1.0',
    created: 1_769_558_400,
    resolutions: ['1k', '2k'],
    qualities: [],
    inputImagesMax: 3,
  },
  {
    kind: 'image',
    id: 'grok-imagine-image-quality',
    aliases: ['grok-imagine-image-pro'],
    version: '1.0',
    created: 1_772_323_200,
    resolutions: ['1k', '1.5k', '2k'],
    qualities: [],
    inputImagesMax: 3,
  },
  {
    kind: 'image',
    id: 'grok-imagine-image-2.0',
    aliases: [],
    version: '2.0',
    created: 1_788_220_800,
    resolutions: ['1k', '1.5k', '2k'],
    qualities: ['low', 'medium'],
    inputImagesMax: 5,
  },
  {
    kind: 'video',
    id: 'grok-imagine-video',
    aliases: [],
    version: '1.0',
    created: 1_769_558_400,
    resolutions: ['480p', '720p'],
    referenceSecondsMax: 10,
    frames: false,
  },
  {
    kind: 'video',
    id: 'grok-imagine-video-1.5',
    aliases: ['grok-imagine-video-1.5-preview'],
    version: '1.5',
    created: 1_782_864_000,
    resolutions: ['480p', '720p', '1080p'],
    referenceSecondsMax: 15,
    frames: true,
  },
  {
    kind: 'video',
    id: 'grok-imagine-video-1.5-lite',
    aliases: [],
    version: '1.5',
    created: 1_785_542_400,
    resolutions: ['480p', '720p', '1080p'],
    referenceSecondsMax: 0,
    frames: false,
  },
] as const satisfies readonly (ImageModel | VideoModel)[];

export type ModelId = (typeof MODELS)[number]['id'];
export type ImageModelId = Extract<(typeof MODELS)[number], { kind: 'image' }>['id'];
export type VideoModelId = Extract<(typeof MODELS)[number], { kind: 'video' }>['id'];

export const DEFAULT_IMAGE_MODEL: ImageModelId = 'grok-imagine-image';
export const DEFAULT_VIDEO_MODEL: VideoModelId = 'grok-imagine-video';

export const imageModels: readonly (ImageModel & { readonly id: ImageModelId })[] = MODELS.filter(
  (model) => model.kind === 'image',
);
export const videoModels: readonly (VideoModel & { readonly id: VideoModelId })[] = MODELS.filter(
  (model) => model.kind === 'video',
);

/** Finds a model by its id or an alias. */
export function findModel(name: string): (typeof MODELS)[number] | undefined {
  return MODELS.find((model) => model.id === name || (model.aliases as readonly string[]).includes(name));
}

/** @throws {ApiError} `not-found` with the names that exist. */
export function imageModel(name: string): ImageModel & { readonly id: ImageModelId } {
  const found = imageModels.find((model) => model.id === name || model.aliases.includes(name));
  if (found === undefined) throw unknownModel(name, 'image', imageModels);
  return found;
}

/** @throws {ApiError} `not-found` with the names that exist. */
export function videoModel(name: string): VideoModel & { readonly id: VideoModelId } {
  const found = videoModels.find((model) => model.id === name || model.aliases.includes(name));
  if (found === undefined) throw unknownModel(name, 'video', videoModels);
  return found;
}

function unknownModel(name: string, kind: string, models: readonly ModelBase[]): ApiError {
  const shown = name.length > 80 ? `${name.slice(0, 80)}…` : name;
  return inputError(
    'model',
    'not-found',
    `The ${kind} model "${shown}" does not exist. Use one of: ${models.map((model) => model.id).join(', ')}.`,
    { code: 'not-found' },
  );
}
