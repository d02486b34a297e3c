import {
  type CreateImageBody,
  type ImageOrder,
  type ImageAspectRatio as Ratio,
  type ImageResolution as Resolution,
  readImageEditOrder,
  readImageOrder,
} from '@openimagine/contract';
import { imageBody, storageBody, wordOf } from './decode-media.ts';
import {
  type GenerateImageRequest,
  ImageAspectRatio,
  ImageFormat,
  ImageQuality,
  ImageResolution,
} from './gen/xai/api/v1/image_pb.ts';

/** In the words of the SDK, for messages. */
const FORMATS = { [ImageFormat.IMG_FORMAT_URL]: 'url', [ImageFormat.IMG_FORMAT_BASE64]: 'base64' } as const;
const QUALITIES = {
  [ImageQuality.IMG_QUALITY_LOW]: 'low',
  [ImageQuality.IMG_QUALITY_MEDIUM]: 'medium',
} as const;
const RESOLUTIONS: Readonly<Record<number, Resolution>> = {
  [ImageResolution.IMG_RESOLUTION_1K]: '1k',
  [ImageResolution.IMG_RESOLUTION_2K]: '2k',
};
const RATIOS: Readonly<Record<number, Ratio | 'auto'>> = {
  [ImageAspectRatio.IMG_ASPECT_RATIO_AUTO]: 'auto',
  [ImageAspectRatio.IMG_ASPECT_RATIO_1_1]: '1:1',
  [ImageAspectRatio.IMG_ASPECT_RATIO_3_4]: '3:4',
  [ImageAspectRatio.IMG_ASPECT_RATIO_4_3]: '4:3',
  [ImageAspectRatio.IMG_ASPECT_RATIO_9_16]: '9:16',
  [ImageAspectRatio.IMG_ASPECT_RATIO_16_9]: '16:9',
  [ImageAspectRatio.IMG_ASPECT_RATIO_2_3]: '2:3',
  [ImageAspectRatio.IMG_ASPECT_RATIO_3_2]: '3:2',
  [ImageAspectRatio.IMG_ASPECT_RATIO_9_19_5]: '9:19.5',
  [ImageAspectRatio.IMG_ASPECT_RATIO_19_5_9]: '19.5:9',
  [ImageAspectRatio.IMG_ASPECT_RATIO_9_20]: '9:20',
  [ImageAspectRatio.IMG_ASPECT_RATIO_20_9]: '20:9',
  [ImageAspectRatio.IMG_ASPECT_RATIO_1_2]: '1:2',
  [ImageAspectRatio.IMG_ASPECT_RATIO_2_1]: '2:1',
};

/** @throws {ApiError} As the REST call with the same fields. */
export function decodeImageRequest(request: GenerateImageRequest): ImageOrder {
  const body = imageRequestBody(request);
  return isImageEdit(request) ? readImageEditOrder(body) : readImageOrder(body);
}

export function isImageEdit({ image, images }: GenerateImageRequest): boolean {
  return image !== undefined || images.length > 0;
}

/** The REST body that says the same. @throws {ApiError} `invalid-argument` for a value that an enum does not have. */
export function imageRequestBody(request: GenerateImageRequest): CreateImageBody {
  return {
    prompt: request.prompt,
    model: request.model || undefined,
    n: request.n,
    user: request.user || undefined,
    aspect_ratio: wordOf(RATIOS, request.aspectRatio, 'aspect_ratio'),
    resolution: wordOf(RESOLUTIONS, request.resolution, 'resolution'),
    quality: wordOf(QUALITIES, request.quality, 'quality'),
    response_format: wordOf(FORMATS, request.format, 'format') === 'base64' ? 'b64_json' : 'url',
    image: imageBody(request.image),
    ...(request.images.length === 0 ? {} : { images: request.images.map((image) => imageBody(image)!) }),
    storage_options: storageBody(request.storageOptions) as CreateImageBody['storage_options'],
  };
}
