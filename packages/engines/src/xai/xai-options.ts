import { z } from 'zod';

const SECOND = 1000;
const MIB = 1024 * 1024;

/** How to reach an upstream that speaks xAI's REST API: xAI itself, or another OpenImagine. */
export const XaiOptions = z.strictObject({
  /** With or without the trailing `/v1`. */
  baseUrl: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '').replace(/\/v1$/, '')),
  /** Anything else could not be sent, and a header that is refused is quoted in the error. */
  apiKey: z.string().regex(/^[\x21-\x7e]+$/, 'expected a key of printable characters without spaces'),
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
