import { z } from 'zod';
import { ApiError } from './errors.ts';
import { isAbsent, MediaRef } from './inputs.ts';
import { LIMITS } from './limits.ts';
import { ErrorDetailBody } from './listings.ts';
import { VIDEO_ASPECT_RATIOS, VIDEO_RESOLUTIONS, type VideoAspectRatio, type VideoResolution } from './models.ts';
import { optional, parseBody, shortJson } from './request.ts';
import { ratioOf, videoSize } from './sizes.ts';
import { readVideoEditOrder, readVideoOrder, type VideoOrder } from './videos.ts';

/** What OpenAI called its models, also with a date behind, and what stands in for them here. */
export const OPENAI_VIDEO_MODELS = {
  'sora-2': 'grok-imagine-video',
  'sora-2-pro': 'grok-imagine-video-1.5',
} as const;

const DEFAULT_MODEL = 'sora-2';
const DEFAULT_SECONDS = 4;
const DEFAULT_SIZE = '720x1280';

/** The body of `POST /v1/videos`, as JSON or as a form. Unknown fields are ignored. */
export const OpenAiVideoBody = z.object({
  prompt: optional(z.string('expected text')).describe('1 to 8,000 characters.'),
  model: optional(z.string('expected text')).describe(
    `A model of OpenAI's (${Object.entries(OPENAI_VIDEO_MODELS)
      .map(([theirs, ours]) => `\`${theirs}\`, made by \`${ours}\``)
      .join('; ')}) or one of this server. Default: ${DEFAULT_MODEL}.`,
  ),
  seconds: optional(z.union([z.string(), z.number()], 'expected a whole number of seconds')).describe(
    `1 to ${LIMITS.videoSeconds.max}. Default ${DEFAULT_SECONDS}.`,
  ),
  size: optional(z.string('expected text such as 1280x720')).describe(
    `Width x height, made with the nearest ratio and resolution. Default ${DEFAULT_SIZE}.`,
  ),
  input_reference: optional(MediaRef).describe(
    'The first frame, whose shape the video has; in a form a file. `size` gives only the resolution then.',
  ),
});

/** The body of `POST /v1/videos/{video_id}/remix`. */
export const RemixVideoBody = z.object({
  prompt: z.string('expected text').describe('What to change; what is not named stays. 1 to 8,000 characters.'),
});

/**
 * Reads the body of `POST /v1/videos`.
 * @throws {ApiError} As `readVideoOrder`.
 */
export function readOpenAiVideoOrder(body: unknown): VideoOrder {
  const { prompt, model, seconds, size, input_reference } = parseBody(OpenAiVideoBody, body);
  return readVideoOrder({
    prompt,
    model: modelOf(model || DEFAULT_MODEL),
    duration: isAbsent(seconds) ? DEFAULT_SECONDS : seconds,
    ...shapeOf(size || DEFAULT_SIZE),
    ...(isAbsent(input_reference) ? {} : { input_reference }),
  });
}

/**
 * Reads the body of a remix, which is an edit of the video that it names.
 * @param source Of the video's id, and where its file is.
 * @throws {ApiError} As `readVideoEditOrder`.
 */
export function readRemixOrder(
  body: unknown,
  { generationId, url }: { readonly generationId: string; readonly url: string },
): VideoOrder {
  const { prompt } = parseBody(RemixVideoBody, body);
  return { ...readVideoEditOrder({ prompt, video: { url } }), remixedFrom: generationId };
}

function modelOf(name: string): string {
  const plain = name.replace(/-\d{4}-\d{2}-\d{2}$/, '');
  return Object.hasOwn(OPENAI_VIDEO_MODELS, plain)
    ? OPENAI_VIDEO_MODELS[plain as keyof typeof OPENAI_VIDEO_MODELS]
    : name;
}

/** The nearest offered; what is further than a sixth from any ratio, or twice from any resolution, is refused. */
function shapeOf(size: string): { readonly aspect_ratio: VideoAspectRatio; readonly resolution: VideoResolution } {
  const match = /^(\d{2,5})x(\d{2,5})$/i.exec(size.trim());
  if (match === null) throw wrong('size', `must look like 1280x720; got ${shortJson(size)}`);
  const [width, height] = [Number(match[1]), Number(match[2])];
  const away = (ratio: VideoAspectRatio): number => Math.abs(Math.log(width / height / ratioOf(ratio)));
  const aspectRatio = VIDEO_ASPECT_RATIOS.toSorted((a, b) => away(a) - away(b))[0]!;
  const short = Math.min(width, height);
  const off = (resolution: VideoResolution): number => {
    const made = videoSize(aspectRatio, resolution);
    return Math.abs(Math.log(short / Math.min(made.width, made.height)));
  };
  const resolution = VIDEO_RESOLUTIONS.toSorted((a, b) => off(a) - off(b))[0]!;
  if (away(aspectRatio) > Math.log(7 / 6) || off(resolution) > Math.log(2))
    throw wrong('size', `${width}x${height} is too far from any that a video can have; 1280x720 is one`);
  return { aspect_ratio: aspectRatio, resolution };
}

const ID_PREFIX = 'video_';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The same generation, as OpenAI's shape names it. */
export function toOpenAiVideoId(generationId: string): string {
  return `${ID_PREFIX}${generationId}`;
}

/** True for the ids of OpenAI's shape: its answers are of that shape, too. */
export function isOpenAiVideoId(id: string): boolean {
  return id.startsWith(ID_PREFIX);
}

/** The generation's id, of either spelling; whatever is neither stays what it is. */
export function fromOpenAiVideoId(id: string): string {
  return isOpenAiVideoId(id) ? id.slice(ID_PREFIX.length) : id;
}

/** The query of `GET /v1/videos`. */
export const ListOpenAiVideosQuery = z.object({
  after: z.string().optional().describe('The last id of the page before.'),
  limit: z.int().min(1).max(LIMITS.generationsPerPage.max).optional().describe('How many, 1 to 100. Default 20.'),
  order: z.enum(['asc', 'desc']).optional().describe('By time. Default: `desc`, newest first.'),
});

/** A query that was read. */
export interface OpenAiVideoPage {
  /** The id of a generation. */
  readonly after?: string;
  readonly limit: number;
  readonly order: 'asc' | 'desc';
}

/** @throws {ApiError} `invalid-argument`. Names that are unknown are ignored. */
export function readOpenAiVideoPage(query: Readonly<Record<string, unknown>>): OpenAiVideoPage {
  const { after, limit = String(LIMITS.generationsPerPage.default), order = 'desc' } = query;
  if (order !== 'asc' && order !== 'desc') throw wrong('order', `must be asc or desc; got ${shortJson(order)}`);
  const count = typeof limit === 'string' && /^\d{1,4}$/.test(limit) ? Number(limit) : 0;
  const { max } = LIMITS.generationsPerPage;
  if (count < 1 || count > max)
    throw wrong('limit', `must be a whole number from 1 to ${max}; got ${shortJson(limit)}`);
  if (after === undefined || after === '') return { limit: count, order };
  const id = typeof after === 'string' ? fromOpenAiVideoId(after) : '';
  if (!UUID.test(id)) throw wrong('after', `must be the id of a video; got ${shortJson(after)}`);
  return { after: id.toLowerCase(), limit: count, order };
}

const VARIANTS = ['video', 'thumbnail', 'spritesheet'] as const;

/** The query of `GET /v1/videos/{video_id}/content`. */
export const VideoContentQuery = z.object({
  variant: z.enum(VARIANTS).optional().describe('`video`, the default; the others are not made here.'),
});

/** @throws {ApiError} `invalid-argument` for what this server does not make. */
export function checkVideoVariant({ variant }: { readonly variant?: unknown }): void {
  if (variant === undefined || variant === '' || variant === 'video') return;
  const why = VARIANTS.some((known) => known === variant) ? 'this server makes no thumbnails and no spritesheets' : '';
  throw wrong('variant', `must be video${why && `: ${why}`}; got ${shortJson(variant)}`);
}

function wrong(input: string, what: string): ApiError {
  return new ApiError('invalid-argument', `\`${input}\` ${what}.`, { details: [{ input, reason: 'wrong-value' }] });
}

