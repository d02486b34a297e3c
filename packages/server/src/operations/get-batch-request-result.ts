import { ApiError, shortJson } from '@openimagine/contract';
import type { Caller } from '../accounts/keys.ts';
import { findBatchRow } from '../batches/batch.ts';
import { type BatchOutcome, outcomeOf } from '../batches/outcome.ts';
import type { Context } from '../context.ts';
import type { BatchRequestRow } from '../db/tables.ts';
import { toStorableText } from '../jobs/storable-text.ts';

/** One request of a batch. */
export interface BatchRequestResult {
  readonly row: BatchRequestRow;
  /** Known once it was begun. */
  readonly prompt: string | undefined;
  /** Undefined while it is pending. */
  readonly outcome: BatchOutcome | undefined;
}

/** @throws {ApiError} `not-found` for an unknown batch, another team's, or a request that it has not. */
export async function getBatchRequestResult(
  context: Context,
  caller: Caller,
  batchId: string,
  requestId: string,
): Promise<BatchRequestResult> {
  const { query } = context.database;
  const { id } = await findBatchRow(query, caller.teamId, batchId);
  const row = await query
    .selectFrom('batch_requests')
    .where('batch_id', '=', id)
    .where('request_id', '=', toStorableText(requestId))
    .selectAll()
    .executeTakeFirst();
  if (row === undefined)
    throw new ApiError('not-found', `The batch has no request ${shortJson(requestId)}. List its requests to see them.`);
  const generation = row.generation_id === null ? undefined : await context.generations.find(row.generation_id);
  const isPending = row.state === 'waiting' || row.state === 'running';
  return {
    row,
    prompt: generation?.request.prompt,
    outcome: isPending ? undefined : await outcomeOf(context, caller, row),
  };
}
