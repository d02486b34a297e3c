import { z } from 'zod';
import { ApiError } from './errors.ts';
import { parseBody } from './request.ts';

/** The body of `POST /x/clock`. */
export const AdvanceClockBody = z.object({
  advance_seconds: z
    .number('expected a number of seconds')
    .describe('How far the clock of the server jumps ahead: more than 0, at most 366 days.'),
});

/** The reply of `GET` and `POST /x/clock`. */
export const ClockState = z.object({
  now: z.string().describe('RFC 3339: what the server takes the time to be.'),
  ahead_seconds: z.number().describe('How far it is ahead of the real time.'),
});
export type ClockState = z.infer<typeof ClockState>;

const ADVANCE_SECONDS_MAX = 366 * 86_400;

/** @returns Milliseconds. @throws {ApiError} `unprocessable` for another type, `invalid-argument` for a number out of range. */
export function readClockAdvance(body: unknown): number {
  const { advance_seconds: seconds } = parseBody(AdvanceClockBody, body);
  if (seconds > 0 && seconds <= ADVANCE_SECONDS_MAX) return seconds * 1_000;
  throw new ApiError(
    'invalid-argument',
    `\`advance_seconds\` must be more than 0 and at most ${ADVANCE_SECONDS_MAX}; got ${seconds}. Time does not go back.`,
  );
}
