import type { VideoOrder } from '@openimagine/contract';
import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import { type SubmitOptions, submitGeneration } from './submit-generation.ts';

/**
 * Accepts a video and returns at once.
 * @returns The id to poll with `getVideo`.
 * @throws {ApiError} As `submitGeneration`.
 */
export async function createVideo(
  context: Context,
  caller: Caller,
  order: VideoOrder,
  options: SubmitOptions = {},
): Promise<{ readonly requestId: string }> {
  return { requestId: await submitGeneration(context, caller, order, options) };
}
