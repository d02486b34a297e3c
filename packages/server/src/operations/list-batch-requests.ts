import type { BatchError, BatchPage } from '@openimagine/contract';
import { GRPC_STATUS, grpcStatusOf } from '@openimagine/contract';
import type { Caller } from '../accounts/keys.ts';
import { findBatchRow } from '../batches/batch.ts';
import type { Context } from '../context.ts';
import type { BatchRequestRow, BatchRequestState } from '../db/tables.ts';
import type { Generation } from '../jobs/generation.ts';
import { getVideo, jobErrorOf, type VideoState } from './get-video.ts';
import { wrongToken } from './list-batches.ts';

/** A page of a batch's requests, in the order in which they were added. */
export interface BatchRequestPage<T> {
  readonly items: readonly T[];
  /** Undefined on the last page. */
  readonly next: string | undefined;
}

/** @throws {ApiError} `not-found`; `invalid-argument` for a token that no page ended with. */
export async function listBatchRequests(
  context: Context,
  caller: Caller,
  batchId: string,
  page: BatchPage,
): Promise<BatchRequestPage<BatchRequestRow>> {
  const { id } = await findBatchRow(context.database.query, caller.teamId, batchId);
  return await pageOf(context, id, page, ['waiting', 'running', 'succeeded', 'failed', 'cancelled']);
}

/** What a request of a batch came to. */
export type BatchOutcome = { readonly requestId: string } & (
  | { readonly type: 'image'; readonly generation: Generation; readonly responseFormat: 'url' | 'b64_json' }
  | { readonly type: 'video'; readonly state: VideoState }
  | { readonly type: 'error'; readonly error: BatchError }
);

/** Files that stand in a reply as base64; a page that holds so much ends early. */
const INLINE_BYTES_MAX = 64 * 1024 * 1024;

/**
 * Of requests that have ended. What ends later may stand between them, until nothing of the batch is pending.
 * @throws {ApiError} As `listBatchRequests`.
 */
export async function listBatchResults(
  context: Context,
  caller: Caller,
  batchId: string,
  page: BatchPage,
): Promise<BatchRequestPage<BatchOutcome>> {
  const { id } = await findBatchRow(context.database.query, caller.teamId, batchId);
  const { items: rows, next } = await pageOf(context, id, page, ['succeeded', 'failed', 'cancelled']);
  const outcomes = await Promise.all(rows.map((row) => outcomeOf(context, caller, row)));
  let bytes = 0;
  const fit = outcomes.findIndex((outcome, index) => {
    bytes += inlineBytes(outcome);
    return index > 0 && bytes > INLINE_BYTES_MAX;
  });
  if (fit < 0) return { items: outcomes, next };
  return { items: outcomes.slice(0, fit), next: String(rows[fit - 1]!.id) };
}

const TOKEN = /^\d{1,18}$/;

async function pageOf(
  context: Context,
  batchId: string,
  { limit, after }: BatchPage,
  states: readonly BatchRequestState[],
): Promise<BatchRequestPage<BatchRequestRow>> {
  if (after !== undefined && !TOKEN.test(after)) throw wrongToken();
  const rows = await context.database.query
    .selectFrom('batch_requests')
    .where('batch_id', '=', batchId)
    .where('state', 'in', states)
    .where('id', '>', after ?? '0')
    .selectAll()
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? String(items.at(-1)!.id) : undefined };
}

async function outcomeOf(context: Context, caller: Caller, row: BatchRequestRow): Promise<BatchOutcome> {
  const { request_id: requestId, generation_id: generationId, state } = row;
  const error = (code: number, message: string): BatchOutcome => ({
    requestId,
    type: 'error',
    error: { code, message },
  });
  if (state === 'cancelled') return error(GRPC_STATUS.CANCELLED, 'The request was cancelled.');
  if (state === 'failed' && row.error !== null) return { requestId, type: 'error', error: row.error as BatchError };
  const generation = generationId === null ? undefined : await context.generations.find(generationId);
  if (generation === undefined) return error(GRPC_STATUS.INTERNAL, 'The result of this request is not there any more.');
  if (state === 'failed') {
    const { code, ...rest } = jobErrorOf(generation);
    return { requestId, type: 'error', error: { code: grpcStatusOf(code), ...rest } };
  }
  if (generation.kind === 'video')
    return { requestId, type: 'video', state: await getVideo(context, caller, generation.id) };
  if (generation.state === 'done')
    return { requestId, type: 'image', generation, responseFormat: row.response_format ?? 'url' };
  return error(GRPC_STATUS.NOT_FOUND, `The pictures of this request have expired. Send it again.`);
}

function inlineBytes(outcome: BatchOutcome): number {
  if (outcome.type !== 'image' || outcome.responseFormat !== 'b64_json') return 0;
  return outcome.generation.assets.reduce((sum, { sizeBytes }) => sum + (sizeBytes * 4) / 3, 0);
}
