import { z } from 'zod';

/** What we read of an upstream's replies. Lenient: unknown fields pass, and only what we use must be there. */

const Usage = z.object({ cost_in_usd_ticks: z.number().nonnegative() }).nullish();

export const ImagesReply = z.object({
  data: z
    .array(
      z.object({
        b64_json: z.string().nullish(),
        url: z.string().nullish(),
        mime_type: z.string().nullish(),
        revised_prompt: z.string().nullish(),
        respect_moderation: z.boolean().nullish(),
      }),
    )
    .min(1),
  usage: Usage,
});
export type ImagesReply = z.infer<typeof ImagesReply>;

export const VideoAccepted = z.object({ request_id: z.string().regex(/^[\x21-\x7e]{1,200}$/) });

export const VideoReply = z.object({
  status: z.string(),
  progress: z.number().nullish(),
  video: z
    .object({
      url: z.string().nullish(),
      respect_moderation: z.boolean().nullish(),
      revised_prompt: z.string().nullish(),
      file_output: z.object({ public_url: z.string().nullish() }).nullish(),
    })
    .nullish(),
  usage: Usage,
  error: z.object({ code: z.string().nullish(), message: z.string().nullish() }).nullish(),
});
export type VideoReply = z.infer<typeof VideoReply>;

/** `{code, error}`, `{error: "…"}` or `{error: {message, code}}`: all three are in use. */
export const ErrorReply = z.object({
  code: z.string().nullish(),
  error: z.union([z.string(), z.object({ message: z.string().nullish(), code: z.string().nullish() })]).nullish(),
  usage: Usage,
});
