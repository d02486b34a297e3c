import { z } from 'zod';
import { ApiError } from './errors.ts';
import { LIMITS } from './limits.ts';
import {
  DEFAULT_VIDEO_MODEL,
  VIDEO_ASPECT_RATIOS,
  VIDEO_RESOLUTIONS,
  type VideoAspectRatio,
  type VideoModelId,
  type VideoResolution,
  videoModel,
} from './models.ts';
import { videoPriceTicks } from './prices.ts';
import { checkPrompt, checkSeed, cleanText, optional, parseBody, refuseFields, shortJson } from './request.ts';
import { videoSize } from './sizes.ts';

const wholeNumber = z.union([z.int(), z.string().regex(/^\s*\d{1,6}\s*$/)], {
  error: 'expected a whole number of seconds, or the same as text',
});

/** The body of `POST /v1/videos/generations`, as it may come. Unknown fields are ignored. */
export const CreateVideoBody = z.object({
  prompt: optional(z.string('expected text')).describe(
    'What the video shows and how it moves and sounds, in any language; 1 to 8,000 characters.',
  ),
  model: optional(z.string('expected text')).describe('A model id or alias. Default: grok-imagine-video.'),
  duration: optional(wholeNumber).describe('Seconds, 1 to 15. Default 8.'),
  seconds: optional(wholeNumber).describe('The same as `duration`.'),
  aspect_ratio: optional(
    z.enum(VIDEO_ASPECT_RATIOS, { error: `expected one of: ${VIDEO_ASPECT_RATIOS.join(', ')}` }),
  ).describe('Width : height. Default 16:9.'),
  resolution: optional(
    z.enum(VIDEO_RESOLUTIONS, { error: `expected one of: ${VIDEO_RESOLUTIONS.join(', ')}` }),
  ).describe('The short side. Default 480p.'),
  generate_audio: optional(z.boolean('expected true or false')).describe(
    'False: the file has no audio track. Default true. The price is the same.',
  ),
  seed: optional(z.number('expected a whole number')).describe(
    'The same prompt, seed and version give the same frames and samples. Default: random, told in the reply.',
  ),
  user: optional(z.string('expected text')).describe("The end user's id, for your own records."),
});

/** What a valid request comes to: every default filled in, the size exact, the price fixed. */
export interface VideoOrder {
  readonly kind: 'video';
  readonly model: VideoModelId;
  readonly prompt: string;
  readonly durationSeconds: number;
  readonly aspectRatio: VideoAspectRatio;
  readonly resolution: VideoResolution;
  readonly width: number;
  readonly height: number;
  readonly audio: boolean;
  readonly seed?: number;
  readonly user?: string;
  readonly priceTicks: number;
}

const FROM_TEXT_ONLY =
  'this version makes videos from text only. Leave it out, or wait for image-to-video and video editing.';
const NOT_HERE = {
  image: FROM_TEXT_ONLY,
  image_url: FROM_TEXT_ONLY,
  input_reference: FROM_TEXT_ONLY,
  reference_images: FROM_TEXT_ONLY,
  reference_audios: FROM_TEXT_ONLY,
  last_frame: FROM_TEXT_ONLY,
  keyframes: FROM_TEXT_ONLY,
  video: FROM_TEXT_ONLY,
  video_url: FROM_TEXT_ONLY,
  storage_options: 'this version has no file storage. Leave it out and download the video from its `url`.',
  output: 'this version does not upload results. Leave it out and download the video from its `url`.',
} as const;

/**
 * Reads the body of `POST /v1/videos/generations`.
 * @throws {ApiError} `unprocessable` for wrong types, `invalid-argument` for values out of range, `not-found` for an unknown model.
 */
export function readVideoOrder(body: unknown): VideoOrder {
  const fields = parseBody(CreateVideoBody, body);
  refuseFields(body as object, NOT_HERE);
  if (fields.prompt === undefined || fields.prompt === null) {
    throw new ApiError(
      'invalid-argument',
      'A video from text needs a `prompt`. Describe in a few words what should be seen.',
    );
  }
  const prompt = checkPrompt(fields.prompt, LIMITS.promptCharacters);
  const model = videoModel(fields.model ?? DEFAULT_VIDEO_MODEL);
  const durationSeconds = readDuration(fields.duration, fields.seconds);
  const aspectRatio = fields.aspect_ratio ?? '16:9';
  const resolution = fields.resolution ?? '480p';
  if (!model.resolutions.includes(resolution)) {
    throw new ApiError(
      'invalid-argument',
      `${model.id} has no resolution ${resolution}. Use one of: ${model.resolutions.join(', ')}.`,
    );
  }
  const seed = checkSeed(fields.seed, LIMITS.seed);
  return {
    kind: 'video',
    model: model.id,
    prompt,
    durationSeconds,
    aspectRatio,
    resolution,
    ...videoSize(aspectRatio, resolution),
    audio: fields.generate_audio ?? true,
    ...(seed === undefined ? {} : { seed }),
    ...(fields.user ? { user: cleanText(fields.user).slice(0, LIMITS.userCharacters) } : {}),
    priceTicks: videoPriceTicks({ model: model.id, resolution, durationSeconds }),
  };
}

function readDuration(
  duration: number | string | null | undefined,
  seconds: number | string | null | undefined,
): number {
  const given = [duration, seconds].filter((value) => value !== null && value !== undefined).map(Number);
  if (given.length === 2 && given[0] !== given[1]) {
    throw new ApiError(
      'invalid-argument',
      `\`duration\` ${shortJson(duration)} and \`seconds\` ${shortJson(seconds)} contradict each other. Give one.`,
    );
  }
  const { min, max } = LIMITS.videoSeconds;
  const value = given[0] ?? LIMITS.videoSeconds.default;
  if (value < min || value > max)
    throw new ApiError('invalid-argument', `\`duration\` must be from ${min} to ${max} seconds; got ${value}.`);
  return value;
}

/** The reply of `POST /v1/videos/generations`. */
export const VideoCreated = z.object({
  request_id: z.string().describe('Poll `GET /v1/videos/{request_id}` with it.'),
});
export type VideoCreated = z.infer<typeof VideoCreated>;

const JobError = z.object({ code: z.string(), message: z.string() });

/** The reply of `GET /v1/videos/{request_id}`: HTTP 202 while pending, 200 otherwise. */
export const VideoStatus = z.discriminatedUnion('status', [
  z.object({ status: z.literal('pending'), progress: z.int().min(0).max(99) }),
  z.object({
    status: z.literal('done'),
    progress: z.literal(100),
    model: z.string(),
    video: z.object({
      url: z.string().describe('Where the MP4 can be fetched without a key, until `expires_at`.'),
      duration: z.int().describe('Seconds.'),
      respect_moderation: z.boolean(),
      seed: z.int(),
      expires_at: z.int().describe('Unix seconds until which `url` lives.'),
      revised_prompt: z.string().describe('One sentence that says what was drawn.'),
    }),
    usage: z.object({ cost_in_usd_ticks: z.int() }),
  }),
  z.object({ status: z.literal('failed'), error: JobError }),
  z.object({ status: z.literal('expired') }),
]);
export type VideoStatus = z.infer<typeof VideoStatus>;
