import { ApiError, type ErrorDetail, type JobErrorCode } from '@openimagine/contract';
import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import { type Asset, CONTENT_MODERATED, type Generation } from '../jobs/generation.ts';

/** Why a generation came to nothing, as it is told. */
export interface JobError {
  readonly code: JobErrorCode;
  readonly message: string;
  /** Absent where no single part of the request is at fault. */
  readonly details?: ErrorDetail[];
}

export type VideoState =
  /** Whole percent, 0 … 99. */
  | { readonly status: 'pending'; readonly progress: number }
  | { readonly status: 'done'; readonly generation: Generation; readonly asset: Asset }
  | { readonly status: 'failed'; readonly error: JobError }
  | { readonly status: 'expired' };

/**
 * Reads how far a video is. Drives nothing, bills nothing, and touches no database while nothing has changed.
 * @throws {ApiError} `not-found` for an unknown id, another team's, or a picture's.
 */
export async function getVideo(context: Context, caller: Caller, requestId: string): Promise<VideoState> {
  const generation = await context.generations.find(requestId);
  if (
    generation === undefined ||
    generation.teamId !== caller.teamId ||
    generation.kind !== 'video' ||
    generation.isDeleted
  ) {
    throw new ApiError('not-found', 'There is no video request with this id.');
  }
  switch (generation.state) {
    case 'queued':
    case 'running':
    case 'unresolved':
      return {
        status: 'pending',
        progress: Math.min(99, Math.floor(context.generations.progressOf(generation) * 100)),
      };
    case 'expired':
      return { status: 'expired' };
    case 'failed':
    case 'cancelled':
      return { status: 'failed', error: jobErrorOf(generation) };
    case 'done': {
      const asset = generation.assets[0];
      if (asset === undefined) throw new ApiError('internal-error', 'The video has no file.');
      return { status: 'done', generation, asset };
    }
  }
}

/** Of a generation that failed or was cancelled. */
export function jobErrorOf({ state, error, errorDetails }: Generation): JobError {
  if (state === 'cancelled') return { code: 'failed_precondition', message: 'The generation was cancelled.' };
  const message = error?.message ?? 'The generation failed.';
  const code =
    error?.code === CONTENT_MODERATED ? 'invalid_argument' : ((error?.code ?? 'internal_error') as JobErrorCode);
  return { code, message, ...(errorDetails.length === 0 ? {} : { details: [...errorDetails] }) };
}
