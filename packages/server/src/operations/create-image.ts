import { ApiError, type ImageOrder } from '@openimagine/contract';
import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import { CONTENT_MODERATED, type Generation } from '../jobs/generation.ts';
import { type SubmitOptions, submitGeneration } from './submit-generation.ts';

/**
 * Draws pictures, and waits for them. A caller that goes away once they are accepted only ends the waiting: the pictures
 * are finished and kept, and with an idempotency key it can come back for them.
 * @param options.signal Aborted when the caller has gone; then its reason is thrown.
 * @throws {ApiError} As `submitGeneration`; and `imagine:content-moderated`, `gone`, `invalid-argument`, `unavailable`,
 * `internal-error` for what went wrong afterwards. Nothing is billed for the last two.
 */
export async function createImage(
  context: Context,
  caller: Caller,
  order: ImageOrder,
  options: SubmitOptions = {},
): Promise<Generation> {
  return awaitImage(context, await submitGeneration(context, caller, order, options), options.signal);
}

/**
 * The second half of `createImage`, for a caller that wants to let go of the order in between.
 * @param signal Aborted when the caller has gone; then its reason is thrown.
 */
export async function awaitImage(context: Context, id: string, signal: AbortSignal | undefined): Promise<Generation> {
  const generation = await context.generations.waitForEnd(id, signal);
  if (generation.state === 'done') return generation;
  throw errorOf(generation);
}

function errorOf(generation: Generation): ApiError {
  const { error, errorDetails: details } = generation;
  if (generation.state === 'expired')
    return new ApiError(
      'gone',
      'The pictures of this request have expired. Send it again with another Idempotency-Key.',
    );
  if (generation.state === 'cancelled')
    return new ApiError('invalid-argument', 'The generation was cancelled. Nothing was billed.');
  if (error === undefined)
    return new ApiError('internal-error', `The generation ended as ${generation.state}. Nothing was billed.`);
  switch (error.code) {
    case CONTENT_MODERATED:
      return new ApiError('imagine:content-moderated', error.message, {
        billedTicks: generation.billedTicks,
        details,
      });
    case 'invalid_argument':
    case 'failed_precondition':
      return new ApiError('invalid-argument', error.message, { details });
    case 'permission_denied':
      return new ApiError('permission-denied', error.message, { details });
    case 'service_unavailable':
      return new ApiError('unavailable', error.message, { retryAfterSeconds: 5 });
    default:
      return new ApiError('internal-error', error.message);
  }
}
