import { LIMITS } from './limits.ts';
import {
  IMAGE_ASPECT_RATIOS,
  type ImageAspectRatio,
  type ImageResolution,
  type VideoAspectRatio,
  type VideoResolution,
} from './models.ts';

export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** Sides of landscape pictures; portrait ratios mirror them. Equal areas per tier, multiples of 16. */
const IMAGE_SIZES: Record<string, Record<ImageResolution, readonly [number, number]>> = {
  '1:1': { '1k': [1024, 1024], '1.5k': [1536, 1536], '2k': [2048, 2048] },
  '16:9': { '1k': [1360, 768], '1.5k': [2048, 1152], '2k': [2736, 1536] },
  '4:3': { '1k': [1184, 880], '1.5k': [1776, 1328], '2k': [2368, 1776] },
  '3:2': { '1k': [1248, 832], '1.5k': [1888, 1248], '2k': [2512, 1680] },
  '2:1': { '1k': [1456, 720], '1.5k': [2176, 1088], '2k': [2896, 1456] },
  '19.5:9': { '1k': [1504, 688], '1.5k': [2256, 1040], '2k': [3008, 1392] },
  '20:9': { '1k': [1520, 688], '1.5k': [2288, 1024], '2k': [3056, 1376] },
  '21:9': { '1k': [1568, 672], '1.5k': [2352, 1008], '2k': [3136, 1344] },
  '5:2': { '1k': [1616, 640], '1.5k': [2432, 976], '2k': [3232, 1296] },
};

const VIDEO_SHORT_SIDE: Record<VideoResolution, number> = { '480p': 480, '720p': 720, '1080p': 1080 };

/** Exact pixel size of a picture. */
export function imageSize(aspectRatio: ImageAspectRatio, resolution: ImageResolution): PixelSize {
  const landscape = IMAGE_SIZES[aspectRatio];
  if (landscape !== undefined) return { width: landscape[resolution][0], height: landscape[resolution][1] };
  const [width, height] = IMAGE_SIZES[aspectRatio.split(':').reverse().join(':')]![resolution];
  return { width: height, height: width };
}

/** Exact pixel size of a video: the short side is what the resolution says, both sides are even. */
export function videoSize(aspectRatio: VideoAspectRatio, resolution: VideoResolution): PixelSize {
  const [across, down] = aspectRatio.split(':').map(Number) as [number, number];
  const short = VIDEO_SHORT_SIDE[resolution];
  const long = Math.round((short * Math.max(across, down)) / Math.min(across, down) / 2) * 2;
  return across >= down ? { width: long, height: short } : { width: short, height: long };
}

/** Within what an output that follows its input can be. */
function followedRatio(input: PixelSize): number {
  const { min, max } = LIMITS.followedRatio;
  return Math.min(max, Math.max(min, input.width / input.height));
}

const IMAGE_SIDE: Record<ImageResolution, number> = { '1k': 1024, '1.5k': 1536, '2k': 2048 };

/** Size of a picture that has the shape of its input and the area of a square of its resolution; multiples of 8. */
export function followingImageSize(input: PixelSize, resolution: ImageResolution): PixelSize {
  const ratio = followedRatio(input);
  const side = (length: number): number => Math.round(length / 8) * 8;
  const height = IMAGE_SIDE[resolution] / Math.sqrt(ratio);
  return { width: side(height * ratio), height: side(height) };
}

/** Size of a video that has the shape of the picture it starts from: the short side is what the resolution says. */
export function followingVideoSize(input: PixelSize, resolution: VideoResolution): PixelSize {
  const ratio = followedRatio(input);
  const short = VIDEO_SHORT_SIDE[resolution];
  const long = even(short * Math.max(ratio, 1 / ratio));
  return ratio >= 1 ? { width: long, height: short } : { width: short, height: long };
}

/** Edited and extended videos are at most so high; smaller ones keep their size. */
const EDITED_SHORT_SIDE_MAX = 720;
const VIDEO_SIDE_MIN = 16;

/** Size of an edit or extension of a video: as its input, made smaller to 720p, and even. */
export function editedVideoSize(input: PixelSize): PixelSize {
  const short = Math.min(input.width, input.height);
  const long = Math.max(input.width, input.height);
  const scale = Math.min(1, EDITED_SHORT_SIDE_MAX / short, (EDITED_SHORT_SIDE_MAX * LIMITS.followedRatio.max) / long);
  const side = (length: number): number =>
    Math.max(VIDEO_SIDE_MIN, scale === 1 ? length - (length % 2) : even(length * scale));
  return { width: side(input.width), height: side(input.height) };
}

function even(length: number): number {
  return Math.round(length / 2) * 2;
}

/** The tier that a size belongs to, by its short side; what is larger than the largest belongs to it. */
export function videoResolutionOf(size: PixelSize): VideoResolution {
  const short = Math.min(size.width, size.height);
  return short <= 480 ? '480p' : short <= 720 ? '720p' : '1080p';
}

/** `16:9` where a size is that to 1 %, else the exact one: `853:480`. */
export function aspectRatioOf(size: PixelSize): string {
  const ratio = size.width / size.height;
  const named = IMAGE_ASPECT_RATIOS.find((name) => Math.abs(Math.log(ratio / ratioOf(name))) < 0.01);
  return named ?? `${size.width}:${size.height}`;
}

/** Width over height of a ratio such as `19.5:9`. */
export function ratioOf(aspectRatio: string): number {
  const [across, down] = aspectRatio.split(':').map(Number) as [number, number];
  return across / down;
}
