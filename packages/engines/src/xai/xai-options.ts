import { z } from 'zod';

const SECOND = 1000;
const MIB = 1024 * 1024;

/** How to reach an upstream that speaks xAI's REST API: xAI itself, or another OpenImagine. */
export const XaiOptions = z.strictObject({
  /** With or without the trailing `/v1`. */
  baseUrl: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '').replace(/\/v1$/, '')),
  apiKey: z.string().min(1),
  /** For `health` and error messages. */
  name: z.string().default('xai'),
  concurrency: z.object({ images: z.number().int().min(1), videos: z.number().int().min(1) }).default({
    images: 4,
    videos: 8,
  }),
  /** One HTTP exchange, the picture's own making included. */
  requestTimeoutMs: z
    .number()
    .int()
    .positive()
    .default(120 * SECOND),
  /** No byte of a download for so long ends it. */
  downloadIdleMs: z
    .number()
    .int()
    .positive()
    .default(30 * SECOND),
  pollMinMs: z.number().int().positive().default(SECOND),
  pollMaxMs: z
    .number()
    .int()
    .positive()
    .default(5 * SECOND),
  /** After so long without an end, the outcome is unknown: `lost`. */
  pollDeadlineMs: z
    .number()
    .int()
    .positive()
    .default(30 * 60 * SECOND),
  replyBytesMax: z
    .number()
    .int()
    .positive()
    .default(128 * MIB),
  videoBytesMax: z
    .number()
    .int()
    .positive()
    .default(256 * MIB),
});
export type XaiOptions = z.input<typeof XaiOptions>;
export type XaiSettings = z.output<typeof XaiOptions>;

/** Models and what they can do, as the documentation of the API has it. A ratio list is shared by all of a kind. */
export const XAI_IMAGE_RATIOS = [
  ...['1:1', '3:4', '4:3', '9:16', '16:9', '2:3', '3:2', '9:19.5', '19.5:9', '9:20', '20:9', '1:2', '2:1'],
  ...['21:9', '5:2'],
];
export const XAI_VIDEO_RATIOS = ['1:1', '16:9', '9:16', '4:3', '3:4', '3:2', '2:3', '21:9', '5:2'];
export const XAI_IMAGE_MODELS: Readonly<Record<string, readonly string[]>> = {
  'grok-imagine-image': ['1k', '2k'],
  'grok-imagine-image-quality': ['1k', '1.5k', '2k'],
  'grok-imagine-image-2.0': ['1k', '1.5k', '2k'],
};
export const XAI_VIDEO_MODELS: Readonly<Record<string, readonly string[]>> = {
  'grok-imagine-video': ['480p', '720p'],
  'grok-imagine-video-1.5': ['480p', '720p', '1080p'],
  'grok-imagine-video-1.5-lite': ['480p', '720p', '1080p'],
};
