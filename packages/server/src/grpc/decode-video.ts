import {
  type CreateVideoBody,
  type ExtendVideoBody,
  inputError,
  type VideoAspectRatio as Ratio,
  type VideoResolution as Resolution,
  readVideoEditOrder,
  readVideoExtensionOrder,
  readVideoOrder,
  type VideoOrder,
} from '@openimagine/contract';
import { imageBody, storageBody, videoBody, wordOf } from './decode-media.ts';
import {
  type ExtendVideoRequest,
  type GenerateVideoRequest,
  VideoAspectRatio,
  VideoResolution,
} from './gen/xai/api/v1/video_pb.ts';
import { assertNothingUnknown } from './unknown-fields.ts';

const RATIOS: Readonly<Record<number, Ratio>> = {
  [VideoAspectRatio.VIDEO_ASPECT_RATIO_1_1]: '1:1',
  [VideoAspectRatio.VIDEO_ASPECT_RATIO_16_9]: '16:9',
  [VideoAspectRatio.VIDEO_ASPECT_RATIO_9_16]: '9:16',
  [VideoAspectRatio.VIDEO_ASPECT_RATIO_4_3]: '4:3',
  [VideoAspectRatio.VIDEO_ASPECT_RATIO_3_4]: '3:4',
  [VideoAspectRatio.VIDEO_ASPECT_RATIO_3_2]: '3:2',
  [VideoAspectRatio.VIDEO_ASPECT_RATIO_2_3]: '2:3',
};
const RESOLUTIONS: Readonly<Record<number, Resolution>> = {
  [VideoResolution.VIDEO_RESOLUTION_480P]: '480p',
  [VideoResolution.VIDEO_RESOLUTION_720P]: '720p',
  [VideoResolution.VIDEO_RESOLUTION_1080P]: '1080p',
};
/** @throws {ApiError} As the REST call with the same fields. */
export function decodeVideoRequest(request: GenerateVideoRequest): VideoOrder {
  const body = videoRequestBody(request);
  return isVideoEdit(request) ? readVideoEditOrder(body) : readVideoOrder(body);
}

export function isVideoEdit({ video }: GenerateVideoRequest): boolean {
  return video !== undefined;
}

/** The REST body that says the same. @throws {ApiError} `invalid-argument`. */
export function videoRequestBody(request: GenerateVideoRequest): CreateVideoBody {
  assertNothingUnknown(request);
  return {
    prompt: request.prompt,
    model: request.model || undefined,
    duration: request.duration,
    aspect_ratio: wordOf(RATIOS, request.aspectRatio, 'aspect_ratio'),
    resolution: wordOf(RESOLUTIONS, request.resolution, 'resolution'),
    generate_audio: request.generateAudio,
    image: imageBody(request.image),
    video: videoBody(request.video),
    ...list('reference_images', request.referenceImages, (image) => imageBody(image)!),
    ...list('reference_audios', request.referenceAudios, ({ source }) => ({ voice_id: source.value ?? '' })),
    last_frame: imageBody(request.lastFrame),
    ...list('keyframes', request.keyframes, ({ image, timestampS }) => ({
      image: imageBody(image) ?? { url: '' },
      timestamp_s: decimal(timestampS),
    })),
    storage_options: storageBody(request.storageOptions) as CreateVideoBody['storage_options'],
  };
}

/** @throws {ApiError} As the REST call with the same fields. */
export function decodeVideoExtension(request: ExtendVideoRequest): VideoOrder {
  return readVideoExtensionOrder(videoExtensionBody(request));
}

/** The REST body that says the same. @throws {ApiError} `invalid-argument`. */
export function videoExtensionBody(request: ExtendVideoRequest): ExtendVideoBody {
  assertNothingUnknown(request);
  return {
    prompt: request.prompt,
    model: request.model || undefined,
    duration: request.duration,
    video: videoBody(request.video),
    storage_options: storageBody(request.storageOptions) as ExtendVideoBody['storage_options'],
  };
}

function list<K extends string, T, U>(name: K, items: readonly T[], encode: (item: T) => U): { [name in K]?: U[] } {
  return items.length === 0 ? {} : ({ [name]: items.map(encode) } as { [name in K]?: U[] });
}

/** A float has seven digits; those behind them were never said. */
function decimal(value: number): number {
  if (Number.isFinite(value)) return Number(value.toPrecision(7));
  throw inputError(
    'keyframes',
    'wrong-value',
    `\`keyframes\`: \`timestamp_s\` must be a number of seconds; got ${value}.`,
  );
}
