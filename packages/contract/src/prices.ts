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

/** A line of a price: so many of something, at so much each. */
export interface PriceLine {
  readonly item: 'output_image' | 'output_video_second' | 'input_image' | 'input_video_second';
  /** Whole for pictures. */
  readonly quantity: number;
  readonly unitTicks: number;
  /** Whole ticks, also for fractions of a second. */
  readonly ticks: number;
}

export function sumTicks(lines: readonly PriceLine[]): number {
  return lines.reduce((sum, { ticks }) => sum + ticks, 0);
}

function priceLine(item: PriceLine['item'], quantity: number, unitTicks: number): PriceLine {
  return { item, quantity, unitTicks, ticks: Math.round(unitTicks * quantity) };
}

/** For the pictures that a request starts from, if any; each counts once, whatever the number of outputs. */
export function inputImagesPriceLines(model: ModelId, count: number): PriceLine[] {
  return count === 0 ? [] : [priceLine('input_image', count, ticksFromCents(INPUT_IMAGE_CENTS[model]))];
}

/** For the video that an edit or an extension starts from. */
export function inputVideoPriceLine(durationSeconds: number): PriceLine {
  return priceLine('input_video_second', durationSeconds, ticksFromCents(INPUT_VIDEO_CENTS_PER_SECOND));
}

/**
 * For `count` images. Frozen into the generation when it is accepted.
 * @throws {RangeError} when the model has no such resolution; callers have validated it.
 */
export function imagePriceLine(order: {
  model: ImageModelId;
  resolution: ImageResolution;
  quality: ImageQuality | undefined;
  count: number;
}): PriceLine {
  const cents = IMAGE_CENTS[order.model][order.resolution];
  if (cents === undefined) throw new RangeError(`${order.model} has no price at ${order.resolution}`);
  const unitTicks = ticksFromCents(typeof cents === 'number' ? cents : cents[order.quality ?? 'medium']);
  return priceLine('output_image', order.count, unitTicks);
}

/**
 * For the seconds that a video has, or that an extension adds.
 * @throws {RangeError} when the model has no such resolution; callers have validated it.
 */
export function videoPriceLine(order: {
  model: VideoModelId;
  resolution: VideoResolution;
  durationSeconds: number;
}): PriceLine {
  const cents = VIDEO_CENTS_PER_SECOND[order.model][order.resolution];
  if (cents === undefined) throw new RangeError(`${order.model} has no price at ${order.resolution}`);
  return priceLine('output_video_second', order.durationSeconds, ticksFromCents(cents));
}
