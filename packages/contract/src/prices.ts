import type { ImageModelId, ImageQuality, ImageResolution, ModelId, VideoModelId, VideoResolution } from './models.ts';
import { ticksFromCents } from './ticks.ts';

/** US cents per output image. A model with qualities has a row for each. */
const IMAGE_CENTS: Record<ImageModelId, Partial<Record<ImageResolution, number | Record<ImageQuality, number>>>> = {
  'grok-imagine-image': { '1k': 2, '2k': 2 },
  'grok-imagine-image-quality': { '1k': 5, '1.5k': 6, '2k': 7 },
  'grok-imagine-image-2.0': { '1k': { low: 4, medium: 6 }, '1.5k': { low: 5, medium: 7 }, '2k': { low: 6, medium: 8 } },
};

/** US cents per second of output video, sound included. */
const VIDEO_CENTS_PER_SECOND: Record<VideoModelId, Partial<Record<VideoResolution, number>>> = {
  'grok-imagine-video': { '480p': 5, '720p': 7 },
  'grok-imagine-video-1.5': { '480p': 8, '720p': 14, '1080p': 25 },
  'grok-imagine-video-1.5-lite': { '480p': 2, '720p': 3, '1080p': 14 },
};

/** US cents for each picture that a request starts from. */
const INPUT_IMAGE_CENTS: Record<ModelId, number> = {
  'grok-imagine-image': 0.2,
  'grok-imagine-image-quality': 1,
  'grok-imagine-image-2.0': 1,
  'grok-imagine-video': 0.2,
  'grok-imagine-video-1.5': 1,
  'grok-imagine-video-1.5-lite': 1,
};

/** US cents per second of video that an edit or an extension starts from. */
const INPUT_VIDEO_CENTS_PER_SECOND = 1;

/** Ticks for the pictures that a request starts from; each counts once, whatever the number of outputs. */
export function inputImagesPriceTicks(model: ModelId, count: number): number {
  return ticksFromCents(INPUT_IMAGE_CENTS[model]) * count;
}

/** Ticks for the video that an edit or an extension starts from. */
export function inputVideoPriceTicks(durationSeconds: number): number {
  return Math.round(ticksFromCents(INPUT_VIDEO_CENTS_PER_SECOND) * durationSeconds);
}

/**
 * Ticks for `count` images. Frozen into the generation when it is accepted.
 * @throws {RangeError} when the model has no such resolution; callers have validated it.
 */
export function imagePriceTicks(order: {
  model: ImageModelId;
  resolution: ImageResolution;
  quality: ImageQuality | undefined;
  count: number;
}): number {
  const cents = IMAGE_CENTS[order.model][order.resolution];
  if (cents === undefined) throw new RangeError(`${order.model} has no price at ${order.resolution}`);
  return ticksFromCents(typeof cents === 'number' ? cents : cents[order.quality ?? 'medium']) * order.count;
}

/**
 * Ticks for the seconds that a video has, or that an extension adds; whole ticks, also for fractions of a second.
 * @throws {RangeError} when the model has no such resolution; callers have validated it.
 */
export function videoPriceTicks(order: {
  model: VideoModelId;
  resolution: VideoResolution;
  durationSeconds: number;
}): number {
  const cents = VIDEO_CENTS_PER_SECOND[order.model][order.resolution];
  if (cents === undefined) throw new RangeError(`${order.model} has no price at ${order.resolution}`);
  return Math.round(ticksFromCents(cents) * order.durationSeconds);
}