/** A video in OpenAI's shape. Times are unix seconds. */
export const OpenAiVideo = z.object({
  id: z.string().describe('`video_` and the `request_id` of the same video.'),
  object: z.literal('video'),
  status: z.enum(['queued', 'in_progress', 'completed', 'failed']),
  progress: z.int().min(0).max(100),
  model: z.string().describe('The model that makes it: one of this server.'),
  prompt: z.string().nullable(),
  seconds: z.string().describe('Of the whole video.'),
  size: z.string().describe('As it is made.'),
  created_at: z.int(),
  completed_at: z.int().nullable(),
  expires_at: z.int().nullable().describe('Until then its content can be fetched.'),
  error: z
    .object({ code: z.string(), message: z.string(), details: z.array(ErrorDetailBody).optional() })
    .nullable()
    .describe('Why it failed.'),
  remixed_from_video_id: z.string().nullable(),
  usage: z.object({ cost_in_usd_ticks: z.int() }).describe('What was billed.'),
});
export type OpenAiVideo = z.infer<typeof OpenAiVideo>;

/** The reply of `GET /v1/videos`. */
export const OpenAiVideoList = z.object({
  object: z.literal('list'),
  data: z.array(OpenAiVideo),
  first_id: z.string().nullable(),
  last_id: z.string().nullable(),
  has_more: z.boolean(),
});
export type OpenAiVideoList = z.infer<typeof OpenAiVideoList>;

/** The reply of `DELETE /v1/videos/{video_id}`. */
export const OpenAiVideoDeleted = z.object({
  id: z.string(),
  object: z.literal('video.deleted'),
  deleted: z.literal(true),
});
export type OpenAiVideoDeleted = z.infer<typeof OpenAiVideoDeleted>;
