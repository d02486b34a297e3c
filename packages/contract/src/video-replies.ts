import { z } from 'zod';
import { storedFields } from './delivery.ts';
import { inputError } from './errors.ts';
import { LIMITS } from './limits.ts';
import { ErrorDetailBody } from './listings.ts';
import { shortJson } from './request.ts';

/** The query of `GET /v1/videos/{request_id}`. */
export const GetVideoQuery = z.object({
  wait: z
    .int()
    .min(0)
    .max(LIMITS.waitSeconds)
    .optional()
    .describe(
      `Seconds to hold the answer back while the video is pending, 0 to ${LIMITS.waitSeconds}; it comes as soon as the video has ended.`,
    ),
});

/** @returns Whole seconds. @throws {ApiError} `invalid-argument`. */
export function readWaitSeconds(query: { readonly wait?: unknown }): number {
  const { wait } = query;
  if (wait === undefined) return 0;
  const seconds = typeof wait === 'string' && /^\d{1,4}$/.test(wait) ? Number(wait) : Number.NaN;
  if (seconds <= LIMITS.waitSeconds) return seconds;
  throw inputError(
    'wait',
    'wrong-value',
    `\`wait\` must be a whole number of seconds from 0 to ${LIMITS.waitSeconds}; got ${shortJson(wait)}.`,
  );
}

/** The reply of `DELETE /v1/videos/{request_id}`. */
export const VideoCancelled = z.object({ request_id: z.string(), status: z.literal('cancelled') });
export type VideoCancelled = z.infer<typeof VideoCancelled>;

/** The reply of `POST /v1/videos/generations`. */
export const VideoCreated = z.object({
  request_id: z.string().describe('Poll `GET /v1/videos/{request_id}` with it.'),
});
export type VideoCreated = z.infer<typeof VideoCreated>;

const JobError = z.object({
  code: z.string(),
  message: z.string(),
  details: z.array(ErrorDetailBody).optional().describe('Which parts of the request are at fault.'),
});

/** The reply of `GET /v1/videos/{request_id}`: HTTP 202 while pending, 200 otherwise. */
export const VideoStatus = z.discriminatedUnion('status', [
  z.object({ status: z.literal('pending'), progress: z.int().min(0).max(99) }),
  z.object({
    status: z.literal('done'),
    progress: z.literal(100),
    model: z.string(),
    video: z.object({
      url: z
        .string()
        .nullable()
        .describe(
          'Where the MP4 can be fetched without a key, until `expires_at`; null when it was put to `output.upload_url`.',
        ),
      duration: z.int().describe('Seconds.'),
      respect_moderation: z.boolean(),
      seed: z.int(),
      expires_at: z.int().describe('Unix seconds until which `url` lives.'),
      revised_prompt: z.string().describe('One sentence that says what was drawn.'),
      ...storedFields,
    }),
    usage: z.object({ cost_in_usd_ticks: z.int() }),
  }),
  z.object({
    status: z.enum(['failed', 'error']).describe('`error` only for keys and requests that ask for this word.'),
    error: JobError,
  }),
  z.object({ status: z.literal('expired') }),
]);
export type VideoStatus = z.infer<typeof VideoStatus>;
