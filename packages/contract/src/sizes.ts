import type { ImageAspectRatio, ImageResolution, VideoAspectRatio, VideoResolution } from './models.ts';

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

/** Width over height of a ratio such as `19.5:9`. */
export function ratioOf(aspectRatio: string): number {
  const [across, down] = aspectRatio.split(':').map(Number) as [number, number];
  return across / down;
}
