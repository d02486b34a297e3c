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
/** A field that once was, and has no meaning any more. */
const FORMER_FIELDS: ReadonlySet<number> = new Set([15]);

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

/** The REST body that says the same. */
export function videoExtensionBody(request: ExtendVideoRequest): ExtendVideoBody {
  return {
    prompt: request.prompt,
    model: request.model || undefined,
    duration: request.duration,
    video: videoBody(request.video),
    storage_options: storageBody(request.storageOptions) as ExtendVideoBody['storage_options'],
  };
}

/** A client that is newer than this server must not believe that something was heeded which was not even understood. */
function assertNothingUnknown({ $unknown = [] }: GenerateVideoRequest): void {
  const unknown = $unknown.find(({ no }) => !FORMER_FIELDS.has(no));
  if (unknown === undefined) return;
  throw inputError(
    `field ${unknown.no}`,
    'wrong-value',
    `This server does not know field ${unknown.no} of GenerateVideoRequest. Leave it out, or use a newer server.`,
  );
}

function list<K extends string, T, U>(name: K, items: readonly T[], encode: (item: T) => U): { [name in K]?: U[] } {
  return items.length === 0 ? {} : ({ [name]: items.map(encode) } as { [name in K]?: U[] });
}

/** A float has seven digits; those behind them were never said. */
function decimal(value: number): number {
  return Number(value.toPrecision(7));
}
